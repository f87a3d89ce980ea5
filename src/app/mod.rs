//! The window: state, commands, panels, dialogs and work in the background.
//!
//! A panel reads the [`State`] and sends [`Command`]s; nothing else changes anything. Commands
//! are carried out between frames, one method for each, in `dispatch`.
//!
//! This is the only room that knows egui. It has no opinion on what an event is or where a mark
//! is drawn: those come from the rooms below.

mod accessible;
mod command;
mod context;
mod controls;
mod derived;
mod dialogs;
mod dispatch;
mod dispatch_menu;
mod documents_panel;
mod drop;
mod empty_state;
mod event_card;
mod export;
mod file_dialogs;
mod icons;
mod keys;
mod layout;
mod map_panel;
mod motion;
mod notices;
mod open;
mod paint;
mod panels;
mod picture_job;
mod plain_date;
mod preferences;
mod samples;
mod search;
mod search_field;
mod selection;
mod source_panel;
mod start;
mod state;
mod status_line;
mod style;
mod system_theme;
mod timeline_panel;
mod top_bar;
mod window;
mod wording;
mod work;

use std::sync::Arc;

pub use command::{Command, Group, MenuCommand, PastedText, Shortcut};
pub use context::{CommandQueue, PanelContext};
pub use dialogs::PictureRequest;
pub use file_dialogs::{Answer, FileDialogs, NoDialogs, ScriptedDialogs, SystemDialogs};
pub use notices::Notices;
pub use paint::Painting;
pub use panels::{Drawer, Panels};
pub use preferences::Preferences;
pub use search::{Find, Search};
pub use selection::{Hover, Origin, Selection};
pub use start::{Options, StartError, run};
pub use state::State;
pub use style::install;
pub use work::Purpose;

use dialogs::Dialogs;
use documents_panel::DocumentsPanel;
use map_panel::MapPanel;
use search_field::SearchField;
use source_panel::SourcePanel;
pub use timeline_panel::RememberedView;
use timeline_panel::TimelinePanel;
use work::Work;

/// What the application asks of its surroundings.
#[derive(Clone)]
pub struct Services {
    /// Asking for files.
    pub dialogs: Arc<dyn FileDialogs>,
}

impl Default for Services {
    fn default() -> Self {
        Self { dialogs: Arc::new(NoDialogs) }
    }
}

/// The application, whatever window it is drawn into.
#[derive(Default)]
pub struct App {
    state: State,
    commands: CommandQueue,
    services: Services,
    work: Work,
    timeline: TimelinePanel,
    map: MapPanel,
    source: SourcePanel,
    documents: DocumentsPanel,
    search: SearchField,
    dialogs: Dialogs,
    pending: export::Pending,
    /// The time of this frame, in seconds since the window opened.
    now_s: f64,
    /// What egui was last told of the preferences.
    applied: Option<Preferences>,
}

impl App {
    /// An application with nothing open.
    #[must_use]
    pub fn new(preferences: Preferences, services: Services) -> Self {
        let mut app = Self { services, ..Self::default() };
        app.state.panels = preferences.panels;
        app.state.preferences = preferences;
        app
    }

    /// What the panels show.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// What is to be remembered until the next run.
    #[must_use]
    pub fn preferences(&self) -> Preferences {
        let mut preferences =
            Preferences { panels: self.state.panels, ..self.state.preferences.clone() };
        let edits = self.state.project().edits();
        preferences.remember_views(self.timeline.all_remembered(preferences.lanes, edits));
        preferences
    }

    /// The start and the end of the time that the timeline shows, once there is something to show.
    #[must_use]
    pub fn timeline_stretch(&self) -> Option<(crate::time::Moment, crate::time::Moment)> {
        self.timeline.stretch()
    }

    /// What the timeline shows, in places of its axis: times, where the axis is linear.
    #[must_use]
    pub const fn timeline_view(&self) -> Option<crate::timeline::View> {
        self.timeline.view()
    }

    /// Whether work is under way in the background.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.work.is_busy()
            || self.timeline.is_arranging()
            || self.state.is_counting()
            || self.documents.is_busy()
            || self.source.is_busy()
            || self.map.is_busy()
    }

    /// Whether a dialog is open.
    #[must_use]
    pub const fn has_dialog(&self) -> bool {
        self.dialogs.is_open()
    }

    /// Carries a command out at the end of the frame, as if a panel had sent it.
    pub fn send(&self, command: impl Into<Command>) {
        self.commands.send(command);
    }

    /// Draws one frame and carries out what was asked for in it.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        self.now_s = ctx.time();
        self.take_up_work(&ctx);
        self.state.update_admission(&ctx);
        self.apply_preferences(&ctx);
        keys::collect(&ctx, &self.commands, self.dialogs.is_open());
        drop::collect(&ctx, &self.commands, self.dialogs.is_open());
        self.layout_ui(ui);
        self.dispatch(&ctx);
        self.state.forget_old_message(&ctx);
    }

    /// Tells egui what the preferences say, once for each change.
    fn apply_preferences(&mut self, ctx: &egui::Context) {
        let preferences = &self.state.preferences;
        let applied = self.applied.as_ref();
        if applied.is_none_or(|applied| applied.theme != preferences.theme) {
            ctx.set_theme(preferences.theme);
        }
        if applied.is_none_or(|applied| (applied.scale - preferences.scale).abs() > 1e-3) {
            ctx.set_zoom_factor(preferences.scale);
        }
        if applied.is_none_or(|applied| applied.less_motion != preferences.less_motion) {
            style::set_motion(ctx, preferences.less_motion);
        }
        if applied != Some(preferences) {
            self.applied = Some(preferences.clone());
        }
    }
}
