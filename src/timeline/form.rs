//! The form that an event takes at a zoom: a symbol, a band, a bar, an arrow.
//!
//! Precision is drawn as it is and follows the zoom. What is known to the year is a soft band as
//! wide as its year wherever that can be seen, and a symbol in the middle of it, never at its
//! first of January, where it cannot.

use super::model::Model;
use super::view::View;
use crate::event::{Certainty, Factuality};
use crate::time::Interval;

/// The size of a symbol.
pub(super) const SYMBOL_PX: f32 = 9.0;
/// What is narrower is drawn as a symbol.
const NARROWEST_PX: f32 = 14.0;
/// The length of an arrow that says "before" or "after".
pub(super) const ARROW_PX: f32 = 44.0;
/// The length of the tail that says that something goes on.
pub(super) const TAIL_PX: f32 = 22.0;
/// The share of a band that fades at either end if its time is approximate.
const APPROXIMATE_FADE: f32 = 0.35;
/// A fade that is shorter cannot be seen.
const SHORTEST_FADE_PX: f32 = 2.0;

/// What an event looks like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Form {
    /// A symbol at `x`; with a tail if it goes on.
    Symbol { x: f32, goes_on: bool },
    /// A soft band: somewhere in here.
    Band { fade_px: f32 },
    /// A bar from a start to an end, each uncertain over a fade.
    Bar { left_fade_px: f32, right_fade_px: f32 },
    /// A bar that runs on beyond any view.
    Endless { left_fade_px: f32 },
    /// At some time before its right end.
    Before,
    /// At some time after its left end.
    After,
}

/// A form and the pixels that it takes from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    pub(super) form: Form,
    pub(super) left: f32,
    pub(super) right: f32,
}

impl Figure {
    pub(super) fn of(model: &Model, row: u32, view: &View) -> Self {
        let traits = model.table.traits[row as usize];
        let interval = model.axis.times.interval(row);
        let ongoing = traits.factuality == Factuality::Ongoing;
        Self::at(interval, view, ongoing, traits.certainty == Certainty::Approximate)
    }

    /// The figure of an interval.
    pub(super) fn at(interval: &Interval, view: &View, ongoing: bool, approximate: bool) -> Self {
        let (start, end) = (interval.earliest_start(), interval.latest_end());
        if start.is_open() {
            let x = view.x(end);
            return Self { form: Form::Before, left: x - ARROW_PX, right: x };
        }
        let left = view.x(start);
        let fade_from = |latest: f32| visible_fade(latest - left);
        if end.is_open() {
            return if ongoing {
                let latest = interval.latest_start();
                let latest = if latest.is_open() { left } else { view.x(latest) };
                let form = Form::Endless { left_fade_px: fade_from(latest) };
                Self { form, left, right: f32::MAX }
            } else {
                Self { form: Form::After, left, right: left + ARROW_PX }
            };
        }
        let right = view.x(end);
        let width = right - left;
        if width < NARROWEST_PX {
            return Self::symbol(f32::midpoint(left, right), ongoing);
        }
        let form = if interval.is_single() {
            Form::Band { fade_px: if approximate { width * APPROXIMATE_FADE } else { 0.0 } }
        } else {
            let latest_start = view.x(interval.latest_start()).min(right);
            let earliest_end = view.x(interval.earliest_end()).max(left);
            // Ends whose doubts overlap meet in the middle: nothing is certain in between.
            let (rise, fall) = (latest_start - left, right - earliest_end);
            let scale = (width / (rise + fall).max(1.0)).min(1.0);
            Form::Bar {
                left_fade_px: visible_fade(rise * scale),
                right_fade_px: visible_fade(fall * scale),
            }
        };
        Self { form, left, right }
    }

    fn symbol(x: f32, goes_on: bool) -> Self {
        let half = SYMBOL_PX / 2.0;
        let tail = if goes_on { TAIL_PX } else { 0.0 };
        Self { form: Form::Symbol { x, goes_on }, left: x - half, right: x + half + tail }
    }

    /// The same figure so many pixels to the right.
    pub(super) fn moved(self, by: f32) -> Self {
        let form = match self.form {
            Form::Symbol { x, goes_on } => Form::Symbol { x: x + by, goes_on },
            form => form,
        };
        Self { form, left: self.left + by, right: self.right + by }
    }

    /// The part in which a label may stand: where a bar is solid, or all of a band. Empty for
    /// other forms.
    pub(super) const fn core(&self) -> (f32, f32) {
        match self.form {
            Form::Band { .. } => (self.left, self.right),
            Form::Bar { left_fade_px, right_fade_px } => {
                (self.left + left_fade_px, self.right - right_fade_px)
            }
            Form::Endless { left_fade_px } => (self.left + left_fade_px, self.right),
            Form::Symbol { .. } | Form::Before | Form::After => (self.right, self.right),
        }
    }
}

fn visible_fade(px: f32) -> f32 {
    if px < SHORTEST_FADE_PX { 0.0 } else { px }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Moment;
    use crate::timeline::Extent;

    /// A view of 2022 at a hundred pixels a month or so.
    fn view() -> View {
        let [start, end] =
            ["2022-01-01", "2023-01-01"].map(|date| date.parse::<Moment>().expect("a date"));
        View::all(Extent::new(start, end), 1200.0).exactly(start, end)
    }

    fn iso(text: &str) -> Interval {
        Interval::from_iso(text).expect("a date")
    }

    fn figure(interval: Interval) -> Figure {
        Figure::at(&interval, &view(), false, false)
    }

    #[test]
    fn a_month_is_a_band_where_it_can_be_seen_and_a_symbol_in_its_middle_where_not() {
        let month = figure(iso("2022-03"));
        assert_eq!(month.form, Form::Band { fade_px: 0.0 });
        assert!((month.right - month.left - 101.9).abs() < 0.5, "{month:?}");
        let wide = Extent::new(view().start(), "2082-01-01".parse().expect("a date"));
        let far = View::all(wide, 1200.0);
        let small = Figure::at(&iso("2022-07"), &far, false, false);
        let middle = far.x("2022-07-16T12:00".parse().expect("a date"));
        assert!(matches!(small.form, Form::Symbol { x, .. } if (x - middle).abs() < 0.5));
    }

    #[test]
    fn a_range_fades_over_the_doubt_of_its_ends() {
        let Form::Bar { left_fade_px, right_fade_px } =
            figure(Interval::span(iso("2022-02"), iso("2022-10-09"))).form
        else {
            panic!("no bar");
        };
        assert!((left_fade_px - 92.0).abs() < 1.0, "{left_fade_px}");
        assert!((right_fade_px - 3.3).abs() < 0.2, "{right_fade_px}");
    }

    #[test]
    fn what_is_only_bounded_is_an_arrow_at_its_bound() {
        let march = "2022-03-01".parse().expect("a date");
        let before = figure(Interval::before(march, crate::time::Granularity::Month));
        assert_eq!(before.form, Form::Before);
        assert!((before.right - view().x(march)).abs() < 0.01);
        let after = figure(Interval::after(march, crate::time::Granularity::Month));
        assert_eq!(after.form, Form::After);
        assert!((after.left - view().x(march)).abs() < 0.01);
    }

    #[test]
    fn what_still_goes_on_has_no_right_end() {
        let since =
            Interval::after("2022-03-01".parse().expect("a date"), iso("2022").granularity());
        let figure = Figure::at(&since, &view(), true, false);
        assert!(matches!(figure.form, Form::Endless { .. }));
        assert!(figure.right > 1e6);
    }
}
