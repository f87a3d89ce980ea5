//! Which words a title keeps, and how it is written: without times, quotation marks and asides.

use super::reading::Word;
use super::title_time::is_lone_adjective;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// Whether a word that is of no time stays in the title of a clause whose verb starts at a word and ends before one.
pub(super) fn keeps(words: &[Word<'_>], at: usize, from: usize, end: usize) -> bool {
    !is_loose_adverb(words, at, from, end)
        && (!is_aside(&words[at]) || words[at].depth == 0 && owns(words, at))
}

/// Whether a word is a bracket or a quotation mark, or stands in brackets.
fn is_aside(word: &Word<'_>) -> bool {
    word.depth > 0
        || word.kind == TokenKind::Sign
            && matches!(
                word.text,
                "(" | ")" | "[" | "]" | "\"" | "“" | "”" | "'" | "‘" | "’" | "«" | "»"
            )
}

/// Whether a word is an adverb without which as much is told.
fn is_loose_adverb(words: &[Word<'_>], at: usize, from: usize, end: usize) -> bool {
    let word = &words[at];
    if word.tag != Tag::Adverb || word.is(WordClass::NEGATION) {
        return false;
    }
    let inside = at >= from && at < end;
    // "about 80 people" is not 80 people.
    let blurs = words
        .get(at + 1)
        .is_some_and(|next| next.kind == TokenKind::Number || next.is(WordClass::NUMERAL));
    // "ran aground off Gelibolu": behind the verb it belongs to it, unless it is that of a time.
    // "statements about future jobs": that time says no more of the verb.
    let about = word.is(WordClass::TOPIC | WordClass::PLACE_PREPOSITION);
    let timed = |at: usize| {
        words.get(at).is_some_and(|word| word.timex.is_some())
            && !(about && is_lone_adjective(words, at))
    };
    // "right up until": the last of several
    let plain = |word: &Word<'_>| word.tag == Tag::Adverb && word.timex.is_none();
    let adverbs = |at: usize| words[at..].iter().take_while(|word| plain(word)).count();
    let last = at + adverbs(at).max(1) - 1;
    let led = words.get(last + 1).is_some_and(|word| word.tag == Tag::Preposition)
        && timed(last + 2)
        && !is_owning(words, last + 2);
    // "attacked shortly after six"
    let before_anchor =
        |at: usize| words.get(at + 1).is_some_and(|word| word.is(WordClass::ANCHOR));
    // "no longer", "hardly ever": what a negation says more of stays with it.
    let negates = at > 0 && words[at - 1].is(WordClass::NEGATION);
    // "too poorly organised to last": how much is said of the verb by two of them.
    let other = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .is_some_and(|word| word.tag == Tag::Adverb && word.timex.is_none())
    };
    let aims = words.get(end).is_some_and(|next| next.tag == Tag::To);
    let graded = inside && aims && (other(at.checked_sub(1)) || other(Some(at + 1)));
    // "has yet to decide" has not decided.
    let delays = inside && words.get(at + 1).is_some_and(|next| next.tag == Tag::To);
    // "will almost certainly raise" without the second adverb would say something else.
    let qualifies = inside
        && word.is(WordClass::QUALIFYING)
        && words
            .get(at + 1)
            .is_none_or(|next| next.tag != Tag::Adverb || next.is(WordClass::QUALIFYING));
    // "is tipped to do well"
    let done = at > 0 && words[at - 1].is(WordClass::DO);
    !qualifies
        && !done
        && !delays
        && !blurs
        && !negates
        && !graded
        && (inside || at >= end && timed(last + 1) || (at > end || before_anchor(last)) && led)
}

/// "at Sunday's festival": whether the time at a word owns what follows it.
fn is_owning(words: &[Word<'_>], at: usize) -> bool {
    let end = (at..words.len()).find(|&end| words[end].timex != words[at].timex);
    end.is_some_and(|end| words[end].tag == Tag::Genitive)
}

/// "shareholders' meeting": whether an apostrophe says whose something is, and closes no quotation.
pub(super) fn owns(words: &[Word<'_>], at: usize) -> bool {
    let glued = |at: usize| {
        at.checked_sub(1).is_some_and(|before| words[before].span().end == words[at].span().start)
    };
    let opens = |at: usize| matches!(words[at].text, "'" | "‘") && !glued(at);
    // "Radio 4's"
    let number = || {
        at > 0
            && words[at - 1].kind == TokenKind::Number
            && words.get(at + 1).is_some_and(|next| next.tag == Tag::Genitive && glued(at + 1))
    };
    let noun = || {
        words[at - 1].timex.is_none()
            && words[at - 1].tag.is_nominal()
            && words.get(at + 1).is_some_and(|next| !glued(at + 1) && next.kind == TokenKind::Word)
            && !(0..at).any(opens)
    };
    matches!(words[at].text, "'" | "’") && glued(at) && (number() || noun())
}

/// Starts upper-case, ends without a stop.
pub(super) fn finish(mut title: String) -> String {
    let end = title.trim_end().trim_end_matches(['.', ',', ';', ':']).len();
    title.truncate(end);
    if title.starts_with(char::is_whitespace) {
        title = title.trim_start().to_owned();
    }
    drop_odd_quotes(&mut title);
    let Some(first) = title.chars().next() else { return title };
    if first.is_ascii() {
        title[..1].make_ascii_uppercase();
    } else {
        title.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
    }
    title
}

/// A quotation mark whose other half was left out says nothing.
fn drop_odd_quotes(title: &mut String) {
    if title.is_ascii() && memchr::memchr2(b'"', b'`', title.as_bytes()).is_none() {
        return;
    }
    // ``no qualms'': marks as they are typed, of which the second looks like an apostrophe.
    if title.contains("``") && !title.contains("''") {
        *title = title.replace("``", "");
    }
    if title.is_ascii() && !title.contains('"') {
        return;
    }
    let count = |mark: char| title.matches(mark).count();
    let low = count('„') > 0;
    let odd: &[char] = if count('"') % 2 == 1 {
        &['"']
    } else if !low && count('“') != count('”') || low && count('„') != count('“') + count('”')
    {
        &['“', '”', '„']
    } else if count('«') != count('»') {
        &['«', '»']
    } else {
        return;
    };
    title.retain(|mark| !odd.contains(&mark));
}
