//! How fast English text is tagged and resolved, in bytes a second on one core.

#![expect(clippy::expect_used, reason = "a benchmark without its input ends")]

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dateline::document::{DateCandidate, DateOrigin};
use dateline::language::Packs;
use dateline::temporal::tag;
use dateline::time::Interval;

/// The sample documents, repeated to about a megabyte: histories and news as people write them.
fn text() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the samples")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    let once: String = paths
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect::<Vec<_>>()
        .join("\n\n");
    once.repeat(1 + (1 << 20) / once.len())
}

fn tagging(criterion: &mut Criterion) {
    let text = text();
    let pack = Packs::embedded().get("en").expect("the English pack");
    let date = DateCandidate {
        interval: Interval::from_iso("2023-11-29").expect("a date"),
        origin: DateOrigin::User,
        words: String::new(),
        span: None,
    };
    let mut group = criterion.benchmark_group("english");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("tag", |bencher| bencher.iter(|| tag(black_box(&text), &[], pack)));
    group.bench_function("tag and resolve", |bencher| {
        bencher.iter(|| tag(black_box(&text), &[], pack).resolve(Some(&date)));
    });
    let tagged = tag(&text, &[], pack);
    group.bench_function("resolve again", |bencher| {
        bencher.iter(|| black_box(&tagged).resolve(Some(&date)));
    });
    group.finish();
}

criterion_group!(benches, tagging);
criterion_main!(benches);
