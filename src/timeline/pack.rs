//! Rows within a lane: which marks stand side by side and which below one another, and how much
//! room each has for its label.

/// The white between a mark and its label.
pub(super) const LABEL_GAP_PX: f32 = 6.0;
/// The white between what stands side by side.
const MARK_GAP_PX: f32 = 4.0;
/// The white after a label.
const AFTER_LABEL_PX: f32 = 12.0;

/// A mark that wants a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) left: f32,
    pub(super) right: f32,
    /// The width of its label, 0 if that stands inside the mark.
    pub(super) label_px: f32,
}

impl Item {
    /// The right end with its label.
    fn full_right(&self) -> f32 {
        if self.label_px > 0.0 {
            self.right + LABEL_GAP_PX + self.label_px + AFTER_LABEL_PX
        } else {
            self.right + MARK_GAP_PX
        }
    }
}

/// What is taken on a row, sorted from left to right; stretches do not overlap.
#[derive(Clone, Debug, Default)]
struct Row {
    taken: Vec<(f32, f32)>,
}

impl Row {
    /// Takes a stretch if it is free.
    fn take(&mut self, left: f32, right: f32) -> bool {
        let at = self.taken.partition_point(|&(_, end)| end <= left);
        if self.taken.get(at).is_some_and(|&(start, _)| start < right) {
            return false;
        }
        self.taken.insert(at, (left, right));
        true
    }
}

/// How many rows it takes, each with its label, if they are put in order of time: the first row
/// with room for each. More than `most` rows count as `most + 1`.
pub(super) fn rows_needed(items: &[Item], most: usize) -> usize {
    let mut ends: Vec<f32> = Vec::new();
    for item in items {
        match ends.iter().position(|&end| end <= item.left) {
            Some(row) => ends[row] = item.full_right(),
            None if ends.len() == most => return most + 1,
            None => ends.push(item.full_right()),
        }
    }
    ends.len()
}

/// The row of each item, and `None` for those that found no room on `rows` rows.
///
/// Items are in the order of time. If all find room with their labels they are put in that
/// order, which reads as stairs; else the more important are put first (`by_importance` holds
/// their places), each with its label if there is room for that, or without.
/// With `bare` false none is put without its label.
pub(super) fn pack(
    items: &[Item],
    by_importance: &[u32],
    rows: usize,
    bare: bool,
) -> Vec<Option<usize>> {
    if rows_needed(items, rows) <= rows {
        return stairs(items);
    }
    let mut taken = vec![Row::default(); rows];
    let mut placed = vec![None; items.len()];
    for &index in by_importance {
        let item = &items[index as usize];
        let with_label = taken.iter_mut().position(|row| row.take(item.left, item.full_right()));
        placed[index as usize] = with_label.or_else(|| {
            let mut taken = taken.iter_mut().take(if bare { rows } else { 0 });
            taken.position(|row| row.take(item.left, item.right + MARK_GAP_PX))
        });
    }
    placed
}

fn stairs(items: &[Item]) -> Vec<Option<usize>> {
    let mut ends: Vec<f32> = Vec::new();
    let place = |item: &Item| {
        let row = ends.iter().position(|&end| end <= item.left).unwrap_or_else(|| {
            ends.push(f32::MIN);
            ends.len() - 1
        });
        ends[row] = item.full_right();
        Some(row)
    };
    items.iter().map(place).collect()
}

/// How far the label of each item may reach: to the next mark of its row. Items are in the order
/// of time, and so, row by row, from left to right by their left ends.
pub(super) fn label_limits(items: &[Item], rows: &[Option<usize>]) -> Vec<f32> {
    let mut next_left: Vec<f32> = Vec::new();
    let mut limits = vec![f32::MAX; items.len()];
    for (index, item) in items.iter().enumerate().rev() {
        let Some(row) = rows[index] else { continue };
        if next_left.len() <= row {
            next_left.resize(row + 1, f32::MAX);
        }
        limits[index] = next_left[row] - AFTER_LABEL_PX;
        next_left[row] = next_left[row].min(item.left);
    }
    limits
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn item(left: f32, width: f32, label_px: f32) -> Item {
        Item { left, right: left + width, label_px }
    }

    fn order(items: &[Item]) -> Vec<u32> {
        (0..items.len() as u32).collect()
    }

    #[test]
    fn what_has_room_stands_in_one_row() {
        let items = [item(0.0, 9.0, 50.0), item(100.0, 9.0, 50.0), item(200.0, 9.0, 50.0)];
        assert_eq!(pack(&items, &order(&items), 3, true), [Some(0), Some(0), Some(0)]);
    }

    #[test]
    fn what_has_none_goes_down_like_stairs() {
        let items = [item(0.0, 9.0, 50.0), item(20.0, 9.0, 50.0), item(100.0, 9.0, 50.0)];
        assert_eq!(pack(&items, &order(&items), 3, true), [Some(0), Some(1), Some(0)]);
        assert_eq!(rows_needed(&items, 3), 2);
    }

    #[test]
    fn the_important_get_their_labels_where_rows_are_few() {
        let items = [item(0.0, 9.0, 50.0), item(20.0, 9.0, 50.0), item(40.0, 9.0, 50.0)];
        assert_eq!(pack(&items, &[2, 1, 0], 1, true), [Some(0), Some(0), Some(0)]);
        let limits = label_limits(&items, &[Some(0), Some(0), Some(0)]);
        assert_eq!(limits[..2], [8.0, 28.0]);
        assert!(limits[2] > 1e6);
    }

    #[test]
    fn what_finds_no_room_has_no_row() {
        let items = [item(0.0, 9.0, 50.0), item(5.0, 9.0, 50.0), item(7.0, 9.0, 50.0)];
        assert_eq!(pack(&items, &[1, 0, 2], 2, true), [Some(1), Some(0), None]);
    }

    proptest! {
        #[test]
        fn marks_of_a_row_never_overlap(
            mut marks in prop::collection::vec((0_f32..2000.0, 1_f32..200.0, 0_f32..220.0), 1..120),
            rows in 1_usize..8,
        ) {
            marks.sort_by(|a, b| a.0.total_cmp(&b.0));
            let items: Vec<Item> = marks.iter().map(|m| item(m.0, m.1, m.2)).collect();
            let mut importance = order(&items);
            importance.reverse();
            let placed = pack(&items, &importance, rows, true);
            prop_assert!(placed.iter().flatten().all(|&row| row < rows));
            for (i, one) in items.iter().enumerate() {
                for (j, two) in items.iter().enumerate().skip(i + 1) {
                    let same = placed[i].is_some() && placed[i] == placed[j];
                    prop_assert!(!same || one.right <= two.left || two.right <= one.left);
                }
            }
        }
    }
}
