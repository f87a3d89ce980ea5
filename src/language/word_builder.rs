//! Builds the table of a language's words for events from the lists of its pack.

use rustc_hash::FxHashMap;

use super::event_words::{EventWordsError, Lists, Senses, Source, Syntax, WordEntry};
use super::fact_words::{FactRole, FactWords};
use super::inflect::Inflection;
use super::word_class::WordClass;
use super::word_reader::word_id;
use crate::event::Category;
use crate::gazetteer::fold_name;
use crate::text::TokenRules;

/// The table as it grows.
pub(super) struct Builder {
    pub(super) inflection: Inflection,
    /// Whether names have cases, so that given names have those of nouns.
    names_have_cases: bool,
    pub(super) entries: FxHashMap<Box<str>, WordEntry>,
    lemmas: FxHashMap<Box<str>, u16>,
    /// The past of a verb, by its number, where that is one form.
    pub(super) pasts: Vec<Box<str>>,
    pub(super) countries: FxHashMap<Box<str>, [u8; 2]>,
    pub(super) senses: Senses,
    /// The nominative of nouns that name events, by their other cases, where nouns have cases.
    pub(super) nominatives: FxHashMap<Box<str>, Box<str>>,
}

impl Builder {
    pub(super) fn new(source: &Source) -> Result<Self, EventWordsError> {
        let list = |lists: &Lists, key: &str| lists.get(key).cloned().unwrap_or_default();
        let inflection = Inflection::new(
            |key| list(&source.inflection, key),
            &list(&source.verbs, "irregular"),
            &list(&source.verbs, "doubling"),
            &list(&source.nouns, "irregular"),
        )
        .ok_or_else(|| EventWordsError::Unknown("[inflection] is not complete".to_owned()))?;
        Ok(Self {
            inflection,
            names_have_cases: source.inflection.contains_key("names"),
            entries: FxHashMap::default(),
            lemmas: FxHashMap::default(),
            pasts: Vec::new(),
            countries: FxHashMap::default(),
            senses: Vec::new(),
            nominatives: FxHashMap::default(),
        })
    }

    pub(super) fn events(&mut self, source: &Source) -> Result<(), EventWordsError> {
        for category in Category::ALL {
            let Some(lists) = source.events.get(category.name()) else { continue };
            for lemma in words(lists, "verbs") {
                self.verb(lemma, |entry| entry.verb = entry.verb.or(Some(category)));
            }
            for noun in words(lists, "nouns") {
                self.noun(noun, |entry| entry.noun = entry.noun.or(Some(category)));
                self.nominative(noun);
            }
            for phrase in words(lists, "phrases") {
                self.phrase(phrase, category)?;
            }
        }
        match source.events.keys().find(|key| Category::from_name(key).is_none()) {
            Some(key) => Err(EventWordsError::Unknown(format!("no category is called {key}"))),
            None => Ok(()),
        }
    }

    pub(super) fn classes(&mut self, section: &str, lists: &Lists) -> Result<(), EventWordsError> {
        for key in lists.keys() {
            if matches!(
                key.as_str(),
                "irregular"
                    | "doubling"
                    | "forms"
                    | "past_form"
                    | "past_only"
                    | "home"
                    | "record"
                    | "genitive"
                    | "aliases"
                    | "addresses"
            ) {
                continue;
            }
            let listed = WordClass::LISTED.iter().find(|(s, k, _)| *s == section && k == key);
            let Some(&(_, _, class)) = listed else {
                return Err(EventWordsError::Unknown(format!("[{section}] knows no {key}")));
            };
            for word in words(lists, key) {
                let add = |entry: &mut WordEntry| entry.class |= class;
                // Of a phrase the first word has the class.
                let word = if class == WordClass::ATTRIBUTION {
                    word.split('_').next().unwrap_or(word)
                } else {
                    word
                };
                match section {
                    "verbs" => self.verb(word, add),
                    "nouns" => self.noun(word, add),
                    "names" if class == WordClass::GIVEN_NAME && self.names_have_cases => {
                        self.noun(word, add);
                    }
                    _ if class == WordClass::MOTION => self.verb(word, add),
                    _ => self.form(word, add),
                }
            }
        }
        Ok(())
    }

    /// Forms that no rule makes take over what their verb is.
    pub(super) fn extra_forms(&mut self, verbs: &Lists) {
        for pair in words(verbs, "forms") {
            if let Some((base, form)) = pair.split_once(':') {
                let known = self.entries.get(base).copied().unwrap_or_default();
                self.form(form, |entry| {
                    entry.class |= known.class;
                    entry.lemma = known.lemma;
                    entry.verb = known.verb;
                });
            }
        }
    }

    /// Those who act, in all their forms.
    pub(super) fn actors(
        &self,
        source: &Source,
    ) -> Result<FxHashMap<Box<str>, Category>, EventWordsError> {
        let mut out = FxHashMap::default();
        for (name, list) in &source.actors {
            let category = Category::from_name(name).ok_or_else(|| {
                EventWordsError::Unknown(format!("[actors]: no category is called {name}"))
            })?;
            for noun in list.split_whitespace() {
                let forms = self.inflection.noun_forms(noun);
                out.extend(forms.into_iter().map(|form| (form.into_boxed_str(), category)));
            }
        }
        Ok(out)
    }

    /// The words that make numbers facts, in all their forms.
    pub(super) fn facts(&mut self, source: &Source) -> Result<FactWords, EventWordsError> {
        let mut out = FactWords::new(&source.amounts);
        for word in out.numerals() {
            self.form(&word, |entry| entry.class |= WordClass::NUMERAL);
        }
        for (kind, lists) in &source.facts {
            for (key, list) in lists {
                let role = FactRole::from_name(key).ok_or_else(|| {
                    EventWordsError::Unknown(format!("[facts.{kind}] knows no {key}"))
                })?;
                for word in list.split_whitespace() {
                    let verb =
                        || self.inflection.verb_forms(word).into_iter().map(|form| form.text);
                    match role {
                        FactRole::Done | FactRole::Doing => out.add(kind, role, verb()),
                        FactRole::Counted | FactRole::Total => {
                            out.add(kind, role, self.inflection.noun_forms(word).into_iter());
                        }
                        FactRole::State => out.add(kind, role, std::iter::once(word.to_owned())),
                    }
                }
            }
        }
        Ok(out)
    }

    pub(super) fn countries(&mut self, source: &Source) {
        for (code, names) in &source.demonyms {
            let Some(code) = country_code(code) else { continue };
            for name in names.split_whitespace() {
                for form in self.inflection.adjective_forms(name) {
                    self.form(&form, |entry| entry.country = Some(code));
                }
            }
        }
        for (code, names) in &source.countries {
            let Some(code) = country_code(code) else { continue };
            for name in names.split_whitespace() {
                let name = fold_name(&name.replace('_', " "));
                self.countries.insert(name.into(), code);
            }
        }
    }

    fn verb(&mut self, lemma: &str, mut change: impl FnMut(&mut WordEntry)) {
        // A language has some thousand verbs that tell events: the numbers do not run out.
        let next = u16::try_from(self.lemmas.len() + 1).unwrap_or(u16::MAX);
        let number = *self.lemmas.entry(lemma.into()).or_insert(next);
        if self.pasts.len() <= number as usize {
            self.pasts.resize(number as usize + 1, Box::default());
            self.pasts[number as usize] = self.inflection.past(lemma).unwrap_or_default().into();
        }
        for form in self.inflection.verb_forms(lemma) {
            self.form(&form.text, |entry| {
                if entry.lemma == 0 {
                    entry.lemma = number;
                }
                if form.past {
                    entry.class |= WordClass::PAST_FORM;
                }
                if form.past_only {
                    entry.class |= WordClass::PAST_ONLY;
                }
                change(entry);
            });
        }
    }

    /// `open,reopen:fire`: verbs, and the words in whose company they name this kind of event.
    fn phrase(&mut self, phrase: &str, category: Category) -> Result<(), EventWordsError> {
        let (verbs, company) = phrase.split_once(':').ok_or_else(|| {
            EventWordsError::Unknown(format!("a phrase is verb:word, not {phrase}"))
        })?;
        for verb in verbs.split(',') {
            self.verb(verb, |_| {});
            let lemma = usize::from(self.lemmas[verb]);
            if self.senses.len() <= lemma {
                self.senses.resize_with(lemma + 1, Vec::new);
            }
            for word in company.split(',') {
                let forms = self.inflection.noun_forms(word);
                self.senses[lemma].extend(forms.iter().map(|form| (word_id(form), category)));
            }
        }
        Ok(())
    }

    /// Keeps what a noun is in the nominative, by its other forms; one that is a nominative too stands for itself.
    fn nominative(&mut self, noun: &str) {
        if !self.names_have_cases {
            return;
        }
        for form in self.inflection.noun_forms(noun) {
            self.nominatives.entry(form.into()).or_insert_with(|| noun.into());
        }
        self.nominatives.insert(noun.into(), noun.into());
    }

    fn noun(&mut self, noun: &str, mut change: impl FnMut(&mut WordEntry)) {
        for form in self.inflection.noun_forms(noun) {
            self.form(&form, &mut change);
        }
    }

    pub(super) fn form(&mut self, form: &str, change: impl FnOnce(&mut WordEntry)) {
        change(self.entries.entry(form.into()).or_default());
    }
}

pub(super) fn words<'a>(lists: &'a Lists, key: &str) -> std::str::SplitWhitespace<'a> {
    lists.get(key).map_or("", String::as_str).split_whitespace()
}

pub(super) fn syntax(lists: &Lists) -> Syntax {
    let says = |key: &str| lists.get(key).is_some_and(|value| value == "yes");
    Syntax {
        verb_second: says("verb_second"),
        capital_nouns: says("capital_nouns"),
        head_first: says("head_first"),
    }
}

pub(super) fn country_code(code: &str) -> Option<[u8; 2]> {
    code.as_bytes().try_into().ok()
}

/// `US:vt,ny`: what stands behind a town for the region of a country.
pub(super) fn addresses(places: &Lists) -> FxHashMap<Box<str>, Box<str>> {
    let mut out = FxHashMap::default();
    for (region, short) in words(places, "addresses").filter_map(|entry| entry.split_once(':')) {
        let region = region.replace('_', " ");
        out.extend(short.split(',').map(|short| (short.into(), region.as_str().into())));
    }
    out
}

pub(super) fn token_rules(lists: &Lists) -> TokenRules {
    let set = |key: &str| words(lists, key).map(Into::into).collect::<Vec<Box<str>>>();
    TokenRules {
        abbreviations: set("abbreviations").into_iter().chain(set("final")).collect(),
        final_abbreviations: set("final").into_iter().collect(),
        capital_abbreviations: set("capital").into_iter().collect(),
        clitics: set("clitics"),
        openers: set("openers").into_iter().collect(),
    }
}
