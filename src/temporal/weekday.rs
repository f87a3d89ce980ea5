//! Days of the week, and days of the month that are named with them.

use super::calendar::{Calendar, Field, monday, weekday_before};
use super::complete::TENSE_WEIGHT;
use super::expression::Expression;
use super::fields::Fields;
use super::outcome::{Anchor, From, Outcome};
use super::placed::Placed;
use super::resolve::{Resolver, WEEKEND};
use crate::event::Operation;
use crate::language::{Setting, Slot};
use crate::time::{Granularity, Interval, Moment, Weekday};

impl Resolver<'_> {
    /// A day of the week, or a weekend.
    pub(super) fn weekday(&self, expression: &Expression, joined: Option<&Outcome>) -> Placed {
        let fields = &expression.fields;
        let weekday = fields.get(Slot::Weekday).unwrap_or(1);
        // "From Monday to Friday" ends on the Friday after that Monday. In the news "from 14
        // September to Thursday" ends on the one that the document's day tells.
        let far = |first: Interval| {
            self.mode == Setting::News
                && self.here().is_some_and(|(here, _)| {
                    (here.interval.anchor() - first.anchor()).abs() > FAR_S
                })
        };
        if let (true, Some(first), false) =
            (self.ends_range, joined, fields.has(Slot::Direction) || weekday == WEEKEND)
            && let Some(interval) = first.interval.filter(|interval| !far(*interval))
        {
            // "9 to 5 on Saturday" ends on the same one.
            let ahead = if fields.has(Slot::Hour) { 6 } else { 7 };
            let end = |first: Interval| {
                let day = first.anchor().plus(ahead, Granularity::Day);
                Calendar::day(weekday_before(day, weekday))
            };
            let mut placed = Placed::new(end(interval), first.from, Operation::Next);
            for other in &first.alternatives {
                placed = placed.or(Some(end(other.interval)), other.operation.clone());
            }
            return placed;
        }
        // "Last Tuesday" is counted from the document's day in a story too, where that is known, and
        // every day of the week in a diary from the day of the entry, and where a story tells of the document's day.
        let deictic = fields.has(Slot::Direction) && self.document.is_some()
            || self.tells_of_today()
            || matches!(self.here(), Some((_, From::Section(_))));
        let in_story = self.mode == Setting::Narrative && !deictic;
        let anchored = self.is_anchored(fields).unwrap_or(in_story);
        let Some((anchor, from)) = self.start(anchored, Granularity::Day) else {
            let field =
                if weekday == WEEKEND { Field::Weekend(None) } else { Field::Weekday(weekday) };
            return Placed::new(Calendar::new(None, field), From::Missing, Operation::Nearest);
        };
        let today = anchor.interval.anchor().floor(Granularity::Day);
        let direction = fields.get(Slot::Direction);
        // "Friday, 8 p.m.: concert": without a verb it is what is to come.
        let clock = fields.has(Slot::Hour) || expression.clock_follows;
        let announced = expression.tense == 0 && clock;
        if weekday == WEEKEND {
            return weekend(today, direction, expression.tense, from);
        }
        let last = weekday_before(today, weekday);
        let before = weekday_before(today.plus(-1, Granularity::Day), weekday);
        let next = before.plus(7, Granularity::Day);
        let after = last.plus(7, Granularity::Day);
        let (day, operation) = match direction {
            // "The Friday after next" is a week on from the next one.
            Some(weeks @ ..=-1) => {
                (before.plus(7 * i64::from(weeks + 1), Granularity::Day), Operation::Previous)
            }
            Some(weeks @ 1..) => {
                (after.plus(7 * i64::from(weeks - 1), Granularity::Day), Operation::Next)
            }
            Some(_) => {
                let day = monday(today).plus(i64::from(weekday - 1), Granularity::Day);
                (day, Operation::Nearest)
            }
            None if anchored => (next, Operation::Next),
            None if expression.tense > 0 || announced => (next, Operation::Next),
            None => (last, Operation::Previous),
        };
        let placed = Placed::new(Calendar::day(day), from, operation);
        if direction.is_none() && !anchored && expression.tense == 0 {
            // Nothing says whether it is past or to come.
            let (other, operation) =
                if announced { (last, Operation::Previous) } else { (after, Operation::Next) };
            return placed.or(Some(Calendar::day(other)), operation);
        }
        placed
    }
}

/// Seconds from the document's day beyond which no day of the week is counted from a date.
const FAR_S: i64 = 10 * 24 * 3600;

/// How many months away a day of the week and of the month are looked for.
const MONTHS_AWAY: i64 = 7;

/// A day of the month alone: "on the 23rd" is of the reference's month; "Friday the 13th" of the
/// nearest month in which it is a Friday. In the news the tense may tell another month.
pub(super) fn day_of_month(
    fields: &Fields,
    anchor: Anchor,
    from: From,
    tense: Option<i8>,
) -> Placed {
    let placed = within_month(fields, anchor, from, tense.unwrap_or(0));
    let (Some(tense), From::Document) = (tense, from) else { return placed };
    let Some(day) = placed.calendar.interval().filter(|_| !fields.has(Slot::Weekday)) else {
        return placed;
    };
    let now = anchor.interval;
    let (months, operation) = if day.earliest_start() < now.earliest_start() {
        (1, Operation::Next)
    } else if day.earliest_start() >= now.latest_end() {
        (-1, Operation::Previous)
    } else {
        return placed;
    };
    let month = now.anchor().floor(Granularity::Month).plus(months, Granularity::Month);
    let civil = month.civil();
    let other = fields
        .get(Slot::Day)
        .and_then(|day| Moment::from_ymd(civil.year, civil.month, day as u32))
        .map(Calendar::day);
    match other {
        Some(other) if i64::from(tense.signum()) == months => Placed::new(other, from, operation),
        _ if tense == 0 => placed.or(other, operation),
        _ => placed,
    }
}

fn within_month(fields: &Fields, anchor: Anchor, from: From, tense: i8) -> Placed {
    let at = anchor.interval.anchor();
    let operation = Operation::Completed { unit: Granularity::Month };
    let in_month = |month: Moment| {
        let civil = month.civil();
        Moment::from_ymd(civil.year, civil.month, fields.get(Slot::Day)? as u32)
    };
    if let Some(weekday) = fields.get(Slot::Weekday)
        && anchor.granularity >= Granularity::Month
    {
        let away = |day: Moment| {
            let against = if day < at { tense > 0 } else { tense < 0 };
            (day - at).abs() * if against { TENSE_WEIGHT } else { 1 }
        };
        let found = (-MONTHS_AWAY..=MONTHS_AWAY)
            .filter_map(|months| {
                in_month(at.floor(Granularity::Month).plus(months, Granularity::Month))
            })
            .filter(|day| number_of(day.weekday()) == weekday)
            .min_by_key(|&day| away(day));
        if let Some(day) = found {
            return Placed::new(Calendar::day(day), from, operation);
        }
    }
    let civil = at.civil();
    let month = (anchor.granularity >= Granularity::Month).then_some(civil.month as i32);
    let day = fields.get(Slot::Day);
    let calendar = Calendar::new(Some(civil.year), Field::Day { month, day });
    Placed::new(calendar, from, operation)
}

/// 1 (Monday) to 7.
pub(super) const fn number_of(weekday: Weekday) -> i32 {
    weekday.num_days_from_monday() as i32 + 1
}

fn weekend(today: Moment, direction: Option<i32>, tense: i8, from: From) -> Placed {
    let saturday = monday(today).plus(5, Granularity::Day);
    let weeks = match direction {
        // "was held this weekend", on a Monday: the one that is just over.
        Some(0) if tense < 0 && today < saturday => -1,
        Some(direction) => i64::from(direction),
        None if tense > 0 => 0,
        None => -1,
    };
    let calendar = |weeks: i64| {
        let saturday = monday(today).plus(weeks * 7 + 5, Granularity::Day);
        let (year, week) = saturday.iso_week();
        Calendar::new(Some(year), Field::Weekend(Some(week as i32)))
    };
    let shift = |weeks: i64| Operation::Shift { amount: weeks, unit: Granularity::Week };
    let placed = Placed::new(calendar(weeks), from, shift(weeks));
    if direction.is_none() && tense == 0 { placed.or(Some(calendar(0)), shift(0)) } else { placed }
}

/// Whether a day falls on the day of the week that the words name beside it.
pub(super) fn fits_weekday(fields: &Fields, day: Interval) -> bool {
    let named = fields.get(Slot::Weekday).filter(|weekday| *weekday <= 7);
    named.is_none_or(|weekday| number_of(day.earliest_start().weekday()) == weekday)
}
