//! What a frame of the whole window costs, on the sample documents and on tables of up to a
//! million events: panels, layout, scene and tessellation, without what the graphics driver does
//! with the triangles. And how long it takes from opening a table to its first picture.
//!
//! `EVENTS=10000000 cargo bench --bench window` opens a larger table.

#![expect(clippy::expect_used, clippy::print_stderr, reason = "a benchmark tells whoever runs it")]

use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use dateline::app::{self, App, Command, MenuCommand};
use dateline::timeline::Grouping;
use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase,
    Vec2,
};

mod percentiles;
#[expect(dead_code, reason = "the other benchmarks use the rest")]
mod synthetic;
#[path = "synthetic/table.rs"]
mod table;

use percentiles::Percentiles;

const SIZE: Vec2 = Vec2::new(1280.0, 800.0);
/// A place over the lanes.
const POINTER: Pos2 = Pos2::new(640.0, 400.0);
const FRAME_S: f64 = 1.0 / 60.0;

/// The window with no display.
struct Window {
    ctx: Context,
    app: App,
    time_s: f64,
}

impl Window {
    /// With the sample documents open and everything at rest.
    fn with_samples() -> Self {
        let ctx = Context::default();
        app::install(&ctx);
        let mut window = Self { ctx, app: App::default(), time_s: 0.0 };
        window.frame(Vec::new());
        window.app.send(MenuCommand::OpenSamples);
        while window.app.is_busy() || window.app.state().project().documents().is_empty() {
            window.frame(Vec::new());
        }
        for _ in 0..60 {
            window.frame(Vec::new());
        }
        window
    }

    /// With a table of events, in thirty lanes; how long it took to the first picture, and the
    /// longest single frame until everything was at rest.
    fn with_table(events: usize, extension: &str) -> (Self, Duration, Duration) {
        let path = std::env::temp_dir().join(format!("dateline-bench-{events}.{extension}"));
        let recipe =
            synthetic::Recipe { events, first_year: 1824, years: 200, places: 30, bursts: 40 };
        let file = std::fs::File::create(&path).expect("a file");
        let out = std::io::BufWriter::new(file);
        match extension {
            "jsonl" => table::write_lines(out, recipe),
            _ => table::write_csv(out, recipe),
        }
        .expect("a table");
        let ctx = Context::default();
        app::install(&ctx);
        let mut window = Self { ctx, app: App::default(), time_s: 0.0 };
        window.frame(Vec::new());
        window.app.send(Command::SetLanes(Grouping::Place));
        let start = Instant::now();
        window.app.send(Command::OpenPaths(vec![path.clone()]));
        let mut longest = Duration::ZERO;
        while window.app.timeline_view().is_none() {
            std::thread::sleep(Duration::from_millis(2));
            longest = longest.max(window.timed_frame(Vec::new()));
        }
        longest = longest.max(window.timed_frame(Vec::new()));
        let opening = start.elapsed();
        std::fs::remove_file(path).expect("the file is there");
        let mut at_rest = 0;
        while at_rest < 60 {
            at_rest = if window.app.is_busy() { 0 } else { at_rest + 1 };
            longest = longest.max(window.timed_frame(Vec::new()));
        }
        (window, opening, longest)
    }

    fn timed_frame(&mut self, events: Vec<Event>) -> Duration {
        let start = Instant::now();
        self.frame(events);
        start.elapsed()
    }

    /// Draws one frame and makes its triangles.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        self.time_s += FRAME_S;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time_s),
            events,
            ..RawInput::default()
        };
        let mut output = self.ctx.run_ui(input, |ui| self.app.ui(ui));
        output.textures_delta.clear();
        self.ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }
}

fn wheel(delta: Vec2, modifiers: Modifiers) -> Vec<Event> {
    vec![
        Event::PointerMoved(POINTER),
        Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta,
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers,
        },
    ]
}

/// Zooms in, pans, and zooms out again.
fn journey(step: usize) -> Vec<Event> {
    match step % 300 {
        0..100 => wheel(Vec2::new(0.0, 12.0), Modifiers::COMMAND),
        100..200 => wheel(Vec2::new(14.0, 0.0), Modifiers::NONE),
        _ => wheel(Vec2::new(0.0, -12.0), Modifiers::COMMAND),
    }
}

/// Zooms from everything to minutes, pans there, and zooms out again.
fn long_journey(step: usize) -> Vec<Event> {
    match step % 1200 {
        0..500 => wheel(Vec2::new(0.0, 6.0), Modifiers::COMMAND),
        500..700 => wheel(Vec2::new(14.0, 0.0), Modifiers::NONE),
        _ => wheel(Vec2::new(0.0, -6.0), Modifiers::COMMAND),
    }
}

/// The longest single frames after `command` until everything is shown, and how long that is.
fn answer(window: &mut Window, command: Command) -> (Duration, Duration) {
    window.app.send(command);
    let start = Instant::now();
    // The first carries it out, the second takes it up.
    let mut longest = window.timed_frame(Vec::new()).max(window.timed_frame(Vec::new()));
    while window.app.is_busy() {
        std::thread::sleep(Duration::from_millis(1));
        longest = longest.max(window.timed_frame(Vec::new()));
    }
    longest = longest.max(window.timed_frame(Vec::new()));
    (longest, start.elapsed())
}

fn tables(_: &mut Criterion) {
    let asked = std::env::var("EVENTS").ok().and_then(|events| events.parse().ok());
    for events in asked.map_or(vec![1000, 100_000, 1_000_000], |events| vec![events]) {
        let (_, opening, longest) = Window::with_table(events, "jsonl");
        eprintln!(
            "{events} events as JSON Lines: {opening:.2?} to the first picture, longest frame {longest:.2?}"
        );
        let (mut window, opening, longest) = Window::with_table(events, "csv");
        eprintln!(
            "{events} events: {opening:.2?} to the first picture, longest frame {longest:.2?}"
        );
        let journey = |window: &mut Window, what: &str| {
            let frames = (0..1200).map(|step| window.timed_frame(long_journey(step)));
            eprintln!("  1200 frames of zooming and panning{what}: {}", Percentiles::of(frames));
        };
        journey(&mut window, "");
        let category = dateline::event::Category::Battle;
        let lanes = |lanes| Command::SetLanes(lanes);
        for (what, command) in [
            ("other lanes", lanes(Grouping::Category)),
            ("the same again", lanes(Grouping::Place)),
            ("a filter", Command::ToggleCategory(category)),
            ("no filter", Command::ToggleCategory(category)),
            ("a search", Command::SetQuery("harbour".to_owned())),
            ("no search", Command::SetQuery(String::new())),
            ("the next event", MenuCommand::NextEvent.into()),
            ("the tray", MenuCommand::ToggleTray.into()),
            ("no tray", MenuCommand::ToggleTray.into()),
            ("the map", MenuCommand::ToggleMap.into()),
        ] {
            let (longest, shown) = answer(&mut window, command);
            eprintln!("  {what}: shown after {shown:.2?}, longest frame until then {longest:.2?}");
        }
        journey(&mut window, " beside the map");
        let (longest, _) = answer(&mut window, MenuCommand::ToggleList.into());
        let frames = (0..600).map(|step| {
            let down = if step % 300 < 150 { -90.0 } else { 90.0 };
            window.timed_frame(wheel(Vec2::new(0.0, down), Modifiers::NONE))
        });
        let frames = Percentiles::of(frames);
        eprintln!("  the list: longest frame {longest:.2?}; 600 frames of scrolling: {frames}");
    }
}

fn frames(c: &mut Criterion) {
    let mut window = Window::with_samples();
    let times = Percentiles::of((0..900).map(|step| {
        let events = journey(step);
        let start = Instant::now();
        window.frame(events);
        start.elapsed()
    }));
    eprintln!("sample documents, 900 frames of zooming and panning: {times}");
    let mut group = c.benchmark_group("window");
    group.bench_function("at rest", |b| b.iter(|| window.frame(Vec::new())));
    let mut step = 0;
    group.bench_function("zooming and panning", |b| {
        b.iter(|| {
            step += 1;
            window.frame(journey(step))
        });
    });
    group.finish();
}

criterion_group!(benches, tables, frames);
criterion_main!(benches);
