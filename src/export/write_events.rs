//! Events as JSON, JSON Lines or CSV.

use std::io::{self, Write};

use super::records::{EventRecord, records};
use crate::analysis::Analysed;
use crate::extract::Across;

/// A data format for events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventFormat {
    /// One JSON list.
    Json,
    /// One JSON object a line (<https://jsonlines.org>).
    JsonLines,
    /// Comma-separated values with a head line (RFC 4180).
    Csv,
}

/// Writes the events of documents, in their order; what several of them tell, as `across` says,
/// once.
///
/// # Errors
/// Whatever the writer says.
pub fn write_events<'a>(
    out: &mut dyn Write,
    documents: impl IntoIterator<Item = &'a Analysed>,
    across: &Across,
    format: EventFormat,
    with_text: bool,
) -> io::Result<()> {
    let documents: Vec<&Analysed> = documents.into_iter().collect();
    let all = records(&documents, across, with_text);
    match format {
        EventFormat::Json => write_json(out, all),
        EventFormat::JsonLines => write_json_lines(out, all),
        EventFormat::Csv => write_csv(out, all, with_text),
    }
}

/// A list with one event a block of lines. Written event by event, so that a large result is
/// never in memory twice.
fn write_json<'a>(
    out: &mut dyn Write,
    all: impl Iterator<Item = EventRecord<'a>>,
) -> io::Result<()> {
    out.write_all(b"[")?;
    // A record is written in many small pieces, which are put together first.
    let mut whole = Vec::new();
    for (number, record) in all.enumerate() {
        whole.clear();
        whole.extend_from_slice(if number == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer_pretty(&mut whole, &record)?;
        out.write_all(&whole)?;
    }
    out.write_all(b"\n]\n")
}

fn write_json_lines<'a>(
    out: &mut dyn Write,
    all: impl Iterator<Item = EventRecord<'a>>,
) -> io::Result<()> {
    let mut line = Vec::new();
    for record in all {
        line.clear();
        serde_json::to_writer(&mut line, &record)?;
        line.push(b'\n');
        out.write_all(&line)?;
    }
    Ok(())
}

const COLUMNS: [&str; 21] = [
    "document",
    "title",
    "category",
    "date_start",
    "date_end",
    "granularity",
    "certainty",
    "factuality",
    "places",
    "participants",
    "tags",
    "facts",
    "said_by",
    "quote",
    "char_start",
    "char_end",
    "expression",
    "derivation",
    "confidence",
    "missing",
    "recurrence",
];

fn write_csv<'a>(
    out: &mut dyn Write,
    all: impl Iterator<Item = EventRecord<'a>>,
    with_text: bool,
) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(COLUMNS.into_iter().chain(with_text.then_some("text")))?;
    for record in all {
        let row = csv_row(&record);
        csv.write_record(row.iter().map(String::as_str).chain(record.text))?;
    }
    csv.flush()
}

/// The cells of a record; lists are joined with "; ", which no name contains.
fn csv_row(record: &EventRecord<'_>) -> [String; COLUMNS.len()] {
    let places: Vec<_> = record.places.iter().map(|place| place.name).collect();
    let participants: Vec<_> = record.participants.iter().map(|p| p.name.as_str()).collect();
    let facts: Vec<_> =
        record.facts.iter().map(|fact| format!("{}: {}", fact.kind, fact.label)).collect();
    let missing = record.missing.and_then(|m| serde_json::to_value(m).ok());
    let owned = |text: Option<&str>| text.unwrap_or_default().to_owned();
    [
        record.document.to_owned(),
        record.title.to_owned(),
        record.category.to_owned(),
        owned(record.date_start.as_deref()),
        owned(record.date_end.as_deref()),
        owned(record.granularity),
        owned(record.certainty),
        record.factuality.to_owned(),
        places.join("; "),
        participants.join("; "),
        record.tags.join("; "),
        facts.join("; "),
        owned(record.said_by),
        record.quote.to_owned(),
        record.char_start.to_string(),
        record.char_end.to_string(),
        owned(record.expression),
        record.derivation.clone(),
        record.confidence.to_string(),
        owned(missing.as_ref().and_then(|m| m.as_str())),
        owned(record.recurrence),
    ]
}
