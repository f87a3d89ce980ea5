//! Which words are of a time, and which only look so: "the Easter Offensive" was at no Easter that a
//! text tells of.

use std::ops::Range;

use super::phrase::is_quotation_mark;
use super::reading::{TimexNumber, Word};
use super::seek::{first_from, last_in};
use crate::language::{Tag, WordClass};
use crate::temporal::Timex;
use crate::text::TokenKind;
use crate::time::TimexType;

/// Marks the words that a range of the time expressions covers, and those that only close the time in
/// front of them; gives from which word to which there are any.
pub(super) fn mark(words: &mut [Word<'_>], timexes: &[Timex], range: Range<usize>) -> Range<usize> {
    let mut marked: Option<Range<usize>> = None;
    let mut at = 0;
    for number in range.clone() {
        let span = timexes[number].span;
        at += words[at..].partition_point(|word| word.span().end <= span.start);
        let first = at;
        while let Some(word) = words.get_mut(at).filter(|word| word.span().start < span.end) {
            word.timex = Some(TimexNumber::new(number));
            at += 1;
        }
        if at == 0 {
            continue;
        }
        let next = timexes[..range.end].get(number + 1).map_or(u32::MAX, |next| next.span.start);
        let closes =
            |word: &&mut Word<'_>| word.is(WordClass::TIME_TAIL) && word.span().end <= next;
        let timex = words[at - 1].timex;
        while let Some(word) = words.get_mut(at).filter(closes) {
            word.timex = timex;
            at += 1;
        }
        marked = Some(marked.map_or(first, |marked| marked.start)..at);
    }
    marked.unwrap_or_default()
}

/// Takes the words of a name out of the time that they were taken for. The marked words stand in a
/// range.
pub(super) fn free(words: &mut [Word<'_>], timexes: &[Timex], marked: &Range<usize>) {
    let is_clock = |word: &Word<'_>| {
        word.timex.is_some_and(|timex| timexes[timex.get()].kind == TimexType::Time)
    };
    let named = |word: &Word<'_>| word.timex.is_some() && is_capital(word);
    let mut end = marked.end;
    while let Some(last) = last_in(words, marked.start..end, named) {
        end = last;
        let timex = words[last].timex;
        if words.get(last + 1).is_some_and(|next| next.timex == timex) {
            continue;
        }
        let own = |word: &Word<'_>| word.timex == timex;
        let mut first = last;
        // "the 10 O'Clock News"
        while first > 0
            && own(&words[first - 1])
            && !words[first - 1].is(WordClass::ARTICLE)
            && (is_capital(&words[first - 1])
                || words[first - 1].kind == TokenKind::Number && is_clock(&words[first - 1]))
        {
            first -= 1;
        }
        if is_name(words, first, last + 1) {
            // "The Spring Offensive": the article too.
            let article = first
                .checked_sub(1)
                .filter(|&before| own(&words[before]) && words[before].is(WordClass::ARTICLE));
            words[article.unwrap_or(first)..=last].iter_mut().for_each(|word| word.timex = None);
        }
    }
}

/// Takes what a vague time names out of that time: "the future of Texas", "his past".
pub(super) fn free_things(words: &mut [Word<'_>], timexes: &[Timex], marked: &Range<usize>) {
    let is_vague = |word: &Word<'_>| {
        word.timex.is_some_and(|timex| timexes[timex.get()].value.ends_with("_REF"))
    };
    let timed_noun = |word: &Word<'_>| word.timex.is_some() && word.tag == Tag::Noun;
    let mut next = marked.start;
    while let Some(last) = first_from(&words[..marked.end], next, timed_noun) {
        next = last + 1;
        let timex = words[last].timex;
        let ends = words.get(last + 1).is_none_or(|next| next.timex != timex);
        if !ends || !is_vague(&words[last]) {
            continue;
        }
        let own = words[..last].iter().rev().take_while(|word| word.timex == timex).count();
        let first = last - own;
        let before = first.checked_sub(1).map(|at| &words[at]);
        let owned = before.is_some_and(|word| {
            word.timex.is_none() && matches!(word.tag, Tag::Possessive | Tag::Genitive)
        });
        let linked = words.get(last + 1).is_some_and(|next| next.is(WordClass::NAME_LINK));
        if owned || linked {
            words[first..=last].iter_mut().for_each(|word| word.timex = None);
        }
    }
}

fn is_capital(word: &Word<'_>) -> bool {
    word.kind == TokenKind::Word && word.is_upper()
}

/// Whether a range of words belongs to a name that has more words.
fn is_name(words: &[Word<'_>], first: usize, end: usize) -> bool {
    let Some(before) = first.checked_sub(1).map(|at| &words[at]) else { return false };
    if is_quoted(words, first, end) || is_title(words, first) {
        return true;
    }
    // "Jamie Noon took", "former Happy Mondays dancer": between such words no time is told.
    let named = before.is(WordClass::GIVEN_NAME)
        && is_capital(before)
        && first + 1 == end
        && words.get(end).is_some_and(|next| next.tag.is_verbal() && next.timex.is_none());
    let inside = first > 1
        && before.tag == Tag::Adjective
        && is_capital(before)
        && before.entry.country.is_none()
        && words[end - 1].tag == Tag::Nouns
        && words.get(end).is_some_and(|next| next.tag.is_nominal() && !is_capital(next));
    if named || inside {
        return true;
    }
    // "his song Merry Christmas", "Bloody Sunday"
    let described = before.tag == Tag::Adjective
        && is_capital(before)
        && before.timex.is_none()
        && before.entry.country.is_none();
    let year = before.kind == TokenKind::Number && before.text.len() == 4;
    let led = if year { first.checked_sub(2).map(|at| &words[at]) } else { Some(before) };
    let led = led.is_some_and(|led| {
        led.tag == Tag::Genitive
            || led.tag == Tag::Determiner
                && led.is(WordClass::ARTICLE | WordClass::INDEFINITE)
                && !led.is(WordClass::DEMONSTRATIVE)
    });
    if !led && !described {
        return false;
    }
    // "the Fridays for Future movement"
    let linked = words.get(end).is_some_and(|next| next.is(WordClass::NAME_LINK))
        && words
            .get(end + 1)
            .is_some_and(|next| is_capital(next) && next.tag != Tag::Name && next.timex.is_none());
    if linked {
        return true;
    }
    // "the January Washington talks": there the name only says more of what was then.
    let inside = |word: &&Word<'_>| {
        word.timex.is_none() && (is_capital(word) || word.is(WordClass::NAME_LINK))
    };
    let behind = &words[end..];
    let count = behind.iter().take_while(inside).count();
    let name = &behind[..count];
    let heads = name.first().is_some_and(|next| {
        is_capital(next) && (next.tag.is_nominal() || next.tag == Tag::Adjective)
    }) && name.iter().all(|word| word.entry.country.is_none());
    // "the radio's Today programme": no time is written so elsewhere.
    let odd = before.tag == Tag::Genitive
        && first + 1 == end
        && !words[first].is(WordClass::NOT_A_NAME)
        && behind.first().is_some_and(|next| next.tag == Tag::Noun && !is_capital(next));
    if odd {
        return true;
    }
    let goes_on = behind.get(count).is_some_and(|next| {
        next.timex.is_none() && (next.tag.is_nominal() || next.tag == Tag::Adjective)
    });
    (heads || described && count == 0) && !goes_on
}

/// "Fighter of the Year": whether a time ends the name of an honour.
fn is_title(words: &[Word<'_>], first: usize) -> bool {
    let Some(link) = first.checked_sub(2) else { return false };
    let article = &words[first - 1];
    article.is(WordClass::ARTICLE)
        && article.timex.is_some()
        && article.timex == words[first].timex
        && words[link].is(WordClass::NAME_LINK)
        && words[link].timex.is_none()
        && link.checked_sub(1).is_some_and(|noun| {
            is_capital(&words[noun]) && words[noun].tag.is_nominal() && words[noun].timex.is_none()
        })
}

/// Whether all between the two quotation marks around a range of words is written with capitals:
/// "the song \"Merry Christmas\"".
fn is_quoted(words: &[Word<'_>], first: usize, end: usize) -> bool {
    let inside =
        |word: &&Word<'_>| is_capital(word) && !matches!(word.tag, Tag::Preposition | Tag::Adverb);
    let open = words[..first].iter().rev().take_while(inside).count();
    let close = words[end..].iter().take_while(inside).count();
    let opened = first.checked_sub(open + 1).is_some_and(|at| is_quotation_mark(&words[at]));
    opened && words.get(end + close).is_some_and(is_quotation_mark)
}
