//! What stands side by side in the row of what is folded: groups, and lone events' marks.

use super::fold::Group;
use super::form::Figure;
use super::model::{Lane, Model};
use super::view::View;
use crate::time::Moment;

/// How far what stands side by side may overlap.
const SLACK_PX: f32 = 0.5;

/// One thing in the row of groups, and the pixels that it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct FoldItem {
    pub(super) group: Group,
    /// Whether it is the mark of an event that is alone.
    pub(super) is_lone: bool,
    left: f32,
    right: f32,
}

/// The groups of a lane from left to right. An event that is alone in its stretch has its mark,
/// not a number: where the mark would run into a neighbour, the two are one group.
pub(super) fn fold_items(
    model: &Model,
    lane: &Lane,
    groups: &[Group],
    view: &View,
) -> Vec<FoldItem> {
    let mut items: Vec<FoldItem> = Vec::with_capacity(groups.len());
    for &group in groups {
        let mut item = item(model, lane, group, view);
        while let Some(before) = items.pop_if(|before| before.right > item.left + SLACK_PX) {
            item = self::item(model, lane, joined(lane, before.group, item.group), view);
        }
        items.push(item);
    }
    items
}

fn item(model: &Model, lane: &Lane, group: Group, view: &View) -> FoldItem {
    let x = |seconds| view.x(Moment::from_seconds(seconds));
    if group.count == 1 {
        let figure = Figure::of(model, lane.columns.row(group.top), view);
        // Nearer, what is still a symbol here takes all of its time.
        let (start, end) = (lane.columns.start(group.top), lane.columns.end(group.top));
        let (left, right) = (figure.left.min(x(start)), figure.right.max(x(end)));
        return FoldItem { group, is_lone: true, left, right };
    }
    FoldItem { group, is_lone: false, left: x(group.start), right: x(group.end) }
}

/// Two groups as one, named by the more important event.
fn joined(lane: &Lane, one: Group, other: Group) -> Group {
    let heavier = lane.columns.weight(other.top) > lane.columns.weight(one.top);
    Group {
        start: one.start.min(other.start),
        end: one.end.max(other.end),
        count: one.count + other.count,
        top: if heavier { other.top } else { one.top },
    }
}
