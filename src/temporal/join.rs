//! What neighbours lend each other: "24 February to 2 April 2022", "6 and 7 June", "264 to 241
//! BC".

use super::expression::{Expression, Joined};
use crate::language::{Gives, Slot};

/// Completes joined expressions from each other: first from the right, which says more in most
/// writings, then from the left.
pub(super) fn complete(expressions: &mut [Expression]) {
    for at in (1..expressions.len()).rev() {
        let (left, right) = expressions.split_at_mut(at);
        if let Some(first) = left.last_mut()
            && lends(first)
        {
            from_right(first, &right[0]);
        }
    }
    for at in 1..expressions.len() {
        let (left, right) = expressions.split_at_mut(at);
        if let Some(first) = left.last()
            && lends(first)
        {
            from_left(first, &mut right[0]);
        }
    }
}

fn lends(first: &Expression) -> bool {
    matches!(first.joined, Joined::Range | Joined::List)
}

/// What says of which year a time is: "next January" takes none from its neighbour.
const OF_YEAR: [Slot; 3] = [Slot::Year, Slot::ShortYear, Slot::Direction];
const IN_YEAR: [Slot; 5] = [Slot::Month, Slot::Season, Slot::Quarter, Slot::Half, Slot::Day];

fn from_right(first: &mut Expression, second: &Expression) {
    if first.gives != Gives::Date || second.gives != Gives::Date {
        return;
    }
    let (ours, theirs) = (&mut first.fields, &second.fields);
    let days_only = ours.has(Slot::Day) && !ours.has(Slot::Month);
    if let (true, Some(month)) = (days_only, theirs.get(Slot::Month)) {
        ours.set(Slot::Month, month);
    }
    let yearless = !ours.has_any(&OF_YEAR);
    if let (true, Some(year)) = (ours.has_any(&IN_YEAR) && yearless, theirs.get(Slot::Year)) {
        let wraps = first.joined == Joined::Range && starts_later(first, second);
        let bce = theirs.get(Slot::Era) == Some(0);
        let year = if wraps && !bce { year - 1 } else { year };
        first.fields.set(Slot::Year, year);
    }
    let ours = &mut first.fields;
    if let (true, Some(era)) =
        (ours.has_any(&[Slot::Year, Slot::Century]) && !ours.has(Slot::Era), theirs.get(Slot::Era))
    {
        // "27 BC to AD 14" is left as it is; "264 to 241 BC" is not.
        if theirs.has(Slot::Century) == ours.has(Slot::Century) {
            ours.set(Slot::Era, era);
        }
    }
    if !ours.has(Slot::Hour) {
        return;
    }
    if let (false, Some(half)) = (ours.has(Slot::Meridiem), theirs.get(Slot::Meridiem)) {
        ours.set(Slot::Meridiem, half);
    }
}

fn from_left(first: &Expression, second: &mut Expression) {
    if first.gives != Gives::Date || second.gives != Gives::Date {
        return;
    }
    let day_only = second.fields.has(Slot::Day) && !second.fields.has(Slot::Month);
    if let (true, Some(month)) = (day_only, first.fields.get(Slot::Month)) {
        second.fields.set(Slot::Month, month);
    }
    let same_kind = second.fields.has_any(&IN_YEAR) && first.fields.has_any(&IN_YEAR);
    let yearless = !second.fields.has_any(&OF_YEAR);
    if let (true, Some(year)) = (same_kind && yearless, first.fields.get(Slot::Year)) {
        let wraps = starts_later(first, second);
        second.fields.set(Slot::Year, if wraps { year + 1 } else { year });
        if let Some(era) = first.fields.get(Slot::Era) {
            second.fields.set(Slot::Era, era);
        }
    }
}

/// Whether the first one comes later in the year than the second.
fn starts_later(first: &Expression, second: &Expression) -> bool {
    let place = |expression: &Expression| {
        let fields = &expression.fields;
        let month = fields
            .get(Slot::Month)
            .or_else(|| fields.get(Slot::Season).map(|season| season * 3 + 3))
            .or_else(|| fields.get(Slot::Quarter).map(|quarter| quarter * 3))
            .or_else(|| fields.get(Slot::Half).map(|half| half * 6))?;
        Some((month, fields.get(Slot::Day).unwrap_or(0)))
    };
    match (place(first), place(second)) {
        (Some((month, day)), Some((other, other_day))) => {
            month > other || month == other && day > 0 && other_day > 0 && day > other_day
        }
        _ => false,
    }
}
