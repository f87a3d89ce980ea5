//! What rules ask of the words of a sentence again and again, found out in one go through them.

use super::reading::Word;
use super::word_set::WordSet;
use crate::language::WordClass;

/// What a sentence's words are, all of them together.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Those that start with a capital.
    pub(super) capitalised: WordSet,
    /// Those that are numbers, or stand for one.
    pub(super) numerals: WordSet,
    /// The classes that any of them belongs to.
    pub(super) classes: WordClass,
    /// Whether any of them names a country, or its people.
    pub(super) names_country: bool,
}

impl Marks {
    pub(super) fn of(words: &[Word<'_>]) -> Self {
        let mut out = Self::default();
        for (at, word) in words.iter().enumerate() {
            if word.is_upper() {
                out.capitalised.add(at);
            }
            if word.numeral {
                out.numerals.add(at);
            }
            out.classes |= word.entry.class;
            out.names_country |= word.entry.country.is_some();
        }
        out
    }
}
