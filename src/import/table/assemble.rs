//! From batches of rows to documents with their events.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::record::{Batch, Part};
use super::report::Bad;
use super::{EventTable, date::DayMonth};
use crate::document::{Block, Diagnostic, Document, DocumentId, Severity};
use crate::event::{Event, EventId, When};
use crate::import::file_name;
use crate::text::Span;

/// If rows name more documents than this, they all belong to the table's own: a list of
/// thousands is no list.
const MOST_DOCUMENTS: usize = 200;

/// A document that a table speaks of, or the table itself.
#[derive(Debug)]
pub struct TableDocument {
    /// The document; its text has a row for each event.
    pub document: Document,
    /// Its events, in the order of the rows.
    pub events: Vec<Event>,
}

/// What was gathered for one document.
#[derive(Debug, Default)]
struct Gathered {
    name: String,
    text: String,
    blocks: Vec<Block>,
    events: Vec<Event>,
}

pub(super) fn assemble(
    source: &str,
    text: &str,
    batches: Vec<Batch>,
    warning: Option<String>,
) -> EventTable {
    let (mut bad, mut orders) = (Bad::default(), DayMonth::default());
    let mut parts = Vec::new();
    for batch in batches {
        bad.add(batch.bad);
        orders.add(batch.orders);
        parts.push(batch.parts);
    }
    if orders.is_month_first() {
        parts.par_iter_mut().flatten().for_each(change_over);
    } else if !orders.is_open() {
        parts.par_iter_mut().flatten().for_each(settle);
    }
    let documents = gathered(parts).into_par_iter().map(|one| finished(source, one)).collect();
    let mut diagnostics = bad.diagnostics(source, text);
    let warn =
        |message| Diagnostic { severity: Severity::Warning, source: source.to_owned(), message };
    diagnostics.extend(warning.map(warn));
    if orders.is_open() {
        diagnostics.push(warn(format!(
            "{} dates can be read with the day or with the month first, and nothing in the file says which: the day was taken, and the other reading kept",
            orders.either
        )));
    }
    EventTable { documents, diagnostics }
}

/// Takes the other reading of dates that can be read in two ways.
fn change_over(part: &mut Part) {
    for (index, other) in std::mem::take(&mut part.either) {
        let event = &mut part.events[index];
        event.when = When::Dated(other);
        event.derivation.result = Some(other);
        event.derivation.alternatives.clear();
    }
}

/// Drops the other reading where other dates of the table rule it out.
fn settle(part: &mut Part) {
    for (index, _) in std::mem::take(&mut part.either) {
        part.events[index].derivation.alternatives.clear();
    }
}

/// Brings the parts of each document together, in the order in which the rows name them.
fn gathered(batches: Vec<Vec<Part>>) -> Vec<Gathered> {
    let mut names: FxHashMap<String, usize> = FxHashMap::default();
    for part in batches.iter().flatten() {
        let next = names.len();
        names.entry(part.document.clone()).or_insert(next);
    }
    let is_one = names.len() > MOST_DOCUMENTS;
    let number = if is_one { 1 } else { names.len() };
    let mut documents: Vec<Gathered> = (0..number).map(|_| Gathered::default()).collect();
    let sizes = batches.iter().flatten().map(|part| part.text.len()).sum::<usize>();
    if let [only] = &mut documents[..] {
        only.text.reserve(sizes + batches.len());
    }
    for part in batches.into_iter().flatten() {
        let place = if is_one { 0 } else { names[&part.document] };
        documents[place].take(part, !is_one);
    }
    documents
}

impl Gathered {
    fn take(&mut self, part: Part, named: bool) {
        if named {
            self.name = part.document;
        }
        if self.text.is_empty() {
            (self.text, self.blocks, self.events) = (part.text, part.blocks, part.events);
            return;
        }
        self.text.push('\n');
        let by = self.text.len() as u32;
        let moved = |span: Span| Span { start: span.start + by, end: span.end + by };
        self.text.push_str(&part.text);
        self.blocks.extend(part.blocks.iter().map(|b| Block { span: moved(b.span), ..*b }));
        self.events.extend(part.events.into_iter().map(|mut event| {
            for evidence in &mut event.evidence {
                evidence.quote = moved(evidence.quote);
                evidence.sentence = moved(evidence.sentence);
                evidence.expression = evidence.expression.map(moved);
            }
            event
        }));
    }
}

fn finished(source: &str, gathered: Gathered) -> TableDocument {
    let Gathered { name, text, blocks, mut events } = gathered;
    let title = if name.is_empty() { file_name::title(source) } else { file_name::title(&name) };
    let source = if name.is_empty() { source.to_owned() } else { name };
    let id = DocumentId::of(&source, &text);
    events.par_iter_mut().enumerate().for_each(|(number, event)| {
        for evidence in &mut event.evidence {
            evidence.document = id;
            event.id = EventId::of(id, evidence.quote, number as u32);
        }
    });
    let document = Document {
        id,
        title,
        source,
        text: Arc::from(text),
        blocks,
        declared_language: None,
        date_candidates: Vec::new(),
        diagnostics: Vec::new(),
    };
    TableDocument { document, events }
}
