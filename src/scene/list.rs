//! The display list itself, and finding what lies under a point.

use super::{Color, Point, Rect, Shape, Size, Target};

/// Shapes that share a clip, in painting order.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Nothing is drawn outside it.
    pub clip: Rect,
    /// What to draw, from the back to the front.
    pub shapes: Vec<Shape>,
}

/// A picture as a list of shapes, and what a pointer finds in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// How large it is.
    pub size: Size,
    /// What is behind everything; `None` leaves it to who draws.
    pub background: Option<Color>,
    /// The layers, from the back to the front.
    pub layers: Vec<Layer>,
    targets: Vec<(Rect, Target)>,
}

impl Scene {
    /// An empty scene.
    #[must_use]
    pub fn new(size: Size, background: Option<Color>) -> Self {
        Self { size, background, ..Self::default() }
    }

    /// Adds a layer in front of the others, if there is anything in it.
    pub fn push(&mut self, clip: Rect, shapes: Vec<Shape>) {
        if !shapes.is_empty() {
            self.layers.push(Layer { clip, shapes });
        }
    }

    /// Puts another scene in front, its upper left corner at a point.
    pub fn place(&mut self, other: Self, at: Point) {
        let moved = |rect: Rect| rect.moved(at.x, at.y);
        if let Some(background) = other.background {
            let area = moved(Rect::new(0.0, 0.0, other.size.width, other.size.height));
            self.push(area, vec![Shape::fill(area, background)]);
        }
        for Layer { clip, shapes } in other.layers {
            let shapes = shapes.into_iter().map(|shape| shape.moved(at.x, at.y)).collect();
            self.push(moved(clip), shapes);
        }
        let targets = other.targets.into_iter().map(|(rect, target)| (moved(rect), target));
        self.targets.extend(targets);
    }

    /// Says what lies in a rectangle, in front of what was said before.
    pub fn add_target(&mut self, rect: Rect, target: Target) {
        self.targets.push((rect, target));
    }

    /// What lies under a point; `None` where there is nothing but time.
    #[must_use]
    pub fn hit(&self, x: f32, y: f32) -> Option<&Target> {
        let point = Point::new(x, y);
        self.targets.iter().rev().find(|(rect, _)| rect.contains(point)).map(|(_, target)| target)
    }

    /// Everything that can be hit and where, from the back to the front: what a screen reader
    /// is told of.
    #[must_use]
    pub fn targets(&self) -> &[(Rect, Target)] {
        &self.targets
    }

    /// The text in it, run by run.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.shapes().filter_map(|shape| match shape {
            Shape::Text(run) => Some(run.text.as_str()),
            _ => None,
        })
    }

    /// Every shape, from the back to the front.
    pub fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.layers.iter().flat_map(|layer| &layer.shapes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_front_is_hit_first() {
        let mut scene = Scene::new(Size::new(100.0, 100.0), None);
        scene.add_target(Rect::new(0.0, 0.0, 50.0, 50.0), Target::LaneHeader { lane: 0 });
        scene.add_target(Rect::new(40.0, 40.0, 60.0, 60.0), Target::LaneHeader { lane: 1 });
        assert_eq!(scene.hit(45.0, 45.0), Some(&Target::LaneHeader { lane: 1 }));
        assert_eq!(scene.hit(10.0, 10.0), Some(&Target::LaneHeader { lane: 0 }));
        assert_eq!(scene.hit(70.0, 10.0), None);
    }

    #[test]
    fn a_scene_is_placed_with_all_that_can_be_hit() {
        let mut inner = Scene::new(Size::new(50.0, 50.0), Some(Color::hex(0)));
        inner.add_target(Rect::new(0.0, 0.0, 10.0, 10.0), Target::Minimap);
        let mut outer = Scene::new(Size::new(100.0, 100.0), None);
        outer.place(inner, Point::new(20.0, 30.0));
        assert_eq!(outer.hit(25.0, 35.0), Some(&Target::Minimap));
        assert_eq!(outer.hit(5.0, 5.0), None);
        let area = Rect::new(20.0, 30.0, 70.0, 80.0);
        assert_eq!(outer.shapes().next(), Some(&Shape::fill(area, Color::hex(0))));
    }
}
