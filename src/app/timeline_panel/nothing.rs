//! What stands in the middle of a timeline with no event on it, and what to do about that.

use egui::{Align, Button, Layout, Rect, RichText, Ui, UiBuilder, vec2};

use crate::app::controls::{counted, quiet};
use crate::app::style::{ROW_PX, font};
use crate::app::{MenuCommand, PanelContext};
use crate::scene::Weight;

/// Draws it.
pub(super) fn ui(ui: &mut Ui, cx: PanelContext<'_>, area: Rect) {
    let admission = cx.state.admission();
    let (text, hint, command) = if admission.filtered > 0 && admission.undated == 0 {
        let hint = format!("{} hidden", counted(admission.filtered, "event", "events"));
        ("Filters hide every event", hint, Some(MenuCommand::ClearFilters))
    } else if admission.undated > 0 {
        let waits = counted(admission.undated, "event has", "events have");
        let open = cx.state.panels().tray;
        let command = (!open).then_some(MenuCommand::ToggleTray);
        ("No event can be dated yet", format!("{waits} no date"), command)
    } else {
        let hint = "Nothing in these documents tells of something that happened at a time";
        ("No events were found", hint.to_owned(), None)
    };
    let size = vec2(360.0_f32.min(area.width()), 96.0);
    let room = Rect::from_center_size(area.center(), size);
    let layout = Layout::top_down(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        ui.label(RichText::new(text).font(font(15.0, Weight::SemiBold)));
        ui.label(quiet(hint));
        if let Some(command) = command {
            let button = Button::new(command.text()).min_size(vec2(0.0, ROW_PX));
            if ui.add(button).on_hover_text(command.tooltip()).clicked() {
                cx.send(command);
            }
        }
    });
}
