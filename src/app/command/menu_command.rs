//! What can be done without saying more: text, tooltip, group and keys of each command.

use egui::Key;

use super::{Group, Shortcut};

/// A command that menus, the palette and the help sheet list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MenuCommand {
    /// Open files.
    OpenFiles,
    /// Open a folder with everything in it.
    OpenFolder,
    /// Make a document from pasted text.
    PasteText,
    /// Open the documents that come with the program.
    OpenSamples,
    /// Close the document that is shown.
    CloseDocument,
    /// Close every document.
    CloseAll,
    /// Save the timeline as a picture.
    ExportPicture,
    /// Save the events as a table.
    ExportEvents,
    /// End the program.
    Quit,

    /// Take the last change back.
    Undo,
    /// Make the last undone change again.
    Redo,
    /// Go to the search field.
    Search,
    /// The next find.
    NextFind,
    /// The find before.
    PreviousFind,
    /// Change the date of the document that is shown.
    EditDocumentDate,
    /// Show everything that a filter hides.
    ClearFilters,

    /// Show less time, larger.
    ZoomIn,
    /// Show more time, smaller.
    ZoomOut,
    /// Move to earlier times.
    PanEarlier,
    /// Move to later times.
    PanLater,
    /// Show all events.
    FitAll,
    /// Bring the selection to the middle, then fit it.
    CentreSelection,
    /// Select the next event.
    NextEvent,
    /// Select the event before.
    PreviousEvent,
    /// Select the event in the lane above, or in the row above of the list.
    EventAbove,
    /// Select the event in the lane below, or in the row below of the list.
    EventBelow,
    /// Show the sentence of the selected event.
    OpenSource,
    /// Close what is open, or else select nothing.
    Clear,
    /// Other lanes.
    NextLanes,
    /// Show the lanes that are hidden.
    ShowAllLanes,
    /// Go back to the view before.
    Back,
    /// Go forward again.
    Forward,
    /// Mark the stretch in view, or take its mark away.
    Bookmark,
    /// Go to the next marked stretch.
    NextBookmark,

    /// Show or fold the documents.
    ToggleDocuments,
    /// Show or fold the source text.
    ToggleSource,
    /// Show or fold the events without a date.
    ToggleTray,
    /// Show or fold the minimap.
    ToggleMinimap,
    /// Show or fold the map.
    ToggleMap,
    /// The list instead of the timeline, or the other way round.
    ToggleList,
    /// Light instead of dark, or the other way round.
    ToggleTheme,
    /// Light or dark as the system is.
    FollowSystemTheme,
    /// A larger interface.
    ScaleUp,
    /// A smaller interface.
    ScaleDown,
    /// The interface as designed.
    ScaleReset,
    /// Jump instead of moving.
    ToggleMotion,

    /// Find a command by its name.
    Palette,
    /// The keys.
    Help,
    /// What could not be read, and why.
    ShowNotices,
    /// What this program is.
    About,
}

/// How a command presents itself.
struct Face {
    text: &'static str,
    tooltip: &'static str,
    group: Group,
    shortcuts: Vec<Shortcut>,
}

impl MenuCommand {
    /// Every command, in the order of the menus.
    pub const ALL: [Self; 50] = [
        Self::OpenFiles,
        Self::OpenFolder,
        Self::PasteText,
        Self::OpenSamples,
        Self::CloseDocument,
        Self::CloseAll,
        Self::ExportPicture,
        Self::ExportEvents,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::Search,
        Self::NextFind,
        Self::PreviousFind,
        Self::EditDocumentDate,
        Self::ClearFilters,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::PanEarlier,
        Self::PanLater,
        Self::FitAll,
        Self::CentreSelection,
        Self::NextEvent,
        Self::PreviousEvent,
        Self::EventAbove,
        Self::EventBelow,
        Self::OpenSource,
        Self::Clear,
        Self::NextLanes,
        Self::ShowAllLanes,
        Self::Back,
        Self::Forward,
        Self::Bookmark,
        Self::NextBookmark,
        Self::ToggleDocuments,
        Self::ToggleSource,
        Self::ToggleTray,
        Self::ToggleMinimap,
        Self::ToggleMap,
        Self::ToggleList,
        Self::ToggleTheme,
        Self::FollowSystemTheme,
        Self::ScaleUp,
        Self::ScaleDown,
        Self::ScaleReset,
        Self::ToggleMotion,
        Self::Palette,
        Self::Help,
        Self::ShowNotices,
        Self::About,
    ];

    /// What menus call it.
    #[must_use]
    pub fn text(self) -> &'static str {
        self.face().text
    }

    /// One sentence on what it does.
    #[must_use]
    pub fn tooltip(self) -> &'static str {
        self.face().tooltip
    }

    /// Where it stands.
    #[must_use]
    pub fn group(self) -> Group {
        self.face().group
    }

    /// The keys that carry it out, the one to show first.
    #[must_use]
    pub fn shortcuts(self) -> Vec<Shortcut> {
        self.face().shortcuts
    }

    /// Its keys as they are shown: `Ctrl+O`; empty if it has none.
    #[must_use]
    pub fn shortcut_label(self, ctx: &egui::Context) -> String {
        self.shortcuts().first().map(|shortcut| shortcut.label(ctx)).unwrap_or_default()
    }

    #[expect(clippy::too_many_lines, reason = "a table, an entry for each command")]
    fn face(self) -> Face {
        use Group::{Edit, File, Help, Timeline, View};
        use Shortcut as S;

        let (group, text, tooltip, shortcuts): (_, _, _, &[Shortcut]) = match self {
            Self::OpenFiles => (
                File,
                "Open files…",
                "Read documents and put their events on the timeline.",
                &[S::ctrl(Key::O)],
            ),
            Self::OpenFolder => (
                File,
                "Open folder…",
                "Read every document in a folder and in the folders below it.",
                &[S::ctrl_shift(Key::O)],
            ),
            Self::PasteText => (
                File,
                "Paste text…",
                "Make a document from the text on the clipboard.",
                &[S::ctrl_shift(Key::V)],
            ),
            Self::OpenSamples => {
                (File, "Open sample documents", "Open the documents that come with Dateline.", &[])
            }
            Self::CloseDocument => (
                File,
                "Close document",
                "Take the document that is shown off the timeline. The file stays as it is.",
                &[S::ctrl(Key::W)],
            ),
            Self::CloseAll => (
                File,
                "Close all documents",
                "Start again with an empty timeline. The files stay as they are.",
                &[S::ctrl_shift(Key::W)],
            ),
            Self::ExportPicture => (
                File,
                "Export picture…",
                "Save the timeline as a PNG picture, at any size.",
                &[S::ctrl(Key::E)],
            ),
            Self::ExportEvents => (
                File,
                "Export events…",
                "Save the events as a table or as JSON.",
                &[S::ctrl_shift(Key::E)],
            ),
            Self::Quit => (File, "Quit", "Close the window.", &[S::ctrl(Key::Q)]),
            Self::Undo => (Edit, "Undo", "Take the last change back.", &[S::ctrl(Key::Z)]),
            Self::Redo => (
                Edit,
                "Redo",
                "Make the last undone change again.",
                &[S::ctrl_shift(Key::Z), S::ctrl(Key::Y)],
            ),
            Self::Search => (
                Edit,
                "Search",
                "Look for words in events and text.",
                &[S::key(Key::Slash), S::ctrl(Key::F)],
            ),
            Self::NextFind => (
                Edit,
                "Next find",
                "Go to the next place where the words were found.",
                &[S::key(Key::F3), S::ctrl(Key::G)],
            ),
            Self::PreviousFind => (
                Edit,
                "Previous find",
                "Go to the place before where the words were found.",
                &[S::shift(Key::F3), S::ctrl_shift(Key::G)],
            ),
            Self::EditDocumentDate => (
                Edit,
                "Change the document's date…",
                "Say in plain words when the document was written; its relative dates move with it.",
                &[S::ctrl(Key::D)],
            ),
            Self::ClearFilters => (
                Edit,
                "Clear filters",
                "Show everything that a filter hides.",
                &[S::ctrl_shift(Key::F)],
            ),
            Self::ZoomIn => (
                Timeline,
                "Zoom in",
                "Show less time, larger.",
                &[S::key(Key::Plus), S::key(Key::Equals), S::place(Key::W)],
            ),
            Self::ZoomOut => (
                Timeline,
                "Zoom out",
                "Show more time, smaller.",
                &[S::key(Key::Minus), S::place(Key::S)],
            ),
            Self::PanEarlier => (
                Timeline,
                "Move to earlier times",
                "Move the timeline to earlier times.",
                &[S::key(Key::ArrowLeft), S::place(Key::A)],
            ),
            Self::PanLater => (
                Timeline,
                "Move to later times",
                "Move the timeline to later times.",
                &[S::key(Key::ArrowRight), S::place(Key::D)],
            ),
            Self::FitAll => {
                (Timeline, "Fit all", "Show all events.", &[S::key(Key::Num0), S::key(Key::Home)])
            }
            Self::CentreSelection => (
                Timeline,
                "Centre the selection",
                "Bring the selected event to the middle; again, fit it.",
                &[S::key(Key::F)],
            ),
            Self::NextEvent => (
                Timeline,
                "Next event",
                "Select the event that comes next in time.",
                &[S::key(Key::Period)],
            ),
            Self::PreviousEvent => (
                Timeline,
                "Previous event",
                "Select the event that comes before in time.",
                &[S::key(Key::Comma)],
            ),
            Self::EventAbove => (
                Timeline,
                "Event above",
                "Select the event nearest in time in the lane above, or in the row above.",
                &[S::key(Key::ArrowUp)],
            ),
            Self::EventBelow => (
                Timeline,
                "Event below",
                "Select the event nearest in time in the lane below, or in the row below.",
                &[S::key(Key::ArrowDown)],
            ),
            Self::OpenSource => (
                Timeline,
                "Go to the source",
                "Show the sentence of the selected event.",
                &[S::key(Key::Enter)],
            ),
            Self::Clear => (
                Timeline,
                "Clear",
                "Close what is open, or else select nothing.",
                &[S::key(Key::Escape)],
            ),
            Self::NextLanes => (
                Timeline,
                "Next lanes",
                "Sort the lanes by category, place, document, participant or tag.",
                &[S::key(Key::L)],
            ),
            Self::ShowAllLanes => {
                (Timeline, "Show hidden lanes", "Show the lanes that you have hidden.", &[])
            }
            Self::Back => (
                Timeline,
                "Back",
                "Go back to the stretch of time that you looked at before.",
                &[S::key(Key::Backspace)],
            ),
            Self::Forward => (
                Timeline,
                "Forward",
                "Go forward again after going back.",
                &[S::shift(Key::Backspace)],
            ),
            Self::Bookmark => (
                Timeline,
                "Bookmark this view",
                "Mark the stretch of time in view to come back to it; again, take the mark away.",
                &[S::key(Key::M)],
            ),
            Self::NextBookmark => (
                Timeline,
                "Next bookmark",
                "Go to the next stretch of time that is bookmarked.",
                &[S::key(Key::B)],
            ),
            Self::ToggleDocuments => (
                View,
                "Documents and filters",
                "Show or fold the panel on the left.",
                &[S::key(Key::OpenBracket)],
            ),
            Self::ToggleSource => (
                View,
                "Source text",
                "Show or fold the panel on the right.",
                &[S::key(Key::CloseBracket)],
            ),
            Self::ToggleTray => (
                View,
                "Undated events",
                "Show or fold the events that have no date.",
                &[S::key(Key::U)],
            ),
            Self::ToggleMinimap => {
                (View, "Minimap", "Show or fold the whole range at a glance.", &[S::key(Key::N)])
            }
            Self::ToggleMap => (
                View,
                "Map",
                "Show or fold the places of the events in view on a map.",
                &[S::key(Key::P)],
            ),
            Self::ToggleList => (
                View,
                "List",
                "Show the events as a list instead of the timeline, or the other way round.",
                &[S::key(Key::T)],
            ),
            Self::ToggleTheme => (
                View,
                "Switch light and dark",
                "Switch between the light and the dark theme.",
                &[S::ctrl_shift(Key::L)],
            ),
            Self::FollowSystemTheme => {
                (View, "Light or dark as the system", "Follow the system's theme.", &[])
            }
            Self::ScaleUp => (
                View,
                "Larger interface",
                "Make text and controls larger.",
                &[S::ctrl(Key::Plus), S::ctrl(Key::Equals)],
            ),
            Self::ScaleDown => (
                View,
                "Smaller interface",
                "Make text and controls smaller.",
                &[S::ctrl(Key::Minus)],
            ),
            Self::ScaleReset => (
                View,
                "Normal interface size",
                "Text and controls as designed.",
                &[S::ctrl(Key::Num0)],
            ),
            Self::ToggleMotion => {
                (View, "Less motion", "Jump to a place instead of moving there.", &[])
            }
            Self::Palette => {
                (Help, "Find a command…", "Find any command by its name.", &[S::ctrl_shift(Key::P)])
            }
            Self::Help => (
                Help,
                "Keys and gestures",
                "Show every key and gesture.",
                &[S::key(Key::Questionmark), S::key(Key::F1)],
            ),
            Self::ShowNotices => (
                Help,
                "Reading notes…",
                "What could not be read and why, and what to know about what was.",
                &[],
            ),
            Self::About => {
                (Help, "About Dateline", "What this program is and what it is built with.", &[])
            }
        };
        Face { text, tooltip, group, shortcuts: shortcuts.to_vec() }
    }
}
