//! The legend of a picture: the categories in it, and how precision and reality are drawn.

use crate::event::Category;
use crate::scene::{
    Align, Fade, Mark, Point, Rect, RectShape, Scene, Shape, Size, Stroke, Symbol, TextRun, Theme,
    Weight, measure,
};
use crate::timeline::{Model, Presence};

const TEXT_PX: f32 = 11.5;
/// From one row of the legend to the next.
const ROW_PX: f32 = 20.0;
/// The white above the first row.
const ABOVE_PX: f32 = 14.0;
/// The width of what is explained, with the white after it.
const SAMPLE_PX: f32 = 16.0;
const WIDE_SAMPLE_PX: f32 = 34.0;
/// The white between two entries.
const GAP_PX: f32 = 20.0;
/// No legend has more rows; what does not fit is left out.
const MOST_ROWS: usize = 3;

/// How precision and reality are drawn, in the words of a legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sample {
    Category(Category),
    Within,
    Approximate,
    Inferred,
    Planned,
    Possible,
    Denied,
}

impl Sample {
    fn name(self) -> String {
        let name = match self {
            Self::Category(category) => category.name(),
            Self::Within => "some time within",
            Self::Approximate => "ends uncertain",
            Self::Inferred => "date inferred",
            Self::Planned => "planned",
            Self::Possible => "possible",
            Self::Denied => "denied",
        };
        name.to_owned()
    }

    const fn width_px(self) -> f32 {
        match self {
            Self::Within | Self::Approximate => WIDE_SAMPLE_PX,
            _ => SAMPLE_PX,
        }
    }

    fn shapes(self, center: Point, theme: &Theme) -> Vec<Shape> {
        let mark =
            |symbol, fill, stroke| Shape::Mark(Mark { center, size_px: 8.0, symbol, fill, stroke });
        let hue = theme.muted;
        let thin = Some(Stroke::solid(1.0, hue));
        let tint = hue.with_opacity(0.38).over(theme.ground);
        let bar = |height, opacity, fade_px| {
            Shape::Rect(RectShape {
                rect: Rect::around(center, WIDE_SAMPLE_PX - 6.0, height),
                radius_px: 3.0,
                fill: hue.with_opacity(opacity),
                fade: Fade { left_px: fade_px, right_px: fade_px },
                stroke: None,
            })
        };
        match self {
            Self::Category(category) => {
                vec![mark(Symbol::of(category), theme.category(category), None)]
            }
            Self::Within => vec![bar(12.0, 0.2, 0.0)],
            Self::Approximate => vec![bar(10.0, 0.8, 9.0)],
            Self::Inferred => vec![mark(Symbol::Circle, tint, thin)],
            Self::Planned => {
                vec![mark(Symbol::Circle, theme.ground, Some(Stroke::solid(1.5, hue)))]
            }
            Self::Possible => {
                let dot =
                    Mark { center, size_px: 3.0, symbol: Symbol::Circle, fill: hue, stroke: None };
                vec![mark(Symbol::Circle, theme.ground, thin), Shape::Mark(dot)]
            }
            Self::Denied => {
                let (from, to) = (center.moved(-6.0, 6.0), center.moved(6.0, -6.0));
                let stroke = Stroke::solid(1.5, theme.text);
                vec![mark(Symbol::Circle, tint, thin), Shape::Line { from, to, stroke }]
            }
        }
    }
}

/// A legend, laid out.
#[derive(Debug)]
pub(super) struct Legend {
    shapes: Vec<Shape>,
    rows: usize,
    width_px: f32,
}

impl Legend {
    /// The legend of what a model holds.
    pub(super) fn of(model: &Model, theme: &Theme, width_px: f32) -> Self {
        let presence = model.presence();
        let categories = Category::ALL.into_iter().filter(|&c| presence.category(c) > 0);
        let samples = categories.map(Sample::Category).chain(forms(&presence));
        let mut legend = Self { shapes: Vec::new(), rows: 1, width_px };
        let mut x = 0.0;
        for sample in samples {
            let name = sample.name();
            let entry_px = sample.width_px() + measure(&name, TEXT_PX, Weight::Regular);
            if x > 0.0 && x + entry_px > width_px {
                if legend.rows == MOST_ROWS {
                    break;
                }
                legend.rows += 1;
                x = 0.0;
            }
            legend.entry(sample, name, x, theme);
            x += entry_px + GAP_PX;
        }
        legend
    }

    fn entry(&mut self, sample: Sample, name: String, x: f32, theme: &Theme) {
        let y = ABOVE_PX + ROW_PX * (self.rows as f32 - 0.5);
        let middle = x + (sample.width_px() - 6.0) / 2.0;
        self.shapes.extend(sample.shapes(Point::new(middle, y), theme));
        self.shapes.push(Shape::Text(TextRun {
            position: Point::new(x + sample.width_px(), y),
            align: Align::Left,
            size_px: TEXT_PX,
            weight: Weight::Regular,
            color: theme.text,
            struck: false,
            text: name,
        }));
    }

    pub(super) fn height_px(&self) -> f32 {
        ABOVE_PX + self.rows as f32 * ROW_PX
    }

    pub(super) fn scene(self) -> Scene {
        let size = Size::new(self.width_px, self.height_px());
        let mut scene = Scene::new(size, None);
        scene.push(Rect::new(-8.0, 0.0, size.width, size.height), self.shapes);
        scene
    }
}

/// The ways of drawing that need a word, as far as they occur.
fn forms(presence: &Presence) -> impl Iterator<Item = Sample> {
    [
        (presence.within, Sample::Within),
        (presence.approximate, Sample::Approximate),
        (presence.inferred, Sample::Inferred),
        (presence.planned, Sample::Planned),
        (presence.possible, Sample::Possible),
        (presence.denied, Sample::Denied),
    ]
    .into_iter()
    .filter_map(|(occurs, sample)| occurs.then_some(sample))
}
