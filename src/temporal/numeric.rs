//! Dates in numbers: in which order a document writes day and month.

use super::expression::Expression;
use crate::language::{NumericOrder, Slot};

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

/// The order that a date's own numbers allow alone.
fn demanded(expression: &Expression) -> Option<NumericOrder> {
    match numbers(expression)? {
        (13.., 1..=12) => Some(NumericOrder::DayMonth),
        (1..=12, 13..) => Some(NumericOrder::MonthDay),
        _ => None,
    }
}

const fn vote(order: NumericOrder) -> i32 {
    match order {
        NumericOrder::DayMonth => 1,
        NumericOrder::MonthDay => -1,
    }
}
