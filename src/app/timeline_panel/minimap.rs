//! The minimap: the whole range at a glance, and the view as a window to be dragged over it.

use egui::{CursorIcon, Frame, Panel, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::TimelinePanel;
use crate::app::controls::command_icon;
use crate::app::icons::Icon;
use crate::app::paint::Painting;
use crate::app::style::{color, theme};
use crate::app::{MenuCommand, PanelContext};
use crate::scene::{Mode, Scene, Size, Target, measure};
use crate::timeline::{self, HEADER_PX, MINIMAP_PX, View};

/// How much a point of scrolling zooms.
const ZOOM_PER_POINT: f64 = 0.006;

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
    Follow,
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
        self.map_respond(ui, cx, &response, &all);
    }

    fn map_respond(&mut self, ui: &Ui, cx: PanelContext<'_>, response: &Response, all: &View) {
        let left = response.rect.left();
        if let Some(at) = response.hover_pos() {
            self.map_wheel(ui);
            let over_window = self.minimap.hit(at) == Some(Target::MinimapWindow);
            let icon = if over_window { CursorIcon::Grab } else { CursorIcon::PointingHand };
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
            let on_window = self.minimap.hit(origin) == Some(Target::MinimapWindow);
            self.minimap.drag = Some(if on_window { Drag::Window } else { Drag::Follow });
        }
        match self.minimap.drag.filter(|_| response.dragged()) {
            Some(Drag::Window) => {
                ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
                self.drag_window(response.drag_delta().x, all);
            }
            Some(Drag::Follow) => self.navigator.centre_on(all.moment(at.x - left)),
            None if response.clicked() => self.navigator.centre_on(all.moment(at.x - left)),
            None => {}
        }
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
