//! What stands above the text: which document it is, and what date its relative times start
//! from.

use egui::{Label, Link, RichText, Ui};

use crate::analysis::Analysed;
use crate::app::style::{color, font, theme};
use crate::app::{MenuCommand, PanelContext, wording};
use crate::event::{Event, Missing, When};
use crate::scene::Weight;

/// Draws title and date.
pub(super) fn ui(ui: &mut Ui, cx: PanelContext<'_>, analysed: &Analysed) {
    let theme = theme(ui.ctx());
    let document = analysed.document();
    let title = RichText::new(&document.title).font(font(13.0, Weight::SemiBold));
    ui.add(Label::new(title.color(color(theme.text))).truncate());
    if let Some(source) = analysed.table() {
        let said = format!("Rows of {source}");
        let said = RichText::new(said).font(font(12.0, Weight::Regular));
        ui.add(Label::new(said.color(color(theme.muted))).truncate());
        return;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let said = match analysed.date() {
            Some(date) => {
                let said =
                    format!("{}, {}", date.interval.label(), wording::date_origin(date.origin));
                RichText::new(said).color(color(theme.muted))
            }
            None => RichText::new(undated(analysed)).color(color(theme.warning)),
        };
        let action = if analysed.date().is_some() { "Change" } else { "Set its date" };
        if ui.add(Link::new(RichText::new(action).font(font(12.0, Weight::Medium)))).clicked() {
            cx.send(MenuCommand::EditDocumentDate);
        }
        ui.add(Label::new(said.font(font(12.0, Weight::Regular))).truncate());
    });
}

fn undated(analysed: &Analysed) -> String {
    let waits = |event: &&Event| matches!(event.when, When::Undated(Missing::DocumentDate));
    match analysed.events().iter().filter(waits).count() {
        0 => "No date found".to_owned(),
        1 => "No date found; 1 event waits for it".to_owned(),
        count => format!("No date found; {count} events wait for it"),
    }
}
