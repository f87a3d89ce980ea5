//! Walking the NFA over the few tokens that the DFA proposed: exact, with captures.
//!
//! Whether a walk succeeds follows from the state and the token that it has come to. What was
//! tried in vain is therefore not tried again, and a walk takes no more steps than the pattern
//! has states at each of its tokens.

use rustc_hash::FxHashSet;

use super::token::Token;
use crate::language::{Forks, Grammar, NO_CLASS, Slot, State, Step, Symbol, Ways};

/// What one capture kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// The meaning of one token: its value in a class, or its number.
    Value(Slot, i32),
    /// Tokens `from..to` of the window, to be read as a number.
    Tokens(Slot, u32, u32),
}

/// Reads patterns and guards over a window of tokens.
#[derive(Debug)]
pub(super) struct Walker<'a> {
    pub(super) grammar: &'a Grammar,
    /// What the last successful match kept.
    pub(super) kept: Vec<Kept>,
    opened: Vec<(Slot, u32)>,
    /// Where forks lead.
    pub(super) forks: Forks,
    /// How many forks this walk has come to.
    passed: u32,
    /// The states and tokens that this walk has come to, once it has come to many.
    tried: FxHashSet<(State, usize)>,
}

/// Forks of a walk that are not worth remembering: nearly every walk has fewer.
const FEW_FORKS: u32 = 64;
/// How far a guard may look.
const GUARD_REACH: usize = 20;

impl<'a> Walker<'a> {
    pub(super) fn new(grammar: &'a Grammar, forks: Forks) -> Self {
        let (kept, opened) = (Vec::new(), Vec::new());
        Self { grammar, kept, opened, forks, passed: 0, tried: FxHashSet::default() }
    }

    /// Before each walk.
    fn forget(&mut self) {
        if self.passed > FEW_FORKS {
            self.tried.clear();
        }
        self.passed = 0;
        self.forks.make_room();
    }

    /// Whether a fork is worth taking: not one that was taken before.
    fn is_new(&mut self, state: State, at: usize) -> bool {
        self.passed += 1;
        self.passed <= FEW_FORKS || self.tried.insert((state, at))
    }

    /// The ways that are worth taking from a fork at a token of that symbol, and the state that
    /// the last of them leads to; `place` tells the tokens of a walk apart.
    fn ways(
        &mut self,
        fork: State,
        symbol: Option<Symbol>,
        place: usize,
    ) -> Option<(std::ops::Range<u32>, State)> {
        let Ways { first, end } = self.forks.ways(&self.grammar.nfa, fork, symbol);
        let last = end.checked_sub(1).filter(|&last| last >= first)?;
        let worth = last == first || self.is_new(fork, place);
        worth.then(|| (first..last, self.forks.state(last)))
    }

    /// Whether the fragment from `start` matches exactly the tokens `from..to`; what it captures
    /// is then in `kept`.
    pub(super) fn matches(
        &mut self,
        start: State,
        tokens: &[Token],
        from: usize,
        to: usize,
    ) -> bool {
        self.kept.clear();
        self.opened.clear();
        self.forget();
        self.walk(start, tokens, from, from, to)
    }

    fn walk(
        &mut self,
        mut state: State,
        tokens: &[Token],
        from: usize,
        mut at: usize,
        to: usize,
    ) -> bool {
        loop {
            match self.grammar.nfa.steps[state as usize] {
                Step::Token { predicate, next } => {
                    if at >= to || !self.grammar.lexicon.satisfies(tokens[at].symbol, predicate) {
                        return false;
                    }
                    (state, at) = (next, at + 1);
                }
                Step::Take { predicate, slot, next } => {
                    if at >= to || !self.grammar.lexicon.satisfies(tokens[at].symbol, predicate) {
                        return false;
                    }
                    let value = self.value(&tokens[at], predicate);
                    return self.keep(Kept::Value(slot, value), |walker| {
                        walker.walk(next, tokens, from, at + 1, to)
                    });
                }
                Step::Split { .. } => {
                    let symbol = tokens[..to].get(at).map(|token| token.symbol);
                    let Some((others, last)) = self.ways(state, symbol, at) else { return false };
                    for way in others {
                        if self.walk(self.forks.state(way), tokens, from, at, to) {
                            return true;
                        }
                    }
                    state = last;
                }
                Step::Glue { next } => {
                    if at <= from || tokens.get(at).is_none_or(Token::spaced) {
                        return false;
                    }
                    state = next;
                }
                Step::Open { slot, next } => {
                    self.opened.push((slot, at as u32));
                    let matched = self.walk(next, tokens, from, at, to);
                    self.opened.retain(|&(open, place)| (open, place) != (slot, at as u32));
                    return matched;
                }
                Step::Close { slot, next } => {
                    let opened = self.opened.iter().rev().find(|(open, _)| *open == slot);
                    let start = opened.map_or(at as u32, |&(_, start)| start);
                    let kept = Kept::Tokens(slot, start, at as u32);
                    return self.keep(kept, |walker| walker.walk(next, tokens, from, at, to));
                }
                Step::Set { slot, value, next } => {
                    let kept = Kept::Value(slot, value);
                    return self.keep(kept, |walker| walker.walk(next, tokens, from, at, to));
                }
                Step::Accept { .. } => return at == to,
            }
        }
    }

    fn keep(&mut self, kept: Kept, rest: impl FnOnce(&mut Self) -> bool) -> bool {
        self.kept.push(kept);
        let matched = rest(self);
        if !matched {
            self.kept.pop();
        }
        matched
    }

    fn value(&self, token: &Token, predicate: u16) -> i32 {
        let class = self.grammar.lexicon.class_of(predicate);
        if class == NO_CLASS {
            return token.content as i32;
        }
        self.grammar.lexicon.value(token.content, class, token.capital()).unwrap_or_default()
    }

    /// Whether a guard matches what stands directly behind the tokens before `at`.
    pub(super) fn stands_behind(&mut self, guard: State, tokens: &[Token], at: usize) -> bool {
        self.forget();
        self.look(guard, tokens, Look { at: at as isize, step: 1, left: GUARD_REACH })
    }

    /// Whether a guard, compiled to be read backwards, matches what stands directly before `at`.
    pub(super) fn stands_before(&mut self, guard: State, tokens: &[Token], at: usize) -> bool {
        self.forget();
        self.look(guard, tokens, Look { at: at as isize - 1, step: -1, left: GUARD_REACH })
    }

    fn look(&mut self, mut state: State, tokens: &[Token], mut look: Look) -> bool {
        let edge = self.grammar.lexicon.edge();
        loop {
            match self.grammar.nfa.steps[state as usize] {
                Step::Token { predicate, next } | Step::Take { predicate, next, .. } => {
                    let symbol = look.symbol(tokens, edge);
                    if look.left == 0 || !self.grammar.lexicon.satisfies(symbol, predicate) {
                        return false;
                    }
                    (state, look) = (next, look.moved());
                }
                Step::Split { .. } => {
                    let symbol = Some(look.symbol(tokens, edge));
                    let Some((others, last)) = self.ways(state, symbol, look.left) else {
                        return false;
                    };
                    for way in others {
                        if self.look(self.forks.state(way), tokens, look) {
                            return true;
                        }
                    }
                    state = last;
                }
                Step::Glue { next } => {
                    if !look.glued(tokens) {
                        return false;
                    }
                    state = next;
                }
                Step::Open { next, .. } | Step::Close { next, .. } | Step::Set { next, .. } => {
                    state = next;
                }
                Step::Accept { .. } => return true,
            }
        }
    }
}

/// Where a guard reads, and which way.
#[derive(Clone, Copy)]
struct Look {
    at: isize,
    step: isize,
    left: usize,
}

impl Look {
    fn moved(self) -> Self {
        Self { at: self.at + self.step, left: self.left - 1, ..self }
    }

    /// The symbol of the token here; the edge's, where a block starts or ends in between.
    fn symbol(self, tokens: &[Token], edge: u16) -> u16 {
        let Ok(at) = usize::try_from(self.at) else { return edge };
        let Some(token) = tokens.get(at) else { return edge };
        let crosses = if self.step > 0 {
            token.opens_block()
        } else {
            tokens.get(at + 1).is_some_and(Token::opens_block)
        };
        if crosses { edge } else { token.symbol }
    }

    /// Whether no white space stands between the token here and the one read before it.
    fn glued(self, tokens: &[Token]) -> bool {
        let right = if self.step > 0 { self.at } else { self.at + 1 };
        usize::try_from(right)
            .ok()
            .and_then(|right| tokens.get(right))
            .is_some_and(|token| !token.spaced())
    }
}
