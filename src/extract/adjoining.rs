//! "met on 28 and 29 November": days, months or decades that follow each other are one time.

use super::head::Head;
use super::reading::{Sentence, Word};
use super::{Candidate, Reading, Time};
use crate::event::{Category, Link, Operation, Reference};
use crate::language::{Tag, WordClass};
use crate::temporal::Timex;
use crate::text::{Span, TokenKind};
use crate::time::{Granularity, Interval};

/// Makes the time that a head has already reach to the end of one that adjoins it, or be the one that names it
/// again. Whether it does: "on 5 and 9 May" does not.
pub(super) fn reaches(
    text: &Reading<'_>,
    out: &mut [Candidate],
    (number, head): (usize, &Head),
    timex: usize,
    time: &Time,
) -> bool {
    let sentence = &text.sentences[number];
    let before = out
        .iter_mut()
        .rev()
        .find(|candidate| candidate.sentence == number && candidate.head.word == head.word);
    let Some(before) = before else { return false };
    if names_again(text, number, timex) {
        before.time = time.clone();
        return true;
    }
    if let Some(whole) = grown(sentence, text.timexes, timex) {
        before.time.interval = Some(whole);
        return true;
    }
    let (Some(from), Some(to)) = (before.time.interval, text.timexes[timex].interval) else {
        return false;
    };
    let ends = || {
        let (_, end) = sentence.words_of_timex(timex.checked_sub(1)?)?;
        let (first, _) = sentence.words_of_timex(timex)?;
        sentence.words.get(end..first)
    };
    let joins = |word: &Word<'_>| {
        word.is_sign(",")
            || word.tag == Tag::Preposition
            || word.is(WordClass::COORDINATOR) && word.tag == Tag::Conjunction
    };
    let coordinated = ends().is_some_and(|between| {
        !between.is_empty()
            && between.iter().all(joins)
            && between.iter().any(|word| word.tag != Tag::Preposition)
    });
    let granularity = from.granularity();
    let adjoins = from.granularity() == to.granularity()
        && (matches!(
            granularity,
            Granularity::Day | Granularity::Month | Granularity::Decade | Granularity::Century
        ) || granularity == Granularity::Year && lasts(head.category))
        && from.latest_end() == to.earliest_start()
        && to.is_single();
    let reaches = coordinated && adjoins;
    if reaches {
        before.time.interval = Some(Interval::span(from, to));
    }
    reaches
}

/// "grew from seven schools in 1870 to over twenty in 1920": the whole of the time in which an amount grew to the one that a
/// time stands by, from the one by the time before.
pub(super) fn grown(sentence: &Sentence<'_>, timexes: &[Timex], timex: usize) -> Option<Interval> {
    let words = &sentence.words;
    let before = timex.checked_sub(1).filter(|before| sentence.timexes.contains(before))?;
    let (from, to) = (timexes[before].interval?, timexes[timex].interval?);
    let ((start, end), (first, _)) =
        (sentence.words_of_timex(before)?, sentence.words_of_timex(timex)?);
    let number = |word: &Word<'_>| word.tag == Tag::Number && word.timex.is_none();
    let plain = |word: &Word<'_>| !word.tag.is_verbal() && word.kind != TokenKind::Sign;
    let Some([goal, amount @ .., led]) = words.get(end..first) else { return None };
    let starts = (0..start).rev().take_while(|&at| plain(&words[at]));
    let mut starts = starts.filter(|&at| words[at].is(WordClass::SOURCE));
    let grows = goal.is(WordClass::TARGET)
        && led.tag == Tag::Preposition
        && amount.iter().all(plain)
        && amount.iter().any(number)
        && starts.any(|at| words[at + 1..start].iter().any(number))
        && from.is_single()
        && to.is_single()
        && from.granularity() == to.granularity()
        && from.latest_end() < to.latest_end();
    grows.then(|| Interval::span(from, to))
}

/// "The next day, 5 May,", "the following year, 1977,": whether a time names by its calendar date what the one
/// right before it is counted to.
fn names_again(text: &Reading<'_>, number: usize, timex: usize) -> bool {
    let sentence = &text.sentences[number];
    let Some(before) = timex.checked_sub(1).filter(|before| sentence.timexes.contains(before))
    else {
        return false;
    };
    let by_date = |timex: usize| {
        let derivation = &text.timexes[timex].derivation;
        derivation.reference == Reference::Calendar
            || matches!(derivation.operation, Operation::Completed { .. })
    };
    // "on 14, 20 and 27 April" are three.
    let counted = |timex: usize| {
        let operation = &text.timexes[timex].derivation.operation;
        matches!(operation, Operation::Shift { .. } | Operation::Same) && !by_date(timex)
    };
    let grain = |timex: usize| {
        let interval = text.timexes[timex].interval?;
        interval.is_single().then(|| interval.granularity())
    };
    let between = sentence.words_of_timex(before).zip(sentence.words_of_timex(timex));
    let between = between.and_then(|((_, end), (first, _))| sentence.words.get(end..first));
    let apposed = between.is_some_and(|between| match between {
        [comma] => comma.is_sign(","),
        [comma, led] => comma.is_sign(",") && led.tag == Tag::Preposition,
        _ => false,
    });
    // "two days before 1 May, Labour Day" is not that day.
    let agree = text.timexes[before].interval.zip(text.timexes[timex].interval);
    let alike = grain(before).is_some()
        && grain(before) == grain(timex)
        && agree.is_some_and(|(before, again)| before.overlaps(&again));
    apposed && counted(before) && by_date(timex) && alike
}

/// Whether an event of two years that follow each other is one: "taught there in 1914 and 1915".
const fn lasts(category: Category) -> bool {
    !matches!(
        category,
        Category::Award
            | Category::Election
            | Category::Publication
            | Category::Travel
            | Category::Meeting
            | Category::Launch
    )
}

/// The words of a time, with those of the times that it reaches to.
pub(super) fn words(text: &Reading<'_>, time: &Time) -> Option<Span> {
    let first = time.timex.filter(|_| time.link == Link::SameClause && time.counted.is_none())?;
    let (own, whole) = (text.timexes[first].interval?, time.interval?);
    if own.latest_end() >= whole.latest_end() || own.earliest_start() != whole.earliest_start() {
        return None;
    }
    let sentence = text.sentences.iter().find(|sentence| sentence.timexes.contains(&first))?;
    let last = (first + 1..sentence.timexes.end).find(|&timex| {
        let interval = text.timexes[timex].interval;
        interval.is_some_and(|interval| interval.latest_end() == whole.latest_end())
    })?;
    Some(text.timexes[first].span.union(text.timexes[last].span))
}
