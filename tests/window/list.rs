//! The list, the timeline's twin, and the keys that walk along events.

use dateline::app::{Command, MenuCommand, PastedText};
use dateline::event::EventId;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::Bench;

const REPORT: &str = "Bridges\n\nOn 3 May 2019 troops attacked Odesa. \
                      On 12 March 2021 the ministers met in Brussels. \
                      On 24 February 2022 the army shelled Kharkiv. \
                      On 1 March 2022 the ministers met in Paris.\n";

fn bench() -> Bench {
    let mut bench = Bench::new();
    let text = PastedText { text: REPORT.to_owned(), ..PastedText::default() };
    bench.send(Command::OpenText(text));
    bench
}

fn list() -> Bench {
    let mut bench = bench();
    bench.press(Modifiers::NONE, Key::T);
    bench
}

/// The sentences of the rows, from the top.
fn rows(bench: &Bench) -> Vec<String> {
    let mut rows: Vec<(f32, String)> = bench
        .harness
        .query_all_by_role(Role::ListItem)
        .filter_map(|node| {
            let label = node.accesskit_node().label()?;
            label.contains("; ").then(|| (node.rect().top(), label))
        })
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, label)| label).collect()
}

fn title(bench: &Bench) -> String {
    let event = bench.app().state().selected_event();
    event.map(|event| event.title.to_string()).unwrap_or_default()
}

fn by_time(bench: &Bench) -> Vec<EventId> {
    bench.events_by_time()
}

#[test]
fn the_list_has_every_event_in_order_of_time() {
    let bench = list();
    let rows = rows(&bench);
    assert_eq!(rows.len(), 4, "{rows:?}");
    for (row, word) in rows.iter().zip(["Odesa", "Brussels", "Kharkiv", "Paris"]) {
        assert!(row.contains(word), "{row}");
    }
}

#[test]
fn the_list_follows_the_filter_as_the_timeline_does() {
    let mut bench = list();
    bench.send(Command::TogglePlace("Brussels".to_owned()));
    assert_eq!(rows(&bench).len(), 1);
    bench.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(rows(&bench).len(), 4);
}

#[test]
fn lane_by_lane_the_order_is_that_of_the_lanes() {
    let mut bench = list();
    bench.harness.get_by_label("By category, then date").click();
    bench.settle();
    let rows = rows(&bench);
    assert_eq!(rows.len(), 4);
    let category = |row: &String| row.split(':').next().unwrap_or_default().to_owned();
    let categories: Vec<String> = rows.iter().map(category).collect();
    assert_eq!(categories[0], categories[1]);
    assert_eq!(categories[2], categories[3]);
    assert_ne!(categories[0], categories[2]);
}

#[test]
fn a_click_on_a_row_selects_and_arrows_move_from_row_to_row() {
    let mut bench = list();
    let second = rows(&bench)[1].clone();
    bench.harness.get_by_role_and_label(Role::ListItem, &second).click();
    bench.settle();
    assert_eq!(bench.app().state().selection().event, Some(by_time(&bench)[1]));
    bench.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(bench.app().state().selection().event, Some(by_time(&bench)[2]));
    bench.press(Modifiers::NONE, Key::ArrowUp);
    bench.press(Modifiers::NONE, Key::ArrowUp);
    bench.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(bench.app().state().selection().event, Some(by_time(&bench)[0]), "it stops");
    bench.press(Modifiers::NONE, Key::PageDown);
    assert_eq!(bench.app().state().selection().event, Some(by_time(&bench)[3]));
}

#[test]
fn on_the_timeline_up_and_down_go_to_the_event_nearest_in_time_in_the_next_lane() {
    let mut bench = bench();
    // The lanes are attacks and meetings.
    bench.send(MenuCommand::NextEvent);
    assert!(title(&bench).contains("Odesa"));
    bench.press(Modifiers::NONE, Key::ArrowDown);
    assert!(title(&bench).contains("Brussels"), "{}", title(&bench));
    bench.press(Modifiers::NONE, Key::ArrowDown);
    assert!(title(&bench).contains("Brussels"), "there is no lane below");
    bench.press(Modifiers::NONE, Key::ArrowUp);
    assert!(title(&bench).contains("Kharkiv"), "{}", title(&bench));
}

#[test]
fn a_list_without_events_says_so() {
    let mut bench = Bench::new();
    let text = "The bridge is long.\n";
    bench.send(Command::OpenText(PastedText { text: text.to_owned(), ..PastedText::default() }));
    bench.send(MenuCommand::ToggleList);
    bench.harness.get_by_label("No events were found");
}
