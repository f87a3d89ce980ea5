//! The text with its marks, painted: underlined expressions, events in the margin, what is
//! selected, found or under the pointer lit up.

use egui::{Painter, Rect, Role, Ui, Vec2, pos2, vec2};

use super::marks::Quote;
use super::page::Page;
use super::text_selection::TextSelection;
use super::type_setting::Line;
use super::viewer::Placed;
use crate::app::accessible::{PaintedNode, is_listening};
use crate::app::style::{color, theme};
use crate::document::BlockKind;
use crate::scene::{Color, Mode, Theme};
use crate::text::Span;

/// How wide a mark in the margin is.
const BAR: f32 = 3.0;
/// How many marks in the margin stand side by side at most.
const BARS: usize = 3;

/// What to paint over the letters and under them.
pub(super) struct Highlights<'a> {
    /// The page.
    pub(super) page: &'a Page<'a>,
    /// What is selected to be copied.
    pub(super) selection: Option<TextSelection>,
}

/// Something on the screen that the pointer can be on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hot {
    /// Where: a part of one line.
    pub(super) rect: Rect,
    /// What.
    pub(super) mark: Mark,
}

/// What was painted.
#[derive(Debug, Default)]
pub(super) struct Painted {
    /// What the pointer can be on, the innermost last.
    pub(super) hots: Vec<Hot>,
    /// The words that a screen reader has clicked.
    pub(super) asked: Option<Quote>,
}

/// What is marked.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mark {
    /// A time expression, by its number.
    Expression(usize),
    /// The words of an event.
    Event(Quote),
}

impl Highlights<'_> {
    /// Paints what is on the screen.
    pub(super) fn paint(&self, ui: &Ui, painter: &Painter, placed: &[Placed]) -> Painted {
        let theme = theme(ui.ctx());
        let mut done = Painted::default();
        let listening = is_listening(ui);
        for placed in placed {
            self.paint_one(painter, &theme, placed, &mut done.hots);
            if listening {
                done.asked = done.asked.or(self.tell(ui, placed));
            }
        }
        done
    }

    fn paint_one(&self, painter: &Painter, theme: &Theme, placed: &Placed, hots: &mut Vec<Hot>) {
        let span = placed.set.paragraph.span;
        paint_kind(painter, theme, placed);
        self.paint_quotes(painter, theme, placed, hots);
        for found in self.page.found_in(span) {
            let current = self.page.passage == Some(found);
            let ink = if current { theme.found.with_opacity(0.9) } else { theme.found };
            fill(painter, placed, found, ink);
        }
        if let Some(selection) = self.selection {
            fill(painter, placed, selection.span(), theme.selection.faded(1.6));
        }
        let galley = placed.set.galley().clone();
        painter.galley(placed.set.galley_position(placed.corner), galley, color(theme.text));
        self.underline_expressions(painter, theme, placed, hots);
    }

    fn paint_quotes(&self, painter: &Painter, theme: &Theme, placed: &Placed, hots: &mut Vec<Hot>) {
        let mut margin = [f32::NEG_INFINITY; BARS];
        for (words, quote) in self.page.marks.quotes.overlapping(placed.set.paragraph.span) {
            let lines = placed.set.lines_of(words);
            let (Some(first), Some(last)) = (lines.first(), lines.last()) else { continue };
            let selected = self.page.selected == Some(quote.event);
            let hovered = self.page.hovered == Some(quote.event);
            let hue = theme.category(quote.category);
            if selected {
                let glow = 1.0 + 1.5 * self.page.flash;
                fill(painter, placed, quote.sentence, theme.selection.faded(0.6 * glow));
            }
            let strength = tint(theme.mode, selected, hovered);
            for line in &lines {
                paint_line(painter, placed, line, hue.with_opacity(strength));
            }
            let (top, bottom) = (first.rect.top() + 3.0, last.rect.bottom() - 3.0);
            let place = margin.iter().position(|&end| end <= top).unwrap_or(BARS - 1);
            margin[place] = bottom;
            let right = placed.corner.x - 6.0 - place as f32 * (BAR + 2.0);
            let wide = if selected || hovered { BAR + 1.0 } else { BAR };
            let bar = Rect::from_min_max(
                pos2(right - wide, placed.corner.y + top),
                pos2(right, placed.corner.y + bottom),
            );
            painter.rect_filled(
                bar,
                1.0,
                color(if selected || hovered { hue } else { hue.with_opacity(0.7) }),
            );
            let mark = Mark::Event(*quote);
            hots.push(Hot { rect: bar.expand2(vec2(1.0, 0.0)), mark });
            let shift = placed.corner.to_vec2();
            hots.extend(lines.iter().map(|line| Hot { rect: line.rect.translate(shift), mark }));
        }
    }

    fn underline_expressions(
        &self,
        painter: &Painter,
        theme: &Theme,
        placed: &Placed,
        hots: &mut Vec<Hot>,
    ) {
        for (words, &number) in self.page.marks.expressions.overlapping(placed.set.paragraph.span) {
            for line in placed.set.lines_of(words) {
                let rect = line.rect.translate(placed.corner.to_vec2());
                let y = painter.round_to_pixel_center(placed.corner.y + line.baseline + 3.0);
                let ink = color(theme.accent.with_opacity(0.8));
                painter.hline(rect.x_range(), y, egui::Stroke::new(1.0, ink));
                hots.push(Hot { rect, mark: Mark::Expression(number) });
            }
        }
    }

    /// Tells screen readers of the paragraph and of the events in it; the one that they click.
    fn tell(&self, ui: &Ui, placed: &Placed) -> Option<Quote> {
        let paragraph = placed.set.paragraph;
        let role = match paragraph.kind {
            BlockKind::Title | BlockKind::Heading(_) => Role::Heading,
            _ => Role::Paragraph,
        };
        let size = placed.set.galley().size().max(Vec2::splat(1.0));
        let rect = Rect::from_min_size(placed.set.galley_position(placed.corner), size);
        let id = ui.scope_id().with(("paragraph", paragraph.span.start));
        PaintedNode::new(id, rect, role).add(ui, placed.set.shown_text());

        let mut asked = None;
        for (words, quote) in self.page.marks.quotes.overlapping(paragraph.span) {
            if !paragraph.span.contains_offset(words.start as usize) {
                continue;
            }
            let Some(line) = placed.set.lines_of(words).first().copied() else { continue };
            let id = ui.scope_id().with(("quote", quote.event, words.start));
            let rect = line.rect.translate(placed.corner.to_vec2());
            let node = PaintedNode {
                selected: self.page.selected == Some(quote.event),
                ..PaintedNode::clickable(id, rect, Role::Link)
            };
            if node.add(ui, words.of(self.page.text())) {
                asked = Some(*quote);
            }
        }
        asked
    }
}

/// How strongly an event's words are tinted.
fn tint(mode: Mode, selected: bool, hovered: bool) -> f32 {
    let rest = match mode {
        Mode::Light => 0.06,
        Mode::Dark => 0.10,
    };
    match (selected, hovered) {
        (true, _) => rest + 0.12,
        (false, true) => rest + 0.10,
        (false, false) => rest,
    }
}

/// What shows the kind of a block: a line beside a quotation, a dot before an item of a list.
fn paint_kind(painter: &Painter, theme: &Theme, placed: &Placed) {
    let corner = placed.corner;
    match placed.set.paragraph.kind {
        BlockKind::Quote => {
            let height = placed.set.galley().size().y;
            let rect = Rect::from_min_size(corner, Vec2::new(2.0, height));
            painter.rect_filled(rect, 1.0, color(theme.hairline));
        }
        BlockKind::ListItem if !has_label(placed.set.shown_text()) => {
            let first = placed.set.galley().rows.first().map_or(0.0, |row| row.rect().center().y);
            painter.circle_filled(corner + Vec2::new(5.0, first), 2.0, color(theme.muted));
        }
        _ => {}
    }
}

/// Whether an item of a list brings its own dot, dash or number.
fn has_label(item: &str) -> bool {
    let label = item.split_whitespace().next().unwrap_or_default();
    let number = label.trim_end_matches(['.', ')']);
    let is_number = number.len() < label.len() && number.chars().all(|c| c.is_ascii_digit());
    is_number || matches!(label, "-" | "–" | "—" | "•" | "*" | "·" | "+")
}

fn fill(painter: &Painter, placed: &Placed, words: Span, ink: Color) {
    for line in placed.set.lines_of(words) {
        paint_line(painter, placed, &line, ink);
    }
}

fn paint_line(painter: &Painter, placed: &Placed, line: &Line, ink: Color) {
    let rect = line.rect.translate(placed.corner.to_vec2()).shrink2(vec2(-1.0, 1.0));
    painter.rect_filled(rect, 2.0, color(ink));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_with_a_label_of_their_own_get_no_dot() {
        for item in ["- bread", "• bread", "3. bread", "12) bread"] {
            assert!(has_label(item), "{item}");
        }
        for item in ["bread", "1848 was a year", "2022: war", ""] {
            assert!(!has_label(item), "{item}");
        }
    }
}
