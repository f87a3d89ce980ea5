//! The document's date ("document creation time"): what relative expressions start from.

use serde::{Deserialize, Serialize};

use crate::text::Span;
use crate::time::Interval;

/// One possible date of a document, and where it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateCandidate {
    /// The day, or with a time of day the minute, that the document is from; a month or a year
    /// where nothing finer is stated.
    pub interval: Interval,
    /// Where it was found.
    pub origin: DateOrigin,
    /// The words that it was read from: "BRUSSELS, Nov. 29", `article:published_time`, a file
    /// name.
    pub words: String,
    /// Where those words stand in the text, if they stand there.
    pub span: Option<Span>,
}

/// Where a document's date was found, the most trustworthy first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrigin {
    /// The user gave it.
    User,
    /// Metadata that says when it was published.
    Published,
    /// The dateline that opens a report: place, date, dash.
    Dateline,
    /// The head of a message in a chain of mails.
    Mail,
    /// A line of its own near the top: "Friday, August 21, 2015", "Published 3 May 2022".
    Byline,
    /// The file's name: `2023-11-29_brussels.txt`.
    FileName,
    /// Other metadata: last modified, created.
    Metadata,
    /// A full date in the text that can only be the document's own.
    Text,
    /// The file's modification time. Offered as a suggestion, never taken silently.
    ModificationTime,
}

impl DateOrigin {
    /// Whether a date of this origin is used without asking.
    #[must_use]
    pub const fn is_evidence(self) -> bool {
        !matches!(self, Self::ModificationTime)
    }
}
