//! Events: from sentences and resolved times to what happened, where, and who took part.

use crate::document::{DateCandidate, Document};
use crate::event::Event;
use crate::language::Pack;
use crate::temporal::Timex;

/// The events of a document, in text order.
#[must_use]
pub fn extract(
    _document: &Document,
    _pack: &Pack,
    _timexes: &[Timex],
    _document_date: Option<&DateCandidate>,
) -> Vec<Event> {
    Vec::new()
}
