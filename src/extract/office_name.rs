//! Where the name of the country ends that somebody holds an office in.

use super::names::can_be_name;
use super::reading::Word;
use crate::event::PlaceKind;
use crate::gazetteer::Gazetteer;
use crate::language::{Tag, WordClass};

/// "the President of India Ann Orr": whether the country that somebody holds an office in ends the name
/// before that of who holds it.
pub(super) fn ends_behind_office(words: &[Word<'_>], first: usize, end: usize) -> bool {
    let Some([office, link]) = words[..first].last_chunk() else { return false };
    // "the United States"
    let link = if link.tag == Tag::Determiner && first > 2 { office } else { link };
    let office = words[..first].iter().rev().take(3).any(|word| word.is(WordClass::ROLE));
    let upper = |at: usize| words.get(at).is_some_and(|word| can_be_name(word));
    office
        && link.is(WordClass::NAME_LINK)
        && upper(end)
        && upper(end + 1)
        && is_country(&words[first..end])
}

fn is_country(words: &[Word<'_>]) -> bool {
    let name = words.iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
    let found = Gazetteer::embedded().lookup(&name);
    found.first().is_some_and(|entry| entry.kind == PlaceKind::Country)
}
