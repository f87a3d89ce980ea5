//! Where the forks of an NFA lead: most are alternatives of many words, of which a token leaves
//! one or two. Which these are is worked out when a text first comes to a fork with a symbol.

use rustc_hash::FxHashMap;

use super::Symbol;
use super::automaton::{Nfa, State, Step};

/// From so many answers on all are forgotten, so that texts of ever new words do not fill the
/// memory.
const MOST: usize = 1 << 15;

/// What is known of the forks of one NFA.
#[derive(Debug, Default)]
pub(crate) struct Forks {
    /// By their keys.
    known: FxHashMap<u64, Ways>,
    /// The ways of all of them, one fork's after the other's.
    states: Vec<State>,
    /// The states that are still to be followed, while a fork is worked out.
    open: Vec<State>,
}

/// The ways that lead on from a fork, by their numbers; the first one is to be tried first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ways {
    pub(crate) first: u32,
    pub(crate) end: u32,
}

impl Forks {
    /// Forgets everything once there is much. Ways that were given before are void then.
    pub(crate) fn make_room(&mut self) {
        if self.known.len() >= MOST {
            self.known.clear();
            self.states.clear();
        }
    }

    /// The ways that a match may take from a fork with this symbol; `None` is the end of the
    /// tokens.
    #[inline]
    pub(crate) fn ways(&mut self, nfa: &Nfa, fork: State, symbol: Option<Symbol>) -> Ways {
        match self.known.get(&Self::key(fork, symbol)) {
            Some(&ways) => ways,
            None => self.work_out(nfa, fork, symbol),
        }
    }

    /// A fork and a symbol in one number, which is hashed at once.
    #[inline]
    fn key(fork: State, symbol: Option<Symbol>) -> u64 {
        u64::from(fork) << 32 | symbol.map_or(u64::from(u32::MAX), u64::from)
    }

    /// The state that a way leads to, which is no fork.
    #[inline]
    pub(crate) fn state(&self, way: u32) -> State {
        self.states[way as usize]
    }

    #[cold]
    fn work_out(&mut self, nfa: &Nfa, fork: State, symbol: Option<Symbol>) -> Ways {
        let first = self.states.len() as u32;
        self.open.push(fork);
        while let Some(state) = self.open.pop() {
            match nfa.steps[state as usize] {
                _ if !nfa.may_go_on(state, symbol) => {}
                Step::Split { first, second } => self.open.extend([second, first]),
                _ => self.states.push(state),
            }
        }
        let ways = Ways { first, end: self.states.len() as u32 };
        self.known.insert(Self::key(fork, symbol), ways);
        ways
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::symbol_set::SymbolSet;

    /// Predicate 0 is satisfied by the symbols 0 and 2, predicate 1 by 1 and 2.
    fn satisfied() -> Vec<SymbolSet> {
        [[0, 2], [1, 2]]
            .map(|symbols| {
                let mut set = SymbolSet::new(3);
                for symbol in symbols {
                    set.insert(symbol);
                }
                set
            })
            .into()
    }

    #[test]
    fn only_the_ways_that_lead_on_are_given_in_their_order() {
        let mut nfa = Nfa::default();
        let end = nfa.push(Step::Accept { pattern: 0 });
        let [a, b, again] =
            [0, 1, 0].map(|predicate| nfa.push(Step::Token { predicate, next: end }));
        let inner = nfa.push(Step::Split { first: b, second: again });
        let fork = nfa.push(Step::Split { first: a, second: inner });
        let maybe = nfa.push(Step::Split { first: fork, second: end });
        nfa.prepare(&satisfied(), 3);
        let mut forks = Forks::default();
        let mut check = |fork, symbol, expected: &[State]| {
            for _ in 0..2 {
                let ways = forks.ways(&nfa, fork, symbol);
                let states: Vec<_> = (ways.first..ways.end).map(|way| forks.state(way)).collect();
                assert_eq!(states, expected, "{fork} {symbol:?}");
            }
        };
        check(fork, Some(0), &[a, again]);
        check(fork, Some(1), &[b]);
        check(fork, Some(2), &[a, b, again]);
        check(fork, None, &[]);
        check(maybe, None, &[end]);
    }
}
