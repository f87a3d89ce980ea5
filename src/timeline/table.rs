//! The event table: what drawing needs to know of the events, in columns.
//!
//! It is built once from the events and shared by every model of them: grouping or filtering
//! anew makes new lanes over the same table. Undated events are only counted.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::extents::drawn;
use super::importance::importance;
use super::times::Times;
use crate::document::DocumentId;
use crate::event::{Category, Certainty, Event, EventId, Factuality, PlaceKind};
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
        let mut names = Names::default();
        let mut times = Times::default();
        for event in events {
            match drawn(event) {
                Some(interval) => {
                    let others = event.derivation.alternatives.iter().map(|other| other.interval);
                    times.push(interval, others);
                    table.push(event, &mut names);
                }
                None => table.undated.push(event.id),
            }
        }
        let mut by_id: Vec<u32> = (0..table.ids.len() as u32).collect();
        by_id.par_sort_unstable_by_key(|&row| table.ids[row as usize]);
        table.by_id = by_id;
        table.shrink();
        times.shrink();
        table.times = Arc::new(times);
        table
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

    fn shrink(&mut self) {
        self.ids.shrink_to_fit();
        self.traits.shrink_to_fit();
        self.weights.shrink_to_fit();
        self.titles.shrink_to_fit();
        let lists = [&mut self.places, &mut self.participants, &mut self.documents, &mut self.tags];
        lists.into_iter().for_each(Lists::shrink);
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

    fn push<'a>(&mut self, event: &'a Event, names: &mut Names<'a>) {
        let row = self.ids.len() as u32;
        self.ids.push(event.id);
        self.traits.push(Traits {
            category: event.category,
            factuality: event.factuality,
            certainty: event.derivation.certainty,
            starred: event.is_starred(),
        });
        self.weights.push(importance(event));
        self.titles.push(event.title.clone());
        self.push_lists(row, event, names);
    }

    fn push_lists<'a>(&mut self, row: u32, event: &'a Event, names: &mut Names<'a>) {
        let Self { place_names, participant_names, document_ids, tag_names, .. } = self;
        self.places.push(
            row,
            event.places.iter().map(|place| {
                *names.places.entry(&place.name).or_insert_with(|| {
                    place_names.push(PlaceName {
                        name: place.name.clone(),
                        country: place.country.clone(),
                        is_country: place.kind == PlaceKind::Country,
                    });
                    place_names.len() as u32 - 1
                })
            }),
        );
        self.participants.push(
            row,
            event.participants.iter().map(|participant| {
                *names.participants.entry(&participant.name).or_insert_with(|| {
                    participant_names.push(participant.name.clone());
                    participant_names.len() as u32 - 1
                })
            }),
        );
        self.documents.push(
            row,
            event.evidence.iter().map(|evidence| {
                *names.documents.entry(evidence.document).or_insert_with(|| {
                    document_ids.push(evidence.document);
                    document_ids.len() as u32 - 1
                })
            }),
        );
        self.tags.push(
            row,
            event.tags.iter().map(|tag| {
                *names.tags.entry(tag).or_insert_with(|| {
                    tag_names.push(tag.clone());
                    tag_names.len() as u32 - 1
                })
            }),
        );
    }
}

/// The numbers of the names seen so far.
#[derive(Default)]
struct Names<'a> {
    places: FxHashMap<&'a str, u32>,
    participants: FxHashMap<&'a str, u32>,
    documents: FxHashMap<DocumentId, u32>,
    tags: FxHashMap<&'a str, u32>,
}

/// How much memory a column takes.
pub(super) const fn bytes_of<T>(column: &Vec<T>) -> usize {
    column.capacity() * size_of::<T>()
}
