//! Where an event's sources say so, in their own words.

use egui::{Button, RichText, Ui, Vec2};

use super::heading;
use crate::app::controls::quiet;
use crate::app::style::{color, font, theme};
use crate::app::{Command, Origin, PanelContext};
use crate::event::{Event, Evidence};
use crate::scene::Weight;

/// Draws every source's words; a click goes there.
pub(super) fn ui(ui: &mut Ui, cx: PanelContext<'_>, event: &Event) {
    let heading_text = match event.evidence.len() {
        0 | 1 => "Source".to_owned(),
        count => format!("{count} sources"),
    };
    heading(ui, &heading_text);
    for (number, evidence) in event.evidence.iter().enumerate() {
        ui.push_id(number, |ui| quote_ui(ui, cx, event, evidence, number == 0));
    }
}

fn quote_ui(ui: &mut Ui, cx: PanelContext<'_>, event: &Event, evidence: &Evidence, is_first: bool) {
    let Some(analysed) = cx.state.project().document(evidence.document) else { return };
    let document = analysed.document();
    let words: Vec<_> = evidence.quote.of(&document.text).split_whitespace().collect();
    let quote = RichText::new(format!("“{}”", words.join(" "))).font(font(13.0, Weight::Regular));
    let theme = theme(ui.ctx());
    let button = Button::new(quote.color(color(theme.text)))
        .frame(false)
        .wrap()
        .min_size(Vec2::new(ui.available_width(), 24.0));
    let clicked = ui.add(button).on_hover_text("Go to these words").clicked();
    ui.label(quiet(&document.title));
    if clicked {
        let command = if is_first {
            Command::SelectEvent(event.id, Origin::Elsewhere)
        } else {
            Command::ShowPassage(evidence.document, evidence.quote)
        };
        cx.send(command);
    }
}
