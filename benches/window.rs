//! What a frame of the whole window costs on the sample documents: panels, layout, scene and
//! tessellation, without what the graphics driver does with the triangles.

#![expect(clippy::print_stderr, reason = "a benchmark tells whoever runs it")]

use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use dateline::app::{self, App, MenuCommand};
use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase,
    Vec2,
};

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

fn frames(c: &mut Criterion) {
    let mut window = Window::with_samples();
    let mut times: Vec<Duration> = (0..900)
        .map(|step| {
            let events = journey(step);
            let start = Instant::now();
            window.frame(events);
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let at = |share: f64| times[(share * (times.len() - 1) as f64) as usize];
    eprintln!(
        "sample documents, 900 frames of zooming and panning: median {:.2?}, 99th percentile \
         {:.2?}, worst {:.2?}",
        at(0.5),
        at(0.99),
        at(1.0),
    );
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

criterion_group!(benches, frames);
criterion_main!(benches);
