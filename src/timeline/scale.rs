//! How the time axis runs.

use serde::{Deserialize, Serialize};

use crate::time::{Granularity, Moment};

/// How the time axis runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scale {
    /// The same length for the same time.
    #[default]
    Linear,
    /// Long stretches without an event are pressed together.
    Compressed,
    /// The farther from a moment, the more time takes the same length.
    Logarithmic(Moment),
    /// To scale, counted in days and years from a moment.
    Relative(Moment),
}

impl Scale {
    /// Whether the same length is the same time everywhere.
    #[must_use]
    pub const fn is_true(self) -> bool {
        matches!(self, Self::Linear | Self::Relative(_))
    }

    /// The moment that it hangs on, if it hangs on one.
    #[must_use]
    pub const fn origin(self) -> Option<Moment> {
        match self {
            Self::Logarithmic(origin) | Self::Relative(origin) => Some(origin),
            Self::Linear | Self::Compressed => None,
        }
    }

    /// The same scale hung on another moment.
    #[must_use]
    pub const fn with_origin(self, origin: Moment) -> Self {
        match self {
            Self::Logarithmic(_) => Self::Logarithmic(origin),
            Self::Relative(_) => Self::Relative(origin),
            other => other,
        }
    }

    /// What a reader has to be told of it: "Not to scale: long gaps are compressed". Nothing of
    /// the plain axis.
    #[must_use]
    pub fn notice(self) -> Option<String> {
        match self {
            Self::Linear => None,
            Self::Compressed => Some("Not to scale: long gaps are compressed".to_owned()),
            Self::Logarithmic(origin) => {
                let day = origin.label(Granularity::Day);
                Some(format!("Not to scale: logarithmic from {day}"))
            }
            Self::Relative(origin) => {
                let day = origin.label(Granularity::Day);
                Some(format!("Counted from D, {day}"))
            }
        }
    }
}
