//! What the user changed, apart from what was extracted.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::document::{DateCandidate, DocumentId};
use crate::event::EventId;

/// The user's edits, by the identity of what they change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edits {
    document_dates: BTreeMap<DocumentId, Option<DateCandidate>>,
    #[serde(default)]
    tags: BTreeMap<EventId, Vec<String>>,
    #[serde(default)]
    rejected: BTreeSet<EventId>,
}

impl Edits {
    /// The date that the user gave a document. `Some(&None)`: the user said that it has none.
    #[must_use]
    pub fn document_date(&self, id: DocumentId) -> Option<&Option<DateCandidate>> {
        self.document_dates.get(&id)
    }

    /// Notes the date that the user gave a document.
    pub fn set_document_date(&mut self, id: DocumentId, date: Option<DateCandidate>) {
        self.document_dates.insert(id, date);
    }

    /// The events that the user gave tags, with all tags that they have since.
    pub fn tags(&self) -> impl Iterator<Item = (EventId, &[String])> {
        self.tags.iter().map(|(&id, tags)| (id, tags.as_slice()))
    }

    /// Notes the tags of an event, in place of those that it had.
    pub fn set_tags(&mut self, id: EventId, tags: Vec<String>) {
        self.tags.insert(id, tags);
    }

    /// The events that the user says are none.
    #[must_use]
    pub const fn rejected(&self) -> &BTreeSet<EventId> {
        &self.rejected
    }

    /// Notes that an event is none, or that it is one after all.
    pub fn set_rejected(&mut self, id: EventId, rejected: bool) {
        if rejected {
            self.rejected.insert(id);
        } else {
            self.rejected.remove(&id);
        }
    }

    /// Whether nothing was changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.document_dates.is_empty() && self.tags.is_empty() && self.rejected.is_empty()
    }

    /// Takes up earlier edits of what has none here.
    pub(super) fn add_missing(&mut self, earlier: Self) {
        let Self { document_dates, tags, rejected } = earlier;
        for (id, date) in document_dates {
            self.document_dates.entry(id).or_insert(date);
        }
        for (id, all) in tags {
            self.tags.entry(id).or_insert(all);
        }
        self.rejected.extend(rejected);
    }

    /// Forgets the date that the user gave a document.
    pub fn reset_document_date(&mut self, id: DocumentId) {
        self.document_dates.remove(&id);
    }
}
