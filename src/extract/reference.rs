//! Years that name a text or a plan: "resolution 2178 (2014)", "768 F. Supp. 1318", "the 2030 Agenda".

use super::head::is_event_noun;
use super::reading::{Sentence, Word};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// Whether a time of a sentence, a word range, only tells which text or plan is meant, and so dates
/// nothing.
pub(super) fn is_reference(sentence: &Sentence<'_>, (first, end): (usize, usize)) -> bool {
    let words = &sentence.words;
    let year = end == first + 1 && words[first].kind == TokenKind::Number;
    year && (is_numbered(words, first) || is_reported(words, first) || is_planned(words, end))
}

/// "Resolution 2178 (2014)": the year behind the number of a text.
fn is_numbered(words: &[Word<'_>], year: usize) -> bool {
    let [.., kind, number, open] = &words[..year] else { return false };
    open.is_sign("(")
        && words.get(year + 1).is_some_and(|word| word.is_sign(")"))
        && number.kind == TokenKind::Number
        && number.timex.is_none()
        && kind.is_upper()
        && kind.tag.is_nominal()
}

/// "768 F. Supp. 1318": the page of a reporter of judgments, behind its volume and its name.
fn is_reported(words: &[Word<'_>], page: usize) -> bool {
    const LONGEST: usize = 4;
    let name = |word: &&Word<'_>| word.is_upper() || word.kind == TokenKind::Number;
    let before = words[..page].iter().rev().take(LONGEST).take_while(name);
    let short = words[..page].last().is_some_and(|word| word.timex.is_none());
    let mut dotted = false;
    let volume = before.map(|word| {
        dotted |= word.is_upper() && word.text.ends_with('.');
        word.kind == TokenKind::Number && word.timex.is_none()
    });
    let volume = volume.enumerate().any(|(at, number)| at > 0 && number);
    short && dotted && volume
}

/// "the 2030 Agenda", "its 2025 Strategy": the year that a plan is for.
fn is_planned(words: &[Word<'_>], end: usize) -> bool {
    let count = words[end..].iter().take_while(|word| word.is_upper()).count();
    let name = &words[end..end + count];
    let led = end.checked_sub(2).is_some_and(|at| {
        matches!(words[at].tag, Tag::Determiner | Tag::Possessive | Tag::Genitive)
    });
    led && name.iter().any(|word| word.is(WordClass::PROGRAMME)) && !name.iter().any(is_event_noun)
}
