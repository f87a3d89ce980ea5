//! Plain text: the decoded file as it is, with the blocks that its lines show.
//!
//! Plain text has no mark-up, but it has habits. Paragraphs stand apart by blank lines, or each
//! is one long line, or lines are wrapped by hand at some width ([`wrap`]). A short line that
//! stands alone and ends like no sentence is a heading ([`heading`]). Rows, items and quotations
//! begin as they begin everywhere ([`line`]).

mod heading;
mod line;
mod paragraph;
mod wrap;

use super::ImportError;
use super::decode;
use super::draft::Draft;
use super::format::{Format, Input};
use crate::document::Block;

/// Plain text in any encoding.
pub(crate) static FORMAT: Format = Format {
    name: "a text file",
    label: "plain text",
    extensions: &["txt", "text", "log", "asc", "rst", "org", "adoc"],
    sniff: |_| false,
    read,
};

#[expect(clippy::unnecessary_wraps, reason = "the registry's signature: other formats can fail")]
fn read(input: &Input) -> Result<Draft, ImportError> {
    let decoded = decode::decode(input.bytes, None);
    let (title, blocks) = title_and_blocks(&decoded.text);
    Ok(Draft {
        title,
        blocks,
        text: decoded.text,
        warnings: decoded.warning.into_iter().collect(),
        ..Draft::default()
    })
}

/// The blocks of a plain text, as its lines show them.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    title_and_blocks(text).1
}

fn title_and_blocks(text: &str) -> (Option<String>, Vec<Block>) {
    let lines = line::lines(text);
    let mut paragraphs = paragraph::paragraphs(&lines);
    let title = heading::mark(text, &mut paragraphs);
    (title, paragraphs.iter().map(|paragraph| paragraph.block).collect())
}

#[cfg(test)]
mod tests;
