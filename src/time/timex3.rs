//! The vocabulary of TIMEX3, the annotation of time expressions in ISO-TimeML (ISO 24617-1).

use serde::{Deserialize, Serialize};

/// The `type` of a TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    /// A calendar time of a day or coarser: "last year", "12 March".
    Date,
    /// A time finer than a day: "3 p.m.", "Tuesday morning".
    Time,
    /// An amount of time: "two days".
    Duration,
    /// A recurring time: "every Friday".
    Set,
}

/// The `mod` of a TIMEX3: how the expression narrows or blurs the time it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Modifier {
    /// Before the time named: "before 1990".
    Before,
    /// After the time named: "after 1990".
    After,
    /// Not after it: "no later than Friday", "by Friday".
    OnOrBefore,
    /// Not before it: "no earlier than Friday", "since Friday".
    OnOrAfter,
    /// Less than the amount named: "less than two days".
    LessThan,
    /// More than the amount named: "more than two days".
    MoreThan,
    /// At most: "no more than two days".
    EqualOrLess,
    /// At least: "at least two days".
    EqualOrMore,
    /// The beginning of it: "early March".
    Start,
    /// The middle of it: "mid-March".
    Mid,
    /// The end of it: "late March".
    End,
    /// Roughly: "about 1200".
    Approx,
}

impl Modifier {
    /// The attribute's value in TIMEX3: upper case with underscores.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
        }
    }
}
