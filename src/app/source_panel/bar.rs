//! The scroll bar: where the view is in the text, and where the selection and the finds are.

use std::ops::RangeInclusive;

use egui::{Rect, Response, Ui, Vec2, pos2};

use super::page::Page;
use crate::app::style::{color, theme};

/// The least height of the thumb.
const THUMB_MIN: f32 = 24.0;
/// The height of a tick.
const TICK: f32 = 2.0;

/// Paints the bar; `shown` is the part of the text in view, as shares of the whole.
pub(super) fn paint(
    ui: &Ui,
    response: &Response,
    page: &Page<'_>,
    track: Rect,
    shown: RangeInclusive<f32>,
) {
    let theme = theme(ui.ctx());
    let painter = ui.painter();
    let y = |share: f32| track.top() + share * track.height();
    let middle = f32::midpoint(y(*shown.start()), y(*shown.end()));
    let height = (y(*shown.end()) - y(*shown.start())).max(THUMB_MIN);
    let middle = middle.clamp(track.top() + height / 2.0, track.bottom() - height / 2.0);
    let active = response.hovered() || response.dragged();
    let width = if active { 8.0 } else { 6.0 };
    let thumb = Rect::from_center_size(pos2(track.center().x, middle), Vec2::new(width, height));
    let opacity = if active { 0.55 } else { 0.3 };
    painter.rect_filled(thumb, width / 2.0, color(theme.muted.with_opacity(opacity)));

    let tick = |offset: u32, ink| {
        let y = y(offset as f32 / page.text().len().max(1) as f32);
        let rect =
            Rect::from_min_size(pos2(track.left() + 2.0, y), Vec2::new(track.width() - 4.0, TICK));
        painter.rect_filled(rect, 0.0, ink);
    };
    let mut last_y = f32::NEG_INFINITY;
    for found in page.found {
        let at = y(found.start as f32 / page.text().len().max(1) as f32);
        if at - last_y >= TICK {
            tick(found.start, color(theme.found.with_opacity(1.0)));
            last_y = at;
        }
    }
    if let Some(words) = page.selected_words {
        tick(words.start, color(theme.accent));
    }
}
