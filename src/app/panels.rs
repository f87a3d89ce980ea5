//! Which panels are open.

use serde::{Deserialize, Serialize};

/// Which panels are open. Their widths are remembered by egui.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "panels are open or not, each for itself")]
pub struct Panels {
    /// Documents and filters, on the left.
    pub documents: bool,
    /// The source text and the selected event's card, on the right.
    pub source: bool,
    /// The events without a date, below the timeline.
    pub tray: bool,
    /// The whole range at a glance, below the timeline.
    pub minimap: bool,
    /// The list instead of the timeline.
    pub list: bool,
    /// The map, above the timeline.
    pub map: bool,
    /// In a narrow window: which panel lies over the timeline.
    #[serde(skip)]
    pub drawer: Option<Drawer>,
    /// Whether the window is so narrow that the panels at the sides are drawers.
    #[serde(skip)]
    pub narrow: bool,
}

/// A panel that lies over the timeline in a narrow window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Drawer {
    /// Documents and filters.
    Documents,
    /// The source text.
    Source,
}

impl Panels {
    /// Shows or folds the documents.
    pub fn toggle_documents(&mut self) {
        self.toggle(Drawer::Documents);
    }

    /// Shows or folds the source text.
    pub fn toggle_source(&mut self) {
        self.toggle(Drawer::Source);
    }

    /// Makes sure that the source text is to be seen.
    pub fn show_source(&mut self) {
        self.source = true;
        if self.narrow {
            self.drawer = Some(Drawer::Source);
        }
    }

    /// Makes sure that the documents are to be seen.
    pub fn show_documents(&mut self) {
        self.documents = true;
        if self.narrow {
            self.drawer = Some(Drawer::Documents);
        }
    }

    fn toggle(&mut self, panel: Drawer) {
        if self.narrow {
            self.drawer = if self.drawer == Some(panel) { None } else { Some(panel) };
            return;
        }
        match panel {
            Drawer::Documents => self.documents ^= true,
            Drawer::Source => self.source ^= true,
        }
    }
}

impl Default for Panels {
    fn default() -> Self {
        Self {
            documents: true,
            source: true,
            tray: false,
            minimap: true,
            list: false,
            map: false,
            drawer: None,
            narrow: false,
        }
    }
}
