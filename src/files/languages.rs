//! Language packs that a user has in a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::language::{Pack, PackError, Packs};

/// Why a folder of language packs could not be used.
#[derive(Debug, thiserror::Error)]
pub enum LanguagesError {
    /// The folder or a file in it could not be read.
    #[error("{}: {error}; name a folder that holds one folder for each language", path.display())]
    Unreadable {
        /// What could not be read.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// There is no language in the folder.
    #[error("{}: there is no language in it; name a folder that holds one folder for each \
             language, with a language.toml in it", path.display())]
    Empty {
        /// The folder.
        path: PathBuf,
    },
    /// A pack has a defect.
    #[error(transparent)]
    Pack(#[from] PackError),
}

/// Loads every language pack of a folder like `assets/languages`: each folder in it with a
/// `language.toml` is one.
///
/// # Errors
/// The folder cannot be read or holds no pack, or a pack has a defect.
pub fn load_languages(folder: &Path) -> Result<Packs, LanguagesError> {
    let unreadable = |path: &Path, error| LanguagesError::Unreadable { path: path.into(), error };
    let mut packs = Vec::new();
    for path in entries(folder).map_err(|error| unreadable(folder, error))? {
        if !path.join("language.toml").is_file() {
            continue;
        }
        let tag = name(&path);
        let mut files = Vec::new();
        for file in entries(&path).map_err(|error| unreadable(&path, error))? {
            if file.extension().is_some_and(|ending| ending == "toml") {
                let text = fs::read_to_string(&file).map_err(|error| unreadable(&file, error))?;
                files.push((format!("{tag}/{}", name(&file)), text));
            }
        }
        let files: Vec<(&str, &str)> =
            files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        packs.push(Pack::load(&tag, &files)?);
    }
    if packs.is_empty() {
        return Err(LanguagesError::Empty { path: folder.into() });
    }
    Ok(Packs::new(packs))
}

/// What a folder holds, by name.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort_unstable();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
