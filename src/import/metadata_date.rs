//! Dates as metadata writes them.

use crate::document::{DateCandidate, DateOrigin};
use crate::time::{Granularity, Interval};

/// A candidate from the value of a metadata field; `None` if the value is no date, or one that
/// stands for "not set". `field` is what people are shown as its words.
pub(crate) fn candidate(origin: DateOrigin, field: &str, value: &str) -> Option<DateCandidate> {
    let interval = parse(value)?;
    Some(DateCandidate { interval, origin, words: field.to_owned(), span: None })
}

/// Reads ISO 8601 in its extended and basic forms, RFC 3339 and RFC 5322, at most to the minute. A
/// zone is dropped: the date is that of the place where it was published.
fn parse(value: &str) -> Option<Interval> {
    let interval = Interval::from_rfc5322(value).or_else(|| from_iso(value));
    interval.filter(is_set)
}

fn from_iso(value: &str) -> Option<Interval> {
    let value = value.trim().replace('/', "-");
    let (date, time) = value.split_once(['T', 't', ' ']).unwrap_or((&value, ""));
    let date = extended(date);
    let interval = match clock(time) {
        Some(clock) => Interval::from_iso(&format!("{date}T{clock}")),
        None => Interval::from_iso(&date),
    };
    interval.ok()
}

/// `20231129` as `2023-11-29`.
fn extended(date: &str) -> String {
    if date.len() == 8 && date.bytes().all(|b| b.is_ascii_digit()) {
        format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..])
    } else {
        date.to_owned()
    }
}

/// The hours and minutes of a time of day, without seconds and zone.
fn clock(time: &str) -> Option<&str> {
    let bytes = time.as_bytes();
    let is_clock = bytes.len() >= 5
        && bytes[2] == b':'
        && [0, 1, 3, 4].into_iter().all(|at| bytes[at].is_ascii_digit());
    is_clock.then(|| &time[..5])
}

/// Programs write the first day of their calendar where a date is not set.
fn is_set(interval: &Interval) -> bool {
    let start = interval.earliest_start().civil();
    let is_epoch = interval.granularity() >= Granularity::Day
        && matches!((start.year, start.month, start.day), (1 | 1601 | 1900 | 1904 | 1970, 1, 1));
    start.year > 0 && !is_epoch
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expected: Option<&str>) {
        let start = parse(value).and_then(|interval| interval.iso_ends().0);
        assert_eq!(start.as_deref(), expected, "{value}");
    }

    #[test]
    fn the_ways_of_metadata_are_read() {
        check("2022-05-03", Some("2022-05-03"));
        check(" 2022/05/03 ", Some("2022-05-03"));
        check("20220503", Some("2022-05-03"));
        check("2022-05", Some("2022-05"));
        check("2022-05-03T14:05:59.123+02:00", Some("2022-05-03T14:05"));
        check("2022-05-03 14:05:59 +0200", Some("2022-05-03T14:05"));
        check("20220503T140559Z", Some("2022-05-03"));
        check("Tue, 03 May 2022 14:05:59 GMT", Some("2022-05-03T14:05"));
    }

    #[test]
    fn what_is_not_set_or_no_date_is_left_out() {
        check("1970-01-01T00:00:00Z", None);
        check("0001-01-01", None);
        check("", None);
        check("é022-05-03", None);
        check("12:30", None);
    }
}
