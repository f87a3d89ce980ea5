//! Symbols told apart by which of some predicates they satisfy: from a state of the DFA those of a
//! kind lead to the same state.

use super::Symbol;
use super::automaton::Predicate;
use super::symbol_set::SymbolSet;

/// The kinds of a lexicon's symbols, as some predicates tell them apart. Those of the kind 0
/// satisfy none.
#[derive(Debug)]
pub(super) struct SymbolKinds {
    /// By symbol.
    of: Vec<u32>,
    /// By kind: the one that it was parted from, by which predicate, and where it leads, once that
    /// is known.
    parted: Vec<(u32, Predicate, Option<u32>)>,
    /// By kind: what it became with the predicate that parted it last.
    became: Vec<u32>,
}

impl SymbolKinds {
    /// For so many symbols.
    pub(super) fn new(symbols: usize) -> Self {
        Self { of: vec![0; symbols], parted: Vec::new(), became: Vec::new() }
    }

    /// Gives the symbols that satisfy any of these predicates their kinds; each is to be taken.
    pub(super) fn tell_apart(&mut self, predicates: &[Predicate], satisfied: &[SymbolSet]) {
        self.parted.clear();
        self.became.clear();
        self.part(0, 0);
        for &predicate in predicates {
            let before = self.parted.len() as u32;
            for symbol in satisfied[usize::from(predicate)].iter() {
                let kind = self.of[usize::from(symbol)];
                if self.became[kind as usize] < before {
                    self.became[kind as usize] = self.parted.len() as u32;
                    self.part(kind, predicate);
                }
                self.of[usize::from(symbol)] = self.became[kind as usize];
            }
        }
    }

    fn part(&mut self, from: u32, predicate: Predicate) {
        self.parted.push((from, predicate, None));
        self.became.push(0);
    }

    /// The kind of a symbol, which has none from then on.
    pub(super) fn take(&mut self, symbol: Symbol) -> u32 {
        std::mem::take(&mut self.of[usize::from(symbol)])
    }

    /// The predicates that the symbols of a kind satisfy.
    pub(super) fn fired(&self, mut kind: u32) -> impl Iterator<Item = Predicate> + '_ {
        std::iter::from_fn(move || {
            let (from, predicate, _) = self.parted[kind as usize];
            (kind > 0).then(|| {
                kind = from;
                predicate
            })
        })
    }

    /// Where a kind leads, once that was told.
    pub(super) fn target(&self, kind: u32) -> Option<u32> {
        self.parted[kind as usize].2
    }

    /// Tells where a kind leads.
    pub(super) fn set_target(&mut self, kind: u32, target: u32) {
        self.parted[kind as usize].2 = Some(target);
    }
}
