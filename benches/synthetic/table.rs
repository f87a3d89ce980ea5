//! Made-up events as a table.

use std::error::Error;
use std::io::Write;

use dateline::event::Event;
use serde_json::json;

use crate::synthetic::{self, Recipe};

/// The columns.
const COLUMNS: [&str; 8] =
    ["start", "end", "title", "category", "places", "participants", "factuality", "certainty"];

/// Writes made-up events as CSV.
pub(crate) fn write_csv(out: impl Write, recipe: Recipe) -> Result<(), Box<dyn Error>> {
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(COLUMNS)?;
    for event in synthetic::stream(recipe) {
        csv.write_record(cells(&event))?;
    }
    Ok(csv.flush()?)
}

/// Writes made-up events as JSON Lines.
pub(crate) fn write_lines(mut out: impl Write, recipe: Recipe) -> Result<(), Box<dyn Error>> {
    for event in synthetic::stream(recipe) {
        let fields =
            COLUMNS.into_iter().map(str::to_owned).zip(cells(&event).map(|cell| json!(cell)));
        let object = serde_json::Value::Object(fields.collect());
        writeln!(out, "{object}")?;
    }
    Ok(out.flush()?)
}

/// The cells of an event, in the order of the columns.
fn cells(event: &Event) -> [String; COLUMNS.len()] {
    let (start, end) = event.when.interval().map(|when| when.iso_ends()).unwrap_or_default();
    let places: Vec<_> = event.places.iter().map(|place| place.name.as_str()).collect();
    let people: Vec<_> = event.participants.iter().map(|one| one.name.as_str()).collect();
    [
        start.unwrap_or_default(),
        end.unwrap_or_default(),
        event.title.to_string(),
        event.category.name().to_owned(),
        places.join("; "),
        people.join("; "),
        event.factuality.name().to_owned(),
        event.derivation.certainty.name().to_owned(),
    ]
}
