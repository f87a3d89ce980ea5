//! Small pictures on controls, drawn as lines on a grid of 16 by 16, so that they are sharp at
//! every size and follow the text's colour.

use egui::epaint::{CircleShape, PathShape};
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};

/// A small picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Icon {
    /// A looking glass.
    Search,
    /// A cross.
    Close,
    /// An angle downwards.
    Down,
    /// An angle upwards.
    Up,
    /// A panel on the left.
    PanelLeft,
    /// A panel on the right.
    PanelRight,
    /// A sun.
    Sun,
    /// A moon.
    Moon,
    /// A question mark in a circle.
    Help,
    /// A folder.
    Folder,
    /// A sheet of paper.
    Document,
    /// A tick.
    Check,
    /// An arrow upwards, out of a folder.
    ArrowUp,
    /// An eye that sees.
    Eye,
    /// An eye that is closed.
    EyeClosed,
    /// A plus sign.
    Plus,
    /// A minus sign.
    Minus,
    /// Two arrows that point apart, each to a wall.
    Fit,
    /// A star, hollow.
    Star,
    /// A star, filled.
    Starred,
}

/// The outline of a star.
const STAR: [(f32, f32); 11] = [
    (8.0, 2.2),
    (9.6, 6.1),
    (13.9, 6.5),
    (10.7, 9.3),
    (11.6, 13.4),
    (8.0, 11.2),
    (4.4, 13.4),
    (5.3, 9.3),
    (2.1, 6.5),
    (6.4, 6.1),
    (8.0, 2.2),
];

impl Icon {
    /// Draws the icon into the middle of `rect`, 16 by 16.
    pub(super) fn paint(self, painter: &Painter, rect: Rect, color: Color32) {
        let origin = rect.center() - egui::vec2(8.0, 8.0);
        let pen = Pen { origin, stroke: Stroke::new(1.4, color) };
        painter.extend(self.shapes(&pen));
    }

    fn shapes(self, pen: &Pen) -> Vec<Shape> {
        match self {
            Self::Search => {
                vec![pen.circle(7.0, 7.0, 4.2), pen.line(&[(10.2, 10.2), (13.5, 13.5)])]
            }
            Self::Close => {
                vec![pen.line(&[(4.5, 4.5), (11.5, 11.5)]), pen.line(&[(11.5, 4.5), (4.5, 11.5)])]
            }
            Self::Plus => {
                vec![pen.line(&[(3.5, 8.0), (12.5, 8.0)]), pen.line(&[(8.0, 3.5), (8.0, 12.5)])]
            }
            Self::Star => vec![pen.line(&STAR)],
            Self::Starred => pen.star(),
            Self::Minus => vec![pen.line(&[(3.5, 8.0), (12.5, 8.0)])],
            Self::Fit => vec![
                pen.line(&[(2.5, 3.5), (2.5, 12.5)]),
                pen.line(&[(13.5, 3.5), (13.5, 12.5)]),
                pen.line(&[(4.8, 8.0), (11.2, 8.0)]),
                pen.line(&[(6.6, 6.0), (4.6, 8.0), (6.6, 10.0)]),
                pen.line(&[(9.4, 6.0), (11.4, 8.0), (9.4, 10.0)]),
            ],
            Self::Down => vec![pen.line(&[(4.5, 6.5), (8.0, 10.0), (11.5, 6.5)])],
            Self::Up => vec![pen.line(&[(4.5, 9.5), (8.0, 6.0), (11.5, 9.5)])],
            Self::PanelLeft => vec![pen.frame(), pen.line(&[(6.2, 3.0), (6.2, 13.0)])],
            Self::PanelRight => vec![pen.frame(), pen.line(&[(9.8, 3.0), (9.8, 13.0)])],
            Self::Sun => pen.sun(),
            Self::Moon => vec![pen.moon()],
            Self::Help => vec![
                pen.circle(8.0, 8.0, 6.0),
                pen.line(&[
                    (6.2, 6.6),
                    (6.5, 5.4),
                    (8.0, 4.8),
                    (9.5, 5.5),
                    (9.6, 7.0),
                    (8.0, 8.2),
                    (8.0, 9.2),
                ]),
                pen.dot(8.0, 11.2),
            ],
            Self::Folder => vec![pen.closed(&[
                (2.5, 4.0),
                (6.2, 4.0),
                (7.6, 5.6),
                (13.5, 5.6),
                (13.5, 12.5),
                (2.5, 12.5),
            ])],
            Self::Document => vec![
                pen.closed(&[(4.0, 2.5), (9.5, 2.5), (12.0, 5.0), (12.0, 13.5), (4.0, 13.5)]),
                pen.line(&[(6.0, 7.5), (10.0, 7.5)]),
                pen.line(&[(6.0, 10.2), (10.0, 10.2)]),
            ],
            Self::Check => vec![pen.line(&[(3.5, 8.5), (6.5, 11.5), (12.5, 4.8)])],
            Self::ArrowUp => vec![
                pen.line(&[(8.0, 13.0), (8.0, 3.5)]),
                pen.line(&[(4.2, 7.3), (8.0, 3.5), (11.8, 7.3)]),
            ],
            Self::Eye => vec![pen.eye(), pen.circle(8.0, 8.0, 1.8)],
            Self::EyeClosed => vec![pen.eye(), pen.line(&[(3.0, 13.0), (13.0, 3.0)])],
        }
    }
}

/// Draws on the grid of an icon.
struct Pen {
    origin: Pos2,
    stroke: Stroke,
}

impl Pen {
    /// A filled star: a kite for each of its points.
    fn star(&self) -> Vec<Shape> {
        let at = |(x, y): (f32, f32)| self.origin + egui::vec2(x, y);
        let kite = |point: usize| {
            let corners = [(8.0, 8.4), STAR[(point + 9) % 10], STAR[point], STAR[point + 1]];
            let corners = corners.map(at).to_vec();
            Shape::convex_polygon(corners, self.stroke.color, Stroke::NONE)
        };
        [0, 2, 4, 6, 8].map(kite).into_iter().chain([self.line(&STAR)]).collect()
    }

    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        pos2(self.origin.x + x, self.origin.y + y)
    }

    fn line(&self, points: &[(f32, f32)]) -> Shape {
        Shape::Path(PathShape::line(points.iter().map(|&p| self.at(p)).collect(), self.stroke))
    }

    fn closed(&self, points: &[(f32, f32)]) -> Shape {
        let points = points.iter().map(|&p| self.at(p)).collect();
        Shape::Path(PathShape::closed_line(points, self.stroke))
    }

    fn circle(&self, x: f32, y: f32, radius: f32) -> Shape {
        Shape::Circle(CircleShape::stroke(self.at((x, y)), radius, self.stroke))
    }

    fn dot(&self, x: f32, y: f32) -> Shape {
        Shape::Circle(CircleShape::filled(self.at((x, y)), 0.9, self.stroke.color))
    }

    fn frame(&self) -> Shape {
        self.closed(&[(2.5, 3.0), (13.5, 3.0), (13.5, 13.0), (2.5, 13.0)])
    }

    fn sun(&self) -> Vec<Shape> {
        let ray = |number: u8| {
            let (sin, cos) = (f32::from(number) * std::f32::consts::FRAC_PI_4).sin_cos();
            let end = |radius: f32| (8.0 + cos * radius, 8.0 + sin * radius);
            self.line(&[end(5.0), end(6.6)])
        };
        (0..8).map(ray).chain([self.circle(8.0, 8.0, 3.0)]).collect()
    }

    /// A crescent: most of a circle, and back along a smaller curve.
    fn moon(&self) -> Shape {
        let arc = |number: u8, x: f32, y: f32, radius: f32, from: f32, to: f32| {
            let angle = from + (to - from) * f32::from(number) / 16.0;
            (x + radius * angle.cos(), y + radius * angle.sin())
        };
        let outer = (0..=16).map(|n| arc(n, 8.0, 8.0, 5.6, 0.18, 4.53));
        let inner = (0..=16).map(|n| arc(n, 10.0, 6.0, 4.9, 4.0, 1.05).to_owned());
        let points: Vec<_> = outer.chain(inner).collect();
        self.closed(&points)
    }

    fn eye(&self) -> Shape {
        self.closed(&[
            (1.8, 8.0),
            (4.0, 5.3),
            (6.5, 4.0),
            (9.5, 4.0),
            (12.0, 5.3),
            (14.2, 8.0),
            (12.0, 10.7),
            (9.5, 12.0),
            (6.5, 12.0),
            (4.0, 10.7),
        ])
    }
}
