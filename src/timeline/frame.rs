//! What a frame is made from, and what comes out of it.

use super::view::View;
use crate::event::EventId;
use crate::scene::{Measure, Point, Rect, Scene, Size, Theme};
use crate::time::Moment;

/// The height of the axis: two rows of labels.
pub const AXIS_PX: f32 = 44.0;
/// The width of the column with the lanes' names.
pub const HEADER_PX: f32 = 132.0;

/// What is lit up.
#[derive(Clone, Debug, Default)]
pub struct Highlight<'a> {
    /// The event that the pointer is on: its marks in all lanes are lit.
    pub hovered: Option<EventId>,
    /// The selected event.
    pub selected: Option<EventId>,
    /// An event whose distance in time from the selected one is shown.
    pub measured: Option<EventId>,
    /// What a search found: the marks of other events step back. `None` if nobody searches.
    /// In the order of their identities.
    pub matches: Option<&'a [EventId]>,
    /// Where the pointer is, in the scene: a hairline shows the date there.
    pub pointer: Option<Point>,
}

/// What is done with more lanes than there is room for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Crowding {
    /// They keep a height in which they can be read, and are scrolled.
    #[default]
    Scroll,
    /// They are made as low as they can be: a picture does not scroll.
    Fit,
}

/// Everything that a frame depends on but the events.
#[derive(Clone)]
pub struct Frame<'a> {
    /// The stretch of time. Its width should be [`plot_width`](Self::plot_width); if it is not,
    /// the same stretch is drawn on that width.
    pub view: View,
    /// The size of the scene in logical pixels.
    pub size: Size,
    /// How far the lanes are scrolled down, from 0 to
    /// [`Layout::scroll_limit_px`]; clamped to that.
    pub scroll_px: f32,
    /// What is done with more lanes than there is room for.
    pub crowding: Crowding,
    /// The colours.
    pub theme: &'a Theme,
    /// The width of text; [`scene::measure`](crate::scene::measure()) for the program's fonts.
    pub measure: Measure<'a>,
    /// How far what changes with the zoom has come to rest: 0 while the view zooms, when marks and
    /// groups fade into each other, and 1 when it stands still and all that is shown is plain.
    pub settled: f32,
    /// What is lit up.
    pub highlight: Highlight<'a>,
    /// The present moment, for today's line.
    pub now: Option<Moment>,
}

impl Frame<'_> {
    /// The width of the plot, on which a [`View`] lies, in a scene of a width.
    #[must_use]
    pub fn plot_width(scene_width: f32) -> f32 {
        (scene_width - HEADER_PX).max(1.0)
    }
}

/// What has become of every event in a frame. The sum of all is the number of events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Events in the view that have a mark of their own. An event with marks in several lanes is
    /// counted by the first of its lanes.
    pub shown: usize,
    /// Events in the view that are folded into groups or into a band of density.
    pub folded: usize,
    /// Events before or after the view.
    pub outside: usize,
    /// Events that the filter keeps back.
    pub filtered: usize,
    /// Events without a date.
    pub undated: usize,
}

/// A frame.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// What to draw, and what can be hit.
    pub scene: Scene,
    /// Where time is: its left edge is pixel 0 of the view; the axis is above it, the lanes'
    /// names are left of it.
    pub plot: Rect,
    /// What has become of the events.
    pub counts: Counts,
    /// The height of all lanes together.
    pub content_px: f32,
    /// How far the lanes can be scrolled: 0 if they fit.
    pub scroll_limit_px: f32,
    /// The upper and lower edge of each lane in the scene, scrolled; parallel to
    /// [`Model::lanes`](super::Model::lanes).
    pub lanes: Vec<(f32, f32)>,
}
