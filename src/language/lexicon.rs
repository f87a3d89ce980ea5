//! The words of a pack as a text's reader needs them: one lookup from a word to its symbol.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::Letters;
use super::automaton::Predicate;
use super::matcher::{Matcher, Symbol, Symbols};
use super::respelling::Spelling;
use super::symbol_set::{SymbolSet, SymbolSets};
use super::word_table::{UNKNOWN, WordTable};
use super::words::Classes;

/// One known word.
#[derive(Clone, Copy, Debug)]
struct Entry {
    symbols: [Symbol; 2],
    values: (u32, u32),
    roles: Roles,
    /// The entry of the same word with a full stop, if that is a word ("jan" and "jan.").
    dotted: u32,
}

/// One part of a compound in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    /// The entry of the word that it is read as.
    pub(crate) entry: u32,
    /// How many characters of the lower-case compound it has.
    pub(crate) chars: u32,
}

/// What a word means as one of a class.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value {
    pub(super) class: u16,
    /// Whether it means that only when it is capitalised.
    pub(super) capital: bool,
    pub(super) meaning: i32,
}

/// The words, numbers and signs of a pack with their symbols.
#[derive(Debug)]
pub(crate) struct Lexicon {
    words: WordTable,
    entries: Vec<Entry>,
    values: Vec<Value>,
    /// The parts of each compound; their entries stand behind those of all other words.
    compounds: Vec<Box<[Part]>>,
    numerals: Numerals,
    /// By number of digits less one, then by value.
    numbers: [Vec<Symbol>; 4],
    big_number: Symbol,
    signs: [Symbol; 128],
    other_sign: Symbol,
    /// Unknown words: in lower case, capitalised.
    others: [Symbol; 2],
    edge: Symbol,
    /// By predicate: which symbols satisfy it, and the class that it asks for.
    satisfying: SymbolSets,
    asked: Vec<u16>,
    /// How many symbols there are.
    symbols: usize,
    letters: Letters,
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
    /// Whether a full stop before three digits groups thousands.
    pub(crate) grouping_stop: bool,
}

/// What a word does to the expressions around it, as bits.
pub(crate) type Roles = u64;

/// The classes whose words have a role, each with its bit.
pub(crate) const ROLES: [(&str, Roles); 41] = [
    ("past", 1),
    ("future", 1 << 1),
    ("present", 1 << 2),
    ("neutral", 1 << 3),
    ("leading", 1 << 4),
    ("led", 1 << 5),
    ("range-to", 1 << 6),
    ("range-and", 1 << 7),
    ("range-between", 1 << 8),
    ("trailing", 1 << 9),
    ("range-link", 1 << 10),
    ("shift-on", 1 << 11),
    ("shift-back", 1 << 12),
    ("bare", 1 << 13),
    ("starting", 1 << 14),
    ("whole-amount", 1 << 15),
    ("ahead", 1 << 16),
    ("denial", 1 << 17),
    ("perfect", 1 << 18),
    ("placing", 1 << 19),
    ("towards", 1 << 20),
    ("towards-day", 1 << 21),
    ("towards-maybe", 1 << 22),
    ("back-to-day", 1 << 23),
    ("owning", 1 << 24),
    ("to-come", 1 << 25),
    ("awaiting", 1 << 26),
    ("subordinating", 1 << 27),
    ("asking", 1 << 28),
    ("preparing", 1 << 29),
    ("scheduled", 1 << 30),
    ("going-on", 1 << 31),
    ("likewise", 1 << 32),
    ("promising", 1 << 33),
    ("having", 1 << 34),
    ("aftermath", 1 << 35),
    ("towards-date", 1 << 36),
    ("saying", 1 << 37),
    ("shifting", 1 << 38),
    ("choosing", 1 << 39),
    ("abbreviated", 1 << 40),
];

/// The bit of a role.
pub(crate) const fn role(index: usize) -> Roles {
    ROLES[index].1
}

impl Lexicon {
    /// The entry of a word in lower case, [`UNKNOWN`] if it is not known.
    pub(crate) fn find(&self, word: &[u8]) -> u32 {
        self.words.find(word)
    }

    /// The entry of a word of at most eight bytes, the first one lowest, zeros behind it.
    #[inline]
    pub(crate) fn find_short(&self, head: u64) -> u32 {
        self.words.find_short(head)
    }

    /// The parts of a compound; none for any other word.
    #[inline]
    pub(crate) fn parts(&self, entry: u32) -> &[Part] {
        let number = (entry as usize).wrapping_sub(self.entries.len());
        self.compounds.get(number).map_or(&[], |parts| parts)
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
        self.satisfying.contains(predicate as usize, symbol)
    }

    /// The class that a predicate asks for, [`NO_CLASS`] if it asks for no class.
    pub(crate) fn class_of(&self, predicate: Predicate) -> u16 {
        self.asked[predicate as usize]
    }

    /// What a word means as one of a class.
    pub(crate) fn value(&self, entry: u32, class: u16, capital: bool) -> Option<i32> {
        let entry = self.entries.get(entry as usize)?;
        self.values[entry.values.0 as usize..entry.values.1 as usize]
            .iter()
            .find(|value| value.class == class && (capital || !value.capital))
            .map(|value| value.meaning)
    }

    /// How many symbols there are.
    pub(crate) const fn symbols(&self) -> usize {
        self.symbols
    }

    /// For each predicate, which symbols satisfy it.
    pub(crate) fn satisfied(&self) -> Vec<SymbolSet> {
        self.satisfying.each().collect()
    }

    /// Builds it from the classes, and from the predicates that the patterns use.
    pub(crate) fn build(classes: &Classes, predicates: &[Matcher], spelling: Spelling<'_>) -> Self {
        let mut lexicon = Builder::new(classes, predicates).build(spelling);
        lexicon.letters = spelling.settings.letters.clone();
        lexicon.numerals.grouping_stop = spelling.settings.grouping_stop;
        lexicon
    }

    /// What counts as a letter of a word.
    pub(crate) const fn letters(&self) -> &Letters {
        &self.letters
    }
}

/// The class of a predicate that asks for none.
pub(crate) const NO_CLASS: u16 = u16::MAX;

struct Builder<'a> {
    predicates: &'a [Matcher],
    classes: FxHashMap<&'a str, u16>,
    /// Every word with its values, in the order of the entries.
    words: BTreeMap<&'a str, Vec<Value>>,
}

impl<'a> Builder<'a> {
    fn new(classes: &'a Classes, predicates: &'a [Matcher]) -> Self {
        let mut words: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
        let mut numbers = FxHashMap::default();
        for (number, (name, forms)) in classes.iter().enumerate() {
            numbers.insert(name.as_str(), number as u16);
            for form in forms.iter().filter(|form| form.words.len() == 1) {
                let value =
                    Value { class: number as u16, capital: form.capital, meaning: form.value };
                words.entry(&form.words[0]).or_default().push(value);
            }
        }
        for matcher in predicates {
            if let Matcher::Word { text, .. } = matcher {
                words.entry(text).or_default();
            }
        }
        let stems: BTreeSet<&str> = words
            .keys()
            .filter_map(|word| word.strip_suffix('.'))
            .filter(|stem| !stem.contains('.'))
            .collect();
        for stem in stems {
            words.entry(stem).or_default();
        }
        Self { predicates, classes: numbers, words }
    }

    fn build(self, spelling: Spelling<'_>) -> Lexicon {
        let class = |name: &str| self.classes.get(name).copied();
        let mut symbols = Symbols::new(self.predicates, self.classes.len(), class);
        let others = [false, true].map(|capital| symbols.word("", &[], capital));
        let listed: Vec<&str> = self.words.keys().copied().collect();
        let (respelled, compounds) = spelling.spell(&listed);
        let table = WordTable::new(
            listed
                .iter()
                .copied()
                .chain(respelled.iter().map(|(text, _)| text.as_str()))
                .chain(compounds.iter().map(|(text, _)| text.as_str()))
                .collect::<Vec<_>>()
                .into_iter(),
        );
        let (mut entries, mut values) = (Vec::new(), Vec::new());
        for (&text, own) in &self.words {
            let from = values.len() as u32;
            values.extend_from_slice(own);
            entries.push(Entry {
                symbols: [false, true].map(|capital| symbols.word(text, own, capital)),
                values: (from, values.len() as u32),
                roles: own.iter().fold(0, |roles, value| roles | self.role_of(value.class)),
                dotted: UNKNOWN,
            });
        }
        for (number, text) in self.words.keys().enumerate() {
            let stem = text.strip_suffix('.').map_or(UNKNOWN, |stem| table.find(stem.as_bytes()));
            if let Some(stem) = entries.get_mut(stem as usize) {
                stem.dotted = number as u32;
            }
        }
        for &(_, number) in &respelled {
            entries.push(entries[number as usize]);
        }
        let numbers = [1, 2, 3, 4].map(|digits| symbols.numbers(digits));
        let big_number = symbols.big_number();
        let signs = std::array::from_fn(|byte| symbols.sign(byte as u8));
        let numerals = Numerals {
            number: class("number"),
            fraction: class("fraction"),
            vague: class("vague-number"),
            ordinal: class("ordinal"),
            grouping_stop: false,
        };
        let (other_sign, edge) = (symbols.sign(0), symbols.edge());
        Lexicon {
            words: table,
            entries,
            values,
            compounds: compounds.into_iter().map(|(_, parts)| parts).collect(),
            numerals,
            numbers,
            big_number,
            signs,
            other_sign,
            others,
            edge,
            satisfying: SymbolSets::new(symbols.satisfying().iter()),
            asked: self.predicates.iter().map(|matcher| self.class_of(matcher)).collect(),
            symbols: symbols.len(),
            letters: Letters::default(),
        }
    }

    fn role_of(&self, class: u16) -> Roles {
        let named = |name: &str| self.classes.get(name) == Some(&class);
        ROLES.iter().find(|(name, _)| named(name)).map_or(0, |&(_, bit)| bit)
    }

    /// The class that a predicate asks for.
    fn class_of(&self, matcher: &Matcher) -> u16 {
        match matcher {
            Matcher::Class(name) => self.classes.get(name.as_str()).copied().unwrap_or(NO_CLASS),
            _ => NO_CLASS,
        }
    }
}
