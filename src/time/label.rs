//! Times as people write them: "29 Nov 2023", "24 Feb – 2 Apr 2022", "44 BCE".

use std::fmt::Write as _;

use super::iso::WrittenEnd;
use super::{Civil, Granularity, Interval, Moment};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Interval {
    /// The time as people write it, as precisely as it is known: "29 Nov 2023", "Mar 2022",
    /// "1990s", "24 Feb – 2 Apr 2022", "before 1990".
    #[must_use]
    pub fn label(&self) -> String {
        if let Some(middle) = self.blurred_middle() {
            return format!("about {}", Self::unit(middle, self.granularity()).label());
        }
        let (first, last) = self.written_ends();
        match (first.map(Fields::of), last.map(Fields::of)) {
            (Some(start), Some(end)) if start == end => start.label(),
            (Some(start), Some(end)) => self.period().unwrap_or_else(|| start.label_to(&end)),
            (None, Some(end)) => format!("before {}", end.after_label(self.latest_end())),
            (Some(start), None) => format!("after {}", start.label()),
            (None, None) => String::new(),
        }
    }

    /// "1990s", "20th century", if it is just that.
    fn period(&self) -> Option<String> {
        let unit = self.granularity();
        let start = self.earliest_start();
        let whole = self.is_single() && Self::unit(start, unit) == *self;
        match unit {
            Granularity::Decade if whole => Some(decade_label(start.civil().year)),
            Granularity::Century if whole => {
                Some(ordinal_label(start.civil().year, 100, "century"))
            }
            Granularity::Millennium if whole => {
                Some(ordinal_label(start.civil().year, 1000, "millennium"))
            }
            _ => None,
        }
    }
}

impl Moment {
    /// The moment as people write it, cut after the field of `unit`: "2022", "Mar 2022",
    /// "9 Mar 2022", "9 Mar 2022, 14:35".
    #[must_use]
    pub fn label(self, unit: Granularity) -> String {
        Fields::of((self, unit)).label()
    }
}

/// A year as people write it: "2022", "44 BCE".
fn year_label(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BCE", 1 - year) }
}

/// "1990s", "480s BCE", for the ten years that start at `first`.
fn decade_label(first: i32) -> String {
    if first < 0 { format!("{}s BCE", -first - 10) } else { format!("{first}s") }
}

/// "20th century", "1st century BCE", for the period of `years` that starts at `first`.
fn ordinal_label(first: i32, years: i32, word: &str) -> String {
    let (number, era) =
        if first >= 0 { (first / years + 1, "") } else { (-(first / years), " BCE") };
    let suffix = match (number % 10, number % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{number}{suffix} {word}{era}")
}

/// The fields that a moment has in a reduced ISO 8601 date, as [`Moment::iso`] cuts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fields {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
    time: Option<(u32, u32, Option<u32>)>,
}

impl Fields {
    fn of((moment, unit): WrittenEnd) -> Self {
        let Civil { year, month, day, hour, minute, second } = moment.civil();
        let months = unit > Granularity::Year;
        let days = unit >= Granularity::Week;
        let second = (unit == Granularity::Second).then_some(second);
        Self {
            year,
            month: months.then_some(month),
            day: days.then_some(day),
            time: (unit > Granularity::Day).then_some((hour, minute, second)),
        }
    }

    fn label(&self) -> String {
        let mut label = self.day_month_label();
        if !label.is_empty() {
            label.push(' ');
        }
        label.push_str(&year_label(self.year));
        if let Some(time) = self.time_label() {
            let _ = write!(label, ", {time}");
        }
        label
    }

    /// A range, its common fields written once.
    fn label_to(&self, end: &Self) -> String {
        let same_year = self.year == end.year;
        let same_month = same_year && self.month == end.month && self.month.is_some();
        let same_day = same_month && self.day == end.day && self.day.is_some();
        match (self.day, self.time_label(), end.time_label()) {
            (Some(_), Some(from), Some(to)) if same_day => {
                format!("{} {}, {from} – {to}", self.day_month_label(), year_label(self.year))
            }
            (Some(day), None, None) if same_month => format!("{day} – {}", end.label()),
            (_, None, None) if same_year && self.month.is_some() => {
                format!("{} – {}", self.day_month_label(), end.label())
            }
            _ => format!("{} – {}", self.label(), end.label()),
        }
    }

    /// What "before" is said of: the end is exclusive, so a whole unit's start is named.
    fn after_label(&self, end: Moment) -> String {
        let unit = match (self.month, self.day, self.time) {
            (_, _, Some(_)) => Granularity::Minute,
            (_, Some(_), _) => Granularity::Day,
            (Some(_), ..) => Granularity::Month,
            _ => Granularity::Year,
        };
        end.label(unit)
    }

    fn day_month_label(&self) -> String {
        let month = self.month.and_then(|month| MONTHS.get(month as usize - 1)).unwrap_or(&"");
        match self.day {
            Some(day) => format!("{day} {month}"),
            None => (*month).to_owned(),
        }
    }

    fn time_label(&self) -> Option<String> {
        let (hour, minute, second) = self.time?;
        Some(match second {
            Some(second) => format!("{hour:02}:{minute:02}:{second:02}"),
            None => format!("{hour:02}:{minute:02}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(iso: &str) -> Interval {
        Interval::from_iso(iso).expect("a date")
    }

    #[test]
    fn one_unit_is_named_as_such() {
        let check = |iso: &str, expected: &str| assert_eq!(interval(iso).label(), expected);
        check("2022", "2022");
        check("2022-03", "Mar 2022");
        check("2023-11-29", "29 Nov 2023");
        check("2022-03-09T14:35", "9 Mar 2022, 14:35");
        check("-0043", "44 BCE");
        let start = "1990-05-01".parse().expect("a date");
        let check = |unit, expected: &str| {
            assert_eq!(Interval::unit(start, unit).label(), expected);
        };
        check(Granularity::Decade, "1990s");
        check(Granularity::Century, "20th century");
        check(Granularity::Millennium, "2nd millennium");
        check(Granularity::Quarter, "Apr – Jun 1990");
    }

    #[test]
    fn what_is_blurred_to_either_side_is_named_by_its_middle() {
        let about = |iso: &str, days: i64| interval(iso).widened(days * 86_400).label();
        let half_a_year = Granularity::Year.mean_seconds() / 2;
        assert_eq!(about("1200", 500), "about 1200");
        assert_eq!(interval("-3299").widened(half_a_year).label(), "about 3300 BCE");
        assert_eq!(about("2022-03", 9), "about Mar 2022");
    }

    #[test]
    fn a_range_names_what_is_common_once() {
        let check = |first: &str, last: &str, expected: &str| {
            assert_eq!(Interval::span(interval(first), interval(last)).label(), expected);
        };
        check("2022-02-24", "2022-04-02", "24 Feb – 2 Apr 2022");
        check("2022-03-03", "2022-03-09", "3 – 9 Mar 2022");
        check("2021-12-30", "2022-01-02", "30 Dec 2021 – 2 Jan 2022");
        check("1941", "1945", "1941 – 1945");
        check("2022-01", "2022-04", "Jan – Apr 2022");
        check("-0043", "0014", "44 BCE – 14");
    }

    #[test]
    fn an_open_end_is_said() {
        let start: Moment = "1990-01-01".parse().expect("a date");
        assert_eq!(Interval::before(start, Granularity::Year).label(), "before 1990");
        assert_eq!(Interval::after(start, Granularity::Year).label(), "after 1990");
    }

    #[test]
    fn a_century_or_decade_before_the_era_is_counted_backwards() {
        let start: Moment = "-0043-03-15".parse().expect("a date");
        assert_eq!(Interval::unit(start, Granularity::Decade).label(), "40s BCE");
        assert_eq!(Interval::unit(start, Granularity::Century).label(), "1st century BCE");
    }
}
