//! How long it takes to read a document: plain text of 50 MB in two layouts, an HTML page.

use std::fmt::Write;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dateline::import::import;

const SENTENCE: &str = "The ferry to the northern rock sailed again on Tuesday, two years after the \
                        storm that broke its pier, and forty people came down to see it arrive. ";
const SIZE: usize = 50 << 20;

/// A text of paragraphs on one line each, with a heading now and then.
fn long_lines() -> String {
    let mut text = String::with_capacity(SIZE + 1024);
    let mut section = 0;
    while text.len() < SIZE {
        section += 1;
        let _ = writeln!(text, "Section {section}\n{}", SENTENCE.repeat(5).trim_end());
        let _ = writeln!(text, "{}", SENTENCE.repeat(3).trim_end());
    }
    text
}

/// The same words, wrapped at 72 characters, with blank lines between the paragraphs.
fn wrapped_lines() -> String {
    let mut text = String::with_capacity(SIZE + 1024);
    while text.len() < SIZE {
        let mut width = 0;
        for word in SENTENCE.repeat(5).split_whitespace() {
            let separator = if width == 0 {
                ""
            } else if width + word.len() < 72 {
                " "
            } else {
                "\n"
            };
            width =
                if separator == "\n" { word.len() } else { width + separator.len() + word.len() };
            let _ = write!(text, "{separator}{word}");
        }
        text.push_str("\n\n");
    }
    text
}

fn page(paragraphs: usize) -> String {
    let mut page = String::from(
        "<html><head><title>Ferry</title></head><body><nav><a href='/'>Home</a></nav><article><h1>Ferry</h1>",
    );
    for _ in 0..paragraphs {
        let _ = write!(page, "<p>{}</p>", SENTENCE.repeat(4));
    }
    page.push_str("</article><footer>Copyright</footer></body></html>");
    page
}

fn importing(criterion: &mut Criterion) {
    let russian = "Паром на северную скалу снова пошёл во вторник. ".repeat(40) + "\n";
    let (cyrillic, _, _) = encoding_rs::WINDOWS_1251.encode(&russian);
    let inputs = [
        ("long_lines_50_mb", "a.txt", long_lines().into_bytes()),
        ("wrapped_lines_50_mb", "a.txt", wrapped_lines().into_bytes()),
        ("one_line_50_mb", "a.txt", SENTENCE.repeat(SIZE / SENTENCE.len()).into_bytes()),
        ("windows_1251_50_mb", "a.txt", cyrillic.repeat(SIZE / cyrillic.len())),
        ("markdown_5_mb", "a.md", wrapped_lines().into_bytes()[..5 << 20].to_vec()),
        ("html_60_kb", "a.html", page(100).into_bytes()),
        ("html_6_mb", "a.html", page(10_000).into_bytes()),
    ];
    let mut group = criterion.benchmark_group("import");
    group.sample_size(10);
    for (name, source, bytes) in &inputs {
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(*name, |bencher| bencher.iter(|| import(source, black_box(bytes))));
    }
    group.finish();
}

criterion_group!(benches, importing);
criterion_main!(benches);
