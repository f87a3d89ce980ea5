//! What is marked in a document's text: its time expressions and the words of its events.

use super::span_index::SpanIndex;
use crate::analysis::Analysed;
use crate::event::{Category, EventId};
use crate::project::Project;
use crate::text::Span;

/// The marks of one document.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Time expressions, by their number among the document's.
    pub(super) expressions: SpanIndex<usize>,
    /// The words that speak of events.
    pub(super) quotes: SpanIndex<Quote>,
}

/// Words that speak of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quote {
    /// The event.
    pub(super) event: EventId,
    /// Its category, for its colour.
    pub(super) category: Category,
    /// The sentence that the words are from.
    pub(super) sentence: Span,
}

impl Marks {
    /// The marks of a document: also those of events that were first found in another one.
    pub(super) fn of(project: &Project, analysed: &Analysed) -> Self {
        let document = analysed.document().id;
        let expressions = analysed.timexes().iter().enumerate();
        let quotes = project.events().flat_map(|event| {
            let here = event.evidence.iter().filter(move |evidence| evidence.document == document);
            here.map(|evidence| {
                let sentence = evidence.sentence;
                (evidence.quote, Quote { event: event.id, category: event.category, sentence })
            })
        });
        Self {
            expressions: SpanIndex::new(expressions.map(|(number, timex)| (timex.span, number))),
            quotes: SpanIndex::new(quotes),
        }
    }
}
