//! What a title does with its verb: sets it where it closes a clause, and tells on in the past what
//! a gerund tells.

use super::Reading;
use super::clause::{Clause, ClauseKind, Clauses};
use super::phrase::trim_end;
use super::reading::Word;
use super::verb_group::Tense;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// The finite verb of a clause that ends in it although in a main clause it stands second.
pub(super) fn verb_last(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<usize> {
    let this = &clauses.list[clause];
    let dependent = matches!(
        this.kind,
        ClauseKind::Relative | ClauseKind::Subordinate | ClauseKind::Complement
    );
    let group = this.verb.filter(|group| {
        clauses.syntax.verb_second && dependent && group.is_finite() && group.head < group.end
    })?;
    let rest = clauses.words(clause).filter(|&at| at >= group.end);
    let ends = rest.into_iter().all(|at| words[at].kind == TokenKind::Sign);
    ends.then(|| group.end - 1)
}

/// Sets the verb, or the part of it, that closes a clause again where the clause was cut before
/// it: "wurde ... gegründet", "griff ... an".
pub(super) fn close_bracket(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    phrase: &mut Vec<usize>,
    limit: usize,
) {
    let Some(group) = clauses.list[clause].verb.filter(|_| clauses.syntax.verb_second) else {
        return;
    };
    let apart = |&at: &usize| {
        at >= group.end && words[at].tag == Tag::Particle && words[at].is(WordClass::SEPARABLE)
    };
    let stands_last = verb_last(words, clauses, clause).is_some_and(|last| last != group.head);
    let last = Some(group.head).filter(|&head| head >= group.end || stands_last);
    let last = last.or_else(|| clauses.words(clause).rfind(apart));
    if let Some(last) = last.filter(|last| !phrase.contains(last)) {
        let fitting = phrase.iter().scan(0, |count, &at| {
            *count += usize::from(words[at].kind != TokenKind::Sign);
            (*count < limit).then_some(())
        });
        phrase.truncate(fitting.count());
        trim_end(words, phrase);
        phrase.push(last);
    }
}

/// "The team, losing to Everton" lost: behind a subject of its own a gerund that goes on from a
/// past is told in it. The title's verb starts at a byte.
pub(super) fn tell(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    rest: &[usize],
    title: &mut String,
    at: usize,
) {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let this = &clauses.list[clause];
    let group = this.verb.filter(|group| {
        this.kind == ClauseKind::Participial
            && group.tense == Tense::Gerund
            && (group.first == group.head || words[group.first].is(WordClass::HAVE))
            && rest.first() == Some(&group.first)
    });
    let past = |clause: &Clause| clause.verb.is_some_and(|verb| verb.tense == Tense::Past);
    let told = match this.parent {
        Some(parent) => past(&clauses.list[parent]),
        None => clauses.list.iter().any(past),
    };
    let Some(group) = group.filter(|_| told) else { return };
    // "having captured the city": "had captured".
    let verb = &words[group.first];
    if let Some(past) = text
        .language
        .past(verb.entry.lemma)
        .filter(|_| title.is_char_boundary(at + verb.text.len()))
    {
        title.replace_range(at..at + verb.text.len(), past);
    }
}
