//! Where the timeline is looking, and how it gets elsewhere: at once under the wheel, by a
//! short flight to a place far away, gliding on after a drag.

use egui::Context;

use super::views::Views;
use crate::app::motion::Motion;
use crate::event::EventId;
use crate::time::{Interval, Moment};
use crate::timeline::{Extent, View, Warp};

/// A glide slows to a third in so many seconds.
const GLIDE_S: f32 = 0.22;
/// A glide slower than this, in points per second, is over.
const SLOWEST: f32 = 24.0;
/// A drag that ends slower than this does not glide.
const GLIDES_FROM: f32 = 160.0;
/// Being pushed on so far against the wall is as hard as it gets.
const WALL_PX: f32 = 160.0;
/// What fades with the zoom comes to rest so many times slower than other things move: the wheel
/// may still be turning.
const SETTLES: f64 = 1.25;
/// How near the edge of the view an event may be and still count as seen, as a share of it.
const EDGE: f32 = 0.04;

/// Where the timeline is looking.
#[derive(Debug, Default)]
pub(super) struct Navigator {
    view: Option<View>,
    /// Where on the axis each moment is.
    warp: Warp,
    /// What is shown when all is.
    all: Option<Extent>,
    flight: Option<Flight>,
    /// The zoom of the last frame, and the coming to rest since it was another one.
    zoom: f64,
    settling: Option<Motion>,
    /// How fast the view glides on, in points per second; positive is later.
    glide: f32,
    /// How hard the view is being pushed against the wall at its end, or at its start
    /// (negative): -1 to 1.
    push: f32,
    requests: Vec<Request>,
    views: Views,
    /// The event that was put in the middle last, as long as nothing else has moved the view.
    centred: Option<EventId>,
}

/// The view on its way.
#[derive(Clone, Copy, Debug)]
struct Flight {
    from: View,
    to: View,
    motion: Motion,
}

/// What was asked for between two frames.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Request {
    Zoom(f64),
    Pan(f64),
    FitAll,
    Open(Extent),
    Stretch((Moment, Moment)),
    Centre,
    Back,
    Forward,
}

impl Navigator {
    /// The view of this frame, once there is something to look at.
    pub(super) const fn view(&self) -> Option<View> {
        self.view
    }

    /// Zooms by a factor about the middle in the next frame.
    pub(super) fn request_zoom(&mut self, factor: f64) {
        self.requests.push(Request::Zoom(factor));
    }

    /// Moves by a part of the width in the next frame.
    pub(super) fn request_pan(&mut self, widths: f64) {
        self.requests.push(Request::Pan(widths));
    }

    /// Shows everything in the next frame.
    pub(super) fn request_fit_all(&mut self) {
        self.requests.push(Request::FitAll);
    }

    /// Shows the stretch that new documents open on in the next frame.
    pub(super) fn request_opening(&mut self, stretch: Extent) {
        self.requests.push(Request::Open(stretch));
    }

    /// Where the view is, or is going.
    pub(super) fn target(&self) -> Option<View> {
        self.flight.map(|flight| flight.to).or(self.view)
    }

    /// Where on the axis each moment is.
    pub(super) const fn warp(&self) -> &Warp {
        &self.warp
    }

    /// The time in view.
    pub(super) fn stretch(&self) -> Option<(Moment, Moment)> {
        self.view.map(|view| self.times(&view))
    }

    /// The time in view when the view has come to where it is going.
    pub(super) fn target_stretch(&self) -> Option<(Moment, Moment)> {
        self.target().map(|view| self.times(&view))
    }

    fn times(&self, view: &View) -> (Moment, Moment) {
        self.warp.times((view.start(), view.end()))
    }

    /// Shows exactly a stretch of time in the next frame.
    pub(super) fn request_stretch(&mut self, stretch: (Moment, Moment)) {
        self.requests.push(Request::Stretch(stretch));
    }

    /// Goes back to the view before in the next frame.
    pub(super) fn request_back(&mut self) {
        self.requests.push(Request::Back);
    }

    /// Goes forward again in the next frame.
    pub(super) fn request_forward(&mut self) {
        self.requests.push(Request::Forward);
    }

    /// Brings the selection to the middle in the next frame; the second time in a row, fits it.
    pub(super) fn request_centre(&mut self) {
        self.requests.push(Request::Centre);
    }

    /// Takes note of how the axis runs. Where it runs otherwise than before, the same time stays
    /// in view.
    pub(super) fn follow(&mut self, warp: &Warp, reach: Option<Extent>) {
        if *warp == self.warp {
            return;
        }
        let old = std::mem::replace(&mut self.warp, warp.clone());
        let (Some(view), Some(reach)) = (self.target(), reach) else { return };
        let walls = view.extent();
        let saw_all = view.start() <= walls.start && view.end() >= walls.end;
        // What lies beyond the events is not pressed together with what lies between them.
        let (start, end) = (view.start().max(walls.start), view.end().min(walls.end));
        let (start, end) = if start < end { (start, end) } else { (view.start(), view.end()) };
        let (start, end) = self.warp.places(old.times((start, end)));
        let view = view.with_extent(reach);
        let view =
            if saw_all { view.overview(reach.start, reach.end) } else { view.exactly(start, end) };
        self.stop();
        self.view = Some(view);
        self.views.is_at(self.times(&view));
    }

    /// Takes note of the stretch that there is something in, filtered away or not, of that which
    /// is shown, and of the room for it.
    pub(super) fn adapt(&mut self, reach: Option<Extent>, shown: Option<Extent>, width_px: f32) {
        self.all = shown.or(reach);
        let adapted = |view: View| {
            let view = if (view.width_px() - width_px).abs() < 0.01 {
                view
            } else {
                view.with_width(width_px)
            };
            match reach {
                Some(reach) if reach != view.extent() => view.with_extent(reach),
                _ => view,
            }
        };
        self.view = match (self.view, reach) {
            (Some(view), _) => Some(adapted(view)),
            (None, Some(reach)) => {
                Some(View::all(reach, width_px).overview(reach.start, reach.end))
            }
            (None, None) => None,
        };
        if let Some(flight) = &mut self.flight {
            *flight = Flight { from: adapted(flight.from), to: adapted(flight.to), ..*flight };
        }
    }

    /// Carries out what was asked for, and moves on what is moving.
    pub(super) fn advance(
        &mut self,
        ctx: &Context,
        selected: Option<(EventId, Interval)>,
        less_motion: bool,
    ) {
        for request in std::mem::take(&mut self.requests) {
            self.perform(ctx, request, selected, less_motion);
        }
        if let Some(flight) = self.flight {
            let progress = f64::from(flight.motion.progress(ctx));
            self.view = Some(flight.from.towards(flight.to, progress));
            if progress >= 1.0 {
                self.view = Some(flight.to);
                self.flight = None;
            }
        }
        if self.glide != 0.0 {
            let seconds = ctx.input(|input| input.stable_dt).min(0.1);
            let px = self.glide * seconds;
            self.view = self.view.map(|view| view.panned(px));
            self.glide *= (-seconds / GLIDE_S).exp();
            if self.glide.abs() < SLOWEST {
                self.glide = 0.0;
            }
            ctx.request_repaint();
        }
        if self.push != 0.0 {
            let seconds = ctx.input(|input| input.stable_dt).min(0.1);
            self.push *= (-seconds / GLIDE_S).exp();
            if self.push.abs() < 0.02 {
                self.push = 0.0;
            }
            ctx.request_repaint();
        }
        if let Some(view) = self.view {
            self.follow_zoom(ctx, view.seconds_per_px(), less_motion);
            self.views.saw(self.times(&view), ctx.input(|input| input.time));
        }
    }

    fn follow_zoom(&mut self, ctx: &Context, zoom: f64, less_motion: bool) {
        let before = std::mem::replace(&mut self.zoom, zoom);
        if before > 0.0 && (zoom / before - 1.0).abs() > 1e-9 {
            self.settling = Some(Motion::new(ctx, less_motion).slower(SETTLES));
        }
    }

    /// How far what changes with the zoom has come to rest since it changed last.
    pub(super) fn settled(&self, ctx: &Context) -> f32 {
        self.settling.map_or(1.0, |motion| motion.progress(ctx))
    }

    /// Nearer or farther at once; what is under pixel `x` stays there.
    pub(super) fn zoom_at(&mut self, x: f32, factor: f64) {
        self.stop();
        self.view = self.view.map(|view| view.zoomed(x, factor));
    }

    /// Moves at once by so many pixels; positive is later.
    pub(super) fn pan_by(&mut self, px: f32) {
        self.stop();
        let before = self.view;
        self.view = self.view.map(|view| view.panned(px));
        if self.view == before && before.is_some() {
            self.push = (self.push + px / WALL_PX).clamp(-1.0, 1.0);
        }
    }

    /// How hard the view is being pushed against the wall at its end, or at its start (negative).
    pub(super) const fn push(&self) -> f32 {
        self.push
    }

    /// Shows exactly a stretch of the axis at once.
    pub(super) fn show_stretch(&mut self, start: Moment, end: Moment) {
        self.stop();
        self.view = self.view.map(|view| view.exactly(start, end));
    }

    /// Puts a place of the axis in the middle at once.
    pub(super) fn centre_on(&mut self, moment: Moment) {
        self.stop();
        self.view = self.view.map(|view| view.centred(moment));
    }

    /// Glides on at so many points per second, if that is fast enough.
    pub(super) fn glide(&mut self, px_per_s: f32) {
        self.glide = if px_per_s.abs() >= GLIDES_FROM { px_per_s } else { 0.0 };
    }

    /// Stands still where it is.
    pub(super) fn stop(&mut self) {
        self.flight = None;
        self.glide = 0.0;
        self.centred = None;
    }

    /// Goes to another view, which is made of the present one.
    pub(super) fn fly_to(
        &mut self,
        ctx: &Context,
        there: impl FnOnce(View) -> View,
        less_motion: bool,
    ) {
        if let Some(view) = self.view {
            self.fly(ctx, there(view), less_motion);
        }
    }

    /// Brings an event into view without a change of scale, unless it is there.
    pub(super) fn show(&mut self, ctx: &Context, time: Interval, less_motion: bool) {
        let Some(view) = self.view else { return };
        let target = self.flight.map_or(view, |flight| flight.to);
        let edge = EDGE * target.width_px();
        let (start, end) = closed(self.warp.interval(time));
        let (left, right) = (target.x(start), target.x(end));
        let fits = right - left < target.width_px();
        let seen = if fits {
            left >= edge && right <= target.width_px() - edge
        } else {
            left < target.width_px() - edge && right > edge
        };
        if !seen {
            // One scale does not do for all times where the axis has several.
            let to = if fits || self.warp.is_plain() {
                target.centred(middle(start, end))
            } else {
                target.fitted(start, end)
            };
            self.fly(ctx, to, less_motion);
        }
    }

    fn perform(
        &mut self,
        ctx: &Context,
        request: Request,
        selected: Option<(EventId, Interval)>,
        less_motion: bool,
    ) {
        let Some(view) = self.view else { return };
        let target = self.flight.map_or(view, |flight| flight.to);
        match request {
            Request::Zoom(factor) => {
                self.fly(ctx, target.zoomed(target.width_px() / 2.0, factor), less_motion);
            }
            Request::Pan(widths) => {
                let px = (widths * f64::from(target.width_px())) as f32;
                self.fly(ctx, target.panned(px), less_motion);
            }
            Request::FitAll => {
                let all = self.all.unwrap_or(target.extent());
                self.fly(ctx, target.overview(all.start, all.end), less_motion);
            }
            Request::Stretch(stretch) => {
                let (start, end) = self.warp.places(stretch);
                self.fly(ctx, target.exactly(start, end), less_motion);
            }
            Request::Back | Request::Forward => {
                let now = ctx.input(|input| input.time);
                let there = match request {
                    Request::Back => self.views.back(now),
                    _ => self.views.forward(now),
                };
                if let Some(there) = there {
                    let (start, end) = self.warp.places(there);
                    self.fly(ctx, target.exactly(start, end), less_motion);
                }
            }
            Request::Open(stretch) => {
                self.fly(ctx, target.overview(stretch.start, stretch.end), less_motion);
            }
            Request::Centre => {
                let Some((event, time)) = selected else { return };
                let (start, end) = closed(self.warp.interval(time));
                let again = self.centred == Some(event);
                let there = if again {
                    target.fitted(start, end)
                } else {
                    target.centred(middle(start, end))
                };
                self.fly(ctx, there, less_motion);
                self.centred = Some(event);
            }
        }
    }

    fn fly(&mut self, ctx: &Context, to: View, less_motion: bool) {
        self.stop();
        if let Some(from) = self.view {
            self.flight = Some(Flight { from, to, motion: Motion::new(ctx, less_motion) });
            ctx.request_repaint();
        }
    }
}

/// The ends of a time, an open one put where the other is.
fn closed(time: Interval) -> (Moment, Moment) {
    if time.is_open() {
        return (time.anchor(), time.anchor());
    }
    (time.earliest_start(), time.latest_end())
}

fn middle(start: Moment, end: Moment) -> Moment {
    start.plus_seconds((end - start) / 2)
}

#[cfg(test)]
mod tests;
