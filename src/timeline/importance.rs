//! Which events are named first where there is no room for all.

use std::collections::BTreeSet;

use crate::event::{Certainty, Event, Factuality};
use crate::time::Granularity;

/// What a person's star adds: more than everything else together.
const STAR: f32 = 4.0;

/// How important an event is, about 0 to 2: told by several documents, precise, sure, in its
/// source's own words, and real rather than possible. More, if a person has starred it.
pub(super) fn importance(event: &Event) -> f32 {
    let corroboration = match event.evidence.len() {
        0 | 1 => 0.0,
        _ => {
            let documents: BTreeSet<_> = event.evidence.iter().map(|e| e.document).collect();
            (documents.len().saturating_sub(1) as f32).ln_1p()
        }
    };
    let precision = event
        .when
        .interval()
        .map_or(0.0, |interval| if interval.granularity() >= Granularity::Day { 1.0 } else { 0.5 });
    let certainty = match event.derivation.certainty {
        Certainty::Exact => 1.0,
        Certainty::Approximate => 0.7,
        Certainty::Inferred => 0.3,
    };
    let reality = match event.factuality {
        Factuality::Happened | Factuality::Ongoing => 1.0,
        Factuality::Planned => 0.7,
        Factuality::Possible | Factuality::Denied => 0.3,
    };
    let detail = (event.places.len() + event.participants.len()).min(4) as f32 / 4.0;
    let confidence = event.confidence.clamp(0.0, 1.0);
    let star = if event.is_starred() { STAR } else { 0.0 };
    star + 0.5 * confidence
        + 0.5 * corroboration
        + 0.2 * precision
        + 0.2 * certainty
        + 0.2 * reality
        + 0.2 * detail
}
