//! Times counted from a reference: "last year", "two days later", "the past two weeks".

use super::calendar::{Calendar, Clock};
use super::duration::{duration_value, shifted};
use super::expression::{Expression, Offset};
use super::fields::{Fields, ONE, VAGUE};
use super::outcome::{Anchor, From, Outcome};
use super::resolve::{Resolver, amount, unit};
use super::stated::with_clock;
use crate::event::Operation;
use crate::language::{REFERENCES, Setting, Slot};
use crate::time::{Granularity, Interval, Modifier, Moment, TimexType};

impl Resolver<'_> {
    /// So many units on or back.
    pub(super) fn shift(&self, expression: &Expression) -> Outcome {
        let fields = &expression.fields;
        let unit = unit(fields);
        if fields.has_any(&OF_BASE) {
            return self.away_from_named(expression, None);
        }
        let direction = i64::from(fields.get(Slot::Direction).unwrap_or(0));
        let Some(amount) = amount(fields) else {
            return match expression.kind {
                Some(kind @ TimexType::Duration) => {
                    Outcome::open(kind, duration_value(VAGUE, unit), From::Document)
                }
                _ => vague(direction),
            };
        };
        let thousandths = amount * direction;
        let operation = match thousandths {
            0 => Operation::Holding { unit },
            _ => Operation::Shift { amount: thousandths / i64::from(ONE), unit },
        };
        // "this year" in a story is the year that it tells of; "a year ago" never is.
        let anchored =
            self.is_anchored(fields).unwrap_or(self.mode == Setting::Narrative && thousandths == 0);
        let start = match self.quarter {
            Some(quarter) if self.a_year_back(fields) => Some((quarter, From::Narrative(quarter))),
            None if self.longer && self.a_year_back(fields) => self.here(),
            _ => self.start(anchored, unit),
        };
        let onward = thousandths > 0 && anchored;
        let start = start.map(|start| if onward { self.past_range(start) } else { start });
        let Some((anchor, from)) = start else {
            let mut open = Calendar::unknown(unit);
            if let Some(part) = fields.get(Slot::Part) {
                open = open.at(Clock::Part(part));
            }
            return Outcome::calendar(open, fields.modifier(), From::Missing, operation);
        };
        let mut at = anchor.interval.anchor();
        // Hours are counted from the middle of a day that is all that is known.
        let within_day = unit > Granularity::Day && anchor.granularity == Granularity::Day;
        if within_day {
            at = at.plus(12, Granularity::Hour);
        }
        for larger in expression.larger.into_iter().flatten() {
            at = shifted(at, i64::from(larger.thousandths) * direction, larger.unit);
        }
        let target = shifted(at, thousandths, unit);
        // "Two weeks later" is a day, "the following week" is all of it.
        let told = anchored
            && fields.has(Slot::Amount)
            && matches!(from, From::Narrative(_) | From::Section(_));
        // "A decade ago" is about ten years ago, "the last decade" is all of it.
        let rough = fields.has(Slot::Amount)
            && thousandths != 0
            && matches!(unit, Granularity::Decade | Granularity::Century);
        let stated = match unit {
            Granularity::Decade if rough => Granularity::Year,
            Granularity::Century if rough => Granularity::Decade,
            _ => stated(unit, thousandths, anchor.granularity, told),
        };
        let modifier = fields.modifier().or_else(|| rough.then_some(Modifier::Approx));
        // "In May the town fell. Two days later": which day is not known.
        let vague = matches!(from, From::Narrative(_) | From::Section(_))
            && is_vague(stated, anchor.granularity);
        // It is counted from the middle of what is known.
        let inside = vague && unit < Granularity::DayPart;
        let target = if inside { shifted(middle(anchor), thousandths, unit) } else { target };
        let mut calendar = Calendar::holding(target, stated);
        if vague {
            calendar = calendar.some_unit(anchor.granularity);
        }
        if let Some(part) = fields.get(Slot::Part) {
            calendar = calendar.at(Clock::Part(part));
        } else if let Some(hour) = fields.get(Slot::Hour) {
            calendar = calendar.at(super::stated::clock(fields, hour));
        } else if stated > Granularity::Day && anchor.granularity <= Granularity::Day {
            calendar = Calendar::holding(target, Granularity::Day).at(Clock::Unknown);
        }
        let mut outcome = Outcome::calendar(calendar, modifier, from, operation);
        if vague {
            outcome.interval = Calendar::holding(target, anchor.granularity).interval();
            outcome.granularity = anchor.granularity;
            outcome.moves = outcome.interval.is_some();
        }
        outcome.moves &= self.mode == Setting::Narrative || unit > Granularity::Year;
        // Where a corpus leaves the preposition out of "two years ago", the words are an amount
        // of time; their place in time stays that of the shift.
        if expression.kind == Some(TimexType::Duration) {
            outcome.value = duration_value(fields.get(Slot::Amount).unwrap_or(ONE), unit);
        }
        outcome
    }

    /// So many units from a time that the same words name: "two days after Easter".
    pub(super) fn away_from_named(
        &self,
        expression: &Expression,
        joined: Option<&Outcome>,
    ) -> Outcome {
        let fields = &expression.fields;
        let mut named = expression.clone();
        for slot in OF_SHIFT {
            named.fields.clear(slot);
        }
        let direction = fields.get(Slot::Direction).unwrap_or(1);
        let stated = fields.get(Slot::Amount).unwrap_or(ONE);
        let offset = Offset {
            thousandths: stated.saturating_mul(direction),
            unit: unit(fields),
            whole: false,
            to_day: false,
        };
        away_from(&self.date(&named, joined), offset, fields)
    }

    /// Whether it is "a year earlier" in a report that speaks of quarters: the same quarter then.
    fn a_year_back(&self, fields: &Fields) -> bool {
        self.mode == Setting::News
            && unit(fields) == Granularity::Year
            && fields.get(Slot::Direction) == Some(-1)
            && (fields.has(Slot::Anchor) || fields.has(Slot::Amount))
            && amount(fields) == Some(i64::from(ONE))
    }

    /// An amount of time that ends or starts at the reference: "over the next four years, he won" goes on
    /// from what was told (the tense is that around it, as of an expression).
    pub(super) fn stretch(&self, fields: &Fields, tense: i8) -> Outcome {
        let unit = unit(fields);
        let direction = i64::from(fields.get(Slot::Direction).unwrap_or(-1));
        let stated = fields.get(Slot::Amount).unwrap_or(ONE);
        let mut outcome =
            Outcome::open(TimexType::Duration, duration_value(stated, unit), From::Missing);
        let Some(amount) = amount(fields) else {
            return outcome;
        };
        let whole = amount / i64::from(ONE) * direction;
        outcome.operation = Operation::Stretch { amount: whole, unit };
        let went_on = direction > 0 && tense == -1 && self.told().is_some();
        let anchored = self.is_anchored(fields).unwrap_or(went_on);
        let Some((anchor, from)) = self.start(anchored, unit) else {
            return outcome;
        };
        outcome.from = from;
        let now = anchor.interval.anchor();
        // "The next three days" start with tomorrow.
        let days_ahead = direction > 0 && (Granularity::Week..=Granularity::Day).contains(&unit);
        let at = if days_ahead { now.ceil_after(Granularity::Day) } else { now };
        let other = shifted(at, amount * direction, unit);
        // What lies behind a day ends with that day.
        let until = if anchor.granularity == Granularity::Day && direction < 0 {
            anchor.interval.latest_end()
        } else {
            at
        };
        outcome.interval = Some(Interval::within(at.min(other), until.max(other), unit));
        outcome.granularity = unit;
        outcome
    }
}

/// What says how far from a named time another one lies, and how it is narrowed.
const OF_SHIFT: [Slot; 7] =
    [Slot::Amount, Slot::Unit, Slot::Direction, Slot::Anchor, Slot::Part, Slot::Hour, Slot::Mod];

/// The middle of a time.
fn middle(anchor: Anchor) -> Moment {
    let (start, end) = (anchor.interval.earliest_start(), anchor.interval.latest_end());
    start.plus_seconds((end - start) / 2)
}

/// A time so far from the one that was found, with the clock time and the modifier of `fields`.
pub(super) fn away_from(base: &Outcome, offset: Offset, fields: &Fields) -> Outcome {
    let Offset { thousandths, unit, whole, to_day } = offset;
    let thousandths = i64::from(thousandths);
    let operation = Operation::Shift { amount: thousandths / i64::from(ONE), unit };
    let Some(interval) = base.interval else {
        return Outcome::calendar(Calendar::unknown(unit), None, base.from, operation);
    };
    let target = shifted(interval.anchor(), thousandths, unit);
    if whole {
        let value = duration_value(offset.thousandths, unit);
        let operation = Operation::Stretch { amount: thousandths / i64::from(ONE), unit };
        let interval = Some(Interval::within(interval.anchor(), target, unit));
        let outcome = Outcome::open(TimexType::Duration, value, base.from);
        return Outcome { interval, operation, granularity: unit, ..outcome };
    }
    let precision = match stated(unit, thousandths, base.granularity, true) {
        precision if to_day => precision.max(base.granularity),
        precision => precision,
    };
    let calendar = Calendar::holding(target, precision);
    if is_vague(precision, base.granularity) {
        let within = Calendar::holding(target, base.granularity);
        let some = calendar.some_unit(base.granularity);
        let outcome = Outcome::calendar(within, fields.modifier(), base.from, operation);
        return Outcome { value: some.value(), ..outcome };
    }
    let calendar = with_clock(calendar, fields);
    Outcome::calendar(calendar, fields.modifier(), base.from, operation)
}

/// Whether a time that is named to a unit is counted from one that is known less precisely: which
/// month is three months after 1990 is not known.
fn is_vague(unit: Granularity, reference: Granularity) -> bool {
    match unit {
        Granularity::Day => reference < Granularity::Week,
        Granularity::Week | Granularity::Month => reference == Granularity::Year,
        _ => false,
    }
}

/// What names a time to count from within a pattern that counts.
const OF_BASE: [Slot; 5] = [Slot::Year, Slot::Month, Slot::Day, Slot::Weekday, Slot::Holiday];

/// How precisely the end of a shift is known: as the unit says, and no finer than its reference.
fn stated(
    unit: Granularity,
    thousandths: i64,
    reference: Granularity,
    anchored: bool,
) -> Granularity {
    // "a year earlier", said of a quarter, is that quarter of the year before.
    if unit == Granularity::Year && reference == Granularity::Quarter {
        return Granularity::Quarter;
    }
    if anchored && unit == Granularity::Week && reference >= Granularity::Day {
        return Granularity::Day;
    }
    let parts = thousandths % i64::from(ONE) != 0;
    if unit == Granularity::Year && parts { Granularity::Month } else { unit }
}

fn vague(direction: i64) -> Outcome {
    let value = if direction < 0 { REFERENCES[0] } else { REFERENCES[2] };
    Outcome::open(TimexType::Date, value.to_owned(), From::Calendar)
}
