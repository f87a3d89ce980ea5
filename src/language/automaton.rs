//! The automata of a pack: an NFA that knows captures and white space, and a DFA over the same
//! patterns that only proposes.
//!
//! The DFA reads the symbols of tokens and says in one table lookup per token where a match of
//! some pattern may end. What it proposes is then checked, and its captures taken, by walking
//! the NFA over those few tokens (`temporal::matching`).

use rustc_hash::FxHashMap;

use super::{Slot, Symbol};

/// A predicate on tokens, by index.
pub(crate) type Predicate = u16;
/// An NFA state, by index.
pub(crate) type State = u32;

/// One state of the NFA.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// Reads one token.
    Token { predicate: Predicate, next: State },
    /// Reads one token and keeps its meaning: its value in the class, or its number.
    Take { predicate: Predicate, slot: Slot, next: State },
    /// Goes both ways, the first one first.
    Split { first: State, second: State },
    /// Demands that no white space stands here.
    Glue { next: State },
    /// Starts the span of a capture.
    Open { slot: Slot, next: State },
    /// Ends it.
    Close { slot: Slot, next: State },
    /// Keeps a constant.
    Set { slot: Slot, value: i32, next: State },
    /// A pattern, or a guard, is matched.
    Accept { pattern: u16 },
}

/// The NFA of all patterns and guards.
#[derive(Debug, Default)]
pub(crate) struct Nfa {
    pub(crate) steps: Vec<Step>,
    /// For each state, its set among `openers`, and whether it accepts without reading.
    firsts: Vec<(u32, bool)>,
    /// Sets of symbols, as bits.
    openers: Vec<Box<[u64]>>,
}

impl Nfa {
    pub(crate) fn push(&mut self, step: Step) -> State {
        self.steps.push(step);
        (self.steps.len() - 1) as State
    }

    /// Whether a match may go on from `state` with this symbol; `None` is the end of the tokens.
    #[inline]
    pub(crate) fn may_go_on(&self, state: State, symbol: Option<Symbol>) -> bool {
        let (set, accepts) = self.firsts[state as usize];
        match symbol {
            _ if accepts => true,
            Some(symbol) => {
                let set = &self.openers[set as usize];
                set[symbol as usize / 64] >> (symbol % 64) & 1 == 1
            }
            None => false,
        }
    }

    /// Works out with which symbols each state may go on. A state stands behind those that follow
    /// it, so that one pass is enough.
    pub(crate) fn prepare(&mut self, satisfied: &[Vec<bool>]) {
        let words = satisfied.first().map_or(0, |symbols| symbols.len().div_ceil(64));
        let by_predicate: Vec<Box<[u64]>> = satisfied
            .iter()
            .map(|symbols| {
                let mut set = vec![0_u64; words];
                for (symbol, _) in symbols.iter().enumerate().filter(|(_, satisfies)| **satisfies) {
                    set[symbol / 64] |= 1 << (symbol % 64);
                }
                set.into()
            })
            .collect();
        let mut known: FxHashMap<Box<[u64]>, u32> = FxHashMap::default();
        let mut openers: Vec<Box<[u64]>> = Vec::new();
        let mut intern = |set: Box<[u64]>, openers: &mut Vec<Box<[u64]>>| {
            *known.entry(set).or_insert_with_key(|set| {
                openers.push(set.clone());
                (openers.len() - 1) as u32
            })
        };
        let mut firsts: Vec<(u32, bool)> = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let first = match *step {
                Step::Token { predicate, .. } | Step::Take { predicate, .. } => {
                    (intern(by_predicate[predicate as usize].clone(), &mut openers), false)
                }
                Step::Accept { .. } => (intern(vec![0; words].into(), &mut openers), true),
                Step::Split { first, second } => {
                    let ((a, accepts), (b, also)) =
                        (firsts[first as usize], firsts[second as usize]);
                    let both = openers[a as usize].iter().zip(&*openers[b as usize]);
                    let union: Box<[u64]> = both.map(|(a, b)| a | b).collect();
                    (intern(union, &mut openers), accepts || also)
                }
                Step::Glue { next }
                | Step::Open { next, .. }
                | Step::Close { next, .. }
                | Step::Set { next, .. } => firsts[next as usize],
            };
            firsts.push(first);
        }
        self.firsts = firsts;
        self.openers = openers;
    }

    /// The states that read a token or accept, reached from `state` without reading.
    fn closure(&self, state: State, into: &mut Vec<State>, seen: &mut [u32], mark: u32) {
        let mut stack = vec![state];
        while let Some(state) = stack.pop() {
            if std::mem::replace(&mut seen[state as usize], mark) == mark {
                continue;
            }
            match self.steps[state as usize] {
                Step::Split { first, second } => stack.extend([second, first]),
                Step::Glue { next }
                | Step::Open { next, .. }
                | Step::Close { next, .. }
                | Step::Set { next, .. } => stack.push(next),
                Step::Token { .. } | Step::Take { .. } | Step::Accept { .. } => into.push(state),
            }
        }
    }
}

/// The DFA: a table from state and symbol to state.
#[derive(Debug)]
pub(crate) struct Dfa {
    symbols: usize,
    table: Vec<u32>,
    /// For each state, where its accepted patterns are in `patterns`.
    accepts: Vec<(u32, u32)>,
    patterns: Vec<u16>,
}

impl Dfa {
    /// The state from which nothing can be matched any more.
    pub(crate) const DEAD: u32 = 0;
    /// The state in which a match starts.
    pub(crate) const START: u32 = 1;

    /// How many states and symbols it has.
    pub(crate) fn size(&self) -> (usize, usize) {
        (self.accepts.len(), self.symbols)
    }

    /// The state after one more token.
    pub(crate) fn next(&self, state: u32, symbol: Symbol) -> u32 {
        self.table[state as usize * self.symbols + symbol as usize]
    }

    /// The patterns of which a match may end in this state, the first written first.
    pub(crate) fn accepted(&self, state: u32) -> &[u16] {
        let (from, to) = self.accepts[state as usize];
        &self.patterns[from as usize..to as usize]
    }

    /// Builds it by subset construction. `satisfied` tells, for each predicate, the symbols that
    /// satisfy it.
    pub(crate) fn build(nfa: &Nfa, starts: &[State], satisfied: &[Vec<bool>]) -> Self {
        Builder::new(nfa, satisfied).build(starts)
    }
}

struct Builder<'a> {
    nfa: &'a Nfa,
    satisfied: &'a [Vec<bool>],
    symbols: usize,
    known: FxHashMap<Box<[State]>, u32>,
    sets: Vec<Box<[State]>>,
    seen: Vec<u32>,
    mark: u32,
}

impl<'a> Builder<'a> {
    fn new(nfa: &'a Nfa, satisfied: &'a [Vec<bool>]) -> Self {
        Self {
            nfa,
            satisfied,
            symbols: satisfied.first().map_or(1, Vec::len),
            known: FxHashMap::default(),
            sets: Vec::new(),
            seen: vec![0; nfa.steps.len()],
            mark: 0,
        }
    }

    fn build(mut self, starts: &[State]) -> Dfa {
        self.intern(&[]);
        self.intern(starts);
        let mut dfa = Dfa {
            symbols: self.symbols,
            table: Vec::new(),
            accepts: Vec::new(),
            patterns: Vec::new(),
        };
        let mut at = 0;
        while at < self.sets.len() {
            let set = self.sets[at].clone();
            self.row(&set, &mut dfa.table);
            let from = dfa.patterns.len() as u32;
            let mut accepted: Vec<u16> =
                set.iter().filter_map(|&state| self.accepts(state)).collect();
            accepted.sort_unstable();
            accepted.dedup();
            dfa.patterns.extend(accepted);
            dfa.accepts.push((from, dfa.patterns.len() as u32));
            at += 1;
        }
        dfa
    }

    fn accepts(&self, state: State) -> Option<u16> {
        match self.nfa.steps[state as usize] {
            Step::Accept { pattern } => Some(pattern),
            _ => None,
        }
    }

    /// The transitions of one set of states, for every symbol.
    fn row(&mut self, set: &[State], table: &mut Vec<u32>) {
        let mut edges: FxHashMap<u16, Vec<State>> = FxHashMap::default();
        for &state in set {
            if let Step::Token { predicate, next } | Step::Take { predicate, next, .. } =
                self.nfa.steps[state as usize]
            {
                edges.entry(predicate).or_default().push(next);
            }
        }
        // Symbols that satisfy the same predicates lead to the same state.
        let mut fired: Vec<Vec<u16>> = vec![Vec::new(); self.symbols];
        let mut predicates: Vec<u16> = edges.keys().copied().collect();
        predicates.sort_unstable();
        for &predicate in &predicates {
            for (symbol, fired) in fired.iter_mut().enumerate() {
                if self.satisfied[predicate as usize][symbol] {
                    fired.push(predicate);
                }
            }
        }
        let mut targets: FxHashMap<Vec<u16>, u32> = FxHashMap::default();
        for fired in fired {
            if fired.is_empty() {
                table.push(Dfa::DEAD);
                continue;
            }
            if let Some(&target) = targets.get(&fired) {
                table.push(target);
                continue;
            }
            let next: Vec<State> =
                fired.iter().flat_map(|predicate| edges[predicate].iter().copied()).collect();
            let target = self.intern(&next);
            targets.insert(fired, target);
            table.push(target);
        }
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
        let id = self.sets.len() as u32;
        self.known.insert(set.clone(), id);
        self.sets.push(set);
        id
    }
}
