//! The axis of a logarithmic scale: distances from its moment, and the dates there.

use super::axis::{AXIS_TEXT_PX, Axis, LABEL_GAP_PX, Unit};
use super::view::View;
use super::warp::Warp;
use crate::scene::{Measure, Weight};
use crate::text::grouped;
use crate::time::{Granularity, Moment};

/// The distances that may have a tick, those first that have one where not all do.
const FIRST: [(Granularity, i64); 9] = [
    (Granularity::Year, 1),
    (Granularity::Day, 1),
    (Granularity::Month, 1),
    (Granularity::Year, 10),
    (Granularity::Year, 100),
    (Granularity::Year, 1000),
    (Granularity::Year, 10_000),
    (Granularity::Week, 1),
    (Granularity::Hour, 1),
];
const THEN: [(Granularity, i64); 19] = [
    (Granularity::Month, 3),
    (Granularity::Year, 3),
    (Granularity::Year, 30),
    (Granularity::Year, 300),
    (Granularity::Year, 3000),
    (Granularity::Day, 3),
    (Granularity::Hour, 6),
    (Granularity::Minute, 10),
    (Granularity::Minute, 1),
    (Granularity::Month, 6),
    (Granularity::Week, 2),
    (Granularity::Year, 5),
    (Granularity::Year, 20),
    (Granularity::Year, 50),
    (Granularity::Year, 200),
    (Granularity::Year, 500),
    (Granularity::Year, 2000),
    (Granularity::Year, 5000),
    (Granularity::Hour, 12),
];

/// A place with a tick.
#[derive(Clone, Debug)]
struct Tick {
    place: Moment,
    x: f32,
    distance: String,
    date: String,
}

/// The axis of a view around, or to one side of, the moment of a logarithmic scale.
pub(super) fn distances(view: &View, warp: &Warp, origin: Moment, measure: Measure<'_>) -> Axis {
    let mut ticks: Vec<Tick> = Vec::new();
    let width = |tick: &Tick| measure(&tick.distance, AXIS_TEXT_PX, Weight::Regular);
    for tick in candidates(view, warp, origin) {
        let right = tick.x + width(&tick) + LABEL_GAP_PX;
        let clear =
            |other: &Tick| right <= other.x || other.x + width(other) + LABEL_GAP_PX <= tick.x;
        if ticks.iter().all(clear) {
            ticks.push(tick);
        }
    }
    for tick in &mut ticks {
        if tick.x + LABEL_GAP_PX / 2.0 + width(tick) > view.width_px() {
            tick.distance.clear();
        }
    }
    let upper = dated(&ticks, measure, view.width_px());
    ticks.sort_by_key(|tick| tick.place);
    Axis {
        upper: units(&upper, view, |tick| &tick.date),
        lower: units(&ticks, view, |t| &t.distance),
    }
}

/// Every tick that may be in a view, the most important first.
fn candidates(view: &View, warp: &Warp, origin: Moment) -> impl Iterator<Item = Tick> {
    let tick = move |count: i64, unit: Granularity| {
        let at = origin.plus(count, unit);
        let place = warp.place(at);
        let sign = if count < 0 { '−' } else { '+' };
        let distance = match count {
            0 => "0".to_owned(),
            _ => format!("{sign}{}", length(count.abs(), unit)),
        };
        let precision = unit.min(Granularity::Minute).max(Granularity::Year);
        let precision = if precision == Granularity::Week { Granularity::Day } else { precision };
        Tick { place, x: view.x(place), distance, date: at.label(precision) }
    };
    let distances = FIRST.into_iter().chain(THEN);
    let sides = distances.flat_map(|(unit, count)| [(count, unit), (-count, unit)]);
    let all = std::iter::once((0, Granularity::Day)).chain(sides);
    // A tick just before the view has a unit that reaches into it.
    let width = view.width_px();
    all.map(move |(count, unit)| tick(count, unit))
        .filter(move |tick| (-width..=width).contains(&tick.x))
        .filter(|tick| (Moment::MIN..Moment::MAX).contains(&tick.place))
}

/// Those of the ticks, the most important first, whose dates have room beside one another; from
/// left to right.
fn dated(ticks: &[Tick], measure: Measure<'_>, right_px: f32) -> Vec<Tick> {
    let width = |tick: &Tick| measure(&tick.date, AXIS_TEXT_PX, Weight::Medium) + LABEL_GAP_PX;
    let mut dated: Vec<Tick> = Vec::new();
    for tick in ticks {
        let clear =
            |other: &Tick| tick.x + width(tick) <= other.x || other.x + width(other) <= tick.x;
        if tick.x + width(tick) <= right_px && dated.iter().all(clear) {
            dated.push(tick.clone());
        }
    }
    dated.sort_by_key(|tick| tick.place);
    dated
}

/// From each tick to the next one, or to the end of the view.
fn units(ticks: &[Tick], view: &View, name: impl Fn(&Tick) -> &String) -> Vec<Unit> {
    let ends = ticks.iter().skip(1).map(|tick| (tick.place, tick.x));
    let ends = ends.chain([(view.end(), view.width_px())]);
    let unit = |(tick, (end, right)): (&Tick, (Moment, f32))| {
        // A name whose tick is out of sight says nothing.
        let label = if tick.x < 0.0 { String::new() } else { name(tick).clone() };
        let label_x = tick.x + LABEL_GAP_PX / 2.0;
        Unit { start: tick.place, end, left: tick.x, right, label, label_x }
    };
    let units = ticks.iter().zip(ends).map(unit);
    units.filter(|unit| unit.right > unit.left.max(0.0)).collect()
}

/// "10 y", "1 mo".
pub(super) fn length(count: i64, unit: Granularity) -> String {
    let short = match unit {
        Granularity::Minute => "min",
        Granularity::Hour => "h",
        Granularity::Day => "d",
        Granularity::Week => "w",
        Granularity::Month => "mo",
        _ => "y",
    };
    format!("{} {short}", grouped(count.unsigned_abs() as usize))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::measure;
    use crate::timeline::{Extent, Scale};

    fn moment(text: &str) -> Moment {
        text.parse().expect("a date")
    }

    fn axis(start: &str, end: &str, origin: &str, width_px: f32) -> Axis {
        let origin = moment(origin);
        let warp = Warp::of(Scale::Logarithmic(origin.into()), std::iter::empty());
        let (start, end) = (warp.place(moment(start)), warp.place(moment(end)));
        let view = View::all(Extent::new(start, end), width_px).exactly(start, end);
        distances(&view, &warp, origin, &measure)
    }

    fn labels(units: &[Unit]) -> Vec<&str> {
        units.iter().map(|unit| unit.label.as_str()).filter(|label| !label.is_empty()).collect()
    }

    #[test]
    fn ticks_are_distances_with_their_dates_above() {
        let axis = axis("1900", "2023", "2022-02-24", 1200.0);
        let lower = labels(&axis.lower);
        let wanted = ["−100 y", "−10 y", "−1 y", "−1 mo", "−1 d", "0", "+1 d", "+1 mo"];
        let mut rest = lower.iter();
        for label in wanted {
            assert!(rest.any(|&other| other == label), "{label} in its place in {lower:?}");
        }
        let upper = labels(&axis.upper);
        for label in ["1922", "2012", "24 Feb 2022"] {
            assert!(upper.contains(&label), "{label} in {upper:?}");
        }
    }

    #[test]
    fn no_two_names_overlap_at_any_width() {
        for width in [240.0, 500.0, 900.0, 2400.0] {
            for (start, end) in [("-3000", "2400"), ("2021-11", "2022-06"), ("1700", "1990")] {
                let axis = axis(start, end, "2022-02-24", width);
                let rows = [(&axis.upper, Weight::Medium), (&axis.lower, Weight::Regular)];
                for (row, weight) in rows {
                    let mut free_from = f32::MIN;
                    for unit in row.iter().filter(|unit| !unit.label.is_empty()) {
                        assert!(unit.label_x >= free_from, "{unit:?}");
                        free_from = unit.label_x + measure(&unit.label, AXIS_TEXT_PX, weight);
                    }
                }
            }
        }
    }
}
