//! A time expression as it was found: what its words say, before any reference is looked at.

use super::fields::Fields;
use crate::language::{Gives, Setting};
use crate::text::Span;
use crate::time::TimexType;

/// One found expression.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expression {
    pub(super) span: Span,
    pub(super) fields: Fields,
    pub(super) gives: Gives,
    /// The type that its pattern demands.
    pub(super) kind: Option<TimexType>,
    /// The kind of text in which alone it counts.
    pub(super) setting: Option<Setting>,
    /// Whether it opens a bracket: years in brackets do not move a narrative.
    pub(super) bracketed: bool,
    /// The pattern's number.
    pub(super) pattern: u16,
    /// The tense around it: -1 past, 0 present or unknown, 1 future.
    pub(super) tense: i8,
    /// Which sentence of the text it stands in, counted from 0.
    pub(super) sentence: u32,
    /// Whether its block holds nothing else.
    pub(super) alone: bool,
    /// How the next expression belongs to it.
    pub(super) joined: Joined,
}

/// How an expression and the next one belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joined {
    /// Not at all.
    No,
    /// From the one to the other.
    Range,
    /// One and the other: each may leave out what the other says.
    List,
    /// The second one stands in brackets behind the first.
    Aside,
}
