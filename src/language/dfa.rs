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
use super::symbol_kinds::SymbolKinds;
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
    kinds: SymbolKinds,
    /// States of the DFA by what leads to them: most come from the same few states of the NFA, so
    /// that what these reach without reading is seldom worked out.
    entered: FxHashMap<Box<[State]>, u32>,
    known: FxHashMap<Box<[State]>, u32>,
    states: Vec<Box<[State]>>,
    known_sets: FxHashMap<SymbolSet, u32>,
    seen: Vec<u32>,
    mark: u32,
    dfa: Dfa,
}

impl<'a> Builder<'a> {
    fn new(nfa: &'a Nfa, satisfied: &'a [SymbolSet], symbols: usize) -> Self {
        Self {
            nfa,
            satisfied,
            kinds: SymbolKinds::new(symbols),
            entered: FxHashMap::default(),
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
        self.intern(Vec::new());
        self.intern(starts.to_vec());
        if starts.is_empty() {
            // A start of its own, though nothing leads on from it.
            self.states.push(Box::default());
        }
        let mut edges = Edges::new(self.satisfied.len());
        let mut at = 0;
        while at < self.states.len() {
            let accepts = self.leave(at, &mut edges);
            self.row(&edges, accepts);
            at += 1;
        }
        let symbols = 0..self.dfa.symbols as Symbol;
        self.dfa.starts = symbols.map(|symbol| self.dfa.next(Dfa::START, symbol)).collect();
        self.dfa
    }

    /// The row of the state that the edges leave.
    fn row(&mut self, edges: &Edges, accepts: (u32, u32)) {
        let mut set = SymbolSet::new(self.dfa.symbols);
        for &predicate in &edges.predicates {
            set.add(&self.satisfied[usize::from(predicate)]);
        }
        let targets = self.dfa.targets.len() as u32;
        self.kinds.tell_apart(&edges.predicates, self.satisfied);
        for symbol in set.iter() {
            let kind = self.kinds.take(symbol);
            let target = if let Some(target) = self.kinds.target(kind) {
                target
            } else {
                let fired = self.kinds.fired(kind);
                let next = fired.flat_map(|predicate| edges.of(predicate)).copied().collect();
                let target = self.intern(next);
                self.kinds.set_target(kind, target);
                target
            };
            self.dfa.targets.push(target);
        }
        let set = self.intern_set(set);
        self.dfa.rows.push(Row { set, targets, accepts });
    }

    /// Finds where the predicates on the next token lead from a state of the DFA; gives what is
    /// accepted there.
    fn leave(&mut self, state: usize, edges: &mut Edges) -> (u32, u32) {
        edges.clear();
        let mut accepted = Vec::new();
        for &state in &self.states[state] {
            match self.nfa.steps[state as usize] {
                Step::Token { predicate, next } | Step::Take { predicate, next, .. } => {
                    edges.add(predicate, next);
                }
                Step::Accept { pattern } => accepted.push(pattern),
                _ => {}
            }
        }
        accepted.sort_unstable();
        accepted.dedup();
        let from = self.dfa.patterns.len() as u32;
        self.dfa.patterns.extend(accepted);
        (from, self.dfa.patterns.len() as u32)
    }

    /// The number of the set of states reached from `states` without reading.
    fn intern(&mut self, mut states: Vec<State>) -> u32 {
        states.sort_unstable();
        states.dedup();
        if let Some(&known) = self.entered.get(states.as_slice()) {
            return known;
        }
        self.mark += 1;
        let mut set = Vec::new();
        self.nfa.closure(&states, &mut set, &mut self.seen, self.mark);
        set.sort_unstable();
        let next = self.states.len() as u32;
        let id = *self.known.entry(set.into()).or_insert_with_key(|set| {
            self.states.push(set.clone());
            next
        });
        self.entered.insert(states.into(), id);
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

/// Where the predicates on the next token lead from one state.
struct Edges {
    /// By predicate; empty for those that lead nowhere.
    targets: Vec<Vec<State>>,
    /// The predicates that lead somewhere.
    predicates: Vec<Predicate>,
}

impl Edges {
    fn new(predicates: usize) -> Self {
        Self { targets: vec![Vec::new(); predicates], predicates: Vec::new() }
    }

    fn clear(&mut self) {
        for predicate in self.predicates.drain(..) {
            self.targets[usize::from(predicate)].clear();
        }
    }

    fn add(&mut self, predicate: Predicate, next: State) {
        let targets = &mut self.targets[usize::from(predicate)];
        if targets.is_empty() {
            self.predicates.push(predicate);
        }
        targets.push(next);
    }

    fn of(&self, predicate: Predicate) -> &[State] {
        &self.targets[usize::from(predicate)]
    }
}
