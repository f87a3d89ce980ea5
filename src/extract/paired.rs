//! "Three people died and seven were hurt": titles of two counts, of which the second one leaves out
//! what it counts.

use super::Reading;
use super::clause::Clauses;
use super::gapping::Part;
use super::reading::Word;
use super::subject::subject;
use super::title::{LIMIT, lower_first, of_clause};
use crate::language::{Tag, WordClass};

/// The title of a clause whose subject is a bare number, behind that of the clause that says what is
/// counted, or of the two of them the other way round; none if there are not two, or both do not fit.
pub(super) fn with_other_count(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    part: Option<Part>,
) -> Option<String> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    if clauses.syntax.verb_second || clauses.syntax.head_first {
        return None;
    }
    if counts_on(words, clauses, clause) {
        return both(text, number, clause, part);
    }
    let next = clause + 1;
    let other = next < clauses.list.len() && clauses.list[next].parent == Some(clause);
    (other && counts_on(words, clauses, next)).then(|| both(text, number, next, None)).flatten()
}

/// Whether the subject of a clause is a bare number, and the clause before it says what is counted.
fn counts_on(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> bool {
    let Some(before) = clauses.list[clause].parent else { return false };
    let (first, _) = clauses.extent(clause);
    let bare = subject(words, clauses, clause);
    let counts = |&at: &usize| words[at].timex.is_none() && words[at].tag == Tag::Number;
    let alone = bare.last().is_some_and(counts)
        && bare.iter().all(|at| *at > first && (counts(at) || words[*at].tag == Tag::Determiner));
    let told = |at: usize| clauses.list[at].verb.is_some_and(|v| v.is_finite() && !v.negated);
    let adjoins = || {
        clauses.extent(before).1 == first
            && words[first].is(WordClass::COORDINATOR)
            && clauses.words(before).all(|at| words[at].timex.is_none())
    };
    alone
        && told(before)
        && told(clause)
        && adjoins()
        && subject(words, clauses, before).iter().any(counts)
}

/// The titles of a clause and of the one that it goes on from.
fn both(text: &Reading<'_>, number: usize, clause: usize, part: Option<Part>) -> Option<String> {
    /// A subject and its verb.
    const LEAST: usize = 2;
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let before = clauses.list[clause].parent?;
    let joint = &words[clauses.extent(clause).0];
    let head = of_clause(text, number, before, None, LIMIT);
    let used = head.text.split_whitespace().count() + 1;
    let room = LIMIT.checked_sub(used).filter(|&room| room >= LEAST)?;
    let mut rest = of_clause(text, number, clause, part, room);
    let cut = head.split || head.parted || rest.split || rest.parted;
    if cut || rest.text.split_whitespace().count() < LEAST {
        return None;
    }
    lower_first(&mut rest.text, 0);
    Some(format!("{} {} {}", head.text, joint.text, rest.text))
}
