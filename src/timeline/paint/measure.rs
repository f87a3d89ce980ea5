//! How far two events are from each other in time.

use super::canvas::text;
use crate::scene::{
    Align, Fade, Measure, Point, Rect, RectShape, Scene, Shape, Stroke, TextRun, Theme, Weight,
};
use crate::time::{Granularity, Interval, Moment};
use crate::timeline::axis::AXIS_TEXT_PX;
use crate::timeline::view::View;
use crate::timeline::warp::Warp;

const DAY_S: i64 = 86_400;
/// How far below the axis the measure is drawn.
const BELOW_PX: f32 = 14.0;

/// Draws the distance between two times, below the axis.
pub(in crate::timeline) fn paint_measure(
    scene: &mut Scene,
    (one, other): (Interval, Interval),
    warp: &Warp,
    view: &View,
    plot: Rect,
    theme: &Theme,
    measure: Measure<'_>,
) {
    let (first, last) = if one.anchor() <= other.anchor() { (one, other) } else { (other, one) };
    let x = |moment: Moment| {
        (plot.left + view.x(warp.place(moment))).clamp(plot.left - 2.0, plot.right + 2.0)
    };
    let (left, right) = (x(first.anchor()), x(last.anchor()));
    let y = plot.top + BELOW_PX;
    let stroke = Stroke::solid(1.5, theme.accent);
    let line = |from: Point, to: Point| Shape::Line { from, to, stroke };
    let mut shapes = vec![line(Point::new(left, y), Point::new(right, y))];
    for x in [left, right] {
        shapes.push(line(Point::new(x, plot.top), Point::new(x, y + 6.0)));
    }
    let label = elapsed(first, last);
    let width = measure(&label, AXIS_TEXT_PX, Weight::Medium) + 14.0;
    let middle = f32::midpoint(left, right)
        .clamp(plot.left + width / 2.0, (plot.right - width / 2.0).max(plot.left));
    let center = Point::new(middle, y);
    shapes.push(Shape::Rect(RectShape {
        rect: Rect::around(center, width, 18.0),
        radius_px: 4.0,
        fill: theme.accent,
        fade: Fade::default(),
        stroke: None,
    }));
    shapes.push(Shape::Text(TextRun {
        align: Align::Center,
        weight: Weight::Medium,
        ..text(center, AXIS_TEXT_PX, theme.on_accent, label)
    }));
    scene.push(plot, shapes);
}

/// "12 days", "3 h 20 min", "about 2 years, 1 month": no more precisely than both are known.
fn elapsed(first: Interval, last: Interval) -> String {
    let (start, end) = (first.anchor(), last.anchor());
    let coarsest = first.granularity().min(last.granularity());
    let seconds = end - start;
    if coarsest >= Granularity::Hour && seconds < 2 * DAY_S {
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        return match (hours, minutes) {
            (0, minutes) => format!("{minutes} min"),
            (hours, 0) => format!("{hours} h"),
            (hours, minutes) => format!("{hours} h {minutes} min"),
        };
    }
    let about = if coarsest < Granularity::Day { "about " } else { "" };
    let days = (end.floor(Granularity::Day) - start.floor(Granularity::Day)) / DAY_S;
    if days < 100 && coarsest >= Granularity::Day {
        return plural(days, "day");
    }
    let (from, to) = (start.civil(), end.civil());
    let months = i64::from(to.year - from.year) * 12 + i64::from(to.month) - i64::from(from.month);
    let months = months - i64::from(to.day < from.day);
    let exactly = if coarsest >= Granularity::Day && months < 36 {
        format!(" ({})", plural(days, "day"))
    } else {
        String::new()
    };
    let (years, months) = (months / 12, months % 12);
    let words = match (years, months) {
        _ if coarsest < Granularity::Month => plural(i64::from(to.year - from.year), "year"),
        (0, months) => plural(months, "month"),
        (years, 0) => plural(years, "year"),
        (years, months) => format!("{}, {}", plural(years, "year"), plural(months, "month")),
    };
    format!("{about}{words}{exactly}")
}

fn plural(number: i64, unit: &str) -> String {
    if number == 1 { format!("1 {unit}") } else { format!("{number} {unit}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_told_as_precisely_as_both_ends_are_known() {
        let check = |first: &str, last: &str, expected: &str| {
            let iso = |text: &str| Interval::from_iso(text).expect("a date");
            assert_eq!(elapsed(iso(first), iso(last)), expected, "{first} {last}");
        };
        check("2022-02-24", "2022-02-25", "1 day");
        check("2022-02-24", "2022-04-02", "37 days");
        check("2022-02-24", "2023-03-24", "1 year, 1 month (393 days)");
        check("2022-02-24", "2022-09-23", "6 months (211 days)");
        check("1914-07-28", "1918-11-11", "4 years, 3 months");
        check("2022-02-24T05:00", "2022-02-24T08:20", "3 h 20 min");
        check("2022-02-24T05:00", "2022-02-26", "2 days");
        check("2022-02", "2022-05", "about 3 months");
        check("1848", "2022-05-01", "about 174 years");
    }
}
