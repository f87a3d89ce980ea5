//! From a head with its time to an event.

use std::sync::Arc;

use rustc_hash::FxHashSet;
use smallvec::smallvec;

use super::antecedent::of_pronoun;
use super::attribution::said_by;
use super::categorise::category;
use super::clause::ClauseKind;
use super::facts::facts;
use super::factuality::{FactualTime, factuality};
use super::head::Strength;
use super::located::{focus, places};
use super::participants::participants;
use super::phrase::around;
use super::row::Row;
use super::subject::subject;
use super::title::{of_words, title};
use super::verb_group::Tense;
use super::{Candidate, Reading, Time};
use crate::event::{
    Category, Certainty, Derivation, Event, EventId, Evidence, Factuality, Link, List, Operation,
    Place, Reference, When,
};
use crate::language::{Tag, WordClass};
use crate::text::Span;

/// An event with what merging needs to know of its head.
#[derive(Clone, Debug)]
pub(super) struct Mentioned {
    pub(super) event: Event,
    /// The head's verb, by number; 0 for a noun.
    pub(super) lemma: u32,
    /// Whether the head is a noun that points back: "the attack".
    pub(super) points_back: bool,
}

/// The events of all candidates.
pub(super) fn events(text: &Reading<'_>, candidates: &[Candidate]) -> Vec<Mentioned> {
    let focus = focus(text);
    let told: FxHashSet<(usize, usize)> =
        candidates.iter().map(|candidate| (candidate.sentence, candidate.clause)).collect();
    let setting = Setting { focus: focus.as_ref(), told: &told };
    let mut out = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        // Candidates come in the order of their sentences: the same quote is among the last.
        let own = quote(text, candidate);
        let near = out.iter().rev().map(|told: &Mentioned| &told.event.evidence[0]);
        let near = near.take_while(|evidence| evidence.sentence.end > own.start);
        let number = near.filter(|evidence| evidence.quote == own).count() as u32;
        out.push(event(text, candidate, number, &setting));
    }
    out
}

/// What the places of an event are judged by.
pub(super) struct Setting<'a> {
    /// The place that the document is about.
    pub(super) focus: Option<&'a Place>,
    /// The sentences and clauses that have an event.
    pub(super) told: &'a FxHashSet<(usize, usize)>,
}

impl Setting<'_> {
    /// Whether a word of the sentence of an event is its: it stands in its clause, in one without
    /// an event that hangs on that, or the sentence tells nothing else.
    fn owns(&self, text: &Reading<'_>, candidate: &Candidate, word: usize) -> bool {
        let clauses = &text.clauses[candidate.sentence];
        let told = |clause: usize| self.told.contains(&(candidate.sentence, clause));
        let mut at = clauses.owner[word];
        loop {
            if at == candidate.clause {
                return true;
            }
            if told(at) {
                return false;
            }
            match clauses.list[at].parent {
                Some(parent) => at = parent,
                None => return (0..clauses.list.len()).filter(|&clause| told(clause)).count() < 2,
            }
        }
    }
}

fn event(
    text: &Reading<'_>,
    candidate: &Candidate,
    number: u32,
    setting: &Setting<'_>,
) -> Mentioned {
    let (sentence, clauses) =
        (&text.sentences[candidate.sentence], &text.clauses[candidate.sentence]);
    let words = &sentence.words;
    let subject = subject(words, clauses, candidate.clause);
    let mut within: Vec<usize> = Vec::with_capacity(words.len() + subject.len());
    within.extend(clauses.words(candidate.clause));
    within.extend(subject.iter().filter(|&&at| clauses.owner[at] != candidate.clause));
    let bracketed = candidate
        .time
        .timex
        .filter(|_| is_life(text, candidate))
        .map(|timex| super::life::words_of(text, candidate.sentence, timex));
    if let Some(bracketed) = bracketed.filter(|words| !words.is_empty()) {
        // Of a bracket behind a name only what stands by the one date belongs to it.
        within = bracketed;
        within.extend(0..=candidate.head.word);
    }
    // Nearly always the subject stands in its clause, and all is in order.
    if !within.is_sorted() {
        within.sort_unstable();
    }
    within.dedup();
    if let Some(part) = candidate.time.part {
        within.retain(|&at| part.has(at));
    }
    let antecedent = subject.first().and_then(|&at| of_pronoun(text, candidate.sentence, at));
    let owner = candidate.head.nominal.then(|| around(words, clauses, candidate.head.word));
    let owner = owner
        .and_then(|phrase| phrase.first().copied())
        .filter(|&at| words[at].tag == Tag::Possessive && words[at].is(WordClass::THIRD_PERSON));
    let owner = owner.and_then(|at| of_pronoun(text, candidate.sentence, at));
    let quote = quote(text, candidate);
    let factuality = match factuality(words, clauses, candidate, &factual_time(text, candidate)) {
        Factuality::Happened if is_habit(clauses, candidate) => Factuality::Ongoing,
        found => found,
    };
    let head = &words[candidate.head.word];
    let article = candidate.head.word.checked_sub(1).is_some_and(|at| {
        words[at].is(WordClass::DEMONSTRATIVE) || words[at].tag == Tag::Determiner
    });
    let title = match candidate.head.category {
        _ if is_life(text, candidate) => life_title(text, candidate),
        _ => {
            row_title(text, candidate).or_else(|| headline(text, candidate)).unwrap_or_else(|| {
                let own = title(
                    sentence,
                    clauses,
                    candidate.clause,
                    &candidate.head,
                    candidate.time.part,
                    antecedent.as_deref(),
                    owner.as_deref(),
                );
                complete(text, candidate, own)
            })
        }
    };
    Mentioned {
        lemma: if candidate.head.nominal { 0 } else { head.entry.lemma },
        points_back: candidate.head.nominal && article,
        event: Event {
            id: EventId::of(text.document.id, quote, number),
            title: title.into(),
            when: when(text, &candidate.time),
            derivation: derivation(text, &candidate.time),
            category: category(text, &within, subject, candidate),
            places: places(text, candidate, &within, setting).into(),
            participants: participants(
                sentence,
                &text.names.mentions[candidate.sentence],
                &text.names,
                &within,
            )
            .into(),
            factuality,
            evidence: smallvec![Evidence {
                document: text.document.id,
                quote,
                sentence: sentence.span,
                expression: candidate.time.timex.map(|timex| text.timexes[timex].span),
                joined: None,
            }],
            facts: facts(text, candidate, |at| setting.owns(text, candidate, at)).into(),
            said_by: said_by(text, candidate).map(String::into_boxed_str),
            tags: List::default(),
            confidence: confidence(candidate, factuality),
        },
    }
}

/// "meets every Friday": what comes again and still does.
fn is_habit(clauses: &super::Clauses, candidate: &Candidate) -> bool {
    let verb = clauses.list[candidate.clause].verb;
    candidate.time.recurs && verb.is_some_and(|verb| verb.tense == Tense::Present)
}

fn when(text: &Reading<'_>, time: &Time) -> When {
    if let Some(timex) = time.timex.filter(|_| time.recurs) {
        let rule = text.timexes[timex].value.clone();
        return When::Recurring { within: time.interval, rule: rule.into() };
    }
    match (time.interval, time.missing) {
        (Some(interval), _) => When::Dated(interval),
        (None, Some(missing)) => When::Undated(missing),
        (None, None) => When::Undated(crate::event::Missing::Vague),
    }
}

fn derivation(text: &Reading<'_>, time: &Time) -> Arc<Derivation> {
    let adjoining = super::adjoining::words(text, time);
    let found = time.timex.map(|timex| &text.timexes[timex].derivation);
    let as_it_is = |found: &&Arc<Derivation>| {
        let same = (found.result, found.link, found.certainty)
            == (time.interval, time.link, time.certainty);
        same && time.counted.is_none() && adjoining.is_none()
    };
    if let Some(found) = found.filter(as_it_is) {
        return Arc::clone(found);
    }
    let inferred = || Derivation {
        words: String::new(),
        reference: text.document_date.filter(|_| time.link == Link::Document).map_or(
            Reference::Missing,
            |date| Reference::Document { interval: date.interval, origin: date.origin },
        ),
        operation: Operation::Same,
        modifier: None,
        result: None,
        link: time.link,
        alternatives: Vec::new(),
        certainty: time.certainty,
    };
    let mut out = found.map_or_else(inferred, |found| Derivation::clone(found));
    if time.link == Link::Narrative
        && let (Some(timex), Some(interval)) = (time.timex, time.interval)
    {
        let span = text.timexes[timex].span;
        out.reference =
            Reference::Narrative { words: std::mem::take(&mut out.words), span, interval };
        out.operation = Operation::Same;
    }
    if let Some(counted) = time.counted {
        let words = counted.from.of(&text.document.text).to_owned();
        let (span, interval) = (counted.from, counted.interval);
        out.words = time.timex.map_or_else(String::new, |timex| {
            text.timexes[timex].span.of(&text.document.text).to_owned()
        });
        out.reference = Reference::Narrative { words, span, interval };
        out.operation = Operation::Shift { amount: counted.amount, unit: counted.unit };
    }
    if let Some(words) = adjoining {
        words.of(&text.document.text).clone_into(&mut out.words);
    }
    out.result = time.interval;
    out.link = time.link;
    out.certainty = time.certainty;
    Arc::new(out)
}

/// The clause, or the sentence where that is all one.
fn quote(text: &Reading<'_>, candidate: &Candidate) -> Span {
    let (sentence, clauses) =
        (&text.sentences[candidate.sentence], &text.clauses[candidate.sentence]);
    let verbs = clauses.list.iter().filter(|clause| clause.verb.is_some()).count();
    if verbs < 2 {
        return sentence.span;
    }
    let (mut first, end) = clauses.extent(candidate.clause);
    // "attacks committed in May": its participle alone says too little.
    let this = &clauses.list[candidate.clause];
    if this.kind == ClauseKind::Relative && this.verb.is_some_and(|verb| !verb.is_finite()) {
        let phrase = subject(&sentence.words, clauses, candidate.clause);
        first = phrase.first().map_or(first, |&noun| first.min(noun));
    }
    while sentence.words.get(first).is_some_and(|word| word.is_sign(",") || word.is_sign(";")) {
        first += 1;
    }
    let mut end = end;
    while end > first + 1 && matches!(sentence.words[end - 1].text, "," | ";" | ".") {
        end -= 1;
    }
    sentence.span_of(first, end)
}

/// Where the time stands, and whether it lies ahead.
fn factual_time(text: &Reading<'_>, candidate: &Candidate) -> FactualTime {
    let sentence = &text.sentences[candidate.sentence];
    let at = candidate.time.timex.filter(|_| candidate.time.link == Link::SameClause);
    FactualTime {
        later: is_later(text, candidate),
        word: at.and_then(|timex| sentence.words_of_timex(timex)).map(|(first, _)| first),
    }
}

fn is_later(text: &Reading<'_>, candidate: &Candidate) -> bool {
    let (Some(date), Some(interval)) = (text.document_date, candidate.time.interval) else {
        return false;
    };
    interval.earliest_start() >= date.interval.latest_end()
}

fn life_title(text: &Reading<'_>, candidate: &Candidate) -> String {
    let name = super::life::name(text, candidate);
    format!("{name} ({})", candidate.head.category.name())
}

/// Whether a candidate is a birth or a death in brackets behind a name.
pub(super) fn is_life(text: &Reading<'_>, candidate: &Candidate) -> bool {
    let head = &text.sentences[candidate.sentence].words[candidate.head.word];
    let said = head.entry.noun == Some(candidate.head.category);
    candidate.head.nominal
        && !said
        && matches!(candidate.head.category, Category::Birth | Category::Death)
}

/// The row whose date an event's time is.
pub(super) fn row(text: &Reading<'_>, candidate: &Candidate) -> Option<Row> {
    let sentence = &text.sentences[candidate.sentence];
    let first = candidate.time.timex.is_some_and(|timex| timex == sentence.timexes.start);
    if first { Row::of(sentence, &text.document.text) } else { None }
}

/// What the cell of a row says, or a labelled line without a verb.
fn row_title(text: &Reading<'_>, candidate: &Candidate) -> Option<String> {
    let sentence = &text.sentences[candidate.sentence];
    let row = row(text, candidate)?;
    let verb = text.clauses[candidate.sentence].list[candidate.clause].verb;
    if verb.is_some_and(|verb| verb.is_finite()) && !row.is_table() {
        return None;
    }
    let (from, to) = row.telling(&sentence.words, Some(candidate.head.word));
    of_words(sentence, from, to)
}

/// A title of one word says nothing alone: the heading of its item, or the document's title, goes
/// before it.
fn complete(text: &Reading<'_>, candidate: &Candidate, own: String) -> String {
    let several = own.trim().contains(char::is_whitespace);
    if !several && let Some(item) = item_heading(text, candidate) {
        return format!("{item}: {}", own.to_lowercase());
    }
    if several {
        return own;
    }
    let title =
        text.about.title.map_or("", |title| text.sentences[title].span.of(&text.document.text));
    let title = if title.is_empty() { &text.document.title } else { title };
    let subject: Vec<&str> = title.split_whitespace().take(8).collect();
    if subject.is_empty() {
        return own;
    }
    format!("{}: {}", subject.join(" ").trim_end_matches([',', '.', ':']), own.to_lowercase())
}

/// "Item 3 - Budget. Adopted.": the short sentence that opens the block of an event's.
fn item_heading<'a>(text: &'a Reading<'_>, candidate: &Candidate) -> Option<&'a str> {
    const LONGEST: usize = 8;
    let before = candidate.sentence.checked_sub(1)?;
    let (heading, own) = (&text.sentences[before], &text.sentences[candidate.sentence]);
    let verb = text.clauses[before]
        .list
        .iter()
        .any(|clause| clause.verb.is_some_and(|verb| verb.is_finite()));
    let fits = heading.block == own.block && heading.words.len() <= LONGEST && !verb;
    fits.then(|| heading.span.of(&text.document.text).trim_end_matches(['.', ':']))
}

/// The document's own headline, for the event of its first sentence.
fn headline(text: &Reading<'_>, candidate: &Candidate) -> Option<String> {
    if text.about.first != Some(candidate.sentence) || candidate.time.link == Link::Document {
        return None;
    }
    let title = &text.sentences[text.about.title?];
    let count = title.words.iter().filter(|word| word.kind != crate::text::TokenKind::Sign).count();
    let has_verb = text.clauses[0].list[0].verb.is_some();
    let shared = title
        .words
        .iter()
        .filter(|word| word.text.len() > 3 && word.entry.noun.or(word.entry.verb).is_some())
        .any(|word| {
            text.sentences[candidate.sentence].words.iter().any(|other| other.id == word.id)
        });
    let fits = has_verb && shared && (4..=10).contains(&count) && title.timexes.is_empty();
    fits.then(|| title.span.of(&text.document.text).to_owned())
}

/// How sure it is: how the time was found, how strong the head is, whether it happened.
fn confidence(candidate: &Candidate, factuality: Factuality) -> f32 {
    let link: f32 = match candidate.time.link {
        Link::User => 1.0,
        Link::SameClause => 0.9,
        Link::SameSentence | Link::Section => 0.8,
        Link::Narrative => 0.6,
        Link::Document => 0.5,
    };
    let head: f32 = match candidate.head.strength {
        Strength::Strong => 0.05,
        Strength::Plain => 0.0,
        Strength::Unknown => -0.1,
        Strength::State => -0.2,
    };
    let blurred = if candidate.time.certainty == Certainty::Approximate { -0.05 } else { 0.0 };
    let doubt = if matches!(factuality, Factuality::Possible) { -0.1 } else { 0.0 };
    let undated =
        if candidate.time.interval.is_none() && !candidate.time.recurs { -0.3 } else { 0.0 };
    (link + head + blurred + doubt + undated).clamp(0.05, 0.99)
}
