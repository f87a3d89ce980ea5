//! What was worked out for the last frame, kept as long as it holds.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError};

use egui::{Context, Pos2, Vec2};

use super::arranging::{Arranging, Models};

use crate::app::PanelContext;
use crate::app::derived::AT_ONCE;
use crate::app::paint::Painting;
use crate::event::EventId;
use crate::scene::{Mode, Point, Size, Theme, measure};
use crate::time::Moment;
use crate::timeline::{
    self, Arrangement, Crowding, Frame, Grouping, Highlight, Layout, Model, Scale, View,
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
    /// How far what changes with the zoom has come to rest.
    pub(super) settled: f32,
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
    /// The event whose distance from the selected one is shown.
    pub(super) measured: Option<EventId>,
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
    model_of: Option<Wanted>,
    under_way: Option<UnderWay>,
    matches: Option<Vec<EventId>>,
    matches_number: u64,
    matches_of: Option<(u64, String)>,
    kept: Option<KeptFrame>,
}

/// What a model depends on.
#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    revision: u64,
    version: u64,
    arrangement: Arrangement,
    scale: Scale,
}

/// A model that is being made off the interface's thread.
#[derive(Debug)]
struct UnderWay {
    wanted: Wanted,
    models: Receiver<Models>,
}

impl Frames {
    /// Sees to it that the model is that of what is to be shown. Where that takes longer than a
    /// frame may it is made elsewhere, and until then the old one stays.
    pub(super) fn refresh(&mut self, ctx: &Context, cx: PanelContext<'_>, lanes: &Arrangement) {
        let project = cx.state.project();
        let wanted = Wanted {
            revision: project.revision(),
            version: cx.state.version(),
            arrangement: lanes.clone(),
            scale: cx.state.scale(),
        };
        self.take_up(&wanted);
        if self.model_of.as_ref() == Some(&wanted)
            || self.under_way.as_ref().is_some_and(|under_way| under_way.wanted == wanted)
        {
            return;
        }
        let revision = wanted.revision;
        let task = Arranging {
            all: self.all.as_ref().filter(|(of, _)| *of == revision).map(|(_, all)| all.clone()),
            project: project.clone(),
            filter: cx.state.filter().clone(),
            arrangement: lanes.clone(),
            scale: wanted.scale,
        };
        if project.event_count() <= AT_ONCE || self.moves_only(&wanted) {
            let models = match (&self.model, self.moves_only(&wanted)) {
                (Some(model), true) => (task.all, model.rearranged(lanes)),
                _ => task.done(),
            };
            self.show(wanted, models);
        } else {
            let models = task.start(ctx);
            self.under_way = models.map(|models| UnderWay { wanted, models });
        }
    }

    /// Whether a model is being made.
    pub(super) const fn is_arranging(&self) -> bool {
        self.under_way.is_some()
    }

    /// The events in lanes; none before the first model is made.
    pub(super) fn model(&mut self) -> &Model {
        self.model.get_or_insert_with(|| Model::build([], [], Grouping::default()))
    }

    /// Whether nothing but the order of the lanes has changed.
    fn moves_only(&self, wanted: &Wanted) -> bool {
        self.model_of.as_ref().is_some_and(|of| {
            let (old, new) = (&of.arrangement, &wanted.arrangement);
            (of.revision, of.version) == (wanted.revision, wanted.version)
                && (old.grouping, &old.hidden) == (new.grouping, &new.hidden)
                && of.scale == wanted.scale
        })
    }

    fn take_up(&mut self, wanted: &Wanted) {
        let Some(under_way) = self.under_way.take() else { return };
        match under_way.models.try_recv() {
            Ok(models) if under_way.wanted == *wanted => self.show(under_way.wanted, models),
            Err(TryRecvError::Empty) if under_way.wanted == *wanted => {
                self.under_way = Some(under_way);
            }
            // Something else is wanted by now, or the thread is gone.
            _ => {}
        }
    }

    fn show(&mut self, wanted: Wanted, (all, model): Models) {
        let all = all.map(|all| (wanted.revision, all));
        let old = (std::mem::replace(&mut self.all, all), self.model.replace(model));
        // Giving back the memory of very many events takes longer than a frame may.
        rayon::spawn(move || drop(old));
        self.model_of = Some(wanted);
        self.model_number += 1;
        self.under_way = None;
    }

    /// The events in lanes, as they were last; nothing before they are first asked for.
    pub(super) const fn last_model(&self) -> Option<&Model> {
        self.model.as_ref()
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
            self.matches = found.map(|found| sorted(&found.events));
        }
        self.matches_number
    }

    /// Makes the frame of a key the last one, unless it is already.
    pub(super) fn prepare(&mut self, key: FrameKey) {
        let Some(model) = &self.model else { return };
        if self.kept.as_ref().is_none_or(|kept| kept.key != key) {
            let theme = Theme::of(key.mode);
            let lit = key.lit.as_ref().map(|lit| lit.iter().copied().collect::<Vec<_>>());
            let layout = timeline::layout(
                model,
                &Frame {
                    view: key.view,
                    size: Size::new(key.size.x, key.size.y),
                    scroll_px: key.scroll_px,
                    crowding: Crowding::Scroll,
                    settled: key.settled,
                    theme: &theme,
                    measure: &measure,
                    highlight: Highlight {
                        hovered: key.hovered,
                        selected: key.selected,
                        measured: key.measured,
                        matches: lit.as_deref().or(self.matches.as_deref()),
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

fn sorted(events: &[EventId]) -> Vec<EventId> {
    let mut events = events.to_vec();
    events.sort_unstable();
    events
}
