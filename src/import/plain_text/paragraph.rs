//! Lines to blocks.

use super::line::{Line, Shape};
use super::wrap::{self, Wrap};
use crate::document::{Block, BlockKind};
use crate::text::Span;

/// A block, with what its lines show beyond it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paragraph {
    /// The block.
    pub block: Block,
    /// How many lines it has.
    pub lines: usize,
    /// How many characters it has.
    pub width: usize,
    /// The shape of its first line.
    pub shape: Shape,
    /// Whether it stands right under the block before, with no blank line between.
    pub attached: bool,
}

/// The blocks of these lines; headings are found later.
pub(super) fn paragraphs(lines: &[Line]) -> Vec<Paragraph> {
    let wrap = wrap::detect(lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let before = index.checked_sub(1).map(|index| &lines[index]);
        let after = lines.get(index + 1);
        let kind = kind(line, before, after);
        match (paragraphs.last_mut(), before) {
            (Some(open), Some(before)) if goes_on(open, before, line, kind, wrap) => {
                open.block.span.end = line.end() as u32;
                open.lines += 1;
                open.width += line.width;
            }
            _ => paragraphs.push(Paragraph {
                block: Block { span: Span::new(line.start, line.end()), kind },
                lines: 1,
                width: line.width,
                shape: line.shape,
                attached: !line.after_blank,
            }),
        }
    }
    paragraphs
}

/// The kind of the block that this line would begin.
fn kind(line: &Line, before: Option<&Line>, after: Option<&Line>) -> BlockKind {
    let is_row = |line: &&Line| matches!(line.shape, Shape::Gap | Shape::Row);
    match line.shape {
        Shape::Row => BlockKind::TableRow,
        Shape::Gap => {
            let above = before.as_ref().is_some_and(is_row) && !line.after_blank;
            let below = after.as_ref().is_some_and(|after| is_row(after) && !after.after_blank);
            if above || below { BlockKind::TableRow } else { BlockKind::Paragraph }
        }
        Shape::Item => BlockKind::ListItem,
        Shape::Quote => BlockKind::Quote,
        Shape::Rule => BlockKind::Preformatted,
        Shape::Prose | Shape::Field => BlockKind::Paragraph,
    }
}

/// Whether `line` belongs to the block that is open and ends with the line `before`.
fn goes_on(open: &Paragraph, before: &Line, line: &Line, kind: BlockKind, wrap: Wrap) -> bool {
    if line.after_blank {
        return false;
    }
    match (open.block.kind, kind) {
        (BlockKind::Quote, BlockKind::Quote) => true,
        (BlockKind::Paragraph, BlockKind::Paragraph) => {
            let fields = open.shape == Shape::Field && line.shape == Shape::Field;
            !fields && wrap.joins(before, line)
        }
        // An item's further lines are set in under its words, or wrapped.
        (BlockKind::ListItem, BlockKind::Paragraph) => {
            (open.lines == 1 && line.indent > before.indent)
                || (open.lines > 1 && line.indent == before.indent)
                || wrap.joins(before, line)
        }
        _ => false,
    }
}
