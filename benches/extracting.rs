//! How fast documents are read from text to events, and how fast the events of many documents
//! are joined.
//!
//! The documents are made of the paragraphs of sample documents, with a time in every 70 bytes.
//! Others, as far apart in time as they come, are named by `DATELINE_BENCH_TEXT`: JSON Lines with a
//! `text` in each. What is measured is the time until the events are there; giving their memory
//! back is not part of it.

#![expect(clippy::expect_used, reason = "a benchmark without its input ends")]

use std::hint::black_box;
use std::path::Path;
use std::{env, fs};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dateline::analysis::{Input, Progress, analyse};
use dateline::document::{DateCandidate, DateOrigin, Diagnostic, Document, DocumentId};
use dateline::event::{
    Category, Derivation, Event, EventId, Evidence, Participant, ParticipantKind, Place, PlaceKind,
};
use dateline::extract::{Source, across};
use dateline::text::Span;
use dateline::time::{Granularity, Interval, Moment};

/// Bytes of an article.
const ARTICLE: usize = 4_000;

/// The paragraphs of the sample documents, in an order that the number decides, to the length
/// of an article.
fn article(paragraphs: &[String], number: usize) -> String {
    let mut text = String::new();
    let mut at = number * 7;
    while text.len() < ARTICLE {
        text.push_str(&paragraphs[at % paragraphs.len()]);
        text.push_str("\n\n");
        at += 1 + number % 5;
    }
    text
}

fn paragraphs() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the samples")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    let texts: Vec<String> =
        paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    texts.iter().flat_map(|text| text.split("\n\n").map(str::to_owned)).collect()
}

fn document(number: usize, text: &str) -> Document {
    let source = format!("article {number}");
    Document {
        id: DocumentId::of(&source, text),
        title: source.clone(),
        source,
        text: text.into(),
        blocks: Vec::new(),
        declared_language: None,
        date_candidates: Vec::new(),
        diagnostics: Vec::new(),
    }
}

fn date() -> DateCandidate {
    DateCandidate {
        interval: Interval::from_iso("2023-11-29").expect("a date"),
        origin: DateOrigin::User,
        words: String::new(),
        span: None,
    }
}

/// The texts that are named, or else articles of sample paragraphs.
fn articles(count: usize) -> Vec<Box<dyn Input>> {
    let text_of = |line: &str| -> String {
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON Lines");
        line["text"].as_str().expect("a text in each line").to_owned()
    };
    let named = env::var_os("DATELINE_BENCH_TEXT").map(|path| -> Vec<String> {
        let lines = fs::read_to_string(path).expect("the text that DATELINE_BENCH_TEXT names");
        lines.lines().map(text_of).collect()
    });
    let paragraphs = paragraphs();
    let text = |number: usize| match &named {
        Some(texts) => texts[number % texts.len()].clone(),
        None => article(&paragraphs, number),
    };
    (0..count).map(|number| Box::new(Article(number, text(number))) as Box<dyn Input>).collect()
}

struct Article(usize, String);

impl Input for Article {
    fn load(&self) -> Result<Document, Diagnostic> {
        Ok(document(self.0, &self.1))
    }
}

fn extracting(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("english to events");
    group.sample_size(10);

    let few = articles(250);
    let bytes: usize =
        few.iter().map(|one| one.load().map_or(0, |document| document.text.len())).sum();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
    let read = |inputs: &[Box<dyn Input>]| analyse(inputs, Some(&date()), &Progress::default());
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("one core", |bencher| {
        bencher.iter_with_large_drop(|| pool.install(|| read(black_box(&few))));
    });

    let many = articles(10_000);
    group.throughput(Throughput::Elements(many.len() as u64));
    group.bench_function("10,000 articles on all cores", |bencher| {
        bencher.iter_with_large_drop(|| read(black_box(&many)));
    });
    group.finish();
}

/// An event with one place and two who took part, of which several documents tell.
fn event(document: &Document, number: usize) -> Event {
    let day = Moment::from_ymd(
        2000 + (number / 336 % 20) as i32,
        1 + (number / 28 % 12) as u32,
        1 + (number % 28) as u32,
    );
    let interval = Interval::unit(day.expect("a day"), Granularity::Day);
    let quote = Span::new(0, document.text.len());
    let participant =
        |name: String| Participant { name, kind: ParticipantKind::Organisation, role: None };
    Event {
        category: Category::Agreement,
        places: vec![Place {
            name: format!("Town {}", number % 499),
            kind: PlaceKind::City,
            coordinates: None,
            country: None,
        }]
        .into(),
        participants: vec![
            participant(format!("Union {}", number % 211)),
            participant(format!("League {}", number % 53)),
        ]
        .into(),
        confidence: 0.9,
        ..Event::new(
            EventId::of(document.id, quote, number as u32),
            format!("Ministers {} sign treaty {}", number % 97, number % 1_009),
            Derivation::as_written("", Some(interval)),
            Evidence::of(document.id, quote),
        )
    }
}

fn joining(criterion: &mut Criterion) {
    let told: Vec<(Document, Vec<Event>)> = (0..10_000)
        .map(|number| {
            let text = format!("The ministers of number {number} signed a treaty in their town.");
            let document = document(number, &text);
            let events = (0..10).map(|n| event(&document, number * 10 / 3 + n * 7_919)).collect();
            (document, events)
        })
        .collect();
    let sources: Vec<Source<'_>> =
        told.iter().map(|(document, events)| Source { document, events }).collect();
    let mut group = criterion.benchmark_group("join");
    group.sample_size(10);
    group.bench_function("100,000 events of 10,000 documents", |bencher| {
        bencher.iter(|| across(black_box(&sources)));
    });
    group.finish();
}

/// Long texts in which each sentence could look back at all before it.
fn looking_back(criterion: &mut Criterion) {
    const SENTENCES: usize = 15_000;
    let told =
        |sentence: &dyn Fn(usize) -> String| -> String { (0..SENTENCES).map(sentence).collect() };
    let letters = |number: usize| {
        let letter = |place: usize| char::from(b'a' + (number / place % 26) as u8);
        format!("Q{}{}{}", letter(676), letter(26), letter(1))
    };
    let texts = [
        ("the same town", told(&|n| format!("In {} the city was taken again. ", 1500 + n % 400))),
        (
            "ever new names",
            told(&|n| format!("In 1911 {} {} met him. ", letters(n), letters(n * 7))),
        ),
        ("who said what", told(&|n| format!("He fled on Monday, the mayor said on Friday {n}. "))),
    ];
    let mut group = criterion.benchmark_group("looking back");
    group.sample_size(10);
    for (name, text) in texts {
        group.throughput(Throughput::Bytes(text.len() as u64));
        let input: [Box<dyn Input>; 1] = [Box::new(Article(0, text))];
        group.bench_function(name, |bencher| {
            let read = || analyse(black_box(&input), Some(&date()), &Progress::default());
            bencher.iter_with_large_drop(read);
        });
    }
    group.finish();
}

criterion_group!(benches, extracting, joining, looking_back);
criterion_main!(benches);
