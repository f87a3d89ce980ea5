//! The display list: what a picture of the timeline is made of, in logical pixels.
//!
//! A [`Scene`] is made once, by `timeline::layout`, and drawn by several back ends (egui, SVG),
//! so that the screen and every exported picture show the same. It knows colours, shapes, text
//! and what lies where; it has no opinion on what an event is and none on how pixels are made.

mod color;
mod family;
mod font;
mod geometry;
mod list;
mod shape;
mod symbol;
mod target;
mod text;
mod theme;

pub use color::Color;
pub use family::Family;
pub use font::{Font, measure};
pub use geometry::{Point, Rect, Size};
pub use list::{Layer, Scene};
pub use shape::{Area, Columns, Fade, Mark, Path, Polygon, RectShape, Shape, Stroke};
pub use symbol::Symbol;
pub use target::Target;
pub use text::{Align, Measure, TextRun, Weight};
pub use theme::{Mode, Theme};
