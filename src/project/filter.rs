//! Which events are shown.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::document::DocumentId;
use crate::event::{Category, Event, EventId, Factuality};
use crate::time::Moment;

use super::Project;

/// What the user wants to see. The default shows everything.
///
/// Categories, factualities, documents and places are ones to *hide*, so that what is opened
/// later is shown until someone hides it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Categories not to show.
    pub hidden_categories: BTreeSet<Category>,
    /// Factualities not to show.
    pub hidden_factualities: BTreeSet<Factuality>,
    /// Documents whose events are not to be shown.
    pub hidden_documents: BTreeSet<DocumentId>,
    /// If not empty: only events at one of these places, by name.
    pub places: BTreeSet<String>,
    /// If set: only these events, those that a search found.
    pub found: Option<BTreeSet<EventId>>,
    /// If set: only events with a moment from the first to the second, and those without a date.
    pub span: Option<(Moment, Moment)>,
}

/// How many events a filter lets through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Admission {
    /// Events that are shown on the timeline.
    pub shown: usize,
    /// Events that have no date and stand in the tray.
    pub undated: usize,
    /// Events that the filter keeps back.
    pub filtered: usize,
    /// Events that the user rejected.
    pub rejected: usize,
}

impl Admission {
    const fn with(self, other: Self) -> Self {
        Self {
            shown: self.shown + other.shown,
            undated: self.undated + other.undated,
            filtered: self.filtered + other.filtered,
            rejected: self.rejected + other.rejected,
        }
    }
}

impl Filter {
    /// Whether the filter lets an event through.
    #[must_use]
    pub fn admits(&self, event: &Event) -> bool {
        let place_admits = self.places.is_empty()
            || event.places.iter().any(|place| self.places.contains(&place.name));
        let document_admits = event.evidence.is_empty()
            || event.evidence.iter().any(|e| !self.hidden_documents.contains(&e.document));
        !self.hidden_categories.contains(&event.category)
            && !self.hidden_factualities.contains(&event.factuality)
            && place_admits
            && document_admits
            && self.span.is_none_or(|span| reaches(event, span))
            && self.found.as_ref().is_none_or(|found| found.contains(&event.id))
    }

    /// Counts what becomes of each event: shown, in the tray, or kept back.
    #[must_use]
    pub fn count(&self, project: &Project) -> Admission {
        let admits_all = self.is_empty();
        let count = |mut admission: Admission, event: &Event| {
            if project.is_rejected(event.id) {
                admission.rejected += 1;
            } else if !admits_all && !self.admits(event) {
                admission.filtered += 1;
            } else if event.when.interval().is_some() {
                admission.shown += 1;
            } else {
                admission.undated += 1;
            }
            admission
        };
        let events = project.documents().par_iter().flat_map(|analysed| analysed.events());
        events.fold(Admission::default, count).reduce(Admission::default, Admission::with)
    }

    /// Whether it shows everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether an event may have a moment in a stretch of time. What is only bounded ("before 1990")
/// counts where its bound is.
fn reaches(event: &Event, (start, end): (Moment, Moment)) -> bool {
    let Some(interval) = event.when.interval() else { return true };
    let goes_on = event.factuality == Factuality::Ongoing && !interval.earliest_start().is_open();
    let bound = interval.anchor();
    match interval.is_open() {
        true if goes_on => bound < end,
        true => start <= bound && bound < end,
        false => interval.earliest_start() < end && start < interval.latest_end(),
    }
}
