//! The registry: which formats are read, and how one is told from another.

use super::draft::Draft;
use super::{ImportError, SIZE_LIMIT, binary, decode, file_name, html, markdown, plain_text};

/// What an importer reads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Input<'a> {
    /// The file's content; never empty.
    pub bytes: &'a [u8],
}

/// A format that is read.
#[derive(Debug)]
pub(crate) struct Format {
    /// What a file of it is called in messages, with its article: "an HTML page".
    pub name: &'static str,
    /// What the format is called in lists of formats.
    pub label: &'static str,
    /// The extensions of its files, in lower case.
    pub extensions: &'static [&'static str],
    /// Whether the first bytes can be no other format, whatever the extension says.
    pub sniff: fn(&[u8]) -> bool,
    /// Reads it.
    pub read: fn(&Input) -> Result<Draft, ImportError>,
}

/// Every format that is read; the last one takes what no other one takes.
pub(crate) static FORMATS: [&Format; 3] = [&html::FORMAT, &markdown::FORMAT, &plain_text::FORMAT];

/// How many bytes at the start of a file tell its format.
const HEAD: usize = 8192;

/// Extensions of files that hold text which nobody reads as a document.
const NOT_PROSE: &[&str] = &[
    "c", "cc", "cfg", "conf", "cpp", "css", "csv", "desktop", "go", "h", "hpp", "ini", "java",
    "js", "json", "jsonl", "lock", "map", "mjs", "py", "rb", "rs", "sh", "sql", "svg", "toml",
    "ts", "tsv", "xml", "xsd", "xsl", "yaml", "yml",
];

/// The format of these bytes.
pub(crate) fn recognise(source: &str, bytes: &[u8]) -> Result<&'static Format, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(ImportError::TooLarge { bytes: bytes.len() as u64 });
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some(format) = FORMATS.into_iter().find(|format| (format.sniff)(head)) {
        return Ok(format);
    }
    if let Some(what) = binary::kind(head) {
        return Err(ImportError::Unsupported { what, readable: readable() });
    }
    if !decode::is_text(head) {
        return Err(ImportError::Binary { readable: readable() });
    }
    let extension = file_name::extension(source);
    Ok(FORMATS
        .into_iter()
        .find(|format| format.extensions.contains(&extension.as_str()))
        .unwrap_or(&plain_text::FORMAT))
}

/// Whether the name allows that somebody means to read the file as a document.
pub(crate) fn prose(source: &str) -> Result<(), ImportError> {
    let extension = file_name::extension(source);
    if NOT_PROSE.contains(&extension.as_str()) {
        return Err(ImportError::NotProse { extension });
    }
    Ok(())
}

/// The formats that are read, as a list for messages: "plain text, Markdown and HTML".
fn readable() -> String {
    let labels: Vec<&str> = FORMATS.iter().rev().map(|format| format.label).collect();
    match labels.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}
