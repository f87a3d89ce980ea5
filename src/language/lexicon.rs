//! The words of a pack as a text's reader needs them: one lookup from a word to its symbol.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::automaton::Predicate;
use super::words::Classes;

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

/// One known word.
#[derive(Clone, Copy, Debug)]
struct Entry {
    symbols: [Symbol; 2],
    values: (u32, u32),
    roles: Roles,
    /// The entry of the same word with a full stop, if that is a word ("jan" and "jan.").
    dotted: u32,
}

#[derive(Clone, Copy, Debug)]
struct Value {
    class: u16,
    capital: bool,
    meaning: i32,
}

/// What a predicate is once symbols are known.
#[derive(Debug)]
struct Compiled {
    symbols: Box<[bool]>,
    class: u16,
}

/// The words, numbers and signs of a pack with their symbols.
#[derive(Debug)]
pub(crate) struct Lexicon {
    ids: FxHashMap<Box<[u8]>, u32>,
    entries: Vec<Entry>,
    values: Vec<Value>,
    numerals: Numerals,
    /// By number of digits less one, then by value.
    numbers: [Vec<Symbol>; 4],
    big_number: Symbol,
    signs: [Symbol; 128],
    other_sign: Symbol,
    /// Unknown words: in lower case, capitalised.
    others: [Symbol; 2],
    edge: Symbol,
    predicates: Vec<Compiled>,
    /// For each first byte, the lengths (as bits) of the known words that start so.
    shapes: Box<[u64; 256]>,
}

/// The classes that reading a text asks for by name, by number; `None` where a pack has none.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Numerals {
    /// Numbers in words.
    pub(crate) number: Option<u16>,
    /// Fractions in words, in thousandths.
    pub(crate) fraction: Option<u16>,
    /// Numbers that do not say how many.
    pub(crate) vague: Option<u16>,
    /// Ordinals in words.
    pub(crate) ordinal: Option<u16>,
}

/// What a word does to the expressions around it, as bits.
pub(crate) type Roles = u16;

/// The classes whose words have a role, each with its bit.
pub(crate) const ROLES: [(&str, Roles); 9] = [
    ("past", 1),
    ("future", 1 << 1),
    ("present", 1 << 2),
    ("neutral", 1 << 3),
    ("leading", 1 << 4),
    ("led", 1 << 5),
    ("range-to", 1 << 6),
    ("range-and", 1 << 7),
    ("range-between", 1 << 8),
];

/// The bit of a role.
pub(crate) const fn role(index: usize) -> Roles {
    ROLES[index].1
}

/// No entry.
pub(crate) const UNKNOWN: u32 = u32::MAX;

impl Lexicon {
    /// The entry of a word in lower case, [`UNKNOWN`] if it is not known.
    #[inline]
    pub(crate) fn find(&self, word: &[u8]) -> u32 {
        let Some(&first) = word.first() else { return UNKNOWN };
        if self.shapes[first as usize] >> word.len().min(63) & 1 == 0 {
            return UNKNOWN;
        }
        self.ids.get(word).copied().unwrap_or(UNKNOWN)
    }

    /// The entry of the same word with a full stop.
    pub(crate) fn dotted(&self, entry: u32) -> u32 {
        self.entries.get(entry as usize).map_or(UNKNOWN, |entry| entry.dotted)
    }

    /// The symbol of a word.
    #[inline]
    pub(crate) fn word(&self, entry: u32, capital: bool) -> Symbol {
        match self.entries.get(entry as usize) {
            Some(entry) => entry.symbols[usize::from(capital)],
            None => self.others[usize::from(capital)],
        }
    }

    /// The roles of a word.
    #[inline]
    pub(crate) fn roles(&self, entry: u32) -> Roles {
        self.entries.get(entry as usize).map_or(0, |entry| entry.roles)
    }

    /// The classes of numbers in words.
    pub(crate) const fn numerals(&self) -> Numerals {
        self.numerals
    }

    /// The symbol of a number.
    #[inline]
    pub(crate) fn number(&self, digits: usize, value: u32) -> Symbol {
        match self.numbers.get(digits.wrapping_sub(1)) {
            Some(table) => table.get(value as usize).copied().unwrap_or(self.big_number),
            None => self.big_number,
        }
    }

    /// The symbol of a sign; anything but ASCII is "another sign".
    #[inline]
    pub(crate) fn sign(&self, byte: u8) -> Symbol {
        self.signs.get(byte as usize).copied().unwrap_or(self.other_sign)
    }

    /// The symbol of "no token".
    pub(crate) const fn edge(&self) -> Symbol {
        self.edge
    }

    /// Whether a symbol satisfies a predicate.
    #[inline]
    pub(crate) fn satisfies(&self, symbol: Symbol, predicate: Predicate) -> bool {
        self.predicates[predicate as usize].symbols[symbol as usize]
    }

    /// The class that a predicate asks for, [`NO_CLASS`] if it asks for no class.
    pub(crate) fn class_of(&self, predicate: Predicate) -> u16 {
        self.predicates[predicate as usize].class
    }

    /// What a word means as one of a class.
    pub(crate) fn value(&self, entry: u32, class: u16, capital: bool) -> Option<i32> {
        let entry = self.entries.get(entry as usize)?;
        self.values[entry.values.0 as usize..entry.values.1 as usize]
            .iter()
            .find(|value| value.class == class && (capital || !value.capital))
            .map(|value| value.meaning)
    }

    /// For each predicate, which symbols satisfy it.
    pub(crate) fn satisfied(&self) -> Vec<Vec<bool>> {
        self.predicates.iter().map(|predicate| predicate.symbols.to_vec()).collect()
    }

    /// Builds it from the classes, and from the predicates that the patterns use.
    pub(crate) fn build(classes: &Classes, predicates: &[Matcher]) -> Self {
        Builder::new(classes, predicates).build()
    }
}

/// The class of a predicate that asks for none.
pub(crate) const NO_CLASS: u16 = u16::MAX;

struct Builder<'a> {
    predicates: &'a [Matcher],
    classes: FxHashMap<String, u16>,
    /// Every word with its values, in the order of the entries.
    words: Vec<(String, Vec<Value>)>,
    symbols: FxHashMap<Vec<Predicate>, Symbol>,
}

/// A token in the abstract, to try the predicates on.
enum Sample<'a> {
    Word { text: &'a str, values: &'a [Value], capital: bool },
    Number { digits: usize, value: u32 },
    Sign(u8),
    Edge,
}

impl<'a> Builder<'a> {
    fn new(classes: &'a Classes, predicates: &'a [Matcher]) -> Self {
        let mut words: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        let mut numbers = FxHashMap::default();
        for (number, (name, forms)) in classes.iter().enumerate() {
            numbers.insert(name.clone(), number as u16);
            for form in forms.iter().filter(|form| form.words.len() == 1) {
                let value =
                    Value { class: number as u16, capital: form.capital, meaning: form.value };
                words.entry(form.words[0].clone()).or_default().push(value);
            }
        }
        let literal = predicates.iter().filter_map(|matcher| match matcher {
            Matcher::Word { text, .. } => Some(text.clone()),
            _ => None,
        });
        for text in literal {
            words.entry(text).or_default();
        }
        let stems: BTreeSet<String> = words
            .keys()
            .filter_map(|word| word.strip_suffix('.'))
            .filter(|stem| !stem.contains('.'))
            .map(str::to_owned)
            .collect();
        for stem in stems {
            words.entry(stem).or_default();
        }
        Self {
            predicates,
            classes: numbers,
            words: words.into_iter().collect(),
            symbols: FxHashMap::default(),
        }
    }

    fn build(mut self) -> Lexicon {
        let others = [false, true]
            .map(|capital| self.symbol(&Sample::Word { text: "", values: &[], capital }));
        let (mut entries, mut values, mut ids) = (Vec::new(), Vec::new(), FxHashMap::default());
        let words = std::mem::take(&mut self.words);
        let mut shapes = Box::new([0_u64; 256]);
        for (text, own) in &words {
            let symbols = [false, true]
                .map(|capital| self.symbol(&Sample::Word { text, values: own, capital }));
            let from = values.len() as u32;
            values.extend_from_slice(own);
            ids.insert(text.as_bytes().into(), entries.len() as u32);
            let roles = own.iter().fold(0, |roles, value| roles | self.role_of(value.class));
            entries.push(Entry {
                symbols,
                values: (from, values.len() as u32),
                roles,
                dotted: UNKNOWN,
            });
            shapes[text.as_bytes()[0] as usize] |= 1 << text.len().min(63);
        }
        for (text, _) in &words {
            if let Some(&stem) = text.strip_suffix('.').and_then(|stem| ids.get(stem.as_bytes())) {
                entries[stem as usize].dotted = ids[text.as_bytes()];
            }
        }
        let numbers = [1, 2, 3, 4].map(|digits| {
            let end = 10_u32.pow(digits as u32);
            (0..end).map(|value| self.symbol(&Sample::Number { digits, value })).collect()
        });
        let big_number = self.symbol(&Sample::Number { digits: 5, value: 10_000 });
        let signs = std::array::from_fn(|byte| self.symbol(&Sample::Sign(byte as u8)));
        let other_sign = self.symbol(&Sample::Sign(0));
        let edge = self.symbol(&Sample::Edge);
        let predicates = self.compiled();
        let class = |name: &str| self.classes.get(name).copied();
        let numerals = Numerals {
            number: class("number"),
            fraction: class("fraction"),
            vague: class("vague-number"),
            ordinal: class("ordinal"),
        };
        Lexicon {
            ids,
            entries,
            values,
            numerals,
            numbers,
            big_number,
            signs,
            other_sign,
            others,
            edge,
            predicates,
            shapes,
        }
    }

    fn role_of(&self, class: u16) -> Roles {
        let named = |name: &str| self.classes.get(name) == Some(&class);
        ROLES.iter().find(|(name, _)| named(name)).map_or(0, |&(_, bit)| bit)
    }

    /// The symbol of everything that satisfies just what this sample satisfies.
    fn symbol(&mut self, sample: &Sample<'_>) -> Symbol {
        let satisfied: Vec<Predicate> = (0..self.predicates.len())
            .filter(|&index| self.satisfies(&self.predicates[index], sample))
            .map(|index| index as Predicate)
            .collect();
        let fresh = self.symbols.len() as Symbol;
        *self.symbols.entry(satisfied).or_insert(fresh)
    }

    fn satisfies(&self, matcher: &Matcher, sample: &Sample<'_>) -> bool {
        match (matcher, sample) {
            (Matcher::Word { text, capital: must }, Sample::Word { text: word, capital, .. }) => {
                text == word && (*capital || !must)
            }
            (Matcher::Class(name), Sample::Word { values, capital, .. }) => {
                let class = self.classes.get(name).copied();
                values.iter().any(|v| Some(v.class) == class && (*capital || !v.capital))
            }
            (Matcher::Range { low, high, width, step }, Sample::Number { digits, value }) => {
                let value = *value as i32;
                let fits = (*low..=*high).contains(&value) && (value - low) % step == 0;
                fits && *digits <= 4 && (*width == 0 || width == digits)
            }
            (Matcher::Digits, Sample::Number { .. })
            | (Matcher::AnySign, Sample::Sign(_))
            | (Matcher::Any, Sample::Word { .. })
            | (Matcher::Edge, Sample::Edge) => true,
            (Matcher::Name, Sample::Word { capital, .. }) => *capital,
            (Matcher::Sign(sign), Sample::Sign(byte)) => sign == byte,
            _ => false,
        }
    }

    fn compiled(&self) -> Vec<Compiled> {
        let mut compiled: Vec<Compiled> = self
            .predicates
            .iter()
            .map(|matcher| Compiled {
                symbols: vec![false; self.symbols.len()].into(),
                class: match matcher {
                    Matcher::Class(name) => self.classes.get(name).copied().unwrap_or(NO_CLASS),
                    _ => NO_CLASS,
                },
            })
            .collect();
        for (satisfied, &symbol) in &self.symbols {
            for &predicate in satisfied {
                compiled[predicate as usize].symbols[symbol as usize] = true;
            }
        }
        compiled
    }
}
