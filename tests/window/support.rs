//! The application in a harness that has no window: found and used through AccessKit, as a
//! screen reader would.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use dateline::app::{self, Answer, App, Command, Preferences, ScriptedDialogs, Services};
use dateline::event::EventId;
use dateline::timeline::View;
use egui::{ColorImage, Rect, Role, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::raster::Textures;

/// The application with everything a test needs to know of it.
pub(crate) struct Bench {
    /// The harness itself.
    pub(crate) harness: Harness<'static, App>,
    textures: Textures,
    size: [usize; 2],
}

/// The usual size of the window.
pub(crate) const USUAL: [usize; 2] = [1280, 800];

impl Bench {
    /// An empty application in a window of the usual size, in light colours.
    pub(crate) fn new() -> Self {
        Self::with(USUAL, egui::Theme::Light, [])
    }

    /// An empty application with other answers of the system's dialogs.
    pub(crate) fn answering(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self::with(USUAL, egui::Theme::Light, answers)
    }

    /// An empty application.
    pub(crate) fn with(
        size: [usize; 2],
        theme: egui::Theme,
        answers: impl IntoIterator<Item = Answer>,
    ) -> Self {
        let services = Services { dialogs: Arc::new(ScriptedDialogs::new(answers)) };
        Self::with_services(size, theme, services)
    }

    /// An empty application whose frames follow one another as they do for the eye: others are a
    /// quarter of a second apart, so that whatever moves is soon where it goes.
    pub(crate) fn smooth() -> Self {
        let services = Services { dialogs: Arc::new(ScriptedDialogs::new([])) };
        Self::build(USUAL, egui::Theme::Light, services, 1.0 / 60.0)
    }

    /// An empty application in other surroundings.
    pub(crate) fn with_services(size: [usize; 2], theme: egui::Theme, services: Services) -> Self {
        Self::build(size, theme, services, 0.25)
    }

    fn build(
        size: [usize; 2],
        theme: egui::Theme,
        services: Services,
        seconds_a_frame: f32,
    ) -> Self {
        let textures = Textures::default();
        let preferences =
            Preferences { theme: theme.into(), less_motion: true, ..Preferences::default() };
        let harness = Harness::builder()
            .with_size(Vec2::new(size[0] as f32, size[1] as f32))
            .with_theme(theme)
            .with_max_steps(60)
            .with_step_dt(seconds_a_frame)
            .with_context_setup(app::install)
            .renderer(textures.clone())
            .build_ui_state(fill_window, App::new(preferences, services));
        Self { harness, textures, size }
    }

    /// The same with the samples open.
    pub(crate) fn with_samples() -> Self {
        let mut bench = Self::new();
        bench.send(app::MenuCommand::OpenSamples);
        bench
    }

    /// The application.
    pub(crate) fn app(&self) -> &App {
        self.harness.state()
    }

    /// The dated events that the filter lets through, by time.
    pub(crate) fn events_by_time(&self) -> Vec<EventId> {
        let state = self.app().state();
        let admitted = state.project().events().filter(|event| state.filter().admits(event));
        let mut dated: Vec<_> = admitted
            .filter_map(|event| Some((event.when.interval()?.anchor(), event.id)))
            .collect();
        dated.sort_unstable();
        dated.into_iter().map(|(_, id)| id).collect()
    }

    /// The stretch of time that the timeline shows.
    pub(crate) fn view(&self) -> View {
        self.app().timeline_view().expect("the timeline shows something")
    }

    /// Where the timeline is drawn.
    pub(crate) fn canvas(&self) -> Rect {
        self.harness.get_by_label_contains("Timeline,").rect()
    }

    /// Where the first button is whose name has these words: a mark, a group, a lane's name.
    pub(crate) fn button(&self, words: &str) -> Rect {
        let has_words = |label: String| label.contains(words);
        let mut buttons = self.harness.query_all_by_role(Role::Button);
        let found = buttons.find(|node| node.accesskit_node().label().is_some_and(has_words));
        found.expect("a button with these words").rect()
    }

    /// Sends a command, and waits until what it started is done.
    pub(crate) fn send(&mut self, command: impl Into<Command>) {
        self.app().send(command);
        self.settle();
    }

    /// Opens files or folders.
    pub(crate) fn open(&mut self, paths: &[&Path]) {
        let paths: Vec<PathBuf> = paths.iter().map(|path| (*path).to_owned()).collect();
        self.send(Command::OpenPaths(paths));
    }

    /// Presses a key with what is held beside it.
    pub(crate) fn press(&mut self, modifiers: egui::Modifiers, key: egui::Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Draws frames until nothing moves and no work is under way.
    pub(crate) fn settle(&mut self) {
        let begun = Instant::now();
        self.harness.run_ok();
        while self.app().is_busy() {
            assert!(begun.elapsed() < Duration::from_mins(1), "the work does not end");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.harness.run_ok();
    }

    /// A picture of the window as it is now.
    pub(crate) fn picture(&self) -> ColorImage {
        let output = self.harness.output();
        let ctx = &self.harness.ctx;
        let primitives = ctx.tessellate(output.shapes.clone(), output.pixels_per_point);
        self.textures.draw(&primitives, self.size)
    }
}

/// Draws the application over the whole window: the harness leaves a margin of its own.
fn fill_window(ui: &mut egui::Ui, app: &mut App) {
    let window = ui.ctx().content_rect();
    let mut whole = ui.new_child(egui::UiBuilder::new().max_rect(window));
    whole.set_clip_rect(window);
    app.ui(&mut whole);
}

/// A folder with files in it: names and texts.
pub(crate) fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}
