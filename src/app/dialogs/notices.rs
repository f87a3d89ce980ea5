//! What could not be read and why, and what to know about what was.

use egui::{ScrollArea, Ui};

use crate::document::{Diagnostic, Severity};

use super::super::controls::{quiet, strong};
use super::super::{PanelContext, style};
use super::Stay;

pub(super) fn ui(ui: &mut Ui, cx: PanelContext<'_>) -> Stay {
    let notices = cx.state.notices().all();
    let (errors, others): (Vec<_>, Vec<_>) =
        notices.iter().partition(|notice| notice.severity == Severity::Error);
    if notices.is_empty() {
        ui.label("Everything that was opened could be read.");
        return Stay::Open;
    }
    let height = ui.ctx().content_rect().height() - 200.0;
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    area.auto_shrink([false, true]).show(ui, |ui| {
        list_ui(ui, "Not read", &errors);
        list_ui(ui, "Good to know", &others);
    });
    Stay::Open
}

fn list_ui(ui: &mut Ui, title: &str, notices: &[&Diagnostic]) {
    if notices.is_empty() {
        return;
    }
    ui.label(strong(title));
    for notice in notices {
        let theme = style::theme(ui.ctx());
        let color = match notice.severity {
            Severity::Error => theme.error,
            Severity::Warning => theme.warning,
            Severity::Note => theme.muted,
        };
        ui.add_space(6.0);
        let source = egui::RichText::new(&notice.source).color(style::color(color));
        ui.add(egui::Label::new(source).wrap().selectable(true));
        ui.add(egui::Label::new(quiet(&notice.message)).wrap().selectable(true));
    }
    ui.add_space(16.0);
}
