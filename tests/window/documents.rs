//! The list of documents, their dates, filters and search.

use dateline::app::{Command, MenuCommand, PastedText};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::Bench;

const RELATIVE: &str = "Harbour report\n\nLast year the harbour was closed. It was reopened on \
                        12 March 2021 after the storm.\n";

fn bench() -> Bench {
    let mut bench = Bench::new();
    let text = PastedText { text: RELATIVE.to_owned(), ..PastedText::default() };
    bench.send(Command::OpenText(text));
    bench
}

fn date(bench: &Bench) -> Option<String> {
    let documents = bench.app().state().project().documents();
    documents[0].date().map(|date| date.interval.label())
}

#[test]
fn a_document_without_a_date_asks_and_takes_one_in_words() {
    let mut bench = bench();
    assert_eq!(date(&bench), None);
    bench.harness.get_by_label("No date found. When was this written?").click();
    bench.settle();
    let field = bench.harness.get_by_label("Document date");
    field.type_text("2023-11-29");
    bench.settle();
    bench.press(Modifiers::NONE, Key::Enter);
    assert_eq!(date(&bench).as_deref(), Some("29 Nov 2023"));
    bench.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(date(&bench), None);
}

#[test]
fn words_that_are_no_date_change_nothing() {
    let mut bench = bench();
    bench.press(Modifiers::COMMAND, Key::D);
    bench.harness.get_by_label("Document date").type_text("no date at all");
    bench.settle();
    bench.harness.get_by_label("This is not understood as a date.");
    bench.press(Modifiers::NONE, Key::Enter);
    assert_eq!(date(&bench), None);
}

#[test]
fn a_click_on_a_document_selects_it() {
    let mut bench = Bench::with_samples();
    let second = bench.app().state().project().documents()[1].document().clone();
    bench.harness.get_by_role_and_label(egui::accesskit::Role::ListItem, &second.title).click();
    bench.settle();
    assert_eq!(bench.app().state().shown_document(), Some(second.id));
}

#[test]
fn a_hidden_document_is_filtered_and_comes_back() {
    let mut bench = Bench::with_samples();
    let all = bench.app().state().admission();
    let id = bench.app().state().project().documents()[0].document().id;
    bench.send(Command::ToggleDocument(id));
    let some = bench.app().state().admission();
    assert_eq!(some.shown + some.undated + some.filtered, all.shown + all.undated);
    assert!(some.filtered > 0, "the document has events");
    bench.send(MenuCommand::ClearFilters);
    assert_eq!(bench.app().state().admission(), all);
}

#[test]
fn search_finds_and_goes_from_find_to_find() {
    let mut bench = bench();
    bench.press(Modifiers::NONE, Key::Slash);
    bench.harness.get_by_label("Search events and text").type_text("HARBOUR");
    bench.settle();
    let found = bench.app().state().search().len();
    assert!(found >= 2, "{found} found");
    bench.harness.get_by_label(&format!("{found} found"));
    bench.press(Modifiers::NONE, Key::F3);
    assert_eq!(bench.app().state().search().current(), Some(0));
    bench.press(Modifiers::SHIFT, Key::F3);
    assert_eq!(bench.app().state().search().current(), Some(found - 1));
}

#[test]
fn a_long_text_is_searched_in_the_background() {
    let mut bench = Bench::new();
    let text = "The harbour was quiet. ".repeat(100_000);
    bench.send(Command::OpenText(PastedText { text, ..PastedText::default() }));
    bench.app().send(Command::SetQuery("quiet".to_owned()));
    bench.harness.step();
    assert!(bench.app().is_busy());
    bench.settle();
    assert_eq!(bench.app().state().search().matches().map(|found| found.text.len()), Some(10_000));
}

#[test]
fn a_search_that_finds_nothing_says_so() {
    let mut bench = bench();
    bench.send(Command::SetQuery("zeppelin".to_owned()));
    bench.harness.get_by_label("nothing found");
}

#[test]
fn typing_in_a_field_carries_out_no_command() {
    let mut bench = bench();
    let panels = *bench.app().state().panels();
    bench.press(Modifiers::COMMAND, Key::F);
    for key in [Key::OpenBracket, Key::CloseBracket, Key::U, Key::L, Key::Num0] {
        bench.press(Modifiers::NONE, key);
    }
    assert_eq!(*bench.app().state().panels(), panels);
}

#[test]
fn panels_fold_with_a_key_each() {
    let mut bench = bench();
    bench.press(Modifiers::NONE, Key::OpenBracket);
    assert!(!bench.app().state().panels().documents);
    bench.press(Modifiers::NONE, Key::CloseBracket);
    assert!(!bench.app().state().panels().source);
    bench.press(Modifiers::NONE, Key::OpenBracket);
    assert!(bench.app().state().panels().documents);
}

#[test]
fn the_next_event_is_selected_by_a_key_and_let_go_by_escape() {
    let mut bench = Bench::with_samples();
    bench.press(Modifiers::NONE, Key::Period);
    let first = bench.app().state().selection().event;
    assert_eq!(first, bench.events_by_time().first().copied());
    bench.press(Modifiers::NONE, Key::Period);
    assert_ne!(bench.app().state().selection().event, first);
    bench.press(Modifiers::NONE, Key::Comma);
    assert_eq!(bench.app().state().selection().event, first);
    bench.press(Modifiers::NONE, Key::Escape);
    assert_eq!(bench.app().state().selection().event, None);
}
