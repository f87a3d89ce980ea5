//! One lane: its marks, labels and folds.

use super::canvas::Canvas;
use super::folds::{FoldPainter, GroupLook};
use super::ghosts::{Taken, paint_ghost};
use super::labels::label;
use super::marks::{Lit, MarkPainter};
use super::star::paint_star;
use crate::scene::{Color, Fade, Point, Rect, RectShape, Shape, Symbol, Target};
use crate::time::Moment;
use crate::timeline::changing::{LaneChanging, band_of, groups_of};
use crate::timeline::detail::{Candidate, Place};
use crate::timeline::fold::{Fold, Group, density};
use crate::timeline::fold_items::{FoldItem, fold_items};
use crate::timeline::form::Figure;
use crate::timeline::frame::Frame;
use crate::timeline::ink::Ink;
use crate::timeline::layout::Zoom;
use crate::timeline::model::{Lane, Model};
use crate::timeline::plan::{BAND_PX, LanePlan, PADDING_PX, ROW_PX};
use crate::timeline::view::View;

/// The size of a star, from its middle to its points, and how far over the middle of a mark it is.
const STAR_PX: f32 = 4.5;
const STAR_UP_PX: f32 = 7.0;

/// Draws lanes.
pub(in crate::timeline) struct LanePainter<'a> {
    canvas: &'a mut Canvas,
    model: &'a Model,
    frame: &'a Frame<'a>,
    view: &'a View,
    zoom: &'a Zoom,
    plot: Rect,
    /// What the lane that is being drawn has in its rows, where that has to be known.
    taken: Taken,
    /// What is about to change in it.
    changing: Option<LaneChanging>,
}

impl<'a> LanePainter<'a> {
    pub(in crate::timeline) fn new(
        canvas: &'a mut Canvas,
        model: &'a Model,
        frame: &'a Frame<'a>,
        zoom: &'a Zoom,
        plot: Rect,
    ) -> Self {
        let (taken, view) = (Taken::default(), &zoom.view);
        Self { canvas, model, frame, view, zoom, plot, taken, changing: None }
    }
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
        if in_sight && self.model.axis.times.has_alternatives() {
            self.taken = Taken::of(plan);
        }
        let changing = self.zoom.changing.as_ref().filter(|_| in_sight);
        self.changing = changing.and_then(|changing| changing.lane(number, self.model));
        let candidates = plan.detail.candidates.iter().zip(&plan.rows).zip(&plan.limits);
        for ((candidate, row), limit) in candidates {
            let Some(row) = row else { continue };
            marked += self.count(lane, candidate.index);
            let y = top + PADDING_PX + ROW_PX * (*row as f32 + 0.5);
            if in_sight && self.reaches_view(&candidate.figure) {
                let filled = self.canvas.filled();
                self.event(number, candidate, Some(*row), y, *limit);
                let left = self.changing.as_ref().map(|c| c.left_of_mark(candidate.index, *row));
                self.canvas.fade_since(filled, left.unwrap_or(1.0));
            }
        }
        // The lone marks among the groups of samples are not looked for out of sight.
        if !in_sight && plan.detail.sampled {
            return marked;
        }
        let fold_top = top + PADDING_PX + ROW_PX * plan.row_count as f32;
        let fold_bottom = fold_top + plan.fold_px;
        let middle = fold_top + plan.fold_px.min(BAND_PX) / 2.0;
        let fold = plan.fold(lane, &self.zoom.stage);
        let band = self.changing.as_ref().map_or(band_of(&fold), |c| c.band(band_of(&fold)));
        if in_sight && band > 0.0 {
            let (top, bottom) = (fold_top, fold_bottom);
            let density = match &fold {
                Fold::Both(_, density, _) | Fold::Band(density) => density,
                Fold::Nothing | Fold::Groups(_) => &density(&lane.columns, &self.zoom.stage),
            };
            self.folds(number).columns(density, top, bottom, band);
        }
        if let Fold::Band(_) = fold {
            let (start, end) = (self.view.start(), self.view.end());
            let all = lane.columns.overlapping(start.seconds(), end.seconds());
            let folded = all.saturating_sub(marked);
            if in_sight && folded > 0 {
                self.folds(number).count(folded, fold_top, fold_bottom);
            }
            return marked;
        }
        let left = (2.0 * (1.0 - band)).min(1.0);
        marked + self.groups(number, plan, groups_of(&fold), middle, in_sight, left)
    }

    /// Draws an event's mark and label. `in_row` is its row, unless it is among the groups.
    fn event(
        &mut self,
        number: usize,
        candidate: &Candidate,
        in_row: Option<usize>,
        y: f32,
        limit: f32,
    ) {
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
        if traits.starred {
            let left = candidate.figure.left.max(self.plot.left + STAR_PX);
            paint_star(self.canvas, Point::new(left, y - STAR_UP_PX), STAR_PX, theme);
        }
        self.ghosts(row, &candidate.figure, in_row, y, &ink, lit.any());
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

    /// The other readings of a date, as ghosts tied to the mark.
    fn ghosts(
        &mut self,
        event: u32,
        figure: &Figure,
        row: Option<usize>,
        y: f32,
        ink: &Ink,
        lit: bool,
    ) {
        let x = f32::midpoint(figure.left.max(self.plot.left), figure.right.min(self.plot.right));
        for other in self.model.axis.times.alternatives(event) {
            let ghost = Figure::at(&other, self.view, false, false);
            let has_room = row.is_some_and(|row| self.taken.is_free(row, ghost.left, ghost.right));
            let ghost = ghost.moved(self.plot.left);
            let ground = self.frame.theme.ground;
            paint_ghost(self.canvas, &ghost, Point::new(x, y), has_room, ink.hue, ground, lit);
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
        strength: f32,
    ) -> usize {
        let lane = &self.model.lanes[number];
        let selected = self.selected_start(lane);
        let items = fold_items(self.model, lane, groups, &self.zoom.stage);
        let mut marked = 0;
        for (place, item) in items.iter().enumerate() {
            let group = &item.group;
            marked += if item.is_lone { self.count(lane, group.top) } else { 0 };
            if !in_sight {
                continue;
            }
            let filled = self.canvas.filled();
            let fainter = self.changing.as_ref().map(|c| c.left_of_group(group, plan.row_count));
            if item.is_lone {
                self.lone(number, group.top, y);
                self.canvas.fade_since(filled, fainter.unwrap_or(1.0));
                continue;
            }
            let next = items.get(place + 1).map_or(f32::MAX, |next| self.left_of(lane, next));
            let holds_selected =
                selected.is_some_and(|start| (group.start..group.end).contains(&start));
            let look = GroupLook { named: !plan.detail.sampled, holds_selected, strength };
            self.folds(number).group(group, y, next, look);
            self.canvas.fade_since(filled, fainter.unwrap_or(1.0));
        }
        marked
    }

    /// An event that is alone in its stretch of the row of groups: a mark without a label.
    fn lone(&mut self, number: usize, index: usize, y: f32) {
        let row = self.model.lanes[number].columns.row(index);
        let figure = Figure::of(self.model, row, self.view);
        let candidate = Candidate { index, figure, title_px: 0.0, place: Place::Right };
        self.event(number, &candidate, None, y, f32::MIN);
    }

    /// Where something in the row of groups begins, in the scene.
    fn left_of(&self, lane: &Lane, item: &FoldItem) -> f32 {
        let left = if item.is_lone {
            Figure::of(self.model, lane.columns.row(item.group.top), self.view).left
        } else {
            self.view.x(Moment::from_seconds(item.group.start))
        };
        self.plot.left + left
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
