//! What a time expression under the pointer means.

use egui::{Response, RichText, Tooltip, Ui};

use crate::app::style::{color, font, theme};
use crate::event::Reference;
use crate::scene::Weight;
use crate::temporal::Timex;

/// Shows it beside the pointer.
pub(super) fn show(response: &Response, timex: &Timex) {
    Tooltip::for_enabled(response).at_pointer().show(|ui| contents(ui, timex));
}

fn contents(ui: &mut Ui, timex: &Timex) {
    let theme = theme(ui.ctx());
    let result = timex.interval.map_or_else(|| "No place in time".to_owned(), |time| time.label());
    ui.label(RichText::new(result).font(font(13.0, Weight::SemiBold)).color(color(theme.text)));
    let from = match &timex.derivation.reference {
        Reference::Calendar => "As it is written".to_owned(),
        Reference::Document { interval, .. } => {
            format!("Counted from the document’s date, {}", interval.label())
        }
        Reference::Narrative { words, interval, .. }
        | Reference::Section { words, interval, .. } => {
            format!("Counted from “{words}”, {}", interval.label())
        }
        Reference::Missing => "Needs a date to count from".to_owned(),
    };
    let small = |text: String| {
        RichText::new(text).font(font(12.0, Weight::Regular)).color(color(theme.muted))
    };
    ui.label(small(from));
    for other in &timex.derivation.alternatives {
        ui.label(small(format!("Or {}", other.interval.label())));
    }
}
