//! The tray: events that the documents do not date, by what is missing, and those that the user
//! rejected. Nothing is invented for them; they can be read, and the date of their document be
//! given.

use egui::{Button, Frame, Label, Link, Margin, Panel, RichText, ScrollArea, Ui, vec2};

use super::TimelinePanel;
use crate::app::controls::{counted, quiet};
use crate::app::style::{ROW_PX, color, font, theme};
use crate::app::{Command, MenuCommand, Origin, PanelContext, wording};
use crate::document::DocumentId;
use crate::event::{Event, EventId, Missing, When};
use crate::project::{Filter, Project};
use crate::scene::Weight;
use crate::text::grouped;

/// Why an event is in the tray.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    /// Something is missing that would date it.
    Missing(Missing),
    /// It comes again and again, and the text does not say from when to when.
    Recurs,
    /// The user says that it is no event.
    Rejected,
}

/// The order in which the groups stand: what can be mended first.
const ORDER: [Why; 6] = [
    Why::Missing(Missing::DocumentDate),
    Why::Missing(Missing::Anchor),
    Why::Missing(Missing::Vague),
    Why::Missing(Missing::DurationOnly),
    Why::Recurs,
    Why::Rejected,
];

/// The rows of the tray.
#[derive(Debug, Default)]
pub(super) struct Tray {
    rows: Vec<Row>,
    count: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Heading { why: Why, count: usize },
    Document { id: DocumentId, count: usize },
    Event(EventId),
}

impl Tray {
    /// The events without a date that a filter lets through, and the rejected ones.
    fn of(project: &Project, filter: &Filter) -> Self {
        let undated = project.events().filter(|event| filter.admits(event)).filter_map(|event| {
            match event.when {
                When::Undated(missing) => Some((Why::Missing(missing), event)),
                When::Recurring { within: None, .. } => Some((Why::Recurs, event)),
                _ => None,
            }
        });
        let rejected = project.rejected().map(|event| (Why::Rejected, event));
        let all: Vec<_> = undated.chain(rejected).collect();
        Self { rows: rows(&all), count: all.len() }
    }
}

fn rows(all: &[(Why, &Event)]) -> Vec<Row> {
    let mut rows = Vec::new();
    for why in ORDER {
        let group: Vec<_> = all.iter().filter(|(other, _)| *other == why).collect();
        if group.is_empty() {
            continue;
        }
        rows.push(Row::Heading { why, count: group.len() });
        let document_of = |event: &Event| event.evidence.first().map(|e| e.document);
        let by_document = group.chunk_by(|a, b| document_of(a.1) == document_of(b.1));
        for events in by_document {
            let document = events.first().and_then(|(_, event)| document_of(event));
            if let (Why::Missing(Missing::DocumentDate), Some(id)) = (why, document) {
                rows.push(Row::Document { id, count: events.len() });
            }
            rows.extend(events.iter().map(|(_, event)| Row::Event(event.id)));
        }
    }
    rows
}

impl TimelinePanel {
    /// Draws the tray at the bottom of `ui`, if it is open.
    pub(super) fn tray_ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) {
        if !cx.state.panels().tray {
            return;
        }
        let project = cx.state.project();
        let key = (project.revision(), cx.state.filter().clone());
        self.tray.refresh(ui.ctx(), project, key, |project, (_, filter)| Tray::of(project, filter));
        let fill = color(theme(ui.ctx()).panel);
        Panel::bottom("tray")
            .resizable(true)
            .default_size(180.0)
            .min_size(84.0)
            .max_size((ui.available_height() * 0.6).max(84.0))
            .frame(Frame::new().fill(fill).inner_margin(Margin {
                left: 12,
                right: 4,
                top: 6,
                bottom: 4,
            }))
            .show(ui, |ui| {
                self.tray.get().heading_ui(ui, cx);
                self.tray.get().list_ui(ui, cx);
            });
    }
}

impl Tray {
    fn heading_ui(&self, ui: &mut Ui, cx: PanelContext<'_>) {
        ui.horizontal(|ui| {
            ui.label(RichText::new("Not on the timeline").font(font(13.0, Weight::SemiBold)));
            ui.label(quiet(grouped(self.count)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let close = Button::new(quiet("×")).frame(false).min_size(vec2(24.0, 20.0));
                let response = ui.add(close).on_hover_text("Fold the tray (U)");
                if response.clicked() {
                    cx.send(MenuCommand::ToggleTray);
                }
            });
        });
        if self.rows.is_empty() {
            ui.label(quiet("Every event has a date, and none was rejected."));
        }
    }

    fn list_ui(&self, ui: &mut Ui, cx: PanelContext<'_>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().auto_shrink([false, false]).show_rows(
            ui,
            ROW_PX,
            self.rows.len(),
            |ui, range| {
                for row in &self.rows[range] {
                    row.ui(ui, cx);
                }
            },
        );
    }
}

impl Row {
    fn ui(self, ui: &mut Ui, cx: PanelContext<'_>) {
        let size = vec2(ui.available_width(), ROW_PX);
        ui.allocate_ui_with_layout(size, egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_size(size);
            match self {
                Self::Heading { why, count } => heading_ui(ui, why, count),
                Self::Document { id, count } => document_ui(ui, cx, id, count),
                Self::Event(id) => event_ui(ui, cx, id),
            }
        });
    }
}

fn heading_ui(ui: &mut Ui, why: Why, count: usize) {
    let ink = color(theme(ui.ctx()).muted);
    let words = match why {
        Why::Missing(missing) => wording::missing(missing),
        Why::Recurs => "Come again and again",
        Why::Rejected => "Rejected by you: select one and press Delete to bring it back",
    };
    let text = RichText::new(words).font(font(11.5, Weight::SemiBold));
    ui.label(text.color(ink));
    ui.label(quiet(grouped(count)));
}

/// Says that giving the document a date will date its events, and offers it.
fn document_ui(ui: &mut Ui, cx: PanelContext<'_>, id: DocumentId, count: usize) {
    let Some(analysed) = cx.state.project().document(id) else { return };
    let action = RichText::new("Set its date").font(font(12.0, Weight::Medium));
    if ui.add(Link::new(action)).clicked() {
        cx.send(Command::SelectDocument(id, Origin::Elsewhere));
        cx.send(MenuCommand::EditDocumentDate);
    }
    let title = &analysed.document().title;
    let text = format!(
        "“{title}” has no date; giving it one can date {}",
        counted(count, "event", "events")
    );
    ui.add(Label::new(RichText::new(text).font(font(12.0, Weight::Regular))).truncate());
}

fn event_ui(ui: &mut Ui, cx: PanelContext<'_>, id: EventId) {
    let Some(event) = cx.state.project().event(id) else { return };
    let selected = cx.state.selection().event == Some(id);
    let words = match event.derivation.words.as_str() {
        "" => String::new(),
        words => format!("“{}”", words.split_whitespace().collect::<Vec<_>>().join(" ")),
    };
    let button = Button::new(RichText::new(event.title.as_str()).font(font(13.0, Weight::Regular)))
        .selected(selected)
        .frame_when_inactive(false)
        .truncate()
        .shortcut_text(quiet(words))
        .min_size(vec2(ui.available_width() - 8.0, ROW_PX - 2.0));
    let response = ui.add(button);
    if response.hovered() {
        cx.send(Command::HoverEvent(id));
    }
    if response.clicked() {
        cx.send(Command::SelectEvent(id, Origin::Elsewhere));
    }
}
