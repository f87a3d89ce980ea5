//! The events of a folded group, listed where it was clicked.

use egui::{Area, Frame, Order, Pos2, RichText, ScrollArea, Ui, vec2};

use super::TimelinePanel;
use crate::app::style::{color, font, theme};
use crate::app::{Command, Origin, PanelContext, wording};
use crate::event::EventId;
use crate::scene::Weight;

/// How wide the list is.
const WIDTH: f32 = 320.0;
/// How high it is at most.
const HEIGHT: f32 = 280.0;
/// How high a row is.
const ROW: f32 = 28.0;

/// A list that is open.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct GroupList {
    at: Pos2,
    events: Vec<EventId>,
    /// Whether it was shown before: the click that opens it does not close it.
    is_new: bool,
}

impl GroupList {
    /// A list of events beside a point.
    pub(super) const fn new(at: Pos2, events: Vec<EventId>) -> Self {
        Self { at, events, is_new: true }
    }
}

impl TimelinePanel {
    /// Shows the list, if one is open. Escape and a click elsewhere close it.
    pub(super) fn group_list_ui(&mut self, ui: &Ui, cx: PanelContext<'_>) {
        let Some(list) = &mut self.list else { return };
        let id = ui.scope_id().with("events of a group");
        let shown = Area::new(id)
            .order(Order::Foreground)
            .fixed_pos(list.at + vec2(8.0, 8.0))
            .constrain(true)
            .show(ui.ctx(), |ui| {
                Frame::popup(ui.style()).show(ui, |ui| list_ui(ui, cx, &list.events)).inner
            });
        let chosen = shown.inner;
        if let Some(event) = chosen {
            cx.send(Command::SelectEvent(event, Origin::Elsewhere));
        }
        let elsewhere = shown.response.clicked_elsewhere() && !list.is_new;
        let escaped = ui.input(|input| input.key_pressed(egui::Key::Escape));
        list.is_new = false;
        if chosen.is_some() || elsewhere || escaped {
            self.list = None;
        }
    }
}

/// The rows; the event that was chosen.
fn list_ui(ui: &mut Ui, cx: PanelContext<'_>, events: &[EventId]) -> Option<EventId> {
    let theme = theme(ui.ctx());
    ui.set_width(WIDTH);
    let heading = format!("{} events", events.len());
    ui.label(RichText::new(heading).font(font(11.5, Weight::SemiBold)).color(color(theme.muted)));
    let mut chosen = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().max_height(HEIGHT).show_rows(ui, ROW, events.len(), |ui, rows| {
        for &id in &events[rows] {
            let Some(event) = cx.state.project().event(id) else { continue };
            let text = RichText::new(event.title.as_str()).font(font(13.0, Weight::Regular));
            let button = egui::Button::new(text)
                .shortcut_text(wording::since_when(event, cx.state.scale()))
                .frame(false)
                .truncate()
                .min_size(vec2(WIDTH, ROW));
            let response = ui.add(button);
            if response.hovered() {
                cx.send(Command::HoverEvent(id));
            }
            if response.clicked() {
                chosen = Some(id);
            }
        }
    });
    chosen
}
