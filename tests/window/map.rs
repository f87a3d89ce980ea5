//! The map: linked both ways with the timeline, used through AccessKit and the pointer.

use std::collections::BTreeSet;

use dateline::app::{Command, MenuCommand, Origin, PastedText};
use dateline::event::EventId;
use egui::{Key, Modifiers, MouseWheelUnit, Pos2, Role, TouchPhase, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::Bench;

const REPORT: &str = "Bridges\n\nOn 3 May 2019 troops attacked Odesa. \
                      On 12 March 2021 the ministers met in Brussels. \
                      On 24 February 2022 the army shelled Kharkiv. \
                      On 1 March 2022 the army shelled Kharkiv again.\n";

fn bench() -> Bench {
    let mut bench = Bench::new();
    let text = PastedText { text: REPORT.to_owned(), ..PastedText::default() };
    bench.send(Command::OpenText(text));
    bench.press(Modifiers::NONE, Key::P);
    bench
}

/// The names of the circles.
fn circles(bench: &Bench) -> Vec<String> {
    let nodes = bench.harness.query_all_by_role(Role::Button);
    let labels = nodes.filter_map(|node| node.accesskit_node().label());
    labels.filter(|label| label.contains(" in view")).collect()
}

fn middle(bench: &Bench, name: &str) -> Pos2 {
    let start = format!("{name}: ");
    let node = bench
        .harness
        .query_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&start)));
    node.expect("the place has a circle").rect().center()
}

fn places(bench: &Bench) -> Vec<&str> {
    bench.app().state().filter().places.iter().map(String::as_str).collect()
}

fn click(bench: &mut Bench, at: Pos2) {
    bench.harness.hover_at(at);
    bench.harness.drag_at(at);
    bench.harness.drop_at(at);
    bench.settle();
}

fn first_event(bench: &Bench) -> EventId {
    bench.events_by_time()[0]
}

#[test]
fn places_of_the_events_in_view_stand_on_the_map_with_their_count() {
    let bench = bench();
    let mut found = circles(&bench);
    found.sort();
    assert_eq!(
        found,
        ["Brussels: 1 event in view", "Kharkiv: 2 events in view", "Odesa: 1 event in view"]
    );
    bench.harness.get_by_label("Map, 3 places with events in view");
}

#[test]
fn the_stretch_in_view_decides_what_the_map_shows() {
    let mut bench = bench();
    let id = first_event(&bench);
    bench.send(Command::SelectEvent(id, Origin::Elsewhere));
    bench.press(Modifiers::NONE, Key::F);
    bench.press(Modifiers::NONE, Key::F);
    assert_eq!(circles(&bench), ["Odesa: 1 event in view"]);
}

#[test]
fn a_click_on_a_place_filters_and_undo_takes_it_back() {
    let mut bench = bench();
    let at = middle(&bench, "Kharkiv");
    click(&mut bench, at);
    assert_eq!(places(&bench), ["Kharkiv"]);
    assert_eq!(bench.app().state().admission().shown, 2);
    assert!(circles(&bench).iter().any(|name| name.contains("kept back")), "others can be chosen");
    bench.press(Modifiers::COMMAND, Key::Z);
    assert!(places(&bench).is_empty());
    assert_eq!(bench.app().state().admission().shown, 4);
}

#[test]
fn a_screen_reader_filters_by_a_place_and_lifts_the_filter() {
    let mut bench = bench();
    let choose = |bench: &mut Bench| {
        let node = bench.harness.query_all_by_role(Role::Button).find(|node| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with("Brussels: "))
        });
        node.expect("a circle").click_accesskit();
        bench.settle();
    };
    choose(&mut bench);
    assert_eq!(places(&bench), ["Brussels"]);
    choose(&mut bench);
    assert!(places(&bench).is_empty());
}

#[test]
fn a_rectangle_around_places_filters_by_them() {
    let mut bench = bench();
    let (one, two) = (middle(&bench, "Odesa"), middle(&bench, "Kharkiv"));
    let rect = egui::Rect::from_two_pos(one, two).expand(12.0);
    let shift = Modifiers::SHIFT;
    bench.harness.event_modifiers(egui::Event::PointerMoved(rect.min), shift);
    let button = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: shift,
    };
    bench.harness.event_modifiers(button(rect.min, true), shift);
    bench.harness.step();
    bench.harness.event_modifiers(egui::Event::PointerMoved(rect.center()), shift);
    bench.harness.step();
    bench.harness.event_modifiers(egui::Event::PointerMoved(rect.max), shift);
    bench.harness.step();
    bench.harness.event_modifiers(button(rect.max, false), shift);
    bench.settle();
    assert_eq!(places(&bench), ["Kharkiv", "Odesa"]);
}

#[test]
fn a_place_under_the_pointer_lights_its_events_and_an_event_its_place() {
    let mut bench = bench();
    let at = middle(&bench, "Kharkiv");
    bench.harness.hover_at(at);
    bench.settle();
    let lit = bench.app().state().hover().events.clone().expect("events are lit");
    let expected: BTreeSet<EventId> = bench.events_by_time()[2..].iter().copied().collect();
    assert_eq!(*lit, expected);
}

#[test]
fn the_wheel_over_the_map_zooms_the_map_alone() {
    let mut bench = bench();
    let before = bench.app().timeline_view();
    let apart = |bench: &Bench| middle(bench, "Odesa").distance(middle(bench, "Kharkiv"));
    let (was, at) = (apart(&bench), middle(&bench, "Kharkiv"));
    bench.harness.hover_at(at);
    let event = egui::Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: Vec2::new(0.0, 60.0),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Unknown,
    };
    bench.harness.event_modifiers(event, Modifiers::NONE);
    bench.settle();
    assert!(apart(&bench) > was * 1.2, "{} is not more than {was}", apart(&bench));
    assert!(middle(&bench, "Kharkiv").distance(at) < 2.0, "what is under the pointer stays");
    assert_eq!(bench.app().timeline_view(), before);
}

#[test]
fn events_without_a_known_place_are_counted_and_said() {
    let mut bench = Bench::new();
    let text = "On 3 May 2019 the bridge was attacked. On 4 May 2019 the bridge was closed.\n";
    bench.send(Command::OpenText(PastedText { text: text.to_owned(), ..PastedText::default() }));
    bench.send(MenuCommand::ToggleMap);
    bench.harness.get_by_label("No event in view has a known place");
}
