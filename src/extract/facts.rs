//! Numbers that are facts of an event: "killing at least 12 people".

use super::reading::Word;
use super::{Candidate, Reading};
use crate::event::Fact;
use crate::language::{Blur, FactRole, FactWord, FactWords, MONEY, Syntax, Tag, WordClass};
use crate::text::TokenKind;

/// So many words lie at most between a number and the word that says what it counts.
const REACH: usize = 8;

/// The facts that the words of an event give. `own` is whether a word of its sentence is the
/// event's.
pub(super) fn facts(
    text: &Reading<'_>,
    candidate: &Candidate,
    own: impl Fn(usize) -> bool,
) -> Vec<Fact> {
    let sentence = &text.sentences[candidate.sentence];
    let words = &sentence.words;
    let counter =
        Counter { words, language: text.language.facts(), syntax: text.language.syntax() };
    let mut out: Vec<Fact> = Vec::new();
    let mut from = 0;
    while let Some(at) = sentence.numerals.next(from) {
        let Some(amount) = counter.amount(at) else {
            from = at + 1;
            continue;
        };
        from = amount.end;
        if !own(amount.number) {
            continue;
        }
        let Some((kind, unit)) = counter.counted(&amount) else { continue };
        let known = |fact: &Fact| fact.kind == kind && fact.low == amount.low;
        if !out.iter().any(known) {
            out.push(Fact {
                kind,
                low: amount.low,
                high: amount.high,
                approximate: amount.approximate,
                unit,
                document: text.document.id,
                words: sentence.span_of(amount.first, amount.end),
            });
        }
    }
    out
}

/// A number with the words that blur it.
#[derive(Debug)]
struct Amount {
    /// Its first word, that of the number itself, and the one behind its last.
    first: usize,
    number: usize,
    end: usize,
    low: Option<f64>,
    high: Option<f64>,
    approximate: bool,
    currency: Option<String>,
}

struct Counter<'w, 'a> {
    words: &'w [Word<'a>],
    language: &'w FactWords,
    syntax: Syntax,
}

impl Counter<'_, '_> {
    /// The amount whose number starts at a word.
    fn amount(&self, at: usize) -> Option<Amount> {
        let (mut low, mut end, vague) = self.number(at)?;
        let mut first = at;
        let mut high = Some(low);
        let mut approximate = vague;
        let mut currency = self.words[..at].last().and_then(|w| self.currency(w));
        if currency.is_some() {
            first -= 1;
        }
        if vague {
            high = None;
        }
        let between = self
            .language
            .blur(&self.words[..first].iter().rev().map(Word::lower), false)
            .filter(|(blur, _)| *blur == Blur::Between)
            .map(|(_, length)| length);
        if let Some((to, after)) = self.range_behind(end, between.is_some()) {
            first -= between.unwrap_or(0);
            // "3 to 5 million": the unit is that of both.
            let unit = if low < to && to >= 1e6 && low < 1e3 { scale(to) } else { 1.0 };
            low *= unit;
            high = Some(to);
            end = after;
        }
        let mut bounds = (Some(low), high);
        let before = self.words[..first].iter().rev().map(Word::lower);
        let ahead = self.words[end..].iter().map(Word::lower);
        let behind = self.language.blur(&ahead, true).filter(is_bound);
        let blurred = self.language.blur(&before, false).filter(is_bound);
        if let Some((_, length)) = blurred {
            first -= length;
        }
        if let Some((_, length)) = behind {
            end += length;
        }
        match blurred.or(behind).map(|(blur, _)| blur) {
            Some(Blur::AtLeast) => bounds.1 = None,
            Some(Blur::AtMost) => bounds = (None, bounds.1.or(bounds.0)),
            Some(Blur::About) => approximate = true,
            Some(Blur::Range | Blur::Between) | None => {}
        }
        currency = currency.or_else(|| self.words.get(end).and_then(|word| self.currency(word)));
        Some(Amount {
            first,
            number: at,
            end,
            low: bounds.0,
            high: bounds.1,
            approximate,
            currency,
        })
    }

    fn currency(&self, word: &Word<'_>) -> Option<String> {
        self.language.currency(&word.lower()).map(str::to_owned)
    }

    /// The number that starts at a word, the word behind it, and whether it is a vague one.
    fn number(&self, at: usize) -> Option<(f64, usize, bool)> {
        let goes_on = || at.checked_sub(1).is_some_and(|before| self.is_numeral(before));
        if !self.is_numeral(at) || goes_on() {
            return None;
        }
        let (mut whole, mut part, mut vague, mut end) = (0.0, 0.0, false, at);
        while self.is_numeral(end) {
            let word = &self.words[end];
            if let Some(value) = self.language.vague(&word.lower()) {
                // "tens of thousands"
                part = if part > 0.0 { part * (value / 2.0) } else { value };
                vague = true;
            } else if word.kind == TokenKind::Number {
                part += digits(word.text)?;
            } else {
                for value in word.lower().split('-').filter_map(|w| self.language.number(w)) {
                    if value >= 100.0 {
                        part = f64::max(part, 1.0) * value;
                        if value >= 1000.0 {
                            whole += part;
                            part = 0.0;
                        }
                    } else {
                        part += value;
                    }
                }
            }
            end += 1;
            // "hundreds of thousands", "1 500 осіб"
            let linked = vague
                && self.words.get(end).is_some_and(|word| word.is(WordClass::NAME_LINK))
                && self
                    .words
                    .get(end + 1)
                    .is_some_and(|w| self.language.vague(&w.lower()).is_some());
            end += usize::from(linked);
            while let Some(group) = self.words.get(end).filter(|_| self.is_group(end)) {
                part = part * 1000.0 + digits(group.text)?;
                end += 1;
            }
        }
        Some((whole + part, end, vague))
    }

    /// Whether a word is the rest of a number whose digits stand in groups of three.
    fn is_group(&self, at: usize) -> bool {
        let (before, word) = (&self.words[at - 1], &self.words[at]);
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        before.kind == TokenKind::Number
            && word.kind == TokenKind::Number
            && word.timex.is_none()
            && plain(before.text)
            && before.text.len() <= 3
            && plain(word.text)
            && word.text.len() == 3
            && before.span().end + 1 == word.span().start
    }

    fn is_numeral(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.numeral && word.timex.is_none())
    }

    /// "to 12", "–12" behind a number.
    fn range_behind(&self, end: usize, between: bool) -> Option<(f64, usize)> {
        let ahead = self.words.get(end..)?.iter().map(Word::lower);
        let range = self.language.blur(&ahead, true).filter(|(blur, _)| *blur == Blur::Range);
        let joined =
            || between && self.words.get(end).is_some_and(|word| word.is(WordClass::COORDINATOR));
        let length = range.map_or_else(|| joined().then_some(1), |(_, length)| Some(length))?;
        let (number, after, vague) = self.number(end + length)?;
        (!vague).then_some((number, after))
    }

    /// What an amount counts: the kind of fact, and the unit.
    fn counted(&self, amount: &Amount) -> Option<(String, Option<String>)> {
        if let Some(currency) = &amount.currency {
            return Some((MONEY.to_owned(), Some(currency.clone())));
        }
        let noun = self.noun_behind(amount.end);
        let measure = |at: usize| {
            self.words[at].is(WordClass::MEASURE | WordClass::MONEY)
                || self.words[at].timex.is_some()
        };
        let next = self.words.get(amount.end);
        if next.is_some_and(|word| word.is_sign("%")) || noun.is_some_and(measure) {
            return None;
        }
        let word = noun
            .and_then(|noun| self.fact_word(noun, &[FactRole::Counted]))
            .or_else(|| self.behind(noun.map_or(amount.end, |noun| noun + 1)))
            .or_else(|| self.before(amount.first))?;
        let unit = noun.map(|noun| self.words[noun].lower().into_owned());
        Some((self.language.kind(word).to_owned(), unit))
    }

    fn fact_word(&self, at: usize, roles: &[FactRole]) -> Option<FactWord> {
        let word = Some(&self.words[at]).filter(|word| word.counting)?;
        self.language.word(&word.lower()).filter(|found| roles.contains(&found.role))
    }

    /// The noun that a number counts.
    fn noun_behind(&self, end: usize) -> Option<usize> {
        let limit = (end + 5).min(self.words.len());
        let first = (end..limit)
            .take_while(|&at| {
                let word = &self.words[at];
                word.timex.is_none()
                    && word.kind == TokenKind::Word
                    && (word.tag != Tag::Preposition || word.is(WordClass::NAME_LINK) && at == end)
                    && !word.is(WordClass::COORDINATOR)
                    && self
                        .fact_word(at, &[FactRole::State, FactRole::Done, FactRole::Doing])
                        .is_none()
            })
            .find(|&at| {
                self.words[at].tag.is_nominal() && self.words[at].entry.country.is_none()
            })?;
        if self.syntax.head_first {
            return Some(first);
        }
        let follows = |at: &usize| {
            self.words.get(at + 1).is_some_and(|next| {
                next.tag.is_nominal() && next.timex.is_none() && next.kind == TokenKind::Word
            })
        };
        let mut last = first;
        while follows(&last) && last < first + 3 {
            last += 1;
        }
        Some(last)
    }

    /// "12 people were killed", "12 dead", "12 people died".
    fn behind(&self, from: usize) -> Option<FactWord> {
        for at in from..(from + REACH).min(self.words.len()) {
            let word = &self.words[at];
            if let Some(found) = self.fact_word(at, &[FactRole::State, FactRole::Doing]) {
                return Some(found);
            }
            let passive = word.tag != Tag::Past
                || at.checked_sub(1).is_some_and(|before| self.words[before].is(WordClass::BE));
            if let Some(found) = self.fact_word(at, &[FactRole::Done]) {
                return passive.then_some(found);
            }
            let stops = word.kind == TokenKind::Sign && word.depth == 0
                || word.is(WordClass::COORDINATOR | WordClass::RELATIVE)
                || self.is_numeral(at);
            if stops {
                return None;
            }
        }
        None
    }

    /// "killed 12", "the toll rose to 12".
    fn before(&self, first: usize) -> Option<FactWord> {
        for at in (first.saturating_sub(2 * REACH)..first).rev() {
            let word = &self.words[at];
            let near = first - at <= REACH;
            let roles = [FactRole::Total, FactRole::Done, FactRole::Doing];
            let roles = if near { &roles[..] } else { &roles[..1] };
            if let Some(found) = self.fact_word(at, roles) {
                return Some(found);
            }
            let sign = word.kind == TokenKind::Sign && word.timex.is_none();
            let stops = sign || self.is_numeral(at);
            if stops {
                return None;
            }
        }
        None
    }
}

/// Whether words bound or blur a single number.
fn is_bound((blur, _): &(Blur, usize)) -> bool {
    !matches!(blur, Blur::Range | Blur::Between)
}

/// The value of digits with separators: "1,500", "2.5".
fn digits(text: &str) -> Option<f64> {
    let grouped = |sign: char| {
        let mut parts = text.split(sign);
        let first = parts.next().is_some_and(|part| (1..=3).contains(&part.len()));
        first && text.contains(sign) && parts.all(|part| part.len() == 3)
    };
    let plain = if grouped(',') {
        text.replace(',', "")
    } else if grouped('.') && !text.starts_with('0') {
        text.replace('.', "")
    } else {
        text.replace(',', ".")
    };
    plain.parse().ok()
}

/// The power of a thousand that a number is counted in.
fn scale(value: f64) -> f64 {
    if value >= 1e9 {
        1e9
    } else if value >= 1e6 {
        1e6
    } else {
        1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_with_their_separators() {
        let check = |text: &str, value| assert_eq!(digits(text), Some(value), "{text}");
        check("12", 12.0);
        check("1,500", 1500.0);
        check("1.500", 1500.0);
        check("2.5", 2.5);
        check("2,5", 2.5);
        check("1,200,000", 1_200_000.0);
        assert_eq!(digits("12th"), None);
    }
}
