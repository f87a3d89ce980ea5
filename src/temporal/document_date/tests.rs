use std::sync::Arc;

use super::*;
use crate::document::DocumentId;
use crate::import;
use crate::language::Packs;
use crate::temporal::tag;

/// A text of some length, so that what stands before it is the head.
const TEXT: &str = "The ministers of the coast met in the old town hall and spoke for six hours about the \
                    ferry, the fish and the light on the northern rock, which has been dark for years.";

fn dates(name: &str, text: &str) -> Vec<(DateOrigin, String)> {
    let document = import::import(name, text.as_bytes()).expect("the text is read");
    let pack = Packs::embedded().get("en").expect("English is built in");
    let tagged = tag(&document.text, &document.blocks, pack);
    document_dates(&document, &tagged, pack)
        .into_iter()
        .map(|date| (date.origin, date.interval.iso_ends().0.unwrap_or_default()))
        .collect()
}

/// `@` in `text` stands for a paragraph of running text.
fn check_named(name: &str, text: &str, expected: &[(DateOrigin, &str)]) {
    let found = dates(name, &text.replace('@', TEXT));
    let found: Vec<_> = found.iter().map(|(origin, date)| (*origin, date.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

fn check(text: &str, expected: &[(DateOrigin, &str)]) {
    check_named("pasted text", text, expected);
}

#[test]
fn a_dateline_dates_a_report() {
    let day = [(DateOrigin::Dateline, "2023-11-29")];
    check("Talks Resume\n\nBRUSSELS, Nov. 29, 2023 - @\n\n@", &day);
    check("Talks Resume\n\nBRUSSELS, 29 November 2023 (Agency) — @\n\n@", &day);
    check("Talks Resume\n\nOLD HARBOUR, Norland, November 29, 2023 /Agency/ -- @\n\n@", &day);
    check("BRUSSELS, November 29, 2023 (Agency) --\n\n@\n\n@", &day);
    check("Talks Resume\n\n(Brussels, November 29, 2023) – @\n\n@", &day);
    check("Talks Resume\n\nBrussels, 29 November 2023: @\n\n@", &day);
}

#[test]
fn a_line_of_a_chronicle_does_not_date_it() {
    let years = "1848 Founding of a militia\n\n1901 Opening of a bridge\n\n1920 A fire";
    check(&format!("Lund\n\n12 March 1838 - Great Fire\n\n{years}"), &[]);
}

#[test]
fn a_dateline_without_a_year_is_completed_or_left_out() {
    let text = "Talks Resume\n\nBRUSSELS, Dec. 30 - @";
    check(text, &[]);
    check_named(
        "2024-01-02.txt",
        text,
        &[(DateOrigin::Dateline, "2023-12-30"), (DateOrigin::FileName, "2024-01-02")],
    );
    check_named(
        "2023-12-01.txt",
        "KYIV, Ukraine, Nov. 28 (Agency) — It rained.",
        &[(DateOrigin::Dateline, "2023-11-28"), (DateOrigin::FileName, "2023-12-01")],
    );
    check(&format!("{text}\n\nCopyright 2023 The Anchor"), &[(DateOrigin::Dateline, "2023-12-30")]);
    check(&format!("{text}\n\nOn 3 May 1812 the light was lit. @"), &[]);
}

#[test]
fn a_line_over_the_text_dates_it() {
    let day = |date| [(DateOrigin::Byline, date)];
    check("Harbour Reopens\n\nFriday, August 21, 2015\n\n@\n\n@", &day("2015-08-21"));
    check("Harbour Reopens\n\nPublished 3 May 2022 at 14:05\n\n@", &day("2022-05-03T14:05"));
    check("Harbour Reopens\n\nPosted on May 3, 2022 by Jane Doe\n\n@", &day("2022-05-03"));
    check("Harbour Reopens\n\nBy Jane Doe, The Anchor\nMay 3, 2022\n\n@", &day("2022-05-03"));
    check("From: A. Reader\nDate: Tue, 3 May 2022 14:05:00 +0200\n\n@", &day("2022-05-03T14:05"));
}

#[test]
fn when_it_was_published_comes_before_when_it_was_changed() {
    check(
        "Harbour Reopens\n\nUpdated 5 May 2022\nPublished 3 May 2022\n\n@",
        &[(DateOrigin::Byline, "2022-05-03"), (DateOrigin::Byline, "2022-05-05")],
    );
}

#[test]
fn a_line_under_the_text_closes_it() {
    let day = [(DateOrigin::Byline, "2023-11-29")];
    check("The Coast Treaty\n\n@\n\n@\n\nBrussels, 29 November 2023", &day);
    check("Treaty of the Coast\n\n@\n\n@\n\nDone at Brussels, 29 November 2023.", &day);
}

#[test]
fn the_title_of_a_record_names_its_day() {
    check(
        "Statement of the Coast Council, 11 October 2022\n\n@",
        &[(DateOrigin::Text, "2022-10-11")],
    );
    check("Battle of the Ford, 11 October 1822\n\n@", &[]);
}

#[test]
fn what_a_narrative_tells_is_not_its_date() {
    check("The Siege\n\nThe siege began on 3 May 1812. @ It ended on 5 June 1812.\n\n@", &[]);
    check("Jane Doe\n\nJane Doe (9 August 1929 – 13 February 2014) was a sailor. @", &[]);
    check("Jane Doe\n\nBorn 9 August 1929\n\n@", &[]);
    check("The Siege\n\nOn 3 May 1812 - a Sunday - the fleet came. @", &[]);
    check("The Siege\n\nThe book, first published 3 May 1812, made him famous. @", &[]);
    check(
        "Notes\n\n@\n\n@\n\nThe Anchor, 3 May 2022\n\nThe Mail, 4 May 2022\n\nThe Post, 9 May 2022",
        &[],
    );
    check("Timeline\n\nDate\tEvent\n3 May 2022\tThe fleet sails\n9 May 2022\tIt is back", &[]);
}

#[test]
fn the_days_of_a_chronology_are_not_its_own() {
    check(
        "The War\n\n24 February 2022\n\n@\n\n25 February 2022\n\n@\n\n26 February 2022\n\n@",
        &[],
    );
    check(
        "- 3 May 2022: The fleet sails.\n- 4 May 2022: It is back.\n- 9 May 2022: It sails again.",
        &[],
    );
}

#[test]
fn candidates_that_disagree_are_kept_the_best_first() {
    check_named(
        "2023-12-01.txt",
        "Talks Resume\n\nDecember 2, 2023\n\nBRUSSELS, Nov. 29, 2023 - @",
        &[
            (DateOrigin::Dateline, "2023-11-29"),
            (DateOrigin::Byline, "2023-12-02"),
            (DateOrigin::FileName, "2023-12-01"),
        ],
    );
}

#[test]
fn the_words_that_say_so_are_shown() {
    let text = format!("Talks Resume\n\nBRUSSELS, Nov. 29, 2023 - {TEXT}");
    let document = import::import("pasted text", text.as_bytes()).expect("the text is read");
    let pack = Packs::embedded().get("en").expect("English is built in");
    let tagged = tag(&document.text, &document.blocks, pack);
    let dates = document_dates(&document, &tagged, pack);
    assert_eq!(dates[0].words, "BRUSSELS, Nov. 29, 2023");
    assert_eq!(dates[0].span, Some(Span::new(14, 37)));
}

#[test]
fn two_lines_of_one_day_are_one_candidate_of_both() {
    let lines = "Posted: Jul 1, 2021 1:00 PM\nUpdated: Jul 1, 2021 1:00 PM";
    let text = format!("Talks Resume\n\n{lines}\n\n{TEXT}");
    let document = import::import("pasted text", text.as_bytes()).expect("the text is read");
    let pack = Packs::embedded().get("en").expect("English is built in");
    let tagged = tag(&document.text, &document.blocks, pack);
    let dates = document_dates(&document, &tagged, pack);
    assert_eq!(dates.len(), 1);
    assert_eq!(dates[0].words, lines);
}

#[test]
fn an_empty_document_has_no_date() {
    let pack = Packs::embedded().get("en").expect("English is built in");
    let document = crate::document::Document {
        id: DocumentId::of("", ""),
        title: String::new(),
        source: String::new(),
        text: Arc::from(""),
        blocks: Vec::new(),
        declared_language: None,
        date_candidates: Vec::new(),
        diagnostics: Vec::new(),
    };
    assert!(document_dates(&document, &Tagged::default(), pack).is_empty());
}

#[test]
fn a_line_with_several_days_tells_which_is_its_own() {
    let decided = [(DateOrigin::Byline, "2006-02-07")];
    check("STATE v. MERCER\n\nArgued October 12, 2005—Decided February 7, 2006\n\n@", &decided);
    check("STATE v. MERCER\n\nDecided February 7, 2006\n\n@", &decided);
    check("STATE v. MERCER\n\nArgued October 12, 2005\n\n@", &[]);
}

#[test]
fn a_record_is_of_the_day_that_closes_its_line() {
    let held = "Harbour Board\nMinutes of the regular meeting held on Tuesday, 14 March 2017\n\n@";
    check(held, &[(DateOrigin::Byline, "2017-03-14")]);
    check("Harbour Board\n\nThe regular meeting was held on 14 March 2017\n\n@", &[]);
}
