//! Nouns that name what a clause behind them says the time of: "the talks on relief held in May".

use super::clause::Clauses;
use super::head::{ends_phrase, is_event_noun};
use super::phrase::is_of_phrase;
use super::reading::Word;
use super::subject::noun_phrase_before;
use super::verb_group::{Tense, VerbGroup};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// "the war against Norway, which began in May", "that took place in May": whether a verb says no more than
/// that something began, was or ended, which no bearer of a name does.
fn happens(words: &[Word<'_>], verb: &VerbGroup) -> bool {
    let ends = |at: usize| {
        words.get(at).is_none_or(|next| {
            next.timex.is_some()
                || next.kind == TokenKind::Sign
                || matches!(next.tag, Tag::Preposition | Tag::Adverb)
        })
    };
    let phase = WordClass::OCCUR | WordClass::START | WordClass::FINISH;
    // "took place"
    let bare = words.get(verb.end).is_some_and(|next| next.tag == Tag::Noun && !next.is_upper());
    let who = verb.first.checked_sub(1).is_some_and(|at| words[at].is(WordClass::WHO));
    verb.is_finite()
        && !verb.passive
        && !who
        && words[verb.head].is(phase)
        && (ends(verb.end) || bare && ends(verb.end + 1))
}

/// "an evacuation of civilians planned for May": whether a participle says when something is to be.
fn is_planned_for(words: &[Word<'_>], verb: &VerbGroup) -> bool {
    verb.tense == Tense::Participle
        && words[verb.head].is(WordClass::PLAN)
        && words.get(verb.end).is_some_and(|next| matches!(next.tag, Tag::Preposition | Tag::To))
}

/// "the talks of experts on relief held in Oslo": the noun that names what was held, where what
/// more is said of it stands between it and the participle.
pub(super) fn held_noun(
    words: &[Word<'_>],
    clauses: &Clauses,
    verb: &VerbGroup,
    last: usize,
) -> Option<usize> {
    let held = verb.tense == Tense::Participle && words[verb.head].is(WordClass::LIGHT);
    let held = held || happens(words, verb);
    held.then(|| noun_up_to(words, clauses, last)).flatten()
}

/// The same; or else the noun that names what a participle says is to be.
pub(super) fn held_or_planned_noun(
    words: &[Word<'_>],
    clauses: &Clauses,
    verb: &VerbGroup,
    last: usize,
) -> Option<usize> {
    let planned = || is_planned_for(words, verb).then(|| noun_up_to(words, clauses, last));
    held_noun(words, clauses, verb, last).or_else(|| planned().flatten())
}

/// The nearest noun up to a word that names an event.
fn noun_up_to(words: &[Word<'_>], clauses: &Clauses, last: usize) -> Option<usize> {
    let inside = |&at: &usize| {
        let word = &words[at];
        word.timex.is_none()
            && (word.tag.is_nominal()
                || word.tag.leads_noun()
                || word.tag == Tag::Preposition
                || word.is_sign(",")
                || word.is(WordClass::COORDINATOR))
    };
    let noun = |at: &usize| is_event_noun(&words[*at]) && ends_phrase(words, clauses, *at);
    (0..=last).rev().take_while(inside).find(noun)
}

/// "the war against Norway": the phrase of a noun with what else is said of it up to a word, where that
/// is short.
pub(super) fn with_more_of(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    (noun, last): (usize, Option<usize>),
) -> Vec<usize> {
    const LONGEST: usize = 6;
    let mut out = noun_phrase_before(words, clauses, clause, noun + 1);
    let more: Vec<usize> = (noun + 1..=last.unwrap_or(noun)).collect();
    let plain = |&at: &usize| {
        let word = &words[at];
        word.timex.is_none() && (is_of_phrase(word) || word.tag == Tag::Preposition)
    };
    if out.len() + more.len() <= LONGEST && more.iter().all(plain) {
        out.extend(more);
    }
    out
}
