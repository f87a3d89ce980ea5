//! Events as flat records, the shape of every data format.

use serde::Serialize;

use crate::analysis::Analysed;
use crate::event::{Event, Evidence, Missing, Participant, Place, When};
use crate::temporal::explain;
use crate::text::{CodePoints, Span};

/// One event as a record. Field names are the format's: JSON keys and CSV columns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventRecord<'a> {
    /// The document that the quote is from, as it was named.
    pub document: &'a str,
    /// The event's title.
    pub title: &'a str,
    /// The category's name.
    pub category: &'static str,
    /// The first moment it can have been, reduced ISO 8601; null if undated or open.
    pub date_start: Option<String>,
    /// The last one, inclusive, likewise.
    pub date_end: Option<String>,
    /// The granularity's name; null if undated.
    pub granularity: Option<&'static str>,
    /// `exact`, `approximate` or `inferred`; null if undated.
    pub certainty: Option<&'static str>,
    /// `happened`, `ongoing`, `planned`, `possible` or `denied`.
    pub factuality: &'static str,
    /// Where it was.
    pub places: Vec<PlaceRecord<'a>>,
    /// Who took part.
    pub participants: &'a [Participant],
    /// The words of the document that speak of it.
    pub quote: &'a str,
    /// The quote's first character: Unicode code points into the extracted text.
    pub char_start: usize,
    /// The character after its last one.
    pub char_end: usize,
    /// The time expression that dates it; null if no words do.
    pub expression: Option<&'a str>,
    /// Why it has this date, in a sentence.
    pub derivation: String,
    /// 0 to 1.
    pub confidence: f32,
    /// What an undated event lacks; null if it is dated.
    pub missing: Option<Missing>,
    /// The recurrence as a TIMEX3 value; null if it happens once.
    pub recurrence: Option<&'a str>,
    /// Further mentions of the same event.
    pub mentions: Vec<MentionRecord<'a>>,
    /// The document's whole text, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<&'a str>,
}

/// A place in a record.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlaceRecord<'a> {
    /// The name it is shown under.
    pub name: &'a str,
    /// Degrees north, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f32>,
    /// Degrees east, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f32>,
    /// ISO 3166-1 alpha-2, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<&'a str>,
}

/// Another place in the document that speaks of the event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MentionRecord<'a> {
    /// The words.
    pub quote: &'a str,
    /// Their first character, in code points.
    pub char_start: usize,
    /// The character after the last one.
    pub char_end: usize,
}

/// The records of one document's events, in its order.
///
/// With `with_text` every record carries the document's whole text.
pub fn records(analysed: &Analysed, with_text: bool) -> impl Iterator<Item = EventRecord<'_>> {
    let code_points = CodePoints::new(&analysed.document().text);
    analysed
        .events()
        .iter()
        .filter_map(move |event| record(analysed, event, &code_points, with_text))
}

fn record<'a>(
    analysed: &'a Analysed,
    event: &'a Event,
    code_points: &CodePoints<'a>,
    with_text: bool,
) -> Option<EventRecord<'a>> {
    let document = analysed.document();
    let text = &*document.text;
    let (first, others) = event.evidence.split_first()?;
    let interval = event.when.interval();
    let (date_start, date_end) = interval.map(|i| i.iso_ends()).unwrap_or_default();
    let (char_start, char_end) = code_points.of(first.quote);
    Some(EventRecord {
        document: &document.source,
        title: &event.title,
        category: event.category.name(),
        date_start,
        date_end,
        granularity: interval.map(|i| i.granularity().name()),
        certainty: interval.map(|_| event.derivation.certainty.name()),
        factuality: event.factuality.name(),
        places: event.places.iter().map(place_record).collect(),
        participants: &event.participants,
        quote: first.quote.of(text),
        char_start,
        char_end,
        expression: first.expression.map(|span: Span| span.of(text)),
        derivation: explain(&event.derivation).line,
        confidence: event.confidence,
        missing: match event.when {
            When::Undated(missing) => Some(missing),
            When::Dated(_) | When::Recurring { .. } => None,
        },
        recurrence: match &event.when {
            When::Recurring { rule, .. } => Some(rule),
            When::Dated(_) | When::Undated(_) => None,
        },
        mentions: others.iter().map(|e| mention_record(e, text, code_points)).collect(),
        text: with_text.then_some(text),
    })
}

fn place_record(place: &Place) -> PlaceRecord<'_> {
    PlaceRecord {
        name: &place.name,
        latitude: place.coordinates.map(|c| c.latitude),
        longitude: place.coordinates.map(|c| c.longitude),
        country: place.country.as_deref(),
    }
}

fn mention_record<'a>(
    evidence: &Evidence,
    text: &'a str,
    code_points: &CodePoints<'a>,
) -> MentionRecord<'a> {
    let (char_start, char_end) = code_points.of(evidence.quote);
    MentionRecord { quote: evidence.quote.of(text), char_start, char_end }
}
