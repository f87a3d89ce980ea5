//! What is wrong with a language pack, and where.

use std::fmt;

/// A defect of a language pack: which file, which line, what is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct PackError {
    /// The file inside `assets/languages`: `en/patterns.toml`.
    pub file: String,
    /// The line, from 1; 0 where the defect is of the file as a whole.
    pub line: usize,
    /// What is wrong, as a sentence that helps to mend it.
    pub message: String,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.message),
            line => write!(f, "{}:{line}: {}", self.file, self.message),
        }
    }
}
