//! The disk: finding documents in folders, reading them within limits, writing without leaving
//! anything half-written.
//!
//! The only room that touches files. Everything below takes bytes.

mod expand;
mod languages;
mod source;
mod write;

pub use expand::{Expansion, expand};
pub use languages::{LanguagesError, load_languages};
pub use source::{MappedTable, Source};
pub use write::{WriteError, write_atomically};
