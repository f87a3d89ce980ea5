//! What a clause acts on: the phrase right behind its verb.

use super::Reading;
use super::verb_group::VerbGroup;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// The most words of a phrase that a pronoun is replaced by.
pub(super) const LONGEST: usize = 6;

/// The object right behind the verb of a clause, if it agrees in number.
pub(super) fn object(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    plural: bool,
) -> Option<Vec<usize>> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let acts = |verb: &VerbGroup| {
        verb.is_finite() && !verb.passive && !sentence.words[verb.head].is(WordClass::BE)
    };
    let verb = clauses.list[clause].verb.filter(acts)?;
    let inside = |&at: &usize| {
        let word = &sentence.words[at];
        clauses.owner[at] == clause
            && word.timex.is_none()
            && (word.tag.is_nominal()
                || matches!(word.tag, Tag::Determiner | Tag::Adjective | Tag::Number))
    };
    // "began encircling the town"
    let goes_on = sentence.words[verb.head].is(WordClass::ASPECT);
    let mut inner = clauses.list[clause].inner.iter().filter(|_| goes_on);
    let inner = inner.find(|inner| inner.first == verb.end && !inner.passive);
    let end = inner.map_or(verb.end, |inner| inner.end);
    let object: Vec<usize> = (end..sentence.words.len()).take_while(inside).collect();
    let head = &sentence.words[*object.last()?];
    // "has no objection", "took effect": that is nothing.
    let light = object.len() == 1 && sentence.words[verb.head].is(WordClass::LIGHT);
    if sentence.words[object[0]].is(WordClass::NEGATION)
        || light && head.tag == Tag::Noun && !head.is_upper()
    {
        return None;
    }
    let agrees = plural == (head.tag == Tag::Nouns) && head.tag.is_nominal();
    let whole = sentence.words.get(object[object.len() - 1] + 1).is_none_or(|next| {
        next.timex.is_some()
            || next.kind == TokenKind::Sign
            || matches!(next.tag, Tag::Preposition | Tag::Conjunction | Tag::Adverb)
    });
    // "the town of Lund"
    let link = object[object.len() - 1] + 1;
    let named = head.is(WordClass::PLACE_ANAPHOR)
        && sentence.words.get(link).is_some_and(|link| link.is(WordClass::NAME_LINK));
    if agrees && named {
        let upper = |&at: &usize| {
            let word = &sentence.words[at];
            word.tag == Tag::Name && word.is_upper() && word.timex.is_none()
        };
        let name: Vec<usize> = (link + 1..sentence.words.len()).take_while(upper).collect();
        if !name.is_empty() {
            return Some(name);
        }
    }
    (agrees && whole && object.len() <= LONGEST).then_some(object)
}
