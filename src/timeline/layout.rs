//! A frame, put together.

use super::changing::Changing;
use super::elastic::{axis_of, gaps};
use super::frame::{AXIS_PX, Counts, Frame, HEADER_PX, Layout};
use super::model::Model;
use super::paint::{
    Canvas, LanePainter, PointerDate, paint_axis, paint_breaks, paint_corner, paint_gaps,
    paint_grid, paint_guides, paint_header, paint_measure, paint_notice, paint_pointer,
};
use super::plan::{LanePlan, plan};
use super::stages::Stage;
use super::view::View;
use crate::scene::{Point, Rect, Scene, Shape, Stroke};

/// Pinned lanes take no more of the plot than this; if they would, none is pinned.
const MOST_PINNED: f32 = 0.6;

/// Lays out a frame: axis, lanes, marks, labels, reference lines, and what can be hit.
#[must_use]
pub fn layout(model: &Model, frame: &Frame<'_>) -> Layout {
    let mut scene = Scene::new(frame.size, Some(frame.theme.ground));
    let plot = Rect::new(HEADER_PX, AXIS_PX, frame.size.width, frame.size.height);
    let view = frame.view.with_width(plot.width());
    let stage = Stage::of(&view);
    let mut plans = plan(model, frame, stage, &view, plot.height());
    plans.iter_mut().zip(&model.lanes).for_each(|(plan, lane)| plan.see(model, lane, &view));
    let changing = Changing::of(model, frame, &view, plot.height());
    let stands = Stands::of(model, &plans, plot, frame.scroll_px);

    let axis = axis_of(model, &view, frame.measure);
    let gaps = gaps(model, &view);
    let mut ground = Canvas { grid: paint_grid(&axis, plot, frame.theme), ..Canvas::default() };
    paint_gaps(&mut ground, &gaps, plot, frame.theme);
    paint_guides(&mut ground, model, &view, plot, frame.theme, frame.now);
    ground.finish(&mut scene, plot);
    let zoom = Zoom { view, stage: stage.view(&view), changing };
    let counts = paint_lanes(&mut scene, model, frame, &zoom, plot, &plans, &stands);
    paint_headers(&mut scene, model, frame, plot, &stands);
    let pointer = frame.highlight.pointer;
    let date = pointer.and_then(|at| PointerDate::at(at, model, &view, plot, frame.measure));
    let taken = date.as_ref().map(|date| date.rect);
    paint_axis(&mut scene, &axis, plot, frame.theme, taken, frame.measure);
    paint_breaks(&mut scene, &gaps, plot, frame.theme);
    paint_corner(&mut scene, model.grouping().title(), plot, frame.theme);
    paint_notice(&mut scene, model, plot, frame.theme, frame.measure);
    if let (Some(one), Some(other)) = (frame.highlight.selected, frame.highlight.measured)
        && let (Some(one), Some(other)) = (model.interval(one), model.interval(other))
    {
        let ends = (one, other);
        paint_measure(&mut scene, ends, model.warp(), &view, plot, frame.theme, frame.measure);
    }
    if let Some(date) = date {
        paint_pointer(&mut scene, date, plot, frame.theme);
    }
    let Stands { content_px, scroll_limit_px, edges, .. } = stands;
    Layout { scene, plot, counts, content_px, scroll_limit_px, lanes: edges }
}

/// How near a frame is, and what is about to change with that.
pub(super) struct Zoom {
    pub(super) view: View,
    /// The far end of the stage, at which it is decided what is folded.
    pub(super) stage: View,
    pub(super) changing: Option<Changing>,
}

/// Where the lanes stand, scrolled.
struct Stands {
    content_px: f32,
    scroll_limit_px: f32,
    /// The upper and lower edge of each lane.
    edges: Vec<(f32, f32)>,
    /// How many lanes at the top are not scrolled, and where they end.
    pinned: usize,
    pinned_bottom: f32,
}

impl Stands {
    fn of(model: &Model, plans: &[LanePlan], plot: Rect, scroll_px: f32) -> Self {
        let content_px: f32 = plans.iter().map(LanePlan::height_px).sum();
        let scroll_limit_px = (content_px - plot.height()).max(0.0);
        let mut pinned = model.lanes.iter().take_while(|lane| lane.pinned).count();
        let height = |pinned: usize| plans[..pinned].iter().map(LanePlan::height_px).sum::<f32>();
        if height(pinned) > MOST_PINNED * plot.height() {
            pinned = 0;
        }
        let pinned_bottom = plot.top + height(pinned);
        let scroll_px = scroll_px.clamp(0.0, scroll_limit_px);
        let mut bottom = plot.top;
        let edges = plans.iter().enumerate().map(|(number, plan)| {
            bottom -= if number == pinned { scroll_px } else { 0.0 };
            let top = bottom;
            bottom += plan.height_px();
            (top, bottom)
        });
        let edges = edges.collect();
        Self { content_px, scroll_limit_px, edges, pinned, pinned_bottom }
    }

    /// The part of an area in which a lane may show.
    fn room(&self, number: usize, area: Rect) -> Rect {
        if number < self.pinned {
            Rect::new(area.left, area.top, area.right, self.pinned_bottom)
        } else {
            Rect::new(area.left, self.pinned_bottom, area.right, area.bottom)
        }
    }
}

fn paint_lanes(
    scene: &mut Scene,
    model: &Model,
    frame: &Frame<'_>,
    zoom: &Zoom,
    plot: Rect,
    plans: &[LanePlan],
    stands: &Stands,
) -> Counts {
    let (start, end) = (zoom.view.start().seconds(), zoom.view.end().seconds());
    let mut counts =
        Counts { filtered: model.filtered_out(), undated: model.undated(), ..Counts::default() };
    let mut in_view = 0;
    let mut canvases = [Canvas::default(), Canvas::default()];
    for (number, (plan, &(top, bottom))) in plans.iter().zip(&stands.edges).enumerate() {
        let room = stands.room(number, plot);
        let in_sight = bottom > room.top && top < room.bottom;
        let canvas = &mut canvases[usize::from(number < stands.pinned)];
        if in_sight {
            let (left, right) =
                (Point::new(plot.left, bottom - 0.5), Point::new(plot.right, bottom - 0.5));
            canvas.grid.push(Shape::hairline(left, right, frame.theme.hairline));
        }
        let mut painter = LanePainter::new(canvas, model, frame, zoom, plot);
        counts.shown += painter.paint(number, plan, top, in_sight);
        in_view += model.lanes[number].columns.counted_overlapping(start, end);
    }
    let [scrolled, pinned] = canvases;
    scrolled.finish(scene, stands.room(stands.pinned, plot));
    if stands.pinned > 0 {
        pinned.finish(scene, stands.room(0, plot));
        let y = stands.pinned_bottom - 0.5;
        let line = [Point::new(0.0, y), Point::new(plot.right, y)];
        let stroke = Stroke::solid(1.0, frame.theme.muted);
        scene.push(plot, vec![Shape::Line { from: line[0], to: line[1], stroke }]);
    }
    counts.folded = in_view.saturating_sub(counts.shown);
    counts.outside = model.dated().saturating_sub(in_view);
    counts
}

fn paint_headers(scene: &mut Scene, model: &Model, frame: &Frame<'_>, plot: Rect, stands: &Stands) {
    let column = Rect::new(0.0, plot.top, plot.left, plot.bottom);
    let mut shapes = vec![Shape::fill(column, frame.theme.panel)];
    let line = |a: Point, b: Point| Shape::hairline(a, b, frame.theme.hairline);
    for (number, &(_, bottom)) in stands.edges.iter().enumerate() {
        let y = bottom - 0.5;
        if stands.room(number, column).contains(Point::new(0.0, y)) {
            shapes.push(line(Point::new(0.0, y), Point::new(plot.left, y)));
        }
    }
    let x = plot.left - 0.5;
    shapes.push(line(Point::new(x, plot.top), Point::new(x, plot.bottom)));
    scene.push(column, shapes);
    for (lane, &(top, bottom)) in model.lanes.iter().enumerate().zip(&stands.edges) {
        let area = Rect::new(0.0, top, plot.left - 1.0, bottom);
        let room = stands.room(lane.0, column);
        paint_header(scene, lane, area, room, frame.theme, frame.measure);
    }
}
