//! Text as a sequence of bytes with places in it.

mod span;

pub use span::Span;
