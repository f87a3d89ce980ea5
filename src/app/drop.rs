//! What comes from outside the window: dropped files, pasted text.

use egui::{Align2, Context, Event, Id, LayerId, Order};

use crate::scene::Weight;

use super::command::Command;
use super::context::CommandQueue;
use super::style;

/// Sends what was dropped or pasted in this frame, and shows that files may be dropped while
/// they are held over the window.
pub(super) fn collect(ctx: &Context, commands: &CommandQueue, dialog_is_open: bool) {
    let dropped: Vec<_> = ctx
        .input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
    if !dropped.is_empty() {
        commands.send(Command::OpenPaths(dropped));
    }
    if ctx.input(|input| !input.raw.hovered_files.is_empty()) {
        invitation_ui(ctx);
    }
    if !dialog_is_open
        && !ctx.text_edit_focused()
        && let Some(text) = take_paste(ctx)
    {
        commands.send(Command::Paste(text));
    }
}

/// Text pasted into the window itself, not into a field.
fn take_paste(ctx: &Context) -> Option<String> {
    ctx.input_mut(|input| {
        let at = input.events.iter().position(|event| matches!(event, Event::Paste(_)))?;
        match input.events.remove(at) {
            Event::Paste(text) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    })
}

fn invitation_ui(ctx: &Context) {
    let theme = style::theme(ctx);
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("drop files")));
    let rect = ctx.content_rect();
    painter.rect_filled(rect, 0.0, style::color(theme.ground.with_opacity(0.85)));
    let frame = egui::Stroke::new(2.0, style::color(theme.accent));
    painter.rect_stroke(rect.shrink(12.0), 8.0, frame, egui::StrokeKind::Inside);
    let font = style::font(style::READING_PX, Weight::SemiBold);
    let text = "Drop files or folders to open them";
    painter.text(rect.center(), Align2::CENTER_CENTER, text, font, style::color(theme.text));
}
