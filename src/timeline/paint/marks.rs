//! The marks themselves.

use super::canvas::Canvas;
use crate::scene::{
    Color, Fade, Mark, Point, Polygon, Rect, RectShape, Shape, Stroke, Symbol, Theme,
};
use crate::timeline::form::{Figure, Form, SYMBOL_PX, TAIL_PX};
use crate::timeline::ink::{Ink, SOFT};

/// The height of a bar.
pub(super) const BAR_PX: f32 = 14.0;
/// The height of a soft band.
pub(super) const BAND_PX: f32 = 20.0;
/// The radius of corners.
const CORNER_PX: f32 = 4.0;
/// Half the height of an arrow's head, and its length.
const HEAD_PX: f32 = 5.0;
/// How far beyond the plot shapes are drawn, so that their outlines do not show at its edge.
const BEYOND_PX: f32 = 8.0;

/// The least width of what is sure of a bar that gets an outline; narrower ones are filled.
const LEAST_OUTLINE_PX: f32 = 6.0;
/// How solid a bar is that is too narrow for its outline.
const NARROW: f32 = 0.5;

/// How a mark is lit up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lit {
    pub(super) selected: bool,
    pub(super) hovered: bool,
}

impl Lit {
    pub(super) const fn any(self) -> bool {
        self.selected || self.hovered
    }
}

/// Draws one mark with its middle at `y`.
pub(super) struct MarkPainter<'a> {
    pub(super) canvas: &'a mut Canvas,
    pub(super) theme: &'a Theme,
    pub(super) plot: Rect,
}

impl MarkPainter<'_> {
    /// Draws an event's figure. A band's symbol is left to its label where that is inside.
    pub(super) fn paint(
        &mut self,
        figure: &Figure,
        y: f32,
        ink: &Ink,
        symbol: Symbol,
        symbol_in_label: bool,
    ) {
        match figure.form {
            Form::Symbol { x, goes_on } => {
                if goes_on {
                    self.tail(Point::new(x, y), ink);
                }
                self.symbol(Point::new(x, y), ink, symbol);
            }
            Form::Band { fade_px } => {
                let fade = Fade { left_px: fade_px, right_px: fade_px };
                let stroke = ink.soft_stroke;
                self.bar((figure.left, figure.right), y, BAND_PX, fade, ink.soft, stroke, true);
                if !symbol_in_label {
                    let x = f32::midpoint(figure.left, figure.right);
                    self.symbol(Point::new(x, y), ink, symbol);
                }
            }
            Form::Bar { left_fade_px, right_fade_px } => {
                let fade = Fade { left_px: left_fade_px, right_px: right_fade_px };
                let span = (figure.left, figure.right);
                self.bar(span, y, BAR_PX, fade, ink.fill, ink.stroke, false);
            }
            Form::Endless { left_fade_px } => {
                let fade = Fade { left_px: left_fade_px, right_px: 0.0 };
                let right = self.plot.right - HEAD_PX - 2.0;
                self.bar((figure.left, right), y, BAR_PX, fade, ink.fill, ink.stroke, false);
                self.head(Point::new(self.plot.right - 1.0, y), HEAD_PX + 2.0, BAR_PX, ink.hue);
            }
            Form::Before => self.arrow(figure.right, figure.left, y, ink.hue),
            Form::After => self.arrow(figure.left, figure.right, y, ink.hue),
        }
        if ink.struck {
            self.strike(figure, y);
        }
    }

    /// The frame of a selected or hovered mark.
    pub(super) fn ring(&mut self, figure: &Figure, y: f32, lit: Lit) {
        let height = match figure.form {
            Form::Band { .. } => BAND_PX,
            Form::Symbol { .. } => SYMBOL_PX + 2.0,
            _ => BAR_PX,
        };
        let (left, right) = (
            figure.left.max(self.plot.left - BEYOND_PX),
            figure.right.min(self.plot.right + BEYOND_PX),
        );
        let stroke = if lit.selected {
            Stroke::solid(2.0, self.theme.accent)
        } else {
            Stroke::solid(1.5, self.theme.accent.with_opacity(0.7))
        };
        let rect = Rect::new(left, y - height / 2.0, right, y + height / 2.0).expanded(3.0);
        self.canvas.back.push(Shape::Rect(RectShape {
            rect,
            radius_px: CORNER_PX + 2.0,
            fill: self.theme.selection,
            fade: Fade::default(),
            stroke: Some(stroke),
        }));
    }

    pub(super) fn symbol(&mut self, center: Point, ink: &Ink, symbol: Symbol) {
        let stroke = ink.stroke.map(|stroke| Stroke { dashed: false, ..stroke });
        // An outline is drawn on the edge: the shape is as much smaller, so that all are alike.
        let size_px = SYMBOL_PX - stroke.map_or(0.0, |stroke| stroke.width_px);
        let mark = Mark { center, size_px, symbol, fill: ink.fill, stroke };
        self.canvas.front.push(Shape::Mark(mark));
        if ink.dotted {
            let dot =
                Mark { center, size_px: 3.0, symbol: Symbol::Circle, fill: ink.hue, stroke: None };
            self.canvas.front.push(Shape::Mark(dot));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what makes up a bar, each named at the call")]
    fn bar(
        &mut self,
        (left, right): (f32, f32),
        y: f32,
        height: f32,
        mut fade: Fade,
        fill: Color,
        stroke: Option<Stroke>,
        behind: bool,
    ) {
        // Far beyond the view there is nothing to draw, and numbers lose their precision.
        let (first, last) = (self.plot.left - BEYOND_PX, self.plot.right + BEYOND_PX);
        let (mut left, mut right) = (left, right);
        if left + fade.left_px < first {
            (left, fade.left_px) = (first.min(right), 0.0);
        }
        if right - fade.right_px > last {
            (right, fade.right_px) = (last.max(left), 0.0);
        }
        let rect =
            |left: f32, right: f32| Rect::new(left, y - height / 2.0, right, y + height / 2.0);
        let radius_px = if height > BAR_PX { CORNER_PX } else { CORNER_PX - 1.0 };
        let whole = RectShape { rect: rect(left, right), radius_px, fill, fade, stroke };
        let layer = if behind { &mut self.canvas.back } else { &mut self.canvas.front };
        let fades = fade.left_px > 0.0 || fade.right_px > 0.0;
        let Some(outline) = stroke.filter(|_| fades) else {
            layer.push(Shape::Rect(whole));
            return;
        };
        // An outline cannot fade: it stands around what is sure, and the ends fade in its hue.
        let (left, right) = (left + fade.left_px, right - fade.right_px);
        let has_room = right - left >= LEAST_OUTLINE_PX;
        let soft = outline.color.with_opacity(if has_room { SOFT } else { NARROW });
        layer.push(Shape::Rect(RectShape { fill: soft, stroke: None, ..whole }));
        if has_room {
            let fade = Fade::default();
            layer.push(Shape::Rect(RectShape { rect: rect(left, right), fade, ..whole }));
        }
    }

    /// The tail of an instant that goes on.
    fn tail(&mut self, from: Point, ink: &Ink) {
        let rect =
            Rect::new(from.x, from.y - 2.0, from.x + SYMBOL_PX / 2.0 + TAIL_PX, from.y + 2.0);
        self.canvas.front.push(Shape::Rect(RectShape {
            rect,
            radius_px: 0.0,
            fill: ink.hue.faded(0.7),
            fade: Fade { left_px: 0.0, right_px: TAIL_PX },
            stroke: None,
        }));
    }

    /// An arrow from a stop at the known end to a head at the open one.
    fn arrow(&mut self, from: f32, to: f32, y: f32, hue: Color) {
        let ahead = if to > from { HEAD_PX } else { -HEAD_PX };
        let stroke = Stroke::solid(1.5, hue);
        let line = |a: Point, b: Point| Shape::Line { from: a, to: b, stroke };
        let stop = [Point::new(from, y - 6.0), Point::new(from, y + 6.0)];
        self.canvas.front.push(line(stop[0], stop[1]));
        self.canvas.front.push(line(Point::new(from, y), Point::new(to - ahead, y)));
        self.head(Point::new(to, y), ahead * 1.4, 2.0 * HEAD_PX, hue);
    }

    /// An arrow's head with its point at `tip`, so long (negative points left) and so high.
    fn head(&mut self, tip: Point, length: f32, height: f32, fill: Color) {
        let points = vec![
            tip,
            Point::new(tip.x - length, tip.y - height / 2.0),
            Point::new(tip.x - length, tip.y + height / 2.0),
        ];
        self.canvas.front.push(Shape::Polygon(Polygon { points, fill }));
    }

    /// The stroke through what is denied.
    fn strike(&mut self, figure: &Figure, y: f32) {
        let stroke = Stroke::solid(1.5, self.theme.text);
        let (from, to) = if let Form::Symbol { x, .. } = figure.form {
            (Point::new(x - 6.5, y + 6.5), Point::new(x + 6.5, y - 6.5))
        } else {
            let left = figure.left.max(self.plot.left - BEYOND_PX);
            let right = figure.right.min(self.plot.right + BEYOND_PX);
            (Point::new(left, y), Point::new(right, y))
        };
        self.canvas.front.push(Shape::Line { from, to, stroke });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{Category, Certainty, Factuality};
    use crate::timeline::table::Traits;

    #[test]
    fn a_hollow_bar_with_blurred_ends_can_be_seen() {
        let theme = Theme::light();
        let plot = Rect::new(0.0, 0.0, 800.0, 100.0);
        for factuality in Factuality::ALL {
            let traits = Traits {
                category: Category::Battle,
                factuality,
                certainty: Certainty::Exact,
                starred: false,
            };
            let ink = Ink::of(traits, &theme, false);
            for width in [8.0, 40.0] {
                let mut canvas = Canvas::default();
                let form = Form::Bar { left_fade_px: 3.0, right_fade_px: 3.0 };
                let figure = Figure { form, left: 100.0, right: 100.0 + width };
                let mut painter = MarkPainter { canvas: &mut canvas, theme: &theme, plot };
                painter.paint(&figure, 50.0, &ink, Symbol::Circle, false);
                let seen = canvas.front.iter().any(|shape| match shape {
                    Shape::Rect(rect) => {
                        rect.fill.over(theme.ground) != theme.ground || rect.stroke.is_some()
                    }
                    _ => false,
                });
                assert!(seen, "{factuality:?}, {width} pixels");
            }
        }
    }
}
