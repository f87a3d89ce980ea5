//! The events as data.

use egui::Ui;

use crate::export::EventFormat;

use super::super::PanelContext;
use super::super::command::Command;
use super::super::controls::{counted, quiet};
use super::{Stay, buttons_ui};

/// How the events are to be written.
#[derive(Debug)]
pub(in crate::app) struct EventsDialog {
    format: EventFormat,
    error: Option<String>,
}

impl Default for EventsDialog {
    fn default() -> Self {
        Self { format: EventFormat::Csv, error: None }
    }
}

impl EventsDialog {
    /// The dialog again, with the reason why the events could not be saved.
    pub(in crate::app) const fn failed(format: EventFormat, error: String) -> Self {
        Self { format, error: Some(error) }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) -> Stay {
        let count = cx.state.project().events().count();
        ui.label(quiet(format!(
            "{} of {}, with and without a date.",
            counted(count, "event", "events"),
            counted(cx.state.project().documents().len(), "document", "documents"),
        )));
        ui.add_space(8.0);
        ui.radio_value(&mut self.format, EventFormat::Csv, "Table (CSV), for a spreadsheet");
        ui.radio_value(&mut self.format, EventFormat::Json, "JSON, one list");
        ui.radio_value(&mut self.format, EventFormat::JsonLines, "JSON Lines, one event a line");
        if let Some(error) = &self.error {
            ui.add_space(8.0);
            ui.colored_label(ui.visuals().error_fg_color, error);
        }
        match buttons_ui(ui, "Save…", true) {
            Some(Stay::Open) => {
                cx.send(Command::ExportEvents(self.format));
                Stay::Open
            }
            Some(Stay::Close) => Stay::Close,
            None => Stay::Open,
        }
    }
}
