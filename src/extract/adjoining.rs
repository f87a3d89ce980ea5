//! "met on 28 and 29 November": days, months or decades that follow each other are one time.

use super::head::Head;
use super::reading::Word;
use super::{Candidate, Reading, Time};
use crate::event::{Category, Link};
use crate::language::{Tag, WordClass};
use crate::text::Span;
use crate::time::{Granularity, Interval};

/// Makes the time that a head has already reach to the end of one that adjoins it. Whether it
/// does: "on 5 and 9 May" does not.
pub(super) fn reaches(
    text: &Reading<'_>,
    out: &mut [Candidate],
    number: usize,
    head: &Head,
    timex: usize,
) -> bool {
    let sentence = &text.sentences[number];
    let before = out
        .iter_mut()
        .rev()
        .find(|candidate| candidate.sentence == number && candidate.head.word == head.word);
    let Some(before) = before else { return false };
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
    if coordinated && adjoins {
        before.time.interval = Some(Interval::span(from, to));
    }
    coordinated && adjoins
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
