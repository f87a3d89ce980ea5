//! Where the timeline goes when it is told to.

use super::*;
use crate::time::Granularity;

fn moment(text: &str) -> Moment {
    text.parse().expect("a date")
}

fn day(text: &str) -> Interval {
    Interval::unit(moment(text), Granularity::Day)
}

fn navigator() -> Navigator {
    let mut navigator = Navigator::default();
    let extent = Some(Extent::new(moment("2000"), moment("2020")));
    navigator.adapt(extent, extent, 1000.0);
    navigator
}

fn event() -> EventId {
    EventId::of(crate::document::DocumentId::of("a", "b"), crate::text::Span::new(0, 1), 0)
}

#[test]
fn the_first_view_shows_everything() {
    let view = navigator().view().expect("a view");
    assert!(view.start() < moment("2000") && view.end() > moment("2020"));
    let mut empty = Navigator::default();
    empty.adapt(None, None, 1000.0);
    assert!(empty.view().is_none());
}

#[test]
fn an_event_in_view_moves_nothing_and_one_outside_comes_to_the_middle() {
    let ctx = Context::default();
    let mut navigator = navigator();
    navigator.zoom_at(0.0, 10.0);
    let before = navigator.view().expect("a view");
    navigator.show(&ctx, day("2001-01-01"), true);
    navigator.advance(&ctx, None, true);
    assert_eq!(navigator.view(), Some(before));
    navigator.show(&ctx, day("2015-06-01"), true);
    navigator.advance(&ctx, None, true);
    let after = navigator.view().expect("a view");
    assert!((after.x(moment("2015-06-01")) - 500.0).abs() < 2.0);
    assert!((after.span_s() / before.span_s() - 1.0).abs() < 1e-9);
}

#[test]
fn centring_twice_fits() {
    let ctx = Context::default();
    let mut navigator = navigator();
    let selected = Some((event(), day("2010-06-01")));
    navigator.request_centre();
    navigator.advance(&ctx, selected, true);
    let once = navigator.view().expect("a view");
    assert!((once.x(moment("2010-06-01")) - 500.0).abs() < 2.0);
    navigator.request_centre();
    navigator.advance(&ctx, selected, true);
    let twice = navigator.view().expect("a view");
    assert!(twice.span_s() < 2.0 * 86_400.0, "{}", twice.span_s());
    navigator.pan_by(5.0);
    navigator.request_centre();
    navigator.advance(&ctx, selected, true);
    let span = navigator.view().expect("a view").span_s();
    assert!((span / twice.span_s() - 1.0).abs() < 1e-9, "a move in between starts anew");
}

#[test]
fn a_filter_moves_nothing_and_all_is_what_it_lets_through() {
    let ctx = Context::default();
    let mut navigator = navigator();
    let before = navigator.view();
    let some = Extent::new(moment("2003"), moment("2004"));
    navigator.adapt(before.map(|view| view.extent()), Some(some), 1000.0);
    assert_eq!(navigator.view(), before);
    navigator.request_fit_all();
    navigator.advance(&ctx, None, true);
    let all = navigator.view().expect("a view");
    assert!(all.start() < some.start && all.end() > some.end && all.span_s() < 4e7);
}

#[test]
fn the_wall_is_felt_and_gives_way_again() {
    let mut navigator = navigator();
    navigator.pan_by(1e7);
    assert!(navigator.push().abs() < f32::EPSILON, "there was room");
    navigator.pan_by(80.0);
    assert!(navigator.push() > 0.4, "{}", navigator.push());
    for _ in 0..60 {
        navigator.advance(&Context::default(), None, true);
    }
    assert!(navigator.push().abs() < f32::EPSILON);
}

#[test]
fn keys_pressed_in_a_row_add_up() {
    let ctx = Context::default();
    let mut navigator = navigator();
    let before = navigator.view().expect("a view").span_s();
    navigator.request_zoom(2.0);
    navigator.request_zoom(2.0);
    navigator.advance(&ctx, None, true);
    let after = navigator.view().expect("a view").span_s();
    assert!((before / after - 4.0).abs() < 1e-6);
}

#[test]
fn a_slow_drag_does_not_glide() {
    let mut navigator = navigator();
    navigator.glide(40.0);
    assert!(navigator.glide.abs() < f32::EPSILON);
    navigator.glide(-900.0);
    assert!(navigator.glide < 0.0);
    navigator.zoom_at(1.0, 1.5);
    assert!(navigator.glide.abs() < f32::EPSILON, "a touch stops it");
}
