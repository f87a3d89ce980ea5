//! "Troops entered the town and blew up a bridge in its suburb": what the second verb tells is
//! an event of its own where it happened in another place.

use super::clause::ClauseKind;
use super::head::{Strength, head_of};
use super::merge::akin;
use super::{Candidate, Reading};
use crate::event::{Link, PlaceKind};
use crate::language::WordClass;

/// Adds the events of clauses that share the subject and the time of one that has an event, and
/// have a place that it has not.
pub(super) fn add(text: &Reading<'_>, out: &mut Vec<Candidate>) {
    let mut found = Vec::new();
    for (at, first) in out.iter().enumerate() {
        let clauses = &text.clauses[first.sentence];
        let of_sentence = |other: &&Candidate| other.sentence == first.sentence;
        let told = |clause: usize| {
            let before = out[..at].iter().rev().take_while(of_sentence);
            before.chain(out[at..].iter().take_while(of_sentence)).any(|c| c.clause == clause)
        };
        for (clause, own) in clauses.list.iter().enumerate() {
            let shares = own.kind == ClauseKind::Coordinate
                && own.parent == Some(first.clause)
                && first.time.missing.is_none()
                && !first.time.recurs
                && !told(clause);
            if shares && !has_time(text, first.sentence, clause) && elsewhere(text, first, clause) {
                found.extend(conjunct(text, first, clause));
            }
        }
    }
    out.extend(found);
}

fn conjunct(text: &Reading<'_>, first: &Candidate, clause: usize) -> Option<Candidate> {
    let words = &text.sentences[first.sentence].words;
    let clauses = &text.clauses[first.sentence];
    // The same kind of thing told in one breath is one event.
    let known = clauses.list[clause].verb.is_some_and(|verb| words[verb.head].entry.verb.is_some());
    // ", the ministry in London said": whose word it is, and no more.
    let opener = &words[clauses.extent(clause).0];
    let says = clauses.list[clause].verb.is_some_and(|verb| words[verb.head].is(WordClass::SAYING));
    if says && !opener.is(WordClass::COORDINATOR) {
        return None;
    }
    let head = head_of(words, clauses, clause, None)?;
    let mut time = first.time.clone();
    if time.link == Link::SameClause {
        time.link = Link::SameSentence;
    }
    (known && head.strength >= Strength::Plain && !akin(head.category, first.head.category))
        .then_some(Candidate { sentence: first.sentence, clause, head, time })
}

fn has_time(text: &Reading<'_>, sentence: usize, clause: usize) -> bool {
    let words = &text.sentences[sentence].words;
    text.clauses[sentence].words(clause).any(|at| words[at].timex.is_some())
}

/// Whether a clause has a place of its own, and the clause of the other event none that is it.
fn elsewhere(text: &Reading<'_>, first: &Candidate, clause: usize) -> bool {
    let owner = &text.clauses[first.sentence].owner;
    let of = |wanted: usize| {
        text.places[first.sentence].iter().filter(move |place| {
            place.locative && owner[place.first] == wanted && place.place.kind != PlaceKind::Country
        })
    };
    of(clause).any(|place| of(first.clause).all(|other| other.place.name != place.place.name))
}
