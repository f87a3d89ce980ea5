//! How the time axis runs.

use serde::{Deserialize, Serialize};

use crate::time::{Granularity, Interval, Moment};

/// What an axis is counted from: a moment, as roughly as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ScaleOrigin(Interval);

impl ScaleOrigin {
    /// The time of an event.
    #[must_use]
    pub const fn new(time: Interval) -> Self {
        Self(time)
    }

    /// The moment that counts as nought.
    #[must_use]
    pub fn moment(self) -> Moment {
        self.0.anchor()
    }

    /// The origin as people write it, no more precisely than it is known: "24 Feb 2022".
    #[must_use]
    pub fn label(self) -> String {
        self.0.label()
    }
}

impl From<Moment> for ScaleOrigin {
    /// The day of a moment.
    fn from(moment: Moment) -> Self {
        Self(Interval::unit(moment, Granularity::Day))
    }
}

/// How the time axis runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scale {
    /// The same length for the same time.
    #[default]
    Linear,
    /// Long stretches without an event are pressed together.
    Compressed,
    /// The farther from a moment, the more time takes the same length.
    Logarithmic(ScaleOrigin),
    /// To scale, counted in days and years from a moment.
    Relative(ScaleOrigin),
}

impl Scale {
    /// Whether the same length is the same time everywhere.
    #[must_use]
    pub const fn is_true(self) -> bool {
        matches!(self, Self::Linear | Self::Relative(_))
    }

    /// What it hangs on, if it hangs on a moment.
    #[must_use]
    pub const fn origin(self) -> Option<ScaleOrigin> {
        match self {
            Self::Logarithmic(origin) | Self::Relative(origin) => Some(origin),
            Self::Linear | Self::Compressed => None,
        }
    }

    /// The same scale hung on another origin.
    #[must_use]
    pub const fn with_origin(self, origin: ScaleOrigin) -> Self {
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
                Some(format!("Not to scale: logarithmic from {}", origin.label()))
            }
            Self::Relative(origin) => Some(format!("Counted from D, {}", origin.label())),
        }
    }
}
