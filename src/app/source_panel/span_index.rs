//! Spans that may lie within one another, found by where they are.

use crate::text::Span;

/// Values by their spans.
#[derive(Clone, Debug)]
pub(super) struct SpanIndex<T> {
    /// By start; of two that start together the longer one first, so that what lies within
    /// comes behind.
    entries: Vec<(Span, T)>,
    /// For each entry, the furthest end up to it: it never falls, so it can be searched.
    reach: Vec<u32>,
}

impl<T> Default for SpanIndex<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), reach: Vec::new() }
    }
}

impl<T> SpanIndex<T> {
    /// An index over these.
    pub(super) fn new(entries: impl IntoIterator<Item = (Span, T)>) -> Self {
        let mut entries: Vec<_> = entries.into_iter().collect();
        entries.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let reach = entries
            .iter()
            .scan(0, |furthest: &mut u32, (span, _)| {
                *furthest = (*furthest).max(span.end);
                Some(*furthest)
            })
            .collect();
        Self { entries, reach }
    }

    /// Those that share a byte with `span`, the outer before the inner.
    pub(super) fn overlapping(&self, span: Span) -> impl Iterator<Item = (Span, &T)> {
        let first = self.reach.partition_point(|&reach| reach <= span.start);
        let last = self.entries.partition_point(|(entry, _)| entry.start < span.end);
        self.entries
            .get(first..last)
            .unwrap_or_default()
            .iter()
            .filter(move |(entry, _)| entry.overlaps(span))
            .map(|(entry, value)| (*entry, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> SpanIndex<char> {
        SpanIndex::new([
            (Span::new(30, 35), 'd'),
            (Span::new(0, 20), 'a'),
            (Span::new(4, 6), 'c'),
            (Span::new(0, 5), 'b'),
        ])
    }

    #[test]
    fn what_overlaps_is_found_outer_first() {
        let index = index();
        let check = |start, end, expected: &str| {
            let found: String =
                index.overlapping(Span::new(start, end)).map(|(_, &name)| name).collect();
            assert_eq!(found, expected, "{start}..{end}");
        };
        check(0, 1, "ab");
        check(4, 6, "abc");
        check(15, 31, "ad");
        check(20, 30, "");
        check(35, 90, "");
    }
}
