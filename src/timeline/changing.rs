//! What fades close to the end of a stage of the zoom: what the stage beyond does not have alike.

use super::fold::{Fold, Group};
use super::fold_items::fold_items;
use super::frame::Frame;
use super::model::Model;
use super::plan::{LanePlan, plan};
use super::stages::{Change, Stage};
use super::view::View;

/// The lanes as the stage beyond has them.
#[derive(Debug)]
pub(super) struct Changing {
    plans: Vec<LanePlan>,
    view: View,
    left: f32,
}

/// One lane as the stage beyond has it.
#[derive(Debug)]
pub(super) struct LaneChanging {
    /// The candidates that have a mark there, with their rows, in order.
    marks: Vec<(usize, usize)>,
    row_count: usize,
    /// What is drawn in the row of groups there: joined where two would run into each other.
    groups: Vec<Group>,
    band: f32,
    left: f32,
}

impl Changing {
    /// What is about to change in a view, or has just changed; nothing in the middle of a stage,
    /// and where the view has come to rest.
    pub(super) fn of(model: &Model, frame: &Frame<'_>, view: &View, room_px: f32) -> Option<Self> {
        let Change { to, left } = Stage::change(view).filter(|_| frame.settled < 1.0)?;
        let left = left + (1.0 - left) * frame.settled.max(0.0);
        let plans = plan(model, frame, to, view, room_px);
        Some(Self { plans, view: to.view(view), left })
    }

    /// The same of one lane.
    pub(super) fn lane(&self, number: usize, model: &Model) -> Option<LaneChanging> {
        let lane = model.lanes.get(number)?;
        let plan = self.plans.get(number)?;
        let marks = plan.detail.candidates.iter().zip(&plan.rows);
        let marks = marks.filter_map(|(candidate, row)| Some((candidate.index, (*row)?)));
        let mut marks: Vec<(usize, usize)> = marks.collect();
        marks.sort_unstable();
        let fold = plan.fold(lane, &self.view);
        let items = fold_items(model, lane, groups_of(&fold), &self.view);
        let groups = items.into_iter().map(|item| item.group).collect();
        let (row_count, band) = (plan.row_count, band_of(&fold));
        Some(LaneChanging { marks, row_count, groups, band, left: self.left })
    }
}

impl LaneChanging {
    /// How much is left of a mark in a row.
    pub(super) fn left_of_mark(&self, index: usize, row: usize) -> f32 {
        self.left_if(self.marks.binary_search(&(index, row)).is_ok())
    }

    /// How much is left of a group, below so many rows.
    pub(super) fn left_of_group(&self, group: &Group, row_count: usize) -> f32 {
        self.left_if(self.groups.contains(group) && row_count == self.row_count)
    }

    /// How strong the band of density is, which has a strength of its own here.
    pub(super) fn band(&self, own: f32) -> f32 {
        // Both stages agree where one becomes the other.
        let share = f32::midpoint(1.0, self.left);
        share * own + (1.0 - share) * self.band
    }

    fn left_if(&self, is_there: bool) -> f32 {
        if is_there { 1.0 } else { self.left }
    }
}

/// How strong the band is in a fold: 0 to 1.
pub(super) fn band_of(fold: &Fold) -> f32 {
    match fold {
        Fold::Nothing | Fold::Groups(_) => 0.0,
        Fold::Both(.., strength) => *strength,
        Fold::Band(_) => 1.0,
    }
}

/// The groups of a fold.
pub(super) fn groups_of(fold: &Fold) -> &[Group] {
    match fold {
        Fold::Groups(groups) | Fold::Both(groups, ..) => groups,
        Fold::Nothing | Fold::Band(_) => &[],
    }
}
