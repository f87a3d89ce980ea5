//! The calendar steps that the axis counts in, from a minute to ten thousand years.

use crate::time::{Granularity, Moment};

/// A step of the axis: so many units, aligned as people count them.
///
/// Years are aligned by their number in the era, so that ticks stand at 200 BCE, 100 BCE, 1 and
/// 100: there is no year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Minutes that divide an hour.
    Minutes(i64),
    /// Hours that divide a day.
    Hours(i64),
    /// Days.
    Day,
    /// Weeks from Monday.
    Week,
    /// Months that divide a year.
    Months(i64),
    /// Years.
    Years(i32),
    /// Before the Common Era, and since.
    Era,
}

impl Step {
    /// The start of the step that holds a moment.
    pub(super) fn floor(self, moment: Moment) -> Moment {
        match self {
            Self::Minutes(count) => floor_seconds(moment, count * 60),
            Self::Hours(count) => floor_seconds(moment, count * 3600),
            Self::Day => moment.floor(Granularity::Day),
            Self::Week => moment.floor(Granularity::Week),
            Self::Months(count) => {
                let year = moment.floor(Granularity::Year);
                let month = i64::from(moment.civil().month - 1);
                year.plus(month / count * count, Granularity::Month)
            }
            Self::Years(count) => year_start(floor_year(moment.civil().year, count)),
            Self::Era if moment.civil().year > 0 => year_start(1),
            Self::Era => Moment::MIN,
        }
    }

    /// The end of the step that starts at a moment.
    pub(super) fn next(self, start: Moment) -> Moment {
        match self {
            Self::Minutes(count) => start.plus_seconds(count * 60),
            Self::Hours(count) => start.plus_seconds(count * 3600),
            Self::Day => start.plus(1, Granularity::Day),
            Self::Week => start.plus(1, Granularity::Week),
            Self::Months(count) => start.plus(count, Granularity::Month),
            Self::Years(count) => year_start(next_year(start.civil().year, count)),
            Self::Era if start < year_start(1) => year_start(1),
            Self::Era => Moment::MAX,
        }
    }

    /// The shortest that a step can be, in seconds.
    pub(super) const fn shortest_s(self) -> i64 {
        const DAY: i64 = 86_400;
        match self {
            Self::Minutes(count) => count * 60,
            Self::Hours(count) => count * 3600,
            Self::Day => DAY,
            Self::Week => 7 * DAY,
            Self::Months(count) => count * 30 * DAY - 2 * DAY,
            Self::Years(count) => count as i64 * 365 * DAY,
            Self::Era => i64::MAX,
        }
    }
}

fn floor_seconds(moment: Moment, length: i64) -> Moment {
    Moment::from_seconds(moment.seconds().div_euclid(length) * length)
}

fn year_start(year: i32) -> Moment {
    Moment::from_ymd(year, 1, 1).unwrap_or(if year < 0 { Moment::MIN } else { Moment::MAX })
}

/// The astronomical year in which the step of `count` years starts that holds a year.
fn floor_year(year: i32, count: i32) -> i32 {
    if count == 1 || year >= count {
        return year.div_euclid(count) * count;
    }
    if year >= 1 {
        return 1;
    }
    let before_era = 1 - year;
    1 - before_era.div_euclid(count) * count - if before_era % count == 0 { 0 } else { count }
}

/// The astronomical year in which the next step starts.
fn next_year(start: i32, count: i32) -> i32 {
    match start {
        _ if count == 1 => start + 1,
        1 => count,
        start if start > 1 => start + count,
        start => {
            let before_era = 1 - start - count;
            if before_era <= 0 { 1 } else { 1 - before_era }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Starts of steps from a moment on.
    fn check(step: Step, from: &str, expected: &[&str]) {
        let mut at = step.floor(from.parse().expect("a date"));
        for &date in expected {
            assert_eq!(at, date.parse().expect("a date"), "{step:?} from {from}");
            at = step.next(at);
        }
    }

    #[test]
    fn steps_are_aligned_to_the_calendar() {
        check(Step::Minutes(15), "2022-03-07T10:20", &["2022-03-07T10:15", "2022-03-07T10:30"]);
        check(Step::Hours(6), "2022-03-07T20:20", &["2022-03-07T18:00", "2022-03-08T00:00"]);
        check(Step::Day, "2024-02-28T20:20", &["2024-02-28", "2024-02-29", "2024-03-01"]);
        check(Step::Week, "2022-03-09", &["2022-03-07", "2022-03-14"]);
        check(Step::Months(3), "2022-12-09", &["2022-10", "2023-01", "2023-04"]);
        check(Step::Years(5), "1943-12-09", &["1940", "1945", "1950"]);
    }

    #[test]
    fn there_is_no_year_nought_to_count_from() {
        // 1 BCE is the astronomical year 0, 100 BCE is -99.
        check(Step::Years(100), "-0150", &["-0199", "-0099", "0001", "0100", "0200"]);
        check(Step::Years(100), "-0099", &["-0099", "0001"]);
        check(Step::Years(1), "-0001", &["-0001", "0000", "0001", "0002"]);
        check(Step::Years(5), "0000", &["-0004", "0001", "0005"]);
        check(Step::Years(1000), "0500", &["0001", "1000"]);
        check(Step::Era, "-0500", &["-100000", "0001"]);
    }

    #[test]
    fn no_step_is_shorter_than_it_says() {
        let steps = [Step::Months(1), Step::Months(3), Step::Years(1), Step::Week, Step::Hours(6)];
        for step in steps {
            let mut at = step.floor("2019-06-05".parse().expect("a date"));
            for _ in 0..60 {
                let next = step.next(at);
                assert!(next - at >= step.shortest_s(), "{step:?} at {at}");
                at = next;
            }
        }
    }
}
