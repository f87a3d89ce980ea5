//! From batches of rows to documents with their events.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::date::DayMonth;
use super::record::{Batch, Part};
use super::report::Bad;
use crate::document::{Block, Diagnostic, Document, DocumentId, Severity};
use crate::event::{Derivation, Event, EventId, When};
use crate::import::file_name;
use crate::text::{Excerpt, Span};
use crate::time::Interval;

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

/// So many pieces for each core are read before the first of them are taken up: what they leave
/// behind is used again for the next, and a table takes little more memory than its events do.
const PIECES_AT_ONCE: usize = 4;

/// Rows with the same words for their dates share what is known of how they are dated, as long
/// as there are no more such than these: where every row has a second of its own there is
/// nothing to share.
const MOST_DERIVATIONS: usize = 1 << 17;

/// What the rows read so far come to.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    /// The documents by what the rows call them.
    names: FxHashMap<String, usize>,
    documents: Vec<Gathered>,
    /// Whether the rows have named so many documents that all belong to the table's own.
    is_one: bool,
    derivations: FxHashSet<ByWords>,
    bad: Bad,
    orders: DayMonth,
}

/// What was gathered for one document.
#[derive(Debug, Default)]
struct Gathered {
    name: String,
    text: String,
    blocks: Vec<Block>,
    events: Vec<Event>,
    /// Where the events' titles stand in the text, each counted like the event's other spans.
    titles: Vec<Span>,
    either: Vec<(usize, Interval)>,
    /// Where each part begins: its first event, and the byte of the text that the spans of its
    /// events are counted from.
    parts: Vec<(usize, u32)>,
}

/// A derivation that is looked for by its words alone: where they are the same, little else differs.
#[derive(Debug, PartialEq, Eq)]
struct ByWords(Arc<Derivation>);

impl Hash for ByWords {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.words.hash(state);
    }
}

/// What is to be done with dates that can be read in two ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Either {
    /// The first reading is right.
    Settle,
    /// The other reading is right.
    ChangeOver,
    /// Nobody knows.
    Keep,
}

impl Gathering {
    /// Reads pieces side by side, and takes up what they hold in their order. There are about
    /// so many of them.
    pub(super) fn read<P: Send>(
        &mut self,
        mut pieces: impl Iterator<Item = P> + Send,
        number: usize,
        read: impl Fn(P) -> Batch + Sync,
    ) {
        let at_once = PIECES_AT_ONCE * rayon::current_num_threads();
        let mut some: Vec<P> = pieces.by_ref().take(at_once).collect();
        let mut before: Vec<Batch> = Vec::new();
        while !some.is_empty() {
            let (batches, next) = rayon::join(
                || some.into_par_iter().map(&read).collect(),
                || {
                    self.take_all(std::mem::take(&mut before), number);
                    pieces.by_ref().take(at_once).collect()
                },
            );
            (before, some) = (batches, next);
        }
        self.take_all(before, number);
    }

    /// Takes up some of about so many batches.
    fn take_all(&mut self, batches: Vec<Batch>, of: usize) {
        let (some, are_first) = (batches.len(), self.documents.is_empty());
        for batch in batches {
            self.take(batch);
        }
        if are_first && some > 0 {
            // What grows bit by bit is copied again and again.
            self.documents.iter_mut().for_each(|document| document.reserve_for(of, some));
        }
    }

    fn take(&mut self, batch: Batch) {
        self.bad.add(batch.bad);
        self.orders.add(batch.orders);
        for mut part in batch.parts {
            for event in &mut part.events {
                self.share_derivation(event);
            }
            let place = self.place(&part.document);
            self.documents[place].append(part.into());
        }
    }

    fn share_derivation(&mut self, event: &mut Event) {
        let own = ByWords(Arc::clone(&event.derivation));
        if let Some(ByWords(known)) = self.derivations.get(&own) {
            event.derivation = Arc::clone(known);
        } else if self.derivations.len() < MOST_DERIVATIONS {
            self.derivations.insert(own);
        }
    }

    /// The place of the document that rows call so.
    fn place(&mut self, name: &str) -> usize {
        if self.is_one {
            return 0;
        }
        if let Some(&place) = self.names.get(name) {
            return place;
        }
        if self.documents.len() == MOST_DOCUMENTS {
            let mut one = Gathered::default();
            for document in self.documents.drain(..) {
                one.append(document);
            }
            self.documents.push(one);
            self.is_one = true;
            return 0;
        }
        let place = self.documents.len();
        self.names.insert(name.to_owned(), place);
        self.documents.push(Gathered { name: name.to_owned(), ..Gathered::default() });
        place
    }

    /// What to know of the rows.
    pub(super) fn diagnostics(&self, source: &str, warning: Option<String>) -> Vec<Diagnostic> {
        let mut diagnostics = self.bad.diagnostics(source);
        let warn = |message| Diagnostic {
            severity: Severity::Warning,
            source: source.to_owned(),
            message,
        };
        diagnostics.extend(warning.map(warn));
        if self.orders.is_open() {
            diagnostics.push(warn(format!(
                "{} dates can be read with the day or with the month first, and nothing in the file says which: the day was taken, and the other reading kept",
                self.orders.either
            )));
        }
        diagnostics
    }

    /// The documents that the rows make up.
    pub(super) fn documents(self, source: &str) -> Vec<TableDocument> {
        let Self { documents, orders, derivations, .. } = self;
        drop(derivations);
        let either = match () {
            () if orders.is_month_first() => Either::ChangeOver,
            () if orders.is_open() => Either::Keep,
            () => Either::Settle,
        };
        documents.into_par_iter().map(|one| one.finished(source, either)).collect()
    }
}

impl From<Part> for Gathered {
    fn from(part: Part) -> Self {
        let Part { text, blocks, events, titles, either, .. } = part;
        let (name, parts) = (String::new(), vec![(0, 0)]);
        Self { name, text, blocks, events, titles, either, parts }
    }
}

impl Gathered {
    /// Adds what another holds behind what is here. The spans of its events stay as they are
    /// until all is together.
    fn append(&mut self, mut other: Self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let by = self.text.len() as u32;
        let events = self.events.len();
        self.text.push_str(&other.text);
        self.blocks.extend(other.blocks.iter().map(|b| Block { span: moved(b.span, by), ..*b }));
        self.events.append(&mut other.events);
        self.titles.append(&mut other.titles);
        self.either.extend(other.either.into_iter().map(|(at, other)| (events + at, other)));
        self.parts.extend(other.parts.into_iter().map(|(at, base)| (events + at, by + base)));
    }

    /// Makes room for what is to come, if the rest of so many batches is like those that are here.
    fn reserve_for(&mut self, batches: usize, here: usize) {
        // A little more than that: the rest is not quite like it.
        let more = |held: usize| held * batches.saturating_sub(here) / here * 17 / 16;
        self.text.reserve_exact(more(self.text.len()));
        self.blocks.reserve_exact(more(self.blocks.len()));
        self.events.reserve_exact(more(self.events.len()));
        self.titles.reserve_exact(more(self.titles.len()));
    }

    fn finished(self, source: &str, either: Either) -> TableDocument {
        let Self { name, text, mut blocks, mut events, titles, either: open, parts } = self;
        for (index, other) in open {
            let event = &mut events[index];
            if either == Either::ChangeOver {
                event.when = When::Dated(other);
                Arc::make_mut(&mut event.derivation).result = Some(other);
            }
            if either != Either::Keep {
                Arc::make_mut(&mut event.derivation).alternatives.clear();
            }
        }
        let title =
            if name.is_empty() { file_name::title(source) } else { file_name::title(&name) };
        let source = if name.is_empty() { source.to_owned() } else { name };
        let text: Arc<str> = text.into();
        let id = DocumentId::of(&source, &text);
        events.shrink_to_fit();
        blocks.shrink_to_fit();
        events.par_iter_mut().zip(titles).enumerate().for_each(|(number, (event, title))| {
            let part = parts.partition_point(|&(first, _)| first <= number);
            let by = part.checked_sub(1).map_or(0, |part| parts[part].1);
            event.title = Excerpt::new(Arc::clone(&text), moved(title, by));
            for evidence in &mut event.evidence {
                evidence.document = id;
                evidence.quote = moved(evidence.quote, by);
                evidence.sentence = moved(evidence.sentence, by);
                evidence.expression = evidence.expression.map(|span| moved(span, by));
                event.id = EventId::of(id, evidence.quote, number as u32);
            }
        });
        let document = Document {
            id,
            title,
            source,
            text,
            blocks,
            declared_language: None,
            date_candidates: Vec::new(),
            diagnostics: Vec::new(),
        };
        TableDocument { document, events }
    }
}

fn moved(span: Span, by: u32) -> Span {
    Span { start: span.start + by, end: span.end + by }
}
