//! The common words of several languages in one table, which show what a text is written in.

use super::word_table::{UNKNOWN, WordTable};
use crate::text::{eight_letters, eight_letters_as_written};

/// Languages by their numbers, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Languages(u128);

impl Languages {
    /// One language alone. More than 128 are not told apart: nobody detects so many.
    const fn one(number: usize) -> Self {
        Self(1 << (number as u32 % u128::BITS))
    }

    /// Whether this language is one of them.
    pub(super) const fn has(self, number: usize) -> bool {
        self.0 & Self::one(number).0 != 0
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Their numbers, the lowest first.
    pub(super) fn numbers(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let number = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(number)
        })
    }
}

/// Words with the languages that they are common in.
#[derive(Debug)]
pub(super) struct CommonWords {
    table: WordTable,
    /// By a word's number.
    languages: Vec<Languages>,
}

impl CommonWords {
    /// The common words of each language, in the order of their numbers.
    pub(super) fn new<'a>(lists: impl Iterator<Item = &'a [String]>) -> Self {
        let mut words: Vec<(&str, Languages)> = Vec::new();
        for (number, list) in lists.enumerate() {
            words.extend(list.iter().map(|word| (word.as_str(), Languages::one(number))));
        }
        words.sort_unstable_by_key(|(word, _)| *word);
        words.dedup_by(|next, word| {
            let same = next.0 == word.0;
            if same {
                word.1.0 |= next.1.0;
            }
            same
        });
        Self {
            table: WordTable::new(words.iter().map(|(word, _)| *word)),
            languages: words.iter().map(|(_, languages)| *languages).collect(),
        }
    }

    /// The languages that each word of a text is common in, one after the other. A word is a run of
    /// letters.
    pub(super) const fn languages<'t>(&'t self, text: &'t str) -> LanguagesOf<'t> {
        LanguagesOf { common: self, text, at: 0 }
    }

    fn of(&self, number: u32) -> Languages {
        match number {
            UNKNOWN => Languages::default(),
            number => self.languages[number as usize],
        }
    }
}

/// What a text's words are common in, read one after the other.
pub(super) struct LanguagesOf<'t> {
    common: &'t CommonWords,
    text: &'t str,
    at: usize,
}

impl Iterator for LanguagesOf<'_> {
    type Item = Languages;

    #[inline]
    fn next(&mut self) -> Option<Languages> {
        let bytes = self.text.as_bytes();
        let start = word_start(self.text, self.at);
        let (letters, short) = eight_letters_as_written(bytes, start);
        self.at = start + letters;
        let next = bytes.get(self.at);
        if (1..8).contains(&letters) && next.is_none_or(u8::is_ascii) {
            return Some(self.common.of(self.common.table.find_short(short)));
        }
        self.at = word_end(self.text, self.at);
        let word = bytes.get(start..self.at).filter(|word| !word.is_empty())?;
        Some(self.common.of(self.common.table.find(word)))
    }
}

/// Where the next letter stands.
#[inline]
fn word_start(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(&byte) = text.as_bytes().get(at) {
        if byte.is_ascii_alphabetic() {
            break;
        } else if byte.is_ascii() {
            at += 1;
        } else {
            match wide(text, at) {
                (letter, _) if letter.is_alphabetic() => break,
                (_, length) => at += length,
            }
        }
    }
    at
}

/// Where the letters end that stand here.
#[inline]
fn word_end(text: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        let (letters, _) = eight_letters(text.as_bytes(), at);
        at += letters;
        match text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii_alphabetic() => {}
            Some(128..) if wide(text, at).0.is_alphabetic() => at += wide(text, at).1,
            _ => return at,
        }
    }
}

/// The character beyond ASCII at a place, and its length.
fn wide(text: &str, at: usize) -> (char, usize) {
    let wide = text[at..].chars().next().unwrap_or_default();
    (wide, wide.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_common_in_each_language_that_lists_it() {
        let lists = [&["a", "die"][..], &["zusammen", "у"], &["die"]];
        let lists = lists.map(|list| list.iter().map(|&word| word.to_owned()).collect::<Vec<_>>());
        let common = CommonWords::new(lists.iter().map(Vec::as_slice));
        let check = |text: &str, expected: &[&[usize]]| {
            let found: Vec<Vec<usize>> =
                common.languages(text).map(|languages| languages.numbers().collect()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("", &[]);
        check("12 \u{2013} 3", &[]);
        check("a", &[&[0]]);
        check("die der", &[&[0, 2], &[]]);
        check("Die a1die, die\u{2019}a", &[&[], &[0], &[0, 2], &[0, 2], &[0]]);
        check("dieä, im Mai1941: zusammen a", &[&[], &[], &[], &[1], &[0]]);
        check("у столиці", &[&[1], &[]]);
        assert!(Languages::one(2).has(2) && !Languages::one(2).has(1));
    }
}
