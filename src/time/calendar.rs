//! Calendar arithmetic on moments: fields, units, weekdays.

use std::cell::LazyCell;

use chrono::{Datelike, NaiveDate};

use super::{Granularity, Moment};

/// A day of the week, Monday first (ISO 8601).
pub use chrono::Weekday;

/// The fields of a moment in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil {
    /// Astronomical year: 0 is 1 BCE, -43 is 44 BCE.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
    /// 0 to 23; 24 is accepted on the way in.
    pub hour: u32,
    /// 0 to 59.
    pub minute: u32,
    /// 0 to 59; leap seconds do not exist here.
    pub second: u32,
}

impl Civil {
    /// The moment of these fields. `None` if there is no such time.
    #[must_use]
    pub fn to_moment(self) -> Option<Moment> {
        let day = NaiveDate::from_ymd_opt(self.year, self.month, self.day)?.to_epoch_days();
        let in_day = self.hour <= 23 && self.minute <= 59 && self.second <= 59;
        let midnight_after = (self.hour, self.minute, self.second) == (24, 0, 0);
        if !in_day && !midnight_after {
            return None;
        }
        let seconds = i64::from(self.hour * 3600 + self.minute * 60 + self.second);
        let moment = Moment::from_seconds(i64::from(day) * DAY_S + seconds);
        (Moment::MIN..=Moment::MAX).contains(&moment).then_some(moment)
    }

    /// The fields of a moment; the calendar's first or last second if it lies beyond.
    #[must_use]
    pub fn from_moment(moment: Moment) -> Self {
        let (date, second) = moment.date_and_second();
        Self {
            year: date.year(),
            month: date.month(),
            day: date.day(),
            hour: second / 3600,
            minute: second / 60 % 60,
            second: second % 60,
        }
    }
}

/// Seconds of a day.
const DAY_S: i64 = 86_400;

/// Days that every month has.
const SHORTEST: u32 = 28;

/// The days of a month, 28 to 31; 0 if there is no such month.
#[must_use]
pub fn days_in_month(year: i32, month: u32) -> u32 {
    NaiveDate::from_ymd_opt(year, month, 1).map_or(0, |first| u32::from(first.num_days_in_month()))
}

impl Moment {
    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.date_and_second().0.weekday()
    }

    /// The ISO 8601 week: its year and its number, 1 to 53.
    #[must_use]
    pub fn iso_week(self) -> (i32, u32) {
        let week = self.date_and_second().0.iso_week();
        (week.year(), week.week())
    }

    /// The date, and which second of it; the calendar's first or last one if it lies beyond.
    fn date_and_second(self) -> (NaiveDate, u32) {
        let seconds = self.seconds().clamp(Self::MIN.seconds(), Self::MAX.seconds() - 1);
        let date = NaiveDate::from_epoch_days(seconds.div_euclid(DAY_S) as i32);
        (date.unwrap_or_default(), seconds.rem_euclid(DAY_S) as u32)
    }

    /// The Monday that starts an ISO 8601 week. `None` if the year has no such week.
    #[must_use]
    pub fn from_iso_week(year: i32, week: u32) -> Option<Self> {
        let date = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
        Self::from_ymd(date.year(), date.month(), date.day())
    }

    /// The start of the unit that holds this moment. Parts of day start at 0, 6, 12 and 18
    /// o'clock; seasons in March, June, September and December.
    #[must_use]
    pub fn floor(self, unit: Granularity) -> Self {
        if self.is_open() {
            return self;
        }
        let c = LazyCell::new(|| self.civil());
        let year_of = |years: i32| (c.year.div_euclid(years) * years, 1);
        let (year, month) = match unit {
            Granularity::Millennium => year_of(1000),
            Granularity::Century => year_of(100),
            Granularity::Decade => year_of(10),
            Granularity::Year => (c.year, 1),
            Granularity::Half => (c.year, (c.month - 1) / 6 * 6 + 1),
            Granularity::Quarter => (c.year, (c.month - 1) / 3 * 3 + 1),
            Granularity::Month => (c.year, c.month),
            Granularity::Season => match c.month {
                1 | 2 => (c.year - 1, 12),
                month => (c.year, month / 3 * 3),
            },
            Granularity::Week => {
                let days = i64::from(self.weekday().num_days_from_monday());
                return self.floor(Granularity::Day).plus_seconds(-days * DAY_S);
            }
            Granularity::Day
            | Granularity::DayPart
            | Granularity::Hour
            | Granularity::Minute
            | Granularity::Second => {
                let length = unit.mean_seconds();
                return Self::from_seconds(self.seconds().div_euclid(length) * length);
            }
        };
        Self::from_ymd(year, month, 1).unwrap_or(Self::MIN)
    }

    /// Moves by whole units: months and years by the calendar (31 January plus one month is the
    /// last day of February), the rest by their fixed length. Saturates at the calendar's ends.
    #[must_use]
    pub fn plus(self, amount: i64, unit: Granularity) -> Self {
        let months = match unit {
            Granularity::Millennium => 12_000,
            Granularity::Century => 1200,
            Granularity::Decade => 120,
            Granularity::Year => 12,
            Granularity::Half => 6,
            Granularity::Season | Granularity::Quarter => 3,
            Granularity::Month => 1,
            Granularity::Week
            | Granularity::Day
            | Granularity::DayPart
            | Granularity::Hour
            | Granularity::Minute
            | Granularity::Second => {
                return self.plus_seconds(amount.saturating_mul(unit.mean_seconds()));
            }
        };
        self.plus_months(amount.saturating_mul(months))
    }

    /// The end of the unit that holds this moment: the start of the next one.
    #[must_use]
    pub fn ceil_after(self, unit: Granularity) -> Self {
        self.floor(unit).plus(1, unit)
    }

    fn plus_months(self, months: i64) -> Self {
        if self.is_open() {
            return self;
        }
        let c = self.civil();
        let index = (i64::from(c.year) * 12 + i64::from(c.month) - 1).saturating_add(months);
        let limit = if months < 0 { Self::MIN } else { Self::MAX };
        let Ok(year) = i32::try_from(index.div_euclid(12)) else {
            return limit;
        };
        let month = index.rem_euclid(12) as u32 + 1;
        let day = if c.day <= SHORTEST { c.day } else { c.day.min(days_in_month(year, month)) };
        Civil { year, month, day, ..c }.to_moment().unwrap_or(limit)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Moment {
        text.parse().expect("a date")
    }

    #[test]
    fn floors_to_the_start_of_the_unit() {
        let check = |moment: &str, unit, expected: &str| {
            assert_eq!(day(moment).floor(unit), day(expected), "{moment} {unit:?}");
        };
        check("2022-03-09T14:35:07", Granularity::Minute, "2022-03-09T14:35");
        check("2022-03-09T14:35:07", Granularity::DayPart, "2022-03-09T12:00");
        check("2022-03-09", Granularity::Week, "2022-03-07");
        check("2022-03-09", Granularity::Quarter, "2022-01-01");
        check("2022-02-09", Granularity::Season, "2021-12-01");
        check("2022-12-09", Granularity::Season, "2022-12-01");
        check("2022-12-09", Granularity::Half, "2022-07-01");
        check("1999-12-31", Granularity::Decade, "1990-01-01");
        check("-0001-06-01", Granularity::Century, "-0100-01-01");
    }

    #[test]
    fn months_keep_to_the_calendar() {
        assert_eq!(day("2024-01-31").plus(1, Granularity::Month), day("2024-02-29"));
        assert_eq!(day("2024-02-29").plus(-1, Granularity::Year), day("2023-02-28"));
        assert_eq!(day("2023-11-29").plus(-3, Granularity::Quarter), day("2023-02-28"));
    }

    #[test]
    fn weeks_are_those_of_iso_8601() {
        assert_eq!(day("2021-01-03").iso_week(), (2020, 53));
        assert_eq!(Moment::from_iso_week(2020, 53), Some(day("2020-12-28")));
        assert_eq!(Moment::from_iso_week(2021, 53), None);
    }

    proptest! {
        #[test]
        fn a_moment_lies_in_its_own_unit(
            seconds in Moment::MIN.seconds() / 2..Moment::MAX.seconds() / 2,
            unit in prop::sample::select(Granularity::ALL.to_vec()),
        ) {
            let moment = Moment::from_seconds(seconds);
            prop_assert!(moment.floor(unit) <= moment);
            prop_assert!(moment < moment.ceil_after(unit));
            prop_assert_eq!(moment.floor(unit).floor(unit), moment.floor(unit));
        }

        #[test]
        fn fields_lead_back_to_the_moment(
            seconds in Moment::MIN.seconds()..Moment::MAX.seconds(),
        ) {
            let moment = Moment::from_seconds(seconds);
            prop_assert_eq!(moment.civil().to_moment(), Some(moment));
        }
    }
}
