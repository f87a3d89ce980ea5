//! The map: where the events in view are, on an offline map of the world.
//!
//! Pure functions and values, no egui. [`Places`] holds the events of each place in order of
//! time, so that how many are in a stretch of time is two binary searches a place, whatever the
//! number of events. [`ground()`] draws land and borders of a [`MapView`]; [`layout()`] the places
//! on it. Both are scenes, so that a picture can show what the screen shows.
//!
//! Land is drawn in the Mercator projection: angles are true, sizes are not. The world goes on to
//! the left and the right, so that no place is at an edge.

mod cluster;
mod format;
mod ground;
mod labels;
mod layout;
mod places;
mod projection;
mod view;
mod world;

pub use ground::ground;
pub use layout::{Bubble, MapFrame, MapLayout, layout};
pub use places::{Places, Spot};
pub use projection::WorldPoint;
pub use view::{Bounds, MapView, crowd};
