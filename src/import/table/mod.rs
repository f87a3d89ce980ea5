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
mod pieces;
mod record;
mod report;
mod role;

use std::borrow::Cow;
use std::io::{Read, Seek, SeekFrom};

use assemble::Gathering;
pub use assemble::TableDocument;
use pieces::{Pieces, RowEnd, Stop};
pub use role::{Mapping, Role};

use super::decode::{self, Decoded};
use super::{ImportError, TABLE_SIZE_LIMIT, file_name};
use crate::document::Diagnostic;

/// How many bytes at the start of a file tell what columns it has.
pub const TABLE_HEAD: u64 = 1 << 16;

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
    let text = match utf_8(head) {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(decode::decode(head, None).text),
    };
    match notation {
        Notation::Delimited => delimited::columns(&text),
        Notation::Json => json::columns(&text),
    }
}

/// Reads a table from its start, whatever was read of it before. Without a mapping, columns are
/// told by their names.
///
/// # Errors
/// [`ImportError`] if there is nothing to read, it cannot be read, or no column holds dates or
/// says what happened.
pub fn read_table(
    source: &str,
    mut table: impl Read + Seek + Send,
    mapping: Option<&Mapping>,
) -> Result<EventTable, ImportError> {
    let bytes = table.seek(SeekFrom::End(0))?;
    if bytes > TABLE_SIZE_LIMIT {
        return Err(ImportError::TooLarge { bytes });
    }
    table.rewind()?;
    let mut head = Vec::new();
    table.by_ref().take(TABLE_HEAD).read_to_end(&mut head)?;
    if head.is_empty() {
        return Err(ImportError::Empty);
    }
    let columns = columns(source, &head);
    let by_name = Mapping::by_name(&columns);
    let mapping = mapping.unwrap_or(&by_name);
    if !mapping.is_complete() {
        let names: Vec<_> = columns.iter().map(|column| column.name.as_str()).collect();
        return Err(ImportError::NoEvents { columns: names.join(", ") });
    }
    let notation = notation(source).unwrap_or(Notation::Delimited);
    let (gathering, warning) = rows(notation, mapping, (table, bytes), &head)?;
    let diagnostics = gathering.diagnostics(source, warning);
    Ok(EventTable { documents: gathering.documents(source), diagnostics })
}

/// All rows of a table that begins so, and what to say of its letters if some are broken.
fn rows(
    notation: Notation,
    mapping: &Mapping,
    (mut table, length): (impl Read + Seek + Send, u64),
    head: &[u8],
) -> Result<(Gathering, Option<String>), ImportError> {
    table.rewind()?;
    let mut gathering = Gathering::default();
    if let Some(head) = utf_8(head)
        && (notation == Notation::Delimited || json::is_lines(head))
    {
        match read_pieces(notation, mapping, (&mut table, length), head, &mut gathering) {
            Stop::End => return Ok((gathering, None)),
            Stop::Failed(error) => return Err(error),
            Stop::NotUtf8 => gathering = Gathering::default(),
        }
    }
    table.rewind()?;
    let mut bytes = Vec::new();
    table.read_to_end(&mut bytes)?;
    let Decoded { text, warning } = decode::decode(&bytes, None);
    // With a large table there is not room for both.
    drop(bytes);
    let is_list =
        notation == Notation::Json && json::read_list(&text, mapping, &mut gathering).is_some();
    if !is_list {
        let table = (text.as_bytes(), text.len() as u64);
        read_pieces(notation, mapping, table, &text, &mut gathering);
    }
    Ok((gathering, warning))
}

/// Reads rows, a piece of them after the other.
fn read_pieces(
    notation: Notation,
    mapping: &Mapping,
    (table, length): (impl Read + Send, u64),
    head: &str,
    gathering: &mut Gathering,
) -> Stop {
    match notation {
        Notation::Delimited => {
            let mut pieces = Pieces::new(table, length, delimited::row_end(head));
            delimited::read(&mut pieces, mapping, head, gathering);
            pieces.stop()
        }
        Notation::Json => {
            let mut pieces = Pieces::new(table, length, RowEnd::Line);
            json::read_lines(&mut pieces, mapping, gathering);
            pieces.stop()
        }
    }
}

/// The text of bytes that are UTF-8, but for a character that may be cut in two where they end.
fn utf_8(head: &[u8]) -> Option<&str> {
    let whole = match std::str::from_utf8(head) {
        Ok(_) => head.len(),
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        Err(_) => return None,
    };
    std::str::from_utf8(&head[..whole]).ok().map(|text| text.trim_start_matches('\u{FEFF}'))
}

fn notation(source: &str) -> Option<Notation> {
    let extension = file_name::extension(source);
    EXTENSIONS.iter().find(|(known, _)| *known == extension).map(|&(_, notation)| notation)
}

#[cfg(test)]
mod tests;
