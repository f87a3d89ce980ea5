//! Text that becomes a document.

use egui::{ScrollArea, TextEdit, Ui};

use crate::clock;

use super::super::PanelContext;
use super::super::command::{Command, PastedText};
use super::super::controls::{name_text_field, quiet};
use super::super::open::user_date;
use super::super::plain_date::understand;
use super::{Stay, buttons_ui, field_name};

/// Beyond this the text is not shown in a field: laying it out would take long.
const SHOWN_BYTES: usize = 200_000;

/// The text and what is said of it.
#[derive(Debug, Default)]
pub(in crate::app) struct PasteDialog {
    text: String,
    title: String,
    date: String,
}

impl PasteDialog {
    /// A dialog with this text in it.
    pub(in crate::app) fn new(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// Puts text into the dialog that is open.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) -> Stay {
        self.text_ui(ui);
        field_name(ui, "Title, if it has one");
        let title = ui.add(
            TextEdit::singleline(&mut self.title)
                .hint_text(quiet("Its first line"))
                .desired_width(f32::INFINITY),
        );
        name_text_field(&title, &self.title, "Title");
        field_name(ui, "When was it written?");
        let date = ui.add(
            TextEdit::singleline(&mut self.date)
                .hint_text(quiet("3 May 2022; leave empty if the text says so itself"))
                .desired_width(f32::INFINITY),
        );
        name_text_field(&date, &self.date, "Date");
        let meaning = understand(&self.date, clock::now());
        let no_date = self.date.trim().is_empty();
        let hint = match meaning {
            _ if no_date => String::new(),
            Some(interval) => interval.label(),
            None => "This is not understood as a date.".to_owned(),
        };
        ui.label(quiet(hint));
        let ready = !self.text.trim().is_empty() && (no_date || meaning.is_some());
        match buttons_ui(ui, "Add document", ready) {
            Some(Stay::Open) => {
                cx.send(Command::OpenText(PastedText {
                    title: std::mem::take(&mut self.title),
                    text: std::mem::take(&mut self.text),
                    date: meaning.map(|interval| user_date(&self.date, interval)),
                }));
                Stay::Close
            }
            Some(Stay::Close) => Stay::Close,
            None => Stay::Open,
        }
    }

    fn text_ui(&mut self, ui: &mut Ui) {
        if self.text.len() > SHOWN_BYTES {
            ui.label(format!("{} characters of text", self.text.chars().count()));
            return;
        }
        ScrollArea::vertical().max_height(220.0).show(ui, |ui| {
            let edit = TextEdit::multiline(&mut self.text)
                .hint_text(quiet("Paste or type the text here"))
                .desired_width(f32::INFINITY)
                .desired_rows(10);
            let response = ui.add(edit);
            name_text_field(&response, "", "Text");
        });
    }
}
