//! The outlines of what is drawn: closed, in order, star-shaped about their middle.

use std::f32::consts::{FRAC_PI_2, TAU};

use egui::{Pos2, Rect, Vec2, pos2};

use crate::scene::Symbol;

/// How many corners stand for a quarter of a circle.
const QUARTER_STEPS: usize = 5;
/// A corner is never stretched further than this when its outline is moved outwards.
const SHARPEST: f32 = 2.0;

/// A symbol's outline.
pub(super) fn symbol(symbol: Symbol, center: Pos2, size_px: f32) -> Vec<Pos2> {
    let radius = size_px / 2.0;
    let corners = symbol.corners();
    if corners.is_empty() {
        return circle(center, radius);
    }
    corners.iter().map(|corner| center + Vec2::new(corner.x, corner.y) * radius).collect()
}

fn circle(center: Pos2, radius: f32) -> Vec<Pos2> {
    let steps = (radius * 3.0).clamp(12.0, 48.0).round() as usize;
    (0..steps)
        .map(|step| center + Vec2::angled(TAU * step as f32 / steps as f32) * radius)
        .collect()
}

/// A rectangle's outline, its left and right corners rounded by these radii.
pub(super) fn rectangle(rect: Rect, left_radius: f32, right_radius: f32) -> Vec<Pos2> {
    let most = (rect.height() / 2.0).min(rect.width() / 2.0).max(0.0);
    let (left, right) = (left_radius.min(most), right_radius.min(most));
    let mut outline = Vec::with_capacity(4 * (QUARTER_STEPS + 1));
    let mut corner = |x: f32, y: f32, radius: f32, from: f32| {
        if radius <= 0.0 {
            outline.push(pos2(x, y));
            return;
        }
        let inside = |at: f32, middle: f32| at + radius * (middle - at).signum();
        let center = pos2(inside(x, rect.center().x), inside(y, rect.center().y));
        for step in 0..=QUARTER_STEPS {
            let angle = from + FRAC_PI_2 * step as f32 / QUARTER_STEPS as f32;
            outline.push(center + Vec2::angled(angle) * radius);
        }
    };
    corner(rect.right(), rect.bottom(), right, 0.0);
    corner(rect.left(), rect.bottom(), left, FRAC_PI_2);
    corner(rect.left(), rect.top(), left, 2.0 * FRAC_PI_2);
    corner(rect.right(), rect.top(), right, 3.0 * FRAC_PI_2);
    outline
}

/// The outline moved outwards by so many points; inwards, if negative.
pub(super) fn grown(outline: &[Pos2], by: f32) -> Vec<Pos2> {
    let count = outline.len();
    let sign = if area(outline) < 0.0 { -1.0 } else { 1.0 };
    (0..count)
        .map(|at| {
            let before = outline[(at + count - 1) % count];
            let (here, after) = (outline[at], outline[(at + 1) % count]);
            let sides = (normal(before, here), normal(here, after));
            let middle = (sides.0 + sides.1).normalized();
            let stretch = 1.0 / middle.dot(sides.0).max(1.0 / SHARPEST);
            here + middle * (sign * by * stretch)
        })
        .collect()
}

/// Perpendicular to a side, one point long.
fn normal(from: Pos2, to: Pos2) -> Vec2 {
    let along = (to - from).normalized();
    Vec2::new(along.y, -along.x)
}

fn area(outline: &[Pos2]) -> f32 {
    let next = outline.iter().cycle().skip(1);
    outline.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f32>() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Rect {
        Rect::from_min_max(pos2(0.0, 0.0), pos2(10.0, 10.0))
    }

    #[test]
    fn growing_moves_every_side_out_whatever_the_direction() {
        let outline = rectangle(square(), 0.0, 0.0);
        let reversed: Vec<_> = outline.iter().rev().copied().collect();
        for outline in [outline, reversed] {
            let bounds = Rect::from_points(&grown(&outline, 2.0));
            assert!((bounds.width() - 14.0).abs() < 0.01, "{bounds:?}");
            let bounds = Rect::from_points(&grown(&outline, -2.0));
            assert!((bounds.width() - 6.0).abs() < 0.01, "{bounds:?}");
        }
    }

    #[test]
    fn round_corners_stay_inside_the_rectangle() {
        for point in rectangle(square(), 4.0, 40.0) {
            assert!(square().expand(0.01).contains(point), "{point:?}");
        }
    }

    #[test]
    fn symbols_are_drawn_around_their_middle() {
        for kind in [Symbol::Circle, Symbol::Diamond, Symbol::Star, Symbol::Plus] {
            let bounds = Rect::from_points(&symbol(kind, pos2(50.0, 50.0), 10.0));
            assert!(bounds.contains(pos2(50.0, 50.0)), "{kind:?}");
            assert!(bounds.width() < 15.0 && bounds.width() > 8.0, "{kind:?} {bounds:?}");
        }
    }
}
