//! The stretch of time that an event takes on the timeline.

use crate::event::{Event, Factuality};
use crate::time::{Interval, Moment};

/// From where to where an event is drawn, in seconds; `end` is exclusive and never before
/// `start`.
///
/// Where an end is open ("before 1990") it is drawn as an arrow of some pixels at the end that
/// is known, and takes no time at all here; only what is still going on runs for ever.
pub(super) fn drawn(event: &Event) -> Option<(Interval, i64, i64)> {
    let interval = event.when.interval()?;
    let (start, end) = (interval.earliest_start(), interval.latest_end());
    if start.is_open() && end.is_open() {
        return None;
    }
    let (start, end) = match (start.is_open(), end.is_open()) {
        (true, _) => (end, end),
        (false, true) if event.factuality == Factuality::Ongoing => (start, Moment::DISTANT_FUTURE),
        (false, true) => (start, start),
        (false, false) => (start, end),
    };
    Some((interval, start.seconds(), end.seconds()))
}

/// From where to where an event is drawn; `None` if it has no date that can be drawn.
#[must_use]
pub fn stretch(event: &Event) -> Option<(Moment, Moment)> {
    let (_, start, end) = drawn(event)?;
    Some((Moment::from_seconds(start), Moment::from_seconds(end)))
}
