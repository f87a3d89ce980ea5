//! A stretch of time whose ends may be known only to lie within bounds.

use serde::{Deserialize, Serialize};

use super::{Granularity, Moment};

/// When something was: it started at some moment of `[earliest_start, latest_start)` and had
/// ended at some moment of `(earliest_end, latest_end]`.
///
/// - "2022" at the granularity of a year: it happened at some time in 2022, so both ends lie
///   anywhere in the year: `earliest_start = earliest_end = 2022-01-01`,
///   `latest_start = latest_end = 2023-01-01`.
/// - "from 24 February to 2 April 2022": the start lies within the first day and the end within
///   the last one.
/// - "before 1990": `earliest_start` and `earliest_end` are [`Moment::DISTANT_PAST`].
///
/// Ends are exclusive throughout: the day 2022-02-24 is `[02-24T00:00, 02-25T00:00)`. Always
/// `earliest_start <= latest_start`, `earliest_end <= latest_end`, `earliest_start <=
/// earliest_end` and `latest_start <= latest_end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Interval {
    earliest_start: Moment,
    latest_start: Moment,
    earliest_end: Moment,
    latest_end: Moment,
    granularity: Granularity,
}

impl Interval {
    /// The one unit that holds `moment`: "2022", "March 2022", "9 March 2022".
    #[must_use]
    pub fn unit(moment: Moment, granularity: Granularity) -> Self {
        let start = moment.floor(granularity);
        Self::within(start, start.plus(1, granularity), granularity)
    }

    /// At some time, or for some time, within `[start, end)`: neither end is known better.
    /// An `end` before `start` is taken as `start`.
    #[must_use]
    pub fn within(start: Moment, end: Moment, granularity: Granularity) -> Self {
        let end = end.max(start);
        Self {
            earliest_start: start,
            latest_start: end,
            earliest_end: start,
            latest_end: end,
            granularity,
        }
    }

    /// From somewhere in the first interval to somewhere in the second: "1941-45", "from
    /// 24 February to 2 April". The granularity is the finer of the two. A second interval that
    /// ends before the first gives the first.
    #[must_use]
    pub fn span(first: Self, last: Self) -> Self {
        if last.latest_end <= first.earliest_start {
            return first;
        }
        Self {
            earliest_start: first.earliest_start,
            latest_start: first.latest_end.min(last.latest_end),
            earliest_end: last.earliest_start.max(first.earliest_start),
            latest_end: last.latest_end,
            granularity: first.granularity.max(last.granularity),
        }
    }

    /// Exactly `[start, end)`, both ends known: a clock time, a timed log entry.
    #[must_use]
    pub fn exact(start: Moment, end: Moment, granularity: Granularity) -> Self {
        let end = end.max(start);
        Self {
            earliest_start: start,
            latest_start: start,
            earliest_end: end,
            latest_end: end,
            granularity,
        }
    }

    /// At some time before `moment`.
    #[must_use]
    pub fn before(moment: Moment, granularity: Granularity) -> Self {
        Self::within(Moment::DISTANT_PAST, moment, granularity)
    }

    /// At some time from `moment` on.
    #[must_use]
    pub fn after(moment: Moment, granularity: Granularity) -> Self {
        Self::within(moment, Moment::DISTANT_FUTURE, granularity)
    }

    /// The earliest moment at which it can have started.
    #[must_use]
    pub const fn earliest_start(&self) -> Moment {
        self.earliest_start
    }

    /// The moment by which it had started.
    #[must_use]
    pub const fn latest_start(&self) -> Moment {
        self.latest_start
    }

    /// The earliest moment at which it can have ended.
    #[must_use]
    pub const fn earliest_end(&self) -> Moment {
        self.earliest_end
    }

    /// The moment by which it had ended, exclusive.
    #[must_use]
    pub const fn latest_end(&self) -> Moment {
        self.latest_end
    }

    /// How precisely the time is stated.
    #[must_use]
    pub const fn granularity(&self) -> Granularity {
        self.granularity
    }

    /// The same interval, said to be stated at another granularity.
    #[must_use]
    pub const fn at_granularity(mut self, granularity: Granularity) -> Self {
        self.granularity = granularity;
        self
    }

    /// The same interval with both ends blurred by `seconds` to either side: "about 1200".
    #[must_use]
    pub fn widened(self, seconds: i64) -> Self {
        Self {
            earliest_start: self.earliest_start.plus_seconds(-seconds),
            latest_start: self.latest_start.plus_seconds(seconds).min(self.latest_end + seconds),
            earliest_end: self.earliest_end.plus_seconds(-seconds),
            latest_end: self.latest_end.plus_seconds(seconds),
            granularity: self.granularity,
        }
    }

    /// The one unit that words name which blur it to either side: 1200 for "about 1200". Any other
    /// interval is itself.
    #[must_use]
    pub fn sharp(self) -> Self {
        self.blurred_middle().map_or(self, |middle| Self::unit(middle, self.granularity))
    }

    /// The middle of one stretch that does not begin and end with a unit: "about 1200" is blurred
    /// to either side by so many days.
    pub(super) fn blurred_middle(&self) -> Option<Moment> {
        let (start, end) = (self.earliest_start, self.latest_end);
        // "the past year" begins and ends within units too, but is no longer than one.
        let lasts = 2 * (end - start) > 3 * self.granularity.mean_seconds();
        let is_whole = |moment: Moment| moment.floor(self.granularity) == moment;
        let blurred =
            lasts && self.is_single() && !self.is_open() && !is_whole(start) && !is_whole(end);
        let middle = start.plus_seconds((end - start) / 2);
        // Nor is "the past two years" blurred: it lies about no unit.
        let of_unit = || {
            let unit = Self::unit(middle, self.granularity);
            unit.earliest_start.plus_seconds((unit.latest_end - unit.earliest_start) / 2)
        };
        (blurred && !self.is_stretch() && middle == of_unit()).then_some(middle)
    }

    /// "The past two weeks", counted from a day: whole units of days from midnight, with or without the last day. What
    /// is blurred by half a unit to either side starts within a day.
    fn is_stretch(&self) -> bool {
        let (start, end) = (self.earliest_start, self.latest_end);
        let unit = self.granularity.mean_seconds();
        let last = start.plus((end - start + unit / 2) / unit, self.granularity);
        let by_days = self.granularity < Granularity::Day && start.floor(Granularity::Day) == start;
        by_days && (end == last || end == last.plus(1, Granularity::Day))
    }

    /// The same interval with every end elsewhere, where `to` keeps the order of moments. Open
    /// ends stay open.
    #[must_use]
    pub fn mapped(self, to: impl Fn(Moment) -> Moment) -> Self {
        let to = |moment: Moment| if moment.is_open() { moment } else { to(moment) };
        Self {
            earliest_start: to(self.earliest_start),
            latest_start: to(self.latest_start),
            earliest_end: to(self.earliest_end),
            latest_end: to(self.latest_end),
            granularity: self.granularity,
        }
    }

    /// Whether it is one stretch in which both ends lie anywhere ("in 2022"), not a range with
    /// a start and an end of its own.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.earliest_start == self.earliest_end && self.latest_start == self.latest_end
    }

    /// Whether an end is missing altogether ("before 1990").
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.earliest_start.is_open() || self.latest_end.is_open()
    }

    /// The moment to sort and to anchor by: the earliest start, or the end where the start is
    /// open.
    #[must_use]
    pub fn anchor(&self) -> Moment {
        if self.earliest_start.is_open() { self.latest_end } else { self.earliest_start }
    }

    /// Whether the two can have a moment in common.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.earliest_start < other.latest_end && other.earliest_start < self.latest_end
    }

    /// Whether `other` lies wholly inside this one.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        self.earliest_start <= other.earliest_start && other.latest_end <= self.latest_end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse().expect("a date")
    }

    fn day(text: &str) -> Interval {
        Interval::unit(moment(text), Granularity::Day)
    }

    #[test]
    fn a_year_may_hold_both_ends_anywhere() {
        let year = Interval::unit(moment("2022-06-05"), Granularity::Year);
        assert!(year.is_single());
        assert_eq!(year.earliest_end(), moment("2022-01-01"));
        assert_eq!(year.latest_start(), moment("2023-01-01"));
    }

    #[test]
    fn a_range_keeps_the_doubt_of_each_end() {
        let siege = Interval::span(day("2022-02-24"), day("2022-04-02"));
        assert_eq!(siege.latest_start(), moment("2022-02-25"));
        assert_eq!(siege.earliest_end(), moment("2022-04-02"));
        assert_eq!(siege.latest_end(), moment("2022-04-03"));
        assert!(!siege.is_single());
    }

    #[test]
    fn a_range_that_runs_backwards_is_its_first_end() {
        assert_eq!(Interval::span(day("2022-04-02"), day("2022-02-24")), day("2022-04-02"));
    }

    #[test]
    fn a_blurred_unit_is_known_by_its_middle() {
        let about = day("1921-05-05").widened(Granularity::Day.mean_seconds() / 2);
        assert_eq!(about.sharp(), day("1921-05-05"));
        let days = Interval::span(day("2022-02-24"), day("2022-04-02"));
        assert_eq!(days.sharp(), days);
        let past_year =
            Interval::within(moment("2022-11-29"), moment("2023-11-30"), Granularity::Year);
        assert_eq!(past_year.sharp(), past_year);
        let past_years =
            Interval::within(moment("2021-11-29"), moment("2023-11-30"), Granularity::Year);
        assert_eq!(past_years.sharp(), past_years);
        // From a Thursday to a Thursday, and about the middle of a month: in the middle of a unit too.
        let weeks = Interval::within(moment("2004-12-30"), moment("2005-01-14"), Granularity::Week);
        assert_eq!(weeks.sharp(), weeks);
        let months =
            Interval::within(moment("2005-05-16"), moment("2005-07-17"), Granularity::Month);
        assert_eq!(months.sharp(), months);
    }

    #[test]
    fn an_open_interval_is_anchored_at_the_end_it_has() {
        let before = Interval::before(moment("1990-01-01"), Granularity::Year);
        assert!(before.is_open());
        assert_eq!(before.anchor(), moment("1990-01-01"));
        assert!(before.overlaps(&day("1812-09-07")));
    }
}
