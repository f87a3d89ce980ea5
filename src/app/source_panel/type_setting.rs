//! How the text of each kind of block is set.

use std::sync::Arc;

use egui::text::{CharIndex, LayoutJob};
use egui::{Color32, FontFamily, FontId, Galley, Painter, Pos2, Rect, TextFormat, Vec2, pos2};

use super::flow::Flow;
use super::paragraphs::Paragraph;
use crate::app::style::font;
use crate::document::BlockKind;
use crate::scene::{Weight, measure};
use crate::text::Span;

/// The size of running text.
const TEXT_SIZE: f32 = 15.0;
/// The height of a line of running text: one and a half times its size, in whole points.
pub(super) const LINE_HEIGHT: f32 = 23.0;
/// How many letters a line of running text holds at most.
const LINE_CHARS: f32 = 68.0;

/// How a kind of block looks.
struct Style {
    font: FontId,
    line_height: f32,
    indent: f32,
    space_above: f32,
    space_below: f32,
}

impl Style {
    fn of(kind: BlockKind) -> Self {
        let text = Self {
            font: font(TEXT_SIZE, Weight::Regular),
            line_height: LINE_HEIGHT,
            indent: 0.0,
            space_above: 0.0,
            space_below: 12.0,
        };
        let heading = |size, weight, space_above| Self {
            font: font(size, weight),
            space_above,
            space_below: 8.0,
            ..Self::of(BlockKind::Paragraph)
        };
        match kind {
            BlockKind::Title => Self { line_height: 26.0, ..heading(19.0, Weight::SemiBold, 4.0) },
            BlockKind::Heading(1) => heading(17.0, Weight::SemiBold, 12.0),
            BlockKind::Heading(2) => heading(TEXT_SIZE, Weight::SemiBold, 8.0),
            BlockKind::Heading(_) => heading(TEXT_SIZE, Weight::Medium, 4.0),
            BlockKind::Paragraph => text,
            BlockKind::ListItem => Self { indent: 16.0, space_below: 4.0, ..text },
            BlockKind::Quote => Self { indent: 16.0, ..text },
            BlockKind::TableRow => Self {
                font: font(13.0, Weight::Regular),
                line_height: 20.0,
                space_below: 4.0,
                ..text
            },
            BlockKind::Preformatted => {
                Self { font: FontId::new(13.0, FontFamily::Monospace), line_height: 18.0, ..text }
            }
        }
    }
}

/// How wide a column of running text is at most, in points.
pub(super) fn widest_column() -> f32 {
    // As frequent as in English prose; other languages of these alphabets differ by little.
    let sample = "etaoin shrdlu etaoin cmfwyp ";
    measure(sample, TEXT_SIZE, Weight::Regular) / sample.len() as f32 * LINE_CHARS
}

/// A paragraph that was set.
pub(super) struct Set {
    /// Which words, and what they are.
    pub(super) paragraph: Paragraph,
    flow: Flow,
    galley: Arc<Galley>,
    indent: f32,
    space_above: f32,
    /// How much room it takes, with the space around it.
    pub(super) height: f32,
}

impl Set {
    /// Sets a paragraph of `text` in a column of this width.
    pub(super) fn new(painter: &Painter, text: &str, paragraph: Paragraph, width: f32) -> Self {
        let style = Style::of(paragraph.kind);
        let flow = Flow::new(paragraph.span.of(text), paragraph.kind);
        // The colour is chosen when it is painted, so that another theme sets nothing anew.
        let format = TextFormat {
            line_height: Some(style.line_height),
            ..TextFormat::simple(style.font, Color32::PLACEHOLDER)
        };
        let mut job = LayoutJob::single_section(flow.text().to_owned(), format);
        job.wrap.max_width = width - style.indent;
        let galley = painter.layout_job(job);
        let below = if paragraph.ends_block { style.space_below } else { 0.0 };
        let height = style.space_above + galley.size().y + below;
        let (indent, space_above) = (style.indent, style.space_above);
        Self { paragraph, flow, galley, indent, space_above, height }
    }

    /// Where the galley stands when the paragraph's upper left corner is here.
    pub(super) fn galley_position(&self, corner: Pos2) -> Pos2 {
        corner + Vec2::new(self.indent, self.space_above)
    }

    /// The letters.
    pub(super) fn galley(&self) -> &Arc<Galley> {
        &self.galley
    }

    /// The text as it is shown.
    pub(super) fn shown_text(&self) -> &str {
        self.flow.text()
    }

    /// The byte of the document's text that lies nearest to a point, counted from the
    /// paragraph's upper left corner.
    pub(super) fn offset_at(&self, point: Vec2) -> usize {
        let point = point - Vec2::new(self.indent, self.space_above);
        let CharIndex(letter) = self.galley.cursor_from_pos(point).index;
        let text = self.flow.text();
        let shown = text.char_indices().nth(letter).map_or(text.len(), |(at, _)| at);
        self.paragraph.span.start as usize + self.flow.to_source(shown)
    }

    /// Where the words of a span stand, line by line, counted from the paragraph's upper left
    /// corner; nothing if they are in other paragraphs.
    pub(super) fn lines_of(&self, span: Span) -> Vec<Line> {
        if !self.paragraph.span.overlaps(span) {
            return Vec::new();
        }
        let letter = |offset: u32| {
            let offset = offset.clamp(self.paragraph.span.start, self.paragraph.span.end);
            let shown = self.flow.to_shown((offset - self.paragraph.span.start) as usize);
            self.flow.text().get(..shown).map_or(0, |before| before.chars().count())
        };
        self.lines(letter(span.start), letter(span.end))
    }

    fn lines(&self, from: usize, to: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut row_start = 0;
        for row in &self.galley.rows {
            let row_end = row_start + row.glyphs.len();
            if from < row_end && row_start < to {
                let x = |letter: usize| {
                    let column = letter.clamp(row_start, row_end) - row_start;
                    row.pos.x + row.x_offset(CharIndex(column))
                };
                let baseline =
                    row.glyphs.first().map_or(row.max_y(), |glyph| row.pos.y + glyph.pos.y);
                let rect = Rect::from_min_max(pos2(x(from), row.min_y()), pos2(x(to), row.max_y()));
                let shift = Vec2::new(self.indent, self.space_above);
                lines.push(Line { rect: rect.translate(shift), baseline: baseline + shift.y });
            }
            row_start = row_end + usize::from(row.ends_with_newline);
            if row_start >= to {
                break;
            }
        }
        lines
    }
}

/// A part of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    /// The height of the line, as wide as the words.
    pub(super) rect: Rect,
    /// Where the letters stand on.
    pub(super) baseline: f32,
}
