//! The document's own date, where its text states it: a dateline, or a line near the top.

use super::{Tagged, Timex};
use crate::document::{DateCandidate, DateOrigin};
use crate::time::{Granularity, Interval, Moment};

/// How far into a text its own date is looked for, in bytes.
const TOP: usize = 1500;
/// What may stand before the date in a dateline: a place, or two, in bytes.
const PLACE: usize = 60;
/// What may stand beside the date in a line of its own: "Published", a weekday, a name.
const BESIDE: usize = 40;

/// The dates near the top of a text that can be its own, the most trustworthy first: datelines
/// ("BRUSSELS, Nov. 29 -"), then lines of their own ("Friday, August 21, 2015").
///
/// A dateline seldom states its year; `known` is what else is known of the document's date (its
/// metadata, its file name), and lends it.
#[must_use]
pub fn date_candidates(
    text: &str,
    tagged: &Tagged,
    known: Option<&DateCandidate>,
) -> Vec<DateCandidate> {
    let timexes = tagged.timexes(known);
    let top = timexes.iter().take_while(|timex| (timex.span.start as usize) < TOP);
    let mut candidates: Vec<DateCandidate> = top
        .filter_map(|timex| {
            let interval = timex.interval.filter(|interval| is_day(interval))?;
            let origin = origin(text, timex)?;
            Some(DateCandidate {
                interval,
                origin,
                words: timex.span.of(text).to_owned(),
                span: Some(timex.span),
            })
        })
        .collect();
    candidates.sort_by_key(|candidate| candidate.origin);
    candidates
}

fn is_day(interval: &Interval) -> bool {
    let start: Moment = interval.earliest_start();
    interval.is_single() && interval.granularity() >= Granularity::Day && !start.is_open()
}

fn origin(text: &str, timex: &Timex) -> Option<DateOrigin> {
    let before = text[..timex.span.start as usize].rsplit('\n').next().unwrap_or_default();
    let after = text[timex.span.end as usize..].split('\n').next().unwrap_or_default();
    if before.trim().len() + after.trim().len() <= BESIDE && stated(timex) && short(before, after) {
        return Some(DateOrigin::Byline);
    }
    let place = before.trim();
    let shouted = place
        .split(|c: char| !c.is_alphabetic())
        .next()
        .is_some_and(|word| word.chars().count() > 2 && word.chars().all(char::is_uppercase));
    let dash = after.trim_start().trim_start_matches([',', '.']).trim_start();
    let dash = dash
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .map_or(dash, |(_, rest)| rest.trim_start());
    let dashed = ["-", "–", "—", "_"].iter().any(|sign| dash.starts_with(sign));
    (place.len() <= PLACE && shouted && dashed).then_some(DateOrigin::Dateline)
}

/// Whether the line is only the date and a few words, not the end of a sentence.
fn short(before: &str, after: &str) -> bool {
    before.split_whitespace().count() <= 4 && !after.trim_end().ends_with(['.', '!', '?'])
}

/// Whether the words state the day by themselves.
const fn stated(timex: &Timex) -> bool {
    matches!(timex.derivation.reference, crate::event::Reference::Calendar)
}
