//! The user's star and tags on the selected event.

use egui::{Button, Key, TextEdit, Ui, vec2};

use crate::app::controls::{icon_button_sized, name_text_field, quiet};
use crate::app::icons::Icon;
use crate::app::{Command, MenuCommand, PanelContext};
use crate::event::{Event, STAR};

/// The room for a new tag.
const FIELD_PX: f32 = 96.0;

/// A star to be put on the event, or taken away.
pub(super) fn star_ui(ui: &mut Ui, cx: PanelContext<'_>, event: &Event) {
    let (icon, name) = if event.is_starred() {
        (Icon::Starred, "Take the star away")
    } else {
        (Icon::Star, "Star this event")
    };
    let tooltip = MenuCommand::ToggleStar.tooltip();
    if icon_button_sized(ui, icon, name, 24.0).on_hover_text(tooltip).clicked() {
        cx.send(MenuCommand::ToggleStar);
    }
}

/// The event's tags, each to be taken away by a click, and a field for one more.
pub(super) fn ui(ui: &mut Ui, cx: PanelContext<'_>, event: &Event) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        ui.label(quiet("Tags"));
        for tag in event.tags.iter().filter(|tag| *tag != STAR) {
            let button = ui.add(Button::new(quiet(format!("{tag} ×"))).min_size(vec2(24.0, 24.0)));
            let name = format!("Take the tag {tag} away");
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            if button.on_hover_text(&name).clicked() {
                let others = event.tags.iter().filter(|other| *other != tag).cloned();
                cx.send(Command::SetTags(event.id, others.collect()));
            }
        }
        field_ui(ui, cx, event);
    });
}

/// Words with commas between them are several tags.
fn field_ui(ui: &mut Ui, cx: PanelContext<'_>, event: &Event) {
    let id = ui.scope_id().with(("new tag", event.id));
    let mut words = ui.data_mut(|data| data.get_temp::<String>(id).unwrap_or_default());
    let edit = TextEdit::singleline(&mut words).hint_text(quiet("Add a tag"));
    let response = ui.add(edit.id(id.with("field")).desired_width(FIELD_PX));
    name_text_field(&response, &words, "Add a tag");
    let is_done = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if is_done {
        let mut tags = event.tags.to_vec();
        for tag in words.split(',').map(str::trim).filter(|tag| !tag.is_empty()) {
            if !tags.iter().any(|other| other == tag) {
                tags.push(tag.to_owned());
            }
        }
        words.clear();
        if tags != *event.tags {
            cx.send(Command::SetTags(event.id, tags));
        }
        response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(id, words));
}
