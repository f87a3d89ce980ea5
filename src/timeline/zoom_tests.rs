//! What happens to marks, labels and groups while one zooms.

use proptest::prelude::*;

use super::layout_tests::{crowd, event, frame, model, scales, view};
use super::stages::Stage;
use super::*;
use crate::event::{Event, EventId};
use crate::scene::{Shape, Size, Target, Theme};
use crate::time::{Granularity, Moment};

/// The view so many stages nearer than the far end of its stage.
fn nearer(view: &View, stages: f64) -> View {
    let far = Stage::of(view).view(view);
    view.rescaled(far.seconds_per_px() * (-stages / 4.0).exp2())
}

/// Something that can be seen: its lane, where it is along that, and what it is.
type Seen = (usize, i32, String);

/// The lanes that nothing is cut off of.
fn whole_lanes(layout: &Layout) -> impl Iterator<Item = usize> {
    let whole = |(top, bottom): (f32, f32)| top >= layout.plot.top && bottom <= layout.plot.bottom;
    (0..layout.lanes.len()).filter(move |&lane| whole(layout.lanes[lane]))
}

/// What is just wide enough to be a band, and was a mark a hair's breadth farther.
const BAND: &str = "band";

/// What can be seen in the lanes, whatever its height in them: marks, the counts of groups, and
/// bands just wide enough to be such.
fn seen(layout: &Layout) -> Vec<Seen> {
    let visible = |opacity: u8| opacity > 40;
    let lane = |y: f32| layout.lanes.iter().position(|&(top, bottom)| top <= y && y < bottom);
    let mut seen: Vec<Seen> = layout
        .scene
        .shapes()
        .filter_map(|shape| match shape {
            Shape::Mark(mark) if layout.plot.contains(mark.center) && visible(mark.fill.a) => {
                Some((lane(mark.center.y)?, mark.center.x.round() as i32, "mark".to_owned()))
            }
            Shape::Text(run) if layout.plot.contains(run.position) && visible(run.color.a) => {
                let is_count = run.text.chars().all(|c| c.is_ascii_digit());
                let at = (lane(run.position.y)?, run.position.x.round() as i32);
                is_count.then(|| (at.0, at.1, run.text.clone()))
            }
            Shape::Rect(band) if (13.9..14.1).contains(&band.rect.width()) => {
                Some((lane(band.rect.top)?, band.rect.center().x.round() as i32, BAND.to_owned()))
            }
            _ => None,
        })
        .collect();
    seen.sort();
    seen.dedup();
    seen
}

/// The events that have a mark in a row, with their rows.
fn rows(layout: &Layout) -> Vec<(EventId, usize, i32)> {
    let targets = layout.scene.targets().iter();
    let mut rows: Vec<_> = targets
        .filter_map(|(rect, target)| match target {
            Target::Event { event, lane } => Some((*event, *lane, rect.top as i32)),
            _ => None,
        })
        .collect();
    rows.sort_unstable();
    rows
}

/// What comes or goes at once where the view's stage gives way to the nearer one, in a scene of a
/// height.
fn popping(model: &Model, view: &View, height: f32) -> Option<Seen> {
    let (theme, size) = (Theme::light(), Size::new(1000.0, height));
    let at = |stages| layout(model, &Frame { size, ..frame(nearer(view, stages), &theme) });
    let (far, near) = (at(0.9999), at(1.0001));
    // Lanes change their heights here: what the lower edge cuts off says nothing of fading.
    let near_lanes: Vec<usize> = whole_lanes(&near).collect();
    let lanes: Vec<usize> = whole_lanes(&far).filter(|lane| near_lanes.contains(lane)).collect();
    let close = |a: &Seen, b: &Seen| {
        let alike = a.2 == b.2 || (a.2 == "mark" && b.2 == BAND);
        a.0 == b.0 && a.1.abs_diff(b.1) <= 1 && alike
    };
    let inside =
        |one: &&Seen| one.2 != BAND && lanes.contains(&one.0) && (140..990).contains(&one.1);
    let (far, near) = (seen(&far), seen(&near));
    let without = |some: &[Seen], others: &[Seen]| {
        let stays = |one: &Seen| others.iter().any(|other| close(one, other));
        some.iter().filter(inside).find(|one| !stays(one)).cloned()
    };
    without(&far, &near).or_else(|| without(&near, &far))
}

#[test]
fn groups_joined_on_one_side_of_a_stages_end_only_fade_too() {
    let dates = |n: i64| {
        let first = Moment::from_ymd(2020, 1, 1).expect("a date");
        first.plus_seconds(n * n * 7919 % 1500 * 86_400).iso(Granularity::Day)
    };
    let events: Vec<Event> =
        (0..300).map(|n| event(n, &dates(n.into()), &dates(n.into()), &["A"])).collect();
    let model = model(&events, Grouping::Place);
    let mut groups = 0;
    for stage in 0..24 {
        let view = view(&model).zoomed(400.0, (f64::from(stage) / 4.0).exp2());
        assert_eq!(popping(&model, &view, 240.0), None, "stage {stage}");
        let size = Size::new(1000.0, 240.0);
        let layout = layout(&model, &Frame { size, ..frame(view, &Theme::light()) });
        let targets = layout.scene.targets().iter();
        groups += targets.filter(|(_, target)| matches!(target, Target::Group { .. })).count();
    }
    assert!(groups > 50, "there is something to fade: {groups}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn marks_and_groups_fade_into_each_other(
        events in crowd(),
        zoom in 1.0_f64..60.0,
        x in 100_f32..700.0,
        grouping in prop::sample::select(Grouping::ALL.to_vec()),
        scale in scales(),
        height in 200_f32..1200.0,
    ) {
        let model = model(&events, grouping).scaled(scale);
        let popping = popping(&model, &view(&model).zoomed(x, zoom), height);
        prop_assert!(popping.is_none(), "{popping:?} comes or goes at once");
    }

    #[test]
    fn nothing_moves_to_another_row_within_a_stage(
        events in crowd(),
        zoom in 1.0_f64..60.0,
        x in 100_f32..700.0,
        from in 0.01_f64..0.99,
        to in 0.01_f64..0.99,
    ) {
        let model = model(&events, Grouping::Place);
        let view = view(&model).zoomed(x, zoom);
        let theme = Theme::light();
        let rows_in = |stages| rows(&layout(&model, &frame(nearer(&view, stages), &theme)));
        let (one, other) = (rows_in(from), rows_in(to));
        for (event, lane, top) in &one {
            let there = other.iter().find(|(id, at, _)| id == event && at == lane);
            prop_assert!(there.is_none_or(|(.., other_top)| other_top == top));
        }
    }

    #[test]
    fn what_stands_still_is_plain(events in crowd(), stages in 0.0_f64..1.0) {
        let model = model(&events, Grouping::Place);
        let theme = Theme::light();
        let frame = Frame { settled: 1.0, ..frame(nearer(&view(&model), stages), &theme) };
        for shape in layout(&model, &frame).scene.shapes() {
            if let Shape::Text(run) = shape
                && run.position.y > AXIS_PX
            {
                prop_assert_eq!(run.color.a, 255, "{}", run.text);
            }
        }
    }
}
