//! One document with everything that was found in it.

use std::sync::Arc;

use crate::document::{DateCandidate, DateOrigin, Diagnostic, Document, Severity};
use crate::event::Event;
use crate::extract::extract;
use crate::import::TableDocument;
use crate::language::{Pack, Packs, Stretch};
use crate::temporal::{Tagged, Timex, document_dates, tag_stretches};

/// A document, its date, its time expressions and its events.
///
/// What does not depend on the date is shared between two of the same document, so that
/// another date costs a resolution and no reading.
#[derive(Clone, Debug)]
pub struct Analysed {
    read: Arc<Read>,
    date: Option<DateCandidate>,
    timexes: Vec<Timex>,
    events: Arc<Vec<Event>>,
}

/// What is found in a document whatever its date.
#[derive(Debug)]
struct Read {
    document: Document,
    pack: Option<&'static Pack>,
    tagged: Tagged,
    date_candidates: Vec<DateCandidate>,
    diagnostics: Vec<Diagnostic>,
    /// The file that holds the table, if its events are rows of one.
    table: Option<String>,
}

impl Analysed {
    /// Analyses a document at the date that it states itself; at none if it states none.
    #[must_use]
    pub fn new(document: Document) -> Self {
        Self::at(document, None)
    }

    /// Analyses a document at this date; without one at the date that it states itself.
    #[must_use]
    pub fn at(document: Document, date: Option<&DateCandidate>) -> Self {
        let read = Read::new(document);
        let own = || read.date_candidates.iter().find(|date| date.origin.is_evidence());
        let date = date.or_else(own).cloned();
        Self::resolved(Arc::new(read), date)
    }

    /// A document whose events are the rows of a table, in the file `source`.
    #[must_use]
    pub fn from_table(source: &str, table: TableDocument) -> Self {
        let TableDocument { document, events } = table;
        let read = Read {
            date_candidates: document.date_candidates.clone(),
            document,
            pack: None,
            tagged: Tagged::default(),
            diagnostics: Vec::new(),
            table: Some(source.to_owned()),
        };
        let (read, events) = (Arc::new(read), Arc::new(events));
        Self { read, date: None, timexes: Vec::new(), events }
    }

    /// The same document at another date. Nothing is read or tagged again.
    #[must_use]
    pub fn with_date(&self, date: Option<DateCandidate>) -> Self {
        if self.table().is_some() {
            return Self { date, ..self.clone() };
        }
        Self::resolved(Arc::clone(&self.read), date)
    }

    fn resolved(read: Arc<Read>, date: Option<DateCandidate>) -> Self {
        let timexes = read.tagged.resolve(date.as_ref());
        let events = read
            .pack
            .map(|pack| extract(&read.document, pack, &timexes, date.as_ref()))
            .unwrap_or_default();
        Self { read, date, timexes, events: Arc::new(events) }
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.read.document
    }

    /// The date that its relative expressions are counted from.
    #[must_use]
    pub fn date(&self) -> Option<&DateCandidate> {
        self.date.as_ref()
    }

    /// Every date that the document itself gives a reason for, the best first, and the file's
    /// modification time as a suggestion.
    #[must_use]
    pub fn date_candidates(&self) -> &[DateCandidate] {
        &self.read.date_candidates
    }

    /// Whether its date was given by the user.
    #[must_use]
    pub fn has_user_date(&self) -> bool {
        self.date.as_ref().is_some_and(|date| date.origin == DateOrigin::User)
    }

    /// Its time expressions, in text order.
    #[must_use]
    pub fn timexes(&self) -> &[Timex] {
        &self.timexes
    }

    /// Its events, in text order.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The file of the table that its events are rows of; nothing for a document that was read.
    #[must_use]
    pub fn table(&self) -> Option<&str> {
        self.read.table.as_deref()
    }

    /// The language pack that it was read with, if its language has one; that of the greater part
    /// of a document in several languages.
    #[must_use]
    pub fn pack(&self) -> Option<&'static Pack> {
        self.read.pack
    }

    /// What the reader of this document should know about how it was read.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.read.document.diagnostics.iter().chain(&self.read.diagnostics)
    }
}

impl Read {
    fn new(document: Document) -> Self {
        let (text, blocks) = (&document.text, &document.blocks);
        let declared = document.declared_language.as_deref();
        let stretches = Packs::embedded().stretches(text, blocks, declared);
        let tagged = tag_stretches(text, blocks, &stretches);
        let pack = main_pack(&stretches);
        let date_candidates = match pack {
            Some(pack) => document_dates(&document, &tagged, pack),
            None => document.date_candidates.clone(),
        };
        let mut diagnostics = Vec::new();
        if pack.is_none() {
            diagnostics.push(Diagnostic {
                severity: Severity::Warning,
                source: document.source.clone(),
                message: "Its language is not one that this version reads, so no events were \
                          looked for in it. The README lists the languages."
                    .to_owned(),
            });
        }
        Self { document, pack, tagged, date_candidates, diagnostics, table: None }
    }
}

/// The pack that reads the most of a text.
fn main_pack(stretches: &[Stretch<'static>]) -> Option<&'static Pack> {
    let mut read: Vec<(&Pack, usize)> = Vec::new();
    for stretch in stretches {
        match read.iter_mut().find(|(pack, _)| std::ptr::eq(*pack, stretch.pack)) {
            Some((_, bytes)) => *bytes += stretch.span.len(),
            None => read.push((stretch.pack, stretch.span.len())),
        }
    }
    read.into_iter().max_by_key(|(_, bytes)| *bytes).map(|(pack, _)| pack)
}
