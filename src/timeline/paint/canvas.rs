//! The sheets that a frame is drawn on, from the back to the front.

use crate::scene::{Align, Color, Point, Rect, Scene, Shape, Target, TextRun, Weight};

/// The shapes of the plot, sheet by sheet.
#[derive(Debug, Default)]
pub(in crate::timeline) struct Canvas {
    /// Lines behind everything.
    pub(in crate::timeline) grid: Vec<Shape>,
    /// Soft bands, folds, what is behind a selected mark.
    pub(in crate::timeline) back: Vec<Shape>,
    /// Marks.
    pub(in crate::timeline) front: Vec<Shape>,
    /// Labels.
    pub(in crate::timeline) text: Vec<Shape>,
    /// What can be hit.
    pub(in crate::timeline) targets: Vec<(Rect, Target)>,
}

impl Canvas {
    /// How much is on each sheet.
    pub(in crate::timeline) const fn filled(&self) -> [usize; 3] {
        [self.back.len(), self.front.len(), self.text.len()]
    }

    /// Makes what has come since fainter: so much of it is left.
    pub(in crate::timeline) fn fade_since(&mut self, filled: [usize; 3], left: f32) {
        if left >= 1.0 {
            return;
        }
        for (sheet, from) in
            [&mut self.back, &mut self.front, &mut self.text].into_iter().zip(filled)
        {
            let faint: Vec<Shape> = sheet.drain(from..).map(|shape| shape.faded(left)).collect();
            sheet.extend(faint);
        }
    }

    /// Puts everything into a scene, clipped to a rectangle.
    pub(in crate::timeline) fn finish(self, scene: &mut Scene, clip: Rect) {
        for sheet in [self.grid, self.back, self.front, self.text] {
            scene.push(clip, sheet);
        }
        for (rect, target) in self.targets {
            let visible = rect.intersection(&clip);
            if visible.width() > 0.0 && visible.height() > 0.0 {
                scene.add_target(visible, target);
            }
        }
    }
}

/// A line of text that starts at a point.
pub(in crate::timeline) fn text(
    position: Point,
    size_px: f32,
    color: Color,
    text: impl Into<String>,
) -> TextRun {
    TextRun {
        position,
        align: Align::Left,
        size_px,
        weight: Weight::Regular,
        color,
        struck: false,
        text: text.into(),
    }
}
