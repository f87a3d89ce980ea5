//! What has no mark of its own: groups with their count, or a band of density.

use super::columns::Columns;
use super::detail::grid_s;
use super::view::View;

/// The least width of the stretch that a group stands for.
const GROUP_PX: f64 = 36.0;
/// With more events than this in a group on average, a band of density takes over.
const MOST_PER_GROUP: usize = 40;
/// From so many events in a group on average the band begins to show behind the groups.
const BAND_SHOWS_FROM: f32 = 16.0;
/// The least width of a column of density.
const COLUMN_PX: f64 = 2.0;

/// Events that start in one stretch of time and are drawn as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) start: i64,
    pub(super) end: i64,
    /// How many events; at least one.
    pub(super) count: usize,
    /// The most important one of them, as a place in the lane's columns.
    pub(super) top: usize,
}

/// How many events there are at a time, in columns side by side.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Density {
    /// The time at the left edge of the first column.
    pub(super) start: i64,
    pub(super) step_s: i64,
    pub(super) counts: Vec<u32>,
}

impl Density {
    /// The most in any column.
    pub(super) fn peak(&self) -> u32 {
        self.counts.iter().copied().max().unwrap_or(0)
    }
}

/// What stands for the events of a lane that have no mark.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Fold {
    /// There are none in the view.
    #[default]
    Nothing,
    Groups(Vec<Group>),
    /// Groups that give way to a band, which has this much of its strength: 0 to 1.
    Both(Vec<Group>, Density, f32),
    Band(Density),
}

/// Folds events known one by one: those of a lane whose other events all have marks. `unplaced`
/// are places in the columns in the order of time.
pub(super) fn fold_known(columns: &Columns, unplaced: &[usize], view: &View) -> Fold {
    let grid = grid_s(view, GROUP_PX);
    let first = view.start().seconds().div_euclid(grid) * grid;
    let last_end = (view.end().seconds().div_euclid(grid) + 1) * grid;
    let mut groups: Vec<Group> = Vec::new();
    let inside = |&&index: &&usize| {
        let (start, end) = (columns.start(index), columns.end(index));
        start < last_end && (end > first || start >= first)
    };
    for &index in unplaced.iter().filter(inside) {
        let start = columns.start(index).max(first).div_euclid(grid) * grid;
        match groups.last_mut() {
            Some(group) if group.start == start => {
                group.count += 1;
                if columns.weight(index) > columns.weight(group.top) {
                    group.top = index;
                }
            }
            _ => groups.push(Group { start, end: start + grid, count: 1, top: index }),
        }
    }
    if groups.is_empty() { Fold::Nothing } else { Fold::Groups(groups) }
}

/// Folds what a lane holds besides the events at `placed`, places in the columns in the order of
/// time, without looking at every event.
pub(super) fn fold_rest(columns: &Columns, placed: &[usize], view: &View) -> Fold {
    let groups = groups(columns, placed, view);
    let folded: usize = groups.iter().map(|group| group.count).sum();
    if groups.is_empty() {
        Fold::Nothing
    } else if folded > MOST_PER_GROUP * groups.len() {
        Fold::Band(density(columns, view))
    } else {
        let average = folded as f32 / groups.len() as f32;
        let strength = (average - BAND_SHOWS_FROM) / (MOST_PER_GROUP as f32 - BAND_SHOWS_FROM);
        match strength {
            strength if strength > 0.0 => Fold::Both(groups, density(columns, view), strength),
            _ => Fold::Groups(groups),
        }
    }
}

fn groups(columns: &Columns, placed: &[usize], view: &View) -> Vec<Group> {
    let grid = grid_s(view, GROUP_PX);
    let last = view.end().seconds();
    let mut start = view.start().seconds().div_euclid(grid) * grid;
    let mut first = columns.first_from(start);
    // What began before the first stretch and reaches into it is counted there.
    let mut before = columns.overlapping(start, start + grid);
    before -= columns.first_from(start + grid) - first;
    let reaches = |&&index: &&usize| index < first && columns.end(index) > start;
    before -= placed.iter().filter(reaches).count().min(before);
    let mut groups = Vec::new();
    while start <= last {
        let next = columns.first_from(start + grid);
        let marked = placed.partition_point(|&index| index < next)
            - placed.partition_point(|&index| index < first);
        let count = (next - first + before).saturating_sub(marked);
        if count > 0 {
            let top = match count {
                1 => alone(columns, placed, start, start + grid),
                _ => columns.best(first, next).or_else(|| columns.first_reaching(start)),
            };
            groups.extend(top.map(|top| Group { start, end: start + grid, count, top }));
        }
        (start, first, before) = (start + grid, next, 0);
    }
    groups
}

/// The one event of a stretch that has no mark.
fn alone(columns: &Columns, placed: &[usize], start: i64, end: i64) -> Option<usize> {
    let mut found = None;
    columns.visit_overlapping(start, end, &mut |index| {
        let begins = columns.start(index) >= start;
        let has_mark = placed.binary_search(&index).is_ok();
        if !has_mark && (begins || found.is_none()) {
            found = Some(index);
        }
    });
    found
}

/// How many events have a moment in each column of the view.
pub(super) fn density(columns: &Columns, view: &View) -> Density {
    let step_s = grid_s(view, COLUMN_PX);
    let start = view.start().seconds().div_euclid(step_s) * step_s;
    let number = (view.end().seconds() - start).div_euclid(step_s) + 1;
    let counts = columns.densities(start, step_s, number as usize);
    Density { start, step_s, counts }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::columns::Entry;
    use super::*;
    use crate::time::Moment;
    use crate::timeline::Extent;

    fn columns(spans: &[(i64, i64)]) -> Columns {
        let entry = |(row, &(start, end)): (usize, &(i64, i64))| Entry {
            start,
            end,
            row: row as u32,
            counted: true,
            weight: (row % 7) as f32,
        };
        Columns::build(spans.iter().enumerate().map(entry).collect())
    }

    /// A view of `[0, seconds)`, one second a pixel.
    fn view(seconds: i64) -> View {
        let extent = Extent::new(Moment::from_seconds(0), Moment::from_seconds(seconds));
        View::all(extent, seconds as f32).exactly(extent.start, extent.end)
    }

    #[test]
    fn neighbours_fold_into_one_group_named_by_the_most_important() {
        let columns = columns(&[(3, 4), (5, 6), (10, 11), (200, 201)]);
        let fold = fold_known(&columns, &[0, 1, 2, 3], &view(640));
        let expected = [
            Group { start: 0, end: 64, count: 3, top: 2 },
            Group { start: 192, end: 256, count: 1, top: 3 },
        ];
        assert_eq!(fold, Fold::Groups(expected.to_vec()));
        assert_eq!(fold_rest(&columns, &[], &view(640)), Fold::Groups(expected.to_vec()));
    }

    #[test]
    fn what_has_a_mark_is_not_folded() {
        let columns = columns(&[(3, 4), (5, 6), (10, 11)]);
        let Fold::Groups(groups) = fold_rest(&columns, &[1], &view(640)) else { panic!() };
        assert_eq!(groups[0].count, 2);
        assert_eq!(fold_rest(&columns, &[0, 1, 2], &view(640)), Fold::Nothing);
    }

    #[test]
    fn a_crowd_becomes_a_band() {
        let spans: Vec<(i64, i64)> = (0..640).map(|i| (i / 3, i / 3 + 1)).collect();
        let Fold::Band(band) = fold_rest(&columns(&spans), &[], &view(640)) else { panic!() };
        assert_eq!(band.step_s, 2);
        assert_eq!(band.counts[..3], [6, 6, 6]);
        assert_eq!(band.peak(), 6);
    }

    #[test]
    fn a_band_shows_behind_groups_before_it_takes_over() {
        let spans: Vec<(i64, i64)> = (0..280).map(|i| (i * 16 / 7, i * 16 / 7 + 1)).collect();
        let fold = fold_rest(&columns(&spans), &[], &view(640));
        let Fold::Both(groups, _, strength) = fold else { panic!("{fold:?}") };
        assert_eq!(groups.iter().map(|group| group.count).sum::<usize>(), 280);
        assert!((0.4..0.6).contains(&strength), "{strength}");
    }

    #[test]
    fn what_lasts_is_in_every_column_that_it_passes() {
        let band = density(&columns(&[(0, 5), (4, 6)]), &view(640));
        assert_eq!(band.counts[..4], [1, 1, 2, 0]);
    }

    proptest! {
        #[test]
        fn every_event_in_the_view_is_in_one_group(
            spans in prop::collection::vec((-500_i64..900, 1_i64..300), 1..80),
            placed in prop::collection::btree_set(0_usize..80, 0..10),
        ) {
            let spans: Vec<(i64, i64)> = spans.iter().map(|s| (s.0, s.0 + s.1)).collect();
            let columns = columns(&spans);
            let placed: Vec<usize> = placed.into_iter().filter(|&i| i < spans.len()).collect();
            let unplaced: Vec<usize> =
                (0..spans.len()).filter(|index| !placed.contains(index)).collect();
            let total = |fold: Fold| match fold {
                Fold::Groups(groups) | Fold::Both(groups, ..) => {
                    groups.iter().map(|group| group.count).sum()
                }
                Fold::Nothing => 0,
                Fold::Band(_) => usize::MAX,
            };
            let view = view(640);
            let rest = total(fold_rest(&columns, &placed, &view));
            prop_assert_eq!(total(fold_known(&columns, &unplaced, &view)), rest);
            let in_view = unplaced
                .iter()
                .filter(|&&i| columns.start(i) < 704 && columns.end(i) > 0)
                .count();
            prop_assert_eq!(rest, in_view);
        }
    }
}
