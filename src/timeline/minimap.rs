//! The whole range at a glance: the density of everything, and the window of the view.

use super::axis::{Axis, Unit};
use super::elastic::axis_of;
use super::fold::density;
use super::model::Model;
use super::paint::text;
use super::view::View;
use crate::scene::{
    Columns, Fade, Measure, Point, Rect, RectShape, Scene, Shape, Size, Stroke, Target, Theme,
    Weight,
};

/// The height of the minimap.
pub const MINIMAP_PX: f32 = 48.0;
/// The height of the row with the dates.
const DATES_PX: f32 = 16.0;
/// The size of the dates' letters, and the white after each.
const DATE_TEXT_PX: f32 = 10.5;
const DATE_GAP_PX: f32 = 6.0;
/// What is shorter than a year does not name it.
const SHORTEST_YEAR_S: i64 = 365 * 86_400;
/// The least width of the window, so that it can be taken hold of.
const LEAST_WINDOW_PX: f32 = 10.0;

/// The time scale of a minimap: all of it on a width. What is dragged in the minimap is measured
/// with it.
#[must_use]
pub fn minimap_view(model: &Model, width_px: f32) -> Option<View> {
    model.reach().map(|reach| View::all(reach, width_px))
}

/// Draws the minimap of a view. Without a dated event it is empty.
#[must_use]
pub fn minimap(
    model: &Model,
    view: &View,
    size: Size,
    theme: &Theme,
    measure: Measure<'_>,
) -> Scene {
    let mut scene = Scene::new(size, Some(theme.panel));
    let Some(all) = minimap_view(model, size.width) else {
        return scene;
    };
    let area = Rect::new(0.0, 0.0, size.width, size.height);
    scene.add_target(area, Target::Minimap);
    let bottom = size.height - DATES_PX;
    let mut shapes = vec![
        Shape::hairline(Point::new(0.0, 0.5), Point::new(size.width, 0.5), theme.hairline),
        Shape::hairline(Point::new(0.0, bottom), Point::new(size.width, bottom), theme.hairline),
        columns(model, &all, bottom, theme),
    ];
    let axis = axis_of(model, &all, measure);
    let labels = dates(&axis, model, measure);
    for unit in &axis.lower {
        let x = unit.left.round() + 0.5;
        if x > 0.0 {
            let to = Point::new(x, size.height);
            shapes.push(Shape::hairline(Point::new(x, bottom), to, theme.hairline));
        }
    }
    for (x, label) in labels {
        let position = Point::new(x, bottom + DATES_PX / 2.0);
        shapes.push(Shape::Text(text(position, DATE_TEXT_PX, theme.muted, label)));
    }
    let window = window(&all, view, size);
    shapes.extend(window_shapes(window, size, theme));
    scene.push(area, shapes);
    scene.add_target(window, Target::MinimapWindow);
    scene
}

/// The names of the units of the lower row, and before those shorter than a year the names of the
/// larger units that they are part of: "2022 Q2 Q3 Q4 2023".
fn dates(axis: &Axis, model: &Model, measure: Measure<'_>) -> Vec<(f32, String)> {
    let named = |units: &[Unit]| -> Vec<(f32, String)> {
        let units = units.iter().filter(|unit| !unit.label.is_empty());
        units.map(|unit| (unit.label_x, unit.label.clone())).collect()
    };
    let lower = named(&axis.lower);
    let is_short = axis.lower.first().is_some_and(|unit| {
        let (start, end) = model.warp().times((unit.start, unit.end));
        end - start < SHORTEST_YEAR_S
    });
    if !is_short {
        return lower;
    }
    let mut dates = named(&axis.upper);
    let right = |(x, label): &(f32, String)| {
        x + measure(label, DATE_TEXT_PX, Weight::Regular) + DATE_GAP_PX
    };
    let clear =
        |one: &(f32, String), other: &(f32, String)| right(one) <= other.0 || right(other) <= one.0;
    let larger = dates.clone();
    dates.extend(lower.into_iter().filter(|one| larger.iter().all(|other| clear(one, other))));
    dates
}

fn columns(model: &Model, all: &View, bottom: f32, theme: &Theme) -> Shape {
    let density = density(&model.all, all);
    let peak = density.peak().max(1) as f32;
    let full = bottom - 6.0;
    // The root keeps what is rare in sight beside a burst.
    let height = |&count: &u32| full * (count as f32 / peak).sqrt();
    Shape::Columns(Columns {
        left: all.x(crate::time::Moment::from_seconds(density.start)),
        bottom,
        step_px: (density.step_s as f64 / all.seconds_per_px()) as f32,
        heights_px: density.counts.iter().map(height).collect(),
        color: theme.muted.with_opacity(0.55),
    })
}

/// Where the view is in the whole.
fn window(all: &View, view: &View, size: Size) -> Rect {
    let (left, right) = (all.x(view.start()), all.x(view.end()));
    let middle = f32::midpoint(left, right);
    let half = ((right - left) / 2.0).max(LEAST_WINDOW_PX / 2.0);
    Rect::new((middle - half).max(0.0), 0.0, (middle + half).min(size.width), size.height)
}

fn window_shapes(window: Rect, size: Size, theme: &Theme) -> [Shape; 3] {
    let shade = theme.panel.with_opacity(0.6);
    let frame = RectShape {
        rect: window.expanded(-0.75),
        radius_px: 4.0,
        fill: theme.selection.faded(0.6),
        fade: Fade::default(),
        stroke: Some(Stroke::solid(1.5, theme.accent)),
    };
    [
        Shape::fill(Rect::new(0.0, 1.0, window.left, size.height), shade),
        Shape::fill(Rect::new(window.right, 1.0, size.width, size.height), shade),
        Shape::Rect(frame),
    ]
}
