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

fn is_country(words: &[Word<'_>]) -> bool {
    let name = words.iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
    let found = Gazetteer::embedded().lookup(&name);
    found.first().is_some_and(|entry| entry.kind == PlaceKind::Country)
}
