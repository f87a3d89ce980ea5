//! The application in a window of the desktop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::start::Options;
use super::system_theme::SystemTheme;
use super::{App, Command, Preferences, Services, SystemDialogs, style};

/// The application in a window of the desktop.
pub(super) struct Window {
    app: App,
    started: Arc<AtomicBool>,
    system_theme: SystemTheme,
}

/// Where eframe keeps the [`Preferences`].
const PREFERENCES_KEY: &str = "preferences";

impl Window {
    pub(super) fn new(
        cc: &eframe::CreationContext<'_>,
        options: Options,
        started: Arc<AtomicBool>,
    ) -> Self {
        let preferences = cc
            .storage
            .and_then(|storage| eframe::get_value::<Preferences>(storage, PREFERENCES_KEY))
            .unwrap_or_default();
        style::install(&cc.egui_ctx);
        let services = Services { dialogs: std::sync::Arc::new(SystemDialogs) };
        let app = App::new(preferences, services);
        if !options.paths.is_empty() {
            app.send(Command::OpenPaths(options.paths));
        }
        Self { app, started, system_theme: SystemTheme::listen(&cc.egui_ctx) }
    }
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.started.store(true, Ordering::Relaxed);
        self.app.ui(ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, PREFERENCES_KEY, &self.app.preferences());
    }

    fn raw_input_hook(&mut self, _ctx: &egui::Context, raw_input: &mut egui::RawInput) {
        self.system_theme.apply(raw_input);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
