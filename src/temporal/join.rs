//! What neighbours lend each other: "24 February to 2 April 2022", "6 and 7 June", "264 to 241
//! BC".

use super::expression::{Expression, Joined, Offset};
use super::fields::{Fields, ONE, VAGUE};
use crate::language::{Gives, Slot};
use crate::time::Granularity;

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
        if let Some(first) = left.last_mut()
            && lends(first)
        {
            from_left(first, &mut right[0]);
            first.reach = reach(first, &right[0]);
        }
    }
}

/// Gives a clock time, and the same by another clock in brackets behind it, the day that follows:
/// "at 10:35 a.m. (0735 GMT) on Friday", "(0735 GMT) tomorrow".
pub(super) fn lend_over_brackets(expressions: &mut [Expression]) {
    for at in 2..expressions.len() {
        let [clock, other, day] = &mut expressions[at - 2..=at] else { continue };
        let near = day.span.start.saturating_sub(other.span.end) <= BEHIND_BRACKET;
        let bare =
            |clock: &Expression| clock.fields.has(Slot::Hour) && !clock.fields.has_any(&OF_DAY);
        let named =
            (day.gives == Gives::Date || is_deictic_day(day)) && day.fields.has_any(&OF_DAY);
        if near
            && clock.joined == Joined::Aside
            && other.bracketed
            && bare(clock)
            && bare(other)
            && named
            && !day.fields.has(Slot::Hour)
            && day.sentence == clock.sentence
        {
            for slot in OF_DAY {
                if let Some(value) = day.fields.get(slot) {
                    clock.fields.set(slot, value);
                    other.fields.set(slot, value);
                }
            }
        }
    }
}

/// Reads "the quarter ended Sept. 30": the quarter of the year that most of it fell into.
pub(super) fn end_periods(expressions: &mut [Expression]) {
    for at in 1..expressions.len() {
        let [period, end] = &mut expressions[at - 1..=at] else { continue };
        let quarters = period.gives == Gives::Same && period.fields.has(Slot::Period);
        let (true, Gives::Date, Some(month)) = (quarters, end.gives, end.fields.get(Slot::Month))
        else {
            continue;
        };
        // Its middle lies a month and a half before its end.
        let early = end.fields.get(Slot::Day).is_some_and(|day| day <= 15);
        let middle = month - 1 - i32::from(early);
        period.gives = Gives::Date;
        period.fields.clear(Slot::Period);
        period.fields.set(Slot::Quarter, (middle + 11).rem_euclid(12) / 3 + 1);
        if let Some(year) = end.fields.get(Slot::Year) {
            period.fields.set(Slot::Year, if middle < 1 { year - 1 } else { year });
        }
    }
}

/// Bytes between what stands in brackets and what belongs to it behind them: ") on the ".
const BEHIND_BRACKET: u32 = 9;

fn lends(first: &Expression) -> bool {
    matches!(first.joined, Joined::Range | Joined::List)
}

/// About how many days after its start a range ends that names months and no year.
fn reach(first: &Expression, last: &Expression) -> u16 {
    let day_of_year = |expression: &Expression| {
        let fields = &expression.fields;
        Some(fields.get(Slot::Month)? * MONTH + fields.get(Slot::Day).unwrap_or(1))
    };
    let (Some(from), Some(to), Joined::Range) =
        (day_of_year(first), day_of_year(last), first.joined)
    else {
        return 0;
    };
    let named = first.fields.has_any(&OF_YEAR) || last.fields.has_any(&OF_YEAR);
    if named { 0 } else { (to - from).rem_euclid(12 * MONTH) as u16 }
}

/// Days, roughly.
const MONTH: i32 = 30;

/// What says of which year a time is: "next January" takes none from its neighbour.
const OF_YEAR: [Slot; 3] = [Slot::Year, Slot::ShortYear, Slot::Direction];

/// Makes one amount of one that is given in several units, the larger first: "two years, three
/// months and ten days", "1 hour 30 minutes ago".
pub(super) fn add_up(expressions: &mut Vec<Expression>) {
    expressions.dedup_by(|next, larger| {
        let joined = matches!(larger.joined, Joined::Directly | Joined::List);
        let amounts = larger.gives == Gives::Duration
            && matches!(next.gives, Gives::Duration | Gives::Shift)
            && next.fields.has(Slot::Amount)
            && larger.fields.unit() < next.fields.unit()
            && is_rest(&next.fields);
        let room = larger.larger.iter().position(Option::is_none);
        let (true, true, Some(room), Some(own)) = (joined, amounts, room, offset_of(larger, 1))
        else {
            return false;
        };
        next.larger = larger.larger;
        next.larger[room] = Some(own);
        next.span = larger.span.union(next.span);
        next.heads = larger.heads;
        std::mem::swap(next, larger);
        true
    });
}

/// Whether an amount is less than one of the units that stand before it: "forty days" behind
/// "three years" are no rest of them.
fn is_rest(fields: &Fields) -> bool {
    let most = match fields.unit() {
        Some(Granularity::Decade | Granularity::Year) => 10,
        Some(Granularity::Month) => 12,
        Some(Granularity::Day) => 31,
        Some(Granularity::Hour) => 24,
        Some(Granularity::Minute | Granularity::Second) => 60,
        _ => return true,
    };
    let small = |amount| amount != VAGUE && amount < most * ONE;
    !fields.has(Slot::Mod) && fields.get(Slot::Amount).is_some_and(small)
}

/// Makes one expression of an amount of time and the time that it is counted from: "two weeks
/// after 3 May", "three days before yesterday".
pub(super) fn count_from(expressions: &mut Vec<Expression>) {
    expressions.dedup_by(|next, amount| {
        let sign = match amount.joined {
            Joined::Onward | Joined::Starting => 1,
            Joined::Backward => -1,
            _ => return false,
        };
        let single = amount.larger[0].is_none();
        let offset = (amount.gives == Gives::Duration && single && counts_from(next))
            .then(|| offset_of(amount, sign))
            .flatten();
        let Some(mut offset) = offset else { return false };
        offset.whole = amount.joined == Joined::Starting;
        offset.to_day = is_deictic_day(next);
        next.offset = Some(offset);
        next.pattern = amount.pattern;
        next.span = amount.span.union(next.span);
        next.heads = amount.heads;
        std::mem::swap(next, amount);
        true
    });
}

fn offset_of(amount: &Expression, sign: i32) -> Option<Offset> {
    let thousandths = amount.fields.get(Slot::Amount).filter(|&amount| amount != VAGUE)?;
    let unit = amount.fields.unit()?;
    (thousandths >= ONE / 2).then_some(Offset {
        thousandths: thousandths * sign,
        unit,
        whole: false,
        to_day: false,
    })
}

/// Whether it is "today", "yesterday".
fn is_deictic_day(time: &Expression) -> bool {
    let unit = time.fields.unit().unwrap_or(Granularity::Day);
    time.gives == Gives::Shift && unit == Granularity::Day && !time.fields.has(Slot::Amount)
}

/// Whether a time is one that others are counted from, and no start of a range.
fn counts_from(next: &Expression) -> bool {
    matches!(next.gives, Gives::Date | Gives::Shift | Gives::Within | Gives::Same)
        && next.joined != Joined::Range
        && next.offset.is_none()
}

const IN_YEAR: [Slot; 5] = [Slot::Month, Slot::Season, Slot::Quarter, Slot::Half, Slot::Day];

fn from_right(first: &mut Expression, second: &Expression) {
    if first.gives != Gives::Date || second.gives != Gives::Date {
        return;
    }
    let (joined, later) = (first.joined, starts_later(first, second));
    let (ours, theirs) = (&mut first.fields, &second.fields);
    let days_only = ours.has(Slot::Day) && !ours.has(Slot::Month);
    if let (true, Some(month)) = (days_only, theirs.get(Slot::Month)) {
        ours.set(Slot::Month, month);
        if let Some(calendar) = theirs.get(Slot::Calendar) {
            ours.set(Slot::Calendar, calendar);
        }
    }
    let yearless = !ours.has_any(&OF_YEAR);
    for slot in [Slot::Year, Slot::ShortYear] {
        let Some(year) = theirs.get(slot).filter(|_| yearless && ours.has_any(&IN_YEAR)) else {
            continue;
        };
        let wraps = joined == Joined::Range && later;
        let bce = theirs.get(Slot::Era) == Some(0);
        // "24.12. - 3.1.00": a year of two digits starts anew.
        let before = if slot == Slot::ShortYear { (year + 99) % 100 } else { year - 1 };
        ours.set(slot, if wraps && !bce { before } else { year });
    }
    if let (true, Some(era)) =
        (ours.has_any(&[Slot::Year, Slot::Century]) && !ours.has(Slot::Era), theirs.get(Slot::Era))
    {
        // "27 BC to AD 14" is left as it is; "264 to 241 BC" is not.
        if theirs.has(Slot::Century) == ours.has(Slot::Century) {
            ours.set(Slot::Era, era);
        }
    }
    if ours.has(Slot::Part) || ours.has(Slot::Hour) && theirs.has(Slot::Part) {
        lend_day_to_part(theirs, ours);
    }
    if !ours.has(Slot::Hour) {
        return;
    }
    if let (true, Some(half)) = (takes_half(ours), theirs.get(Slot::Meridiem)) {
        // "11 to 1 p.m." starts before noon.
        let hour = |fields: &Fields| fields.get(Slot::Hour).map(|hour| hour % 12);
        let over_noon = joined == Joined::Range && hour(ours) > hour(theirs);
        ours.set(Slot::Meridiem, if over_noon { 1 - half } else { half });
    }
    lend_day(theirs, ours);
}

/// Whether a clock time leaves out in which half of the day it is.
fn takes_half(fields: &Fields) -> bool {
    let hour = fields.get(Slot::Hour).is_some_and(|hour| (1..=12).contains(&hour));
    hour && !fields.has(Slot::Meridiem)
}

/// What names the day that a clock time is of.
pub(super) const OF_DAY: [Slot; 8] = [
    Slot::Year,
    Slot::ShortYear,
    Slot::Month,
    Slot::Day,
    Slot::Weekday,
    Slot::Direction,
    Slot::Holiday,
    Slot::Part,
];

/// "From 9 to 11 tomorrow", "on 3 May 9:30 to 11:00": both clock times are of that day.
fn lend_day(from: &Fields, to: &mut Fields) {
    let clocks = from.has(Slot::Hour) && to.has(Slot::Hour);
    if !clocks || to.has_any(&OF_DAY) {
        return;
    }
    for slot in OF_DAY {
        if let Some(value) = from.get(slot) {
            to.set(slot, value);
        }
    }
}

/// "From dawn until dusk on 14 September": the part of a day is of the day that follows.
fn lend_day_to_part(from: &Fields, to: &mut Fields) {
    let of_day = || OF_DAY.into_iter().filter(|&slot| slot != Slot::Part);
    let within = from.has(Slot::Hour) || from.has(Slot::Part);
    if !within || of_day().any(|slot| to.has(slot)) {
        return;
    }
    for slot in of_day() {
        if let Some(value) = from.get(slot) {
            to.set(slot, value);
        }
    }
}

fn from_left(first: &Expression, second: &mut Expression) {
    if first.gives != Gives::Date || second.gives != Gives::Date {
        return;
    }
    lend_day(&first.fields, &mut second.fields);
    let day_only = second.fields.has(Slot::Day) && !second.fields.has(Slot::Month);
    if let (true, Some(month)) = (day_only, first.fields.get(Slot::Month)) {
        second.fields.set(Slot::Month, month);
    }
    let same_kind = second.fields.has_any(&IN_YEAR) && first.fields.has_any(&IN_YEAR);
    if let (true, Some(half)) = (takes_half(&second.fields), first.fields.get(Slot::Meridiem)) {
        // "8 a.m. until 6" ends after noon.
        let hour = |fields: &Fields| fields.get(Slot::Hour).map(|hour| hour % 12);
        let over_noon = half == 0 && hour(&second.fields) < hour(&first.fields);
        second.fields.set(Slot::Meridiem, if over_noon { 1 } else { half });
    }
    if let (Joined::Range, Some(from), Some(to)) =
        (first.joined, first.fields.get(Slot::Hour), second.fields.get(Slot::Hour))
        && !first.fields.has(Slot::Meridiem)
        && !second.fields.has(Slot::Meridiem)
        && to < from
        && from <= 12
    {
        // "11:30 to 1:30" ends after noon.
        second.fields.set(Slot::Hour, to + 12);
    }
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
