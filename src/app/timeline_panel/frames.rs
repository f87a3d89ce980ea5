//! What was worked out for the last frame, kept as long as it holds.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Pos2, Vec2};

use crate::app::PanelContext;
use crate::app::paint::Painting;
use crate::event::EventId;
use crate::scene::{Mode, Point, Size, Theme, measure};
use crate::time::Moment;
use crate::timeline::{
    self, Crowding, DocumentInfo, Frame, Grouping, Highlight, Layout, Model, View,
};

/// Everything that a frame depends on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FrameKey {
    /// The number of the model.
    pub(super) model: u64,
    /// The stretch of time.
    pub(super) view: View,
    /// Where the scene's corner is on the screen.
    pub(super) origin: Pos2,
    /// Its size.
    pub(super) size: Vec2,
    /// How far the lanes are scrolled down.
    pub(super) scroll_px: f32,
    /// Light or dark.
    pub(super) mode: Mode,
    /// Physical pixels to the point.
    pub(super) pixels_per_point: f32,
    /// The event under the pointer.
    pub(super) hovered: Option<EventId>,
    /// The selected event.
    pub(super) selected: Option<EventId>,
    /// The number of the search.
    pub(super) matches: u64,
    /// The events that something under the pointer stands for: the others step back.
    pub(super) lit: Option<Arc<BTreeSet<EventId>>>,
    /// Where the pointer is, in the scene.
    pub(super) pointer: Option<Pos2>,
    /// The present day.
    pub(super) now: Option<Moment>,
}

/// A frame: what is drawn where, and how.
pub(super) struct KeptFrame {
    key: FrameKey,
    /// The layout.
    pub(super) layout: Layout,
    /// The layout's scene, ready to be painted.
    pub(super) painting: Painting,
}

impl std::fmt::Debug for KeptFrame {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeptFrame").field("key", &self.key).finish_non_exhaustive()
    }
}

/// The model and the last frame, each remade only when it no longer holds.
#[derive(Debug, Default)]
pub(super) struct Frames {
    /// All events, whatever the filter, and the revision of the project that they are from.
    all: Option<(u64, Model)>,
    model: Option<Model>,
    model_number: u64,
    model_of: Option<(u64, Grouping)>,
    matches: Option<BTreeSet<EventId>>,
    matches_number: u64,
    matches_of: Option<(u64, String)>,
    kept: Option<KeptFrame>,
}

impl Frames {
    /// The events in lanes, as they are now.
    pub(super) fn model(&mut self, cx: PanelContext<'_>) -> &Model {
        let wanted = (cx.state.version(), cx.state.preferences().lanes);
        if self.model_of != Some(wanted) {
            self.model_of = Some(wanted);
            self.model_number += 1;
            self.model = None;
        }
        let all = &mut self.all;
        self.model.get_or_insert_with(|| arranged(all_events(all, cx, wanted.1), cx, wanted.1))
    }

    /// The number of the model: another one whenever the model is.
    pub(super) const fn model_number(&self) -> u64 {
        self.model_number
    }

    /// Takes note of what is looked for; the number of the search.
    pub(super) fn matches_number(&mut self, cx: PanelContext<'_>) -> u64 {
        let search = cx.state.search();
        let found = search.matches();
        let wanted = found.map(|_| (cx.state.version(), search.query().to_owned()));
        if self.matches_of != wanted {
            self.matches_of = wanted;
            self.matches_number += 1;
            self.matches = found.map(|found| found.events.iter().copied().collect());
        }
        self.matches_number
    }

    /// Makes the frame of a key the last one, unless it is already.
    pub(super) fn prepare(&mut self, key: FrameKey) {
        let Some(model) = &self.model else { return };
        if self.kept.as_ref().is_none_or(|kept| kept.key != key) {
            let theme = Theme::of(key.mode);
            let layout = timeline::layout(
                model,
                &Frame {
                    view: key.view,
                    size: Size::new(key.size.x, key.size.y),
                    scroll_px: key.scroll_px,
                    crowding: Crowding::Scroll,
                    theme: &theme,
                    measure: &measure,
                    highlight: Highlight {
                        hovered: key.hovered,
                        selected: key.selected,
                        matches: key.lit.as_deref().or(self.matches.as_ref()),
                        pointer: key.pointer.map(|at| Point::new(at.x, at.y)),
                    },
                    now: key.now,
                },
            );
            let painting = Painting::new(&layout.scene, key.origin, key.pixels_per_point);
            self.kept = Some(KeptFrame { key, layout, painting });
        }
    }

    /// The events and the last frame of them.
    pub(super) fn shown(&self) -> Option<(&Model, &Layout)> {
        Some((self.model.as_ref()?, &self.kept.as_ref()?.layout))
    }

    /// The last frame.
    pub(super) const fn last(&self) -> Option<&KeptFrame> {
        self.kept.as_ref()
    }
}

/// All events of the project, read anew only when it has changed.
fn all_events<'a>(
    all: &'a mut Option<(u64, Model)>,
    cx: PanelContext<'_>,
    grouping: Grouping,
) -> &'a Model {
    let project = cx.state.project();
    let revision = project.revision();
    let kept = all.take().filter(|(of, _)| *of == revision);
    let (_, model) = all.insert(kept.unwrap_or_else(|| {
        let documents = project.documents().iter().map(|analysed| DocumentInfo {
            id: analysed.document().id,
            title: &analysed.document().title,
            date: analysed.date().map(|date| date.interval),
        });
        (revision, Model::build(project.events(), documents, grouping))
    }));
    model
}

/// The events that the filter lets through, in lanes.
fn arranged(all: &Model, cx: PanelContext<'_>, grouping: Grouping) -> Model {
    let filter = cx.state.filter();
    if filter.is_empty() {
        return if all.grouping() == grouping { all.clone() } else { all.regrouped(grouping) };
    }
    let project = cx.state.project();
    all.filtered(grouping, |id| project.event(id).is_some_and(|event| filter.admits(event)))
}
