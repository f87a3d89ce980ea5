//! Text that is put together from a marked-up format, block by block.

use crate::document::{Block, BlockKind};
use crate::text::Span;

/// The text of a marked-up document as it grows. White space is collapsed as a browser does it,
/// and what only guides line breaking (soft hyphens, zero-width spaces) is left out, so that a
/// word is found as it is read.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    text: String,
    blocks: Vec<Block>,
    /// Where the open block started, and what it is.
    open: Option<(usize, BlockKind)>,
    /// What separates the next word from the last one.
    gap: Gap,
}

/// The separation before the next word, the wider one winning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
    Cell,
}

impl Flow {
    /// Begins a block; one that stays without words leaves no trace.
    pub(crate) fn open(&mut self, kind: BlockKind) {
        self.close();
        self.open = Some((self.text.len(), kind));
    }

    /// Ends the open block.
    pub(crate) fn close(&mut self) {
        self.gap = Gap::None;
        let Some((start, kind)) = self.open.take() else { return };
        let end = self.text.trim_end().len();
        if start < end {
            self.text.truncate(end);
            self.blocks.push(Block { span: Span::new(start, end), kind });
        } else {
            self.text.truncate(start);
        }
    }

    /// The kind of the open block.
    pub(crate) fn kind(&self) -> Option<BlockKind> {
        self.open.map(|(_, kind)| kind)
    }

    /// Whether the open block has words.
    pub(crate) fn has_words(&self) -> bool {
        self.open.is_some_and(|(start, _)| start < self.text.len())
    }

    /// Whether the last thing that happened in the open block was a line break.
    pub(crate) fn is_at_line_break(&self) -> bool {
        self.gap == Gap::Line
    }

    /// Adds running text, to a paragraph if no block is open.
    pub(crate) fn words(&mut self, words: &str) {
        for c in words.chars() {
            if c.is_whitespace() {
                self.gap = self.gap.max(Gap::Space);
            } else if !is_invisible(c) {
                self.separate();
                self.text.push(c);
            }
        }
    }

    /// Adds text whose spaces and line breaks count.
    pub(crate) fn verbatim(&mut self, text: &str) {
        let text = if self.has_words() { text } else { text.trim_start_matches(['\r', '\n']) };
        for c in text.chars() {
            if c == '\n' || (c.is_whitespace() && !self.has_words()) {
                self.gap = self.gap.max(if c == '\n' { Gap::Line } else { Gap::None });
            } else if c != '\r' && !is_invisible(c) {
                self.separate();
                self.text.push(c);
            }
        }
    }

    /// Breaks the line inside a block.
    pub(crate) fn line_break(&mut self) {
        self.gap = self.gap.max(Gap::Line);
    }

    /// Goes on to the next cell of a row.
    pub(crate) fn cell(&mut self) {
        self.gap = Gap::Cell;
    }

    /// The text and its blocks.
    pub(crate) fn finish(mut self) -> (String, Vec<Block>) {
        self.close();
        (self.text, self.blocks)
    }

    /// Writes what separates the next character from the text before.
    fn separate(&mut self) {
        if self.has_words() {
            match self.gap {
                Gap::None => {}
                Gap::Space => self.text.push(' '),
                Gap::Line => self.text.push('\n'),
                Gap::Cell => self.text.push('\t'),
            }
        } else {
            self.begin();
        }
        self.gap = Gap::None;
    }

    /// Parts the open block, which has no words yet, from the one before: rows of a table and
    /// items of a list by a line's end, anything else by a blank line.
    fn begin(&mut self) {
        let kind = self.kind().unwrap_or(BlockKind::Paragraph);
        if let Some(last) = self.blocks.last() {
            let close =
                last.kind == kind && matches!(kind, BlockKind::TableRow | BlockKind::ListItem);
            self.text.push_str(if close { "\n" } else { "\n\n" });
        }
        self.open = Some((self.text.len(), kind));
    }
}

/// Characters that tell a browser where to break a word, and a reader nothing.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_parted_and_white_space_is_collapsed() {
        let mut flow = Flow::default();
        flow.open(BlockKind::Heading(1));
        flow.words("  The\n siege ");
        flow.open(BlockKind::Paragraph);
        flow.open(BlockKind::TableRow);
        flow.words("1812");
        flow.cell();
        flow.words(" Sep\u{AD}tember ");
        flow.open(BlockKind::TableRow);
        flow.words("1813");
        flow.close();
        flow.words("It ended\u{A0}in");
        flow.line_break();
        flow.words(" 1814.");
        let (text, blocks) = flow.finish();
        assert_eq!(text, "The siege\n\n1812\tSeptember\n1813\n\nIt ended in\n1814.");
        let kinds: Vec<_> = blocks.iter().map(|b| (b.kind, b.span.of(&text))).collect();
        assert_eq!(
            kinds,
            [
                (BlockKind::Heading(1), "The siege"),
                (BlockKind::TableRow, "1812\tSeptember"),
                (BlockKind::TableRow, "1813"),
                (BlockKind::Paragraph, "It ended in\n1814."),
            ]
        );
    }

    #[test]
    fn verbatim_text_keeps_its_lines() {
        let mut flow = Flow::default();
        flow.open(BlockKind::Preformatted);
        flow.verbatim("\n  a  b\r\nc\n\n");
        assert_eq!(flow.finish().0, "a  b\nc");
    }
}
