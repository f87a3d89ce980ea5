//! Titles: subject, verb and object of a clause, so that it can be read alone.

use super::clause::{ClauseKind, Clauses};
use super::head::Head;
use super::phrase::{around, join, subject, trim_end};
use super::reading::{Sentence, Word};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// The most words that a title has.
const LIMIT: usize = 10;
/// The most words that its subject has.
const SUBJECT_LIMIT: usize = 5;

/// A title for the event of a head. `antecedent` gives the name that a pronoun stands for.
pub(super) fn title(
    sentence: &Sentence<'_>,
    clauses: &Clauses,
    clause: usize,
    head: &Head,
    antecedent: Option<&str>,
) -> String {
    let words = &sentence.words;
    if head.nominal
        && let Some(title) = of_noun(sentence, clauses, head)
    {
        return title;
    }
    let subject = short_subject(words, subject(words, clauses, clause));
    let pronoun = subject.len() == 1
        && words[subject[0]].is(WordClass::THIRD_PERSON | WordClass::DEMONSTRATIVE);
    let possessive = subject.first().is_some_and(|&at| {
        words[at].tag == Tag::Possessive && words[at].is(WordClass::THIRD_PERSON)
    });
    let mut start = match antecedent {
        Some(name) if pronoun => name.to_owned(),
        Some(name) if possessive => format!("{name}'s {}", join(sentence, &subject[1..])),
        _ => join(sentence, &subject),
    };
    let used = start.split_whitespace().count();
    let rest = predicate(words, clauses, clause, LIMIT.saturating_sub(used));
    if !start.is_empty() {
        start.push(' ');
    }
    start.push_str(&join(sentence, &rest));
    finish(&start)
}

fn of_noun(sentence: &Sentence<'_>, clauses: &Clauses, head: &Head) -> Option<String> {
    let mut phrase = around(&sentence.words, clauses, head.word);
    fit(&sentence.words, &mut phrase, LIMIT);
    let words = phrase.iter().filter(|&&at| sentence.words[at].kind != TokenKind::Sign).count();
    (words > 1).then(|| finish(&join(sentence, &phrase)))
}

/// The subject without what makes it long.
fn short_subject(words: &[Word<'_>], mut subject: Vec<usize>) -> Vec<usize> {
    if subject.len() > SUBJECT_LIMIT {
        let cut = subject.iter().enumerate().skip(1).position(|(_, &at)| {
            matches!(
                words[at].tag,
                Tag::Preposition | Tag::Relative | Tag::Gerund | Tag::Participle
            ) && !words[at].is(WordClass::NAME_LINK)
                || words[at].is_sign(",")
        });
        if let Some(cut) = cut {
            subject.truncate(cut + 1);
        }
    }
    fit(words, &mut subject, SUBJECT_LIMIT + 2);
    subject
}

/// The verb and what follows it, at most `limit` words.
fn predicate(words: &[Word<'_>], clauses: &Clauses, clause: usize, limit: usize) -> Vec<usize> {
    let this = &clauses.list[clause];
    let from = this.verb.map_or(0, |group| group.first);
    let mut out: Vec<usize> = Vec::new();
    let complement = says(words, clauses, clause);
    for at in 0..words.len() {
        let in_clause = clauses.owner[at] == clause || complement == Some(clauses.owner[at]);
        if at < from || !in_clause {
            continue;
        }
        let word = &words[at];
        let end = this.verb.map_or(0, |group| group.end);
        let stops = at >= end
            && (word.is_sign(",")
                || word.is_sign(";")
                || word.is_sign(":")
                || word.is(WordClass::RELATIVE)
                    && word.tag == Tag::Relative
                    && complement.is_none());
        if stops && out.len() > 1 {
            break;
        }
        if keeps(words, at, from, end) {
            out.push(at);
        }
    }
    drop_loose_prepositions(words, &mut out);
    fit(words, &mut out, limit);
    out
}

/// The complement clause of a verb of saying.
fn says(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<usize> {
    let group = clauses.list[clause].verb?;
    if !words[group.head].is(WordClass::SAYING | WordClass::PLAN | WordClass::DENY) {
        return None;
    }
    clauses
        .list
        .iter()
        .position(|other| other.parent == Some(clause) && other.kind == ClauseKind::Complement)
}

fn keeps(words: &[Word<'_>], at: usize, from: usize, end: usize) -> bool {
    let word = &words[at];
    let inside = at >= from && at < end;
    let adverb = word.tag == Tag::Adverb && !word.is(WordClass::NEGATION) && (inside || at == end);
    let aside = word.depth > 0
        || matches!(
            word.text,
            "(" | ")" | "[" | "]" | "\"" | "“" | "”" | "'" | "‘" | "’" | "«" | "»"
        );
    word.timex.is_none() && !adverb && !aside
}

/// Drops a preposition whose time was left out.
fn drop_loose_prepositions(words: &[Word<'_>], phrase: &mut Vec<usize>) {
    let loose = |at: usize| {
        let small = matches!(words[at].tag, Tag::Preposition | Tag::Determiner | Tag::To)
            || words[at].is(WordClass::ANCHOR);
        let mut next = at + 1;
        while words.get(next).is_some_and(|word| matches!(word.tag, Tag::Determiner)) {
            next += 1;
        }
        small && words.get(next).is_some_and(|word| word.timex.is_some())
    };
    phrase.retain(|&at| !loose(at));
}

/// Cuts a phrase to a number of words, at the start of one of its phrases.
fn fit(words: &[Word<'_>], phrase: &mut Vec<usize>, limit: usize) {
    let counts = |at: usize| words[at].kind != TokenKind::Sign && words[at].tag != Tag::Genitive;
    let mut count = 0;
    let cut = phrase.iter().position(|&at| {
        count += usize::from(counts(at));
        count > limit
    });
    if let Some(cut) = cut {
        let boundary = (1..=cut).rev().find(|&i| {
            let word = &words[phrase[i]];
            matches!(word.tag, Tag::Preposition | Tag::To | Tag::Conjunction | Tag::Relative)
                || word.is_sign(",")
        });
        phrase.truncate(boundary.filter(|&b| b >= cut / 3).unwrap_or(cut));
    }
    trim_end(words, phrase);
}

/// Starts upper-case, ends without a stop.
fn finish(title: &str) -> String {
    let title = title.trim().trim_end_matches(['.', ',', ';', ':']);
    let mut chars = title.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
