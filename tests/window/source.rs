//! The source text: marked, clicked, scrolled to, copied.

use dateline::app::{Command, MenuCommand, Origin, PastedText};
use dateline::event::{Event, EventId};
use egui::{Key, Modifiers, Role, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::Bench;

/// A text of which one screen shows little, with an event at its start and one at its end.
fn long_text() -> String {
    let filler = "The river flows past the mill and the old houses on the bank.\n\n".repeat(300);
    format!(
        "On 3 May 2019 troops attacked the bridge at Kherson.\n\n{filler}\
         On 24 February 2022 the army shelled Kharkiv.\n"
    )
}

fn bench() -> Bench {
    let mut bench = Bench::new();
    let text = PastedText { text: long_text(), ..PastedText::default() };
    bench.send(Command::OpenText(text));
    bench
}

fn last_event(bench: &Bench) -> Event {
    let state = bench.app().state();
    let id: EventId = *bench.events_by_time().last().expect("an event");
    state.project().event(id).cloned().expect("it is in the project")
}

fn quote(event: &Event) -> String {
    let text = long_text();
    event.evidence[0].quote.of(&text).to_owned()
}

/// Where the words of an event are on the screen, if they are.
fn on_screen(bench: &Bench, words: &str) -> Option<egui::Rect> {
    let mut links = bench.harness.query_all_by_role(Role::Link);
    links.find(|node| node.accesskit_node().label().as_deref() == Some(words)).map(|n| n.rect())
}

#[test]
fn selecting_an_event_scrolls_to_its_words() {
    let mut bench = bench();
    let event = last_event(&bench);
    assert_eq!(on_screen(&bench, &quote(&event)), None, "it is far below");
    bench.send(Command::SelectEvent(event.id, Origin::Timeline));
    let rect = on_screen(&bench, &quote(&event)).expect("it is in view");
    assert!(rect.top() > 90.0 && rect.bottom() < 780.0, "{rect:?}");
}

#[test]
fn a_click_on_the_words_selects_their_event_and_the_timeline_goes_there() {
    let mut bench = bench();
    let event = last_event(&bench);
    bench.send(Command::SelectEvent(event.id, Origin::Elsewhere));
    bench.send(MenuCommand::Clear);
    for _ in 0..12 {
        bench.send(MenuCommand::ZoomIn);
    }
    for _ in 0..12 {
        bench.send(MenuCommand::PanEarlier);
    }
    let time = event.when.interval().expect("a date");
    let before = bench.app().timeline_view().expect("a view");
    assert!(time.earliest_start() > before.end(), "the event is out of view");
    let rect = on_screen(&bench, &quote(&event)).expect("it is in view");
    let at = rect.left_center() + Vec2::new(20.0, 0.0);
    bench.harness.hover_at(at);
    bench.harness.drag_at(at);
    bench.harness.drop_at(at);
    bench.settle();
    assert_eq!(bench.app().state().selection().event, Some(event.id));
    let after = bench.app().timeline_view().expect("a view");
    assert!(after.start() < time.earliest_start() && time.earliest_start() < after.end());
}

#[test]
fn words_under_the_pointer_light_up_their_event() {
    let mut bench = bench();
    let event = last_event(&bench);
    bench.send(Command::SelectEvent(event.id, Origin::Elsewhere));
    let rect = on_screen(&bench, &quote(&event)).expect("it is in view");
    bench.harness.hover_at(rect.left_center() + Vec2::new(20.0, 0.0));
    bench.settle();
    assert_eq!(bench.app().state().hover().event, Some(event.id));
}

#[test]
fn what_is_dragged_over_can_be_copied() {
    let mut bench = bench();
    let paragraph = bench
        .harness
        .query_all_by_role(Role::Paragraph)
        .map(|node| node.rect())
        .nth(1)
        .expect("a second paragraph");
    let start = paragraph.left_top() + Vec2::new(0.0, 8.0);
    bench.harness.hover_at(start);
    bench.harness.drag_at(start);
    bench.harness.step();
    for part in [0.5, 1.0] {
        bench.harness.hover_at(start + Vec2::new(paragraph.width() * part, 2.0));
        bench.harness.step();
    }
    bench.harness.event(egui::Event::Copy);
    bench.harness.step();
    let copied = bench.harness.output().platform_output.commands.iter().any(|command| {
        matches!(command, egui::OutputCommand::CopyText(text) if text.starts_with("The river"))
    });
    assert!(copied, "{:?}", bench.harness.output().platform_output.commands);
}

#[test]
fn whole_pages_are_turned_by_key() {
    let mut bench = bench();
    let first = marks_of_the_bridge(&bench);
    let over = bench.harness.query_all_by_role(Role::Paragraph).next().expect("text").rect();
    bench.harness.hover_at(over.center());
    bench.press(Modifiers::NONE, Key::PageDown);
    assert_ne!(marks_of_the_bridge(&bench), first);
}

/// How many marked words are in view: the first event's are, until the page is turned.
fn marks_of_the_bridge(bench: &Bench) -> usize {
    bench
        .harness
        .query_all_by_role(Role::Link)
        .filter(|node| node.accesskit_node().label().is_some_and(|label| label.contains("bridge")))
        .count()
}
