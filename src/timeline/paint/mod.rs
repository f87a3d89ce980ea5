//! Drawing what was planned.

mod axis;
mod breaks;
mod canvas;
mod folds;
mod ghosts;
mod guides;
mod headers;
mod labels;
mod lane;
mod marks;
mod measure;
mod star;

pub(super) use axis::{paint_axis, paint_grid};
pub(super) use breaks::{paint_breaks, paint_gaps, paint_notice};
pub(super) use canvas::{Canvas, text};
pub(super) use guides::{PointerDate, paint_guides, paint_pointer};
pub(super) use headers::{paint_corner, paint_header};
pub(super) use lane::LanePainter;
pub(super) use measure::paint_measure;
