//! The minimap: the whole range at a glance, and the view as a window to be dragged over it.

use egui::{CursorIcon, Frame, Panel, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::TimelinePanel;
use crate::app::controls::command_icon;
use crate::app::icons::Icon;
use crate::app::paint::Painting;
use crate::app::style::{color, theme};
use crate::app::{Command, MenuCommand, PanelContext};
use crate::scene::{Mode, Scene, Size, Target, measure};
use crate::timeline::{self, HEADER_PX, MINIMAP_PX, View};

/// How much a point of scrolling zooms.
const ZOOM_PER_POINT: f64 = 0.006;

/// The height of the bar over what is filtered by.
const FILTER_PX: f32 = 4.0;

/// How near an end of the window a drag takes hold of it.
const GRIP_PX: f32 = 5.0;

/// What the minimap remembers from frame to frame.
#[derive(Default)]
pub(super) struct Minimap {
    kept: Option<Kept>,
    /// Whether the window is being dragged, or the view follows the pointer.
    drag: Option<Drag>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Drag {
    Window,
    /// One end of the window.
    Left,
    Right,
    Follow,
    /// A span is selected, from this pixel on.
    Brush(f32),
}

struct Kept {
    key: Key,
    scene: Scene,
    painting: Painting,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    model: u64,
    view: View,
    area: Rect,
    mode: Mode,
    pixels_per_point: f32,
}

impl std::fmt::Debug for Minimap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Minimap").field("drag", &self.drag).finish_non_exhaustive()
    }
}

impl TimelinePanel {
    /// Draws the minimap at the bottom of `ui`, if it is open.
    pub(super) fn minimap_ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) {
        if !cx.state.panels().minimap {
            return;
        }
        let fill = color(theme(ui.ctx()).panel);
        Panel::bottom("minimap")
            .exact_size(MINIMAP_PX)
            .resizable(false)
            .show_separator_line(false)
            .frame(Frame::new().fill(fill))
            .show(ui, |ui| {
                let area = ui.available_rect_before_wrap();
                let split = (area.left() + HEADER_PX).min(area.right());
                buttons_ui(ui, cx, area.with_max_x(split));
                self.map_ui(ui, cx, area.with_min_x(split));
            });
    }

    fn map_ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>, area: Rect) {
        let response = ui.allocate_rect(area, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, "Minimap"));
        let Some(view) = self.navigator.view() else { return };
        let key = Key {
            model: self.frames.model_number(),
            view,
            area,
            mode: theme(ui.ctx()).mode,
            pixels_per_point: ui.pixels_per_point(),
        };
        let model = self.frames.model();
        let Some(all) = timeline::minimap_view(model, area.width()) else { return };
        if self.minimap.kept.as_ref().is_none_or(|kept| kept.key != key) {
            let size = Size::new(area.width(), area.height());
            let scene = timeline::minimap(model, &view, size, &theme(ui.ctx()), &measure);
            let painting = Painting::new(&scene, area.min, key.pixels_per_point);
            self.minimap.kept = Some(Kept { key, scene, painting });
        }
        if let Some(kept) = &self.minimap.kept {
            kept.painting.paint(&ui.painter_at(area));
        }
        self.paint_bookmarks(ui, area, &all);
        self.paint_filter(ui, cx, area, &all);
        self.map_respond(ui, cx, &response, &all);
    }

    fn map_respond(&mut self, ui: &Ui, cx: PanelContext<'_>, response: &Response, all: &View) {
        let left = response.rect.left();
        if let Some(at) = response.hover_pos() {
            self.map_wheel(ui);
            let icon = match self.minimap.grip(at, all, self.navigator.view()) {
                Some(Drag::Left | Drag::Right) => CursorIcon::ResizeHorizontal,
                Some(Drag::Window) => CursorIcon::Grab,
                _ => CursorIcon::PointingHand,
            };
            ui.ctx().set_cursor_icon(icon);
        }
        if response.double_clicked() {
            cx.send(MenuCommand::FitAll);
            return;
        }
        let Some(at) = response.interact_pointer_pos() else {
            self.minimap.drag = None;
            return;
        };
        if response.drag_started() {
            let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
            let brushes = ui.input(|input| input.modifiers.shift);
            let grip = self.minimap.grip(origin, all, self.navigator.view());
            self.minimap.drag = match grip {
                _ if brushes => Some(Drag::Brush(origin.x)),
                Some(grip) => Some(grip),
                None => Some(Drag::Follow),
            };
        }
        if let Some(Drag::Brush(from)) = self.minimap.drag {
            self.brush(ui, cx, response, all, (from, at.x));
            return;
        }
        match self.minimap.drag.filter(|_| response.dragged()) {
            Some(Drag::Window) => {
                ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
                self.drag_window(response.drag_delta().x, all);
            }
            Some(end @ (Drag::Left | Drag::Right)) => {
                self.drag_end(end == Drag::Left, all.moment(at.x - left));
            }
            Some(Drag::Follow) => self.navigator.centre_on(all.moment(at.x - left)),
            None if response.clicked() => self.navigator.centre_on(all.moment(at.x - left)),
            Some(Drag::Brush(_)) | None => {}
        }
    }

    /// Marks the span that is being selected, and shows only its events when it is let go.
    fn brush(
        &mut self,
        ui: &Ui,
        cx: PanelContext<'_>,
        response: &Response,
        all: &View,
        (from, to): (f32, f32),
    ) {
        let area = response.rect;
        let (first, last) = (from.min(to).max(area.left()), from.max(to).min(area.right()));
        if response.drag_stopped() {
            self.minimap.drag = None;
            if last - first >= 3.0 {
                let at = |x: f32| all.moment(x - area.left());
                let times = self.navigator.warp().times((at(first), at(last)));
                cx.send(Command::FilterSpan(Some(times)));
            }
            return;
        }
        let theme = theme(ui.ctx());
        let span = Rect::from_x_y_ranges(first..=last, area.y_range());
        ui.painter().rect_filled(span, 0.0, color(theme.selection));
        for x in [first, last] {
            ui.painter().vline(x, area.y_range(), egui::Stroke::new(1.0, color(theme.accent)));
        }
    }

    /// Marks the span that is filtered by.
    fn paint_filter(&self, ui: &Ui, cx: PanelContext<'_>, area: Rect, all: &View) {
        let Some(span) = cx.state.filter().span else { return };
        let (start, end) = self.navigator.warp().places(span);
        let theme = theme(ui.ctx());
        let x = |place| (area.left() + all.x(place)).clamp(area.left(), area.right());
        let bar = Rect::from_x_y_ranges(x(start)..=x(end).max(x(start) + 2.0), area.y_range());
        let bar = bar.with_max_y(area.top() + FILTER_PX);
        ui.painter().rect_filled(bar, 0.0, color(theme.warning));
    }

    /// Moves one end of the view, and leaves the other where it is.
    fn drag_end(&mut self, is_start: bool, to: crate::time::Moment) {
        let Some(view) = self.navigator.view() else { return };
        let (start, end) = (view.start(), view.end());
        let (start, end) = if is_start { (to.min(end), end) } else { (start, to.max(start)) };
        self.navigator.show_stretch(start, end);
    }

    fn drag_window(&mut self, px: f32, all: &View) {
        if let Some(view) = self.navigator.view() {
            let scale = all.seconds_per_px() / view.seconds_per_px();
            self.navigator.pan_by((f64::from(px) * scale) as f32);
        }
    }

    fn map_wheel(&mut self, ui: &Ui) {
        let (zoom, scroll) = ui.input_mut(|input| {
            (input.zoom_delta(), std::mem::take(&mut input.smooth_scroll_delta))
        });
        let Some(view) = self.navigator.view() else { return };
        let factor = f64::from(zoom) * (f64::from(scroll.y) * ZOOM_PER_POINT).exp();
        if (factor - 1.0).abs() > f64::EPSILON {
            self.navigator.zoom_at(view.width_px() / 2.0, factor);
        }
        if scroll.x != 0.0 {
            self.navigator.pan_by(-scroll.x);
        }
    }
}

impl Minimap {
    /// What a drag that begins at a point takes hold of: the window, or an end of it.
    fn grip(&self, at: Pos2, all: &View, view: Option<View>) -> Option<Drag> {
        let view = view?;
        let x = at.x - self.kept.as_ref()?.key.area.left();
        let (start, end) = (all.x(view.start()), all.x(view.end()));
        if end - start > 4.0 * GRIP_PX {
            if (x - start).abs() <= GRIP_PX {
                return Some(Drag::Left);
            }
            if (x - end).abs() <= GRIP_PX {
                return Some(Drag::Right);
            }
        }
        (self.hit(at) == Some(Target::MinimapWindow)).then_some(Drag::Window)
    }

    fn hit(&self, at: Pos2) -> Option<Target> {
        let kept = self.kept.as_ref()?;
        let Vec2 { x, y } = at - kept.key.area.min;
        kept.scene.hit(x, y).cloned()
    }
}

/// Zooming and fitting for those who would rather press a button.
fn buttons_ui(ui: &mut Ui, cx: PanelContext<'_>, area: Rect) {
    let theme = theme(ui.ctx());
    let line = egui::Stroke::new(1.0, color(theme.hairline));
    ui.painter().hline(area.x_range(), area.top() + 0.5, line);
    ui.painter().vline(area.right() - 0.5, area.y_range(), line);
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let inner = area.shrink2(Vec2::new(8.0, 4.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        command_icon(ui, cx, Icon::Minus, MenuCommand::ZoomOut);
        command_icon(ui, cx, Icon::Plus, MenuCommand::ZoomIn);
        command_icon(ui, cx, Icon::Fit, MenuCommand::FitAll);
    });
}
