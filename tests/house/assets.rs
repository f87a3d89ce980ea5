//! Every folder of data says what licence it stands under.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Finding;

/// Files in which a licence may be stated, by the beginning of their names.
const NOTICES: [&str; 5] = ["LICENSE", "LICENCE", "README", "NOTICE", "OFL"];

/// The folders of `assets/`, and those of `assets/languages/`, that have no licence note.
pub(crate) fn check(root: &Path) -> Vec<Finding> {
    let assets = root.join("assets");
    let mut wanting = folders(&assets);
    wanting.retain(|folder| !folder.ends_with("languages"));
    wanting.extend(folders(&assets.join("languages")));
    wanting.retain(|folder| !states_licence(folder));
    wanting.sort();
    let finding = |folder: PathBuf| Finding {
        file: folder.strip_prefix(root).unwrap_or(&folder).display().to_string(),
        line: 1,
        message: "no LICENSE, README or NOTICE here states a licence".to_owned(),
    };
    wanting.into_iter().map(finding).collect()
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(of) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect()
}

fn states_licence(folder: &Path) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if !path.is_file() || !NOTICES.iter().any(|notice| name.starts_with(notice)) {
            return false;
        }
        let text = fs::read_to_string(&path).unwrap_or_default().to_lowercase();
        text.contains("licen")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(files: &[(&str, &str)]) -> usize {
        let root = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        check(root.path()).len()
    }

    #[test]
    fn catches_data_without_a_licence() {
        assert_eq!(with(&[("assets/fonts/a.ttf", "")]), 1);
        assert_eq!(with(&[("assets/fonts/README.md", "Fonts.")]), 1);
        assert_eq!(with(&[("assets/languages/de/lexicon.toml", "")]), 1);
    }

    #[test]
    fn lets_licensed_data_be() {
        assert_eq!(
            with(&[("assets/fonts/a.ttf", ""), ("assets/fonts/OFL.txt", "SIL Open Font License")]),
            0
        );
        assert_eq!(with(&[("assets/languages/de/README.md", "Licence: MIT")]), 0);
        assert_eq!(with(&[]), 0);
    }
}
