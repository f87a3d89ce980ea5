//! `dateline extract` on documents that can be read.

use std::fs;

use serde_json::Value;

use crate::{Run, arguments, folder, sample};

/// What every event has, whatever else comes with it.
const FIELDS: [&str; 16] = [
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
    "quote",
    "char_start",
    "char_end",
    "expression",
    "derivation",
    "confidence",
];

fn events(run: &Run) -> Vec<Value> {
    run.json().as_array().unwrap().clone()
}

fn text<'a>(event: &'a Value, field: &str) -> &'a str {
    event[field].as_str().unwrap_or_default()
}

fn is_iso(date: &str) -> bool {
    let date = date.strip_prefix(['-', '+']).unwrap_or(date);
    date.split(['-', 'T', ':'])
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[test]
fn events_have_every_field_in_its_shape() {
    let run = Run::new(arguments!["extract", sample("")]).expect(0, &[]);
    let events = events(&run);
    assert!(events.len() > 100, "only {} events in all sample documents", events.len());
    for event in &events {
        for field in FIELDS {
            assert!(event.get(field).is_some(), "no {field} in {event}");
        }
        assert!(!text(event, "title").is_empty(), "{event}");
        assert!(text(event, "title").split_whitespace().count() <= 12, "{event}");
        assert!(
            ["happened", "ongoing", "planned", "possible", "denied"]
                .contains(&text(event, "factuality")),
            "{event}"
        );
        let confidence = event["confidence"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&confidence), "{event}");
        for end in ["date_start", "date_end"] {
            assert!(event[end].is_null() || is_iso(text(event, end)), "{event}");
        }
        for place in event["places"].as_array().unwrap() {
            assert!(place["name"].as_str().is_some_and(|name| !name.is_empty()), "{event}");
            assert_eq!(
                place.get("latitude").is_some(),
                place.get("longitude").is_some(),
                "{event}"
            );
        }
        assert!(event["participants"].is_array(), "{event}");
        assert!(event.get("text").is_none(), "the text was not asked for");
    }
    let dated = events.iter().filter(|event| !event["date_start"].is_null()).count();
    assert!(dated * 2 > events.len(), "{dated} of {} events have a date", events.len());
}

#[test]
fn offsets_are_code_points_of_the_text() {
    let run = Run::new(arguments!["extract", sample(""), "--with-text"]).expect(0, &[]);
    for event in events(&run) {
        let start = usize::try_from(event["char_start"].as_u64().unwrap()).unwrap();
        let end = usize::try_from(event["char_end"].as_u64().unwrap()).unwrap();
        let quote: String = text(&event, "text").chars().skip(start).take(end - start).collect();
        assert_eq!(quote, text(&event, "quote"));
    }
}

#[test]
fn the_text_of_a_plain_file_is_the_file() {
    let content = "😀 Ukraine’s Київ\r\n\r\nThe bridge was opened on 4 May 1953 in Kyiv.\r\n";
    let folder = folder(&[("bridge.txt", content.as_bytes())]);
    let run = Run::new(arguments!["extract", folder.path().join("bridge.txt"), "--with-text"]);
    let events = events(&run.expect(0, &[]));
    assert_eq!(events.len(), 1, "{events:?}");
    let event = &events[0];
    assert_eq!(text(event, "text"), content);
    assert_eq!(text(event, "date_start"), "1953-05-04");
    assert_eq!(text(event, "date_end"), "1953-05-04");
    let start = usize::try_from(event["char_start"].as_u64().unwrap()).unwrap();
    assert!(start >= content.chars().take_while(|&c| c != 'T').count(), "{event}");
}

#[test]
fn json_lines_and_csv_say_the_same_as_json() {
    let path = sample("ukraine_2022/chronology.txt");
    let json = events(&Run::new(arguments!["extract", path]).expect(0, &[]));
    assert!(json.len() > 20, "only {} events in the chronology", json.len());
    let lines = Run::new(arguments!["extract", path, "--format", "jsonl"]).expect(0, &[]).stdout;
    let from_lines: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(from_lines, json);

    let table = Run::new(arguments!["extract", path, "--format", "csv"]).expect(0, &[]).stdout;
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let head = reader.headers().unwrap().clone();
    for field in FIELDS {
        assert!(head.iter().any(|column| column == field), "no column {field}");
    }
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), json.len());
    for (row, event) in rows.iter().zip(&json) {
        for field in ["title", "date_start", "date_end", "quote"] {
            let column = head.iter().position(|name| name == field).unwrap();
            assert_eq!(&row[column], text(event, field));
        }
    }
}

#[test]
fn the_date_given_dates_what_is_relative() {
    let memo = sample("memo_archive_move.txt");
    let without = events(&Run::new(arguments!["extract", memo]).expect(0, &[]));
    assert!(!without.is_empty(), "undated events are kept");
    for event in &without {
        assert!(event["date_start"].is_null() && event["date_end"].is_null(), "{event}");
    }
    let with =
        events(&Run::new(arguments!["extract", memo, "--date", "2024-05-15"]).expect(0, &[]));
    let confirmed =
        with.iter().find(|event| text(event, "quote").contains("landlord confirmed")).unwrap();
    assert_eq!(text(confirmed, "date_start"), "2024-05-14");
    assert_eq!(text(confirmed, "expression").to_lowercase(), "yesterday");
    assert!(!text(confirmed, "derivation").is_empty());
}

#[test]
fn the_date_given_stands_before_the_document_s_own() {
    let folder = folder(&[("2020-01-05_note.txt", b"The roof was repaired yesterday.")]);
    let note = folder.path().join("2020-01-05_note.txt");
    let date = |run: Run| text(&events(&run)[0], "date_start").to_owned();
    assert_eq!(date(Run::new(arguments!["extract", note])), "2020-01-04");
    assert_eq!(date(Run::new(arguments!["extract", note, "--date", "2021-03-01"])), "2021-02-28");
}

#[test]
fn a_file_is_written_whole() {
    let folder = folder(&[]);
    let target = folder.path().join("events.json");
    let path = sample("history/marie_curie.txt");
    let run = Run::new(arguments!["extract", path, "-o", target]).expect(0, &[]);
    assert!(run.stdout.is_empty());
    let written = fs::read_to_string(&target).unwrap();
    assert_eq!(written, Run::new(arguments!["extract", path]).stdout);
}

#[test]
fn a_folder_that_is_not_there_cannot_be_written_to() {
    let folder = folder(&[]);
    let target = folder.path().join("no/such/events.json");
    let run = Run::new(arguments!["extract", sample("history/writing.txt"), "-o", target]);
    run.expect(1, &["events.json"]);
    assert!(!target.exists());
}
