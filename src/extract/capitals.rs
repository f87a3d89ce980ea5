//! Names by their capitals: a word that stands capitalised inside sentences and never in lower
//! case is a name wherever it stands, whatever its ending made of it.
//!
//! Only few words are in doubt, and most of these are small ones that open a sentence: what is
//! noted of each sentence while it is near the core settles nearly all of them, so that few
//! documents are gone through again.

use rustc_hash::FxHashSet;

use super::reading::{Sentence, Word};
use crate::language::Tag;
use crate::text::TokenKind;

/// Which words of a document stand with a capital, and which without.
#[derive(Debug, Default)]
pub(super) struct Capitals {
    /// Words that stand capitalised inside sentences of prose.
    inside: Marks,
    /// Words that stand in lower case there.
    small: Marks,
    /// The capitalised words that were taken for something else than a name, by sentence and
    /// place.
    doubtful: Vec<(usize, usize)>,
}

impl Capitals {
    /// Notes the words of the sentence of a number.
    pub(super) fn note(&mut self, number: usize, words: &[Word<'_>], prose: bool) {
        for (at, word) in words.iter().enumerate() {
            if word.is_upper() {
                let settled =
                    word.tag.is_nominal() || word.tag == Tag::Adjective || word.timex.is_some();
                if !settled {
                    self.doubtful.push((number, at));
                }
                if prose && is_inside(words, at) {
                    self.inside.add(word.id);
                }
            } else if prose && word.kind == TokenKind::Word {
                self.small.add(word.id);
            }
        }
    }

    /// Makes names of the words in doubt that are some.
    pub(super) fn mend(mut self, sentences: &mut [Sentence<'_>]) {
        let id = |sentences: &[Sentence<'_>], (number, at): (usize, usize)| {
            sentences[number].words[at].id
        };
        self.doubtful.retain(|&place| self.inside.may_have(id(sentences, place)));
        let asked = self.doubtful.iter().map(|&place| id(sentences, place)).collect();
        let names = inside(sentences, self.never_small(sentences, asked));
        self.doubtful.retain(|&place| names.contains(&id(sentences, place)));
        for (number, at) in self.doubtful {
            sentences[number].words[at].tag = Tag::Name;
        }
    }

    /// Those of some words that stand nowhere in lower case.
    fn never_small(&self, sentences: &[Sentence<'_>], mut words: FxHashSet<u64>) -> FxHashSet<u64> {
        let mut left: FxHashSet<u64> =
            words.iter().copied().filter(|&word| self.small.may_have(word)).collect();
        // The small words of a language are found in the first sentences.
        for word in prose(sentences).flat_map(|sentence| &sentence.words) {
            if left.is_empty() {
                break;
            }
            if !word.is_upper() && left.remove(&word.id) {
                words.remove(&word.id);
            }
        }
        words
    }
}

/// Those of some words that stand capitalised inside sentences of prose.
fn inside(sentences: &[Sentence<'_>], mut words: FxHashSet<u64>) -> FxHashSet<u64> {
    let mut found = FxHashSet::default();
    for sentence in prose(sentences) {
        if words.is_empty() {
            break;
        }
        for (at, word) in sentence.words.iter().enumerate() {
            if word.is_upper() && is_inside(&sentence.words, at) && words.remove(&word.id) {
                found.insert(word.id);
            }
        }
    }
    found
}

fn prose<'s, 'a>(sentences: &'s [Sentence<'a>]) -> impl Iterator<Item = &'s Sentence<'a>> {
    sentences.iter().filter(|sentence| sentence.is_prose())
}

/// Whether another word stands right before a word, and not the date that labels its line.
fn is_inside(words: &[Word<'_>], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        let before = &words[before];
        let labels = before.timex.is_some() && before.timex == words[0].timex;
        before.kind != TokenKind::Sign && !labels
    })
}

/// A set of words that may seem to have some that it has not.
#[derive(Debug)]
struct Marks([u64; Self::WORDS]);

impl Default for Marks {
    fn default() -> Self {
        Self([0; Self::WORDS])
    }
}

impl Marks {
    /// Bits for some thousand words, which is what a long article has.
    const WORDS: usize = 128;

    fn add(&mut self, word: u64) {
        let (at, bit) = Self::place(word);
        self.0[at] |= bit;
    }

    fn may_have(&self, word: u64) -> bool {
        let (at, bit) = Self::place(word);
        self.0[at] & bit != 0
    }

    /// By the bits that hashing mixes best: the hasher leaves them lowest.
    const fn place(word: u64) -> (usize, u64) {
        ((word >> 19) as usize % Self::WORDS, 1 << (word >> 13 & 63))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, DocumentId};
    use crate::extract::reading::read;
    use crate::language::EventWords;

    /// Whether the word that opens the last sentence of a text is a name.
    fn is_name(text: &str) -> bool {
        let document = Document {
            id: DocumentId::of("test", text),
            title: String::new(),
            source: "test".to_owned(),
            text: text.into(),
            blocks: Vec::new(),
            declared_language: None,
            date_candidates: Vec::new(),
            diagnostics: Vec::new(),
        };
        let words = EventWords::embedded("en").expect("the language has words");
        let sentences = read(&document, words, &[]);
        sentences.last().is_some_and(|sentence| sentence.words[0].tag == Tag::Name)
    }

    #[test]
    fn what_is_never_small_is_a_name_wherever_it_stands() {
        assert!(is_name("The people of Reading were glad. Reading the town had won."));
        assert!(!is_name("The people of Reading love reading. Reading the news they slept."));
        assert!(!is_name("The people of Norwich were glad. Reading the news they slept."));
    }

    #[test]
    fn marks_miss_nothing() {
        let mut marks = Marks::default();
        let word = |number: u64| number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (0..500).for_each(|number| marks.add(word(number)));
        assert!((0..500).all(|number| marks.may_have(word(number))));
        assert!((500..1000).any(|number| !marks.may_have(word(number))));
    }
}
