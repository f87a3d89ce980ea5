//! Where a phrase that is too long for a title is cut, so that what is left stands by itself.

use super::reading::Word;
use crate::language::{Tag, WordClass};

/// "in Oslo [under the chairmanship] of the": of a phrase whose noun needs what is cut off nothing
/// is kept, if something stands before it.
pub(super) fn before_relation(words: &[Word<'_>], phrase: &[usize], cut: usize) -> usize {
    if !words[phrase[cut]].is(WordClass::NAME_LINK) {
        return cut;
    }
    let inside = |at: usize| {
        words[at].tag.is_nominal()
            || matches!(
                words[at].tag,
                Tag::Adjective | Tag::Determiner | Tag::Number | Tag::Possessive
            )
    };
    let led = (1..cut).rev().find(|&i| !inside(phrase[i]));
    led.filter(|&i| {
        let word = &words[phrase[i]];
        word.tag == Tag::Preposition
            && !word.is(WordClass::NAME_LINK)
            && (words[phrase[i - 1]].tag.is_nominal()
                || words[phrase[cut] - 1].is_upper() && words[phrase[i - 1]].tag == Tag::Participle)
    })
    .unwrap_or(cut)
}

/// "sales at Swiss [food and drink giant Orr]": of two nouns that say of what kind the next is,
/// the first alone stands for something else.
pub(super) fn before_pair(words: &[Word<'_>], phrase: &[usize], cut: usize) -> usize {
    let at = phrase[cut];
    let common =
        |at: usize| words.get(at).is_some_and(|word| word.tag == Tag::Noun && !word.is_upper());
    let kinds = words[at].is(WordClass::COORDINATOR)
        && common(at - 1)
        && common(at + 1)
        && common(at + 2)
        && words.get(at + 3).is_some_and(|name| name.tag == Tag::Name);
    let led = (1..cut).rev().find(|&i| words[phrase[i]].tag == Tag::Preposition);
    led.filter(|_| kinds || joins_name(words, at)).unwrap_or(cut)
}

/// "opened [the Bergen and Lund Canal]": whether a word joins the two parts of the name of a body, a water or a
/// site.
fn joins_name(words: &[Word<'_>], at: usize) -> bool {
    let named = |at: usize| words.get(at).is_some_and(|word| word.tag == Tag::Name);
    let kind = WordClass::ORGANISATION | WordClass::WATER | WordClass::SITE;
    let last = (at + 1..words.len()).take_while(|&at| words[at].is_upper()).last();
    at > 1
        && words[at].is(WordClass::COORDINATOR)
        && named(at - 1)
        && named(at + 1)
        && words[at - 2].is(WordClass::ARTICLE)
        && last.is_some_and(|last| last > at + 1 && words[last].is(kind))
}

/// The start of the name that a cut would part.
pub(super) fn before_name(words: &[Word<'_>], phrase: &[usize], cut: usize) -> usize {
    let joined = |i: usize| {
        let (before, at) = (phrase[i - 1], phrase[i]);
        before + 1 == at && words[at].is_upper() && words[before].is_upper()
    };
    let mut at = cut;
    while at > 1 && joined(at) {
        at -= 1;
    }
    if at > 1 { at } else { cut }
}
