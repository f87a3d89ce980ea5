//! Text compared as people search it: without case and without diacritics.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::Span;

/// Words folded for comparison: compatibility-decomposed (NFKD), without combining marks, in
/// lower case. "Kýiv" and "KYIV" fold to the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Folded {
    chars: Vec<char>,
}

impl Folded {
    /// Folds words.
    #[must_use]
    pub fn new(words: &str) -> Self {
        let chars =
            words.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).collect();
        Self { chars }
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// Whether the words stand anywhere in `text`.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.find_in(text).next().is_some()
    }

    /// Where the words stand in `text`, from left to right, without overlap. Empty words stand
    /// nowhere.
    pub fn find_in<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Span> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            let span = self.find_from(text, from)?;
            from = span.end as usize;
            Some(span)
        })
    }

    fn find_from(&self, text: &str, from: usize) -> Option<Span> {
        let first = *self.chars.first()?;
        let rest = text.get(from..)?;
        rest.char_indices()
            .filter(|&(_, c)| may_start(c, first))
            .find_map(|(at, _)| self.match_at(text, from + at))
    }

    /// The span of a match that starts exactly at `start`, with the marks that follow it.
    fn match_at(&self, text: &str, start: usize) -> Option<Span> {
        let mut wanted = self.chars.iter();
        let mut end = start;
        let mut pending = wanted.next();
        for (at, c) in text[start..].char_indices() {
            let mut folded = Vec::with_capacity(1);
            fold_char(c, &mut folded);
            if pending.is_none() && !folded.is_empty() {
                break;
            }
            for f in folded {
                if pending != Some(&f) {
                    return None;
                }
                pending = wanted.next();
            }
            end = start + at + c.len_utf8();
        }
        pending.is_none().then(|| Span::new(start, end))
    }
}

/// Whether a match that begins with `first` can begin at `c`; the cheap test that most
/// characters of a long text fail.
fn may_start(c: char, first: char) -> bool {
    if c.is_ascii() {
        c.to_ascii_lowercase() == first
    } else {
        let mut folded = Vec::with_capacity(1);
        fold_char(c, &mut folded);
        folded.first() == Some(&first)
    }
}

fn fold_char(c: char, folded: &mut Vec<char>) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
        return;
    }
    decompose_compatible(c, |part| {
        if !is_combining_mark(part) {
            folded.extend(part.to_lowercase());
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, text: &str, expected: &[&str]) {
        let found: Vec<_> = Folded::new(words).find_in(text).map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{words:?} in {text:?}");
    }

    #[test]
    fn case_and_diacritics_do_not_matter() {
        check("kyiv", "KYIV, Kýiv and Kiev", &["KYIV", "Kýiv"]);
        check("Zürich", "zurich ZÜRICH", &["zurich", "ZÜRICH"]);
        check("київ", "Київ", &["Київ"]);
    }

    #[test]
    fn marks_belong_to_the_letter_before_them() {
        check("e", "cafe\u{301}s", &["e\u{301}"]);
    }

    #[test]
    fn one_letter_may_stand_for_several() {
        check("office", "o\u{fb03}ce", &["o\u{fb03}ce"]);
    }

    #[test]
    fn nothing_is_found_nowhere() {
        check("", "anything", &[]);
        check("aab", "aaab", &["aab"]);
    }
}
