//! Verbs of reports that a model of parts of speech took for participles: who told it, and what was told.

use super::lone_verb::is_alone;
use super::phrase::is_of_phrase;
use super::reading::Word;
use super::sayings::only_says_where;
use crate::event::Category;
use crate::language::{Tag, WordClass};

/// "said on Saturday, about twenty houses collapsed": whether a participle stands behind a noun phrase, and
/// before that the comma behind the time of a saying.
pub(super) fn is_reported(words: &[Word<'_>], at: usize) -> bool {
    if !words[at - 1].tag.is_nominal() {
        return false;
    }
    let inside =
        |word: &&Word<'_>| is_of_phrase(word) || word.tag == Tag::Adverb && word.timex.is_none();
    let count = words[..at].iter().rev().take_while(inside).count();
    let Some(comma) = (at - count).checked_sub(1).filter(|_| count > 0) else { return false };
    let timed = |word: &Word<'_>| word.timex.is_some() || word.tag == Tag::Preposition;
    let before = words[..comma].iter().rfind(|word| !timed(word));
    words[comma].is_sign(",")
        && words[comma].timex.is_none()
        && comma > 0
        && words[comma - 1].timex.is_some()
        && before.is_some_and(|word| word.is(WordClass::SAYING) && word.tag.is_finite())
        && is_alone(words, at)
}

/// "won 42 seats, the commission announced late on Monday.": whether a participle of saying closes its
/// sentence, but for times, behind a comma and somebody who can say so.
pub(super) fn closes_with_source(words: &[Word<'_>], at: usize) -> bool {
    let speaks = WordClass::ROLE | WordClass::GROUP | WordClass::ORGANISATION;
    let source = &words[at - 1];
    let told = source.is(speaks) || source.entry.noun == Some(Category::Publication);
    if !told || !words[at].is(WordClass::SAYING) {
        return false;
    }
    let count = words[..at].iter().rev().take_while(|word| is_of_phrase(word)).count();
    let comma = (at - count).checked_sub(1).filter(|_| count > 0);
    let clause = |comma: usize| {
        words[comma].is_sign(",")
            && words[..comma].iter().any(|word| word.tag.is_finite() && word.timex.is_none())
    };
    comma.is_some_and(clause) && only_says_where(words, at + 1)
}

/// "The two ministers agreed on Tuesday that": whether a participle behind the noun phrase that opens its
/// sentence leads, but for a time, to what was agreed or said.
pub(super) fn agrees_that(words: &[Word<'_>], at: usize) -> bool {
    let inside = |word: &Word<'_>| is_of_phrase(word) || word.tag == Tag::Determiner;
    let agreed = words[at].is(WordClass::SAYING | WordClass::PLAN | WordClass::FINDING)
        || matches!(words[at].entry.verb, Some(Category::Legal | Category::Agreement));
    if !agreed || !words[at - 1].tag.is_nominal() || !words[..at].iter().all(inside) {
        return false;
    }
    let timed = |word: &Word<'_>| word.timex.is_some() || word.tag == Tag::Preposition;
    let rest = &words[at + 1..];
    let that = rest.iter().position(|word| word.is(WordClass::COMPLEMENTISER));
    that.is_some_and(|that| {
        rest[..that].iter().all(timed)
            && rest.get(that + 1).is_some_and(|next| {
                next.tag != Tag::Modal && !next.is(WordClass::BE | WordClass::HAVE | WordClass::DO)
            })
    })
}
