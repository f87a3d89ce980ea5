//! Plain text: the decoded file as it is, with the blocks that its lines show.

use super::ImportError;
use super::decode;
use super::draft::Draft;
use super::format::{Format, Input};
use crate::document::{Block, BlockKind};
use crate::text::Span;

/// Plain text in any encoding.
pub(crate) static FORMAT: Format = Format {
    name: "a text file",
    extensions: &["txt", "text", "log", "asc", "rst", "org", "adoc", "nfo", "srt"],
    sniff: |_| false,
    read,
};

fn read(input: &Input) -> Result<Draft, ImportError> {
    let decoded = decode::decode(input.bytes, None);
    let blocks = blocks(&decoded.text);
    Ok(Draft {
        text: decoded.text,
        blocks,
        warnings: decoded.warning.into_iter().collect(),
        ..Draft::default()
    })
}

/// The blocks of a plain text, as its lines show them.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() {
            let at = start + line.len() - line.trim_start().len();
            let span = Span::new(at, at + words.len());
            blocks.push(Block { span, kind: BlockKind::Paragraph });
        }
        start += line.len();
    }
    blocks
}
