//! Labels: to the right of a mark, or inside it where it is wide enough, and never over anything.

use super::canvas::text;
use crate::scene::{Measure, Point, Rect, TextRun, Weight};
use crate::timeline::detail::{BAR_TEXT_PX, Candidate, LABEL_TEXT_PX, Place};
use crate::timeline::ellipsis::shortened;
use crate::timeline::form::{Form, SYMBOL_PX};
use crate::timeline::ink::Ink;
use crate::timeline::pack::LABEL_GAP_PX;

/// The least room that a label is tried in.
const LEAST_ROOM_PX: f32 = 48.0;
/// The white inside a mark before and after its label.
const INSIDE_GAP_PX: f32 = 7.0;

/// A label with the box that it takes, and where its band's symbol goes, if that is with it.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) run: TextRun,
    pub(super) rect: Rect,
    pub(super) symbol: Option<Point>,
}

/// The label of a mark, if there is room for one. `limit` is how far it may reach.
pub(super) fn label(
    title: &str,
    candidate: &Candidate,
    limit: f32,
    y: f32,
    ink: &Ink,
    plot: Rect,
    measure: Measure<'_>,
) -> Option<Label> {
    match candidate.place {
        Place::Right => beside(title, candidate, limit, y, ink, plot, measure),
        Place::Inside => inside(title, candidate, y, ink, plot, measure),
    }
}

fn beside(
    title: &str,
    candidate: &Candidate,
    limit: f32,
    y: f32,
    ink: &Ink,
    plot: Rect,
    measure: Measure<'_>,
) -> Option<Label> {
    let figure = &candidate.figure;
    if figure.right < plot.left || figure.left > plot.right {
        return None;
    }
    let x = figure.right + LABEL_GAP_PX;
    let room = limit.min(plot.right - LABEL_GAP_PX) - x;
    let (words, width) = fitted(title, candidate.title_px, room, LABEL_TEXT_PX, measure)?;
    let run = text(Point::new(x, y), LABEL_TEXT_PX, ink.label, words);
    let rect = Rect::new(x, y - 10.0, x + width, y + 10.0);
    Some(Label { run: TextRun { struck: ink.struck, ..run }, rect, symbol: None })
}

/// Inside the part of the mark that is in view: in the middle of a band, with its symbol; at the
/// start of a bar.
fn inside(
    title: &str,
    candidate: &Candidate,
    y: f32,
    ink: &Ink,
    plot: Rect,
    measure: Measure<'_>,
) -> Option<Label> {
    let (left, right) = candidate.figure.core();
    let left = left.max(plot.left) + INSIDE_GAP_PX;
    let right = right.min(plot.right - 6.0) - INSIDE_GAP_PX;
    let is_band = matches!(candidate.figure.form, Form::Band { .. });
    let (size_px, color) =
        if is_band { (LABEL_TEXT_PX, ink.label) } else { (BAR_TEXT_PX, ink.label_inside) };
    let before = if is_band { SYMBOL_PX + LABEL_GAP_PX } else { 0.0 };
    let (words, width) =
        fitted(title, candidate.title_px, right - left - before, size_px, measure)?;
    let slack = (right - left - before - width).max(0.0);
    let start = if is_band { left + slack / 2.0 } else { left };
    let x = start + before;
    let symbol = is_band.then(|| Point::new(start + SYMBOL_PX / 2.0, y));
    let run = text(Point::new(x, y), size_px, color, words);
    let rect = Rect::new(start, y - 10.0, x + width, y + 10.0);
    Some(Label { run: TextRun { struck: ink.struck, ..run }, rect, symbol })
}

/// As much of the title as there is room for, and its width.
fn fitted(
    title: &str,
    title_px: f32,
    room: f32,
    size_px: f32,
    measure: Measure<'_>,
) -> Option<(String, f32)> {
    if title.is_empty() {
        return None;
    }
    let whole_px = title_px * size_px / LABEL_TEXT_PX;
    if whole_px <= room {
        return Some((title.to_owned(), whole_px));
    }
    let width = |words: &str| measure(words, size_px, Weight::Regular);
    let words = (room >= LEAST_ROOM_PX).then(|| shortened(title, room, &width))??;
    let words_px = width(&words);
    Some((words, words_px))
}
