//! Sentences that only cite a source: "(The Times, 3 May 1987)" dates what stands before it.

use super::dated::main_clause;
use super::head::{Strength, head_of, is_event_noun};
use super::whose_time::is_attribute;
use super::{Candidate, Reading, Time};
use crate::event::Link;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;
use crate::time::{Granularity, Interval};

/// Whether a sentence only cites: its times stand in brackets, and it has no verb.
pub(super) fn is_citation(text: &Reading<'_>, number: usize) -> bool {
    let sentence = &text.sentences[number];
    let in_brackets = |timex: usize| {
        sentence.words_of_timex(timex).is_some_and(|(first, _)| sentence.words[first].depth > 0)
    };
    sentence.timexes.clone().any(in_brackets)
        && !sentence.timexes.clone().any(|timex| super::aside::dates_event(text, number, timex))
        && !text.clauses[number]
            .list
            .iter()
            .any(|clause| clause.verb.is_some_and(|verb| verb.is_finite()))
        && !sentence.words.iter().any(|word| is_event_noun(word) && word.is(WordClass::LIGHT))
}

/// The event of the sentence before, dated by the source that is cited for it.
pub(super) fn cited(text: &Reading<'_>, number: usize) -> Option<Candidate> {
    let before = number.checked_sub(1)?;
    let (sentence, clauses) = (&text.sentences[before], &text.clauses[before]);
    let has_time = sentence.timexes.clone().any(|timex| {
        text.timexes[timex].interval.is_some()
            && sentence
                .words_of_timex(timex)
                .is_some_and(|(first, end)| !is_attribute(sentence, first, end))
    });
    if sentence.block != text.sentences[number].block || has_time {
        return None;
    }
    let clause = main_clause(clauses)?;
    let past = clauses.list[clause].verb.is_some_and(|verb| verb.tense.is_past());
    let head = head_of(&sentence.words, clauses, clause, None)?;
    let citing = &text.sentences[number];
    let in_brackets = |timex: usize| {
        citing.words_of_timex(timex).is_some_and(|(first, _)| citing.words[first].depth > 0)
    };
    let dated: Vec<usize> = citing
        .timexes
        .clone()
        .filter(|&timex| text.timexes[timex].interval.is_some() && in_brackets(timex))
        .collect();
    let (&first, &last) = (dated.first()?, dated.last()?);
    let mut time = Time::of(text.timexes, first).inferred(Link::SameSentence);
    if let (Some(from), Some(to)) = (text.timexes[first].interval, text.timexes[last].interval)
        && first != last
        && from.granularity() == Granularity::Day
    {
        time.interval = Some(Interval::span(from, to));
    }
    (past && head.strength >= Strength::Plain).then_some(Candidate {
        sentence: before,
        clause,
        head,
        time,
    })
}

/// Whether a sentence says whose words stand before it: "—John Orr, “On the Tariff,” 1828".
pub(super) fn is_signature(text: &Reading<'_>, number: usize) -> bool {
    let words = &text.sentences[number].words;
    let [dash, name, ..] = &words[..] else { return false };
    dash.is(WordClass::DASH)
        && dash.kind == TokenKind::Sign
        && name.tag == Tag::Name
        && !text.clauses[number].list.iter().any(|clause| clause.verb.is_some())
}
