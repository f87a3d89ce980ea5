//! The selected event's card: what it is, and above all why it has the date that it has.

mod evidence;
mod tag;
mod tags;

use egui::{
    Align, Button, CollapsingHeader, Frame, Grid, Label, Layout, Link, Margin, Panel, RichText,
    ScrollArea, Ui,
};

use self::tag::{Tag, tag_ui};
use super::controls::{quiet, tooltip_ui};
use super::style::{BODY_PX, SMALL_PX, color, font, theme};
use super::{MenuCommand, PanelContext, wording};
use crate::event::{Certainty, Derivation, Event, Factuality, ParticipantKind, When};
use crate::export::amount;
use crate::scene::{Symbol, Weight};
use crate::temporal::explain;

/// Below this confidence a person should look.
const UNSURE: f32 = 0.5;
/// How much of the panel the card takes at most.
const MOST_OF_PANEL: f32 = 0.55;

/// Draws the selected event's card at the bottom of `ui`, if an event is selected.
pub(super) fn panel_ui(ui: &mut Ui, cx: PanelContext<'_>) {
    let Some(event) = cx.state.selected_event() else { return };
    let most = (ui.available_height() * MOST_OF_PANEL).max(120.0);
    Panel::bottom("event card")
        .resizable(true)
        .default_size(most.min(300.0))
        .max_size(most)
        .min_size(96.0)
        .frame(Frame::new().inner_margin(Margin::ZERO).fill(color(theme(ui.ctx()).panel)))
        .show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false, false]).id_salt(event.id).show(ui, |ui| {
                let margin = Margin { left: 24, right: 12, top: 10, bottom: 10 };
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    card_ui(ui, cx, event);
                });
            });
        });
}

fn card_ui(ui: &mut Ui, cx: PanelContext<'_>, event: &Event) {
    ui.spacing_mut().item_spacing.y = 4.0;
    category_ui(ui, cx, event);
    let title = RichText::new(event.title.as_str()).font(font(14.0, Weight::SemiBold));
    ui.add(Label::new(title).wrap());
    when_ui(ui, cx, event);
    facts_ui(ui, event);
    tags::ui(ui, cx, event);
    ui.add_space(6.0);
    why_ui(ui, &event.derivation);
    ui.add_space(6.0);
    evidence::ui(ui, cx, event);
    ui.add_space(6.0);
    reject_ui(ui, cx, event);
}

/// For what is no event: takes it off the timeline, or brings it back.
fn reject_ui(ui: &mut Ui, cx: PanelContext<'_>, event: &Event) {
    let rejected = cx.state.project().is_rejected(event.id);
    let words = if rejected { "Bring it back" } else { "This is no event: reject it" };
    let link = ui.add(Link::new(RichText::new(words).font(font(SMALL_PX, Weight::Regular))));
    if link.on_hover_ui(|ui| tooltip_ui(ui, MenuCommand::ToggleRejected)).clicked() {
        cx.send(MenuCommand::ToggleRejected);
    }
}

/// The category with its mark, and how sure all of it is.
fn category_ui(ui: &mut Ui, cx: PanelContext<'_>, event: &Event) {
    let theme = theme(ui.ctx());
    let hue = color(theme.category(event.category));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(egui::vec2(11.0, 16.0), egui::Sense::hover());
        super::paint::paint_symbol(ui.painter(), Symbol::of(event.category), rect.center(), 9.0, hue);
        let name = wording::label(event.category.name());
        ui.label(RichText::new(name).font(font(12.0, Weight::Medium)).color(hue));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = Button::new(quiet("×")).frame(false).min_size(egui::vec2(24.0, 20.0));
            if ui.add(close).on_hover_text("Close the card (Esc)").clicked() {
                cx.send(MenuCommand::Clear);
            }
            tags::star_ui(ui, cx, event);
            let percent = (event.confidence * 100.0).round();
            let sure = quiet(format!("{percent}\u{2009}% sure"));
            let sure = if event.confidence < UNSURE { sure.color(color(theme.warning)) } else { sure };
            ui.label(sure).on_hover_text(
                "How sure the program is that this is an event and that what it says of it is right",
            );
        });
    });
}

/// The date, and what is to be said of it: whether it happened, how far the date is known.
fn when_ui(ui: &mut Ui, cx: PanelContext<'_>, event: &Event) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new(precisely(event)).font(font(BODY_PX, Weight::Medium)));
        if let Some(count) = wording::since(event, cx.state.scale()) {
            tag_ui(ui, &Tag::plain(&count));
        }
        match event.derivation.certainty {
            _ if event.when.interval().is_none() => {}
            Certainty::Exact => {}
            Certainty::Approximate => tag_ui(ui, &Tag::uncertain("Approximate")),
            Certainty::Inferred => tag_ui(ui, &Tag::uncertain("Inferred")),
        }
        if matches!(event.when, When::Recurring { .. }) {
            tag_ui(ui, &Tag::plain("Comes again"));
        }
        if cx.state.project().is_rejected(event.id) {
            tag_ui(ui, &Tag::struck("Rejected"));
        }
        match event.factuality {
            Factuality::Happened => {}
            Factuality::Ongoing => tag_ui(ui, &Tag::plain("Ongoing")),
            Factuality::Planned => tag_ui(ui, &Tag::uncertain("Planned")),
            Factuality::Possible => tag_ui(ui, &Tag::uncertain("Possible")),
            Factuality::Denied => tag_ui(ui, &Tag::struck("Denied")),
        }
    });
}

fn facts_ui(ui: &mut Ui, event: &Event) {
    let places: Vec<_> = event.places.iter().map(|place| place.name.clone()).collect();
    let people: Vec<_> = event
        .participants
        .iter()
        .map(|participant| match (&participant.role, participant.kind) {
            (Some(role), ParticipantKind::Person) => format!("{}, {role}", participant.name),
            _ => participant.name.clone(),
        })
        .collect();
    let numbers: Vec<_> = event
        .facts
        .iter()
        .map(|fact| format!("{}: {}", wording::label(&fact.kind), amount(fact)))
        .collect();
    let source: Vec<_> = event.said_by.iter().map(ToString::to_string).collect();
    if [&places, &people, &numbers, &source].iter().all(|values| values.is_empty()) {
        return;
    }
    Grid::new("facts").num_columns(2).spacing([10.0, 2.0]).show(ui, |ui| {
        let rows = [("Where", places), ("Who", people), ("Numbers", numbers), ("Said by", source)];
        for (label, values) in rows {
            if !values.is_empty() {
                ui.label(quiet(label));
                ui.add(Label::new(values.join(" · ")).wrap());
                ui.end_row();
            }
        }
    });
}

/// "Why this date?": the chain in one line, what else it could mean, and every step.
fn why_ui(ui: &mut Ui, derivation: &Derivation) {
    let theme = theme(ui.ctx());
    let small = |text: String, ink| {
        Label::new(RichText::new(text).font(font(12.0, Weight::Regular)).color(ink)).wrap()
    };
    heading(ui, "Why this date?");
    let explanation = explain(derivation);
    let line = explanation.line.replace(" -> ", " → ");
    ui.add(Label::new(RichText::new(line).font(font(BODY_PX, Weight::Regular))).wrap());
    for other in &derivation.alternatives {
        let text = format!("It could also mean {}", other.interval.label());
        ui.add(small(text, color(theme.warning)));
    }
    let title = RichText::new("Step by step").font(font(12.0, Weight::Medium));
    CollapsingHeader::new(title).id_salt("steps").show(ui, |ui| {
        for step in explanation.steps {
            ui.add(small(step, color(theme.muted)));
        }
    });
}

/// When an event was, and to which unit that is known: "2022, to the year".
fn precisely(event: &Event) -> String {
    if let When::Recurring { within, .. } = &event.when {
        let words = format!("“{}”", event.derivation.words);
        return within.map_or(words.clone(), |within| format!("{words}, {}", within.label()));
    }
    match event.when.interval() {
        None => "No date".to_owned(),
        Some(interval) if interval.is_open() || !interval.is_single() => interval.label(),
        Some(interval) => {
            let unit = interval.granularity().name().replace('-', " ");
            format!("{}, to the {unit}", interval.label())
        }
    }
}

fn heading(ui: &mut Ui, text: &str) {
    let muted = color(theme(ui.ctx()).muted);
    ui.label(RichText::new(text).font(font(SMALL_PX, Weight::SemiBold)).color(muted));
}
