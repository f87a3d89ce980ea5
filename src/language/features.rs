//! The features of a part-of-speech model, by hash.

/// Where the weights of a feature lie: eight bytes, so that the table stays near the core.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Row {
    pub(super) hash: u32,
    /// The number of its first weight, and in the lowest byte how many it has.
    pub(super) place: u32,
}

impl Row {
    pub(super) const fn count(self) -> usize {
        (self.place & 0xff) as usize
    }

    pub(super) const fn start(self) -> usize {
        (self.place >> 8) as usize
    }
}

/// Features by hash. Most hashes that are asked for are in no model: a bit for each of a million
/// remainders, small enough for the cache of a core, says so for nearly all of them.
#[derive(Debug)]
pub(super) struct Features {
    seen: Vec<u64>,
    /// Open addressing; a row without weights is free.
    rows: Vec<Row>,
}

impl Features {
    const BITS: u32 = 20;

    pub(super) fn new(rows: &[Row]) -> Self {
        let size = (rows.len() * 5 / 4 + 1).next_power_of_two();
        let mut out =
            Self { seen: vec![0; 1 << (Self::BITS - 6)], rows: vec![Row::default(); size] };
        for row in rows.iter().filter(|row| row.count() > 0) {
            let (word, bit) = Self::place(row.hash);
            out.seen[word] |= bit;
            let mut at = row.hash as usize & (size - 1);
            while out.rows[at].count() > 0 {
                at = (at + 1) & (size - 1);
            }
            out.rows[at] = *row;
        }
        out
    }

    const fn place(hash: u32) -> (usize, u64) {
        let at = hash >> (32 - Self::BITS);
        ((at >> 6) as usize, 1 << (at & 63))
    }

    pub(super) fn row(&self, hash: u32) -> Option<Row> {
        let (word, bit) = Self::place(hash);
        if self.seen[word] & bit == 0 {
            return None;
        }
        let mask = self.rows.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let row = self.rows[at];
            if row.count() == 0 {
                return None;
            }
            if row.hash == hash {
                return Some(row);
            }
            at = (at + 1) & mask;
        }
    }
}
