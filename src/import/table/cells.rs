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

    /// Makes one date of a year, a month and a day that stand in cells of their own. A month or a
    /// day of 0 is not known, as in tables of disasters and attacks.
    pub(super) fn join_dates(&mut self) {
        self.join_date(Role::Start, Role::StartMonth, Role::StartDay);
        self.join_date(Role::End, Role::EndMonth, Role::EndDay);
    }

    fn join_date(&mut self, whole: Role, month: Role, day: Role) {
        let number = |role| match self.get(role) {
            "" | "0" | "00" => None,
            cell => cell.parse::<u8>().ok(),
        };
        let Some(month) = number(month) else { return };
        let year = self.get(whole);
        let digits = year.strip_prefix('-').unwrap_or(year);
        if !(1..=4).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return;
        }
        let sign = &year[..year.len() - digits.len()];
        let day = number(day).map_or(String::new(), |day| format!("-{day:02}"));
        let date = format!("{sign}{digits:0>4}-{month:02}{day}");
        self.put(whole, date);
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
