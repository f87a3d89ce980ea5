//! Properties of whole frames, and one frame as text.

use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::document::DocumentId;
use crate::event::{
    Category, Derivation, Event, EventId, Evidence, Factuality, Operation, Place, PlaceKind,
    Reading, When,
};
use crate::scene::{Rect, Shape, Size, Target, Theme, Weight, measure};
use crate::text::Span;
use crate::time::{Granularity, Interval, Moment};

/// An event at places, from a date to another.
pub(super) fn event(number: u32, from: &str, to: &str, places: &[&str]) -> Event {
    let iso = |date: &str| Interval::from_iso(date).expect("a date");
    let interval = if from == to { iso(from) } else { Interval::span(iso(from), iso(to)) };
    let document = DocumentId::of("test", "document");
    let quote = Span::new(number as usize, number as usize + 5);
    Event {
        category: Category::ALL[number as usize % 5],
        places: places.iter().map(|&name| place(name)).collect(),
        factuality: Factuality::ALL[number as usize % 5],
        confidence: (number % 10) as f32 / 10.0,
        ..Event::new(
            EventId::of(document, quote, number),
            format!("Event number {number} of the test"),
            Derivation::as_written(from, Some(interval)),
            Evidence::of(document, quote),
        )
    }
}

fn place(name: &str) -> Place {
    Place { name: name.to_owned(), kind: PlaceKind::City, coordinates: None, country: None }
}

pub(super) fn model(events: &[Event], grouping: Grouping) -> Model {
    Model::build(events, [], grouping)
}

pub(super) fn view(model: &Model) -> View {
    View::all(model.extent().expect("events"), Frame::plot_width(1000.0))
}

pub(super) fn frame(view: View, theme: &Theme) -> Frame<'_> {
    Frame {
        view,
        size: Size::new(1000.0, 500.0),
        scroll_px: 0.0,
        crowding: Crowding::Scroll,
        settled: 0.0,
        theme,
        measure: &measure,
        highlight: Highlight::default(),
        now: None,
    }
}

/// The boxes of the labels in the plot.
fn labels(layout: &Layout) -> Vec<Rect> {
    layout
        .scene
        .shapes()
        .filter_map(|shape| match shape {
            Shape::Text(run) if run.position.x > layout.plot.left => Some(run),
            _ => None,
        })
        .filter(|run| run.position.y > layout.plot.top && run.weight == Weight::Regular)
        .map(|run| {
            let width = measure(&run.text, run.size_px, run.weight);
            let left = run.position.x;
            Rect::new(left, run.position.y - 6.0, left + width, run.position.y + 6.0)
        })
        .collect()
}

#[test]
fn a_frame_says_what_it_shows() {
    let events = [
        event(0, "2022-02-24", "2022-04-02", &["Kyiv"]),
        event(5, "2022-03-07", "2022-03-07", &["Kyiv", "Brussels"]),
        event(10, "2022", "2022", &["Kharkiv"]),
    ];
    let model = model(&events, Grouping::Place);
    let layout = layout(&model, &frame(view(&model), &Theme::light()));
    let mut said = String::new();
    for (lane, (top, bottom)) in model.lanes().iter().zip(&layout.lanes) {
        let _ = writeln!(said, "{} {}: {top} to {bottom}", lane.name(), lane.count());
    }
    for (rect, target) in layout.scene.targets() {
        if let Target::Event { event, lane } = target {
            let title = model.title(*event).unwrap_or_default();
            let (left, right) = (rect.left.round(), rect.right.round());
            let _ = writeln!(said, "{title} in lane {lane}: {left} to {right}");
        }
    }
    assert_eq!(
        said,
        "Kyiv 2: 44 to 104\n\
         Brussels 1: 104 to 140\n\
         Kharkiv 1: 140 to 176\n\
         Event number 0 of the test in lane 0: 283 to 531\n\
         Event number 5 of the test in lane 0: 304 to 477\n\
         Event number 5 of the test in lane 1: 304 to 477\n\
         Event number 10 of the test in lane 2: 164 to 968\n"
    );
    let expected = Counts { shown: 3, ..Counts::default() };
    assert_eq!(layout.counts, expected);
}

#[test]
fn an_event_at_three_places_stands_in_three_lanes_and_is_counted_once() {
    let events = [event(0, "2022-03-07", "2022-03-07", &["Kyiv", "Brussels", "Riga"])];
    let model = model(&events, Grouping::Place);
    let layout = layout(&model, &frame(view(&model), &Theme::light()));
    let lanes: Vec<usize> = layout
        .scene
        .targets()
        .iter()
        .filter_map(|(_, target)| match target {
            Target::Event { lane, .. } => Some(*lane),
            _ => None,
        })
        .collect();
    assert_eq!(lanes, [0, 1, 2]);
    assert_eq!(layout.counts.shown, 1);
}

#[test]
fn undated_and_filtered_events_are_counted_as_such() {
    let mut events: Vec<Event> =
        (0..5).map(|number| event(number, "2022-03-07", "2022-03-07", &["Kyiv"])).collect();
    events[1].when = When::Undated(crate::event::Missing::Vague);
    let model = model(&events, Grouping::Place);
    let kept = [events[0].id, events[2].id];
    let model = model.filtered(Grouping::Category, |id| kept.contains(&id));
    let counts = layout(&model, &frame(view(&model), &Theme::light())).counts;
    assert_eq!((counts.shown, counts.filtered, counts.undated), (2, 2, 1));
}

#[test]
fn the_next_event_follows_in_time_and_there_is_an_end() {
    let events = [
        event(0, "2022-05-07", "2022-05-07", &[]),
        event(1, "2022-03-07", "2022-03-07", &[]),
        event(2, "2022-04-07", "2022-04-07", &[]),
    ];
    let model = model(&events, Grouping::Place);
    let [last, first, middle] = [events[0].id, events[1].id, events[2].id];
    assert_eq!(model.neighbour(None, true), Some(first));
    assert_eq!(model.neighbour(Some(first), true), Some(middle));
    assert_eq!(model.neighbour(Some(last), true), None);
    assert_eq!(model.neighbour(Some(middle), false), Some(first));
    assert_eq!(model.neighbour(None, false), Some(last));
}

#[test]
fn an_event_takes_no_more_than_two_hundred_bytes_besides_its_title() {
    let places = ["A", "B", "C", "D", "E"];
    let number = 20_000;
    let events: Vec<Event> = (0..number)
        .map(|number| {
            let date = format!("{:04}-{:02}-07", 1800 + number % 200, 1 + number % 12);
            let stands_in = 1 + usize::from(number % 7 == 0);
            let first = number as usize % 4;
            event(number, &date, &date, &places[first..first + stands_in])
        })
        .collect();
    let model = model(&events, Grouping::Place);
    let each = model.bytes() / number as usize;
    assert!((100..=200).contains(&each), "{each} bytes");
}

#[test]
fn lanes_stand_as_the_user_has_them_and_every_event_is_still_counted() {
    let events: Vec<Event> = [["A"], ["A"], ["B"], ["C"], ["C"], ["C"]]
        .iter()
        .enumerate()
        .map(|(number, places)| event(number as u32, "2022-03-07", "2022-03-07", places))
        .collect();
    let model = model(&events, Grouping::Place);
    let names = |model: &Model| -> Vec<String> {
        model.lanes().iter().map(|lane| lane.name().to_owned()).collect()
    };
    assert_eq!(names(&model), ["C", "A", "B"]);
    let key = |name: &str| LaneKey::Place(name.to_owned());
    let mut arrangement = Arrangement::from(Grouping::Place);
    arrangement.toggle_pinned(&key("B"));
    arrangement.toggle_collapsed(&key("C"));
    let model = model.rearranged(&arrangement);
    assert_eq!(names(&model), ["B", "C", "A"]);
    let layout_of = |model: &Model| layout(model, &frame(view(model), &Theme::light()));
    let counts = layout_of(&model).counts;
    assert_eq!((counts.shown, counts.folded), (3, 3), "a collapsed lane folds all of it");
    arrangement.hidden.insert(key("A"));
    let model = model.rearranged(&arrangement);
    assert_eq!(names(&model), ["B", "C"]);
    let counts = layout_of(&model).counts;
    assert_eq!((counts.shown, counts.folded, counts.filtered), (1, 3, 2));
    let all = model.rearranged(&Grouping::Place.into());
    assert_eq!(layout_of(&all).counts.shown, 6);
}

#[test]
fn a_pinned_lane_stays_where_it_is_while_others_are_scrolled() {
    let events: Vec<Event> = (0..300)
        .map(|number| {
            event(number, "2022-03-07", "2022-03-09", &[["A", "B", "C"][number as usize % 3]])
        })
        .collect();
    let mut arrangement = Arrangement::from(Grouping::Place);
    arrangement.toggle_pinned(&LaneKey::Place("C".to_owned()));
    let model = model(&events, Grouping::Place).rearranged(&arrangement);
    let theme = Theme::light();
    let size = Size::new(1000.0, 330.0);
    let still = layout(&model, &Frame { size, ..frame(view(&model), &theme) });
    assert!(still.scroll_limit_px > 0.0);
    let scroll_px = still.scroll_limit_px;
    let scrolled = layout(&model, &Frame { size, scroll_px, ..frame(view(&model), &theme) });
    assert_eq!(scrolled.lanes[0], still.lanes[0]);
    assert!(scrolled.lanes[1].0 < still.lanes[1].0);
    let below = still.lanes[0].1;
    for (rect, target) in scrolled.scene.targets() {
        if let Target::Event { lane, .. } | Target::LaneHeader { lane } = target {
            assert!(*lane == 0 || rect.top >= below, "{target:?} at {rect:?}");
        }
    }
}

#[test]
fn an_axis_that_is_not_to_scale_says_so_and_breaks_at_its_gaps() {
    let events = [
        event(0, "1949-04-04", "1949-04-04", &["Washington"]),
        event(5, "2022-02-24", "2022-02-24", &["Kyiv"]),
        event(10, "2022-03-07", "2022-03-07", &["Kyiv"]),
    ];
    let plain = model(&events, Grouping::Place);
    let theme = Theme::light();
    let of = |scale| {
        let model = plain.scaled(scale);
        let layout = layout(&model, &frame(view(&model), &theme));
        let texts = layout.scene.shapes().filter_map(|shape| match shape {
            Shape::Text(run) => Some(run.text.clone()),
            _ => None,
        });
        let texts: Vec<String> = texts.collect();
        let notices = layout.scene.targets().iter();
        let notices = notices.filter(|(_, target)| *target == Target::ScaleNotice).count();
        let breaks = layout.scene.shapes().filter(|shape| matches!(shape, Shape::Path(_))).count();
        (texts, notices, breaks)
    };
    let origin: Moment = "2022-02-24".parse().expect("a date");
    let origin = ScaleOrigin::from(origin);
    let not_to_scale = "Not to scale".to_owned();
    let (texts, notices, breaks) = of(Scale::Linear);
    assert!(!texts.contains(&not_to_scale) && (notices, breaks) == (0, 0));
    let (texts, notices, breaks) = of(Scale::Compressed);
    assert!(texts.contains(&not_to_scale) && texts.iter().any(|text| text.starts_with("73 y")));
    // Both edges of one gap, in the lanes and on the axis.
    assert_eq!((notices, breaks), (1, 4));
    let (texts, notices, breaks) = of(Scale::Logarithmic(origin));
    assert!(texts.contains(&not_to_scale) && texts.iter().any(|text| text == "−10 y"));
    assert_eq!((notices, breaks), (1, 0));
    let (texts, notices, breaks) = of(Scale::Relative(origin));
    assert!(!texts.contains(&not_to_scale) && texts.iter().any(|text| text == "D = 24 Feb 2022"));
    assert_eq!((notices, breaks), (1, 0));
    // What is only known to the year counts from no day of it.
    let year = Interval::unit(origin.moment(), Granularity::Year);
    let (texts, ..) = of(Scale::Relative(ScaleOrigin::new(year)));
    assert!(texts.iter().any(|text| text == "D = 2022"));
}

#[test]
fn an_axis_can_be_changed_back_and_keeps_filter_free_events() {
    let dates = ["1949-04-04", "2022-02-24", "2022-03-07"];
    let events: Vec<Event> =
        (0..3).map(|n| event(n, dates[n as usize], dates[n as usize], &["Kyiv"])).collect();
    let plain = model(&events, Grouping::Place);
    let pressed = plain.scaled(Scale::Compressed);
    let length = |model: &Model| model.extent().map(|extent| extent.end - extent.start);
    assert!(length(&pressed) < length(&plain));
    assert_eq!(pressed.interval(events[0].id), plain.interval(events[0].id), "dates stay true");
    assert_eq!(pressed.scaled(Scale::Linear).extent(), plain.extent());
    // A filter moves nothing: the gaps are those between all events.
    let filtered = pressed.filtered(Grouping::Place, |id| id == events[1].id);
    assert_eq!(filtered.warp(), pressed.warp());
    assert_eq!((filtered.dated(), filtered.filtered_out()), (1, 2));
    assert_eq!(filtered.scaled(Scale::Linear).dated(), 3);
}

/// Many events, some of them long, at a few places.
pub(super) fn crowd() -> impl Strategy<Value = Vec<Event>> {
    let one = (0_i64..1500, 0_i64..40, prop::sample::subsequence(vec!["A", "B", "C"], 0..3));
    prop::collection::vec(one, 1..400).prop_map(|all| {
        let first = Moment::from_ymd(2020, 1, 1).expect("a date");
        let date = |day: i64| first.plus_seconds(day * 86_400).iso(crate::time::Granularity::Day);
        all.iter()
            .enumerate()
            .map(|(number, (day, days, places))| {
                let days = if days % 4 == 0 { *days } else { 0 };
                event(number as u32, &date(*day), &date(day + days), places)
            })
            .collect()
    })
}

/// Every way in which the axis can run.
pub(super) fn scales() -> impl Strategy<Value = Scale> {
    let origin: Moment = "2022-02-24".parse().expect("a date");
    let origin = ScaleOrigin::from(origin);
    prop::sample::select(vec![
        Scale::Linear,
        Scale::Compressed,
        Scale::Logarithmic(origin),
        Scale::Relative(origin),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_two_labels_overlap(
        events in crowd(),
        zoom in 1.0_f64..60.0,
        x in 0_f32..800.0,
        grouping in prop::sample::select(Grouping::ALL.to_vec()),
        scale in scales(),
    ) {
        let model = model(&events, grouping).scaled(scale);
        let layout = layout(&model, &frame(view(&model).zoomed(x, zoom), &Theme::light()));
        let labels = labels(&layout);
        for (place, one) in labels.iter().enumerate() {
            for two in &labels[place + 1..] {
                prop_assert!(!one.overlaps(two), "{one:?} and {two:?}");
            }
        }
    }

    #[test]
    fn every_event_is_counted_once(
        events in crowd(),
        zoom in 1.0_f64..500.0,
        x in 0_f32..800.0,
        grouping in prop::sample::select(Grouping::ALL.to_vec()),
        scale in scales(),
    ) {
        let model = model(&events, grouping).scaled(scale);
        let view = view(&model).zoomed(x, zoom);
        let counts = layout(&model, &frame(view, &Theme::light())).counts;
        let sum = counts.shown + counts.folded + counts.outside + counts.filtered + counts.undated;
        prop_assert_eq!(sum, events.len());
        let places = events.iter().filter_map(|event| event.when.interval());
        let in_view = places.map(|time| model.warp().interval(time)).filter(|place| {
            let (start, end) = (place.earliest_start(), place.latest_end());
            start < view.end() && (end > view.start() || start >= view.start())
        });
        prop_assert_eq!(counts.shown + counts.folded, in_view.count());
    }

    #[test]
    fn other_readings_never_cover_a_label(
        events in crowd(),
        by in -400_i64..400,
        zoom in 1.0_f64..20.0,
        x in 0_f32..800.0,
    ) {
        let mut events = events;
        for event in &mut events {
            event.factuality = Factuality::Happened;
            let interval = event.when.interval().expect("a date");
            let interval = interval.mapped(|moment| moment.plus_seconds(by * 86_400));
            Arc::make_mut(&mut event.derivation).alternatives =
                vec![Reading { interval, operation: Operation::AsWritten }];
        }
        let model = model(&events, Grouping::Place);
        let layout = layout(&model, &frame(view(&model).zoomed(x, zoom), &Theme::light()));
        let ghosts = layout.scene.shapes().filter_map(|shape| match shape {
            Shape::Rect(rect) if rect.stroke.is_some_and(|stroke| stroke.dashed) => Some(rect.rect),
            _ => None,
        });
        let labels = labels(&layout);
        for ghost in ghosts {
            let covered = labels.iter().find(|label| label.overlaps(&ghost));
            prop_assert!(covered.is_none(), "{ghost:?} on {covered:?}");
        }
    }

    #[test]
    fn no_group_is_of_one(
        events in crowd(),
        zoom in 1.0_f64..60.0,
        x in 0_f32..800.0,
        grouping in prop::sample::select(Grouping::ALL.to_vec()),
        scale in scales(),
    ) {
        let model = model(&events, grouping).scaled(scale);
        let layout = layout(&model, &frame(view(&model).zoomed(x, zoom), &Theme::light()));
        for (_, target) in layout.scene.targets() {
            if let Target::Group { count, .. } = target {
                prop_assert!(*count > 1, "{target:?}");
            }
        }
    }

    #[test]
    fn what_is_drawn_is_found(
        events in crowd(),
        zoom in 1.0_f64..60.0,
        x in 0_f32..800.0,
        scale in scales(),
    ) {
        let model = model(&events, Grouping::Place).scaled(scale);
        let layout = layout(&model, &frame(view(&model).zoomed(x, zoom), &Theme::light()));
        for shape in layout.scene.shapes() {
            let Shape::Mark(mark) = shape else { continue };
            let at = mark.center;
            if layout.plot.contains(at) {
                let found = matches!(
                    layout.scene.hit(at.x, at.y),
                    Some(Target::Event { .. } | Target::Group { .. })
                );
                prop_assert!(found, "nothing at {at:?}");
            }
        }
    }

    #[test]
    fn nothing_jumps_between_rows_while_the_view_moves(events in crowd(), by in 1_f32..200.0) {
        let model = model(&events, Grouping::Place);
        let view = view(&model).zoomed(400.0, 8.0);
        let rows = |view: View| {
            let layout = layout(&model, &frame(view, &Theme::light()));
            let mut rows: Vec<(EventId, usize, i32)> = Vec::new();
            for (rect, target) in layout.scene.targets() {
                if let Target::Event { event, lane } = target {
                    rows.push((*event, *lane, rect.top as i32));
                }
            }
            rows
        };
        let (before, after) = (rows(view), rows(view.panned(by)));
        for (event, lane, top) in &before {
            let later = after.iter().find(|(id, at, _)| id == event && at == lane);
            if let Some((.., later_top)) = later {
                prop_assert_eq!(later_top, top);
            }
        }
    }
}
