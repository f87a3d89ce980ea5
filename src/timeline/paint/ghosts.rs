//! The other readings of a date: ghosts tied to the mark, where nobody's label is.

use super::canvas::Canvas;
use crate::scene::{Color, Fade, Point, Rect, RectShape, Shape, Stroke};
use crate::timeline::detail::Place;
use crate::timeline::form::Figure;
use crate::timeline::pack::LABEL_GAP_PX;
use crate::timeline::plan::LanePlan;

/// How much of the tie between two readings shows at each of them.
const TIE_END_PX: f32 = 12.0;
/// Half the height of a ghost in its row, and of one between two rows.
const HALF_PX: f32 = 5.0;
const HALF_BETWEEN_PX: f32 = 1.75;
/// From the middle of a row to the strip between it and the next one, which stays free of labels
/// and marks.
const BETWEEN_PX: f32 = 12.0;
/// The white between a ghost and what stands beside it.
const WHITE_PX: f32 = 4.0;

/// What the marks and labels of a lane take, row by row, in the pixels of the view.
#[derive(Clone, Debug, Default)]
pub(super) struct Taken(Vec<(usize, f32, f32)>);

impl Taken {
    pub(super) fn of(plan: &LanePlan) -> Self {
        let candidates = plan.detail.candidates.iter().zip(&plan.rows).zip(&plan.limits);
        let taken = candidates.filter_map(|((candidate, row), &limit)| {
            let figure = &candidate.figure;
            let label = match candidate.place {
                Place::Right => (figure.right + LABEL_GAP_PX + candidate.title_px).min(limit),
                Place::Inside => figure.right,
            };
            Some(((*row)?, figure.left, label.max(figure.right)))
        });
        Self(taken.collect())
    }

    /// Whether nothing stands between two pixels of a row.
    pub(super) fn is_free(&self, row: usize, left: f32, right: f32) -> bool {
        self.0
            .iter()
            .all(|&(at, from, to)| at != row || right + WHITE_PX <= from || to + WHITE_PX <= left)
    }
}

/// Draws a ghost, and the tie to the mark at `mark_x`: a bracket that runs below the row, its two
/// ends only unless the mark is lit. A ghost that has no room in the row is a strip below it.
pub(super) fn paint_ghost(
    canvas: &mut Canvas,
    ghost: &Figure,
    mark: Point,
    has_room: bool,
    hue: Color,
    ground: Color,
    lit: bool,
) {
    let stroke = Stroke::dashed(1.0, if lit { hue } else { hue.with_opacity(0.55) });
    let below = mark.y + BETWEEN_PX;
    let (middle, half) = if has_room { (mark.y, HALF_PX) } else { (below, HALF_BETWEEN_PX) };
    let at = f32::midpoint(ghost.left, ghost.right);
    let mut line = |from: Point, to: Point| {
        canvas.back.push(Shape::Line { from, to, stroke });
    };
    line(Point::new(mark.x, mark.y + HALF_PX), Point::new(mark.x, below));
    if has_room {
        line(Point::new(at, mark.y + HALF_PX), Point::new(at, below));
    }
    let between = f32::midpoint(mark.x, at);
    let reach = if lit { f32::INFINITY } else { TIE_END_PX };
    for end in [mark.x, at] {
        let inner = between.clamp(end - reach, end + reach);
        line(Point::new(end, below), Point::new(inner, below));
    }
    canvas.back.push(Shape::Rect(RectShape {
        rect: Rect::new(ghost.left, middle - half, ghost.right, middle + half),
        radius_px: if has_room { 4.0 } else { 1.0 },
        fill: ground,
        fade: Fade::default(),
        stroke: Some(stroke),
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_taken_by_marks_and_labels_and_others_are_not() {
        let taken = Taken(vec![(0, 10.0, 100.0), (1, 300.0, 400.0)]);
        assert!(!taken.is_free(0, 90.0, 99.0));
        assert!(!taken.is_free(0, 102.0, 110.0), "too near");
        assert!(taken.is_free(0, 310.0, 320.0));
        assert!(!taken.is_free(1, 310.0, 320.0));
        assert!(taken.is_free(1, 10.0, 100.0));
    }
}
