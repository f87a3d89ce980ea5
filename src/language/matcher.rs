//! What a pattern may ask of a token, and the symbols that follow from it: two tokens that
//! satisfy the same of these have the same symbol.

use rustc_hash::FxHashMap;

use super::automaton::Predicate;
use super::lexicon::Value;
use super::symbol_set::SymbolSet;

/// What a token is to the automata: two tokens with the same symbol match the same things.
pub type Symbol = u16;

/// What a predicate asks of a token.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Matcher {
    /// This word in any case, or only capitalised.
    Word { text: String, capital: bool },
    /// This ASCII sign (every dash is `-`, every apostrophe `'`).
    Sign(u8),
    /// A word of this class.
    Class(String),
    /// A number in this range; with a width, of so many digits.
    Range { low: i32, high: i32, width: usize, step: i32 },
    /// Any number.
    Digits,
    /// Any capitalised word.
    Name,
    /// Any word.
    Any,
    /// Any sign.
    AnySign,
    /// No token: the text, its paragraph or the sentence ends here.
    Edge,
}

impl Matcher {
    /// The matchers that have a name without being a class of words.
    pub(crate) fn built_in(name: &str) -> Option<Self> {
        Some(match name {
            "digits" => Self::Digits,
            "Name" => Self::Name,
            "any" => Self::Any,
            "sign" => Self::AnySign,
            "edge" => Self::Edge,
            _ => return None,
        })
    }
}

/// The predicates of a pack in the order in which a token is tried on them.
pub(super) struct Symbols<'a> {
    words: FxHashMap<&'a str, Vec<(Predicate, bool)>>,
    /// By the class's number.
    classes: Vec<Vec<Predicate>>,
    ranges: Vec<(Predicate, Range)>,
    signs: FxHashMap<u8, Predicate>,
    digits: Vec<Predicate>,
    names: Vec<Predicate>,
    any: Vec<Predicate>,
    any_sign: Vec<Predicate>,
    edge: Vec<Predicate>,
    predicates: usize,
    /// The predicates that each symbol satisfies, in order.
    known: FxHashMap<Box<[Predicate]>, Symbol>,
}

#[derive(Clone, Copy)]
struct Range {
    low: i32,
    high: i32,
    width: usize,
    step: i32,
}

impl<'a> Symbols<'a> {
    /// Sorts the predicates of a pack; `class` is the number of a class by its name.
    pub(super) fn new(
        predicates: &'a [Matcher],
        classes: usize,
        class: impl Fn(&str) -> Option<u16>,
    ) -> Self {
        let mut sorted = Self {
            words: FxHashMap::default(),
            classes: vec![Vec::new(); classes],
            ranges: Vec::new(),
            signs: FxHashMap::default(),
            digits: Vec::new(),
            names: Vec::new(),
            any: Vec::new(),
            any_sign: Vec::new(),
            edge: Vec::new(),
            predicates: predicates.len(),
            known: FxHashMap::default(),
        };
        for (index, matcher) in predicates.iter().enumerate() {
            let predicate = index as Predicate;
            match matcher {
                Matcher::Word { text, capital } => {
                    sorted.words.entry(text).or_default().push((predicate, *capital));
                }
                Matcher::Class(name) => {
                    if let Some(class) = class(name) {
                        sorted.classes[usize::from(class)].push(predicate);
                    }
                }
                &Matcher::Range { low, high, width, step } => {
                    sorted.ranges.push((predicate, Range { low, high, width, step }));
                }
                &Matcher::Sign(sign) => {
                    sorted.signs.insert(sign, predicate);
                }
                Matcher::Digits => sorted.digits.push(predicate),
                Matcher::Name => sorted.names.push(predicate),
                Matcher::Any => sorted.any.push(predicate),
                Matcher::AnySign => sorted.any_sign.push(predicate),
                Matcher::Edge => sorted.edge.push(predicate),
            }
        }
        sorted
    }

    /// The symbol of a word with these meanings, in lower case or capitalised.
    pub(super) fn word(&mut self, text: &str, values: &[Value], capital: bool) -> Symbol {
        let mut satisfied = self.any.clone();
        if capital {
            satisfied.extend(&self.names);
        }
        for value in values.iter().filter(|value| capital || !value.capital) {
            satisfied.extend(&self.classes[usize::from(value.class)]);
        }
        let literal = self.words.get(text).into_iter().flatten();
        satisfied.extend(literal.filter(|(_, must)| capital || !must).map(|&(index, _)| index));
        self.symbol(satisfied)
    }

    /// The symbols of all numbers of so many digits, by their value.
    pub(super) fn numbers(&mut self, digits: usize) -> Vec<Symbol> {
        let mut satisfied = vec![self.digits.clone(); 10_usize.pow(digits as u32)];
        let of_width = |range: &Range| range.width == 0 || range.width == digits;
        for (predicate, range) in self.ranges.iter().filter(|(_, range)| of_width(range)) {
            let high = range.high.min(satisfied.len() as i32 - 1);
            for value in (range.low..=high).step_by(range.step as usize) {
                if let Some(of_number) = satisfied.get_mut(value as usize) {
                    of_number.push(*predicate);
                }
            }
        }
        satisfied.into_iter().map(|satisfied| self.symbol(satisfied)).collect()
    }

    /// The symbol of a number of more digits than any range has.
    pub(super) fn big_number(&mut self) -> Symbol {
        self.symbol(self.digits.clone())
    }

    /// The symbol of a sign.
    pub(super) fn sign(&mut self, sign: u8) -> Symbol {
        let mut satisfied = self.any_sign.clone();
        satisfied.extend(self.signs.get(&sign));
        self.symbol(satisfied)
    }

    /// The symbol of "no token".
    pub(super) fn edge(&mut self) -> Symbol {
        self.symbol(self.edge.clone())
    }

    /// The symbol of everything that satisfies just these predicates.
    fn symbol(&mut self, mut satisfied: Vec<Predicate>) -> Symbol {
        satisfied.sort_unstable();
        satisfied.dedup();
        let fresh = self.known.len() as Symbol;
        *self.known.entry(satisfied.into()).or_insert(fresh)
    }

    /// How many symbols there are so far.
    pub(super) fn len(&self) -> usize {
        self.known.len()
    }

    /// For each predicate, the symbols that satisfy it.
    pub(super) fn satisfying(&self) -> Vec<SymbolSet> {
        let mut sets = vec![SymbolSet::new(self.known.len()); self.predicates];
        for (satisfied, &symbol) in &self.known {
            for &predicate in satisfied {
                sets[usize::from(predicate)].insert(symbol);
            }
        }
        sets
    }
}
