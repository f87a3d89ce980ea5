//! The map on the screen, and what the pointer does to it.

use std::collections::BTreeSet;

use egui::{CursorIcon, Rect, Response, Role, Sense, Tooltip, Ui, WidgetInfo};

use super::MapPanel;
use super::controls::{Pressed, buttons_ui, caption_ui};
use super::gestures::{Asked, DOUBLE_CLICK_ZOOM, Drag, on_map, respond};
use super::kept::{CirclesKey, Screen};
use super::nodes;
use super::places::Pointed;
use crate::app::controls::{counted, quiet};
use crate::app::style::{color, theme};
use crate::app::{Command, PanelContext};
use crate::map::{Bounds, Bubble, WorldPoint};
use crate::scene::{self, Size};
use crate::time::Moment;

/// How much a button zooms.
const BUTTON_ZOOM: f64 = 2.0;

impl MapPanel {
    /// Draws the map over the whole of `ui`.
    pub(super) fn canvas_ui(
        &mut self,
        ui: &mut Ui,
        cx: PanelContext<'_>,
        stretch: Option<(Moment, Moment)>,
    ) {
        let area = ui.available_rect_before_wrap();
        let response = ui.allocate_rect(area, Sense::click_and_drag());
        self.is_pointed_at = response.contains_pointer();
        self.places.refresh(ui.ctx(), cx);
        let nothing = (Moment::DISTANT_PAST, Moment::DISTANT_PAST);
        self.stretch = stretch.unwrap_or(nothing);
        self.find_view(ui.ctx(), cx, Size::new(area.width(), area.height()));
        let Some(view) = self.view else { return };
        let screen = Screen::of(ui, area.min);
        let key = CirclesKey {
            places: self.places.number(),
            view,
            stretch: self.stretch,
            chosen: cx.state.filter().places.clone(),
            lit: lit(cx),
            screen,
        };
        let painter = ui.painter_at(area);
        self.kept.ground(ui, view, screen).paint(&painter);
        let (layout, painting) = self.kept.circles(ui, self.places.get(), key);
        painting.paint(&painter);
        response.widget_info(|| {
            let places = counted(layout.places, "place", "places");
            WidgetInfo::labeled(Role::Canvas, true, format!("Map, {places} with events in view"))
        });
        let told = nodes::add(ui, &self.places, layout, area);
        caption_ui(ui, cx, layout, area);
        let pressed = buttons_ui(ui, cx, area);
        self.point_at(cx, &response);
        paint_brush(ui, &response, self.drag);
        if let Some(asked) = respond(ui, &response, view, &mut self.drag) {
            self.perform(ui, cx, area, asked);
        }
        if let Some(bubble) = told {
            self.choose(cx, &bubble);
        }
        let less_motion = cx.state.preferences().less_motion;
        match pressed {
            Some(Pressed::Nearer) => self.zoom(ui.ctx(), BUTTON_ZOOM, less_motion),
            Some(Pressed::Farther) => self.zoom(ui.ctx(), 1.0 / BUTTON_ZOOM, less_motion),
            Some(Pressed::Home) => self.fit_all(ui.ctx(), less_motion),
            None => {}
        }
    }

    /// Lights up what is under the pointer, here and on the timeline.
    fn point_at(&mut self, cx: PanelContext<'_>, response: &Response) {
        if self.drag == Drag::Pan && response.dragged() {
            response.ctx.set_cursor_icon(CursorIcon::Grabbing);
            return;
        }
        let at = response.hover_pos().map(|at| on_map(response.rect, at));
        let layout = self.kept.layout();
        let Some(bubble) = at.and_then(|at| layout?.hit(at)).cloned() else {
            self.pointed = None;
            return;
        };
        response.ctx.set_cursor_icon(CursorIcon::PointingHand);
        let pointed = Pointed::at(self.pointed.take(), &self.places, &bubble, self.stretch);
        cx.send(Command::HoverEvents(pointed.events.clone()));
        self.pointed = Some(pointed);
        if !response.ctx.input(|input| input.pointer.any_down()) {
            let chosen = &cx.state.filter().places;
            let alone = *chosen == self.places.names(&bubble.spots);
            Tooltip::for_widget(response).at_pointer().gap(16.0).show(|ui| {
                ui.label(nodes::sentence(&self.places, &bubble));
                let hint =
                    if alone { "Click to show all places" } else { "Click to show only these" };
                ui.label(quiet(hint));
            });
        }
    }

    fn perform(&mut self, ui: &Ui, cx: PanelContext<'_>, area: Rect, asked: Asked) {
        let hit = |at| self.kept.layout().and_then(|layout| layout.hit(at)).cloned();
        match asked {
            Asked::View(view) => self.jump(view),
            Asked::Click(at) => {
                if let Some(bubble) = hit(at) {
                    self.choose(cx, &bubble);
                }
            }
            Asked::DoubleClick(at) => {
                let bubble = hit(at);
                if let Some(bubble) = &bubble {
                    // The first click has set the filter: this takes it back.
                    self.choose(cx, bubble);
                }
                self.zoom_to(ui, cx, at, bubble);
            }
            Asked::Brush(rect) => {
                let (from, to) = (on_map(area, rect.min), on_map(area, rect.max));
                let rect = scene::Rect::new(from.x, from.y, to.x, to.y);
                let spots = self.kept.layout().map(|layout| layout.inside(&rect));
                let names = self.places.names(&spots.unwrap_or_default());
                if names.is_empty() {
                    cx.send(Command::Say("No place in this rectangle has an event".to_owned()));
                } else {
                    cx.send(Command::FilterPlaces(names));
                }
            }
        }
    }

    /// Shows only the events of a circle; those of all places if it is chosen already.
    fn choose(&self, cx: PanelContext<'_>, bubble: &Bubble) {
        let names = self.places.names(&bubble.spots);
        let alone = cx.state.filter().places == names;
        cx.send(Command::FilterPlaces(if alone { BTreeSet::new() } else { names }));
    }

    fn zoom_to(&mut self, ui: &Ui, cx: PanelContext<'_>, at: scene::Point, bubble: Option<Bubble>) {
        let Some(view) = self.aim() else { return };
        let spots = bubble.map(|bubble| bubble.spots).unwrap_or_default();
        let places: Vec<WorldPoint> =
            spots.iter().map(|&spot| self.places.get().spots()[spot].at).collect();
        let fitted = Bounds::around(&places).filter(|_| places.len() > 1);
        let to = fitted.map(|bounds| view.fitted(bounds));
        // Places so near to one another that fitting them changes little are zoomed in on.
        let nearer = to.filter(|to| to.px_per_world() > view.px_per_world() * 1.2);
        let to = nearer.unwrap_or_else(|| view.zoomed(at, DOUBLE_CLICK_ZOOM));
        self.fly(ui.ctx(), to, cx.state.preferences().less_motion);
    }
}

/// The places of the event under the pointer, and of the selected one.
fn lit(cx: PanelContext<'_>) -> BTreeSet<String> {
    let events = [cx.state.hover().event, cx.state.selection().event];
    let events = events.into_iter().flatten().filter_map(|id| cx.state.project().event(id));
    events.flat_map(|event| event.places.iter().map(|place| place.name.clone())).collect()
}

/// The rectangle that is being drawn.
fn paint_brush(ui: &Ui, response: &Response, drag: Drag) {
    let (Drag::Brush { from }, Some(at)) = (drag, response.interact_pointer_pos()) else { return };
    let theme = theme(ui.ctx());
    let rect = Rect::from_two_pos(from, at).intersect(response.rect);
    let line = egui::Stroke::new(1.0, color(theme.accent));
    ui.painter().rect(rect, 0.0, color(theme.selection), line, egui::StrokeKind::Inside);
}
