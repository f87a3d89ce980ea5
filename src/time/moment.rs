//! A point of civil time.

use std::ops::{Add, Sub};

use serde::{Deserialize, Serialize};

use super::calendar::Civil;

/// A point of civil time: seconds since 1970-01-01T00:00:00 by the wall clock, no zone.
///
/// Any `i64` is a valid moment; those that the calendar can name run from [`Moment::MIN`] to
/// [`Moment::MAX`]. An open end ("before 1990") is [`Moment::DISTANT_PAST`] or
/// [`Moment::DISTANT_FUTURE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment(i64);

impl Moment {
    /// Earlier than any date: the start of an interval that is open on the left.
    pub const DISTANT_PAST: Self = Self(i64::MIN / 4);
    /// Later than any date: the end of an interval that is open on the right.
    pub const DISTANT_FUTURE: Self = Self(i64::MAX / 4);
    /// The first moment that the calendar names: -100000-01-01T00:00:00.
    pub const MIN: Self = Self(-3_217_862_419_200);
    /// The end of the last year that the calendar names: 100000-01-01T00:00:00.
    pub const MAX: Self = Self(3_093_527_980_800);

    /// A moment from seconds since 1970-01-01T00:00:00.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970-01-01T00:00:00.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// Midnight at the start of a day. `None` if there is no such day, or if the calendar does
    /// not reach it.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        Self::from_ymd_hms(year, month, day, 0, 0, 0)
    }

    /// A moment from its fields. `None` if there is no such time, or if the calendar does not
    /// reach it. 24:00:00 is the next day's midnight, as in ISO 8601.
    #[must_use]
    pub fn from_ymd_hms(
        year: i32,
        month: u32,
        day: u32,
        hour: u32,
        minute: u32,
        second: u32,
    ) -> Option<Self> {
        Civil { year, month, day, hour, minute, second }.to_moment()
    }

    /// The calendar fields. Moments beyond the calendar give its first or last second.
    #[must_use]
    pub fn civil(self) -> Civil {
        Civil::from_moment(self)
    }

    /// Whether this stands for "no bound" rather than for a time.
    #[must_use]
    pub const fn is_open(self) -> bool {
        self.0 <= Self::DISTANT_PAST.0 || self.0 >= Self::DISTANT_FUTURE.0
    }

    /// Adds seconds, saturating at the distant past and future.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        if self.is_open() {
            return self;
        }
        let sum = self.0.saturating_add(seconds);
        if sum < Self::DISTANT_PAST.0 {
            Self::DISTANT_PAST
        } else if sum > Self::DISTANT_FUTURE.0 {
            Self::DISTANT_FUTURE
        } else {
            Self(sum)
        }
    }
}

/// Seconds added; see [`Moment::plus_seconds`].
impl Add<i64> for Moment {
    type Output = Self;

    fn add(self, seconds: i64) -> Self {
        self.plus_seconds(seconds)
    }
}

/// The seconds from one moment to another.
impl Sub for Moment {
    type Output = i64;

    fn sub(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_calendar_are_where_they_say() {
        assert_eq!(Moment::from_ymd(-100_000, 1, 1), Some(Moment::MIN));
        assert_eq!(Moment::from_ymd_hms(99_999, 12, 31, 24, 0, 0), Some(Moment::MAX));
    }

    #[test]
    fn an_open_end_stays_open() {
        assert_eq!(Moment::DISTANT_PAST + 86_400, Moment::DISTANT_PAST);
        assert_eq!(Moment::DISTANT_FUTURE + -86_400, Moment::DISTANT_FUTURE);
    }

    #[test]
    fn no_such_day_is_none() {
        assert_eq!(Moment::from_ymd(2023, 2, 29), None);
        assert_eq!(Moment::from_ymd_hms(2023, 2, 28, 24, 1, 0), None);
    }
}
