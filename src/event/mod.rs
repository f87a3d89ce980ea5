//! An event: what it knows of itself, and nothing of how it was found or is drawn.

mod category;
mod derivation;
mod fact;
mod factuality;
mod id;
mod joined;
mod list;
mod participant;
mod place;
mod when;

use std::sync::Arc;

use smallvec::{SmallVec, smallvec};

pub use category::Category;
pub use derivation::{Certainty, Derivation, Link, Operation, Reading, Reference};
pub use fact::Fact;
pub use factuality::Factuality;
pub use id::EventId;
pub use joined::{Joined, Shared};
pub use list::List;
pub use participant::{Participant, ParticipantKind};
pub use place::{Coordinates, Place, PlaceKind};
pub use when::{Missing, When};

use crate::document::DocumentId;
use crate::text::{Excerpt, Span};

/// Something that happened, is planned, or is said not to have happened, tied to its source.
///
/// There may be ten million of them, all in memory: what few have, or many have alike, stands
/// behind a pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its identity, the same whenever the same document is analysed again.
    pub id: EventId,
    /// At most about ten words from its clause that can be read alone.
    pub title: Excerpt,
    /// When it was, as far as it can be dated.
    pub when: When,
    /// How that date was found.
    pub derivation: Arc<Derivation>,
    /// What kind of event it is.
    pub category: Category,
    /// Where it was, most important first.
    pub places: List<Place>,
    /// Who took part, most important first.
    pub participants: List<Participant>,
    /// The numbers that the text gives for it.
    pub facts: List<Fact>,
    /// Who says so, where the text names its source.
    pub said_by: Option<Box<str>>,
    /// Words that people have sorted it by; none if its document does not bring any.
    pub tags: List<String>,
    /// Whether it happened.
    pub factuality: Factuality,
    /// Where it says so; at least one, the best first.
    pub evidence: SmallVec<[Evidence; 1]>,
    /// How sure the program is that this is an event and that all of the above is right: 0 to 1.
    pub confidence: f32,
}

/// The tag of events that a person has starred: what matters most of all.
pub const STAR: &str = "starred";

impl Event {
    /// An event of which nothing is known but what it is called, when it was and where that is
    /// said. It has happened for sure, and is undated if its derivation came to nothing.
    #[must_use]
    pub fn new(
        id: EventId,
        title: impl Into<Excerpt>,
        derivation: impl Into<Arc<Derivation>>,
        evidence: Evidence,
    ) -> Self {
        let derivation = derivation.into();
        Self {
            id,
            title: title.into(),
            when: derivation.result.map_or(When::Undated(Missing::Vague), When::Dated),
            derivation,
            category: Category::Other,
            places: List::default(),
            participants: List::default(),
            facts: List::default(),
            said_by: None,
            tags: List::default(),
            factuality: Factuality::Happened,
            evidence: smallvec![evidence],
            confidence: 1.0,
        }
    }

    /// Whether a person has starred it.
    #[must_use]
    pub fn is_starred(&self) -> bool {
        self.tags.iter().any(|tag| tag == STAR)
    }
}

/// The words of a document that speak of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The document.
    pub document: DocumentId,
    /// The clause or sentence that is quoted.
    pub quote: Span,
    /// The whole sentence around it.
    pub sentence: Span,
    /// The time expression that dates it, wherever in the document it stands.
    pub expression: Option<Span>,
    /// How it came to the event, if it is not the mention that the event was read from.
    pub joined: Option<Box<Joined>>,
}

impl Evidence {
    /// The words that an event is read from, a whole sentence of its document.
    #[must_use]
    pub const fn of(document: DocumentId, quote: Span) -> Self {
        Self { document, quote, sentence: quote, expression: None, joined: None }
    }
}
