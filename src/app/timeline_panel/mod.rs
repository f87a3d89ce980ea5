//! The timeline itself: axis, lanes and marks, with its minimap and the tray of undated events.

use super::PanelContext;

/// What the timeline remembers from frame to frame.
#[derive(Debug, Default)]
pub(super) struct TimelinePanel {}

impl TimelinePanel {
    /// Draws the timeline into the rest of `ui`.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui, cx: PanelContext<'_>) {
        ui.label(format!("{} events", cx.state.admission().shown));
    }

    /// Zooms by a factor about the middle; above 1 shows less.
    pub(super) fn zoom(&mut self, _factor: f64) {}

    /// Moves by a part of the width; above 0 to later times.
    pub(super) fn pan(&mut self, _widths: f64) {}

    /// Shows everything.
    pub(super) fn fit_all(&mut self) {}

    /// Brings the selection to the middle; the second time in a row, fits it.
    pub(super) fn centre_selection(&mut self) {}

    /// The time in view, as people write it; nothing before anything was drawn.
    pub(super) fn view_label(&self) -> Option<String> {
        None
    }

    /// How many groups of events are folded into one mark.
    pub(super) fn folded_groups(&self) -> usize {
        0
    }
}
