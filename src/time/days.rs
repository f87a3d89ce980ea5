//! Days and dates of the proleptic Gregorian calendar, by the integer arithmetic of Cassio Neri and
//! Lorenz Schneider ("Euclidean affine functions and their application to calendar algorithms", 2023):
//! years begin in March, so that the day that a leap year has more is their last, and are counted from
//! one so long ago that nothing is negative.

/// The year that years are counted from is so many before the year 0; a multiple of 400.
const YEARS: i32 = 400_000;

/// Days from the 1 March of that year to 1970-01-01: 400 years have 146,097, and from 0000-03-01 on
/// there are 719,468.
const TO_EPOCH: i32 = YEARS / 400 * 146_097 + 719_468;

/// The days from 1970-01-01 to a date of a year within 400,000; no other date is looked out for.
pub(super) const fn from_date(year: i32, month: u32, day: u32) -> i32 {
    let is_late = month <= 2;
    let year = (year + YEARS) as u32 - is_late as u32;
    let month = if is_late { month + 12 } else { month };
    let to_year = year * 365 + year / 4 - year / 100 + year / 400;
    let to_month = (979 * month - 2919) / 32;
    (to_year + to_month + day - 1) as i32 - TO_EPOCH
}

/// The date (year, month, day) so many days from 1970-01-01, which are a hundred millions at most.
pub(super) const fn to_date(days: i32) -> (i32, u32, u32) {
    let quarters = 4 * (days + TO_EPOCH) as u32 + 3;
    let (century, of_century) = (quarters / 146_097, quarters % 146_097 / 4);
    let quarters = 4 * of_century + 3;
    let (year, of_year) = (quarters / 1461, quarters % 1461 / 4);
    let months = 2141 * of_year + 197_913;
    let (month, day) = (months >> 16, (months & 0xFFFF) / 2141 + 1);
    let is_late = of_year >= 306;
    let year = (100 * century + year + is_late as u32) as i32 - YEARS;
    (year, if is_late { month - 12 } else { month }, day)
}

/// The days of a month, 28 to 31; 0 if there is no such month.
pub(super) const fn of_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, NaiveDate};
    use proptest::prelude::*;

    use super::*;

    /// The date of a day as chrono has it.
    fn known(days: i32) -> NaiveDate {
        NaiveDate::from_epoch_days(days).expect("chrono reaches it")
    }

    fn check(days: i32) {
        let date = known(days);
        let fields = (date.year(), date.month(), date.day());
        assert_eq!(to_date(days), fields, "{days}");
        assert_eq!(from_date(fields.0, fields.1, fields.2), days, "{date}");
        let of_month = u32::from(date.num_days_in_month());
        assert_eq!(super::of_month(fields.0, fields.1), of_month, "{date}");
    }

    #[test]
    fn every_day_of_a_thousand_years_around_the_era_is_chronos() {
        (-800_000..-400_000).for_each(check);
        (-150_000..150_000).for_each(check);
    }

    #[test]
    fn there_is_no_thirteenth_month() {
        assert_eq!((of_month(2024, 0), of_month(2024, 13)), (0, 0));
    }

    proptest! {
        #[test]
        fn days_far_off_are_chronos(days in -37_000_000..37_000_000) {
            check(days);
        }
    }
}
