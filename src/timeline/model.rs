//! Events arranged in lanes: what a frame is laid out from.

use std::sync::Arc;

use rayon::prelude::*;

use super::columns::{Columns, Entry};
use super::grouping::{Grouping, LaneKey};
use super::lanes::{MOST_LANES, Place, assign};
use super::opening::opening;
use super::presence::Presence;
use super::table::Table;
use super::view::{Extent, View};
use crate::document::DocumentId;
use crate::event::{Category, EventId};
use crate::time::{Interval, Moment};

/// The extent is at least so many times as long as the shortest event, and as this.
const LEAST_SHARE: i64 = 7;
const SHORTEST_S: i64 = 60;

/// What the timeline shows of a document.
#[derive(Clone, Copy, Debug)]
pub struct DocumentInfo<'a> {
    /// Its identity.
    pub id: DocumentId,
    /// What to call it.
    pub title: &'a str,
    /// Its own date, if it has one.
    pub date: Option<Interval>,
}

/// A document, owned.
#[derive(Clone, Debug)]
pub(super) struct DocumentRow {
    pub(super) id: DocumentId,
    pub(super) title: String,
    pub(super) date: Option<Interval>,
}

/// One lane.
#[derive(Clone, Debug)]
pub struct Lane {
    pub(super) key: LaneKey,
    pub(super) name: String,
    pub(super) columns: Columns,
}

impl Lane {
    /// What it stands for.
    #[must_use]
    pub const fn key(&self) -> &LaneKey {
        &self.key
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many events stand in it.
    #[must_use]
    pub fn count(&self) -> usize {
        self.columns.len()
    }

    /// The category, where it stands for one.
    #[must_use]
    pub const fn category(&self) -> Option<Category> {
        match self.key {
            LaneKey::Category(category) => Some(category),
            _ => None,
        }
    }
}

/// Events in lanes, ready to be laid out. Building one costs a sort of all events; asking costs
/// what is on the screen.
#[derive(Clone, Debug)]
pub struct Model {
    pub(super) table: Arc<Table>,
    pub(super) documents: Arc<[DocumentRow]>,
    grouping: Grouping,
    /// Which rows the filter lets through; all of them if there is none.
    kept: Option<Arc<[bool]>>,
    pub(super) lanes: Vec<Lane>,
    /// The documents' own dates in order, each at the middle of what is known of it.
    pub(super) document_dates: Vec<(Moment, DocumentId)>,
    /// Every event once, whatever its lanes.
    pub(super) all: Columns,
    extent: Option<Extent>,
    reach: Option<Extent>,
    filtered: usize,
    presence: Presence,
}

impl Model {
    /// Arranges events in lanes. Events without a date are only counted.
    #[must_use]
    pub fn build<'e, 'd>(
        events: impl IntoIterator<Item = &'e crate::event::Event>,
        documents: impl IntoIterator<Item = DocumentInfo<'d>>,
        grouping: Grouping,
    ) -> Self {
        let documents = documents
            .into_iter()
            .map(|info| DocumentRow { id: info.id, title: info.title.to_owned(), date: info.date })
            .collect();
        Self::arrange(Arc::new(Table::build(events)), documents, grouping, None, MOST_LANES)
    }

    /// The same events in other lanes; the filter is lifted.
    #[must_use]
    pub fn regrouped(&self, grouping: Grouping) -> Self {
        let (table, documents) = (Arc::clone(&self.table), Arc::clone(&self.documents));
        Self::arrange(table, documents, grouping, None, MOST_LANES)
    }

    /// All events that the model was first built of, but only those that `admits` lets through
    /// stand in lanes; the others are counted as filtered out.
    #[must_use]
    pub fn filtered(&self, grouping: Grouping, admits: impl Fn(EventId) -> bool) -> Self {
        let kept: Arc<[bool]> = self.table.ids.iter().map(|&id| admits(id)).collect();
        let (table, documents) = (Arc::clone(&self.table), Arc::clone(&self.documents));
        Self::arrange(table, documents, grouping, Some(kept), MOST_LANES)
    }

    /// The same events, filtered and grouped alike, in so many lanes at most: what would stand
    /// in more shares the last one. Events that have nothing of the kind keep a lane of theirs.
    #[must_use]
    pub fn with_most_lanes(&self, most_lanes: usize) -> Self {
        let (table, documents) = (Arc::clone(&self.table), Arc::clone(&self.documents));
        let own = most_lanes.saturating_sub(2).max(1);
        Self::arrange(table, documents, self.grouping, self.kept.clone(), own)
    }

    /// What the lanes stand for.
    #[must_use]
    pub const fn grouping(&self) -> Grouping {
        self.grouping
    }

    /// The lanes, from the top.
    #[must_use]
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// From the start of the first event in a lane to the end of the last; `None` if there is
    /// no event.
    #[must_use]
    pub const fn extent(&self) -> Option<Extent> {
        self.extent
    }

    /// The same of all events, those that the filter keeps back too: setting a filter moves
    /// nothing.
    #[must_use]
    pub const fn reach(&self) -> Option<Extent> {
        self.reach
    }

    /// Where to open: everything, or, where a few far events would press the others together,
    /// the stretch that holds most of them. Reads through all events.
    #[must_use]
    pub fn opening(&self) -> Option<Extent> {
        self.extent.map(|extent| opening(&self.all, extent))
    }

    /// How many events are over before a view starts, and how many begin only after its end.
    #[must_use]
    pub fn beyond(&self, view: &View) -> (usize, usize) {
        let (start, end) = (view.start().seconds(), view.end().seconds());
        let begun = self.all.first_from(end);
        (begun - self.all.overlapping(start, end), self.all.len() - begun)
    }

    /// What occurs among the events in lanes: what a legend has to explain.
    #[must_use]
    pub const fn presence(&self) -> Presence {
        self.presence
    }

    /// How many events stand in lanes, each counted once.
    #[must_use]
    pub fn dated(&self) -> usize {
        self.all.len()
    }

    /// How many events have no date that could be drawn.
    #[must_use]
    pub fn undated(&self) -> usize {
        self.table.undated.len()
    }

    /// How many dated events the filter keeps back.
    #[must_use]
    pub const fn filtered_out(&self) -> usize {
        self.filtered
    }

    /// The title of an event that has a date.
    #[must_use]
    pub fn title(&self, id: EventId) -> Option<&str> {
        self.table.row(id).map(|row| self.table.title(row))
    }

    /// When an event is, if it has a date.
    #[must_use]
    pub fn interval(&self, id: EventId) -> Option<Interval> {
        self.table.row(id).map(|row| self.table.intervals[row as usize])
    }

    /// The events of a lane that have a moment in `[start, end)`, by their start: what a group
    /// or a stretch of density holds.
    #[must_use]
    pub fn events_between(&self, lane: usize, start: Moment, end: Moment) -> Vec<EventId> {
        let mut found = Vec::new();
        if let Some(lane) = self.lanes.get(lane) {
            lane.columns.visit_overlapping(start.seconds(), end.seconds(), &mut |index| {
                found.push(self.id(lane.columns.row(index)));
            });
        }
        found
    }

    /// The event that starts next after a given one, or next before it; the first or the last
    /// one for `None`.
    #[must_use]
    pub fn neighbour(&self, of: Option<EventId>, forwards: bool) -> Option<EventId> {
        let end = if forwards { 0 } else { self.all.len().checked_sub(1)? };
        let index = match of.and_then(|id| self.index_in_all(id)) {
            None => end,
            Some(index) if forwards => index + 1,
            Some(index) => index.checked_sub(1)?,
        };
        (index < self.all.len()).then(|| self.id(self.all.row(index)))
    }

    pub(super) fn id(&self, row: u32) -> EventId {
        self.table.ids[row as usize]
    }

    fn index_in_all(&self, id: EventId) -> Option<usize> {
        let row = self.table.row(id)?;
        let start = self.table.spans[row as usize].0;
        (self.all.first_from(start)..self.all.len())
            .take_while(|&index| self.all.start(index) == start)
            .find(|&index| self.all.row(index) == row)
    }

    fn arrange(
        table: Arc<Table>,
        documents: Arc<[DocumentRow]>,
        grouping: Grouping,
        kept: Option<Arc<[bool]>>,
        most_lanes: usize,
    ) -> Self {
        let keeps = |row: u32| kept.as_ref().is_none_or(|kept| kept[row as usize]);
        let rows: Vec<u32> = (0..table.len() as u32).filter(|&row| keeps(row)).collect();
        let lanes = assign(&table, &documents, grouping, &rows, most_lanes);
        let entry = |row: u32, counted| {
            let (start, end) = table.spans[row as usize];
            Entry { start, end, row, counted, weight: table.weights[row as usize] }
        };
        let lanes = lanes
            .into_par_iter()
            .map(|(key, name, places)| {
                let entries = places.iter().map(|&Place { row, first }| entry(row, first));
                Lane { key, name, columns: Columns::build(entries.collect()) }
            })
            .collect();
        let all = Columns::build(rows.iter().map(|&row| entry(row, true)).collect());
        let filtered = table.len() - rows.len();
        let reach = extent(&table, 0..table.len() as u32);
        let extent = if filtered == 0 { reach } else { extent(&table, rows.iter().copied()) };
        let document_dates = document_dates(&documents);
        let presence = Presence::of(&table, &rows);
        Self {
            table,
            documents,
            grouping,
            kept,
            lanes,
            document_dates,
            all,
            extent,
            reach,
            filtered,
            presence,
        }
    }
}

fn document_dates(documents: &[DocumentRow]) -> Vec<(Moment, DocumentId)> {
    let known = documents.iter().filter_map(|document| {
        let date = document.date.filter(|date| !date.is_open())?;
        let length = date.latest_end() - date.earliest_start();
        Some((date.earliest_start().plus_seconds(length / 2), document.id))
    });
    let mut dates: Vec<(Moment, DocumentId)> = known.collect();
    dates.sort_unstable();
    dates
}

/// From the first start to the last end; what runs for ever ends where it starts.
fn extent(table: &Table, rows: impl Iterator<Item = u32>) -> Option<Extent> {
    let closed = rows.map(|row| {
        let (start, end) = table.spans[row as usize];
        let open = Moment::from_seconds(end).is_open();
        (start, if open { start } else { end })
    });
    let mut shortest = i64::MAX;
    let closed = closed.inspect(|&(start, end)| shortest = shortest.min(end - start));
    let (start, end) = closed.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    // Where even the shortest event takes most of it, its surroundings are shown too: a day by
    // itself says nothing.
    let wanted = shortest.max(SHORTEST_S).saturating_mul(LEAST_SHARE);
    let missing = (wanted - (end - start)).max(0);
    let start = Moment::from_seconds(start - missing / 2);
    Some(Extent::new(start, Moment::from_seconds(end + missing / 2)))
}
