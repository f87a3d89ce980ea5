//! What the user changed, apart from what was extracted.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::document::{DateCandidate, DocumentId};

/// The user's edits, by the identity of what they change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edits {
    document_dates: BTreeMap<DocumentId, Option<DateCandidate>>,
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

    /// Forgets the date that the user gave a document.
    pub fn reset_document_date(&mut self, id: DocumentId) {
        self.document_dates.remove(&id);
    }
}
