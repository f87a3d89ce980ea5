//! Search in events and in the documents' text, whatever the case and the diacritics.

use rayon::prelude::*;

use crate::document::DocumentId;
use crate::event::{Event, EventId};
use crate::text::{Folded, Span};

use super::Project;

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// Events whose title, places, participants, category or quote hold the words, in the
    /// project's order.
    pub events: Vec<EventId>,
    /// Where the words stand in the documents, in order; at most [`Matches::LIMIT`].
    pub text: Vec<(DocumentId, Span)>,
}

impl Matches {
    /// The most places in the text that a search gives.
    pub const LIMIT: usize = 10_000;
}

/// Looks for words in the project. An empty or blank query finds nothing.
#[must_use]
pub fn search(project: &Project, query: &str) -> Matches {
    let needle = Folded::new(query.trim());
    let mut matches = Matches::default();
    if needle.is_empty() {
        return matches;
    }
    for analysed in project.documents() {
        let text = &analysed.document().text;
        let room = Matches::LIMIT - matches.text.len();
        let found = needle.find_in(text).take(room).map(|span| (analysed.document().id, span));
        matches.text.extend(found);
        let events = analysed.events().par_iter();
        let events = events.filter(|event| !project.is_rejected(event.id));
        let events = events.map(|event| project.as_edited(event));
        let events = events.filter(|event| speaks_of(event, text, &needle));
        matches.events.par_extend(events.map(|event| event.id));
    }
    matches
}

fn speaks_of(event: &Event, text: &str, needle: &Folded) -> bool {
    needle.is_in(&event.title)
        || needle.is_in(event.category.name())
        || event.places.iter().any(|place| needle.is_in(&place.name))
        || event.participants.iter().any(|participant| needle.is_in(&participant.name))
        || event.tags.iter().any(|tag| needle.is_in(tag))
        || event.evidence.iter().any(|evidence| needle.is_in(evidence.quote.of(text)))
}
