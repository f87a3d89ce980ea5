//! Files are short, have a page of their own, and a name that says something.

use crate::Finding;
use crate::sources::SourceFile;

/// Lines beyond which a file holds more than one idea.
const LONGEST_FILE: usize = 500;
/// Names that say nothing.
const EMPTY_NAMES: [&str; 7] = ["utils", "util", "helpers", "helper", "common", "misc", "shared"];

/// What is untidy about `file`.
pub(crate) fn check(file: &SourceFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut finding = |line, message: String| {
        findings.push(Finding { file: file.path.clone(), line, message });
    };
    let lines = file.text.lines().count();
    if lines > LONGEST_FILE {
        finding(lines, format!("{lines} lines; {LONGEST_FILE} are the most"));
    }
    if !file.text.starts_with("//! ") && !file.is_test() {
        finding(1, "does not begin with a `//!` line that says what it is for".to_owned());
    }
    for part in file.path.trim_end_matches(".rs").split('/') {
        if EMPTY_NAMES.contains(&part) {
            finding(1, format!("`{part}` says nothing: name what is in it"));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_count(path: &str, text: &str, expected: usize) {
        crate::assert_finds(check, path, text, expected);
    }

    #[test]
    fn catches_what_is_untidy() {
        check_count("time/mod.rs", "use std::fmt;\n", 1);
        check_count("time/mod.rs", &format!("//! Time.\n{}", "\n".repeat(500)), 1);
        check_count("time/utils.rs", "//! Time.\n", 1);
        check_count("common/mod.rs", "//! Time.\n", 1);
    }

    #[test]
    fn lets_the_tidy_be() {
        check_count("time/mod.rs", &format!("//! Time.\n{}", "\n".repeat(499)), 0);
        check_count("time/commonality.rs", "//! Time.\n", 0);
    }
}
