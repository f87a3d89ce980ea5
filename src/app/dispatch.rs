//! Carrying commands out: those that speak of something.

use std::collections::BTreeSet;

use egui::Context;

use crate::document::{DateCandidate, DocumentId};
use crate::event::{Category, EventId};
use crate::project::{self, Filter};
use crate::text::Span;

use super::App;
use super::command::Command;
use super::dialogs::{ColumnsDialog, Dialog, PasteDialog};
use super::search::Find;
use super::selection::Origin;
use super::work::Finished;

impl App {
    /// Carries out what was sent during this frame.
    pub(super) fn dispatch(&mut self, ctx: &Context) {
        let hover = std::mem::take(&mut self.state.hover);
        for command in self.commands.take() {
            self.perform(ctx, command);
        }
        self.state.update_admission(ctx);
        if let Some((number, query)) = self.state.update_search() {
            let project = self.state.project().clone();
            self.work.start(ctx, Some("Searching"), move |_| {
                Finished::Searched(number, project::search(&project, &query))
            });
        }
        if self.state.hover != hover {
            ctx.request_repaint();
        }
    }

    /// Takes up what was finished in the background.
    pub(super) fn take_up_work(&mut self, ctx: &Context) {
        for finished in self.work.finished() {
            match finished {
                Finished::Opened(paths, outcome) => self.opened(&paths, outcome),
                Finished::Columns(Ok(table)) => {
                    self.dialogs.open(Dialog::Columns(ColumnsDialog::new(table)));
                }
                Finished::Columns(Err(diagnostic)) => {
                    self.state.say(self.now_s, diagnostic.message.clone());
                    self.state.notices.add(vec![diagnostic]);
                }
                Finished::Chosen(purpose, answer) => self.answered(ctx, purpose, answer),
                Finished::Searched(number, found) => self.state.search.answer(number, found),
                Finished::Written(purpose, result) => self.written(purpose, result),
                Finished::Lost => {
                    self.state.say(self.now_s, "Something went wrong; it was not done");
                }
            }
        }
    }

    fn perform(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::HoverEvent(id) => self.state.hover.event = Some(id),
            Command::HoverEvents(ids) => self.state.hover.events = Some(ids),
            command => {
                self.perform_change(ctx, command);
                ctx.request_repaint();
            }
        }
    }

    fn perform_change(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::Menu(command) => self.perform_menu(ctx, command),
            Command::OpenPaths(paths) => self.open_paths(ctx, paths),
            Command::ChooseColumns(path) => self.read_columns(ctx, path),
            Command::OpenTable(path, mapping) => self.open_table(ctx, path, mapping),
            Command::Paste(text) => self.dialogs.open(Dialog::Paste(PasteDialog::new(text))),
            Command::OpenText(text) => self.open_text(ctx, text),
            Command::CloseDocument(id) => self.close_document(id),
            Command::SetDocumentDate(id, date) => self.set_document_date(id, date),
            Command::ResetDocumentDate(id) => self.reset_document_date(id),
            Command::SetTags(id, tags) => {
                self.state.change("Change an event's tags", |project| project.set_tags(id, tags));
            }
            Command::SelectEvent(id, origin) => self.select_event(id, origin),
            Command::SelectDocument(id, origin) => self.select_document(id, origin),
            Command::ShowPassage(id, span) => self.show_passage(id, span),
            Command::HoverEvent(_) | Command::HoverEvents(_) => {}
            Command::SetQuery(query) => self.state.search.set_query(query),
            Command::ToggleCategory(category) => {
                self.filter("Filter by category", |f| toggle(&mut f.hidden_categories, category));
            }
            Command::SoloCategory(category) => self.solo_category(category),
            Command::ToggleFactuality(value) => {
                self.filter("Filter by factuality", |f| toggle(&mut f.hidden_factualities, value));
            }
            Command::ToggleDocument(id) => {
                self.filter("Filter by document", |f| toggle(&mut f.hidden_documents, id));
            }
            Command::TogglePlace(name) => {
                self.filter("Filter by place", |f| toggle(&mut f.places, name));
            }
            Command::FilterPlaces(names) => self.filter("Filter by place", |f| f.places = names),
            Command::FilterSpan(span) => self.filter("Filter by time", |f| f.span = span),
            Command::SetLanes(lanes) => self.state.preferences.lanes = lanes,
            Command::TakeUpEdits(edits) => {
                self.state.change("Take up earlier changes", |project| project.take_up(edits));
            }
            Command::SetScale(scale) => self.state.set_scale(scale, None),
            Command::ExportPicture(request) => self.export_picture(ctx, request),
            Command::ExportEvents(format) => self.export_events(ctx, format),
            Command::PathsChosen(purpose, paths) => self.chosen(ctx, purpose, paths),
            Command::Say(text) => self.state.say(self.now_s, text),
        }
    }

    /// Changes what is shown; `what` names the change.
    fn filter(&mut self, what: &str, change: impl FnOnce(&mut Filter)) {
        self.state.change_filter(what, change);
    }

    pub(super) fn close_document(&mut self, id: DocumentId) {
        self.state.change("Close document", |project| project.remove(id));
    }

    fn set_document_date(&mut self, id: DocumentId, date: Option<DateCandidate>) {
        let before = self.state.dated_events(id);
        let message = match &date {
            Some(date) => format!("The document is now dated {}", date.interval.label()),
            None => "The document now has no date".to_owned(),
        };
        self.state
            .change("Change the document's date", |project| project.set_document_date(id, date));
        let moved = self.state.moved_since(id, &before);
        self.state.say(self.now_s, format!("{message}; {moved}"));
    }

    fn reset_document_date(&mut self, id: DocumentId) {
        self.state.change("Change the document's date", |project| project.reset_document_date(id));
    }

    pub(super) fn select_event(&mut self, id: EventId, origin: Origin) {
        let document = self.state.project().event(id).and_then(|event| event.evidence.first());
        let document = document.map(|evidence| evidence.document);
        let selection = &mut self.state.selection;
        selection.event = Some(id);
        selection.document = document.or(selection.document);
        selection.passage = None;
        selection.origin = origin;
        selection.serial += 1;
    }

    pub(super) fn select_document(&mut self, id: DocumentId, origin: Origin) {
        let selection = &mut self.state.selection;
        selection.event = None;
        selection.document = Some(id);
        selection.passage = None;
        selection.origin = origin;
        selection.serial += 1;
    }

    fn show_passage(&mut self, id: DocumentId, span: Span) {
        self.select_document(id, Origin::Elsewhere);
        self.state.selection.passage = Some(span);
    }

    /// Shows a category alone; all, if it is shown alone already.
    fn solo_category(&mut self, category: Category) {
        let others: BTreeSet<_> =
            Category::ALL.into_iter().filter(|&other| other != category).collect();
        self.filter("Filter by category", |filter| {
            let alone = filter.hidden_categories == others;
            filter.hidden_categories = if alone { BTreeSet::new() } else { others };
        });
    }

    pub(super) fn go_to_find(&mut self, step: isize) {
        match self.state.search.advance(step) {
            Some(Find::Event(id)) => self.select_event(id, Origin::Elsewhere),
            Some(Find::Text(id, span)) => self.show_passage(id, span),
            None => {}
        }
    }

    pub(super) fn step_event(&mut self, step: isize) {
        let selected = self.state.selection.event;
        if let Some(id) = self.timeline.neighbour(selected, step > 0) {
            self.select_event(id, Origin::Elsewhere);
        }
    }
}

/// Puts a value into a set, or takes it out.
fn toggle<T: Ord>(set: &mut BTreeSet<T>, value: T) {
    if !set.remove(&value) {
        set.insert(value);
    }
}
