//! What leaves the program: pictures of the timeline, and events as data.

mod amount;
mod legend;
mod picture;
mod png;
mod records;
mod svg;
mod write_events;

pub use amount::amount;
pub use picture::{PictureError, PictureFormat, PictureOptions, PictureRange, compose, picture};
pub use png::{Fonts, MOST_PIXELS, png};
pub use records::{EventRecord, FactRecord, PlaceRecord, records};
pub use svg::svg;
pub use write_events::{EventFormat, write_events};
