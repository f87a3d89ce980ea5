//! Logs, whose lines open with clock times as armies, fire brigades and ships write them: "0540
//! Two explosions", "1915 Bridge destroyed". Four digits may be a year as well, so a text is a log
//! only if some of its lines open with what no year can be.

use super::expression::Expression;
use crate::language::{Gives, Slot, Texts};

/// How many lines of a log open with clock times.
const LINES: usize = 3;

/// How many of them no year can be: "0540", "2215".
const SURE: usize = 2;

/// No log speaks of years before this one in four digits only.
const RECENT: i32 = 1900;

/// Keeps the clock times that open the lines of a log, where the text is one, and reads those
/// among them that could be years; elsewhere takes them out again.
pub(super) fn settle(expressions: &mut Vec<Expression>) {
    let sure = expressions.iter().filter(|e| e.texts == Some(Texts::Log)).count();
    if sure == 0 {
        return;
    }
    let opens = |e: &Expression| {
        e.opening.is_some_and(|opening| opening.first && opening.block) && clock_of(e).is_some()
    };
    let opening = expressions.iter().filter(|e| opens(e)).count();
    if sure < SURE || sure + opening < LINES {
        expressions.retain(|expression| expression.texts != Some(Texts::Log));
        return;
    }
    for expression in expressions {
        let opens = opens(expression);
        if let Some(clock) = clock_of(expression).filter(|&year| opens || year < RECENT) {
            let fields = &mut expression.fields;
            fields.clear(Slot::Year);
            fields.set(Slot::TimeGroup, clock);
            fields.ungroup();
            expression.texts = Some(Texts::Log);
        }
    }
}

/// The year that is all that an expression states, if its digits may be a clock time.
fn clock_of(expression: &Expression) -> Option<i32> {
    let year = expression.fields.bare_year().filter(|_| expression.gives == Gives::Date)?;
    (year < 2400 && year % 100 < 60).then_some(year)
}
