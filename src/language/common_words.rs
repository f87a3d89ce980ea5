//! The common words of several languages in one table, which show what a text is written in.

use super::word_table::{UNKNOWN, WordTable};
use crate::text::eight_letters;

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

    /// The languages that a word is common in.
    pub(super) fn languages(&self, word: &str) -> Languages {
        match self.table.find(word.as_bytes()) {
            UNKNOWN => Languages::default(),
            number => self.languages[number as usize],
        }
    }
}

/// The words of a text, each a run of letters.
pub(super) const fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// Words that are read one after the other.
pub(super) struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        let start = word_start(self.text, self.at);
        self.at = word_end(self.text, start);
        self.text.get(start..self.at).filter(|word| !word.is_empty())
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
        let lists = [vec!["a".to_owned(), "die".to_owned()], vec![], vec!["die".to_owned()]];
        let common = CommonWords::new(lists.iter().map(Vec::as_slice));
        let numbers = |word| common.languages(word).numbers().collect::<Vec<_>>();
        assert_eq!(numbers("a"), [0]);
        assert_eq!(numbers("die"), [0, 2]);
        assert!(common.languages("der").is_empty());
        assert!(common.languages("die").has(2) && !common.languages("die").has(1));
    }

    #[test]
    fn words_are_runs_of_letters() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(words(text).collect::<Vec<_>>(), expected, "{text}");
        };
        check("", &[]);
        check("12 – 3", &[]);
        check("In May1941, Länder\u{2019}s end", &["In", "May", "Länder", "s", "end"]);
        check("у столиці", &["у", "столиці"]);
    }
}
