//! Keys that carry out a command.

use egui::{Event, Key, Modifiers};

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// Held while the key is pressed. `COMMAND` is Ctrl, and Cmd on a Mac.
    pub modifiers: Modifiers,
    /// The key.
    pub key: Key,
    /// Whether the key is meant by its place on the keyboard (that of a US one) and not by its
    /// letter, so that W, A, S and D lie together on every keyboard.
    pub by_place: bool,
}

impl Shortcut {
    /// A key alone.
    #[must_use]
    pub const fn key(key: Key) -> Self {
        Self { modifiers: Modifiers::NONE, key, by_place: false }
    }

    /// The key at the place where a US keyboard has this one.
    #[must_use]
    pub const fn place(key: Key) -> Self {
        Self { modifiers: Modifiers::NONE, key, by_place: true }
    }

    /// A key with Shift.
    #[must_use]
    pub const fn shift(key: Key) -> Self {
        Self { modifiers: Modifiers::SHIFT, key, by_place: false }
    }

    /// A key with Ctrl, Cmd on a Mac.
    #[must_use]
    pub const fn ctrl(key: Key) -> Self {
        Self { modifiers: Modifiers::COMMAND, key, by_place: false }
    }

    /// A key with Ctrl, Cmd on a Mac, and Shift.
    #[must_use]
    pub const fn ctrl_shift(key: Key) -> Self {
        Self { modifiers: Modifiers::COMMAND.plus(Modifiers::SHIFT), key, by_place: false }
    }

    /// Whether an input event is this shortcut being pressed.
    #[must_use]
    pub fn is_pressed_by(&self, event: &Event) -> bool {
        let &Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else {
            return false;
        };
        let key = if self.by_place { physical_key.unwrap_or(key) } else { key };
        key == self.key && self.modifiers_match(modifiers)
    }

    /// Whether it may be typed while a text is being written: nothing that writes.
    #[must_use]
    pub fn works_while_typing(&self) -> bool {
        let function_key = matches!(self.key, Key::F1 | Key::F3 | Key::F5 | Key::F11);
        function_key || (self.modifiers.command && !edits_text(self.key))
    }

    /// How it is written on the keys: `Ctrl+Shift+P`.
    #[must_use]
    pub fn label(&self, ctx: &egui::Context) -> String {
        let key = match self.key {
            Key::Comma => ",".to_owned(),
            Key::Period => ".".to_owned(),
            Key::Questionmark => "?".to_owned(),
            Key::Slash => "/".to_owned(),
            Key::Plus => "+".to_owned(),
            Key::Minus => "-".to_owned(),
            Key::Equals => "=".to_owned(),
            Key::OpenBracket => "[".to_owned(),
            Key::CloseBracket => "]".to_owned(),
            Key::ArrowLeft => "Left".to_owned(),
            Key::ArrowRight => "Right".to_owned(),
            Key::ArrowUp => "Up".to_owned(),
            Key::ArrowDown => "Down".to_owned(),
            Key::Escape => "Esc".to_owned(),
            Key::Num0 => "0".to_owned(),
            key => key.name().to_owned(),
        };
        let modifiers = ctx.format_modifiers(self.modifiers);
        if modifiers.is_empty() { key } else { format!("{modifiers}+{key}") }
    }

    const fn modifiers_match(self, pressed: Modifiers) -> bool {
        let shift_matches = pressed.shift == self.modifiers.shift || needs_shift(self.key);
        shift_matches && pressed.command == self.modifiers.command && !pressed.alt
    }
}

/// Whether some keyboards have this sign only with Shift, so that Shift says nothing.
const fn needs_shift(key: Key) -> bool {
    matches!(
        key,
        Key::Questionmark
            | Key::Plus
            | Key::Slash
            | Key::Equals
            | Key::OpenBracket
            | Key::CloseBracket
    )
}

/// Whether a text field takes Ctrl with this key for itself.
const fn edits_text(key: Key) -> bool {
    matches!(key, Key::Z | Key::Y | Key::X | Key::C | Key::V | Key::A)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: Key, physical_key: Key, modifiers: Modifiers) -> Event {
        Event::Key {
            key,
            physical_key: Some(physical_key),
            pressed: true,
            repeat: false,
            modifiers,
        }
    }

    #[test]
    fn a_place_is_the_same_on_a_french_keyboard() {
        let event = press(Key::Z, Key::W, Modifiers::NONE);
        assert!(Shortcut::place(Key::W).is_pressed_by(&event));
        assert!(!Shortcut::key(Key::W).is_pressed_by(&event));
    }

    #[test]
    fn a_sign_is_the_same_with_and_without_shift() {
        let german = press(Key::Slash, Key::Num7, Modifiers::SHIFT);
        assert!(Shortcut::key(Key::Slash).is_pressed_by(&german));
        let letter = press(Key::F, Key::F, Modifiers::SHIFT);
        assert!(!Shortcut::key(Key::F).is_pressed_by(&letter));
    }

    #[test]
    fn modifiers_are_told_apart() {
        let open_folder = press(Key::O, Key::O, Modifiers::COMMAND | Modifiers::SHIFT);
        assert!(Shortcut::ctrl_shift(Key::O).is_pressed_by(&open_folder));
        assert!(!Shortcut::ctrl(Key::O).is_pressed_by(&open_folder));
        assert!(!Shortcut::key(Key::O).is_pressed_by(&open_folder));
    }
}
