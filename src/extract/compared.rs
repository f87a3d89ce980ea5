//! Times of what something is compared with or counted by, and not of what happens.

use super::phrase::is_of_phrase;
use super::reading::Word;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// "imported two tons, down 3 percent from a year earlier": whether a time is the one that a share of change
/// is measured by. "Fell 5 percent from 2004 to 2005" in that stretch.
pub(super) fn is_compared(words: &[Word<'_>], (first, end): (usize, usize)) -> bool {
    let Some([.., number, share, from]) = words.get(..first) else { return false };
    let counts =
        number.tag == Tag::Number && number.timex.is_none() && share.is(WordClass::MEASURE);
    let stretch = words[first..end].iter().any(|word| word.is(WordClass::TARGET))
        || words.get(end).is_some_and(|word| word.is(WordClass::TARGET));
    counts && from.is(WordClass::SOURCE) && !stretch
}

/// "27 percent were ill, a drop of 2 points since 2000": whether a time says from when on an apposition
/// counts by how much a thing has changed.
pub(super) fn is_of_change(words: &[Word<'_>], first: usize) -> bool {
    let since = first.checked_sub(1).filter(|&at| {
        words[at].is(WordClass::ANCHOR)
            && words[at].is(WordClass::SUBORDINATOR)
            && !words[at].is(WordClass::LATER | WordClass::EARLIER | WordClass::UNTIL)
    });
    let inside = |&at: &usize| {
        let word = &words[at];
        word.timex.is_none()
            && (is_of_phrase(word)
                || word.is(WordClass::NAME_LINK)
                || word.kind == TokenKind::Number)
    };
    let Some(since) = since else { return false };
    let phrase = (0..since).rev().take_while(inside).last();
    let comma = phrase.and_then(|phrase| phrase.checked_sub(1));
    phrase.is_some_and(|phrase| words[phrase].is(WordClass::INDEFINITE))
        && comma.is_some_and(|comma| words[comma].is_sign(","))
        && phrase.is_some_and(|phrase| {
            words[phrase..since].iter().any(|word| word.kind == TokenKind::Number)
        })
}

/// "rose to 84 million from 31 million in 2020": the time of the amount that another one is measured
/// by.
pub(super) fn is_of_amount(words: &[Word<'_>], (first, after): (usize, usize)) -> bool {
    let led = first > 0 && words[first - 1].tag == Tag::Preposition;
    let end = first - usize::from(led);
    let amount = |word: &Word<'_>| {
        word.numeral
            || matches!(word.kind, TokenKind::Number | TokenKind::Sign)
            || word.is(WordClass::MEASURE | WordClass::MONEY)
    };
    // Where the amount starts that stands before a word.
    let start = |end: usize| {
        let parts = words[..end].iter().rev().take(AMOUNT).take_while(|word| amount(word)).count();
        let numeric = words[end - parts..end].iter().any(|word| word.kind == TokenKind::Number);
        Some(end - parts).filter(|_| numeric)
    };
    // "from barely 18,000 in 1850"
    let by = start(end).and_then(|from| (0..from).rev().find(|&at| words[at].tag != Tag::Adverb));
    let by = by.filter(|&by| words[by].is(WordClass::SOURCE | WordClass::AGAINST));
    // "Fell from 4,000 in 1990 to 2,100"
    let to = words.get(after).is_some_and(|word| word.is(WordClass::TARGET))
        && words[after + 1..].iter().take(2).any(|word| word.kind == TokenKind::Number);
    by.is_some_and(|by| to || (by.saturating_sub(MEASURED)..=by).any(|end| start(end).is_some()))
}

/// Of how many words an amount is: "about $ 31 million".
const AMOUNT: usize = 5;

/// How many words before "from" the amount ends that is measured by another: "5,000 tonnes".
const MEASURED: usize = 2;
