//! What the timeline says of what the pointer is on.

use egui::{Label, Response, RichText, Tooltip, Ui};

use super::nodes::group_sentence;
use crate::app::style::{color, font, theme};
use crate::app::{PanelContext, wording};
use crate::event::Event;
use crate::scene::{Target, Weight};
use crate::timeline::Model;

/// How wide a tooltip is at most.
const WIDTH: f32 = 320.0;
/// A longer sentence is cut.
const LONGEST_QUOTE: usize = 280;

/// Shows it beside the pointer.
pub(super) fn show(response: &Response, cx: PanelContext<'_>, model: &Model, target: &Target) {
    let tip = || Tooltip::for_widget(response).at_pointer().gap(16.0).width(WIDTH);
    match target {
        Target::Event { event, .. } => {
            if let Some(event) = cx.state.project().event(*event) {
                tip().show(|ui| event_ui(ui, cx, event));
            }
        }
        Target::Group { start, end, count, top, .. } => {
            tip().show(|ui| {
                ui.label(group_sentence(cx, model.warp().times((*start, *end)), *count, *top));
                small(ui, "Click to list them, double-click to zoom in on them");
            });
        }
        Target::ScaleNotice => {
            if let Some(notice) = model.notice() {
                tip().show(|ui| {
                    ui.label(notice);
                    small(ui, "Click for a linear axis");
                });
            }
        }
        Target::DocumentDate { document } => {
            if let Some(analysed) = cx.state.project().document(*document) {
                tip().show(|ui| {
                    ui.label(&analysed.document().title);
                    let date = analysed.date().map(|date| date.interval.label());
                    small(ui, &format!("The document’s date: {}", date.unwrap_or_default()));
                });
            }
        }
        _ => {}
    }
}

fn event_ui(ui: &mut Ui, cx: PanelContext<'_>, event: &Event) {
    let theme = theme(ui.ctx());
    let title = RichText::new(event.title.as_str()).font(font(13.0, Weight::SemiBold));
    ui.add(Label::new(title.color(color(theme.text))).wrap());
    let facts = [
        Some(wording::when_since(event, cx.state.scale())),
        event.places.first().map(|place| place.name.clone()),
    ];
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    let facts = RichText::new(facts.join(" · ")).font(font(12.0, Weight::Medium));
    ui.add(Label::new(facts.color(color(theme.category(event.category)))).wrap());
    if let Some(quote) = quote(cx, event) {
        small(ui, &quote);
    }
}

/// The sentence that speaks of an event.
fn quote(cx: PanelContext<'_>, event: &Event) -> Option<String> {
    let evidence = event.evidence.first()?;
    let document = cx.state.project().document(evidence.document)?;
    let sentence = evidence.sentence.of(&document.document().text);
    let words: Vec<_> = sentence.split_whitespace().collect();
    Some(shortened(&words.join(" "), LONGEST_QUOTE))
}

/// The text, or its first words and an ellipsis.
fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let cut: String = text.chars().take(longest).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':', ' ']))
}

fn small(ui: &mut Ui, text: &str) {
    let theme = theme(ui.ctx());
    let text = RichText::new(text).font(font(12.0, Weight::Regular)).color(color(theme.muted));
    ui.add(Label::new(text).wrap());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_is_cut_between_words() {
        assert_eq!(shortened("one two", 20), "one two");
        assert_eq!(shortened("one two, three four", 12), "one two…");
        assert_eq!(shortened("абвгдежз", 3), "абв…");
    }
}
