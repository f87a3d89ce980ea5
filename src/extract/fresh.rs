//! What news tell without a time: it has just happened.

use super::head::Head;
use super::verb_group::Tense;
use super::{Reading, Time};
use crate::event::{Category, Certainty, Link};
use crate::time::{Granularity, Interval, TimexType};

/// A report that names no time in so many sentences behind its lead tells of its own day.
const NEAR_LEAD: usize = 3;

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
    let lead = number < text.about.lead;
    let day = date.interval.granularity() >= Granularity::Day;
    let new = match tense {
        Some(Tense::Perfect) => fresh || lead,
        Some(Tense::Past) => fresh && lead && is_timeless(text),
        _ => false,
    };
    (new && day).then(|| at_document_date(date.interval))
}

/// Whether a report names no time near its lead but its own date: "Two soldiers were killed as
/// troops came under fire, a spokesman said."
fn is_timeless(text: &Reading<'_>) -> bool {
    let near = text.sentences.iter().take(text.about.lead + NEAR_LEAD);
    let mut told = near.filter(|sentence| !sentence.only_times && !sentence.dateline);
    told.all(|sentence| {
        let mut timexes = text.timexes[sentence.timexes.clone()].iter();
        timexes.all(|timex| timex.kind == TimexType::Duration)
    })
}

/// The day of a document, as the time of what it tells without one.
pub(super) fn at_document_date(date: Interval) -> Time {
    Time {
        timex: None,
        interval: Some(Interval::unit(date.earliest_start(), Granularity::Day)),
        link: Link::Document,
        certainty: Certainty::Inferred,
        recurs: false,
        missing: None,
        part: None,
        counted: None,
    }
}
