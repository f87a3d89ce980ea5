//! Bytes to [`Document`]: one file per format behind one registry.
//!
//! An importer takes a name and bytes and never touches a disk. It keeps what a reader of the
//! page would read, in order, with the blocks that the format marks, and every hint at the
//! document's date that stands in its metadata. What the words mean is no concern of it.
//!
//! To add a format: one file with one `Format`, and one line in
//! `format::FORMATS`.

mod binary;
mod decode;
mod draft;
mod error;
mod file_name;
mod flow;
mod format;
mod front_matter;
mod html;
mod markdown;
mod metadata_date;
mod plain_text;
mod table;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

pub use error::ImportError;

use crate::document::{Diagnostic, Document, DocumentId, Severity};
use draft::Draft;
pub use plain_text::blocks as text_blocks;
pub use table::{
    Column, EventTable, Mapping, Role, TABLE_HEAD, TableDocument, columns, is_table, read_table,
    table_extensions,
};

/// The longest file that is read, in bytes: what a person calls a document is far shorter, and
/// the offsets of a [`Span`](crate::text::Span) end at 4 GiB of decoded text, which may be three
/// times as long as the file.
pub const SIZE_LIMIT: u64 = 1 << 30;

/// The longest table that is read, in bytes: its text is no longer than the file, but for a few
/// bytes a row, and [`Span`](crate::text::Span)s end at 4 GiB.
pub const TABLE_SIZE_LIMIT: u64 = 3 << 30;

/// Reads a document.
///
/// `source` is where the bytes came from, as people are shown it: a path or "pasted text". The
/// format is chosen by the content first, and by the extension of `source` where the content
/// leaves a choice.
///
/// # Errors
/// [`ImportError`] if nothing can be read from the bytes; its message says what to do. A defect
/// in an importer is such an error too, never a panic.
pub fn import(source: &str, bytes: &[u8]) -> Result<Document, ImportError> {
    let format = format::recognise(source, bytes)?;
    let read = || (format.read)(&format::Input { bytes });
    let draft = catch_unwind(AssertUnwindSafe(read))
        .unwrap_or(Err(ImportError::Defective { format: format.name }))?;
    if draft.text.trim().is_empty() {
        return Err(ImportError::NoText { format: format.name });
    }
    Ok(finished(source, draft))
}

/// Whether a file of a folder is worth reading, judged by its name and its first bytes (a few
/// kilobytes do).
///
/// # Errors
/// The [`ImportError`] that [`import`] would give, as far as the first bytes tell; and
/// [`ImportError::NotProse`] for program code and data, which [`import`] reads when it is asked
/// to, but which nobody means who opens a folder.
pub fn recognise(source: &str, head: &[u8]) -> Result<(), ImportError> {
    format::recognise(source, head)?;
    if is_table(source, head) { Ok(()) } else { format::prose(source) }
}

/// The extensions of the formats that are read, in lower case, for the filters of file dialogs.
pub fn extensions() -> impl Iterator<Item = &'static str> {
    let documents = format::FORMATS.iter().flat_map(|format| format.extensions).copied();
    documents.chain(table_extensions())
}

fn finished(source: &str, draft: Draft) -> Document {
    let mut date_candidates = draft.date_candidates;
    date_candidates.extend(file_name::date(source));
    date_candidates.sort_by_key(|candidate| candidate.origin);
    let diagnostic =
        |message| Diagnostic { severity: Severity::Warning, source: source.to_owned(), message };
    Document {
        id: DocumentId::of(source, &draft.text),
        title: draft.title.unwrap_or_else(|| file_name::title(source)),
        source: source.to_owned(),
        text: Arc::from(draft.text),
        blocks: draft.blocks,
        declared_language: draft.declared_language,
        date_candidates,
        diagnostics: draft.warnings.into_iter().map(diagnostic).collect(),
    }
}
