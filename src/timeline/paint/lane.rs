//! One lane: its marks, labels and folds.

use super::canvas::Canvas;
use super::folds::FoldPainter;
use super::labels::label;
use super::marks::{Lit, MarkPainter};
use crate::scene::{Color, Fade, Point, Rect, RectShape, Shape, Stroke, Symbol, Target};
use crate::time::Moment;
use crate::timeline::detail::{Candidate, Place};
use crate::timeline::fold::{Fold, Group};
use crate::timeline::form::Figure;
use crate::timeline::frame::Frame;
use crate::timeline::ink::Ink;
use crate::timeline::model::{Lane, Model};
use crate::timeline::plan::{LanePlan, PADDING_PX, ROW_PX};
use crate::timeline::view::View;

/// How much of the tie between two readings shows at each of them.
const LINK_END_PX: f32 = 12.0;

/// One thing in the row of groups.
#[derive(Clone, Copy, Debug)]
struct FoldItem {
    left: f32,
    /// Whether it is a single event's mark.
    lone: bool,
}

/// Draws lanes.
pub(in crate::timeline) struct LanePainter<'a> {
    pub(in crate::timeline) canvas: &'a mut Canvas,
    pub(in crate::timeline) model: &'a Model,
    pub(in crate::timeline) frame: &'a Frame<'a>,
    pub(in crate::timeline) view: &'a View,
    pub(in crate::timeline) plot: Rect,
}

impl LanePainter<'_> {
    /// Draws a lane with its upper edge at `top`, or only counts it where it is not `in_sight`;
    /// how many events in the view have a mark of their own and are counted in this lane.
    pub(in crate::timeline) fn paint(
        &mut self,
        number: usize,
        plan: &LanePlan,
        top: f32,
        in_sight: bool,
    ) -> usize {
        let lane = &self.model.lanes[number];
        let mut marked = 0;
        let candidates = plan.detail.candidates.iter().zip(&plan.rows).zip(&plan.limits);
        for ((candidate, row), limit) in candidates {
            let Some(row) = row else { continue };
            marked += self.count(lane, candidate.index);
            let y = top + PADDING_PX + ROW_PX * (*row as f32 + 0.5);
            if in_sight && self.reaches_view(&candidate.figure) {
                self.event(number, candidate, y, *limit);
            }
        }
        // A lane of samples has no lone marks among its groups.
        if !in_sight && plan.detail.sampled {
            return marked;
        }
        let fold_top = top + PADDING_PX + ROW_PX * plan.row_count as f32;
        let fold_bottom = fold_top + plan.fold_px;
        let middle = f32::midpoint(fold_top, fold_bottom);
        match plan.fold(lane, self.view) {
            Fold::Nothing => {}
            Fold::Groups(groups) => {
                marked += self.groups(number, plan, &groups, middle, in_sight);
            }
            Fold::Both(groups, density, strength) => {
                self.folds(number).columns(&density, fold_top, fold_bottom, strength);
                marked += self.groups(number, plan, &groups, middle, in_sight);
            }
            Fold::Band(density) => {
                let (start, end) = (self.view.start(), self.view.end());
                let all = lane.columns.overlapping(start.seconds(), end.seconds());
                let folded = all.saturating_sub(marked);
                self.folds(number).band(&density, folded, fold_top, fold_bottom);
            }
        }
        marked
    }

    fn event(&mut self, number: usize, candidate: &Candidate, y: f32, limit: f32) {
        let lane = &self.model.lanes[number];
        let row = lane.columns.row(candidate.index);
        let id = self.model.id(row);
        let highlight = &self.frame.highlight;
        let found = highlight.matches.map(|matches| matches.binary_search(&id).is_ok());
        let lit = Lit {
            selected: highlight.selected == Some(id),
            hovered: highlight.hovered == Some(id),
        };
        let traits = self.model.table.traits[row as usize];
        let stepped_back = found == Some(false) && !lit.any();
        let ink = Ink::of(traits, self.frame.theme, stepped_back);
        let candidate = &self.in_scene(candidate);
        let limit = limit + self.plot.left;
        let title = self.model.table.title(row);
        let label = label(title, candidate, limit, y, &ink, self.plot, self.frame.measure);
        let symbol = Symbol::of(traits.category);
        let in_label = candidate.place == Place::Inside
            && label.as_ref().is_some_and(|label| label.symbol.is_some());

        let (plot, theme) = (self.plot, self.frame.theme);
        let mut marks = MarkPainter { canvas: &mut *self.canvas, theme, plot };
        if lit.any() {
            marks.ring(&candidate.figure, y, lit);
        }
        marks.paint(&candidate.figure, y, &ink, symbol, in_label);
        if let Some(center) = label.as_ref().and_then(|label| label.symbol) {
            marks.symbol(center, &ink, symbol);
        }
        self.alternatives(row, &candidate.figure, y, &ink, lit.any());
        let mut target = Rect::new(
            candidate.figure.left,
            y - ROW_PX / 2.0,
            candidate.figure.right,
            y + ROW_PX / 2.0,
        );
        if let Some(label) = label {
            let ground = match found {
                Some(true) => Some(self.frame.theme.found),
                // Keeps the grid from running through the letters.
                _ if candidate.place == Place::Right => {
                    Some(self.frame.theme.ground.with_opacity(0.8))
                }
                _ => None,
            };
            if let Some(ground) = ground {
                self.chip(label.rect, ground);
            }
            target.right = target.right.max(label.rect.right);
            self.canvas.text.push(Shape::Text(label.run));
        }
        let target = target.at_least(ROW_PX, ROW_PX);
        self.canvas.targets.push((target, Target::Event { event: id, lane: number }));
    }

    /// The other readings of a date, as ghosts linked to the mark: behind everything else, unless
    /// the mark is lit.
    fn alternatives(&mut self, row: u32, figure: &Figure, y: f32, ink: &Ink, lit: bool) {
        let x = f32::midpoint(figure.left.max(self.plot.left), figure.right.min(self.plot.right));
        for other in self.model.axis.times.alternatives(row) {
            let ghost = Figure::at(&other, self.view, false, false).moved(self.plot.left);
            let at = f32::midpoint(ghost.left, ghost.right);
            let hue = if lit { ink.hue } else { ink.hue.with_opacity(0.55) };
            let stroke = Stroke::dashed(1.0, hue);
            self.link(x, at, y, stroke, lit);
            let sheet = if lit { &mut self.canvas.front } else { &mut self.canvas.back };
            sheet.push(Shape::Rect(RectShape {
                rect: Rect::new(ghost.left, y - 5.0, ghost.right, y + 5.0),
                radius_px: 4.0,
                fill: self.frame.theme.ground,
                fade: Fade::default(),
                stroke: Some(stroke),
            }));
        }
    }

    /// What ties a mark at `from` to another reading at `to`: its two ends only, unless the mark
    /// is lit, since a line through the titles in between would strike them out.
    fn link(&mut self, from: f32, to: f32, y: f32, stroke: Stroke, lit: bool) {
        let middle = f32::midpoint(from, to);
        let reach = if lit { f32::INFINITY } else { LINK_END_PX };
        for end in [from, to] {
            let inner = middle.clamp(end - reach, end + reach);
            let (from, to) = (Point::new(end, y), Point::new(inner, y));
            self.canvas.back.push(Shape::Line { from, to, stroke });
        }
    }

    /// The ground behind a label.
    fn chip(&mut self, rect: Rect, fill: Color) {
        self.canvas.back.push(Shape::Rect(RectShape {
            rect: Rect::new(rect.left - 2.0, rect.top + 1.0, rect.right + 2.0, rect.bottom - 1.0),
            radius_px: 4.0,
            fill,
            fade: Fade::default(),
            stroke: None,
        }));
    }

    /// Draws groups; how many of them are lone events with a mark.
    fn groups(
        &mut self,
        number: usize,
        plan: &LanePlan,
        groups: &[Group],
        y: f32,
        in_sight: bool,
    ) -> usize {
        let lane = &self.model.lanes[number];
        let selected = self.selected_start(lane);
        let items = self.fold_items(lane, plan, groups);
        let mut marked = 0;
        for (place, (group, item)) in groups.iter().zip(&items).enumerate() {
            if item.lone {
                marked += self.count(lane, group.top);
                if in_sight {
                    self.lone(number, group.top, y);
                }
                continue;
            }
            if !in_sight {
                continue;
            }
            let next = items.get(place + 1).map_or(f32::MAX, |next| self.plot.left + next.left);
            let holds_selected =
                selected.is_some_and(|start| (group.start..group.end).contains(&start));
            self.folds(number).group(group, y, next, !plan.detail.sampled, holds_selected);
        }
        marked
    }

    /// What takes which stretch of the row of groups. An event that is alone in its stretch has
    /// a mark instead of a number, if the mark does not run into its neighbours.
    fn fold_items(&self, lane: &Lane, plan: &LanePlan, groups: &[Group]) -> Vec<FoldItem> {
        let x = |seconds| self.view.x(Moment::from_seconds(seconds));
        let mut free_from = f32::MIN;
        let mut items = Vec::with_capacity(groups.len());
        for (place, group) in groups.iter().enumerate() {
            let (mut left, mut right) = (x(group.start), x(group.end));
            let next = groups.get(place + 1).map_or(f32::MAX, |next| x(next.start));
            let single = (group.count == 1 && !plan.detail.sampled)
                .then(|| Figure::of(self.model, lane.columns.row(group.top), self.view))
                .filter(|figure| figure.left >= free_from && figure.right <= next);
            if let Some(figure) = single {
                (left, right) = (figure.left, figure.right);
            }
            free_from = right;
            items.push(FoldItem { left, lone: single.is_some() });
        }
        items
    }

    /// An event that is alone in its stretch of the row of groups: a mark without a label.
    fn lone(&mut self, number: usize, index: usize, y: f32) {
        let row = self.model.lanes[number].columns.row(index);
        let figure = Figure::of(self.model, row, self.view);
        let candidate = Candidate { index, figure, title_px: 0.0, place: Place::Right };
        self.event(number, &candidate, y, f32::MIN);
    }

    /// Where the selected event starts, if it has no mark of its own in the lane.
    fn selected_start(&self, lane: &Lane) -> Option<i64> {
        let row = self.model.table.row(self.frame.highlight.selected?)?;
        let (start, _) = self.model.span(row);
        let from = lane.columns.first_from(start);
        (from..lane.columns.len())
            .take_while(|&index| lane.columns.start(index) == start)
            .any(|index| lane.columns.row(index) == row)
            .then_some(start)
    }

    /// 1 if the event is in the view and counted in this lane.
    fn count(&self, lane: &Lane, index: usize) -> usize {
        let (start, end) = (self.view.start().seconds(), self.view.end().seconds());
        let (from, to) = (lane.columns.start(index), lane.columns.end(index));
        let inside = from < end && (to > start || from >= start);
        usize::from(inside && lane.columns.is_counted(index))
    }

    fn reaches_view(&self, figure: &Figure) -> bool {
        figure.right >= 0.0 && figure.left <= self.plot.width()
    }

    /// The same candidate in the coordinates of the scene.
    fn in_scene(&self, candidate: &Candidate) -> Candidate {
        Candidate { figure: candidate.figure.moved(self.plot.left), ..*candidate }
    }

    fn folds(&mut self, number: usize) -> FoldPainter<'_> {
        FoldPainter {
            canvas: self.canvas,
            model: self.model,
            lane: &self.model.lanes[number],
            number,
            view: self.view,
            plot: self.plot,
            theme: self.frame.theme,
            measure: self.frame.measure,
        }
    }
}
