//! What this program is.

use egui::Ui;

use super::super::controls::quiet;
use super::Stay;

pub(super) fn ui(ui: &mut Ui) -> Stay {
    ui.label(format!("Dateline {}", env!("CARGO_PKG_VERSION")));
    ui.add_space(8.0);
    ui.label(
        "Finds every event in your documents that can be dated, and draws them on a timeline. \
         Nothing leaves this computer.",
    );
    ui.add_space(12.0);
    ui.label(quiet("Licensed under MIT or Apache-2.0, as you like."));
    ui.label(quiet("Typeface: Inter, by Rasmus Andersson, SIL Open Font License 1.1."));
    ui.label(quiet("Places: GeoNames, CC BY 4.0."));
    ui.label(quiet("Map: Natural Earth, public domain, as world-atlas has it (ISC)."));
    Stay::Open
}
