//! Days of other calendars: Julian, tabular Hijri, Hebrew, French Republican.
//!
//! Each function counts days the way Reingold and Dershowitz do ("Calendrical Calculations",
//! 4th edition, chapters 3, 7, 8 and 17): day 1 is 1 January of the year 1 of the proleptic
//! Gregorian calendar.

use super::{Granularity, Moment};

/// A calendar that a text may name its dates in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CalendarSystem {
    /// The calendar before Gregory's reform; years are astronomical.
    Julian,
    /// The Islamic calendar by its civil tables: it may differ by a day or two from what was
    /// seen in the sky.
    Hijri,
    /// The Hebrew calendar; Nisan is month 1, Tishri month 7, the year changes with Tishri.
    Hebrew,
    /// The French Republican calendar of the years 1 to 14; the days at the year's end are month
    /// 13.
    Republican,
}

impl CalendarSystem {
    /// Every calendar.
    pub const ALL: [Self; 4] = [Self::Julian, Self::Hijri, Self::Hebrew, Self::Republican];

    /// Its name in the pack files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Julian => "julian",
            Self::Hijri => "hijri",
            Self::Hebrew => "hebrew",
            Self::Republican => "republican",
        }
    }

    /// Midnight at the start of a day of this calendar. `None` if it has no such day.
    #[must_use]
    pub fn day(self, year: i32, month: u32, day: u32) -> Option<Moment> {
        let (lowest, length) = match self {
            Self::Julian => (-9999, julian_month_length(year, month)?),
            Self::Hijri => (1, hijri_month_length(year, month)?),
            Self::Hebrew => (1, hebrew_month_length(year, month)?),
            Self::Republican => (1, republican_month_length(year, month)?),
        };
        if !(1..=length).contains(&day) || !(lowest..=9999).contains(&year) {
            return None;
        }
        Some(self.month_start(year, month).plus(i64::from(day) - 1, Granularity::Day))
    }

    /// The month as its first day and the first day behind it. `None` if there is no such month.
    #[must_use]
    pub fn month(self, year: i32, month: u32) -> Option<(Moment, Moment)> {
        let start = self.day(year, month, 1)?;
        let length = match self {
            Self::Julian => julian_month_length(year, month)?,
            Self::Hijri => hijri_month_length(year, month)?,
            Self::Hebrew => hebrew_month_length(year, month)?,
            Self::Republican => republican_month_length(year, month)?,
        };
        Some((start, start.plus(i64::from(length), Granularity::Day)))
    }

    /// The year as its first day and the first day behind it. `None` if there is no such year.
    #[must_use]
    pub fn year(self, year: i32) -> Option<(Moment, Moment)> {
        let first = if self == Self::Hebrew { 7 } else { 1 };
        let start = self.day(year, first, 1)?;
        Some((start, self.month_start(year + 1, first)))
    }

    /// The first day of this month and day that falls in a Gregorian year. `None` if none does.
    #[must_use]
    pub fn day_in_gregorian(self, gregorian: i32, month: u32, day: u32) -> Option<Moment> {
        let near = match self {
            Self::Julian => gregorian,
            Self::Hijri => (gregorian - 622) * 33 / 32,
            Self::Hebrew => gregorian + 3760,
            Self::Republican => gregorian - 1791,
        };
        (near - 1..=near + 1)
            .filter_map(|year| self.day(year, month, day))
            .find(|found| found.civil().year == gregorian)
    }

    fn month_start(self, year: i32, month: u32) -> Moment {
        let (year, month) = (i64::from(year), i64::from(month));
        let day = match self {
            Self::Julian => {
                let leap = year.rem_euclid(4) == 0;
                let shift = if month <= 2 { 0 } else { -2 + i64::from(leap) };
                -2 + 365 * (year - 1)
                    + (year - 1).div_euclid(4)
                    + (367 * month - 362) / 12
                    + shift
                    + 1
            }
            Self::Hijri => {
                227_015
                    + 29 * (month - 1)
                    + (6 * month - 1) / 11
                    + (year - 1) * 354
                    + (3 + 11 * year).div_euclid(30)
            }
            Self::Hebrew => hebrew_month_start(year, month),
            Self::Republican => 654_415 + 365 * (year - 1) + year / 4 + 30 * (month - 1),
        };
        // Day 719,163 is 1 January 1970.
        Moment::from_seconds((day - 719_163) * 86_400)
    }
}

fn julian_month_length(year: i32, month: u32) -> Option<u32> {
    Some(match month {
        2 => 28 + u32::from(year.rem_euclid(4) == 0),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    })
}

fn hijri_month_length(year: i32, month: u32) -> Option<u32> {
    let leap = (14 + 11 * year).rem_euclid(30) < 11;
    Some(match month {
        12 => 29 + u32::from(leap),
        1..=11 => 29 + month % 2,
        _ => return None,
    })
}

fn republican_month_length(year: i32, month: u32) -> Option<u32> {
    Some(match month {
        _ if !(1..=14).contains(&year) => return None,
        13 => 5 + u32::from(year % 4 == 3),
        1..=12 => 30,
        _ => return None,
    })
}

fn hebrew_month_length(year: i32, month: u32) -> Option<u32> {
    let year = i64::from(year);
    let days = hebrew_new_year(year + 1) - hebrew_new_year(year);
    let leap = hebrew_leap(year);
    Some(match month {
        13 if !leap => return None,
        2 | 4 | 6 | 10 | 13 => 29,
        12 if !leap => 29,
        8 if days % 10 != 5 => 29,
        9 if days % 10 == 3 => 29,
        1..=12 => 30,
        _ => return None,
    })
}

const fn hebrew_leap(year: i64) -> bool {
    (7 * year + 1).rem_euclid(19) < 7
}

/// The days before the year, as the mean moons give them.
const fn hebrew_elapsed(year: i64) -> i64 {
    let months = (235 * year - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = 29 * months + parts.div_euclid(25_920);
    if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
}

/// 1 Tishri.
const fn hebrew_new_year(year: i64) -> i64 {
    let (before, own, after) =
        (hebrew_elapsed(year - 1), hebrew_elapsed(year), hebrew_elapsed(year + 1));
    let delay = if after - own == 356 {
        2
    } else if own - before == 382 {
        1
    } else {
        0
    };
    -1_373_427 + own + delay
}

fn hebrew_month_start(year: i64, month: i64) -> i64 {
    let last = if hebrew_leap(year) { 13 } else { 12 };
    let before: Vec<i64> =
        if month < 7 { (7..=last).chain(1..month).collect() } else { (7..month).collect() };
    let lengths = before
        .iter()
        .filter_map(|&month| hebrew_month_length(year as i32, month as u32).map(i64::from));
    hebrew_new_year(year) + lengths.sum::<i64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(system: CalendarSystem, year: i32, month: u32, day: u32, expected: &str) {
        let found = system.day(year, month, day).map(|day| day.iso(Granularity::Day));
        assert_eq!(found.as_deref(), Some(expected), "{system:?} {year} {month} {day}");
    }

    #[test]
    fn known_days_are_found() {
        use CalendarSystem::{Hebrew, Hijri, Julian, Republican};
        check(Julian, 1917, 10, 25, "1917-11-07");
        check(Julian, 1582, 10, 5, "1582-10-15");
        check(Julian, 1066, 10, 14, "1066-10-20");
        check(Julian, 1732, 2, 11, "1732-02-22");
        check(Julian, 1700, 2, 29, "1700-03-11");
        check(Hijri, 1, 1, 1, "0622-07-19");
        check(Hijri, 1420, 1, 1, "1999-04-17");
        check(Hijri, 1416, 10, 5, "1996-02-25");
        check(Hijri, 1439, 12, 10, "2018-08-22");
        check(Hebrew, 5784, 7, 1, "2023-09-16");
        check(Hebrew, 5778, 1, 15, "2018-03-31");
        check(Hebrew, 5708, 2, 5, "1948-05-14");
        check(Hebrew, 5784, 13, 14, "2024-03-24");
        check(Republican, 1, 1, 1, "1792-09-22");
        check(Republican, 2, 11, 9, "1794-07-27");
        check(Republican, 8, 2, 18, "1799-11-09");
    }

    #[test]
    fn a_feast_is_found_in_a_year() {
        let check = |system: CalendarSystem, year, month, day, expected: &str| {
            let found = system.day_in_gregorian(year, month, day);
            assert_eq!(found.map(|day| day.iso(Granularity::Day)).as_deref(), Some(expected));
        };
        check(CalendarSystem::Hijri, 1974, 12, 10, "1974-01-04");
        check(CalendarSystem::Hebrew, 2018, 7, 1, "2018-09-10");
        check(CalendarSystem::Hebrew, 2017, 9, 25, "2017-12-13");
        check(CalendarSystem::Julian, 2024, 12, 25, "2024-01-07");
    }

    #[test]
    fn no_such_day_is_none() {
        assert_eq!(CalendarSystem::Julian.day(1917, 2, 29), None);
        assert_eq!(CalendarSystem::Hijri.day(1439, 2, 30), None);
        assert_eq!(CalendarSystem::Hebrew.day(5783, 13, 1), None);
        assert_eq!(CalendarSystem::Republican.day(15, 1, 1), None);
    }

    #[test]
    fn months_and_years_follow_each_other() {
        for system in [CalendarSystem::Julian, CalendarSystem::Hijri] {
            for year in 1340..1380 {
                for month in 1..=12 {
                    let (_, end) = system.month(year, month).expect("a month");
                    let next = if month < 12 { (year, month + 1) } else { (year + 1, 1) };
                    assert_eq!(system.day(next.0, next.1, 1), Some(end), "{system:?} {year}");
                }
            }
        }
        let (start, end) = CalendarSystem::Hebrew.year(5784).expect("a year");
        assert_eq!((end - start) / 86_400, 383);
    }
}
