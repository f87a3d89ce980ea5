//! How many events have begun and ended at the marks of a grid in time: a band of density whose
//! columns are whole steps of the grid is read off, not searched for.

use super::table::bytes_of;

/// A grid has at most one mark for so many entries, so that it costs a byte an entry.
const ENTRIES_PER_MARK: usize = 8;

/// Numbers of entries at the marks of a grid. Marks are multiples of the step, a power of two.
#[derive(Clone, Debug, Default)]
pub(super) struct Cumulative {
    first: i64,
    step_s: i64,
    /// How many start before each mark, and how many end at it or before.
    begun: Vec<u32>,
    ended: Vec<u32>,
}

impl Cumulative {
    /// From starts and ends, each sorted. Ends beyond `last_end` are left to the last mark.
    pub(super) fn build(starts: &[i64], sorted_ends: &[i64], last_end: i64) -> Self {
        let Some(&start) = starts.first() else { return Self::default() };
        let marks = (starts.len() / ENTRIES_PER_MARK).max(1) as u64;
        let length = (last_end - start).max(1) as u64;
        let step_s = length.div_ceil(marks).next_power_of_two() as i64;
        let first = start.div_euclid(step_s) * step_s;
        let number = (last_end - first).div_euclid(step_s) + 2;
        let (mut begun, mut ended) = (Vec::new(), Vec::new());
        let (mut starts_at, mut ends_at) = (0, 0);
        for mark in (0..number).map(|place| first + place * step_s) {
            starts_at += starts[starts_at..].iter().take_while(|&&start| start < mark).count();
            ends_at += sorted_ends[ends_at..].iter().take_while(|&&end| end <= mark).count();
            begun.push(starts_at as u32);
            ended.push(ends_at as u32);
        }
        Self { first, step_s, begun, ended }
    }

    /// How much memory it takes, in bytes.
    pub(super) fn bytes(&self) -> usize {
        bytes_of(&self.begun) + bytes_of(&self.ended)
    }

    /// Whether every multiple of a step, a power of two, is a mark.
    pub(super) const fn has(&self, step_s: i64) -> bool {
        self.step_s > 0 && step_s >= self.step_s
    }

    /// How many have begun before a mark, and how many ended at it or before.
    pub(super) fn at(&self, mark: i64) -> (u32, u32) {
        let place = (mark - self.first).div_euclid(self.step_s);
        match usize::try_from(place) {
            Err(_) => (0, 0),
            Ok(place) => {
                let place = place.min(self.begun.len() - 1);
                (self.begun[place], self.ended[place])
            }
        }
    }
}
