//! Reading documents: real files in every encoding and format, folders, and anything at all.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its input fails")]

mod encodings;
mod folders;
mod formats;
mod mail;
mod properties;
mod writing;

use dateline::document::{BlockKind, Document};
use dateline::files::Source;
use dateline::import::{self, ImportError};

/// A file of `tests/fixtures/reading`.
fn fixture(name: &str) -> Source {
    Source::new(format!("{}/tests/fixtures/reading/{name}", env!("CARGO_MANIFEST_DIR")))
}

/// The document that a fixture holds.
fn document(name: &str) -> Document {
    let (bytes, _) = fixture(name).bytes().unwrap();
    import::import(name, &bytes).unwrap()
}

/// Why a fixture cannot be read.
fn error(name: &str) -> ImportError {
    let (bytes, _) = fixture(name).bytes().unwrap();
    import::import(name, &bytes).unwrap_err()
}

/// The kinds and words of a document's blocks.
fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind, block.span.of(&document.text))).collect()
}
