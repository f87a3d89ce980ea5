//! Short movements that show where something went.

use egui::Context;

/// How long a movement takes.
const SECONDS: f64 = 0.2;

/// A movement: started at some time, over soon after.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Motion {
    started: f64,
    seconds: f64,
}

impl Motion {
    /// A movement that starts now; one that is over at once, if less motion is wanted.
    pub(super) fn new(ctx: &Context, less_motion: bool) -> Self {
        let seconds = if less_motion { 0.0 } else { SECONDS };
        Self { started: ctx.input(|input| input.time), seconds }
    }

    /// A movement that takes longer, `factor` times.
    pub(super) fn slower(self, factor: f64) -> Self {
        Self { seconds: self.seconds * factor, ..self }
    }

    /// How much of the way is done, from 0 to 1, slow at both ends. Asks for another frame until
    /// it is over.
    pub(super) fn progress(self, ctx: &Context) -> f32 {
        let progress = self.progress_at(ctx.input(|input| input.time));
        if progress < 1.0 {
            ctx.request_repaint();
        }
        progress
    }

    fn progress_at(self, time: f64) -> f32 {
        if self.seconds <= 0.0 {
            return 1.0;
        }
        let linear = ((time - self.started) / self.seconds).clamp(0.0, 1.0) as f32;
        linear * linear * (3.0 - 2.0 * linear)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_movement_begins_slowly_and_ends() {
        let motion = Motion { started: 10.0, seconds: 0.2 };
        let check = |time, expected: f32| {
            assert!((motion.progress_at(time) - expected).abs() < 1e-3, "{time}");
        };
        check(9.0, 0.0);
        check(10.0, 0.0);
        check(10.02, 0.028);
        check(10.1, 0.5);
        check(10.2, 1.0);
        check(99.0, 1.0);
    }

    #[test]
    fn less_motion_arrives_at_once() {
        let still = Motion { started: 10.0, seconds: 0.0 };
        assert!((still.progress_at(10.0) - 1.0).abs() < f32::EPSILON);
    }
}
