//! Days of the calendar by rule, as one number each, so that a word can mean one.
//!
//! `12-25` is a fixed day, `easter-2` counts from Western Easter Sunday, `pascha+49` from
//! Orthodox Easter Sunday (both in the Gregorian calendar), `advent+7` from the first Sunday in
//! Advent, `11-thu-4` is the fourth Thursday of November, `11-thu-4+1` the day behind it, and
//! `5-mon--1` the last Monday of May. `hijri-10-1` and `hebrew-1-15` are days of these calendars,
//! `lunar` is the Chinese New Year. `x8` behind a rule makes it eight days long. `1944-06-06` is
//! that very day, whatever the year spoken of.

use crate::time::{CalendarSystem, Granularity, Moment, days_in_month};

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WESTERN: i32 = 100_000;
const ORTHODOX: i32 = 200_000;
const ADVENT: i32 = 300_000;
const BY_WEEKDAY: i32 = 400_000;
/// What each day behind such a weekday adds, and how many there may be.
const LATER: i32 = 14_000;
const LATEST: i32 = 6;
const BY_CALENDAR: i32 = 500_000;
const LUNAR: i32 = 600_000;
/// What a day of length adds to a rule's number. A very day is its date as a negative number.
const LENGTH: i32 = 1_000_000;

/// The number of a rule. `None` if it is none.
pub(super) fn code(rule: &str) -> Option<i32> {
    if let Some((rule, days)) = rule.split_once('x') {
        let days: i32 = days.parse().ok().filter(|days| (2..=99).contains(days))?;
        return plain_code(rule).filter(|&code| code > 0).map(|code| code + days * LENGTH);
    }
    plain_code(rule)
}

fn plain_code(rule: &str) -> Option<i32> {
    for (index, system) in CalendarSystem::ALL.into_iter().enumerate() {
        if let Some(rest) = rule.strip_prefix(system.name()).and_then(|rest| rest.strip_prefix('-'))
        {
            let (month, day) = rest.split_once('-')?;
            let (month, day): (i32, i32) = (month.parse().ok()?, day.parse().ok()?);
            let fits = (1..=13).contains(&month) && (1..=31).contains(&day);
            return fits.then_some(BY_CALENDAR + index as i32 * 10_000 + month * 100 + day);
        }
    }
    if rule == "lunar" {
        return Some(LUNAR);
    }
    for (name, base) in [("easter", WESTERN), ("pascha", ORTHODOX), ("advent", ADVENT)] {
        if let Some(days) = rule.strip_prefix(name) {
            let days: i32 = if days.is_empty() { 0 } else { days.parse().ok()? };
            return (days.abs() < 400).then_some(base + 1000 + days);
        }
    }
    let (month, rest) = rule.split_once('-')?;
    if let (4, Some((of_year, day))) = (month.len(), rest.split_once('-')) {
        let (year, of_year, day) =
            (month.parse().ok()?, of_year.parse().ok()?, day.parse::<u32>().ok()?);
        Moment::from_ymd(year, of_year, day)?;
        return Some(-(year * 10_000 + of_year as i32 * 100 + day as i32));
    }
    let month: i32 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    if let Ok(day) = rest.parse::<i32>() {
        return (1..=31).contains(&day).then_some(month * 100 + day);
    }
    let (weekday, nth) = rest.split_once('-')?;
    let (nth, later) = nth.split_once('+').unwrap_or((nth, "0"));
    let later: i32 = later.parse().ok().filter(|later| (0..=LATEST).contains(later))?;
    let weekday = WEEKDAYS.iter().position(|name| *name == weekday)? as i32;
    let nth: i32 = nth.parse().ok().filter(|nth| (1..=5).contains(nth) || *nth == -1)?;
    Some(BY_WEEKDAY + later * LATER + month * 1000 + weekday * 100 + nth + 1)
}

/// The day of a rule in a year. `None` if the year has no such day.
#[must_use]
pub fn day_of(code: i32, year: i32) -> Option<Moment> {
    if code < 0 {
        let date = -code;
        return Moment::from_ymd(date / 10_000, (date / 100 % 100) as u32, (date % 100) as u32);
    }
    let code = code % LENGTH;
    if code >= LUNAR {
        return chinese_new_year(year);
    }
    if code >= BY_CALENDAR {
        let code = code - BY_CALENDAR;
        let system = CalendarSystem::ALL.get(code as usize / 10_000)?;
        let (month, day) = (code / 100 % 100, code % 100);
        let found = |month: i32| system.day_in_gregorian(year, month as u32, day as u32);
        // The feasts of Adar are kept in the second one where a year has two.
        let second =
            (*system == CalendarSystem::Hebrew && month == 12).then(|| found(13)).flatten();
        return second.or_else(|| found(month));
    }
    if code >= BY_WEEKDAY {
        let (later, code) = ((code - BY_WEEKDAY) / LATER, (code - BY_WEEKDAY) % LATER);
        let day = nth_weekday(year, code / 1000, code / 100 % 10, code % 100 - 1)?;
        return Some(day.plus(i64::from(later), Granularity::Day));
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

/// The year that a rule names by itself; `None` where it recurs.
#[must_use]
pub const fn year_of(code: i32) -> Option<i32> {
    if code < 0 { Some(-code / 10_000) } else { None }
}

/// How many days a rule's feast lasts.
#[must_use]
pub const fn days_of(code: i32) -> i32 {
    if code < LENGTH { 1 } else { code / LENGTH }
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

/// The Chinese New Year: the second new moon, by China's time, behind the month that holds the
/// winter solstice; the third where a leap month lies between.
fn chinese_new_year(year: i32) -> Option<Moment> {
    let by_day = |at: Moment| at.plus(8, Granularity::Hour).floor(Granularity::Day);
    let solstice = by_day(winter_solstice(year - 1));
    let about = ((f64::from(year) - 2000.0) * 12.3685).floor() as i64;
    let month = (about - 3..=about + 2).rev().find(|&moon| by_day(new_moon(moon)) <= solstice)?;
    let earliest = Moment::from_ymd(year, 1, 21)?;
    (month + 2..=month + 3).map(|moon| by_day(new_moon(moon))).find(|&day| day >= earliest)
}

/// The winter solstice of a year, to some minutes (Meeus, chapter 27, without its small terms).
fn winter_solstice(year: i32) -> Moment {
    let y = (f64::from(year) - 2000.0) / 1000.0;
    at_julian_day(2_451_900.059_52 + 365_242.740_49 * y - 0.062_23 * y * y)
}

/// The new moon with a number, counted from that of 6 January 2000, to a few minutes (Meeus,
/// chapter 49, the larger terms). Dynamical time is taken for universal time.
fn new_moon(number: i64) -> Moment {
    let k = number as f64;
    let t = k / 1236.85;
    let day = 2_451_550.097_66 + 29.530_588_861 * k + 0.000_154_37 * t * t;
    let sun = (2.5534 + 29.105_356_70 * k).to_radians();
    let moon = (201.5643 + 385.816_935_28 * k).to_radians();
    let latitude = (160.7108 + 390.670_502_84 * k).to_radians();
    let correction = -0.4072 * moon.sin()
        + 0.172_41 * sun.sin()
        + 0.016_08 * (2.0 * moon).sin()
        + 0.010_39 * (2.0 * latitude).sin()
        + 0.007_39 * (moon - sun).sin()
        - 0.005_14 * (moon + sun).sin()
        + 0.002_08 * (2.0 * sun).sin();
    at_julian_day(day + correction)
}

/// Julian day 2,440,587.5 is 1 January 1970.
fn at_julian_day(day: f64) -> Moment {
    Moment::from_seconds(((day - 2_440_587.5) * 86_400.0) as i64)
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
        check("11-thu-4+1", 2013, "2013-11-29");
        check("hebrew-12-14", 2024, "2024-03-24");
        check("hebrew-12-14", 2013, "2013-02-24");
        check("hijri-10-1", 2046, "2046-08-04");
        check("hebrew-7-10", 1973, "1973-10-06");
        check("hebrew-1-15x8", 2018, "2018-03-31");
        check("1944-06-06", 2004, "1944-06-06");
        for (year, day) in [
            (1985, "1985-02-20"),
            (2000, "2000-02-05"),
            (2014, "2014-01-31"),
            (2018, "2018-02-16"),
            (2023, "2023-01-22"),
            (2024, "2024-02-10"),
        ] {
            check("lunar", year, day);
        }
    }

    #[test]
    fn nonsense_is_no_rule() {
        for rule in [
            "13-1",
            "easter+x",
            "11-thu-9",
            "11-day-1",
            "christmas",
            "",
            "hijri-1",
            "hebrew-14-1",
            "easterx1",
            "1944-02-30",
        ] {
            assert_eq!(code(rule), None, "{rule}");
        }
    }
}
