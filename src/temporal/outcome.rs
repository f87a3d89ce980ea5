//! What resolving one expression comes to.

use super::calendar::{Calendar, narrowed};
use crate::document::DateCandidate;
use crate::event::{Operation, Reading, Reference};
use crate::text::Span;
use crate::time::{Granularity, Interval, Modifier, TimexType};

/// A time that later expressions may be counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Anchor {
    /// The words that named it.
    pub(super) span: Span,
    pub(super) interval: Interval,
    pub(super) granularity: Granularity,
}

/// What an expression was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    Calendar,
    Document,
    Narrative(Anchor),
    Section(Anchor),
    Missing,
}

/// An expression in its place.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    pub(super) kind: TimexType,
    pub(super) value: String,
    pub(super) interval: Option<Interval>,
    /// What makes it rough.
    pub(super) modifier: Option<Modifier>,
    /// How precisely later expressions know it.
    pub(super) granularity: Granularity,
    pub(super) from: From,
    pub(super) operation: Operation,
    pub(super) alternatives: Vec<Reading>,
    /// Whether it moves the narrative on.
    pub(super) moves: bool,
}

impl Outcome {
    /// A calendar time.
    pub(super) fn calendar(
        calendar: Calendar,
        modifier: Option<Modifier>,
        from: From,
        operation: Operation,
    ) -> Self {
        let interval = calendar.interval();
        Self {
            kind: if calendar.time.is_some() { TimexType::Time } else { TimexType::Date },
            value: calendar.value(),
            granularity: calendar.granularity(),
            interval: interval.map(|interval| narrowed(interval, modifier)),
            modifier,
            from,
            operation,
            alternatives: Vec::new(),
            moves: interval.is_some(),
        }
    }

    /// Something without a place in time.
    pub(super) fn open(kind: TimexType, value: String, from: From) -> Self {
        Self {
            kind,
            value,
            interval: None,
            modifier: None,
            granularity: Granularity::Day,
            from,
            operation: Operation::AsWritten,
            alternatives: Vec::new(),
            moves: false,
        }
    }

    /// What it was counted from, as a derivation states it.
    pub(super) fn reference(
        &self,
        document: Option<&DateCandidate>,
        words: impl Fn(Span) -> String,
    ) -> Reference {
        match (self.from, document) {
            (From::Calendar, _) => Reference::Calendar,
            (From::Document, Some(date)) => {
                Reference::Document { interval: date.interval, origin: date.origin }
            }
            (From::Document, None) | (From::Missing, _) => Reference::Missing,
            (From::Narrative(anchor), _) => Reference::Narrative {
                words: words(anchor.span),
                span: anchor.span,
                interval: anchor.interval,
            },
            (From::Section(anchor), _) => Reference::Section {
                words: words(anchor.span),
                span: anchor.span,
                interval: anchor.interval,
            },
        }
    }
}
