//! The events in order: what a list shows, and what the arrow keys walk along.

use super::columns::Columns;
use super::model::Model;
use crate::event::EventId;
use crate::time::Moment;

impl Model {
    /// The event at a place in the order of starts, over all lanes; each event once.
    #[must_use]
    pub fn event_at(&self, place: usize) -> Option<EventId> {
        (place < self.all.len()).then(|| self.id(self.all.row(place)))
    }

    /// The place of an event in that order.
    #[must_use]
    pub fn place_of(&self, event: EventId) -> Option<usize> {
        self.find(&self.all, event)
    }

    /// The event at a place in the order of starts in a lane.
    #[must_use]
    pub fn event_in_lane_at(&self, lane: usize, place: usize) -> Option<EventId> {
        let columns = &self.lanes.get(lane)?.columns;
        (place < columns.len()).then(|| self.id(columns.row(place)))
    }

    /// The place of an event in that order.
    #[must_use]
    pub fn place_in_lane(&self, lane: usize, event: EventId) -> Option<usize> {
        self.find(&self.lanes.get(lane)?.columns, event)
    }

    /// How many events of a lane have a moment in `[start, end)`.
    #[must_use]
    pub fn count_between(&self, lane: usize, start: Moment, end: Moment) -> usize {
        let lane = self.lanes.get(lane);
        lane.map_or(0, |lane| lane.columns.overlapping(start.seconds(), end.seconds()))
    }

    /// The event of the lane so many lanes farther down that starts nearest to an event of
    /// `lane`; lanes without another event are left out.
    #[must_use]
    pub fn event_across(
        &self,
        event: EventId,
        lane: usize,
        step: isize,
    ) -> Option<(EventId, usize)> {
        let start = self.start_of(event)?;
        let mut at = lane.checked_add_signed(step)?;
        while let Some(lane) = self.lanes.get(at) {
            if let Some(found) = self.nearest(&lane.columns, start, event) {
                return Some((found, at));
            }
            at = at.checked_add_signed(step)?;
        }
        None
    }

    /// The first lane that an event stands in.
    #[must_use]
    pub fn lane_of(&self, event: EventId) -> Option<usize> {
        (0..self.lanes.len()).find(|&lane| self.place_in_lane(lane, event).is_some())
    }

    /// The event that starts nearest to a time, but for one.
    fn nearest(&self, columns: &Columns, start: i64, but: EventId) -> Option<EventId> {
        let after = columns.first_from(start);
        let is_other = |&index: &usize| self.id(columns.row(index)) != but;
        let later = (after..columns.len()).find(is_other);
        let earlier = (0..after).rev().find(is_other);
        let distance = |&index: &usize| columns.start(index).abs_diff(start);
        let index = later.into_iter().chain(earlier).min_by_key(distance)?;
        Some(self.id(columns.row(index)))
    }

    fn start_of(&self, event: EventId) -> Option<i64> {
        self.table.row(event).map(|row| self.span(row).0)
    }

    fn find(&self, columns: &Columns, event: EventId) -> Option<usize> {
        let row = self.table.row(event)?;
        let start = self.span(row).0;
        (columns.first_from(start)..columns.len())
            .take_while(|&index| columns.start(index) == start)
            .find(|&index| columns.row(index) == row)
    }
}
