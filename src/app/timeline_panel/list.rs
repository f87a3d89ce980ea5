//! The list: the timeline's twin. The same events in order of time, in one column or lane by
//! lane; only the rows in sight cost anything.

use egui::{Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::TimelinePanel;
use super::list_row::{Column, Columns, event_row, heading_row, titles_row};
use crate::app::controls::{counted, quiet};
use crate::app::style::{ROW_PX, color, theme};
use crate::app::{Command, MenuCommand, Origin, PanelContext};
use crate::event::EventId;
use crate::timeline::Model;

/// The height of the line over the titles of the columns.
const BAR_PX: f32 = 36.0;

/// What the list remembers from frame to frame.
#[derive(Debug, Default)]
pub(super) struct List {
    /// Whether rows stand lane by lane.
    is_grouped: bool,
    /// The selection that was brought into view last.
    serial: u64,
    /// How far it was scrolled in the last frame, and how high it was.
    scrolled_px: f32,
    height_px: f32,
}

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// The heading of a lane.
    Lane(usize),
    /// An event.
    Event(EventId),
}

/// The rows of a list: worked out when asked for, whatever their number.
pub(super) struct Rows<'a> {
    model: &'a Model,
    /// The row of each lane's heading; none if the rows are in one column.
    headings: Vec<usize>,
    count: usize,
}

impl<'a> Rows<'a> {
    /// The rows of a model, lane by lane or in one column.
    pub(super) fn of(model: &'a Model, is_grouped: bool) -> Self {
        if !is_grouped {
            return Self { model, headings: Vec::new(), count: model.dated() };
        }
        let mut count = 0;
        let mut headings = Vec::new();
        for lane in model.lanes() {
            headings.push(count);
            count += 1 + lane.count();
        }
        Self { model, headings, count }
    }

    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// What stands in a row.
    pub(super) fn get(&self, row: usize) -> Option<Row> {
        if self.headings.is_empty() {
            return self.model.event_at(row).map(Row::Event);
        }
        let lane = self.headings.partition_point(|&heading| heading <= row).checked_sub(1)?;
        match row - self.headings[lane] {
            0 => Some(Row::Lane(lane)),
            place => self.model.event_in_lane_at(lane, place - 1).map(Row::Event),
        }
    }

    /// The first row of an event.
    pub(super) fn find(&self, event: EventId) -> Option<usize> {
        if self.headings.is_empty() {
            return self.model.place_of(event);
        }
        let in_lane = |(lane, heading): (usize, &usize)| {
            self.model.place_in_lane(lane, event).map(|place| heading + 1 + place)
        };
        self.headings.iter().enumerate().find_map(in_lane)
    }

    /// The event so many rows on from a row, headings left out.
    pub(super) fn beside(&self, row: Option<usize>, step: isize) -> Option<EventId> {
        let last = self.count.checked_sub(1)?;
        let mut at = match row {
            Some(row) => row.saturating_add_signed(step).min(last),
            None if step < 0 => last,
            None => 0,
        };
        loop {
            match self.get(at)? {
                Row::Event(event) => return Some(event),
                Row::Lane(_) if step < 0 => at = at.checked_sub(1)?,
                Row::Lane(_) => at += 1,
            }
        }
    }
}

impl TimelinePanel {
    /// Draws the list in the place of the timeline.
    pub(super) fn list_ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) {
        let area = ui.available_rect_before_wrap();
        self.find_view(ui, cx, area);
        let Some(model) = self.frames.last_model().filter(|model| model.dated() > 0) else {
            self.nothing_ui(ui, cx, area);
            return;
        };
        bar_ui(ui, cx, model, &mut self.list_view);
        let columns = Columns::of(area.width(), cx.state.scale());
        titles_row(ui, &columns);
        let rows = Rows::of(model, self.list_view.is_grouped);
        self.list_view.rows_ui(ui, cx, &rows, &columns);
    }

    /// The event so many rows on in the list.
    pub(super) fn beside_in_list(&self, of: Option<EventId>, step: isize) -> Option<EventId> {
        let rows = Rows::of(self.frames.last_model()?, self.list_view.is_grouped);
        rows.beside(of.and_then(|event| rows.find(event)), step)
    }
}

/// How many events there are, and how they stand.
fn bar_ui(ui: &mut Ui, cx: PanelContext<'_>, model: &Model, list: &mut List) {
    let size = vec2(ui.available_width(), BAR_PX);
    ui.allocate_ui_with_layout(size, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.set_min_size(size);
        ui.add_space(12.0);
        let by = model.grouping().title().to_lowercase();
        ui.selectable_value(&mut list.is_grouped, false, "By date");
        ui.selectable_value(&mut list.is_grouped, true, format!("By {by}, then date"));
        ui.label(quiet(counted(model.dated(), "event", "events")));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(12.0);
            let back = egui::Button::new("Back to the timeline").frame_when_inactive(false);
            if ui.add(back).on_hover_text(MenuCommand::ToggleList.tooltip()).clicked() {
                cx.send(MenuCommand::ToggleList);
            }
        });
    });
}

impl List {
    fn rows_ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>, rows: &Rows<'_>, columns: &Columns) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical().auto_shrink([false, false]);
        if let Some(offset) = self.reveal(cx, rows) {
            area = area.vertical_scroll_offset(offset);
        }
        let output = area.show_rows(ui, ROW_PX, rows.count(), |ui, range| {
            for row in range {
                match rows.get(row) {
                    Some(Row::Lane(lane)) => heading_row(ui, rows.model, lane),
                    Some(Row::Event(event)) => row_ui(ui, cx, event, row, columns),
                    None => {}
                }
            }
        });
        self.scrolled_px = output.state.clamped_offset().y;
        self.height_px = output.inner_rect.height();
        self.turn_page(ui, cx, rows);
    }

    /// How far to scroll so that a new selection is seen; nothing if it is.
    fn reveal(&mut self, cx: PanelContext<'_>, rows: &Rows<'_>) -> Option<f32> {
        let selection = cx.state.selection();
        if std::mem::replace(&mut self.serial, selection.serial) == selection.serial {
            return None;
        }
        let top = rows.find(selection.event?)? as f32 * ROW_PX;
        let seen = top >= self.scrolled_px && top + ROW_PX <= self.scrolled_px + self.height_px;
        (!seen).then(|| (top - self.height_px / 2.0 + ROW_PX / 2.0).max(0.0))
    }

    /// Page up and page down move the selection by as many rows as are in sight.
    fn turn_page(&self, ui: &Ui, cx: PanelContext<'_>, rows: &Rows<'_>) {
        if ui.ctx().text_edit_focused() {
            return;
        }
        let page = (self.height_px / ROW_PX).max(1.0) as isize;
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let step = match (pressed(egui::Key::PageUp), pressed(egui::Key::PageDown)) {
            (true, false) => -page,
            (false, true) => page,
            _ => return,
        };
        let row = cx.state.selection().event.and_then(|event| rows.find(event));
        if let Some(event) = rows.beside(row, step) {
            cx.send(Command::SelectEvent(event, Origin::Elsewhere));
        }
    }
}

fn row_ui(ui: &mut Ui, cx: PanelContext<'_>, id: EventId, row: usize, columns: &Columns) {
    let Some(event) = cx.state.project().event(id) else { return };
    let (rect, response) = row_space(ui, row);
    let selected = cx.state.selection().event == Some(id);
    response.widget_info(|| {
        let name = crate::app::wording::sentence(event, cx.state.scale());
        WidgetInfo::selected(Role::ListItem, true, selected, name)
    });
    let lit = response.hovered() || cx.state.hover().event == Some(id);
    let theme = theme(ui.ctx());
    if selected {
        ui.painter().rect_filled(rect, 0.0, color(theme.selection));
    } else if lit || response.has_focus() {
        ui.painter().rect_filled(rect, 0.0, color(theme.text.with_opacity(0.05)));
    }
    event_row(ui, cx, event, rect, columns);
    if response.hovered() {
        cx.send(Command::HoverEvent(id));
    }
    if response.double_clicked() {
        cx.send(MenuCommand::OpenSource);
    } else if response.clicked() {
        cx.send(Command::SelectEvent(id, Origin::Elsewhere));
    }
}

/// The room of a row over the whole width, with a hairline below it.
fn row_space(ui: &mut Ui, row: usize) -> (Rect, Response) {
    let size = vec2(ui.available_width(), ROW_PX);
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, ui.scope_id().with(("row", row)), Sense::click());
    let line = egui::Stroke::new(1.0, color(theme(ui.ctx()).hairline));
    let y = rect.bottom() - 0.5;
    ui.painter().line_segment([pos2(rect.left(), y), pos2(rect.right(), y)], line);
    (rect, response)
}

impl Column {
    /// Every column, from the left.
    pub(super) const ALL: [Self; 5] =
        [Self::Date, Self::Event, Self::Place, Self::Document, Self::Certainty];
}
