//! One document with everything that was found in it.

use std::sync::{Arc, OnceLock};

use crate::document::{DateCandidate, DateOrigin, Diagnostic, Document, Message, Severity};
use crate::event::Event;
use crate::extract::{Text, extract, extract_each};
use crate::import::TableDocument;
use crate::language::{Pack, Packs, Stretch};
use crate::temporal::{Tagged, Timex, document_dates, messages, tag_stretches};

/// A document, its date, its time expressions and its events.
///
/// What does not depend on the date is shared between two of the same document, so that
/// another date costs a resolution and no reading.
#[derive(Clone, Debug)]
pub struct Analysed {
    read: Arc<Read>,
    date: Option<DateCandidate>,
    /// Its time expressions, once they were asked for: few of many documents are looked at that
    /// closely, resolving again takes no time, and they would fill a third of the memory.
    timexes: OnceLock<Vec<Timex>>,
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
        let date = read.date(date);
        Self::resolved(Arc::new(read), date)
    }

    /// Analyses several documents, each as [`at`](Self::at) does: a stage is made for all of them
    /// before the next one is, as [`extract_each`] makes its steps.
    pub(super) fn each(documents: Vec<Document>, date: Option<&DateCandidate>) -> Vec<Self> {
        let read: Vec<Read> = Read::each(documents);
        let dates: Vec<_> = read.iter().map(|read| read.date(date)).collect();
        let timexes: Vec<Vec<Timex>> = read
            .iter()
            .zip(&dates)
            .map(|(read, date)| read.tagged.resolve(date.as_ref()))
            .collect();
        let known = || read.iter().zip(&timexes).zip(&dates);
        let texts: Vec<Text<'_>> = known()
            .filter_map(|((read, timexes), date)| read.text(timexes, date.as_ref()))
            .collect();
        let mut events = extract_each(&texts).into_iter();
        let found: Vec<Vec<Event>> = read
            .iter()
            .map(|read| read.pack.and_then(|_| events.next()).unwrap_or_default())
            .collect();
        read.into_iter()
            .zip(dates)
            .zip(found)
            .map(|((read, date), events)| Self::new_with(Arc::new(read), date, events))
            .collect()
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
        Self { read, date: None, timexes: OnceLock::new(), events }
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
        let events = read.text(&timexes, date.as_ref()).map(extract).unwrap_or_default();
        Self::new_with(read, date, events)
    }

    fn new_with(read: Arc<Read>, date: Option<DateCandidate>, events: Vec<Event>) -> Self {
        Self { read, date, timexes: OnceLock::new(), events: Arc::new(events) }
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
        self.timexes.get_or_init(|| self.read.tagged.resolve(self.date.as_ref()))
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
        let stretches = stretches(&document);
        let tagged = tag_stretches(&document.text, &document.blocks, &stretches);
        Self::of(document, tagged, &stretches)
    }

    fn each(documents: Vec<Document>) -> Vec<Self> {
        let languages: Vec<Vec<Stretch<'static>>> = documents.iter().map(stretches).collect();
        let tagged: Vec<Tagged> = documents
            .iter()
            .zip(&languages)
            .map(|(document, languages)| tag_stretches(&document.text, &document.blocks, languages))
            .collect();
        documents
            .into_iter()
            .zip(tagged)
            .zip(&languages)
            .map(|((document, tagged), languages)| Self::of(document, tagged, languages))
            .collect()
    }

    fn of(document: Document, tagged: Tagged, stretches: &[Stretch<'static>]) -> Self {
        let (own, messages) = messages(&document, &tagged);
        let tagged = tagged.with_messages(messages);
        let pack = main_pack(stretches);
        let mut date_candidates = match pack {
            Some(pack) => document_dates(&document, &tagged, pack),
            None => document.date_candidates.clone(),
        };
        // The date of a message that the document only answers is not its own.
        date_candidates.retain(|candidate| {
            let place = candidate.span.map(|span| span.start);
            place.is_none_or(|place| Message::at(tagged.messages(), place).is_none())
        });
        date_candidates.extend(own);
        date_candidates.sort_by_key(|candidate| candidate.origin);
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

    /// This date, or else the one that it states itself.
    fn date(&self, given: Option<&DateCandidate>) -> Option<DateCandidate> {
        let own = || self.date_candidates.iter().find(|date| date.origin.is_evidence());
        given.or_else(own).cloned()
    }

    /// What its events are read from, if its language has a pack.
    fn text<'a>(
        &'a self,
        timexes: &'a [Timex],
        date: Option<&'a DateCandidate>,
    ) -> Option<Text<'a>> {
        let messages = self.tagged.messages();
        let (document, dates) = (&self.document, &*self.date_candidates);
        Some(Text { document, pack: self.pack?, timexes, date, dates, messages })
    }
}

/// The stretches of a document in one language each.
fn stretches(document: &Document) -> Vec<Stretch<'static>> {
    let declared = document.declared_language.as_deref();
    Packs::embedded().stretches(&document.text, &document.blocks, declared)
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
