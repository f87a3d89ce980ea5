//! ISO 8601 in reduced precision: `2022`, `2022-03`, `2022-03-09`, `2022-03-09T14:35`.

use std::fmt;
use std::str::FromStr;

use super::{Granularity, Interval, Moment};

/// Why a text is not an ISO 8601 date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{text}' is not a date: write it as 2022, 2022-03, 2022-03-09 or 2022-03-09T14:35")]
pub struct ParseMomentError {
    text: String,
}

/// Full precision: `2022-03-09T14:35:07`; years beyond four digits with a sign.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso(Granularity::Second))
    }
}

/// The start of what a reduced ISO 8601 date names: `2022-03` is 2022-03-01T00:00:00.
impl FromStr for Moment {
    type Err = ParseMomentError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Interval::from_iso(text).map(|interval| interval.earliest_start())
    }
}

impl Moment {
    /// This moment in ISO 8601, cut after the field of `unit`: years for a year and anything
    /// coarser, months for a month, quarter, season or half, days for a week or a day, minutes
    /// for an hour or a minute. Years outside 0 to 9999 carry a sign: `-0043`, `+12000`.
    #[must_use]
    pub fn iso(self, unit: Granularity) -> String {
        let c = self.civil();
        let year = match c.year {
            0..=9999 => format!("{:04}", c.year),
            year if year < 0 => format!("-{:04}", -i64::from(year)),
            year => format!("+{year}"),
        };
        match unit {
            Granularity::Millennium
            | Granularity::Century
            | Granularity::Decade
            | Granularity::Year => year,
            Granularity::Half | Granularity::Season | Granularity::Quarter | Granularity::Month => {
                format!("{year}-{:02}", c.month)
            }
            Granularity::Week | Granularity::Day => format!("{year}-{:02}-{:02}", c.month, c.day),
            Granularity::DayPart | Granularity::Hour | Granularity::Minute => {
                format!("{year}-{:02}-{:02}T{:02}:{:02}", c.month, c.day, c.hour, c.minute)
            }
            Granularity::Second => format!(
                "{year}-{:02}-{:02}T{:02}:{:02}:{:02}",
                c.month, c.day, c.hour, c.minute, c.second
            ),
        }
    }

    /// The coarsest of year, month, day, minute and second that starts at this moment.
    fn alignment(self) -> Granularity {
        [Granularity::Year, Granularity::Month, Granularity::Day, Granularity::Minute]
            .into_iter()
            .find(|&unit| self.floor(unit) == self)
            .unwrap_or(Granularity::Second)
    }
}

/// One end of an interval and the unit after whose field it is cut.
pub(super) type WrittenEnd = (Moment, Granularity);

impl Interval {
    /// Reads a reduced ISO 8601 date as the unit that it names: `2022` is the year. A trailing
    /// `Z` is accepted and ignored, as is a fraction of a second.
    ///
    /// # Errors
    /// [`ParseMomentError`] if the text is no such date.
    pub fn from_iso(text: &str) -> Result<Self, ParseMomentError> {
        parse(text.trim()).ok_or_else(|| ParseMomentError { text: text.to_owned() })
    }

    /// The first moment in reduced ISO 8601 and the last one likewise, inclusive: `("2022",
    /// "2022")` for a year, `("2022-02-24", "2022-04-02")` for a range of days, `("2022-01",
    /// "2022-04")` for "early 2022". An open end is `None`.
    #[must_use]
    pub fn iso_ends(&self) -> (Option<String>, Option<String>) {
        let (start, end) = self.written_ends();
        let iso = |(moment, unit): (Moment, Granularity)| moment.iso(unit);
        (start.map(iso), end.map(iso))
    }

    /// The first moment and the last one, inclusive, each with the unit in which it is written. An
    /// open end is `None`.
    pub(super) fn written_ends(&self) -> (Option<WrittenEnd>, Option<WrittenEnd>) {
        let (first, last) = (self.earliest_start(), self.latest_end());
        let start =
            (!first.is_open()).then(|| (first, self.written_unit(first, self.latest_start())));
        let end = (!last.is_open())
            .then(|| (last.plus_seconds(-1), self.written_unit(self.earliest_end(), last)));
        (start, end)
    }

    /// The unit in which one end is written: the field that its bounds are whole units of.
    fn written_unit(&self, earliest: Moment, latest: Moment) -> Granularity {
        let finest = |bound: Moment| {
            if bound.is_open() { Granularity::Year } else { bound.alignment() }
        };
        if earliest == latest {
            return finest(earliest).max(self.granularity().max(Granularity::Year));
        }
        let unit = finest(earliest).max(finest(latest));
        // What is blurred around a year or a month is no better known for the hour that comes out.
        let blurred = unit > Granularity::Day && self.granularity() < Granularity::Day;
        if blurred { self.granularity().max(Granularity::Year) } else { unit }
    }
}

fn parse(text: &str) -> Option<Interval> {
    let (date, time) = match text.split_once(['T', ' ']) {
        Some((date, time)) => (date, Some(time.strip_suffix('Z').unwrap_or(time))),
        None => (text, None),
    };
    let (sign, digits) = match date.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, date.strip_prefix('+').unwrap_or(date)),
    };
    let mut fields = digits.split('-');
    let year_digits = fields.next().filter(|year| (4..=6).contains(&year.len()))?;
    let year = sign * number(year_digits)? as i32;
    let month = fields.next().map(two_digits);
    let day = fields.next().map(two_digits);
    if fields.next().is_some() {
        return None;
    }
    let (month, day) = (flipped(month)?, flipped(day)?);
    if time.is_some() && day.is_none() {
        return None;
    }
    let (mut hour, mut minute, mut second) = (0, 0, 0);
    let mut unit = match (month, day) {
        (_, Some(_)) => Granularity::Day,
        (Some(_), None) => Granularity::Month,
        (None, None) => Granularity::Year,
    };
    if let Some(time) = time {
        let mut fields = time.split(':');
        hour = two_digits(fields.next()?)?;
        unit = Granularity::Hour;
        if let Some(field) = fields.next() {
            minute = two_digits(field)?;
            unit = Granularity::Minute;
        }
        if let Some(field) = fields.next() {
            second = two_digits(field.split('.').next()?)?;
            unit = Granularity::Second;
        }
        if fields.next().is_some() {
            return None;
        }
    }
    let moment =
        Moment::from_ymd_hms(year, month.unwrap_or(1), day.unwrap_or(1), hour, minute, second)?;
    Some(Interval::unit(moment, unit))
}

/// `None` for a field that is there and wrong; `Some(None)` for one that is not there.
#[expect(clippy::option_option, reason = "absent and malformed are two different things here")]
fn flipped(field: Option<Option<u32>>) -> Option<Option<u32>> {
    match field {
        None => Some(None),
        Some(None) => None,
        Some(value) => Some(value),
    }
}

fn two_digits(field: &str) -> Option<u32> {
    if field.len() == 2 { number(field) } else { None }
}

fn number(field: &str) -> Option<u32> {
    if field.bytes().all(|b| b.is_ascii_digit()) { field.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(interval: Interval) -> (String, String) {
        let (start, end) = interval.iso_ends();
        (start.unwrap_or_default(), end.unwrap_or_default())
    }

    fn iso(text: &str) -> Interval {
        Interval::from_iso(text).expect("a date")
    }

    #[test]
    fn what_is_read_is_written_again() {
        for text in ["2022", "-0043", "2022-03", "2022-03-09", "2022-03-09T14:35", "+12000-01"] {
            assert_eq!(ends(iso(text)), (text.to_owned(), text.to_owned()));
        }
    }

    #[test]
    fn ends_are_inclusive_and_each_as_precise_as_it_is() {
        let check = |first: &str, last: &str| {
            let range = Interval::span(iso(first), iso(last));
            assert_eq!(ends(range), (first.to_owned(), last.to_owned()));
        };
        check("2022-02-24", "2022-04-02");
        check("1941", "1945-05");
        check("2022-12-31", "2023-01-01");
    }

    #[test]
    fn a_part_of_a_year_is_written_in_months() {
        let early = Interval::within(
            iso("2022-01").earliest_start(),
            iso("2022-05").earliest_start(),
            Granularity::Month,
        );
        assert_eq!(ends(early), ("2022-01".to_owned(), "2022-04".to_owned()));
    }

    #[test]
    fn an_open_end_is_not_written() {
        let before = Interval::before(iso("1990").earliest_start(), Granularity::Year);
        assert_eq!(before.iso_ends(), (None, Some("1989".to_owned())));
    }

    #[test]
    fn nonsense_is_refused() {
        for text in [
            "",
            "22",
            "2022-13",
            "2022-02-30",
            "2022-1-1",
            "2022-03T10",
            "2022-03-09T25:00",
            "soon",
            "2022-03-09-01",
        ] {
            assert!(Interval::from_iso(text).is_err(), "{text}");
        }
    }
}
