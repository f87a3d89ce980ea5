//! The time that an expression gives to what happens at it.

use super::adjoining::grown;
use super::fresh::from_document_date;
use super::head::is_event_noun;
use super::{Reading, Time};
use crate::event::{Category, Certainty};
use crate::time::{Granularity, Interval, TimexType};

/// The time that an expression gives; for "a two-day meeting" the days up to the document's date.
pub(super) fn time_of(text: &Reading<'_>, number: usize, timex: usize) -> Option<Time> {
    let found = &text.timexes[timex];
    if found.kind != TimexType::Duration {
        let interval = found.interval.filter(|interval| !interval.is_open())?;
        let mut time = Time::of(text.timexes, timex);
        // "around 5 p.m." is a clock time all the same.
        let clock = interval.sharp() != interval && interval.granularity() > Granularity::DayPart;
        let certainty = found.derivation.certainty;
        let whole = grown(&text.sentences[number], text.timexes, timex);
        let own = if clock { interval } else { to_the_day(interval, certainty) };
        time.interval = Some(whole.unwrap_or(own));
        return Some(time);
    }
    if found.interval.is_some() {
        return Some(Time::of(text.timexes, timex));
    }
    let days = days_of(&found.value)?;
    let sentence = &text.sentences[number];
    let (_, end) = sentence.words_of_timex(timex)?;
    let noun = (end..(end + 3).min(sentence.words.len()))
        .find(|&at| is_event_noun(&sentence.words[at]))?;
    let only =
        sentence.timexes.len() == 1 && sentence.words[noun].entry.noun == Some(Category::Meeting);
    let date = text.document_date.filter(|_| only && text.about.news)?;
    let last = Interval::unit(date.interval.earliest_start(), Granularity::Day);
    let first =
        Interval::unit(last.earliest_start().plus(1 - days, Granularity::Day), Granularity::Day);
    Some(Time { timex: Some(timex), ..from_document_date(Interval::span(first, last)) })
}

/// "some two hours later" on a day of no known hour, "later that day": no better than the day.
fn to_the_day(interval: Interval, certainty: Certainty) -> Interval {
    let long = interval.latest_end() - interval.earliest_start();
    let day = Granularity::Day.mean_seconds();
    let finer = interval.granularity() > Granularity::Day
        || interval.granularity() == Granularity::Day && long == 2 * day;
    if certainty == Certainty::Exact || !finer {
        return interval;
    }
    let middle = interval.earliest_start().plus_seconds(long / 2);
    Interval::unit(middle, Granularity::Day)
}

/// The days of a duration of at most a fortnight: `P2D`.
fn days_of(value: &str) -> Option<i64> {
    let days = value.strip_prefix('P')?.strip_suffix('D')?.parse().ok()?;
    (1..=14).contains(&days).then_some(days)
}
