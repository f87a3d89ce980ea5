//! Owners of times that a title leaves out: "met in their early teens in Oslo".

use super::reading::Word;
use crate::language::{Tag, WordClass};

/// Drops the owner of a time that was left out of a phrase, with the preposition before it: "took two million on
/// its first weekend on release" is told as "took two million on release".
pub(super) fn drop_loose_owners(words: &[Word<'_>], phrase: &mut Vec<usize>) {
    let mut from = 1;
    while let Some(at) = (from..phrase.len()).find(|&at| is_loose(words, phrase, at)) {
        let first = phrase[at];
        let modifiers =
            phrase[at + 1..].iter().zip(first + 1..).take_while(|&(&word, next)| word == next);
        let end = at + 1 + modifiers.count();
        phrase.drain(at - 1..end);
        from = at.saturating_sub(1).max(1);
    }
}

/// Whether the word at a place of a phrase owns a time that is not in it, behind a preposition, and no noun
/// that the time says more of follows.
fn is_loose(words: &[Word<'_>], phrase: &[usize], at: usize) -> bool {
    let owner = phrase[at];
    let led = phrase[at - 1] + 1 == owner && words[owner - 1].tag == Tag::Preposition;
    if !led || words[owner].tag != Tag::Possessive || words[owner].timex.is_some() {
        return false;
    }
    let modifies = |&next: &usize| {
        words[next].timex.is_none()
            && words[next].tag == Tag::Adjective
            && phrase.get(at + next - owner) == Some(&next)
    };
    let time = (owner + 1..words.len()).find(|next| !modifies(next)).unwrap_or(words.len());
    let Some(timex) = words.get(time).and_then(|word| word.timex) else { return false };
    let end = (time..words.len()).find(|&at| words[at].timex != Some(timex)).unwrap_or(words.len());
    let noun = matches!(words[end - 1].tag, Tag::Noun | Tag::Nouns);
    // "in its first weekend of release"
    let goes_on = words.get(end).is_some_and(|next| {
        next.tag.is_nominal()
            || matches!(next.tag, Tag::Adjective | Tag::Genitive)
            || next.is(WordClass::NAME_LINK)
    });
    noun && !goes_on && !phrase.contains(&time)
}
