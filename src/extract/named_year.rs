//! Years that belong to the name of a thing: "the Treaty of Oslo of 1763", "the 1780 constitution".

use super::clause::Clauses;
use super::head::{Head, head_of, is_event_noun, nominal};
use super::phrase::is_of_phrase;
use super::reading::{Sentence, Word};
use super::verb_group::Tense;
use crate::event::Category;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// What a year in the name of a law or a treaty dates.
#[derive(Debug)]
pub(super) enum NamedYear {
    /// What the law does, or how it is made.
    Dates(Head),
    /// Nothing: it only names the law.
    Names,
}

impl NamedYear {
    fn of(head: Option<Head>) -> Self {
        head.map_or(Self::Names, Self::Dates)
    }
}

/// "under the Treaty of Oslo of 1763": a year that belongs to the name of a law or a treaty dates no
/// event, unless that does something or is made: then it dates the clause's verb.
pub(super) fn named_with_year(
    sentence: &Sentence<'_>,
    clauses: &Clauses,
    clause: usize,
    (first, end): (usize, usize),
) -> Option<NamedYear> {
    let words = &sentence.words;
    let of_verb = || head_of(words, clauses, clause, None).filter(|head| !head.nominal);
    let year = end == first + 1 && words[first].kind == TokenKind::Number;
    let named = |noun: usize| {
        words[noun].is_upper()
            && noun > 0
            && matches!(words[noun].entry.noun, Some(Category::Agreement | Category::Policy))
    };
    if year && is_of_war_told_of(words, clauses, clause, first) {
        return Some(NamedYear::Names);
    }
    let link = |at: usize| at > 0 && words[at].is(WordClass::NAME_LINK);
    let last = first.checked_sub(2).filter(|&last| year && link(last + 1))?;
    let place = last.checked_sub(2).filter(|&noun| link(noun + 1) && words[last].is_upper());
    let noun = Some(last).filter(|&noun| named(noun)).or(place.filter(|&noun| named(noun)))?;
    let group = clauses.list[clause].verb?;
    let verb = &words[group.head];
    let makes = matches!(verb.entry.verb, Some(Category::Agreement | Category::Policy));
    if !group.is_finite() {
        // "based on a breach of the Trade Act of 1974"
        return (!makes && group.end <= noun).then_some(NamedYear::Names);
    }
    if noun < group.first {
        // "The Act of 1996 might bar it" does so at another time.
        let does = !verb.is(WordClass::BE | WordClass::STATE)
            && clauses.owner[noun] == clause
            && !matches!(group.tense, Tense::Possible | Tense::Would);
        let led =
            words[..noun].iter().rev().find(|word| !word.is_upper() && word.tag != Tag::Adjective);
        let led = led.filter(|word| word.tag != Tag::Determiner);
        let does = does && led.is_none_or(|word| word.tag != Tag::Preposition);
        return Some(NamedYear::of(does.then(of_verb).flatten()));
    }
    // "until the Treaty of 1763 set": it does something after all.
    let behind = words[end..].iter().find(|word| word.tag != Tag::Adverb);
    if behind.is_some_and(|word| word.tag.is_verbal()) {
        return Some(NamedYear::Dates(nominal(words, noun)));
    }
    let object = words[group.end..noun].iter().all(|word| word.tag != Tag::Preposition);
    Some(NamedYear::of((makes && object).then(of_verb).flatten()))
}

/// "opposed the War of 1812", "a memorial to the War of 1812": whether a year belongs to the name of a war that is only
/// spoken of.
fn is_of_war_told_of(words: &[Word<'_>], clauses: &Clauses, clause: usize, first: usize) -> bool {
    let Some(noun) = first.checked_sub(2).filter(|&noun| {
        words[noun + 1].is(WordClass::NAME_LINK)
            && words[noun].is_upper()
            && words[noun].entry.noun == Some(Category::Battle)
    }) else {
        return false;
    };
    let inside = |&at: &usize| is_of_phrase(&words[at]) || words[at].tag == Tag::Determiner;
    let from = (0..noun).rev().take_while(inside).last().unwrap_or(noun);
    let verb = clauses.list[clause].verb.filter(|verb| verb.end <= from);
    let stands = verb.is_some_and(|verb| {
        verb.end == from && words[verb.head].is(WordClass::STANCE | WordClass::EXISTING)
    });
    // "in the War of 1812" it happened then.
    let hangs = from > 1
        && verb.is_some()
        && words[from - 1].is(WordClass::NAME_LINK | WordClass::TARGET | WordClass::TOPIC)
        && words[from - 2].tag.is_nominal()
        && words[from - 2].timex.is_none();
    stands || hangs
}

/// "amended the 1902 statute", ", a 1678 allegory by Bunyan,": whether a year says which thing is meant
/// that is there already, or when that was made, not when it was acted on.
pub(super) fn is_of_thing(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    (first, end): (usize, usize),
) -> bool {
    let year = end == first + 1 && words[first].kind == TokenKind::Number;
    let article = WordClass::ARTICLE | WordClass::INDEFINITE;
    let inside = |&at: &usize| is_of_phrase(&words[at]);
    // "the 1828 and 1832 tariffs"
    let year_too = |&at: &usize| {
        words[at].timex.is_some() && words[at].kind == TokenKind::Number
            || words[at].is(WordClass::COORDINATOR) && words[at + 1].timex.is_some()
    };
    let from_year = first - (0..first).rev().take_while(year_too).count();
    let Some(led) = from_year.checked_sub(1).filter(|&at| year && words[at].is(article)) else {
        return false;
    };
    let from = end + (end..words.len() - 1).take_while(year_too).count();
    let phrase: Vec<usize> = (from..words.len()).take_while(inside).collect();
    let lasts = |&at: &usize| {
        !is_event_noun(&words[at])
            || matches!(
                words[at].entry.noun,
                Some(Category::Agreement | Category::Policy | Category::Legal)
            )
    };
    let Some(&last) = phrase.iter().rfind(|&&at| words[at].tag.is_nominal()) else { return false };
    if !phrase.iter().all(lasts) {
        return false;
    }
    let Some(before) = led.checked_sub(1).map(|at| &words[at]) else { return false };
    let existing = |word: &Word<'_>| word.is(WordClass::EXISTING) && word.tag.is_verbal();
    // "demanded that the 1780 constitution be revised"
    let undergoes =
        before.is(WordClass::COMPLEMENTISER) && words[last + 1..].iter().take(3).any(existing);
    let verb = clauses.list[clause].verb;
    let tells_of_it = verb.is_some_and(|verb| {
        words[verb.head]
            .entry
            .verb
            .is_some_and(|own| own == Category::Publication || Some(own) == words[last].entry.noun)
    });
    let apposed = before.is_sign(",")
        && led > 1
        && words[led - 2].tag.is_nominal()
        && words[led - 2].timex.is_none()
        && verb.is_some_and(|verb| verb.end < led)
        && !tells_of_it;
    // "found unconstitutional a 2005 law", "struck down the 1990 treaty"
    let judged = matches!(before.tag, Tag::Adjective | Tag::Particle)
        && led > 1
        && words[led - 2].tag.is_verbal()
        && words[last].entry.noun.is_some();
    // "the repeal of the 1828 tariff"; "in the final of the 2004 Orr Cup" it happened then.
    let linked = before.is(WordClass::NAME_LINK)
        && !words[last].is_upper()
        && led > 1
        && words[led - 2].tag.is_nominal()
        && words[led - 2].timex.is_none();
    existing(before) || linked || undergoes || apposed || judged
}
