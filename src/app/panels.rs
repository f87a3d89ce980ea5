//! Which panels are open.

use serde::{Deserialize, Serialize};

/// Which panels are open. Their widths are remembered by egui.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panels {
    /// Documents and filters, on the left.
    pub documents: bool,
    /// The source text and the selected event's card, on the right.
    pub source: bool,
    /// The events without a date, below the timeline.
    pub tray: bool,
    /// The whole range at a glance, below the timeline.
    pub minimap: bool,
}

impl Default for Panels {
    fn default() -> Self {
        Self { documents: true, source: true, tray: false, minimap: true }
    }
}
