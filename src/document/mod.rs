//! What an importer makes of a file: text with its blocks, metadata, and every hint at the day
//! the document is from.

mod date;
mod diagnostic;
mod id;
mod message;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use date::{DateCandidate, DateOrigin};
pub use diagnostic::{Diagnostic, Severity};
pub use id::DocumentId;
pub use message::Message;

use crate::text::Span;

/// A document as it was read; nothing in it ever changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its identity: the same file with the same content has the same one.
    pub id: DocumentId,
    /// What to call it: its own title, or else its file name.
    pub title: String,
    /// Where it came from, as it is shown to people: a path or "pasted text".
    pub source: String,
    /// The extracted text. For a plain text file, the decoded file as it is.
    pub text: Arc<str>,
    /// The text's blocks in order; they do not overlap, and leave out only white space.
    pub blocks: Vec<Block>,
    /// The language that the file itself declares (BCP 47), if it does.
    pub declared_language: Option<String>,
    /// Candidates for the document's date that the importer found in metadata, file name and
    /// markup, strongest first. Those found in the text are added by `temporal`.
    pub date_candidates: Vec<DateCandidate>,
    /// What the reader of this document should know about how it was read.
    pub diagnostics: Vec<Diagnostic>,
}

/// A block of a document's text: what a blank line, a tag or a mark-up sign sets apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands, without the white space around it.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block of text is to its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BlockKind {
    /// The document's own title, where it stands in the text.
    Title,
    /// A heading, from level 1 (outermost) to 6.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// One item of a list.
    ListItem,
    /// One row of a table, its cells set apart by tabs.
    TableRow,
    /// A quotation set apart from the text.
    Quote,
    /// Code or other text that is no prose.
    Preformatted,
}
