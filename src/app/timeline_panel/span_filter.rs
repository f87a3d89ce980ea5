//! The chip that says that only a stretch of time is shown, and shows everything again.

use egui::{Align, Button, Layout, Rect, Role, Stroke, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::app::style::{color, theme};
use crate::app::{Command, PanelContext};
use crate::time::{Granularity, Moment};

/// The room for the chip, and how far it stays from the edge.
const ROOM: Vec2 = Vec2::new(300.0, 24.0);
const EDGE_PX: f32 = 8.0;

/// Draws the chip at the bottom of the plot, if the events are filtered by time.
pub(super) fn ui(ui: &mut Ui, cx: PanelContext<'_>, plot: Rect) {
    let Some(span) = cx.state.filter().span else { return };
    let words = format!("Only {}", label(span));
    let center = plot.center_bottom() - Vec2::new(0.0, EDGE_PX + ROOM.y / 2.0);
    let room = Rect::from_center_size(center, ROOM.min(plot.size()));
    let layout = Layout::centered_and_justified(egui::Direction::LeftToRight)
        .with_main_justify(false)
        .with_cross_align(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
        let theme = theme(ui.ctx());
        let button = Button::new(egui::RichText::new(format!("{words} ×")).small())
            .stroke(Stroke::new(1.0, color(theme.warning)))
            .min_size(Vec2::new(0.0, ROOM.y));
        let response = ui.add(button);
        let name = format!("{words}: show events of all times");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.on_hover_text("Show events of all times").clicked() {
            cx.send(Command::FilterSpan(None));
        }
    });
}

/// "3 Mar 2022 – 8 Apr 2022", as precisely as the stretch is long.
fn label((start, end): (Moment, Moment)) -> String {
    let unit = [Granularity::Minute, Granularity::Day, Granularity::Month]
        .into_iter()
        .find(|unit| unit.mean_seconds() * 300 >= end - start)
        .unwrap_or(Granularity::Year);
    format!("{} – {}", start.label(unit), end.label(unit))
}
