//! Heads whose time cannot be placed: kept with what is missing, never guessed.

use super::dated::main_clause;
use super::head::{Strength, head_of, is_event_noun};
use super::whose_time::is_undone;
use super::{Candidate, Reading, Time};
use crate::event::{Category, Certainty, Link, Missing, Reference};
use crate::language::WordClass;
use crate::time::TimexType;

/// Adds the events of sentences that none was found in yet and that name a time which cannot be
/// placed.
pub(super) fn add(text: &Reading<'_>, out: &mut Vec<Candidate>) {
    let mut dated = vec![false; text.sentences.len()];
    for candidate in &*out {
        dated[candidate.sentence] = true;
    }
    for (number, sentence) in text.sentences.iter().enumerate() {
        if !sentence.is_prose() || dated[number] {
            continue;
        }
        let found = sentence.timexes.clone().find_map(|timex| of_timex(text, number, timex));
        out.extend(found.or_else(|| of_anchor(text, number)));
    }
}

fn of_timex(text: &Reading<'_>, number: usize, timex: usize) -> Option<Candidate> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let missing = missing(text, timex)?;
    let words = sentence.words_of_timex(timex)?;
    let clause = clauses.owner[words.0];
    let undone = |verb| is_undone(&sentence.words, &verb);
    if clauses.list[clause].verb.is_some_and(undone) {
        return None;
    }
    let head = match missing {
        Missing::DurationOnly => {
            let noun = (words.1..(words.1 + 3).min(sentence.words.len()))
                .find(|&at| is_event_noun(&sentence.words[at]))?;
            // "Jailed for ten years for theft": nothing may stand behind the noun.
            let behind =
                Some((noun + 1, noun + 2)).filter(|behind| behind.0 < sentence.words.len());
            head_of(&sentence.words, clauses, clause, behind)?
        }
        _ => head_of(&sentence.words, clauses, clause, Some(words))?,
    };
    // Words that only wait for the document's date are as good as any that have one.
    // "Her party is on Friday": a state is none then either.
    let state = head.strength == Strength::State && head.category == Category::Other;
    let counts = missing == Missing::DocumentDate && !state || head.strength >= Strength::Plain;
    counts.then(|| Candidate { sentence: number, clause, head, time: open(Some(timex), missing) })
}

fn missing(text: &Reading<'_>, timex: usize) -> Option<Missing> {
    let found = &text.timexes[timex];
    if found.interval.is_some_and(|interval| !interval.is_open()) || found.kind == TimexType::Set {
        return None;
    }
    let waits = found.derivation.reference == Reference::Missing && text.document_date.is_none();
    if found.kind == TimexType::Duration && !waits {
        return Some(Missing::DurationOnly);
    }
    match found.value.as_str() {
        "PRESENT_REF" => None,
        "PAST_REF" | "FUTURE_REF" => Some(Missing::Vague),
        _ if waits => Some(Missing::DocumentDate),
        _ => Some(Missing::Vague),
    }
}

/// "before the invasion": counted from an event that has no date here.
fn of_anchor(text: &Reading<'_>, number: usize) -> Option<Candidate> {
    let words = &text.sentences[number].words;
    let anchored = (0..words.len()).any(|at| {
        words[at].is(WordClass::ANCHOR)
            && words.get(at + 1).is_some_and(|word| word.tag == crate::language::Tag::Determiner)
            && (at + 2..(at + 5).min(words.len())).any(|noun| is_event_noun(&words[noun]))
    });
    let clauses = anchored.then(|| &text.clauses[number])?;
    let clause = main_clause(clauses)?;
    // "It was not long before the end": nothing happens.
    let head = head_of(words, clauses, clause, None)?;
    // "But Orr said until the toll was known": nor by that something is said.
    let empty = WordClass::BE | WordClass::SAYING;
    let told = clauses.list[clause].verb.is_none_or(|verb| !words[verb.head].is(empty));
    (told || head.nominal).then(|| Candidate {
        sentence: number,
        clause,
        head,
        time: open(None, Missing::Anchor),
    })
}

/// A time that cannot be placed, and why.
pub(super) const fn open(timex: Option<usize>, missing: Missing) -> Time {
    Time {
        timex,
        interval: None,
        link: Link::SameClause,
        certainty: Certainty::Inferred,
        recurs: false,
        missing: Some(missing),
        part: None,
        counted: None,
    }
}
