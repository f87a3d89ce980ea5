//! Clauses that say when something was without a date: "when she was ten".

use super::Reading;
use super::clause::ClauseKind;
use super::verb_group::Tense;
use crate::event::Category;
use crate::language::WordClass;

/// "When she was ten, ...": the sentence has a time of its own, which no words date.
pub(super) fn opens_with_time_clause(text: &Reading<'_>, number: usize) -> bool {
    let words = &text.sentences[number].words;
    text.clauses[number].list[0].kind == ClauseKind::Subordinate
        && words.first().is_some_and(|word| word.is(WordClass::RELATIVE | WordClass::ANCHOR))
}

/// "died when she was eight": the clause has a time of its own, which no words date. In the news "were
/// killed when a shell struck" has none.
pub(super) fn has_time_clause(text: &Reading<'_>, number: usize, clause: usize) -> bool {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    clauses.list.iter().enumerate().any(|(at, other)| {
        let opener = &words[clauses.extent(at).0];
        let happens = || {
            other.verb.is_some_and(|verb| {
                verb.tense == Tense::Past && words[verb.head].entry.verb.is_some_and(is_sudden)
            })
        };
        other.kind == ClauseKind::Subordinate
            && other.parent == Some(clause)
            && opener.opens_time()
            && !(text.about.news && happens())
    })
}

/// Whether what a verb tells is over as soon as it has happened.
const fn is_sudden(verb: Category) -> bool {
    matches!(
        verb,
        Category::Attack
            | Category::Battle
            | Category::Accident
            | Category::Disaster
            | Category::Crime
    )
}
