//! Lines of a caption: "Argued May 3, 1990" over an opinion says what happened when, as a sentence does.

use super::reading::Word;
use crate::event::Category;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// Whether a heading tells of an event: the participle of a verb that makes one, and a time, with names and places
/// around them at most.
pub(super) fn tells(words: &[Word<'_>]) -> bool {
    let Some(first) = words.first() else { return false };
    // "Published 3 May 1990" is of the text itself, and so is "Updated".
    let happens = |word: &Word<'_>| {
        matches!(word.tag, Tag::Participle | Tag::Past)
            && word.entry.verb.is_some_and(|category| {
                !matches!(category, Category::Publication | Category::Other)
            })
    };
    let goes_along = |word: &Word<'_>| {
        word.timex.is_some()
            || word.kind == TokenKind::Sign
            || word.tag == Tag::Name
            || word.tag == Tag::Preposition
            || word.is(WordClass::COORDINATOR)
            || happens(word)
    };
    happens(first) && words.iter().any(|word| word.timex.is_some()) && words.iter().all(goes_along)
}
