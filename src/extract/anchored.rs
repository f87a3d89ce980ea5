//! "two days after the attack": times that are counted from an event which the document has dated.

use super::dated::tells;
use super::head::{head_of, is_event_noun};
use super::reading::Word;
use super::{Candidate, Reading, Time};
use crate::event::{Category, Certainty, Link};
use crate::language::{Tag, WordClass};
use crate::text::Span;
use crate::time::{Granularity, Interval, TimexType};

/// So many events back the one that a time is counted from is looked for.
const REACH: usize = 60;
/// So many sentences back one of the same kind is meant, whatever it is called.
const NEAR: usize = 3;
/// A noun and a verb that share so many letters at their start name the same event.
const STEM: usize = 5;

/// The event that a time is counted from, and how far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    /// The words that date that event, and what they come to.
    pub(super) from: Span,
    pub(super) interval: Interval,
    /// How many units; negative is earlier.
    pub(super) amount: i64,
    pub(super) unit: Granularity,
}

/// Adds the events whose time is counted from another one of the document.
pub(super) fn add(text: &Reading<'_>, out: &mut Vec<Candidate>) {
    for (number, sentence) in text.sentences.iter().enumerate() {
        let durations = sentence.timexes.clone();
        if !sentence.is_prose() || durations.is_empty() || sentence.only_times {
            continue;
        }
        for timex in durations.filter(|&timex| text.timexes[timex].kind == TimexType::Duration) {
            let Some(found) = candidate(text, number, timex, out) else {
                super::counted_clause::date(text, number, timex, out);
                continue;
            };
            // What was only taken over from the story gives way.
            let known = out.iter_mut().find(|c| c.sentence == number && c.clause == found.clause);
            if let Some(known) = known {
                *known = found;
            } else {
                let at = out.partition_point(|candidate| candidate.sentence <= number);
                out.insert(at, found);
            }
        }
    }
    for at in 0..out.len() {
        if let Some(time) = taken_back(text, &out[at], &out[..at]) {
            out[at].time = time;
        }
    }
}

/// "The ambassador was hurt in the blast": what goes on from the narrative, and says of which
/// event told before it was part, happened then.
fn taken_back(text: &Reading<'_>, candidate: &Candidate, before: &[Candidate]) -> Option<Time> {
    if candidate.time.link != Link::Narrative || candidate.time.counted.is_some() {
        return None;
    }
    let number = candidate.sentence;
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let noun = clauses.words(candidate.clause).find_map(|at| {
        let led = words[at].is(WordClass::ARTICLE)
            && at.checked_sub(1).is_some_and(|at| words[at].tag == Tag::Preposition);
        definite_noun(text, number, at).filter(|_| led)
    })?;
    let at_once = matches!(
        words[noun].entry.noun,
        Some(Category::Attack | Category::Accident | Category::Disaster | Category::Crime)
    );
    let base =
        base(text, number, noun, before).filter(|_| at_once && noun != candidate.head.word)?;
    Some(base.time.clone().inferred(Link::Narrative))
}

fn candidate(
    text: &Reading<'_>,
    number: usize,
    timex: usize,
    dated: &[Candidate],
) -> Option<Candidate> {
    let sentence = &text.sentences[number];
    let words = &sentence.words;
    let (first, end) = sentence.words_of_timex(timex)?;
    let sign = sign(words.get(end)?)?;
    let (amount, unit) = length(&text.timexes[timex].value)?;
    let noun = definite_noun(text, number, end + 1)?;
    let clauses = &text.clauses[number];
    let clause = clauses.owner[first];
    let head = head_of(words, clauses, clause, Some((first, end)))?;
    let placed = |c: &Candidate| {
        c.sentence == number
            && c.clause == clause
            && (c.head != head || !matches!(c.time.link, Link::Narrative | Link::Document))
    };
    if head.word == noun || dated.iter().any(placed) {
        return None;
    }
    let base = base(text, number, noun, dated)?;
    let time = time_from(text, timex, base, (sign * amount, unit))?;
    tells(sentence, text, number, clause, &head, &time).then_some(Candidate {
        sentence: number,
        clause,
        head,
        time,
    })
}

/// Whether a word counts on (1) or back (-1) from what follows: "after", "before".
pub(super) fn sign(word: &Word<'_>) -> Option<i64> {
    match () {
        () if word.is(WordClass::LATER) => Some(1),
        () if word.is(WordClass::EARLIER) => Some(-1),
        () => None,
    }
}

/// The time so many units on from a dated event, told by a duration; none where that event is not
/// known as finely as the unit.
pub(super) fn time_from(
    text: &Reading<'_>,
    timex: usize,
    base: &Candidate,
    (amount, unit): (i64, Granularity),
) -> Option<Time> {
    let from = text.timexes[base.time.timex?].span;
    let interval = base.time.interval?;
    if interval.granularity() < unit {
        return None;
    }
    let moment = interval.earliest_start().plus(amount, unit);
    Some(Time {
        timex: Some(timex),
        interval: Some(Interval::unit(moment, unit)),
        link: Link::Narrative,
        certainty: Certainty::Inferred,
        recurs: false,
        missing: None,
        part: None,
        counted: Some(Counted { from, interval, amount, unit }),
    })
}

/// The number and the unit of whole days, weeks, months or years: `P2D`.
pub(super) fn length(value: &str) -> Option<(i64, Granularity)> {
    let value = value.strip_prefix('P')?;
    let (number, unit) = value.split_at(value.len().checked_sub(1)?);
    let unit = match unit {
        "D" => Granularity::Day,
        "W" => Granularity::Week,
        "M" => Granularity::Month,
        "Y" => Granularity::Year,
        _ => return None,
    };
    Some((number.parse().ok()?, unit))
}

/// The noun of the phrase "the incident", "his arrest" that starts at a word.
fn definite_noun(text: &Reading<'_>, number: usize, from: usize) -> Option<usize> {
    let words = &text.sentences[number].words;
    let opens = words.get(from)?;
    let definite = !opens.is(WordClass::INDEFINITE) && opens.timex.is_none();
    let inside = |at: &usize| {
        let word = &words[*at];
        let opens = matches!(word.tag, Tag::Determiner | Tag::Possessive) && *at == from;
        word.timex.is_none() && (word.tag.is_nominal() || word.tag == Tag::Adjective || opens)
    };
    // "a year after her death Irène": the name is the next phrase.
    let goes_on = |at: &usize| {
        inside(at) && (*at == from || !words[*at].is_upper() || words[*at - 1].is_upper())
    };
    let noun = (from..words.len()).take_while(goes_on).filter(|&at| words[at].tag.is_nominal());
    noun.last().filter(|&at| definite && is_event_noun(&words[at]))
}

/// The event that a noun points back to: one of that name, or the last of its kind near by.
fn base<'c>(
    text: &Reading<'_>,
    number: usize,
    noun: usize,
    dated: &'c [Candidate],
) -> Option<&'c Candidate> {
    let word = &text.sentences[number].words[noun];
    let kind = word.entry.noun?;
    let before = dated.partition_point(|candidate| candidate.sentence < number);
    let near = || dated[before.saturating_sub(REACH)..before].iter().rev().filter(|c| is_dated(c));
    let same_name = |candidate: &&Candidate| {
        let head = &text.sentences[candidate.sentence].words[candidate.head.word];
        stem(&head.lower()) == stem(&word.lower())
    };
    let same_kind = |candidate: &&Candidate| {
        candidate.head.category == kind
            && !matches!(kind, Category::Other | Category::Statement)
            && candidate.sentence + NEAR >= number
    };
    near().find(same_name).or_else(|| near().find(same_kind))
}

pub(super) fn is_dated(candidate: &Candidate) -> bool {
    let time = &candidate.time;
    time.interval.is_some() && time.timex.is_some() && !time.recurs
}

/// The letters that a noun and its verb share.
fn stem(word: &str) -> &str {
    word.char_indices().nth(STEM).map_or(word, |(at, _)| &word[..at])
}
