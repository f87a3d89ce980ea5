//! The search field, with how many finds there are and the way through them.

use egui::{Id, Key, TextEdit, Ui};

use crate::text::grouped;

use super::PanelContext;
use super::command::{Command, MenuCommand};
use super::controls::{icon_button_sized, name_text_field, quiet};
use super::icons::Icon;
use super::style;

/// The search field's own memory: whether it is to get the focus.
#[derive(Debug, Default)]
pub(super) struct SearchField {
    wants_focus: bool,
}

/// The widest that the field gets.
const WIDTH_PX: f32 = 320.0;

impl SearchField {
    /// Puts the cursor into the field, with what stands there selected.
    pub(super) const fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Draws the field at the right end of what is left of a bar.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) {
        let search = cx.state.search();
        if search.is_active() {
            finds_ui(ui, cx);
        }
        let width = ui.available_width().min(WIDTH_PX);
        if width < 60.0 {
            return;
        }
        let id = Id::unique("search field");
        let mut query = search.query().to_owned();
        let edit = TextEdit::singleline(&mut query)
            .id(id)
            .hint_text(quiet("Search events and text   /"))
            .margin(egui::Margin { left: 28, right: 8, top: 5, bottom: 5 })
            .desired_width(width - 36.0);
        let response = ui.add(edit);
        name_text_field(&response, &query, "Search events and text");
        let icon = egui::Rect::from_center_size(
            egui::pos2(response.rect.left() + 15.0, response.rect.center().y),
            egui::Vec2::splat(16.0),
        );
        Icon::Search.paint(ui.painter(), icon, style::color(style::theme(ui.ctx()).muted));
        if response.changed() {
            cx.send(Command::SetQuery(query));
        }
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
            select_all(ui, id, search.query().chars().count());
        }
        if response.lost_focus() {
            self.leave(ui, cx);
        }
    }

    /// Enter goes to the next find and stays; Escape looks for nothing any more.
    fn leave(&mut self, ui: &Ui, cx: PanelContext<'_>) {
        let (enter, shift, escape) = ui.input(|input| {
            (input.key_pressed(Key::Enter), input.modifiers.shift, input.key_pressed(Key::Escape))
        });
        if enter && cx.state.search().is_active() {
            cx.send(if shift { MenuCommand::PreviousFind } else { MenuCommand::NextFind });
            self.wants_focus = true;
        } else if escape {
            cx.send(Command::SetQuery(String::new()));
        }
    }
}

fn finds_ui(ui: &mut Ui, cx: PanelContext<'_>) {
    let search = cx.state.search();
    let any = !search.is_empty();
    ui.add_enabled_ui(any, |ui| {
        if icon_button_sized(ui, Icon::Down, MenuCommand::NextFind.text(), 24.0).clicked() {
            cx.send(MenuCommand::NextFind);
        }
        if icon_button_sized(ui, Icon::Up, MenuCommand::PreviousFind.text(), 24.0).clicked() {
            cx.send(MenuCommand::PreviousFind);
        }
    });
    let total = grouped(search.len());
    let label = match search.current() {
        _ if !any => "nothing found".to_owned(),
        Some(current) => format!("{} of {total}", grouped(current + 1)),
        None => format!("{total} found"),
    };
    ui.label(quiet(label));
}

fn select_all(ui: &Ui, id: Id, chars: usize) {
    use egui::text::{CCursor, CCursorRange};
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), id) {
        let range = CCursorRange::two(CCursor::new(0), CCursor::new(chars));
        state.cursor.set_char_range(Some(range));
        state.store(ui.ctx(), id);
    }
}
