//! Long stretches without an event, pressed together.

use crate::time::Moment;

/// At most so many gaps are pressed together.
const MOST_GAPS: usize = 12;
/// A gap is long if it is more than so many times as long as those that are left are on average,
/// and more than this part of all that is left.
const TIMES_LONGER: i64 = 3;
const LONG: i64 = 20;
/// A gap is shown as long as this part of what is left, and all of them together no longer than
/// that one.
const SHOWN: i64 = 18;
const SHOWN_TOGETHER: i64 = 3;
/// So much of a gap, as part of what is left, stays as it is at either end.
const EDGE: i64 = 60;

/// A point at which the axis bends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Knot {
    pub(super) time: i64,
    pub(super) place: i64,
    /// Whether what follows is pressed together.
    pub(super) opens_gap: bool,
}

/// The knots around the long gaps between stretches of time in the order of their starts; none
/// if there is no long gap. Times and places both rise.
pub(super) fn knots(spans: impl Iterator<Item = (i64, i64)>) -> Vec<Knot> {
    let Some(Gaps { start, end, empty: mut gaps }) = Gaps::between(spans) else {
        return Vec::new();
    };
    gaps.sort_by_key(|&(from, to)| from - to);
    gaps.truncate(long_ones(&gaps, end - start));
    let left = gaps.iter().fold(end - start, |left, (from, to)| left - (to - from));
    gaps.sort_unstable();
    let number = gaps.len().max(1) as i64;
    let shown = (left / SHOWN).min(left / SHOWN_TOGETHER / number).max(1);
    let edge = left / EDGE;
    let (mut place, mut time) = (start, start);
    let mut knots = Vec::new();
    for (from, to) in gaps {
        let edge = edge.min((to - from) / 4);
        let (from, to) = (from + edge, to - edge);
        if to - from > shown {
            place += from - time;
            knots.push(Knot { time: from, place, opens_gap: true });
            place += shown;
            time = to;
            knots.push(Knot { time, place, opens_gap: false });
        }
    }
    knots
}

/// How many of the gaps, the longest first, are long among the others and in the whole.
fn long_ones(gaps: &[(i64, i64)], whole: i64) -> usize {
    let length = |&(from, to): &(i64, i64)| to - from;
    let most = MOST_GAPS.min(gaps.len());
    let mut left = whole - gaps[..most].iter().map(length).sum::<i64>();
    let mut others: i64 = gaps[most..].iter().map(length).sum();
    for number in (1..=most).rev() {
        let gap = length(&gaps[number - 1]);
        let stands_out = match (gaps.len() - number) as i64 {
            // With nothing to compare it to a gap is long if it is the only one.
            0 => number == 1,
            rest => gap > others / rest * TIMES_LONGER,
        };
        if stands_out && gap > (left / LONG).max(1) {
            return number;
        }
        (left, others) = (left + gap, others + gap);
    }
    0
}

/// The first start, the last end, and the stretches in between in which nothing is.
struct Gaps {
    start: i64,
    end: i64,
    empty: Vec<(i64, i64)>,
}

impl Gaps {
    fn between(mut spans: impl Iterator<Item = (i64, i64)>) -> Option<Self> {
        // What goes on for ever fills no gap: it would fill all of them.
        let closed = |(start, end): (i64, i64)| {
            if Moment::from_seconds(end).is_open() { (start, start) } else { (start, end) }
        };
        let (start, mut end) = closed(spans.next()?);
        let mut gaps = Vec::new();
        for (from, to) in spans.map(closed) {
            if from > end {
                gaps.push((end, from));
            }
            end = end.max(to);
        }
        Some(Self { start, end, empty: gaps })
    }
}

/// Where on the axis a time is.
pub(super) fn place(knots: &[Knot], time: i64) -> i64 {
    mapped(knots, time, |knot| (knot.time, knot.place))
}

/// The time at a place of the axis.
pub(super) fn time(knots: &[Knot], place: i64) -> i64 {
    mapped(knots, place, |knot| (knot.place, knot.time))
}

/// How many seconds of time a second of the axis is at a place.
pub(super) fn rate(knots: &[Knot], place: i64) -> f64 {
    let after = knots.partition_point(|knot| knot.place <= place);
    match (after.checked_sub(1).map(|before| knots[before]), knots.get(after)) {
        (Some(before), Some(next)) => {
            (next.time - before.time) as f64 / (next.place - before.place) as f64
        }
        _ => 1.0,
    }
}

fn mapped(knots: &[Knot], at: i64, of: impl Fn(&Knot) -> (i64, i64)) -> i64 {
    let after = knots.partition_point(|knot| of(knot).0 <= at);
    let before = after.checked_sub(1).map(|before| of(&knots[before]));
    match (before, knots.get(after).map(of)) {
        (None, None) => at,
        (Some((from, to)), None) | (None, Some((from, to))) => at - from + to,
        (Some((from, to)), Some((next_from, next_to))) => {
            let share = i128::from(at - from) * i128::from(next_to - to);
            let length = i128::from(next_from - from);
            to + (share + length / 2).div_euclid(length) as i64
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;

    #[test]
    fn evenly_spread_events_have_no_gap() {
        assert!(knots((0..100).map(|n| (n * DAY, n * DAY + 10))).is_empty());
        assert!(knots(std::iter::empty()).is_empty());
        assert!(knots([(5, 5)].into_iter()).is_empty());
    }

    #[test]
    fn one_far_event_is_brought_near_and_the_others_keep_their_distance() {
        let spans = [(0, DAY), (30_000 * DAY, 30_001 * DAY), (30_012 * DAY, 30_013 * DAY)];
        let knots = knots(spans.into_iter());
        assert_eq!(knots.len(), 2);
        let apart = place(&knots, 30_012 * DAY) - place(&knots, 30_000 * DAY);
        assert_eq!(apart, 12 * DAY);
        assert!(place(&knots, 30_000 * DAY) < 3 * DAY);
    }

    #[test]
    fn what_goes_on_for_ever_fills_no_gap() {
        let open = Moment::DISTANT_FUTURE.seconds();
        let spans = [(0, open), (1_000, 1_100), (9_000_000, 9_001_000)];
        assert!(!knots(spans.into_iter()).is_empty());
    }

    #[test]
    fn what_lasts_through_a_gap_fills_it() {
        let spans = [(0, 100 * DAY), (DAY, 2 * DAY), (99 * DAY, 100 * DAY)];
        assert!(knots(spans.into_iter()).is_empty());
    }

    #[test]
    fn gaps_take_a_third_of_the_axis_at_most() {
        // Thirteen bursts of twenty days with something on every other.
        let bursts = (0..13).flat_map(|n| (0..10).map(move |day| n * 1000 + 2 * day));
        let knots = knots(bursts.map(|day| (day * DAY, (day + 1) * DAY)));
        assert_eq!(knots.len(), 2 * MOST_GAPS);
        let pressed = knots.chunks(2).map(|ends| ends[1].place - ends[0].place);
        let all = place(&knots, 12_019 * DAY);
        assert!(pressed.sum::<i64>() * 3 <= all + 3, "{all}");
    }
}
