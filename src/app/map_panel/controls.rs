//! What lies over the map: buttons to zoom, what is shown, and what to do where nothing is.

use egui::{Align, Frame, Layout, Link, Margin, Rect, RichText, Ui, UiBuilder, vec2};

use crate::app::controls::{counted, icon_button_sized, quiet};
use crate::app::icons::Icon;
use crate::app::style::{CORNER, SMALL_PX, color, font, theme};
use crate::app::{Command, MenuCommand, PanelContext};
use crate::map::MapLayout;
use crate::scene::Weight;

/// What a button over the map asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// Show less, larger.
    Nearer,
    /// Show more, smaller.
    Farther,
    /// Show every place.
    Home,
}

const BUTTON_PX: f32 = 26.0;
const MARGIN_PX: f32 = 8.0;
const CAPTION_PX: f32 = 22.0;

/// The buttons in the upper right corner.
pub(super) fn buttons_ui(ui: &mut Ui, cx: PanelContext<'_>, area: Rect) -> Option<Pressed> {
    let theme = theme(ui.ctx());
    let size = vec2(BUTTON_PX, 4.0 * BUTTON_PX);
    let corner = area.right_top() + vec2(-MARGIN_PX - size.x - 2.0, MARGIN_PX);
    let room = Rect::from_min_size(corner, size);
    let line = egui::Stroke::new(1.0, color(theme.hairline));
    ui.painter().rect(
        room.expand(1.0),
        CORNER,
        color(theme.raised),
        line,
        egui::StrokeKind::Inside,
    );
    let mut pressed = None;
    let mut child = ui.new_child(UiBuilder::new().max_rect(room));
    child.spacing_mut().item_spacing = egui::Vec2::ZERO;
    let mut button = |icon, name: &str| icon_button_sized(&mut child, icon, name, BUTTON_PX);
    if button(Icon::Close, "Fold the map").on_hover_text("Fold the map (P)").clicked() {
        cx.send(MenuCommand::ToggleMap);
    }
    if button(Icon::Plus, "Zoom the map in").on_hover_text("Zoom in: + over the map").clicked() {
        pressed = Some(Pressed::Nearer);
    }
    if button(Icon::Minus, "Zoom the map out").on_hover_text("Zoom out: - over the map").clicked() {
        pressed = Some(Pressed::Farther);
    }
    if button(Icon::Fit, "Show every place").on_hover_text("Every place: 0 over the map").clicked()
    {
        pressed = Some(Pressed::Home);
    }
    pressed
}

/// What is shown, in the lower left corner; and what the filter is set to, with a way back.
pub(super) fn caption_ui(ui: &mut Ui, cx: PanelContext<'_>, layout: &MapLayout, area: Rect) {
    let ground = color(theme(ui.ctx()).ground.with_opacity(0.85));
    let inside = area.shrink(MARGIN_PX);
    let strip = inside.with_min_y(inside.bottom() - CAPTION_PX);
    let line = Layout::left_to_right(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(strip).layout(line));
    let frame = Frame::new().fill(ground).corner_radius(CORNER);
    frame.inner_margin(Margin::symmetric(6, 2)).show(&mut child, |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.label(quiet(caption(layout)));
        if cx.state.filter().places.is_empty() {
            return;
        }
        ui.label(quiet(chosen(cx)));
        let all = RichText::new("Show all places").font(font(SMALL_PX, Weight::Medium));
        if ui.add(Link::new(all)).clicked() {
            cx.send(Command::FilterPlaces(std::collections::BTreeSet::new()));
        }
    });
}

/// "52 events in view at 14 places · 9 have no known place".
fn caption(layout: &MapLayout) -> String {
    let placed = layout.events - layout.nowhere.min(layout.events);
    let mut text = if placed > 0 {
        let events = counted(placed, "event", "events");
        format!("{events} in view at {}", counted(layout.places, "place", "places"))
    } else if layout.events > 0 {
        "No event in view has a known place".to_owned()
    } else {
        "No event in view".to_owned()
    };
    if placed > 0 && layout.nowhere > 0 {
        let nowhere = counted(layout.nowhere, "has", "have");
        text = format!("{text} · {nowhere} no known place");
    }
    text
}

/// "Only events at Kyiv", "Only events at 5 places".
fn chosen(cx: PanelContext<'_>) -> String {
    let places = &cx.state.filter().places;
    match places.first() {
        Some(place) if places.len() == 1 => format!("Only events at {place}"),
        _ => format!("Only events at {} places", places.len()),
    }
}
