//! Days of the week that their neighbours make recurrences of: "Monday to Friday, 9 a.m. to 5 p.m.",
//! "Monday and Tuesday nights".

use super::expression::{Expression, Joined};
use super::join::OF_DAY;
use crate::language::{Gives, Slot};

/// Bytes between the days and the hours: ", from ".
const BETWEEN: u32 = 8;

/// Makes recurrences of days of the week: of those from one to another that hours stand behind,
/// from one to another as well, where no verb tells of a past or a future; and of those that are
/// listed with parts of every week.
pub(super) fn settle(expressions: &mut [Expression]) {
    for at in 0..expressions.len() {
        if opens_hours(&expressions[at..]) {
            expressions[at].gives = Gives::Set;
            expressions[at + 1].gives = Gives::Set;
        }
    }
    for at in (1..expressions.len()).rev() {
        let (before, from) = expressions.split_at_mut(at);
        if let (Some(day), [next, ..]) = (before.last_mut(), from)
            && day.joined == Joined::List
            && is_of_week(day)
            && next.gives == Gives::Set
            && let (true, Some(part)) =
                (next.fields.has(Slot::Weekday), next.fields.get(Slot::Part))
        {
            day.gives = Gives::Set;
            day.fields.set(Slot::Part, part);
        }
    }
}

fn opens_hours(from: &[Expression]) -> bool {
    let [first, last, rest @ ..] = from else { return false };
    // "Until Sunday" may point ahead of itself, "next Monday to Friday" is of one week.
    let days = first.joined == Joined::Range
        && first.tense == 0
        && is_of_week(first)
        && is_of_week(last)
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

/// Whether it is a day of the week that nothing else tells of which one.
fn is_of_week(day: &Expression) -> bool {
    let named = OF_DAY.iter().filter(|&&slot| day.fields.has(slot));
    day.gives == Gives::Date
        && day.fields.has(Slot::Weekday)
        && named.filter(|&&slot| slot != Slot::Direction).count() == 1
}

/// Whether it is a clock time of no day.
fn is_clock(time: &Expression) -> bool {
    time.fields.has(Slot::Hour) && !time.fields.has_any(&OF_DAY)
}
