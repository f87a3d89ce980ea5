//! One row's cells by what they hold.

use std::borrow::Cow;

use super::Role;

/// One row's cells by what they hold; empty where a row has none.
#[derive(Debug, Default)]
pub(super) struct Cells<'a>([Cow<'a, str>; Role::ALL.len()]);

impl<'a> Cells<'a> {
    /// Puts a cell in its place, without the white space around it.
    pub(super) fn put(&mut self, role: Role, cell: impl Into<Cow<'a, str>>) {
        self.0[role as usize] = match cell.into() {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
    }

    /// What stands in a cell.
    pub(super) fn get(&self, role: Role) -> &str {
        &self.0[role as usize]
    }

    /// The parts of a cell that holds a list.
    pub(super) fn list(&self, role: Role) -> impl Iterator<Item = &str> {
        self.get(role).split(';').map(str::trim).filter(|part| !part.is_empty())
    }

    /// Whether nothing stands in any.
    pub(super) fn are_empty(&self) -> bool {
        self.0.iter().all(|cell| cell.is_empty())
    }
}
