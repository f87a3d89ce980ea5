//! What time it is: the only room that asks the system's clock. Everything below takes the
//! time as an argument.

use chrono::{Datelike, Local, Timelike};

use crate::time::Moment;

/// The civil time here and now, to the second.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the room that reads the clock")]
pub fn now() -> Moment {
    let now = Local::now().naive_local();
    Moment::from_ymd_hms(now.year(), now.month(), now.day(), now.hour(), now.minute(), now.second())
        .unwrap_or(Moment::MIN)
}
