//! What a frame of the timeline costs, from a sample to a million events: layout, scene and
//! triangles, on one core. What the graphics driver does with the triangles is not part of it.
//!
//! `EVENTS=10000000 cargo bench --bench timeline frame` measures with another number.

#![expect(clippy::expect_used, clippy::print_stderr, reason = "a benchmark tells whoever runs it")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use dateline::app::{self, Painting};
use dateline::event::Event;
use dateline::scene::{Size, Theme, measure};
use dateline::time::Moment;
use dateline::timeline::{
    Crowding, DocumentInfo, Frame, Grouping, Highlight, Model, View, layout, minimap,
};
use egui::{Context, Pos2, RawInput, Rect};

mod percentiles;
mod synthetic;

use percentiles::Percentiles;
use synthetic::Recipe;

const SIZE: Size = Size::new(1920.0, 1000.0);
/// How often a journey is made.
const RUNS: usize = 3;
/// Two hundred years, their ten thousandth part being a week.
const ZOOMS: [f64; 6] = [1.0, 4.0, 30.0, 400.0, 10_000.0, 200_000.0];
/// The pixel that the view zooms at.
const ZOOM_AT: f32 = 900.0;

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
        settled: 0.0,
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

/// A screen that nobody sees.
struct Screen {
    ctx: Context,
    theme: Theme,
}

impl Screen {
    fn new() -> Self {
        let ctx = Context::default();
        app::install(&ctx);
        Self { ctx, theme: Theme::light() }
    }

    /// Lays a frame out and makes its triangles; how long it took to lay out, to turn into
    /// meshes, and to tessellate.
    fn show(&self, model: &Model, view: View) -> [Duration; 3] {
        let (layout, laying_out) = timed(|| layout(model, &frame(view, &self.theme)));
        let (painting, meshes) = timed(|| Painting::new(&layout.scene, Pos2::ZERO, 1.0));
        let ((), tessellation) = timed(|| self.tessellate(&painting));
        [laying_out, meshes, tessellation]
    }

    fn tessellate(&self, painting: &Painting) {
        let area = Rect::from_min_size(Pos2::ZERO, egui::vec2(SIZE.width, SIZE.height));
        let input = RawInput { screen_rect: Some(area), ..RawInput::default() };
        let mut output = self.ctx.run_ui(input, |ui| painting.paint(&ui.painter_at(area)));
        output.textures_delta.clear();
        black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
    }
}

/// What something comes to, and how long it takes.
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = black_box(work());
    (done, start.elapsed())
}

fn frames(c: &mut Criterion) {
    let screen = Screen::new();
    let mut group = c.benchmark_group("frame");
    let asked = std::env::var("EVENTS").ok().and_then(|events| events.parse().ok());
    for number in asked.map_or(vec![60, 1000, 30_000, 1_000_000], |events| vec![events]) {
        let events = synthetic::events(recipe(number));
        let model = model(&events);
        report_percentiles(&screen, &model, burst(&events));
        for zoom in ZOOMS {
            let view = whole(&model).zoomed(ZOOM_AT, zoom);
            let id = BenchmarkId::new(format!("{number} events"), format!("zoom {zoom}"));
            group.bench_function(id, |b| b.iter(|| screen.show(&model, view)));
        }
    }
    group.finish();
}

/// Where events crowd most.
fn burst(events: &[Event]) -> Moment {
    let whens = events.iter().filter_map(|event| event.when.interval());
    let mut starts: Vec<Moment> = whens.map(|when| when.anchor()).collect();
    starts.sort_unstable();
    let some = starts.len() / 100 + 1;
    let (first, last) = starts
        .iter()
        .zip(&starts[some.min(starts.len() - 1)..])
        .min_by_key(|(first, last)| **last - **first)
        .expect("events");
    first.plus_seconds((*last - *first) / 2)
}

/// The views of a hand that zooms in to minutes, pans a while at every tenth step, and goes out
/// again: once where most happens, and once elsewhere.
fn journey(model: &Model, burst: Moment) -> Vec<View> {
    let whole = whole(model);
    let mut views = Vec::new();
    for at in [whole.x(burst), ZOOM_AT] {
        let mut view = whole;
        for step in 0..370 {
            view = view.zoomed(at, 1.05);
            views.push(view);
            if step % 10 == 0 {
                views.extend((1..=20).map(|pan| view.panned(pan as f32 * 9.0)));
                views.extend((1..20).rev().map(|pan| view.panned(pan as f32 * 9.0)));
            }
        }
        views.extend((0..370).map(|_| {
            view = view.zoomed(at, 1.0 / 1.05);
            view
        }));
    }
    views
}

/// The median and the 99th percentile of single frames on a journey. It is made several times,
/// and each part of a frame counts as its quickest run: what else the machine does is left out.
fn report_percentiles(screen: &Screen, model: &Model, burst: Moment) {
    let views = journey(model, burst);
    let journey = || views.iter().map(|&view| screen.show(model, view));
    let mut times: Vec<[Duration; 3]> = journey().collect();
    for _ in 1..RUNS {
        for (quickest, parts) in times.iter_mut().zip(journey()) {
            *quickest = std::array::from_fn(|part| quickest[part].min(parts[part]));
        }
    }
    let whole = Percentiles::of(times.iter().map(|parts| parts.iter().sum()));
    eprintln!("{} events, {} frames: {whole}", model.dated(), times.len());
    for (part, what) in ["layout and scene", "meshes", "tessellation"].into_iter().enumerate() {
        eprintln!("  {what}: {}", Percentiles::of(times.iter().map(|parts| parts[part])));
    }
}

fn building(c: &mut Criterion) {
    let events = synthetic::events(recipe(1_000_000));
    let built = model(&events);
    eprintln!("{} bytes an event besides its title", built.bytes() / events.len());
    let theme = Theme::light();
    let view = whole(&built).zoomed(ZOOM_AT, 30.0);
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
