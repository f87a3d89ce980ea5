//! Commands: the only way to change anything.
//!
//! [`MenuCommand`] lists what needs nothing more to be said: menus, palette, shortcuts and the
//! help sheet are drawn from it. [`Command`] adds those that speak of something: an event, a
//! document, a file.

mod face;
mod group;
mod menu_command;
#[cfg(test)]
mod menu_command_tests;
mod shortcut;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

pub use group::Group;
pub use menu_command::MenuCommand;
pub use shortcut::Shortcut;

use crate::document::{DateCandidate, DocumentId};
use crate::event::{Category, EventId, Factuality};
use crate::export::EventFormat;
use crate::import::Mapping;
use crate::project::Edits;
use crate::text::Span;
use crate::time::Moment;
use crate::timeline::{Grouping, Scale};

use super::dialogs::PictureRequest;
use super::selection::Origin;
use super::work::Purpose;

/// Something that is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// What a menu says.
    Menu(MenuCommand),
    /// Read files and folders.
    OpenPaths(Vec<PathBuf>),
    /// Ask what the columns of a table hold.
    ChooseColumns(PathBuf),
    /// Read a table whose columns hold this.
    OpenTable(PathBuf, Mapping),
    /// Text was pasted into the window: ask what it is.
    Paste(String),
    /// Read text that was pasted.
    OpenText(PastedText),
    /// Take a document out.
    CloseDocument(DocumentId),
    /// Give a document the user's date; `None`: it has none.
    SetDocumentDate(DocumentId, Option<DateCandidate>),
    /// Go back to the date that a document states itself.
    ResetDocumentDate(DocumentId),
    /// Give an event other tags.
    SetTags(EventId, Vec<String>),
    /// Select an event, and show it where it is not being pointed at.
    SelectEvent(EventId, Origin),
    /// Select a document, and show its text.
    SelectDocument(DocumentId, Origin),
    /// Show words of a document's text.
    ShowPassage(DocumentId, Span),
    /// The pointer is on an event. Sent in every frame in which it is.
    HoverEvent(EventId),
    /// The pointer is on something that stands for these events. Sent in every frame in which it
    /// is.
    HoverEvents(Arc<BTreeSet<EventId>>),
    /// Look for words in events and text.
    SetQuery(String),
    /// Show or hide a category.
    ToggleCategory(Category),
    /// Show this category alone; all, if it is shown alone.
    SoloCategory(Category),
    /// Show or hide events that are said to be so.
    ToggleFactuality(Factuality),
    /// Show or hide a document's events.
    ToggleDocument(DocumentId),
    /// Show only events at this place as well; or no longer.
    TogglePlace(String),
    /// Show only events at these places, by name; none: at whatever place.
    FilterPlaces(BTreeSet<String>),
    /// Show only events with a moment in this stretch of time; none: at whatever time.
    FilterSpan(Option<(Moment, Moment)>),
    /// What the timeline's lanes are.
    SetLanes(Grouping),
    /// How the time axis runs.
    SetScale(Scale),
    /// Take up what the user had changed when the documents were open before.
    TakeUpEdits(Edits),
    /// Save this picture; without a path, ask for one.
    ExportPicture(PictureRequest),
    /// Save the events in this format.
    ExportEvents(EventFormat),
    /// The user chose paths in the program's own dialog.
    PathsChosen(Purpose, Vec<PathBuf>),
    /// Say something in the status line.
    Say(String),
}

/// Text that is to become a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastedText {
    /// What to call it; its first line if empty.
    pub title: String,
    /// The text.
    pub text: String,
    /// Its date, if the user gave one.
    pub date: Option<DateCandidate>,
}

impl From<MenuCommand> for Command {
    fn from(command: MenuCommand) -> Self {
        Self::Menu(command)
    }
}
