//! The star and the tags that a person gives an event.

use dateline::app::{Command, MenuCommand, Origin, PastedText};
use dateline::event::Event;
use dateline::timeline::Grouping;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::Bench;

const REPORT: &str = "Bridges\n\nOn 3 May 2019 troops attacked the bridge at Kherson. \
                      On 12 March 2021 the ministers met in Brussels.\n";

fn bench() -> Bench {
    let mut bench = Bench::new();
    let text = PastedText { text: REPORT.to_owned(), ..PastedText::default() };
    bench.send(Command::OpenText(text));
    let first = bench.app().state().project().events().next().expect("an event").id;
    bench.send(Command::SelectEvent(first, Origin::Elsewhere));
    bench
}

fn selected(bench: &Bench) -> Event {
    bench.app().state().selected_event().expect("an event is selected").clone()
}

#[test]
fn a_star_is_put_on_and_taken_away_and_can_be_undone() {
    let mut bench = bench();
    bench.harness.get_by_label("Star this event").click();
    bench.settle();
    assert!(selected(&bench).is_starred());
    bench.harness.get_by_label("Take the star away").click();
    bench.settle();
    assert!(!selected(&bench).is_starred());
    bench.send(MenuCommand::Undo);
    assert!(selected(&bench).is_starred());
    bench.press(Modifiers::NONE, Key::Y);
    assert!(!selected(&bench).is_starred());
}

#[test]
fn tags_are_added_and_taken_away_and_make_lanes() {
    let mut bench = bench();
    bench.harness.get_by_label("Add a tag").click();
    bench.settle();
    bench.harness.get_by_label("Add a tag").type_text("river, Dnipro");
    bench.settle();
    bench.press(Modifiers::NONE, Key::Enter);
    assert_eq!(*selected(&bench).tags, ["river", "Dnipro"]);
    bench.send(Command::SetLanes(Grouping::Tag));
    assert!(bench.harness.query_by_label("river: 1 event").is_some());
    bench.harness.get_by_label("Take the tag river away").click();
    bench.settle();
    assert_eq!(*selected(&bench).tags, ["Dnipro"]);
    bench.send(MenuCommand::Undo);
    assert_eq!(*selected(&bench).tags, ["river", "Dnipro"]);
}
