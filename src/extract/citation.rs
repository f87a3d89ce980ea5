//! Sentences that only cite a source: "(The Times, 3 May 1987)" dates what stands before it.

use super::clause::{ClauseKind, Clauses};
use super::dated::main_clause;
use super::head::{Strength, head_of, is_event_noun};
use super::verb_group::Tense;
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
    let clause = last_joined(clauses, main_clause(clauses)?);
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

/// "sustained the ruling and affirmed the conviction": of clauses that are joined to one, the last.
fn last_joined(clauses: &Clauses, first: usize) -> usize {
    let joined = |&clause: &usize| {
        clauses.list[clause].kind == ClauseKind::Coordinate
            && clauses.list[clause].parent == Some(first)
            && clauses.list[clause].verb.is_some()
    };
    (first + 1..clauses.list.len()).rfind(joined).unwrap_or(first)
}

/// "The court affirmed, 500 F. 2d 1071 (1974)": the clause that tells the ruling behind which stands where it was
/// reported, with its year in the bracket that a time stands in. What a party's name stands before is another
/// case's: "relied on Orr v. Berg, 392 U.S. 1 (1968)".
pub(super) fn ruling_before(text: &Reading<'_>, number: usize, time: usize) -> Option<usize> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let inside = Some(time).filter(|&time| words[time].depth > 0)?;
    let open = (0..inside).rfind(|&at| words[at].is_sign("("))?;
    let page = open.checked_sub(1).filter(|&at| words[at].tag == Tag::Number)?;
    let comma = (0..page).rfind(|&at| words[at].is_sign(","))?;
    let reporter = words.get(comma + 2..page).filter(|reporter| !reporter.is_empty())?;
    let volume = words[comma + 1].tag == Tag::Number;
    let short = reporter.iter().all(|word| {
        word.is_upper()
            || word.kind == TokenKind::Sign
            || word.text.starts_with(|c: char| c.is_ascii_digit())
    });
    let ruled = &clauses.list[clauses.owner[comma.checked_sub(1)?]];
    let verb = ruled.verb.filter(|verb| verb.tense == Tense::Past)?;
    let case = words[verb.end.min(comma)..comma].iter().any(|word| word.is(WordClass::VERSUS));
    (volume && short && !case).then_some(clauses.owner[comma - 1])
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
