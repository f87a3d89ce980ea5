//! Events as flat records, the shape of every data format.

use std::collections::HashMap;

use serde::Serialize;

use super::amount::amount;
use crate::analysis::Analysed;
use crate::document::{Document, DocumentId};
use crate::event::{Event, Evidence, Fact, Missing, Participant, Place, When};
use crate::extract::Across;
use crate::temporal::explain_in_line;
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
    /// The first moment it can have been, reduced ISO 8601, or the time that words name which only
    /// blur it ("about 1200"); null if undated or open.
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
    /// Words that people have sorted it by; `starred` is a star.
    pub tags: &'a [String],
    /// The numbers that the text gives for it.
    pub facts: Vec<FactRecord<'a>>,
    /// Who says so; null if the text names no source.
    pub said_by: Option<&'a str>,
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

/// A number in a record.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FactRecord<'a> {
    /// What is counted: `killed`, `votes`, `money`.
    pub kind: &'a str,
    /// The least that it can be; null if only a most is given.
    pub low: Option<f64>,
    /// The most that it can be; null if only a least is given.
    pub high: Option<f64>,
    /// Whether the words blur it.
    pub approximate: bool,
    /// What is counted in the text's words, or the currency's code.
    pub unit: Option<&'a str>,
    /// As people write it: "at least 107".
    pub label: String,
    /// The words that give it.
    pub words: &'a str,
}

/// Another place that speaks of the event, in the same document or in another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MentionRecord<'a> {
    /// The document that it is in, as it was named.
    pub document: &'a str,
    /// The words.
    pub quote: &'a str,
    /// Their first character, in code points.
    pub char_start: usize,
    /// The character after the last one.
    pub char_end: usize,
    /// What it has in common with the event besides the time: `place`, `participant`, `words`,
    /// `number`.
    pub shared: Vec<&'static str>,
    /// Whether it is worded like another mention, and so confirms nothing.
    pub copied: bool,
    /// The first and the last moment that it gives, where that is not the event's time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disputed: Option<[Option<String>; 2]>,
}

/// The records of the events of documents, in their order. What several of them tell is one
/// record, where the first tells it.
///
/// With `with_text` every record carries the whole text of the document that it is from.
pub fn records<'a>(
    documents: &[&'a Analysed],
    across: &'a Across,
    with_text: bool,
) -> impl Iterator<Item = EventRecord<'a>> + use<'a> {
    let texts: Texts<'a> = documents
        .iter()
        .map(|analysed| {
            let document = analysed.document();
            (document.id, (document, CodePoints::new(&document.text)))
        })
        .collect();
    let all: Vec<&'a Event> = documents
        .iter()
        .flat_map(|analysed| analysed.events())
        .filter(|event| !across.absorbed.contains_key(&event.id))
        .map(|event| across.kept.get(&event.id).unwrap_or(event))
        .collect();
    all.into_iter().filter_map(move |event| record(event, &texts, with_text))
}

/// Documents by their identity.
type Texts<'a> = HashMap<DocumentId, (&'a Document, CodePoints<'a>)>;

fn record<'a>(event: &'a Event, texts: &Texts<'a>, with_text: bool) -> Option<EventRecord<'a>> {
    let (first, others) = event.evidence.split_first()?;
    let (document, code_points) = texts.get(&first.document)?;
    let text = &*document.text;
    let interval = event.when.interval();
    let (date_start, date_end) = interval.map(|i| i.sharp().iso_ends()).unwrap_or_default();
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
        tags: &event.tags,
        facts: event.facts.iter().filter_map(|fact| fact_record(fact, texts)).collect(),
        said_by: event.said_by.as_deref(),
        quote: first.quote.of(text),
        char_start,
        char_end,
        expression: first.expression.map(|span: Span| span.of(text)),
        derivation: explain_in_line(&event.derivation),
        confidence: event.confidence,
        missing: match event.when {
            When::Undated(missing) => Some(missing),
            When::Dated(_) | When::Recurring { .. } => None,
        },
        recurrence: match &event.when {
            When::Recurring { rule, .. } => Some(rule),
            When::Dated(_) | When::Undated(_) => None,
        },
        mentions: others.iter().filter_map(|evidence| mention_record(evidence, texts)).collect(),
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

fn fact_record<'a>(fact: &'a Fact, texts: &Texts<'a>) -> Option<FactRecord<'a>> {
    let (document, _) = texts.get(&fact.document)?;
    Some(FactRecord {
        kind: &fact.kind,
        low: fact.low,
        high: fact.high,
        approximate: fact.approximate,
        unit: fact.unit.as_deref(),
        label: amount(fact),
        words: fact.words.of(&document.text),
    })
}

fn mention_record<'a>(evidence: &Evidence, texts: &Texts<'a>) -> Option<MentionRecord<'a>> {
    let (document, code_points) = texts.get(&evidence.document)?;
    let (char_start, char_end) = code_points.of(evidence.quote);
    let joined = evidence.joined.as_deref();
    Some(MentionRecord {
        document: &document.source,
        quote: evidence.quote.of(&document.text),
        char_start,
        char_end,
        shared: joined.map(|joined| joined.shared.names().collect()).unwrap_or_default(),
        copied: joined.is_some_and(|joined| joined.copied),
        disputed: joined.and_then(|joined| joined.disputed).map(|when| {
            let (start, end) = when.sharp().iso_ends();
            [start, end]
        }),
    })
}
