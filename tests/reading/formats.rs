//! Each format as a reader of it sees it.

use crate::{blocks, document};
use dateline::document::{BlockKind, DateOrigin, Document};

fn dates(document: &Document) -> Vec<(DateOrigin, String)> {
    let start = |interval: &dateline::time::Interval| interval.iso_ends().0.unwrap_or_default();
    document.date_candidates.iter().map(|date| (date.origin, start(&date.interval))).collect()
}

#[test]
fn a_page_gives_its_article_without_its_furniture() {
    let page = document("report_with_furniture.html");
    assert_eq!(page.title, "Ferry Returns to the Northern Rock");
    assert_eq!(page.declared_language.as_deref(), Some("en-GB"));
    assert_eq!(
        dates(&page),
        [
            (DateOrigin::Published, "2022-05-03T14:05".to_owned()),
            (DateOrigin::Metadata, "2022-05-04T09:00".to_owned()),
        ]
    );
    let blocks = blocks(&page);
    assert_eq!(blocks[0], (BlockKind::Title, "Ferry Returns to the Northern Rock"));
    for expected in [
        (BlockKind::Heading(2), "A new pier"),
        (BlockKind::ListItem, "First crossing: 07:30"),
        (BlockKind::TableRow, "2019\t14,500"),
    ] {
        assert!(blocks.contains(&expected), "{expected:?} is not in {blocks:#?}");
    }
    for wanted in ["Tuesday, 3 May 2022", "“We had begun", "14 February 2020", "for a century."] {
        assert!(page.text.contains(wanted), "{wanted} is not in {}", page.text);
    }
    for furniture in ["cookies", "Weather", "Most read", "Privacy", "1999", "[1]", "tracker"] {
        assert!(!page.text.contains(furniture), "{furniture} is in {}", page.text);
    }
    assert_eq!(page.text.matches("Ferry Returns").count(), 1, "{}", page.text);
}

#[test]
fn a_page_that_is_nothing_but_its_content_is_read_whole() {
    assert_eq!(
        blocks(&document("page_without_article.html")),
        [
            (BlockKind::Title, "Crossings"),
            (BlockKind::TableRow, "Day\tHour"),
            (BlockKind::TableRow, "3 May 2022\t07:30"),
        ]
    );
}

#[test]
fn markdown_gives_its_text_and_its_metadata() {
    let notes = document("notes.md");
    assert_eq!(notes.title, "Notes on the light");
    assert_eq!(notes.declared_language.as_deref(), Some("en"));
    assert_eq!(
        dates(&notes),
        [
            (DateOrigin::Published, "2022-05-03".to_owned()),
            (DateOrigin::Metadata, "2022-06-01".to_owned()),
        ]
    );
    assert_eq!(
        blocks(&notes),
        [
            (BlockKind::Title, "Notes on the light"),
            (BlockKind::Paragraph, "The light was first lit on 3 May 1812, see the log."),
            (BlockKind::ListItem, "It burned down in 1814."),
            (BlockKind::ListItem, "It was lit again two years later."),
            (BlockKind::TableRow, "Year\tKeeper"),
            (BlockKind::TableRow, "1812\tDoe"),
        ]
    );
}

#[test]
fn a_page_is_known_by_its_content_whatever_it_is_called() {
    let html = b"<!-- saved --><!DOCTYPE html><title>A page</title><p>Some <b>words</b>.";
    let page = dateline::import::import("page.txt", html).unwrap();
    assert_eq!(page.text.as_ref(), "A page\n\nSome words.");
}
