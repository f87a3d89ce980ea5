//! A date that the user types in plain words.

use crate::time::{Interval, Moment};

/// What the words mean, if they mean a date.
#[must_use]
pub(super) fn understand(words: &str, _now: Moment) -> Option<Interval> {
    Interval::from_iso(words.trim()).ok()
}
