//! Words that were met before, by their letters.
//!
//! A text has few different words, and what a pack and a model say of one is the same wherever
//! it stands: it is found out once, and looked up from then on.

use std::ops::Range;

/// From so many words on all are forgotten, so that what is known of them stays near the core and
/// a text of ever new words does not fill the memory.
const MOST: usize = 1 << 14;
/// Slots of a table without words.
const FEWEST_SLOTS: usize = 1 << 9;
/// Letters in one machine word.
const EIGHT: usize = 8;
/// Spreads bits over the whole product: 2^64 divided by the golden ratio.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Words with the numbers under which they were met first, from 1 on.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Open addressing; at most half of them are taken, so that they lie close together.
    slots: Vec<Slot>,
    /// The words by their numbers, one less: those met first, which are the most frequent ones,
    /// stand next to each other.
    words: Vec<Letters>,
}

/// The number of a word, 0 where the slot is free, beside bits of its hash that tell most words
/// apart.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    number: u32,
    hash: u32,
}

/// A word: all of its letters up to sixteen, and a hash of what is between the first and the last
/// eight of a longer one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Letters {
    head: u64,
    tail: u64,
    length: u32,
}

impl Seen {
    pub(super) fn new() -> Self {
        Self { slots: vec![Slot::default(); FEWEST_SLOTS], words: Vec::new() }
    }

    /// Forgets every word, once there are many. `true` if it did.
    pub(super) fn make_room(&mut self) -> bool {
        let full = self.words.len() >= MOST;
        if full {
            self.slots.fill(Slot::default());
            self.words.clear();
        }
        full
    }

    /// The number of a word of a text, and whether it was met before.
    #[inline]
    pub(super) fn number(&mut self, text: &[u8], word: Range<usize>) -> (u32, bool) {
        let letters = Letters::of(text, word);
        let hash = letters.hash();
        let mut at = self.place(hash);
        loop {
            let slot = self.slots[at];
            if slot.number == 0 {
                return (self.add(letters, at), false);
            }
            if slot.hash == part(hash) && self.words[slot.number as usize - 1] == letters {
                return (slot.number, true);
            }
            at = self.behind(at);
        }
    }

    #[inline]
    fn place(&self, hash: u64) -> usize {
        (hash >> (u64::BITS - self.slots.len().trailing_zeros())) as usize
    }

    #[inline]
    fn behind(&self, at: usize) -> usize {
        (at + 1) & (self.slots.len() - 1)
    }

    /// Gives the next number to a word whose slot is free.
    fn add(&mut self, word: Letters, at: usize) -> u32 {
        self.words.push(word);
        let number = self.words.len() as u32;
        self.slots[at] = Slot { number, hash: part(word.hash()) };
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        self.slots = vec![Slot::default(); self.slots.len() * 2];
        for (word, number) in self.words.iter().zip(1..) {
            let hash = word.hash();
            let mut at = self.place(hash);
            while self.slots[at].number != 0 {
                at = self.behind(at);
            }
            self.slots[at] = Slot { number, hash: part(hash) };
        }
    }
}

impl Letters {
    #[inline]
    fn of(text: &[u8], word: Range<usize>) -> Self {
        let length = word.len();
        // What follows a short word is read with it and cut off, so that nothing depends on how
        // many letters it has.
        let head = text.get(word.start..).and_then(<[u8]>::first_chunk).map_or_else(
            || letters(text.get(word.clone()).unwrap_or_default()),
            |eight| u64::from_le_bytes(*eight),
        );
        if length <= EIGHT {
            let others = u64::BITS - (length * EIGHT) as u32;
            let head = head & u64::MAX.checked_shr(others).unwrap_or_default();
            return Self { head, tail: 0, length: length as u32 };
        }
        let middle = text.get(word.start + EIGHT..word.end - EIGHT).unwrap_or_default();
        let mix = |hash: u64, chunk| (hash.rotate_left(23) ^ letters(chunk)).wrapping_mul(SPREAD);
        let head = middle.chunks(EIGHT).fold(head, mix);
        let tail = letters(text.get(word.end - EIGHT..word.end).unwrap_or_default());
        Self { head, tail, length: length as u32 }
    }

    /// Every letter counts in its upper bits, which place the word.
    #[inline]
    const fn hash(self) -> u64 {
        let mixed = self.head ^ self.tail.rotate_left(29) ^ (self.length as u64) << 58;
        mixed.wrapping_mul(SPREAD)
    }
}

/// The bits of a hash that tell a word from its neighbours.
#[inline]
const fn part(hash: u64) -> u32 {
    (hash >> 16) as u32
}

/// At most eight letters as a number, the first one lowest, zeros behind them.
#[inline]
fn letters(word: &[u8]) -> u64 {
    if let Some(all) = word.first_chunk::<EIGHT>() {
        return u64::from_le_bytes(*all);
    }
    word.iter().rev().fold(0, |letters, &byte| letters << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number of a word that is all of its text.
    fn number(seen: &mut Seen, word: &[u8]) -> (u32, bool) {
        seen.number(word, 0..word.len())
    }

    #[test]
    fn every_word_keeps_its_number() {
        let mut seen = Seen::new();
        let words: Vec<String> =
            (0..3000).map(|n| "ab".repeat(n % 29) + &n.to_string() + &"c".repeat(n % 7)).collect();
        for (at, word) in words.iter().enumerate() {
            assert_eq!(number(&mut seen, word.as_bytes()), (at as u32 + 1, false), "{word}");
        }
        for (at, word) in words.iter().enumerate() {
            assert_eq!(number(&mut seen, word.as_bytes()), (at as u32 + 1, true), "{word}");
        }
    }

    #[test]
    fn a_letter_anywhere_makes_another_word() {
        let mut seen = Seen::new();
        for length in 0..40 {
            let word = vec![b'a'; length];
            assert!(!number(&mut seen, &word).1, "{length}");
            for at in 0..length {
                let mut other = word.clone();
                other[at] = b'b';
                assert!(!number(&mut seen, &other).1, "{length} {at}");
            }
        }
    }

    #[test]
    fn too_many_words_are_forgotten() {
        let mut seen = Seen::new();
        for word in 0..MOST {
            assert!(!seen.make_room());
            number(&mut seen, &word.to_le_bytes());
        }
        assert!(seen.make_room());
        assert_eq!(number(&mut seen, b"a"), (1, false));
    }

    #[test]
    fn what_stands_around_a_word_makes_no_other() {
        let mut seen = Seen::new();
        let letters = b"abcdefghijklmnopqrstuvwxyz";
        for length in 1..letters.len() {
            let word = &letters[..length];
            let known = number(&mut seen, word).0;
            let text = [b"(", word, b" and so on"].concat();
            assert_eq!(seen.number(&text, 1..1 + length), (known, true), "{length}");
        }
    }
}
