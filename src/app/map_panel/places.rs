//! The places of the events that the filter lets through, gathered anew only when it has changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::Context;

use crate::app::PanelContext;
use crate::app::derived::Derived;
use crate::event::EventId;
use crate::map::{Bubble, Places};
use crate::project::{Filter, Project};
use crate::time::Moment;
use crate::timeline;

/// The places, by the revision of the project and the filter that they were gathered with.
#[derive(Debug, Default)]
pub(super) struct PlacesOfEvents(Derived<(u64, Filter), Places>);

impl PlacesOfEvents {
    /// Gathers them again if anything has changed. The filter's own places do not count: those
    /// that it keeps back are on the map too, to be chosen.
    pub(super) fn refresh(&mut self, ctx: &Context, cx: PanelContext<'_>) {
        let project = cx.state.project();
        let filter = Filter { places: BTreeSet::new(), ..cx.state.filter().clone() };
        let key = (project.revision(), filter);
        self.0.refresh(ctx, project, key, |project, (_, filter)| gathered(project, filter));
    }

    /// Whether they are being gathered.
    pub(super) const fn is_under_way(&self) -> bool {
        self.0.is_under_way()
    }

    /// The places as they are.
    pub(super) const fn get(&self) -> &Places {
        self.0.get()
    }

    /// A number that changes when they do.
    pub(super) const fn number(&self) -> u64 {
        self.0.number()
    }

    /// The names of places by their numbers.
    pub(super) fn names(&self, spots: &[usize]) -> BTreeSet<String> {
        spots.iter().map(|&spot| self.get().spots()[spot].name.clone()).collect()
    }

    /// What a circle stands for: "Kyiv", "Kyiv and 2 places near it".
    pub(super) fn title(&self, bubble: &Bubble) -> String {
        let first = bubble.spots.first().map(|&spot| self.get().spots()[spot].name.as_str());
        let first = first.unwrap_or_default();
        match bubble.spots.len() {
            0 | 1 => first.to_owned(),
            2 => format!("{first} and 1 place near it"),
            many => format!("{first} and {} places near it", many - 1),
        }
    }
}

fn gathered(project: &Project, filter: &Filter) -> Places {
    let events = project.events().filter(|event| filter.admits(event));
    Places::build(events.filter_map(|event| {
        let (start, end) = timeline::stretch(event)?;
        Some((event, start, end))
    }))
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
