//! The kinds of things that a scene draws.

use super::{Color, Point, Rect, Symbol, TextRun};

/// A line's look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// How thick, centred on the outline.
    pub width_px: f32,
    /// The colour.
    pub color: Color,
    /// Whether it is broken: three pixels on, three off.
    pub dashed: bool,
}

impl Stroke {
    /// An unbroken line.
    #[must_use]
    pub const fn solid(width_px: f32, color: Color) -> Self {
        Self { width_px, color, dashed: false }
    }

    /// A broken line.
    #[must_use]
    pub const fn dashed(width_px: f32, color: Color) -> Self {
        Self { width_px, color, dashed: true }
    }
}

/// Over how many pixels a rectangle's fill rises from nothing to full, at either end.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Fade {
    /// From the left edge.
    pub left_px: f32,
    /// Towards the right edge.
    pub right_px: f32,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RectShape {
    /// Where.
    pub rect: Rect,
    /// The radius of its corners; only where the end does not fade.
    pub radius_px: f32,
    /// What fills it; may be transparent.
    pub fill: Color,
    /// How its ends fade.
    pub fade: Fade,
    /// Its outline.
    pub stroke: Option<Stroke>,
}

/// An instant's mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Its middle.
    pub center: Point,
    /// Its diameter; see [`Symbol::corners`].
    pub size_px: f32,
    /// Its shape.
    pub symbol: Symbol,
    /// What fills it; may be transparent.
    pub fill: Color,
    /// Its outline.
    pub stroke: Option<Stroke>,
}

/// A filled shape with straight sides; convex.
#[derive(Clone, Debug, PartialEq)]
pub struct Polygon {
    /// Its corners in order.
    pub points: Vec<Point>,
    /// What fills it.
    pub fill: Color,
}

/// Columns side by side on one base line: a density band. To be drawn as one mesh or one path.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// The left edge of the first column.
    pub left: f32,
    /// The base line, from which columns rise.
    pub bottom: f32,
    /// The width of each column; they touch.
    pub step_px: f32,
    /// The heights in pixels; 0 draws nothing.
    pub heights_px: Vec<f32>,
    /// The colour of all of them.
    pub color: Color,
}

/// A filled area of any form.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Its outline, then its holes, each with its corners in order.
    pub rings: Vec<Vec<Point>>,
    /// The triangles that fill it, three indices into the corners of all rings each: what a back
    /// end without paths draws.
    pub triangles: Vec<u32>,
    /// What fills it.
    pub fill: Color,
}

/// A line through points.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The points, two at least.
    pub points: Vec<Point>,
    /// Its look; not dashed.
    pub stroke: Stroke,
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle, possibly with round corners or fading ends.
    Rect(RectShape),
    /// A straight line.
    Line {
        /// One end.
        from: Point,
        /// The other.
        to: Point,
        /// Its look.
        stroke: Stroke,
    },
    /// An instant's mark.
    Mark(Mark),
    /// A filled shape: an arrow's head.
    Polygon(Polygon),
    /// A density band.
    Columns(Columns),
    /// A filled area of any form: land.
    Area(Area),
    /// A line through points: a coast.
    Path(Path),
    /// A line of text.
    Text(TextRun),
}

impl Shape {
    /// A filled rectangle with sharp corners.
    #[must_use]
    pub const fn fill(rect: Rect, fill: Color) -> Self {
        Self::Rect(RectShape {
            rect,
            radius_px: 0.0,
            fill,
            fade: Fade { left_px: 0.0, right_px: 0.0 },
            stroke: None,
        })
    }

    /// The same shape, so much to the right and so much down.
    #[must_use]
    pub fn moved(mut self, x: f32, y: f32) -> Self {
        match &mut self {
            Self::Rect(shape) => shape.rect = shape.rect.moved(x, y),
            Self::Line { from, to, .. } => (*from, *to) = (from.moved(x, y), to.moved(x, y)),
            Self::Mark(mark) => mark.center = mark.center.moved(x, y),
            Self::Polygon(polygon) => {
                polygon.points.iter_mut().for_each(|point| *point = point.moved(x, y));
            }
            Self::Columns(columns) => {
                columns.left += x;
                columns.bottom += y;
            }
            Self::Area(area) => {
                let corners = area.rings.iter_mut().flatten();
                corners.for_each(|corner| *corner = corner.moved(x, y));
            }
            Self::Path(path) => {
                path.points.iter_mut().for_each(|point| *point = point.moved(x, y));
            }
            Self::Text(run) => run.position = run.position.moved(x, y),
        }
        self
    }

    /// The same shape with so much of its colours left: 0 to 1.
    #[must_use]
    pub fn faded(mut self, left: f32) -> Self {
        let fade = |color: &mut Color| *color = color.faded(left);
        let fade_stroke = |stroke: &mut Option<Stroke>| {
            if let Some(stroke) = stroke {
                stroke.color = stroke.color.faded(left);
            }
        };
        match &mut self {
            Self::Rect(shape) => {
                fade(&mut shape.fill);
                fade_stroke(&mut shape.stroke);
            }
            Self::Line { stroke, .. } => fade(&mut stroke.color),
            Self::Mark(mark) => {
                fade(&mut mark.fill);
                fade_stroke(&mut mark.stroke);
            }
            Self::Polygon(polygon) => fade(&mut polygon.fill),
            Self::Columns(columns) => fade(&mut columns.color),
            Self::Area(area) => fade(&mut area.fill),
            Self::Path(path) => fade(&mut path.stroke.color),
            Self::Text(run) => fade(&mut run.color),
        }
        self
    }

    /// A straight line of one pixel.
    #[must_use]
    pub const fn hairline(from: Point, to: Point, color: Color) -> Self {
        Self::Line { from, to, stroke: Stroke::solid(1.0, color) }
    }
}
