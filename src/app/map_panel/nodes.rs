//! The circles as screen readers and tests find them: each with a sentence for a name.

use egui::{Rect, Role, Ui, Vec2, pos2};

use super::places::PlacesOfEvents;
use crate::app::accessible::{PaintedNode, is_listening};
use crate::app::controls::counted;
use crate::map::{Bubble, MapLayout};

/// Tells of the circles; the one that a screen reader has clicked.
pub(super) fn add(
    ui: &Ui,
    places: &PlacesOfEvents,
    layout: &MapLayout,
    area: Rect,
) -> Option<Bubble> {
    if !is_listening(ui) {
        return None;
    }
    let mut asked = None;
    for bubble in &layout.bubbles {
        let middle = area.min + Vec2::new(bubble.center.x, bubble.center.y);
        let rect = Rect::from_center_size(pos2(middle.x, middle.y), Vec2::splat(24.0));
        let id = ui.scope_id().with(("place", bubble.spots.first().copied(), bubble.faded));
        let node = PaintedNode::clickable(id, rect, Role::Button);
        if node.add(ui, &sentence(places, bubble)) {
            asked = Some(bubble.clone());
        }
    }
    asked
}

/// "Kyiv and 2 places near it: 13 events in view".
pub(super) fn sentence(places: &PlacesOfEvents, bubble: &Bubble) -> String {
    let events = counted(bubble.count, "event", "events");
    let hidden = if bubble.faded { ", kept back by the filter" } else { "" };
    format!("{}: {events} in view{hidden}", places.title(bubble))
}
