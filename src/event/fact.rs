//! A number that a text gives for an event.

use serde::{Deserialize, Serialize};

use crate::document::DocumentId;
use crate::text::Span;

/// How many were killed, captured, displaced; how much was paid; as the text says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// What is counted, by the name that language packs give it: `killed`, `votes`, `money`.
    pub kind: String,
    /// The least that it can be; `None` if only a most is given ("up to 30").
    pub low: Option<f64>,
    /// The most that it can be; `None` if only a least is given ("at least 30").
    pub high: Option<f64>,
    /// Whether the words blur it ("about 30", "dozens").
    pub approximate: bool,
    /// What is counted in the text's words ("soldiers"), or the currency's code (ISO 4217).
    pub unit: Option<String>,
    /// The document that gives it.
    pub document: DocumentId,
    /// Its words there, with what blurs it.
    pub words: Span,
}
