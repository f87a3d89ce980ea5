//! A unit within a calendar time: "the first week of March", "the last days of 1941".

use super::calendar::Calendar;
use super::duration::duration_value;
use super::expression::Expression;
use super::fields::{ONE, VAGUE};
use super::outcome::Outcome;
use super::resolve::{Resolver, unit};
use crate::language::Slot;
use crate::time::{Granularity, Interval, Moment, TimexType};

impl Resolver<'_> {
    /// The unit that the ordinal picks within the date of the other fields.
    pub(super) fn within(&self, expression: &Expression, joined: Option<&Outcome>) -> Outcome {
        let fields = &expression.fields;
        let unit = unit(fields);
        let ordinal = fields.get(Slot::Ordinal).unwrap_or(1);
        let amount = fields.get(Slot::Amount);
        let weekday = fields.get(Slot::Weekday);
        let mut outer = *expression;
        outer.fields.clear(Slot::Weekday);
        outer.fields.clear(Slot::Mod);
        let mut outcome = self.date(&outer, joined);
        let inner = outcome.interval.and_then(|outer| {
            let (from, to) = (outer.earliest_start(), outer.latest_end());
            match weekday {
                Some(weekday) => nth_weekday(from, to, weekday, ordinal),
                None => nth_units(from, to, ordinal, amount.unwrap_or(ONE), unit),
            }
        });
        outcome.granularity = unit;
        outcome.interval = inner;
        if unit == Granularity::Day && amount.is_none() {
            outcome.kind = TimexType::Date;
            let day = inner.map(|inner| Calendar::day(inner.earliest_start()));
            outcome.value = day.unwrap_or(Calendar::unknown(Granularity::Day)).value();
        } else {
            outcome.kind = TimexType::Duration;
            outcome.value = duration_value(amount.unwrap_or(ONE), unit);
        }
        outcome.moves = inner.is_some();
        outcome
    }
}

fn nth_weekday(from: Moment, to: Moment, weekday: i32, ordinal: i32) -> Option<Interval> {
    let day = if ordinal < 0 {
        super::calendar::weekday_before(to.plus(-1, Granularity::Day), weekday)
    } else {
        let first = super::calendar::weekday_before(from.plus(6, Granularity::Day), weekday);
        first.plus(i64::from(ordinal - 1) * 7, Granularity::Day)
    };
    (from <= day && day < to).then(|| Interval::unit(day, Granularity::Day))
}

fn nth_units(
    from: Moment,
    to: Moment,
    ordinal: i32,
    amount: i32,
    unit: Granularity,
) -> Option<Interval> {
    // "the last days": how many is not said.
    let count = if amount == VAGUE { 3 } else { i64::from(amount / ONE).max(1) };
    let (start, end) = if ordinal < 0 {
        (to.plus(-count, unit), to)
    } else {
        let start = from.plus(i64::from(ordinal - 1) * count, unit);
        (start, start.plus(count, unit))
    };
    (from <= start && end <= to).then(|| Interval::within(start, end, unit))
}
