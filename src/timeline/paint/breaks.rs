//! What says that an axis is not to scale: the gaps that it leaves out, and a notice.

use super::canvas::{Canvas, text};
use crate::scene::{
    Align, Fade, Measure, Path, Point, Rect, RectShape, Scene, Shape, Stroke, Target, TextRun,
    Theme, Weight,
};
use crate::timeline::axis::AXIS_TEXT_PX;
use crate::timeline::model::Model;
use crate::timeline::scale::Scale;

/// What every axis says that is not to scale.
const NOT_TO_SCALE: &str = "Not to scale";
/// What it says instead where there is nothing to press together.
const NO_LONG_GAP: &str = "No long gaps";
/// How far the line of a break swings to either side, and how far it goes in that.
const SWING_PX: f32 = 3.0;
const STEP_PX: f32 = 6.0;
/// The notice's distance from the edges, and its height.
const EDGE_PX: f32 = 6.0;
const NOTICE_PX: f32 = 18.0;

/// The gaps through all lanes: a shade between two broken edges.
pub(in crate::timeline) fn paint_gaps(
    canvas: &mut Canvas,
    gaps: &[(f32, f32)],
    plot: Rect,
    theme: &Theme,
) {
    for &(left, right) in gaps {
        let (left, right) = (plot.left + left, plot.left + right);
        let band = Rect::new(left.max(plot.left), plot.top, right.min(plot.right), plot.bottom);
        if band.width() <= 0.0 {
            continue;
        }
        canvas.grid.push(Shape::fill(band, theme.hairline.with_opacity(0.45)));
        let stroke = Stroke::solid(1.0, theme.muted.with_opacity(0.7));
        for x in [left, right] {
            canvas.grid.push(torn(x, plot.top, plot.bottom, stroke));
        }
    }
}

/// The breaks in the axis itself.
pub(in crate::timeline) fn paint_breaks(
    scene: &mut Scene,
    gaps: &[(f32, f32)],
    plot: Rect,
    theme: &Theme,
) {
    let band = Rect::new(plot.left, plot.top / 2.0, plot.right, plot.top);
    let stroke = Stroke::solid(1.5, theme.warning);
    let edges = gaps.iter().flat_map(|&(left, right)| [left, right]);
    let shapes = edges.map(|x| torn(plot.left + x, band.top, band.bottom, stroke)).collect();
    scene.push(band, shapes);
}

/// A line like the edge of torn paper.
fn torn(x: f32, top: f32, bottom: f32, stroke: Stroke) -> Shape {
    let steps = ((bottom - top) / STEP_PX).ceil().max(1.0) as usize;
    let point = |step: usize| {
        let swing = if step.is_multiple_of(2) { -SWING_PX } else { SWING_PX };
        Point::new(x + swing, (top + step as f32 * STEP_PX).min(bottom))
    };
    Shape::Path(Path { points: (0..=steps).map(point).collect(), stroke })
}

/// The notice in the corner above the lanes' names, and the line that it draws along the axis.
pub(in crate::timeline) fn paint_notice(
    scene: &mut Scene,
    model: &Model,
    plot: Rect,
    theme: &Theme,
    measure: Measure<'_>,
) {
    let (words, fill, ink) = match model.scale() {
        Scale::Linear => return,
        Scale::Compressed if model.warp().is_plain() => {
            (NO_LONG_GAP.to_owned(), theme.hairline, theme.text)
        }
        Scale::Compressed | Scale::Logarithmic(_) => {
            (NOT_TO_SCALE.to_owned(), theme.warning, theme.ground)
        }
        Scale::Relative(origin) => {
            (format!("D = {}", origin.label()), theme.accent, theme.on_accent)
        }
    };
    let width = measure(&words, AXIS_TEXT_PX, Weight::SemiBold) + 14.0;
    let right = (EDGE_PX + width).min(plot.left - EDGE_PX);
    let chip = RectShape {
        rect: Rect::new(EDGE_PX, 4.0, right, 4.0 + NOTICE_PX),
        radius_px: 4.0,
        fill,
        fade: Fade::default(),
        stroke: None,
    };
    let words = TextRun {
        weight: Weight::SemiBold,
        align: Align::Center,
        ..text(chip.rect.center(), AXIS_TEXT_PX, ink, words)
    };
    let line = Shape::fill(Rect::new(0.0, plot.top - 2.0, plot.right, plot.top), fill);
    scene.add_target(chip.rect, Target::ScaleNotice);
    let whole = Rect::new(0.0, 0.0, plot.right, plot.top);
    scene.push(whole, vec![line, Shape::Rect(chip), Shape::Text(words)]);
}
