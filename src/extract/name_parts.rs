//! The words of a document's longer names, which tell what a short one can be.

use rustc_hash::{FxBuildHasher, FxHashSet};
use std::hash::BuildHasher;

use super::names::{Name, NameKind};

/// Words of names by the hash of their folded letters, so that none has to be looked for in all names.
#[derive(Debug, Default)]
pub(super) struct NameParts {
    surnames: FxHashSet<u64>,
    of_bodies: FxHashSet<u64>,
}

impl NameParts {
    pub(super) fn of(names: &[Name]) -> Self {
        let mut out = Self::default();
        for name in names {
            match (name.kind, name.folded.rsplit_once(' ')) {
                (NameKind::Organisation, _) => {
                    out.of_bodies.extend(name.folded.split(' ').map(hash));
                }
                // "Kingdom of Lund" is nobody called Lund.
                (NameKind::Unknown, _) if name.text.split(' ').any(is_lower) => {}
                (NameKind::Person | NameKind::Unknown, Some((_, last))) => {
                    out.surnames.insert(hash(last));
                }
                _ => {}
            }
        }
        out
    }

    /// Whether the last word of a name of several words that can be a person's is this one: "Orr" in a
    /// text that tells of "Ida Orr".
    pub(super) fn is_surname(&self, folded: &str) -> bool {
        self.surnames.contains(&hash(folded))
    }

    /// Whether it is a word of a body's name: "Orr" in a text that tells of "Orr Holdings".
    pub(super) fn is_of_body(&self, folded: &str) -> bool {
        self.of_bodies.contains(&hash(folded))
    }
}

fn is_lower(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

fn hash(word: &str) -> u64 {
    FxBuildHasher.hash_one(word)
}
