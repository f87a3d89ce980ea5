//! A range aggregate over entries sorted by start: the most important of a range, and those of
//! a range that end late or last long, without looking at every one.
//!
//! An implicit tree of blocks (after trishume's `iforest`): each node sums up sixteen of the
//! level below. It costs about a byte and a half an entry.

use super::table::bytes_of;

/// The entries that a node sums up.
const FANOUT: usize = 16;

/// What a node knows of the entries below it.
#[derive(Clone, Copy, Debug)]
struct Node {
    latest_end: i64,
    longest: i64,
    best: Best,
}

/// The most important entry of some, with its weight beside it, so that comparing two does not
/// go through the columns.
#[derive(Clone, Copy, Debug)]
struct Best {
    weight: f32,
    index: u32,
}

impl Best {
    /// The more important of two entries; the earlier one of equals.
    fn better(self, other: Self) -> Self {
        let (first, second) = if self.index < other.index { (self, other) } else { (other, self) };
        if second.weight > first.weight { second } else { first }
    }
}

/// The columns that an [`Aggregate`] is built over and asked with.
#[derive(Clone, Copy)]
pub(super) struct Entries<'a> {
    pub(super) starts: &'a [i64],
    pub(super) ends: &'a [i64],
    pub(super) weights: &'a [f32],
}

impl Entries<'_> {
    fn leaf(&self, index: usize) -> Node {
        Node {
            latest_end: self.ends[index],
            longest: self.ends[index].saturating_sub(self.starts[index]),
            best: self.best(index),
        }
    }

    fn best(&self, index: usize) -> Best {
        Best { weight: self.weights[index], index: index as u32 }
    }
}

impl Node {
    fn join(self, other: Self) -> Self {
        Self {
            latest_end: self.latest_end.max(other.latest_end),
            longest: self.longest.max(other.longest),
            best: self.best.better(other.best),
        }
    }
}

/// The tree: the lowest level first.
#[derive(Clone, Debug, Default)]
pub(super) struct Aggregate {
    levels: Vec<Vec<Node>>,
}

impl Aggregate {
    pub(super) fn build(entries: Entries<'_>) -> Self {
        let number = entries.starts.len();
        let mut levels = Vec::new();
        let mut level: Vec<Node> = (0..number.div_ceil(FANOUT))
            .filter_map(|block| {
                let leaves = block * FANOUT..((block + 1) * FANOUT).min(number);
                leaves.map(|leaf| entries.leaf(leaf)).reduce(Node::join)
            })
            .collect();
        while level.len() > 1 {
            let above = level
                .chunks(FANOUT)
                .filter_map(|chunk| chunk.iter().copied().reduce(Node::join))
                .collect();
            levels.push(std::mem::replace(&mut level, above));
        }
        levels.push(level);
        Self { levels }
    }

    /// How much memory it takes, in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.levels.iter().map(bytes_of).sum()
    }

    /// The most important entry of `first..last`; `None` if that is empty.
    pub(super) fn best(&self, entries: Entries<'_>, first: usize, last: usize) -> Option<usize> {
        let (mut first, mut last, mut level) = (first, last, 0);
        let mut best: Option<Best> = None;
        let mut take = |level: usize, range: std::ops::Range<usize>| {
            for index in range {
                let candidate = match level {
                    0 => entries.best(index),
                    level => self.levels[level - 1][index].best,
                };
                best = Some(best.map_or(candidate, |best| best.better(candidate)));
            }
        };
        loop {
            // The whole nodes that lie in between are left to the level above.
            let (from, to) = (first.next_multiple_of(FANOUT), last / FANOUT * FANOUT);
            if from >= to || level == self.levels.len() {
                take(level, first..last);
                return best.map(|best| best.index as usize);
            }
            take(level, first..from);
            take(level, to..last);
            (first, last, level) = (from / FANOUT, to / FANOUT, level + 1);
        }
    }

    /// Calls `visit` for the entries before `last` that end after `time`, in order, until it
    /// says that it has enough.
    pub(super) fn ending_after(
        &self,
        entries: Entries<'_>,
        last: usize,
        time: i64,
        visit: &mut dyn FnMut(usize) -> bool,
    ) {
        self.search(entries, 0, last, &|node| node.latest_end > time, visit);
    }

    /// Calls `visit` for the entries of `first..last` that last at least `length`, in order,
    /// until it says that it has enough.
    pub(super) fn lasting(
        &self,
        entries: Entries<'_>,
        first: usize,
        last: usize,
        length: i64,
        visit: &mut dyn FnMut(usize) -> bool,
    ) {
        self.search(entries, first, last, &|node| node.longest >= length, visit);
    }

    fn search(
        &self,
        entries: Entries<'_>,
        first: usize,
        last: usize,
        wanted: &dyn Fn(Node) -> bool,
        visit: &mut dyn FnMut(usize) -> bool,
    ) {
        let mut goes_on = true;
        self.cover(first, last, |level, index| {
            goes_on = goes_on && self.descend(entries, level, index, wanted, visit);
        });
    }

    fn descend(
        &self,
        entries: Entries<'_>,
        level: usize,
        index: usize,
        wanted: &dyn Fn(Node) -> bool,
        visit: &mut dyn FnMut(usize) -> bool,
    ) -> bool {
        if level == 0 {
            return !wanted(entries.leaf(index)) || visit(index);
        }
        if !wanted(self.levels[level - 1][index]) {
            return true;
        }
        let below = if level == 1 { entries.starts.len() } else { self.levels[level - 2].len() };
        let mut children = index * FANOUT..((index + 1) * FANOUT).min(below);
        children.all(|child| self.descend(entries, level - 1, child, wanted, visit))
    }

    /// Covers `first..last` with as few nodes as there are, in order: level 0 is an entry,
    /// level `n` a node of `levels[n - 1]`.
    fn cover(&self, first: usize, last: usize, mut take: impl FnMut(usize, usize)) {
        let mut at = first;
        while at < last {
            let (mut level, mut width) = (0, 1);
            while level < self.levels.len()
                && at.is_multiple_of(width * FANOUT)
                && at + width * FANOUT <= last
            {
                level += 1;
                width *= FANOUT;
            }
            take(level, at / width);
            at += width;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_tree_answers_as_a_search_through_all_would(
            mut spans in prop::collection::vec((0_i64..1000, 0_i64..300, 0_u8..20), 1..700),
            a in 0_usize..700,
            b in 0_usize..700,
            time in 0_i64..1300,
        ) {
            spans.sort_unstable();
            let starts: Vec<i64> = spans.iter().map(|s| s.0).collect();
            let ends: Vec<i64> = spans.iter().map(|s| s.0 + s.1).collect();
            let weights: Vec<f32> = spans.iter().map(|s| f32::from(s.2)).collect();
            let entries = Entries { starts: &starts, ends: &ends, weights: &weights };
            let tree = Aggregate::build(entries);
            let (first, last) = (a.min(b).min(spans.len()), a.max(b).min(spans.len()));

            let best = (first..last).rev().max_by(|&i, &j| weights[i].total_cmp(&weights[j]));
            prop_assert_eq!(tree.best(entries, first, last), best);

            let mut late = Vec::new();
            tree.ending_after(entries, last, time, &mut |i| {
                late.push(i);
                true
            });
            let expected: Vec<usize> = (0..last).filter(|&i| ends[i] > time).collect();
            prop_assert_eq!(late, expected);

            let mut long = Vec::new();
            tree.lasting(entries, first, last, 200, &mut |i| {
                long.push(i);
                true
            });
            let expected: Vec<usize> =
                (first..last).filter(|&i| ends[i] - starts[i] >= 200).collect();
            prop_assert_eq!(long, expected);
        }
    }
}
