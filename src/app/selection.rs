//! What is selected and what the pointer is on: shared by all panels, so that a mark, its
//! sentence and its card light up together.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::DocumentId;
use crate::event::EventId;
use crate::text::Span;

/// What is selected.
///
/// A panel that shows the selection keeps the [`serial`](Self::serial) that it has shown last.
/// When that differs, and the selection was not made in the panel itself, the panel brings the
/// selection into view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The event, if one is selected.
    pub event: Option<EventId>,
    /// The document whose text is shown.
    pub document: Option<DocumentId>,
    /// The words to show in that document where no event says which: a search's find.
    pub passage: Option<Span>,
    /// Where it was selected.
    pub origin: Origin,
    /// Counts selections, also of the same thing again.
    pub serial: u64,
}

/// Where something was selected, so that the place itself does not move under the pointer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// By the program: the first document after opening.
    #[default]
    Program,
    /// On the timeline.
    Timeline,
    /// In the source text.
    Source,
    /// In the list of documents.
    Documents,
    /// On the card, in the tray, by search or by a key: every panel brings it into view.
    Elsewhere,
}

/// What the pointer is on. It is gathered during a frame and holds in the next one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hover {
    /// The event under the pointer, in whichever panel.
    pub event: Option<EventId>,
    /// The events that something under the pointer stands for: a place on the map.
    pub events: Option<Arc<BTreeSet<EventId>>>,
}
