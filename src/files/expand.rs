//! From the paths that a user names to the files to read.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::source::{Source, unreadable};
use crate::document::{Diagnostic, Severity};
use crate::import;

/// The files behind the paths that a user named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expansion {
    /// The files to read: in the order of the paths given, a folder's by name, each file once.
    pub sources: Vec<Source>,
    /// What is left out, each with the reason.
    pub diagnostics: Vec<Diagnostic>,
}

/// Folders that hold no document of anybody's: what tools leave behind.
const JUNK: &[&str] = &["__MACOSX", "__pycache__", "node_modules", "$RECYCLE.BIN", "lost+found"];

/// Files that systems leave in folders.
const LITTER: &[&str] = &["Thumbs.db", "desktop.ini", "Desktop.ini"];

/// How deep folders are walked: deeper ones are a loop that the file system does not show.
const DEPTH: usize = 64;

/// Finds the files behind paths: a file is itself, a folder all that it holds, at any depth.
///
/// A file that the user names is always a source, and what is wrong with it shows when it is
/// read. In a folder, hidden files and the litter of systems and tools are passed over in
/// silence, and every other file that is no document is listed with the reason. Symbolic links
/// are followed; a folder is entered once.
///
/// `progress` is told how many files were looked at so far and may break off; what was found
/// until then is returned.
pub fn expand(paths: &[PathBuf], progress: &mut dyn FnMut(usize) -> ControlFlow<()>) -> Expansion {
    let mut walk = Walk { found: Expansion::default(), seen: HashSet::new(), looked: 0, progress };
    for path in paths {
        if walk.root(path).is_break() {
            break;
        }
    }
    walk.found
}

struct Walk<'a> {
    found: Expansion,
    /// Files and folders by their real path.
    seen: HashSet<PathBuf>,
    looked: usize,
    progress: &'a mut dyn FnMut(usize) -> ControlFlow<()>,
}

impl Walk<'_> {
    /// A path that the user named.
    fn root(&mut self, path: &Path) -> ControlFlow<()> {
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) => {
                self.found.diagnostics.push(unreadable(&path.display().to_string(), &error));
                return ControlFlow::Continue(());
            }
        };
        if !metadata.is_dir() {
            if self.is_new(path) {
                self.found.sources.push(Source::new(path));
            }
            return self.looked();
        }
        let before = (self.found.sources.len(), self.found.diagnostics.len());
        let outcome = self.folder(path, DEPTH);
        if outcome.is_continue() && before.0 == self.found.sources.len() {
            let reasons = self.found.diagnostics.len() - before.1;
            self.found.diagnostics.push(nothing_in(path, reasons));
        }
        outcome
    }

    fn folder(&mut self, folder: &Path, depth: usize) -> ControlFlow<()> {
        if depth == 0 || !self.is_new(folder) {
            return ControlFlow::Continue(());
        }
        for path in self.entries(folder) {
            // `metadata` follows links, so that a link to a folder is a folder.
            match fs::metadata(&path) {
                Ok(metadata) if metadata.is_dir() => self.folder(&path, depth - 1)?,
                Ok(metadata) if metadata.is_file() => {
                    self.file(path);
                    self.looked()?;
                }
                Ok(_) => {}
                Err(error) => {
                    self.found.diagnostics.push(unreadable(&path.display().to_string(), &error));
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// What a folder holds and a user may mean, by name.
    fn entries(&mut self, folder: &Path) -> Vec<PathBuf> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                self.found.diagnostics.push(unreadable(&folder.display().to_string(), &error));
                return Vec::new();
            }
        };
        let mut paths: Vec<PathBuf> = entries
            .filter_map(Result::ok)
            .filter(|entry| !is_litter(&entry.file_name()))
            .map(|entry| entry.path())
            .collect();
        paths.sort();
        paths
    }

    /// A file in a folder.
    fn file(&mut self, path: PathBuf) {
        if !self.is_new(&path) {
            return;
        }
        let source = Source::new(path);
        let name = source.name();
        let head = source.head(8192).map_err(|error| unreadable(&name, &error));
        let verdict = head.and_then(|head| {
            import::recognise(&name, &head).map_err(|error| error.diagnostic(&name))
        });
        match verdict {
            Ok(()) => self.found.sources.push(source),
            Err(diagnostic) => self.found.diagnostics.push(diagnostic),
        }
    }

    fn is_new(&mut self, path: &Path) -> bool {
        let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        self.seen.insert(real)
    }

    fn looked(&mut self) -> ControlFlow<()> {
        self.looked += 1;
        (self.progress)(self.looked)
    }
}

fn is_litter(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || JUNK.contains(&&*name)
        || LITTER.contains(&&*name)
}

fn nothing_in(folder: &Path, reasons: usize) -> Diagnostic {
    let message = match reasons {
        0 => "the folder holds no documents: choose another one".to_owned(),
        1 => "nothing in the folder can be read: see the reason above".to_owned(),
        n => format!("nothing in the folder can be read: see the {n} reasons above"),
    };
    Diagnostic { severity: Severity::Error, source: folder.display().to_string(), message }
}
