//! The NFA of a pack's patterns, which knows captures, guards and white space.

use rustc_hash::FxHashMap;

use super::symbol_set::{SymbolSet, SymbolSets};
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
    /// For each state, how many steps the longest walk from it takes.
    walks: Vec<usize>,
    /// For each state, its set among `openers`, and whether it accepts without reading.
    firsts: Vec<(u32, bool)>,
    openers: SymbolSets,
}

impl Nfa {
    /// Adds a state in front of those that it leads to.
    pub(crate) fn push(&mut self, step: Step) -> State {
        let walk = |state: State| self.walks[state as usize];
        let rest = match step {
            Step::Accept { .. } => 0,
            Step::Split { first, second } => walk(first).max(walk(second)),
            Step::Token { next, .. }
            | Step::Take { next, .. }
            | Step::Glue { next }
            | Step::Open { next, .. }
            | Step::Close { next, .. }
            | Step::Set { next, .. } => walk(next),
        };
        self.walks.push(1 + rest);
        self.steps.push(step);
        (self.steps.len() - 1) as State
    }

    /// How many steps the longest walk from a state takes.
    pub(crate) fn longest_walk(&self, state: State) -> usize {
        self.walks[state as usize]
    }

    /// Whether a match may go on from `state` with this symbol; `None` is the end of the tokens.
    #[inline]
    pub(crate) fn may_go_on(&self, state: State, symbol: Option<Symbol>) -> bool {
        let (set, accepts) = self.firsts[state as usize];
        match symbol {
            _ if accepts => true,
            Some(symbol) => self.openers.contains(set as usize, symbol),
            None => false,
        }
    }

    /// Works out with which of so many symbols each state may go on. A state stands behind those
    /// that follow it, so that one pass is enough.
    pub(crate) fn prepare(&mut self, satisfied: &[SymbolSet], symbols: usize) {
        let mut known: FxHashMap<SymbolSet, u32> = FxHashMap::default();
        let mut openers: Vec<SymbolSet> = Vec::new();
        let mut intern = |set: SymbolSet, openers: &mut Vec<SymbolSet>| {
            *known.entry(set).or_insert_with_key(|set| {
                openers.push(set.clone());
                (openers.len() - 1) as u32
            })
        };
        // The same predicates and the same pairs come again and again: their sets are made once.
        let mut of_predicates: FxHashMap<Predicate, u32> = FxHashMap::default();
        let mut of_pairs: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        let mut firsts: Vec<(u32, bool)> = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let first = match *step {
                Step::Token { predicate, .. } | Step::Take { predicate, .. } => {
                    let set = || intern(satisfied[predicate as usize].clone(), &mut openers);
                    (*of_predicates.entry(predicate).or_insert_with(set), false)
                }
                Step::Accept { .. } => (intern(SymbolSet::new(symbols), &mut openers), true),
                Step::Split { first, second } => {
                    let ((a, accepts), (b, also)) =
                        (firsts[first as usize], firsts[second as usize]);
                    let set = || {
                        let mut either = openers[a as usize].clone();
                        either.add(&openers[b as usize]);
                        intern(either, &mut openers)
                    };
                    (*of_pairs.entry((a, b)).or_insert_with(set), accepts || also)
                }
                Step::Glue { next }
                | Step::Open { next, .. }
                | Step::Close { next, .. }
                | Step::Set { next, .. } => firsts[next as usize],
            };
            firsts.push(first);
        }
        self.firsts = firsts;
        self.openers = SymbolSets::new(openers.iter());
    }

    /// The states that read a token or accept, reached from some states without reading.
    pub(super) fn closure(
        &self,
        states: &[State],
        into: &mut Vec<State>,
        seen: &mut [u32],
        mark: u32,
    ) {
        let mut stack = states.to_vec();
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
