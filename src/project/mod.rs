//! What the user works on: documents with their events, the user's edits, filter and search.
//!
//! Edits are kept apart from what was extracted, so that reading a document again never loses
//! them. A project is cheap to clone: documents are shared, which is what [`History`] builds on.

mod edits;
mod filter;
mod history;
mod search;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

pub use edits::Edits;
pub use filter::{Admission, Filter};
pub use history::History;
pub use search::{Matches, search};

use crate::analysis::{Analysed, across};
use crate::document::{DateCandidate, DocumentId};
use crate::event::{Event, EventId};
use crate::extract::Across;

/// The next revision; that of an empty project is 0.
static REVISIONS: AtomicU64 = AtomicU64::new(1);

/// Documents, their events and what the user made of them.
#[derive(Clone, Debug, Default)]
pub struct Project {
    documents: Vec<Arc<Analysed>>,
    edits: Edits,
    revision: u64,
    /// Where each event stands, in the order of their identities; worked out when first asked
    /// for, once for all clones.
    index: Arc<OnceLock<Vec<(EventId, Place)>>>,
    /// What several documents tell, worked out when first asked for.
    across: Arc<OnceLock<Across>>,
    /// The events that the user gave tags, worked out when first asked for.
    edited: Arc<OnceLock<FxHashMap<EventId, Event>>>,
}

/// Where an event stands: its document's place in the project and its own in the document.
#[derive(Clone, Copy, Debug)]
struct Place {
    document: u32,
    event: u32,
}

impl Project {
    /// Adds documents behind those already there; one that is already there is replaced in its
    /// place, so that opening a folder twice shows nothing twice. The user's edits of a
    /// document apply to it again.
    pub fn add(&mut self, documents: impl IntoIterator<Item = Analysed>) {
        for analysed in documents {
            let id = analysed.document().id;
            let analysed = match self.edits.document_date(id) {
                Some(date) => analysed.with_date(date.clone()),
                None => analysed,
            };
            let analysed = Arc::new(analysed);
            match self.position(id) {
                Some(place) => self.documents[place] = analysed,
                None => self.documents.push(analysed),
            }
        }
        self.touch();
    }

    /// Takes a document out. The edits made to it stay, for when it is opened again.
    pub fn remove(&mut self, id: DocumentId) {
        self.documents.retain(|analysed| analysed.document().id != id);
        self.touch();
    }

    /// Gives a document the user's date, or says that it has none; its dependent events move
    /// at once. Nothing happens if there is no such document.
    pub fn set_document_date(&mut self, id: DocumentId, date: Option<DateCandidate>) {
        if let Some(place) = self.position(id) {
            self.documents[place] = Arc::new(self.documents[place].with_date(date.clone()));
            self.edits.set_document_date(id, date);
            self.touch();
        }
    }

    /// Takes the user's date of a document back: it has the one again that it states itself.
    pub fn reset_document_date(&mut self, id: DocumentId) {
        if let Some(place) = self.position(id) {
            let analysed = &self.documents[place];
            let own = analysed.date_candidates().iter().find(|date| date.origin.is_evidence());
            self.documents[place] = Arc::new(analysed.with_date(own.cloned()));
            self.edits.reset_document_date(id);
            self.touch();
        }
    }

    /// Gives an event other tags than it has.
    pub fn set_tags(&mut self, id: EventId, tags: Vec<String>) {
        let id = self.canonical(id);
        self.edits.set_tags(id, tags);
        self.edited = Arc::default();
        self.revision = REVISIONS.fetch_add(1, Ordering::Relaxed);
    }

    /// Says that an event is none, or that it is one after all: a rejected one is left out
    /// wherever events are shown or written, but for the list of those that were rejected.
    pub fn set_rejected(&mut self, id: EventId, rejected: bool) {
        let id = self.canonical(id);
        self.edits.set_rejected(id, rejected);
        self.revision = REVISIONS.fetch_add(1, Ordering::Relaxed);
    }

    /// Takes up edits of an earlier run, where there are none since.
    pub fn take_up(&mut self, earlier: Edits) {
        self.edits.add_missing(earlier);
        for analysed in &mut self.documents {
            let date = self.edits.document_date(analysed.document().id);
            if let Some(date) = date.filter(|date| date.as_ref() != analysed.date()) {
                *analysed = Arc::new(analysed.with_date(date.clone()));
            }
        }
        self.touch();
    }

    /// The documents, in the order in which they were opened.
    #[must_use]
    pub fn documents(&self) -> &[Arc<Analysed>] {
        &self.documents
    }

    /// One document.
    #[must_use]
    pub fn document(&self, id: DocumentId) -> Option<&Arc<Analysed>> {
        self.position(id).map(|place| &self.documents[place])
    }

    /// Every event once that was not rejected, document by document, dated or not; one that
    /// several documents tell has the evidence of them all, and stands where the first tells it.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        let across = self.across();
        let edited = Some(self.edited()).filter(|edited| !edited.is_empty());
        let all = self.documents.iter().flat_map(|analysed| analysed.events());
        let all = all.filter(|event| !self.is_rejected(event.id));
        all.filter(|event| !across.absorbed.contains_key(&event.id)).map(move |event| {
            let edited = edited.and_then(|edited| edited.get(&event.id));
            edited.or_else(|| across.kept.get(&event.id)).unwrap_or(event)
        })
    }

    /// The events that the user rejected, of the documents that are open.
    pub fn rejected(&self) -> impl Iterator<Item = &Event> {
        self.edits.rejected().iter().filter_map(|&id| self.event(id))
    }

    /// Whether the user rejected an event.
    #[must_use]
    pub fn is_rejected(&self, id: EventId) -> bool {
        self.edits.rejected().contains(&id)
    }

    /// How many events there are, dated or not; one that several documents tell counts for each.
    #[must_use]
    pub fn event_count(&self) -> usize {
        self.documents.iter().map(|analysed| analysed.events().len()).sum()
    }

    /// One event; the one that it is a mention of, if it is one.
    #[must_use]
    pub fn event(&self, id: EventId) -> Option<&Event> {
        let id = self.canonical(id);
        self.edited().get(&id).or_else(|| self.extracted(id))
    }

    /// An event of one document as the user has it.
    fn as_edited<'a>(&'a self, event: &'a Event) -> &'a Event {
        let edited = self.edited();
        if edited.is_empty() { event } else { edited.get(&event.id).unwrap_or(event) }
    }

    /// An event without the user's edits.
    fn extracted(&self, id: EventId) -> Option<&Event> {
        if let Some(kept) = self.across().kept.get(&id) {
            return Some(kept);
        }
        let index = self.index();
        let place = index[index.binary_search_by_key(&id, |&(id, _)| id).ok()?].1;
        self.documents.get(place.document as usize)?.events().get(place.event as usize)
    }

    /// The document that an event is from.
    #[must_use]
    pub fn document_of(&self, event: &Event) -> Option<&Arc<Analysed>> {
        event.evidence.first().and_then(|evidence| self.document(evidence.document))
    }

    /// Works out now what is otherwise worked out when first asked for, for all clones: with
    /// very many events that takes longer than a frame may.
    pub fn prepare(&self) {
        self.across();
        self.index();
        self.edited();
    }

    /// A number that changes whenever anything in the project does, and that no two projects
    /// share: what was computed from it holds as long as the number does.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// The user's edits.
    #[must_use]
    pub const fn edits(&self) -> &Edits {
        &self.edits
    }

    /// Notes that something has changed.
    fn touch(&mut self) {
        // A project that is changed after undo is another one than that which was undone.
        self.revision = REVISIONS.fetch_add(1, Ordering::Relaxed);
        self.index = Arc::default();
        self.across = Arc::default();
        self.edited = Arc::default();
    }

    /// What several documents tell, with the user's edits: what is written where events leave.
    #[must_use]
    pub fn told(&self) -> Across {
        let mut told = self.across().clone();
        // They are left out as mentions are that another event has taken up.
        told.absorbed.extend(self.edits.rejected().iter().map(|&id| (id, id)));
        told.kept.extend(self.edited().iter().map(|(&id, event)| (id, event.clone())));
        told
    }

    /// The event that an event is a mention of; itself, if it is none.
    fn canonical(&self, id: EventId) -> EventId {
        self.across().absorbed.get(&id).copied().unwrap_or(id)
    }

    fn across(&self) -> &Across {
        self.across.get_or_init(|| across(self.documents.iter().map(Arc::as_ref)))
    }

    fn edited(&self) -> &FxHashMap<EventId, Event> {
        self.edited.get_or_init(|| {
            let edited = self.edits.tags().filter_map(|(id, tags)| {
                let event = self.extracted(self.canonical(id))?;
                Some((event.id, Event { tags: tags.to_vec().into(), ..event.clone() }))
            });
            edited.collect()
        })
    }

    fn index(&self) -> &[(EventId, Place)] {
        self.index.get_or_init(|| {
            let mut index = Vec::with_capacity(self.event_count());
            for (document, analysed) in self.documents.iter().enumerate() {
                index.extend(analysed.events().iter().enumerate().map(|(event, found)| {
                    (found.id, Place { document: document as u32, event: event as u32 })
                }));
            }
            index.par_sort_unstable_by_key(|&(id, _)| id);
            index
        })
    }

    fn position(&self, id: DocumentId) -> Option<usize> {
        self.documents.iter().position(|analysed| analysed.document().id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{DateOrigin, Document};
    use crate::time::Interval;

    fn document(text: &str) -> Analysed {
        Analysed::new(Document {
            id: DocumentId::of("test", text),
            title: text.to_owned(),
            source: "test".to_owned(),
            text: text.into(),
            blocks: Vec::new(),
            declared_language: None,
            date_candidates: Vec::new(),
            diagnostics: Vec::new(),
        })
    }

    fn user_date(iso: &str) -> DateCandidate {
        DateCandidate {
            interval: Interval::from_iso(iso).expect("a date"),
            origin: DateOrigin::User,
            words: iso.to_owned(),
            span: None,
        }
    }

    #[test]
    fn the_same_document_is_there_once_and_keeps_its_edits() {
        let mut project = Project::default();
        project.add([document("one"), document("two")]);
        let id = project.documents()[0].document().id;
        project.set_document_date(id, Some(user_date("2023-11-29")));
        project.add([document("one")]);
        assert_eq!(project.documents().len(), 2);
        assert_eq!(project.documents()[0].date(), Some(&user_date("2023-11-29")));
    }

    #[test]
    fn taking_the_users_date_back_restores_the_documents_own() {
        let mut project = Project::default();
        project.add([document("one")]);
        let id = project.documents()[0].document().id;
        project.set_document_date(id, Some(user_date("2023-11-29")));
        project.reset_document_date(id);
        assert_eq!(project.documents()[0].date(), None);
        assert!(project.edits().document_date(id).is_none());
    }

    #[test]
    fn every_change_gives_a_new_revision() {
        let mut project = Project::default();
        project.add([document("one")]);
        let before = project.revision();
        let id = project.documents()[0].document().id;
        project.set_document_date(id, None);
        assert_ne!(project.revision(), before);
    }

    #[test]
    fn tags_stay_with_their_event_when_its_document_is_read_again() {
        let mut project = Project::default();
        let read = || document("On 3 May 2019 troops attacked the bridge at Kherson.");
        project.add([read()]);
        let Some(id) = project.events().next().map(|event| event.id) else { panic!("no event") };
        let before = project.revision();
        project.set_tags(id, vec!["bridge".to_owned()]);
        assert_ne!(project.revision(), before);
        project.add([read()]);
        let tags = |project: &Project| project.event(id).map(|event| Vec::from(event.tags.clone()));
        assert_eq!(tags(&project), Some(vec!["bridge".to_owned()]));
        assert!(project.events().any(|event| *event.tags == ["bridge"]));
        assert_eq!(search(&project, "BRIDGE").events, [id]);
        project.set_tags(id, Vec::new());
        assert_eq!(tags(&project), Some(Vec::new()));
        project.set_tags(id, vec!["ferry".to_owned()]);
        assert_eq!(search(&project, "ferry").events, [id]);
        project.set_tags(id, Vec::new());
        assert!(search(&project, "ferry").events.is_empty(), "a tag that was taken away");
    }

    #[test]
    fn a_rejected_event_is_left_out_until_it_is_taken_back() {
        let read =
            || document("On 3 May 2019 troops attacked the bridge. It rained on 4 June 2019.");
        let mut project = Project::default();
        project.add([read()]);
        let Some(id) = project.events().next().map(|event| event.id) else { panic!("no event") };
        let count = project.events().count();
        project.set_rejected(id, true);
        project.add([read()]);
        assert!(project.events().all(|event| event.id != id));
        assert_eq!(project.events().count(), count - 1);
        assert_eq!(project.rejected().map(|event| event.id).collect::<Vec<_>>(), [id]);
        assert!(search(&project, "bridge").events.is_empty());
        assert!(project.told().absorbed.contains_key(&id), "it is not written either");
        let admission = Filter::default().count(&project);
        assert_eq!((admission.shown, admission.rejected), (count - 1, 1));
        project.set_rejected(id, false);
        assert_eq!(project.events().count(), count);
    }

    #[test]
    fn edits_of_an_earlier_run_are_taken_up_where_there_are_none_since() {
        let read =
            || document("On 3 May 2019 troops attacked the bridge. They left on 4 June 2019.");
        let mut project = Project::default();
        project.add([read()]);
        let ids: Vec<EventId> = project.events().map(|event| event.id).collect();
        let document = project.documents()[0].document().id;
        project.set_document_date(document, Some(user_date("2023-11-29")));
        for &id in &ids {
            project.set_tags(id, vec!["old".to_owned()]);
        }
        let earlier = project.edits().clone();
        let mut project = Project::default();
        project.add([read()]);
        project.set_tags(ids[0], vec!["new".to_owned()]);
        project.take_up(earlier);
        let tags: Vec<_> = project.events().map(|event| event.tags[0].clone()).collect();
        assert_eq!(tags, ["new", "old"]);
        assert_eq!(project.documents()[0].date(), Some(&user_date("2023-11-29")));
    }
}
