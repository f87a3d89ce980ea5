//! When an event was, and how that was found.

use std::sync::Arc;

use super::{Candidate, Reading, Time};
use crate::event::{Derivation, Link, Missing, Operation, Reference, When};

/// When an event was.
pub(super) fn when(text: &Reading<'_>, time: &Time) -> When {
    if let Some(timex) = time.timex.filter(|_| time.recurs) {
        let rule = text.timexes[timex].value.clone();
        return When::Recurring { within: time.interval, rule: rule.into() };
    }
    match (time.interval, time.missing) {
        (Some(interval), _) => When::Dated(interval),
        (None, Some(missing)) => When::Undated(missing),
        (None, None) => When::Undated(Missing::Vague),
    }
}

/// How its time was found.
pub(super) fn derivation(text: &Reading<'_>, candidate: &Candidate) -> Arc<Derivation> {
    let time = &candidate.time;
    let adjoining = super::adjoining::words(text, time);
    let found = time.timex.map(|timex| &text.timexes[timex].derivation);
    let as_it_is = |found: &&Arc<Derivation>| {
        let same = (found.result, found.link, found.certainty)
            == (time.interval, time.link, time.certainty);
        same && time.counted.is_none() && adjoining.is_none()
    };
    if let Some(found) = found.filter(as_it_is) {
        return Arc::clone(found);
    }
    let inferred = || Derivation {
        words: String::new(),
        reference: text.date_of(candidate.sentence).filter(|_| time.link == Link::Document).map_or(
            Reference::Missing,
            |date| Reference::Document { interval: date.interval, origin: date.origin },
        ),
        operation: Operation::Same,
        modifier: None,
        result: None,
        link: time.link,
        alternatives: Vec::new(),
        certainty: time.certainty,
    };
    let mut out = found.map_or_else(inferred, |found| Derivation::clone(found));
    if time.link == Link::Narrative
        && let (Some(timex), Some(interval)) = (time.timex, time.interval)
    {
        let span = text.timexes[timex].span;
        out.reference =
            Reference::Narrative { words: std::mem::take(&mut out.words), span, interval };
        out.operation = Operation::Same;
    }
    if let Some(counted) = time.counted {
        let words = counted.from.of(&text.document.text).to_owned();
        let (span, interval) = (counted.from, counted.interval);
        out.words = time.timex.map_or_else(String::new, |timex| {
            text.timexes[timex].span.of(&text.document.text).to_owned()
        });
        out.reference = Reference::Narrative { words, span, interval };
        out.operation = Operation::Shift { amount: counted.amount, unit: counted.unit };
    }
    if let Some(words) = adjoining {
        words.of(&text.document.text).clone_into(&mut out.words);
    }
    out.result = time.interval;
    out.link = time.link;
    out.certainty = time.certainty;
    Arc::new(out)
}
