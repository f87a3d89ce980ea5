//! Verbs that hand over to the one behind them, which is what happens.

use super::clause::Clauses;
use super::reading::Word;
use super::verb_group::{Tense, VerbGroup};
use crate::event::Category;
use crate::language::{Tag, WordClass};

/// "is scheduled to vote", "is believed to have fled": the verb behind is what happens.
pub(super) fn said_or_planned(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    group: &VerbGroup,
) -> Option<VerbGroup> {
    let verb = &words[group.head];
    let inner = clauses.list[clause].inner.first().filter(|inner| inner.first == group.end)?;
    let told = group.passive && verb.is(WordClass::SAYING | WordClass::CLAIM | WordClass::DOUBT);
    let agrees = matches!(verb.entry.verb, Some(Category::Agreement));
    (inner.tense == Tense::Infinitive && (told || verb.is(WordClass::PLAN) && !agrees))
        .then_some(*inner)
}

/// "are due to meet", "was lucky enough to be chosen", "was the first woman to win": the verb that
/// what is said of the subject hands over to.
pub(super) fn due(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    group: &VerbGroup,
) -> Option<VerbGroup> {
    let inner = clauses.list[clause].inner.first().filter(|inner| inner.first > group.end)?;
    let between = &words[group.end..inner.first];
    let adjective = between.first()?;
    if adjective.is(WordClass::PLAN) && between.len() == 1 {
        return Some(*inner);
    }
    // "the first chance to win" was not taken.
    let plain = |word: &Word<'_>| {
        word.is(WordClass::ABLE | WordClass::ROLE | WordClass::GROUP)
            || word.tag == Tag::Adverb
            || word.tag.leads_noun()
            || word.entry.country.is_some()
    };
    let able = group.tense.is_past() && between.iter().any(|word| word.is(WordClass::ABLE));
    (able && between.iter().all(plain) && !group.negated).then_some(*inner)
}

/// The last of the verbs that hand over one to the other: "began to try to cross".
pub(super) fn handed_on(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    group: &VerbGroup,
) -> Option<VerbGroup> {
    let mut last = None;
    let mut end = group.end;
    for inner in &clauses.list[clause].inner {
        // "began a strike known as": that only says more of the strike.
        let says_more = inner.tense == Tense::Participle && inner.first > end;
        if inner.first < end || says_more {
            continue;
        }
        if inner.first > end + 3 {
            break;
        }
        last = Some(*inner);
        end = inner.end;
        if !words[inner.head].is(WordClass::ASPECT) {
            break;
        }
    }
    last
}
