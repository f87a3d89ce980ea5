//! The places of events, each with its events in order of time.

use rustc_hash::FxHashMap;

use super::projection::WorldPoint;
use crate::event::{Event, EventId, PlaceKind};
use crate::time::Moment;

/// Stretches of time, ready to be counted.
#[derive(Clone, Debug, Default)]
struct Spans {
    /// The starts and the ends, each sorted by themselves.
    starts: Vec<i64>,
    ends: Vec<i64>,
}

impl Spans {
    fn push(&mut self, (start, end): (i64, i64)) {
        self.starts.push(start);
        self.ends.push(end);
    }

    fn sort(&mut self) {
        self.starts.sort_unstable();
        self.ends.sort_unstable();
    }

    /// How many have a moment in `[start, end)`.
    fn within(&self, start: Moment, end: Moment) -> usize {
        let begun = self.starts.partition_point(|&at| at < end.seconds());
        begun.saturating_sub(self.ends.partition_point(|&at| at <= start.seconds()))
    }
}

/// A place with its events.
#[derive(Clone, Debug)]
pub struct Spot {
    /// What it is called.
    pub name: String,
    /// What it is: a country is drawn apart, its coordinates are only somewhere in it.
    pub kind: PlaceKind,
    /// Where it is.
    pub at: WorldPoint,
    spans: Spans,
    /// Its events with their starts and ends, by start.
    events: Vec<(i64, i64, EventId)>,
}

impl Spot {
    /// How many of its events have a moment in `[start, end)`.
    #[must_use]
    pub fn within(&self, start: Moment, end: Moment) -> usize {
        self.spans.within(start, end)
    }

    /// Those events, by their start.
    pub fn events_within(&self, start: Moment, end: Moment) -> impl Iterator<Item = EventId> {
        let begun = self.events.partition_point(|&(at, ..)| at < end.seconds());
        let events = self.events[..begun].iter();
        events.filter(move |&&(_, ends, _)| ends > start.seconds()).map(|&(.., id)| id)
    }

    /// How many events it has at any time.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.events.len()
    }
}

/// Every place that has an event and coordinates. Building one costs a sort of all events;
/// counting costs the number of places.
#[derive(Clone, Debug, Default)]
pub struct Places {
    spots: Vec<Spot>,
    /// All events, and those none of whose places has coordinates.
    all: Spans,
    nowhere: Spans,
}

impl Places {
    /// Gathers the places of events, each given with the start and the end of what is drawn of
    /// it. An event at several places counts at each of them.
    #[must_use]
    pub fn build<'a>(events: impl IntoIterator<Item = (&'a Event, Moment, Moment)>) -> Self {
        let mut places = Self::default();
        let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
        for (event, start, end) in events {
            // An instant takes a second: it has to be in the stretch that starts with it.
            let span = (start.seconds(), end.seconds().max(start.seconds() + 1));
            places.all.push(span);
            let mut is_known = false;
            for (nth, place) in event.places.iter().enumerate() {
                let Some(coordinates) = place.coordinates else { continue };
                is_known = true;
                if event.places[..nth].iter().any(|before| before.name == place.name) {
                    continue;
                }
                let number = *numbers.entry(&place.name).or_insert_with(|| {
                    places.spots.push(Spot {
                        name: place.name.clone(),
                        kind: place.kind,
                        at: WorldPoint::of(coordinates),
                        spans: Spans::default(),
                        events: Vec::new(),
                    });
                    places.spots.len() - 1
                });
                let spot = &mut places.spots[number];
                spot.spans.push(span);
                spot.events.push((span.0, span.1, event.id));
            }
            if !is_known {
                places.nowhere.push(span);
            }
        }
        for spot in &mut places.spots {
            spot.spans.sort();
            spot.events.sort_unstable();
        }
        places.all.sort();
        places.nowhere.sort();
        places
    }

    /// The places, in the order in which they were met.
    #[must_use]
    pub fn spots(&self) -> &[Spot] {
        &self.spots
    }

    /// How many events have a moment in `[start, end)`, and how many of these have no place that
    /// is known.
    #[must_use]
    pub fn within(&self, start: Moment, end: Moment) -> (usize, usize) {
        (self.all.within(start, end), self.nowhere.within(start, end))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::document::DocumentId;
    use crate::event::{Coordinates, Derivation, Evidence, Place};
    use crate::text::Span;
    use crate::time::Interval;

    /// An event at a time, at places with their degrees north and east.
    pub(in crate::map) fn event(number: u32, date: &str, places: &[(&str, f32, f32)]) -> Event {
        let document = DocumentId::of("map", "test");
        let interval = Interval::from_iso(date).expect("a date");
        let place = |&(name, latitude, longitude): &(&str, f32, f32)| Place {
            name: name.to_owned(),
            kind: PlaceKind::City,
            coordinates: latitude.is_finite().then_some(Coordinates { latitude, longitude }),
            country: None,
        };
        let quote = Span::new(number as usize, number as usize + 1);
        Event {
            places: places.iter().map(place).collect(),
            ..Event::new(
                EventId::of(document, quote, number),
                format!("Event {number}"),
                Derivation::as_written(date, Some(interval)),
                Evidence::of(document, quote),
            )
        }
    }

    pub(in crate::map) fn gathered(events: &[Event]) -> Places {
        Places::build(events.iter().map(|event| {
            let interval = event.when.interval().expect("a date");
            (event, interval.earliest_start(), interval.latest_end())
        }))
    }

    fn moment(date: &str) -> Moment {
        date.parse().expect("a date")
    }

    #[test]
    fn events_are_counted_at_each_of_their_places_in_the_stretch() {
        let (kyiv, lviv) = (("Kyiv", 50.45, 30.52), ("Lviv", 49.84, 24.03));
        let events = [
            event(1, "2022-03-01", &[kyiv]),
            event(2, "2022-05", &[kyiv, lviv, kyiv]),
            event(3, "2023", &[lviv]),
            event(4, "2022-03-02", &[("Nowhere", f32::NAN, 0.0)]),
            event(5, "2022-03-03", &[]),
        ];
        let places = gathered(&events);
        let check = |start, end, kyiv: usize, lviv: usize, all: (usize, usize)| {
            let (start, end) = (moment(start), moment(end));
            let counts: Vec<usize> =
                places.spots().iter().map(|spot| spot.within(start, end)).collect();
            assert_eq!(counts, [kyiv, lviv], "{start:?}");
            assert_eq!(places.within(start, end), all);
            let listed = places.spots()[0].events_within(start, end).count();
            assert_eq!(listed, kyiv);
        };
        check("2022", "2024", 2, 2, (5, 2));
        check("2022-03", "2022-04", 1, 0, (3, 2));
        check("2022-05-30", "2023-06", 1, 2, (2, 0));
        check("2022-03-01", "2022-03-02", 1, 0, (1, 0));
        check("2024", "2025", 0, 0, (0, 0));
    }
}
