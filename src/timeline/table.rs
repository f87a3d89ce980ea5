//! The event table: what drawing needs to know of the events, in columns.
//!
//! It is built once from the events and shared by every model of them: grouping or filtering
//! anew makes new lanes over the same table. Undated events are only counted.

use std::hash::Hash;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::extents::drawn;
use super::importance::importance;
use super::times::Times;
use crate::document::DocumentId;
use crate::event::{
    Category, Certainty, Event, EventId, Factuality, Participant, Place, PlaceKind,
};
use crate::text::Excerpt;

/// What of an event decides how its mark looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Traits {
    pub(super) category: Category,
    pub(super) factuality: Factuality,
    pub(super) certainty: Certainty,
    pub(super) starred: bool,
}

/// A place as lanes know it.
#[derive(Clone, Debug)]
pub(super) struct PlaceName {
    pub(super) name: String,
    pub(super) country: Option<String>,
    pub(super) is_country: bool,
}

/// Lists of small numbers, one list for each row. Rows behind the last that has any cost
/// nothing: nothing at all where no event has a tag.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    /// Where the list of each row ends, up to the last row that has one.
    ends: Vec<u32>,
    values: Vec<u32>,
}

impl Lists {
    fn push(&mut self, row: u32, values: impl IntoIterator<Item = u32>) {
        let start = self.values.len();
        for value in values {
            if !self.values[start..].contains(&value) {
                self.values.push(value);
            }
        }
        if self.values.len() > start {
            self.ends.resize(row as usize, start as u32);
            self.ends.push(self.values.len() as u32);
        }
    }

    pub(super) fn of(&self, row: u32) -> &[u32] {
        let row = row as usize;
        let Some(&end) = self.ends.get(row) else { return &[] };
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.values[start as usize..end as usize]
    }

    fn shrink(&mut self) {
        self.ends.shrink_to_fit();
        self.values.shrink_to_fit();
    }

    fn bytes(&self) -> usize {
        bytes_of(&self.ends) + bytes_of(&self.values)
    }
}

/// The events that have a date, in columns; rows are in the order of the events.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) ids: Vec<EventId>,
    pub(super) times: Arc<Times>,
    pub(super) traits: Vec<Traits>,
    pub(super) weights: Vec<f32>,
    pub(super) place_names: Vec<PlaceName>,
    pub(super) places: Lists,
    pub(super) participant_names: Vec<String>,
    pub(super) participants: Lists,
    pub(super) document_ids: Vec<DocumentId>,
    pub(super) documents: Lists,
    pub(super) tag_names: Vec<String>,
    pub(super) tags: Lists,
    pub(super) undated: Vec<EventId>,
    titles: Vec<Excerpt>,
    /// The rows in the order of their identities.
    by_id: Vec<u32>,
}

impl Table {
    pub(super) fn build<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let mut table = Self::default();
        let mut dated = Vec::new();
        for event in events {
            match drawn(event) {
                Some(_) => dated.push(event),
                None => table.undated.push(event.id),
            }
        }
        let ((), ((places, participants), (documents, tags))) = rayon::join(
            || table.push_all(&dated),
            || {
                let places = || named(&dated, |e| &e.places[..], |place| &place.name, place_name);
                let name = |participant: &Participant| participant.name.clone();
                let participants = || {
                    named(&dated, |e| &e.participants[..], |participant| &participant.name, name)
                };
                let documents =
                    || named(&dated, |e| &e.evidence[..], |e| e.document, |e| e.document);
                let tags = || named(&dated, |e| &e.tags[..], String::as_str, String::clone);
                let first = || rayon::join(places, participants);
                rayon::join(first, || rayon::join(documents, tags))
            },
        );
        (table.place_names, table.places) = places;
        (table.participant_names, table.participants) = participants;
        (table.document_ids, table.documents) = documents;
        (table.tag_names, table.tags) = tags;
        table
    }

    /// Everything of the events but their lists.
    fn push_all(&mut self, events: &[&Event]) {
        let mut times = Times::default();
        for (event, interval) in events.iter().filter_map(|event| Some((event, drawn(event)?))) {
            let others = event.derivation.alternatives.iter().map(|other| other.interval);
            times.push(interval, others);
        }
        times.shrink();
        self.times = Arc::new(times);
        self.ids = events.iter().map(|event| event.id).collect();
        self.traits = events.iter().map(|event| Traits::of(event)).collect();
        self.weights = events.iter().map(|event| importance(event)).collect();
        self.titles = events.iter().map(|event| event.title.clone()).collect();
        let mut by_id: Vec<u32> = (0..self.ids.len() as u32).collect();
        by_id.par_sort_unstable_by_key(|&row| self.ids[row as usize]);
        self.by_id = by_id;
    }

    /// How much memory the columns take but for the titles, in bytes.
    pub(super) fn bytes(&self) -> usize {
        let lists = [&self.places, &self.participants, &self.documents, &self.tags];
        bytes_of(&self.ids)
            + self.times.bytes()
            + bytes_of(&self.traits)
            + bytes_of(&self.weights)
            + bytes_of(&self.undated)
            + bytes_of(&self.titles)
            + bytes_of(&self.by_id)
            + lists.into_iter().map(Lists::bytes).sum::<usize>()
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn title(&self, row: u32) -> &str {
        &self.titles[row as usize]
    }

    pub(super) fn row(&self, id: EventId) -> Option<u32> {
        let place = self.by_id.binary_search_by_key(&id, |&row| self.ids[row as usize]).ok()?;
        Some(self.by_id[place])
    }
}

impl Traits {
    fn of(event: &Event) -> Self {
        Self {
            category: event.category,
            factuality: event.factuality,
            certainty: event.derivation.certainty,
            starred: event.is_starred(),
        }
    }
}

fn place_name(place: &Place) -> PlaceName {
    PlaceName {
        name: place.name.clone(),
        country: place.country.clone(),
        is_country: place.kind == PlaceKind::Country,
    }
}

/// For each event a list of numbers, and what they are the numbers of: what `name` makes of the
/// first that has a key, of all that `of` gives for the events.
fn named<'a, T: 'a, K: Eq + Hash, N>(
    events: &[&'a Event],
    of: impl Fn(&'a Event) -> &'a [T],
    key: impl Fn(&'a T) -> K,
    name: impl Fn(&'a T) -> N,
) -> (Vec<N>, Lists) {
    let (mut names, mut lists) = (Vec::new(), Lists::default());
    let mut numbers: FxHashMap<K, u32> = FxHashMap::default();
    for (row, event) in (0..).zip(events) {
        let number = |one| {
            *numbers.entry(key(one)).or_insert_with(|| {
                names.push(name(one));
                names.len() as u32 - 1
            })
        };
        lists.push(row, of(event).iter().map(number));
    }
    lists.shrink();
    (names, lists)
}

/// How much memory a column takes.
pub(super) const fn bytes_of<T>(column: &Vec<T>) -> usize {
    column.capacity() * size_of::<T>()
}
