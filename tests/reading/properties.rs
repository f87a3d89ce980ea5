//! Whatever comes in, what goes out is sound.

use dateline::document::Document;
use dateline::import::{ImportError, import};
use proptest::prelude::*;

/// Pieces that the formats give a meaning to, and the characters on which offsets slip.
const PIECES: &[&str] = &[
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\t",
    "   ",
    " ",
    "\u{A0}",
    "\u{AD}",
    "\u{2028}",
    "\u{FEFF}",
    "\0",
    "é",
    "—",
    "Київ",
    "𝄞",
    "word",
    "Word.",
    "1812",
    "3 May 1812",
    "- ",
    "* ",
    "1. ",
    "> ",
    "| a | b |",
    "|---|---|",
    "====",
    "----",
    "# ",
    "```",
    "*",
    "_",
    "[a](b)",
    "![c](d)",
    "---\ntitle: x\n---\n",
    "<p>",
    "</p>",
    "<br>",
    "<table>",
    "<tr><td>",
    "</td>",
    "<li>",
    "<pre>",
    "</pre>",
    "<dl><dt>",
    "<dd>",
    "<!--",
    "-->",
    "<h1>",
    "</h1>",
    "&nbsp;",
    "&lt;",
    "<script>",
    "<blockquote>",
    "<nav>",
    "<article>",
    "<time datetime='1812-05-03'>",
];

fn pieced() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES), 0..60).prop_map(|p| p.concat())
}

fn name() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(&["a.txt", "a.md", "a.html", "a"][..])
}

fn check(result: Result<Document, ImportError>) {
    match result {
        Ok(document) => check_blocks(&document),
        Err(error) => assert!(!matches!(error, ImportError::Defective { .. }), "{error}"),
    }
}

/// Blocks are trimmed stretches of the text, in order, end at character boundaries, and leave out
/// nothing but white space.
fn check_blocks(document: &Document) {
    let text = &*document.text;
    let mut end = 0;
    for block in &document.blocks {
        let range = block.span.range();
        let between = text.get(end..range.start).unwrap();
        assert!(between.trim().is_empty(), "left out {between:?} of {text:?}");
        let words = text.get(range.clone()).unwrap();
        assert!(!words.is_empty() && words.trim() == words, "{words:?} of {text:?}");
        end = range.end;
    }
    assert!(text[end..].trim().is_empty(), "left out {:?} of {text:?}", &text[end..]);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(name in name(), bytes: Vec<u8>) {
        check(import(name, &bytes));
    }

    #[test]
    fn any_text_is_read_or_refused(name in name(), text in pieced()) {
        check(import(name, text.as_bytes()));
    }

    #[test]
    fn a_plain_text_is_kept_as_it_is(text in pieced()) {
        let sound = !text.starts_with('\u{FEFF}') && !text.contains(['\0', '<']);
        if let (true, Ok(document)) = (sound, import("a.txt", text.as_bytes())) {
            prop_assert_eq!(&*document.text, &text);
        }
    }

    #[test]
    fn the_same_file_is_the_same_document(name in name(), text in pieced()) {
        let twice = [(); 2].map(|()| import(name, text.as_bytes()));
        prop_assert_eq!(&twice[0], &twice[1]);
    }
}
