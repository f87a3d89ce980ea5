//! Stretches of time that the user has marked to come back to.

use egui::{Shape, Ui, pos2};

use super::TimelinePanel;
use crate::app::style::{color, theme};
use crate::time::Moment;
use crate::timeline::View;

/// Two stretches are the same if their ends differ by no more than this share of them.
const SAME: f64 = 0.03;

impl TimelinePanel {
    /// Marks the stretch in view, or takes its mark away. What was done, in words.
    pub(in crate::app) fn toggle_bookmark(&mut self) -> Option<&'static str> {
        let here = self.navigator.target_stretch()?;
        if let Some(place) = self.bookmarks.iter().position(|&marked| is_same(marked, here)) {
            self.bookmarks.remove(place);
            return Some("Bookmark removed");
        }
        let place = self.bookmarks.partition_point(|&marked| marked < here);
        self.bookmarks.insert(place, here);
        Some("This view is bookmarked; B comes back to it")
    }

    /// Goes to the next marked stretch, round and round. Whether there is one.
    pub(in crate::app) fn next_bookmark(&mut self) -> bool {
        let Some(here) = self.navigator.target_stretch() else { return false };
        let later = |&&marked: &&(Moment, Moment)| marked > here && !is_same(marked, here);
        let next = self.bookmarks.iter().find(later).or(self.bookmarks.first());
        if let Some(&(start, end)) = next {
            self.navigator.request_stretch((start, end));
        }
        next.is_some()
    }

    /// Draws a flag on the minimap for each marked stretch.
    pub(super) fn paint_bookmarks(&self, ui: &Ui, area: egui::Rect, all: &View) {
        let fill = color(theme(ui.ctx()).accent);
        for &marked in &self.bookmarks {
            let (start, end) = self.navigator.warp().places(marked);
            let middle = start.plus_seconds((end - start) / 2);
            let x = area.left() + all.x(middle);
            let at = |dx: f32, dy: f32| pos2(x + dx, area.top() + dy);
            let flag = vec![at(-5.0, 1.0), at(5.0, 1.0), at(0.0, 8.0)];
            ui.painter().add(Shape::convex_polygon(flag, fill, egui::Stroke::NONE));
        }
    }
}

fn is_same(one: (Moment, Moment), other: (Moment, Moment)) -> bool {
    let length = (one.1 - one.0).max(1) as f64;
    let near = |a: Moment, b: Moment| ((a - b).abs() as f64) <= length * SAME;
    near(one.0, other.0) && near(one.1, other.1)
}
