//! Every dependency in `Cargo.toml` has its reason beside it.

use crate::Finding;

/// The dependencies of `manifest` without a comment on their own line.
pub(crate) fn check(manifest: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut in_dependencies = false;
    for (index, line) in manifest.lines().enumerate() {
        if let Some(section) = line.strip_prefix('[') {
            in_dependencies = section.trim_end().ends_with("dependencies]");
            if section.contains("dependencies.") {
                let message = "write the dependency on one line, with its reason".to_owned();
                findings.push(Finding { file: "Cargo.toml".to_owned(), line: index + 1, message });
            }
            continue;
        }
        let Some((name, rest)) = line.split_once('=') else { continue };
        let reason = rest.rsplit_once('#').map(|(_, reason)| reason.trim()).unwrap_or_default();
        if in_dependencies && !name.trim_start().starts_with('#') && reason.len() < 10 {
            let message = format!("`{}` does not say what it is for", name.trim());
            findings.push(Finding { file: "Cargo.toml".to_owned(), line: index + 1, message });
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_count(manifest: &str, expected: usize) {
        let findings = check(manifest);
        assert_eq!(findings.len(), expected, "{findings:?}");
    }

    #[test]
    fn catches_a_dependency_without_a_reason() {
        check_count("[dependencies]\nserde = \"1\"\n", 1);
        check_count("[dev-dependencies]\nserde = { version = \"1\" } # json\n", 1);
        check_count("[target.'cfg(unix)'.dependencies]\nlibc = \"1\"\n", 1);
        check_count("[dependencies.serde]\nversion = \"1\"\n", 1);
    }

    #[test]
    fn lets_the_explained_be() {
        check_count("[dependencies]\nserde = \"1\" # data in and out\n", 0);
        check_count("[package]\nname = \"x\"\n[dependencies]\n# The window\n", 0);
    }
}
