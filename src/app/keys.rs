//! Keys to commands.

use egui::{Context, Key};

use super::command::{MenuCommand, Shortcut};
use super::context::CommandQueue;

/// Sends the commands whose keys are pressed in this frame, and takes those keys out of the
/// input so that no widget sees them too.
///
/// While a dialog is open the panels' keys do nothing, and what is written in a field is written.
pub(super) fn collect(ctx: &Context, commands: &CommandQueue, dialog_is_open: bool) {
    if dialog_is_open || egui::Popup::is_any_open(ctx) {
        return;
    }
    let typing = ctx.text_edit_focused();
    let focused = ctx.memory(|memory| memory.focused().is_some());
    for command in MenuCommand::ALL {
        for shortcut in command.shortcuts() {
            if is_allowed(shortcut, typing, focused) && consume(ctx, shortcut) {
                commands.send(command);
            }
        }
    }
}

/// Whether a shortcut acts now: not while its key means something to what has the focus.
fn is_allowed(shortcut: Shortcut, typing: bool, focused: bool) -> bool {
    if typing {
        return shortcut.works_while_typing();
    }
    !(focused && matches!(shortcut.key, Key::Enter | Key::Space))
}

fn consume(ctx: &Context, shortcut: Shortcut) -> bool {
    ctx.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| !shortcut.is_pressed_by(event));
        input.events.len() < before
    })
}
