//! How fast text is tagged and resolved, in bytes a second on one core; beside it, on the same
//! text, the `whichtime` crate.
//!
//! The English text is the histories among the sample documents, repeated to 100 MB: once as
//! they are, with a time in every 70 bytes, and once with their other sentences between, so that
//! times are as far apart as in encyclopaedias' articles on wars. Ukrainian and German are the
//! packs' corpora without their marks, their times as far apart. Another English text is named by `DATELINE_BENCH_TEXT`: a
//! text file, or JSON Lines with a `text` in each.

#![expect(clippy::expect_used, reason = "a benchmark without its input ends")]

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;
use std::{env, fs};

use chrono::{Local, TimeZone};
use criterion::measurement::WallTime;
use criterion::{
    BenchmarkGroup, Criterion, SamplingMode, Throughput, criterion_group, criterion_main,
};
use dateline::document::{DateCandidate, DateOrigin};
use dateline::language::{Pack, Packs};
use dateline::temporal::tag;
use dateline::time::Interval;

/// Bytes of the texts in natural language.
const SIZE: usize = 100_000_000;
/// Bytes of the others.
const ODD_SIZE: usize = 10_000_000;

/// Texts that no person writes: each must take time in proportion to its length.
const ODD: [(&str, &str); 12] = [
    ("digits", "1"),
    ("function words", "of the "),
    ("months", "may "),
    ("days without end", "1-"),
    ("ranges without end", "1941 to "),
    ("brackets", "((["),
    ("one word", "a"),
    ("one wide word", "ї"),
    ("capitals", "MAY 1 "),
    ("scripts", "May 1 травня 1. Mai 五月 μαΐου "),
    ("blank lines", "\n\n"),
    ("nested units", "the first week of the last month of the "),
];

fn repeated(once: &str, bytes: usize) -> String {
    once.repeat(1 + bytes / once.len())
}

/// Bytes of text for each time in articles on wars.
const APART: usize = 250;

/// The text that is named, or else the histories with their times far apart.
fn english(pack: &Pack) -> String {
    let Some(path) = env::var_os("DATELINE_BENCH_TEXT") else { return thinned(&histories(), pack) };
    let text = fs::read_to_string(&path).expect("the text that DATELINE_BENCH_TEXT names");
    if Path::new(&path).extension().is_none_or(|ending| ending != "jsonl") {
        return text;
    }
    let text_of = |line: &str| -> String {
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON Lines");
        line["text"].as_str().expect("a text in each line").to_owned()
    };
    text.lines().map(text_of).collect::<Vec<_>>().join("\n\n")
}

fn histories() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/history");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the samples")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    let texts = paths.iter().filter_map(|path| fs::read_to_string(path).ok());
    texts.collect::<Vec<_>>().join("\n\n")
}

/// A text with the sentences in which no time stands repeated until the others are far apart.
fn thinned(text: &str, pack: &Pack) -> String {
    let times = |text: &str| tag(text, &[], pack).resolve(None).len();
    let sentences: Vec<&str> = text.split_inclusive(". ").collect();
    let plain: Vec<&str> = sentences.iter().copied().filter(|text| times(text) == 0).collect();
    let mut fillers = plain.iter().cycle();
    let (mut thin, mut seen) = (String::new(), 0);
    for sentence in sentences {
        thin.push_str(sentence);
        seen += times(sentence);
        while thin.len() < seen * APART {
            thin.push_str(fillers.next().expect("sentences without a time"));
        }
    }
    thin
}

/// The lines of a pack's corpus, as text.
fn corpus(pack: &Pack) -> String {
    let corpus = Packs::file(pack.tag(), "corpus.toml").expect("the pack's corpus");
    let lines = corpus.lines().filter_map(|line| line.trim().strip_prefix('"'));
    let lines = lines.filter_map(|line| line.rsplit_once('"')).map(|(line, _)| without_marks(line));
    lines.collect::<Vec<_>>().join(" ")
}

/// "on [5 May = DATE 2020-05-05]" as "on 5 May".
fn without_marks(line: &str) -> String {
    let mut parts = line.split('[');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| match (part.split_once(" = "), part.split_once(']')) {
        (Some((words, _)), Some((_, rest))) => text + words + rest,
        _ => text + part,
    })
}

fn date() -> DateCandidate {
    DateCandidate {
        interval: Interval::from_iso("2023-11-29").expect("a date"),
        origin: DateOrigin::User,
        words: String::new(),
        span: None,
    }
}

/// A group over texts that take a second or more each.
fn group<'a>(criterion: &'a mut Criterion, name: &str) -> BenchmarkGroup<'a, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.sampling_mode(SamplingMode::Flat).sample_size(10);
    group.warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(10));
    group
}

fn tag_and_resolve(text: &str, pack: &Pack) -> usize {
    tag(black_box(text), &[], pack).resolve(Some(&date())).len()
}

fn in_english(criterion: &mut Criterion) {
    let pack = Packs::embedded().get("en").expect("the English pack");
    let text = repeated(&(english(pack) + "\n\n"), SIZE);
    let mut group = group(criterion, "english");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("tag", |bencher| bencher.iter(|| tag(black_box(&text), &[], pack)));
    group
        .bench_function("tag and resolve", |bencher| bencher.iter(|| tag_and_resolve(&text, pack)));
    let tagged = tag(&text, &[], pack);
    group.bench_function("resolve again", |bencher| {
        bencher.iter(|| black_box(&tagged).resolve(Some(&date())).len());
    });
    drop(tagged);
    // Its time grows faster than a paragraph does, so it is given pieces; it is given them cut.
    let whichtime = whichtime::Parser::with_locale(whichtime::Locale::En);
    let reference = Local.with_ymd_and_hms(2023, 11, 29, 12, 0, 0).single();
    let found = |piece: &str| whichtime.parse(piece, reference).map_or(0, |found| found.len());
    for (name, pieces) in [
        ("whichtime, line by line", text.lines().collect::<Vec<_>>()),
        ("whichtime, sentence by sentence", text.split_inclusive(". ").collect()),
    ] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| pieces.iter().map(|piece| found(black_box(piece))).sum::<usize>());
        });
    }
    group.finish();
}

/// Text of nearly nothing but times.
fn in_dense_english(criterion: &mut Criterion) {
    let pack = Packs::embedded().get("en").expect("the English pack");
    let text = repeated(&(histories() + "\n\n"), SIZE);
    let mut group = group(criterion, "english, dense");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("tag", |bencher| bencher.iter(|| tag(black_box(&text), &[], pack)));
    group
        .bench_function("tag and resolve", |bencher| bencher.iter(|| tag_and_resolve(&text, pack)));
    group.finish();
}

fn in_other_languages(criterion: &mut Criterion) {
    for pack in Packs::embedded().iter().filter(|pack| pack.tag() != "en") {
        let text = repeated(&(thinned(&corpus(pack), pack) + "\n"), SIZE);
        let mut group = group(criterion, &pack.settings().name);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("tag", |bencher| bencher.iter(|| tag(black_box(&text), &[], pack)));
        group.bench_function("tag and resolve", |bencher| {
            bencher.iter(|| tag_and_resolve(&text, pack));
        });
        group.finish();
    }
}

fn odd(criterion: &mut Criterion) {
    let pack = Packs::embedded().get("en").expect("the English pack");
    let mut group = group(criterion, "odd");
    for (name, once) in ODD {
        let text = repeated(once, ODD_SIZE);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |bencher| bencher.iter(|| tag_and_resolve(&text, pack)));
    }
    group.finish();
}

/// What the program does before it reads its first text in a language.
fn packs(criterion: &mut Criterion) {
    criterion.bench_function("compile every pack", |bencher| bencher.iter(Packs::load_embedded));
}

criterion_group!(benches, in_english, in_dense_english, in_other_languages, odd, packs);
criterion_main!(benches);
