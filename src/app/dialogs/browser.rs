//! Files and folders, drawn by the program itself where the system has no dialog for them.

use std::fs;
use std::path::{Path, PathBuf};

use egui::{Button, Key, ScrollArea, TextEdit, Ui, vec2};

use super::super::PanelContext;
use super::super::command::Command;
use super::super::controls::{icon_button_sized, name_text_field, quiet};
use super::super::icons::Icon;
use super::super::style;
use super::super::work::Purpose;
use super::{Stay, buttons_ui, field_name};

/// A folder, what stands in it, and what is chosen.
#[derive(Debug)]
pub(in crate::app) struct Browser {
    purpose: Purpose,
    folder: PathBuf,
    entries: Result<Vec<Entry>, String>,
    chosen: Vec<PathBuf>,
    path: String,
    name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    name: String,
    path: PathBuf,
    is_folder: bool,
}

impl Browser {
    /// A browser that begins in a folder; `name` is what a file to be saved is called.
    pub(in crate::app) fn new(purpose: Purpose, folder: PathBuf, name: &str) -> Self {
        let mut browser = Self {
            purpose,
            folder: PathBuf::new(),
            entries: Ok(Vec::new()),
            chosen: Vec::new(),
            path: String::new(),
            name: name.to_owned(),
        };
        browser.enter(folder);
        browser
    }

    pub(super) const fn title(&self) -> &'static str {
        match self.purpose {
            Purpose::OpenFiles => "Open files",
            Purpose::OpenFolder => "Open a folder",
            Purpose::SavePicture => "Save the picture",
            Purpose::SaveEvents => "Save the events",
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) -> Stay {
        self.path_ui(ui);
        ui.add_space(8.0);
        let mut entered = None;
        let mut done = false;
        egui::Frame::new()
            .stroke(ui.visuals().widgets.noninteractive.bg_stroke)
            .corner_radius(style::CORNER)
            .inner_margin(4.0)
            .show(ui, |ui| {
                ScrollArea::vertical().max_height(300.0).min_scrolled_height(300.0).show(
                    ui,
                    |ui| {
                        ui.set_width(ui.available_width());
                        ui.set_min_height(292.0);
                        ui.spacing_mut().item_spacing.y = 0.0;
                        self.entries_ui(ui, &mut entered, &mut done);
                    },
                );
            });
        if let Some(folder) = entered {
            self.enter(folder);
        }
        if self.saves() {
            field_name(ui, "File name");
            let name = ui.add(TextEdit::singleline(&mut self.name).desired_width(f32::INFINITY));
            name_text_field(&name, &self.name, "File name");
        }
        let ready = self.answer().is_some();
        match buttons_ui(ui, self.done_text(), ready) {
            Some(Stay::Close) => return Stay::Close,
            Some(Stay::Open) => done = true,
            None => {}
        }
        match self.answer() {
            Some(paths) if done => {
                cx.send(Command::PathsChosen(self.purpose, paths));
                Stay::Close
            }
            _ => Stay::Open,
        }
    }

    fn path_ui(&mut self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            let parent = self.folder.parent().map(Path::to_owned);
            ui.add_enabled_ui(parent.is_some(), |ui| {
                if icon_button_sized(ui, Icon::ArrowUp, "Folder above", 28.0).clicked()
                    && let Some(parent) = parent
                {
                    self.enter(parent);
                }
            });
            let edit = TextEdit::singleline(&mut self.path).desired_width(f32::INFINITY);
            let response = ui.add(edit);
            name_text_field(&response, &self.path, "Folder");
            if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
                self.enter_typed();
            }
        });
    }

    /// A typed path may be a folder to enter or a file to choose.
    fn enter_typed(&mut self) {
        let path = PathBuf::from(self.path.trim());
        if path.is_file() {
            let folder = path.parent().map(Path::to_owned).unwrap_or_default();
            self.enter(folder);
            self.chosen = vec![path];
        } else {
            self.enter(path);
        }
    }

    fn entries_ui(&mut self, ui: &mut Ui, entered: &mut Option<PathBuf>, done: &mut bool) {
        let entries = match &self.entries {
            Ok(entries) => entries,
            Err(error) => {
                ui.colored_label(ui.visuals().warn_fg_color, error);
                return;
            }
        };
        if entries.is_empty() {
            ui.label(quiet("This folder is empty."));
        }
        for entry in entries {
            if !entry.is_folder && self.purpose == Purpose::OpenFolder {
                continue;
            }
            let chosen = self.chosen.contains(&entry.path);
            let response = entry_ui(ui, entry, chosen);
            if entry.is_folder && response.double_clicked() {
                *entered = Some(entry.path.clone());
            } else if response.double_clicked() {
                *done = true;
            } else if response.clicked() {
                let several = ui.input(|input| input.modifiers.command || input.modifiers.shift);
                choose(&mut self.chosen, entry, several && self.purpose == Purpose::OpenFiles);
                if self.purpose.saves() && !entry.is_folder {
                    self.name.clone_from(&entry.name);
                }
            }
        }
    }

    fn enter(&mut self, folder: PathBuf) {
        self.entries = list(&folder);
        self.path = folder.display().to_string();
        self.folder = folder;
        self.chosen.clear();
    }

    /// What is chosen, if that is enough.
    fn answer(&self) -> Option<Vec<PathBuf>> {
        match self.purpose {
            Purpose::OpenFiles if self.chosen.is_empty() => None,
            Purpose::OpenFolder if self.chosen.is_empty() => Some(vec![self.folder.clone()]),
            Purpose::OpenFiles | Purpose::OpenFolder => Some(self.chosen.clone()),
            Purpose::SavePicture | Purpose::SaveEvents => {
                let name = self.name.trim();
                (!name.is_empty() && self.entries.is_ok()).then(|| vec![self.folder.join(name)])
            }
        }
    }

    const fn saves(&self) -> bool {
        self.purpose.saves()
    }

    const fn done_text(&self) -> &'static str {
        match self.purpose {
            Purpose::OpenFiles => "Open",
            Purpose::OpenFolder => "Open folder",
            Purpose::SavePicture | Purpose::SaveEvents => "Save",
        }
    }
}

fn choose(chosen: &mut Vec<PathBuf>, entry: &Entry, several: bool) {
    if !several {
        *chosen = vec![entry.path.clone()];
    } else if let Some(at) = chosen.iter().position(|path| *path == entry.path) {
        chosen.remove(at);
    } else {
        chosen.push(entry.path.clone());
    }
}

fn entry_ui(ui: &mut Ui, entry: &Entry, chosen: bool) -> egui::Response {
    let button = Button::selectable(chosen, format!("      {}", entry.name))
        .truncate()
        .min_size(vec2(ui.available_width(), 26.0));
    let response = ui.add(button);
    let icon = if entry.is_folder { Icon::Folder } else { Icon::Document };
    let theme = style::theme(ui.ctx());
    let color = if entry.is_folder { theme.accent } else { theme.muted };
    let room = egui::Rect::from_center_size(
        egui::pos2(response.rect.left() + 16.0, response.rect.center().y),
        vec2(16.0, 16.0),
    );
    icon.paint(ui.painter(), room, style::color(color));
    response
}

/// What stands in a folder, folders first, hidden files left out.
fn list(folder: &Path) -> Result<Vec<Entry>, String> {
    let entries =
        fs::read_dir(folder).map_err(|error| format!("This folder cannot be read: {error}."))?;
    let mut list: Vec<_> = entries
        .filter_map(Result::ok)
        .map(|entry| Entry {
            name: entry.file_name().to_string_lossy().into_owned(),
            is_folder: entry.path().is_dir(),
            path: entry.path(),
        })
        .filter(|entry| !entry.name.starts_with('.'))
        .collect();
    list.sort_by_cached_key(|entry| (!entry.is_folder, entry.name.to_lowercase()));
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["b.txt", "A.txt", ".hidden"] {
            fs::write(folder.path().join(name), "text").expect("a file");
        }
        fs::create_dir(folder.path().join("z")).expect("a folder");
        folder
    }

    #[test]
    fn folders_come_first_and_hidden_files_not_at_all() {
        let folder = folder();
        let names: Vec<_> =
            list(folder.path()).expect("readable").into_iter().map(|entry| entry.name).collect();
        assert_eq!(names, ["z", "A.txt", "b.txt"]);
    }

    #[test]
    fn a_folder_that_cannot_be_read_says_so() {
        assert!(list(Path::new("/no/such/folder")).is_err_and(|error| error.contains("cannot")));
    }

    #[test]
    fn a_typed_file_is_chosen_in_its_folder() {
        let folder = folder();
        let mut browser = Browser::new(Purpose::OpenFiles, PathBuf::from("/"), "");
        let file = folder.path().join("b.txt");
        browser.path = file.display().to_string();
        browser.enter_typed();
        assert_eq!(browser.answer(), Some(vec![file]));
    }

    #[test]
    fn a_file_to_be_saved_needs_a_name() {
        let folder = folder();
        let mut browser =
            Browser::new(Purpose::SavePicture, folder.path().to_owned(), "timeline.png");
        assert_eq!(browser.answer(), Some(vec![folder.path().join("timeline.png")]));
        browser.name.clear();
        assert_eq!(browser.answer(), None);
    }
}
