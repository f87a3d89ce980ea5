//! Every command by its name.

use egui::{Key, ScrollArea, TextEdit, Ui, vec2};

use crate::text::Folded;

use super::super::PanelContext;
use super::super::command::MenuCommand;
use super::super::controls::{name_text_field, quiet};
use super::Stay;

/// How high the list of commands gets.
const LIST_PX: f32 = 360.0;

/// What is typed, and which of the commands found is marked.
#[derive(Debug, Default)]
pub(in crate::app) struct Palette {
    words: String,
    marked: usize,
    has_focus: bool,
}

impl Palette {
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) -> Stay {
        let (down, up, enter) = ui.input_mut(|input| {
            let none = egui::Modifiers::NONE;
            (
                input.consume_key(none, Key::ArrowDown),
                input.consume_key(none, Key::ArrowUp),
                input.consume_key(none, Key::Enter),
            )
        });
        let edit = TextEdit::singleline(&mut self.words)
            .hint_text(quiet("What do you want to do?"))
            .desired_width(f32::INFINITY);
        let response = ui.add(edit);
        name_text_field(&response, &self.words, "Command");
        if !std::mem::replace(&mut self.has_focus, true) {
            response.request_focus();
        }
        if response.changed() {
            self.marked = 0;
        }
        let found = find(&self.words);
        let last = found.len().saturating_sub(1);
        self.marked = match (down, up) {
            (true, _) => (self.marked + 1).min(last),
            (_, true) => self.marked.saturating_sub(1),
            _ => self.marked.min(last),
        };
        let mut chosen = found.get(self.marked).copied().filter(|_| enter);
        ui.add_space(8.0);
        let area = ScrollArea::vertical().max_height(LIST_PX).min_scrolled_height(LIST_PX);
        area.auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (at, &command) in found.iter().enumerate() {
                let marked = at == self.marked;
                let response = line_ui(ui, command, marked);
                if marked && (down || up) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(command);
                }
            }
            if found.is_empty() {
                ui.label(quiet("No command is called that."));
            }
        });
        match chosen {
            Some(command) => {
                cx.send(command);
                Stay::Close
            }
            None => Stay::Open,
        }
    }
}

fn line_ui(ui: &mut Ui, command: MenuCommand, marked: bool) -> egui::Response {
    let keys = command.shortcut_label(ui.ctx());
    let button = egui::Button::selectable(marked, command.text())
        .shortcut_text(quiet(keys))
        .min_size(vec2(ui.available_width(), 28.0));
    ui.add(button).on_hover_text(command.tooltip())
}

/// The commands whose name or description holds every word; those whose name begins with what
/// is typed come first.
fn find(words: &str) -> Vec<MenuCommand> {
    let needles: Vec<Folded> = words.split_whitespace().map(Folded::new).collect();
    let holds = |text: &str| needles.iter().all(|needle| needle.is_in(text));
    let mut found: Vec<_> = MenuCommand::ALL
        .into_iter()
        .filter(|command| *command != MenuCommand::Palette && *command != MenuCommand::Clear)
        .filter_map(|command| {
            let in_name = holds(command.text());
            (in_name || holds(command.tooltip())).then_some((!in_name, command))
        })
        .collect();
    found.sort_by_key(|(only_described, _)| *only_described);
    found.into_iter().map(|(_, command)| command).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_by_any_of_their_words() {
        assert_eq!(find("export pict")[0], MenuCommand::ExportPicture);
        assert_eq!(find("FOLDER")[0], MenuCommand::OpenFolder);
        assert!(find("no such thing").is_empty());
    }

    #[test]
    fn nothing_typed_lists_everything() {
        assert_eq!(find("").len(), MenuCommand::ALL.len() - 2);
    }
}
