//! What was drawn in the last frame, kept as long as it holds: land by the view, circles by all
//! that they depend on.

use std::collections::BTreeSet;

use egui::{Pos2, Ui};

use crate::app::paint::Painting;
use crate::app::style::theme;
use crate::map::{self, MapFrame, MapLayout, MapView, Places};
use crate::scene::{Mode, measure};
use crate::time::Moment;

/// How the screen is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Screen {
    origin: Pos2,
    mode: Mode,
    pixels_per_point: f32,
}

impl Screen {
    /// The screen of a frame, the map's corner at `origin`.
    pub(super) fn of(ui: &Ui, origin: Pos2) -> Self {
        let mode = theme(ui.ctx()).mode;
        Self { origin, mode, pixels_per_point: ui.pixels_per_point() }
    }
}

/// Everything that the circles depend on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CirclesKey {
    pub(super) places: u64,
    pub(super) view: MapView,
    pub(super) stretch: (Moment, Moment),
    pub(super) chosen: BTreeSet<String>,
    pub(super) lit: BTreeSet<String>,
    pub(super) screen: Screen,
}

/// The last frame.
#[derive(Default)]
pub(super) struct Kept {
    ground: Option<(MapView, Screen, Painting)>,
    circles: Option<(CirclesKey, MapLayout, Painting)>,
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let key = self.circles.as_ref().map(|(key, ..)| key);
        f.debug_struct("Kept").field("circles", &key).finish_non_exhaustive()
    }
}

impl Kept {
    /// Land and borders of a view.
    pub(super) fn ground(&mut self, ui: &Ui, view: MapView, screen: Screen) -> &Painting {
        let kept = self.ground.take().filter(|kept| (kept.0, kept.1) == (view, screen));
        let kept = kept.unwrap_or_else(|| {
            let scene = map::ground(&view, &theme(ui.ctx()));
            (view, screen, Painting::new(&scene, screen.origin, screen.pixels_per_point))
        });
        &self.ground.insert(kept).2
    }

    /// Circles and names.
    pub(super) fn circles(
        &mut self,
        ui: &Ui,
        places: &Places,
        key: CirclesKey,
    ) -> (&MapLayout, &Painting) {
        let kept = self.circles.take().filter(|kept| kept.0 == key);
        let kept = kept.unwrap_or_else(|| {
            let frame = MapFrame {
                view: key.view,
                start: key.stretch.0,
                end: key.stretch.1,
                chosen: &key.chosen,
                lit: &key.lit,
                theme: &theme(ui.ctx()),
                measure: &measure,
            };
            let layout = map::layout(places, &frame);
            let Screen { origin, pixels_per_point, .. } = key.screen;
            let painting = Painting::new(&layout.scene, origin, pixels_per_point);
            (key, layout, painting)
        });
        let (_, layout, painting) = self.circles.insert(kept);
        (layout, painting)
    }

    /// The last layout.
    pub(super) fn layout(&self) -> Option<&MapLayout> {
        self.circles.as_ref().map(|(_, layout, _)| layout)
    }
}
