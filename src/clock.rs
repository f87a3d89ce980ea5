//! What time it is: the only room that asks the system's clock and its time zone. Everything below takes the
//! time as an argument.

use std::time::SystemTime;

use chrono::{DateTime, Datelike, Local, NaiveDateTime, Timelike};

use crate::time::Moment;

/// The civil time here and now, to the second.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the room that reads the clock")]
pub fn now() -> Moment {
    moment(Local::now().naive_local())
}

/// The civil time here at a time of the system's, to the second.
#[must_use]
pub fn local(time: SystemTime) -> Moment {
    moment(DateTime::<Local>::from(time).naive_local())
}

fn moment(at: NaiveDateTime) -> Moment {
    Moment::from_ymd_hms(at.year(), at.month(), at.day(), at.hour(), at.minute(), at.second())
        .unwrap_or(Moment::MIN)
}
