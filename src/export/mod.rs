//! What leaves the program: pictures of the timeline, and events as data.

mod records;
mod write_events;

pub use records::{EventRecord, PlaceRecord, records};
pub use write_events::{EventFormat, write_events};
