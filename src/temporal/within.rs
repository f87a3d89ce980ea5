//! A unit within a calendar time: "the first week of March", "the last days of 1941".

use super::calendar::Calendar;
use super::duration::duration_value;
use super::expression::Expression;
use super::fields::{Fields, ONE, VAGUE};
use super::outcome::{From, Outcome};
use super::resolve::{Resolver, WEEKEND, unit};
use super::stated::with_clock;
use crate::event::{Operation, Reading};
use crate::language::{Setting, Slot};
use crate::time::{Granularity, Interval, Moment, TimexType};

impl Resolver<'_> {
    /// The unit that the ordinal picks within the date of the other fields, or within a period
    /// that is counted from the reference.
    pub(super) fn within(&self, expression: &Expression, joined: Option<&Outcome>) -> Outcome {
        let fields = &expression.fields;
        let unit = unit(fields);
        let mut ordinal = fields.get(Slot::Ordinal).or(fields.get(Slot::Day)).unwrap_or(1);
        let amount = fields.get(Slot::Amount);
        let weekday = fields.get(Slot::Weekday);
        let mut outer = expression.clone();
        for slot in [Slot::Weekday, Slot::Mod, Slot::Hour, Slot::Part] {
            outer.fields.clear(slot);
        }
        if fields.has(Slot::Holiday) {
            outer.fields.clear(Slot::Direction);
        }
        let mut outcome = if let Some(period) = fields.get(Slot::Period) {
            self.period(fields, period)
        } else {
            // "The third last day of May".
            if fields.get(Slot::Direction) == Some(-1) && fields.has(Slot::Month) {
                ordinal = -ordinal.abs();
                outer.fields.clear(Slot::Direction);
            }
            self.date(&outer, joined)
        };
        let beside = fields.has(Slot::Holiday).then(|| fields.get(Slot::Direction)).flatten();
        let pick = |outer: Interval| {
            let (mut from, mut to) = (outer.earliest_start(), outer.latest_end());
            // "The second Sunday after Easter", "the Friday before Christmas".
            match beside {
                Some(1) => (from, to) = (to, to.plus(1, Granularity::Year)),
                Some(-1) => (from, to) = (from.plus(-1, Granularity::Year), from),
                _ => {}
            }
            let ordinal = if beside == Some(-1) { -ordinal.abs() } else { ordinal };
            match weekday {
                Some(WEEKEND) => nth_weekday(from, to, 6, ordinal).map(|saturday| {
                    let start = saturday.earliest_start();
                    Interval::within(start, start.plus(2, Granularity::Day), Granularity::Day)
                }),
                Some(weekday) => nth_weekday(from, to, weekday, ordinal),
                None => nth_units(from, to, ordinal, amount.unwrap_or(ONE), unit),
            }
        };
        let inner = outcome.interval.and_then(pick);
        outcome.alternatives = std::mem::take(&mut outcome.alternatives)
            .into_iter()
            .filter_map(|other| Some(Reading { interval: pick(other.interval)?, ..other }))
            .collect();
        outcome.granularity = unit;
        outcome.interval = inner;
        if unit == Granularity::Day && amount.is_none() {
            let day = inner.map(|inner| Calendar::day(inner.earliest_start()));
            let calendar = with_clock(day.unwrap_or(Calendar::unknown(Granularity::Day)), fields);
            let mut placed =
                Outcome::calendar(calendar, fields.modifier(), outcome.from, outcome.operation);
            placed.alternatives = outcome.alternatives;
            if weekday == Some(WEEKEND) {
                placed.interval = inner;
            }
            return placed;
        }
        outcome.kind = TimexType::Duration;
        outcome.value = duration_value(amount.unwrap_or(ONE), unit);
        outcome.moves = inner.is_some();
        outcome
    }

    /// The period that lies in a direction from the reference: "next month", "that year".
    fn period(&self, fields: &Fields, period: i32) -> Outcome {
        let unit = Granularity::ALL.get(period as usize).copied().unwrap_or(Granularity::Month);
        let direction = i64::from(fields.get(Slot::Direction).unwrap_or(0));
        let operation = Operation::Shift { amount: direction, unit };
        let anchored = fields.get(Slot::Anchor) == Some(1) || self.mode == Setting::Narrative;
        let Some((anchor, from)) = self.start(anchored, unit) else {
            return Outcome::calendar(Calendar::unknown(unit), None, From::Missing, operation);
        };
        let target = anchor.interval.anchor().plus(direction, unit);
        Outcome::calendar(Calendar::holding(target, unit), None, from, operation)
    }
}

fn nth_weekday(from: Moment, to: Moment, weekday: i32, ordinal: i32) -> Option<Interval> {
    let day = if ordinal < 0 {
        let last = super::calendar::weekday_before(to.plus(-1, Granularity::Day), weekday);
        last.plus(i64::from(ordinal + 1) * 7, Granularity::Day)
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
        let end = to.plus(i64::from(ordinal + 1) * count, unit);
        (end.plus(-count, unit), end)
    } else {
        let start = from.plus(i64::from(ordinal - 1) * count, unit);
        (start, start.plus(count, unit))
    };
    (from <= start && end <= to).then(|| Interval::within(start, end, unit))
}
