//! What is folded: groups with their count, and bands of density.

use super::canvas::{Canvas, text};
use crate::scene::{
    Align, Color, Columns, Fade, Measure, Point, Rect, RectShape, Shape, Target, TextRun, Theme,
    Weight,
};
use crate::text::grouped;
use crate::time::Moment;
use crate::timeline::detail::{BAR_TEXT_PX, LABEL_TEXT_PX};
use crate::timeline::ellipsis::shortened;
use crate::timeline::fold::{Density, Group};
use crate::timeline::model::{Lane, Model};
use crate::timeline::pack::LABEL_GAP_PX;
use crate::timeline::view::View;

/// The height of a group of two, and of the largest.
const GROUP_PX: std::ops::RangeInclusive<f32> = 16.0..=24.0;
/// How strong the hue of a small group is, and of the largest.
const TINT: std::ops::RangeInclusive<f32> = 0.14..=0.34;
/// A group of so many is as high and as strong as any.
const LARGEST: f32 = 200.0;
/// How strong the hue of a band of density is.
const BAND_TINT: f32 = 0.5;
/// The least room for a group's name.
const LEAST_NAME_PX: f32 = 60.0;

/// How a group looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct GroupLook {
    /// Whether the most important event names it.
    pub(super) named: bool,
    /// Whether the selected event is in it: it has a frame then.
    pub(super) holds_selected: bool,
    /// Less than 1 where it gives way to a band.
    pub(super) strength: f32,
}

/// What all folds of a lane share.
pub(super) struct FoldPainter<'a> {
    pub(super) canvas: &'a mut Canvas,
    pub(super) model: &'a Model,
    pub(super) lane: &'a Lane,
    pub(super) number: usize,
    pub(super) view: &'a View,
    pub(super) plot: Rect,
    pub(super) theme: &'a Theme,
    pub(super) measure: Measure<'a>,
}

impl FoldPainter<'_> {
    /// A group; its name may reach to `limit`.
    pub(super) fn group(&mut self, group: &Group, y: f32, limit: f32, look: GroupLook) {
        let count = grouped(group.count);
        let width = self.measured(&count, BAR_TEXT_PX) + 12.0;
        let share = ((group.count.max(1) as f32).ln() / LARGEST.ln()).clamp(0.0, 1.0);
        let height = between(GROUP_PX, share);
        let (left, right) = (self.x(group.start), self.x(group.end));
        let center = Point::new(f32::midpoint(left, right), y);
        let rect = Rect::around(center, width.max(22.0), height);
        self.canvas.back.push(Shape::Rect(RectShape {
            rect,
            radius_px: 4.0,
            fill: self.hue().with_opacity(between(TINT, share) * look.strength),
            fade: Fade::default(),
            stroke: look
                .holds_selected
                .then_some(crate::scene::Stroke::solid(2.0, self.theme.accent)),
        }));
        self.canvas.text.push(Shape::Text(TextRun {
            align: Align::Center,
            weight: Weight::Medium,
            ..text(center, BAR_TEXT_PX, self.theme.text.with_opacity(look.strength), count)
        }));
        self.canvas.targets.push((rect.at_least(24.0, 24.0), self.target(group)));
        if look.named {
            self.name(group, rect.right, y, limit);
        }
    }

    /// The columns of a band of density: higher where more happens at once. `strength` is 1, or
    /// less where groups stand in front of them.
    pub(super) fn columns(&mut self, density: &Density, top: f32, bottom: f32, strength: f32) {
        // Heights keep their scale while the view moves over a peak, and change it by doubling.
        let peak = density.peak().next_power_of_two();
        let full = bottom - top - 2.0;
        // The root keeps what is rare in sight beside a burst.
        let height = |&count: &u32| full * (count as f32 / peak as f32).sqrt();
        self.canvas.back.push(Shape::Columns(Columns {
            left: self.x(density.start),
            bottom,
            step_px: (density.step_s as f64 / self.view.seconds_per_px()) as f32,
            heights_px: density.counts.iter().map(height).collect(),
            color: self.hue().with_opacity(BAND_TINT * strength),
        }));
    }

    /// The number of events that a band of density stands for.
    pub(super) fn count(&mut self, folded: usize, top: f32, bottom: f32) {
        let count = grouped(folded);
        let width = self.measured(&count, BAR_TEXT_PX) + 12.0;
        let rect =
            Rect::new(self.plot.left + 4.0, top + 2.0, self.plot.left + 4.0 + width, top + 18.0);
        self.canvas.back.push(Shape::Rect(RectShape {
            rect,
            radius_px: 4.0,
            fill: self.theme.ground.with_opacity(0.88),
            fade: Fade::default(),
            stroke: None,
        }));
        self.canvas.text.push(Shape::Text(TextRun {
            align: Align::Center,
            weight: Weight::Medium,
            ..text(rect.center(), BAR_TEXT_PX, self.theme.text, count)
        }));
        let area = Rect::new(self.plot.left, top, self.plot.right, bottom);
        self.canvas.targets.push((area, Target::Density { lane: self.number }));
    }

    fn name(&mut self, group: &Group, right: f32, y: f32, limit: f32) {
        let x = right + LABEL_GAP_PX;
        let room = limit.min(self.plot.right) - LABEL_GAP_PX - x;
        if room < LEAST_NAME_PX {
            return;
        }
        let title = self.model.table.title(self.lane.columns.row(group.top));
        let width = |words: &str| (self.measure)(words, LABEL_TEXT_PX, Weight::Regular);
        if let Some(words) = shortened(title, room, &width) {
            let run = text(Point::new(x, y), LABEL_TEXT_PX, self.theme.muted, words);
            self.canvas.text.push(Shape::Text(run));
        }
    }

    fn target(&self, group: &Group) -> Target {
        Target::Group {
            lane: self.number,
            start: Moment::from_seconds(group.start),
            end: Moment::from_seconds(group.end),
            count: group.count,
            top: self.model.id(self.lane.columns.row(group.top)),
        }
    }

    /// The hue of the lane's category, or a neutral where it holds many.
    fn hue(&self) -> Color {
        self.lane.category().map_or(self.theme.muted, |category| self.theme.category(category))
    }

    fn x(&self, seconds: i64) -> f32 {
        self.plot.left + self.view.x(Moment::from_seconds(seconds))
    }

    fn measured(&self, text: &str, size_px: f32) -> f32 {
        (self.measure)(text, size_px, Weight::Medium)
    }
}

fn between(range: std::ops::RangeInclusive<f32>, share: f32) -> f32 {
    range.start() + (range.end() - range.start()) * share
}
