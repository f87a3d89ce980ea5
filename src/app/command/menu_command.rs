//! What can be done without saying more.

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
    /// Star the selected event, or take its star away.
    ToggleStar,
    /// Say that the selected event is none, or that it is one after all.
    ToggleRejected,

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
    /// Draw time to scale.
    LinearAxis,
    /// Press long gaps together, or no longer.
    CompressedAxis,
    /// Spread time around the selected event, or around now; or no longer.
    LogarithmicAxis,
    /// Count time from the selected event, or no longer.
    RelativeAxis,

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

impl MenuCommand {
    /// Every command, in the order of the menus.
    pub const ALL: [Self; 56] = [
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
        Self::ToggleStar,
        Self::ToggleRejected,
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
        Self::LinearAxis,
        Self::CompressedAxis,
        Self::LogarithmicAxis,
        Self::RelativeAxis,
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
}
