//! The time scale: which stretch of time is on how many pixels.
//!
//! A view never changes; moving gives another one. Its start is an integer of seconds plus a
//! fraction, and pixels come from subtracting in integers first: at a minute per screen, in the
//! year 9000 BCE, a `f64` of seconds since 1970 alone would make marks jump by pixels.

use crate::time::Moment;

/// The seconds of a mean Gregorian year.
const YEAR_S: f64 = 31_556_952.0;
/// The shortest stretch that a view shows.
const SHORTEST_S: f64 = 60.0;
/// The longest stretch that a view shows, unless the data is longer.
const LONGEST_S: f64 = 10_000.0 * YEAR_S;
/// How far a view reaches beyond the data when it shows all of it, on either side.
const MARGIN: f64 = 0.04;
/// The room that an overview leaves on the right, for the labels of what comes last, and the
/// largest share of its width that this may be.
const LABEL_ROOM_PX: f64 = 150.0;
const LABEL_SHARE: f64 = 0.12;
/// The share of a view that may lie beyond the data's ends.
const BEYOND: f64 = 0.75;

/// The stretch of time that there is something in: what a view is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The start of the first thing.
    pub start: Moment,
    /// The end of the last thing.
    pub end: Moment,
}

impl Extent {
    /// A stretch; an `end` before `start` is taken as `start`.
    #[must_use]
    pub fn new(start: Moment, end: Moment) -> Self {
        Self { start, end: end.max(start) }
    }

    fn seconds(self) -> f64 {
        (self.end - self.start) as f64
    }
}

/// An immutable time scale, so many pixels wide. Pixel 0 is the left edge of the plot, which is
/// [`Layout::plot`](super::Layout::plot) in the scene's own coordinates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    origin: Moment,
    /// The part of a second by which pixel 0 lies after `origin`: 0 to 1.
    fraction_s: f64,
    seconds_per_px: f64,
    width_px: f64,
    walls: Extent,
}

impl View {
    /// Everything there is, with a margin on either side.
    #[must_use]
    pub fn all(extent: Extent, width_px: f32) -> Self {
        let view = Self {
            origin: extent.start,
            fraction_s: 0.0,
            seconds_per_px: 1.0,
            width_px: f64::from(width_px.max(1.0)),
            walls: extent,
        };
        view.fitted(extent.start, extent.end)
    }

    /// The same view over other data, kept within its walls.
    #[must_use]
    pub fn with_extent(self, extent: Extent) -> Self {
        Self { walls: extent, ..self }.held()
    }

    /// The same stretch of time on another width.
    #[must_use]
    pub fn with_width(self, width_px: f32) -> Self {
        let width_px = f64::from(width_px.max(1.0));
        let seconds_per_px = self.span_s() / width_px;
        Self { seconds_per_px, width_px, ..self }
    }

    /// A stretch with a margin on either side. An empty one, an instant, gets the neighbourhood
    /// in which it can be seen: a minute at least.
    #[must_use]
    pub fn fitted(self, start: Moment, end: Moment) -> Self {
        let length = ((end.max(start) - start) as f64).max(SHORTEST_S / (1.0 + 2.0 * MARGIN));
        let span = length * (1.0 + 2.0 * MARGIN);
        let middle = (end.max(start) - start) as f64 / 2.0;
        Self { seconds_per_px: span / self.width_px, ..self }
            .placed(start, middle - span / 2.0)
            .held()
    }

    /// A stretch with a margin on the left, and room for the labels of what comes last on the
    /// right.
    #[must_use]
    pub fn overview(self, start: Moment, end: Moment) -> Self {
        let left = MARGIN / (1.0 + 2.0 * MARGIN);
        let right = (LABEL_ROOM_PX / self.width_px).min(LABEL_SHARE).max(left);
        let length = ((end.max(start) - start) as f64).max(SHORTEST_S);
        let span = length / (1.0 - left - right);
        Self { seconds_per_px: span / self.width_px, ..self }.placed(start, -left * span).held()
    }

    /// Exactly a stretch, from the left edge to the right one.
    #[must_use]
    pub fn exactly(self, start: Moment, end: Moment) -> Self {
        let span = ((end.max(start) - start) as f64).max(SHORTEST_S);
        Self { seconds_per_px: span / self.width_px, ..self }.placed(start, 0.0).held()
    }

    /// Nearer by `factor` (above 1) or farther (below 1); the time under pixel `x` stays there.
    #[must_use]
    pub fn zoomed(self, x: f32, factor: f64) -> Self {
        if !factor.is_finite() || factor <= 0.0 {
            return self;
        }
        let span = (self.span_s() / factor).clamp(SHORTEST_S, self.longest_s());
        let seconds_per_px = span / self.width_px;
        let shift = f64::from(x) * (self.seconds_per_px - seconds_per_px);
        Self { seconds_per_px, ..self }.placed(self.origin, self.fraction_s + shift).held()
    }

    /// The same middle at another scale, whatever the view is held to.
    pub(super) fn rescaled(self, seconds_per_px: f64) -> Self {
        let shift = self.width_px * (self.seconds_per_px - seconds_per_px) / 2.0;
        Self { seconds_per_px, ..self }.placed(self.origin, self.fraction_s + shift)
    }

    /// Moved by so many pixels; positive is later.
    #[must_use]
    pub fn panned(self, px: f32) -> Self {
        let shift = f64::from(px) * self.seconds_per_px;
        self.placed(self.origin, self.fraction_s + shift).held()
    }

    /// The same zoom with a moment in the middle.
    #[must_use]
    pub fn centred(self, moment: Moment) -> Self {
        self.placed(moment, -self.span_s() / 2.0).held()
    }

    /// Between this view (`progress` 0) and another (1), for an animation: zooms evenly to the
    /// eye, and moves as the zoom goes on.
    #[must_use]
    pub fn towards(self, other: Self, progress: f64) -> Self {
        let progress = progress.clamp(0.0, 1.0);
        let (from, to) = (self.span_s(), other.span_s());
        let span = from * (to / from).powf(progress);
        let share =
            if (to - from).abs() < from * 1e-9 { progress } else { (span - from) / (to - from) };
        let start_shift = (other.origin - self.origin) as f64 + other.fraction_s - self.fraction_s;
        let seconds_per_px = span / other.width_px;
        Self { seconds_per_px, ..other }.placed(self.origin, self.fraction_s + start_shift * share)
    }

    /// The pixel of a moment. Moments far outside give pixels far outside.
    #[must_use]
    pub fn x(&self, moment: Moment) -> f32 {
        (((moment - self.origin) as f64 - self.fraction_s) / self.seconds_per_px) as f32
    }

    /// The moment at a pixel, to the second.
    #[must_use]
    pub fn moment(&self, x: f32) -> Moment {
        let seconds = self.fraction_s + f64::from(x) * self.seconds_per_px;
        self.origin.plus_seconds(seconds.floor() as i64)
    }

    /// The moment at the left edge.
    #[must_use]
    pub fn start(&self) -> Moment {
        self.moment(0.0)
    }

    /// The moment at the right edge.
    #[must_use]
    pub fn end(&self) -> Moment {
        self.moment(self.width_px as f32)
    }

    /// How many seconds a pixel is.
    #[must_use]
    pub const fn seconds_per_px(&self) -> f64 {
        self.seconds_per_px
    }

    /// How many seconds are on the screen.
    #[must_use]
    pub fn span_s(&self) -> f64 {
        self.seconds_per_px * self.width_px
    }

    /// The width in pixels.
    #[must_use]
    pub const fn width_px(&self) -> f32 {
        self.width_px as f32
    }

    /// What the view is held to.
    #[must_use]
    pub const fn extent(&self) -> Extent {
        self.walls
    }

    fn longest_s(&self) -> f64 {
        let all = self.walls.seconds() * (1.0 + 2.0 * MARGIN);
        (all * 4.0).clamp(YEAR_S, LONGEST_S).max(all)
    }

    fn placed(self, origin: Moment, offset_s: f64) -> Self {
        let whole = offset_s.floor();
        Self { origin: origin.plus_seconds(whole as i64), fraction_s: offset_s - whole, ..self }
    }

    /// Within the walls: not too near, not too far, and never past the data by more than most
    /// of a screen.
    fn held(self) -> Self {
        let span = self.span_s().clamp(SHORTEST_S, self.longest_s());
        let held = Self { seconds_per_px: span / self.width_px, ..self };
        let start_s = (self.origin - self.walls.start) as f64 + self.fraction_s;
        let first = -span * BEYOND;
        let last = self.walls.seconds() - span * (1.0 - BEYOND);
        if start_s < first || start_s > last.max(first) {
            return held.placed(self.walls.start, start_s.clamp(first, last.max(first)));
        }
        held
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse().expect("a date")
    }

    fn extent(start: &str, end: &str) -> Extent {
        Extent::new(moment(start), moment(end))
    }

    fn century() -> View {
        View::all(extent("1900", "2000"), 1000.0)
    }

    #[test]
    fn all_of_it_is_on_the_screen_with_a_margin() {
        let view = century();
        assert!((view.x(moment("1900")) - 37.0).abs() < 1.0, "{}", view.x(moment("1900")));
        assert!((view.x(moment("2000")) - 963.0).abs() < 1.0);
        assert_eq!(view.moment(view.x(moment("1950-06-01"))).civil().year, 1950);
    }

    #[test]
    fn an_overview_has_room_for_the_last_labels() {
        let overview = |width_px| {
            let view = View::all(extent("1900", "2000"), width_px);
            let view = view.overview(moment("1900"), moment("2000"));
            (view.x(moment("1900")), width_px - view.x(moment("2000")))
        };
        for (width_px, left, right) in [(2000.0, 74.0, 150.0), (1000.0, 37.0, 120.0)] {
            let (on_left, on_right) = overview(width_px);
            assert!((on_left - left).abs() < 1.0, "{on_left}");
            assert!((on_right - right).abs() < 1.0, "{on_right}");
        }
    }

    #[test]
    fn an_instant_is_fitted_with_its_neighbourhood() {
        let instant = moment("2022-02-24T05:07");
        let view = View::all(Extent::new(instant, instant), 1000.0);
        assert!((view.x(instant) - 500.0).abs() < 1.0);
        assert!(view.span_s() >= 60.0);
    }

    #[test]
    fn zoom_ends_at_a_minute_and_at_ten_thousand_years() {
        let near = century().zoomed(500.0, 1e12);
        assert!((near.span_s() - 60.0).abs() < 1e-6);
        let far = century().zoomed(500.0, 1e-12);
        assert!((far.span_s() / YEAR_S - 432.0).abs() < 1.0, "{}", far.span_s() / YEAR_S);
        let deep = View::all(extent("-8000", "2000"), 1000.0).zoomed(500.0, 1e-12);
        assert!((deep.span_s() / YEAR_S - 10_800.0).abs() < 10.0);
    }

    #[test]
    fn there_is_a_wall_at_either_end() {
        let late = century().panned(1e9);
        assert!((late.x(moment("2000")) - 250.0).abs() < 1.0, "{}", late.x(moment("2000")));
        let early = century().panned(-1e9);
        assert!((early.x(moment("1900")) - 750.0).abs() < 1.0);
        assert_eq!(late.panned(50.0), late);
    }

    #[test]
    fn an_animation_starts_and_ends_where_it_should() {
        let (from, to) = (century(), century().zoomed(300.0, 40.0).panned(77.0));
        let same = |a: View, b: View| {
            assert!((a.x(moment("1950")) - b.x(moment("1950"))).abs() < 0.5);
            assert!((a.span_s() / b.span_s() - 1.0).abs() < 1e-9);
        };
        same(from.towards(to, 0.0), from);
        same(from.towards(to, 1.0), to);
        let half = from.towards(to, 0.5).span_s();
        assert!((half / (from.span_s() * to.span_s()).sqrt() - 1.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn zooming_in_and_out_again_returns(
            x in 60.0_f32..940.0,
            factor in 1.01_f64..1e5,
            start in -9000_i32..9000,
        ) {
            let start = Moment::from_ymd(start, 3, 1).expect("a date");
            let view = View::all(Extent::new(start, start.plus_seconds(3_000_000_000)), 1000.0);
            let probe = view.moment(400.0);
            let back = view.zoomed(x, factor).zoomed(x, 1.0 / factor);
            prop_assert!((back.x(probe) - view.x(probe)).abs() < 0.01);
            prop_assert!((back.span_s() / view.span_s() - 1.0).abs() < 1e-9);
        }

        #[test]
        fn the_time_under_the_pointer_stays(x in 100.0_f32..900.0, factor in 0.8_f64..1e4) {
            let view = century();
            let there = view.moment(x);
            prop_assert!((view.zoomed(x, factor).x(there) - view.x(there)).abs() < 1.5);
        }

        #[test]
        fn pixels_and_moments_agree(x in 0.0_f32..1000.0) {
            let view = century();
            prop_assert!((view.x(view.moment(x)) - x).abs() < 0.01);
        }
    }
}
