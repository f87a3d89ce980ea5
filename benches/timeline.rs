//! What a frame of the timeline costs, from a sample to a million events.

#![expect(clippy::expect_used, clippy::print_stderr, reason = "a benchmark tells whoever runs it")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use dateline::event::Event;
use dateline::scene::{Size, Theme, measure};
use dateline::timeline::{
    Crowding, DocumentInfo, Frame, Grouping, Highlight, Model, View, layout, minimap,
};

mod synthetic;

use synthetic::Recipe;

const SIZE: Size = Size::new(1920.0, 1000.0);
/// Two hundred years, their ten thousandth part being a week.
const ZOOMS: [f64; 6] = [1.0, 4.0, 30.0, 400.0, 10_000.0, 200_000.0];

fn recipe(events: usize) -> Recipe {
    Recipe { events, first_year: 1824, years: 200, places: 30, bursts: 40 }
}

fn model(events: &[Event]) -> Model {
    Model::build(events, std::iter::empty::<DocumentInfo<'_>>(), Grouping::Place)
}

fn frame(view: View, theme: &Theme) -> Frame<'_> {
    Frame {
        view,
        size: SIZE,
        scroll_px: 0.0,
        crowding: Crowding::Scroll,
        theme,
        measure: &measure,
        highlight: Highlight::default(),
        now: None,
    }
}

fn whole(model: &Model) -> View {
    let extent = model.extent().expect("events");
    View::all(extent, Frame::plot_width(SIZE.width))
}

fn frames(c: &mut Criterion) {
    let theme = Theme::light();
    let mut group = c.benchmark_group("frame");
    for number in [60, 1000, 30_000, 1_000_000] {
        let model = model(&synthetic::events(recipe(number)));
        for zoom in ZOOMS {
            let view = whole(&model).zoomed(900.0, zoom);
            let id = BenchmarkId::new(format!("{number} events"), format!("zoom {zoom}"));
            group.bench_function(id, |b| {
                b.iter(|| black_box(layout(&model, &frame(view, &theme))));
            });
        }
        report_percentiles(number, &model, &theme);
    }
    group.finish();
}

/// The median and the 99th percentile of single frames while zooming in on a burst and panning.
fn report_percentiles(number: usize, model: &Model, theme: &Theme) {
    let mut times: Vec<Duration> = Vec::new();
    for step in 0..600 {
        let zoom = 1.025_f64.powi(step);
        let view = whole(model).zoomed(900.0, zoom).panned((step % 40) as f32 * 7.0);
        let start = Instant::now();
        black_box(layout(model, &frame(view, theme)));
        times.push(start.elapsed());
    }
    times.sort_unstable();
    let at = |share: f64| times[(share * (times.len() - 1) as f64) as usize];
    eprintln!(
        "{number} events, 600 frames: median {:.2?}, 99th percentile {:.2?}, worst {:.2?}",
        at(0.5),
        at(0.99),
        at(1.0),
    );
}

fn building(c: &mut Criterion) {
    let events = synthetic::events(recipe(1_000_000));
    let built = model(&events);
    eprintln!("{} bytes an event besides its title", built.bytes() / events.len());
    let theme = Theme::light();
    let view = whole(&built).zoomed(900.0, 30.0);
    let mut group = c.benchmark_group("a million events");
    group.sample_size(10);
    group.bench_function("build", |b| b.iter(|| black_box(model(&events))));
    group.bench_function("regroup", |b| {
        b.iter(|| black_box(built.regrouped(Grouping::Category)));
    });
    group.bench_function("filter", |b| {
        b.iter(|| black_box(built.filtered(Grouping::Place, |id| id.value() % 3 == 0)));
    });
    group.bench_function("minimap", |b| {
        let size = Size::new(1780.0, 48.0);
        b.iter(|| black_box(minimap(&built, &view, size, &theme, &measure)));
    });
    group.finish();
}

criterion_group!(benches, frames, building);
criterion_main!(benches);
