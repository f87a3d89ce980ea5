//! Habits: "Every Friday the council meets" is no event of one day, but one that comes again.

use super::dated::tells;
use super::head::head_of;
use super::reading::Word;
use super::verb_group::{Tense, VerbGroup};
use super::{Candidate, Reading, Time};
use crate::event::Operation;
use crate::language::WordClass;
use crate::time::{Granularity, Interval, TimexType};

/// The habit that a recurring time tells. A candidate of the same head that has a long stretch of
/// time becomes the habit of that stretch.
pub(super) fn candidate(
    text: &Reading<'_>,
    number: usize,
    timex: usize,
    known: &mut [Candidate],
) -> Option<Candidate> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let (first, end) = sentence.words_of_timex(timex)?;
    if sentence.words[first].depth > 0 {
        return None;
    }
    // "at 160 kilometres per hour" only says how fast.
    let rate = first.checked_sub(1).is_some_and(|at| {
        let before = &sentence.words[at];
        before.is(WordClass::MEASURE | WordClass::MONEY) || before.is_sign(")")
    });
    if rate && text.timexes[timex].interval.is_none() && is_within_day(text, timex) {
        return None;
    }
    let clause = clauses.owner[first];
    // "By 1990 sales had reached $3 million a year": it came to so much once.
    if rate && known.iter().any(|told| told.sentence == number && told.clause == clause) {
        return None;
    }
    let group = clauses.list[clause].verb?;
    // "the weekly meeting": the time only says which meeting; what meets there may be told once.
    let attribute = sentence.words.get(end).is_some_and(|word| word.tag.is_nominal());
    let dated = sentence.timexes.clone().any(|other| {
        text.timexes[other].kind != TimexType::Set && text.timexes[other].interval.is_some()
    });
    if attribute && (dated || group.tense != Tense::Present) {
        return None;
    }
    let head = head_of(&sentence.words, clauses, clause, Some((first, end)))?;
    let mut time = Time::of(text.timexes, timex);
    time.interval = None;
    if !tells(sentence, text, number, clause, &head, &time) {
        return None;
    }
    let same = |other: &&mut Candidate| {
        other.sentence == number && other.clause == clause && other.head.word == head.word
    };
    match known.iter_mut().find(same) {
        Some(other) => {
            let stated = other.time.timex.is_some_and(|timex| {
                text.timexes[timex].derivation.operation == Operation::AsWritten
            });
            if let Some(stretch) = other.time.interval.filter(is_long) {
                // "every year in May" names no stretch.
                let within = stated || stretch.granularity() <= Granularity::Year;
                other.time = Time { interval: Some(stretch).filter(|_| within), ..time };
            }
            None
        }
        None => Some(Candidate { sentence: number, clause, head, time }),
    }
}

/// Whether a set comes again within a day: "per hour".
fn is_within_day(text: &Reading<'_>, timex: usize) -> bool {
    text.timexes[timex].value.starts_with("PT")
}

/// "leaders were often arrested": whether a verb tells what used to be so.
pub(super) fn is_usual(words: &[Word<'_>], verb: &VerbGroup) -> bool {
    let first = verb.first.saturating_sub(1);
    words[first..verb.end].iter().any(|word| word.is(WordClass::FREQUENT))
}

/// Whether something can come again and again within a time.
fn is_long(interval: &Interval) -> bool {
    !interval.is_single() || interval.granularity() < Granularity::Day
}
