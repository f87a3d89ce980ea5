//! When an event was, or why that cannot be said.

use serde::{Deserialize, Serialize};

use crate::time::Interval;

/// When an event was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    /// At a time that can be drawn.
    Dated(Interval),
    /// Again and again: a mark over the whole stretch, if there is one.
    Recurring {
        /// The stretch in which it recurs, if the text gives one.
        within: Option<Interval>,
        /// The recurrence as a TIMEX3 value (`XXXX-WXX-5` is every Friday).
        rule: Box<str>,
    },
    /// Not datable from what the document says: kept in the tray, never invented.
    Undated(Missing),
}

impl When {
    /// The interval to draw, if there is one.
    #[must_use]
    pub const fn interval(&self) -> Option<Interval> {
        match self {
            Self::Dated(interval) => Some(*interval),
            Self::Recurring { within, .. } => *within,
            Self::Undated(_) => None,
        }
    }
}

/// What an undated event lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// Its time is relative and the document has no date.
    DocumentDate,
    /// Its time hangs on another event that is not dated here ("before the invasion").
    Anchor,
    /// Its time is too vague to draw ("recently").
    Vague,
    /// Only its length is known ("a multi-year program").
    DurationOnly,
}
