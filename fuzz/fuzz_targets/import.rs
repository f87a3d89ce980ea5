//! Any bytes, as any format: they are read or refused, and blocks are sound.
//!
//! Run with `cargo +nightly fuzz run import`.

#![no_main]

use dateline::import::{ImportError, import};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&format, bytes)) = bytes.split_first() else { return };
    let name = ["a.txt", "a.md", "a.html", "a"][usize::from(format % 4)];
    match import(name, bytes) {
        Ok(document) => {
            let mut end = 0;
            for block in &document.blocks {
                let range = block.span.range();
                assert!(document.text[end..range.start].trim().is_empty());
                assert_eq!(document.text[range.clone()].trim(), &document.text[range.clone()]);
                end = range.end;
            }
        }
        Err(error) => assert!(!matches!(error, ImportError::Defective { .. }), "{error}"),
    }
});
