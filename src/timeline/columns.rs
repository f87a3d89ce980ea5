//! The entries of a lane in columns, sorted by start: what every question of a frame is asked of.

use std::ops::Range;

use rayon::prelude::*;

use super::aggregate::{Aggregate, Entries};
use super::cumulative::Cumulative;
use super::table::bytes_of;
use crate::time::Moment;

/// One entry of a lane, before it is sorted into columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) start: i64,
    pub(super) end: i64,
    /// The event's row in the table.
    pub(super) row: u32,
    /// Whether this is the event's first lane: it is counted here and nowhere else.
    pub(super) counted: bool,
    pub(super) weight: f32,
}

/// Entries sorted by start.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    starts: Vec<i64>,
    ends: Vec<i64>,
    rows: Vec<u32>,
    weights: Vec<f32>,
    /// How many of the entries before an index are counted here; empty if all are.
    counted: Vec<u32>,
    /// The ends once more, sorted by themselves, and how many of those before are counted.
    sorted_ends: Vec<i64>,
    counted_ends: Vec<u32>,
    aggregate: Aggregate,
    cumulative: Cumulative,
}

impl Columns {
    pub(super) fn build(mut entries: Vec<Entry>) -> Self {
        let all_counted = entries.iter().all(|entry| entry.counted);
        entries.par_sort_unstable_by_key(|entry| (entry.start, entry.end, entry.row));
        let starts: Vec<i64> = entries.iter().map(|entry| entry.start).collect();
        let ends: Vec<i64> = entries.iter().map(|entry| entry.end).collect();
        let weights: Vec<f32> = entries.iter().map(|entry| entry.weight).collect();
        let rows = entries.iter().map(|entry| entry.row).collect();
        let counted = if all_counted { Vec::new() } else { prefix_counts(&entries) };
        let aggregate =
            Aggregate::build(Entries { starts: &starts, ends: &ends, weights: &weights });
        // Instants last among those that end together: `gone_before` leaves them out by their number.
        entries.par_sort_unstable_by_key(|entry| (entry.end, entry.start == entry.end));
        let sorted_ends: Vec<i64> = entries.iter().map(|entry| entry.end).collect();
        let last_end = last_end(&starts, &sorted_ends);
        let cumulative = Cumulative::build(&starts, &sorted_ends, last_end);
        let counted_ends = if all_counted { Vec::new() } else { prefix_counts(&entries) };
        Self {
            starts,
            ends,
            rows,
            weights,
            counted,
            sorted_ends,
            counted_ends,
            aggregate,
            cumulative,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    pub(super) fn start(&self, index: usize) -> i64 {
        self.starts[index]
    }

    pub(super) fn end(&self, index: usize) -> i64 {
        self.ends[index]
    }

    pub(super) fn row(&self, index: usize) -> u32 {
        self.rows[index]
    }

    pub(super) fn weight(&self, index: usize) -> f32 {
        self.weights[index]
    }

    pub(super) fn is_counted(&self, index: usize) -> bool {
        self.counted.is_empty() || self.counted[index + 1] > self.counted[index]
    }

    /// The index of the first entry that starts at or after a time.
    pub(super) fn first_from(&self, time: i64) -> usize {
        let Range { start, end } = self.cumulative.begun_around(time, self.len());
        start + self.starts[start..end].partition_point(|&start| start < time)
    }

    /// How many entries have ended at or before a time.
    fn ended(&self, time: i64) -> usize {
        let Range { start, end } = self.cumulative.ended_around(time, self.len());
        start + self.sorted_ends[start..end].partition_point(|&end| end <= time)
    }

    /// How many entries have a moment in each of `number` columns of `step_s` seconds, a power
    /// of two of which `start` is a multiple.
    pub(super) fn densities(&self, start: i64, step_s: i64, number: usize) -> Vec<u32> {
        if self.cumulative.has(step_s) {
            let mut ended = self.cumulative.at(start).1;
            let count = |column| {
                let at = self.cumulative.at(start + (column as i64 + 1) * step_s);
                at.0.saturating_sub(std::mem::replace(&mut ended, at.1))
            };
            return (0..number).map(count).collect();
        }
        // How many more there are in each column than in the one before, then how many.
        let end = start + number as i64 * step_s;
        let mut counts = vec![0_u32; number];
        let (begun, gone) = (self.first_from(start), self.ended(start));
        for &time in &self.starts[begun..self.first_from(end)] {
            counts[((time - start) / step_s) as usize] += 1;
        }
        for &time in &self.sorted_ends[gone..self.ended(end - step_s)] {
            let column = &mut counts[((time - start + step_s - 1) / step_s) as usize];
            *column = column.wrapping_sub(1);
        }
        // An instant at the very start has ended by it but does not begin before it: the number
        // can be below 0 until the first column adds it.
        let mut count = (begun as u32).wrapping_sub(gone as u32);
        for column in &mut counts {
            count = count.wrapping_add(*column);
            *column = count;
        }
        counts
    }

    /// How many entries have a moment in `[start, end)`. An instant is in it if it is at its
    /// `start`.
    pub(super) fn overlapping(&self, start: i64, end: i64) -> usize {
        self.first_from(end).saturating_sub(self.gone_before(start))
    }

    /// How many of the entries of [`overlapping`](Self::overlapping) are counted here.
    pub(super) fn counted_overlapping(&self, start: i64, end: i64) -> usize {
        if self.counted.is_empty() {
            return self.overlapping(start, end);
        }
        let begun = self.counted[self.first_from(end)];
        begun.saturating_sub(self.counted_ends[self.gone_before(start)]) as usize
    }

    /// How many entries are over by a time: those that ended at or before it, but for instants
    /// at that very moment.
    fn gone_before(&self, time: i64) -> usize {
        self.ended(time) - self.instants_at(time)
    }

    fn instants_at(&self, time: i64) -> usize {
        let (first, last) = (self.first_from(time), self.first_from(time.saturating_add(1)));
        self.ends[first..last].partition_point(|&end| end == time)
    }

    /// Calls `visit` with the index of each entry that has a moment in `[start, end)`, in order.
    pub(super) fn visit_overlapping(&self, start: i64, end: i64, visit: &mut dyn FnMut(usize)) {
        let (first, last) = (self.first_from(start), self.first_from(end));
        self.aggregate.ending_after(self.entries(), first, start, &mut |index| {
            visit(index);
            true
        });
        (first..last).for_each(visit);
    }

    /// The entries that have a moment in `[start, end)` and last `length` or longer, if there
    /// are no more than `most` of them.
    pub(super) fn lasting(
        &self,
        start: i64,
        end: i64,
        length: i64,
        most: usize,
    ) -> Option<Vec<usize>> {
        let (first, last) = (self.first_from(start), self.first_from(end));
        let mut found = Vec::new();
        // Counts what it looks at, so that it is given up in time where most are short.
        let mut looked_at = 0;
        self.aggregate.ending_after(self.entries(), first, start, &mut |index| {
            looked_at += 1;
            if self.ends[index] - self.starts[index] >= length {
                found.push(index);
            }
            looked_at <= 16 * most
        });
        self.aggregate.lasting(self.entries(), first, last, length, &mut |index| {
            found.push(index);
            found.len() <= most
        });
        (found.len() <= most).then_some(found)
    }

    /// The first of the entries that start before a time and end after it.
    pub(super) fn first_reaching(&self, time: i64) -> Option<usize> {
        let mut found = None;
        let last = self.first_from(time);
        self.aggregate.ending_after(self.entries(), last, time, &mut |index| {
            found = Some(index);
            false
        });
        found
    }

    /// The most important entry of `first..last`.
    pub(super) fn best(&self, first: usize, last: usize) -> Option<usize> {
        self.aggregate.best(self.entries(), first, last)
    }

    /// How much memory it takes, in bytes.
    pub(super) fn bytes(&self) -> usize {
        bytes_of(&self.starts)
            + bytes_of(&self.ends)
            + bytes_of(&self.rows)
            + bytes_of(&self.weights)
            + bytes_of(&self.counted)
            + bytes_of(&self.sorted_ends)
            + bytes_of(&self.counted_ends)
            + self.aggregate.bytes()
            + self.cumulative.bytes()
    }

    fn entries(&self) -> Entries<'_> {
        Entries { starts: &self.starts, ends: &self.ends, weights: &self.weights }
    }
}

/// The last end that there is, or the last start where everything else runs for ever.
fn last_end(starts: &[i64], sorted_ends: &[i64]) -> i64 {
    let closed = sorted_ends.partition_point(|&end| end < Moment::DISTANT_FUTURE.seconds());
    let end = closed.checked_sub(1).map_or(i64::MIN, |last| sorted_ends[last]);
    starts.last().map_or(end, |&start| end.max(start))
}

fn prefix_counts(entries: &[Entry]) -> Vec<u32> {
    let sums = entries.iter().scan(0, |sum, entry| {
        *sum += u32::from(entry.counted);
        Some(*sum)
    });
    std::iter::once(0).chain(sums).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_instant_at_the_start_of_a_band_does_not_run_through_it() {
        let entry = |row, end| Entry { start: 0, end, row, counted: true, weight: 0.0 };
        let columns = Columns::build(vec![entry(0, 0), entry(1, 17)]);
        assert_eq!(columns.densities(0, 4, 6), [1, 1, 1, 1, 1, 0]);
    }

    proptest! {
        #[test]
        fn every_question_is_answered_as_a_search_through_all_would(
            spans in prop::collection::vec((0_i64..500, 0_i64..60, any::<bool>()), 0..300),
            start in 0_i64..500,
            length in 1_i64..200,
        ) {
            let entries: Vec<Entry> = spans
                .iter()
                .enumerate()
                .map(|(row, &(start, length, counted))| Entry {
                    start,
                    end: start + length,
                    row: row as u32,
                    counted,
                    weight: row as f32,
                })
                .collect();
            let end = start + length;
            let inside = |e: &&Entry| e.start < end && (e.end > start || e.start >= start);
            let expected: Vec<&Entry> = entries.iter().filter(inside).collect();
            let columns = Columns::build(entries.clone());

            prop_assert_eq!(columns.overlapping(start, end), expected.len());
            let counted = expected.iter().filter(|e| e.counted).count();
            prop_assert_eq!(columns.counted_overlapping(start, end), counted);

            let mut seen = Vec::new();
            columns.visit_overlapping(start, end, &mut |i| seen.push(columns.row(i)));
            seen.sort_unstable();
            let mut rows: Vec<u32> = expected.iter().map(|e| e.row).collect();
            rows.sort_unstable();
            prop_assert_eq!(seen, rows);

            for step_s in [1, 2, 16, 256] {
                let aligned = start / step_s * step_s;
                let searched: Vec<u32> = (0..9)
                    .map(|column| aligned + column * step_s)
                    .map(|from| {
                        let begun = entries.iter().filter(|e| e.start < from + step_s).count();
                        (begun - entries.iter().filter(|e| e.end <= from).count()) as u32
                    })
                    .collect();
                prop_assert_eq!(columns.densities(aligned, step_s, 9), searched);
            }

            for time in [-1, start, end, 1000] {
                let earlier = entries.iter().filter(|e| e.start < time).count();
                prop_assert_eq!(columns.first_from(time), earlier);
                let over = entries.iter().filter(|e| e.end <= time).count();
                prop_assert_eq!(columns.ended(time), over);
            }
        }
    }
}
