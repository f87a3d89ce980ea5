//! Where in a document a time can date it: in its title, its head or its foot, and at the start of
//! its first paragraphs. Most times stand elsewhere and need not be looked at closely.

use super::words::DateWords;
use super::{dateline, line};
use crate::document::{BlockKind, Document};
use crate::temporal::expression::Expression;
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
    /// The paragraphs that a dateline may open.
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

    /// Whether a time, by its number, may date its document, by where it stands and what beside it.
    pub(super) fn may_date(
        &self,
        document: &Document,
        times: &[Expression],
        at: usize,
        words: &DateWords,
    ) -> bool {
        let time = times[at].span;
        let opening = self.openings.iter().find(|paragraph| paragraph.contains(time));
        let led = |paragraph: &Span| {
            let before = Span { end: time.start, ..*paragraph };
            dateline::is_place(before.of(&document.text), words)
        };
        let block = line::block_of(document, time);
        let title = document.blocks.get(block).is_some_and(|found| found.kind == BlockKind::Title);
        let aside = match self.zone(block) {
            _ if title => line::around(document, time).is_some(),
            // A record may be called so there.
            Some(Zone::Head) => line::around(document, time).is_some(),
            Some(Zone::Foot) => line::may_be_there_for_its_dates(document, times, at, words),
            None => false,
        };
        aside || opening.is_some_and(led)
    }
}
