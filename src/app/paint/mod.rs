//! Drawing a scene with egui.
//!
//! A [`Scene`](crate::scene::Scene) is turned into meshes once ([`Painting`]) and put on the
//! screen in every frame as it is; its text is laid out through egui's own cache.

mod mesh;
mod outline;
mod painting;

pub use painting::Painting;
pub(super) use painting::paint_symbol;
