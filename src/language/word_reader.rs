//! Reads the words of a text: what the pack says of each, and its part of speech.

use super::event_words::{EventWords, WordEntry};
use super::part_of_speech::Tag;
use super::seen::Seen;
use super::speech::{Outline, SpeechTagger, WordScores};
use crate::text::TokenKind;

/// Reads the words of one text after the other, and remembers what it learns of them.
#[derive(Debug)]
pub struct WordReader<'w> {
    words: &'w EventWords,
    memory: Memory,
}

/// What was learnt of words, by the numbers of [`Seen`]; the number 0 is that of the edge of a
/// sentence.
#[derive(Debug, Default)]
pub(super) struct Memory {
    seen: Seen,
    known: Vec<Known>,
    outlines: Vec<Outline>,
    scores: Vec<WordScores>,
}

/// What the pack says of a word.
#[derive(Clone, Copy, Debug)]
struct Known {
    entry: WordEntry,
    kind: TokenKind,
    listed: Option<Tag>,
    /// Its likeliest part of speech at the start of a sentence, and inside one.
    guessed: [Tag; 2],
}

/// A word as it stands in a text.
#[derive(Clone, Copy, Debug)]
pub struct SeenWord<'a> {
    /// The word in lower case, with a straight apostrophe.
    pub lower: &'a str,
    /// The word as it stands.
    pub text: &'a str,
    /// What it is made of.
    pub kind: TokenKind,
}

impl Memory {
    fn new(tagger: Option<&SpeechTagger>) -> Self {
        let mut out = Self { seen: Seen::new(), ..Self::default() };
        out.start(tagger);
        out
    }

    fn start(&mut self, tagger: Option<&SpeechTagger>) {
        self.known.clear();
        self.outlines.clear();
        self.scores.clear();
        let (entry, kind) = (WordEntry::default(), TokenKind::Sign);
        self.known.push(Known { entry, kind, listed: None, guessed: [Tag::Other; 2] });
        if let Some(tagger) = tagger {
            self.outlines.push(Outline::EDGE);
            self.scores.push(tagger.scores(&Outline::EDGE));
        }
    }
}

impl<'w> WordReader<'w> {
    /// A reader with the words of a language.
    #[must_use]
    pub(super) fn new(words: &'w EventWords, memory: Option<Memory>) -> Self {
        Self { words, memory: memory.unwrap_or_else(|| Memory::new(words.tagger())) }
    }

    /// Starts a sentence, of at most some thousand words: the numbers of earlier words may be
    /// forgotten.
    pub fn start_sentence(&mut self) {
        if self.memory.seen.make_room() {
            self.memory.start(self.words.tagger());
        }
    }

    /// The number of a word, and what the pack says of it.
    #[inline]
    pub fn read(&mut self, word: SeenWord<'_>) -> (u32, WordEntry) {
        let (number, known) = self.memory.seen.number(word.text.as_bytes());
        if !known {
            self.learn(word);
        }
        (number, self.memory.known[number as usize].entry)
    }

    fn learn(&mut self, word: SeenWord<'_>) {
        let entry = match word.kind {
            TokenKind::Number => WordEntry::default(),
            TokenKind::Word | TokenKind::Sign => self.words.entry(word.lower),
        };
        let lists = self.words.guesses();
        let guessed = [false, true].map(|inside| lists.of(word, &entry, inside));
        let listed = lists.listed(word.lower);
        self.memory.known.push(Known { entry, kind: word.kind, listed, guessed });
        if let Some(tagger) = self.words.tagger() {
            let outline = tagger.outline(word);
            self.memory.outlines.push(outline);
            self.memory.scores.push(tagger.scores(&outline));
        }
    }

    /// The part of speech that the pack lists for a word.
    #[must_use]
    pub fn listed(&self, number: u32) -> Option<Tag> {
        self.memory.known[number as usize].listed
    }

    /// Writes the tags of a sentence's words into a buffer, in place of what is there.
    pub fn tag(&self, sentence: &[u32], out: &mut Vec<Tag>) {
        match self.words.tagger() {
            Some(tagger) => {
                tagger.tag(sentence, &self.memory.outlines, &self.memory.scores, out);
            }
            None => self.guess(sentence, out),
        }
    }

    /// Parts of speech by the pack's words and endings.
    fn guess(&self, sentence: &[u32], out: &mut Vec<Tag>) {
        out.clear();
        let mut inside = false;
        for &number in sentence {
            let known = &self.memory.known[number as usize];
            out.push(known.guessed[usize::from(inside)]);
            inside = known.kind != TokenKind::Sign;
        }
    }
}

impl Drop for WordReader<'_> {
    fn drop(&mut self) {
        self.words.keep(std::mem::take(&mut self.memory));
    }
}
