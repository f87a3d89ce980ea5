//! The lanes' names, left of the plot.

use super::canvas::text;
use crate::scene::{
    Color, Mark, Measure, Point, Polygon, Rect, Scene, Shape, Symbol, Target, TextRun, Theme,
    Weight,
};
use crate::text::grouped;
use crate::timeline::detail::{BAR_TEXT_PX, LABEL_TEXT_PX};
use crate::timeline::ellipsis::shortened;
use crate::timeline::form::SYMBOL_PX;
use crate::timeline::model::Lane;
use crate::timeline::plan::{PADDING_PX, ROW_PX};

/// The white at the left and the right of a name.
const MARGIN_PX: f32 = 12.0;
/// From one line of a name to the next.
const LINE_PX: f32 = 16.0;
/// No name takes more lines.
const MOST_LINES: usize = 3;

/// One lane's name and count. `area` is the lane's part of the column, scrolled.
pub(in crate::timeline) fn paint_header(
    scene: &mut Scene,
    (number, lane): (usize, &Lane),
    area: Rect,
    column: Rect,
    theme: &Theme,
    measure: Measure<'_>,
) {
    let visible = area.intersection(&column);
    if visible.height() <= 0.0 {
        return;
    }
    let mut shapes = Vec::new();
    // The name stays in view as long as its lane is.
    let room = visible.height() - 2.0 * PADDING_PX;
    let mut y = visible.top + PADDING_PX + ROW_PX / 2.0;
    let mut left = MARGIN_PX;
    if lane.pinned {
        let bar = Rect::new(0.0, visible.top, 2.0, visible.bottom);
        shapes.push(Shape::fill(bar, theme.accent));
    }
    if lane.collapsed {
        let (x, y) = (column.right - MARGIN_PX, y);
        shapes.push(Shape::Polygon(Polygon {
            points: vec![
                Point::new(x - 3.0, y - 4.0),
                Point::new(x + 2.0, y),
                Point::new(x - 3.0, y + 4.0),
            ],
            fill: theme.muted,
        }));
    }
    if let Some(category) = lane.category() {
        shapes.push(Shape::Mark(Mark {
            center: Point::new(MARGIN_PX + SYMBOL_PX / 2.0, y),
            size_px: SYMBOL_PX,
            symbol: Symbol::of(category),
            fill: theme.category(category),
            stroke: None,
        }));
        left += SYMBOL_PX + 7.0;
    }
    let count = grouped(lane.count());
    let count_px = measure(&count, BAR_TEXT_PX, Weight::Regular);
    let width = |text: &str| measure(text, LABEL_TEXT_PX, Weight::Medium);
    let right = column.right - MARGIN_PX - if lane.collapsed { 10.0 } else { 0.0 };
    let one_line = room < 2.0 * LINE_PX + 4.0;
    let name_px = if one_line { right - left - count_px - 6.0 } else { right - left };
    let lines = (((room - LINE_PX) / LINE_PX) as usize).clamp(1, MOST_LINES);
    for line in wrapped(&lane.name, name_px, lines, &width) {
        shapes.push(name_line(Point::new(left, y), theme.text, line));
        y += LINE_PX;
    }
    let mut count = text(Point::new(left, y), BAR_TEXT_PX, theme.muted, count);
    if one_line {
        count.position = Point::new(right - count_px, y - LINE_PX);
    }
    shapes.push(Shape::Text(count));
    scene.push(visible, shapes);
    scene.add_target(visible, Target::LaneHeader { lane: number });
}

/// The corner above the names: what the lanes stand for.
pub(in crate::timeline) fn paint_corner(scene: &mut Scene, name: &str, plot: Rect, theme: &Theme) {
    let area = Rect::new(0.0, 0.0, plot.left, plot.top);
    let position = Point::new(MARGIN_PX, plot.top - 11.0);
    let name = text(position, BAR_TEXT_PX, theme.muted, name);
    scene.push(area, vec![Shape::fill(area, theme.panel), Shape::Text(name)]);
}

fn name_line(position: Point, color: Color, line: String) -> Shape {
    Shape::Text(TextRun { weight: Weight::Medium, ..text(position, LABEL_TEXT_PX, color, line) })
}

/// A text on at most so many lines, broken at words, the last one shortened.
fn wrapped(
    text: &str,
    room_px: f32,
    most_lines: usize,
    width: &dyn Fn(&str) -> f32,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() && lines.len() + 1 < most_lines && width(rest) > room_px {
        let breaks = rest.match_indices(' ').map(|(at, _)| at);
        let Some(at) = breaks.take_while(|&at| width(&rest[..at]) <= room_px).last() else {
            break;
        };
        lines.push(rest[..at].to_owned());
        rest = rest[at..].trim_start();
    }
    lines.extend(shortened(rest, room_px, width));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_break_at_words_and_the_last_line_is_shortened() {
        let width = |text: &str| text.chars().count() as f32;
        let lines = |text, most| wrapped(text, 12.0, most, &width);
        assert_eq!(lines("Kyiv", 3), ["Kyiv"]);
        assert_eq!(
            lines("Report of the ministers", 3),
            ["Report of", "the", "ministers"][..]
                .iter()
                .map(|s| (*s).to_owned())
                .collect::<Vec<_>>()
                .as_slice()
        );
        assert_eq!(lines("Report of the ministers", 1), ["Report of…"]);
    }
}
