//! A document's identity.

use serde::{Deserialize, Serialize};

/// A document's identity: a hash of its source and text, the same in every run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentId(u64);

impl DocumentId {
    /// The identity of the document that came from `source` with this text.
    #[must_use]
    pub fn of(source: &str, text: &str) -> Self {
        let hash = fnv1a(FNV_OFFSET, source.as_bytes());
        Self(fnv1a(fnv1a(hash, &[0]), text.as_bytes()))
    }

    /// The number itself, to derive other identities from.
    #[must_use]
    pub const fn value(self) -> u64 {
        self.0
    }
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a (Fowler, Noll, Vo): stable across versions and machines, which `std`'s hasher does
/// not promise.
pub(crate) fn fnv1a(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
