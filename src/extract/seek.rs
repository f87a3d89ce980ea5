//! Going through a sentence to the words that a rule can concern.
//!
//! Most rules concern few words. Where all of a rule stands in the loop over the words, what it
//! looks at beside each of them is worked out for every word; so the next word that it can concern
//! is sought first.

use std::ops::Range;

use super::reading::Word;

/// The first word from a place on of which something is true.
pub(super) fn first_from(
    words: &[Word<'_>],
    from: usize,
    holds: impl Fn(&Word<'_>) -> bool,
) -> Option<usize> {
    let found = words.get(from..)?.iter().position(holds)?;
    Some(from + found)
}

/// The last word in a range of which something is true.
pub(super) fn last_in(
    words: &[Word<'_>],
    range: Range<usize>,
    holds: impl Fn(&Word<'_>) -> bool,
) -> Option<usize> {
    let from = range.start;
    let found = words.get(range)?.iter().rposition(holds)?;
    Some(from + found)
}
