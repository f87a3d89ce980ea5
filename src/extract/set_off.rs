//! What stands between commas behind a name and is no name itself: "Ida Orr, 35,", "John Orr, Jr.".

use super::reading::Word;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// "Ida Orr, 35, who", "a woman in her 40s who": the noun before a phrase that only tells an age.
/// `phrase` stands from right to left.
pub(super) fn of_age(words: &[Word<'_>], phrase: &[usize]) -> Option<usize> {
    let (&last, &first) = (phrase.first()?, phrase.last()?);
    let counts = words[last].text.starts_with(|c: char| c.is_ascii_digit());
    if !counts || words[last].timex.is_some() {
        return None;
    }
    let before = first.checked_sub(1)?;
    let noun = before.checked_sub(1)?;
    let named = words[before].is_sign(",") && words[noun].tag == Tag::Name && first == last;
    let led = words[before].tag == Tag::Preposition
        && words[first].tag == Tag::Possessive
        && matches!(words[noun].tag, Tag::Noun | Tag::Nouns);
    (named || led).then_some(noun)
}

/// "John Orr, Jr. was born": the last word of the name that a phrase belongs to behind a comma.
pub(super) fn of_suffix(words: &[Word<'_>], phrase: &[usize]) -> Option<usize> {
    let &first = phrase.first()?;
    let suffix =
        |&at: &usize| words[at].is(WordClass::NAME_SUFFIX) || words[at].kind == TokenKind::Sign;
    let name = first.checked_sub(2)?;
    let apart = words[first].is(WordClass::NAME_SUFFIX)
        && words[first - 1].is_sign(",")
        && words[name].tag == Tag::Name;
    (apart && phrase.iter().all(suffix)).then_some(name)
}

/// "the leader of the union, Ann Orr, died": of the stretches from a subject to its verb the name, where
/// that is all that stands behind a common noun; the first one otherwise.
pub(super) fn named_by<'s, 'a>(words: &[Word<'_>], segments: &'s [&'a [usize]]) -> &'s &'a [usize] {
    let whole = &segments[0];
    let [own, name] = segments else { return whole };
    let head = own
        .iter()
        .take_while(|&&at| words[at].tag != Tag::Preposition)
        .filter(|&&at| words[at].tag.is_nominal())
        .last();
    let common = head.is_some_and(|&at| words[at].tag == Tag::Noun && !words[at].is_upper());
    let proper = |&at: &usize| {
        words[at].is_upper() && words[at].tag.is_nominal() && !words[at].is(WordClass::COORDINATOR)
    };
    let apposed = name[0].checked_sub(1).is_some_and(|at| words[at].is_sign(","));
    if common && apposed && name.iter().all(proper) { name } else { whole }
}
