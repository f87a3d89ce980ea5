//! A scene as egui's shapes.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Align2, Color32, Mesh, Painter, Pos2, Rect, Shape, TextFormat, Vec2, pos2};

use super::mesh::MeshBuilder;
use super::outline::{self, Outline};
use crate::app::style::{color, font};
use crate::scene::{self, Align, Fade, Point, Scene, TextRun};

/// How long the dashes of a broken line are, and the gaps between them.
const DASH_PX: f32 = 3.0;

/// A scene, ready to be put on the screen as often as wanted.
pub struct Painting {
    layers: Vec<Layer>,
}

struct Layer {
    clip: Rect,
    parts: Vec<Part>,
}

/// What is drawn in one go: text stands between two meshes only where it has to.
enum Part {
    Mesh(Arc<Mesh>),
    Text { run: TextRun, position: Pos2 },
}

impl Painting {
    /// A scene with its upper left corner at `origin`, in points.
    #[must_use]
    pub fn new(scene: &Scene, origin: Pos2, pixels_per_point: f32) -> Self {
        let layers = scene.layers.iter().map(|layer| Layer {
            clip: rect(layer.clip).translate(origin.to_vec2()),
            parts: parts(&layer.shapes, origin.to_vec2(), pixels_per_point),
        });
        Self { layers: layers.collect() }
    }

    /// Puts it on the screen.
    pub fn paint(&self, painter: &Painter) {
        for layer in &self.layers {
            let painter = painter.with_clip_rect(layer.clip.intersect(painter.clip_rect()));
            for part in &layer.parts {
                match part {
                    Part::Mesh(mesh) => {
                        painter.add(Shape::Mesh(Arc::clone(mesh)));
                    }
                    Part::Text { run, position } => paint_text(&painter, run, *position),
                }
            }
        }
    }
}

/// Draws a symbol alone, as large as the timeline's marks are said to be.
pub(in crate::app) fn paint_symbol(
    painter: &Painter,
    symbol: scene::Symbol,
    center: Pos2,
    size_px: f32,
    ink: Color32,
) {
    let mut mesh = MeshBuilder::new(painter.pixels_per_point());
    mesh.fill(&outline::symbol(symbol, center, size_px), ink);
    painter.extend(mesh.take().map(|mesh| Shape::Mesh(Arc::new(mesh))));
}

fn parts(shapes: &[scene::Shape], shift: Vec2, pixels_per_point: f32) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut mesh = MeshBuilder::new(pixels_per_point);
    mesh.reserve(shapes.len());
    for shape in shapes {
        if let scene::Shape::Text(run) = shape {
            parts.extend(mesh.take().map(|mesh| Part::Mesh(Arc::new(mesh))));
            parts.push(Part::Text { run: run.clone(), position: at(run.position, shift) });
        } else {
            add(&mut mesh, shape, shift);
        }
    }
    parts.extend(mesh.take().map(|mesh| Part::Mesh(Arc::new(mesh))));
    parts
}

fn add(mesh: &mut MeshBuilder, shape: &scene::Shape, shift: Vec2) {
    match shape {
        scene::Shape::Rect(shape) => add_rect(mesh, shape, shift),
        scene::Shape::Line { from, to, stroke } => {
            add_line(mesh, at(*from, shift), at(*to, shift), *stroke);
        }
        scene::Shape::Mark(mark) => {
            let outline = outline::symbol(mark.symbol, at(mark.center, shift), mark.size_px);
            mesh.fill(&outline, color(mark.fill));
            add_outline(mesh, &outline, mark.stroke);
        }
        scene::Shape::Polygon(polygon) => {
            let points: Vec<_> = polygon.points.iter().map(|&point| at(point, shift)).collect();
            mesh.fill(&Outline::through(&points), color(polygon.fill));
        }
        scene::Shape::Columns(columns) => add_columns(mesh, columns, shift),
        scene::Shape::Area(area) => {
            let corners = area.rings.iter().flatten().map(|&corner| at(corner, shift));
            mesh.triangles(corners, &area.triangles, color(area.fill));
        }
        scene::Shape::Path(path) => {
            let points: Vec<_> = path.points.iter().map(|&point| at(point, shift)).collect();
            mesh.path(&points, path.stroke.width_px, color(path.stroke.color));
        }
        scene::Shape::Text(_) => {}
    }
}

fn add_rect(mesh: &mut MeshBuilder, shape: &scene::RectShape, shift: Vec2) {
    let area = rect(shape.rect).translate(shift);
    let fill = color(shape.fill);
    let Fade { left_px, right_px } = shape.fade;
    if left_px > 0.0 || right_px > 0.0 {
        add_fading(mesh, mesh.whole_rect(area), shape, fill);
    } else if shape.radius_px > 0.0 {
        mesh.fill(&outline::rectangle(area, shape.radius_px, shape.radius_px), fill);
    } else {
        mesh.rect(mesh.whole_rect(area), fill);
    }
    if let Some(stroke) = shape.stroke {
        let left = if left_px > 0.0 { 0.0 } else { shape.radius_px };
        let right = if right_px > 0.0 { 0.0 } else { shape.radius_px };
        add_outline(mesh, &outline::rectangle(area, left, right), Some(stroke));
    }
}

/// A rectangle one or both ends of which fade: up to three pieces side by side.
fn add_fading(mesh: &mut MeshBuilder, area: Rect, shape: &scene::RectShape, fill: Color32) {
    let Fade { left_px, right_px } = shape.fade;
    let fading = (left_px + right_px).max(f32::EPSILON);
    let squeeze = (area.width() / fading).min(1.0);
    let (from, to) = (area.left() + left_px * squeeze, area.right() - right_px * squeeze);
    let piece = |left: f32, right: f32| Rect::from_x_y_ranges(left..=right, area.y_range());
    mesh.gradient(piece(area.left(), from), Color32::TRANSPARENT, fill);
    let (left_radius, right_radius) = (
        if left_px > 0.0 { 0.0 } else { shape.radius_px },
        if right_px > 0.0 { 0.0 } else { shape.radius_px },
    );
    // Sharp edges: two soft ones that meet would show as a seam.
    mesh.fill_sharp(&outline::rectangle(piece(from, to), left_radius, right_radius), fill);
    mesh.gradient(piece(to, area.right()), fill, Color32::TRANSPARENT);
}

fn add_outline(mesh: &mut MeshBuilder, outline: &Outline, stroke: Option<scene::Stroke>) {
    let Some(stroke) = stroke else { return };
    if !stroke.dashed {
        mesh.ring(outline, stroke.width_px, color(stroke.color));
        return;
    }
    let next = outline.points().skip(1).chain(outline.points().take(1));
    for (from, to) in outline.points().zip(next) {
        add_line(mesh, from, to, stroke);
    }
}

fn add_line(mesh: &mut MeshBuilder, from: Pos2, to: Pos2, stroke: scene::Stroke) {
    let ink = color(stroke.color);
    if !stroke.dashed {
        mesh.line(from, to, stroke.width_px, ink);
        return;
    }
    let length = from.distance(to);
    let along = (to - from).normalized();
    let dashes = (length / (2.0 * DASH_PX)).ceil() as usize;
    for dash in 0..dashes {
        let start = dash as f32 * 2.0 * DASH_PX;
        let end = (start + DASH_PX).min(length);
        mesh.line(from + along * start, from + along * end, stroke.width_px, ink);
    }
}

fn add_columns(mesh: &mut MeshBuilder, columns: &scene::Columns, shift: Vec2) {
    let ink = color(columns.color);
    let bottom = columns.bottom + shift.y;
    let mut column = 0;
    // Columns of one height are one rectangle.
    for alike in columns.heights_px.chunk_by(|one, next| (one - next).abs() < f32::EPSILON) {
        let (first, height) = (column, alike[0]);
        column += alike.len();
        if height > 0.0 {
            let x = |column: usize| columns.left + shift.x + column as f32 * columns.step_px;
            let corner = pos2(x(first), bottom - height);
            mesh.rect(Rect::from_min_max(corner, pos2(x(column), bottom)), ink);
        }
    }
}

fn paint_text(painter: &Painter, run: &TextRun, position: Pos2) {
    let ink = color(run.color);
    let strikethrough = if run.struck { egui::Stroke::new(1.0, ink) } else { egui::Stroke::NONE };
    let format =
        TextFormat { strikethrough, ..TextFormat::simple(font(run.size_px, run.weight), ink) };
    let mut job = LayoutJob::single_section(run.text.clone(), format);
    job.break_on_newline = false;
    let galley = painter.layout_job(job);
    let anchor = match run.align {
        Align::Left => Align2::LEFT_CENTER,
        Align::Center => Align2::CENTER_CENTER,
        Align::Right => Align2::RIGHT_CENTER,
    };
    painter.galley(anchor.anchor_size(position, galley.size()).min, galley, ink);
}

fn at(point: Point, shift: Vec2) -> Pos2 {
    pos2(point.x, point.y) + shift
}

fn rect(rect: scene::Rect) -> Rect {
    Rect::from_min_max(pos2(rect.left, rect.top), pos2(rect.right, rect.bottom))
}
