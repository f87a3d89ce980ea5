//! Where the panels stand.

use egui::{CentralPanel, Panel, Ui};

use super::{App, PanelContext};

impl App {
    /// Draws the whole window.
    pub(super) fn layout_ui(&mut self, ui: &mut Ui) {
        let cx = PanelContext::new(&self.state, &self.commands);
        let mut open = *self.state.panels();
        Panel::left("documents").default_size(232.0).show_collapsible(
            ui,
            &mut open.documents,
            |ui| ui.label("Documents"),
        );
        Panel::right("source")
            .default_size(340.0)
            .show_collapsible(ui, &mut open.source, |ui| self.source.ui(ui, cx));
        CentralPanel::default().show(ui, |ui| self.timeline.ui(ui, cx));
        self.state.panels = open;
    }
}
