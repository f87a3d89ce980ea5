//! Dates in numbers: in which order a document writes day and month.

use super::expression::Expression;
use super::fields::Fields;
use super::weekday::number_of;
use crate::language::{NumericOrder, Slot};
use crate::time::Moment;

/// Puts the fields of numeric dates in order: as the numbers themselves demand, else as most of
/// the document's other dates do, else as is usual in the language. Dates that can be read one
/// way only are no longer marked as numeric; those that are no dates at all are left out.
pub(super) fn settle(expressions: &mut Vec<Expression>, usual: NumericOrder) {
    let vote: i32 = expressions.iter().filter_map(demanded).map(vote).sum();
    let order = match vote {
        0 => usual,
        1.. => NumericOrder::DayMonth,
        _ => NumericOrder::MonthDay,
    };
    expressions.retain_mut(|expression| {
        let Some((first, second)) = numbers(expression) else { return true };
        if first > 12 && second > 12 {
            return false;
        }
        let demanded = demanded(expression);
        if demanded.unwrap_or(order) == NumericOrder::DayMonth {
            expression.fields.set(Slot::Month, second);
            expression.fields.set(Slot::Day, first);
        }
        if demanded.is_some() || first == second {
            expression.fields.clear(Slot::Numeric);
        }
        true
    });
}

/// The two numbers of a numeric date as they are written.
fn numbers(expression: &Expression) -> Option<(i32, i32)> {
    let fields = &expression.fields;
    let pair = (fields.get(Slot::Month)?, fields.get(Slot::Day)?);
    fields.has(Slot::Numeric).then_some(pair)
}

/// The order that a date's own numbers allow alone, or the day of the week beside them.
fn demanded(expression: &Expression) -> Option<NumericOrder> {
    match numbers(expression)? {
        (13.., 1..=12) => Some(NumericOrder::DayMonth),
        (1..=12, 13..) => Some(NumericOrder::MonthDay),
        (first, second) => {
            let year = expression.fields.get(Slot::Year)?;
            let fits = |month, day| falls(&expression.fields, year, month, day);
            match (fits(first, second)?, fits(second, first)?) {
                (true, false) => Some(NumericOrder::MonthDay),
                (false, true) => Some(NumericOrder::DayMonth),
                _ => None,
            }
        }
    }
}

/// Whether a date falls on the day of the week that the fields name. `None` if they name none.
fn falls(fields: &Fields, year: i32, month: i32, day: i32) -> Option<bool> {
    let weekday = fields.get(Slot::Weekday)?;
    let date = Moment::from_ymd(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?);
    Some(date.is_some_and(|date| number_of(date.weekday()) == weekday))
}

/// The fields of a date without a year, its numbers read in the order in which it falls on the
/// day of the week that is named with them, near `at`.
pub(super) fn in_fitting_order(fields: &Fields, at: Moment) -> Fields {
    let (Some(first), Some(second), true) =
        (fields.get(Slot::Month), fields.get(Slot::Day), fields.has(Slot::Numeric))
    else {
        return fields.clone();
    };
    let year = at.civil().year;
    let fits = |month, day| {
        (year - 1..=year + 1).any(|year| {
            let date = Moment::from_ymd(year, month as u32, day as u32);
            let near = date.is_some_and(|date| (date - at).abs() < NEAR_S);
            near && falls(fields, year, month, day) == Some(true)
        })
    };
    let mut fitting = fields.clone();
    if !fits(first, second) && fits(second, first) {
        fitting.set(Slot::Month, second);
        fitting.set(Slot::Day, first);
    }
    fitting
}

/// Seconds from the reference within which a date without a year is looked for: half a year.
const NEAR_S: i64 = 183 * 24 * 3600;

const fn vote(order: NumericOrder) -> i32 {
    match order {
        NumericOrder::DayMonth => 1,
        NumericOrder::MonthDay => -1,
    }
}
