//! Opening times: "Monday to Friday, 9 a.m. to 5 p.m." is every week.

use super::expression::{Expression, Joined};
use super::join::OF_DAY;
use crate::language::{Gives, Slot};

/// Bytes between the days and the hours: ", from ".
const BETWEEN: u32 = 8;

/// Makes recurrences of the days of the week from one to another that hours stand behind, from one
/// to another as well, where no verb tells of a past or a future.
pub(super) fn settle(expressions: &mut [Expression]) {
    for at in 0..expressions.len() {
        if opens_hours(&expressions[at..]) {
            expressions[at].gives = Gives::Set;
            expressions[at + 1].gives = Gives::Set;
        }
    }
}

fn opens_hours(from: &[Expression]) -> bool {
    let [first, last, rest @ ..] = from else { return false };
    let of_week = |day: &Expression| {
        let named = OF_DAY.iter().filter(|&&slot| day.fields.has(slot));
        day.gives == Gives::Date
            && day.fields.has(Slot::Weekday)
            && named.filter(|&&slot| slot != Slot::Direction).count() == 1
    };
    // "Until Sunday" may point ahead of itself, "next Monday to Friday" is of one week.
    let days = first.joined == Joined::Range
        && first.tense == 0
        && of_week(first)
        && of_week(last)
        && !first.fields.has_any(&[Slot::Hour, Slot::Direction]);
    days && match rest {
        // "Friday, 8.30 a.m." to "5 p.m."
        [end, ..] if last.fields.has(Slot::Hour) => last.joined == Joined::Range && is_clock(end),
        [start, end, ..] => {
            let near = start.span.start.saturating_sub(last.span.end) <= BETWEEN;
            near && start.joined == Joined::Range && is_clock(start) && is_clock(end)
        }
        _ => false,
    }
}

/// Whether it is a clock time of no day.
fn is_clock(time: &Expression) -> bool {
    time.fields.has(Slot::Hour) && !time.fields.has_any(&OF_DAY)
}
