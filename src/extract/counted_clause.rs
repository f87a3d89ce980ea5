//! "two days after the army had withdrawn", "a month before she died": what a clause tells, and
//! how long before or after it something else happened.

use super::anchored::{is_dated, length, sign, time_from};
use super::clause::ClauseKind;
use super::dated::tells;
use super::head::{Head, head_of};
use super::undated::open;
use super::{Candidate, Reading};
use crate::event::{Category, Link, Missing};
use crate::time::Granularity;

/// So many words behind the amount the clause opens: "після того, як".
const OPENS_WITHIN: usize = 4;

/// An amount of time between two clauses of a sentence.
struct Distance {
    timex: usize,
    /// The clause that happened so long before or after the other, and the other.
    main: usize,
    other: usize,
    /// How many units after the other the main one happened; negative is before.
    amount: i64,
    unit: Granularity,
}

/// Dates one of two clauses that an amount of time lies between by the other one, or by another
/// event of the document. What is left undated takes nothing over from the story.
pub(super) fn date(text: &Reading<'_>, number: usize, timex: usize, out: &mut Vec<Candidate>) {
    let Some(distance) = distance(text, number, timex) else { return };
    let of = |clause: usize| {
        out.iter().find(|c| c.sentence == number && c.clause == clause && is_own(c))
    };
    let found = match (of(distance.main), of(distance.other)) {
        (Some(_), Some(_)) => return,
        (Some(base), None) => {
            counted(text, number, distance.other, base, (&distance, -distance.amount))
        }
        (None, base) => {
            base.or_else(|| told_elsewhere(text, number, distance.other, out)).and_then(|base| {
                counted(text, number, distance.main, base, (&distance, distance.amount))
            })
        }
    };
    let inherited = |c: &Candidate| c.sentence == number && c.clause == distance.main && !is_own(c);
    let at = out.iter().position(inherited);
    match (at, found) {
        (Some(at), Some(found)) if found.clause == distance.main => out[at] = found,
        // It hangs on what has no date here.
        (Some(at), None) => out[at].time = open(None, Missing::Anchor),
        (_, Some(found)) => {
            let at = out.partition_point(|candidate| candidate.sentence <= number);
            out.insert(at, found);
        }
        (None, None) => {}
    }
}

/// The amount of time that a duration puts between its clause and the one that opens behind it.
fn distance(text: &Reading<'_>, number: usize, timex: usize) -> Option<Distance> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let words = &sentence.words;
    let (first, end) = sentence.words_of_timex(timex)?;
    let at = end + usize::from(words.get(end)?.is_sign(","));
    let sign = sign(words.get(at)?)?;
    let main = clauses.owner[first];
    let opens = |clause: &usize| {
        let this = &clauses.list[*clause];
        (at..=at + OPENS_WITHIN).contains(&this.extent.0)
            && *clause != main
            && matches!(this.kind, ClauseKind::Subordinate | ClauseKind::Complement)
            && this.verb.is_some_and(|verb| verb.tense.is_past())
    };
    let other = (0..clauses.list.len()).find(opens)?;
    let (amount, unit) = length(&text.timexes[timex].value)?;
    Some(Distance { timex, main, other, amount: sign * amount, unit })
}

/// The event of a clause, counted from that of another one.
fn counted(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    base: &Candidate,
    (distance, amount): (&Distance, i64),
) -> Option<Candidate> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let head = head_of(&sentence.words, clauses, clause, None)?;
    let time = time_from(text, distance.timex, base, (amount, distance.unit))?;
    tells(sentence, text, number, clause, &head, &time).then_some(Candidate {
        sentence: number,
        clause,
        head,
        time,
    })
}

/// The dated event of the document that a clause tells of again: the same verb, or the birth or
/// the death of the one whose life is told.
fn told_elsewhere<'c>(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    dated: &'c [Candidate],
) -> Option<&'c Candidate> {
    let words = &text.sentences[number].words;
    let head = head_of(words, &text.clauses[number], clause, None)?;
    let lemma = |sentence: usize, head: &Head| {
        let lemma = text.sentences[sentence].words[head.word].entry.lemma;
        (lemma != 0).then_some(lemma)
    };
    let once =
        text.about.life.is_some() && matches!(head.category, Category::Birth | Category::Death);
    dated.iter().rev().find(|candidate| {
        let same = lemma(number, &head).is_some()
            && lemma(number, &head) == lemma(candidate.sentence, &candidate.head);
        is_dated(candidate)
            && candidate.sentence != number
            && (same && candidate.sentence < number
                || once && candidate.head.category == head.category)
    })
}

/// Whether an event has its date from its own sentence.
fn is_own(candidate: &Candidate) -> bool {
    is_dated(candidate) && matches!(candidate.time.link, Link::SameClause | Link::SameSentence)
}
