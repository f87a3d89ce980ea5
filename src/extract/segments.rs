//! The stretches of a clause in front of its verb, one of which is its subject.

use smallvec::SmallVec;

use super::phrase::{is_list_comma, parts_adjectives};
use super::reading::Word;
use super::title_time::is_former;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// The stretches between commas, without times, openers and adverbs in front.
pub(super) fn segments<'a>(words: &[Word<'_>], at: &'a [usize]) -> SmallVec<[&'a [usize]; 4]> {
    let parts = |&i: &usize| {
        let word = &words[i];
        // "in the third-quarter loss": there the time says more of the noun behind it.
        let inside = || {
            let own = |at: &usize| words[*at].timex == words[i].timex;
            let modifies = |at: &usize| matches!(words[*at].tag, Tag::Adjective | Tag::Adverb);
            let before = (0..i).rev().find(|at| !own(at) && !modifies(at));
            // "the 1976 U.S. presidential election"
            let named = |at: usize| {
                words[at].tag == Tag::Name
                    && words.get(at + 1).is_some_and(|next| {
                        next.timex.is_none()
                            && matches!(next.tag, Tag::Adjective | Tag::Noun | Tag::Nouns)
                    })
            };
            let noun = (i..words.len())
                .find(|&at| !own(&at) && words[at].tag != Tag::Adjective && !named(at));
            // "a hit to 2005 earnings": so does a year behind what hangs on a noun.
            let hangs = |at: usize| {
                at > 0
                    && words[at].tag == Tag::Preposition
                    && words[at - 1].timex.is_none()
                    && matches!(words[at - 1].tag, Tag::Noun | Tag::Nouns)
                    && (words[i].kind == TokenKind::Number || words[at].is(WordClass::NAME_LINK))
            };
            let led = before.is_some_and(|at| {
                matches!(words[at].tag, Tag::Determiner | Tag::Possessive | Tag::Genitive)
                    && words[at].timex.is_none()
                    || hangs(at)
            });
            // "little recent polling"
            let graded = (0..i).rev().find(|at| !own(at)).is_some_and(|at| {
                words[at].tag == Tag::Adjective
                    && words[at].timex.is_none()
                    && words[i].tag == Tag::Adjective
                    && !words[at].is_upper()
            });
            (led || graded)
                && noun.is_some_and(|at| {
                    matches!(words[at].tag, Tag::Noun | Tag::Nouns) && words[at].timex.is_none()
                })
        };
        word.is_sign(",") && !is_list_comma(words, i) && !parts_adjectives(words, i)
            || word.timex.is_some() && !is_former(words, i) && !inside()
            || word.is(WordClass::DASH) && word.text.chars().count() == 1
    };
    let opens = |&i: &usize| {
        let word = &words[i];
        // "That is why": there it is the subject.
        let subject = word.tag == Tag::Determiner
            && word.is(WordClass::DEMONSTRATIVE)
            && words.get(i + 1).is_some_and(|next| next.tag.is_finite());
        word.is(WordClass::COORDINATOR)
            || word.is(WordClass::COMPLEMENTISER) && !subject
            || word.is(WordClass::SUBORDINATOR) && word.tag != Tag::Noun
            || word.tag == Tag::Adverb
            || word.kind == TokenKind::Sign
    };
    let behind_openers = |segment: &'a [usize]| {
        // "Both ministers and the mayor": there it belongs to the subject.
        let pair = segment.iter().any(|&i| words[i].is(WordClass::COORDINATOR) && i > segment[0]);
        let opens = |i: &usize| opens(i) || words[*i].tag == Tag::Conjunction && !pair;
        let first = segment.iter().position(|i| !opens(i)).unwrap_or(segment.len());
        &segment[first..]
    };
    at.split(parts).map(behind_openers).filter(|segment| !segment.is_empty()).collect()
}

/// Whether a subject can start at a word.
pub(super) fn starts_subject(words: &[Word<'_>], at: usize) -> bool {
    // "Loading began", "Shelling of the town went on".
    let names = words[at].tag == Tag::Gerund
        && words.get(at + 1).is_some_and(|next| {
            next.is(WordClass::NAME_LINK) || matches!(next.tag, Tag::Past | Tag::Present)
        });
    if names {
        return true;
    }
    // "At least 30 people".
    let amount = words[at..].get(1..3).is_some_and(|next| {
        next[0].tag == Tag::Adjective && next[1].tag == Tag::Number && next[1].timex.is_none()
            // "About 300 jobs"
            || words[at].is(WordClass::BLUR)
                && next[0].tag == Tag::Number
                && next[0].timex.is_none()
                && next[1].tag.is_nominal()
    });
    let tag = words[at].tag;
    tag == Tag::Preposition && amount
        || !matches!(tag, Tag::Preposition | Tag::To | Tag::Gerund | Tag::Participle)
}

/// Whether a word can be what a subject names.
pub(super) fn heads(word: &Word<'_>) -> bool {
    word.tag.is_nominal()
        || matches!(word.tag, Tag::Pronoun | Tag::Existential | Tag::Number | Tag::Gerund)
        || word.tag == Tag::Determiner
        || word.is_upper()
}
