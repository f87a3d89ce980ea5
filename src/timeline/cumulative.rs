//! How many events have begun and ended at the marks of a grid in time: a band of density whose
//! columns are whole steps of the grid is read off, and any other time is searched for between
//! two marks only.

use std::ops::Range;

use super::table::bytes_of;

/// A grid has at most one mark for so many entries, so that it costs a byte an entry.
const ENTRIES_PER_MARK: usize = 8;

/// Numbers of entries at the marks of a grid. Marks are multiples of the step, a power of two.
#[derive(Clone, Debug, Default)]
pub(super) struct Cumulative {
    first: i64,
    /// The step as a power of two.
    step_log2: u32,
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
        let step_log2 = length.div_ceil(marks).next_power_of_two().ilog2();
        let step_s = 1 << step_log2;
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
        Self { first, step_log2, begun, ended }
    }

    /// How much memory it takes, in bytes.
    pub(super) fn bytes(&self) -> usize {
        bytes_of(&self.begun) + bytes_of(&self.ended)
    }

    /// Whether every multiple of a step, a power of two, is a mark.
    pub(super) const fn has(&self, step_s: i64) -> bool {
        !self.begun.is_empty() && step_s >= 1 << self.step_log2
    }

    /// How many have begun before a mark, and how many ended at it or before.
    pub(super) fn at(&self, mark: i64) -> (u32, u32) {
        match self.place(mark) {
            None => (0, 0),
            Some(place) => (self.begun[place], self.ended[place]),
        }
    }

    /// Bounds of how many of `all` start before a time.
    pub(super) fn begun_around(&self, time: i64, all: usize) -> Range<usize> {
        self.around(&self.begun, time, all)
    }

    /// Bounds of how many of `all` end at a time or before.
    pub(super) fn ended_around(&self, time: i64, all: usize) -> Range<usize> {
        self.around(&self.ended, time, all)
    }

    fn around(&self, numbers: &[u32], time: i64, all: usize) -> Range<usize> {
        let Some(place) = self.place(time) else { return 0..0 };
        let next = numbers.get(place + 1).map_or(all, |&number| number as usize);
        numbers[place] as usize..next
    }

    /// The last mark at or before a time; `None` before the first.
    fn place(&self, time: i64) -> Option<usize> {
        let last = self.begun.len().checked_sub(1)?;
        let place = usize::try_from(time.saturating_sub(self.first) >> self.step_log2).ok()?;
        Some(place.min(last))
    }
}
