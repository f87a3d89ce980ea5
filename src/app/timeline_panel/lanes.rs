//! How the user has the lanes stand: collapsed, pinned, hidden, moved. One arrangement for each
//! grouping, changed by a click, by a drag and by the menu of a lane's name.

use std::collections::BTreeMap;

use egui::{Button, Response, Ui, vec2};

use super::TimelinePanel;
use super::gestures::Place;
use crate::app::style::{color, theme};
use crate::timeline::{Arrangement, Grouping, LaneKey, Layout};

/// The arrangements of all groupings, and the lane whose menu is open.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    by_grouping: BTreeMap<Grouping, Arrangement>,
    asked: Option<LaneKey>,
}

/// What is to be done with a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    Collapse,
    Pin,
    Hide,
    Up,
    Down,
    ShowAll,
}

impl Lanes {
    /// How the lanes of a grouping stand.
    pub(super) fn of(&self, grouping: Grouping) -> Arrangement {
        self.by_grouping.get(&grouping).cloned().unwrap_or_else(|| grouping.into())
    }

    /// How the lanes of a grouping stand, to be changed.
    pub(super) fn change(&mut self, grouping: Grouping) -> &mut Arrangement {
        self.by_grouping.entry(grouping).or_insert_with(|| grouping.into())
    }

    /// Every arrangement that was changed.
    pub(super) fn all(&self) -> impl Iterator<Item = &Arrangement> {
        self.by_grouping.values()
    }

    /// Takes up arrangements that were kept.
    pub(super) fn restore(&mut self, kept: impl IntoIterator<Item = Arrangement>) {
        self.by_grouping = kept.into_iter().map(|one| (one.grouping, one)).collect();
    }
}

impl TimelinePanel {
    /// Collapses a lane, or opens it again.
    pub(super) fn toggle_lane(&mut self, lane: usize) {
        if let Some(key) = self.lane_key(lane) {
            self.change_lane(&key, Change::Collapse);
        }
    }

    /// Puts a lane before another one, or at the end.
    pub(super) fn move_lane(&mut self, lane: usize, before: Option<usize>) {
        let Some(key) = self.lane_key(lane) else { return };
        let before = before.and_then(|before| self.lane_key(before));
        let shown = self.lane_keys();
        let grouping = self.frames.model().grouping();
        self.lanes.change(grouping).move_before(&shown, &key, before.as_ref());
    }

    /// Shows the lanes that are hidden, all of them.
    pub(in crate::app) fn show_all_lanes(&mut self) {
        let grouping = self.frames.model().grouping();
        self.lanes.change(grouping).hidden.clear();
    }

    /// The menu of the lane that was asked for it.
    pub(super) fn lane_menu_ui(&mut self, response: &Response, lane: Option<usize>) {
        if response.secondary_clicked() {
            self.lanes.asked = lane.and_then(|lane| self.lane_key(lane));
        }
        let Some(key) = self.lanes.asked.clone() else { return };
        let grouping = self.frames.model().grouping();
        let arrangement = self.lanes.of(grouping);
        let mut chosen = None;
        response.context_menu(|ui| chosen = menu_ui(ui, &arrangement, &key));
        if let Some(change) = chosen {
            self.change_lane(&key, change);
        }
    }

    fn change_lane(&mut self, key: &LaneKey, change: Change) {
        let shown = self.lane_keys();
        let grouping = self.frames.model().grouping();
        let arrangement = self.lanes.change(grouping);
        let place = shown.iter().position(|other| other == key).unwrap_or_default();
        match change {
            Change::Collapse => arrangement.toggle_collapsed(key),
            Change::Pin => arrangement.toggle_pinned(key),
            Change::Hide => {
                arrangement.hidden.insert(key.clone());
            }
            Change::Up => {
                let before = shown.get(place.saturating_sub(1));
                arrangement.move_before(&shown, key, before);
            }
            Change::Down => arrangement.move_before(&shown, key, shown.get(place + 2)),
            Change::ShowAll => arrangement.hidden.clear(),
        }
    }

    fn lane_key(&mut self, lane: usize) -> Option<LaneKey> {
        self.frames.model().lanes().get(lane).map(|lane| lane.key().clone())
    }

    fn lane_keys(&mut self) -> Vec<LaneKey> {
        self.frames.model().lanes().iter().map(|lane| lane.key().clone()).collect()
    }
}

fn menu_ui(ui: &mut Ui, arrangement: &Arrangement, key: &LaneKey) -> Option<Change> {
    let collapse = if arrangement.collapsed.contains(key) { "Open lane" } else { "Collapse lane" };
    let pin = if arrangement.pinned.contains(key) { "Unpin lane" } else { "Pin lane to the top" };
    let mut items = vec![
        (collapse, Change::Collapse),
        (pin, Change::Pin),
        ("Move lane up", Change::Up),
        ("Move lane down", Change::Down),
        ("Hide lane", Change::Hide),
    ];
    if !arrangement.hidden.is_empty() {
        items.push(("Show hidden lanes", Change::ShowAll));
    }
    let mut chosen = None;
    for (text, change) in items {
        if ui.add(Button::new(text).min_size(vec2(180.0, 26.0))).clicked() {
            chosen = Some(change);
            ui.close();
        }
    }
    chosen
}

/// The lane before which one would be put that is let go at a height of the scene; nothing
/// below the last.
pub(super) fn lane_below(layout: &Layout, y: f32) -> Option<usize> {
    layout.lanes.iter().position(|&(top, bottom)| y < f32::midpoint(top, bottom))
}

/// The line where a lane that is being dragged would be put.
pub(super) fn paint_drop(ui: &Ui, place: Place, layout: &Layout, y: f32) {
    let edge = lane_below(layout, y).and_then(|lane| layout.lanes.get(lane)).map(|edges| edges.0);
    let edge = edge.or_else(|| layout.lanes.last().map(|edges| edges.1)).unwrap_or_default();
    let y = place.scene.top() + edge;
    let stroke = egui::Stroke::new(2.0, color(theme(ui.ctx()).accent));
    ui.painter().hline(place.scene.left()..=place.scene.right(), y, stroke);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lane_is_put_before_the_one_whose_upper_half_it_is_let_go_over() {
        let layout = Layout { lanes: vec![(44.0, 84.0), (84.0, 124.0)], ..Layout::default() };
        assert_eq!(lane_below(&layout, 50.0), Some(0));
        assert_eq!(lane_below(&layout, 80.0), Some(1));
        assert_eq!(lane_below(&layout, 120.0), None);
    }
}
