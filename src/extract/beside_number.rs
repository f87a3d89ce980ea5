//! Words beside a number that look like others.

use super::reading::Word;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// "As many as 40 people": whether a word that stands twice around another one only leads to a number, and
/// opens a clause with it.
pub(super) fn counts_up_to(words: &[Word<'_>], at: usize) -> bool {
    let twice = at > 1 && words[at].id == words[at - 2].id && words[at].tag == Tag::Preposition;
    let number =
        || words.get(at + 1).is_some_and(|next| next.timex.is_none() && next.tag == Tag::Number);
    let opens = || {
        at.checked_sub(3).map(|at| &words[at]).is_none_or(|before| {
            before.kind == TokenKind::Sign || before.is(WordClass::COORDINATOR)
        })
    };
    twice && number() && opens() && words[at - 2..at].iter().all(|word| word.timex.is_none())
}

/// "Radio 4's programme": whether a letter is glued to the apostrophe behind a number.
pub(super) fn owns_number(words: &[Word<'_>], at: usize) -> bool {
    let glued = |at: usize| words[at - 1].span().end == words[at].span().start;
    at > 1
        && is_letter(&words[at])
        && matches!(words[at - 1].text, "'" | "’")
        && words[at - 2].kind == TokenKind::Number
        && words[at].timex.is_none()
        && glued(at)
        && glued(at - 1)
}

/// Whether a word is a single letter.
pub(super) fn is_letter(word: &Word<'_>) -> bool {
    word.text.len() == 1 && word.kind == TokenKind::Word
}
