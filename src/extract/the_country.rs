//! "the country": which state is meant where something is told to be there or to be its.

use super::Reading;
use super::names::NameKind;
use super::place_role::{comes_from, goes_to, is_of_places_or_people};
use super::reading::Word;
use super::scope::Scope;
use crate::event::Place;
use crate::gazetteer::{Entry, Gazetteer};
use crate::language::{Tag, WordClass};

/// So many sentences back a state is still the one that is meant.
const REACH: usize = 2;

/// The state that "the country" in the words of an event means: the only one that is named before it
/// in its sentence, or in the nearest of the two before that names any.
pub(super) fn country_meant(text: &Reading<'_>, scope: &Scope<'_>) -> Option<Place> {
    let number = scope.candidate.sentence;
    let words = &text.sentences[number].words;
    let pointer = scope.within.iter().copied().find(|&at| points(words, scope, at))?;
    let code = (number.saturating_sub(REACH)..=number).rev().find_map(|at| {
        let end = if at == number { pointer } else { text.sentences[at].words.len() };
        let mut states = states(text, at, end);
        let first = states.next()?;
        Some(states.all(|other| other == first).then_some(first))
    });
    Gazetteer::embedded().country(code??).map(Entry::to_place)
}

/// Whether a word stands for a state that was named, and the words say that something was there, or
/// was done by it or by its people.
fn points(words: &[Word<'_>], scope: &Scope<'_>, at: usize) -> bool {
    let word = &words[at];
    let Some(article) = at.checked_sub(1).filter(|_| stands_for_state(word)) else { return false };
    let definite =
        words[article].tag == Tag::Determiner && !words[article].is(WordClass::INDEFINITE);
    // "the country of Norway", "the country that he loved"
    let told = words
        .get(at + 1)
        .is_some_and(|next| next.is(WordClass::NAME_LINK) || next.tag == Tag::Relative);
    if !definite || told {
        return false;
    }
    let Some(before) = article.checked_sub(1) else { return scope.subject.contains(&at) };
    let led = &words[before];
    if led.is(WordClass::NAME_LINK) {
        // "the north of the country"
        return before.checked_sub(1).is_some_and(|noun| is_of_places_or_people(&words[noun]));
    }
    led.is(WordClass::PLACE_PREPOSITION) && !comes_from(words, before) && !goes_to(words, before)
        || led.is(WordClass::MOTION) && led.tag.is_verbal()
        || scope.subject.contains(&at)
}

/// "country", not "town" nor "state", which can be a part of one.
fn stands_for_state(word: &Word<'_>) -> bool {
    word.is(WordClass::PLACE_ANAPHOR)
        && word.is(WordClass::GROUP)
        && !word.is(WordClass::REGION)
        && word.tag == Tag::Noun
        && !word.is_upper()
}

/// The codes of the states that a sentence names, themselves or by their people, before a word.
fn states(text: &Reading<'_>, number: usize, end: usize) -> impl Iterator<Item = [u8; 2]> {
    let words = &text.sentences[number].words;
    let named = text.names.mentions[number].iter().filter(move |mention| mention.first < end);
    let named = named.filter_map(|mention| match text.names.full(mention.name).kind {
        NameKind::State(code) => Some(code),
        _ => None,
    });
    named.chain(words[..end].iter().filter_map(|word| word.entry.country))
}
