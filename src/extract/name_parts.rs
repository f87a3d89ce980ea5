//! The words of a document's longer names, which tell what a short one can be.

use rustc_hash::{FxBuildHasher, FxHashSet};
use std::hash::BuildHasher;

use super::names::{Name, NameKind, can_be_name, text_of};
use super::phrase::is_quotation_mark;
use super::reading::{Sentence, Word};
use crate::language::{EventWords, WordClass};

/// Words of names by the hash of their folded letters, so that none has to be looked for in all names.
#[derive(Debug, Default)]
pub(super) struct NameParts {
    surnames: FxHashSet<u64>,
    firsts: FxHashSet<u64>,
    of_bodies: FxHashSet<u64>,
}

impl NameParts {
    pub(super) fn of(names: &[Name], words: &EventWords) -> Self {
        let mut out = Self::default();
        for name in names {
            match (name.kind, name.folded.rsplit_once(' ')) {
                (NameKind::Organisation, _) => {
                    out.of_bodies.extend(name.folded.split(' ').map(hash));
                }
                // "Kingdom of Lund" is nobody called Lund.
                (NameKind::Unknown, _) if name.text.split(' ').any(|part| links(part, words)) => {}
                (NameKind::Person | NameKind::Unknown, Some((first, last))) => {
                    out.surnames.insert(hash(last));
                    out.firsts.extend(first.split(' ').next().map(hash));
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

    /// Whether the first word of such a name is this one: "Turgut" in a text that tells of "Turgut Reis".
    pub(super) fn is_first(&self, folded: &str) -> bool {
        self.firsts.contains(&hash(folded))
    }

    /// Whether it is a word of a body's name: "Orr" in a text that tells of "Orr Holdings".
    pub(super) fn is_of_body(&self, folded: &str) -> bool {
        self.of_bodies.contains(&hash(folded))
    }
}

/// Whether a part of a name only links two others: "of", not the particle of "Ludwig van Lund".
pub(super) fn links(part: &str, words: &EventWords) -> bool {
    let class = || words.entry(part).class;
    part.starts_with(char::is_lowercase)
        && class().has(WordClass::NAME_LINK)
        && !class().has(WordClass::NAME_PARTICLE)
}

fn hash(word: &str) -> u64 {
    FxBuildHasher.hash_one(word)
}

/// "J.", "A.L.": capitals with a full stop each.
pub(super) fn is_initials(text: &str) -> bool {
    let mut letters = text.split_terminator('.');
    text.ends_with('.')
        && letters.all(|letter| {
            let mut chars = letter.chars();
            chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
        })
}

/// "VI": the number of a ruler or of a picture.
pub(super) fn is_numbered(word: &Word<'_>) -> bool {
    word.text.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'))
}

/// "Ida Jo "Jojo" Orr": the word behind a name in quotation marks that the bearer of a name before it goes by.
pub(super) fn behind_nickname(words: &[Word<'_>], open: usize) -> Option<usize> {
    const LONGEST: usize = 2;
    let mark = |at: &usize| words.get(*at).is_some_and(is_quotation_mark);
    let close = (open + 2..=open + 1 + LONGEST).find(mark).filter(|_| mark(&open))?;
    let named = words[open + 1..close].iter().all(can_be_name);
    (named && close + 1 < words.len()).then_some(close + 1)
}

/// A name as its bearer is called: "Ida Jo "Jojo" Orr" is Jojo Orr.
pub(super) fn as_called(sentence: &Sentence<'_>, first: usize, end: usize) -> String {
    let mark = |&at: &usize| is_quotation_mark(&sentence.words[at]);
    let Some(open) = (first..end).find(mark) else { return text_of(sentence, first, end) };
    let name: Vec<&str> =
        (open..end).filter(|at| !mark(at)).map(|at| sentence.words[at].text).collect();
    name.join(" ")
}
