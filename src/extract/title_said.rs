//! Titles of what somebody says: what was said, where the title of the verb of saying tells too
//! little of it.

use super::clause::{ClauseKind, Clauses};
use super::reading::Word;
use super::title::ClauseTitle;
use super::verb_group::VerbGroup;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// The clause of what is said, where it is not told whole in the title of the verb of saying, and
/// whether that begins to tell it.
pub(super) fn said_alone(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    own: &ClauseTitle,
) -> Option<(usize, bool)> {
    let verb = clauses.list[clause].verb?;
    let speaks = words[verb.head].is(WordClass::SAYING)
        && !words[verb.head].is(WordClass::DENY | WordClass::PLAN)
        && !verb.negated;
    if !speaks {
        return None;
    }
    let finite = |clause: usize| clauses.list[clause].verb.filter(VerbGroup::is_finite);
    let Some(said) = says(words, clauses, clause) else {
        // "The bank had assets of two million, its owner said."
        let alone = own.rest.iter().all(|&at| at < verb.end || words[at].tag == Tag::Adverb);
        let first = clauses.extent(clause).0;
        let set_off = [first.checked_sub(1), Some(first)]
            .into_iter()
            .flatten()
            .any(|at| words[at].kind == TokenKind::Sign && !words[at].is(WordClass::DASH));
        let alone = alone
            && set_off
            && !verb.passive
            && clauses.list[clause].kind != ClauseKind::Relative
            && !clauses
                .words(clause)
                .any(|at| words[at].is(WordClass::COORDINATOR | WordClass::COMPLEMENTISER));
        let closes = |&before: &usize| {
            let this = &clauses.list[before];
            clauses.extent(before).1 <= first + 1 && this.kind == ClauseKind::Main
        };
        // "has lost support, prompting an effort to hold on, sources said"
        let opens = || (clauses.list[0].kind == ClauseKind::Main && clause > 0).then_some(0);
        let before = (0..clause).rev().find(closes).or_else(opens).filter(|_| alone);
        return before.filter(|&before| finite(before).is_some()).map(|before| (before, false));
    };
    let verb = finite(said)?;
    let told = own.rest.iter().rposition(|&at| clauses.owner[at] == said);
    let cut = own.split || told.is_none_or(|last| own.rest[last] < verb.end && !verb.passive);
    cut.then_some((said, told.is_some()))
}

/// "decided when to meet", "depends on whether": the clause that stands right behind a verb, which
/// alone says too little.
pub(super) fn clause_behind(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<usize> {
    let verb = clauses.list[clause].verb.filter(|_| !clauses.syntax.verb_second)?;
    let timed = |at: usize| words.get(at).is_some_and(|word| word.timex.is_some());
    let led = |at: usize| words[at].tag == Tag::Preposition && timed(at + 1);
    let at = (verb.end..words.len()).find(|&at| !timed(at) && !led(at))?;
    let opens = WordClass::SUBORDINATOR | WordClass::COMPLEMENTISER | WordClass::RELATIVE;
    let other = clauses.owner[at];
    let depends = other != clause
        && clauses.list[other].parent == Some(clause)
        && clauses.list[other].verb.is_some()
        && clauses.list[other].kind != ClauseKind::Coordinate;
    (depends && clauses.extent(other).0 == at && words[at].is(opens)).then_some(other)
}

/// The complement clause of a verb of saying.
pub(super) fn says(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<usize> {
    let group = clauses.list[clause].verb?;
    let says = words[group.head].is(WordClass::SAYING | WordClass::PLAN | WordClass::DENY);
    let said = clauses
        .list
        .iter()
        .position(|other| other.parent == Some(clause) && other.kind == ClauseKind::Complement)?;
    // "decided that"; behind another verb "if" opens a condition.
    let opener = clauses.extent(said).0;
    let opens =
        words[opener].is(WordClass::COMPLEMENTISER) && !words[opener].is(WordClass::CONDITIONAL);
    (says || opens).then_some(said)
}
