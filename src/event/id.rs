//! An event's identity.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64_with_seed;

use crate::document::DocumentId;
use crate::text::Span;

/// An event's identity: made from its document, its quote and its number there, so that the
/// same text gives the same one in every run, whatever date the document is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventId(u64);

impl EventId {
    /// The identity of the `number`-th event that is read from `quote`.
    #[must_use]
    pub fn of(document: DocumentId, quote: Span, number: u32) -> Self {
        let numbers = [quote.start, quote.end, number].map(u32::to_le_bytes);
        Self(xxh3_64_with_seed(numbers.as_flattened(), document.value()))
    }

    /// The number itself.
    #[must_use]
    pub const fn value(self) -> u64 {
        self.0
    }
}
