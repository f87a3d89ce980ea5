//! The source text with its expressions and events marked, and the selected event's card.

use super::PanelContext;

/// What the source panel remembers from frame to frame.
#[derive(Debug, Default)]
pub(super) struct SourcePanel {}

impl SourcePanel {
    /// Draws the source text into the rest of `ui`.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui, cx: PanelContext<'_>) {
        if let Some(analysed) =
            cx.state.shown_document().and_then(|id| cx.state.project().document(id))
        {
            ui.label(&analysed.document().title);
        }
    }
}
