//! Whom a relative clause tells of, where the noun right before it is not all of that.

use super::clause::Clauses;
use super::reading::Word;
use super::subject::subject;
use super::verb_group::VerbGroup;
use crate::language::{Tag, WordClass};

/// "His father, an Irish immigrant who had arrived in May, became": the subject that a phrase with an
/// article stands behind, between commas, as what somebody was.
pub(super) fn apposed<'c>(
    words: &[Word<'_>],
    clauses: &'c Clauses,
    parent: usize,
    phrase: &[usize],
) -> Option<&'c [usize]> {
    let &first = phrase.first()?;
    let comma = first.checked_sub(1).filter(|&at| words[at].is_sign(","))?;
    let article = words[first].is(WordClass::ARTICLE | WordClass::INDEFINITE);
    let verb = clauses.list[parent].verb.filter(|verb| article && verb.is_finite())?;
    let closed = verb.first > first && words[verb.first - 1].is_sign(",");
    let own = subject(words, clauses, parent);
    (closed && own.last().is_some_and(|&last| last + 1 == comma)).then_some(own)
}

/// "stole The Cry and Olga, which were found": both of a pair, where the verb is one of several.
pub(super) fn joined(
    words: &[Word<'_>],
    verb: &VerbGroup,
    opener: usize,
    phrase: &[usize],
) -> Option<Vec<usize>> {
    let (&first, &last) = (phrase.first()?, phrase.last()?);
    let joint = first.checked_sub(1).filter(|&at| words[at].is(WordClass::COORDINATOR))?;
    let several = words[verb.first].is(WordClass::PLURAL_VERB);
    let comma = opener.checked_sub(1).is_some_and(|at| words[at].is_sign(","));
    let proper = |at: usize| words[at].is_upper() && words[at].tag.is_nominal();
    let inside = |&at: &usize| {
        let article = words[at].tag == Tag::Determiner && words[at].is_upper();
        words[at].timex.is_none() && (proper(at) || article)
    };
    let before: Vec<usize> = (0..joint).rev().take_while(inside).collect();
    let from = *before.last()?;
    (several && comma && proper(last)).then(|| (from..=last).collect())
}
