//! What is said when: no event of its own beside what was told.

use smallvec::SmallVec;

use super::clause::{ClauseKind, Clauses};
use super::phrase::is_of_phrase;
use super::reading::{Sentence, Word};
use super::said_behind::follows_said;
use super::verb_group::Tense;
use super::{Candidate, Reading};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// "said on Tuesday they had arrested him on Monday": that it was said is no event beside what was,
/// where that has a time of its own. The sentence's candidates start at `from`.
pub(super) fn drop(text: &Reading<'_>, number: usize, out: &mut Vec<Candidate>, from: usize) {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let said_in: SmallVec<[usize; 4]> = out[from..]
        .iter()
        .filter(|told| clauses.list[told.clause].kind == ClauseKind::Complement)
        .filter_map(|told| clauses.list[told.clause].parent)
        .collect();
    let aside = |candidate: &Candidate| {
        out.len() > from + 1 && said_aside(&text.sentences[number], clauses, candidate)
    };
    let asides: SmallVec<[usize; 2]> =
        out[from..].iter().filter(|told| aside(told)).map(|told| told.clause).collect();
    if said_in.is_empty() && asides.is_empty() {
        return;
    }
    let keeps = |candidate: &Candidate| {
        let verb = &words[candidate.head.word];
        let says = !candidate.head.nominal && verb.is(WordClass::SAYING | WordClass::CLAIM);
        !says || !said_in.contains(&candidate.clause) && !asides.contains(&candidate.clause)
    };
    let own = out.split_off(from);
    out.extend(own.into_iter().filter(keeps));
}

/// "was hit on Monday, the mayor said on Tuesday", "as reported by the police on Tuesday": whether a
/// clause only says who told what stands before it, and when.
fn said_aside(sentence: &Sentence<'_>, clauses: &Clauses, candidate: &Candidate) -> bool {
    let words = &sentence.words;
    let clause = &clauses.list[candidate.clause];
    let Some(verb) = clause.verb.filter(|_| !candidate.head.nominal) else { return false };
    let (first, _) = clauses.extent(candidate.clause);
    let closes = clause.kind == ClauseKind::Coordinate
        && first > 0
        && words[first - 1].is_sign(",")
        && !words[first].is(WordClass::COORDINATOR)
        && only_says_where(words, verb.end);
    let reported = verb.tense == Tense::Participle
        && verb.first.checked_sub(1).is_some_and(|at| words[at].is(WordClass::SUBORDINATOR));
    words[verb.head].is(WordClass::SAYING)
        && (closes || reported || follows_said(words, clauses, candidate.clause))
}

/// "said here on Tuesday", "reported on its website": whether behind a verb of saying (which ends before a
/// word) there is only when and where.
pub(super) fn only_says_where(words: &[Word<'_>], from: usize) -> bool {
    const LONGEST: usize = 5;
    let mut led = 0;
    words[from..].iter().all(|word| {
        let small = word.timex.is_some()
            || matches!(word.tag, Tag::Preposition | Tag::Adverb)
            || word.kind == TokenKind::Sign;
        led = match word.tag {
            _ if word.timex.is_some() => 0,
            Tag::Preposition => 1,
            _ if led > 0 && !small => led + 1,
            _ => led,
        };
        let inside = is_of_phrase(word) || matches!(word.tag, Tag::Determiner | Tag::Possessive);
        small || (2..=LONGEST).contains(&led) && inside
    })
}
