//! Carrying commands out.

use egui::Context;

use crate::document::{DateCandidate, DocumentId};
use crate::event::EventId;
use crate::text::Span;

use super::App;
use super::command::{Command, MenuCommand};
use super::search::Find;
use super::selection::{Hover, Origin};

/// How much one key press zooms.
const ZOOM_STEP: f64 = 1.4;
/// How much of the width one key press moves.
const PAN_STEP: f64 = 0.15;

impl App {
    /// Carries out what was sent during this frame.
    pub(super) fn dispatch(&mut self, ctx: &Context) {
        let hover = self.state.hover;
        self.state.hover = Hover::default();
        for command in self.commands.take() {
            self.perform(ctx, command);
        }
        self.state.update_search();
        if self.state.hover != hover {
            ctx.request_repaint();
        }
    }

    fn perform(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::HoverEvent(id) => {
                self.state.hover = Hover { event: Some(id) };
                return;
            }
            Command::Menu(command) => self.perform_menu(ctx, command),
            Command::CloseDocument(id) => self.close_document(id),
            Command::SetDocumentDate(id, date) => self.set_document_date(id, date),
            Command::ResetDocumentDate(id) => self.reset_document_date(id),
            Command::SelectEvent(id, origin) => self.select_event(id, origin),
            Command::SelectDocument(id, origin) => self.select_document(id, origin),
            Command::ShowPassage(id, span) => self.show_passage(id, span),
            Command::SetQuery(query) => self.state.search.set_query(query),
            Command::ToggleCategory(category) => {
                self.state.change_filter(|f| toggle(&mut f.hidden_categories, category));
            }
            Command::ToggleFactuality(value) => {
                self.state.change_filter(|f| toggle(&mut f.hidden_factualities, value));
            }
            Command::ToggleDocument(id) => {
                self.state.change_filter(|f| toggle(&mut f.hidden_documents, id));
            }
            Command::TogglePlace(name) => {
                self.state.change_filter(|f| toggle(&mut f.places, name));
            }
            Command::SetLanes(lanes) => self.state.preferences.lanes = lanes,
            _ => {}
        }
        ctx.request_repaint();
    }

    fn perform_menu(&mut self, ctx: &Context, command: MenuCommand) {
        use MenuCommand as C;
        match command {
            C::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            C::Undo => drop(self.state.undo()),
            C::Redo => drop(self.state.redo()),
            C::NextFind => self.go_to_find(1),
            C::PreviousFind => self.go_to_find(-1),
            C::ZoomIn => self.timeline.zoom(ZOOM_STEP),
            C::ZoomOut => self.timeline.zoom(1.0 / ZOOM_STEP),
            C::PanEarlier => self.timeline.pan(-PAN_STEP),
            C::PanLater => self.timeline.pan(PAN_STEP),
            C::FitAll => self.timeline.fit_all(),
            C::CentreSelection => self.timeline.centre_selection(),
            C::NextEvent => self.step_event(1),
            C::PreviousEvent => self.step_event(-1),
            C::ToggleDocuments => self.state.panels.documents ^= true,
            C::ToggleSource => self.state.panels.source ^= true,
            C::ToggleTray => self.state.panels.tray ^= true,
            C::ToggleMinimap => self.state.panels.minimap ^= true,
            _ => {}
        }
    }

    fn close_document(&mut self, id: DocumentId) {
        self.state.change("Close document", |project| project.remove(id));
    }

    fn set_document_date(&mut self, id: DocumentId, date: Option<DateCandidate>) {
        self.state
            .change("Change the document's date", |project| project.set_document_date(id, date));
    }

    fn reset_document_date(&mut self, id: DocumentId) {
        self.state.change("Change the document's date", |project| project.reset_document_date(id));
    }

    fn select_event(&mut self, id: EventId, origin: Origin) {
        let document = self.state.project().event(id).and_then(|event| event.evidence.first());
        let document = document.map(|evidence| evidence.document);
        let selection = &mut self.state.selection;
        selection.event = Some(id);
        selection.document = document.or(selection.document);
        selection.passage = None;
        selection.origin = origin;
        selection.serial += 1;
    }

    fn select_document(&mut self, id: DocumentId, origin: Origin) {
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

    fn go_to_find(&mut self, step: isize) {
        match self.state.search.advance(step) {
            Some(Find::Event(id)) => self.select_event(id, Origin::Elsewhere),
            Some(Find::Text(id, span)) => self.show_passage(id, span),
            None => {}
        }
    }

    fn step_event(&mut self, step: isize) {
        if let Some(id) = self.state.event_beside_selection(step) {
            self.select_event(id, Origin::Elsewhere);
        }
    }
}

/// Puts a value into a set, or takes it out.
fn toggle<T: Ord>(set: &mut std::collections::BTreeSet<T>, value: T) {
    if !set.remove(&value) {
        set.insert(value);
    }
}
