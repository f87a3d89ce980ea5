//! Any text is tagged and resolved without a panic: in order, on character boundaries, to sound
//! intervals, and twice the same.
//!
//! Half of the inputs are read as they are; the other half as a choice of words from the packs'
//! corpora, so that expressions stand in every company. Run with `cargo +nightly fuzz run tagger`.

#![no_main]

use std::sync::LazyLock;

use dateline::document::{DateCandidate, DateOrigin};
use dateline::language::Packs;
use dateline::temporal::{Timex, explain, tag, tag_stretches};
use dateline::time::Interval;
use libfuzzer_sys::fuzz_target;

/// The words of every pack's corpus, and what stands between them.
static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let corpora =
        Packs::embedded().iter().filter_map(|pack| Packs::file(pack.tag(), "corpus.toml"));
    let mut words: Vec<&str> = corpora.flat_map(str::split_whitespace).collect();
    words.sort_unstable();
    words.dedup();
    words
});

fuzz_target!(|bytes: &[u8]| {
    let text = text(bytes);
    let date = Interval::from_iso("2024-02-29").ok().map(|interval| DateCandidate {
        interval,
        origin: DateOrigin::User,
        words: String::new(),
        span: None,
    });
    for pack in Packs::embedded().iter() {
        let tagged = tag(&text, &[], pack);
        let timexes = tagged.timexes(date.as_ref());
        check(&text, &timexes);
        assert_eq!(timexes, tagged.timexes(date.as_ref()));
        check(&text, &tagged.resolve(date.as_ref()));
        check(&text, &tagged.resolve(None));
    }
    let stretches = Packs::embedded().stretches(&text, &[], None);
    let mut end = 0;
    for stretch in &stretches {
        assert!(stretch.span.start >= end && text.get(stretch.span.range()).is_some());
        end = stretch.span.end;
    }
    check(&text, &tag_stretches(&text, &[], &stretches).resolve(date.as_ref()));
});

fn text(bytes: &[u8]) -> String {
    let Some((mode, rest)) = bytes.split_first() else { return String::new() };
    if mode % 2 == 0 {
        return String::from_utf8_lossy(rest).into_owned();
    }
    let mut text = String::new();
    for pair in rest.chunks_exact(2) {
        let index = usize::from(u16::from_le_bytes([pair[0], pair[1]]));
        match index.checked_sub(1 << 15) {
            None => text.push_str(WORDS[index % WORDS.len()]),
            Some(sign) => text.push(char::from((sign % 96 + 32) as u8)),
        }
        text.push_str([" ", " ", " ", "", "-", "\n", "\n\n"][index % 7]);
    }
    text
}

fn check(text: &str, timexes: &[Timex]) {
    let mut last = 0;
    for timex in timexes {
        assert!(timex.span.start >= last, "{timex:?}");
        let words = text.get(timex.span.range()).expect("character boundaries");
        assert!(!words.is_empty() && words.trim() == words, "{timex:?}");
        assert!(!timex.value.is_empty(), "{timex:?}");
        assert!(!explain(&timex.derivation).line.is_empty());
        if let Some(interval) = timex.interval {
            let (start, end) = (interval.earliest_start(), interval.latest_end());
            assert!(
                start <= interval.latest_start() && start <= interval.earliest_end(),
                "{timex:?}"
            );
            assert!(interval.latest_start() <= end && interval.earliest_end() <= end, "{timex:?}");
        }
        last = timex.span.end;
    }
}
