//! What occurs in a model at all: what its legend has to explain.

use super::table::Table;
use crate::event::{Category, Certainty, Factuality};
use crate::time::Granularity;

/// What occurs among the events in lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says of one way of drawing that it occurs")]
pub struct Presence {
    categories: [usize; Category::ALL.len()],
    /// Dates coarser than a day: soft bands.
    pub within: bool,
    /// Approximate dates.
    pub approximate: bool,
    /// Inferred dates.
    pub inferred: bool,
    /// Planned events.
    pub planned: bool,
    /// Possible events.
    pub possible: bool,
    /// Denied events.
    pub denied: bool,
}

impl Presence {
    pub(super) fn of(table: &Table, rows: &[u32]) -> Self {
        let mut presence = Self::default();
        for &row in rows {
            let traits = table.traits[row as usize];
            let interval = table.times.interval(row);
            presence.categories[traits.category as usize] += 1;
            presence.within |= interval.is_single() && interval.granularity() < Granularity::Day;
            match traits.certainty {
                Certainty::Exact => {}
                Certainty::Approximate => presence.approximate = true,
                Certainty::Inferred => presence.inferred = true,
            }
            match traits.factuality {
                Factuality::Happened | Factuality::Ongoing => {}
                Factuality::Planned => presence.planned = true,
                Factuality::Possible => presence.possible = true,
                Factuality::Denied => presence.denied = true,
            }
        }
        presence
    }

    /// How many events of a category there are.
    #[must_use]
    pub const fn category(&self, category: Category) -> usize {
        self.categories[category as usize]
    }
}
