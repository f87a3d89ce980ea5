//! What the words state by themselves: the date of the fields in a year, and the time of day.

use super::calendar::{Calendar, Clock, Field};
use super::fields::Fields;
use crate::language::{PARTS, Slot, holiday_days, holiday_in, holiday_year};
use crate::time::{CalendarSystem, Granularity, Interval, Moment};

/// The date that the fields name in a year. `None` if they name none.
pub(super) fn stated(fields: &Fields, year: Option<i32>) -> Option<Calendar> {
    let of = |field| Some(Calendar::new(year, field));
    if let Some(rule) = feast(fields, year) {
        let in_year = holiday_year(rule).or(year).and_then(|year| holiday_in(rule, year));
        return match in_year {
            Some(day) => Some(Calendar::days(day, holiday_days(rule))),
            None => of(Field::Day { month: None, day: None }),
        };
    }
    let (month, day) = (fields.get(Slot::Month), fields.get(Slot::Day));
    if let (Some(system), Some(year)) = (system(fields), year) {
        return in_system(system, fields, year);
    }
    if day.is_some() {
        return of(Field::Day { month, day });
    }
    if month.is_some() {
        return of(Field::Month(month));
    }
    if let Some(season) = fields.get(Slot::Season) {
        return of(Field::Season(season));
    }
    if let Some(quarter) = fields.get(Slot::Quarter) {
        return of(Field::Quarter(Some(quarter)));
    }
    let long = fields.has_any(&[Slot::Century, Slot::Decade]);
    if let Some(half) = fields.get(Slot::Half).filter(|_| !long) {
        return of(Field::Half(half));
    }
    if let Some(week) = fields.get(Slot::Week) {
        return of(Field::Week(Some(week)));
    }
    if fields.has(Slot::Decade) {
        return of(Field::Decade);
    }
    if fields.unit() == Some(Granularity::Millennium) && fields.has(Slot::Ordinal) {
        return of(Field::Millennium);
    }
    if fields.has(Slot::Century) {
        return of(Field::Century);
    }
    fields.has_any(&[Slot::Year, Slot::ShortYear]).then(|| Calendar::new(year, Field::Year))
}

/// The rule of the feast that the fields name: of two that it may be, the one that was usual in
/// the year.
fn feast(fields: &Fields, year: Option<i32>) -> Option<i32> {
    let usual_then = year.is_some_and(|year| {
        let bound = |slot: Slot| fields.get(slot).unwrap_or_default();
        (bound(Slot::OrSince)..=bound(Slot::OrUntil)).contains(&year)
    });
    fields.get(if usual_then { Slot::OrHoliday } else { Slot::Holiday })
}

fn system(fields: &Fields) -> Option<CalendarSystem> {
    CalendarSystem::ALL.get(fields.get(Slot::Calendar)? as usize).copied()
}

/// A date of another calendar. Where the words name no year, `year` is a Gregorian one. Months
/// and years of the Julian calendar are not told from the Gregorian ones.
fn in_system(system: CalendarSystem, fields: &Fields, year: i32) -> Option<Calendar> {
    let month = fields.get(Slot::Month).and_then(|month| u32::try_from(month).ok());
    let day = fields.get(Slot::Day).and_then(|day| u32::try_from(day).ok());
    let julian = system == CalendarSystem::Julian;
    let own_year = julian || fields.has(Slot::Year);
    let length = |(start, end): (Moment, Moment)| {
        Calendar::days(start, ((end - start) / Granularity::Day.mean_seconds()) as i32)
    };
    match (month, day) {
        (Some(month), Some(day)) if own_year => system.day(year, month, day).map(Calendar::day),
        (Some(month), Some(day)) => system.day_in_gregorian(year, month, day).map(Calendar::day),
        (Some(month), None) if julian => {
            Some(Calendar::new(Some(year), Field::Month(Some(month as i32))))
        }
        (Some(month), None) if own_year => system.month(year, month).map(length),
        (Some(month), None) => {
            let start = system.day_in_gregorian(year, month, 1)?;
            Some(Calendar::days(start, MONTH_OF_MOON))
        }
        (None, None) if julian => Some(Calendar::new(Some(year), Field::Year)),
        (None, None) if own_year => system.year(year).map(length),
        _ => None,
    }
}

/// The usual length of a month that is counted by the moon.
const MONTH_OF_MOON: i32 = 30;

/// What else the words may name in a year: the date with its numbers read in the other order, or
/// another day of the feast.
pub(super) fn otherwise(fields: &Fields, year: i32) -> Option<Calendar> {
    if let (Some(rule), Some(other)) = (fields.get(Slot::Holiday), fields.get(Slot::OrHoliday)) {
        let rule = if feast(fields, Some(year)) == Some(rule) { other } else { rule };
        return holiday_in(rule, year).map(|day| Calendar::days(day, holiday_days(rule)));
    }
    if !fields.has(Slot::Numeric) {
        return None;
    }
    let (month, day) = (fields.get(Slot::Month)?, fields.get(Slot::Day)?);
    let other = Calendar::new(Some(year), Field::Day { month: Some(day), day: Some(month) });
    other.interval().map(|_| other)
}

/// The day before, where the words name a day by what it is the eve of.
pub(super) fn on_eve(calendar: Calendar, fields: &Fields) -> Calendar {
    if !fields.has(Slot::Eve) || calendar.granularity() != Granularity::Day {
        return calendar;
    }
    let before = |day: Interval| Calendar::day(day.anchor().plus(-1, Granularity::Day));
    calendar.interval().map_or(calendar, before)
}

/// The time of day that the fields name, on a day.
pub(super) fn with_clock(mut calendar: Calendar, fields: &Fields) -> Calendar {
    calendar.utc = fields.get(Slot::Zone) == Some(0);
    if let Some(hour) = fields.get(Slot::Hour) {
        return calendar.at(clock(fields, hour));
    }
    match fields.get(Slot::Part) {
        Some(part) => calendar.at(Clock::Part(part)),
        None => calendar,
    }
}

/// The clock time of the fields.
pub(super) fn clock(fields: &Fields, hour: i32) -> Clock {
    let half = fields.get(Slot::Meridiem).or_else(|| half_of_day(fields.get(Slot::Part), hour));
    let hour = match half {
        Some(0) if hour == 12 => 0,
        Some(1) if hour < 12 => hour + 12,
        _ => hour,
    };
    if let Some(minutes) = fields.get(Slot::MinutesTo) {
        return Clock::Minute((hour + 23) % 24, (60 - minutes).clamp(0, 59));
    }
    // "A quarter to three" is -15 minutes from three.
    let minute = fields.get(Slot::Minute);
    let (hour, minute) = match minute {
        Some(minute) if minute < 0 => ((hour + 23) % 24, Some(minute + 60)),
        _ => (hour, minute),
    };
    match (minute, fields.get(Slot::Second)) {
        (Some(minute), Some(second)) => Clock::Second(hour, minute, second),
        (Some(minute), None) => Clock::Minute(hour, minute),
        (None, _) => Clock::Hour(hour),
    }
}

/// What "in the afternoon", "at night" say of an hour: before noon (0) or after it (1).
fn half_of_day(part: Option<i32>, hour: i32) -> Option<i32> {
    match *PARTS.get(part? as usize)? {
        "AF" | "EV" => Some(1),
        // "Three at night" is before the dawn.
        "NI" if (6..12).contains(&hour) => Some(1),
        "MO" | "NI" => Some(0),
        _ => None,
    }
}
