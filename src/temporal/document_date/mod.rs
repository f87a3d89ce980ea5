//! The document's date, found in its own words: a dateline, a line that dates it, its title.
//!
//! Only what a document says of itself counts. A narrative, a chronology or an encyclopaedia is
//! full of days, and none of them is its own: so a day counts by where it stands (above the
//! text, under it, before the dash that opens a report) and by what stands beside it, never by
//! itself. A day without a year is completed from other evidence or left out.

mod dateline;
mod line;
mod mail;
mod own_line;
mod places;
mod words;
mod year;

pub use mail::messages;

use std::cell::LazyCell;

use crate::document::{DateCandidate, DateOrigin, Document};
use crate::event::{Operation, Reference};
use crate::language::Pack;
use crate::text::Span;
use crate::time::{Granularity, Interval};

use super::expression::{Expression, Joined};
use super::{Tagged, Timex};
use places::Places;
use words::DateWords;

/// Everything that may be the document's date, the most trustworthy first: the importer's
/// candidates and those that stand in the text. Candidates that disagree are all kept.
#[must_use]
pub fn document_dates(document: &Document, tagged: &Tagged, pack: &Pack) -> Vec<DateCandidate> {
    let words = DateWords::of(pack);
    let places = Places::of(document);
    let times = &tagged.expressions[..];
    let may_date = |&at: &usize| places.may_date(document, times, at, words);
    let Some(last) = (0..times.len()).rev().find(may_date) else {
        return by_trust(document.date_candidates.clone(), &document.text);
    };
    // Most documents are dated in their head, and what comes behind it changes nothing of it.
    let count = end_of_joined(times, last);
    let timexes = tagged.resolve_first(count, None);
    let more = LazyCell::new(|| (count < times.len()).then(|| tagged.resolve(None)));
    let all = || more.as_deref().unwrap_or(&timexes);
    let lines = line::lines(document, &timexes);
    let is_chronology = LazyCell::new(|| {
        own_line::may_be_chronology(document, times, words)
            && own_line::is_chronology(document, all(), words)
    });
    let mut found: Vec<Found> = dateline::find(document, &timexes, words).into_iter().collect();
    found.extend(own_line::find(&lines, &places, || *is_chronology, words));
    found.sort_by_key(|found| (found.origin, found.rank));
    let copyright = || year::copyright(document, times, all, words);
    let years = year::Evidence::gather(document, &found, copyright);
    let mut candidates = document.date_candidates.clone();
    for one in found {
        let Some(interval) = years.complete(one.stated) else { continue };
        candidates.push(DateCandidate {
            interval,
            origin: one.origin,
            words: one.span.of(&document.text).trim().to_owned(),
            span: Some(one.span),
        });
    }
    by_trust(candidates, &document.text)
}

/// Behind which expression what may be one time with this one ends: the end of a range, a time of day
/// behind its date.
fn end_of_joined(expressions: &[Expression], at: usize) -> usize {
    let goes_on = |pair: &[Expression]| {
        pair[0].joined == Joined::Range
            || pair[1].span.start.saturating_sub(pair[0].span.end) <= GAP
    };
    at + 1 + expressions[at..].windows(2).take_while(|pair| goes_on(pair)).count()
}

/// The most trustworthy first, each once.
fn by_trust(mut candidates: Vec<DateCandidate>, text: &str) -> Vec<DateCandidate> {
    candidates.sort_by_key(|candidate| candidate.origin);
    without_repetition(candidates, text)
}

/// The same day found twice in the same kind of place, or in the same words, is one candidate: of
/// both lines, where one stands right below the other ("Posted: 3 May", "Updated: 3 May").
fn without_repetition(candidates: Vec<DateCandidate>, text: &str) -> Vec<DateCandidate> {
    let mut kept: Vec<DateCandidate> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let known = kept.iter_mut().find(|known| {
            let is_same_place = known.origin == candidate.origin
                || matches!((known.span, candidate.span), (Some(a), Some(b)) if a.overlaps(b));
            is_same_place && known.interval.overlaps(&candidate.interval)
        });
        let Some(known) = known else {
            kept.push(candidate);
            continue;
        };
        let both = known.span.zip(candidate.span).map(|(a, b)| (a, b, a.union(b)));
        let adjoin = |(first, second, both): &(Span, Span, Span)| {
            known.origin == DateOrigin::Byline
                && first.len() + second.len() < both.len()
                && Span { start: first.end.min(second.end), end: first.start.max(second.start) }
                    .of(text)
                    .trim()
                    .is_empty()
        };
        if let Some((.., both)) = both.filter(adjoin) {
            known.span = Some(both);
            both.of(text).trim().clone_into(&mut known.words);
        }
    }
    kept
}

/// A day that the document may be from.
#[derive(Clone, Copy, Debug)]
struct Found {
    origin: DateOrigin,
    /// The order among those of the same origin: smaller is better.
    rank: u8,
    /// The words that say so.
    span: Span,
    stated: Stated,
}

/// A time expression that names one day.
#[derive(Clone, Copy, Debug)]
struct Day {
    span: Span,
    stated: Stated,
}

/// What is stated of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stated {
    /// The day, or the minute of it.
    Full(Interval),
    /// The day of a year that is not named.
    OfSomeYear { month: u32, day: u32 },
}

/// What may stand between a date and its time of day, in bytes: a comma and a space, a bar between
/// spaces.
const GAP: u32 = 3;

/// The time expressions that name one day by its calendar date, in order; a time of day right
/// behind its date belongs to it.
fn days(timexes: &[Timex]) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for timex in timexes {
        let time_of_day = timex.interval.filter(|time| time.granularity() > Granularity::Day);
        if let (Some(last), Some(time)) = (days.last_mut(), time_of_day)
            && let Stated::Full(day) = last.stated
            && day.contains(&time)
            && timex.span.start.saturating_sub(last.span.end) <= GAP
        {
            *last =
                Day { span: last.span.union(timex.span), stated: Stated::Full(to_minute(time)) };
            continue;
        }
        let is_blurred = timex.modifier.is_some() || timex.quant.is_some();
        if let Some(stated) = stated(timex).filter(|_| !is_blurred) {
            days.push(Day { span: timex.span, stated });
        }
    }
    days
}

/// The day, or the part of it, no finer than the minute.
fn to_minute(interval: Interval) -> Interval {
    Interval::unit(interval.earliest_start(), interval.granularity().min(Granularity::Minute))
}

fn stated(timex: &Timex) -> Option<Stated> {
    let Some(interval) = timex.interval else {
        let (month, day) = timex.value.strip_prefix("XXXX-")?.get(..5)?.split_once('-')?;
        return Some(Stated::OfSomeYear { month: month.parse().ok()?, day: day.parse().ok()? });
    };
    if interval.granularity() < Granularity::Day || !interval.is_single() {
        return None;
    }
    let start = interval.earliest_start();
    match (&timex.derivation.reference, &timex.derivation.operation) {
        (Reference::Calendar, _) => Some(Stated::Full(to_minute(interval))),
        // The year was taken from a day named before, which says nothing of the document's own.
        (_, Operation::Completed { .. }) if interval.granularity() == Granularity::Day => {
            let civil = start.civil();
            Some(Stated::OfSomeYear { month: civil.month, day: civil.day })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
