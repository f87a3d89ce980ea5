//! Days of the calendar by rule, as one number each, so that a word can mean one.
//!
//! `12-25` is a fixed day, `easter-2` counts from Western Easter Sunday, `pascha+49` from
//! Orthodox Easter Sunday (both in the Gregorian calendar), `advent+7` from the first Sunday in
//! Advent, `11-thu-4` is the fourth Thursday of November and `5-mon--1` the last Monday of May.

use crate::time::{Granularity, Moment, days_in_month};

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WESTERN: i32 = 100_000;
const ORTHODOX: i32 = 200_000;
const ADVENT: i32 = 300_000;
const BY_WEEKDAY: i32 = 400_000;

/// The number of a rule. `None` if it is none.
pub(super) fn code(rule: &str) -> Option<i32> {
    for (name, base) in [("easter", WESTERN), ("pascha", ORTHODOX), ("advent", ADVENT)] {
        if let Some(days) = rule.strip_prefix(name) {
            let days: i32 = if days.is_empty() { 0 } else { days.parse().ok()? };
            return (days.abs() < 400).then_some(base + 1000 + days);
        }
    }
    let (month, rest) = rule.split_once('-')?;
    let month: i32 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    if let Ok(day) = rest.parse::<i32>() {
        return (1..=31).contains(&day).then_some(month * 100 + day);
    }
    let (weekday, nth) = rest.split_once('-')?;
    let weekday = WEEKDAYS.iter().position(|name| *name == weekday)? as i32;
    let nth: i32 = nth.parse().ok().filter(|nth| (1..=5).contains(nth) || *nth == -1)?;
    Some(BY_WEEKDAY + month * 1000 + weekday * 100 + nth + 1)
}

/// The day of a rule in a year. `None` if the year has no such day.
#[must_use]
pub fn day_of(code: i32, year: i32) -> Option<Moment> {
    if code >= BY_WEEKDAY {
        let code = code - BY_WEEKDAY;
        return nth_weekday(year, code / 1000, code / 100 % 10, code % 100 - 1);
    }
    if code >= WESTERN {
        let (feast, days) = match code {
            ADVENT.. => (first_advent(year)?, code - ADVENT),
            ORTHODOX.. => (orthodox_easter(year)?, code - ORTHODOX),
            _ => (western_easter(year)?, code - WESTERN),
        };
        return Some(feast.plus(i64::from(days - 1000), Granularity::Day));
    }
    Moment::from_ymd(year, (code / 100) as u32, (code % 100) as u32)
}

fn nth_weekday(year: i32, month: i32, weekday: i32, nth: i32) -> Option<Moment> {
    let month = month as u32;
    if nth < 0 {
        let last = Moment::from_ymd(year, month, days_in_month(year, month))?;
        let back = (last.weekday().num_days_from_monday() as i32 - weekday).rem_euclid(7);
        return Some(last.plus(-i64::from(back), Granularity::Day));
    }
    let first = Moment::from_ymd(year, month, 1)?;
    let ahead = (weekday - first.weekday().num_days_from_monday() as i32).rem_euclid(7);
    let day = 1 + ahead + (nth - 1) * 7;
    Moment::from_ymd(year, month, day as u32)
}

/// The fourth Sunday before Christmas Day.
fn first_advent(year: i32) -> Option<Moment> {
    let christmas = Moment::from_ymd(year, 12, 25)?;
    let since_sunday = i64::from(christmas.weekday().num_days_from_monday() + 1);
    Some(christmas.plus(-since_sunday - 21, Granularity::Day))
}

/// Easter Sunday after the Gregorian computus (Meeus, "Astronomical Algorithms", chapter 8).
#[expect(clippy::many_single_char_names, reason = "the names of the source")]
fn western_easter(year: i32) -> Option<Moment> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    Moment::from_ymd(year, (sum / 31) as u32, (sum % 31 + 1) as u32)
}

/// Easter Sunday after the Julian computus (Meeus, chapter 8), as a Gregorian date.
#[expect(clippy::many_single_char_names, reason = "the names of the source")]
fn orthodox_easter(year: i32) -> Option<Moment> {
    let (a, b, c) = (year.rem_euclid(4), year.rem_euclid(7), year.rem_euclid(19));
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let sum = d + e + 114;
    let shift = year.div_euclid(100) - year.div_euclid(400) - 2;
    Some(
        Moment::from_ymd(year, (sum / 31) as u32, 1)?
            .plus(i64::from(sum % 31 + shift), Granularity::Day),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_find_their_day() {
        let check = |rule: &str, year: i32, expected: &str| {
            let day = day_of(code(rule).expect("a rule"), year).expect("a day");
            assert_eq!(day.iso(Granularity::Day), expected, "{rule}");
        };
        check("12-25", 1914, "1914-12-25");
        check("easter", 2024, "2024-03-31");
        check("easter-2", 1998, "1998-04-10");
        check("easter", 1818, "1818-03-22");
        check("pascha", 2024, "2024-05-05");
        check("pascha", 1918, "1918-05-05");
        check("advent", 2020, "2020-11-29");
        check("advent", 2022, "2022-11-27");
        check("advent+21", 2023, "2023-12-24");
        check("11-thu-4", 2023, "2023-11-23");
        check("5-mon--1", 2022, "2022-05-30");
    }

    #[test]
    fn nonsense_is_no_rule() {
        for rule in ["13-1", "easter+x", "11-thu-9", "11-day-1", "christmas", ""] {
            assert_eq!(code(rule), None, "{rule}");
        }
    }
}
