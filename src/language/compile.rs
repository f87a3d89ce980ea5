//! From the word and pattern files to the tables that reading a text needs.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::automaton::{Nfa, Predicate, State, Step};
use super::dfa::Dfas;
use super::lexicon::Lexicon;
use super::matcher::Matcher;
use super::patterns::{PatternFiles, PatternSource};
use super::respelling::Spelling;
use super::syntax::Node;
use super::vocabulary::term;
use super::words::{Classes, Form};
use super::{Grammar, PackError, Pattern, Slot, Sort};

/// How deep parts may stand in parts.
const MAX_DEPTH: usize = 12;
/// How many steps a walk through a pattern may take: it is walked by recursion.
const MAX_WALK: usize = 2000;

/// Compiles a pack's grammar.
pub(crate) fn compile(
    classes: &Classes,
    files: &PatternFiles,
    spelling: Spelling<'_>,
) -> Result<Grammar, PackError> {
    let mut compiler = Compiler {
        classes,
        parts: &files.parts,
        nfa: Nfa::default(),
        predicates: Vec::new(),
        known: FxHashMap::default(),
    };
    let mut patterns = Vec::new();
    let mut starts = Vec::new();
    for (number, source) in files.patterns.iter().enumerate() {
        let at = |message| PackError { file: source.file.clone(), line: source.line, message };
        let (start, pattern) = compiler.pattern(source, number as u16).map_err(at)?;
        starts.push(start);
        patterns.push(pattern);
    }
    let lexicon = Lexicon::build(classes, &compiler.predicates, spelling);
    let satisfied = lexicon.satisfied();
    let mut nfa = compiler.nfa;
    nfa.prepare(&satisfied, lexicon.symbols());
    let dfas = Dfas::new(starts, satisfied, lexicon.symbols());
    Ok(Grammar { lexicon, nfa, dfas, patterns })
}

struct Compiler<'a> {
    classes: &'a Classes,
    parts: &'a BTreeMap<String, Node>,
    nfa: Nfa,
    predicates: Vec<Matcher>,
    known: FxHashMap<Matcher, Predicate>,
}

/// In which order a fragment reads the text; guards before the match are read backwards.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Forward,
    Backward,
}

impl Compiler<'_> {
    fn pattern(&mut self, source: &PatternSource, number: u16) -> Result<(State, Pattern), String> {
        let accept = self.nfa.push(Step::Accept { pattern: number });
        let start = self.fragment(&source.find, accept, Order::Forward, 0)?;
        let mut guards = [None; 4];
        for (index, guard) in source.guards.iter().enumerate() {
            if let Some(node) = guard {
                let accept = self.nfa.push(Step::Accept { pattern: number });
                let order = if index < 2 { Order::Backward } else { Order::Forward };
                guards[index] = Some(self.fragment(node, accept, order, 0)?);
            }
        }
        let walks = guards.iter().flatten().chain([&start]);
        if walks.copied().any(|start| self.nfa.longest_walk(start) > MAX_WALK) {
            return Err("it is too long".to_owned());
        }
        let [only_after, not_after, only_before, not_before] = guards;
        let pattern = Pattern {
            name: source.name.clone(),
            gives: source.gives,
            kind: source.kind,
            tense: source.tense,
            texts: source.texts,
            aside: source.aside,
            start,
            only_after,
            not_after,
            only_before,
            not_before,
        };
        Ok((start, pattern))
    }

    /// Emits the states of `node` in front of `next`, and gives the first of them.
    fn fragment(
        &mut self,
        node: &Node,
        next: State,
        order: Order,
        depth: usize,
    ) -> Result<State, String> {
        if depth > MAX_DEPTH {
            return Err("its parts contain each other without end".to_owned());
        }
        match node {
            Node::Sequence(items) => {
                let mut next = next;
                let in_order: Vec<&Node> = match order {
                    Order::Forward => items.iter().rev().collect(),
                    Order::Backward => items.iter().collect(),
                };
                for item in in_order {
                    next = self.fragment(item, next, order, depth)?;
                }
                Ok(next)
            }
            Node::Choice(branches) => {
                let mut states = Vec::new();
                for branch in branches {
                    states.push(self.fragment(branch, next, order, depth)?);
                }
                Ok(self.one_of(&states))
            }
            Node::Optional(inner) => {
                let first = self.fragment(inner, next, order, depth)?;
                Ok(self.nfa.push(Step::Split { first, second: next }))
            }
            Node::Glue => Ok(self.nfa.push(Step::Glue { next })),
            Node::Part(name) => {
                let part =
                    self.parts.get(name).ok_or_else(|| format!("there is no part '@{name}'"))?;
                self.fragment(part, next, order, depth + 1)
            }
            Node::Constant { slot, term } => self.constant(*slot, term, next),
            Node::Capture { slot, body } => self.capture(*slot, body, next, order, depth),
            Node::Class(name) => self.class(name, None, next, order),
            Node::Word(text) => {
                let matcher = Matcher::Word { text: text.clone(), capital: false };
                Ok(self.token(matcher, next))
            }
            Node::Sign(byte) => Ok(self.token(Matcher::Sign(*byte), next)),
            Node::Range { low, high, width, step } => Ok(self.token(
                Matcher::Range { low: *low, high: *high, width: *width, step: *step },
                next,
            )),
        }
    }

    fn one_of(&mut self, states: &[State]) -> State {
        let mut all = states.iter().rev().copied();
        let last = all.next().unwrap_or_default();
        all.fold(last, |second, first| self.nfa.push(Step::Split { first, second }))
    }

    fn token(&mut self, matcher: Matcher, next: State) -> State {
        let predicate = self.predicate(matcher);
        self.nfa.push(Step::Token { predicate, next })
    }

    fn predicate(&mut self, matcher: Matcher) -> Predicate {
        if let Some(&known) = self.known.get(&matcher) {
            return known;
        }
        let predicate = self.predicates.len() as Predicate;
        self.predicates.push(matcher.clone());
        self.known.insert(matcher, predicate);
        predicate
    }

    fn constant(&mut self, slot: Slot, text: &str, next: State) -> Result<State, String> {
        match term(text) {
            Some((sort, value)) if sort == slot.sort() => {
                Ok(self.nfa.push(Step::Set { slot, value, next }))
            }
            _ => Err(format!("'{text}' cannot be kept as '{}'", slot.name())),
        }
    }

    fn capture(
        &mut self,
        slot: Slot,
        body: &Node,
        next: State,
        order: Order,
        depth: usize,
    ) -> Result<State, String> {
        match body {
            Node::Class(name) => self.class(name, Some(slot), next, order),
            Node::Range { low, high, width, step } => {
                let matcher = Matcher::Range { low: *low, high: *high, width: *width, step: *step };
                let predicate = self.predicate(matcher);
                Ok(self.nfa.push(Step::Take { predicate, slot, next }))
            }
            _ => {
                let close = self.nfa.push(Step::Close { slot, next });
                let inner = self.fragment(body, close, order, depth)?;
                Ok(self.nfa.push(Step::Open { slot, next: inner }))
            }
        }
    }

    /// A word of a class: a single word by its class, and each form of several words spelled out.
    fn class(
        &mut self,
        name: &str,
        slot: Option<Slot>,
        next: State,
        order: Order,
    ) -> Result<State, String> {
        if let Some(matcher) = Matcher::built_in(name) {
            let predicate = self.predicate(matcher);
            return Ok(match slot {
                Some(slot) => self.nfa.push(Step::Take { predicate, slot, next }),
                None => self.nfa.push(Step::Token { predicate, next }),
            });
        }
        let forms = self.classes.get(name).ok_or_else(|| format!("there is no class <{name}>"))?;
        if let (Some(slot), Some(form)) = (slot, forms.first())
            && form.sort != slot.sort()
            && form.sort != Sort::Plain
        {
            return Err(format!("the words of <{name}> cannot be kept as '{}'", slot.name()));
        }
        let mut states = Vec::new();
        for form in forms.iter().filter(|form| form.words.len() > 1) {
            states.push(self.phrase(form, slot, next, order));
        }
        let predicate = self.predicate(Matcher::Class(name.to_owned()));
        states.push(match slot {
            Some(slot) => self.nfa.push(Step::Take { predicate, slot, next }),
            None => self.nfa.push(Step::Token { predicate, next }),
        });
        Ok(self.one_of(&states))
    }

    fn phrase(&mut self, form: &Form, slot: Option<Slot>, next: State, order: Order) -> State {
        let mut next = match slot {
            Some(slot) => self.nfa.push(Step::Set { slot, value: form.value, next }),
            None => next,
        };
        let mut numbered: Vec<(usize, &String)> = form.words.iter().enumerate().collect();
        if order == Order::Forward {
            numbered.reverse();
        }
        for (index, word) in numbered {
            let matcher = match word.as_bytes() {
                [sign] if sign.is_ascii_punctuation() => Matcher::Sign(*sign),
                _ => Matcher::Word { text: word.clone(), capital: form.capital && index == 0 },
            };
            next = self.token(matcher, next);
        }
        next
    }
}
