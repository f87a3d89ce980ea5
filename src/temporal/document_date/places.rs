//! Where in a document a time can date it: in its title, its head or its foot, and at the start of
//! its first paragraphs. Most times stand elsewhere and need not be looked at closely.

use super::{dateline, line};
use crate::document::{BlockKind, Document};
use crate::text::Span;

/// A paragraph of so many bytes is text, and what stands before it is the document's head.
const TEXT: usize = 160;
/// The most blocks that a head and a foot have.
const HEAD: usize = 12;
const FOOT: usize = 5;

/// Where in a document a line may date it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    Head,
    Foot,
}

/// The parts of a document that may hold its date.
#[derive(Debug)]
pub(super) struct Places {
    /// How many blocks the head has.
    head: usize,
    /// Where the foot begins.
    foot: usize,
    /// Where the day of a dateline may start.
    openings: Vec<Span>,
}

impl Places {
    pub(super) fn of(document: &Document) -> Self {
        let blocks = &document.blocks;
        let is_text = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Quote);
        let text = blocks.iter().position(|b| is_text(b.kind) && b.span.len() >= TEXT);
        // A short document has no long paragraph; its head is a few lines.
        let head = text.unwrap_or(blocks.len().min(3)).min(HEAD);
        let foot = blocks.len().saturating_sub(FOOT).max(head + 1);
        Self { head, foot, openings: dateline::openings(document).collect() }
    }

    pub(super) const fn zone(&self, block: usize) -> Option<Zone> {
        if block < self.head {
            Some(Zone::Head)
        } else if block >= self.foot {
            Some(Zone::Foot)
        } else {
            None
        }
    }

    /// Whether a time may date its document, by where it stands alone.
    pub(super) fn may_date(&self, document: &Document, time: Span) -> bool {
        let start = time.start as usize;
        self.openings.iter().any(|opening| opening.contains_offset(start))
            || line::around(document, time).is_some_and(|(block, _)| {
                document.blocks[block].kind == BlockKind::Title || self.zone(block).is_some()
            })
    }
}
