//! What a careful reader finds in the sample documents, against what the program finds.
//!
//! Each file of `expectations/` is a table for one document: its date, and events by words of
//! their title or quote with the first and the last moment they can have been. An event is met
//! if one extracted event has all its words, its dates (to the expectation's precision) and its
//! place and factuality where these are given. A `known_miss` says why an event is not met
//! today; it is printed with the rest of the misses, and may go once the event is met.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its input fails")]
#![expect(clippy::print_stdout, reason = "the counts are for whoever runs it with --nocapture")]

mod titles;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use dateline::analysis::Analysed;
use dateline::document::{DateCandidate, DateOrigin};
use dateline::export::{EventRecord, records};
use dateline::extract::Across;
use dateline::files::Source;
use dateline::time::Interval;
use serde::Deserialize;

/// One document and what is in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expectations {
    document: String,
    /// The date that the document states itself, if it does.
    date: Option<String>,
    /// The date that the reader gives it.
    given_date: Option<String>,
    events: Vec<Expected>,
    /// By country, the beginnings of all that happened there, as the document words it.
    countries: BTreeMap<String, Vec<String>>,
}

/// One event.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    words: String,
    start: String,
    end: String,
    place: Option<String>,
    factuality: Option<String>,
    known_miss: Option<String>,
}

impl Expected {
    fn is_met_by(&self, event: &EventRecord<'_>) -> bool {
        let text = format!("{} {}", event.title, event.quote).to_lowercase();
        let starts = |date: &Option<String>, with: &str| {
            date.as_ref().is_some_and(|date| date.starts_with(with))
        };
        self.words.split(' ').all(|word| text.contains(&word.to_lowercase()))
            && starts(&event.date_start, &self.start)
            && starts(&event.date_end, &self.end)
            && self.place.as_ref().is_none_or(|place| event.places.iter().any(|p| p.name == *place))
            && self.factuality.as_ref().is_none_or(|expected| event.factuality == expected)
    }

    fn describe(&self) -> String {
        let place = self.place.as_ref().map(|place| format!(" in {place}")).unwrap_or_default();
        format!("\"{}\" {} to {}{place}", self.words, self.start, self.end)
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn all_expectations() -> Vec<Expectations> {
    let folder = root().join("tests/sample_data/expectations");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let read = |path: &PathBuf| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    paths.iter().map(read).collect()
}

fn analyse(document: &str) -> Analysed {
    Analysed::new(Source::new(root().join("sample_data").join(document)).open().unwrap())
}

fn user_date(iso: &str) -> DateCandidate {
    DateCandidate {
        interval: Interval::from_iso(iso).unwrap(),
        origin: DateOrigin::User,
        words: iso.to_owned(),
        span: None,
    }
}

fn sample_files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { sample_files(&path, into) } else { into.push(path) }
    }
}

#[test]
fn every_sample_document_has_its_expectations() {
    let mut files = Vec::new();
    sample_files(&root().join("sample_data"), &mut files);
    let known = all_expectations();
    assert!(files.len() >= 10, "only {} sample documents", files.len());
    for file in files {
        let below = file.strip_prefix(root().join("sample_data")).unwrap().to_string_lossy();
        let below = below.replace('\\', "/");
        assert!(known.iter().any(|table| table.document == below), "{below} has no table");
    }
}

#[test]
fn expectations_use_the_words_of_their_document() {
    for table in all_expectations() {
        let analysed = analyse(&table.document);
        let text = analysed.document().text.to_lowercase();
        for word in table.events.iter().flat_map(|expected| expected.words.split(' ')) {
            assert!(text.contains(&word.to_lowercase()), "{}: no \"{word}\"", table.document);
        }
    }
}

#[test]
fn sample_documents_have_the_date_they_state() {
    let mut wrong = Vec::new();
    for expected in all_expectations() {
        let found = analyse(&expected.document).date().and_then(|date| date.interval.iso_ends().0);
        let day = found.as_deref().map(|iso| iso.split('T').next().unwrap_or_default());
        if day != expected.date.as_deref() {
            wrong.push(format!("{}: {day:?}, not {:?}", expected.document, expected.date));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sample_documents_give_the_events_that_a_reader_finds() {
    let (mut met, mut misses, mut regressions) = (0, Vec::new(), Vec::new());
    for table in all_expectations() {
        let mut analysed = analyse(&table.document);
        if let Some(date) = &table.given_date {
            analysed = analysed.with_date(Some(user_date(date)));
        }
        let alone = Across::default();
        let events: Vec<EventRecord<'_>> = records(&[&analysed], &alone, false).collect();
        for expected in &table.events {
            let line = format!("{}: {}", table.document, expected.describe());
            let is_met = events.iter().any(|event| expected.is_met_by(event));
            match (is_met, &expected.known_miss) {
                (true, Some(_)) => misses.push(format!("{line}: met by now, drop its known_miss")),
                (true, None) => met += 1,
                (false, Some(reason)) => misses.push(format!("{line}: {reason}")),
                (false, None) => regressions.push(line),
            }
        }
    }
    println!("{met} met; {} known misses:\n{}", misses.len(), misses.join("\n"));
    assert!(
        regressions.is_empty(),
        "{met} met, {} not:\n{}",
        regressions.len(),
        regressions.join("\n")
    );
}

#[test]
fn every_event_is_in_the_country_that_a_reader_finds_it_in() {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut wrong = Vec::new();
    for table in all_expectations() {
        let mut analysed = analyse(&table.document);
        if let Some(date) = &table.given_date {
            analysed = analysed.with_date(Some(user_date(date)));
        }
        let text = &analysed.document().text;
        for event in analysed.events() {
            let sentence = plain(event.evidence[0].sentence.of(text));
            for place in &event.places {
                let Some(country) = &place.country else { continue };
                let told = table.countries.get(&**country).into_iter().flatten();
                if !told.into_iter().any(|words| sentence.contains(&plain(words))) {
                    wrong.push(format!("{}: {place:?}: {sentence}", table.document));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_relative_is_dated_without_a_date() {
    let analysed = analyse("memo_archive_move.txt");
    assert!(analysed.date().is_none());
    let dated: Vec<_> = records(&[&analysed], &Across::default(), false)
        .filter(|event| event.date_start.is_some())
        .map(|e| e.quote.to_owned())
        .collect();
    assert!(dated.is_empty(), "dated out of nothing: {dated:?}");
}
