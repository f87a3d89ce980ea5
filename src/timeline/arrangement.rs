//! How the user wants the lanes to stand: in which order, which of them pinned, collapsed or
//! hidden.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::grouping::{Grouping, LaneKey};

/// How the lanes of a grouping are to stand. The default leaves them as they come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// What the lanes stand for.
    pub grouping: Grouping,
    /// Lanes that are not shown; an event that stands in no other is counted as filtered out.
    pub hidden: BTreeSet<LaneKey>,
    /// Lanes that show no more than how much is in them.
    pub collapsed: BTreeSet<LaneKey>,
    /// Lanes that stay at the top while the others are scrolled.
    pub pinned: BTreeSet<LaneKey>,
    /// Lanes that stand in this order; the others follow behind them as they come.
    pub order: Vec<LaneKey>,
}

impl From<Grouping> for Arrangement {
    fn from(grouping: Grouping) -> Self {
        Self { grouping, ..Self::default() }
    }
}

impl Arrangement {
    /// Collapses a lane, or opens it again.
    pub fn toggle_collapsed(&mut self, key: &LaneKey) {
        toggle(&mut self.collapsed, key);
    }

    /// Pins a lane to the top, or lets it go again.
    pub fn toggle_pinned(&mut self, key: &LaneKey) {
        toggle(&mut self.pinned, key);
    }

    /// Puts a lane of those that are shown, by their keys from the top, before another one, or
    /// at the end.
    pub fn move_before(&mut self, shown: &[LaneKey], key: &LaneKey, before: Option<&LaneKey>) {
        if before == Some(key) {
            return;
        }
        let mut order: Vec<LaneKey> = shown.iter().filter(|other| *other != key).cloned().collect();
        let place = before.and_then(|before| order.iter().position(|other| other == before));
        order.insert(place.unwrap_or(order.len()), key.clone());
        self.order = order;
    }

    pub(super) fn hides(&self, key: &LaneKey) -> bool {
        self.hidden.contains(key)
    }

    /// Where a lane stands: the pinned ones first, then those that were put in order.
    pub(super) fn place(&self, key: &LaneKey) -> (bool, usize) {
        let place = self.order.iter().position(|other| other == key);
        (!self.pinned.contains(key), place.unwrap_or(usize::MAX))
    }
}

fn toggle(keys: &mut BTreeSet<LaneKey>, key: &LaneKey) {
    if !keys.remove(key) {
        keys.insert(key.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> LaneKey {
        LaneKey::Place(name.to_owned())
    }

    #[test]
    fn a_lane_is_moved_before_another_or_to_the_end() {
        let shown = ["a", "b", "c"].map(key);
        let moved = |from: &str, before: Option<&str>| {
            let mut arrangement = Arrangement::default();
            arrangement.move_before(&shown, &key(from), before.map(key).as_ref());
            arrangement.order
        };
        assert_eq!(moved("c", Some("a")), ["c", "a", "b"].map(key));
        assert_eq!(moved("a", Some("c")), ["b", "a", "c"].map(key));
        assert_eq!(moved("a", None), ["b", "c", "a"].map(key));
        assert!(moved("a", Some("a")).is_empty());
    }

    #[test]
    fn the_pinned_stand_first_and_the_unordered_last() {
        let mut arrangement = Arrangement::default();
        arrangement.move_before(&["a", "b"].map(key), &key("b"), Some(&key("a")));
        arrangement.toggle_pinned(&key("c"));
        let mut keys = ["d", "a", "b", "c"].map(key);
        keys.sort_by_key(|key| arrangement.place(key));
        assert_eq!(keys, ["c", "b", "a", "d"].map(key));
    }
}
