//! What a match kept, as numbers by name.

use std::ops::RangeInclusive;

use smallvec::SmallVec;

use super::matching::Kept;
use super::token::Token;
pub(super) use crate::language::VAGUE;
use crate::language::{Lexicon, MODIFIERS, Slot};
use crate::time::{Granularity, Modifier, Moment};

/// The captures of one match: one number for each slot that was kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields {
    /// A bit for each of those slots.
    present: u64,
    /// Their numbers, in the order of the slots: a document keeps those of all its expressions,
    /// few of which have more than these.
    values: SmallVec<[i32; 6]>,
}

/// Amounts are kept in thousandths: "two and a half" is 2500.
pub(super) const ONE: i32 = 1000;

impl Fields {
    pub(super) fn set(&mut self, slot: Slot, value: i32) {
        let place = self.place(slot);
        if self.has(slot) {
            self.values[place] = value;
        } else {
            self.present |= 1 << slot as u64;
            self.values.insert(place, value);
        }
    }

    pub(super) fn clear(&mut self, slot: Slot) {
        if self.has(slot) {
            self.values.remove(self.place(slot));
            self.present &= !(1 << slot as u64);
        }
    }

    pub(super) fn get(&self, slot: Slot) -> Option<i32> {
        self.has(slot).then(|| self.values[self.place(slot)])
    }

    /// Where among the numbers that of a slot stands, or would.
    const fn place(&self, slot: Slot) -> usize {
        (self.present & ((1 << slot as u64) - 1)).count_ones() as usize
    }

    pub(super) const fn has(&self, slot: Slot) -> bool {
        self.present >> slot as u64 & 1 == 1
    }

    /// The year, where nothing else is stated.
    pub(super) fn bare_year(&self) -> Option<i32> {
        self.get(Slot::Year).filter(|_| self.present == 1 << Slot::Year as u64)
    }

    pub(super) fn has_any(&self, slots: &[Slot]) -> bool {
        slots.iter().any(|&slot| self.has(slot))
    }

    pub(super) fn unit(&self) -> Option<Granularity> {
        self.get(Slot::Unit).and_then(|code| Granularity::ALL.get(code as usize).copied())
    }

    pub(super) fn modifier(&self) -> Option<Modifier> {
        self.get(Slot::Mod).and_then(|code| MODIFIERS.get(code as usize).copied())
    }

    /// Reads what a match over the window of `tokens` kept.
    pub(super) fn read(kept: &[Kept], tokens: &[Token], lexicon: &Lexicon) -> Self {
        let mut fields = Self::default();
        for kept in kept {
            match *kept {
                Kept::Value(slot @ (Slot::Amount | Slot::AmountTo), VAGUE) => {
                    fields.set(slot, VAGUE);
                }
                Kept::Value(slot @ (Slot::Amount | Slot::AmountTo), value) => {
                    fields.set(slot, value.saturating_mul(ONE));
                }
                Kept::Value(slot, value) => fields.set(slot, value),
                Kept::Tokens(slot, from, to) => {
                    let tokens = &tokens[from as usize..to as usize];
                    let number = Numeral::read(tokens, lexicon, slot == Slot::Year);
                    let value = match slot {
                        // "Two years and a half": what comes later is added.
                        Slot::Amount => match fields.get(slot) {
                            Some(before) if before != VAGUE => {
                                before.saturating_add(number.amount())
                            }
                            _ => number.amount(),
                        },
                        Slot::AmountTo => number.amount(),
                        _ => number.whole(),
                    };
                    fields.set(slot, value);
                }
            }
        }
        fields.ungroup();
        fields.settle_styles();
        fields
    }

    /// Keeps the Gregorian one of a day that is given in both styles, the later one, whichever
    /// stands first; the day as it is, where the two are no such pair.
    fn settle_styles(&mut self) {
        let (Some(other), Some(day), Some(month)) =
            (self.get(Slot::OtherDay), self.get(Slot::Day), self.get(Slot::Month))
        else {
            return;
        };
        let other_month = self.get(Slot::OtherMonth).unwrap_or(month);
        let of_year = |day: i32, month: i32| {
            let day = Moment::from_ymd(ANY_YEAR, month.try_into().ok()?, day.try_into().ok()?)?;
            Some(day.seconds() / Granularity::Day.mean_seconds())
        };
        if let (Some(here), Some(there)) = (of_year(day, month), of_year(other, other_month))
            && STYLES_APART.contains(&(there - here).rem_euclid(365))
        {
            self.set(Slot::Day, other);
            self.set(Slot::Month, other_month);
        }
    }

    /// Takes a clock time that is written together apart: 0530, or 231430 with a day before it.
    pub(super) fn ungroup(&mut self) {
        let Some(group) = self.get(Slot::TimeGroup) else { return };
        self.clear(Slot::TimeGroup);
        if group > 2400 {
            self.set(Slot::Day, group / 10_000);
        }
        self.set(Slot::Hour, group / 100 % 100);
        self.set(Slot::Minute, group % 100);
    }
}

/// How many days the Gregorian calendar was ahead of the Julian one since it began, one more for
/// the leap day that the two had in different years.
const STYLES_APART: RangeInclusive<i64> = 9..=14;

/// A year without a leap day, to count the days between two dates.
const ANY_YEAR: i32 = 2001;

/// A number in digits, in words, or in both: "2 1/2", "twenty-five thousand", "a few".
#[derive(Debug, Default)]
struct Numeral {
    /// What is multiplied and done with, in thousandths.
    total: i64,
    /// What is being counted, in thousandths.
    current: i64,
    vague: bool,
    seen: bool,
}

impl Numeral {
    fn read(tokens: &[Token], lexicon: &Lexicon, year: bool) -> Self {
        let one = i64::from(ONE);
        let mut numeral = Self::default();
        let classes = lexicon.numerals();
        let meaning = |token: &Token, class: Option<u16>| {
            let class = class.filter(|_| token.is_word())?;
            lexicon.value(token.content, class, token.capital())
        };
        for (index, token) in tokens.iter().enumerate() {
            if token.is_number() {
                numeral.digits(tokens, index, classes.grouping_stop);
            } else if let Some(value) = meaning(token, classes.number) {
                numeral.word(i64::from(value), year);
            } else if let Some(value) = meaning(token, classes.fraction) {
                // "Three quarters", "one-half" are so many of them; "two and a half" is not.
                let number =
                    |token: &Token| token.is_number() || meaning(token, classes.number).is_some();
                let counted = match &tokens[..index] {
                    [.., before, dash] if dash.is_sign(b'-') => number(before),
                    [.., before] => number(before),
                    [] => false,
                };
                let value = i64::from(value);
                if counted && numeral.current > 0 {
                    numeral.current = numeral.current * value / 1000;
                } else {
                    numeral.current += value * one / 1000;
                }
                numeral.seen = true;
            } else if let Some(value) = meaning(token, classes.ordinal) {
                numeral.word(i64::from(value), year);
            } else if meaning(token, classes.vague).is_some() {
                numeral.vague = true;
            }
        }
        numeral
    }

    fn digits(&mut self, tokens: &[Token], index: usize, grouping_stop: bool) {
        let one = i64::from(ONE);
        let token = tokens[index];
        let value = i64::from(token.content);
        let sign = |back: usize, sign: u8| {
            index.checked_sub(back).is_some_and(|at| tokens[at].is_sign(sign))
        };
        self.seen = true;
        let digits = token.end - token.start;
        // A comma before three digits groups thousands; before fewer it does for a point.
        let groups = sign(1, b',') || grouping_stop && sign(1, b'.');
        if groups && !token.spaced() && digits == 3 {
            self.current = self.current * 1000 + value * one;
        } else if (sign(1, b'.') || sign(1, b',')) && !token.spaced() {
            self.current += value * one / 10_i64.pow(digits.min(9));
        } else if sign(1, b'/') && value > 0 {
            // "2 1/2": the numerator was added as a whole number before.
            let numerator = i64::from(tokens[index - 2].content);
            self.current += numerator * one / value - numerator * one;
        } else {
            self.current += value * one;
        }
    }

    fn word(&mut self, value: i64, year: bool) {
        let one = i64::from(ONE);
        self.seen = true;
        match value {
            100 => self.current = self.current.max(one) * 100,
            1000.. => {
                self.total += self.current.max(one).saturating_mul(value);
                self.current = 0;
            }
            // "nineteen forty-five"; "twenty-five" is one number.
            _ if year
                && self.current >= 10 * one
                && !(self.current % (10 * one) == 0 && value < 10) =>
            {
                self.current = if self.current < 100 * one {
                    self.current * 100 + value * one
                } else {
                    self.current + value * one
                };
            }
            _ => self.current += value * one,
        }
    }

    fn amount(&self) -> i32 {
        if self.vague && !self.seen {
            return VAGUE;
        }
        let amount = self.total + self.current;
        if amount == 0 && !self.seen { ONE } else { i32::try_from(amount).unwrap_or(i32::MAX) }
    }

    fn whole(&self) -> i32 {
        i32::try_from((self.total + self.current) / i64::from(ONE)).unwrap_or(i32::MAX)
    }
}
