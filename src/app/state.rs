//! The application's state: what the panels show. Only commands change it.

use std::collections::HashMap;

use crate::document::DocumentId;
use crate::event::{Event, EventId, When};
use crate::project::{Admission, Filter, History, Project};
use crate::timeline::{Scale, ScaleOrigin};

use super::derived::Derived;
use super::notices::Notices;
use super::panels::Panels;
use super::preferences::Preferences;
use super::search::Search;
use super::selection::{Hover, Selection};

/// Everything that the panels show.
#[derive(Default)]
pub struct State {
    history: History<Kept>,
    version: u64,
    /// How many events the filter lets through.
    admission: Derived<(u64, Filter), Admission>,
    /// What is selected.
    pub(super) selection: Selection,
    /// What the pointer is on.
    pub(super) hover: Hover,
    /// What is looked for, and what was found.
    pub(super) search: Search,
    scale: Scale,
    /// The event that the scale hangs on.
    scale_event: Option<EventId>,
    /// Which panels are open.
    pub(super) panels: Panels,
    /// What is remembered from one run to the next.
    pub(super) preferences: Preferences,
    /// What the reading of documents had to say.
    pub(super) notices: Notices,
    message: Option<Message>,
}

/// What undo takes back.
#[derive(Clone, Debug, Default)]
struct Kept {
    project: Project,
    filter: Filter,
}

/// Something said in the status line for a while.
#[derive(Debug)]
struct Message {
    text: String,
    until_s: f64,
}

/// How long the status line says something.
const MESSAGE_S: f64 = 6.0;

impl State {
    /// The documents and their events.
    #[must_use]
    pub fn project(&self) -> &Project {
        &self.history.now().project
    }

    /// What the user wants to see.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.history.now().filter
    }

    /// A number that changes whenever the project or the filter does. What was computed from
    /// them holds as long as it stays the same.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// What is selected.
    #[must_use]
    pub const fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The selected event.
    #[must_use]
    pub fn selected_event(&self) -> Option<&Event> {
        self.project().event(self.selection.event?)
    }

    /// What the pointer was on in the last frame.
    #[must_use]
    pub const fn hover(&self) -> &Hover {
        &self.hover
    }

    /// What is looked for, and what was found.
    #[must_use]
    pub const fn search(&self) -> &Search {
        &self.search
    }

    /// How the time axis runs.
    #[must_use]
    pub const fn scale(&self) -> Scale {
        self.scale
    }

    /// Has the time axis run so. Where it hangs on an event it follows it, and becomes plain
    /// again when the event is gone.
    pub(super) const fn set_scale(&mut self, scale: Scale, event: Option<EventId>) {
        self.scale = scale;
        self.scale_event = event;
    }

    /// When the selected event was, if it has a date.
    #[must_use]
    pub fn selected_origin(&self) -> Option<ScaleOrigin> {
        Some(ScaleOrigin::new(self.selected_event()?.when.interval()?))
    }

    /// Which panels are open.
    #[must_use]
    pub const fn panels(&self) -> &Panels {
        &self.panels
    }

    /// What is remembered from one run to the next.
    #[must_use]
    pub const fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    /// What the reading of documents had to say.
    #[must_use]
    pub const fn notices(&self) -> &Notices {
        &self.notices
    }

    /// What the status line says just now, if it is not the counts.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_ref().map(|message| message.text.as_str())
    }

    /// Says something in the status line for a while.
    pub(super) fn say(&mut self, now_s: f64, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), until_s: now_s + MESSAGE_S });
    }

    /// Stops saying what has been said for long enough.
    pub(super) fn forget_old_message(&mut self, ctx: &egui::Context) {
        let Some(message) = &self.message else {
            return;
        };
        let left_s = message.until_s - ctx.time();
        if left_s <= 0.0 {
            self.message = None;
        } else {
            ctx.request_repaint_after_secs(left_s as f32);
        }
    }

    /// How many events are shown, undated and filtered away.
    #[must_use]
    pub const fn admission(&self) -> Admission {
        *self.admission.get()
    }

    /// Counts them anew if anything has changed.
    pub(super) fn update_admission(&mut self, ctx: &egui::Context) {
        let Kept { project, filter } = self.history.now();
        let key = (self.version, filter.clone());
        self.admission.refresh(ctx, project, key, |project, (_, filter)| filter.count(project));
    }

    /// Whether they are being counted.
    pub(super) const fn is_counting(&self) -> bool {
        self.admission.is_under_way()
    }

    /// The name of the change that undo would take back.
    #[must_use]
    pub fn undo_name(&self) -> Option<&str> {
        self.history.undo_name()
    }

    /// The name of the change that redo would make again.
    #[must_use]
    pub fn redo_name(&self) -> Option<&str> {
        self.history.redo_name()
    }

    /// Changes the project so that it can be undone; `what` names the change.
    pub(super) fn change(&mut self, what: &str, change: impl FnOnce(&mut Project)) {
        self.history.change(what, |kept| {
            let Kept { project, filter } = kept;
            change(project);
            filter.hidden_documents.retain(|&id| project.document(id).is_some());
        });
        self.refresh();
    }

    /// Takes the last change back. Whether there was one.
    pub(super) fn undo(&mut self) -> bool {
        let undone = self.history.undo();
        self.refresh();
        undone
    }

    /// Makes the last undone change again. Whether there was one.
    pub(super) fn redo(&mut self) -> bool {
        let redone = self.history.redo();
        self.refresh();
        redone
    }

    /// Changes what is shown so that it can be undone; `what` names the change.
    pub(super) fn change_filter(&mut self, what: &str, change: impl FnOnce(&mut Filter)) {
        let mut filter = self.filter().clone();
        change(&mut filter);
        if filter != *self.filter() {
            self.history.change(what, |kept| kept.filter = filter);
            self.refresh();
        }
    }

    /// When every event of a document is, to tell later which have moved.
    pub(super) fn dated_events(&self, id: DocumentId) -> HashMap<EventId, When> {
        self.events_of(id).iter().map(|event| (event.id, event.when.clone())).collect()
    }

    /// How many events of a document are at another time than they were, in words.
    pub(super) fn moved_since(&self, id: DocumentId, before: &HashMap<EventId, When>) -> String {
        let moved = self
            .events_of(id)
            .iter()
            .filter(|event| before.get(&event.id).is_some_and(|when| *when != event.when))
            .count();
        match moved {
            0 => "no event moves".to_owned(),
            1 => "1 event moves".to_owned(),
            moved => format!("{moved} events move"),
        }
    }

    fn events_of(&self, id: DocumentId) -> &[Event] {
        self.project().document(id).map_or(&[], |analysed| analysed.events())
    }

    /// The document whose text is to be shown: the selected one, if it is still there.
    #[must_use]
    pub fn shown_document(&self) -> Option<DocumentId> {
        self.selection.document.filter(|&id| self.project().document(id).is_some())
    }

    /// Looks again for what is looked for, if anything has changed.
    ///
    /// Gives back the number and the words of a search that takes longer than a frame may.
    pub(super) fn update_search(&mut self) -> Option<(u64, String)> {
        self.search.update(&self.history.now().project)
    }

    fn refresh(&mut self) {
        self.version += 1;
        self.search.forget_matches();
        self.drop_stale_selection();
        self.follow_scale_event();
    }

    fn follow_scale_event(&mut self) {
        let Some(event) = self.scale_event else { return };
        let event = self.project().event(event);
        let origin = event.and_then(|event| Some(ScaleOrigin::new(event.when.interval()?)));
        match origin {
            Some(origin) => self.scale = self.scale.with_origin(origin),
            None => self.set_scale(Scale::Linear, None),
        }
    }

    fn drop_stale_selection(&mut self) {
        if self.selection.event.is_some() && self.selected_event().is_none() {
            self.selection.event = None;
        }
        if self.shown_document().is_none() {
            let first = self.project().documents().first().map(|analysed| analysed.document().id);
            self.selection.document = first;
            self.selection.passage = None;
        }
    }
}
