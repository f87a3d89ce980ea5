//! What a viewer shows: a document's text, cut and marked.

use egui::Painter;

use super::marks::Marks;
use super::paragraphs::Paragraphs;
use super::type_setting::Set;
use crate::analysis::Analysed;
use crate::event::EventId;
use crate::text::Span;

/// The text to show, and what to make of it.
pub(super) struct Page<'a> {
    /// The document.
    pub(super) analysed: &'a Analysed,
    /// Its paragraphs.
    pub(super) paragraphs: &'a Paragraphs,
    /// Its marks.
    pub(super) marks: &'a Marks,
    /// What a search found in it, in text order.
    pub(super) found: &'a [Span],
    /// The words that the search stands at.
    pub(super) passage: Option<Span>,
    /// The selected event.
    pub(super) selected: Option<EventId>,
    /// The words of the selected event, if it has any here.
    pub(super) selected_words: Option<Span>,
    /// The event that the pointer is on, here or elsewhere.
    pub(super) hovered: Option<EventId>,
    /// How much brighter than usual the selected words are, from 1 to 0.
    pub(super) flash: f32,
}

impl Page<'_> {
    /// The whole text.
    pub(super) fn text(&self) -> &str {
        &self.analysed.document().text
    }

    /// How many paragraphs there are.
    pub(super) const fn len(&self) -> usize {
        self.paragraphs.len()
    }

    /// Sets one paragraph.
    pub(super) fn set(&self, painter: &Painter, index: usize, width: f32) -> Option<Set> {
        let paragraph = self.paragraphs.get(index)?;
        Some(Set::new(painter, self.text(), paragraph, width))
    }

    /// How high one paragraph is.
    pub(super) fn height(&self, painter: &Painter, index: usize, width: f32) -> f32 {
        self.set(painter, index, width).map_or(0.0, |set| set.height)
    }

    /// What a search found within a span.
    pub(super) fn found_in(&self, span: Span) -> impl Iterator<Item = Span> {
        let first = self.found.partition_point(|found| found.end <= span.start);
        self.found
            .get(first..)
            .unwrap_or_default()
            .iter()
            .copied()
            .take_while(move |found| found.start < span.end)
    }
}
