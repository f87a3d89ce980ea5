//! Reads the words of a text: what the pack says of each, and its part of speech.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::event_words::{EventWords, WordEntry};
use super::part_of_speech::Tag;
use super::seen::Seen;
use super::speech::SpeechTagger;
use super::speech_memory::SpeechMemory;
use super::word_class::WordClass;
use crate::text::{Token, TokenKind};

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
    speech: SpeechMemory,
}

/// What is known of a word wherever it stands.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// What the pack says of it.
    pub entry: WordEntry,
    /// The same for words that differ only in the case of their letters, and for no others.
    pub lower: u64,
    /// Whether it starts with a capital.
    pub upper: bool,
    /// How it gets into lower case.
    pub letters: Letters,
    /// Whether it is a number, or stands for one: "12", "twenty-one", "dozens".
    pub numeral: bool,
    /// Whether it says what a number counts: "people", "wounded".
    pub counting: bool,
    kind: TokenKind,
    listed: Option<Tag>,
    /// The part of speech that its ending speaks for, where the pack does not list it.
    ending: Option<Tag>,
    /// Its likeliest part of speech at the start of a sentence, and inside one.
    guessed: [Tag; 2],
}

/// Of what letters a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// It is the same in lower case.
    Lower,
    /// They are all of ASCII, some of them capitals.
    Ascii,
    /// Any others.
    Other,
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

/// A number for a word in lower case, which no other one has.
pub(super) fn word_id(lower: &str) -> u64 {
    let mut hasher = FxHasher::default();
    lower.hash(&mut hasher);
    hasher.finish()
}

impl Memory {
    fn new(tagger: Option<&SpeechTagger>) -> Self {
        let mut out = Self { seen: Seen::new(), ..Self::default() };
        out.start(tagger);
        out
    }

    fn start(&mut self, tagger: Option<&SpeechTagger>) {
        self.known.clear();
        self.known.push(Known {
            entry: WordEntry::default(),
            lower: 0,
            upper: false,
            letters: Letters::Lower,
            numeral: false,
            counting: false,
            kind: TokenKind::Sign,
            listed: None,
            ending: None,
            guessed: [Tag::Other; 2],
        });
        if let Some(tagger) = tagger {
            self.speech.start(tagger);
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

    /// The number of a word of a text, and what is known of it. It is given in lower case, with a
    /// straight apostrophe, if it was not met before.
    #[inline]
    pub fn read(
        &mut self,
        text: &str,
        word: Token,
        lower: impl FnOnce() -> String,
    ) -> (u32, &Known) {
        let (number, known) = self.memory.seen.number(text.as_bytes(), word.span.range());
        if !known {
            let (kind, text) = (word.kind, word.span.of(text));
            self.learn(SeenWord { lower: &lower(), text, kind });
        }
        (number, &self.memory.known[number as usize])
    }

    fn learn(&mut self, word: SeenWord<'_>) {
        let entry = match word.kind {
            TokenKind::Number => WordEntry::default(),
            TokenKind::Word | TokenKind::Sign => self.words.entry_of(word),
        };
        let lists = self.words.guesses();
        let guess = |inside| match self.words.tagger() {
            Some(_) => Tag::Other,
            None => lists.of(word, &entry, inside),
        };
        let listed = lists.listed(word.lower);
        self.memory.known.push(Known {
            entry,
            lower: word_id(word.lower),
            upper: word.kind == TokenKind::Word && word.text.starts_with(char::is_uppercase),
            letters: match word.text {
                text if text == word.lower => Letters::Lower,
                text if text.is_ascii() => Letters::Ascii,
                _ => Letters::Other,
            },
            numeral: self.is_numeral(word, &entry),
            counting: self.words.facts().word(word.lower).is_some(),
            kind: word.kind,
            listed,
            ending: if listed.is_none() { lists.by_ending(word.lower) } else { None },
            guessed: [guess(false), guess(true)],
        });
        if let Some(tagger) = self.words.tagger() {
            self.memory.speech.learn(tagger, word);
        }
    }

    fn is_numeral(&self, word: SeenWord<'_>, entry: &WordEntry) -> bool {
        let joined = || word.lower.split('-').all(|part| self.words.facts().number(part).is_some());
        match word.kind {
            TokenKind::Number => !word.text.contains(char::is_alphabetic),
            TokenKind::Word => {
                entry.class.has(WordClass::NUMERAL) || word.lower.contains('-') && joined()
            }
            TokenKind::Sign => false,
        }
    }

    /// The part of speech that the pack lists for a word.
    #[must_use]
    pub fn listed(&self, number: u32) -> Option<Tag> {
        self.memory.known[number as usize].listed
    }

    /// The part of speech that the ending of a word speaks for, if the pack does not list it.
    #[must_use]
    pub fn ending(&self, number: u32) -> Option<Tag> {
        self.memory.known[number as usize].ending
    }

    /// Writes the tags of a sentence's words into a buffer, in place of what is there.
    pub fn tag(&mut self, sentence: &[u32], out: &mut Vec<Tag>) {
        match self.words.tagger() {
            Some(tagger) => tagger.tag(sentence, &mut self.memory.speech, out),
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
