//! Text as a sequence of bytes with places in it.

mod code_points;
mod fold;
mod span;

pub use code_points::CodePoints;
pub use fold::Folded;
pub use span::Span;
