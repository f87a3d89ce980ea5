//! Time expressions: found, normalised, resolved against a reference time, explained.
//!
//! The stages stand apart: [`tag`] reads the text once; [`Tagged::resolve`] may be called again
//! with another document date and never reads it again.

mod document_date;
mod timex;

mod byte;
mod expression;
mod fields;
mod letters;
mod log;
mod matching;
mod tagger;
mod tense;
mod token;

mod beside;
mod calendar;
mod complete;
mod dayless;
mod duration;
mod join;
mod numeric;
mod outcome;
mod placed;
mod recurring;
mod references;
mod stated;

mod explain;
mod relative;
mod resolve;
mod setting;
mod understand;
mod weekday;
mod within;

pub use document_date::{document_dates, messages};
pub use explain::{Explanation, explain, explain_in_line};
pub use timex::Timex;
pub use understand::understand;

use std::mem;
use std::sync::Arc;

use expression::{Expression, Joined};
use outcome::Outcome;

use crate::document::{Block, DateCandidate, Message};
use crate::event::{Certainty, Derivation, Link};
use crate::language::{Pack, Stretch};
use crate::text::Span;
use crate::time::{Interval, Modifier};

/// The time expressions of a text, found and normalised but not yet placed in time.
#[derive(Clone, Debug, Default)]
pub struct Tagged {
    expressions: Vec<Expression>,
    /// The words of all expressions, one after the other.
    words: String,
    /// The messages of a chain of mails, which are counted from dates of their own.
    messages: Vec<Message>,
}

/// Finds the time expressions of a text in one language.
#[must_use]
pub fn tag(text: &str, blocks: &[Block], pack: &Pack) -> Tagged {
    tag_stretches(text, blocks, &[Stretch { span: Span::new(0, text.len()), pack }])
}

/// Finds the time expressions of a text in several languages; what is in no stretch is left
/// alone. The references run through: a paragraph may count from what one in another language
/// names.
#[must_use]
pub fn tag_stretches(text: &str, blocks: &[Block], stretches: &[Stretch<'_>]) -> Tagged {
    let mut expressions = tagger::find(text, blocks, stretches);
    let usual = stretches.first().map(|stretch| stretch.pack.settings().numeric_order);
    numeric::settle(&mut expressions, usual.unwrap_or_default());
    log::settle(&mut expressions);
    recurring::settle(&mut expressions);
    join::end_periods(&mut expressions);
    join::complete(&mut expressions);
    join::lend_over_brackets(&mut expressions);
    join::add_up(&mut expressions);
    join::count_from(&mut expressions);
    let length = expressions.iter().map(|expression| expression.span.len()).sum();
    let mut words = String::with_capacity(length);
    for expression in &expressions {
        words.push_str(expression.span.of(text));
    }
    Tagged { expressions, words, messages: Vec::new() }
}

impl Tagged {
    /// The same with the messages that the text is made of: each has its own date.
    #[must_use]
    pub fn with_messages(self, messages: Vec<Message>) -> Self {
        Self { messages, ..self }
    }

    /// The messages that the text is made of, if it is a chain of mails.
    #[must_use]
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// Places every expression in time, in text order; what needs a reference and has none keeps
    /// its value open and has no interval. The two ends of a range are one expression.
    #[must_use]
    pub fn resolve(&self, document_date: Option<&DateCandidate>) -> Vec<Timex> {
        self.resolve_first(self.expressions.len(), document_date)
    }

    /// The same for its first expressions, `count` of them: what stands behind them changes nothing of
    /// them, unless a range ends there.
    fn resolve_first(&self, count: usize, document_date: Option<&DateCandidate>) -> Vec<Timex> {
        let mut merged: Vec<Timex> = Vec::with_capacity(count);
        // The expression before, while it is not the end of a range itself.
        let mut open = None;
        self.each_resolved(count, document_date, |index, part| {
            let before = index.checked_sub(1).filter(|&before| open == Some(before));
            let in_range =
                before.is_some_and(|before| self.expressions[before].joined == Joined::Range);
            let joins = merged.last_mut().is_some_and(|last| in_range && takes_in(last, &part));
            open = (!joins).then_some(index);
            if !joins {
                merged.push(part);
            }
        });
        merged
    }

    /// Every expression as TIMEX3 annotates it: the two ends of a range are two. This is what
    /// `dateline tag` writes.
    #[must_use]
    pub fn timexes(&self, document_date: Option<&DateCandidate>) -> Vec<Timex> {
        let mut out = Vec::with_capacity(self.expressions.len());
        self.each_resolved(self.expressions.len(), document_date, |_, timex| out.push(timex));
        out
    }

    /// Hands over each of the first expressions that counts in a text of this kind, with its number.
    fn each_resolved(
        &self,
        count: usize,
        document_date: Option<&DateCandidate>,
        mut take: impl FnMut(usize, Timex),
    ) {
        let starts = self.word_starts();
        let words_of = |span: Span| {
            let at = self.expressions.binary_search_by_key(&span.start, |e| e.span.start);
            at.map_or(String::new(), |at| self.words_at(starts[at], self.expressions[at].span))
        };
        // What is kept of an outcome is taken out of it where it lies: it is large to move.
        for (index, outcome) in resolve::resolve(self, document_date, count).iter_mut().enumerate()
        {
            let Some(outcome) = outcome else { continue };
            let expression = &self.expressions[index];
            let words = self.words_at(starts[index], expression.span);
            let date = Message::date_at(&self.messages, expression.span.start, document_date);
            let reference = outcome.reference(date, words_of);
            take(index, timex(expression, outcome, reference, words));
        }
    }

    fn word_starts(&self) -> Vec<usize> {
        let mut at = 0;
        let advance = |expression: &Expression| {
            let start = at;
            at += expression.span.len();
            start
        };
        self.expressions.iter().map(advance).collect()
    }

    fn words_at(&self, start: usize, span: Span) -> String {
        self.words.get(start..start + span.len()).unwrap_or_default().to_owned()
    }
}

/// What an expression comes to, with what its outcome gives up.
fn timex(
    expression: &Expression,
    outcome: &mut Outcome,
    reference: crate::event::Reference,
    words: String,
) -> Timex {
    let fields = &expression.fields;
    let modifier = outcome.modifier.or_else(|| fields.modifier());
    let certainty = if blurs(modifier) { Certainty::Approximate } else { Certainty::Exact };
    Timex {
        span: expression.span,
        kind: outcome.kind,
        value: mem::take(&mut outcome.value),
        modifier,
        quant: resolve::quant(fields),
        freq: resolve::freq(fields),
        interval: outcome.interval,
        rule: expression.pattern,
        derivation: Arc::new(Derivation {
            words,
            reference,
            operation: outcome.operation.clone(),
            modifier,
            result: outcome.interval,
            link: Link::SameClause,
            alternatives: mem::take(&mut outcome.alternatives),
            certainty,
        }),
    }
}

const fn blurs(modifier: Option<Modifier>) -> bool {
    matches!(modifier, Some(Modifier::Approx | Modifier::Start | Modifier::Mid | Modifier::End))
}

/// Makes the last expression and the next one a range in place of the last, if they are one.
fn takes_in(first: &mut Timex, second: &Timex) -> bool {
    let (Some(from), Some(to)) = (first.interval, second.interval) else { return false };
    if to.latest_end() <= from.earliest_start() {
        return false;
    }
    let interval = Interval::span(from, to);
    first.span = first.span.union(second.span);
    first.value.push('/');
    first.value.push_str(&second.value);
    first.interval = Some(interval);
    let derivation = Arc::make_mut(&mut first.derivation);
    derivation.result = Some(interval);
    derivation.alternatives.clear();
    derivation.words.push_str(" – ");
    derivation.words.push_str(&second.derivation.words);
    true
}

#[cfg(test)]
mod tests;
