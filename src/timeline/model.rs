//! Events arranged in lanes: what a frame is laid out from.

use std::sync::Arc;

use rayon::prelude::*;

use super::arrangement::Arrangement;
use super::columns::{Columns, Entry};
use super::grouping::{Grouping, LaneKey};
use super::lanes::{Draft, MOST_LANES, Place, assign};
use super::on_axis::OnAxis;
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
    pub(super) columns: Arc<Columns>,
    /// Its place in the order of the grouping.
    rank: usize,
    pub(super) collapsed: bool,
    pub(super) pinned: bool,
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

    /// Whether it shows no more than how much is in it.
    #[must_use]
    pub const fn is_collapsed(&self) -> bool {
        self.collapsed
    }

    /// Whether it stays at the top while the others are scrolled.
    #[must_use]
    pub const fn is_pinned(&self) -> bool {
        self.pinned
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

/// What a model is made of, whatever its lanes and its filter.
struct Stock {
    table: Arc<Table>,
    documents: Arc<[DocumentRow]>,
    axis: Arc<OnAxis>,
}

/// Events in lanes, ready to be laid out. Building one costs a sort of all events; asking costs
/// what is on the screen.
#[derive(Clone, Debug)]
pub struct Model {
    pub(super) table: Arc<Table>,
    pub(super) documents: Arc<[DocumentRow]>,
    pub(super) axis: Arc<OnAxis>,
    arrangement: Arrangement,
    /// Which rows the filter lets through; all of them if there is none.
    kept: Option<Arc<[bool]>>,
    pub(super) lanes: Vec<Lane>,
    /// The places of the documents' own dates in order, each at the middle of what is known of it.
    pub(super) document_dates: Vec<(Moment, DocumentId)>,
    /// Every event once, whatever its lanes.
    pub(super) all: Arc<Columns>,
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
        let table = Arc::new(Table::build(events));
        let axis = Arc::new(OnAxis::plain(Arc::clone(&table.times)));
        let stock = Stock { table, documents, axis };
        Self::arrange(stock, grouping.into(), None, MOST_LANES, None, None)
    }

    /// The same events in other lanes; the filter is lifted.
    #[must_use]
    pub fn regrouped(&self, grouping: Grouping) -> Self {
        self.arranged(&grouping.into(), None)
    }

    /// All events that the model was first built of, but only those that `admits` lets through
    /// stand in lanes; the others are counted as filtered out.
    #[must_use]
    pub fn filtered(&self, grouping: Grouping, admits: impl Fn(EventId) -> bool) -> Self {
        let kept: Arc<[bool]> = self.table.ids.iter().map(|&id| admits(id)).collect();
        self.arranged(&grouping.into(), Some(kept))
    }

    /// All events that the model was first built of, in lanes that stand as they should. With
    /// `admitted` only those stand in lanes that it lets through: it says so of each of them, in
    /// the order in which the model was given them, undated ones included.
    #[must_use]
    pub fn shown(
        &self,
        arrangement: &Arrangement,
        admitted: Option<impl IntoIterator<Item = (EventId, bool)>>,
    ) -> Self {
        let kept = admitted.map(|admitted| {
            let mut rows = self.table.ids.iter().peekable();
            let dated = admitted
                .into_iter()
                .filter_map(|(id, admits)| rows.next_if(|&&row| row == id).map(|_| admits));
            dated.collect::<Arc<[bool]>>()
        });
        self.arranged(arrangement, kept)
    }

    /// The same events, filtered alike, in lanes that stand in another way.
    #[must_use]
    pub fn rearranged(&self, arrangement: &Arrangement) -> Self {
        let stands = &self.arrangement;
        if (stands.grouping, &stands.hidden) == (arrangement.grouping, &arrangement.hidden) {
            let mut model = self.clone();
            model.arrangement = arrangement.clone();
            put_in_order(&mut model.lanes, arrangement);
            return model;
        }
        self.arranged(arrangement, self.kept.clone())
    }

    /// The same events, filtered and grouped alike, in so many lanes at most: what would stand
    /// in more shares the last one. Events that have nothing of the kind keep a lane of theirs.
    #[must_use]
    pub fn with_most_lanes(&self, most_lanes: usize) -> Self {
        let own = most_lanes.saturating_sub(2).max(1);
        let arrangement = self.arrangement.clone();
        Self::arrange(self.stock(), arrangement, self.kept.clone(), own, self.reach, None)
    }

    /// What the lanes stand for.
    #[must_use]
    pub const fn grouping(&self) -> Grouping {
        self.arrangement.grouping
    }

    /// How the lanes stand.
    #[must_use]
    pub const fn arrangement(&self) -> &Arrangement {
        &self.arrangement
    }

    /// How much memory the events take here besides their titles, in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let lanes: usize = self.lanes.iter().map(|lane| lane.columns.bytes()).sum();
        let warped = if self.axis.warp.is_plain() { 0 } else { self.axis.times.bytes() };
        self.table.bytes() + self.all.bytes() + lanes + warped
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
        self.table.row(id).map(|row| *self.table.times.interval(row))
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

    /// From where to where the events of [`events_between`](Self::events_between) go, as far as
    /// that is within `[start, end)`.
    #[must_use]
    pub fn extent_between(
        &self,
        lane: usize,
        start: Moment,
        end: Moment,
    ) -> Option<(Moment, Moment)> {
        let columns = &self.lanes.get(lane)?.columns;
        let (mut first, mut last) = (i64::MAX, i64::MIN);
        columns.visit_overlapping(start.seconds(), end.seconds(), &mut |index| {
            first = first.min(columns.start(index));
            last = last.max(columns.end(index));
        });
        let within = |time: i64| Moment::from_seconds(time.clamp(start.seconds(), end.seconds()));
        (first <= last).then(|| (within(first), within(last)))
    }

    /// The event that starts next after a given one, or next before it; the first or the last
    /// one for `None`.
    #[must_use]
    pub fn neighbour(&self, of: Option<EventId>, forwards: bool) -> Option<EventId> {
        let end = if forwards { 0 } else { self.all.len().checked_sub(1)? };
        let index = match of.and_then(|id| self.place_of(id)) {
            None => end,
            Some(index) if forwards => index + 1,
            Some(index) => index.checked_sub(1)?,
        };
        (index < self.all.len()).then(|| self.id(self.all.row(index)))
    }

    pub(super) fn id(&self, row: u32) -> EventId {
        self.table.ids[row as usize]
    }

    /// From where to where a row is drawn on the axis.
    pub(super) fn span(&self, row: u32) -> (i64, i64) {
        self.axis.times.span(row, self.table.traits[row as usize].factuality)
    }

    /// All events on another axis, in lanes that stand alike.
    pub(super) fn placed(&self, axis: OnAxis) -> Self {
        let stock = Stock { axis: Arc::new(axis), ..self.stock() };
        Self::arrange(stock, self.arrangement.clone(), None, MOST_LANES, None, None)
    }

    fn stock(&self) -> Stock {
        let (table, documents) = (Arc::clone(&self.table), Arc::clone(&self.documents));
        Stock { table, documents, axis: Arc::clone(&self.axis) }
    }

    fn arranged(&self, arrangement: &Arrangement, kept: Option<Arc<[bool]>>) -> Self {
        // What does not depend on the lanes holds as long as the same events stand in them.
        let same = kept.is_none() && self.filtered == 0 && arrangement.hidden.is_empty();
        let whole = same.then(|| (Arc::clone(&self.all), self.extent, self.presence));
        Self::arrange(self.stock(), arrangement.clone(), kept, MOST_LANES, self.reach, whole)
    }

    fn arrange(
        stock: Stock,
        arrangement: Arrangement,
        kept: Option<Arc<[bool]>>,
        most_lanes: usize,
        reach: Option<Extent>,
        whole: Option<(Arc<Columns>, Option<Extent>, Presence)>,
    ) -> Self {
        let Stock { table, documents, axis } = stock;
        let span = |row: u32| axis.times.span(row, table.traits[row as usize].factuality);
        let keeps = |row: u32| kept.as_ref().is_none_or(|kept| kept[row as usize]);
        let mut rows: Vec<u32> = (0..table.len() as u32).filter(|&row| keeps(row)).collect();
        let drafts = assign(&table, &documents, &arrangement, &rows, most_lanes);
        if !arrangement.hidden.is_empty() {
            rows = standing(&drafts, table.len());
        }
        let entry = |row: u32, counted| {
            let (start, end) = span(row);
            Entry { start, end, row, counted, weight: table.weights[row as usize] }
        };
        let lane = |(rank, (key, name, places)): (usize, Draft)| {
            let entries = places.iter().map(|&Place { row, first }| entry(row, first));
            let columns = Arc::new(Columns::build(entries.collect()));
            Lane { key, name, columns, rank, collapsed: false, pinned: false }
        };
        let (mut lanes, (all, extent, presence)) = rayon::join(
            || drafts.into_par_iter().enumerate().map(lane).collect::<Vec<_>>(),
            || {
                whole.unwrap_or_else(|| {
                    let entries = rows.iter().map(|&row| entry(row, true)).collect();
                    let all = Arc::new(Columns::build(entries));
                    (all, extent(rows.iter().copied().map(span)), Presence::of(&table, &rows))
                })
            },
        );
        put_in_order(&mut lanes, &arrangement);
        let filtered = table.len() - rows.len();
        let everything = || self::extent((0..table.len() as u32).map(span));
        let reach = if filtered == 0 { extent } else { reach.or_else(everything) };
        let document_dates = document_dates(&documents, &axis);
        Self {
            table,
            documents,
            axis,
            arrangement,
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

/// The rows that stand in any lane, in order.
fn standing(drafts: &[Draft], rows: usize) -> Vec<u32> {
    let mut stands = vec![false; rows];
    for place in drafts.iter().flat_map(|(_, _, places)| places) {
        stands[place.row as usize] = true;
    }
    (0..rows as u32).filter(|&row| stands[row as usize]).collect()
}

/// Puts lanes where they are to stand. Those that nobody has moved keep the order of their
/// grouping, in which they are when they are made.
fn put_in_order(lanes: &mut [Lane], arrangement: &Arrangement) {
    lanes.sort_by_key(|lane| (arrangement.place(&lane.key), lane.rank));
    for lane in lanes {
        lane.collapsed = arrangement.collapsed.contains(&lane.key);
        lane.pinned = arrangement.pinned.contains(&lane.key);
    }
}

/// The documents' own dates on the axis.
fn document_dates(documents: &[DocumentRow], axis: &OnAxis) -> Vec<(Moment, DocumentId)> {
    let known = documents.iter().filter_map(|document| {
        let date = document.date.filter(|date| !date.is_open())?;
        let date = axis.warp.interval(date);
        let length = date.latest_end() - date.earliest_start();
        Some((date.earliest_start().plus_seconds(length / 2), document.id))
    });
    let mut dates: Vec<(Moment, DocumentId)> = known.collect();
    dates.sort_unstable();
    dates
}

/// From the first start to the last end; what runs for ever ends where it starts.
fn extent(spans: impl Iterator<Item = (i64, i64)>) -> Option<Extent> {
    let closed = spans.map(|(start, end)| {
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
