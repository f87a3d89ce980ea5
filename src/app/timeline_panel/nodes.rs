//! The marks as screen readers and tests find them: each with a sentence for a name.

use egui::{Pos2, Rect, Role, Ui, pos2};

use crate::app::accessible::{PaintedNode, is_listening};
use crate::app::controls::counted;
use crate::app::{PanelContext, wording};
use crate::event::EventId;
use crate::scene::{self, Target};
use crate::time::{Interval, Moment};
use crate::timeline::{Layout, Model, View};

/// Tells of what is on the screen; what a screen reader has clicked.
pub(super) fn add(
    ui: &Ui,
    cx: PanelContext<'_>,
    model: &Model,
    layout: &Layout,
    view: View,
    origin: Pos2,
) -> Option<Target> {
    if !is_listening(ui) {
        return None;
    }
    let mut asked = None;
    for (rect, target) in merged(layout) {
        let Some((key, name)) = describe(cx, model, &view, &target) else { continue };
        let node = PaintedNode {
            selected: matches!(target, Target::Event { event, .. }
                if cx.state.selection().event == Some(event)),
            ..PaintedNode::clickable(ui.scope_id().with(key), on_screen(rect, origin), Role::Button)
        };
        if node.add(ui, &name) {
            asked = Some(target);
        }
    }
    asked
}

/// Every target once: mark and label of an event are one.
fn merged(layout: &Layout) -> Vec<(scene::Rect, Target)> {
    let mut merged: Vec<(scene::Rect, Target)> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for (rect, target) in layout.scene.targets() {
        if let Target::Event { event, lane } = target
            && places.insert((*event, *lane), merged.len()).is_some()
        {
            continue;
        }
        merged.push((*rect, target.clone()));
    }
    merged
}

/// A key of its own and a sentence; nothing for what is no mark.
fn describe(
    cx: PanelContext<'_>,
    model: &Model,
    view: &View,
    target: &Target,
) -> Option<(String, String)> {
    match target {
        Target::Event { event, lane } => {
            let event_of = cx.state.project().event(*event)?;
            let name = wording::sentence(event_of, cx.state.scale());
            Some((format!("event {} {lane}", event.value()), name))
        }
        Target::Group { lane, start, end, count, top } => {
            let times = model.warp().times((*start, *end));
            let name = group_sentence(cx, times, *count, *top);
            Some((format!("group {lane} {}", start.seconds()), name))
        }
        Target::LaneHeader { lane } => {
            let lane_of = model.lanes().get(*lane)?;
            let count = lane_of.count();
            let events = if count == 1 { "event" } else { "events" };
            Some((format!("lane {lane}"), format!("{}: {count} {events}", lane_of.name())))
        }
        Target::DocumentDate { document } => {
            let analysed = cx.state.project().document(*document)?;
            let title = &analysed.document().title;
            let date = analysed.date().map(|date| date.interval.label()).unwrap_or_default();
            Some((format!("date {}", document.value()), format!("{title} is dated {date}")))
        }
        Target::Density { lane } => {
            let name = model.lanes().get(*lane)?.name();
            let count = model.count_between(*lane, view.start(), view.end());
            let events = counted(count, "event", "events");
            Some((format!("density {lane}"), format!("{name}: {events} in view, too many to draw")))
        }
        Target::ScaleNotice => {
            let notice = model.notice()?;
            Some(("scale notice".to_owned(), format!("{notice}; click for a linear axis")))
        }
        Target::AxisUnit { .. } | Target::Minimap | Target::MinimapWindow => None,
    }
}

/// "7 events, Mar 2022 – Apr 2022; the most important: Troops enter the town".
pub(super) fn group_sentence(
    cx: PanelContext<'_>,
    (start, end): (Moment, Moment),
    count: usize,
    top: EventId,
) -> String {
    let time = Interval::within(start, end, crate::time::Granularity::Day).label();
    let events = if count == 1 { "event" } else { "events" };
    match cx.state.project().event(top) {
        Some(event) => format!("{count} {events}, {time}; the most important: {}", event.title),
        None => format!("{count} {events}, {time}"),
    }
}

fn on_screen(rect: scene::Rect, origin: Pos2) -> Rect {
    Rect::from_min_max(pos2(rect.left, rect.top), pos2(rect.right, rect.bottom))
        .translate(origin.to_vec2())
}
