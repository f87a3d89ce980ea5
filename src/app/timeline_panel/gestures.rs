//! What the pointer does on the timeline: wheel, drag, click, and what each of them means.

use egui::{PointerButton, Pos2, Rect, Response, Ui, Vec2};

use super::lanes::lane_below;
use super::navigator::Navigator;
use crate::scene::Target;
use crate::timeline::Layout;

/// How much a point of scrolling zooms: a notch of a wheel by about a third.
const ZOOM_PER_POINT: f64 = 0.006;

/// Where things are on the screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The whole scene.
    pub(super) scene: Rect,
    /// The stretch of time, without axis and lane names.
    pub(super) plot: Rect,
}

impl Place {
    /// Where the pixels of the view are counted from.
    pub(super) fn view_x(self, at: Pos2) -> f32 {
        at.x - self.plot.left()
    }

    /// Whether a point is over the lanes, not over the axis.
    fn is_over_lanes(self, at: Pos2) -> bool {
        at.y >= self.plot.top()
    }
}

/// A drag over the timeline.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Drag {
    /// None.
    #[default]
    None,
    /// The timeline is pulled along.
    Pan,
    /// A span of time is selected, from this pixel of the view.
    Brush {
        /// Where it was begun.
        from: f32,
    },
    /// A lane is moved up or down by its name.
    Lane {
        /// Its number.
        lane: usize,
    },
}

/// What is asked for that is more than a move.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Asked {
    /// Something was clicked.
    Click(Target),
    /// Something was clicked twice.
    DoubleClick(Target),
    /// A span of the view, in its pixels, was selected to be looked at.
    Span(f32, f32),
    /// A lane was put before another one, or at the end.
    MoveLane(usize, Option<usize>),
}

/// What the pointer can move, and what it moves over.
pub(super) struct Gestures<'a> {
    /// What is drawn.
    pub(super) layout: &'a Layout,
    /// Where that is.
    pub(super) place: Place,
    /// Moves through time.
    pub(super) navigator: &'a mut Navigator,
    /// How far the lanes are scrolled.
    pub(super) scroll_px: &'a mut f32,
    /// The drag that was begun in an earlier frame.
    pub(super) drag: &'a mut Drag,
    /// Whether a fling goes on when the hand has let go.
    pub(super) glides: bool,
}

impl Gestures<'_> {
    /// Moves the view as the pointer says; what else it asks for.
    pub(super) fn respond(&mut self, ui: &Ui, response: &Response) -> Option<Asked> {
        self.wheel(ui, response);
        let dragged = self.dragged(ui, response);
        if dragged.is_some() {
            return dragged;
        }
        let at = response.interact_pointer_pos()?;
        let hit = || {
            let Vec2 { x, y } = at - self.place.scene.min;
            self.layout.scene.hit(x, y).cloned()
        };
        if response.double_clicked() {
            hit().map(Asked::DoubleClick)
        } else if response.clicked() {
            self.navigator.stop();
            hit().map(Asked::Click)
        } else {
            None
        }
    }

    fn wheel(&mut self, ui: &Ui, response: &Response) {
        let Some(at) = response.hover_pos() else { return };
        let (zoom, scroll) = ui.input_mut(|input| {
            (input.zoom_delta(), std::mem::take(&mut input.smooth_scroll_delta))
        });
        let x = self.place.view_x(at).clamp(0.0, self.place.plot.width());
        if (zoom - 1.0).abs() > f32::EPSILON {
            self.navigator.zoom_at(x, f64::from(zoom));
        }
        if scroll.x != 0.0 {
            self.navigator.pan_by(-scroll.x);
        }
        if scroll.y == 0.0 {
            return;
        }
        if self.place.is_over_lanes(at) && self.layout.scroll_limit_px > 0.0 {
            self.scroll(scroll.y);
        } else {
            self.navigator.zoom_at(x, (f64::from(scroll.y) * ZOOM_PER_POINT).exp());
        }
    }

    fn dragged(&mut self, ui: &Ui, response: &Response) -> Option<Asked> {
        let Place { scene, plot } = self.place;
        let view_x = |at: Pos2| self.place.view_x(at).clamp(0.0, plot.width());
        if response.drag_started() {
            let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(plot.min);
            let brushes = ui.input(|input| input.modifiers.shift)
                && response.drag_started_by(PointerButton::Primary);
            *self.drag = match lane_named_at(self.layout, origin - scene.min) {
                Some(lane) => Drag::Lane { lane },
                None if brushes => Drag::Brush { from: view_x(origin) },
                None => Drag::Pan,
            };
        }
        match *self.drag {
            Drag::Pan if response.dragged() => {
                let delta = response.drag_delta();
                if delta.x != 0.0 {
                    self.navigator.pan_by(-delta.x);
                }
                self.scroll(delta.y);
            }
            Drag::Pan if response.drag_stopped() => {
                *self.drag = Drag::None;
                if self.glides {
                    self.navigator.glide(-ui.input(|input| input.pointer.velocity().x));
                }
            }
            Drag::Brush { from } if response.drag_stopped() => {
                *self.drag = Drag::None;
                let to = response.interact_pointer_pos().map(view_x)?;
                let (start, end) = (from.min(to), from.max(to));
                return (end - start >= 4.0).then_some(Asked::Span(start, end));
            }
            Drag::Lane { lane } if response.drag_stopped() => {
                *self.drag = Drag::None;
                let y = response.interact_pointer_pos()?.y - scene.top();
                return Some(Asked::MoveLane(lane, lane_below(self.layout, y)));
            }
            _ if !response.dragged() => *self.drag = Drag::None,
            _ => {}
        }
        None
    }

    /// Moves the lanes down by so much, or up.
    fn scroll(&mut self, by_px: f32) {
        *self.scroll_px = (*self.scroll_px - by_px).clamp(0.0, self.layout.scroll_limit_px);
    }
}

/// The lane whose name is at a point of the scene.
pub(super) fn lane_named_at(layout: &Layout, at: Vec2) -> Option<usize> {
    match layout.scene.hit(at.x, at.y) {
        Some(Target::LaneHeader { lane }) => Some(*lane),
        _ => None,
    }
}
