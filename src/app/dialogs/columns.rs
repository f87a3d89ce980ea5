//! What the columns of a table hold, where their names do not say it.

use std::path::PathBuf;

use egui::{ComboBox, Grid, Label, ScrollArea, Ui};

use crate::analysis::UnmappedTable;
use crate::import::{Mapping, Role};

use super::super::PanelContext;
use super::super::command::Command;
use super::super::controls::quiet;
use super::{Stay, buttons_ui};

/// How much of a cell is shown.
const LONGEST_EXAMPLE: usize = 40;

/// A table, and what is said of its columns.
#[derive(Debug)]
pub(in crate::app) struct ColumnsDialog {
    table: UnmappedTable,
    roles: Vec<Option<Role>>,
}

impl ColumnsDialog {
    /// A dialog on a table; columns whose names are known are filled in.
    pub(in crate::app) fn new(table: UnmappedTable) -> Self {
        let roles = table.columns.iter().map(|column| column.role).collect();
        Self { table, roles }
    }

    /// Puts the columns into the dialog that is open.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) -> Stay {
        let hint = "Choose the column with the date of each event, and the one that says what \
                    happened. The others are up to you.";
        ui.add(Label::new(quiet(hint)).wrap());
        ui.add_space(8.0);
        let area = ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]);
        area.show(ui, |ui| self.columns_ui(ui));
        let mapping = self.mapping();
        match buttons_ui(ui, "Open table", mapping.is_complete()) {
            Some(Stay::Open) => {
                cx.send(Command::OpenTable(PathBuf::from(&self.table.source), mapping));
                Stay::Close
            }
            Some(Stay::Close) => Stay::Close,
            None => Stay::Open,
        }
    }

    fn columns_ui(&mut self, ui: &mut Ui) {
        Grid::new("columns").num_columns(3).spacing([16.0, 6.0]).show(ui, |ui| {
            for (number, column) in self.table.columns.iter().enumerate() {
                let Some(role) = self.roles.get_mut(number) else { continue };
                ui.label(&column.name);
                let shown = ComboBox::from_id_salt(("role", number))
                    .selected_text(role.map_or("Not used", label))
                    .width(160.0)
                    .height(320.0)
                    .show_ui(ui, |ui| {
                        ui.selectable_value(role, None, "Not used");
                        for other in Role::ALL {
                            ui.selectable_value(role, Some(other), label(other));
                        }
                    });
                shown.response.widget_info(|| {
                    let name = format!("What {} holds", column.name);
                    egui::WidgetInfo::labeled(egui::Role::ComboBox, true, name)
                });
                let example: String = column.example.chars().take(LONGEST_EXAMPLE).collect();
                ui.add(Label::new(quiet(example)).truncate());
                ui.end_row();
            }
        });
    }

    fn mapping(&self) -> Mapping {
        let columns = self.table.columns.iter().zip(&self.roles);
        Mapping::new(columns.filter_map(|(column, role)| Some((column.name.clone(), (*role)?))))
    }
}

/// What a column may hold, in words.
const fn label(role: Role) -> &'static str {
    match role {
        Role::Title => "What happened",
        Role::Start => "Date or start",
        Role::StartMonth => "Month of the start",
        Role::StartDay => "Day of the start",
        Role::End => "End",
        Role::EndMonth => "Month of the end",
        Role::EndDay => "Day of the end",
        Role::Category => "Category",
        Role::Tags => "Tags",
        Role::Place => "Place",
        Role::Country => "Country",
        Role::Latitude => "Latitude",
        Role::Longitude => "Longitude",
        Role::Participants => "Participants",
        Role::Document => "Document or source",
        Role::Note => "Note",
        Role::Quote => "Quote",
        Role::Factuality => "Whether it happened",
        Role::Certainty => "Certainty of the date",
        Role::Confidence => "Confidence",
        Role::Granularity => "Precision of the date",
    }
}
