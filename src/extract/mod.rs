//! Events: from sentences and resolved times to what happened, where, and who took part.
//!
//! A document is read into sentences of tagged words (`reading`), each cut into `clause`s with
//! a `head`. Times find the head of their clause (`dated`); what stands near them without a
//! time of its own takes theirs over (`inherit`); what cannot be placed goes to the tray
//! (`undated`). Each of these candidates becomes an event (`assemble`), and mentions of the
//! same one become one (`merge`). No step knows a language: words come from the pack.

mod agreement;
mod attributes;
mod bracket;
mod capitals;
mod caption;
mod chronicle;
mod citation;
mod clausal_subject;
mod clause;
mod compared;
mod conjunct;
mod cutter;
mod dateline;
mod free_subject;
mod front_of_verb;
mod fronted;
mod fused;
mod handing;
mod head;
mod held_noun;
mod marks;
mod mending;
mod phrase;
mod reading;
mod row;
mod said_of_object;
mod seek;
mod segments;
mod sense;
mod set_apart;
mod set_off;
mod subject;
mod the_country;
mod time_names;
mod unclear;
mod verb_adverb;
mod verb_group;
mod verb_second;
mod word_set;

mod at_home;
mod bearers;
mod beside_number;
mod bodies;
mod finding;
mod misread;
mod modifying;
mod moving;
mod name_parts;
mod named_year;
mod names;
mod nearness;
mod place_mention;
mod place_role;
mod places;
mod speakers;
mod split_verb;
mod stray;

mod adjoining;
mod anchored;
mod aside;
mod counted_clause;
mod dated;
mod elsewhere;
mod first_word;
mod fresh;
mod going_on;
mod inherit;
mod later;
mod life;
mod recurring;
mod reference;
mod relative_subject;
mod reporting;
mod sayings;
mod telling;
mod time_clause;
mod time_of;
mod undated;
mod whose_place;
mod whose_time;

mod across;
mod acted_on;
mod antecedent;
mod assemble;
mod attribution;
mod awaited;
mod bare_noun;
mod bare_phrase;
mod categorise;
mod cut_quote;
mod cutting_point;
mod dangling;
mod dating;
mod dropped;
mod expletive;
mod facts;
mod factuality;
mod gapping;
mod hero;
mod joined_adjectives;
mod located;
mod lone_verb;
mod loose_owner;
mod merge;
mod middle_field;
mod nominative;
mod noun_title;
mod office_name;
mod paired;
mod participants;
mod pointed;
mod predicate;
mod quoted_speaker;
mod reported;
mod said_behind;
mod scope;
mod short_subject;
mod title;
mod title_beside;
mod title_said;
mod title_speaker;
mod title_subject;
mod title_time;
mod title_verb;
mod title_words;
mod trimming;
mod whom;
mod wording;

#[cfg(test)]
mod across_tests;
#[cfg(test)]
mod tests;

pub use across::{Across, Source, across};

use std::cell::OnceCell;

use clause::{Clauses, ClausesOf};
use head::Head;
use names::Names;
use place_mention::PlaceMention;
use reading::{Sentence, Word};

use crate::document::{BlockKind, DateCandidate, Document, Message};
use crate::event::{Certainty, Event, Link, Missing};
use crate::language::{EventWords, Pack, WordClass};
use crate::temporal::Timex;
use crate::text::TokenKind;
use crate::time::{Interval, TimexType};

/// A document with what was found out of it before its events.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// The document.
    pub document: &'a Document,
    /// The pack of its language.
    pub pack: &'a Pack,
    /// Its time expressions, resolved, in text order.
    pub timexes: &'a [Timex],
    /// The date that these are counted from.
    pub date: Option<&'a DateCandidate>,
    /// All that may be its date: the lines that say so tell nothing else.
    pub dates: &'a [DateCandidate],
    /// The messages in it that are counted from dates of their own, if it is a chain of mails.
    pub messages: &'a [Message],
}

/// The events of a document, in text order.
#[must_use]
pub fn extract(text: Text<'_>) -> Vec<Event> {
    extract_each(&[text]).pop().unwrap_or_default()
}

/// The events of several documents, in text order.
///
/// Each step is made for all of them before the next one is: all steps together are more code
/// than the processor keeps near its core, and a short document alone is through with a step as
/// soon as it is there.
#[must_use]
pub fn extract_each(texts: &[Text<'_>]) -> Vec<Vec<Event>> {
    let known: Vec<(&Text<'_>, Option<&'static EventWords>)> =
        texts.iter().map(|text| (text, EventWords::embedded(text.pack.tag()))).collect();
    let sentences: Vec<Vec<Sentence<'_>>> = known
        .iter()
        .map(|(text, words)| words.map(|words| reading::read(text.document, words, text.timexes)))
        .map(Option::unwrap_or_default)
        .collect();
    let readings: Vec<Reading<'_>> = known
        .iter()
        .zip(&sentences)
        .filter_map(|((text, words), sentences)| Some(Reading::of(text, (*words)?, sentences)))
        .collect();
    readings.iter().for_each(Reading::cut_timed);
    let mut candidates: Vec<Vec<Candidate>> = readings
        .iter()
        .map(|text| {
            let mut found = dated::candidates(text);
            find_untimed(text, &mut found);
            found
        })
        .collect();
    for (text, candidates) in readings.iter().zip(&mut candidates) {
        order_and_join(text, candidates);
    }
    let told = readings.iter().zip(&candidates);
    let mentions: Vec<_> =
        told.map(|(text, candidates)| assemble::events(text, candidates)).collect();
    let mut events = mentions.into_iter().map(merge::within_document);
    let events_of = |words: &Option<_>| words.and_then(|_| events.next()).unwrap_or_default();
    known.iter().map(|(_, words)| words).map(events_of).collect()
}

/// The candidates that have no time in their own sentence.
fn find_untimed(text: &Reading<'_>, candidates: &mut Vec<Candidate>) {
    life::add(text, candidates);
    inherit::add(text, candidates);
}

/// The candidates that hang on others; all of them in text order, each once.
fn order_and_join(text: &Reading<'_>, candidates: &mut Vec<Candidate>) {
    candidates.sort_by_key(|candidate| candidate.sentence);
    anchored::add(text, candidates);
    candidates.sort_by_key(|candidate| candidate.sentence);
    conjunct::add(text, candidates);
    undated::add(text, candidates);
    candidates.sort_by_cached_key(|candidate| (candidate.sentence, candidate.head.word));
    candidates.retain(|candidate| {
        let head = text.sentences[candidate.sentence].words[candidate.head.word].span();
        !text.messages.iter().any(|message| message.head.contains(head))
    });
    merge::join_ends(candidates, text);
}

/// Everything that was read of a document.
struct Reading<'a> {
    document: &'a Document,
    language: &'static EventWords,
    sentences: &'a [Sentence<'a>],
    clauses: ClausesOf<'a>,
    names: Names,
    places: Vec<Vec<PlaceMention>>,
    timexes: &'a [Timex],
    document_date: Option<&'a DateCandidate>,
    dates: &'a [DateCandidate],
    messages: &'a [Message],
    about: About,
    /// Whether it tells what was, once somebody has asked.
    of_past: OnceCell<bool>,
}

impl<'a> Reading<'a> {
    /// The sentences with the names in them, and where these are.
    fn of(text: &Text<'a>, language: &'static EventWords, sentences: &'a [Sentence<'a>]) -> Self {
        let mut out = Self::new(text, language, sentences);
        places::judge(sentences, &mut out.names, language);
        let mentions = sentences.iter().zip(&out.names.mentions);
        out.places = mentions
            .map(|(sentence, mentions)| place_mention::in_sentence(sentence, mentions, &out.names))
            .collect();
        out.about = About::of(&out);
        out
    }

    /// The sentences with the names in them.
    fn new(text: &Text<'a>, language: &'static EventWords, sentences: &'a [Sentence<'a>]) -> Self {
        Self {
            document: text.document,
            language,
            sentences,
            clauses: ClausesOf::new(sentences, language),
            names: names::names(sentences, language),
            places: Vec::new(),
            timexes: text.timexes,
            document_date: text.date,
            dates: text.dates,
            messages: text.messages,
            about: About::default(),
            of_past: OnceCell::new(),
        }
    }

    /// Cuts the sentences with a time into clauses, all of which will be asked for.
    fn cut_timed(&self) {
        let timed = |&number: &usize| !self.sentences[number].timexes.is_empty();
        (0..self.sentences.len()).filter(timed).for_each(|number| {
            let _ = &self.clauses[number];
        });
    }

    /// Whether the document tells what was: most of its sentences with a time are in the past.
    fn tells_what_was(&self) -> bool {
        *self.of_past.get_or_init(|| {
            let timed = |number: &usize| !self.sentences[*number].timexes.is_empty();
            let tense = |number: usize| {
                let clauses = &self.clauses[number];
                let main = dated::main_clause(clauses)?;
                clauses.list[main].verb.map(|verb| verb.tense)
            };
            let tenses = (0..self.sentences.len()).filter(timed).filter_map(tense);
            let (mut past, mut present) = (0, 0);
            for tense in tenses {
                past += usize::from(tense.is_past());
                present += usize::from(tense == verb_group::Tense::Present);
            }
            past > present
        })
    }

    /// Whether a sentence is the first of its block.
    fn opens_block(&self, sentence: usize) -> bool {
        let block = |at: usize| self.sentences[at].block;
        sentence.checked_sub(1).is_none_or(|before| block(before) != block(sentence))
    }

    /// Whether a sentence is a line of a chronicle, which its date labels.
    fn is_line(&self, sentence: usize) -> bool {
        self.about.chronicle && self.opens_block(sentence)
    }

    /// The date that a sentence speaks from: its message's, or the document's.
    fn date_of(&self, sentence: usize) -> Option<&DateCandidate> {
        let place = self.sentences[sentence].span.start;
        Message::date_at(self.messages, place, self.document_date)
    }
}

/// What is asked of a document again and again.
#[derive(Debug, Default)]
struct About {
    /// Whether it speaks from its own date: most of its references are to it.
    news: bool,
    /// The sentence that its title is.
    title: Option<usize>,
    /// Its first sentence of prose.
    first: Option<usize>,
    /// The sentence behind its first two that tell something: news lead with what is new.
    lead: usize,
    /// The person whom it is about.
    person: Option<usize>,
    /// Whether it records a meeting: what it tells happened on its date.
    record: bool,
    /// Whether most of its paragraphs and items open with a date.
    chronicle: bool,
    /// The pronouns of that person, where it tells a life.
    life: Option<WordClass>,
}

impl About {
    fn of(text: &Reading<'_>) -> Self {
        let tells =
            |(_, sentence): &(usize, &Sentence<'_>)| sentence.is_prose() && !sentence.only_times;
        let person = hero::main_person(text);
        let second = text.sentences.iter().enumerate().filter(tells).nth(1);
        Self {
            news: dated::is_news(text),
            title: text.sentences.iter().position(|s| s.kind == BlockKind::Title),
            first: text.sentences.iter().position(Sentence::is_prose),
            lead: second.map_or(text.sentences.len(), |(number, _)| number + 1),
            person,
            record: is_record(text),
            chronicle: is_chronicle(text),
            life: hero::life(text, person),
        }
    }
}

/// How many lines that open with a date make a chronicle.
const CHRONICLED: usize = 3;

/// Whether most paragraphs and items of a document open with the number of a date.
fn is_chronicle(text: &Reading<'_>) -> bool {
    let opens = |number: &usize| text.opens_block(*number) && text.sentences[*number].is_prose();
    let lines = (0..text.sentences.len()).filter(opens);
    let (mut all, mut dated) = (0, 0);
    for number in lines {
        all += 1;
        let first = text.sentences[number].words.first();
        let is_number = |word: &Word<'_>| word.timex.is_some() && word.kind == TokenKind::Number;
        dated += usize::from(first.is_some_and(is_number));
    }
    dated >= CHRONICLED && dated * 2 > all
}

/// Whether a document's title, or the line below that opens with what it is, says that it records a meeting.
fn is_record(text: &Reading<'_>) -> bool {
    let known = |word: &str| {
        text.language.is_record(&word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase())
    };
    let mut heads = text.sentences.iter().take(2).map(|sentence| &sentence.words);
    let first = heads.next().filter(|words| words.len() < 16);
    text.document.title.split_whitespace().any(known)
        || first.is_some_and(|words| words.iter().any(|word| known(word.text)))
        || heads.any(|words| words.len() < 16 && words.first().is_some_and(|word| known(word.text)))
}

/// A head with the time that was found for it.
#[derive(Clone, Debug)]
struct Candidate {
    sentence: usize,
    clause: usize,
    head: Head,
    time: Time,
}

/// How a head came to its time.
#[derive(Clone, Debug)]
struct Time {
    /// The time expression, by number.
    timex: Option<usize>,
    /// What it comes to for this event.
    interval: Option<Interval>,
    link: Link,
    certainty: Certainty,
    /// Whether it comes again and again; the interval is the stretch in which it does.
    recurs: bool,
    /// Why there is no interval.
    missing: Option<Missing>,
    /// The words of the clause that it belongs to, where the verb has other times for others.
    part: Option<gapping::Part>,
    /// The event of the document that it is counted from.
    counted: Option<anchored::Counted>,
}

impl Time {
    /// A time expression of the event's own sentence.
    fn of(timexes: &[Timex], timex: usize) -> Self {
        Self {
            timex: Some(timex),
            interval: timexes[timex].interval,
            link: Link::SameClause,
            certainty: timexes[timex].derivation.certainty,
            recurs: timexes[timex].kind == TimexType::Set,
            missing: None,
            part: None,
            counted: None,
        }
    }

    /// The same time, taken over from elsewhere.
    fn inferred(mut self, link: Link) -> Self {
        self.link = link;
        self.certainty = Certainty::Inferred;
        self.part = None;
        self.counted = None;
        self
    }
}
