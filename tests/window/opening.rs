//! Opening files, folders, pasted text and samples.

use std::path::Path;

use dateline::app::{Answer, Command, MenuCommand, NoDialogs, PastedText, Services};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

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

/// Columns whose names say nothing; a row without a date that can be read.
const UNNAMED_COLUMNS: &str = "c1,c2,c3\n\
    2022-03-07,The bridge is opened,Riga\n\
    soonish,Nobody knows,Riga\n\
    2022-05-09,The bridge is closed,Lviv\n";

/// Says what a column of the dialog holds.
fn choose(bench: &mut Bench, column: &str, role: &str) {
    bench.harness.get_by_label(&format!("What {column} holds")).click();
    bench.settle();
    let choices: Vec<_> = bench.harness.get_all_by_label(role).collect();
    choices.last().expect("a choice").click();
    bench.settle();
}

#[test]
fn the_user_says_what_columns_hold_whose_names_do_not() {
    let files = folder(&[("log.csv", UNNAMED_COLUMNS)]);
    let mut bench = Bench::new();
    bench.open(&[&files.path().join("log.csv")]);
    assert!(bench.app().has_dialog());
    bench.harness.get_by_label("The bridge is opened");
    choose(&mut bench, "c1", "Date or start");
    choose(&mut bench, "c2", "What happened");
    choose(&mut bench, "c3", "Place");
    bench.harness.get_by_label("Open table").click();
    bench.settle();
    assert!(!bench.app().has_dialog());
    let project = bench.app().state().project();
    let [table] = project.documents() else { panic!("{} documents", project.documents().len()) };
    let told: Vec<(&str, &str, bool)> = table
        .events()
        .iter()
        .map(|e| (e.title.as_str(), e.places[0].name.as_str(), e.when.interval().is_some()))
        .collect();
    let expected = [
        ("The bridge is opened", "Riga", true),
        ("Nobody knows", "Riga", false),
        ("The bridge is closed", "Lviv", true),
    ];
    assert_eq!(told, expected);
    let notices = bench.app().state().notices().all();
    let said: Vec<&str> = notices.iter().map(|notice| notice.message.as_str()).collect();
    assert!(said.iter().any(|said| said.contains("line 3 “soonish”")), "{said:?}");
}

#[test]
fn a_table_cannot_be_opened_before_its_dates_and_titles_are_known() {
    let files = folder(&[("log.csv", UNNAMED_COLUMNS)]);
    let mut bench = Bench::new();
    bench.open(&[&files.path().join("log.csv")]);
    choose(&mut bench, "c1", "Date or start");
    assert!(bench.harness.get_by_label("Open table").accesskit_node().is_disabled());
    bench.harness.get_by_label("Cancel").click();
    bench.settle();
    assert!(!bench.app().has_dialog());
    assert_eq!(titles(&bench).len(), 1, "it was read as text");
}

#[test]
fn what_columns_hold_can_be_said_again() {
    let named = "date,name,remark\n1990-05-01,Riga,The bridge is opened\n";
    let files = folder(&[("log.csv", named)]);
    let mut bench = Bench::new();
    bench.open(&[&files.path().join("log.csv")]);
    assert!(!bench.app().has_dialog());
    assert_eq!(titles(&bench), ["log"]);
    bench.harness.get_by_role_and_label(Role::ListItem, "log").click_secondary();
    bench.settle();
    bench.harness.get_by_label("Say what its columns hold…").click();
    bench.settle();
    choose(&mut bench, "name", "Place");
    choose(&mut bench, "remark", "What happened");
    bench.harness.get_by_label("Open table").click();
    bench.settle();
    let project = bench.app().state().project();
    let [table] = project.documents() else { panic!("{} documents", project.documents().len()) };
    let [event] = table.events() else { panic!("{} events", table.events().len()) };
    assert_eq!(
        (event.title.as_str(), event.places[0].name.as_str()),
        ("The bridge is opened", "Riga")
    );
}

#[test]
fn a_table_of_which_no_name_says_what_happened_is_opened_and_asked_about() {
    let files = folder(&[("log.csv", "date,town,c3\n1990-05-01,Riga,The bridge is opened\n")]);
    let mut bench = Bench::new();
    bench.open(&[&files.path().join("log.csv")]);
    assert_eq!(titles(&bench).len(), 1);
    choose(&mut bench, "c3", "What happened");
    bench.harness.get_by_label("Open table").click();
    bench.settle();
    let project = bench.app().state().project();
    let [table] = project.documents() else { panic!("{} documents", project.documents().len()) };
    assert_eq!(table.events()[0].title, "The bridge is opened");
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
