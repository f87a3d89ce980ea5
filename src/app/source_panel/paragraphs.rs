//! A document's text cut into pieces that are laid out one by one.

use crate::document::{Block, BlockKind, Document};
use crate::text::Span;

/// Longer blocks are cut: laying a piece of this size out takes a few milliseconds at most.
const LONGEST_BYTES: usize = 4_000;

/// A piece is at least this long where a block has to be cut.
const SHORTEST_BYTES: usize = LONGEST_BYTES / 2;

/// A block of the text, or a part of one that is too long to be laid out at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Where it stands.
    pub(super) span: Span,
    /// What its block is.
    pub(super) kind: BlockKind,
    /// Whether its block ends with it.
    pub(super) ends_block: bool,
}

/// All paragraphs of a document, in order.
#[derive(Debug, Default)]
pub(super) struct Paragraphs(Vec<Paragraph>);

impl Paragraphs {
    /// The paragraphs of a document.
    pub(super) fn of(document: &Document) -> Self {
        let mut paragraphs = Vec::with_capacity(document.blocks.len());
        for &block in &document.blocks {
            cut(&document.text, block, &mut paragraphs);
        }
        Self(paragraphs)
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    /// One of them.
    pub(super) fn get(&self, index: usize) -> Option<Paragraph> {
        self.0.get(index).copied()
    }

    /// The paragraph that holds a byte of the text, or the one before the gap that it is in.
    pub(super) fn holding(&self, offset: usize) -> usize {
        self.0
            .partition_point(|paragraph| paragraph.span.start as usize <= offset)
            .saturating_sub(1)
    }
}

fn cut(text: &str, block: Block, into: &mut Vec<Paragraph>) {
    let mut rest = block.span;
    while rest.len() > LONGEST_BYTES {
        let end = rest.start as usize + cut_length(rest.of(text));
        let span = Span::new(rest.start as usize, end);
        into.push(Paragraph { span, kind: block.kind, ends_block: false });
        rest = Span::new(end, rest.end as usize);
    }
    into.push(Paragraph { span: rest, kind: block.kind, ends_block: true });
}

/// Where to cut a text that is longer than a paragraph may be: behind the last sentence that
/// fits, or else behind the last word, or else anywhere.
fn cut_length(text: &str) -> usize {
    let longest = text.floor_char_boundary(LONGEST_BYTES);
    let shortest = text.floor_char_boundary(SHORTEST_BYTES);
    let window = text.get(shortest..longest).unwrap_or_default();
    let mut word_end = None;
    let mut sentence_end = None;
    let mut before = ' ';
    for (at, character) in window.char_indices() {
        if character.is_whitespace() {
            let behind = shortest + at + character.len_utf8();
            word_end = Some(behind);
            if matches!(before, '.' | '!' | '?' | '…' | '"' | '”' | '\n') {
                sentence_end = Some(behind);
            }
        }
        before = character;
    }
    sentence_end.or(word_end).unwrap_or(longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        let block = Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph };
        let mut paragraphs = Vec::new();
        cut(text, block, &mut paragraphs);
        assert!(paragraphs.last().is_some_and(|last| last.ends_block));
        paragraphs.iter().map(|paragraph| paragraph.span.of(text)).collect()
    }

    #[test]
    fn a_short_block_stays_whole() {
        assert_eq!(pieces("One. Two."), ["One. Two."]);
    }

    #[test]
    fn a_long_block_is_cut_behind_a_sentence_and_nothing_is_lost() {
        let text = "The bridge was rebuilt in two years. ".repeat(400);
        let pieces = pieces(&text);
        assert!(pieces.len() > 3);
        assert_eq!(pieces.concat(), text);
        for piece in &pieces[..pieces.len() - 1] {
            assert!(piece.ends_with("years. "), "{piece}");
            assert!(piece.len() <= LONGEST_BYTES);
        }
    }

    #[test]
    fn without_a_space_a_block_is_cut_between_characters() {
        let text = "я".repeat(10_000);
        let pieces = pieces(&text);
        assert_eq!(pieces.concat(), text);
        assert!(pieces.iter().all(|piece| piece.len() <= LONGEST_BYTES));
    }

    #[test]
    fn an_offset_in_a_gap_belongs_to_the_paragraph_before() {
        let paragraph = |start, end| Paragraph {
            span: Span::new(start, end),
            kind: BlockKind::Paragraph,
            ends_block: true,
        };
        let paragraphs = Paragraphs(vec![paragraph(2, 5), paragraph(7, 9)]);
        let check = |offset, expected| assert_eq!(paragraphs.holding(offset), expected, "{offset}");
        check(0, 0);
        check(4, 0);
        check(6, 0);
        check(7, 1);
        check(100, 1);
    }
}
