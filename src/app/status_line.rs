//! The line at the bottom: what is shown, what is being done, which time is in view.

use egui::{Align, Layout, ProgressBar, Ui};

use crate::text::grouped;
use crate::timeline::Counts;

use super::PanelContext;
use super::command::MenuCommand;
use super::controls::{counted, icon_button_sized, quiet};
use super::icons::Icon;
use super::work::Work;

/// How high the line is.
pub(super) const HEIGHT_PX: f32 = 24.0;

/// Draws the line. `view` is the time in view, as people write it.
pub(super) fn status_line_ui(
    ui: &mut Ui,
    cx: PanelContext<'_>,
    work: &Work,
    seen: Counts,
    arranging: bool,
    view: Option<String>,
) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if let Some(report) = work.report() {
            progress_ui(ui, &report, work);
        } else if arranging {
            ui.label(quiet("Arranging the lanes…"));
        } else {
            if let Some(message) = cx.state.message() {
                ui.label(quiet(message));
            }
            ui.label(quiet(counts(cx, seen)));
        }
        notices_ui(ui, cx);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(view) = view {
                ui.label(quiet(view));
            }
        });
    });
}

/// "43 events shown · 12 folded · 4 out of view · 4 undated · 12 filtered · 1 rejected": every event
/// once.
fn counts(cx: PanelContext<'_>, seen: Counts) -> String {
    if cx.state.project().documents().is_empty() {
        return "No documents".to_owned();
    }
    let mut parts = vec![counted(seen.shown, "event shown", "events shown")];
    let others = [
        (seen.folded, "folded"),
        (seen.outside, "out of view"),
        (cx.state.admission().undated, "undated"),
        (seen.filtered, "filtered"),
        (cx.state.admission().rejected, "rejected"),
    ];
    let others = others.into_iter().filter(|&(count, _)| count > 0);
    parts.extend(others.map(|(count, what)| format!("{} {what}", grouped(count))));
    parts.join(" · ")
}

fn progress_ui(ui: &mut Ui, report: &super::work::Report, work: &Work) {
    ui.label(quiet(&report.label));
    let (done, total) = report.steps;
    let share = if total == 0 { 0.0 } else { done as f32 / total as f32 };
    ui.add(ProgressBar::new(share).desired_width(120.0).desired_height(6.0));
    if total > 0 {
        ui.label(quiet(format!("{done} of {total}")));
    }
    let cancel = icon_button_sized(ui, Icon::Close, "Cancel", 20.0);
    if cancel.on_hover_text("Stop; what is done so far is kept").clicked() {
        work.cancel();
    }
}

/// What could not be read, one click away.
fn notices_ui(ui: &mut Ui, cx: PanelContext<'_>) {
    let (errors, others) = cx.state.notices().counts();
    let text = match (errors, others) {
        (0, 0) => return,
        (0, others) => counted(others, "note", "notes"),
        (errors, _) => format!("{} not read", counted(errors, "file was", "files were")),
    };
    let theme = super::style::theme(ui.ctx());
    let color = if errors > 0 { theme.warning } else { theme.muted };
    let label = egui::RichText::new(text).small().color(super::style::color(color));
    let link = ui.add(egui::Label::new(label.underline()).sense(egui::Sense::click()));
    if link.on_hover_text(MenuCommand::ShowNotices.tooltip()).clicked() {
        cx.send(MenuCommand::ShowNotices);
    }
}
