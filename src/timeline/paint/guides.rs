//! Lines through all lanes: the documents' own dates, today, and where the pointer is.

use super::canvas::{Canvas, text};
use crate::scene::{
    Align, Color, Fade, Measure, Point, Polygon, Rect, RectShape, Scene, Shape, Stroke, Target,
    TextRun, Theme, Weight,
};
use crate::time::{Granularity, Interval, Moment};
use crate::timeline::axis::AXIS_TEXT_PX;
use crate::timeline::count::counted_from;
use crate::timeline::model::Model;
use crate::timeline::scale::Scale;
use crate::timeline::view::View;

/// How far from a document's line the pointer still hits it.
const REACH_PX: f32 = 3.0;
/// How high the notch at the top of a line is.
const NOTCH_PX: f32 = 5.0;

/// The lines of the documents' dates and of today.
pub(in crate::timeline) fn paint_guides(
    canvas: &mut Canvas,
    model: &Model,
    view: &View,
    plot: Rect,
    theme: &Theme,
    now: Option<Moment>,
) {
    let mut last_x = f32::NEG_INFINITY;
    for (moment, document) in &model.document_dates {
        let x = plot.left + view.x(*moment);
        // Lines closer than a pixel are one.
        if x < plot.left || x > plot.right || x - last_x < 1.0 {
            continue;
        }
        last_x = x;
        line(canvas, x, plot, Stroke::dashed(1.0, theme.muted.with_opacity(0.45)));
        notch(canvas, x, plot, theme.muted);
        let reach = Rect::new(x - REACH_PX, plot.top, x + REACH_PX, plot.bottom);
        canvas.targets.push((reach, Target::DocumentDate { document: *document }));
    }
    if let Some(now) = now {
        let x = plot.left + view.x(model.warp().place(now));
        line(canvas, x, plot, Stroke::solid(1.0, theme.accent.with_opacity(0.7)));
        notch(canvas, x, plot, theme.accent);
    }
}

fn line(canvas: &mut Canvas, x: f32, plot: Rect, stroke: Stroke) {
    let x = x.round() + 0.5;
    let (from, to) = (Point::new(x, plot.top), Point::new(x, plot.bottom));
    canvas.grid.push(Shape::Line { from, to, stroke });
}

fn notch(canvas: &mut Canvas, x: f32, plot: Rect, color: Color) {
    let x = x.round() + 0.5;
    canvas.back.push(Shape::Polygon(Polygon {
        points: vec![
            Point::new(x - NOTCH_PX, plot.top),
            Point::new(x + NOTCH_PX, plot.top),
            Point::new(x, plot.top + NOTCH_PX),
        ],
        fill: color,
    }));
}

/// The date under the pointer, on the axis.
#[derive(Clone, Debug)]
pub(in crate::timeline) struct PointerDate {
    x: f32,
    /// Where it stands: axis labels leave this free.
    pub(in crate::timeline) rect: Rect,
    label: String,
}

impl PointerDate {
    /// The date under a pointer that is over the plot or the axis.
    pub(in crate::timeline) fn at(
        pointer: Point,
        model: &Model,
        view: &View,
        plot: Rect,
        measure: Measure<'_>,
    ) -> Option<Self> {
        if pointer.x < plot.left || pointer.x >= plot.right || pointer.y >= plot.bottom {
            return None;
        }
        let place = view.moment(pointer.x - plot.left);
        let moment = model.warp().time(place);
        let unit = precision(view.seconds_per_px() * model.warp().rate(place));
        let mut label = moment.label(unit);
        if let Scale::Relative(origin) = model.scale() {
            let count = counted_from(origin.moment(), Interval::unit(moment, unit));
            label = format!("{count} · {label}");
        }
        let width = measure(&label, AXIS_TEXT_PX, Weight::Medium) + 14.0;
        let x = pointer.x.round() + 0.5;
        let middle = x.clamp(plot.left + width / 2.0, (plot.right - width / 2.0).max(plot.left));
        let rect = Rect::around(Point::new(middle, plot.top - 11.0), width, 18.0);
        Some(Self { x, rect, label })
    }
}

/// The hairline under the pointer, with the date on the axis.
pub(in crate::timeline) fn paint_pointer(
    scene: &mut Scene,
    date: PointerDate,
    plot: Rect,
    theme: &Theme,
) {
    let PointerDate { x, rect, label } = date;
    let (from, to) = (Point::new(x, plot.top), Point::new(x, plot.bottom));
    let chip =
        RectShape { rect, radius_px: 4.0, fill: theme.accent, fade: Fade::default(), stroke: None };
    let label = TextRun {
        align: Align::Center,
        weight: Weight::Medium,
        ..text(rect.center(), AXIS_TEXT_PX, theme.on_accent, label)
    };
    let line = Shape::hairline(from, to, theme.accent.with_opacity(0.55));
    let whole = Rect::new(plot.left, 0.0, plot.right, plot.bottom);
    scene.push(whole, vec![line, Shape::Rect(chip), Shape::Text(label)]);
}

/// The finest unit that a pixel tells, or nearly so, as far as people name moments by it.
fn precision(seconds_per_px: f64) -> Granularity {
    [Granularity::Second, Granularity::Minute, Granularity::Day, Granularity::Month]
        .into_iter()
        .find(|unit| unit.mean_seconds() as f64 * 5.0 >= seconds_per_px)
        .unwrap_or(Granularity::Year)
}
