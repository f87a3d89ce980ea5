//! "Marie Curie (7 November 1867 – 4 July 1934) was ...": birth and death behind a name.

use super::head::{Head, Strength};
use super::names::NameKind;
use super::{Candidate, Reading, Time};
use crate::event::{Category, Certainty, Link};
use crate::time::{Granularity, Interval};

/// A life is at least and at most so many years long.
const YEARS: std::ops::RangeInclusive<i64> = 8..=122;

/// Adds the births and deaths that stand in brackets behind the name of a person.
pub(super) fn add(text: &Reading<'_>, out: &mut Vec<Candidate>) {
    for number in 0..text.sentences.len() {
        let Some((timexes, name_end)) = dates_behind_name(text, number) else { continue };
        for (category, interval, timex) in turns(text, number, &timexes) {
            out.push(Candidate {
                sentence: number,
                clause: text.clauses[number].owner[name_end - 1],
                head: Head {
                    word: name_end - 1,
                    nominal: true,
                    category,
                    strength: Strength::Strong,
                },
                time: Time {
                    timex: Some(timex),
                    interval: Some(interval),
                    link: Link::SameClause,
                    certainty: Certainty::Exact,
                    recurs: false,
                    missing: None,
                    part: None,
                    counted: None,
                },
            });
        }
    }
}

/// The words of a bracket behind a name that belong to one of its times: up to the next one.
pub(super) fn words_of(text: &Reading<'_>, number: usize, timex: usize) -> Vec<usize> {
    let sentence = &text.sentences[number];
    let Some((first, end)) = sentence.words_of_timex(timex) else { return Vec::new() };
    if sentence.words[first].depth == 0 {
        return Vec::new();
    }
    let own = |at: &usize| {
        let word = &sentence.words[*at];
        word.depth > 0 && word.timex.is_none() && !word.is_sign(";")
    };
    (end..sentence.words.len()).take_while(own).collect()
}

/// The birth and the death that the times in a bracket behind a name are.
fn turns(text: &Reading<'_>, number: usize, timexes: &[usize]) -> Vec<(Category, Interval, usize)> {
    if let Some((birth, death)) = ends(text, timexes) {
        let last = timexes[timexes.len() - 1];
        return vec![(Category::Birth, birth, timexes[0]), (Category::Death, death, last)];
    }
    let sentence = &text.sentences[number];
    timexes
        .iter()
        .filter_map(|&timex| {
            let (first, _) = sentence.words_of_timex(timex)?;
            let inside = (0..first).rev().take_while(|&at| sentence.words[at].depth > 0);
            let category = inside.take(3).find_map(|at| said_to_be(&sentence.words[at]))?;
            Some((category, text.timexes[timex].interval?, timex))
        })
        .collect()
}

/// What a word in a bracket says of the time behind it: "born", "†".
fn said_to_be(word: &super::reading::Word<'_>) -> Option<Category> {
    match word.text {
        "*" => Some(Category::Birth),
        "†" => Some(Category::Death),
        _ => word.entry.verb.filter(|verb| matches!(verb, Category::Birth | Category::Death)),
    }
}

/// Whether a time is the birth or the death behind a name.
pub(super) fn is_life(text: &Reading<'_>, number: usize, timex: usize) -> bool {
    dates_behind_name(text, number).is_some_and(|(timexes, _)| {
        timexes.contains(&timex) && !turns(text, number, &timexes).is_empty()
    })
}

/// The times in the brackets that follow the name at the start of a sentence.
fn dates_behind_name(text: &Reading<'_>, number: usize) -> Option<(Vec<usize>, usize)> {
    let sentence = &text.sentences[number];
    let mention = text.names.mentions[number].first().filter(|mention| mention.first <= 1)?;
    let kind = text.names.list[mention.name].kind;
    let open = sentence.words.get(mention.end)?;
    if !open.is_sign("(") || !matches!(kind, NameKind::Person | NameKind::Unknown) {
        return None;
    }
    let inside = |timex: &usize| {
        sentence.words_of_timex(*timex).is_some_and(|(first, end)| {
            first > mention.end
                && sentence.words[mention.end + 1..end].iter().all(|word| word.depth > 0)
                && first < mention.end + 14
        })
    };
    let timexes: Vec<usize> = sentence.timexes.clone().filter(inside).collect();
    (!timexes.is_empty()).then_some((timexes, mention.end))
}

/// Birth and death, from one range or from two dates.
fn ends(text: &Reading<'_>, timexes: &[usize]) -> Option<(Interval, Interval)> {
    let whole = match timexes {
        [only] => text.timexes[*only].interval.filter(|interval| !interval.is_single())?,
        [first, .., last] => {
            Interval::span(text.timexes[*first].interval?, text.timexes[*last].interval?)
        }
        [] => return None,
    };
    let unit = |from, to| Interval::within(from, to, whole.granularity());
    let years = (whole.latest_end() - whole.earliest_start()) / Granularity::Year.mean_seconds();
    YEARS.contains(&years).then(|| {
        (
            unit(whole.earliest_start(), whole.latest_start()),
            unit(whole.earliest_end(), whole.latest_end()),
        )
    })
}
