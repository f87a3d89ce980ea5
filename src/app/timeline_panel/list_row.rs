//! The columns of the list, and what stands in them.

use egui::{Rect, RichText, TextWrapMode, Ui, WidgetText, pos2, vec2};

use crate::app::PanelContext;
use crate::app::paint::paint_symbol;
use crate::app::style::{BODY_PX, ROW_PX, SMALL_PX, color, font, theme};
use crate::app::wording;
use crate::event::{Event, Factuality};
use crate::scene::{Color, Symbol, Weight};
use crate::text::grouped;
use crate::timeline::{Model, Scale};

/// The white on either side of the list, and between two columns.
const MARGIN_PX: f32 = 16.0;
const GAP_PX: f32 = 12.0;
/// The room of a count before a date: "D+1330 · ".
const COUNT_PX: f32 = 56.0;
/// The title keeps at least so much; columns that leave it less are left out.
const LEAST_TITLE_PX: f32 = 220.0;
/// The room of a category's mark before the title.
const SYMBOL_PX: f32 = 18.0;

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// When it was.
    Date,
    /// Its category's mark and its title.
    Event,
    /// Where it was.
    Place,
    /// The document that tells of it.
    Document,
    /// How far its date can be relied on, and whether it happened.
    Certainty,
}

impl Column {
    const fn title(self) -> &'static str {
        match self {
            Self::Date => "Date",
            Self::Event => "Event",
            Self::Place => "Place",
            Self::Document => "Document",
            Self::Certainty => "Certainty",
        }
    }

    /// Its width; the title gets what is left.
    const fn width_px(self) -> f32 {
        match self {
            Self::Date => 156.0,
            Self::Event => 0.0,
            Self::Place => 112.0,
            Self::Document => 152.0,
            Self::Certainty => 132.0,
        }
    }
}

/// The columns that there is room for, with their left edges and widths.
pub(super) struct Columns(Vec<(Column, f32, f32)>);

impl Columns {
    /// The columns of a list of a width; dates have more room where the axis counts from a moment
    /// and the count stands before them.
    pub(super) fn of(width_px: f32, scale: Scale) -> Self {
        let more_px = if matches!(scale, Scale::Relative(_)) { COUNT_PX } else { 0.0 };
        let width_px = width_px - more_px;
        let mut columns = Column::ALL.to_vec();
        let title_px = |columns: &[Column]| {
            let taken: f32 = columns.iter().map(|column| column.width_px() + GAP_PX).sum();
            width_px - 2.0 * MARGIN_PX - taken + GAP_PX
        };
        for less in [Column::Certainty, Column::Document, Column::Place] {
            if title_px(&columns) < LEAST_TITLE_PX {
                columns.retain(|&column| column != less);
            }
        }
        let title_px = title_px(&columns).max(0.0);
        let mut left = MARGIN_PX;
        let placed = columns.into_iter().map(|column| {
            let width = match column {
                Column::Event => title_px,
                Column::Date => column.width_px() + more_px,
                _ => column.width_px(),
            };
            let at = left;
            left += width + GAP_PX;
            (column, at, width)
        });
        Self(placed.collect())
    }

    fn rects(&self, row: Rect) -> impl Iterator<Item = (Column, Rect)> {
        self.0.iter().map(move |&(column, left, width)| {
            let corner = pos2(row.left() + left, row.top());
            (column, Rect::from_min_size(corner, vec2(width, row.height())))
        })
    }
}

/// The names of the columns.
pub(super) fn titles_row(ui: &mut Ui, columns: &Columns) {
    let (_, row) = ui.allocate_space(vec2(ui.available_width(), 24.0));
    let theme = theme(ui.ctx());
    ui.painter().rect_filled(row, 0.0, color(theme.panel));
    for (column, rect) in columns.rects(row) {
        let text = RichText::new(column.title()).font(font(SMALL_PX, Weight::SemiBold));
        cell(ui, rect, text, theme.muted);
    }
}

/// The heading of a lane: its name and how many events stand in it.
pub(super) fn heading_row(ui: &mut Ui, model: &Model, lane: usize) {
    let (_, row) = ui.allocate_space(vec2(ui.available_width(), ROW_PX));
    let Some(lane) = model.lanes().get(lane) else { return };
    let theme = theme(ui.ctx());
    ui.painter().rect_filled(row, 0.0, color(theme.panel));
    let mut left = row.left() + MARGIN_PX;
    if let Some(category) = lane.category() {
        let middle = pos2(left + 5.0, row.center().y);
        let hue = color(theme.category(category));
        paint_symbol(ui.painter(), Symbol::of(category), middle, 9.0, hue);
        left += SYMBOL_PX;
    }
    let room = row.with_min_x(left).with_max_x(row.right() - MARGIN_PX);
    let name = RichText::new(lane.name()).font(font(BODY_PX, Weight::SemiBold));
    let end = cell(ui, room, name, theme.text);
    let count = RichText::new(grouped(lane.count())).font(font(SMALL_PX, Weight::Regular));
    cell(ui, room.with_min_x(end + 8.0), count, theme.muted);
}

/// An event's cells.
pub(super) fn event_row(
    ui: &Ui,
    cx: PanelContext<'_>,
    event: &Event,
    row: Rect,
    columns: &Columns,
) {
    let theme = theme(ui.ctx());
    let plain = |text: String| RichText::new(text).font(font(BODY_PX, Weight::Regular));
    for (column, rect) in columns.rects(row) {
        match column {
            Column::Date => {
                let date = RichText::new(wording::since_when(event, cx.state.scale()))
                    .font(font(BODY_PX, Weight::Medium));
                cell(ui, rect, date, theme.text);
            }
            Column::Event => {
                let middle = pos2(rect.left() + 5.0, rect.center().y);
                let hue = color(theme.category(event.category));
                paint_symbol(ui.painter(), Symbol::of(event.category), middle, 9.0, hue);
                let title = plain(event.title.to_string());
                let denied = event.factuality == Factuality::Denied;
                let title = if denied { title.strikethrough() } else { title };
                cell(ui, rect.with_min_x(rect.left() + SYMBOL_PX), title, theme.text);
            }
            Column::Place => {
                let places: Vec<&str> = event.places.iter().map(|p| p.name.as_str()).collect();
                cell(ui, rect, plain(places.join(", ")), theme.text);
            }
            Column::Document => {
                let document = cx.state.project().document_of(event);
                let title = document.map(|analysed| analysed.document().title.clone());
                cell(ui, rect, plain(title.unwrap_or_default()), theme.muted);
            }
            Column::Certainty => {
                cell(ui, rect, plain(certainty(event)), theme.muted);
            }
        }
    }
}

/// "Exact", "Approximate, planned".
fn certainty(event: &Event) -> String {
    let sure = wording::label(event.derivation.certainty.name());
    match event.factuality {
        Factuality::Happened => sure,
        other => format!("{sure}, {}", other.name()),
    }
}

/// Writes a cell's text, shortened if it has to be; where it ends.
fn cell(ui: &Ui, rect: Rect, text: RichText, ink: Color) -> f32 {
    let text = WidgetText::from(text);
    let galley =
        text.into_galley(ui, Some(TextWrapMode::Truncate), rect.width(), egui::TextStyle::Body);
    let corner = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    let end = corner.x + galley.size().x;
    ui.painter().galley(corner, galley, color(ink));
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(width_px: f32) -> Vec<Column> {
        Columns::of(width_px, Scale::Linear).0.into_iter().map(|(column, ..)| column).collect()
    }

    #[test]
    fn columns_give_way_to_the_title() {
        assert_eq!(names(1000.0), Column::ALL);
        assert_eq!(names(740.0), [Column::Date, Column::Event, Column::Place, Column::Document]);
        assert_eq!(names(420.0), [Column::Date, Column::Event]);
    }

    #[test]
    fn columns_never_overlap_and_fill_the_width() {
        for width in [360.0_f32, 700.0, 1280.0] {
            let columns = Columns::of(width, Scale::Linear).0;
            for pair in columns.windows(2) {
                assert!((pair[0].1 + pair[0].2 + GAP_PX - pair[1].1).abs() < 0.01);
            }
            let last = columns.last().expect("a column");
            assert!((last.1 + last.2 + MARGIN_PX - width).abs() < 0.01, "{width}");
        }
    }
}
