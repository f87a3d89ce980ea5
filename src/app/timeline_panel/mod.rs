//! The timeline itself: axis, lanes and marks, with its minimap and the tray of undated events.

mod arranging;
mod beyond;
mod bookmarks;
mod canvas;
mod frames;
mod gestures;
mod group_list;
mod lanes;
mod list;
mod list_row;
mod minimap;
mod navigator;
mod nodes;
mod nothing;
mod remembered;
mod span_filter;
mod tips;
mod tray;
mod views;

use egui::Ui;

use self::frames::Frames;
use self::gestures::Drag;
use self::group_list::GroupList;
use self::lanes::Lanes;
use self::list::List;
use self::minimap::Minimap;
use self::navigator::Navigator;
pub use self::remembered::RememberedView;
use self::tray::Tray;
use super::PanelContext;
use super::derived::Derived;
use crate::document::DocumentId;
use crate::event::EventId;
use crate::project::Filter;
use crate::time::{Granularity, Moment};
use crate::timeline::{Counts, View};

/// What the timeline remembers from frame to frame.
#[derive(Debug, Default)]
pub(super) struct TimelinePanel {
    frames: Frames,
    navigator: Navigator,
    scroll_px: f32,
    drag: Drag,
    list: Option<GroupList>,
    list_view: List,
    /// The event that the arrow keys led to last, and its lane.
    walked_to: Option<(EventId, usize)>,
    tray: Derived<(u64, Filter), Tray>,
    minimap: Minimap,
    /// The selection that was brought into view last.
    serial: u64,
    /// Whether the lane of the selection is to be scrolled to.
    to_reveal: bool,
    /// The documents that everything was fitted to last.
    fitted: Vec<DocumentId>,
    lanes: Lanes,
    /// The event whose distance from the selected one is measured.
    measured: Option<EventId>,
    bookmarks: Vec<(Moment, Moment)>,
    /// Where other documents of this run were left.
    left: Vec<RememberedView>,
}

impl TimelinePanel {
    /// Draws the timeline into the rest of `ui`.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) {
        let lanes = self.lanes.of(cx.state.preferences().lanes);
        self.frames.refresh(ui.ctx(), cx, &lanes);
        self.tray_ui(ui, cx);
        self.minimap_ui(ui, cx);
        if cx.state.panels().list {
            self.list_ui(ui, cx);
        } else {
            self.canvas_ui(ui, cx);
        }
    }

    /// The event above or below one: of the lane there, the one nearest in time; in the list,
    /// that of the row there.
    pub(super) fn event_beside(
        &mut self,
        of: Option<EventId>,
        step: isize,
        in_list: bool,
    ) -> Option<EventId> {
        if in_list {
            return self.beside_in_list(of, step);
        }
        let model = self.frames.last_model()?;
        let Some(event) = of else { return model.event_at(0) };
        // An event can stand in several lanes: it goes on from where the last step led.
        let known = self.walked_to.filter(|&(id, _)| id == event).map(|(_, lane)| lane);
        let lane = known.or_else(|| model.lane_of(event))?;
        let (found, lane) = model.event_across(event, lane, step)?;
        self.walked_to = Some((found, lane));
        Some(found)
    }

    /// The next event in time, or the one before; the first or the last one of `None`.
    pub(super) fn neighbour(&self, of: Option<EventId>, forwards: bool) -> Option<EventId> {
        self.frames.last_model()?.neighbour(of, forwards)
    }

    /// Zooms by a factor about the middle; above 1 shows less.
    pub(super) fn zoom(&mut self, factor: f64) {
        self.navigator.request_zoom(factor);
    }

    /// Moves by a part of the width; above 0 to later times.
    pub(super) fn pan(&mut self, widths: f64) {
        self.navigator.request_pan(widths);
    }

    /// Shows everything.
    pub(super) fn fit_all(&mut self) {
        self.navigator.request_fit_all();
    }

    /// Brings the selection to the middle; the second time in a row, fits it.
    pub(super) fn centre_selection(&mut self) {
        self.navigator.request_centre();
    }

    /// Goes back to the view before.
    pub(super) fn back(&mut self) {
        self.navigator.request_back();
    }

    /// Goes forward again.
    pub(super) fn forward(&mut self) {
        self.navigator.request_forward();
    }

    /// What has become of the events in the last frame.
    pub(super) fn counts(&self) -> Counts {
        self.frames.last().map(|frame| frame.layout.counts).unwrap_or_default()
    }

    /// What is in view, in places of the axis; nothing before anything was drawn.
    pub(super) const fn view(&self) -> Option<View> {
        self.navigator.view()
    }

    /// The start and the end of the time in view; nothing before anything was drawn.
    pub(super) fn stretch(&self) -> Option<(Moment, Moment)> {
        self.navigator.stretch()
    }

    /// The time in view, as people write it; nothing before anything was drawn.
    pub(super) fn view_label(&self) -> Option<String> {
        self.navigator.stretch().map(label)
    }

    /// Whether events are being put into lanes.
    pub(super) const fn is_arranging(&self) -> bool {
        self.frames.is_arranging() || self.tray.is_under_way()
    }
}

/// "1 Jan 2021 – 31 Dec 2023": as precisely as the scale allows to see.
fn label((start, end): (Moment, Moment)) -> String {
    let unit = match (end - start) as f64 {
        span if span < 4.0 * 86_400.0 => Granularity::Minute,
        span if span < 20.0 * 31_556_952.0 => Granularity::Day,
        _ => Granularity::Year,
    };
    format!("{} – {}", start.label(unit), end.label(unit))
}
