//! Whose words a quotation is: the speaker may be named beside it, or in a sentence around.

use super::attribution::{beside, governing, speaking, speaking_phrase};
use super::phrase::{is_quotation_mark, join};
use super::reading::Word;
use super::short_subject::short_subject;
use super::verb_group::VerbGroup;
use super::{Candidate, Reading};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// So many sentences from a quotation its speaker is looked for.
const REACH: usize = 6;
/// The most words of a speaker that is written as it stands.
const LONGEST: usize = 4;

/// The one who says what an event is told with: by the verb of saying in its sentence, or, within a
/// quotation, by the one that this goes on from or ends with.
pub(super) fn quoted_speaker(text: &Reading<'_>, candidate: &Candidate) -> Option<String> {
    let (number, head) = (candidate.sentence, candidate.head.word);
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let own = governing(words, clauses, candidate).or_else(|| beside(words, clauses, candidate));
    if let Some(clause) = own {
        return short_speaker(text, number, clause);
    }
    if !is_open(text, number, head) {
        return None;
    }
    let (number, clause) = behind(text, number, head).or_else(|| before(text, number, head))?;
    short_speaker(text, number, clause)
}

/// Who says the quotation that a word stands in: the sentence and the words that name the speaker.
pub(super) fn voice(text: &Reading<'_>, number: usize, at: usize) -> Option<(usize, Vec<usize>)> {
    if !is_open(text, number, at) {
        return None;
    }
    let (number, clause) = behind(text, number, at).or_else(|| before(text, number, at))?;
    Some((number, speaking_phrase(text, number, clause)?))
}

/// The one who speaks in a clause, in a few words.
pub(super) fn short_speaker(text: &Reading<'_>, number: usize, clause: usize) -> Option<String> {
    let (name, phrase) = speaking(text, number, clause)?;
    let sentence = &text.sentences[number];
    if phrase.len() <= LONGEST {
        return Some(name);
    }
    // "the club's new chief executive Ann Orr": a name stands for the one who has it.
    let named = phrase.iter().rev().take_while(|&&at| {
        sentence.words[at].tag == Tag::Name && !sentence.words[at].is(WordClass::ROLE)
    });
    let count = named.count();
    if (2..=LONGEST).contains(&count) {
        return Some(join(sentence, &phrase[phrase.len() - count..]));
    }
    let short = short_subject(&sentence.words, phrase);
    (!short.is_empty()).then(|| join(sentence, &short))
}

/// "\"... It is late. [It is cold,\" the owner said.]": the sentence and the clause of saying where the
/// quotation ends.
fn behind(text: &Reading<'_>, number: usize, at: usize) -> Option<(usize, usize)> {
    let mut from = at;
    for next in number..text.sentences.len().min(number + REACH) {
        let sentence = &text.sentences[next];
        if sentence.block != text.sentences[number].block {
            return None;
        }
        let words = &sentence.words;
        if let Some(mark) = (from..words.len()).find(|&at| opens(words, at).is_some()) {
            return (opens(words, mark) == Some(false))
                .then(|| saying_after(text, next, mark))
                .flatten()
                .map(|clause| (next, clause));
        }
        from = 0;
    }
    None
}

/// The clause of saying that opens behind a mark.
fn saying_after(text: &Reading<'_>, number: usize, mark: usize) -> Option<usize> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let next = (mark + 1..words.len()).find(|&at| words[at].kind != TokenKind::Sign)?;
    let clause = clauses.owner[next];
    let verb = clauses.list[clause].verb.filter(VerbGroup::is_finite)?;
    let says = words[verb.head].is(WordClass::SAYING) && verb.first > mark;
    says.then_some(clause)
}

/// The sentence and the clause of saying last before a word, as long as somebody goes on speaking.
fn before(text: &Reading<'_>, number: usize, at: usize) -> Option<(usize, usize)> {
    let mut to = at;
    for before in (number.saturating_sub(REACH)..=number).rev() {
        let sentence = &text.sentences[before];
        if before < number && !sentence.is_prose() {
            return None;
        }
        let (words, clauses) = (&sentence.words, &text.clauses[before]);
        let says = |&clause: &usize| {
            let verb = clauses.list[clause].verb.filter(VerbGroup::is_finite);
            verb.is_some_and(|verb| {
                verb.head < to
                    && words[verb.head].is(WordClass::SAYING)
                    && !is_open(text, before, verb.head)
            })
        };
        if let Some(clause) = (0..clauses.list.len()).rev().find(says) {
            return Some((before, clause));
        }
        let quotes = (0..words.len()).any(|at| opens(words, at).is_some());
        if before < number && !quotes && !is_open(text, before, 0) {
            return None;
        }
        to = before.checked_sub(1).map_or(0, |before| text.sentences[before].words.len());
    }
    None
}

/// Whether a quotation is open at a word: the last mark before it in its block opens one.
fn is_open(text: &Reading<'_>, number: usize, at: usize) -> bool {
    let last = |number: usize, to: usize| {
        let words = &text.sentences[number].words;
        (0..to).rev().find_map(|at| opens(words, at))
    };
    let block = text.sentences[number].block;
    let earlier = (number.saturating_sub(REACH)..number)
        .rev()
        .take_while(|&before| text.sentences[before].block == block)
        .find_map(|before| last(before, text.sentences[before].words.len()));
    last(number, at).or(earlier) == Some(true)
}

/// Whether a quotation mark opens a quotation, or closes one; none if the word is no such mark.
fn opens(words: &[Word<'_>], at: usize) -> Option<bool> {
    let mark = &words[at];
    let glued = |first: usize| {
        words.get(first + 1).is_some_and(|next| words[first].span().end == next.span().start)
    };
    let before = at.checked_sub(1).filter(|&before| glued(before));
    match mark.text {
        _ if is_quotation_mark(mark) => Some(before.is_none()),
        // ``typed like this''
        "`" if glued(at) && words[at + 1].text == "`" => Some(true),
        "'" if before.is_some_and(|before| words[before].text == "'") => Some(false),
        _ => None,
    }
}
