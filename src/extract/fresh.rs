//! What news tell without a time: it has just happened.

use super::head::Head;
use super::verb_group::Tense;
use super::{Reading, Time};
use crate::event::{Category, Certainty, Link};
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
    let perfect =
        text.clauses[number].list[clause].verb.is_some_and(|verb| verb.tense == Tense::Perfect);
    let lead = number < text.about.lead;
    let day = date.interval.granularity() >= Granularity::Day;
    ((fresh || lead) && perfect && day).then(|| at_document_date(date.interval))
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
