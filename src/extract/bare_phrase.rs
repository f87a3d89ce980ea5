//! What follows a verb without what only says more of it, where the whole is too long for a title.

use super::clause::Clauses;
use super::reading::Word;
use super::trimming::{fit, with_bare_object};
use crate::language::{Tag, WordClass};

/// Whether of a verb, which ends before a word, no more is left than how it was done: "was named [as]", "rose
/// slightly [above]".
pub(super) fn tells_no_more(
    words: &[Word<'_>],
    clauses: &Clauses,
    end: usize,
    out: &[usize],
) -> bool {
    let Some(&last) = out.last().filter(|&&last| last >= end) else { return true };
    let goes_on = words
        .get(last + 1)
        .is_some_and(|next| next.tag == Tag::Preposition && next.timex.is_none());
    let mut behind = out.iter().rev().take_while(|&&at| at >= end);
    let plain = !clauses.syntax.verb_second && !clauses.syntax.head_first;
    // "did well", "so heavily" say what is told.
    let needed = |&at: &usize| {
        words[at].is(WordClass::GRADING | WordClass::NEGATION)
            || at > 0 && words[at - 1].is(WordClass::DO)
    };
    let needed = out.iter().filter(|&&at| at >= end).any(needed);
    plain && goes_on && !needed && behind.all(|&at| words[at].tag == Tag::Adverb)
}

/// "inched slightly [above its record]", "was named as Norway's new head [coach]": the verb, which ends before
/// a word, with the phrase behind it, without the adverbs or with the noun of it alone, where a cut took that off.
pub(super) fn with_bare_phrase(
    words: &[Word<'_>],
    clauses: &Clauses,
    (phrase, cut): (&[usize], &[usize]),
    (end, limit): (usize, usize),
) -> Option<Vec<usize>> {
    if !tells_no_more(words, clauses, end, cut) {
        return None;
    }
    let says = WordClass::NEGATION | WordClass::QUALIFYING | WordClass::GRADING;
    let loose = |&&at: &&usize| words[at].tag == Tag::Adverb && !words[at].is(says);
    let verb = phrase.iter().take_while(|&&at| at < end).count();
    let led = verb + phrase[verb..].iter().take_while(loose).count();
    let (&preposition, &next) = (phrase.get(led)?, phrase.get(led + 1)?);
    let other = WordClass::SUBORDINATOR | WordClass::COMPARISON | WordClass::NAME_LINK;
    let leads = words[preposition].tag == Tag::Preposition && !words[preposition].is(other);
    // "at least"
    if !leads || words[next].is(WordClass::RANK) && !words[next].tag.is_nominal() {
        return None;
    }
    let plain = [&phrase[..verb], &phrase[led..]].concat();
    let mut whole = plain.clone();
    let split = fit(words, &mut whole, limit);
    if !split && whole.last().is_some_and(|&last| last > preposition) {
        return Some(whole);
    }
    let bare = with_bare_object(words, &plain, preposition + 1, limit)?;
    let &head = bare.last()?;
    // "in the wake [of the strike]", "by 3 million", "at the Royal Mint"
    let needs = |next: &Word<'_>| {
        next.is(WordClass::NAME_LINK | WordClass::COORDINATOR)
            || next.is_sign(",")
            || next.tag == Tag::Genitive
    };
    let says_more = |at: &usize| words[*at].tag == Tag::Adjective && !words[*at].is_upper();
    let mut left = plain.iter().filter(|&&at| at < head && !bare.contains(&at));
    let open = words.get(head + 1).is_some_and(needs);
    (!open && left.all(says_more)).then_some(bare)
}

/// "joined the Hall [of Fame]": whether a cut parts a name.
pub(super) fn parts_name(words: &[Word<'_>], rest: &[usize]) -> bool {
    let named = |word: &Word<'_>| word.is_upper() && word.timex.is_none();
    rest.last().is_some_and(|&last| {
        matches!(words.get(last..last + 3), Some([before, link, behind])
            if named(before) && link.is(WordClass::NAME_LINK) && named(behind))
    })
}
