//! What hands do on the timeline: pinch, fling, double-click, drag a lane, select a span.

use std::fmt::Write as _;

use dateline::app::{Command, MenuCommand};
use dateline::timeline::Grouping;
use egui::{Key, Modifiers, Pos2, Rect, Vec2};
use egui_kittest::kittest::Queryable as _;

use crate::support::{Bench, folder};

/// A table of events in three places: one each year in Riga and in Lviv, and a crowd in Kyiv in
/// the March of 2005.
fn bench() -> Bench {
    opened(Bench::new())
}

fn opened(mut bench: Bench) -> Bench {
    let mut table = "date,title,place\n".to_owned();
    for year in 2000..2010 {
        let place = if year % 2 == 0 { "Riga" } else { "Lviv" };
        let _ = writeln!(table, "{year}-06-15,Fair of {year},{place}");
    }
    for day in 1..=28 {
        let _ = writeln!(table, "2005-03-{day:02},Strike on day {day},Kyiv");
    }
    let folder = folder(&[("fairs.csv", &table)]);
    bench.open(&[&folder.path().join("fairs.csv")]);
    bench.send(Command::SetLanes(Grouping::Place));
    // It opens on the crowd.
    bench.press(Modifiers::NONE, Key::Num0);
    bench
}

/// A button of the pointer that goes down or up.
const fn button(pos: Pos2, pressed: bool, modifiers: Modifiers) -> egui::Event {
    egui::Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, modifiers }
}

/// Clicks twice within one frame: between two of the harness a quarter of a second goes by, and
/// clicks so far apart are two.
fn double_click(bench: &mut Bench, at: Pos2) {
    bench.harness.hover_at(at);
    bench.harness.step();
    let clicks = [true, false, true, false].map(|pressed| button(at, pressed, Modifiers::NONE));
    bench.harness.input_mut().events.extend(clicks);
    bench.settle();
}

/// Presses at the first point, moves from one to the next in a frame each, and lets go at the
/// last.
fn drag(bench: &mut Bench, points: &[Pos2], modifiers: Modifiers) {
    let (first, last) = (points[0], points[points.len() - 1]);
    bench.harness.hover_at(first);
    bench.harness.step();
    bench.harness.event_modifiers(button(first, true, modifiers), modifiers);
    bench.harness.step();
    for &point in &points[1..] {
        bench.harness.event_modifiers(egui::Event::PointerMoved(point), modifiers);
        bench.harness.step();
    }
    bench.harness.event_modifiers(button(last, false, modifiers), modifiers);
    bench.harness.step();
}

/// Where a lane's name is.
fn lane(bench: &Bench, name: &str) -> Rect {
    bench.button(&format!("{name}: "))
}

/// The lanes from the top.
fn lanes(bench: &Bench) -> Vec<String> {
    let mut lanes: Vec<(f32, String)> = ["Kyiv", "Lviv", "Riga"]
        .into_iter()
        .map(|name| (lane(bench, name).top(), name.to_owned()))
        .collect();
    lanes.sort_by(|a, b| a.0.total_cmp(&b.0));
    lanes.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn a_pinch_zooms_where_the_fingers_are() {
    let mut bench = bench();
    let before = bench.view();
    let at = bench.canvas().center();
    let x = before.width_px() - (bench.canvas().right() - at.x);
    let there = before.moment(x);
    bench.harness.hover_at(at);
    bench.harness.event(egui::Event::Zoom(2.0));
    bench.settle();
    let after = bench.view();
    assert!((after.span_s() / before.span_s() - 0.5).abs() < 0.01, "{}", after.span_s());
    assert!((after.x(there) - x).abs() < 1.5);
}

/// Flings the timeline from near; how far it goes on after the hand has let go, in pixels.
fn fling(bench: &mut Bench) -> f32 {
    bench.press(Modifiers::NONE, Key::Plus);
    bench.press(Modifiers::NONE, Key::Plus);
    let at = bench.canvas().center();
    let points: Vec<Pos2> = (0..6).map(|n| at - Vec2::new(15.0 * n as f32, 0.0)).collect();
    drag(bench, &points, Modifiers::NONE);
    let released = bench.view().start();
    bench.harness.run_steps(240);
    let rested = bench.view();
    bench.settle();
    assert_eq!(bench.view().start(), rested.start(), "it comes to rest");
    -rested.x(released)
}

#[test]
fn a_flung_timeline_glides_on_unless_there_is_to_be_less_motion() {
    let mut bench = opened(Bench::smooth());
    assert!(fling(&mut bench).abs() < 1.0, "the tests ask for less motion");
    bench.send(MenuCommand::ToggleMotion);
    let px = fling(&mut bench);
    assert!(px > 20.0, "it goes on for {px} px");
}

#[test]
fn a_double_click_on_a_group_fits_its_events() {
    let mut bench = bench();
    let at = bench.button("most important: Strike").center();
    double_click(&mut bench, at);
    let view = bench.view();
    assert!(view.span_s() < 60.0 * 86_400.0, "{} days", view.span_s() / 86_400.0);
    assert!(bench.button("Strike on day").left() >= bench.canvas().left());
}

#[test]
fn a_double_click_on_an_event_opens_its_sentence() {
    let mut bench = bench();
    let at = bench.button("Fair of 2009").center();
    double_click(&mut bench, at);
    let text = bench.harness.query_all_by_label_contains("2009-06-15").count();
    assert!(text > 0, "the row that it comes from is on the screen");
}

#[test]
fn a_double_click_on_the_axis_fits_the_unit_under_the_pointer() {
    let mut bench = bench();
    let before = bench.view();
    let top = bench.canvas().left_top();
    let x = bench.canvas().width() / 2.0;
    double_click(&mut bench, top + Vec2::new(x, 30.0));
    let after = bench.view();
    assert!(after.span_s() < before.span_s() / 2.0);
    assert!((after.span_s() / 86_400.0 - 365.5).abs() < 1.0, "{}", after.span_s() / 86_400.0);
}

#[test]
fn a_span_that_is_dragged_over_with_shift_fills_the_window() {
    let mut bench = bench();
    let before = bench.view();
    let at = bench.canvas().center();
    let points = [at, at + Vec2::new(50.0, 0.0), at + Vec2::new(100.0, 0.0)];
    drag(&mut bench, &points, Modifiers::SHIFT);
    bench.settle();
    let after = bench.view();
    let share = f64::from(100.0 / before.width_px());
    assert!((after.span_s() / before.span_s() / share - 1.0).abs() < 0.05);
}

#[test]
fn a_lane_is_dragged_to_another_place_by_its_name() {
    let mut bench = bench();
    let before = lanes(&bench);
    let from = lane(&bench, &before[2]).center();
    let to = lane(&bench, &before[0]).center_top() + Vec2::new(0.0, 2.0);
    drag(&mut bench, &[from, from.lerp(to, 0.5), to], Modifiers::NONE);
    bench.settle();
    assert_eq!(lanes(&bench), [&before[2], &before[0], &before[1]].map(String::clone));
}
