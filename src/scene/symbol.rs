//! The shapes of instants: they repeat what colour says.

use super::Point;

/// The shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Symbol {
    /// A disc.
    Circle,
    /// A square, its sides level.
    Square,
    /// A square on its corner.
    Diamond,
    /// A triangle, point up.
    TriangleUp,
    /// A triangle, point down.
    TriangleDown,
    /// A six-sided figure on its side.
    Hexagon,
    /// A five-pointed star.
    Star,
    /// A plus sign with thick arms.
    Plus,
}

impl Symbol {
    /// Every symbol.
    pub const ALL: [Self; 8] = [
        Self::Circle,
        Self::Square,
        Self::Diamond,
        Self::TriangleUp,
        Self::TriangleDown,
        Self::Hexagon,
        Self::Star,
        Self::Plus,
    ];

    /// The corners of the shape around the origin, to be scaled by half the mark's size; empty
    /// for a circle, whose radius is 1. Sizes are balanced by area, so that no shape shouts.
    #[must_use]
    pub const fn corners(self) -> &'static [Point] {
        match self {
            Self::Circle => &[],
            Self::Square => &SQUARE,
            Self::Diamond => &DIAMOND,
            Self::TriangleUp => &TRIANGLE_UP,
            Self::TriangleDown => &TRIANGLE_DOWN,
            Self::Hexagon => &HEXAGON,
            Self::Star => &STAR,
            Self::Plus => &PLUS,
        }
    }

    /// Whether every straight line between two of its points stays inside.
    #[must_use]
    pub const fn is_convex(self) -> bool {
        !matches!(self, Self::Star | Self::Plus)
    }
}

const fn at(x: f32, y: f32) -> Point {
    Point::new(x, y)
}

const SQUARE: [Point; 4] = [at(-0.89, -0.89), at(0.89, -0.89), at(0.89, 0.89), at(-0.89, 0.89)];
const DIAMOND: [Point; 4] = [at(0.0, -1.22), at(1.22, 0.0), at(0.0, 1.22), at(-1.22, 0.0)];
const TRIANGLE_UP: [Point; 3] = [at(0.0, -1.15), at(1.16, 0.86), at(-1.16, 0.86)];
const TRIANGLE_DOWN: [Point; 3] = [at(-1.16, -0.86), at(1.16, -0.86), at(0.0, 1.15)];
const HEXAGON: [Point; 6] = [
    at(-1.1, 0.0),
    at(-0.55, -0.953),
    at(0.55, -0.953),
    at(1.1, 0.0),
    at(0.55, 0.953),
    at(-0.55, 0.953),
];
const STAR: [Point; 10] = [
    at(0.0, -1.34),
    at(0.37, -0.43),
    at(1.274, -0.414),
    at(0.599, 0.195),
    at(0.788, 1.084),
    at(0.0, 0.63),
    at(-0.788, 1.084),
    at(-0.599, 0.195),
    at(-1.274, -0.414),
    at(-0.37, -0.43),
];
const PLUS: [Point; 12] = [
    at(-0.4, -1.1),
    at(0.4, -1.1),
    at(0.4, -0.4),
    at(1.1, -0.4),
    at(1.1, 0.4),
    at(0.4, 0.4),
    at(0.4, 1.1),
    at(-0.4, 1.1),
    at(-0.4, 0.4),
    at(-1.1, 0.4),
    at(-1.1, -0.4),
    at(-0.4, -0.4),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_symbol_covers_about_as_much_as_a_disc() {
        let area = |corners: &[Point]| {
            let next = corners.iter().cycle().skip(1);
            let twice: f32 = corners.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
            twice.abs() / 2.0
        };
        for symbol in Symbol::ALL.into_iter().filter(|&symbol| symbol != Symbol::Circle) {
            let area = area(symbol.corners());
            assert!((2.0..3.5).contains(&area), "{symbol:?} covers {area}");
        }
    }
}
