//! What is remembered from one run to the next.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::timeline::Grouping;

use super::panels::Panels;
use super::timeline_panel::RememberedView;

/// How many recent files are remembered.
const RECENT: usize = 12;
/// Of how many sets of documents the view is remembered.
const VIEWS: usize = 50;

/// What is remembered from one run to the next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Light, dark or as the system is.
    pub theme: egui::ThemePreference,
    /// What the timeline's lanes are.
    pub lanes: Grouping,
    /// Which panels are open.
    pub panels: Panels,
    /// The size of the interface, 1 being as designed.
    pub scale: f32,
    /// Whether things jump to their place instead of moving there.
    pub less_motion: bool,
    /// What was opened, the latest first.
    pub recent: Vec<PathBuf>,
    /// Where documents were left on the timeline, the latest first.
    pub views: Vec<RememberedView>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: egui::ThemePreference::System,
            lanes: Grouping::default(),
            panels: Panels::default(),
            scale: 1.0,
            less_motion: false,
            recent: Vec::new(),
            views: Vec::new(),
        }
    }
}

impl Preferences {
    /// Puts views at the head of those remembered, each in place of one of the same documents.
    pub fn remember_views(&mut self, mut views: Vec<RememberedView>) {
        views.append(&mut self.views);
        for view in views {
            let is_new = self.views.iter().all(|other| other.documents != view.documents);
            if is_new && self.views.len() < VIEWS {
                self.views.push(view);
            }
        }
    }

    /// Puts paths at the head of the recent ones.
    pub fn remember(&mut self, paths: &[PathBuf]) {
        self.recent.retain(|path| !paths.contains(path));
        self.recent.splice(0..0, paths.iter().take(RECENT).cloned());
        self.recent.truncate(RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_opened_again_moves_to_the_head() {
        let mut preferences = Preferences::default();
        preferences.remember(&["a".into(), "b".into()]);
        preferences.remember(&["b".into()]);
        assert_eq!(preferences.recent, [PathBuf::from("b"), PathBuf::from("a")]);
    }

    #[test]
    fn only_so_many_are_remembered() {
        let mut preferences = Preferences::default();
        for number in 0..RECENT + 5 {
            preferences.remember(&[number.to_string().into()]);
        }
        assert_eq!(preferences.recent.len(), RECENT);
        assert_eq!(preferences.recent[0], PathBuf::from((RECENT + 4).to_string()));
    }
}
