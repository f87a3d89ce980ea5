//! The stretch of time that an event takes on the timeline.

use crate::event::{Event, Factuality};
use crate::time::{Interval, Moment};

/// The time of an event that can be drawn.
pub(super) fn drawn(event: &Event) -> Option<Interval> {
    let interval = event.when.interval()?;
    let boundless = interval.earliest_start().is_open() && interval.latest_end().is_open();
    (!boundless).then_some(interval)
}

/// From where to where an event is drawn, in seconds; `end` is exclusive and never before
/// `start`.
///
/// Where an end is open ("before 1990") it is drawn as an arrow of some pixels at the end that
/// is known, and takes no time at all here; only what is still going on runs for ever.
pub(super) fn span(interval: &Interval, factuality: Factuality) -> (i64, i64) {
    let (start, end) = (interval.earliest_start(), interval.latest_end());
    let (start, end) = match (start.is_open(), end.is_open()) {
        (true, _) => (end, end),
        (false, true) if factuality == Factuality::Ongoing => (start, Moment::DISTANT_FUTURE),
        (false, true) => (start, start),
        (false, false) => (start, end),
    };
    (start.seconds(), end.seconds())
}

/// From where to where an event is drawn; `None` if it has no date that can be drawn.
#[must_use]
pub fn stretch(event: &Event) -> Option<(Moment, Moment)> {
    let (start, end) = span(&drawn(event)?, event.factuality);
    Some((Moment::from_seconds(start), Moment::from_seconds(end)))
}
