//! Any text is tagged and resolved without a panic, in order, on character boundaries.

#![no_main]

use dateline::document::{DateCandidate, DateOrigin};
use dateline::language::Packs;
use dateline::temporal::tag;
use dateline::time::Interval;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let date = Interval::from_iso("2024-02-29").ok().map(|interval| DateCandidate {
        interval,
        origin: DateOrigin::User,
        words: String::new(),
        span: None,
    });
    for pack in ["en", "uk", "de"].iter().filter_map(|tag| Packs::embedded().get(tag)) {
        let tagged = tag(text, &[], pack);
        let mut last = 0;
        for timex in tagged.timexes(date.as_ref()) {
            assert!(timex.span.start >= last);
            assert!(text.get(timex.span.range()).is_some_and(|words| !words.is_empty()));
            last = timex.span.end;
        }
        let _ = tagged.resolve(None);
    }
});
