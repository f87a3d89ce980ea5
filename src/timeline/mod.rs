//! From events to a scene: the time scale, lanes, level of detail, density, labels.
//!
//! Pure functions and values, no egui: the same [`Model`], [`View`] and [`Frame`] give the same
//! [`Scene`](crate::scene::Scene). A [`Model`] is built when the events change; [`layout()`] makes
//! a frame from it, at a cost that follows the pixels, not the events.
//!
//! ```text
//! events -> Table (columns) -> Model (lanes: sorted columns, range aggregate)
//!                                 |
//!           View, Frame --------> layout: candidates -> rows -> folds -> marks, labels, axis
//! ```

mod arrangement;
mod frame;
mod grouping;
mod layout;
mod model;
mod scale;
mod view;
mod warp;

mod aggregate;
mod axis;
mod changing;
mod columns;
mod count;
mod cumulative;
mod detail;
mod distance;
mod elastic;
mod ellipsis;
mod extents;
mod fold;
mod fold_items;
mod form;
mod importance;
mod ink;
mod lanes;
mod minimap;
mod on_axis;
mod opening;
mod order;
mod pack;
mod paint;
mod plan;
mod presence;
mod stages;
mod steps;
mod table;
mod times;

pub use arrangement::Arrangement;
pub use count::counted_from;
pub(crate) use ellipsis::shortened;
pub use extents::stretch;
pub use frame::{AXIS_PX, Counts, Crowding, Frame, HEADER_PX, Highlight, Layout};
pub use grouping::{Grouping, LaneKey};
pub use layout::layout;
pub use minimap::{MINIMAP_PX, minimap, minimap_view};
pub use model::{DocumentInfo, Lane, Model};
pub use presence::Presence;
pub use scale::{Scale, ScaleOrigin};
pub use view::{Extent, View};
pub use warp::Warp;

#[cfg(test)]
mod layout_tests;
#[cfg(test)]
mod zoom_tests;
