//! Amounts of time and recurrences as TIMEX3 writes them.

use std::fmt::Write as _;

use super::expression::Offset;
use super::fields::{Fields, ONE, VAGUE};
use crate::language::Slot;
use crate::time::{Granularity, Moment};

/// Half of a unit, in thousandths.
const HALF: i32 = ONE / 2;

/// The TIMEX3 value of an amount of a unit: `P2Y`, `PT30M`, `PXD`.
pub(super) fn duration_value(amount: i32, unit: Granularity) -> String {
    // Decades and centuries are written in years, as TimeML's guidelines do.
    let (factor, letter, time) = match unit {
        Granularity::Millennium => (1000, "Y", false),
        Granularity::Century => (100, "Y", false),
        Granularity::Decade => (10, "Y", false),
        Granularity::Year | Granularity::Season => (1, "Y", false),
        Granularity::Half => (6, "M", false),
        Granularity::Quarter => (1, "Q", false),
        Granularity::Month => (1, "M", false),
        Granularity::Week => (1, "W", false),
        Granularity::Day | Granularity::DayPart => (1, "D", false),
        Granularity::Hour => (1, "H", true),
        Granularity::Minute => (1, "M", true),
        Granularity::Second => (1, "S", true),
    };
    let start = if time { "PT" } else { "P" };
    if amount == VAGUE {
        let letter = match unit {
            Granularity::Decade => "DE",
            Granularity::Century => "CE",
            _ => letter,
        };
        return format!("{start}X{letter}");
    }
    if (amount, unit) == (HALF, Granularity::Year) {
        return "P6M".to_owned();
    }
    // Parts of an hour are minutes: "a quarter of an hour".
    if (1..ONE).contains(&amount) && unit == Granularity::Hour && amount * 60 % ONE == 0 {
        return format!("PT{}M", amount * 60 / ONE);
    }
    let thousandths = i64::from(amount) * factor;
    format!("{start}{}{letter}", decimal(thousandths))
}

/// The value of an amount that is given in several units, the larger ones first: `P2Y3M`,
/// `PT1H30M`.
pub(super) fn added_up(larger: &[Option<Offset>], smallest: &str) -> String {
    let mut value = String::from("P");
    let parts = larger.iter().flatten().map(|part| duration_value(part.thousandths, part.unit));
    for part in parts.chain([smallest.to_owned()]) {
        let part = part.strip_prefix('P').unwrap_or_default();
        match part.strip_prefix('T') {
            Some(clock) if value.contains('T') => value.push_str(clock),
            _ => value.push_str(part),
        }
    }
    value
}

fn decimal(thousandths: i64) -> String {
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    if rest == 0 {
        return whole.to_string();
    }
    format!("{whole}.{rest:03}").trim_end_matches('0').to_owned()
}

/// Moves a moment by an amount in thousandths: "two and a half years" is 30 months.
pub(super) fn shifted(moment: Moment, thousandths: i64, unit: Granularity) -> Moment {
    if thousandths % i64::from(ONE) == 0 {
        return moment.plus(thousandths / i64::from(ONE), unit);
    }
    let (factor, finer) = match unit {
        Granularity::Millennium => (1000, Granularity::Year),
        Granularity::Century => (100, Granularity::Year),
        Granularity::Decade => (10, Granularity::Year),
        Granularity::Year => (12, Granularity::Month),
        Granularity::Half => (6, Granularity::Month),
        Granularity::Season | Granularity::Quarter => (3, Granularity::Month),
        Granularity::Month => (30, Granularity::Day),
        Granularity::Week => (7, Granularity::Day),
        Granularity::Day | Granularity::DayPart => (24, Granularity::Hour),
        Granularity::Hour => (60, Granularity::Minute),
        Granularity::Minute | Granularity::Second => (60, Granularity::Second),
    };
    moment.plus(thousandths * factor / i64::from(ONE), finer)
}

/// The value of a recurrence: `XXXX-WXX-5`, `P1D`, `XXXX-12-25`.
pub(super) fn set_value(fields: &Fields) -> String {
    let weekday = fields.get(Slot::Weekday);
    let mut value = match (weekday, fields.get(Slot::Month), fields.get(Slot::Season)) {
        (Some(super::resolve::WEEKEND), ..) => "XXXX-WXX-WE".to_owned(),
        (Some(weekday), ..) => format!("XXXX-WXX-{weekday}"),
        (None, Some(month), _) => match fields.get(Slot::Day) {
            Some(day) => format!("XXXX-{month:02}-{day:02}"),
            None => format!("XXXX-{month:02}"),
        },
        (None, None, Some(season)) => {
            super::calendar::Calendar::new(None, super::calendar::Field::Season(season)).value()
        }
        (None, None, None) => match (fields.get(Slot::Quarter), fields.get(Slot::Part)) {
            (Some(quarter), _) => format!("XXXX-Q{quarter}"),
            (None, Some(_)) => "XXXX-XX-XX".to_owned(),
            (None, None) => return unit_set(fields),
        },
    };
    if let Some(part) = fields.get(Slot::Part) {
        value.push('T');
        value.push_str(crate::language::PARTS.get(part as usize).unwrap_or(&"XX"));
    } else if let Some(hour) = fields.get(Slot::Hour) {
        let minute = fields.get(Slot::Minute).unwrap_or(0);
        let _ = write!(value, "T{hour:02}:{minute:02}");
    }
    value
}

/// "Every two weeks", "daily": the period.
fn unit_set(fields: &Fields) -> String {
    let unit = fields.unit().unwrap_or(Granularity::Day);
    duration_value(fields.get(Slot::Amount).unwrap_or(ONE), unit)
}
