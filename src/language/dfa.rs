//! The DFA over all patterns of a pack, which only proposes.
//!
//! It reads the symbols of tokens and says in one lookup per token where a match of some pattern
//! may end. What it proposes is then checked, and its captures taken, by walking the NFA over
//! those few tokens (`temporal::matching`).
//!
//! A text comes to few of its states, so that where one leads is worked out when a text first
//! comes to it. From most states few symbols lead on. A row is therefore the set of these symbols
//! and, packed behind each other, where they lead; rows with the same symbols share the set.

use rustc_hash::FxHashMap;

use super::automaton::{Nfa, Predicate, State, Step};
use super::forks::Forks;
use super::pool::Pool;
use super::symbol_kinds::SymbolKinds;
use super::symbol_set::{SymbolSet, SymbolSets};
use super::{Grammar, Symbol};

/// What one text after the other is read with: it knows what was worked out for those before.
#[derive(Debug)]
pub(crate) struct Automata {
    pub(crate) dfa: Dfa,
    pub(crate) forks: Forks,
}

/// What the DFAs of a pack are made from, and those that no text is read with at the moment.
#[derive(Debug)]
pub(crate) struct Dfas {
    /// Where the patterns start in the NFA.
    starts: Vec<State>,
    /// For each predicate, which symbols satisfy it.
    satisfied: Vec<SymbolSet>,
    symbols: usize,
    idle: Pool<Automata>,
}

impl Dfas {
    /// DFAs over the patterns that start in these states. `satisfied` tells, for each predicate,
    /// which of so many symbols satisfy it.
    pub(crate) fn new(starts: Vec<State>, satisfied: Vec<SymbolSet>, symbols: usize) -> Self {
        Self { starts, satisfied, symbols, idle: Pool::default() }
    }

    /// One to read a text with, and what goes with it.
    pub(crate) fn take(&self, grammar: &Grammar) -> Automata {
        let new = || Automata { dfa: Dfa::new(grammar), forks: Forks::default() };
        self.idle.take().unwrap_or_else(new)
    }

    /// Keeps them for the next text.
    pub(crate) fn keep(&self, automata: Automata) {
        self.idle.keep(automata);
    }

    /// How many states, all worked out, and how many symbols it has.
    pub(crate) fn size(&self, grammar: &Grammar) -> (usize, usize) {
        let mut dfa = Dfa::new(grammar);
        let mut state = 0;
        while state < dfa.rows.len() {
            dfa.work_out(grammar, state);
            state += 1;
        }
        (state, self.symbols)
    }
}

/// The DFA: from a state and a symbol to a state.
#[derive(Debug)]
pub(crate) struct Dfa {
    /// Where each symbol leads from the start, which is asked at every token, and, as few as the
    /// cache of a core holds beside all else, whether it leads anywhere.
    starts: Vec<u32>,
    openers: SymbolSets,
    rows: Vec<Row>,
    /// The sets of the rows, 64 symbols a word. Most symbols that are asked for are in none.
    sets: Vec<u64>,
    /// How many symbols of its set stand before each word.
    before: Vec<u32>,
    targets: Vec<u32>,
    /// The accepted patterns of all states, one after the other.
    patterns: Vec<u16>,
    /// The states of the NFA that each state stands for.
    states: Vec<Box<[State]>>,
    /// States by what leads to them: most come from the same few states of the NFA, so that what
    /// these reach without reading is seldom worked out.
    entered: FxHashMap<Box<[State]>, u32>,
    known: FxHashMap<Box<[State]>, u32>,
    known_sets: FxHashMap<SymbolSet, u32>,
    kinds: SymbolKinds,
    edges: Edges,
    seen: Vec<u32>,
    mark: u32,
}

/// What is known of one state.
#[derive(Clone, Copy, Debug)]
struct Row {
    /// Where its set starts in `sets`, or [`Row::UNKNOWN`].
    set: u32,
    /// Where its targets start.
    targets: u32,
    /// Which of `patterns` it accepts.
    accepts: (u32, u32),
}

impl Row {
    /// Where the state leads was not worked out yet.
    const UNKNOWN: u32 = u32::MAX;
}

impl Dfa {
    /// The state from which nothing can be matched any more.
    pub(crate) const DEAD: u32 = 0;
    /// The state in which a match starts.
    const START: u32 = 1;

    fn new(grammar: &Grammar) -> Self {
        let Dfas { starts, satisfied, symbols, .. } = &grammar.dfas;
        let mut out = Self {
            starts: Vec::new(),
            openers: SymbolSets::default(),
            rows: Vec::new(),
            sets: Vec::new(),
            before: Vec::new(),
            targets: Vec::new(),
            patterns: Vec::new(),
            states: Vec::new(),
            entered: FxHashMap::default(),
            known: FxHashMap::default(),
            known_sets: FxHashMap::default(),
            kinds: SymbolKinds::new(*symbols),
            edges: Edges::new(satisfied.len()),
            seen: vec![0; grammar.nfa.steps.len()],
            mark: 0,
        };
        out.intern(&grammar.nfa, Vec::new());
        out.intern(&grammar.nfa, starts.clone());
        if starts.is_empty() {
            // A start of its own, though nothing leads on from it.
            out.add(&grammar.nfa, Box::default());
        }
        out.work_out(grammar, Self::START as usize);
        let symbols = 0..*symbols as Symbol;
        out.starts = symbols.clone().map(|symbol| out.target(Self::START, symbol)).collect();
        let mut openers = SymbolSet::new(symbols.len());
        for symbol in symbols.filter(|&symbol| out.start(symbol) != Self::DEAD) {
            openers.insert(symbol);
        }
        out.openers = SymbolSets::new([&openers].into_iter());
        out
    }

    /// Whether a match may start with this symbol.
    #[inline]
    pub(crate) fn opens(&self, symbol: Symbol) -> bool {
        self.openers.contains(0, symbol)
    }

    /// The state after the first token of a match.
    #[inline]
    pub(crate) fn start(&self, symbol: Symbol) -> u32 {
        self.starts[usize::from(symbol)]
    }

    /// The state after one more token.
    #[inline]
    pub(crate) fn next(&mut self, grammar: &Grammar, state: u32, symbol: Symbol) -> u32 {
        if self.rows[state as usize].set == Row::UNKNOWN {
            self.work_out(grammar, state as usize);
        }
        self.target(state, symbol)
    }

    #[inline]
    fn target(&self, state: u32, symbol: Symbol) -> u32 {
        let row = self.rows[state as usize];
        let word = row.set as usize + usize::from(symbol) / 64;
        let bits = self.sets[word];
        let bit = 1 << (symbol % 64);
        if bits & bit == 0 {
            return Self::DEAD;
        }
        let rank = self.before[word] + (bits & (bit - 1)).count_ones();
        self.targets[(row.targets + rank) as usize]
    }

    /// The patterns of which a match may end in this state, the first written first.
    #[inline]
    pub(crate) fn accepted(&self, state: u32) -> &[u16] {
        let (from, to) = self.rows[state as usize].accepts;
        &self.patterns[from as usize..to as usize]
    }

    /// Works out where a state leads, by subset construction.
    #[cold]
    fn work_out(&mut self, grammar: &Grammar, state: usize) {
        let Dfas { satisfied, symbols, .. } = &grammar.dfas;
        let mut edges = std::mem::take(&mut self.edges);
        edges.leave(&grammar.nfa, &self.states[state]);
        let mut set = SymbolSet::new(*symbols);
        for &predicate in &edges.predicates {
            set.add(&satisfied[usize::from(predicate)]);
        }
        let targets = self.targets.len() as u32;
        self.kinds.tell_apart(&edges.predicates, satisfied);
        for symbol in set.iter() {
            let kind = self.kinds.take(symbol);
            let target = if let Some(target) = self.kinds.target(kind) {
                target
            } else {
                let fired = self.kinds.fired(kind);
                let next = fired.flat_map(|predicate| edges.of(predicate)).copied().collect();
                let target = self.intern(&grammar.nfa, next);
                self.kinds.set_target(kind, target);
                target
            };
            self.targets.push(target);
        }
        self.edges = edges;
        let set = self.intern_set(set);
        let row = &mut self.rows[state];
        (row.set, row.targets) = (set, targets);
    }

    /// The number of the set of states reached from `states` without reading.
    fn intern(&mut self, nfa: &Nfa, mut states: Vec<State>) -> u32 {
        states.sort_unstable();
        states.dedup();
        if let Some(&known) = self.entered.get(states.as_slice()) {
            return known;
        }
        self.mark += 1;
        let mut set = Vec::new();
        nfa.closure(&states, &mut set, &mut self.seen, self.mark);
        set.sort_unstable();
        let id = match self.known.get(set.as_slice()) {
            Some(&known) => known,
            None => self.add(nfa, set.into()),
        };
        self.entered.insert(states.into(), id);
        id
    }

    /// Adds a state, of which it is not yet known where it leads.
    fn add(&mut self, nfa: &Nfa, set: Box<[State]>) -> u32 {
        let accepted = |&state: &State| match nfa.steps[state as usize] {
            Step::Accept { pattern } => Some(pattern),
            _ => None,
        };
        let mut accepted: Vec<u16> = set.iter().filter_map(accepted).collect();
        accepted.sort_unstable();
        accepted.dedup();
        let from = self.patterns.len() as u32;
        self.patterns.extend(accepted);
        let accepts = (from, self.patterns.len() as u32);
        let id = self.states.len() as u32;
        self.rows.push(Row { set: Row::UNKNOWN, targets: 0, accepts });
        self.states.push(set.clone());
        self.known.insert(set, id);
        id
    }

    /// Where a set of symbols stands in `sets`.
    fn intern_set(&mut self, set: SymbolSet) -> u32 {
        if let Some(&known) = self.known_sets.get(&set) {
            return known;
        }
        let from = self.sets.len() as u32;
        let mut before = 0;
        for &bits in set.bits() {
            self.sets.push(bits);
            self.before.push(before);
            before += bits.count_ones();
        }
        self.known_sets.insert(set, from);
        from
    }
}

/// Where the predicates on the next token lead from one state.
#[derive(Debug, Default)]
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

    /// Takes the edges of a state of the DFA, by the states of the NFA that it stands for.
    fn leave(&mut self, nfa: &Nfa, states: &[State]) {
        self.clear();
        for &state in states {
            if let Step::Token { predicate, next } | Step::Take { predicate, next, .. } =
                nfa.steps[state as usize]
            {
                self.add(predicate, next);
            }
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
