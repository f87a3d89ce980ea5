//! Time stretched here and pressed together there: an axis that is not to scale.
//!
//! A warp leads from moments to places on the axis, and back. Places are counted in seconds like
//! moments, so that views, lanes and folds work on them as they do on the plain axis; only what
//! people read, ticks and dates, is led back. Earlier is never farther right.

mod gaps;
mod logarithm;

use self::gaps::Knot;
use super::scale::Scale;
use crate::time::{Interval, Moment};

/// Where on the axis each moment is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Warp(Course);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Course {
    /// Everything is where it is.
    #[default]
    Plain,
    /// Straight from knot to knot; before the first and after the last a second is a second.
    Knots(Vec<Knot>),
    /// Logarithmic from a moment.
    Logarithm(i64),
}

/// A stretch of the axis that is drawn in one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its ends on the axis.
    pub(super) places: (Moment, Moment),
    /// The times there.
    pub(super) times: (Moment, Moment),
    /// Whether it is a gap that is pressed together.
    pub(super) is_gap: bool,
}

impl Warp {
    /// The warp of a scale over stretches of time, in the order of their starts.
    pub(super) fn of(scale: Scale, spans: impl Iterator<Item = (i64, i64)>) -> Self {
        match scale {
            Scale::Linear | Scale::Relative(_) => Self::default(),
            Scale::Compressed => match gaps::knots(spans) {
                knots if knots.is_empty() => Self::default(),
                knots => Self(Course::Knots(knots)),
            },
            Scale::Logarithmic(origin) => Self(Course::Logarithm(origin.moment().seconds())),
        }
    }

    /// Whether it leaves everything where it is.
    #[must_use]
    pub const fn is_plain(&self) -> bool {
        matches!(self.0, Course::Plain)
    }

    /// Where on the axis a moment is. What is open stays so.
    #[must_use]
    pub fn place(&self, moment: Moment) -> Moment {
        if moment.is_open() {
            return moment;
        }
        match &self.0 {
            Course::Plain => moment,
            Course::Knots(knots) => Moment::from_seconds(gaps::place(knots, moment.seconds())),
            Course::Logarithm(origin) => {
                Moment::from_seconds(logarithm::place(*origin, moment.seconds()))
            }
        }
    }

    /// The moment at a place of the axis, as far as the calendar goes.
    #[must_use]
    pub fn time(&self, place: Moment) -> Moment {
        if place.is_open() {
            return place;
        }
        match &self.0 {
            Course::Plain => place,
            Course::Knots(knots) => Moment::from_seconds(gaps::time(knots, place.seconds())),
            Course::Logarithm(origin) => {
                let seconds = logarithm::time(*origin, place.seconds());
                Moment::from_seconds(seconds).clamp(Moment::MIN, Moment::MAX)
            }
        }
    }

    /// Where on the axis an interval is.
    #[must_use]
    pub fn interval(&self, interval: Interval) -> Interval {
        if self.is_plain() { interval } else { interval.mapped(|moment| self.place(moment)) }
    }

    /// The times between two places.
    #[must_use]
    pub fn times(&self, (start, end): (Moment, Moment)) -> (Moment, Moment) {
        (self.time(start), self.time(end))
    }

    /// The places between two times.
    #[must_use]
    pub fn places(&self, (start, end): (Moment, Moment)) -> (Moment, Moment) {
        (self.place(start), self.place(end))
    }

    /// How many seconds of time a second of the axis is at one of its places.
    #[must_use]
    pub fn rate(&self, place: Moment) -> f64 {
        match &self.0 {
            Course::Plain => 1.0,
            Course::Knots(knots) => gaps::rate(knots, place.seconds()),
            Course::Logarithm(origin) => logarithm::rate(*origin, place.seconds()),
        }
    }

    /// What lies between two places of the axis, from the left: gaps, and what is between them.
    pub(super) fn pieces(&self, start: Moment, end: Moment) -> Vec<Piece> {
        let knots: &[Knot] = if let Course::Knots(knots) = &self.0 { knots } else { &[] };
        let first = knots.partition_point(|knot| knot.place <= start.seconds());
        let begins_in_gap = first.checked_sub(1).is_some_and(|before| knots[before].opens_gap);
        let inside = knots[first..].iter().take_while(|knot| knot.place < end.seconds());
        let mut edges = vec![(start, begins_in_gap)];
        edges.extend(inside.map(|knot| (Moment::from_seconds(knot.place), knot.opens_gap)));
        let ends = edges.iter().skip(1).map(|&(place, _)| place).chain([end]);
        let pieces = edges.iter().zip(ends).map(|(&(from, is_gap), to)| Piece {
            places: (from, to),
            times: self.times((from, to)),
            is_gap,
        });
        pieces.filter(|piece| piece.places.0 < piece.places.1).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse().expect("a date")
    }

    fn spans(pairs: &[(&str, &str)]) -> impl Iterator<Item = (i64, i64)> {
        pairs.iter().map(|(a, b)| (moment(a).seconds(), moment(b).seconds()))
    }

    #[test]
    fn a_gap_is_a_piece_between_two_that_keep_their_length() {
        let spans = spans(&[("1900-01-01", "1900-03-01"), ("2022-01-01", "2022-03-01")]);
        let warp = Warp::of(Scale::Compressed, spans);
        let length = |a: &str, b: &str| warp.place(moment(b)) - warp.place(moment(a));
        for (a, b) in [("1900-01-01", "1900-03-01"), ("2022-01-01", "2022-03-01")] {
            assert_eq!(length(a, b), moment(b) - moment(a));
        }
        let all = length("1900-01-01", "2022-03-01");
        assert!(all < 150 * 86_400, "{} days", all / 86_400);
        let pieces =
            warp.pieces(warp.place(moment("1900-01-01")), warp.place(moment("2022-03-01")));
        assert_eq!(
            pieces.iter().map(|piece| piece.is_gap).collect::<Vec<_>>(),
            [false, true, false]
        );
        assert_eq!(pieces[1].times.0.civil().year, 1900);
        assert_eq!(pieces[1].times.1.civil().year, 2021);
    }

    #[test]
    fn a_plain_axis_is_one_piece() {
        let warp = Warp::of(Scale::Relative(moment("2022").into()), std::iter::empty());
        assert!(warp.is_plain());
        let pieces = warp.pieces(moment("2000"), moment("2010"));
        assert_eq!(pieces.len(), 1);
        assert_eq!(pieces[0].times, (moment("2000"), moment("2010")));
    }

    #[test]
    fn what_is_open_stays_open() {
        let warp = Warp::of(Scale::Logarithmic(moment("2022").into()), std::iter::empty());
        let before = Interval::before(moment("1990"), crate::time::Granularity::Year);
        let placed = warp.interval(before);
        assert_eq!(placed.earliest_start(), Moment::DISTANT_PAST);
        assert_eq!(placed.latest_end(), warp.place(moment("1990")));
    }

    fn warps() -> impl Strategy<Value = Warp> {
        let gaps = prop::collection::vec((1_i64..5_000_000_000, 0_i64..10_000), 1..20);
        let gaps = gaps.prop_map(|steps| {
            let spans = steps.into_iter().scan(0, |at, (gap, length)| {
                let start = *at + gap;
                *at = start + length;
                Some((start, *at))
            });
            Warp::of(Scale::Compressed, spans)
        });
        let log = (-60_000_000_000_i64..10_000_000_000).prop_map(|at| {
            Warp::of(Scale::Logarithmic(Moment::from_seconds(at).into()), std::iter::empty())
        });
        prop_oneof![gaps, log]
    }

    proptest! {
        #[test]
        fn earlier_is_never_farther_right(
            warp in warps(),
            one in -300_000_000_000_i64..300_000_000_000,
            length in 0_i64..100_000_000_000,
        ) {
            let (one, other) = (Moment::from_seconds(one), Moment::from_seconds(one + length));
            prop_assert!(warp.place(one) <= warp.place(other));
            prop_assert!(warp.place(one) <= warp.place(one.plus_seconds(1)));
            prop_assert!(warp.time(one) <= warp.time(other));
        }

        #[test]
        fn a_place_leads_to_a_time_and_back(
            warp in warps(),
            time in -300_000_000_000_i64..300_000_000_000,
        ) {
            let time = Moment::from_seconds(time);
            let place = warp.place(time);
            // Where a second of the axis is many of time, it is one of those that are there.
            let (first, last) = (warp.time(place.plus_seconds(-1)), warp.time(place.plus_seconds(1)));
            prop_assert!(first <= time && time <= last, "{first:?} {time:?} {last:?}");
            let again = warp.place(warp.time(place));
            prop_assert!((again - place).abs() <= 1, "{place:?} {again:?}");
        }

        #[test]
        fn an_interval_keeps_the_order_of_its_ends(
            warp in warps(),
            start in -300_000_000_000_i64..300_000_000_000,
            length in 0_i64..10_000_000_000,
            doubt in 0_i64..10_000_000,
        ) {
            let at = |seconds| Moment::from_seconds(seconds);
            let unit = crate::time::Granularity::Second;
            let first = Interval::within(at(start), at(start + doubt), unit);
            let last = Interval::within(at(start + length), at(start + length + doubt), unit);
            let placed = warp.interval(Interval::span(first, last));
            prop_assert!(placed.earliest_start() <= placed.latest_start());
            prop_assert!(placed.earliest_end() <= placed.latest_end());
            prop_assert!(placed.earliest_start() <= placed.earliest_end());
            prop_assert!(placed.latest_start() <= placed.latest_end());
        }

        #[test]
        fn pieces_lie_side_by_side(
            warp in warps(),
            start in 0_i64..9_000_000_000,
            length in 1_i64..9_000_000_000,
        ) {
            let (start, end) = (Moment::from_seconds(start), Moment::from_seconds(start + length));
            let pieces = warp.pieces(start, end);
            prop_assert_eq!(pieces.first().map(|piece| piece.places.0), Some(start));
            prop_assert_eq!(pieces.last().map(|piece| piece.places.1), Some(end));
            for pair in pieces.windows(2) {
                prop_assert_eq!(pair[0].places.1, pair[1].places.0);
                prop_assert!(pair[0].is_gap != pair[1].is_gap);
            }
        }
    }
}
