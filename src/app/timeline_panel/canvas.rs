//! The canvas: the scene on the screen, and what pointer and keys do to it.

use egui::{CursorIcon, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2};

use super::TimelinePanel;
use super::frames::{FrameKey, Frames};
use super::gestures::{Asked, Drag, Gestures, Place, lane_named_at};
use super::group_list::GroupList;
use super::{beyond, lanes, nodes, nothing, remembered, span_filter, tips};
use crate::app::controls::{counted, quiet};
use crate::app::style::{color, theme};
use crate::app::{Command, MenuCommand, Origin, PanelContext};
use crate::clock;
use crate::event::EventId;
use crate::scene::Target;
use crate::time::Granularity;
use crate::timeline::Frame;

impl TimelinePanel {
    /// Draws axis, lanes and marks into the rest of `ui`.
    pub(super) fn canvas_ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) {
        let area = ui.available_rect_before_wrap();
        let response = ui.allocate_rect(area, Sense::click_and_drag());
        self.find_view(ui, cx, area);
        let Some(key) = self.key(ui, cx, &response, area) else {
            self.nothing_ui(ui, cx, area);
            return;
        };
        self.frames.prepare(key);
        let Some(frame) = self.frames.last() else { return };
        frame.painting.paint(&ui.painter_at(area));
        let layout = &frame.layout;
        let plot = Rect::from_min_max(
            pos2(layout.plot.left, layout.plot.top),
            pos2(layout.plot.right, layout.plot.bottom),
        );
        let place = Place { scene: area, plot: plot.translate(area.min.to_vec2()) };
        self.scroll_px = self.scroll_px.clamp(0.0, layout.scroll_limit_px);
        if std::mem::take(&mut self.to_reveal) {
            self.scroll_px +=
                selected_lane(cx, &self.frames).map_or(0.0, |lane| to_see(lane, place));
            ui.ctx().request_repaint();
        }
        let mut gestures = Gestures {
            layout,
            place,
            navigator: &mut self.navigator,
            scroll_px: &mut self.scroll_px,
            drag: &mut self.drag,
            glides: !cx.state.preferences().less_motion,
        };
        let asked = gestures.respond(ui, &response);
        let hovered = hovered(&response, place, layout);
        paint_brush(ui, &response, place, self.drag);
        paint_wall(ui, place.plot, self.navigator.push());
        let named = response
            .interact_pointer_pos()
            .or(response.hover_pos())
            .and_then(|at| lane_named_at(layout, at - area.min));
        if let (Drag::Lane { .. }, Some(at)) = (self.drag, response.interact_pointer_pos()) {
            lanes::paint_drop(ui, place, layout, at.y - area.top());
        }
        response.widget_info(|| {
            let counts = layout.counts;
            let shown = counts.shown + counts.folded;
            WidgetInfo::labeled(Role::Canvas, true, format!("Timeline, {shown} events in view"))
        });
        let told =
            self.frames.shown().zip(self.navigator.view()).and_then(|((model, layout), view)| {
                nodes::add(ui, cx, model, layout, view, area.min)
            });
        self.point_at(ui, cx, &response, hovered);
        for asked in asked.into_iter().chain(told.map(asked_by_node)) {
            self.perform(ui, cx, (&response, place), &asked);
        }
        self.lane_menu_ui(&response, named);
        self.group_list_ui(ui, cx);
        if self.frames.model().dated() == 0 {
            self.nothing_ui(ui, cx, area);
        }
        span_filter::ui(ui, cx, place.plot);
        if let Some(view) = self.navigator.view() {
            beyond::ui(ui, cx, place.plot, self.frames.model().beyond(&view));
        }
    }

    pub(super) fn nothing_ui(&self, ui: &mut Ui, cx: PanelContext<'_>, area: Rect) {
        if self.frames.is_arranging() {
            let count = cx.state.project().event_count();
            let text = format!("Arranging {}…", counted(count, "event", "events"));
            ui.put(area, egui::Label::new(quiet(text)).selectable(false));
        } else {
            nothing::ui(ui, cx, area);
        }
    }

    /// Makes the view of this frame.
    pub(super) fn find_view(&mut self, ui: &Ui, cx: PanelContext<'_>, area: Rect) {
        let less_motion = cx.state.preferences().less_motion;
        let model = self.frames.model();
        let (reach, extent) = (model.reach(), model.extent());
        self.navigator.follow(model.warp(), reach);
        self.navigator.adapt(reach, extent, Frame::plot_width(area.width()));
        self.fit_new_documents(cx);
        let selection = cx.state.selection();
        let selected = cx.state.selected_event();
        let selected = selected.and_then(|event| Some((event.id, event.when.interval()?)));
        if self.serial != selection.serial {
            self.serial = selection.serial;
            self.measured = None;
            if let Some((_, time)) = selected
                && selection.origin != Origin::Timeline
            {
                self.navigator.show(ui.ctx(), time, less_motion);
                self.to_reveal = true;
            }
        }
        self.navigator.advance(ui.ctx(), selected, less_motion);
    }

    /// Goes to where the events are when documents have come: to where these documents were
    /// left, if they were seen before.
    fn fit_new_documents(&mut self, cx: PanelContext<'_>) {
        if self.frames.is_arranging() {
            return;
        }
        let documents = cx.state.project().documents();
        let has_new =
            documents.iter().any(|analysed| !self.fitted.contains(&analysed.document().id));
        if !has_new && documents.len() == self.fitted.len() {
            return;
        }
        let kept = self.remembered(cx.state.preferences().lanes, cx.state.project().edits());
        self.left.extend(kept);
        self.fitted = documents.iter().map(|analysed| analysed.document().id).collect();
        let here = remembered::key(&self.fitted);
        let before = self.left.iter().rev().chain(&cx.state.preferences().views);
        let before = before.clone().find(|view| view.documents == here).cloned();
        match (before.filter(|_| has_new), self.frames.model().opening()) {
            (Some(view), Some(_)) => self.restore(cx, view),
            (None, Some(stretch)) if has_new => self.navigator.request_opening(stretch),
            _ => {}
        }
    }

    fn key(
        &mut self,
        ui: &Ui,
        cx: PanelContext<'_>,
        response: &Response,
        area: Rect,
    ) -> Option<FrameKey> {
        let matches = self.frames.matches_number(cx);
        let pointer = response.hover_pos().map(|at| (at - area.min).to_pos2());
        Some(FrameKey {
            model: self.frames.model_number(),
            view: self.navigator.view()?,
            settled: self.navigator.settled(ui.ctx()),
            origin: area.min,
            size: area.size(),
            scroll_px: self.scroll_px,
            mode: theme(ui.ctx()).mode,
            pixels_per_point: ui.pixels_per_point(),
            hovered: cx.state.hover().event,
            selected: cx.state.selection().event,
            measured: self.measured.filter(|_| cx.state.selection().event.is_some()),
            matches,
            lit: cx.state.hover().events.clone(),
            pointer,
            // To the day: the line of today need not creep.
            now: Some(clock::now().floor(Granularity::Day)),
        })
    }

    fn point_at(
        &self,
        ui: &Ui,
        cx: PanelContext<'_>,
        response: &Response,
        hovered: Option<Target>,
    ) {
        if self.drag == Drag::Pan && response.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
            return;
        }
        let Some(target) = hovered else { return };
        if let Target::Event { event, .. } = target {
            cx.send(Command::HoverEvent(event));
        }
        if matches!(
            target,
            Target::Event { .. }
                | Target::Group { .. }
                | Target::DocumentDate { .. }
                | Target::LaneHeader { .. }
                | Target::ScaleNotice
        ) {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        if self.list.is_none()
            && !ui.input(|input| input.pointer.any_down())
            && let Some(model) = self.frames.last_model()
        {
            tips::show(response, cx, model, &target);
        }
    }

    fn perform(
        &mut self,
        ui: &Ui,
        cx: PanelContext<'_>,
        (response, place): (&Response, Place),
        asked: &Asked,
    ) {
        let less_motion = cx.state.preferences().less_motion;
        let ctx = ui.ctx();
        match *asked {
            Asked::Span(from, to) => {
                if let Some(view) = self.navigator.view() {
                    let (start, end) = (view.moment(from), view.moment(to));
                    self.navigator.fly_to(ctx, |view| view.exactly(start, end), less_motion);
                }
            }
            Asked::MoveLane(lane, before) => self.move_lane(lane, before),
            Asked::Click(Target::LaneHeader { lane }) => self.toggle_lane(lane),
            Asked::Click(Target::ScaleNotice) => cx.send(MenuCommand::LinearAxis),
            Asked::Click(Target::Event { event, .. }) if measures(ui, cx, event) => {
                self.measured = Some(event);
            }
            Asked::Click(Target::Event { event, .. }) => {
                self.measured = None;
                cx.send(Command::SelectEvent(event, Origin::Timeline));
            }
            Asked::Click(Target::Group { lane, start, end, .. }) => {
                let at = response.interact_pointer_pos().unwrap_or(response.rect.center());
                let events = self.frames.model().events_between(lane, start, end);
                self.list = Some(GroupList::new(at, events));
            }
            Asked::Click(Target::DocumentDate { document }) => {
                cx.send(Command::SelectDocument(document, Origin::Timeline));
            }
            Asked::DoubleClick(Target::Event { event, .. }) => {
                cx.send(Command::SelectEvent(event, Origin::Timeline));
                cx.send(MenuCommand::OpenSource);
            }
            Asked::DoubleClick(Target::Group { lane, start, end, .. }) => {
                self.list = None;
                let extent = self.frames.model().extent_between(lane, start, end);
                let (start, end) = extent.unwrap_or((start, end));
                self.navigator.fly_to(ctx, |view| view.overview(start, end), less_motion);
            }
            Asked::DoubleClick(Target::AxisUnit { start, end }) => {
                self.navigator.fly_to(ctx, |view| view.exactly(start, end), less_motion);
            }
            Asked::DoubleClick(Target::Density { .. }) => {
                let at = response.interact_pointer_pos().unwrap_or(place.plot.center());
                let x = place.view_x(at);
                self.navigator.fly_to(ctx, |view| view.zoomed(x, 4.0), less_motion);
            }
            Asked::Click(_) | Asked::DoubleClick(_) => {}
        }
    }
}

/// Whether a click on an event measures how far it is from the selected one.
fn measures(ui: &Ui, cx: PanelContext<'_>, event: EventId) -> bool {
    let selected = cx.state.selection().event;
    ui.input(|input| input.modifiers.shift) && selected.is_some_and(|other| other != event)
}

/// What a click of a screen reader asks for: what a pointer does with two where one does nothing.
fn asked_by_node(target: Target) -> Asked {
    match target {
        Target::Density { .. } => Asked::DoubleClick(target),
        target => Asked::Click(target),
    }
}

/// What the pointer is on.
fn hovered(response: &Response, place: Place, layout: &crate::timeline::Layout) -> Option<Target> {
    let Vec2 { x, y } = response.hover_pos()? - place.scene.min;
    layout.scene.hit(x, y).cloned()
}

/// The span that is being selected.
fn paint_brush(ui: &Ui, response: &Response, place: Place, drag: Drag) {
    let (Drag::Brush { from }, Some(at)) = (drag, response.interact_pointer_pos()) else { return };
    let theme = theme(ui.ctx());
    let start = place.plot.left() + from;
    let end = at.x.clamp(place.plot.left(), place.plot.right());
    let rect = Rect::from_x_y_ranges(start.min(end)..=start.max(end), place.scene.y_range());
    ui.painter().rect_filled(rect, 0.0, color(theme.selection));
    for x in [start, end] {
        ui.painter().vline(x, place.scene.y_range(), egui::Stroke::new(1.0, color(theme.accent)));
    }
}

/// The shade at the end beyond which the view does not go, as long as it is pushed against.
fn paint_wall(ui: &Ui, plot: Rect, push: f32) {
    const STRIPS: usize = 8;
    if push == 0.0 {
        return;
    }
    let theme = theme(ui.ctx());
    for strip in 0..STRIPS {
        let near = 1.0 - strip as f32 / STRIPS as f32;
        let from = strip as f32 * 5.0;
        let x = if push > 0.0 { plot.right() - from - 5.0 } else { plot.left() + from };
        let rect = Rect::from_min_size(pos2(x, plot.top()), Vec2::new(5.0, plot.height()));
        let shade = theme.accent.with_opacity(0.35 * push.abs() * near * near);
        ui.painter().rect_filled(rect, 0.0, color(shade));
    }
}

/// The upper and lower edge of the first lane of the selected event, on the scene.
fn selected_lane(cx: PanelContext<'_>, frames: &Frames) -> Option<(f32, f32)> {
    let (model, layout) = frames.shown()?;
    let lane = model.lane_of(cx.state.selection().event?)?;
    layout.lanes.get(lane).copied()
}

/// How far to scroll down so that a lane is seen.
fn to_see((top, bottom): (f32, f32), place: Place) -> f32 {
    let (first, last) = (place.plot.top() - place.scene.top(), place.scene.height());
    if top < first || bottom - top > last - first { top - first } else { (bottom - last).max(0.0) }
}
