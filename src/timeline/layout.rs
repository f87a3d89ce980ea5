//! A frame, put together.

use super::frame::{AXIS_PX, Counts, Frame, HEADER_PX, Layout};
use super::model::Model;
use crate::scene::{Rect, Scene};

/// Lays out a frame: axis, lanes, marks, labels, reference lines, and what can be hit.
#[must_use]
pub fn layout(model: &Model, frame: &Frame<'_>) -> Layout {
    let scene = Scene::new(frame.size, Some(frame.theme.ground));
    let plot = Rect::new(HEADER_PX, AXIS_PX, frame.size.width, frame.size.height);
    let counts = Counts {
        outside: model.dated(),
        filtered: model.filtered_out(),
        undated: model.undated(),
        ..Counts::default()
    };
    Layout { scene, plot, counts, content_px: 0.0, scroll_limit_px: 0.0, lanes: Vec::new() }
}
