//! Tables of events: files whose rows say what happened when.
//!
//! Unlike the documents of the other importers a table needs no reading: its columns are told
//! by their names (`assets/tables/columns.toml`), or by the user where the names say nothing.
//! Each row becomes an event, and a row of a document's text that the event can be traced to.
//!
//! ```text
//! bytes -> rows (delimited, JSON) -> cells by role -> records -> documents with events
//! ```

mod assemble;
mod cells;
mod date;
mod delimited;
mod json;
mod record;
mod report;
mod role;

use std::borrow::Cow;

use assemble::Gathering;
pub use assemble::TableDocument;
pub use role::{Mapping, Role};

use super::{ImportError, TABLE_SIZE_LIMIT, decode, file_name};
use crate::document::Diagnostic;

/// What a table holds.
#[derive(Debug)]
pub struct EventTable {
    /// The documents that its rows name, or one that stands for the whole table; each with its
    /// events in the order of the rows.
    pub documents: Vec<TableDocument>,
    /// Which rows could not be read, or not wholly.
    pub diagnostics: Vec<Diagnostic>,
}

/// A column, for somebody who is to say what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it is taken for by its name.
    pub role: Option<Role>,
    /// What stands in it in the first row.
    pub example: String,
}

/// The two ways in which rows are written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Notation {
    Delimited,
    Json,
}

/// The extensions of files that may be tables.
const EXTENSIONS: [(&str, Notation); 6] = [
    ("csv", Notation::Delimited),
    ("tsv", Notation::Delimited),
    ("tab", Notation::Delimited),
    ("json", Notation::Json),
    ("jsonl", Notation::Json),
    ("ndjson", Notation::Json),
];

/// The extensions of files that may be tables, in lower case, for the filters of file dialogs.
pub fn table_extensions() -> impl Iterator<Item = &'static str> {
    EXTENSIONS.iter().map(|&(extension, _)| extension)
}

/// Whether a file is a table of events, judged by its name, the names of its columns, and no
/// more than its first bytes.
#[must_use]
pub fn is_table(source: &str, head: &[u8]) -> bool {
    Mapping::by_name(&columns(source, head)).is_complete()
}

/// The columns of what may be a table by its name; none if it is not one.
#[must_use]
pub fn columns(source: &str, head: &[u8]) -> Vec<Column> {
    let Some(notation) = notation(source) else { return Vec::new() };
    if !decode::is_text(&head[..head.len().min(4096)]) {
        return Vec::new();
    }
    // A character may be cut in two where the head ends.
    let text = match std::str::from_utf8(head) {
        Ok(text) => Cow::Borrowed(text),
        Err(error) if error.error_len().is_none() => String::from_utf8_lossy(head),
        Err(_) => Cow::Owned(decode::decode(head, None).text),
    };
    let text = text.trim_start_matches('\u{FEFF}');
    match notation {
        Notation::Delimited => delimited::columns(text),
        Notation::Json => json::columns(text),
    }
}

/// Reads a table. Without a mapping, columns are told by their names.
///
/// # Errors
/// [`ImportError`] if there is nothing to read, or no column holds dates or says what happened.
pub fn read_table(
    source: &str,
    bytes: Vec<u8>,
    mapping: Option<&Mapping>,
) -> Result<EventTable, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if bytes.len() as u64 > TABLE_SIZE_LIMIT {
        return Err(ImportError::TooLarge { bytes: bytes.len() as u64 });
    }
    let (text, warning) = decoded(&bytes);
    let notation = notation(source).unwrap_or(Notation::Delimited);
    let columns = match notation {
        Notation::Delimited => delimited::columns(&text),
        Notation::Json => json::columns(&text),
    };
    let by_name = Mapping::by_name(&columns);
    let mapping = mapping.unwrap_or(&by_name);
    if !mapping.is_complete() {
        let names: Vec<_> = columns.iter().map(|column| column.name.as_str()).collect();
        return Err(ImportError::NoEvents { columns: names.join(", ") });
    }
    let mut gathering = Gathering::default();
    match notation {
        Notation::Delimited => delimited::read(&text, mapping, &columns, &mut gathering),
        Notation::Json => json::read(&text, mapping, &mut gathering),
    }
    let diagnostics = gathering.diagnostics(source, &text, warning);
    // The documents have texts of their own: with ten million rows there is not room for both.
    drop(text);
    drop(bytes);
    Ok(EventTable { documents: gathering.documents(source), diagnostics })
}

/// The text without a byte order mark; borrowed where it is UTF-8 as it should be.
fn decoded(bytes: &[u8]) -> (Cow<'_, str>, Option<String>) {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        return (Cow::Borrowed(text), None);
    }
    let decoded = decode::decode(bytes, None);
    (Cow::Owned(decoded.text), decoded.warning)
}

fn notation(source: &str) -> Option<Notation> {
    let extension = file_name::extension(source);
    EXTENSIONS.iter().find(|(known, _)| *known == extension).map(|&(_, notation)| notation)
}

#[cfg(test)]
mod tests;
