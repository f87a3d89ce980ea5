//! The axis: linear, with its gaps compressed, logarithmic, counted from an event.

use dateline::app::{App, Command, MenuCommand, Origin, PastedText, Preferences, Services};
use dateline::event::Event;
use dateline::time::Moment;
use dateline::timeline::{Scale, ScaleOrigin};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::Bench;

const REPORT: &str = "Treaties\n\nOn 4 April 1949 the ministers signed the treaty in Washington. \
                      On 24 February 2022 the army attacked Kharkiv. \
                      On 8 March 2022 the ministers met in Brussels. \
                      On 12 March 2022 the army shelled Kherson.\n";

fn bench() -> Bench {
    let mut bench = Bench::new();
    let text = PastedText { text: REPORT.to_owned(), ..PastedText::default() };
    bench.send(Command::OpenText(text));
    assert_eq!(events(&bench).len(), 4);
    bench
}

fn events(bench: &Bench) -> Vec<Event> {
    let project = bench.app().state().project();
    let ids = bench.events_by_time();
    ids.iter().filter_map(|&id| project.event(id)).cloned().collect()
}

fn select(bench: &mut Bench, number: usize) {
    let event = events(bench)[number].id;
    bench.send(Command::SelectEvent(event, Origin::Elsewhere));
}

fn scale(bench: &Bench) -> Scale {
    bench.app().state().scale()
}

fn stretch(bench: &Bench) -> (Moment, Moment) {
    bench.app().timeline_stretch().expect("something is shown")
}

fn moment(text: &str) -> Moment {
    text.parse().expect("a date")
}

/// The words of the notice that the axis is no plain one.
fn notice(bench: &Bench) -> Option<String> {
    let buttons = bench.harness.query_all_by_role(Role::Button);
    let mut labels = buttons.filter_map(|node| node.accesskit_node().label());
    labels.find(|label| label.contains("for a linear axis"))
}

/// Where marks stand, from left to right, by the first words of their sentences.
fn mark_x(bench: &Bench, words: &str) -> f32 {
    let mut buttons = bench.harness.query_all_by_role(Role::Button);
    let mark = buttons
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.contains(words)));
    mark.expect("a mark").rect().left()
}

#[test]
fn each_axis_is_chosen_from_the_palette_and_says_what_it_is() {
    let mut bench = bench();
    select(&mut bench, 1);
    let origin = ScaleOrigin::from(moment("2022-02-24"));
    let all = [
        ("compress", Scale::Compressed, Some("Not to scale: long gaps are compressed")),
        ("logarithmic", Scale::Logarithmic(origin), Some("logarithmic from 24 Feb 2022")),
        ("count from", Scale::Relative(origin), Some("Counted from D, 24 Feb 2022")),
        ("linear", Scale::Linear, None),
    ];
    for (words, expected, said) in all {
        bench.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
        bench.harness.get_by_label("Command").type_text(words);
        bench.settle();
        bench.press(Modifiers::NONE, Key::Enter);
        assert_eq!(scale(&bench), expected, "{words}");
        match (notice(&bench), said) {
            (Some(notice), Some(said)) => assert!(notice.contains(said), "{notice}"),
            (found, said) => assert_eq!(found.as_deref(), said),
        }
    }
}

#[test]
fn each_axis_is_chosen_from_the_menu() {
    let mut bench = bench();
    select(&mut bench, 1);
    for command in [
        MenuCommand::CompressedAxis,
        MenuCommand::LogarithmicAxis,
        MenuCommand::RelativeAxis,
        MenuCommand::LinearAxis,
    ] {
        let before = scale(&bench);
        bench.harness.get_by_label_contains("Axis: ").click();
        bench.settle();
        bench.harness.get_by_label_contains(command.text()).click();
        bench.settle();
        assert_ne!(scale(&bench), before, "{command:?}");
    }
    assert_eq!(scale(&bench), Scale::Linear);
}

#[test]
fn the_notice_leads_back_to_a_linear_axis() {
    let mut bench = bench();
    bench.press(Modifiers::NONE, Key::X);
    let notice = notice(&bench).expect("a notice");
    bench.harness.get_by_label(&notice).click_accesskit();
    bench.settle();
    assert_eq!(scale(&bench), Scale::Linear);
    assert!(self::notice(&bench).is_none());
}

#[test]
fn a_compressed_gap_gives_its_room_to_the_events_around_it() {
    let mut bench = bench();
    let apart = |bench: &Bench| mark_x(bench, "Kherson") - mark_x(bench, "Kharkiv");
    assert!(apart(&bench) < 20.0, "{}", apart(&bench));
    bench.press(Modifiers::NONE, Key::X);
    assert!(apart(&bench) > 100.0, "{}", apart(&bench));
    assert!(mark_x(&bench, "Washington") < mark_x(&bench, "Kharkiv"));
}

#[test]
fn the_same_time_stays_in_view_and_bookmarks_lead_back_to_theirs() {
    let mut bench = bench();
    select(&mut bench, 2);
    bench.press(Modifiers::NONE, Key::F);
    bench.press(Modifiers::NONE, Key::F);
    bench.press(Modifiers::NONE, Key::M);
    let before = stretch(&bench);
    let near = |bench: &Bench, other: (Moment, Moment)| {
        let now = stretch(bench);
        (now.0 - other.0).abs() < 3_600 && (now.1 - other.1).abs() < 3_600
    };
    for key in [Key::X, Key::G, Key::R, Key::X] {
        bench.press(Modifiers::NONE, key);
        assert!(near(&bench, before), "{:?} after {key:?}", stretch(&bench));
    }
    bench.press(Modifiers::NONE, Key::Num0);
    assert!(!near(&bench, before));
    bench.press(Modifiers::NONE, Key::B);
    assert!(near(&bench, before), "{:?} is not {before:?}", stretch(&bench));
}

#[test]
fn all_events_stay_in_view_on_every_axis() {
    let mut bench = bench();
    for key in [Key::X, Key::G, Key::X, Key::X] {
        bench.press(Modifiers::NONE, key);
        let (start, end) = stretch(&bench);
        assert!(start < moment("1949-04-04") && end > moment("2022-03-13"), "{start:?} {end:?}");
    }
}

#[test]
fn an_event_chosen_in_the_text_comes_into_view_on_every_axis() {
    let mut bench = bench();
    for key in [Key::X, Key::G] {
        bench.press(Modifiers::NONE, key);
        select(&mut bench, 0);
        bench.press(Modifiers::NONE, Key::F);
        bench.press(Modifiers::NONE, Key::F);
        let (start, end) = stretch(&bench);
        assert!(start <= moment("1949-04-04") && moment("1949-04-05") <= end, "{start:?} {end:?}");
        select(&mut bench, 3);
        let (start, end) = stretch(&bench);
        assert!(start <= moment("2022-03-12") && moment("2022-03-13") <= end, "{start:?} {end:?}");
    }
}

#[test]
fn marks_and_card_are_counted_from_the_event() {
    let mut bench = bench();
    select(&mut bench, 1);
    bench.press(Modifiers::NONE, Key::R);
    mark_x(&bench, "8 Mar 2022 (D+12)");
    select(&mut bench, 2);
    assert!(bench.harness.query_by_label("D+12").is_some());
    // With another event selected the count begins there.
    bench.press(Modifiers::NONE, Key::R);
    mark_x(&bench, "24 Feb 2022 (D−12)");
    bench.press(Modifiers::NONE, Key::R);
    assert_eq!(scale(&bench), Scale::Linear);
}

#[test]
fn nothing_can_be_counted_from_no_event() {
    let mut bench = bench();
    bench.press(Modifiers::NONE, Key::R);
    assert_eq!(scale(&bench), Scale::Linear);
    assert!(bench.app().state().message().is_some_and(|message| message.contains("Select")));
}

#[test]
fn the_axis_becomes_plain_when_its_event_is_gone() {
    let mut bench = bench();
    select(&mut bench, 1);
    bench.press(Modifiers::NONE, Key::G);
    assert!(matches!(scale(&bench), Scale::Logarithmic(_)));
    bench.send(MenuCommand::CloseAll);
    assert_eq!(scale(&bench), Scale::Linear);
}

#[test]
fn the_axis_is_remembered_with_the_view() {
    let mut bench = bench();
    bench.press(Modifiers::NONE, Key::X);
    let preferences: Preferences = bench.app().preferences();
    let text = PastedText { text: REPORT.to_owned(), ..PastedText::default() };
    let again = App::new(preferences, Services::default());
    let mut harness = egui_kittest::Harness::builder()
        .with_context_setup(dateline::app::install)
        .with_max_steps(60)
        .build_ui_state(|ui, app: &mut App| app.ui(ui), again);
    harness.state().send(Command::OpenText(text));
    let begun = std::time::Instant::now();
    harness.run_ok();
    while harness.state().is_busy() && begun.elapsed().as_secs() < 60 {
        std::thread::sleep(std::time::Duration::from_millis(5));
        harness.step();
    }
    harness.run_ok();
    assert_eq!(harness.state().state().scale(), Scale::Compressed);
}

#[test]
fn a_span_brushed_on_the_minimap_filters_and_its_chip_clears_it() {
    let mut bench = bench();
    bench.press(Modifiers::NONE, Key::X);
    let minimap = bench.harness.get_by_label("Minimap").rect();
    let (from, to) = (minimap.right() - minimap.width() * 0.6, minimap.right() - 1.0);
    let at = |x: f32| egui::pos2(x, minimap.center().y);
    bench.harness.hover_at(at(from));
    let pressed = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::SHIFT,
    };
    bench.harness.event_modifiers(pressed(at(from), true), Modifiers::SHIFT);
    bench.harness.step();
    for x in [from + 20.0, to] {
        bench.harness.event_modifiers(egui::Event::PointerMoved(at(x)), Modifiers::SHIFT);
        bench.harness.step();
    }
    bench.harness.event_modifiers(pressed(at(to), false), Modifiers::SHIFT);
    bench.settle();
    // The treaty of 1949 and the attack of February are to the left of the span.
    let span = bench.app().state().filter().span.expect("a filter");
    assert!(span.0 > moment("2022-02-25") && span.1 > moment("2022-03-12"), "{span:?}");
    assert_eq!(bench.app().state().admission().filtered, 2);
    bench.harness.get_by_label_contains("show events of all times").click();
    bench.settle();
    assert_eq!(bench.app().state().filter().span, None);
    assert_eq!(bench.app().state().admission().filtered, 0);
}
