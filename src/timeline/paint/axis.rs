//! The axis and the lines that it draws through the lanes.

use super::canvas::text;
use crate::scene::{Measure, Point, Rect, Scene, Shape, Target, TextRun, Theme, Weight};
use crate::timeline::axis::{AXIS_TEXT_PX, Axis};

/// Where the upper row of the axis ends and the lower one starts, from the top.
const MIDDLE_PX: f32 = 22.0;
/// How much of the hairline's colour the lines of the lower row have in the lanes.
const FAINT: f32 = 0.55;

/// The lines through the lanes, at the start of each unit.
pub(in crate::timeline) fn paint_grid(axis: &Axis, plot: Rect, theme: &Theme) -> Vec<Shape> {
    let line = |x: f32, color| {
        let x = (plot.left + x).round() + 0.5;
        Shape::hairline(Point::new(x, plot.top), Point::new(x, plot.bottom), color)
    };
    let inside = |x: f32| x > 0.0 && x < plot.width();
    let lower = axis.lower.iter().filter(|unit| inside(unit.left));
    let upper = axis.upper.iter().filter(|unit| inside(unit.left));
    lower
        .map(|unit| line(unit.left, theme.hairline.faded(FAINT)))
        .chain(upper.map(|unit| line(unit.left, theme.hairline)))
        .collect()
}

/// The axis above the plot. Labels that would run into what is `taken` are left out.
pub(in crate::timeline) fn paint_axis(
    scene: &mut Scene,
    axis: &Axis,
    plot: Rect,
    theme: &Theme,
    taken: Option<Rect>,
    measure: Measure<'_>,
) {
    let band = Rect::new(plot.left, 0.0, plot.right, plot.top);
    let mut shapes = vec![Shape::fill(band, theme.panel)];
    let rows = [
        (&axis.upper, 0.0, MIDDLE_PX, Weight::Medium, theme.text),
        (&axis.lower, MIDDLE_PX, plot.top, Weight::Regular, theme.muted),
    ];
    for (units, top, bottom, weight, color) in rows {
        for unit in units {
            let x = (plot.left + unit.left).round() + 0.5;
            let from = if top == 0.0 { 6.0 } else { top + 3.0 };
            if unit.left > 0.0 {
                let to = Point::new(x, plot.top);
                shapes.push(Shape::hairline(Point::new(x, from), to, theme.hairline));
            }
            let y = if top == 0.0 { 13.0 } else { f32::midpoint(top, bottom) };
            let position = Point::new(plot.left + unit.label_x, y);
            let right = position.x + measure(&unit.label, AXIS_TEXT_PX, weight);
            let label = Rect::new(position.x - 4.0, y - 5.0, right + 4.0, y + 5.0);
            if !taken.is_some_and(|taken| taken.overlaps(&label)) {
                shapes.push(Shape::Text(TextRun {
                    weight,
                    ..text(position, AXIS_TEXT_PX, color, unit.label.clone())
                }));
            }
            let rect = Rect::new(plot.left + unit.left, top, plot.left + unit.right, bottom);
            let target = Target::AxisUnit { start: unit.start, end: unit.end };
            scene.add_target(rect.intersection(&band), target);
        }
    }
    let (left, right) = (Point::new(0.0, plot.top - 0.5), Point::new(plot.right, plot.top - 0.5));
    shapes.push(Shape::hairline(left, right, theme.hairline));
    scene.push(band, shapes);
}
