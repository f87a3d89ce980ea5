//! Why a mention was taken for one of an event that is told elsewhere too.

use serde::{Deserialize, Serialize};

use crate::time::Interval;

/// How a further mention of an event came to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// What the two have in common besides their time and kind.
    pub shared: Shared,
    /// Whether its wording is nearly that of another mention: a copy, which confirms nothing.
    pub copied: bool,
    /// The time that this mention gives, where the two do not agree.
    pub disputed: Option<Interval>,
}

/// What two mentions of an event have in common, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Shared(u8);

impl Shared {
    /// A place.
    pub const PLACE: Self = Self(1);
    /// Someone or something that took part.
    pub const PARTICIPANT: Self = Self(2);
    /// The words that say what happened.
    pub const WORDS: Self = Self(4);
    /// A number that is no date: of people killed, of a resolution.
    pub const NUMBER: Self = Self(8);

    const NAMED: [(Self, &'static str); 4] = [
        (Self::PLACE, "place"),
        (Self::PARTICIPANT, "participant"),
        (Self::WORDS, "words"),
        (Self::NUMBER, "number"),
    ];

    /// Whether it holds all of the other.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Adds the other if the condition holds.
    #[must_use]
    pub const fn with(self, other: Self, condition: bool) -> Self {
        if condition { Self(self.0 | other.0) } else { self }
    }

    /// The names in data formats of what it holds.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMED.into_iter().filter(move |(one, _)| self.has(*one)).map(|(_, name)| name)
    }
}
