//! How a date was found: what a person can read, and the program replay.

use serde::{Deserialize, Serialize};

use crate::document::DateOrigin;
use crate::text::Span;
use crate::time::{Granularity, Interval, Modifier};

/// Why an event has the date that it has.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Derivation {
    /// The words that name the time, as they stand in the text; empty where no words do and the
    /// date is inferred from the reference alone.
    pub words: String,
    /// What the words were counted from.
    pub reference: Reference,
    /// What was done to the reference.
    pub operation: Operation,
    /// How the words narrow or blur the result.
    pub modifier: Option<Modifier>,
    /// What came out; `None` where the words cannot be placed in time.
    pub result: Option<Interval>,
    /// How the event and the time belong together.
    pub link: Link,
    /// Other readings that were possible (05/03/2022), the likeliest first; never the result.
    pub alternatives: Vec<Reading>,
    /// How far the result can be relied on.
    pub certainty: Certainty,
}

impl Derivation {
    /// Words in an event's own clause that name a calendar time by themselves.
    #[must_use]
    pub fn as_written(words: impl Into<String>, result: Option<Interval>) -> Self {
        Self {
            words: words.into(),
            reference: Reference::Calendar,
            operation: Operation::AsWritten,
            modifier: None,
            result,
            link: Link::SameClause,
            alternatives: Vec::new(),
            certainty: Certainty::Exact,
        }
    }
}

/// What a time was counted from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reference {
    /// Nothing: the words name a calendar time by themselves.
    Calendar,
    /// The document's date.
    Document {
        /// The date.
        interval: Interval,
        /// Where it came from.
        origin: DateOrigin,
    },
    /// A time named earlier in the text.
    Narrative {
        /// Its words.
        words: String,
        /// Where they stand.
        span: Span,
        /// What they came to.
        interval: Interval,
    },
    /// A heading that dates its section.
    Section {
        /// Its words.
        words: String,
        /// Where they stand.
        span: Span,
        /// What they came to.
        interval: Interval,
    },
    /// It would take a reference, and there is none.
    Missing,
}

/// What was done with the reference to reach the result.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Operation {
    /// Nothing: the words say it all ("24 February 2022").
    AsWritten,
    /// Taken over as it is ("that day", or no words at all).
    Same,
    /// The unit that holds the reference ("this year", "today").
    Holding {
        /// The unit.
        unit: Granularity,
    },
    /// So many units on from the reference, or back ("last year" is -1, "two days later" +2).
    Shift {
        /// How many; negative is earlier.
        amount: i64,
        /// The unit.
        unit: Granularity,
    },
    /// The stretch of so many units that ends (negative) or starts at the reference ("in the
    /// past year", "the next two weeks").
    Stretch {
        /// How many; negative is the stretch before the reference.
        amount: i64,
        /// The unit.
        unit: Granularity,
    },
    /// The last such time before the reference ("on Tuesday" in a report on what happened).
    Previous,
    /// The next such time after the reference ("on Tuesday" in an announcement).
    Next,
    /// The such time that lies nearest to the reference.
    Nearest,
    /// The fields that the words leave out are the reference's ("in October", after 1942).
    Completed {
        /// The coarsest field taken from the reference.
        unit: Granularity,
    },
}

/// How an event came to its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Link {
    /// The time stands in the event's own clause.
    SameClause,
    /// The time stands in the same sentence, in another clause.
    SameSentence,
    /// The section's heading, the row's date column or the list item's label is the time.
    Section,
    /// The narrative's date, from a sentence before.
    Narrative,
    /// The document's date: news that names no other.
    Document,
    /// A person set it.
    User,
}

/// Another reading of the same words.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reading {
    /// What the words would mean then.
    pub interval: Interval,
    /// What was done to reach it.
    pub operation: Operation,
}

/// How far a date can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// The words say it, in the event's own sentence.
    Exact,
    /// The words blur it ("about", "early", "by").
    Approximate,
    /// The date comes from another sentence, a heading or the document's date.
    Inferred,
}

impl Certainty {
    /// The name in data formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approximate => "approximate",
            Self::Inferred => "inferred",
        }
    }
}
