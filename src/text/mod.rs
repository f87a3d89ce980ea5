//! Text as a sequence of bytes with places in it.

mod code_points;
mod digits;
mod excerpt;
mod fold;
mod letters;
mod lines;
mod sentence;
mod span;
mod token;

pub use code_points::CodePoints;
pub use digits::grouped;
pub use excerpt::Excerpt;
pub use fold::Folded;
pub use letters::{eight_letters, eight_letters_as_written};
pub use lines::lines;
pub use sentence::{Sentence, sentences};
pub use span::Span;
pub use token::{Token, TokenKind, TokenRules, tokens};
