//! What stands where the timeline will be, as long as nothing is open.

use egui::{Align, Layout, Ui, vec2};

use crate::scene::Family;

use super::PanelContext;
use super::command::{Command, MenuCommand as C};
use super::controls::{primary_button, quiet};
use super::style;

const WIDTH_PX: f32 = 440.0;

/// Draws the empty state into the middle of `ui`.
pub(super) fn empty_state_ui(ui: &mut Ui, cx: PanelContext<'_>, busy: bool) {
    let room = ui.available_rect_before_wrap();
    let size = vec2(WIDTH_PX.min(room.width() - 32.0), 340.0);
    let middle = room.center() - vec2(0.0, room.height() * 0.06);
    let rect = egui::Rect::from_center_size(middle, size);
    let layout = Layout::top_down(Align::Center);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(layout));
    let ui = &mut child;
    if busy {
        ui.add_space(120.0);
        ui.label(quiet("Reading…"));
        return;
    }
    axis_ui(ui);
    ui.add_space(20.0);
    ui.heading("Open documents to see when things happened");
    ui.add_space(8.0);
    ui.label(
        "Every event that can be dated goes on a timeline, tied to the sentence that tells of it.",
    );
    ui.add_space(20.0);
    ui.horizontal(|ui| {
        let buttons = 372.0;
        ui.add_space((ui.available_width() - buttons).max(0.0) / 2.0);
        if primary_button(ui, "Open sample documents", true).clicked() {
            cx.send(C::OpenSamples);
        }
        button_ui(ui, cx, C::OpenFiles);
        button_ui(ui, cx, C::OpenFolder);
    });
    ui.add_space(12.0);
    let keys = |command: C| command.shortcut_label(ui.ctx());
    let hint = format!(
        "Or drop files here, or paste text with {}. {} shows all keys.",
        "Ctrl+V",
        keys(C::Help)
    );
    ui.label(quiet(hint));
    recent_ui(ui, cx);
}

fn button_ui(ui: &mut Ui, cx: PanelContext<'_>, command: C) {
    let button = egui::Button::new(command.text()).min_size(vec2(0.0, style::ROW_PX));
    if ui.add(button).on_hover_text(command.shortcut_label(ui.ctx())).clicked() {
        cx.send(command);
    }
}

fn recent_ui(ui: &mut Ui, cx: PanelContext<'_>) {
    let recent = &cx.state.preferences().recent;
    if recent.is_empty() {
        return;
    }
    ui.add_space(16.0);
    ui.label(quiet("Recent"));
    for path in recent.iter().take(4) {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let response = ui.add(egui::Button::new(name).frame_when_inactive(false).truncate());
        if response.on_hover_text(path.display().to_string()).clicked() {
            cx.send(Command::OpenPaths(vec![path.clone()]));
        }
    }
}

/// A small timeline, as a sign of what will stand here.
fn axis_ui(ui: &mut Ui) {
    let theme = style::theme(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(220.0, 40.0), egui::Sense::hover());
    let painter = ui.painter();
    let y = rect.bottom() - 8.0;
    let line = egui::Stroke::new(1.0, style::color(theme.hairline));
    painter.hline(rect.x_range(), y, line);
    for step in 0..=8 {
        let x = rect.left() + rect.width() * step as f32 / 8.0;
        painter.vline(x, y..=y + 5.0, line);
    }
    let bar = |from: f32, to: f32, row: f32, hue| {
        let top = y - 12.0 - row * 11.0;
        let min = egui::pos2(rect.left() + rect.width() * from, top);
        let max = egui::pos2(rect.left() + rect.width() * to, top + 7.0);
        let bar = egui::Rect::from_min_max(min, max);
        painter.rect_filled(bar, 2.0, style::color(hue));
    };
    bar(0.04, 0.30, 0.0, theme.hue(Family::Conflict));
    bar(0.22, 0.62, 1.0, theme.hue(Family::Diplomacy));
    bar(0.55, 0.68, 0.0, theme.hue(Family::State));
    bar(0.74, 0.96, 0.0, theme.hue(Family::Making));
}
