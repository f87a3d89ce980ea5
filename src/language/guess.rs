//! Parts of speech by a language's words and endings, where no model is trained for it.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::event_words::WordEntry;
use super::part_of_speech::Tag;
use super::word_class::WordClass;
use super::word_reader::SeenWord;

/// What a pack says of its words' parts of speech.
#[derive(Debug, Default)]
pub struct Guesses {
    words: FxHashMap<Box<str>, Tag>,
    /// Endings, the longest first.
    endings: Vec<(Box<str>, Tag)>,
}

impl Guesses {
    /// From lists of words and of endings by the name of the tag.
    pub(super) fn new(
        words: &BTreeMap<String, String>,
        endings: &BTreeMap<String, String>,
    ) -> Self {
        let pairs = |lists: &BTreeMap<String, String>| -> Vec<(Box<str>, Tag)> {
            let of = |(name, list): (&String, &String)| {
                let tag = Tag::from_name(name);
                list.split_whitespace().map(|word| (word.into(), tag)).collect::<Vec<_>>()
            };
            lists.iter().flat_map(of).collect()
        };
        let mut endings = pairs(endings);
        endings.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
        Self { words: pairs(words).into_iter().collect(), endings }
    }

    /// The part of speech that the pack lists for a word.
    #[must_use]
    pub fn listed(&self, lower: &str) -> Option<Tag> {
        self.words.get(lower).copied()
    }

    /// The part of speech that the ending of a word speaks for.
    #[must_use]
    pub fn by_ending(&self, lower: &str) -> Option<Tag> {
        let fits = |(ending, _): &&(Box<str>, Tag)| {
            lower.len() > ending.len() + 2 && lower.ends_with(ending.as_ref())
        };
        self.endings.iter().find(fits).map(|&(_, tag)| tag)
    }

    /// The likeliest part of speech of a word; `inside` is whether others of its sentence stand
    /// before it.
    #[must_use]
    pub fn of(&self, word: SeenWord<'_>, entry: &WordEntry, inside: bool) -> Tag {
        let first = word.text.chars().next().unwrap_or(' ');
        if let Some(tag) = self.listed(word.lower) {
            return tag;
        }
        if first.is_numeric() {
            return Tag::Number;
        }
        if !first.is_alphabetic() {
            return Tag::Punctuation;
        }
        // "німецькі" and "німці": a people by its adjective, or by its noun.
        let adjective = || self.by_ending(word.lower) == Some(Tag::Adjective);
        if entry.country.is_some() && (first.is_uppercase() || adjective()) {
            return Tag::Adjective;
        }
        if first.is_uppercase() && inside {
            return Tag::Name;
        }
        if entry.country.is_some() {
            return Tag::Noun;
        }
        let verb = entry.lemma != 0 && entry.noun.is_none();
        if verb && entry.class.has(WordClass::PAST_FORM) {
            return Tag::Past;
        }
        if entry.noun.is_some() || entry.class.has(WordClass::GROUP | WordClass::ROLE) {
            return Tag::Noun;
        }
        match self.by_ending(word.lower) {
            Some(tag) => tag,
            None if verb => Tag::Present,
            None if first.is_uppercase() => Tag::Name,
            None => Tag::Noun,
        }
    }
}
