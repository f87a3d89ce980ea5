//! The timeline: found, clicked, zoomed and moved.

use dateline::app::{Command, MenuCommand, Origin, PastedText};
use dateline::event::{Event, EventId};
use egui::{Key, Modifiers, MouseWheelUnit, Pos2, Role, TouchPhase, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::Bench;

const REPORT: &str = "Bridges\n\nOn 3 May 2019 troops attacked the bridge at Kherson. \
                      On 12 March 2021 the ministers met in Brussels. \
                      On 24 February 2022 the army shelled Kharkiv.\n";

fn bench() -> Bench {
    let mut bench = Bench::new();
    let text = PastedText { text: REPORT.to_owned(), ..PastedText::default() };
    bench.send(Command::OpenText(text));
    assert!(events(&bench).len() >= 3, "{:?}", events(&bench));
    bench
}

fn events(bench: &Bench) -> Vec<Event> {
    let project = bench.app().state().project();
    let ids = bench.events_by_time();
    ids.iter().filter_map(|&id| project.event(id)).cloned().collect()
}

fn selected(bench: &Bench) -> Option<EventId> {
    bench.app().state().selection().event
}

/// The middle of an event's mark.
fn mark(bench: &Bench, event: &Event) -> Pos2 {
    bench.button(event.title.as_str()).center()
}

fn click(bench: &mut Bench, at: Pos2) {
    bench.harness.hover_at(at);
    bench.harness.drag_at(at);
    bench.harness.drop_at(at);
    bench.settle();
}

fn wheel(bench: &mut Bench, at: Pos2, delta: Vec2, modifiers: Modifiers) {
    bench.harness.hover_at(at);
    let event = egui::Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta,
        phase: TouchPhase::Move,
        modifiers,
        source: egui::MouseWheelSource::Unknown,
    };
    bench.harness.event_modifiers(event, modifiers);
    bench.settle();
}

#[test]
fn everything_is_in_view_after_opening() {
    let bench = bench();
    let view = bench.view();
    for event in events(&bench) {
        let time = event.when.interval().expect("a date");
        assert!(view.start() <= time.earliest_start() && time.latest_end() <= view.end());
    }
}

#[test]
fn a_click_on_a_mark_selects_its_event_and_shows_its_card() {
    let mut bench = bench();
    let event = events(&bench)[1].clone();
    let at = mark(&bench, &event);
    click(&mut bench, at);
    assert_eq!(selected(&bench), Some(event.id));
    bench.harness.get_by_label("Why this date?");
}

#[test]
fn a_screen_reader_selects_by_the_marks_sentence() {
    let mut bench = bench();
    let event = events(&bench)[0].clone();
    let node = bench.harness.query_all_by_role(Role::Button).find(|node| {
        node.accesskit_node().label().is_some_and(|label| label.contains(event.title.as_str()))
    });
    node.expect("a mark").click_accesskit();
    bench.settle();
    assert_eq!(selected(&bench), Some(event.id));
}

#[test]
fn the_time_under_the_pointer_stays_when_the_wheel_zooms() {
    let mut bench = bench();
    let at = bench.canvas().center();
    let before = bench.view();
    // The plot ends where the canvas does.
    let x = before.width_px() - (bench.canvas().right() - at.x);
    let there = before.moment(x);
    wheel(&mut bench, at, Vec2::new(0.0, 120.0), Modifiers::COMMAND);
    let after = bench.view();
    assert!(after.span_s() < before.span_s() * 0.8, "it zooms in");
    assert!((after.x(there) - x).abs() < 1.5, "{} is not {x}", after.x(there));
}

#[test]
fn a_sideways_wheel_moves_and_does_not_zoom() {
    let mut bench = bench();
    let before = bench.view();
    let at = bench.canvas().center();
    wheel(&mut bench, at, Vec2::new(-80.0, 0.0), Modifiers::NONE);
    let after = bench.view();
    assert!(after.start() > before.start());
    assert!((after.span_s() / before.span_s() - 1.0).abs() < 1e-6);
}

#[test]
fn keys_zoom_pan_and_fit() {
    let mut bench = bench();
    let all = bench.view();
    bench.press(Modifiers::NONE, Key::Plus);
    let near = bench.view();
    assert!(near.span_s() < all.span_s());
    bench.press(Modifiers::NONE, Key::ArrowRight);
    assert!(bench.view().start() > near.start());
    bench.press(Modifiers::NONE, Key::Num0);
    assert!((bench.view().span_s() / all.span_s() - 1.0).abs() < 1e-6);
}

#[test]
fn the_next_event_comes_into_view_and_is_centred_and_fitted() {
    let mut bench = bench();
    bench.send(Command::Menu(MenuCommand::NextEvent));
    let event = events(&bench)[0].clone();
    assert_eq!(selected(&bench), Some(event.id));
    let time = event.when.interval().expect("a date");
    bench.press(Modifiers::NONE, Key::F);
    let x = bench.view().x(time.earliest_start());
    let middle = bench.view().width_px() / 2.0;
    assert!((x - middle).abs() < 8.0, "{x} is not near {middle}");
    bench.press(Modifiers::NONE, Key::F);
    assert!(bench.view().span_s() < 3.0 * 86_400.0, "a day is fitted");
}

#[test]
fn a_drag_moves_the_timeline_and_clicks_nothing() {
    let mut bench = bench();
    let event = events(&bench)[1].clone();
    let before = bench.view();
    let at = mark(&bench, &event);
    bench.harness.hover_at(at);
    bench.harness.drag_at(at);
    bench.harness.step();
    bench.harness.hover_at(at + Vec2::new(-40.0, 0.0));
    bench.harness.step();
    bench.harness.hover_at(at + Vec2::new(-90.0, 0.0));
    bench.harness.step();
    bench.harness.drop_at(at + Vec2::new(-90.0, 0.0));
    bench.settle();
    assert!(bench.view().start() > before.start());
    assert_eq!(selected(&bench), None);
}

#[test]
fn undated_events_stand_in_the_tray_with_what_would_date_them() {
    let mut bench = Bench::new();
    let text = "Last year the army attacked the port of Odesa.\n";
    bench.send(Command::OpenText(PastedText {
        title: "A letter".to_owned(),
        text: text.to_owned(),
        date: None,
    }));
    bench.press(Modifiers::NONE, Key::U);
    bench.harness.get_by_label("Not on the timeline");
    assert!(bench.harness.query_by_label_contains("giving it one can date 1 event").is_some());
}

#[test]
fn what_is_no_event_is_rejected_and_brought_back_from_the_tray() {
    let mut bench = Bench::new();
    let text = "On 3 May 2019 the army attacked the port of Odesa. It was rebuilt in 2021.\n";
    bench.send(Command::OpenText(PastedText {
        title: "A letter".to_owned(),
        text: text.to_owned(),
        date: None,
    }));
    let id = bench.events_by_time()[0];
    bench.send(Command::SelectEvent(id, Origin::Elsewhere));
    let shown = |bench: &Bench| bench.app().state().project().events().count();
    let before = shown(&bench);
    bench.press(Modifiers::NONE, Key::Delete);
    bench.settle();
    assert_eq!(shown(&bench), before - 1);
    assert!(bench.harness.query_by_label_contains("1 rejected").is_some());
    bench.harness.get_by_label("1 event");
    bench.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(shown(&bench), before, "it can be undone");
    bench.press(Modifiers::NONE, Key::Delete);
    bench.send(Command::SelectEvent(bench.events_by_time()[0], Origin::Elsewhere));
    bench.press(Modifiers::NONE, Key::U);
    bench.harness.get_by_label("Rejected by you: select one and press Delete to bring it back");
    bench.send(Command::SelectEvent(id, Origin::Elsewhere));
    bench.harness.get_by_label("Bring it back").click_accesskit();
    bench.settle();
    assert_eq!(shown(&bench), before);
}
