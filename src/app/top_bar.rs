//! The bar at the top: open, export, view, search, keys, theme.

use egui::containers::menu::MenuButton;
use egui::{Align, Button, Layout, Ui};

use crate::timeline::{Grouping, Scale};

use super::PanelContext;
use super::command::{Command, MenuCommand as C};
use super::controls::{command_icon, menu_check, menu_choice, menu_item, menu_item_named, strong};
use super::icons::Icon;
use super::search_field::SearchField;

/// How high the bar is.
pub(super) const HEIGHT_PX: f32 = 40.0;
/// Below this width the bar leaves out what the menus have too.
const ROOMY_PX: f32 = 900.0;

/// Draws the bar.
pub(super) fn top_bar_ui(ui: &mut Ui, cx: PanelContext<'_>, search: &mut SearchField) {
    let roomy = ui.available_width() >= ROOMY_PX;
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        command_icon(ui, cx, Icon::PanelLeft, C::ToggleDocuments);
        if roomy {
            ui.add_space(4.0);
            ui.label(strong("Dateline"));
            ui.add_space(8.0);
        }
        menu(ui, "Open", |ui| open_menu_ui(ui, cx));
        menu(ui, "Export", |ui| export_menu_ui(ui, cx));
        menu(ui, "View", |ui| view_menu_ui(ui, cx));
        if roomy {
            let lanes = cx.state.preferences().lanes;
            menu(ui, &format!("Lanes: {}", lanes.name()), |ui| {
                lanes_menu_ui(ui, cx);
            });
            menu(ui, &format!("Axis: {}", axis_name(cx.state.scale())), |ui| axis_menu_ui(ui, cx));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            command_icon(ui, cx, Icon::PanelRight, C::ToggleSource);
            let theme = match ui.ctx().theme() {
                egui::Theme::Light => Icon::Moon,
                egui::Theme::Dark => Icon::Sun,
            };
            command_icon(ui, cx, theme, C::ToggleTheme);
            command_icon(ui, cx, Icon::Help, C::Help);
            ui.add_space(4.0);
            search.ui(ui, cx);
        });
    });
}

/// A menu whose button is quiet until the pointer is on it.
fn menu(ui: &mut Ui, text: &str, contents: impl FnOnce(&mut Ui)) {
    // The spaces are the room for the angle that is drawn over them.
    let button = Button::new(format!("{text}      ")).frame_when_inactive(false);
    let (response, _) = MenuButton::from_button(button).ui(ui, contents);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, text));
    let right = response.rect.right_center() - egui::vec2(13.0, -1.0);
    let room = egui::Rect::from_center_size(right, egui::Vec2::splat(16.0));
    Icon::Down.paint(ui.painter(), room, ui.visuals().weak_text_color());
}

fn open_menu_ui(ui: &mut Ui, cx: PanelContext<'_>) {
    menu_item(ui, cx, C::OpenFiles);
    menu_item(ui, cx, C::OpenFolder);
    menu_item(ui, cx, C::PasteText);
    menu_item(ui, cx, C::OpenSamples);
    recent_ui(ui, cx);
    ui.separator();
    let any = !cx.state.project().documents().is_empty();
    menu_item_named(ui, cx, C::CloseDocument, C::CloseDocument.text(), any);
    menu_item_named(ui, cx, C::CloseAll, C::CloseAll.text(), any);
    menu_item(ui, cx, C::Quit);
}

fn recent_ui(ui: &mut Ui, cx: PanelContext<'_>) {
    let recent = &cx.state.preferences().recent;
    if recent.is_empty() {
        return;
    }
    ui.separator();
    for path in recent.iter().take(8) {
        let name = path
            .file_name()
            .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let button = Button::new(name).truncate().min_size(egui::vec2(216.0, 26.0));
        if ui.add(button).on_hover_text(path.display().to_string()).clicked() {
            cx.send(Command::OpenPaths(vec![path.clone()]));
            ui.close();
        }
    }
}

fn export_menu_ui(ui: &mut Ui, cx: PanelContext<'_>) {
    let any = cx.state.project().events().next().is_some();
    menu_item_named(ui, cx, C::ExportPicture, C::ExportPicture.text(), any);
    menu_item_named(ui, cx, C::ExportEvents, C::ExportEvents.text(), any);
}

fn view_menu_ui(ui: &mut Ui, cx: PanelContext<'_>) {
    let panels = cx.state.panels();
    menu_check(ui, cx, C::ToggleDocuments, panels.documents);
    menu_check(ui, cx, C::ToggleSource, panels.source);
    menu_check(ui, cx, C::ToggleTray, panels.tray);
    menu_check(ui, cx, C::ToggleMinimap, panels.minimap);
    menu_check(ui, cx, C::ToggleMap, panels.map);
    menu_check(ui, cx, C::ToggleList, panels.list);
    ui.separator();
    ui.menu_button("    Lanes", |ui| lanes_menu_ui(ui, cx));
    ui.menu_button("    Axis", |ui| axis_menu_ui(ui, cx));
    menu_item_indented(ui, cx, C::FitAll);
    ui.separator();
    let preferences = cx.state.preferences();
    menu_item_indented(ui, cx, C::ToggleTheme);
    let follows = preferences.theme == egui::ThemePreference::System;
    menu_check(ui, cx, C::FollowSystemTheme, follows);
    menu_check(ui, cx, C::ToggleMotion, preferences.less_motion);
    ui.separator();
    menu_item_indented(ui, cx, C::ScaleUp);
    menu_item_indented(ui, cx, C::ScaleDown);
    menu_item_indented(ui, cx, C::ScaleReset);
    ui.separator();
    menu_item_indented(ui, cx, C::ShowNotices);
    menu_item_indented(ui, cx, C::Palette);
    menu_item_indented(ui, cx, C::About);
}

/// In line with those that can be on or off.
fn menu_item_indented(ui: &mut Ui, cx: PanelContext<'_>, command: C) {
    menu_item_named(ui, cx, command, &format!("    {}", command.text()), true);
}

const fn axis_name(scale: Scale) -> &'static str {
    match scale {
        Scale::Linear => "linear",
        Scale::Compressed => "gaps compressed",
        Scale::Logarithmic(_) => "logarithmic",
        Scale::Relative(_) => "from an event",
    }
}

fn axis_menu_ui(ui: &mut Ui, cx: PanelContext<'_>) {
    let scale = cx.state.scale();
    menu_check(ui, cx, C::LinearAxis, scale == Scale::Linear);
    menu_check(ui, cx, C::CompressedAxis, scale == Scale::Compressed);
    menu_check(ui, cx, C::LogarithmicAxis, matches!(scale, Scale::Logarithmic(_)));
    menu_check(ui, cx, C::RelativeAxis, matches!(scale, Scale::Relative(_)));
}

fn lanes_menu_ui(ui: &mut Ui, cx: PanelContext<'_>) {
    lanes_items_ui(ui, cx);
    ui.separator();
    menu_item_indented(ui, cx, C::ShowAllLanes);
}

fn lanes_items_ui(ui: &mut Ui, cx: PanelContext<'_>) {
    for lanes in Grouping::ALL {
        let is_on = lanes == cx.state.preferences().lanes;
        if menu_choice(ui, &super::wording::label(lanes.name()), "", is_on).clicked() {
            cx.send(Command::SetLanes(lanes));
            ui.close();
        }
    }
}
