//! When events are: their dates, or their places on an axis that is not to scale.

use rayon::prelude::*;

use super::extents::span;
use super::table::bytes_of;
use super::warp::Warp;
use crate::event::Factuality;
use crate::time::Interval;

/// The interval of every row of a table, and the other readings of some.
#[derive(Clone, Debug, Default)]
pub(super) struct Times {
    intervals: Vec<Interval>,
    /// Other readings of the dates of some rows, by row.
    alternatives: Vec<(u32, Interval)>,
}

impl Times {
    pub(super) fn push(&mut self, interval: Interval, others: impl Iterator<Item = Interval>) {
        let row = self.intervals.len() as u32;
        self.intervals.push(interval);
        self.alternatives.extend(others.map(|other| (row, other)));
    }

    /// When a row is.
    pub(super) fn interval(&self, row: u32) -> &Interval {
        &self.intervals[row as usize]
    }

    /// From where to where a row is drawn, in seconds.
    pub(super) fn span(&self, row: u32, factuality: Factuality) -> (i64, i64) {
        span(self.interval(row), factuality)
    }

    /// Whether any date has another reading.
    pub(super) const fn has_alternatives(&self) -> bool {
        !self.alternatives.is_empty()
    }

    /// The other readings of a row's date.
    pub(super) fn alternatives(&self, row: u32) -> impl Iterator<Item = Interval> {
        let first = self.alternatives.partition_point(|&(at, _)| at < row);
        self.alternatives[first..].iter().take_while(move |&&(at, _)| at == row).map(|&(_, i)| i)
    }

    /// Where a warp puts them.
    pub(super) fn warped(&self, warp: &Warp) -> Self {
        let intervals = self.intervals.par_iter().map(|&interval| warp.interval(interval));
        let alternatives = self.alternatives.iter();
        Self {
            intervals: intervals.collect(),
            alternatives: alternatives.map(|&(row, other)| (row, warp.interval(other))).collect(),
        }
    }

    pub(super) fn shrink(&mut self) {
        self.intervals.shrink_to_fit();
        self.alternatives.shrink_to_fit();
    }

    /// How much memory they take, in bytes.
    pub(super) fn bytes(&self) -> usize {
        bytes_of(&self.intervals) + bytes_of(&self.alternatives)
    }
}
