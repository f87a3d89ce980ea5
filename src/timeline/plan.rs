//! Where everything in the lanes stands: rows, folds and heights, before anything is drawn.

use super::detail::{Detail, marks_per_lane};
use super::fold::{Fold, fold_known, fold_rest};
use super::frame::{Crowding, Frame};
use super::model::{Lane, Model};
use super::pack::{label_limits, pack, rows_needed};
use super::view::View;

/// The height of a row of marks.
pub(super) const ROW_PX: f32 = 24.0;
/// The white above the first row of a lane and below the last.
pub(super) const PADDING_PX: f32 = 6.0;
/// The height of the row of groups, or of the band of density.
pub(super) const FOLD_PX: f32 = 28.0;
/// The height of a band of density.
pub(super) const BAND_PX: f32 = 44.0;
/// A lane with more rows than this is crowded, whatever room there is.
const MOST_ROWS: usize = 28;
/// So many rows a crowded lane has where lanes are scrolled anyway.
const SCROLLED_ROWS: usize = 5;
/// So many rows of named events stand above what is folded in a lane that shows only samples.
const SAMPLED_ROWS: usize = 2;

/// One lane, planned.
#[derive(Clone, Debug, Default)]
pub(super) struct LanePlan {
    pub(super) detail: Detail,
    /// The row of each candidate; `None` for what is folded.
    pub(super) rows: Vec<Option<usize>>,
    /// How far the label of each candidate may reach.
    pub(super) limits: Vec<f32>,
    pub(super) row_count: usize,
    pub(super) fold: Fold,
    /// The height that is kept for what is folded, here or elsewhere along the lane.
    pub(super) fold_px: f32,
}

impl LanePlan {
    pub(super) fn height_px(&self) -> f32 {
        height_px(self.row_count, self.fold_px)
    }

    /// The places in the lane's columns of the candidates that have a mark, or have none, in the
    /// order of time.
    fn places(&self, marked: bool) -> Vec<usize> {
        let candidates = self.detail.candidates.iter().zip(&self.rows);
        let mut places: Vec<usize> = candidates
            .filter(|(_, row)| row.is_some() == marked)
            .map(|(candidate, _)| candidate.index)
            .collect();
        places.sort_unstable();
        places
    }
}

fn height_px(rows: usize, fold_px: f32) -> f32 {
    2.0 * PADDING_PX + rows as f32 * ROW_PX + fold_px
}

/// Plans every lane, so that together they fill `room_px` as well as they can.
pub(super) fn plan(model: &Model, frame: &Frame<'_>, view: &View, room_px: f32) -> Vec<LanePlan> {
    let most = marks_per_lane(model.lanes.len());
    let details: Vec<Detail> =
        model.lanes.iter().map(|lane| Detail::of(model, lane, view, most, frame.measure)).collect();
    let needs: Vec<Need> = details.iter().map(Need::of).collect();
    let level = rows_that_fit(&needs, room_px, frame.crowding);
    let lanes = details.into_iter().zip(&model.lanes).zip(&needs);
    lanes
        .map(|((detail, lane), need)| lane_plan(lane, detail, need.rows.clamp(1, level), view))
        .collect()
}

/// What a lane would take.
struct Need {
    /// The rows on which every candidate has its label.
    rows: usize,
    sampled: bool,
}

impl Need {
    fn of(detail: &Detail) -> Self {
        if detail.sampled {
            return Self { rows: SAMPLED_ROWS, sampled: true };
        }
        Self { rows: rows_needed(&detail.items(), MOST_ROWS), sampled: false }
    }

    /// The height with at most so many rows.
    fn height_px(&self, level: usize) -> f32 {
        let folds = if self.sampled {
            BAND_PX
        } else if self.rows > level {
            FOLD_PX
        } else {
            0.0
        };
        height_px(self.rows.clamp(1, level), folds)
    }
}

/// The most rows that a lane may have, so that all fit. Lanes that need fewer leave their share
/// to the others.
fn rows_that_fit(needs: &[Need], room_px: f32, crowding: Crowding) -> usize {
    let fits =
        |&level: &usize| needs.iter().map(|need| need.height_px(level)).sum::<f32>() <= room_px;
    let fewest = match crowding {
        Crowding::Scroll => 3,
        Crowding::Fit => 1,
    };
    let otherwise = match crowding {
        Crowding::Scroll => SCROLLED_ROWS,
        Crowding::Fit => 1,
    };
    (fewest..=MOST_ROWS).rev().find(fits).unwrap_or(otherwise)
}

fn lane_plan(lane: &Lane, detail: Detail, rows_allowed: usize, view: &View) -> LanePlan {
    let items = detail.items();
    let rows = pack(&items, &detail.by_importance, rows_allowed);
    let limits = label_limits(&items, &rows);
    let row_count = rows.iter().flatten().max().map_or(1, |&row| row + 1);
    let sampled = detail.sampled;
    let mut plan = LanePlan { detail, rows, limits, row_count, ..LanePlan::default() };
    if sampled {
        plan.fold = fold_rest(&lane.columns, &plan.places(true), view);
        plan.fold_px = BAND_PX;
        plan.row_count = SAMPLED_ROWS;
    } else if plan.rows.contains(&None) {
        plan.fold = fold_known(&lane.columns, &plan.places(false), view);
        plan.fold_px = FOLD_PX;
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(rows: &[usize]) -> Vec<Need> {
        rows.iter().map(|&rows| Need { rows, sampled: false }).collect()
    }

    #[test]
    fn lanes_that_need_little_leave_their_share_to_the_others() {
        // 36 + 36 + 276 pixels: all have what they need.
        assert_eq!(rows_that_fit(&needs(&[1, 1, 11]), 350.0, Crowding::Scroll), 28);
        // With 300 pixels the third has eight rows and one of groups.
        assert_eq!(rows_that_fit(&needs(&[1, 1, 11]), 304.0, Crowding::Scroll), 7);
    }

    #[test]
    fn lanes_that_do_not_fit_are_scrolled_or_squeezed() {
        let needs = needs(&[9; 20]);
        assert_eq!(rows_that_fit(&needs, 600.0, Crowding::Scroll), SCROLLED_ROWS);
        assert_eq!(rows_that_fit(&needs, 600.0, Crowding::Fit), 1);
    }
}
