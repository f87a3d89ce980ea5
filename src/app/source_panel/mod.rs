//! The source text with its expressions and events marked, and the selected event's card.
//!
//! Only what is on screen is ever laid out: a text of 50 MB scrolls like one of a page.

mod bar;
mod expression_tip;
mod flow;
mod header;
mod highlights;
mod marks;
mod page;
mod paragraphs;
mod scroll;
mod span_index;
mod text_selection;
mod type_setting;
mod viewer;

use std::collections::BTreeMap;

use egui::{Frame, Margin, Response, RichText, Stroke, Ui};

use self::highlights::Mark;
use self::marks::Marks;
use self::page::Page;
use self::paragraphs::Paragraphs;
use self::scroll::Anchor;
use self::viewer::{Outcome, Viewer};
use super::derived::Derived;
use super::event_card;
use super::motion::Motion;
use super::style::{color, font, theme};
use super::{Command, Origin, PanelContext};
use crate::analysis::Analysed;
use crate::document::DocumentId;
use crate::event::EventId;
use crate::project::Project;
use crate::scene::Weight;
use crate::text::Span;

/// How much longer than other movements the selected words glow.
const GLOW: f64 = 4.0;

/// What the source panel remembers from frame to frame.
#[derive(Debug, Default)]
pub(super) struct SourcePanel {
    set: Derived<(DocumentId, u64), Set>,
    /// The document that is shown.
    document: Option<DocumentId>,
    found: Vec<Span>,
    viewer: Viewer,
    /// Where each document was left.
    left_at: BTreeMap<DocumentId, Anchor>,
    /// The selection that was brought into view last.
    serial: u64,
    glow: Option<Motion>,
}

/// What was worked out for a document at a revision of the project.
#[derive(Debug, Default)]
struct Set {
    paragraphs: Paragraphs,
    marks: Marks,
}

impl Set {
    fn of(project: &Project, document: DocumentId) -> Self {
        let analysed = project.document(document);
        analysed.map_or_else(Self::default, |analysed| Self {
            paragraphs: Paragraphs::of(analysed.document()),
            marks: Marks::of(project, analysed),
        })
    }
}

impl SourcePanel {
    /// Draws the source text into the rest of `ui`.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) {
        let project = cx.state.project();
        let Some(analysed) = cx.state.shown_document().and_then(|id| project.document(id)) else {
            return empty_ui(ui, "The text of your documents appears here.");
        };
        ui.spacing_mut().item_spacing.y = 0.0;
        let margin = Margin { left: 24, right: 12, top: 8, bottom: 8 };
        let header = Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            header::ui(ui, cx, analysed);
        });
        let line = Stroke::new(1.0, color(theme(ui.ctx()).hairline));
        let room = ui.max_rect().x_range();
        ui.painter().hline(room, header.response.rect.bottom() - 0.5, line);
        event_card::panel_ui(ui, cx);
        if analysed.document().blocks.is_empty() {
            return empty_ui(ui, "There is no text in this document.");
        }
        self.text_ui(ui, cx, analysed);
    }

    fn text_ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>, analysed: &Analysed) {
        let document = analysed.document().id;
        let project = cx.state.project();
        let key = (document, project.revision());
        self.set
            .refresh(ui.ctx(), project, key, |project, &(document, _)| Set::of(project, document));
        if self.set.key().is_none_or(|&(of, _)| of != document) {
            return empty_ui(ui, "Setting the text…");
        }
        let changed = self.document != Some(document);
        if changed {
            self.document = Some(document);
            self.viewer.reset(self.left_at.get(&document).copied().unwrap_or_default());
        }
        self.find(cx, document);
        let set = self.set.get();
        let selection = cx.state.selection();
        let selected_words = selection.event.and_then(|id| words_of(cx, id, analysed));
        let mut page = Page {
            analysed,
            paragraphs: &set.paragraphs,
            marks: &set.marks,
            found: &self.found,
            passage: selection.passage,
            selected: selection.event,
            selected_words,
            hovered: cx.state.hover().event,
            flash: 0.0,
        };
        if self.serial != selection.serial {
            self.serial = selection.serial;
            let less_motion = cx.state.preferences().less_motion;
            let motion = Motion::new(ui.ctx(), less_motion || changed);
            self.glow = Some(Motion::new(ui.ctx(), less_motion).slower(GLOW));
            if let Some(words) = selection.passage.or(selected_words)
                && selection.origin != Origin::Source
            {
                self.viewer.go_to(ui, &page, words, motion);
            }
        }
        page.flash = self.glow.map_or(0.0, |glow| 1.0 - glow.progress(ui.ctx()));
        let (response, outcome) = self.viewer.ui(ui, &page);
        self.left_at.insert(document, self.viewer.anchor());
        respond(&response, cx, analysed, &outcome);
    }

    /// Takes note of what a search has found in the document.
    fn find(&mut self, cx: PanelContext<'_>, document: DocumentId) {
        let matches = cx.state.search().matches();
        let here = matches.into_iter().flat_map(|matches| &matches.text);
        self.found.clear();
        self.found.extend(here.filter(|(id, _)| *id == document).map(|&(_, span)| span));
    }

    /// Whether a text is being made ready.
    pub(super) const fn is_busy(&self) -> bool {
        self.set.is_under_way()
    }
}

/// The words of an event in a document.
fn words_of(cx: PanelContext<'_>, event: EventId, analysed: &Analysed) -> Option<Span> {
    let event = cx.state.project().event(event)?;
    let mut here = event.evidence.iter().filter(|e| e.document == analysed.document().id);
    here.next().map(|evidence| evidence.quote)
}

/// Sends what the pointer asks for, and says what an expression under it means.
fn respond(response: &Response, cx: PanelContext<'_>, analysed: &Analysed, outcome: &Outcome) {
    // The innermost first: what is said of fewer words is meant.
    let mut events = Vec::new();
    for mark in outcome.hovered.iter().rev() {
        match mark {
            Mark::Event(quote) if !events.contains(&quote.event) => events.push(quote.event),
            Mark::Event(_) => {}
            Mark::Expression(number) => {
                if let Some(timex) = analysed.timexes().get(*number) {
                    expression_tip::show(response, timex);
                }
            }
        }
    }
    let selected = cx.state.selection().event;
    let place = events.iter().position(|&event| Some(event) == selected);
    // Another click on the same words goes on to the next event that they speak of.
    let next = place.map_or(0, |place| (place + 1) % events.len());
    if let Some(&event) = events.get(if outcome.clicked { next } else { place.unwrap_or(0) }) {
        cx.send(Command::HoverEvent(event));
        if outcome.clicked {
            cx.send(Command::SelectEvent(event, Origin::Source));
        }
    }
}

fn empty_ui(ui: &mut Ui, text: &str) {
    let theme = theme(ui.ctx());
    let text = RichText::new(text).font(font(13.0, Weight::Regular)).color(color(theme.muted));
    ui.centered_and_justified(|ui| ui.label(text));
}
