//! An event's identity.

use serde::{Deserialize, Serialize};

use crate::document::{DocumentId, fnv1a};
use crate::text::Span;

/// An event's identity: made from its document, its quote and its number there, so that the
/// same text gives the same one in every run, whatever date the document is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventId(u64);

impl EventId {
    /// The identity of the `number`-th event that is read from `quote`.
    #[must_use]
    pub fn of(document: DocumentId, quote: Span, number: u32) -> Self {
        let hash = fnv1a(document.value(), &quote.start.to_le_bytes());
        let hash = fnv1a(hash, &quote.end.to_le_bytes());
        Self(fnv1a(hash, &number.to_le_bytes()))
    }

    /// The number itself.
    #[must_use]
    pub const fn value(self) -> u64 {
        self.0
    }
}
