//! What went wrong, or nearly, in words that say what to do.

use serde::{Deserialize, Serialize};

/// One thing that a person should know about a document or a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// The file or document that it is about, as shown to people.
    pub source: String,
    /// One sentence: what happened, and what to do about it.
    pub message: String,
}

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing; nothing is lost.
    Note,
    /// Something was left out or guessed.
    Warning,
    /// The file was not read.
    Error,
}
