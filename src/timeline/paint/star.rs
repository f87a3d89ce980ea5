//! The star of events that a person has starred.

use std::f32::consts::PI;

use super::canvas::Canvas;
use crate::scene::{Point, Polygon, Shape, Theme};

/// How far the inner corners are from the middle, as a share of the points'.
const INNER: f32 = 0.45;

/// Draws a star with five points around its middle.
pub(super) fn paint_star(canvas: &mut Canvas, center: Point, radius_px: f32, theme: &Theme) {
    let corner = |number: usize, share: f32| {
        let angle = PI * (number as f32 / 5.0 - 0.5);
        let radius = radius_px * share;
        Point::new(center.x + radius * angle.cos(), center.y + radius * angle.sin())
    };
    // Its ground first, so that it stands out from the mark; then a kite for each point.
    for (share, fill) in [(1.45, theme.ground), (1.0, theme.warning)] {
        for point in [0, 2, 4, 6, 8] {
            let before = corner(point + 9, INNER * share);
            let points =
                vec![center, before, corner(point, share), corner(point + 1, INNER * share)];
            canvas.front.push(Shape::Polygon(Polygon { points, fill }));
        }
    }
}
