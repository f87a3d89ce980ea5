//! Times that a title keeps: they say what is told, not when it was.

use super::clause::Clause;
use super::factuality;
use super::phrase::parts_adjectives;
use super::reading::Word;
use crate::event::Category;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// Whether a word of a clause is of a time that says what is told, and not only when that was.
pub(super) fn says_what(words: &[Word<'_>], clause: &Clause, at: usize) -> bool {
    time_at(words, at).is_some_and(|time| {
        is_until(words, clause, time)
            || is_measure(words, clause, at, time)
            || is_deadline(words, time)
            || is_object(words, clause, at, time)
            || is_former(words, at)
            || is_content(words, time)
            || is_listed(words, time)
    })
}

/// The words of the time that a word belongs to, as a range.
fn time_at(words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
    let timex = words[at].timex?;
    let own = |word: &&Word<'_>| word.timex == Some(timex);
    let before = words[..at].iter().rev().take_while(own).count();
    let behind = words[at..].iter().take_while(own).count();
    Some((at - before, at + behind))
}

/// "did not fall until 27 January 1944": there the time belongs to what is said.
fn is_until(words: &[Word<'_>], clause: &Clause, (first, _): (usize, usize)) -> bool {
    let negated = clause.verb.filter(|group| group.negated);
    negated.is_some_and(|group| factuality::is_until(words, &group, first))
}

/// "signed a six-year, costly deal": there a length of time is one of several things that are said of a noun.
fn is_listed(words: &[Word<'_>], (_, end): (usize, usize)) -> bool {
    words.get(end).is_some_and(|word| word.is_sign(",")) && parts_adjectives(words, end)
}

/// "has until Friday to repay it": there the time is what somebody is given.
fn is_deadline(words: &[Word<'_>], (first, end): (usize, usize)) -> bool {
    words.get(end).is_some_and(|next| next.tag == Tag::To && next.timex.is_none())
        && first.checked_sub(1).is_some_and(|before| words[before].is(WordClass::UNTIL))
}

/// "followed weeks of warnings", "passed Orr's 11 years": there a time is the object of the verb.
fn is_object(words: &[Word<'_>], clause: &Clause, at: usize, (first, end): (usize, usize)) -> bool {
    let Some(group) = clause.verb.filter(|group| !group.passive && group.end <= at) else {
        return false;
    };
    // "spent his 30 days in jail"
    let his = words.get(group.end).is_some_and(|word| word.tag == Tag::Possessive);
    let between = &words[(group.end + usize::from(his)).min(at)..at];
    let direct = between.iter().all(|word| word.timex == words[at].timex);
    let owner = first.checked_sub(1).filter(|&owner| {
        words[owner].tag == Tag::Genitive
            && words[owner].timex.is_none()
            && (group.end..owner).all(|at| words[at].tag == Tag::Name && words[at].timex.is_none())
    });
    if owner.is_some_and(|owner| owner > group.end) {
        return words[end - 1].tag == Tag::Nouns;
    }
    // "took two years"
    let counts = words[first].tag == Tag::Number || words[first].is(WordClass::INDEFINITE);
    let behind = words.get(end).is_none_or(|next| {
        next.kind == TokenKind::Sign
            || matches!(next.tag, Tag::Preposition | Tag::To | Tag::Adverb) && next.timex.is_none()
    });
    let lasts = counts && behind && !words.get(end).is_some_and(|w| w.is(WordClass::ANCHOR));
    let one = words[first].is(WordClass::INDEFINITE) && words[end - 1].tag == Tag::Noun;
    if direct && lasts && (words[end - 1].tag == Tag::Nouns || one) {
        return true;
    }
    // "declared a day of mourning"
    direct
        && (words[end - 1].tag == Tag::Nouns || one)
        && words.get(end).is_some_and(|link| link.is(WordClass::NAME_LINK))
        && words[end..].iter().skip(1).find(|word| word.tag != Tag::Adjective).is_some_and(|noun| {
            noun.timex.is_none() && (noun.tag.is_nominal() || noun.tag == Tag::Gerund)
        })
}

/// "sentenced to ten years in prison": there a length of time is what somebody is given.
fn is_measure(
    words: &[Word<'_>],
    clause: &Clause,
    at: usize,
    (first, end): (usize, usize),
) -> bool {
    let Some(group) = clause.verb.filter(|group| group.end < at) else { return false };
    let legal = words[group.head].entry.verb == Some(Category::Legal);
    let led = first.checked_sub(1).map(|before| &words[before]);
    let given = led.is_some_and(|word| {
        matches!(word.tag, Tag::Preposition | Tag::To) && !word.is(WordClass::ANCHOR)
    });
    legal && given && words[end - 1].tag == Tag::Nouns
}

/// "the former director", "recent sales": whether a time is one adjective before a noun.
pub(super) fn is_lone_adjective(words: &[Word<'_>], at: usize) -> bool {
    let other = |word: Option<&Word<'_>>| word.is_none_or(|word| word.timex != words[at].timex);
    words[at].timex.is_some()
        && words[at].tag == Tag::Adjective
        && other(at.checked_sub(1).map(|at| &words[at]))
        && words.get(at + 1).is_some_and(|next| {
            next.timex.is_none() && (next.tag.is_nominal() || next.tag == Tag::Adjective)
        })
}

/// "the former director": whether a time belongs to a noun, which without it would be another one.
pub(super) fn is_former(words: &[Word<'_>], at: usize) -> bool {
    words[at].is(WordClass::FORMER) && is_lone_adjective(words, at)
}

/// "after a slow summer", "won record of the year": whether a time is what is told of, by an article and an
/// adjective before it, or a part of what something is called, and no more than when it was.
fn is_content(words: &[Word<'_>], (first, end): (usize, usize)) -> bool {
    let [.., opener, before] = &words[..first] else { return false };
    if opener.timex.is_some() || before.timex.is_some() {
        return false;
    }
    let described = before.tag == Tag::Adjective && opener.is(WordClass::INDEFINITE);
    let called = before.is(WordClass::NAME_LINK)
        && opener.tag.is_nominal()
        && end == first + 2
        && words[first].is(WordClass::ARTICLE)
        // "profits for the year to 198m": what they rose to says more.
        && !words.get(end).is_some_and(|next| next.is(WordClass::TARGET));
    let noun = matches!(words[end - 1].tag, Tag::Noun | Tag::Nouns);
    noun && (described || called)
}

/// "from 1915 [on] in Norway": whether a small word only says that a time is where something starts.
pub(super) fn is_onward(words: &[Word<'_>], at: usize) -> bool {
    let small = matches!(words[at].tag, Tag::Preposition | Tag::Particle | Tag::Adverb);
    let timex = at.checked_sub(1).and_then(|before| words[before].timex).filter(|_| small);
    let Some(timex) = timex.filter(|_| words[at].timex.is_none()) else { return false };
    let first = (0..at).rev().take_while(|&before| words[before].timex == Some(timex)).last();
    let led = first.and_then(|first| first.checked_sub(1));
    led.is_some_and(|led| words[led].is(WordClass::SOURCE))
        && words.get(at + 1).is_none_or(|next| {
            next.kind == TokenKind::Sign || next.tag == Tag::Preposition && next.timex.is_none()
        })
}
