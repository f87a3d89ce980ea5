//! The controls that the panels are made of.

use egui::{Button, Response, RichText, Sense, Ui, Vec2, WidgetInfo};

use crate::scene::Weight;
use crate::text::grouped;

use super::PanelContext;
use super::command::MenuCommand;
use super::icons::Icon;
use super::style;

/// The side of a button that shows an icon alone.
const ICON_BUTTON_PX: f32 = 28.0;

/// A button that shows an icon; `name` is what it is called for those who do not see it.
pub(super) fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    icon_button_sized(ui, icon, name, ICON_BUTTON_PX)
}

/// The same at another size, at least 24.
pub(super) fn icon_button_sized(ui: &mut Ui, icon: Icon, name: &str, side_px: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side_px), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        let visuals = ui.style().interact(&response);
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, style::CORNER, visuals.weak_bg_fill);
        }
        if response.has_focus() {
            let stroke = ui.visuals().widgets.active.bg_stroke;
            ui.painter().rect_stroke(rect, style::CORNER, stroke, egui::StrokeKind::Inside);
        }
        let quiet = ui.visuals().weak_text_color();
        let color = if response.hovered() { visuals.text_color() } else { quiet };
        icon.paint(ui.painter(), rect, color);
    }
    response
}

/// An icon button that carries out a command; the tooltip tells its key.
pub(super) fn command_icon(ui: &mut Ui, cx: PanelContext<'_>, icon: Icon, command: MenuCommand) {
    let response = icon_button(ui, icon, command.text()).on_hover_ui(|ui| tooltip_ui(ui, command));
    if response.clicked() {
        cx.send(command);
    }
}

/// A menu's line for a command, with its key.
pub(super) fn menu_item(ui: &mut Ui, cx: PanelContext<'_>, command: MenuCommand) {
    menu_item_named(ui, cx, command, command.text(), true);
}

/// The same with other words, or not to be chosen now.
pub(super) fn menu_item_named(
    ui: &mut Ui,
    cx: PanelContext<'_>,
    command: MenuCommand,
    text: &str,
    enabled: bool,
) {
    let keys = command.shortcut_label(ui.ctx());
    let button = Button::new(text).shortcut_text(keys).min_size(Vec2::new(216.0, 26.0));
    let response = ui.add_enabled(enabled, button).on_hover_text(command.tooltip());
    if response.clicked() {
        cx.send(command);
        ui.close();
    }
}

/// A menu's line that can be on or off.
pub(super) fn menu_check(ui: &mut Ui, cx: PanelContext<'_>, command: MenuCommand, on: bool) {
    let keys = command.shortcut_label(ui.ctx());
    if menu_choice(ui, command.text(), &keys, on).on_hover_text(command.tooltip()).clicked() {
        cx.send(command);
        ui.close();
    }
}

/// A line of a menu with a tick before it if it is on.
pub(super) fn menu_choice(ui: &mut Ui, text: &str, keys: &str, on: bool) -> Response {
    // The spaces are the room for the tick.
    let button = Button::new(format!("    {text}")).shortcut_text(keys);
    let response = ui.add(button.min_size(Vec2::new(216.0, 26.0)));
    if on {
        let center = response.rect.left_center() + Vec2::new(11.0, 0.0);
        let room = egui::Rect::from_center_size(center, Vec2::splat(14.0));
        Icon::Check.paint(ui.painter(), room, ui.visuals().text_color());
    }
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, on, text));
    response
}

/// The heading of a part of a panel, with a count.
pub(super) fn section_heading(ui: &mut Ui, text: &str, count: Option<usize>) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), style::ROW_PX), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, text));
    let painter = ui.painter();
    let muted = ui.visuals().weak_text_color();
    let font = style::font(style::SMALL_PX, Weight::SemiBold);
    painter.text(rect.left_center(), egui::Align2::LEFT_CENTER, text, font, muted);
    if let Some(count) = count {
        let font = style::font(style::SMALL_PX, Weight::Regular);
        let text = grouped(count);
        painter.text(rect.right_center(), egui::Align2::RIGHT_CENTER, text, font, muted);
    }
    response
}

/// Text to be glanced at.
pub(super) fn quiet(text: impl Into<String>) -> RichText {
    RichText::new(text).small().weak()
}

/// Text that stands out by its weight.
pub(super) fn strong(text: impl Into<String>) -> RichText {
    RichText::new(text).font(style::font(style::BODY_PX, Weight::SemiBold))
}

/// The one button of a dialog that does what the dialog is for.
pub(super) fn primary_button(ui: &mut Ui, text: &str, enabled: bool) -> Response {
    let theme = style::theme(ui.ctx());
    let label = RichText::new(text)
        .font(style::font(style::BODY_PX, Weight::Medium))
        .color(style::color(theme.on_accent));
    let button = Button::new(label)
        .fill(style::color(theme.accent))
        .stroke(egui::Stroke::NONE)
        .min_size(Vec2::new(0.0, style::ROW_PX));
    ui.add_enabled(enabled, button)
}

/// Gives a text field the name by which it is found and read out.
pub(super) fn name_text_field(response: &Response, value: &str, name: &str) {
    response.widget_info(|| WidgetInfo {
        label: Some(name.to_owned()),
        ..WidgetInfo::text_edit(true, value, value, name)
    });
}

/// What a command does, and its keys.
pub(super) fn tooltip_ui(ui: &mut Ui, command: MenuCommand) {
    ui.label(command.tooltip());
    let keys: Vec<_> = command.shortcuts().iter().map(|keys| keys.label(ui.ctx())).collect();
    if !keys.is_empty() {
        ui.label(quiet(keys.join("   ")));
    }
}

/// A count with its noun: "1 event", "12 events".
#[must_use]
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular() {
        assert_eq!(counted(1, "event", "events"), "1 event");
        assert_eq!(counted(0, "event", "events"), "0 events");
    }
}
