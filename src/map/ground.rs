//! Land, coasts and borders of a view.

use super::projection::WorldPoint;
use super::view::{Bounds, MapView};
use super::world::{Land, Level, Trace, world};
use crate::scene::{Area, Color, Path, Rect, Scene, Shape, Stroke, Theme};

/// A point nearer than this to the one before is left out of a line, in pixels.
const NEAREST_PX: f32 = 0.7;

/// Draws land and borders. A view costs what is on the screen: levels of detail by scale, and
/// nothing of what lies outside.
#[must_use]
pub fn ground(view: &MapView, theme: &Theme) -> Scene {
    let size = view.size();
    let mut scene = Scene::new(size, Some(theme.ground));
    let level: &Level = world(view.px_per_world());
    let mut shapes = Vec::new();
    for land in &level.land {
        for turn in turns(land.bounds, view) {
            shapes.push(area(land, turn, view, theme.land));
        }
    }
    for (traces, color) in [(&level.borders, theme.border), (&level.coasts, theme.coast)] {
        for trace in traces {
            for turn in turns(trace.bounds, view) {
                add_paths(&mut shapes, trace, turn, view, color);
            }
        }
    }
    scene.push(Rect::new(0.0, 0.0, size.width, size.height), shapes);
    scene
}

/// By how many worlds to the right something has to be drawn to be seen: once for each of its
/// copies in view.
fn turns(bounds: Bounds, view: &MapView) -> impl Iterator<Item = f64> + use<> {
    let seen = view.bounds();
    let inside = bounds.top < seen.bottom && bounds.bottom > seen.top;
    let px = 1.0 / view.px_per_world();
    // What is smaller than a pixel is not missed.
    let visible = inside && (bounds.right - bounds.left > px || bounds.bottom - bounds.top > px);
    let first = (seen.left - bounds.right).ceil() as i32;
    let last = (seen.right - bounds.left).floor() as i32;
    (first..=last).filter(move |_| visible).map(f64::from)
}

fn area(land: &Land, turn: f64, view: &MapView, fill: Color) -> Shape {
    let projected =
        |ring: &Vec<WorldPoint>| ring.iter().map(|&point| on_screen(point, turn, view)).collect();
    let rings = land.rings.iter().map(projected).collect();
    Shape::Area(Area { rings, triangles: land.triangles.clone(), fill })
}

/// The parts of a line that are on the screen, without what is too fine for it.
fn add_paths(shapes: &mut Vec<Shape>, trace: &Trace, turn: f64, view: &MapView, color: Color) {
    let size = view.size();
    let screen = Rect::new(-2.0, -2.0, size.width + 2.0, size.height + 2.0);
    let stroke = Stroke::solid(1.0, color);
    let mut points = Vec::new();
    let mut finish = |points: &mut Vec<_>| {
        if points.len() > 1 {
            shapes.push(Shape::Path(Path { points: std::mem::take(points), stroke }));
        }
        points.clear();
    };
    let last = trace.points.len() - 1;
    let mut kept = on_screen(trace.points[0], turn, view);
    for (number, &point) in trace.points.iter().enumerate().skip(1) {
        let point = on_screen(point, turn, view);
        let (dx, dy) = (point.x - kept.x, point.y - kept.y);
        if dx * dx + dy * dy < NEAREST_PX * NEAREST_PX && number < last {
            continue;
        }
        let step = Rect::new(
            kept.x.min(point.x),
            kept.y.min(point.y),
            kept.x.max(point.x) + f32::EPSILON.max(kept.x.abs() * 1e-6),
            kept.y.max(point.y) + f32::EPSILON.max(kept.y.abs() * 1e-6),
        );
        if step.overlaps(&screen) {
            if points.is_empty() {
                points.push(kept);
            }
            points.push(point);
        } else {
            finish(&mut points);
        }
        kept = point;
    }
    finish(&mut points);
}

fn on_screen(point: WorldPoint, turn: f64, view: &MapView) -> crate::scene::Point {
    view.point_at(WorldPoint::new(point.x + turn, point.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Point, Size};

    fn corners(scene: &Scene) -> usize {
        let of = |shape: &Shape| match shape {
            Shape::Area(area) => area.rings.iter().map(Vec::len).sum(),
            Shape::Path(path) => path.points.len(),
            _ => 0,
        };
        scene.shapes().map(of).sum()
    }

    #[test]
    fn what_is_drawn_follows_the_screen_at_every_scale() {
        let theme = Theme::light();
        let mut view = MapView::whole(Size::new(900.0, 400.0));
        let kyiv = WorldPoint::from_degrees(30.5, 50.4);
        for _ in 0..12 {
            let scene = ground(&view, &theme);
            let corners = corners(&scene);
            assert!((1..60_000).contains(&corners), "{corners} at {}", view.px_per_world());
            view = view.zoomed(view.point(kyiv), 2.0);
        }
    }

    #[test]
    fn lines_do_not_leave_the_screen_by_more_than_a_step() {
        let view = MapView::whole(Size::new(900.0, 400.0)).zoomed(Point::new(500.0, 150.0), 30.0);
        let screen = Rect::new(-2.0, -2.0, 902.0, 402.0);
        for shape in ground(&view, &Theme::light()).shapes() {
            let Shape::Path(path) = shape else { continue };
            assert!(path.points.len() > 1);
            let outside = |point: &Point| !screen.contains(*point);
            let gone = path.points.windows(3).any(|three| three.iter().all(outside));
            // A step may cross the screen with both of its ends outside it.
            assert!(!gone || path.points.len() < 6, "{:?}", path.points);
        }
    }
}
