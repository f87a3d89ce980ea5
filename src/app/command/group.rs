//! The groups that menus and the help sheet sort commands into.

/// Where a command stands in the menus and on the help sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Opening, saving.
    File,
    /// Changing and finding.
    Edit,
    /// Moving along the timeline.
    Timeline,
    /// What is shown and how.
    View,
    /// The keys and the program itself.
    Help,
}

impl Group {
    /// Every group, in the order of the help sheet.
    pub const ALL: [Self; 5] = [Self::File, Self::Timeline, Self::Edit, Self::View, Self::Help];

    /// Its heading.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Find and change",
            Self::Timeline => "Timeline",
            Self::View => "View",
            Self::Help => "Help",
        }
    }
}
