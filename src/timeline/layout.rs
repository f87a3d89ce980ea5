//! A frame, put together.

use super::axis::axis;
use super::frame::{AXIS_PX, Counts, Frame, HEADER_PX, Layout};
use super::model::Model;
use super::paint::{
    Canvas, LanePainter, paint_axis, paint_corner, paint_grid, paint_guides, paint_header,
    paint_pointer,
};
use super::plan::{LanePlan, plan};
use super::view::View;
use crate::scene::{Point, Rect, Scene, Shape};

/// Lays out a frame: axis, lanes, marks, labels, reference lines, and what can be hit.
#[must_use]
pub fn layout(model: &Model, frame: &Frame<'_>) -> Layout {
    let mut scene = Scene::new(frame.size, Some(frame.theme.ground));
    let plot = Rect::new(HEADER_PX, AXIS_PX, frame.size.width, frame.size.height);
    let view = frame.view.with_width(plot.width());
    let plans = plan(model, frame, &view, plot.height());
    let content_px: f32 = plans.iter().map(LanePlan::height_px).sum();
    let scroll_limit_px = (content_px - plot.height()).max(0.0);
    let lanes = edges(&plans, plot.top - frame.scroll_px.clamp(0.0, scroll_limit_px));

    let axis = axis(&view, frame.measure);
    let mut canvas = Canvas { grid: paint_grid(&axis, plot, frame.theme), ..Canvas::default() };
    paint_guides(&mut canvas, model, &view, plot, frame.theme, frame.now);
    let counts = paint_lanes(&mut canvas, model, frame, &view, plot, &plans, &lanes);
    canvas.finish(&mut scene, plot);
    paint_headers(&mut scene, model, frame, plot, &lanes);
    paint_axis(&mut scene, &axis, plot, frame.theme);
    paint_corner(&mut scene, model.grouping().title(), plot, frame.theme);
    if let Some(pointer) = frame.highlight.pointer {
        paint_pointer(&mut scene, pointer, &view, plot, frame.theme, frame.measure);
    }
    Layout { scene, plot, counts, content_px, scroll_limit_px, lanes }
}

/// The upper and lower edge of each lane, from the top of the first.
fn edges(plans: &[LanePlan], top: f32) -> Vec<(f32, f32)> {
    let mut bottom = top;
    plans
        .iter()
        .map(|plan| {
            let top = bottom;
            bottom += plan.height_px();
            (top, bottom)
        })
        .collect()
}

fn paint_lanes(
    canvas: &mut Canvas,
    model: &Model,
    frame: &Frame<'_>,
    view: &View,
    plot: Rect,
    plans: &[LanePlan],
    edges: &[(f32, f32)],
) -> Counts {
    let (start, end) = (view.start().seconds(), view.end().seconds());
    let mut counts =
        Counts { filtered: model.filtered_out(), undated: model.undated(), ..Counts::default() };
    let mut in_view = 0;
    for (number, (plan, &(top, bottom))) in plans.iter().zip(edges).enumerate() {
        let in_sight = bottom > plot.top && top < plot.bottom;
        if in_sight {
            let (left, right) =
                (Point::new(plot.left, bottom - 0.5), Point::new(plot.right, bottom - 0.5));
            canvas.grid.push(Shape::hairline(left, right, frame.theme.hairline));
        }
        let mut painter = LanePainter { canvas: &mut *canvas, model, frame, view, plot };
        let shown = painter.paint(number, plan, top, in_sight);
        counts.shown += shown.marked;
        counts.groups += shown.groups;
        in_view += model.lanes[number].columns.counted_overlapping(start, end);
    }
    counts.folded = in_view.saturating_sub(counts.shown);
    counts.outside = model.dated().saturating_sub(in_view);
    counts
}

fn paint_headers(
    scene: &mut Scene,
    model: &Model,
    frame: &Frame<'_>,
    plot: Rect,
    edges: &[(f32, f32)],
) {
    let column = Rect::new(0.0, plot.top, plot.left, plot.bottom);
    let mut shapes = vec![Shape::fill(column, frame.theme.panel)];
    let line = |a: Point, b: Point| Shape::hairline(a, b, frame.theme.hairline);
    for &(_, bottom) in edges {
        let y = bottom - 0.5;
        shapes.push(line(Point::new(0.0, y), Point::new(plot.left, y)));
    }
    let x = plot.left - 0.5;
    shapes.push(line(Point::new(x, plot.top), Point::new(x, plot.bottom)));
    scene.push(column, shapes);
    for (lane, &(top, bottom)) in model.lanes.iter().enumerate().zip(edges) {
        let area = Rect::new(0.0, top, plot.left - 1.0, bottom);
        paint_header(scene, lane, area, column, frame.theme, frame.measure);
    }
}
