//! Calendar times: the fields that the words state, and the rest from the reference.

use super::calendar::{Calendar, Clock, Field, monday, weekday_before};
use super::duration::shifted;
use super::expression::Expression;
use super::fields::Fields;
use super::outcome::{Anchor, From, Outcome};
use super::resolve::{Resolver, WEEKEND};
use crate::event::Operation;
use crate::language::{PARTS, Setting, Slot, holiday_in};
use crate::time::{Granularity, Moment};

/// Earlier decades are not called by their tens alone.
const FIRST_NAMED_DECADE: i32 = 1750;

/// How far back a narrative may step before a month without a year is the next year's.
const BACK_MONTHS: i64 = 4;

impl Resolver<'_> {
    /// A calendar time from the fields captured.
    pub(super) fn date(&self, expression: &Expression, joined: Option<&Outcome>) -> Outcome {
        let fields = &expression.fields;
        if let Some(outcome) = self.counted_from_date(expression, joined) {
            return outcome;
        }
        if let Some(outcome) = self.in_counted_year(fields) {
            return outcome;
        }
        let year = self.stated_year(fields, joined);
        let (calendar, from, operation) = match year {
            Some(year) => match stated(fields, Some(year)) {
                Some(calendar) => (calendar, From::Calendar, Operation::AsWritten),
                None => self.no_date(fields),
            },
            None if fields.has(Slot::Weekday) && !fields.has_any(&[Slot::Day]) => {
                self.weekday(expression, joined)
            }
            None if stated(fields, Some(2000)).is_some() => self.completed(expression, joined),
            None => self.no_date(fields),
        };
        let calendar = with_clock(on_eve(calendar, fields), fields);
        Outcome::calendar(calendar, fields.modifier(), from, operation)
    }

    /// "Two days after Easter": so many units from a calendar time.
    fn counted_from_date(
        &self,
        expression: &Expression,
        joined: Option<&Outcome>,
    ) -> Option<Outcome> {
        let fields = &expression.fields;
        let (amount, unit) = (fields.get(Slot::Amount)?, fields.unit()?);
        let direction = fields.get(Slot::Direction)?;
        let mut from = *expression;
        for slot in [Slot::Amount, Slot::Unit, Slot::Direction, Slot::Part, Slot::Mod] {
            from.fields.clear(slot);
        }
        let start = self.date(&from, joined);
        let anchor = start.interval?.anchor();
        let target = shifted(anchor, i64::from(amount) * i64::from(direction), unit);
        let calendar = with_clock(Calendar::holding(target, unit), fields);
        Some(Outcome::calendar(calendar, fields.modifier(), start.from, start.operation))
    }

    /// "June last year", "October of that year": the year is counted, the rest is stated.
    fn in_counted_year(&self, fields: &Fields) -> Option<Outcome> {
        if fields.unit() != Some(Granularity::Year) || !fields.has(Slot::Direction) {
            return None;
        }
        let direction = fields.get(Slot::Direction).unwrap_or(0);
        let anchored = self.is_anchored(fields) == Some(true);
        let operation = Operation::Completed { unit: Granularity::Year };
        let Some((anchor, from)) = self.start(anchored, Granularity::Year) else {
            let calendar = stated(fields, None)?;
            return Some(Outcome::calendar(calendar, fields.modifier(), From::Missing, operation));
        };
        let year = anchor.interval.anchor().civil().year + direction;
        let calendar = with_clock(stated(fields, Some(year))?, fields);
        Some(Outcome::calendar(calendar, fields.modifier(), from, operation))
    }

    /// The year as far as the words say it.
    fn stated_year(&self, fields: &Fields, joined: Option<&Outcome>) -> Option<i32> {
        let bce = fields.get(Slot::Era) == Some(0);
        if let Some(year) = fields.get(Slot::Year) {
            return Some(if bce { 1 - year } else { year });
        }
        if let (Some(century), Some(decade @ 0..100), false) =
            (fields.get(Slot::Century), fields.get(Slot::Decade), bce)
        {
            return Some((century - 1) * 100 + decade);
        }
        if let Some(century) = fields.get(Slot::Century) {
            return Some(if bce { 1 - (century - 1) * 100 } else { (century - 1) * 100 + 1 });
        }
        if let Some(decade) = fields.get(Slot::Decade) {
            return Some(match decade {
                _ if bce => 1 - decade,
                100.. => decade,
                _ => self.past_decade(decade),
            });
        }
        let short = fields.get(Slot::ShortYear)?;
        Some(self.near_century(short, joined))
    }

    /// The decade of that name that is nearest to a story of modern times, which may speak of
    /// what came later; elsewhere the last one that was over: in 2021 "the '20s" are the 1920s.
    fn past_decade(&self, decade: i32) -> i32 {
        let year = |anchor: Anchor| anchor.interval.anchor().civil().year;
        let document = || self.document_anchor().map(|(moment, _)| moment.civil().year);
        let reference = match self.completing() {
            Some((anchor, From::Narrative(_) | From::Section(_)))
                if year(anchor) >= FIRST_NAMED_DECADE =>
            {
                let after = year(anchor) + (decade - year(anchor)).rem_euclid(100);
                return if after - year(anchor) <= 50 { after } else { after - 100 };
            }
            _ => document().unwrap_or(2020),
        };
        let last = reference.div_euclid(10) * 10 - 10;
        last - (last - decade).rem_euclid(100)
    }

    /// The year of two digits that is nearest to the reference, and at most a little after it.
    fn near_century(&self, short: i32, joined: Option<&Outcome>) -> i32 {
        let before = joined.and_then(|outcome| outcome.interval).map(|interval| interval.anchor());
        if let Some(before) = before {
            let start = before.civil().year;
            return start + (short - start).rem_euclid(100);
        }
        let reference = self
            .completing()
            .map(|(anchor, _)| anchor.interval.anchor())
            .or_else(|| self.document_anchor().map(|(moment, _)| moment));
        let year = reference.map_or(2029, |moment| moment.civil().year + 10);
        year - (year - short).rem_euclid(100)
    }

    /// A time that no date goes with: a clock time, or a part of the day.
    fn no_date(&self, fields: &Fields) -> (Calendar, From, Operation) {
        let direction = fields.get(Slot::Direction).unwrap_or(0);
        let operation = Operation::Holding { unit: Granularity::Day };
        let anchored = self.mode == Setting::Narrative;
        let spoken = self.spoken_day().filter(|_| !anchored && !fields.has(Slot::Direction));
        if let Some(anchor) = spoken {
            let day = Calendar::day(anchor.interval.anchor());
            return (day, From::Narrative(anchor), operation);
        }
        match self.start(anchored, Granularity::Day) {
            Some((anchor, from)) if anchor.granularity >= Granularity::Week || !anchored => {
                let day = anchor.interval.anchor().plus(i64::from(direction), Granularity::Day);
                (Calendar::day(day), from, operation)
            }
            Some((anchor, from)) => {
                let mut calendar = Calendar::holding(anchor.interval.anchor(), Granularity::Month);
                if let (Field::Month(month), true) =
                    (calendar.field, anchor.granularity == Granularity::Month)
                {
                    calendar.field = Field::Day { month, day: None };
                } else {
                    calendar.field = Field::Day { month: None, day: None };
                }
                (calendar, from, operation)
            }
            None => (Calendar::unknown(Granularity::Day), From::Missing, operation),
        }
    }

    /// A date without a year.
    fn completed(
        &self,
        expression: &Expression,
        joined: Option<&Outcome>,
    ) -> (Calendar, From, Operation) {
        let fields = &expression.fields;
        let before = joined.filter(|outcome| outcome.interval.is_some());
        let reference = match before {
            Some(outcome) => outcome.interval.map(|interval| {
                let anchor =
                    Anchor { span: expression.span, interval, granularity: outcome.granularity };
                (anchor, outcome.from)
            }),
            None if self.is_anchored(fields) == Some(true) => self.start(true, Granularity::Month),
            None => self.completing(),
        };
        let Some((anchor, from)) = reference else {
            let open = stated(fields, None).unwrap_or(Calendar::unknown(Granularity::Day));
            return (open, From::Missing, Operation::Completed { unit: Granularity::Year });
        };
        // The day alone: "on the 23rd" is of the reference's month.
        if fields.has(Slot::Day) && !fields.has(Slot::Month) {
            return day_of_month(fields, anchor, from);
        }
        let at = anchor.interval.anchor();
        let year = at.civil().year;
        let start = |year: i32| {
            let calendar = stated(fields, Some(year))?;
            calendar.interval().map(|interval| interval.anchor())
        };
        let direction = fields.get(Slot::Direction);
        let (year, operation) =
            if before.is_some() || self.mode == Setting::Narrative && direction.is_none() {
                let year = following(year, at, anchor.granularity, start, before.is_some());
                (year, Operation::Completed { unit: Granularity::Year })
            } else {
                match direction {
                    Some(direction) => directed(year, at, direction, fields, start),
                    None => by_tense(year, at, expression.tense, fields),
                }
            };
        let calendar = stated(fields, Some(year)).unwrap_or(Calendar::unknown(Granularity::Day));
        (calendar, from, operation)
    }

    /// A day of the week, or a weekend.
    fn weekday(
        &self,
        expression: &Expression,
        joined: Option<&Outcome>,
    ) -> (Calendar, From, Operation) {
        let fields = &expression.fields;
        let weekday = fields.get(Slot::Weekday).unwrap_or(1);
        // "From Monday to Friday" ends on the Friday after that Monday.
        if let (true, Some(first), false) =
            (self.ends_range, joined, fields.has(Slot::Direction) || weekday == WEEKEND)
            && let Some(interval) = first.interval
        {
            let day = interval.anchor().plus(7, Granularity::Day);
            return (Calendar::day(weekday_before(day, weekday)), first.from, Operation::Next);
        }
        let anchored = self.mode == Setting::Narrative || self.is_anchored(fields) == Some(true);
        let Some((anchor, from)) = self.start(anchored, Granularity::Day) else {
            let field =
                if weekday == WEEKEND { Field::Weekend(None) } else { Field::Weekday(weekday) };
            return (Calendar::new(None, field), From::Missing, Operation::Nearest);
        };
        let today = anchor.interval.anchor().floor(Granularity::Day);
        let direction = fields.get(Slot::Direction);
        if weekday == WEEKEND {
            return weekend(today, direction, expression.tense, from);
        }
        let last = weekday_before(today, weekday);
        let before = weekday_before(today.plus(-1, Granularity::Day), weekday);
        let next = before.plus(7, Granularity::Day);
        let after = last.plus(7, Granularity::Day);
        let (day, operation) = match direction {
            Some(-1) => (before, Operation::Previous),
            Some(1) => (after, Operation::Next),
            Some(_) => {
                let day = monday(today).plus(i64::from(weekday - 1), Granularity::Day);
                (day, Operation::Nearest)
            }
            None if anchored => (next, Operation::Next),
            None if expression.tense > 0 => (next, Operation::Next),
            None => (last, Operation::Previous),
        };
        (Calendar::day(day), from, operation)
    }
}

/// A day of the month alone: "on the 23rd" is of the reference's month.
fn day_of_month(fields: &Fields, anchor: Anchor, from: From) -> (Calendar, From, Operation) {
    let civil = anchor.interval.anchor().civil();
    let day = fields.get(Slot::Day);
    let month = (anchor.granularity >= Granularity::Month).then_some(civil.month as i32);
    let calendar = Calendar::new(Some(civil.year), Field::Day { month, day });
    (calendar, from, Operation::Completed { unit: Granularity::Month })
}

fn weekend(
    today: Moment,
    direction: Option<i32>,
    tense: i8,
    from: From,
) -> (Calendar, From, Operation) {
    let weeks = match direction {
        Some(direction) => i64::from(direction),
        None if tense > 0 => 0,
        None => -1,
    };
    let saturday = monday(today).plus(weeks * 7 + 5, Granularity::Day);
    let (year, week) = saturday.iso_week();
    let calendar = Calendar::new(Some(year), Field::Weekend(Some(week as i32)));
    (calendar, from, Operation::Shift { amount: weeks, unit: Granularity::Week })
}

/// The date that the fields name in a year. `None` if they name none.
pub(super) fn stated(fields: &Fields, year: Option<i32>) -> Option<Calendar> {
    let of = |field| Some(Calendar::new(year, field));
    if let Some(rule) = fields.get(Slot::Holiday) {
        let in_year = year.and_then(|year| holiday_in(rule, year));
        return match in_year {
            Some(day) => Some(Calendar::day(day)),
            None => of(Field::Day { month: None, day: None }),
        };
    }
    let (month, day) = (fields.get(Slot::Month), fields.get(Slot::Day));
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
    if let Some(half) = fields.get(Slot::Half) {
        return of(Field::Half(half));
    }
    if let Some(week) = fields.get(Slot::Week) {
        return of(Field::Week(Some(week)));
    }
    if fields.has(Slot::Decade) {
        return of(Field::Decade);
    }
    if fields.has(Slot::Century) {
        return of(Field::Century);
    }
    fields.has_any(&[Slot::Year, Slot::ShortYear]).then(|| Calendar::new(year, Field::Year))
}

/// The year of a date in a narrative: near the reference, rather after than before it.
fn following(
    year: i32,
    at: Moment,
    precision: Granularity,
    start: impl Fn(i32) -> Option<Moment>,
    directly: bool,
) -> i32 {
    if precision <= Granularity::Year {
        return year;
    }
    let back = if directly { 0 } else { BACK_MONTHS };
    let earliest = at.floor(Granularity::Month).plus(-back, Granularity::Month);
    (year - 1..=year + 1)
        .find(|&year| start(year).is_some_and(|start| start >= earliest))
        .unwrap_or(year)
}

/// The year of "last May", "this summer", "next January".
fn directed(
    year: i32,
    at: Moment,
    direction: i32,
    fields: &Fields,
    start: impl Fn(i32) -> Option<Moment>,
) -> (i32, Operation) {
    let holds = |year: i32| {
        stated(fields, Some(year))
            .and_then(|calendar| calendar.interval())
            .is_some_and(|interval| interval.earliest_start() <= at && at < interval.latest_end())
    };
    let started = |year: i32| start(year).is_some_and(|start| start <= at);
    match direction {
        -1 => {
            let last = (year - 2..=year).rev().find(|&year| started(year) && !holds(year));
            (last.unwrap_or(year - 1), Operation::Previous)
        }
        1 => {
            let next = (year - 1..=year + 1).find(|&year| !started(year));
            (next.unwrap_or(year + 1), Operation::Next)
        }
        _ => {
            let this = (year - 1..=year).find(|&year| holds(year)).unwrap_or(year);
            (this, Operation::Nearest)
        }
    }
}

/// How much farther a date may lie in the direction that the tense speaks for.
const TENSE_WEIGHT: i64 = 5;

/// The year of a date without one in the news: the nearest, with a bias to the side that the
/// tense speaks for.
fn by_tense(year: i32, at: Moment, tense: i8, fields: &Fields) -> (i32, Operation) {
    let distance = |year: i32| {
        let interval = stated(fields, Some(year)).and_then(|calendar| calendar.interval())?;
        let (ahead, back) = (interval.earliest_start() - at, at - interval.latest_end());
        let weight = match tense {
            -1 if ahead > 0 => TENSE_WEIGHT,
            1 if back > 0 => TENSE_WEIGHT,
            0 if ahead > 0 => 2,
            _ => 1,
        };
        Some(ahead.max(back).max(0) * weight)
    };
    let nearest = (year - 1..=year + 1)
        .filter_map(|year| Some((distance(year)?, year)))
        .min_by_key(|&(distance, year)| (distance, -year));
    let found = nearest.map_or(year, |(_, year)| year);
    let operation = match tense {
        1 => Operation::Next,
        -1 => Operation::Previous,
        _ => Operation::Nearest,
    };
    (found, operation)
}

/// The day before, where the words name a day by what it is the eve of.
fn on_eve(calendar: Calendar, fields: &Fields) -> Calendar {
    match calendar.interval() {
        Some(day) if fields.has(Slot::Eve) && calendar.granularity() == Granularity::Day => {
            Calendar::day(day.anchor().plus(-1, Granularity::Day))
        }
        _ => calendar,
    }
}

fn with_clock(mut calendar: Calendar, fields: &Fields) -> Calendar {
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
    let part = fields.get(Slot::Part).and_then(|part| PARTS.get(part as usize).copied());
    let hour = match (fields.get(Slot::Meridiem), part) {
        (Some(0), _) if hour == 12 => 0,
        (Some(1), _) | (None, Some("AF" | "EV")) if hour < 12 => hour + 12,
        // "Three at night" is in the small hours, "eleven at night" before midnight.
        (None, Some("NI")) if (6..12).contains(&hour) => hour + 12,
        _ => hour,
    };
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
