//! The window: state, commands, panels, dialogs and work in the background.
//!
//! A panel reads the [`State`] and sends [`Command`]s; nothing else changes anything. Commands
//! are carried out between frames, one method for each, in [`dispatch`].
//!
//! This is the only room that knows egui. It has no opinion on what an event is or where a mark
//! is drawn: those come from the rooms below.

mod command;
mod context;
mod dispatch;
mod keys;
mod layout;
mod panels;
mod preferences;
mod search;
mod selection;
mod source_panel;
mod state;
mod timeline_panel;

pub use command::{Command, Group, MenuCommand, PastedText, Shortcut};
pub use context::{CommandQueue, PanelContext};
pub use panels::Panels;
pub use preferences::{LanesBy, Preferences};
pub use search::{Find, Search};
pub use selection::{Hover, Origin, Selection};
pub use state::State;

use source_panel::SourcePanel;
use timeline_panel::TimelinePanel;

/// The application, whatever window it is drawn into.
#[derive(Default)]
pub struct App {
    state: State,
    commands: CommandQueue,
    timeline: TimelinePanel,
    source: SourcePanel,
}

impl App {
    /// What the panels show.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// Carries a command out at the end of the frame, as if a panel had sent it.
    pub fn send(&self, command: impl Into<Command>) {
        self.commands.send(command);
    }

    /// Draws one frame and carries out what was asked for in it.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        keys::collect(&ctx, &self.commands);
        self.layout_ui(ui);
        self.dispatch(&ctx);
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    #[test]
    fn the_empty_window_draws() {
        let mut app = App::default();
        let ctx = egui::Context::default();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| app.ui(ui));
        output.textures_delta.clear();
    }
}
