//! The words that make numbers facts of an event: what is counted, how a number is blurred, and
//! which words are numbers.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

/// What sums of money are called among the kinds of facts.
pub const MONEY: &str = "money";

/// A language's words for the numbers of events.
#[derive(Debug, Default)]
pub struct FactWords {
    /// The names of what can be counted.
    kinds: Vec<Box<str>>,
    words: FxHashMap<Box<str>, FactWord>,
    numbers: FxHashMap<Box<str>, f64>,
    vague: FxHashMap<Box<str>, f64>,
    currencies: FxHashMap<Box<str>, Box<str>>,
    /// Phrases in lower case, longest first.
    blurs: Vec<(Vec<Box<str>>, Blur)>,
    /// Their numbers by their first word, and by their last.
    opened: FxHashMap<Box<str>, Vec<usize>>,
    closed: FxHashMap<Box<str>, Vec<usize>>,
}

/// How a word tells what a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactWord {
    kind: u8,
    /// The part that it plays.
    pub role: FactRole,
}

/// The part that a word plays beside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum FactRole {
    /// A verb that does it to those counted: "killed 12".
    #[default]
    Done,
    /// A verb of which those counted are the subject: "12 died".
    Doing,
    /// What is counted says it: "12 casualties".
    Counted,
    /// Stands behind those counted: "12 dead".
    State,
    /// A noun that a number belongs to from a distance: "the toll rose to 12".
    Total,
}

impl FactRole {
    const NAMED: [(&'static str, Self); 5] = [
        ("done", Self::Done),
        ("doing", Self::Doing),
        ("counted", Self::Counted),
        ("state", Self::State),
        ("total", Self::Total),
    ];

    /// The part that a pack's key names.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(key, _)| *key == name).map(|&(_, role)| role)
    }
}

/// How words beside a number blur it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blur {
    /// It or more.
    AtLeast,
    /// It or less.
    AtMost,
    /// About it.
    About,
    /// Up to the number that follows.
    Range,
    /// Opens a range whose ends a conjunction joins: "between".
    Between,
}

impl FactWords {
    /// Takes the lists of numbers, vague numbers, currencies and blurring phrases.
    pub(super) fn new(amounts: &BTreeMap<String, String>) -> Self {
        let mut out = Self::default();
        let list = |key: &str| amounts.get(key).map_or("", String::as_str).split_whitespace();
        let value = |pair: &str| -> Option<(Box<str>, f64)> {
            let (word, value) = pair.split_once(':')?;
            Some((word.into(), value.parse().ok()?))
        };
        out.numbers = list("numbers").filter_map(value).collect();
        out.vague = list("vague").filter_map(value).collect();
        let pairs = list("currencies").filter_map(|pair| pair.split_once(':'));
        out.currencies = pairs.map(|(word, code)| (word.into(), code.into())).collect();
        for (key, blur) in [
            ("at_least", Blur::AtLeast),
            ("at_most", Blur::AtMost),
            ("about", Blur::About),
            ("range", Blur::Range),
            ("open_range", Blur::Between),
        ] {
            let phrases = list(key).map(|phrase| phrase.split('_').map(Box::from).collect());
            out.blurs.extend(phrases.map(|phrase| (phrase, blur)));
        }
        out.blurs.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        for (number, (phrase, _)) in out.blurs.iter().enumerate() {
            for (index, word) in
                [(&mut out.opened, phrase.first()), (&mut out.closed, phrase.last())]
            {
                index.entry(word.cloned().unwrap_or_default()).or_default().push(number);
            }
        }
        out
    }

    /// Words that are numbers, or stand for one.
    pub(super) fn numerals(&self) -> Vec<String> {
        self.numbers.keys().chain(self.vague.keys()).map(ToString::to_string).collect()
    }

    /// Lets the forms of a word tell that something of a kind is counted. The first word of a
    /// form counts.
    pub(super) fn add(&mut self, kind: &str, role: FactRole, forms: impl Iterator<Item = String>) {
        let known = self.kinds.iter().position(|name| **name == *kind);
        let kind = known.unwrap_or_else(|| {
            self.kinds.push(kind.into());
            self.kinds.len() - 1
        });
        for form in forms {
            self.words.entry(form.into()).or_insert(FactWord { kind: kind as u8, role });
        }
    }

    /// What a word in lower case says of a number near it.
    #[must_use]
    pub fn word(&self, lower: &str) -> Option<FactWord> {
        self.words.get(lower).copied()
    }

    /// The name of what a word counts.
    #[must_use]
    pub fn kind(&self, word: FactWord) -> &str {
        self.kinds.get(usize::from(word.kind)).map_or("", |name| name)
    }

    /// The number that a word is: "twelve".
    #[must_use]
    pub fn number(&self, lower: &str) -> Option<f64> {
        self.numbers.get(lower).copied()
    }

    /// The least that a vague number is: "dozens".
    #[must_use]
    pub fn vague(&self, lower: &str) -> Option<f64> {
        self.vague.get(lower).copied()
    }

    /// The code of the currency (ISO 4217) that a word or a sign names.
    #[must_use]
    pub fn currency(&self, lower: &str) -> Option<&str> {
        self.currencies.get(lower).map(AsRef::as_ref)
    }

    /// The blurring phrase that ends (or, `ahead`, starts) a run of words, and its length.
    pub fn blur<'a>(
        &self,
        words: &(impl Iterator<Item = Cow<'a, str>> + Clone),
        ahead: bool,
    ) -> Option<(Blur, usize)> {
        let fits = |phrase: &[Box<str>]| {
            let mut words = words.clone();
            if ahead {
                phrase.iter().all(|part| words.next().is_some_and(|word| word == **part))
            } else {
                phrase.iter().rev().all(|part| words.next().is_some_and(|word| word == **part))
            }
        };
        let index = if ahead { &self.opened } else { &self.closed };
        let near = index.get(&*words.clone().next()?)?;
        let found = near.iter().map(|&number| &self.blurs[number]).find(|(phrase, _)| fits(phrase));
        found.map(|(phrase, blur)| (*blur, phrase.len()))
    }
}
