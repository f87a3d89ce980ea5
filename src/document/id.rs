//! A document's identity.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

/// A document's identity: a hash of its source and text (XXH3), the same in every run, in every
/// version and on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentId(u64);

impl DocumentId {
    /// The identity of the document that came from `source` with this text.
    #[must_use]
    pub fn of(source: &str, text: &str) -> Self {
        Self(xxh3_64_with_seed(text.as_bytes(), xxh3_64(source.as_bytes())))
    }

    /// The number itself, to derive other identities from.
    #[must_use]
    pub const fn value(self) -> u64 {
        self.0
    }
}
