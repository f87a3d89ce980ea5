//! Where the name of the country ends that somebody holds an office in.

use super::names::can_be_name;
use super::reading::Word;
use crate::event::PlaceKind;
use crate::gazetteer::Gazetteer;
use crate::language::{Tag, WordClass};

/// "the President of India Ann Orr": whether the country that somebody holds an office in ends the name
/// before that of who holds it.
pub(super) fn ends_behind_office(words: &[Word<'_>], first: usize, end: usize) -> bool {
    // "the United States"
    let mut before = words[..first].iter().rev().skip_while(|word| word.tag == Tag::Determiner);
    let linked = before.next().is_some_and(|word| word.is(WordClass::NAME_LINK));
    let upper = |at: usize| words.get(at).is_some_and(|word| can_be_name(word));
    linked
        && before.next().is_some_and(|word| word.is(WordClass::ROLE))
        && upper(end)
        && upper(end + 1)
        && is_country(&words[first..end])
}

/// "Ann Orr, the daughter of a miller": whether what stands behind a comma says what somebody is.
pub(super) fn is_described(words: &[Word<'_>], end: usize) -> bool {
    let Some([comma, article, rest @ ..]) = words.get(end..) else { return false };
    let phrase = rest.iter().take_while(|word| word.tag == Tag::Adjective || word.tag.is_nominal());
    let last = phrase.last();
    comma.is_sign(",")
        && article.is(WordClass::ARTICLE | WordClass::INDEFINITE)
        && last.is_some_and(|last| last.tag == Tag::Noun && is_of_person(last))
}

fn is_of_person(word: &Word<'_>) -> bool {
    word.is(WordClass::ROLE) && !word.is(WordClass::GROUP | WordClass::ORGANISATION)
}

fn is_country(words: &[Word<'_>]) -> bool {
    let name = words.iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
    let found = Gazetteer::embedded().lookup(&name);
    found.first().is_some_and(|entry| entry.kind == PlaceKind::Country)
}
