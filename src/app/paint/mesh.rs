//! Triangles with soft edges, gathered in one mesh: some ten times cheaper than a shape each.

use egui::epaint::{Vertex, WHITE_UV};
use egui::{Color32, Mesh, Pos2, Rect, pos2};

use super::outline::Outline;

/// What most shapes take.
const VERTICES_PER_SHAPE: usize = 16;

/// A mesh in the making.
pub(super) struct MeshBuilder {
    mesh: Mesh,
    /// The size of a physical pixel in points: how wide a soft edge is.
    pixel: f32,
}

impl MeshBuilder {
    /// Nothing yet, for a screen with so many physical pixels to the point.
    pub(super) fn new(pixels_per_point: f32) -> Self {
        Self { mesh: Mesh::default(), pixel: 1.0 / pixels_per_point }
    }

    /// Makes room for some shapes more.
    pub(super) fn reserve(&mut self, shapes: usize) {
        self.mesh.reserve_vertices(VERTICES_PER_SHAPE * shapes);
        self.mesh.reserve_triangles(VERTICES_PER_SHAPE * shapes);
    }

    /// What was gathered since it was last taken, if anything was.
    pub(super) fn take(&mut self) -> Option<Mesh> {
        (!self.mesh.is_empty()).then(|| std::mem::take(&mut self.mesh))
    }

    /// A rectangle with level sides, on whole pixels.
    pub(super) fn rect(&mut self, rect: Rect, color: Color32) {
        self.gradient(rect, color, color);
    }

    /// A rectangle whose colour goes from one at its left edge to another at its right.
    pub(super) fn gradient(&mut self, rect: Rect, left: Color32, right: Color32) {
        if rect.is_positive() {
            let corners =
                [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
            let colors = [left, right, right, left];
            self.quad(corners, colors);
        }
    }

    /// The inside of an outline that is star-shaped about its middle, with soft edges.
    pub(super) fn fill(&mut self, outline: &Outline, color: Color32) {
        if outline.len() < 3 || color == Color32::TRANSPARENT {
            return;
        }
        let middle = outline.bounds().center();
        let first = self.fan(middle, outline.grown(-self.pixel / 2.0), color);
        let outer = self.vertices(outline.grown(self.pixel / 2.0), Color32::TRANSPARENT);
        self.band(first, outer, outline.len() as u32);
    }

    /// The inside of such an outline with sharp edges.
    pub(super) fn fill_sharp(&mut self, outline: &Outline, color: Color32) {
        let bounds = outline.bounds();
        if bounds.is_positive() {
            self.fan(bounds.center(), outline.points(), color);
        }
    }

    /// A line along an outline, centred on it, with soft edges.
    pub(super) fn ring(&mut self, outline: &Outline, width: f32, color: Color32) {
        if outline.len() < 3 || color == Color32::TRANSPARENT {
            return;
        }
        let count = outline.len() as u32;
        let (solid, soft) = self.edges(width);
        let color = self.thinned(color, width);
        let edges = [
            (soft, Color32::TRANSPARENT),
            (solid, color),
            (-solid, color),
            (-soft, Color32::TRANSPARENT),
        ];
        let loops = edges.map(|(by, color)| self.vertices(outline.grown(by), color));
        for pair in loops.windows(2) {
            self.band(pair[0], pair[1], count);
        }
    }

    /// A straight line with soft sides; a level or upright one is put on whole pixels.
    pub(super) fn line(&mut self, from: Pos2, to: Pos2, width: f32, color: Color32) {
        if (from.x - to.x).abs() < 0.01 {
            let left = self.whole(from.x - width / 2.0);
            let right = left + self.whole(width).max(self.pixel);
            self.rect(
                Rect::from_x_y_ranges(left..=right, from.y.min(to.y)..=from.y.max(to.y)),
                color,
            );
            return;
        }
        if (from.y - to.y).abs() < 0.01 {
            let top = self.whole(from.y - width / 2.0);
            let bottom = top + self.whole(width).max(self.pixel);
            self.rect(
                Rect::from_x_y_ranges(from.x.min(to.x)..=from.x.max(to.x), top..=bottom),
                color,
            );
            return;
        }
        let (solid, soft) = self.edges(width);
        let color = self.thinned(color, width);
        let across = (to - from).normalized().rot90();
        let sides = [-soft, -solid, solid, soft];
        for (pair, ends) in sides.windows(2).zip([
            [Color32::TRANSPARENT, color],
            [color, color],
            [color, Color32::TRANSPARENT],
        ]) {
            let at = |end: Pos2, side: f32| end + across * side;
            let corners = [at(from, pair[0]), at(to, pair[0]), at(to, pair[1]), at(from, pair[1])];
            self.quad(corners, [ends[0], ends[0], ends[1], ends[1]]);
        }
    }

    /// Triangles with sharp edges, three indices into the corners each.
    pub(super) fn triangles(
        &mut self,
        corners: impl Iterator<Item = Pos2>,
        triangles: &[u32],
        color: Color32,
    ) {
        let first = self.vertices(corners, color);
        self.mesh.indices.extend(triangles.iter().map(|corner| first + corner));
    }

    /// A line through points with soft sides, its corners mitred.
    pub(super) fn path(&mut self, points: &[Pos2], width: f32, color: Color32) {
        if points.len() < 2 {
            return;
        }
        let (solid, soft) = self.edges(width);
        let color = self.thinned(color, width);
        let sides = [
            (-soft, Color32::TRANSPARENT),
            (-solid, color),
            (solid, color),
            (soft, Color32::TRANSPARENT),
        ];
        let first = self.mesh.vertices.len() as u32;
        for (number, &point) in points.iter().enumerate() {
            let before = points[number.saturating_sub(1)];
            let after = points[(number + 1).min(points.len() - 1)];
            let across = (after - before).normalized().rot90();
            for (side, color) in sides {
                self.mesh.colored_vertex(point + across * side, color);
            }
        }
        for segment in 0..points.len() as u32 - 1 {
            let start = first + segment * 4;
            for side in start..start + 3 {
                self.mesh.add_triangle(side, side + 1, side + 5);
                self.mesh.add_triangle(side, side + 5, side + 4);
            }
        }
    }

    /// The nearest whole physical pixel, in points.
    pub(super) fn whole(&self, points: f32) -> f32 {
        (points / self.pixel).round() * self.pixel
    }

    /// A rectangle with its edges on whole physical pixels, never thinner than one.
    pub(super) fn whole_rect(&self, rect: Rect) -> Rect {
        let min = pos2(self.whole(rect.left()), self.whole(rect.top()));
        let max = pos2(self.whole(rect.right()), self.whole(rect.bottom()));
        Rect::from_min_max(min, max.max(min + egui::Vec2::splat(self.pixel)))
    }

    /// How far a line's full colour reaches to either side of its middle, and how far its soft
    /// edge does.
    fn edges(&self, width: f32) -> (f32, f32) {
        let solid = (width - self.pixel).max(0.0) / 2.0;
        (solid, solid + self.pixel)
    }

    /// A line thinner than a pixel is drawn a pixel wide and as much fainter.
    fn thinned(&self, color: Color32, width: f32) -> Color32 {
        color.gamma_multiply((width / self.pixel).min(1.0))
    }

    fn quad(&mut self, corners: [Pos2; 4], colors: [Color32; 4]) {
        let first = self.mesh.vertices.len() as u32;
        let vertex = |at: usize| vertex(corners[at], colors[at]);
        self.mesh.vertices.extend([0, 1, 2, 3].map(vertex));
        self.mesh.indices.extend([0, 1, 2, 0, 2, 3].map(|at| first + at));
    }

    /// Triangles from the middle of an outline to its sides; the index of its first corner.
    fn fan(
        &mut self,
        middle: Pos2,
        outline: impl ExactSizeIterator<Item = Pos2>,
        color: Color32,
    ) -> u32 {
        let count = outline.len() as u32;
        let middle = self.vertices(std::iter::once(middle), color);
        let first = self.vertices(outline, color);
        let sides = (first..first + count - 1).flat_map(|at| [middle, at, at + 1]);
        self.mesh.indices.extend(sides.chain([middle, first + count - 1, first]));
        first
    }

    /// Adds corners; the index of the first.
    fn vertices(&mut self, corners: impl Iterator<Item = Pos2>, color: Color32) -> u32 {
        let first = self.mesh.vertices.len() as u32;
        self.mesh.vertices.extend(corners.map(|corner| vertex(corner, color)));
        first
    }

    /// The band between two closed lines of as many corners.
    fn band(&mut self, one: u32, other: u32, count: u32) {
        let side = |at: u32, next: u32| {
            [one + at, one + next, other + next, one + at, other + next, other + at]
        };
        let sides = (0..count - 1).flat_map(|at| side(at, at + 1));
        self.mesh.indices.extend(sides.chain(side(count - 1, 0)));
    }
}

fn vertex(pos: Pos2, color: Color32) -> Vertex {
    Vertex { pos, uv: WHITE_UV, color }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    fn bounds(draw: impl FnOnce(&mut MeshBuilder)) -> Rect {
        let mut builder = MeshBuilder::new(1.0);
        draw(&mut builder);
        let mesh = builder.take().expect("something was drawn");
        assert!(mesh.is_valid());
        mesh.calc_bounds()
    }

    #[test]
    fn an_upright_line_fills_whole_pixels() {
        let line = bounds(|mesh| mesh.line(pos2(10.3, 0.0), pos2(10.3, 50.0), 1.0, Color32::RED));
        assert_eq!(line, Rect::from_min_size(pos2(10.0, 0.0), vec2(1.0, 50.0)));
    }

    #[test]
    fn a_soft_edge_reaches_half_a_pixel_out() {
        let corners = [pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(10.0, 10.0), pos2(0.0, 10.0)];
        let outline = Outline::through(&corners);
        let fill = bounds(|mesh| mesh.fill(&outline, Color32::RED));
        assert!((fill.width() - 11.0).abs() < 0.01);
        let ring = bounds(|mesh| mesh.ring(&outline, 2.0, Color32::RED));
        assert!((ring.width() - 13.0).abs() < 0.01, "{ring:?}");
    }

    #[test]
    fn a_path_is_as_wide_as_its_line_all_along() {
        let points = [pos2(10.0, 10.0), pos2(30.0, 10.0), pos2(50.0, 10.0)];
        let path = bounds(|mesh| mesh.path(&points, 3.0, Color32::RED));
        assert_eq!(path, Rect::from_min_max(pos2(10.0, 8.0), pos2(50.0, 12.0)));
    }

    #[test]
    fn what_cannot_be_seen_is_not_drawn() {
        let mut builder = MeshBuilder::new(2.0);
        builder.fill(&Outline::through(&[Pos2::ZERO; 2]), Color32::RED);
        builder.fill(&Outline::through(&[Pos2::ZERO; 4]), Color32::TRANSPARENT);
        builder.rect(Rect::from_min_size(Pos2::ZERO, vec2(0.0, 5.0)), Color32::RED);
        assert!(builder.take().is_none());
    }
}
