//! A set of symbols, one bit for each.

use super::Symbol;

/// Symbols of one lexicon.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct SymbolSet(Box<[u64]>);

impl SymbolSet {
    /// No symbol out of so many.
    pub(crate) fn new(symbols: usize) -> Self {
        Self(vec![0; symbols.div_ceil(64)].into())
    }

    pub(crate) fn insert(&mut self, symbol: Symbol) {
        self.0[usize::from(symbol) / 64] |= 1 << (symbol % 64);
    }

    /// Adds the symbols of another set.
    pub(crate) fn add(&mut self, other: &Self) {
        for (own, other) in self.0.iter_mut().zip(&other.0) {
            *own |= other;
        }
    }

    /// Its symbols in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Symbol> + '_ {
        self.0.iter().enumerate().flat_map(|(index, &bits)| {
            let mut rest = bits;
            std::iter::from_fn(move || {
                let low = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some((index * 64) as Symbol + low as Symbol)
            })
        })
    }

    /// Its bits, 64 symbols a word.
    pub(crate) fn bits(&self) -> &[u64] {
        &self.0
    }
}

/// Sets of symbols of one lexicon, one behind the other: each is asked with one look into memory.
#[derive(Debug, Default)]
pub(crate) struct SymbolSets {
    bits: Box<[u64]>,
    /// How many of `bits` a set has.
    words: usize,
}

impl SymbolSets {
    pub(crate) fn new<'a>(sets: impl ExactSizeIterator<Item = &'a SymbolSet> + Clone) -> Self {
        let words = sets.clone().map(|set| set.0.len()).max().unwrap_or_default();
        Self { bits: sets.flat_map(|set| set.0.iter().copied()).collect(), words }
    }

    /// The sets by themselves.
    pub(crate) fn each(&self) -> impl Iterator<Item = SymbolSet> + '_ {
        self.bits.chunks(self.words.max(1)).map(|bits| SymbolSet(bits.into()))
    }

    /// Whether the set of this number has a symbol.
    #[inline]
    pub(crate) fn contains(&self, set: usize, symbol: Symbol) -> bool {
        self.bits[set * self.words + usize::from(symbol) / 64] >> (symbol % 64) & 1 == 1
    }
}
