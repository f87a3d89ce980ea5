//! Text, tooltip, group and keys of each command.

use egui::Key;

use super::{Group, MenuCommand, Shortcut};

/// How a command presents itself.
pub(super) struct Face {
    /// What menus call it.
    pub(super) text: &'static str,
    /// One sentence on what it does.
    pub(super) tooltip: &'static str,
    /// Where it stands.
    pub(super) group: Group,
    /// The keys that carry it out.
    pub(super) shortcuts: Vec<Shortcut>,
}

impl MenuCommand {
    /// How it presents itself.
    #[expect(clippy::too_many_lines, reason = "a table, an entry for each command")]
    pub(super) fn face(self) -> Face {
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
            Self::ToggleStar => (
                Edit,
                "Star the selected event",
                "Put a star on the selected event, so that it is named first; again, take it away.",
                &[S::key(Key::Y)],
            ),
            Self::ToggleRejected => (
                Edit,
                "Reject the selected event",
                "Take the selected event off the timeline, as one that is none; it stays in the list of those without a date, from where the same key brings it back.",
                &[S::key(Key::Delete)],
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
            Self::LinearAxis => (
                Timeline,
                "Linear axis",
                "Draw time to scale, and name dates on the axis.",
                &[S::shift(Key::X)],
            ),
            Self::CompressedAxis => (
                Timeline,
                "Compress long gaps",
                "Press stretches without an event together; again, draw them to scale.",
                &[S::key(Key::X)],
            ),
            Self::LogarithmicAxis => (
                Timeline,
                "Logarithmic axis",
                "Give time near the selected event, or near now, more room than time far from it.",
                &[S::key(Key::G)],
            ),
            Self::RelativeAxis => (
                Timeline,
                "Count from the selected event",
                "Count days and years from the selected event on the axis; again, name dates.",
                &[S::key(Key::R)],
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
                "Undated and rejected events",
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
