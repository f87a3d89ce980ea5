//! Time expressions: found, normalised, resolved against a reference time, explained.
//!
//! The stages stand apart: [`tag`] reads the text once; [`Tagged::resolve`] may be called again
//! with another document date and never reads it again.

mod timex;

pub use timex::Timex;

use crate::document::{Block, DateCandidate};
use crate::language::Pack;

/// The time expressions of a text, found and normalised but not yet placed in time.
#[derive(Clone, Debug, Default)]
pub struct Tagged {}

/// Finds the time expressions of a text.
#[must_use]
pub fn tag(_text: &str, _blocks: &[Block], _pack: &Pack) -> Tagged {
    Tagged {}
}

impl Tagged {
    /// Places every expression in time, in text order; what needs a reference and has none keeps
    /// its value open and has no interval.
    #[must_use]
    pub fn resolve(&self, _document_date: Option<&DateCandidate>) -> Vec<Timex> {
        Vec::new()
    }
}
