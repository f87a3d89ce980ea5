//! Changing a document's date by typing in plain words.

use egui::{Id, Key, TextEdit, Ui};

use crate::analysis::Analysed;
use crate::clock;
use crate::document::{DateCandidate, DocumentId};
use crate::time::Interval;

use super::super::command::Command;
use super::super::controls::{name_text_field, quiet};
use super::super::open::user_date;
use super::super::plain_date::understand;
use super::super::{PanelContext, wording};

/// The field in which a date is typed, for one document at a time.
#[derive(Debug, Default)]
pub(super) struct DateField {
    open: Option<Open>,
}

#[derive(Debug)]
struct Open {
    document: DocumentId,
    words: String,
    wants_focus: bool,
}

impl DateField {
    /// Opens the field for a document, with these words in it.
    pub(super) fn open(&mut self, document: DocumentId, words: &str) {
        self.open = Some(Open { document, words: words.to_owned(), wants_focus: true });
    }

    /// Closes the field; nothing is changed.
    pub(super) fn close(&mut self) {
        self.open = None;
    }

    /// Whether a date is being changed.
    pub(super) const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Whether it is open for this document.
    pub(super) fn is_open_for(&self, document: DocumentId) -> bool {
        self.open.as_ref().is_some_and(|open| open.document == document)
    }

    /// Draws the field with what its words mean, and the dates that the document suggests.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>, analysed: &Analysed) {
        let Some(open) = &mut self.open else {
            return;
        };
        let mut done = false;
        ui.add_space(2.0);
        let edit = TextEdit::singleline(&mut open.words)
            .id(Id::unique("document date"))
            .hint_text(quiet("3 May 2022, last Friday, 2022-05-03"))
            .desired_width(f32::INFINITY);
        let response = ui.add(edit);
        name_text_field(&response, &open.words, "Document date");
        if std::mem::take(&mut open.wants_focus) {
            response.request_focus();
        }
        let meaning = understand(&open.words, clock::now());
        meaning_ui(ui, &open.words, meaning);
        let (enter, escape) =
            ui.input(|input| (input.key_pressed(Key::Enter), input.key_pressed(Key::Escape)));
        if response.lost_focus() && enter {
            match meaning {
                Some(interval) => {
                    let date = user_date(&open.words, interval);
                    cx.send(Command::SetDocumentDate(open.document, Some(date)));
                    done = true;
                }
                None => open.wants_focus = true,
            }
        } else if response.lost_focus() && escape {
            done = true;
        }
        done |= suggestions_ui(ui, cx, analysed);
        ui.add_space(6.0);
        if done {
            self.open = None;
        }
    }
}

fn meaning_ui(ui: &mut Ui, words: &str, meaning: Option<Interval>) {
    let text = match meaning {
        Some(interval) => format!("{} · Enter to set", interval.label()),
        None if words.trim().is_empty() => "Type a date in plain words.".to_owned(),
        None => "This is not understood as a date.".to_owned(),
    };
    ui.label(quiet(text));
}

/// The dates that the document itself suggests, and a way to say that it has none.
fn suggestions_ui(ui: &mut Ui, cx: PanelContext<'_>, analysed: &Analysed) -> bool {
    let id = analysed.document().id;
    let mut done = false;
    for candidate in analysed.date_candidates() {
        if Some(candidate) == analysed.date() {
            continue;
        }
        let origin = wording::date_origin(candidate.origin);
        let text = format!("{} · {origin}", candidate.interval.label());
        if ui.add(egui::Button::new(quiet(text)).truncate()).clicked() {
            cx.send(Command::SetDocumentDate(id, Some(taken(candidate))));
            done = true;
        }
    }
    ui.horizontal(|ui| {
        if ui.small_button("Cancel").clicked() {
            done = true;
        }
        if analysed.date().is_some() && ui.small_button("It has no date").clicked() {
            cx.send(Command::SetDocumentDate(id, None));
            done = true;
        }
    });
    done
}

/// A suggestion that the user took: it is the user's date, in the words where it was found.
fn taken(candidate: &DateCandidate) -> DateCandidate {
    user_date(&candidate.words, candidate.interval)
}
