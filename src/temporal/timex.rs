//! A time expression as ISO-TimeML's TIMEX3 describes it, with what the application needs.

use std::sync::Arc;

use crate::event::Derivation;
use crate::text::Span;
use crate::time::{Interval, Modifier, TimexType};

/// A time expression of a text, resolved as far as it can be (TIMEX3, ISO 24617-1).
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Where its words stand.
    pub span: Span,
    /// The `type`.
    pub kind: TimexType,
    /// The `value`: `2022-03`, `P2D`, `PAST_REF`, `XXXX-WXX-5`.
    pub value: String,
    /// The `mod`.
    pub modifier: Option<Modifier>,
    /// The `quant` of a SET: `EVERY`.
    pub quant: Option<String>,
    /// The `freq` of a SET: `2X`.
    pub freq: Option<String>,
    /// The time as an interval, where it has a place in time.
    pub interval: Option<Interval>,
    /// The number of the pattern that found it, in [`Pack::patterns`](crate::language::Pack::patterns).
    pub rule: u16,
    /// How it was found. The `link` is [`SameClause`](crate::event::Link::SameClause) until an
    /// event takes it over; one that the event takes as it is, both share.
    pub derivation: Arc<Derivation>,
}
