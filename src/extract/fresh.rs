//! What news tell without a time: it has just happened.

use super::clause::ClauseKind;
use super::dated::main_clause;
use super::head::{Head, Strength, head_of};
use super::verb_group::Tense;
use super::{Reading, Time};
use crate::event::{Category, Certainty, Link};
use crate::language::WordClass;
use crate::time::{Granularity, Interval};

/// The document's date, for news that name no time: what has just happened.
pub(super) fn document_time(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    head: &Head,
) -> Option<Time> {
    let date = text.date_of(number)?;
    let fresh = matches!(
        head.category,
        Category::Battle
            | Category::Attack
            | Category::Military
            | Category::Meeting
            | Category::Agreement
            | Category::Disaster
            | Category::Accident
            | Category::Protest
            | Category::Legal
            | Category::Crime
            | Category::Death
            | Category::Launch
            | Category::Election
    );
    let tense = text.clauses[number].list[clause].verb.map(|verb| verb.tense);
    let perfect = tense == Some(Tense::Perfect) && !goes_on_from_state(text, number, clause);
    let lead = number < text.about.lead;
    // "KYIV (AP) - Rockets struck a market, ..."
    let opens = number > 0 && text.sentences[number - 1].dateline && tense == Some(Tense::Past);
    let told = (fresh || lead) && perfect || fresh && opens;
    let day = date.interval.granularity() >= Granularity::Day;
    (told && day).then(|| at_document_date(date.interval))
}

/// "Orr has been jailed.": whether a document of a day opens with what has happened, at no time that is named.
pub(super) fn opens_with_news(text: &Reading<'_>) -> bool {
    let day =
        text.document_date.is_some_and(|date| date.interval.granularity() >= Granularity::Day);
    let prose = || text.sentences.iter().position(|one| one.is_prose() && !one.only_times);
    let placed = |first: usize| {
        text.sentences[first].timexes.clone().any(|timex| text.timexes[timex].interval.is_some())
    };
    let Some(first) = prose().filter(|&first| day && !placed(first)) else { return false };
    let (words, clauses) = (&text.sentences[first].words, &text.clauses[first]);
    main_clause(clauses).is_some_and(|main| {
        let happened =
            head_of(words, clauses, main, None).is_some_and(|head| head.strength > Strength::State);
        let verb = clauses.list[main].verb;
        happened && verb.is_some_and(|verb| verb.tense == Tense::Perfect && !verb.negated)
    })
}

/// "The city is close to the border and has been hit": what goes on from what is the case tells no
/// news.
fn goes_on_from_state(text: &Reading<'_>, number: usize, clause: usize) -> bool {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let this = &clauses.list[clause];
    let before = this.parent.and_then(|parent| clauses.list[parent].verb);
    this.kind == ClauseKind::Coordinate
        && before.is_some_and(|verb| {
            verb.tense == Tense::Present && words[verb.head].is(WordClass::BE | WordClass::STATE)
        })
}

/// The day of a document, as the time of what it tells without one.
pub(super) fn at_document_date(date: Interval) -> Time {
    from_document_date(Interval::unit(date.earliest_start(), Granularity::Day))
}

/// A time that only a document's date gives.
pub(super) const fn from_document_date(interval: Interval) -> Time {
    Time {
        timex: None,
        interval: Some(interval),
        link: Link::Document,
        certainty: Certainty::Inferred,
        recurs: false,
        missing: None,
        part: None,
        counted: None,
    }
}
