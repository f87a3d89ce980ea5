//! Names: who and what a document calls by a name, and which of its names are one.

use std::borrow::Cow;
use std::hash::{BuildHasher, Hash, Hasher};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};

use super::bearers::join_short_names;
use super::life::turned;
use super::name_parts::{NameParts, as_called, behind_nickname, is_initials, is_numbered};
use super::office_name::{ends_behind_office, is_described};
use super::reading::{Sentence, Word};
use crate::event::{Category, PlaceKind};
use crate::gazetteer::{Entry, Gazetteer, fold_name};
use crate::language::{EventWords, NameCases, Tag, WordClass};

/// Names of a document that room is made for at the start.
const FEW: usize = 56;

/// A name of the document with everything known about it.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// As the text writes it where it is first mentioned.
    pub(super) text: String,
    pub(super) folded: String,
    pub(super) kind: NameKind,
    /// A person's role as it is worded before the name.
    pub(super) role: Option<String>,
    /// The fuller name of the same bearer, by number.
    pub(super) full: Option<usize>,
    pub(super) mentions: u32,
    /// The sentences of prose that mention it for the first and for the second time.
    pub(super) told: [u32; 2],
    /// The places that it can stand for.
    pub(super) entries: Vec<Entry>,
    /// How much speaks for it being a place.
    pub(super) place_score: i32,
    /// Whether the text says which of the places it is.
    pub(super) qualified: bool,
    /// The country whose name it is, as far as the language itself says.
    country: Option<[u8; 2]>,
    /// Whether it is a case of the place's name, not the name itself.
    pub(super) oblique: bool,
}

impl Name {
    const fn new(text: String, folded: String, country: Option<[u8; 2]>) -> Self {
        Self {
            text,
            folded,
            kind: NameKind::Unknown,
            role: None,
            full: None,
            mentions: 0,
            told: [u32::MAX; 2],
            entries: Vec::new(),
            place_score: 0,
            qualified: false,
            country,
            oblique: false,
        }
    }
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameKind {
    Person,
    Organisation,
    /// A state; the country's code.
    State([u8; 2]),
    Place,
    Unknown,
}

/// A place in a sentence where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) name: usize,
    pub(super) first: usize,
    pub(super) end: usize,
}

/// All names of a document.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) list: Vec<Name>,
    /// The mentions of each sentence, from left to right.
    pub(super) mentions: Vec<Vec<Mention>>,
    /// What can be said of a name by the longer ones.
    pub(super) parts: NameParts,
}

impl Names {
    /// The name itself, or the fuller one that it stands for.
    pub(super) fn full(&self, name: usize) -> &Name {
        &self.list[self.bearer(name)]
    }

    /// The number of the fuller name that a name stands for, or its own.
    pub(super) fn bearer(&self, name: usize) -> usize {
        self.list[name].full.unwrap_or(name)
    }
}

/// Finds the names of a document's sentences.
pub(super) fn names(sentences: &[Sentence<'_>], words: &EventWords) -> Names {
    let mentions = Vec::with_capacity(sentences.len());
    let mut out = Names { mentions, ..Names::default() };
    // By the hash of the folded name.
    let mut known: FxHashMap<u64, usize> = FxHashMap::with_capacity_and_hasher(FEW, FxBuildHasher);
    // By that of the words as they are written, which saves folding what was met before.
    let mut written = known.clone();
    let mut found = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        chunks(sentence, words, &mut found);
        let mut mentions = Vec::with_capacity(found.len());
        for &(first, end) in &found {
            let name = *written.entry(hash_of(sentence, first, end)).or_insert_with(|| {
                let text = as_called(sentence, first, end);
                let folded = fold_name(&text);
                *known.entry(FxBuildHasher.hash_one(&folded)).or_insert_with(|| {
                    let country =
                        words.cases().bases(&folded).find_map(|base| words.country(&base));
                    out.list.push(Name::new(text, folded, country));
                    out.list.len() - 1
                })
            });
            out.list[name].mentions += 1;
            if sentence.is_prose()
                && let Some(free) = out.list[name].told.iter_mut().find(|at| **at == u32::MAX)
            {
                *free = number as u32;
            }
            let kind = kind_of(sentence, first, end, &out.list[name], words.cases());
            let entry = &mut out.list[name];
            let says_more = entry.kind == NameKind::Unknown
                || kind == NameKind::Person && entry.kind != NameKind::Organisation;
            if says_more && kind != NameKind::Unknown {
                entry.kind = kind;
            }
            if entry.role.is_none() && kind == NameKind::Person {
                entry.role = role_before(sentence, first);
            }
            let given = turned(&sentence.words, first, end);
            if let Some((from, to)) = given.filter(|_| !entry.text.contains(' ')) {
                entry.text = format!("{} {}", text_of(sentence, from, to), entry.text);
                entry.folded = fold_name(&entry.text);
                known.insert(FxBuildHasher.hash_one(&entry.folded), name);
            }
            mentions.push(Mention { name, first, end });
        }
        out.mentions.push(mentions);
    }
    for name in out.list.iter_mut().filter(|name| name.kind == NameKind::Person) {
        if name.text.contains(' ') && !has_small(&name.text) {
            name.text = capitalised(&name.text);
        }
    }
    join_short_names(&mut out, words.cases());
    out.parts = NameParts::of(&out.list, words);
    out
}

fn has_small(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

/// "IDA ORR" of a heading is Ida Orr.
fn capitalised(text: &str) -> String {
    let mut opens = true;
    text.chars()
        .flat_map(|c| {
            let first = std::mem::replace(&mut opens, !c.is_alphabetic());
            if first { c.to_uppercase().collect::<Vec<char>>() } else { c.to_lowercase().collect() }
        })
        .collect()
}

/// A hash of the words of a name as they are written.
fn hash_of(sentence: &Sentence<'_>, first: usize, end: usize) -> u64 {
    let mut hasher = FxHasher::default();
    for word in &sentence.words[first..end] {
        word.text.hash(&mut hasher);
    }
    hasher.finish()
}

/// The text of a name, with single spaces.
pub(super) fn text_of(sentence: &Sentence<'_>, first: usize, end: usize) -> String {
    let mut out = String::with_capacity(sentence.span_of(first, end).len());
    for (at, word) in sentence.words[first..end].iter().enumerate() {
        let joined = at > 0 && sentence.words[first + at - 1].span().end == word.span().start;
        if at > 0 && !joined {
            out.push(' ');
        }
        out.push_str(word.text);
    }
    out
}

/// Writes the stretches of capitalised words that can be names into a buffer, in place of what is
/// there.
fn chunks(sentence: &Sentence<'_>, language: &EventWords, out: &mut Vec<(usize, usize)>) {
    let capital_nouns = language.syntax().capital_nouns;
    let words = &sentence.words;
    out.clear();
    // Where every noun has a capital, only the part of speech tells a name.
    let named = |at: usize| !capital_nouns || words[at].tag == Tag::Name;
    let mut from = 0;
    while let Some(at) = sentence.capitalised.next(from) {
        if !named(at) || !begins_name(sentence, at, language.cases()) {
            from = at + 1;
            continue;
        }
        let mut end = at + 1;
        while let Some(next) = name_goes_on(words, at, end)
            .filter(|next| named(next - 1))
            .or_else(|| kind_behind(words, at, end, language.cases()))
        {
            end = next;
        }
        let first = behind_role(words, at, end);
        // "In Moscow President Orr resigned."
        let office = (at..first).find(|&at| words[at].is(WordClass::ROLE));
        let led = at.checked_sub(1).is_some_and(|before| words[before].is(WordClass::PLACE_ONLY));
        out.extend(office.filter(|&office| led && office > at).map(|office| (at, office)));
        out.push((first, before_honours(words, first, end)));
        from = end;
    }
}

/// Where a person's name ends that letters of honours follow: "Ann Orr CBE FRS".
fn before_honours(words: &[Word<'_>], first: usize, end: usize) -> usize {
    let honours = words[first..end].iter().rev().take_while(|word| is_honour(word)).count();
    let body = words[first..end].iter().any(|word| word.is(WordClass::ORGANISATION));
    // "IDA K. ORR" is written in capitals throughout.
    let small = |word: &Word<'_>| word.text.chars().any(char::is_lowercase);
    let body = body || !words[first..end - honours].iter().any(small);
    if body || end - first < honours + 2 { end } else { end - honours }
}

/// Where the letters of honours behind a name end.
pub(super) fn behind_honours(words: &[Word<'_>], from: usize) -> usize {
    from + words[from..].iter().take_while(|word| is_honour(word)).count()
}

fn is_honour(word: &Word<'_>) -> bool {
    const LONGEST: usize = 5;
    (2..=LONGEST).contains(&word.text.len())
        && word.entry.country.is_none()
        && word.text.chars().all(char::is_uppercase)
}

/// Where the name proper starts in a stretch such as "Foreign Minister Dmytro Kuleba". What
/// holds a body's or a place's word is one name: "King Faisal Hospital".
fn behind_role(words: &[Word<'_>], first: usize, end: usize) -> usize {
    let stretch = &words[first..end];
    let whole = WordClass::ORGANISATION | WordClass::REGION | WordClass::WATER | WordClass::SITE;
    if stretch.iter().any(|word| word.is(whole)) {
        return first;
    }
    let role = stretch.iter().rposition(|word| word.is(WordClass::ROLE));
    let start = role.map(|role| first + role + 1);
    // "Head VI" is no VI.
    start.filter(|&start| words[start..end].iter().any(|word| !is_numbered(word))).unwrap_or(first)
}

pub(super) fn can_be_name(word: &Word<'_>) -> bool {
    word.is_upper()
        && word.timex.is_none()
        && !word.is(WordClass::NOT_A_NAME
            | WordClass::NAME_SUFFIX
            | WordClass::THIRD_PERSON
            | WordClass::FIRST_PERSON
            | WordClass::COMPASS)
        && (word.entry.country.is_none() || matches!(word.tag, Tag::Name))
}

fn begins_name(sentence: &Sentence<'_>, at: usize, cases: &NameCases) -> bool {
    let word = &sentence.words[at];
    if starts_known_name(sentence, at, cases) {
        return true;
    }
    if !can_be_name(word) || word.is(WordClass::ROLE) && !ends_like_name(sentence, at) {
        return false;
    }
    // "Japanese-held Manchuria"
    let joined =
        |(first, last): (&str, &str)| !first.is_empty() && last.starts_with(char::is_lowercase);
    let says_more = matches!(word.tag, Tag::Adjective | Tag::Participle);
    if says_more && word.text.rsplit_once('-').is_some_and(joined) {
        return false;
    }
    let starts = at == 0 || sentence.words[at - 1].kind == crate::text::TokenKind::Sign;
    let function = matches!(
        word.tag,
        Tag::Determiner
            | Tag::Preposition
            | Tag::Pronoun
            | Tag::Possessive
            | Tag::Conjunction
            | Tag::Relative
            | Tag::Modal
            | Tag::To
            | Tag::Existential
            | Tag::Adverb
    );
    if function || word.entry.country.is_some() && demonym(word) {
        return false;
    }
    let upper = |at: usize| sentence.words.get(at).is_some_and(can_be_name);
    let particle = sentence.words.get(at + 1).is_some_and(|w| w.is(WordClass::NAME_PARTICLE));
    let next_upper = upper(at + 1) || particle && upper(at + 2);
    let acronym = || word.text.len() > 1 && word.text.chars().all(|c| c.is_uppercase() || c == '.');
    !starts || !sentence.is_prose() || word.tag == Tag::Name || next_upper || acronym()
}

/// "North Korea", "West Bank", "Soviet Union", "Dutch East Indies": a direction or a people starts
/// a name that the gazetteer knows.
fn starts_known_name(sentence: &Sentence<'_>, at: usize, cases: &NameCases) -> bool {
    const LONGEST: usize = 3;
    let words = &sentence.words;
    let word = &words[at];
    if !word.is_upper() || !(word.is(WordClass::COMPASS) || demonym(word)) {
        return false;
    }
    let upper = words[at + 1..].iter().take(LONGEST - 1).take_while(|next| next.is_upper()).count();
    (2..=upper + 1).any(|count| {
        let name = fold_name(&text_of(sentence, at, at + count));
        cases.bases(&name).any(|base| !Gazetteer::embedded().lookup_folded(&base).is_empty())
    })
}

/// A role word alone is no name; before a capitalised word it is a role.
fn ends_like_name(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|i| &sentence.words[i]);
    before.is_some_and(|b| can_be_name(b) && !b.is(WordClass::ROLE))
}

/// Whether a word names a state's people rather than the state.
pub(super) fn demonym(word: &Word<'_>) -> bool {
    word.entry.country.is_some()
}

fn name_goes_on(words: &[Word<'_>], first: usize, end: usize) -> Option<usize> {
    let word = words.get(end)?;
    if ends_behind_office(words, first, end) {
        return None;
    }
    if words[end - 1].text.ends_with('.')
        && words[end - 1].text.len() > 3
        && !words[end - 1].text[..2].contains('.')
    {
        // A longer abbreviation ends a name more often than it goes on.
        return can_be_name(word).then_some(end + 1).filter(|_| words[end - 1].is(WordClass::ROLE));
    }
    if can_be_name(word) && word.tag != Tag::Pronoun
        || word.is(WordClass::COMPASS) && word.is_upper()
    {
        return Some(end + 1);
    }
    let after = words.get(end + 1);
    let next_upper = after.is_some_and(can_be_name);
    if word.is(WordClass::NAME_PARTICLE) && next_upper {
        return Some(end + 2);
    }
    if let Some(family) = behind_nickname(words, end) {
        return can_be_name(&words[family]).then_some(family + 1);
    }
    let body = words[first..end].iter().any(|w| w.is(WordClass::ORGANISATION | WordClass::REGION));
    // "the Gulf of Oman"
    let body = body || end == first + 1 && words[first].is(WordClass::WATER);
    if body && next_upper && word.is(WordClass::NAME_LINK) && !time_like(words, end) {
        return Some(end + 2);
    }
    let joined = word.text == "&"
        || end == first + 1 && word.is(WordClass::COORDINATOR) && is_one_country(words, first, end);
    (joined && next_upper).then_some(end + 2)
}

/// "Kharkiv region", "Zaporizhzhia nuclear power plant": words in lower case that say what a name
/// is, where the gazetteer knows all of them together.
fn kind_behind(words: &[Word<'_>], first: usize, end: usize, cases: &NameCases) -> Option<usize> {
    const LONGEST: usize = 3;
    let small = |word: &&Word<'_>| {
        !word.is_upper() && (word.tag.is_nominal() || word.tag == Tag::Adjective)
    };
    let kind = words[end..]
        .iter()
        .take(LONGEST)
        .take_while(small)
        .position(|word| word.is(WordClass::REGION | WordClass::WATER | WordClass::SITE))?;
    let end = end + kind;
    let mut name = String::new();
    for word in &words[first..=end] {
        name.push_str(word.text);
        name.push(' ');
    }
    let name = fold_name(&name);
    let known = |base: Cow<'_, str>| !Gazetteer::embedded().lookup_folded(&base).is_empty();
    cases.bases(&name).any(known).then_some(end + 1)
}

/// "Bosnia and Herzegovina", "Trinidad and Tobago": a country's name that joins two.
fn is_one_country(words: &[Word<'_>], first: usize, link: usize) -> bool {
    let Some(last) = words.get(link + 1).filter(|word| word.is_upper()) else { return false };
    let name = format!("{} {} {}", words[first].text, words[link].text, last.text);
    let found = Gazetteer::embedded().lookup(&name);
    found.first().is_some_and(|entry| entry.kind == PlaceKind::Country)
}

/// Whether a preposition stands before a time.
fn time_like(words: &[Word<'_>], at: usize) -> bool {
    words.get(at + 1).is_some_and(|word| word.timex.is_some())
}

fn kind_of(
    sentence: &Sentence<'_>,
    first: usize,
    end: usize,
    known: &Name,
    cases: &NameCases,
) -> NameKind {
    let name = &sentence.words[first..end];
    if let Some(code) = known.country {
        return NameKind::State(code);
    }
    let last = &name[name.len() - 1];
    // "the Circuit Court of Lowndes County" is no county.
    let link = name.iter().position(|word| word.is(WordClass::NAME_LINK)).unwrap_or(0);
    let body = name[..link].iter().any(|word| word.is(WordClass::ORGANISATION));
    let kinds = WordClass::REGION | WordClass::WATER | WordClass::SITE;
    let gulf = link > 0 && name[0].is(WordClass::WATER);
    if name.len() > 1 && (last.is(kinds) && !body || gulf) {
        return NameKind::Place;
    }
    if name.iter().any(|word| word.is(WordClass::ORGANISATION)) {
        // "Біла Церква" is a town.
        let town = name.len() > 1 && cases.bases(&known.folded).any(|base| is_town(&base));
        return if town { NameKind::Unknown } else { NameKind::Organisation };
    }
    let end = behind_honours(&sentence.words, end);
    let next = sentence.words.get(end);
    // "Ida Orr was born", "Ida Orr (1880 - 1950)".
    let lives = sentence.words[end..].iter().take(3).any(|word| {
        matches!(word.entry.verb, Some(Category::Birth | Category::Death)) && word.tag.is_verbal()
    }) && next.is_some_and(|word| word.tag.is_verbal());
    // "the Second Punic War (218 BC to 201 BC)" is nobody's life.
    let in_brackets = name.len() > 1
        && name.iter().all(|word| word.entry.noun.is_none())
        && next.is_some_and(|word| word.is_sign("("))
        && sentence.words.get(end + 1).is_some_and(|word| word.timex.is_some());
    let single_town = name.len() == 1 && lives && cases.bases(&known.folded).any(|b| is_town(&b));
    if lives && !single_town || in_brackets || turned(&sentence.words, first, end).is_some() {
        return NameKind::Person;
    }
    let role = first.checked_sub(1).is_some_and(|at| {
        let before = &sentence.words[at];
        before.is(WordClass::ROLE) && before.timex.is_none()
    });
    let given = name.len() > 1 && name[0].is(WordClass::GIVEN_NAME);
    // "Washington D.C." is nobody.
    let initials = name[..name.len() - 1].iter().any(|word| is_initials(word.text));
    if role || given || initials || name.len() > 1 && is_described(&sentence.words, end) {
        return NameKind::Person;
    }
    // Datelines write towns in capitals: "HAVANA".
    let letters = || last.text.chars().filter(|c| *c != '.').count();
    let acronym = name.len() == 1
        && last.text.chars().all(|c| c.is_uppercase() || c == '.')
        && letters() > 1
        && (letters() < 5 || Gazetteer::embedded().lookup_folded(&known.folded).is_empty());
    if acronym { NameKind::Organisation } else { NameKind::Unknown }
}

fn is_town(folded: &str) -> bool {
    let found = Gazetteer::embedded().lookup_folded(folded);
    found.first().is_some_and(|entry| entry.kind == PlaceKind::City)
}

/// The words of a role before a name: "Ukrainian Foreign Minister".
fn role_before(sentence: &Sentence<'_>, first: usize) -> Option<String> {
    let mut start = first;
    while let Some(before) = start.checked_sub(1).map(|at| &sentence.words[at]) {
        let fits = before.is(WordClass::ROLE)
            || start < first
                && (before.is_upper()
                    && before.tag != Tag::Determiner
                    && before.tag != Tag::Preposition
                    || before.tag == Tag::Adjective
                    || before.is(WordClass::GROUP) && before.tag == Tag::Noun);
        if !fits || before.timex.is_some() {
            break;
        }
        start -= 1;
    }
    (start < first).then(|| text_of(sentence, start, first))
}
