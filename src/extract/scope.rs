//! Which words of its sentence are an event's.

use std::ops::Range;

use smallvec::SmallVec;

use super::assemble::is_life;
use super::clause::{ClauseKind, Clauses};
use super::reading::Word;
use super::subject::subject;
use super::{Candidate, Reading};
use crate::language::WordClass;

/// A candidate with the words that are its.
pub(super) struct Scope<'a> {
    pub(super) candidate: &'a Candidate,
    pub(super) subject: &'a [usize],
    /// The words of its clause and of its subject, in order.
    pub(super) within: SmallVec<[usize; FEW]>,
}

/// As many words as most clauses have at most.
const FEW: usize = 24;

impl<'a> Scope<'a> {
    pub(super) fn of(text: &'a Reading<'_>, candidate: &'a Candidate) -> Self {
        let words = &text.sentences[candidate.sentence].words;
        let clauses = &text.clauses[candidate.sentence];
        let subject = subject(words, clauses, candidate.clause);
        let mut within: SmallVec<[usize; FEW]> = clauses.words(candidate.clause).collect();
        within.extend(subject.iter().copied().filter(|&at| clauses.owner[at] != candidate.clause));
        within.extend(behind_antecedent(words, clauses, candidate.clause, subject));
        // "Ida Orr (1880 - 1950) was born in Riga": there the clause tells more of it.
        let told = clauses.list[candidate.clause]
            .verb
            .is_some_and(|verb| words[verb.head].entry.verb == Some(candidate.head.category));
        let bracketed = candidate
            .time
            .timex
            .filter(|_| is_life(text, candidate) && !told)
            .map(|timex| super::life::words_of(text, candidate.sentence, timex));
        if let Some(bracketed) = bracketed.filter(|words| !words.is_empty()) {
            // Of a bracket behind a name only what stands by the one date belongs to it.
            within = bracketed.into();
            within.extend(0..=candidate.head.word);
        }
        // Nearly always the subject stands in its clause, and all is in order.
        if !within.is_sorted_by(|word, next| word < next) {
            within.sort_unstable();
            within.dedup();
        }
        if let Some(part) = candidate.time.part {
            within.retain(|&mut at| part.has(at));
            // "Lund fell in May, Riga in June": what fell in June is not Lund.
            if let Some(own) = part.own_subject() {
                within.retain(|&mut at| !subject.contains(&at));
                within.extend(own);
                within.sort_unstable();
            }
        }
        Self { candidate, subject, within }
    }
}

/// "attended the summit [in Oslo], which was held in May": the words between a relative clause and what it tells more
/// of, where they say where that was.
fn behind_antecedent(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    subject: &[usize],
) -> Range<usize> {
    const LONGEST: usize = 8;
    let opener = clauses.extent(clause).0;
    let from = subject.last().map_or(opener, |last| last + 1);
    let told = from < opener
        && opener - from <= LONGEST
        && clauses.list[clause].kind == ClauseKind::Relative
        && words[from].is(WordClass::PLACE_PREPOSITION)
        && !words[from].is(WordClass::NAME_LINK);
    if told { from..opener } else { 0..0 }
}
