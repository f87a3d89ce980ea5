//! Dates that a person types in plain words.

use super::tag;
use crate::document::{DateCandidate, DateOrigin};
use crate::language::Pack;
use crate::time::{Granularity, Interval, Moment};

/// What a person means by a few words for a date: "29 November 2023", "yesterday", "last
/// Friday", "2023-11-29", "24 Feb - 2 Apr 2022". `today` is what "yesterday" is counted from.
///
/// `None` if the words are no date, or say more than a date.
#[must_use]
pub fn understand(words: &str, today: Moment, pack: &Pack) -> Option<Interval> {
    let words = words.trim();
    if let Ok(interval) = Interval::from_iso(words) {
        return Some(interval);
    }
    let today = DateCandidate {
        interval: Interval::unit(today, Granularity::Day),
        origin: DateOrigin::User,
        words: String::new(),
        span: None,
    };
    // A capital is what a typing person leaves out first.
    let readings = [words.to_owned(), capitalised(words)];
    let read = |words: &String| {
        let timexes = tag(words, &[], pack).resolve(Some(&today));
        let [timex] = timexes.as_slice() else { return None };
        let rest = [&words[..timex.span.start as usize], &words[timex.span.end as usize..]];
        // A number that is left over makes it another date, or none: "2022-02-30".
        if rest.iter().any(|rest| rest.chars().any(char::is_numeric)) {
            return None;
        }
        let left: usize =
            rest.iter().map(|rest| rest.chars().filter(|c| c.is_alphanumeric()).count()).sum();
        let interval = timex.interval.filter(|_| left <= MOST_LEFT)?;
        Some((left, interval))
    };
    readings.iter().filter_map(read).min_by_key(|(left, _)| *left).map(|(_, interval)| interval)
}

/// Letters and digits that may stand beside the date: "on", "the".
const MOST_LEFT: usize = 4;

fn capitalised(words: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map_or(String::new(), |first| first.to_uppercase().chain(letters).collect::<String>())
    };
    words.split_whitespace().map(capital).collect::<Vec<_>>().join(" ")
}
