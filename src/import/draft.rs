//! What an importer hands over.

use crate::document::{Block, DateCandidate};

/// A document without its identity: what one format's importer makes of the bytes.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// Its own title, if it has one.
    pub title: Option<String>,
    /// The extracted text.
    pub text: String,
    /// Its blocks, in order and without overlap.
    pub blocks: Vec<Block>,
    /// The language that the file declares (BCP 47).
    pub declared_language: Option<String>,
    /// The dates that its metadata states.
    pub date_candidates: Vec<DateCandidate>,
    /// What was left out or guessed, one sentence each.
    pub warnings: Vec<String>,
}
