//! What lanes stand for.

use serde::{Deserialize, Serialize};

use crate::document::DocumentId;
use crate::event::Category;

/// What the lanes stand for.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Grouping {
    /// One lane for each category.
    #[default]
    Category,
    /// One for each place; an event at three places stands in three lanes.
    Place,
    /// One for each document; an event that two documents tell of stands in both.
    Document,
    /// One for each participant.
    Participant,
    /// One for each tag.
    Tag,
}

impl Grouping {
    /// Every grouping, in the order of menus.
    pub const ALL: [Self; 5] =
        [Self::Category, Self::Place, Self::Document, Self::Participant, Self::Tag];

    /// The name in commands and, capitalised, in menus.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Place => "place",
            Self::Document => "document",
            Self::Participant => "participant",
            Self::Tag => "tag",
        }
    }

    /// The name as the window shows it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Category => "Category",
            Self::Place => "Place",
            Self::Document => "Document",
            Self::Participant => "Participant",
            Self::Tag => "Tag",
        }
    }

    /// The grouping of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grouping| grouping.name() == name)
    }

    /// What the lane of the events is called that have nothing of the kind.
    pub(super) const fn nothing(self) -> &'static str {
        match self {
            Self::Category => "No category",
            Self::Place => "No place",
            Self::Document => "No document",
            Self::Participant => "No participant",
            Self::Tag => "No tag",
        }
    }

    /// What the lane is called that takes in all those for which there is no lane of their own.
    pub(super) const fn others(self) -> &'static str {
        match self {
            Self::Category => "Other categories",
            Self::Place => "Other places",
            Self::Document => "Other documents",
            Self::Participant => "Other participants",
            Self::Tag => "Other tags",
        }
    }
}

/// What one lane stands for: the same in every model of the same events.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LaneKey {
    /// The events of a category.
    Category(Category),
    /// The events at a place, by its name.
    Place(String),
    /// The events that a document tells of.
    Document(DocumentId),
    /// The events that someone took part in, by name.
    Participant(String),
    /// The events that are sorted by a word.
    Tag(String),
    /// The events that have nothing of the kind.
    Nothing,
    /// All those that have no lane of their own, because there are too many.
    Others,
}
