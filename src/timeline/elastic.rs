//! The axis of a model: of the calendar, counted from a moment, or not to scale.

use super::axis::{AXIS_TEXT_PX, Axis, LABEL_GAP_PX, Stretch, Unit, axis, calendar};
use super::count::counted;
use super::distance::{distances, length};
use super::model::Model;
use super::scale::Scale;
use super::view::View;
use super::warp::{Piece, Warp};
use crate::scene::{Measure, Weight};
use crate::time::{Granularity, Moment};

/// Where time is pressed together at one end of the view by less than so many times as at the
/// other, units of the calendar say more than distances.
const NEARLY_EVEN: f64 = 4.0;

/// The axis of a model in a view.
pub(super) fn axis_of(model: &Model, view: &View, measure: Measure<'_>) -> Axis {
    let warp = model.warp();
    match model.scale() {
        Scale::Relative(origin) => {
            Axis { lower: counted(view, origin.moment(), measure), ..axis(view, measure) }
        }
        Scale::Logarithmic(origin) => logarithmic(view, warp, origin.moment(), measure),
        Scale::Compressed if !warp.is_plain() => compressed(view, warp, measure),
        Scale::Linear | Scale::Compressed => axis(view, measure),
    }
}

/// The gaps in a view that are pressed together: their pixels.
pub(super) fn gaps(model: &Model, view: &View) -> Vec<(f32, f32)> {
    let pieces = model.warp().pieces(view.start(), view.end().plus_seconds(1));
    let gaps = pieces.into_iter().filter(|piece| piece.is_gap);
    gaps.map(|piece| (view.x(piece.places.0), view.x(piece.places.1))).collect()
}

fn logarithmic(view: &View, warp: &Warp, origin: Moment, measure: Measure<'_>) -> Axis {
    let (start, end) = (view.start(), view.end());
    let nearest = warp.place(origin).clamp(start, end);
    let (slow, fast) = (warp.rate(nearest), warp.rate(start).max(warp.rate(end)));
    if fast < slow * NEARLY_EVEN {
        return calendar(&Stretch::whole(view, warp), view.seconds_per_px() * fast, measure);
    }
    distances(view, warp, origin, measure)
}

/// Calendar units between the gaps, all in one size, and the length of each gap.
fn compressed(view: &View, warp: &Warp, measure: Measure<'_>) -> Axis {
    let mut whole = Axis::default();
    let pieces = warp.pieces(view.start(), view.end().plus_seconds(1));
    for (number, piece) in pieces.iter().enumerate() {
        let (left, right) = pixels(piece, view);
        if piece.is_gap {
            whole.lower.push(gap_unit(piece, left, right, measure));
            continue;
        }
        let gap = pieces.get(number + 1);
        let gap_to = gap.map_or(right, |gap| pixels(gap, view).1);
        let times = piece.times;
        let stretch = Stretch { view, warp, times, px: (left, right), upper_to: right };
        let set = |stretch: &Stretch<'_>| calendar(stretch, view.seconds_per_px(), measure);
        let mut inner = set(&stretch);
        if inner.upper.iter().all(|unit| unit.label.is_empty()) {
            // What is too narrow for any name has it over the gap behind it.
            inner = set(&Stretch { upper_to: gap_to, ..stretch });
        }
        let Axis { upper, lower } = inner;
        whole.lower.extend(lower);
        for unit in upper {
            add_upper(&mut whole.upper, unit);
        }
    }
    whole
}

/// The pixels of a piece that are in the view.
fn pixels(piece: &Piece, view: &View) -> (f32, f32) {
    (view.x(piece.places.0).max(0.0), view.x(piece.places.1).min(view.width_px()))
}

/// A unit that goes on beyond a gap is named once.
fn add_upper(upper: &mut Vec<Unit>, mut unit: Unit) {
    let named = upper.iter().rev().find(|other| !other.label.is_empty());
    if named.is_some_and(|other| other.label == unit.label) {
        unit.label.clear();
    }
    upper.push(unit);
}

fn gap_unit(piece: &Piece, left: f32, right: f32, measure: Measure<'_>) -> Unit {
    let width = |text: &str| measure(text, AXIS_TEXT_PX, Weight::Regular);
    let room = right - left - LABEL_GAP_PX / 2.0;
    let names = [gap_name(piece, true), gap_name(piece, false), "…".to_owned()];
    let label = names.into_iter().find(|name| width(name) <= room).unwrap_or_default();
    let label_x = f32::midpoint(left, right) - width(&label) / 2.0;
    Unit { start: piece.places.0, end: piece.places.1, left, right, label, label_x }
}

/// "4300 years", "4300 y": the largest unit of which there are two.
fn gap_name(piece: &Piece, in_words: bool) -> String {
    let seconds = piece.times.1 - piece.times.0;
    let count = |unit: Granularity| (seconds + unit.mean_seconds() / 2) / unit.mean_seconds();
    let units = [
        (Granularity::Year, " years"),
        (Granularity::Month, " months"),
        (Granularity::Day, " days"),
        (Granularity::Hour, " hours"),
        (Granularity::Minute, " minutes"),
    ];
    let found = units.into_iter().find(|&(unit, _)| count(unit) >= 2).unwrap_or(units[4]);
    let (unit, words) = found;
    let short = length(count(unit), unit);
    match short.rsplit_once(' ') {
        Some((number, _)) if in_words => format!("{number}{words}"),
        _ => short,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::measure;
    use crate::timeline::Extent;

    fn moment(text: &str) -> Moment {
        text.parse().expect("a date")
    }

    fn labels(units: &[Unit]) -> Vec<&str> {
        units.iter().map(|unit| unit.label.as_str()).filter(|label| !label.is_empty()).collect()
    }

    /// Two years, and the 121 between them pressed together.
    fn pressed(width_px: f32) -> (Warp, View) {
        let spans = [("1900-01-01", "1900-12-31"), ("2022-01-01", "2022-12-31")];
        let spans = spans.map(|(a, b)| (moment(a).seconds(), moment(b).seconds()));
        let warp = Warp::of(Scale::Compressed, spans.into_iter());
        let (start, end) = warp.places((moment("1900"), moment("2023")));
        (warp, View::all(Extent::new(start, end), width_px).exactly(start, end))
    }

    #[test]
    fn a_gap_says_how_long_it_is_and_both_sides_have_their_own_units() {
        let (warp, view) = pressed(1400.0);
        let axis = compressed(&view, &warp, &measure);
        let lower = labels(&axis.lower);
        let gap = lower.iter().position(|label| *label == "121 years").expect("a gap");
        assert_eq!(lower.iter().filter(|label| **label == "Mar").count(), 2, "{lower:?}");
        assert!(lower[..gap].contains(&"Nov") && lower[gap..].contains(&"Feb"), "{lower:?}");
        assert_eq!(labels(&axis.upper), ["1900", "2022"], "{:?}", axis.upper);
        let units = axis.lower.iter().filter(|unit| unit.label == "121 years");
        let times = units.map(|unit| warp.times((unit.start, unit.end))).next().expect("a unit");
        assert_eq!((times.0.civil().year, times.1.civil().year), (1901, 2021));
    }

    #[test]
    fn no_two_names_overlap_at_any_width() {
        for width in [300.0, 700.0, 1400.0, 3000.0] {
            let (warp, view) = pressed(width);
            let axis = compressed(&view, &warp, &measure);
            for (row, weight) in [(&axis.upper, Weight::Medium), (&axis.lower, Weight::Regular)] {
                let mut free_from = f32::MIN;
                for unit in row.iter().filter(|unit| !unit.label.is_empty()) {
                    assert!(unit.label_x >= free_from, "{unit:?}");
                    free_from = unit.label_x + measure(&unit.label, AXIS_TEXT_PX, weight);
                }
            }
        }
    }

    #[test]
    fn far_from_its_moment_a_logarithmic_axis_has_units_of_the_calendar() {
        let origin = moment("2022-02-24");
        let warp = Warp::of(Scale::Logarithmic(origin.into()), std::iter::empty());
        let (start, end) = warp.places((moment("1914"), moment("1919")));
        let view = View::all(Extent::new(start, end), 1000.0).exactly(start, end);
        let axis = logarithmic(&view, &warp, origin, &measure);
        assert_eq!(labels(&axis.upper)[..2], ["1914", "1915"]);
    }

    #[test]
    fn lengths_are_said_in_the_largest_unit_that_counts() {
        let check = |unit: Granularity, count: i64, in_words, expected: &str| {
            let times = (moment("1900"), moment("1900").plus_seconds(count * unit.mean_seconds()));
            let piece = Piece { places: times, times, is_gap: true };
            assert_eq!(gap_name(&piece, in_words), expected);
        };
        check(Granularity::Year, 4300, true, "4300 years");
        check(Granularity::Year, 12_000, false, "12\u{2009}000 y");
        check(Granularity::Day, 40, true, "40 days");
        check(Granularity::Day, 90, false, "3 mo");
    }
}
