//! The outlines of what is drawn: closed, in order, star-shaped about their middle.
//!
//! An outline knows of each corner where it goes as the outline grows, so that soft edges and
//! lines along it cost no more than their corners.

use std::f32::consts::{FRAC_PI_2, TAU};
use std::sync::LazyLock;

use egui::{Pos2, Rect, Vec2, pos2};

use crate::scene::Symbol;

/// How many corners stand for a quarter of a circle; fewer where it is small.
const QUARTER_STEPS: usize = 5;
const SMALL_QUARTER_STEPS: usize = 3;
/// A quarter of a circle is small up to this radius.
const SMALL_RADIUS: f32 = 4.0;
/// How many corners a whole circle has.
const CIRCLE_STEPS: std::ops::RangeInclusive<usize> = 12..=48;
/// A corner is never stretched further than this when its outline is moved outwards.
const SHARPEST: f32 = 2.0;

/// One corner.
#[derive(Clone, Copy, Debug)]
struct Corner {
    at: Pos2,
    /// How far it moves when the outline grows by one point.
    outwards: Vec2,
}

/// A closed line.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline(Vec<Corner>);

impl Outline {
    /// The line through points in order, whichever way round.
    pub(super) fn through(points: &[Pos2]) -> Self {
        let count = points.len();
        let sign = if area(points) < 0.0 { -1.0 } else { 1.0 };
        let corner = |at: usize| {
            let before = points[(at + count - 1) % count];
            let (here, after) = (points[at], points[(at + 1) % count]);
            let sides = (normal(before, here), normal(here, after));
            let middle = (sides.0 + sides.1).normalized();
            let stretch = 1.0 / middle.dot(sides.0).max(1.0 / SHARPEST);
            Corner { at: here, outwards: middle * (sign * stretch) }
        };
        Self((0..count).map(corner).collect())
    }

    /// How many corners it has.
    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    /// Its corners.
    pub(super) fn points(&self) -> impl ExactSizeIterator<Item = Pos2> {
        self.0.iter().map(|corner| corner.at)
    }

    /// Its corners moved outwards by so many points; inwards, if negative.
    pub(super) fn grown(&self, by: f32) -> impl ExactSizeIterator<Item = Pos2> {
        self.0.iter().map(move |corner| corner.at + corner.outwards * by)
    }

    /// The smallest rectangle around it.
    pub(super) fn bounds(&self) -> Rect {
        let mut bounds = Rect::NOTHING;
        self.points().for_each(|point| bounds.extend_with(point));
        bounds
    }
}

/// A symbol's outline.
pub(super) fn symbol(symbol: Symbol, center: Pos2, size_px: f32) -> Outline {
    let radius = size_px / 2.0;
    let corners = &SYMBOLS[symbol as usize].0;
    if corners.is_empty() {
        return circle(center, radius);
    }
    let scaled = |corner: &Corner| Corner { at: center + corner.at.to_vec2() * radius, ..*corner };
    Outline(corners.iter().map(scaled).collect())
}

/// The symbols around the origin, as large as their corners are given.
static SYMBOLS: LazyLock<[Outline; Symbol::ALL.len()]> = LazyLock::new(|| {
    Symbol::ALL.map(|symbol| {
        let corners = symbol.corners().iter();
        Outline::through(&corners.map(|corner| pos2(corner.x, corner.y)).collect::<Vec<_>>())
    })
});

fn circle(center: Pos2, radius: f32) -> Outline {
    let steps = (radius * 3.0).round() as usize;
    let steps = steps.clamp(*CIRCLE_STEPS.start(), *CIRCLE_STEPS.end());
    let corner = |&outwards: &Vec2| Corner { at: center + outwards * radius, outwards };
    Outline(CIRCLES[steps - CIRCLE_STEPS.start()].iter().map(corner).collect())
}

/// The directions of the corners of circles, by their number from the least.
static CIRCLES: LazyLock<Vec<Vec<Vec2>>> = LazyLock::new(|| {
    let angled = |steps: usize| (0..steps).map(move |at| TAU * at as f32 / steps as f32);
    CIRCLE_STEPS.map(|steps| angled(steps).map(Vec2::angled).collect()).collect()
});

/// A rectangle's outline, its left and right corners rounded by these radii.
pub(super) fn rectangle(rect: Rect, left_radius: f32, right_radius: f32) -> Outline {
    let most = (rect.height() / 2.0).min(rect.width() / 2.0).max(0.0);
    let (left, right) = (left_radius.min(most), right_radius.min(most));
    let mut corners = Vec::with_capacity(4 * (QUARTER_STEPS + 1));
    let mut corner = |at: Pos2, radius: f32, outwards: Vec2| {
        if radius <= 0.0 {
            corners.push(Corner { at, outwards });
            return;
        }
        let center = at - outwards * radius;
        let quarter = if radius <= SMALL_RADIUS { &QUARTERS[0] } else { &QUARTERS[1] };
        corners.extend(quarter.iter().map(|&direction| {
            // The quarter is turned to the corner: its first direction is the side before it.
            let outwards = turned(direction, outwards);
            Corner { at: center + outwards * radius, outwards }
        }));
    };
    corner(rect.right_bottom(), right, Vec2::new(1.0, 1.0));
    corner(rect.left_bottom(), left, Vec2::new(-1.0, 1.0));
    corner(rect.left_top(), left, Vec2::new(-1.0, -1.0));
    corner(rect.right_top(), right, Vec2::new(1.0, -1.0));
    Outline(corners)
}

/// The directions from the first axis to the second, in few steps and in many.
static QUARTERS: LazyLock<[Vec<Vec2>; 2]> = LazyLock::new(|| {
    [SMALL_QUARTER_STEPS, QUARTER_STEPS].map(|steps| {
        let angle = |step: usize| FRAC_PI_2 * step as f32 / steps as f32;
        (0..=steps).map(|step| Vec2::angled(angle(step))).collect()
    })
});

/// A direction of the quarter between both axes, in the quarter of another corner.
fn turned(direction: Vec2, corner: Vec2) -> Vec2 {
    match (corner.x > 0.0, corner.y > 0.0) {
        (true, true) => direction,
        (false, true) => Vec2::new(-direction.y, direction.x),
        (false, false) => -direction,
        (true, false) => Vec2::new(direction.y, -direction.x),
    }
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

    fn bounds_grown(outline: &Outline, by: f32) -> Rect {
        Rect::from_points(&outline.grown(by).collect::<Vec<_>>())
    }

    #[test]
    fn growing_moves_every_side_out_whatever_the_direction() {
        let corners: Vec<Pos2> = rectangle(square(), 0.0, 0.0).points().collect();
        let reversed: Vec<Pos2> = corners.iter().rev().copied().collect();
        let outlines = [
            rectangle(square(), 0.0, 0.0),
            rectangle(square(), 3.0, 5.0),
            Outline::through(&corners),
            Outline::through(&reversed),
        ];
        for outline in outlines {
            let bounds = bounds_grown(&outline, 2.0);
            assert!((bounds.width() - 14.0).abs() < 0.01, "{bounds:?}");
            let bounds = bounds_grown(&outline, -2.0);
            assert!((bounds.width() - 6.0).abs() < 0.01, "{bounds:?}");
        }
    }

    #[test]
    fn round_corners_stay_inside_the_rectangle() {
        for point in rectangle(square(), 4.0, 40.0).points() {
            assert!(square().expand(0.01).contains(point), "{point:?}");
        }
    }

    #[test]
    fn corners_go_round_without_crossing() {
        for radius in [0.0, 3.0, 4.5] {
            let points: Vec<Pos2> = rectangle(square(), radius, radius).points().collect();
            let covered = area(&points);
            assert!((100.0 - radius * radius..=100.0).contains(&covered), "{radius}: {covered}");
        }
    }

    #[test]
    fn symbols_are_drawn_around_their_middle() {
        for kind in Symbol::ALL {
            let bounds = symbol(kind, pos2(50.0, 50.0), 10.0).bounds();
            assert!(bounds.contains(pos2(50.0, 50.0)), "{kind:?}");
            assert!(bounds.width() < 15.0 && bounds.width() > 8.0, "{kind:?} {bounds:?}");
        }
    }
}
