//! Whether an event happened.

use serde::{Deserialize, Serialize};

/// What the source says of an event's reality (after Saurí and Pustejovsky 2009, "FactBank").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Factuality {
    /// It happened.
    Happened,
    /// It is under way at the document's date.
    Ongoing,
    /// It is planned, scheduled or promised.
    Planned,
    /// It may have happened or may happen: conditional, alleged, feared.
    Possible,
    /// It is said not to have happened.
    Denied,
}

impl Factuality {
    /// Every value, the surest first.
    pub const ALL: [Self; 5] =
        [Self::Happened, Self::Ongoing, Self::Planned, Self::Possible, Self::Denied];

    /// The name in data formats and, capitalised, in the window.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Ongoing => "ongoing",
            Self::Planned => "planned",
            Self::Possible => "possible",
            Self::Denied => "denied",
        }
    }
}
