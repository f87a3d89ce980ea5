//! The words that make events: compiled from a pack's `events.toml`, one entry for each form.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::agreement::Agreements;
use super::fact_words::FactWords;
use super::guess::Guesses;
use super::name_cases::NameCases;
use super::openings::Openings;
use super::packs::Packs;
use super::pool::Pool;
use super::speech::SpeechTagger;
use super::word_builder::{Builder, addresses, country_code, syntax, token_rules, words};
use super::word_class::WordClass;
use super::word_reader::{Memory, WordReader};
use crate::event::Category;
use crate::text::TokenRules;

/// What is known of a word form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordEntry {
    /// What it is, whatever its part of speech.
    pub class: WordClass,
    /// The verb that it can be a form of, as a number; 0 is none.
    pub lemma: u16,
    /// What kind of event it names as a verb.
    pub verb: Option<Category>,
    /// What kind of event it names as a noun.
    pub noun: Option<Category>,
    /// The country that it names or whose people it names (ISO 3166-1 alpha-2).
    pub country: Option<[u8; 2]>,
}

/// A language's words for events, its sentences' rules and its parts of speech.
#[derive(Debug)]
pub struct EventWords {
    entries: FxHashMap<Box<str>, WordEntry>,
    /// How the words begin that only one who speaks says.
    first_person: Openings,
    /// Names of countries of several words, or that the gazetteer lacks, folded.
    countries: FxHashMap<Box<str>, [u8; 2]>,
    rules: TokenRules,
    tagger: Option<SpeechTagger>,
    guesses: Guesses,
    agreements: Agreements,
    expletive: Option<Box<str>>,
    syntax: Syntax,
    cases: NameCases,
    facts: FactWords,
    /// What those do who act: a court rules, a storm destroys.
    actors: FxHashMap<Box<str>, Category>,
    /// What a document is called that records a meeting.
    records: FxHashSet<Box<str>>,
    /// Words that name a source: "according to".
    attributions: Vec<Vec<Box<str>>>,
    /// What an address has behind a town for a region, and that region's name: "Vt.".
    addresses: FxHashMap<Box<str>, Box<str>>,
    /// The country where most of the places lie that the language speaks of.
    home: Option<[u8; 2]>,
    /// What the language adds to a name whose bearer owns something.
    genitive: Option<Box<str>>,
    /// Whether it seldom calls a town by another name than the gazetteer's main one.
    rare_aliases: bool,
    /// Whether it writes nouns together with what says more of them.
    compounds: bool,
    /// Whether the town that opens a report is written like any other name.
    plain_dateline: bool,
    senses: Senses,
    /// The past of a verb, by its number; empty where that has several forms.
    pasts: Vec<Box<str>>,
    /// The nominative of nouns that name events, by their other cases.
    nominatives: FxHashMap<Box<str>, Box<str>>,
    /// What readers learnt of words, for the next ones.
    learnt: Pool<Memory>,
}

/// By a verb's number: the words in whose company it says something else, by [`word_id`], in
/// order, and what.
pub(super) type Senses = Vec<Vec<(u64, Category)>>;

/// Why a pack's event words cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum EventWordsError {
    /// The file is not what it should be.
    #[error("events.toml: {0}")]
    Toml(#[from] toml::de::Error),
    /// A name of a section, a list or a category is not known, or one is missing.
    #[error("events.toml: {0}")]
    Unknown(String),
    /// The tagger's weights are damaged.
    #[error("the weights of the part-of-speech tagger cannot be read")]
    Weights,
}

/// Lists of words by their key.
pub(super) type Lists = BTreeMap<String, String>;

/// A pack's `events.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub(super) events: BTreeMap<String, Lists>,
    pub(super) inflection: Lists,
    pub(super) verbs: Lists,
    pub(super) nouns: Lists,
    pub(super) words: Lists,
    pub(super) names: Lists,
    pub(super) places: Lists,
    pub(super) demonyms: Lists,
    pub(super) countries: Lists,
    pub(super) sentences: Lists,
    /// Words of which the part of speech is known, by its name.
    #[serde(default)]
    pub(super) tags: Lists,
    /// Endings that give a word its part of speech, by its name.
    #[serde(default)]
    pub(super) endings: Lists,
    /// Endings of verbs and nouns that tell the number and gender of subjects.
    #[serde(default)]
    pub(super) agreement: Lists,
    /// How the language's clauses are built.
    #[serde(default)]
    pub(super) syntax: Lists,
    /// What numbers can count, and the words that say it.
    #[serde(default)]
    pub(super) facts: BTreeMap<String, Lists>,
    /// Numbers in words, and what blurs them.
    #[serde(default)]
    pub(super) amounts: Lists,
    /// Those who act, by the category of what they do.
    #[serde(default)]
    pub(super) actors: Lists,
}

/// How a language's clauses are built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Syntax {
    /// The finite verb stands second, and the rest of its group at the clause's end.
    pub verb_second: bool,
    /// Every noun is written with a capital.
    pub capital_nouns: bool,
    /// A noun stands before the nouns that say more of it: "зустріч міністрів".
    pub head_first: bool,
}

/// A language's words, compiled when they are first asked for.
type Compiled = LazyLock<Option<EventWords>, Box<dyn FnOnce() -> Option<EventWords> + Send>>;

impl EventWords {
    /// The words of the language with this BCP 47 tag, compiled at the first call. `None` if the
    /// language has none.
    #[must_use]
    pub fn embedded(tag: &str) -> Option<&'static Self> {
        static LANGUAGES: LazyLock<Vec<(&'static str, Compiled)>> = LazyLock::new(|| {
            Packs::tags()
                .map(|tag| (tag, Compiled::new(Box::new(move || EventWords::built_in(tag)))))
                .collect()
        });
        let (_, words) = LANGUAGES.iter().find(|(language, _)| *language == tag)?;
        words.as_ref()
    }

    fn built_in(tag: &str) -> Option<Self> {
        let events = Packs::file(tag, "events.toml")?;
        Self::compile(events, Packs::bytes(tag, "tagger/weights.bin")).ok()
    }

    /// Compiles a pack's `events.toml` and the weights of its part-of-speech tagger, if it has
    /// one: without it parts of speech come from the pack's words and endings alone.
    ///
    /// # Errors
    /// [`EventWordsError`] says what is wrong with them.
    pub fn compile(events: &str, weights: Option<&[u8]>) -> Result<Self, EventWordsError> {
        let source: Source = toml::from_str(events)?;
        let tagger = match weights {
            Some(weights) => Some(SpeechTagger::parse(weights).ok_or(EventWordsError::Weights)?),
            None => None,
        };
        let mut builder = Builder::new(&source)?;
        builder.events(&source)?;
        for (section, lists) in [
            ("verbs", &source.verbs),
            ("nouns", &source.nouns),
            ("words", &source.words),
            ("names", &source.names),
            ("places", &source.places),
        ] {
            builder.classes(section, lists)?;
        }
        for first in words(&source.inflection, "separable") {
            builder.form(first, |entry| entry.class |= WordClass::SEPARABLE);
        }
        builder.extra_forms(&source.verbs);
        let facts = builder.facts(&source)?;
        let actors = builder.actors(&source)?;
        builder.countries(&source);
        Ok(Self {
            first_person: openings(&builder.entries, WordClass::FIRST_PERSON),
            entries: builder.entries,
            countries: builder.countries,
            rules: token_rules(&source.sentences),
            tagger,
            guesses: Guesses::new(&source.tags, &source.endings),
            agreements: Agreements::new(&source.agreement),
            expletive: source.syntax.get("expletive").map(|word| Box::from(word.as_str())),
            syntax: syntax(&source.syntax),
            addresses: addresses(&source.places),
            home: source.places.get("home").and_then(|code| country_code(code)),
            rare_aliases: source.places.get("aliases").is_some_and(|use_of| use_of == "rare"),
            plain_dateline: source.syntax.get("plain_dateline").is_some_and(|says| says == "yes"),
            compounds: source.nouns.contains_key("compounds"),
            genitive: source.names.get("genitive").map(|ending| Box::from(ending.as_str())),
            facts,
            actors,
            records: words(&source.nouns, "record").map(Box::from).collect(),
            attributions: words(&source.words, "attribution")
                .map(|phrase| phrase.split('_').map(Box::from).collect())
                .collect(),
            cases: NameCases::new(
                source.inflection.get("names").map(String::as_str).unwrap_or_default(),
            ),
            senses: in_order(builder.senses),
            pasts: builder.pasts,
            nominatives: builder.nominatives,
            learnt: Pool::default(),
        })
    }

    /// What is known of a word in lower case.
    #[must_use]
    pub fn entry(&self, lower: &str) -> WordEntry {
        self.entries.get(lower).copied().unwrap_or_default()
    }

    /// Whether a text may open with a word that only one who speaks says: hardly one does that may.
    #[must_use]
    pub fn may_open_first_person(&self, text: &str) -> bool {
        self.first_person.may_open(text)
    }

    /// Whether a verb, by its number, says something else in some company.
    #[must_use]
    pub fn has_senses(&self, lemma: u16) -> bool {
        self.senses.get(usize::from(lemma)).is_some_and(|senses| !senses.is_empty())
    }

    /// What kind of event a verb, by its number, names together with a word, by its number in
    /// lower case ([`Known::lower`](super::KnownWord::lower)): its particle, its object or its
    /// subject.
    #[must_use]
    pub fn sense(&self, lemma: u16, company: u64) -> Option<Category> {
        let senses = self.senses.get(usize::from(lemma))?;
        let at = senses.binary_search_by_key(&company, |&(word, _)| word).ok()?;
        senses.get(at).map(|&(_, category)| category)
    }

    /// The past of a verb, by its number, where it has one form for all persons.
    #[must_use]
    pub fn past(&self, lemma: u16) -> Option<&str> {
        self.pasts.get(lemma as usize).map(|past| &**past).filter(|past| !past.is_empty())
    }

    /// The nominative of a noun in lower case that names an event and stands in another case.
    #[must_use]
    pub fn nominative(&self, lower: &str) -> Option<&str> {
        self.nominatives.get(lower).map(|noun| &**noun).filter(|&noun| noun != lower)
    }

    /// The country that a folded name of one or several words stands for.
    #[must_use]
    pub fn country(&self, folded: &str) -> Option<[u8; 2]> {
        self.countries.get(folded).copied()
    }

    /// What reads the words of a text.
    #[must_use]
    pub fn reader(&self) -> WordReader<'_> {
        WordReader::new(self, self.learnt.take())
    }

    /// Keeps what a reader learnt for the next one.
    pub(super) fn keep(&self, memory: Memory) {
        self.learnt.keep(memory);
    }

    /// How the language's tokens and sentences are cut.
    #[must_use]
    pub const fn rules(&self) -> &TokenRules {
        &self.rules
    }

    /// The language's trained parts of speech, if it has any.
    #[must_use]
    pub const fn tagger(&self) -> Option<&SpeechTagger> {
        self.tagger.as_ref()
    }

    /// The language's parts of speech by its words and endings.
    #[must_use]
    pub const fn guesses(&self) -> &Guesses {
        &self.guesses
    }

    /// The word that stands for nobody in front of a verb that cannot open a clause: "es wird
    /// getanzt".
    #[must_use]
    pub fn expletive(&self) -> Option<&str> {
        self.expletive.as_deref()
    }

    /// How verbs and nouns tell the number and gender of subjects.
    #[must_use]
    pub const fn agreements(&self) -> &Agreements {
        &self.agreements
    }

    /// How the language's clauses are built.
    #[must_use]
    pub const fn syntax(&self) -> Syntax {
        self.syntax
    }

    /// The language's words for the numbers of events.
    #[must_use]
    pub const fn facts(&self) -> &FactWords {
        &self.facts
    }

    /// The category of what somebody or something does, by its name in lower case: a court's acts
    /// are legal ones, whatever verb tells them.
    #[must_use]
    pub fn actor(&self, lower: &str) -> Option<Category> {
        self.actors.get(lower).copied()
    }

    /// Whether a document with this word in its title records a meeting.
    #[must_use]
    pub fn is_record(&self, lower: &str) -> bool {
        self.records.contains(lower)
    }

    /// How many of the words at the start name a source: "according to".
    pub fn attribution<'a>(
        &self,
        words: &(impl Iterator<Item = Cow<'a, str>> + Clone),
    ) -> Option<usize> {
        let starts = |phrase: &&Vec<Box<str>>| {
            let mut words = words.clone();
            phrase.iter().all(|part| words.next().is_some_and(|word| word == **part))
        };
        self.attributions.iter().filter(starts).map(Vec::len).max()
    }

    /// The name of the region that a short one stands for behind a town, in lower case and without
    /// full stops: that of "vt" in "Ira, Vt.".
    #[must_use]
    pub fn address_region(&self, short: &str) -> Option<&str> {
        self.addresses.get(short).map(AsRef::as_ref)
    }

    /// The country where most of the places lie that the language speaks of, if it is a single one
    /// (ISO 3166-1 alpha-2).
    #[must_use]
    pub const fn home(&self) -> Option<[u8; 2]> {
        self.home
    }

    /// Whether the language seldom calls a town by another name than the gazetteer's main one.
    #[must_use]
    pub const fn has_rare_aliases(&self) -> bool {
        self.rare_aliases
    }

    /// Whether the town that opens a report is written like any other name: "Wien – Der Rat".
    #[must_use]
    pub const fn has_plain_dateline(&self) -> bool {
        self.plain_dateline
    }

    /// Whether the language writes nouns together with what says more of them.
    #[must_use]
    pub const fn has_compounds(&self) -> bool {
        self.compounds
    }

    /// A name with what the language adds to it where its bearer owns something: "Berg's"; none
    /// where it is the name that changes.
    #[must_use]
    pub fn owner(&self, name: &str) -> Option<String> {
        let ending = self.genitive.as_deref()?;
        // "the forces'": behind a common noun in the plural the apostrophe is enough.
        let last = name.rsplit(' ').next().unwrap_or_default();
        let doubled = ending.strip_prefix('\'').is_some_and(|rest| last.ends_with(rest));
        if doubled && last.starts_with(char::is_lowercase) {
            return Some(format!("{name}'"));
        }
        let hisses = ending.starts_with('s') && name.ends_with(['s', 'x', 'z', 'ß']);
        (!hisses).then(|| format!("{name}{ending}"))
    }

    /// The cases of the language's names.
    #[must_use]
    pub const fn cases(&self) -> &NameCases {
        &self.cases
    }
}

/// Senses in the order of their words; of several of one word the first that the pack lists.
fn in_order(mut senses: Senses) -> Senses {
    for list in &mut senses {
        list.sort_by_key(|&(word, _)| word);
        list.dedup_by_key(|&mut (word, _)| word);
    }
    senses
}

/// How the words of a class begin.
fn openings(entries: &FxHashMap<Box<str>, WordEntry>, class: WordClass) -> Openings {
    let words = entries.iter().filter(|(_, entry)| entry.class.has(class));
    Openings::of(words.map(|(word, _)| &**word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> EventWords {
        EventWords::compile(
            include_str!("../../assets/languages/en/events.toml"),
            Some(include_bytes!("../../assets/languages/en/tagger/weights.bin")),
        )
        .expect("the pack's own words compile")
    }

    /// A language whose file has a defect would find no events, and nobody would be told.
    #[test]
    fn the_words_of_every_pack_compile() {
        let mut languages = 0;
        for tag in Packs::tags() {
            let Some(events) = Packs::file(tag, "events.toml") else { continue };
            let words = EventWords::compile(events, Packs::bytes(tag, "tagger/weights.bin"));
            if let Err(error) = words {
                panic!("{tag}: {error}");
            }
            languages += 1;
        }
        assert!(languages >= 3, "only {languages}");
    }

    #[test]
    fn every_form_of_a_verb_is_known() {
        let words = english();
        let check =
            |form: &str, category| assert_eq!(words.entry(form).verb, Some(category), "{form}");
        check("besieged", Category::Battle);
        check("fought", Category::Battle);
        check("occupied", Category::Military);
        check("occupies", Category::Military);
        check("robbed", Category::Crime);
        check("dying", Category::Death);
        assert_eq!(words.entry("signed").lemma, words.entry("signing").lemma);
        assert!(words.entry("was").class.has(WordClass::BE));
    }

    #[test]
    fn nouns_have_their_plural() {
        let words = english();
        assert_eq!(words.entry("treaties").noun, Some(Category::Agreement));
        assert_eq!(words.entry("airstrikes").noun, Some(Category::Attack));
        assert!(words.entry("policemen").class.has(WordClass::GROUP));
    }

    #[test]
    fn a_demonym_names_its_state() {
        assert_eq!(english().entry("ukrainian").country, Some(*b"UA"));
        assert_eq!(english().country("united states"), Some(*b"US"));
    }

    #[test]
    fn a_slip_in_the_file_is_an_error() {
        let weights: &[u8] = include_bytes!("../../assets/languages/en/tagger/weights.bin");
        let good = include_str!("../../assets/languages/en/events.toml");
        let check = |from: &str, to: &str| {
            assert!(EventWords::compile(&good.replace(from, to), Some(weights)).is_err(), "{to}");
        };
        check("[events.battle]", "[events.batle]");
        check("negation =", "negatoin =");
        check("[demonyms]", "[demonym]");
        assert!(EventWords::compile(good, Some(b"")).is_err());
    }
}
