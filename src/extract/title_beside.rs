//! Titles of clauses that say nothing themselves, by the one beside them that does.

use super::clause::{ClauseKind, Clauses};
use super::reading::Word;
use super::verb_group::Tense;
use crate::language::WordClass;

/// The clause that tells what one does not whose title is no more than its verb: "was the first president,
/// [serving] from 1853 to 1857", "[spent] the evening shooting pool".
pub(super) fn told_beside(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<usize> {
    let this = &clauses.list[clause];
    let verb = this.verb.filter(|_| !clauses.syntax.verb_second && !clauses.syntax.head_first)?;
    let gerund = |clause: usize| {
        let this = &clauses.list[clause];
        this.kind == ClauseKind::Participial
            && this.verb.is_some_and(|verb| verb.tense == Tense::Gerund)
    };
    if gerund(clause) {
        return this.parent.filter(|&parent| {
            clauses.list[parent].verb.is_some_and(|verb| {
                verb.is_finite() && !verb.negated && words[verb.head].is(WordClass::BE)
            })
        });
    }
    let timed = verb.is_finite()
        && !verb.passive
        && words.get(verb.end).is_some_and(|next| next.timex.is_some());
    let behind = (clause + 1..clauses.list.len())
        .find(|&behind| clauses.list[behind].parent == Some(clause) && gerund(behind));
    behind.filter(|_| timed)
}
