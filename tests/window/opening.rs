//! Opening files, folders, pasted text and samples.

use std::path::Path;

use dateline::app::{Answer, Command, MenuCommand, NoDialogs, PastedText, Services};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::{Bench, USUAL, folder};

const REPORT: &str = "The bridge was opened on 3 May 2019. Two years later it was closed.\n";

fn titles(bench: &Bench) -> Vec<String> {
    let documents = bench.app().state().project().documents();
    documents.iter().map(|analysed| analysed.document().title.clone()).collect()
}

#[test]
fn the_first_run_offers_samples_one_click_away() {
    let mut bench = Bench::new();
    bench.harness.get_by_label("Open sample documents").click();
    bench.settle();
    assert!(bench.app().state().project().documents().len() >= 10);
}

#[test]
fn files_are_asked_for_and_opened() {
    let files = folder(&[("one.txt", REPORT), ("two.txt", REPORT)]);
    let chosen = vec![files.path().join("one.txt"), files.path().join("two.txt")];
    let mut bench = Bench::answering([Answer::Paths(chosen.clone())]);
    bench.press(Modifiers::COMMAND, Key::O);
    assert_eq!(bench.app().state().project().documents().len(), 2);
    assert_eq!(bench.app().preferences().recent, chosen);
}

#[test]
fn a_dialog_that_is_cancelled_changes_nothing() {
    let mut bench = Bench::answering([Answer::Cancelled]);
    bench.press(Modifiers::COMMAND, Key::O);
    assert!(titles(&bench).is_empty());
    assert!(!bench.app().has_dialog());
}

#[test]
fn where_the_system_has_no_dialog_the_programs_own_takes_its_place() {
    let services = Services { dialogs: std::sync::Arc::new(NoDialogs) };
    let mut bench = Bench::with_services(USUAL, egui::Theme::Light, services);
    bench.send(MenuCommand::OpenFiles);
    assert!(bench.app().has_dialog());
    bench.harness.get_by_label("Open files");
    bench.harness.get_by_label("Cancel").click();
    bench.settle();
    assert!(!bench.app().has_dialog());
}

#[test]
fn a_folder_is_read_and_what_is_no_document_is_listed() {
    let files = folder(&[("one.txt", REPORT), ("empty.txt", "")]);
    std::fs::write(files.path().join("noise.bin"), [0_u8, 1, 2, 255].repeat(100)).expect("a file");
    let mut bench = Bench::new();
    bench.open(&[files.path()]);
    assert_eq!(bench.app().state().project().documents().len(), 1);
    let (not_read, _) = bench.app().state().notices().counts();
    assert_eq!(not_read, 2, "{:?}", bench.app().state().notices());
    bench.harness.get_by_label("2 files were not read").click();
    bench.settle();
    assert!(bench.app().has_dialog());
    assert!(bench.harness.query_by_label_contains("noise.bin").is_some());
}

#[test]
fn a_file_that_is_gone_is_listed_and_the_rest_is_untouched() {
    let mut bench = Bench::with_samples();
    let before = titles(&bench);
    bench.open(&[Path::new("/no/such/file.txt")]);
    assert_eq!(titles(&bench), before);
    assert_eq!(bench.app().state().notices().counts().0, 1);
}

#[test]
fn opening_again_shows_nothing_twice() {
    let files = folder(&[("one.txt", REPORT)]);
    let mut bench = Bench::new();
    bench.open(&[files.path()]);
    bench.open(&[files.path()]);
    assert_eq!(bench.app().state().project().documents().len(), 1);
}

#[test]
fn pasted_text_asks_what_it_is_and_becomes_a_document() {
    let mut bench = Bench::new();
    bench.harness.event(Event::Paste(REPORT.to_owned()));
    bench.settle();
    assert!(bench.app().has_dialog());
    let title = bench.harness.get_by_label("Title");
    title.focus();
    title.type_text("The bridge");
    bench.settle();
    bench.harness.get_by_label("Add document").click();
    bench.settle();
    assert_eq!(titles(&bench), ["The bridge"]);
    assert!(!bench.app().has_dialog());
}

#[test]
fn closing_a_document_can_be_undone() {
    let mut bench = Bench::new();
    let text = PastedText { text: REPORT.to_owned(), ..PastedText::default() };
    bench.send(Command::OpenText(text));
    assert_eq!(titles(&bench).len(), 1);
    bench.press(Modifiers::COMMAND, Key::W);
    assert!(titles(&bench).is_empty());
    bench.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(titles(&bench).len(), 1);
}
