//! The level of detail of a lane: which of its events get marks of their own.
//!
//! A lane with few events is laid out whole, wherever the view is, so that nothing jumps while
//! it moves. A lane with more is laid out in a window wider than the view whose ends lie on a
//! grid in time, so that its marks change only when the window moves on. A lane with more than
//! fit even there shows, for every stretch of some pixels, its most important event, and those
//! that last long; the rest is folded.

use super::form::{Figure, SYMBOL_PX};
use super::model::{Lane, Model};
use super::pack::{Item, LABEL_GAP_PX};
use super::view::View;
use crate::scene::{Measure, Weight};
use crate::time::Moment;

/// The size of a label's letters.
pub(super) const LABEL_TEXT_PX: f32 = 12.5;
/// The size of a label's letters inside a bar.
pub(super) const BAR_TEXT_PX: f32 = 11.5;
/// A mark asks for no more room for its label; where there happens to be more it is used.
const LONGEST_LABEL_PX: f32 = 260.0;
/// A stretch of at least so many pixels has one event named where there are too many.
pub(super) const NAMED_EVERY_PX: f64 = 80.0;
/// What lasts so long on the screen is drawn where there are too many.
const LONG_PX: f64 = 120.0;
/// No more long events than this.
const MOST_LONG: usize = 24;
/// The marks that all lanes together may have, and that any one may.
const MARKS_IN_ALL: usize = 2400;
const MARKS_PER_LANE: std::ops::RangeInclusive<usize> = 40..=1200;

/// Where a mark's label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Inside the mark, which is wide enough.
    Inside,
    /// To the right of it.
    Right,
}

impl Place {
    fn of(figure: &Figure, title_px: f32) -> Self {
        let inside_px = title_px.min(LONGEST_LABEL_PX) + SYMBOL_PX + 3.0 * LABEL_GAP_PX;
        let (left, right) = figure.core();
        if right - left >= inside_px { Self::Inside } else { Self::Right }
    }
}

/// An event that wants a mark of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Its place in the lane's columns.
    pub(super) index: usize,
    pub(super) figure: Figure,
    /// How wide its whole title is.
    pub(super) title_px: f32,
    pub(super) place: Place,
}

impl Candidate {
    /// How it looks in a view.
    fn seen(&mut self, model: &Model, lane: &Lane, view: &View) {
        self.figure = Figure::of(model, lane.columns.row(self.index), view);
        self.place = Place::of(&self.figure, self.title_px);
    }

    fn item(&self) -> Item {
        let label_px = match self.place {
            Place::Right => self.title_px.min(LONGEST_LABEL_PX),
            Place::Inside => 0.0,
        };
        Item { left: self.figure.left, right: self.figure.right, label_px }
    }
}

/// The events of a lane that want marks.
#[derive(Clone, Debug, Default)]
pub(super) struct Detail {
    /// From left to right.
    pub(super) candidates: Vec<Candidate>,
    /// The room that each candidate wants.
    pub(super) items: Vec<Item>,
    /// The places of the candidates, the most important first.
    pub(super) by_importance: Vec<u32>,
    /// Whether there are events besides these in the lane's window.
    pub(super) sampled: bool,
}

/// How many marks each of so many lanes may have.
pub(super) fn marks_per_lane(lanes: usize) -> usize {
    let share = MARKS_IN_ALL / lanes.max(1);
    share.clamp(*MARKS_PER_LANE.start(), *MARKS_PER_LANE.end())
}

impl Detail {
    /// What wants a mark in a view; where there is too much, the most important event of about
    /// every `named_every_px`.
    pub(super) fn of(
        model: &Model,
        lane: &Lane,
        view: &View,
        most: usize,
        named_every_px: f64,
        measure: Measure<'_>,
    ) -> Self {
        let (indices, sampled) = choose(lane, view, most, named_every_px);
        let mut candidates: Vec<Candidate> =
            indices.into_iter().map(|index| candidate(model, lane, index, view, measure)).collect();
        candidates.sort_by(|a, b| a.figure.left.total_cmp(&b.figure.left));
        let mut by_importance: Vec<u32> = (0..candidates.len() as u32).collect();
        by_importance.sort_by(|&a, &b| {
            let [a, b] = [a, b].map(|place| candidates[place as usize].index);
            lane.columns.weight(b).total_cmp(&lane.columns.weight(a)).then(a.cmp(&b))
        });
        let items =
            candidates.iter().map(|candidate| item_for_ever(candidate, lane, view)).collect();
        Self { candidates, items, by_importance, sampled }
    }

    /// The same events as they look in a nearer view.
    pub(super) fn seen(&mut self, model: &Model, lane: &Lane, view: &View) {
        self.candidates.iter_mut().for_each(|candidate| candidate.seen(model, lane, view));
        self.items = self.candidates.iter().map(Candidate::item).collect();
    }
}

/// The room that a candidate takes in a view and in any nearer one: where it is still a symbol in
/// the middle of its time it takes all of that.
fn item_for_ever(candidate: &Candidate, lane: &Lane, view: &View) -> Item {
    let item = candidate.item();
    let x = |seconds| view.x(Moment::from_seconds(seconds));
    let (start, end) = (lane.columns.start(candidate.index), lane.columns.end(candidate.index));
    Item { left: item.left.min(x(start)), right: item.right.max(x(end)), ..item }
}

/// The smallest power of two of seconds that is at least so many pixels: a grid in time that
/// stays where it is while the view moves, and gets coarser in steps.
pub(super) fn grid_s(view: &View, px: f64) -> i64 {
    let seconds = (px * view.seconds_per_px()).ceil().max(1.0) as u64;
    seconds.next_power_of_two() as i64
}

/// Which entries get marks, and whether there are more.
fn choose(lane: &Lane, view: &View, most: usize, named_every_px: f64) -> (Vec<usize>, bool) {
    let columns = &lane.columns;
    if columns.len() <= most {
        return ((0..columns.len()).collect(), false);
    }
    let (start, end) = window(view);
    if columns.overlapping(start, end) <= most {
        let mut indices = Vec::new();
        columns.visit_overlapping(start, end, &mut |index| indices.push(index));
        return (indices, false);
    }
    (sample(lane, view, named_every_px, start, end), true)
}

/// A stretch around the view whose ends lie on a grid of about a quarter of it.
fn window(view: &View) -> (i64, i64) {
    let grid = grid_s(view, f64::from(view.width_px()) / 6.0);
    let start = view.start().seconds().div_euclid(grid) - 1;
    let end = view.end().seconds().div_euclid(grid) + 2;
    (start * grid, end * grid)
}

/// The most important entry of each stretch, and the most important ones that last long.
fn sample(lane: &Lane, view: &View, named_every_px: f64, start: i64, end: i64) -> Vec<usize> {
    let columns = &lane.columns;
    let long_s = grid_s(view, LONG_PX);
    // Where most things last long there is nothing to be gained by drawing some of them.
    let mut chosen = columns.lasting(start, end, long_s, 8 * MOST_LONG).unwrap_or_default();
    chosen.sort_by(|&a, &b| columns.weight(b).total_cmp(&columns.weight(a)).then(a.cmp(&b)));
    chosen.truncate(MOST_LONG);
    let grid = grid_s(view, named_every_px);
    let mut from = start.div_euclid(grid) * grid;
    let mut first = columns.first_from(from);
    while from < end {
        let next = columns.first_from(from + grid);
        chosen.extend(columns.best(first, next));
        (from, first) = (from + grid, next);
    }
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

fn candidate(
    model: &Model,
    lane: &Lane,
    index: usize,
    view: &View,
    measure: Measure<'_>,
) -> Candidate {
    let row = lane.columns.row(index);
    let figure = Figure::of(model, row, view);
    let title_px = measure(model.table.title(row), LABEL_TEXT_PX, Weight::Regular);
    Candidate { index, figure, title_px, place: Place::of(&figure, title_px) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Extent;

    #[test]
    fn the_grid_stays_where_it_is_while_the_view_moves() {
        let extent = Extent::new("1900".parse().expect("a date"), "2000".parse().expect("a date"));
        let view = View::all(extent, 1000.0).zoomed(500.0, 10.0);
        let before = window(&view);
        assert_eq!(window(&view.panned(3.0)), before);
        assert!(before.0 < view.start().seconds() && view.end().seconds() < before.1);
        assert!(grid_s(&view, 1.0) as f64 >= view.seconds_per_px());
        assert!((grid_s(&view, 1.0) as f64) < 2.0 * view.seconds_per_px() + 1.0);
    }

    #[test]
    fn lanes_share_the_marks() {
        assert_eq!(marks_per_lane(1), 1200);
        assert_eq!(marks_per_lane(30), 80);
        assert_eq!(marks_per_lane(500), 40);
    }
}
