//! A file that can be read as a document.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::analysis::{Analysed, Input, Reading, UnmappedTable};
use crate::clock;
use crate::document::{DateCandidate, DateOrigin, Diagnostic, Document, Severity};
use crate::import::{self, EventTable, ImportError, Mapping};
use crate::time::{Granularity, Interval};

/// A file that can be read as a document, as far as its name and first bytes tell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    path: PathBuf,
}

impl Input for Source {
    fn load(&self) -> Result<Document, Diagnostic> {
        self.open()
    }

    fn read(&self) -> Result<Reading, Diagnostic> {
        // What is no table by its name is read once: it may be a pipe.
        let extension = self.path.extension().unwrap_or_default().to_ascii_lowercase();
        let document = || Ok(Reading::from(self.open()?));
        if !import::table_extensions().any(|known| extension == known) {
            return document();
        }
        let table = self.columns()?;
        let mapping = Mapping::by_name(&table.columns);
        // Something that no name tells of may say what happened. A single column is no table.
        let is_unclear =
            !mapping.tells() && table.columns.iter().any(|column| column.role.is_none());
        let unmapped = (is_unclear && table.columns.len() > 1).then_some(table);
        let reading = if mapping.is_complete() { self.table(None)? } else { document()? };
        Ok(Reading { unmapped, ..reading })
    }
}

/// A table of which the user has said what its columns hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedTable {
    /// The file.
    pub source: Source,
    /// What its columns hold.
    pub mapping: Mapping,
}

impl Input for MappedTable {
    fn load(&self) -> Result<Document, Diagnostic> {
        self.source.open()
    }

    fn read(&self) -> Result<Reading, Diagnostic> {
        self.source.table(Some(&self.mapping))
    }
}

impl Source {
    /// The source at a path, which need not exist yet or any more.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The path as people are shown it, and as the document's
    /// [`source`](Document::source) keeps it.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Reads the file and makes a document of it; its modification time becomes the last of the
    /// document's date candidates.
    ///
    /// # Errors
    /// A diagnostic that names the file, what happened, and what to do.
    pub fn open(&self) -> Result<Document, Diagnostic> {
        let name = self.name();
        let (bytes, modified) = self.bytes()?;
        let document = import::import(&name, &bytes);
        let mut document = document.map_err(|error| error.diagnostic(&name))?;
        document.date_candidates.extend(modified.map(modification_date));
        Ok(document)
    }

    /// The columns of the table that the file holds, as its first bytes tell.
    ///
    /// # Errors
    /// A diagnostic that names the file, what happened, and what to do.
    pub fn columns(&self) -> Result<UnmappedTable, Diagnostic> {
        let name = self.name();
        let head = self.head(import::TABLE_HEAD).map_err(|error| unreadable(&name, &error))?;
        let columns = import::columns(&name, &head);
        Ok(UnmappedTable { source: name, columns })
    }

    /// The file's bytes, and when it was last modified.
    ///
    /// # Errors
    /// A diagnostic that names the file, what happened, and what to do.
    pub fn bytes(&self) -> Result<(Vec<u8>, Option<SystemTime>), Diagnostic> {
        let name = self.name();
        let too_large = |bytes| ImportError::TooLarge { bytes }.diagnostic(&name);
        let failed = |error: io::Error| unreadable(&name, &error);
        let file = File::open(&self.path).map_err(failed)?;
        let metadata = file.metadata().map_err(failed)?;
        if metadata.len() > import::SIZE_LIMIT {
            return Err(too_large(metadata.len()));
        }
        let mut bytes = Vec::with_capacity(metadata.len() as usize);
        // A file may grow while it is read, and a device or pipe has no length at all.
        file.take(import::SIZE_LIMIT + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > import::SIZE_LIMIT {
            return Err(too_large(bytes.len() as u64));
        }
        Ok((bytes, metadata.modified().ok()))
    }

    /// The events of the table that it holds.
    fn table(&self, mapping: Option<&Mapping>) -> Result<Reading, Diagnostic> {
        let name = self.name();
        let file = File::open(&self.path).map_err(|error| unreadable(&name, &error))?;
        let table = import::read_table(&name, file, mapping);
        let EventTable { documents, diagnostics } =
            table.map_err(|error| error.diagnostic(&name))?;
        let documents = documents.into_iter().map(|one| Analysed::from_table(&name, one));
        Ok(Reading { documents: documents.collect(), diagnostics, ..Reading::default() })
    }

    /// The first bytes of the file, at most so many.
    pub(super) fn head(&self, most: u64) -> io::Result<Vec<u8>> {
        let mut head = Vec::new();
        File::open(&self.path)?.take(most).read_to_end(&mut head)?;
        Ok(head)
    }
}

/// Why a file or folder could not be read, as a diagnostic.
pub(super) fn unreadable(name: &str, error: &io::Error) -> Diagnostic {
    let message = match error.kind() {
        io::ErrorKind::NotFound => {
            "there is no such file: it was moved, renamed or deleted; check the path".to_owned()
        }
        io::ErrorKind::PermissionDenied => {
            "you have no permission to read it: change its permissions, or copy it to a folder of your own"
                .to_owned()
        }
        io::ErrorKind::IsADirectory => "this is a folder, not a file".to_owned(),
        _ => format!("it could not be read: {error}"),
    };
    Diagnostic { severity: Severity::Error, source: name.to_owned(), message }
}

/// The day on which a file was last modified, to suggest as its document's date.
fn modification_date(modified: SystemTime) -> DateCandidate {
    DateCandidate {
        interval: Interval::unit(clock::local(modified), Granularity::Day),
        origin: DateOrigin::ModificationTime,
        words: "file last modified".to_owned(),
        span: None,
    }
}
