//! The same words out of any encoding, and what becomes of bytes that are no text.

use crate::{blocks, document, error};
use dateline::document::BlockKind;

#[track_caller]
fn check(name: &str, title: &str, ending: &str) {
    let document = document(name);
    assert_eq!(document.title, title, "{name}");
    assert!(document.text.trim_end().ends_with(ending), "{name}: {}", document.text);
    assert!(document.diagnostics.is_empty(), "{name}: {:?}", document.diagnostics);
}

#[test]
fn letters_tell_the_encoding() {
    for name in ["russian_windows-1251.txt", "russian_koi8-r.txt", "russian_utf-8.txt"] {
        check(name, "Порт на северном берегу", "отстроили из камня.");
    }
    check("ukrainian_windows-1251.txt", "Маяк на скелі", "навіть узимку.");
    check("french_windows-1252.txt", "Le phare du nord", "qu’à l’origine.");
}

#[test]
fn utf_16_is_read_with_a_mark_and_without() {
    for name in [
        "ukrainian_utf-16le_marked.txt",
        "ukrainian_utf-16le_unmarked.txt",
        "ukrainian_utf-16be_unmarked.txt",
    ] {
        check(name, "Маяк на скелі", "навіть узимку.");
    }
}

#[test]
fn the_mark_is_no_part_of_the_text_and_line_ends_are() {
    let french = document("french_utf-8_marked.txt");
    assert!(french.text.starts_with("Le phare du nord\r\n\r\nLe phare fut"));
    let wrapped = document("wrapped_crlf.txt");
    assert_eq!(wrapped.text.matches("\r\n").count(), 7);
    assert_eq!(
        blocks(&wrapped).iter().map(|block| block.0).collect::<Vec<_>>(),
        [BlockKind::Title, BlockKind::Paragraph, BlockKind::Paragraph]
    );
}

#[test]
fn broken_bytes_are_replaced_and_reported() {
    for (name, around) in [
        ("french_utf-8_broken.txt", "L’\u{FFFD}té suivant"),
        ("lone_surrogate_utf-16le.txt", "Before \u{FFFD} after."),
    ] {
        let document = document(name);
        assert!(document.text.contains(around), "{name}: {}", document.text);
        assert_eq!(document.diagnostics.len(), 1, "{name}");
        assert!(document.diagnostics[0].message.contains("save it as UTF-8"), "{name}");
    }
}

#[test]
fn what_is_no_text_says_what_it_is() {
    for (name, words) in [
        ("empty.txt", "the file is empty: there is nothing to read"),
        ("blank.txt", "without any text"),
        ("picture.txt", "this is a picture (PNG); Dateline reads plain text, Markdown and HTML"),
        ("noise.txt", "a binary file of an unknown kind"),
    ] {
        let message = error(name).to_string();
        assert!(message.contains(words), "{name}: {message}");
    }
}
