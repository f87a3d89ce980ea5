//! Where the same documents were looked at last, to go on there when they are opened again.

use serde::{Deserialize, Serialize};

use super::TimelinePanel;
use crate::app::{Command, PanelContext};
use crate::document::DocumentId;
use crate::project::Edits;
use crate::time::Moment;
use crate::timeline::{Arrangement, Grouping, Model, Scale};

/// Where some documents were left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RememberedView {
    /// A number that stands for the documents.
    pub documents: u64,
    /// The stretch of time in view.
    pub stretch: (Moment, Moment),
    /// What the lanes were.
    pub lanes: Grouping,
    /// How they stood.
    pub arrangements: Vec<Arrangement>,
    /// The stretches that were marked.
    pub bookmarks: Vec<(Moment, Moment)>,
    /// How the axis ran.
    #[serde(default)]
    pub scale: Scale,
    /// What the user had changed: tags, stars, dates of documents.
    #[serde(default)]
    pub edits: Edits,
}

/// The number that stands for documents, whatever their order.
pub(super) fn key(documents: &[DocumentId]) -> u64 {
    let mixed = documents.iter().map(|id| id.value().wrapping_mul(0x9E37_79B9_7F4A_7C15));
    mixed.fold(documents.len() as u64, u64::wrapping_add)
}

impl TimelinePanel {
    /// Where the documents that are shown are being looked at; nothing before they are shown.
    pub(super) fn remembered(&self, lanes: Grouping, edits: &Edits) -> Option<RememberedView> {
        let stretch = self.navigator.target_stretch().filter(|_| !self.fitted.is_empty())?;
        Some(RememberedView {
            documents: key(&self.fitted),
            stretch,
            lanes,
            arrangements: self.lanes.all().cloned().collect(),
            bookmarks: self.bookmarks.clone(),
            scale: self.frames.last_model().map(Model::scale).unwrap_or_default(),
            edits: edits.clone(),
        })
    }

    /// Where all documents of this run were left, the latest first.
    pub(in crate::app) fn all_remembered(
        &self,
        lanes: Grouping,
        edits: &Edits,
    ) -> Vec<RememberedView> {
        self.remembered(lanes, edits).into_iter().chain(self.left.iter().rev().cloned()).collect()
    }

    /// Goes on where documents were left.
    pub(super) fn restore(&mut self, cx: PanelContext<'_>, view: RememberedView) {
        self.navigator.request_stretch(view.stretch);
        self.lanes.restore(view.arrangements);
        self.bookmarks = view.bookmarks;
        if !view.edits.is_empty() {
            cx.send(Command::TakeUpEdits(view.edits));
        }
        if view.lanes != cx.state.preferences().lanes {
            cx.send(Command::SetLanes(view.lanes));
        }
        if view.scale != cx.state.scale() {
            cx.send(Command::SetScale(view.scale));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_documents_does_not_matter_and_their_number_does() {
        let [a, b] = ["a", "b"].map(|text| DocumentId::of("test", text));
        assert_eq!(key(&[a, b]), key(&[b, a]));
        assert_ne!(key(&[a, b]), key(&[a]));
        assert_ne!(key(&[a]), key(&[b]));
    }
}
