//! Zoom in stages: what has a mark, a row and a label is decided at a few zooms only, so that it
//! stays as it is while one zooms from one to the next, and what changes there fades.
//!
//! A stage reaches over a quarter of a doubling. What stands where in it is decided at its far
//! end, where there is the least room: nearer, the same marks only move apart. Close to either end
//! of a stage, what the stage beyond does not have alike becomes faint, and is gone at the very
//! end, where the other stage takes over: marks fade into groups, and groups into marks.

use super::view::View;

/// The stages of a doubling.
const STAGES: f64 = 4.0;
/// The share of a stage, at either end, in which what is about to change fades.
const CHANGE: f64 = 0.3;

/// A stage of the zoom; a higher one is nearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stage(i64);

/// The end of a stage that a view is close to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Change {
    /// The stage beyond.
    pub(super) to: Stage,
    /// What is left of that which the stage beyond does not have: 1, down to 0 where it begins.
    pub(super) left: f32,
}

impl Stage {
    /// The stage of a view.
    pub(super) fn of(view: &View) -> Self {
        Self(place(view).floor() as i64)
    }

    /// A view at the stage's far end around the middle of another one.
    pub(super) fn view(self, view: &View) -> View {
        view.rescaled((-(self.0 as f64) / STAGES).exp2())
    }

    /// The change that a view is close to, if it is.
    pub(super) fn change(view: &View) -> Option<Change> {
        let Self(stage) = Self::of(view);
        let within = place(view) - stage as f64;
        let (to, left) = if within < 0.5 { (stage - 1, within) } else { (stage + 1, 1.0 - within) };
        (left < CHANGE).then_some(Change { to: Self(to), left: (left / CHANGE) as f32 })
    }
}

/// Where a view is in the order of stages.
fn place(view: &View) -> f64 {
    -view.seconds_per_px().log2() * STAGES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Extent;

    fn view() -> View {
        let [start, end] = ["1900", "2000"].map(|date| date.parse().expect("a date"));
        View::all(Extent::new(start, end), 1000.0)
    }

    #[test]
    fn a_stage_is_decided_at_its_far_end_around_the_same_middle() {
        for zoom in [1.0, 1.07, 1.3, 17.0, 900.0] {
            let view = view().zoomed(400.0, zoom);
            let far = Stage::of(&view).view(&view);
            let ratio = far.seconds_per_px() / view.seconds_per_px();
            assert!((0.999..1.2).contains(&ratio), "{ratio}");
            let middle = view.moment(500.0);
            assert!((far.x(middle) - 500.0).abs() < 0.1);
            assert_eq!(Stage::of(&view.panned(77.0)), Stage::of(&view), "panning changes nothing");
        }
    }

    #[test]
    fn what_changes_at_the_end_of_a_stage_fades_out_towards_it_and_in_behind_it() {
        let far = Stage::of(&view()).view(&view());
        let left = |nearer: f64| {
            let spp = far.seconds_per_px() * (-nearer / STAGES).exp2();
            let view = view().rescaled(spp);
            Stage::change(&view).map(|change| (change.to.0 - Stage::of(&view).0, change.left))
        };
        let check = |nearer: f64, to: i64, expected: f32| {
            let (toward, left) = left(nearer).expect("a change");
            assert_eq!(toward, to, "{nearer}");
            assert!((left - expected).abs() < 0.01, "{nearer}: {left}");
        };
        assert_eq!(left(0.5), None);
        assert_eq!(left(0.31), None);
        check(0.15, -1, 0.5);
        check(0.001, -1, 0.0);
        check(0.85, 1, 0.5);
        check(0.999, 1, 0.0);
        check(1.15, -1, 0.5);
    }
}
