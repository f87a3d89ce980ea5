//! Times counted from a reference: "last year", "two days later", "the past two weeks".

use super::calendar::{Calendar, Clock};
use super::duration::{duration_value, shifted};
use super::expression::Expression;
use super::fields::{Fields, ONE, VAGUE};
use super::outcome::{From, Outcome};
use super::resolve::{Resolver, amount, unit};
use crate::event::Operation;
use crate::language::{REFERENCES, Setting, Slot};
use crate::time::{Granularity, Interval, TimexType};

impl Resolver<'_> {
    /// So many units on or back.
    pub(super) fn shift(&self, expression: &Expression) -> Outcome {
        let fields = &expression.fields;
        let unit = unit(fields);
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
            _ => self.start(anchored, unit),
        };
        let Some((anchor, from)) = start else {
            let mut open = Calendar::unknown(unit);
            if let Some(part) = fields.get(Slot::Part) {
                open = open.at(Clock::Part(part));
            }
            return Outcome::calendar(open, fields.modifier(), From::Missing, operation);
        };
        let target = shifted(anchor.interval.anchor(), thousandths, unit);
        let stated = stated(unit, thousandths, anchor.granularity, anchored);
        let mut calendar = Calendar::holding(target, stated);
        if let Some(part) = fields.get(Slot::Part) {
            calendar = calendar.at(Clock::Part(part));
        } else if let Some(hour) = fields.get(Slot::Hour) {
            calendar = calendar.at(super::complete::clock(fields, hour));
        } else if stated > Granularity::Day && anchor.granularity <= Granularity::Day {
            calendar = Calendar::holding(target, Granularity::Day).at(Clock::Unknown);
        }
        let mut outcome = Outcome::calendar(calendar, fields.modifier(), from, operation);
        outcome.moves &= self.mode == Setting::Narrative || unit > Granularity::Year;
        // Where a corpus leaves the preposition out of "two years ago", the words are an amount
        // of time; their place in time stays that of the shift.
        if expression.kind == Some(TimexType::Duration) {
            outcome.value = duration_value(fields.get(Slot::Amount).unwrap_or(ONE), unit);
        }
        outcome
    }

    /// Whether it is "a year earlier" in a report that speaks of quarters: the same quarter then.
    fn a_year_back(&self, fields: &Fields) -> bool {
        self.mode == Setting::News
            && unit(fields) == Granularity::Year
            && fields.get(Slot::Direction) == Some(-1)
            && (fields.has(Slot::Anchor) || fields.has(Slot::Amount))
            && amount(fields) == Some(i64::from(ONE))
    }

    /// An amount of time that ends or starts at the reference.
    pub(super) fn stretch(&self, fields: &Fields) -> Outcome {
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
        let anchored = self.is_anchored(fields) == Some(true);
        let Some((anchor, from)) = self.start(anchored, unit) else {
            return outcome;
        };
        outcome.from = from;
        let at = anchor.interval.anchor();
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
    if thousandths % i64::from(ONE) != 0 && unit == Granularity::Year {
        return Granularity::Month;
    }
    unit
}

fn vague(direction: i64) -> Outcome {
    let value = if direction < 0 { REFERENCES[0] } else { REFERENCES[2] };
    Outcome::open(TimexType::Date, value.to_owned(), From::Calendar)
}
