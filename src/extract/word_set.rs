//! Sets of the words of a sentence, by their places in it.

use super::reading::LONGEST;

/// Words of one sentence, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct WordSet([u64; LONGEST.div_ceil(64)]);

impl WordSet {
    /// Takes in a word of a sentence.
    pub(super) fn add(&mut self, at: usize) {
        if let Some(bits) = self.0.get_mut(at / 64) {
            *bits |= 1 << (at % 64);
        }
    }

    /// The first of them from a place on.
    pub(super) fn next(&self, from: usize) -> Option<usize> {
        let mut word = from / 64;
        let mut bits = self.0.get(word)? & (u64::MAX << (from % 64));
        while bits == 0 {
            word += 1;
            bits = *self.0.get(word)?;
        }
        Some(word * 64 + bits.trailing_zeros() as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_is_found_again() {
        let places = [0, 1, 63, 64, 130, LONGEST - 1];
        let mut set = WordSet::default();
        for &at in &places {
            set.add(at);
        }
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(next) = set.next(at) {
            found.push(next);
            at = next + 1;
        }
        assert_eq!(found, places);
        assert_eq!(WordSet::default().next(0), None);
    }
}
