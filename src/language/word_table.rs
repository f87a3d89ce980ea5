//! From a word to its number, made for reading every word of a text.
//!
//! Most words of a text have at most eight letters, so that they fit in one machine word, are
//! hashed by one multiplication and compared by one comparison; and most of them are not known,
//! so that most of the slots stay empty.

/// The number of a word that is not known.
pub(crate) const UNKNOWN: u32 = u32::MAX;

/// Letters in one machine word.
const CHUNK: usize = 8;
/// Slots for each word, so that a word that is not known mostly meets an empty slot.
const SLOTS_PER_WORD: usize = 4;
/// Spreads bits over the whole product: 2^64 divided by the golden ratio.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Words with their numbers, in the order in which they were given.
#[derive(Debug)]
pub(crate) struct WordTable {
    /// Numbers of words; a word stands in the first free slot from its own on.
    slots: Box<[u32]>,
    /// How far to shift a hash to get a slot.
    shift: u32,
    words: Vec<Word>,
}

#[derive(Debug)]
struct Word {
    /// The first eight bytes; zeros where it is shorter.
    head: u64,
    /// What follows them.
    tail: Box<[u8]>,
}

impl WordTable {
    /// A table of words that differ.
    pub(crate) fn new<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let slots = (words.len() * SLOTS_PER_WORD).next_power_of_two().max(2);
        let mut table = Self {
            slots: vec![UNKNOWN; slots].into(),
            shift: u64::BITS - slots.trailing_zeros(),
            words: Vec::with_capacity(words.len()),
        };
        for word in words {
            let (head, tail) = split(word.as_bytes());
            let mut slot = table.slot(hash(head, word.as_bytes()));
            while table.slots[slot] != UNKNOWN {
                slot = table.behind(slot);
            }
            table.slots[slot] = table.words.len() as u32;
            table.words.push(Word { head, tail: tail.into() });
        }
        table
    }

    /// The number of a word.
    pub(crate) fn find(&self, word: &[u8]) -> u32 {
        let (head, tail) = split(word);
        if tail.is_empty() {
            return self.find_short(head);
        }
        self.lookup(hash(head, word), |word| word.head == head && *word.tail == *tail)
    }

    /// The number of a word of at most eight bytes, the first one lowest, zeros behind it.
    #[inline]
    pub(crate) fn find_short(&self, head: u64) -> u32 {
        self.lookup(hash(head, &[]), |word| word.head == head && word.tail.is_empty())
    }

    #[inline]
    fn lookup(&self, hash: u64, is_it: impl Fn(&Word) -> bool) -> u32 {
        let mut slot = self.slot(hash);
        loop {
            let number = self.slots[slot];
            if number == UNKNOWN || is_it(&self.words[number as usize]) {
                return number;
            }
            slot = self.behind(slot);
        }
    }

    #[inline]
    fn slot(&self, hash: u64) -> usize {
        (hash >> self.shift) as usize
    }

    #[inline]
    fn behind(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }
}

/// The first eight bytes as a number, and the rest.
#[inline]
fn split(word: &[u8]) -> (u64, &[u8]) {
    if let Some((head, tail)) = word.split_first_chunk() {
        return (u64::from_le_bytes(*head), tail);
    }
    if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        // What both hold is the same, wherever they overlap.
        let last = u64::from(u32::from_le_bytes(*last)) << ((word.len() - 4) * 8);
        return (u64::from(u32::from_le_bytes(*first)) | last, &[]);
    }
    (word.iter().rev().fold(0, |head, &byte| head << 8 | u64::from(byte)), &[])
}

/// A hash of the first eight bytes, and of the last eight where there are more.
#[inline]
fn hash(head: u64, word: &[u8]) -> u64 {
    let last = word.last_chunk().filter(|_| word.len() > CHUNK);
    let tail =
        last.map_or(0, |last| u64::from_le_bytes(*last).wrapping_mul(SPREAD).rotate_left(32));
    (head ^ tail).wrapping_mul(SPREAD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_its_number() {
        let words: Vec<String> = (0..3000).map(|n| "ab".repeat(n % 29) + &n.to_string()).collect();
        let table = WordTable::new(words.iter().map(String::as_str));
        for (number, word) in words.iter().enumerate() {
            assert_eq!(table.find(word.as_bytes()), number as u32, "{word}");
            assert_eq!(table.find(format!("{word}c").as_bytes()), UNKNOWN);
        }
        assert_eq!(table.find(b""), UNKNOWN);
        assert_eq!(table.find_short(u64::from_le_bytes(*b"1\0\0\0\0\0\0\0")), UNKNOWN);
        assert_eq!(table.find_short(u64::from_le_bytes(*b"ab1\0\0\0\0\0")), 1);
        assert_eq!(table.find_short(u64::from_le_bytes(*b"abababab")), UNKNOWN);
    }

    #[test]
    fn a_table_of_no_words_knows_none() {
        assert_eq!(WordTable::new([].into_iter()).find(b"word"), UNKNOWN);
    }
}
