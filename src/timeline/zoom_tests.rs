//! What happens to marks, labels and groups while one zooms.

use proptest::prelude::*;

use super::layout_tests::{crowd, frame, model, scales, view};
use super::stages::Stage;
use super::*;
use crate::event::EventId;
use crate::scene::{Shape, Target, Theme};

/// The view so many stages nearer than the far end of its stage.
fn nearer(view: &View, stages: f64) -> View {
    let far = Stage::of(view).view(view);
    view.rescaled(far.seconds_per_px() * (-stages / 4.0).exp2())
}

/// What can be seen in the lanes, whatever its height: marks, and the counts of groups.
fn seen(layout: &Layout) -> Vec<(i32, String)> {
    let visible = |opacity: u8| opacity > 40;
    let mut seen: Vec<(i32, String)> = layout
        .scene
        .shapes()
        .filter_map(|shape| match shape {
            Shape::Mark(mark) if layout.plot.contains(mark.center) && visible(mark.fill.a) => {
                Some((mark.center.x.round() as i32, "mark".to_owned()))
            }
            Shape::Text(run) if layout.plot.contains(run.position) && visible(run.color.a) => {
                let is_count = run.text.chars().all(|c| c.is_ascii_digit());
                is_count.then(|| (run.position.x.round() as i32, run.text.clone()))
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn marks_and_groups_fade_into_each_other(
        events in crowd(),
        zoom in 1.0_f64..60.0,
        x in 100_f32..700.0,
        grouping in prop::sample::select(Grouping::ALL.to_vec()),
        scale in scales(),
    ) {
        let model = model(&events, grouping).scaled(scale);
        let view = view(&model).zoomed(x, zoom);
        let theme = Theme::light();
        // As high as all lanes: what a lower edge cuts off says nothing of fading.
        let size = crate::scene::Size::new(1000.0, 20_000.0);
        let seen_in = |view| seen(&layout(&model, &Frame { size, ..frame(view, &theme) }));
        let (far, near) = (seen_in(nearer(&view, 0.9999)), seen_in(nearer(&view, 1.0001)));
        let close = |a: &(i32, String), b: &(i32, String)| a.0.abs_diff(b.0) <= 1 && a.1 == b.1;
        let inside = |one: &&(i32, String)| (140..990).contains(&one.0);
        for (some, others) in [(&far, &near), (&near, &far)] {
            for one in some.iter().filter(inside) {
                let stays = others.iter().any(|other| close(one, other));
                prop_assert!(stays, "{one:?} comes or goes at once");
            }
        }
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
