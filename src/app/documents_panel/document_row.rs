//! One document in the list.

use std::path::{Path, PathBuf};

use egui::{Align2, Rect, Response, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::analysis::Analysed;
use crate::document::DateOrigin;
use crate::event::{Event, Missing, When};
use crate::import;
use crate::scene::Weight;
use crate::time::Granularity;

use super::super::accessible::{PaintedNode, is_listening};
use super::super::command::{Command, MenuCommand};
use super::super::controls::{counted, icon_button_sized, quiet};
use super::super::icons::Icon;
use super::super::open::user_date;
use super::super::selection::Origin;
use super::super::{PanelContext, style, wording};
use super::date_field::DateField;
use super::density_strip::{self, Strip};

/// The room between a row's edge and what stands in it.
const PADDING_PX: f32 = 8.0;
const TITLE_PX: f32 = 20.0;
const DATE_PX: f32 = 24.0;

/// Draws a document: title, date and where it came from, strip and count.
pub(super) fn ui(
    ui: &mut Ui,
    cx: PanelContext<'_>,
    analysed: &Analysed,
    strip: Option<&Strip>,
    date_field: &mut DateField,
    reveal: bool,
) {
    let id = analysed.document().id;
    let selected = cx.state.shown_document() == Some(id);
    ui.push_id(id, |ui| {
        let height = TITLE_PX + DATE_PX + density_strip::height_px() + 3.0 * PADDING_PX / 2.0 + 4.0;
        let size = Vec2::new(ui.available_width(), height);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let title = &analysed.document().title;
        response.widget_info(|| {
            WidgetInfo::selected(egui::Role::ListItem, true, selected, title.as_str())
        });
        if selected && reveal {
            response.scroll_to_me(None);
        }
        if ui.is_rect_visible(rect) {
            background(ui, rect, selected, &response);
            contents_ui(ui, cx, analysed, strip, date_field, rect.shrink2(vec2(0.0, 2.0)));
        }
        respond(cx, analysed, &response);
    });
    if date_field.is_open_for(id) {
        date_field.ui(ui, cx, analysed);
    } else if selected && analysed.date().is_none() && analysed.table().is_none() {
        suggestion_ui(ui, cx, analysed, date_field);
    }
}

fn background(ui: &Ui, rect: Rect, selected: bool, response: &Response) {
    let theme = style::theme(ui.ctx());
    let rect = rect.expand2(vec2(PADDING_PX, 0.0));
    if selected {
        ui.painter().rect_filled(rect, style::CORNER, style::color(theme.selection));
    } else if response.hovered() || response.has_focus() {
        let fill = style::color(theme.text.with_opacity(0.05));
        ui.painter().rect_filled(rect, style::CORNER, fill);
    }
}

fn contents_ui(
    ui: &mut Ui,
    cx: PanelContext<'_>,
    analysed: &Analysed,
    strip: Option<&Strip>,
    date_field: &mut DateField,
    rect: Rect,
) {
    let hidden = cx.state.filter().hidden_documents.contains(&analysed.document().id);
    let title = Rect::from_min_size(
        rect.min + vec2(0.0, PADDING_PX / 2.0),
        vec2(rect.width() - 26.0, TITLE_PX),
    );
    title_ui(ui, title, &analysed.document().title, hidden);
    eye_ui(ui, cx, analysed, Rect::from_min_size(title.right_top(), vec2(26.0, TITLE_PX)), hidden);
    let date = Rect::from_min_size(title.left_bottom(), vec2(rect.width(), DATE_PX));
    let selected = cx.state.shown_document() == Some(analysed.document().id);
    date_ui(ui, analysed, date_field, date, selected);
    let below = Rect::from_min_max(pos2(rect.left(), date.bottom() + 2.0), rect.max);
    let events = strip.map_or(analysed.events().len(), |strip| strip.events);
    let count = counted(events, "event", "events");
    let font = style::font(style::SMALL_PX, Weight::Regular);
    let muted = ui.visuals().weak_text_color();
    let at = pos2(below.right(), below.top() + density_strip::height_px() / 2.0);
    let counted = ui.painter().text(at, Align2::RIGHT_CENTER, &count, font, muted);
    if is_listening(ui) {
        PaintedNode::new(ui.scope_id().with("count"), counted, egui::Role::Label).add(ui, &count);
    }
    if let Some(strip) = strip {
        let width = (counted.left() - 8.0 - below.left()).max(0.0);
        let size = vec2(width, density_strip::height_px());
        density_strip::strip_ui(ui, Rect::from_min_size(below.min, size), strip);
    }
}

fn title_ui(ui: &mut Ui, rect: Rect, title: &str, hidden: bool) {
    let font = style::font(style::BODY_PX, Weight::Medium);
    let color = if hidden { ui.visuals().weak_text_color() } else { ui.visuals().text_color() };
    let text = egui::RichText::new(title).font(font).color(color);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    child.add(egui::Label::new(text).truncate().selectable(false).sense(Sense::hover()));
}

fn eye_ui(ui: &mut Ui, cx: PanelContext<'_>, analysed: &Analysed, rect: Rect, hidden: bool) {
    let rect = Rect::from_center_size(rect.center(), Vec2::splat(24.0));
    let (icon, name) = if hidden {
        (Icon::EyeClosed, "Show this document's events")
    } else {
        (Icon::Eye, "Hide this document's events")
    };
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    if icon_button_sized(&mut child, icon, name, 24.0).on_hover_text(name).clicked() {
        cx.send(Command::ToggleDocument(analysed.document().id));
    }
}

/// "29 Nov 2023 · from the file name", or the question when it was written. A click changes it,
/// in the selected document and where there is no date; elsewhere it selects the document.
fn date_ui(
    ui: &mut Ui,
    analysed: &Analysed,
    date_field: &mut DateField,
    rect: Rect,
    selected: bool,
) {
    let editable = selected || analysed.date().is_none();
    if analysed.table().is_some() {
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(layout));
        child.add(egui::Label::new(quiet("Table of events")).selectable(false));
        return;
    }
    let (text, words, hint) = if let Some(date) = analysed.date() {
        let label = date.interval.label();
        let found = match date.origin {
            DateOrigin::User => "You set this date.".to_owned(),
            _ => format!("Read from “{}”.", date.words),
        };
        let text = quiet(format!("{label} · {}", wording::date_origin(date.origin)));
        (text, label, format!("{found}\nClick to change it."))
    } else {
        let theme = style::theme(ui.ctx());
        let waits = |event: &Event| event.when == When::Undated(Missing::DocumentDate);
        // A history needs no date of its own; the question is urgent where events wait for it.
        let urgent = analysed.events().iter().any(waits);
        let warning = style::color(if urgent { theme.warning } else { theme.muted });
        let text = egui::RichText::new("No date found. When was this written?");
        let hint = "Relative dates such as “last year” wait until you say when it was written.";
        (text.small().color(warning), String::new(), hint.to_owned())
    };
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(layout));
    if !editable {
        child.add(egui::Label::new(text).truncate().selectable(false).sense(Sense::hover()));
        return;
    }
    let button = egui::Button::new(text).frame(false).truncate().min_size(vec2(0.0, DATE_PX));
    if child.add(button).on_hover_text(hint).clicked() {
        date_field.open(analysed.document().id, &words);
    }
}

fn respond(cx: PanelContext<'_>, analysed: &Analysed, response: &Response) {
    let id = analysed.document().id;
    if response.clicked() {
        cx.send(Command::SelectDocument(id, Origin::Documents));
    }
    response.context_menu(|ui| {
        let item = |text: &str| egui::Button::new(text.to_owned()).min_size(vec2(180.0, 26.0));
        if ui.add(item(MenuCommand::EditDocumentDate.text())).clicked() {
            cx.send(Command::SelectDocument(id, Origin::Documents));
            cx.send(MenuCommand::EditDocumentDate);
            ui.close();
        }
        if analysed.has_user_date() && ui.add(item("Use the document's own date")).clicked() {
            cx.send(Command::ResetDocumentDate(id));
            ui.close();
        }
        if let Some(table) = table_file(analysed)
            && ui.add(item("Say what its columns hold…")).clicked()
        {
            cx.send(Command::ChooseColumns(PathBuf::from(table)));
            ui.close();
        }
        if ui.add(item(MenuCommand::CloseDocument.text())).clicked() {
            cx.send(Command::CloseDocument(id));
            ui.close();
        }
    });
    response.clone().on_hover_text(&analysed.document().source);
}

/// The file of a document that is a table, or was read as text and may be one.
fn table_file(analysed: &Analysed) -> Option<&str> {
    let source = analysed.table().unwrap_or(&analysed.document().source);
    let extension = Path::new(source).extension()?.to_ascii_lowercase();
    import::table_extensions().any(|known| extension == known).then_some(source)
}

/// Below the selected document, if it has no date: ways to give it one.
fn suggestion_ui(
    ui: &mut Ui,
    cx: PanelContext<'_>,
    analysed: &Analysed,
    date_field: &mut DateField,
) {
    let id = analysed.document().id;
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        if ui.button("Set date").clicked() {
            date_field.open(id, "");
        }
        let suggestion = analysed
            .date_candidates()
            .iter()
            .find(|date| date.origin == DateOrigin::ModificationTime);
        if let Some(suggestion) = suggestion {
            let day = suggestion.interval.anchor().label(Granularity::Day);
            let button = ui.button(format!("Use {day}"));
            let why = "The day on which the file was last changed. It may not be the day on which \
                       the text was written.";
            if button.on_hover_text(why).clicked() {
                let date = user_date(&suggestion.words, suggestion.interval);
                cx.send(Command::SetDocumentDate(id, Some(date)));
            }
        }
    });
    ui.add_space(8.0);
}
