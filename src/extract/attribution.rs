//! Who says so: the source that a text names for what it tells.

use super::antecedent::of_pronoun;
use super::clause::{ClauseKind, Clauses};
use super::phrase::join;
use super::reading::{Sentence, Word};
use super::seek::first_from;
use super::subject::subject;
use super::title_time::is_former;
use super::{Candidate, Reading};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// The most words of a source's name.
const LIMIT: usize = 9;

/// The source that the text names for an event.
pub(super) fn said_by(text: &Reading<'_>, candidate: &Candidate) -> Option<String> {
    let (sentence, clauses) =
        (&text.sentences[candidate.sentence], &text.clauses[candidate.sentence]);
    let saying = governing(&sentence.words, clauses, candidate)
        .or_else(|| beside(&sentence.words, clauses, candidate));
    let speaker = saying.and_then(|clause| speaker(text, candidate.sentence, clause));
    speaker.or_else(|| according_to(text, sentence))
}

/// The clause of a verb of saying that an event's clause depends on, at whatever depth.
pub(super) fn governing(
    words: &[Word<'_>],
    clauses: &Clauses,
    candidate: &Candidate,
) -> Option<usize> {
    let mut at = candidate.clause;
    for _ in 0..4 {
        let this = &clauses.list[at];
        let parent = this.parent?;
        let verb = clauses.list[parent].verb;
        let says = verb.is_some_and(|verb| words[verb.head].is(WordClass::SAYING));
        if this.kind == ClauseKind::Complement && says {
            return Some(parent);
        }
        at = parent;
    }
    None
}

/// "..., the ministry said": a clause of a verb of saying that says nothing itself, behind the
/// event's clause or around it.
pub(super) fn beside(
    words: &[Word<'_>],
    clauses: &Clauses,
    candidate: &Candidate,
) -> Option<usize> {
    (0..clauses.list.len()).find(|&clause| {
        let Some(verb) = clauses.list[clause].verb else { return false };
        let end = clauses.extent(clause).1;
        let nothing_said = || {
            words[verb.end..end.max(verb.end)].iter().all(|word| {
                word.kind == TokenKind::Sign
                    || word.timex.is_some()
                    || matches!(word.tag, Tag::Adverb | Tag::Preposition | Tag::Determiner)
            }) || verb.first == clauses.extent(clause).0
                || ends_quote(words, verb.first)
        };
        // ", and the council affirmed" says nothing of what stands before it.
        let opener = &words[clauses.extent(clause).0];
        clause != candidate.clause
            && !opener.is(WordClass::COORDINATOR)
            && verb.is_finite()
            && words[verb.head].is(WordClass::SAYING)
            && verb.first > candidate.head.word
            && nothing_said()
    })
}

/// Whether a quotation mark stands right before a word.
fn ends_quote(words: &[Word<'_>], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| matches!(words[before].text, "\"" | "”" | "“" | "»"))
}

/// Who speaks in a clause.
fn speaker(text: &Reading<'_>, number: usize, clause: usize) -> Option<String> {
    speaking(text, number, clause).map(|(name, _)| name)
}

/// Who speaks in a clause, and the words that say so.
pub(super) fn speaking(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
) -> Option<(String, Vec<usize>)> {
    let sentence = &text.sentences[number];
    let phrase = speaking_phrase(text, number, clause)?;
    let name = match phrase[..] {
        [pronoun] if sentence.words[pronoun].is(WordClass::THIRD_PERSON) => {
            of_pronoun(text, number, pronoun)
        }
        _ => named(sentence, &phrase),
    };
    Some((name?, phrase))
}

/// The words that say who speaks in a clause.
pub(super) fn speaking_phrase(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
) -> Option<Vec<usize>> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let group = clauses.list[clause].verb?;
    let own = subject(&sentence.words, clauses, clause);
    // "\"It is late,\" said the owner": behind the verb only where nothing stands before it.
    let opens = group.first.checked_sub(1).is_none_or(|at| {
        let before = &sentence.words[at];
        before.kind == TokenKind::Sign || before.is(WordClass::RELATIVE)
    });
    let named_behind = || !own.iter().any(|&at| clauses.owner[at] == clause);
    Some(if opens && named_behind() { phrase_from(sentence, group.end) } else { own.to_vec() })
}

/// "according to the ministry", "dem Ministerium zufolge": what the words that name a source take.
fn according_to(text: &Reading<'_>, sentence: &Sentence<'_>) -> Option<String> {
    if !sentence.classes.has(WordClass::ATTRIBUTION) {
        return None;
    }
    let words = &sentence.words;
    let opens = |word: &Word<'_>| word.is(WordClass::ATTRIBUTION) && word.timex.is_none();
    let mut next = 0;
    while let Some(at) = first_from(words, next, opens) {
        next = at + 1;
        let ahead = words[at..].iter().map(Word::lower);
        let Some(length) = text.language.attribution(&ahead) else { continue };
        let behind = named(sentence, &phrase_from(sentence, at + length));
        if let Some(name) = behind.or_else(|| named(sentence, &phrase_to(sentence, at))) {
            return Some(name);
        }
    }
    None
}

/// The noun phrase that ends before a word.
fn phrase_to(sentence: &Sentence<'_>, to: usize) -> Vec<usize> {
    let words = &sentence.words;
    let fits = |&at: &usize| {
        let word = &words[at];
        word.timex.is_none()
            && (word.tag.is_nominal() || matches!(word.tag, Tag::Determiner | Tag::Adjective))
    };
    let mut out: Vec<usize> = (0..to).rev().take_while(fits).collect();
    out.reverse();
    out
}

/// The noun phrase that starts at a word.
fn phrase_from(sentence: &Sentence<'_>, from: usize) -> Vec<usize> {
    let words = &sentence.words;
    let fits = |&at: &usize| {
        let word = &words[at];
        word.timex.is_none()
            && word.kind == TokenKind::Word
            && (word.tag.is_nominal()
                || word.is(WordClass::NAME_LINK) && at > from
                || word.tag.leads_noun()
                || word.tag == Tag::Pronoun && at == from)
    };
    (from..words.len()).take_while(fits).collect()
}

/// A source's name, if the words hold one.
fn named(sentence: &Sentence<'_>, phrase: &[usize]) -> Option<String> {
    let words = &sentence.words;
    let mut phrase = phrase.to_vec();
    phrase.truncate(LIMIT);
    while phrase.last().is_some_and(|&at| !words[at].tag.is_nominal()) {
        phrase.pop();
    }
    let names = phrase.iter().any(|&at| words[at].tag.is_nominal());
    let timed = phrase.iter().any(|&at| words[at].timex.is_some() && !is_former(words, at));
    (names && !timed).then(|| join(sentence, &phrase))
}
