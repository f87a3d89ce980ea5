//! The map: the places of the events in view, linked both ways with the timeline.

mod canvas;
mod controls;
mod gestures;
mod kept;
mod nodes;
mod places;

use egui::{Frame, Panel, Ui};

use self::gestures::Drag;
use self::kept::Kept;
use self::places::PlacesOfEvents;
use super::motion::Motion;
use super::style::{color, theme};
use super::{PanelContext, Selection};
use crate::document::DocumentId;
use crate::event::EventId;
use crate::map::{Bounds, MapView, WorldPoint, crowd};
use crate::time::Moment;

/// How high the map is before anyone has dragged its edge, and at least.
const HEIGHT_PX: f32 = 280.0;
const LEAST_PX: f32 = 120.0;
/// The timeline keeps at least so much below it.
const LEFT_PX: f32 = 200.0;
/// How much of the screen's edge does not count as seen, in pixels.
const EDGE_PX: f32 = 16.0;

/// What the map remembers from frame to frame.
#[derive(Debug)]
pub(super) struct MapPanel {
    places: PlacesOfEvents,
    /// The time in view.
    stretch: (Moment, Moment),
    view: Option<MapView>,
    flight: Option<Flight>,
    kept: Kept,
    drag: Drag,
    /// The events of the circle under the pointer, and what they were gathered from.
    pointed: Option<places::Pointed>,
    /// Whether the pointer was on the map in the last frame.
    is_pointed_at: bool,
    /// The selection that was brought into view last.
    serial: u64,
    /// The documents that the map was fitted to last.
    fitted: Vec<DocumentId>,
}

impl Default for MapPanel {
    fn default() -> Self {
        Self {
            places: PlacesOfEvents::default(),
            stretch: (Moment::DISTANT_PAST, Moment::DISTANT_PAST),
            view: None,
            flight: None,
            kept: Kept::default(),
            drag: Drag::default(),
            pointed: None,
            is_pointed_at: false,
            serial: 0,
            fitted: Vec::new(),
        }
    }
}

/// The map on its way.
#[derive(Clone, Copy, Debug)]
struct Flight {
    from: MapView,
    to: MapView,
    motion: Motion,
}

impl MapPanel {
    /// Draws the map at the top of `ui`, if it is open. `stretch` is the time in view.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        cx: PanelContext<'_>,
        stretch: Option<(Moment, Moment)>,
    ) {
        if !cx.state.panels().map {
            self.is_pointed_at = false;
            return;
        }
        let most = (ui.available_height() - LEFT_PX).max(LEAST_PX);
        Panel::top("map")
            .resizable(true)
            .default_size(HEIGHT_PX.min(most))
            .size_range(LEAST_PX..=most)
            .frame(Frame::new().fill(color(theme(ui.ctx()).ground)))
            .show(ui, |ui| self.canvas_ui(ui, cx, stretch));
    }

    /// Whether its places are being gathered.
    pub(super) const fn is_busy(&self) -> bool {
        self.places.is_under_way()
    }

    /// Whether keys that zoom mean the map.
    pub(super) const fn is_pointed_at(&self) -> bool {
        self.is_pointed_at
    }

    /// Zooms by a factor about the middle; above 1 shows less.
    pub(super) fn zoom(&mut self, ctx: &egui::Context, factor: f64, less_motion: bool) {
        let Some(view) = self.aim() else { return };
        let middle = crate::scene::Point::new(view.size().width / 2.0, view.size().height / 2.0);
        self.fly(ctx, view.zoomed(middle, factor), less_motion);
    }

    /// Shows every place that has an event in view; every place, if none has.
    pub(super) fn fit_all(&mut self, ctx: &egui::Context, less_motion: bool) {
        let Some(view) = self.aim() else { return };
        let (start, end) = self.stretch;
        let spots = || self.places.get().spots().iter();
        let mut points: Vec<WorldPoint> =
            spots().filter(|spot| spot.within(start, end) > 0).map(|spot| spot.at).collect();
        if points.is_empty() {
            points = spots().map(|spot| spot.at).collect();
        }
        let to = match Bounds::around(&points) {
            Some(bounds) => view.fitted(bounds),
            None => MapView::whole(view.size()),
        };
        self.fly(ctx, to, less_motion);
    }

    /// Shows where most events are.
    fn fit_most(&mut self, ctx: &egui::Context, less_motion: bool) {
        let (start, end) = self.stretch;
        let places: Vec<_> = self
            .places
            .get()
            .spots()
            .iter()
            .map(|spot| (spot.at, spot.within(start, end)))
            .filter(|&(_, count)| count > 0)
            .collect();
        match (self.aim(), crowd(&places)) {
            (Some(view), Some(bounds)) => self.fly(ctx, view.fitted(bounds), less_motion),
            _ => self.fit_all(ctx, less_motion),
        }
    }

    /// Where the map is, or is going.
    fn aim(&self) -> Option<MapView> {
        self.flight.map(|flight| flight.to).or(self.view)
    }

    fn fly(&mut self, ctx: &egui::Context, to: MapView, less_motion: bool) {
        if let Some(from) = self.view {
            self.flight = Some(Flight { from, to, motion: Motion::new(ctx, less_motion) });
            ctx.request_repaint();
        }
    }

    /// Goes where the hand says, at once.
    fn jump(&mut self, to: MapView) {
        self.flight = None;
        self.view = Some(to);
    }

    /// Makes the view of this frame.
    fn find_view(&mut self, ctx: &egui::Context, cx: PanelContext<'_>, size: crate::scene::Size) {
        let less_motion = cx.state.preferences().less_motion;
        let is_new = self.view.is_none();
        let adapted = |view: MapView| if view.size() == size { view } else { view.with_size(size) };
        self.view = Some(self.view.map_or_else(|| MapView::whole(size), adapted));
        if let Some(flight) = &mut self.flight {
            *flight = Flight { from: adapted(flight.from), to: adapted(flight.to), ..*flight };
        }
        let documents = cx.state.project().documents();
        let ids = || documents.iter().map(|analysed| analysed.document().id);
        let has_new = ids().any(|id| !self.fitted.contains(&id));
        if has_new || documents.len() != self.fitted.len() {
            self.fitted = ids().collect();
        }
        if has_new {
            // The first look is at the crowd; there is nothing to come from.
            self.fit_most(ctx, less_motion || is_new);
        }
        self.show_selection(ctx, cx, less_motion);
        if let Some(flight) = self.flight {
            let progress = f64::from(flight.motion.progress(ctx));
            self.view = Some(flight.from.towards(flight.to, progress));
            if progress >= 1.0 {
                self.jump(flight.to);
            }
        }
    }

    /// Brings the places of a new selection into view, unless one of them is there.
    fn show_selection(&mut self, ctx: &egui::Context, cx: PanelContext<'_>, less_motion: bool) {
        let &Selection { serial, event, .. } = cx.state.selection();
        if std::mem::replace(&mut self.serial, serial) == serial {
            return;
        }
        let (Some(view), Some(event)) = (self.aim(), event) else { return };
        let places = places_of(cx, event);
        let size = view.size();
        let screen = crate::scene::Rect::new(0.0, 0.0, size.width, size.height);
        let seen = |&place: &WorldPoint| screen.expanded(-EDGE_PX).contains(view.point(place));
        if let Some(&first) = places.first()
            && !places.iter().any(seen)
        {
            self.fly(ctx, view.centred(first), less_motion);
        }
    }
}

/// Where an event was, as far as that is known.
fn places_of(cx: PanelContext<'_>, event: EventId) -> Vec<WorldPoint> {
    let event = cx.state.project().event(event);
    let places = event.map(|event| &*event.places).unwrap_or_default();
    places.iter().filter_map(|place| place.coordinates).map(WorldPoint::of).collect()
}
