//! Time as documents speak of it: moments, granularities, intervals whose ends may be uncertain,
//! and the calendar arithmetic between them.
//!
//! Times are civil ("wall clock") times in the proleptic Gregorian calendar with a year 0
//! (ISO 8601); a zone that a text states is kept beside the time, never applied to it. This is
//! the only room that knows `chrono`.

mod calendar;
mod calendars;
mod granularity;
mod interval;
mod iso;
mod label;
mod moment;
mod rfc5322;
mod timex3;

pub use calendar::{Civil, Weekday, days_in_month};
pub use calendars::CalendarSystem;
pub use granularity::Granularity;
pub use interval::Interval;
pub use iso::ParseMomentError;
pub use moment::Moment;
pub use timex3::{Modifier, TimexType};
