//! Language packs: what a language's words, patterns and triggers are, as data.
//!
//! A pack is a folder under `assets/languages/`, named by its BCP 47 tag and embedded in the
//! binary; no code knows a language. Its files:
//!
//! - `language.toml`: what the language is called, and its conventions ([`Settings`]);
//! - `words*.toml`: classes of words, each word beside its meaning;
//! - `endings.toml`: endings that many words share, where the language inflects;
//! - `compounds*.toml`: which words are written together and read as several;
//! - `patterns*.toml`: how words make time expressions, and what these mean;
//! - `corpus*.toml`: sentences that pin every pattern, for the tests.
//!
//! A pack is loaded, checked and compiled into a `Grammar`; a defect of its files is a
//! [`PackError`] that names file and line. What other rooms add to a pack is loaded beside this,
//! from files of its own.

mod error;
mod holiday;
mod settings;
mod source;
mod spelling;
mod vocabulary;

mod automaton;
mod compile;
mod compound_nouns;
mod compounds;
mod dfa;
mod forks;
mod lexicon;
mod matcher;
mod patterns;
mod respelling;
mod symbol_kinds;
mod symbol_set;
mod syntax;
mod word_table;
mod words;

mod common_words;
mod detect;
mod openings;
mod packs;
mod part_of_speech;
mod pool;

mod agreement;
mod event_words;
mod fact_words;
mod features;
mod guess;
mod inflect;
mod name_cases;
mod seen;
mod speech;
mod speech_memory;
mod word_builder;
mod word_class;
mod word_reader;

pub use agreement::{Agreement, Agreements};
pub use detect::Stretch;
pub use error::PackError;
pub use event_words::{EventWords, EventWordsError, Syntax, WordEntry};
pub use fact_words::{Blur, FactRole, FactWord, FactWords, MONEY};
pub use guess::Guesses;
pub use holiday::{day_of as holiday_in, days_of as holiday_days, year_of as holiday_year};
pub use matcher::Symbol;
pub use name_cases::NameCases;
pub use packs::{Pack, Packs};
pub use part_of_speech::Tag;
pub use settings::{Letters, NumericOrder, Settings};
pub use speech::SpeechTagger;
pub use vocabulary::{
    Gives, MODIFIERS, NIGHT, PARTS, QUANTS, REFERENCES, SEASONS, Slot, Sort, VAGUE,
};
pub use word_class::WordClass;
pub use word_reader::{Known as KnownWord, Letters as WordLetters, SeenWord, WordReader};

pub(crate) use automaton::{Nfa, State, Step};
pub(crate) use dfa::{Automata, Dfa, Dfas};
pub(crate) use forks::{Forks, Ways};
pub(crate) use lexicon::{Lexicon, NO_CLASS, Part, Roles, role};
pub(crate) use word_table::UNKNOWN;

use crate::time::TimexType;

/// A pack's words and patterns, compiled.
#[derive(Debug)]
pub(crate) struct Grammar {
    pub(crate) lexicon: Lexicon,
    pub(crate) nfa: Nfa,
    pub(crate) dfas: Dfas,
    pub(crate) patterns: Vec<Pattern>,
}

/// One compiled pattern.
#[derive(Debug)]
pub(crate) struct Pattern {
    pub(crate) name: String,
    pub(crate) gives: Gives,
    /// The TIMEX3 type, where it is not the one that follows from what was captured.
    pub(crate) kind: Option<TimexType>,
    /// The tense that the sentence must have.
    pub(crate) tense: Option<i8>,
    /// The texts in which alone it counts.
    pub(crate) texts: Option<Texts>,
    /// Whether the time only tells which thing is meant.
    pub(crate) aside: bool,
    /// Where its NFA starts.
    pub(crate) start: State,
    /// What must, or must not, stand directly before the match; read backwards.
    pub(crate) only_after: Option<State>,
    pub(crate) not_after: Option<State>,
    /// What must, or must not, stand directly behind it.
    pub(crate) only_before: Option<State>,
    pub(crate) not_before: Option<State>,
}

/// What kind of text it is, as its time expressions show; some expressions count in one kind only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Times are counted from the document's date.
    News,
    /// Times are counted from the last one named: histories, biographies, chronologies.
    Narrative,
}

/// The texts in which alone a pattern counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texts {
    /// Those of one kind.
    Of(Setting),
    /// Those whose lines open with one year after the other.
    Chronicle,
    /// Those that tell of times before the year 1000.
    Early,
    /// Those that tell of times before the year 100.
    FirstCentury,
    /// Those whose lines open with clock times in four digits.
    Log,
}
