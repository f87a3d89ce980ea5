//! Where everything in the lanes stands: rows, folds and heights, before anything is drawn.

use super::detail::{Detail, NAMED_EVERY_PX, marks_per_lane};
use super::fold::{Fold, density, fold_known, fold_rest};
use super::frame::{Crowding, Frame};
use super::model::{Lane, Model};
use super::pack::{label_limits, pack, rows_needed};
use super::stages::Stage;
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
/// So many rows of named events stand above what is folded in a lane that shows only samples; more
/// where there is height to spare.
const SAMPLED_ROWS: usize = 3;
/// By so much a band of density is higher for each further row, and how high it may become.
const BAND_GROWS_PX: f32 = 8.0;
const HIGHEST_BAND_PX: f32 = 320.0;
/// So many names for each that a row has room for are tried, so that the rows are filled.
const NAMES_TRIED: f64 = 2.0;

/// One lane, planned.
#[derive(Clone, Debug, Default)]
pub(super) struct LanePlan {
    pub(super) detail: Detail,
    /// The row of each candidate; `None` for what is folded.
    pub(super) rows: Vec<Option<usize>>,
    /// How far the label of each candidate may reach.
    pub(super) limits: Vec<f32>,
    pub(super) row_count: usize,
    /// The height that is kept for what is folded, here or elsewhere along the lane.
    pub(super) fold_px: f32,
}

impl LanePlan {
    pub(super) fn height_px(&self) -> f32 {
        height_px(self.row_count, self.fold_px)
    }

    /// Works out how the marks look in a view of the stage, and how far their labels may reach.
    pub(super) fn see(&mut self, model: &Model, lane: &Lane, view: &View) {
        self.detail.seen(model, lane, view);
        self.limits = label_limits(&self.detail.items, &self.rows);
    }

    /// What stands for the events of the lane that have no mark. It decides no height, so that
    /// it need not be asked for where a lane is out of sight.
    pub(super) fn fold(&self, lane: &Lane, view: &View) -> Fold {
        if lane.collapsed {
            return collapsed_fold(lane, view);
        }
        if self.detail.sampled {
            return fold_rest(&lane.columns, &self.places(true), view);
        }
        if self.rows.contains(&None) {
            return fold_known(&lane.columns, &self.places(false), view);
        }
        Fold::Nothing
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

/// The height of the band of density below so many rows of samples.
fn band_px(rows: usize) -> f32 {
    BAND_PX + BAND_GROWS_PX * rows.saturating_sub(SAMPLED_ROWS) as f32
}

fn height_px(rows: usize, fold_px: f32) -> f32 {
    2.0 * PADDING_PX + rows as f32 * ROW_PX + fold_px
}

/// Plans every lane in a stage of the zoom, so that together they fill `room_px` as well as they
/// can. What has a mark, and in which row, is the same in all views of the stage.
pub(super) fn plan(
    model: &Model,
    frame: &Frame<'_>,
    stage: Stage,
    view: &View,
    room_px: f32,
) -> Vec<LanePlan> {
    let view = stage.view(view);
    let most = marks_per_lane(model.lanes.len());
    let detail = |lane: &Lane, every_px: f64| {
        if lane.collapsed {
            return Detail { sampled: true, ..Detail::default() };
        }
        Detail::of(model, lane, &view, most, every_px, frame.measure)
    };
    let details: Vec<Detail> =
        model.lanes.iter().map(|lane| detail(lane, NAMED_EVERY_PX)).collect();
    let needs = details.iter().zip(&model.lanes);
    let needs: Vec<Need> = needs.map(|(detail, lane)| Need::of(detail, lane.collapsed)).collect();
    let rows = rows_that_fit(&needs, room_px, frame.crowding);
    let lanes = details.into_iter().zip(&model.lanes).zip(rows);
    let plan = |((found, lane), rows): ((Detail, &Lane), usize)| {
        if lane.collapsed {
            return LanePlan { detail: found, fold_px: FOLD_PX, ..LanePlan::default() };
        }
        if found.sampled && rows > SAMPLED_ROWS {
            // More rows have room for more names.
            return lane_plan(
                detail(lane, NAMED_EVERY_PX * SAMPLED_ROWS as f64 / (NAMES_TRIED * rows as f64)),
                rows,
            );
        }
        lane_plan(found, rows)
    };
    let mut plans: Vec<LanePlan> = lanes.map(plan).collect();
    raise_bands(&mut plans, &model.lanes, room_px);
    plans
}

/// Gives what height is left to the bands of density.
fn raise_bands(plans: &mut [LanePlan], lanes: &[Lane], room_px: f32) {
    let left_px = room_px - plans.iter().map(LanePlan::height_px).sum::<f32>();
    let has_band = |(plan, lane): &(&mut LanePlan, &Lane)| plan.detail.sampled && !lane.collapsed;
    let bands = plans.iter_mut().zip(lanes).filter(has_band).count();
    let more_px = (left_px / bands.max(1) as f32).floor().max(0.0);
    for (plan, _) in plans.iter_mut().zip(lanes).filter(has_band) {
        plan.fold_px = (plan.fold_px + more_px).min(HIGHEST_BAND_PX);
    }
}

/// A collapsed lane is a band of density and nothing else.
fn collapsed_fold(lane: &Lane, view: &View) -> Fold {
    let (start, end) = (view.start().seconds(), view.end().seconds());
    match lane.columns.overlapping(start, end) {
        0 => Fold::Nothing,
        _ => Fold::Band(density(&lane.columns, view)),
    }
}

/// What a lane would take.
#[derive(Clone, Copy, Debug)]
struct Need {
    /// The rows on which every candidate has its label.
    rows: usize,
    sampled: bool,
    collapsed: bool,
}

impl Need {
    fn of(detail: &Detail, collapsed: bool) -> Self {
        // The height of a lane that shows samples does not depend on which.
        let rows = if detail.sampled { MOST_ROWS } else { rows_needed(&detail.items, MOST_ROWS) };
        Self { rows, sampled: detail.sampled, collapsed }
    }

    /// The height with at most so many rows.
    fn height_px(&self, level: usize) -> f32 {
        if self.collapsed {
            return height_px(0, FOLD_PX);
        }
        let folds = if self.sampled {
            band_px(self.rows.clamp(1, level))
        } else if self.rows > level {
            FOLD_PX
        } else {
            0.0
        };
        height_px(self.rows.clamp(1, level), folds)
    }
}

/// How many rows each lane may have, so that all fit. Lanes that need few leave their share to
/// the others; what is then left goes to those at the top that still need more.
fn rows_that_fit(needs: &[Need], room_px: f32, crowding: Crowding) -> Vec<usize> {
    let height = |level: usize| needs.iter().map(|need| need.height_px(level)).sum::<f32>();
    let (fewest, otherwise) = match crowding {
        Crowding::Scroll => (3, SCROLLED_ROWS),
        Crowding::Fit => (1, 1),
    };
    let level = (fewest..=MOST_ROWS).rev().find(|&level| height(level) <= room_px);
    let Some(level) = level else {
        let most = |need: &Need| if need.sampled { SAMPLED_ROWS.min(otherwise) } else { otherwise };
        return needs.iter().map(|need| need.rows.clamp(1, most(need))).collect();
    };
    let mut left_px = room_px - height(level);
    needs
        .iter()
        .map(|need| {
            let more_px = need.height_px(level + 1) - need.height_px(level);
            let gets_more = need.rows > level && more_px <= left_px;
            left_px -= if gets_more { more_px } else { 0.0 };
            need.rows.clamp(1, level + usize::from(gets_more))
        })
        .collect()
}

fn lane_plan(detail: Detail, rows_allowed: usize) -> LanePlan {
    let rows = pack(&detail.items, &detail.by_importance, rows_allowed, !detail.sampled);
    let (row_count, fold_px) = if detail.sampled {
        (rows_allowed, band_px(rows_allowed))
    } else {
        let row_count = rows.iter().flatten().max().map_or(1, |&row| row + 1);
        (row_count, if rows.contains(&None) { FOLD_PX } else { 0.0 })
    };
    LanePlan { detail, rows, limits: Vec::new(), row_count, fold_px }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(rows: &[usize]) -> Vec<Need> {
        rows.iter().map(|&rows| Need { rows, sampled: false, collapsed: false }).collect()
    }

    #[test]
    fn lanes_that_need_little_leave_their_share_to_the_others() {
        let needs = needs(&[1, 1, 11]);
        // 36 and 36 and 276 pixels: all have what they need.
        assert_eq!(rows_that_fit(&needs, 350.0, Crowding::Scroll), [1, 1, 11]);
        // With less the third has eight rows, and one of groups.
        assert_eq!(rows_that_fit(&needs, 304.0, Crowding::Scroll), [1, 1, 8]);
    }

    #[test]
    fn what_is_left_goes_to_those_at_the_top() {
        // Four rows and the groups are 136 pixels each; 24 more are left for one of the two.
        assert_eq!(rows_that_fit(&needs(&[9, 9]), 300.0, Crowding::Scroll), [5, 4]);
    }

    #[test]
    fn one_crowded_lane_fills_the_height() {
        let need = Need { rows: MOST_ROWS, sampled: true, collapsed: false };
        for room_px in [300.0, 600.0, 900.0] {
            let rows = rows_that_fit(&[need], room_px, Crowding::Scroll)[0];
            let height = height_px(rows, band_px(rows));
            assert!((room_px - 40.0..=room_px).contains(&height), "{rows} rows: {height}");
        }
        assert_eq!(rows_that_fit(&[need; 9], 600.0, Crowding::Scroll), [SAMPLED_ROWS; 9]);
    }

    #[test]
    fn lanes_that_do_not_fit_are_scrolled_or_squeezed() {
        let needs = needs(&[9; 20]);
        assert_eq!(rows_that_fit(&needs, 600.0, Crowding::Scroll), [SCROLLED_ROWS; 20]);
        assert_eq!(rows_that_fit(&needs, 600.0, Crowding::Fit), [1; 20]);
    }
}
