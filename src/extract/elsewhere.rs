//! Times of a clause that do not date its verb: that of a source, of what a thing is for or about, of a
//! mere noun.

use super::Reading;
use super::clause::Clauses;
use super::head::is_event_noun;
use super::phrase::is_of_phrase;
use super::reading::Word;
use super::subject::subject;
use super::verb_group::{Tense, VerbGroup};
use super::whose_time::says_when;
use crate::event::Category;
use crate::language::{Tag, WordClass};

/// Whether a time (a word range) does not date the verb of its clause: it is that of a source, or of a mere
/// noun beside it.
pub(super) fn belongs_elsewhere(
    text: &Reading<'_>,
    (number, clause): (usize, usize),
    (first, end): (usize, usize),
) -> bool {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    if clauses.syntax.verb_second || clauses.syntax.head_first {
        return false;
    }
    is_of_source(words, first)
        || is_of_age(words, clauses, clause, first)
        || is_of_aim(words, clauses, clause, first)
        || is_of_comparison(words, clauses, clause, first)
        || is_of_mere_noun(words, clauses, clause, (first, end))
}

/// "dishes dating from the 17th century broke": whether a time says since when there is what is told of.
fn is_of_age(words: &[Word<'_>], clauses: &Clauses, clause: usize, first: usize) -> bool {
    let small = |&at: &usize| matches!(words[at].tag, Tag::Preposition | Tag::Adverb | Tag::To);
    let dating = (0..first).rev().find(|at| !small(at));
    dating.is_some_and(|at| {
        words[at].tag == Tag::Gerund
            && words[at].is(WordClass::LINK)
            && at + 1 < first
            && clauses.list[clause].verb.is_none_or(|verb| verb.head != at)
    })
}

/// "according to officials on Thursday": whether a time says when the source spoke.
fn is_of_source(words: &[Word<'_>], first: usize) -> bool {
    let inside = |word: &&Word<'_>| {
        let small = matches!(word.tag, Tag::Preposition | Tag::To) && word.timex.is_none();
        !word.is(WordClass::ATTRIBUTION) && (is_of_phrase(word) || small)
    };
    let between = words[..first].iter().rev().take_while(inside).count();
    let source = (first - between).checked_sub(1);
    // "according to a report on Thursday" dates what is told as well as anything does.
    let told = words[first - between..first].iter().any(is_event_noun);
    // "according to": the other words that name a source name much else.
    between > 2
        && !told
        && source.is_some_and(|at| {
            words[at].is(WordClass::ATTRIBUTION)
                && !words[at].is(WordClass::PLACE_PREPOSITION)
                && matches!(words[at + 1].tag, Tag::To | Tag::Preposition)
        })
}

/// "limits immigration to one percent of the residents, as counted in 1910": whether a time says where what is
/// compared was told.
fn is_of_comparison(words: &[Word<'_>], clauses: &Clauses, clause: usize, first: usize) -> bool {
    let verb = clauses.list[clause].verb.filter(|verb| verb.end < first);
    let inside = |at: &usize| !words[*at].tag.is_verbal() && !words[*at].is_sign(",");
    let participle = verb.and_then(|verb| (verb.end + 1..first).rev().find(|at| !inside(at)));
    participle.is_some_and(|at| {
        let before = &words[at - 1];
        words[at].tag == Tag::Participle
            && !words[at].is(WordClass::PLAN)
            && !before.is(WordClass::COMPARISON)
            && before.tag == Tag::Preposition
            && before.is(WordClass::SUBORDINATOR)
            && !before.is(WordClass::ANCHOR)
    })
}

/// "Orr was charged over the affair, a bid to topple the king in 1975": whether a time stands behind what an
/// apposition says that a thing was for.
fn is_of_aim(words: &[Word<'_>], clauses: &Clauses, clause: usize, first: usize) -> bool {
    let this = &clauses.list[clause];
    let main = this.verb.map_or(0, |verb| verb.end);
    this.inner.iter().filter(|inner| inner.end <= first && inner.first > main).any(|inner| {
        let phrase = (main..inner.first).rev().take_while(|&at| is_of_phrase(&words[at])).last();
        let comma = phrase.and_then(|phrase| phrase.checked_sub(1));
        inner.tense == Tense::Infinitive
            && phrase.is_some_and(|phrase| words[phrase].is(WordClass::INDEFINITE))
            && comma.is_some_and(|comma| words[comma].is_sign(",") && comma >= main)
            && !words[inner.end..first].iter().any(|word| word.is_sign(","))
    })
}

/// "wanted to finish the volumes covering the war during the 1960s": whether a time stands behind what a
/// gerund says that a thing is about.
pub(super) fn is_of_contents(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    first: usize,
) -> bool {
    let verb = clauses.list[clause].verb.filter(VerbGroup::is_finite);
    verb.is_some_and(|verb| verb.end < first && says_of_what(words, verb.end, first))
}

/// "a volume documenting ties to Norway": whether a gerund between two words says of a noun before it what
/// that is about, up to the second word.
pub(super) fn says_of_what(words: &[Word<'_>], from: usize, to: usize) -> bool {
    let gerund = (from.max(1)..to).rev().find(|&at| words[at].tag.is_verbal());
    gerund.is_some_and(|at| {
        words[at].tag == Tag::Gerund
            && words[at].is(WordClass::DEPICTING)
            && words[at - 1].tag.is_nominal()
            && words[at - 1].timex.is_none()
            && !words[at..to].iter().any(|word| word.is_sign(","))
    })
}

/// "With the hopes of 1775 in mind, they decided in 1776", "like many writers of the 1600s": whether a time
/// says which things are meant that a preposition leads, or beside another time of the clause.
fn is_of_mere_noun(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    (first, end): (usize, usize),
) -> bool {
    let Some(link) = first.checked_sub(1).filter(|&at| words[at].is(WordClass::NAME_LINK)) else {
        return false;
    };
    let noun = link
        .checked_sub(1)
        .map(|at| &words[at])
        .filter(|noun| matches!(noun.tag, Tag::Noun | Tag::Nouns) && noun.timex.is_none());
    let start = (0..link).rev().take_while(|&at| is_of_phrase(&words[at])).last();
    let led = start
        .and_then(|start| start.checked_sub(1))
        .is_some_and(|at| words[at].tag == Tag::Preposition && words[at].timex.is_none());
    let other = || {
        let away = |&at: &usize| words[at].timex.is_some() && !(first..end).contains(&at);
        clauses.words(clause).any(|at| away(&at) && words[at].tag == Tag::Number)
    };
    let subject = || subject(words, clauses, clause).contains(&(link - 1));
    let plain = |noun: &Word<'_>| !is_event_noun(noun);
    // "the events of 1775"
    let vague = |noun: &Word<'_>| plain(noun) || noun.entry.noun == Some(Category::Other);
    let mere = |noun: &Word<'_>| plain(noun) && !subject() || vague(noun) && other();
    noun.is_some_and(|noun| led && !says_when(words, link - 1, end) && mere(noun))
}
