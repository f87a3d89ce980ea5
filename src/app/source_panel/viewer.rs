//! The text on the screen: scrolled, selected, clicked.

use egui::{Context, CursorIcon, Event, Id, Key, Painter, Pos2, Rect, Response, Sense, Ui, pos2};

use super::highlights::{Highlights, Mark, Painted};
use super::page::Page;
use super::scroll::Anchor;
use super::text_selection::TextSelection;
use super::type_setting::{LINE_HEIGHT, Set, widest_column};
use crate::app::motion::Motion;
use crate::text::Span;

/// Room on the left for the marks in the margin.
const GUTTER: f32 = 24.0;
/// Room on the right for the scroll bar.
pub(super) const BAR_WIDTH: f32 = 12.0;
/// How far down the view a place is put that was gone to, as a share of its height.
const LANDING: f32 = 0.3;
/// How near the edge of the view a place may be and still count as seen.
const EDGE: f32 = 16.0;

/// The text on the screen.
#[derive(Debug, Default)]
pub(super) struct Viewer {
    anchor: Anchor,
    journey: Option<Journey>,
    selection: Option<TextSelection>,
}

/// The view on its way to another place.
#[derive(Clone, Copy, Debug)]
struct Journey {
    target: Anchor,
    /// How far below the target the view started.
    from: f32,
    motion: Motion,
}

/// A paragraph on the screen.
pub(super) struct Placed {
    /// The paragraph.
    pub(super) set: Set,
    /// Its upper left corner.
    pub(super) corner: Pos2,
}

/// What came of a frame.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// The marks under the pointer, the innermost last.
    pub(super) hovered: Vec<Mark>,
    /// Whether they were clicked.
    pub(super) clicked: bool,
}

/// Where the text stands.
#[derive(Clone, Copy)]
struct View {
    area: Rect,
    left: f32,
    width: f32,
}

impl View {
    fn new(area: Rect) -> Self {
        let room = area.width() - GUTTER - BAR_WIDTH - 8.0;
        let width = room.min(widest_column()).max(80.0);
        Self { area, left: area.left() + GUTTER + ((room - width) / 2.0).max(0.0).floor(), width }
    }

    fn height(&self) -> f32 {
        self.area.height()
    }
}

impl Viewer {
    /// Goes to some words when the page is next shown; at once, if `motion` has none.
    pub(super) fn go_to(&mut self, ui: &Ui, page: &Page<'_>, words: Span, motion: Motion) {
        let view = View::new(ui.available_rect_before_wrap());
        let painter = ui.painter();
        let height = &mut |index| page.height(painter, index, view.width);
        let paragraph = page.paragraphs.holding(words.start as usize);
        let lines = page.set(painter, paragraph, view.width).map(|set| set.lines_of(words));
        let lines = lines.unwrap_or_default();
        let top = lines.first().map_or(0.0, |line| line.rect.top());
        let bottom = lines.last().map_or(LINE_HEIGHT, |line| line.rect.bottom());
        let place = Anchor { paragraph, below_top: top };
        let below_edge = place.distance_from(self.anchor, 2.0 * view.height(), height);
        if below_edge >= EDGE && below_edge + bottom - top <= view.height() - EDGE {
            return;
        }
        let target = place.moved(-LANDING * view.height(), page.len(), height).within_end(
            view.height(),
            page.len(),
            height,
        );
        let from = self.anchor.distance_from(target, view.height(), height);
        self.journey = Some(Journey { target, from, motion });
    }

    /// Goes to the first line, and forgets what was selected in another text.
    pub(super) fn reset(&mut self, anchor: Anchor) {
        *self = Self { anchor, ..Self::default() };
    }

    /// Where the view is.
    pub(super) const fn anchor(&self) -> Anchor {
        self.anchor
    }

    /// Shows the page in the room that is left.
    pub(super) fn ui(&mut self, ui: &mut Ui, page: &Page<'_>) -> (Response, Outcome) {
        let area = ui.available_rect_before_wrap();
        let response = ui.allocate_rect(area, Sense::click_and_drag());
        let view = View::new(area);
        let painter = ui.painter_at(area);
        self.travel(ui.ctx(), page, &painter, view);
        self.scroll(ui, &response, page, view);
        self.settle(page, &painter, view);
        let placed = self.place(page, &painter, view);
        self.select(ui, &response, page, &placed);
        let marked = Highlights { page, selection: self.selection }.paint(ui, &painter, &placed);
        self.bar(ui, page, &placed, view, response.id.with("bar"));
        let outcome = respond(ui, &response, &placed, &marked);
        (response, outcome)
    }

    fn travel(&mut self, ctx: &Context, page: &Page<'_>, painter: &Painter, view: View) {
        let Some(journey) = self.journey else { return };
        let progress = journey.motion.progress(ctx);
        let height = &mut |index| page.height(painter, index, view.width);
        let left = journey.from * (1.0 - progress);
        self.anchor = journey.target.moved(left, page.len(), height);
        if progress >= 1.0 {
            self.journey = None;
        }
    }

    fn scroll(&mut self, ui: &Ui, response: &Response, page: &Page<'_>, view: View) {
        let mut down = 0.0;
        if response.contains_pointer() {
            ui.input_mut(|input| down -= std::mem::take(&mut input.smooth_scroll_delta.y));
            down += page_keys(ui, view.height());
        }
        if response.dragged()
            && let Some(pointer) = response.interact_pointer_pos()
        {
            let above = (view.area.top() - pointer.y).max(0.0);
            let below = (pointer.y - view.area.bottom()).max(0.0);
            if above > 0.0 || below > 0.0 {
                let seconds = ui.input(|input| input.stable_dt).min(0.1);
                down += (below - above) * 10.0 * seconds;
                ui.ctx().request_repaint();
            }
        }
        if down != 0.0 {
            self.journey = None;
            let height = &mut |index| page.height(ui.painter(), index, view.width);
            self.anchor = self.anchor.moved(down, page.len(), height);
        }
    }

    fn settle(&mut self, page: &Page<'_>, painter: &Painter, view: View) {
        let height = &mut |index| page.height(painter, index, view.width);
        let inside = self.anchor.moved(0.0, page.len(), height);
        self.anchor = inside.within_end(view.height() - EDGE, page.len(), height);
    }

    fn place(&self, page: &Page<'_>, painter: &Painter, view: View) -> Vec<Placed> {
        let mut placed = Vec::new();
        let mut top = view.area.top() - self.anchor.below_top;
        for index in self.anchor.paragraph..page.len() {
            if top > view.area.bottom() {
                break;
            }
            let Some(set) = page.set(painter, index, view.width) else { break };
            let corner = pos2(view.left, top);
            top += set.height;
            placed.push(Placed { set, corner });
        }
        placed
    }

    fn select(&mut self, ui: &Ui, response: &Response, page: &Page<'_>, placed: &[Placed]) {
        let pointer = response.interact_pointer_pos();
        let here = pointer.and_then(|pointer| offset_at(placed, pointer));
        if let Some(here) = here {
            let shift = ui.input(|input| input.modifiers.shift);
            let begun = self.selection.map(|selection| selection.start);
            if response.drag_started() {
                let origin = ui.input(|input| input.pointer.press_origin());
                let start = origin.and_then(|origin| offset_at(placed, origin)).unwrap_or(here);
                let start = begun.filter(|_| shift).unwrap_or(start);
                self.selection = Some(TextSelection::new(start, here));
            } else if response.dragged() {
                self.selection = begun.map(|start| TextSelection::new(start, here));
            } else if response.double_clicked() {
                self.selection = Some(TextSelection::word(page.text(), here));
            } else if response.clicked() {
                self.selection =
                    begun.filter(|_| shift).map(|start| TextSelection::new(start, here));
            }
        }
        if response.clicked_elsewhere() {
            self.selection = None;
        }
        self.copy(ui, page);
    }

    fn copy(&self, ui: &Ui, page: &Page<'_>) {
        let Some(selection) = self.selection.filter(|selection| !selection.span().is_empty())
        else {
            return;
        };
        let asked = ui.input(|input| input.events.contains(&Event::Copy));
        if asked && !ui.ctx().text_edit_focused() {
            ui.copy_text(selection.span().of(page.text()).to_owned());
        }
    }

    /// The scroll bar goes by bytes: how high the text is nobody knows before it is set.
    fn bar(&mut self, ui: &Ui, page: &Page<'_>, placed: &[Placed], view: View, id: Id) {
        let total = page.text().len().max(1) as f32;
        let offset = |y: f32| offset_at(placed, pos2(view.left, y)).unwrap_or_default() as f32;
        let first = offset(view.area.top());
        let last = placed.last().map_or(total, |placed| {
            let shown = (view.area.bottom() - placed.corner.y) / placed.set.height.max(1.0);
            let span = placed.set.paragraph.span;
            span.start as f32 + shown.clamp(0.0, 1.0) * span.len() as f32
        });
        if first <= 0.0 && last >= total - 1.0 && self.anchor == Anchor::default() {
            return;
        }
        let track = view.area.with_min_x(view.area.right() - BAR_WIDTH);
        let response = ui.interact(track, id, Sense::click_and_drag());
        super::bar::paint(ui, &response, page, track, first / total..=last / total);
        let pulled = response.dragged() || response.is_pointer_button_down_on();
        if pulled && let Some(pointer) = response.interact_pointer_pos() {
            let half = (last - first) / total / 2.0;
            let share = (pointer.y - track.top()) / track.height().max(1.0) - half;
            self.journey = None;
            self.anchor = anchor_at(page, ui.painter(), view, share.clamp(0.0, 1.0));
            ui.ctx().request_repaint();
        }
    }
}

/// The place so far into the text, as a share of its bytes.
fn anchor_at(page: &Page<'_>, painter: &Painter, view: View, share: f32) -> Anchor {
    let offset = (f64::from(share) * page.text().len() as f64) as usize;
    let paragraph = page.paragraphs.holding(offset);
    let inside = page.paragraphs.get(paragraph).map_or(0.0, |paragraph| {
        let before = offset.saturating_sub(paragraph.span.start as usize) as f32;
        (before / paragraph.span.len().max(1) as f32).min(1.0)
    });
    Anchor { paragraph, below_top: inside * page.height(painter, paragraph, view.width) }
}

/// How far the keys for whole pages move the view down.
fn page_keys(ui: &Ui, view_height: f32) -> f32 {
    let page = view_height - 2.0 * LINE_HEIGHT;
    ui.input(|input| {
        let presses = |key| input.num_presses(key) as f32;
        page * (presses(Key::PageDown) - presses(Key::PageUp))
    })
}

/// The byte of the text that lies nearest to a point on the screen.
fn offset_at(placed: &[Placed], point: Pos2) -> Option<usize> {
    let below = placed.partition_point(|placed| placed.corner.y <= point.y);
    let placed = placed.get(below.saturating_sub(1))?;
    Some(placed.set.offset_at(point - placed.corner))
}

/// What the pointer, or a screen reader, does to the marks.
fn respond(ui: &Ui, response: &Response, placed: &[Placed], painted: &Painted) -> Outcome {
    if let Some(quote) = painted.asked {
        return Outcome { hovered: vec![Mark::Event(quote)], clicked: true };
    }
    let Some(pointer) = response.hover_pos().filter(|_| !response.dragged()) else {
        return Outcome::default();
    };
    let under = painted.hots.iter().filter(|hot| hot.rect.contains(pointer));
    let hovered: Vec<_> = under.map(|hot| hot.mark).collect();
    let is_over_text = || {
        placed.iter().any(|placed| {
            let corner = placed.set.galley_position(placed.corner);
            placed.set.galley().rect.translate(corner.to_vec2()).contains(pointer)
        })
    };
    if hovered.iter().any(|mark| matches!(mark, Mark::Event(_))) {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    } else if is_over_text() {
        ui.ctx().set_cursor_icon(CursorIcon::Text);
    }
    Outcome { hovered, clicked: response.clicked() }
}
