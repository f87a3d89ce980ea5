//! A date that the user types in plain words.

use crate::language::Packs;
use crate::temporal;
use crate::time::{Interval, Moment};

/// What the words mean in any of the languages known, if they mean a date.
#[must_use]
pub(super) fn understand(words: &str, now: Moment) -> Option<Interval> {
    Packs::embedded().iter().find_map(|pack| temporal::understand(words, now, pack))
}
