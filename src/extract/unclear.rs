//! Words that are the past of a verb or a noun by their ending, told by what stands around them,
//! where a language has no model of parts of speech.

use super::lone_verb::is_alone;
use super::reading::Word;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// Tells what each word is whose ending leaves it open.
pub(super) fn settle(words: &mut [Word<'_>]) {
    for at in 0..words.len() {
        if words[at].tag == Tag::Other && words[at].kind == TokenKind::Word {
            words[at].tag = told(words, at);
        }
        // "його заарештувала": in front of a verb that is whom it was done to.
        if at > 0 && words[at].tag == Tag::Past && words[at - 1].tag == Tag::Possessive {
            words[at - 1].tag = Tag::Pronoun;
            words[at - 1].entry.class |= WordClass::OBLIQUE;
        }
        if words[at].tag == Tag::Adjective && words[at].entry.verb.is_some() {
            mend_participle(words, at);
        }
    }
}

/// "був поранений", "Реабілітований у 1991 році.": a participle that is the predicate.
fn mend_participle(words: &mut [Word<'_>], at: usize) {
    let small = |word: &Word<'_>| word.tag == Tag::Adverb || word.timex.is_some();
    let before = words[..at].iter().rfind(|word| !small(word));
    if before.is_some_and(|before| before.is(WordClass::BE)) {
        words[at].tag = Tag::Participle;
    } else if before.is_none()
        && words
            .get(at + 1)
            .is_some_and(|next| next.tag == Tag::Preposition || next.timex.is_some())
        && is_alone(words, at)
    {
        words[at].tag = Tag::Past;
    }
}

/// "розірвав угоду": the only verb of its clause, where no noun must stand.
fn told(words: &[Word<'_>], at: usize) -> Tag {
    let word = &words[at];
    if word.is_upper() {
        return Tag::Name;
    }
    // "про канали", "нові канали", "цих каналів".
    let led = at.checked_sub(1).map(|at| &words[at]).is_some_and(|before| {
        matches!(before.tag, Tag::Preposition | Tag::Adjective | Tag::Possessive | Tag::Determiner)
            && before.timex.is_none()
    });
    if word.timex.is_none() && !led && is_alone(words, at) { Tag::Past } else { Tag::Noun }
}
