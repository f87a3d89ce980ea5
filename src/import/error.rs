//! Why a document could not be read.

use std::io;

use crate::document::{Diagnostic, Severity};

/// Why a document could not be read, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// There are no bytes.
    #[error("the file is empty: there is nothing to read")]
    Empty,
    /// There is no text: white space only, or a page without words.
    #[error("{format} without any text: there is nothing to read")]
    NoText {
        /// What the file is, with its article.
        format: &'static str,
    },
    /// A format that is known and not read.
    #[error("this is {what}; Dateline reads {readable}: save or export it as one of these")]
    Unsupported {
        /// What it is, with its article.
        what: &'static str,
        /// The formats that are read.
        readable: String,
    },
    /// Bytes that are no text in any encoding.
    #[error(
        "this is a binary file of an unknown kind; Dateline reads {readable}: save or export it as one of these"
    )]
    Binary {
        /// The formats that are read.
        readable: String,
    },
    /// Program code or data found in a folder.
    #[error(
        "'.{extension}' files hold data or program code; open the file by itself to read it as text"
    )]
    NotProse {
        /// The extension, in lower case.
        extension: String,
    },
    /// A table in which no column holds dates, or none says what happened.
    #[error(
        "no column is known to hold dates, or none to say what happened, among: {columns}. Call one 'date' and one 'title', or open the file in the window and say what its columns hold"
    )]
    NoEvents {
        /// The names of its columns.
        columns: String,
    },
    /// Longer than [`SIZE_LIMIT`](super::SIZE_LIMIT).
    #[error("the file has {} MB; Dateline reads files of up to {} MB: split it", .bytes >> 20, super::SIZE_LIMIT >> 20)]
    TooLarge {
        /// Its length in bytes.
        bytes: u64,
    },
    /// Its bytes could not be had.
    #[error("it could not be read: {reason}")]
    Unreadable {
        /// What the system says.
        reason: String,
    },
    /// The importer broke down.
    #[error(
        "{format} that Dateline could not make sense of: it is damaged, or you found a defect worth reporting"
    )]
    Defective {
        /// What the file is, with its article.
        format: &'static str,
    },
}

impl From<io::Error> for ImportError {
    fn from(error: io::Error) -> Self {
        Self::Unreadable { reason: error.to_string() }
    }
}

impl ImportError {
    /// The error as a diagnostic about `source`.
    #[must_use]
    pub fn diagnostic(&self, source: &str) -> Diagnostic {
        let severity =
            if matches!(self, Self::NotProse { .. }) { Severity::Note } else { Severity::Error };
        Diagnostic { severity, source: source.to_owned(), message: self.to_string() }
    }
}
