//! The DFA over all patterns of a pack, which only proposes.
//!
//! It reads the symbols of tokens and says in one lookup per token where a match of some pattern
//! may end. What it proposes is then checked, and its captures taken, by walking the NFA over
//! those few tokens (`temporal::matching`).
//!
//! From most states few symbols lead on. A row is therefore the set of these symbols and, packed
//! behind each other, where they lead; rows with the same symbols share the set.

use rustc_hash::FxHashMap;

use super::Symbol;
use super::automaton::{Nfa, Predicate, State, Step};
use super::symbol_set::SymbolSet;

/// The DFA: from a state and a symbol to a state.
#[derive(Debug)]
pub(crate) struct Dfa {
    symbols: usize,
    /// Where each symbol leads from the start, which is asked at every token.
    starts: Vec<u32>,
    rows: Vec<Row>,
    /// The sets of the rows, [`Self::width`] words each: 64 symbols, and how many stand before.
    sets: Vec<(u64, u32)>,
    targets: Vec<u32>,
    /// The accepted patterns of all states, one after the other.
    patterns: Vec<u16>,
}

/// What is known of one state.
#[derive(Clone, Copy, Debug)]
struct Row {
    /// Where its set starts in `sets`.
    set: u32,
    /// Where its targets start.
    targets: u32,
    /// Which of `patterns` it accepts.
    accepts: (u32, u32),
}

impl Dfa {
    /// The state from which nothing can be matched any more.
    pub(crate) const DEAD: u32 = 0;
    /// The state in which a match starts.
    pub(crate) const START: u32 = 1;

    /// How many states and symbols it has.
    pub(crate) fn size(&self) -> (usize, usize) {
        (self.rows.len(), self.symbols)
    }

    /// The state after the first token of a match.
    #[inline]
    pub(crate) fn start(&self, symbol: Symbol) -> u32 {
        self.starts[usize::from(symbol)]
    }

    /// The state after one more token.
    #[inline]
    pub(crate) fn next(&self, state: u32, symbol: Symbol) -> u32 {
        let row = self.rows[state as usize];
        let (bits, before) = self.sets[row.set as usize + usize::from(symbol) / 64];
        let bit = 1 << (symbol % 64);
        if bits & bit == 0 {
            return Self::DEAD;
        }
        let rank = before + (bits & (bit - 1)).count_ones();
        self.targets[(row.targets + rank) as usize]
    }

    /// The patterns of which a match may end in this state, the first written first.
    #[inline]
    pub(crate) fn accepted(&self, state: u32) -> &[u16] {
        let (from, to) = self.rows[state as usize].accepts;
        &self.patterns[from as usize..to as usize]
    }

    /// Builds it by subset construction. `satisfied` tells, for each predicate, which of so many
    /// symbols satisfy it.
    pub(crate) fn build(
        nfa: &Nfa,
        starts: &[State],
        satisfied: &[SymbolSet],
        symbols: usize,
    ) -> Self {
        Builder::new(nfa, satisfied, symbols).build(starts)
    }
}

struct Builder<'a> {
    nfa: &'a Nfa,
    satisfied: &'a [SymbolSet],
    /// For each symbol, the predicates that it satisfies.
    predicates: Vec<Vec<Predicate>>,
    known: FxHashMap<Box<[State]>, u32>,
    states: Vec<Box<[State]>>,
    known_sets: FxHashMap<SymbolSet, u32>,
    seen: Vec<u32>,
    mark: u32,
    dfa: Dfa,
}

impl<'a> Builder<'a> {
    fn new(nfa: &'a Nfa, satisfied: &'a [SymbolSet], symbols: usize) -> Self {
        let mut predicates = vec![Vec::new(); symbols];
        for (predicate, set) in satisfied.iter().enumerate() {
            for symbol in set.iter() {
                predicates[usize::from(symbol)].push(predicate as Predicate);
            }
        }
        Self {
            nfa,
            satisfied,
            predicates,
            known: FxHashMap::default(),
            states: Vec::new(),
            known_sets: FxHashMap::default(),
            seen: vec![0; nfa.steps.len()],
            mark: 0,
            dfa: Dfa {
                symbols,
                starts: Vec::new(),
                rows: Vec::new(),
                sets: Vec::new(),
                targets: Vec::new(),
                patterns: Vec::new(),
            },
        }
    }

    fn build(mut self, starts: &[State]) -> Dfa {
        self.intern(&[]);
        self.intern(starts);
        if starts.is_empty() {
            // A start of its own, though nothing leads on from it.
            self.states.push(Box::default());
        }
        let mut at = 0;
        while at < self.states.len() {
            let states = self.states[at].clone();
            self.row(&states);
            at += 1;
        }
        let symbols = 0..self.dfa.symbols as Symbol;
        self.dfa.starts = symbols.map(|symbol| self.dfa.next(Dfa::START, symbol)).collect();
        self.dfa
    }

    /// The row of one set of states.
    fn row(&mut self, states: &[State]) {
        let (edges, accepts) = self.leaving(states);
        let mut set = SymbolSet::new(self.dfa.symbols);
        for predicate in edges.keys() {
            set.add(&self.satisfied[usize::from(*predicate)]);
        }
        let targets = self.dfa.targets.len() as u32;
        // Symbols that satisfy the same predicates lead to the same state.
        let mut known: FxHashMap<Box<[Predicate]>, u32> = FxHashMap::default();
        let mut fired = Vec::new();
        for symbol in set.iter() {
            let satisfied = &self.predicates[usize::from(symbol)];
            fired.clear();
            fired.extend(satisfied.iter().filter(|predicate| edges.contains_key(predicate)));
            let target = if let Some(&target) = known.get(fired.as_slice()) {
                target
            } else {
                let next: Vec<State> =
                    fired.iter().flat_map(|predicate| &edges[predicate]).copied().collect();
                let target = self.intern(&next);
                known.insert(fired.as_slice().into(), target);
                target
            };
            self.dfa.targets.push(target);
        }
        let set = self.intern_set(set);
        self.dfa.rows.push(Row { set, targets, accepts });
    }

    /// Where the predicates on the next token lead, and what is accepted here.
    fn leaving(&mut self, states: &[State]) -> (FxHashMap<Predicate, Vec<State>>, (u32, u32)) {
        let mut edges: FxHashMap<Predicate, Vec<State>> = FxHashMap::default();
        let mut accepted = Vec::new();
        for &state in states {
            match self.nfa.steps[state as usize] {
                Step::Token { predicate, next } | Step::Take { predicate, next, .. } => {
                    edges.entry(predicate).or_default().push(next);
                }
                Step::Accept { pattern } => accepted.push(pattern),
                _ => {}
            }
        }
        accepted.sort_unstable();
        accepted.dedup();
        let from = self.dfa.patterns.len() as u32;
        self.dfa.patterns.extend(accepted);
        (edges, (from, self.dfa.patterns.len() as u32))
    }

    /// The number of the set of states reached from `states` without reading.
    fn intern(&mut self, states: &[State]) -> u32 {
        self.mark += 1;
        let mut set = Vec::new();
        for &state in states {
            self.nfa.closure(state, &mut set, &mut self.seen, self.mark);
        }
        set.sort_unstable();
        let set: Box<[State]> = set.into();
        if let Some(&known) = self.known.get(&set) {
            return known;
        }
        let id = self.states.len() as u32;
        self.known.insert(set.clone(), id);
        self.states.push(set);
        id
    }

    /// Where a set of symbols stands in the DFA's sets.
    fn intern_set(&mut self, set: SymbolSet) -> u32 {
        if let Some(&known) = self.known_sets.get(&set) {
            return known;
        }
        let from = self.dfa.sets.len() as u32;
        let mut before = 0;
        for &bits in set.bits() {
            self.dfa.sets.push((bits, before));
            before += bits.count_ones();
        }
        self.known_sets.insert(set, from);
        from
    }
}
