//! The documents with their dates, and the filters, on the left.

mod date_field;
mod density_strip;
mod document_row;
mod filters;

use egui::{ScrollArea, Ui};

use crate::document::DocumentId;

use super::PanelContext;
use super::controls::section_heading;
use super::derived::Derived;
use date_field::DateField;
use density_strip::Strips;
use filters::Filters;

/// The room that is kept for the scroll bar, so that it covers no count.
const SCROLL_BAR_PX: f32 = 12.0;

/// What the panel remembers from frame to frame.
#[derive(Debug, Default)]
pub(super) struct DocumentsPanel {
    date_field: DateField,
    strips: Derived<u64, Strips>,
    filters: Filters,
    shown_serial: u64,
}

impl DocumentsPanel {
    /// Lets the user change a document's date where it stands.
    pub(super) fn edit_date(&mut self, id: DocumentId) {
        self.date_field.open(id, "");
    }

    /// Whether a date is being changed.
    pub(super) const fn is_editing(&self) -> bool {
        self.date_field.is_open()
    }

    /// Stops changing a date.
    pub(super) fn stop_editing(&mut self) {
        self.date_field.close();
    }

    /// Whether what it shows is being worked out.
    pub(super) const fn is_busy(&self) -> bool {
        self.strips.is_under_way() || self.filters.is_busy()
    }

    /// Draws the panel.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) {
        let documents = cx.state.project().documents();
        let serial = cx.state.selection().serial;
        let reveal = serial != self.shown_serial;
        self.shown_serial = serial;
        let project = cx.state.project();
        let revision = project.revision();
        self.strips
            .refresh(ui.ctx(), project, revision, |project, _| density_strip::strips(project));
        ScrollArea::vertical().id_salt("documents").auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_max_width(ui.available_width() - SCROLL_BAR_PX);
            section_heading(ui, "DOCUMENTS", Some(documents.len()));
            for analysed in documents {
                let strip = self.strips.get().get(&analysed.document().id);
                document_row::ui(ui, cx, analysed, strip, &mut self.date_field, reveal);
            }
            if documents.is_empty() {
                ui.label(super::controls::quiet("Nothing is open yet."));
            } else {
                ui.add_space(12.0);
                self.filters.ui(ui, cx);
            }
            ui.add_space(12.0);
        });
    }
}
