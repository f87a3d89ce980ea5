//! What a panel gets to draw itself: everything to read, and one way to change anything.

use std::cell::RefCell;

use super::State;
use super::command::Command;

/// What a panel is given each frame.
#[derive(Clone, Copy)]
pub struct PanelContext<'a> {
    /// The application's state, to read.
    pub state: &'a State,
    commands: &'a CommandQueue,
}

impl<'a> PanelContext<'a> {
    /// A context for one frame.
    #[must_use]
    pub const fn new(state: &'a State, commands: &'a CommandQueue) -> Self {
        Self { state, commands }
    }

    /// Sends a command. It is carried out after the frame is drawn.
    pub fn send(&self, command: impl Into<Command>) {
        self.commands.send(command);
    }
}

/// The commands sent while a frame is drawn, in order.
#[derive(Debug, Default)]
pub struct CommandQueue(RefCell<Vec<Command>>);

impl CommandQueue {
    /// Puts a command at the end.
    pub fn send(&self, command: impl Into<Command>) {
        self.0.borrow_mut().push(command.into());
    }

    /// Takes all commands out.
    #[must_use]
    pub fn take(&self) -> Vec<Command> {
        self.0.take()
    }
}
