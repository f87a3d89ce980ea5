//! The places of the events that the filter lets through, gathered anew only when it has changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::PanelContext;
use crate::event::EventId;
use crate::map::{Bubble, Places};
use crate::project::Filter;
use crate::time::Moment;
use crate::timeline;

/// The places, and what they were gathered from.
#[derive(Debug, Default)]
pub(super) struct PlacesOfEvents {
    of: Option<(u64, Filter)>,
    places: Places,
    number: u64,
}

impl PlacesOfEvents {
    /// Gathers them again if anything has changed. The filter's own places do not count: those
    /// that it keeps back are on the map too, to be chosen.
    pub(super) fn refresh(&mut self, cx: PanelContext<'_>) {
        let filter = Filter { places: BTreeSet::new(), ..cx.state.filter().clone() };
        let wanted = (cx.state.project().revision(), filter);
        if self.of.as_ref() == Some(&wanted) {
            return;
        }
        let filter = &wanted.1;
        let events = cx.state.project().events().filter(|event| filter.admits(event));
        self.places = Places::build(events.filter_map(|event| {
            let (start, end) = timeline::stretch(event)?;
            Some((event, start, end))
        }));
        self.number += 1;
        self.of = Some(wanted);
    }

    /// The places as they are.
    pub(super) const fn get(&self) -> &Places {
        &self.places
    }

    /// A number that changes when they do.
    pub(super) const fn number(&self) -> u64 {
        self.number
    }

    /// The names of places by their numbers.
    pub(super) fn names(&self, spots: &[usize]) -> BTreeSet<String> {
        spots.iter().map(|&spot| self.places.spots()[spot].name.clone()).collect()
    }

    /// What a circle stands for: "Kyiv", "Kyiv and 2 places near it".
    pub(super) fn title(&self, bubble: &Bubble) -> String {
        let first = bubble.spots.first().map(|&spot| self.places.spots()[spot].name.as_str());
        let first = first.unwrap_or_default();
        match bubble.spots.len() {
            0 | 1 => first.to_owned(),
            2 => format!("{first} and 1 place near it"),
            many => format!("{first} and {} places near it", many - 1),
        }
    }
}

/// The events of the circle under the pointer.
#[derive(Clone, Debug)]
pub(super) struct Pointed {
    of: (u64, Vec<usize>, Moment, Moment),
    pub(super) events: Arc<BTreeSet<EventId>>,
}

impl Pointed {
    /// The events of a circle in a stretch of time; those of `before` if they are the same.
    pub(super) fn at(
        before: Option<Self>,
        places: &PlacesOfEvents,
        bubble: &Bubble,
        (start, end): (Moment, Moment),
    ) -> Self {
        let of = (places.number(), bubble.spots.clone(), start, end);
        if let Some(before) = before.filter(|before| before.of == of) {
            return before;
        }
        let spots = bubble.spots.iter().map(|&spot| &places.get().spots()[spot]);
        let events = spots.flat_map(|spot| spot.events_within(start, end)).collect();
        Self { of, events: Arc::new(events) }
    }
}
