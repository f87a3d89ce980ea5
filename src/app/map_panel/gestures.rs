//! What the pointer does on the map.

use egui::{PointerButton, Pos2, Rect, Response, Ui, Vec2};

use crate::map::MapView;
use crate::scene::Point;

/// How much a point of scrolling zooms: as on the timeline.
const ZOOM_PER_POINT: f64 = 0.006;
/// What a double-click zooms by.
pub(super) const DOUBLE_CLICK_ZOOM: f64 = 2.5;
/// A rectangle smaller than this was not meant, in points.
const LEAST_BRUSH: f32 = 4.0;

/// A drag over the map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Drag {
    /// None.
    #[default]
    None,
    /// The map is pulled along.
    Pan,
    /// A rectangle is drawn, from here on the screen.
    Brush {
        /// Where it was begun.
        from: Pos2,
    },
}

/// What the pointer asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Asked {
    /// Another view, at once.
    View(MapView),
    /// A click at a point of the map.
    Click(Point),
    /// A second click there.
    DoubleClick(Point),
    /// A rectangle of the screen was drawn around places.
    Brush(Rect),
}

/// Where a place of the screen is on the map.
pub(super) fn on_map(area: Rect, at: Pos2) -> Point {
    let Vec2 { x, y } = at - area.min;
    Point::new(x, y)
}

/// What the pointer asks for in this frame.
pub(super) fn respond(
    ui: &Ui,
    response: &Response,
    view: MapView,
    drag: &mut Drag,
) -> Option<Asked> {
    if let Some(view) = wheel(ui, response, view) {
        return Some(Asked::View(view));
    }
    if let Some(asked) = dragged(ui, response, view, drag) {
        return Some(asked);
    }
    let at = on_map(response.rect, response.interact_pointer_pos()?);
    if response.double_clicked() {
        Some(Asked::DoubleClick(at))
    } else {
        response.clicked().then_some(Asked::Click(at))
    }
}

fn wheel(ui: &Ui, response: &Response, view: MapView) -> Option<MapView> {
    let at = on_map(response.rect, response.hover_pos()?);
    let (zoom, scroll) =
        ui.input_mut(|input| (input.zoom_delta(), std::mem::take(&mut input.smooth_scroll_delta)));
    let factor = f64::from(zoom) * (f64::from(scroll.y) * ZOOM_PER_POINT).exp();
    let moved = view.zoomed(at, factor).panned(-scroll.x, 0.0);
    (moved != view).then_some(moved)
}

fn dragged(ui: &Ui, response: &Response, view: MapView, drag: &mut Drag) -> Option<Asked> {
    if response.drag_started() {
        let origin = ui.input(|input| input.pointer.press_origin());
        let from = origin.unwrap_or(response.rect.min);
        let brushes = ui.input(|input| input.modifiers.shift)
            && response.drag_started_by(PointerButton::Primary);
        *drag = if brushes { Drag::Brush { from } } else { Drag::Pan };
    }
    match *drag {
        Drag::Pan if response.dragged() => {
            let Vec2 { x, y } = response.drag_delta();
            return Some(Asked::View(view.panned(-x, -y)));
        }
        Drag::Brush { from } if response.drag_stopped() => {
            *drag = Drag::None;
            let rect = Rect::from_two_pos(from, response.interact_pointer_pos()?);
            return (rect.size().max_elem() >= LEAST_BRUSH).then_some(Asked::Brush(rect));
        }
        _ if !response.dragged() => *drag = Drag::None,
        _ => {}
    }
    None
}
