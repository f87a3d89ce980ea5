//! How many events lie before and after what is in view, at the edges of the lanes.

use egui::{Align, Layout, Rect, RichText, Ui, UiBuilder, Vec2, pos2};

use crate::app::{MenuCommand, PanelContext};

/// The room for a count, and how far it stays from the edges.
const ROOM: Vec2 = Vec2::new(120.0, 24.0);
const EDGE_PX: f32 = 8.0;

/// Draws the counts, where there are any; a click shows everything.
pub(super) fn ui(ui: &mut Ui, cx: PanelContext<'_>, plot: Rect, (before, after): (usize, usize)) {
    let top = plot.bottom() - EDGE_PX - ROOM.y;
    if before > 0 {
        let corner = pos2(plot.left() + EDGE_PX, top);
        let layout = Layout::left_to_right(Align::Center);
        button_ui(ui, cx, corner, layout, &format!("\u{2190} {before} earlier"));
    }
    if after > 0 {
        let corner = pos2(plot.right() - EDGE_PX - ROOM.x, top);
        let layout = Layout::right_to_left(Align::Center);
        button_ui(ui, cx, corner, layout, &format!("{after} later \u{2192}"));
    }
}

fn button_ui(ui: &mut Ui, cx: PanelContext<'_>, corner: egui::Pos2, layout: Layout, text: &str) {
    let room = Rect::from_min_size(corner, ROOM);
    ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
        let button = ui.button(RichText::new(text).small());
        if button.on_hover_text(MenuCommand::FitAll.tooltip()).clicked() {
            cx.send(MenuCommand::FitAll);
        }
    });
}
