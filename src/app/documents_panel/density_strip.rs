//! A document's events along the range of the project, as a strip of bars: where in time it
//! speaks, at a glance.
//!
//! The range is that of most events: the few that lie far out stand in the first or last bar,
//! so that one remark on antiquity does not press all others together.

use std::collections::HashMap;

use egui::{Rect, Ui, Vec2, pos2};

use crate::analysis::Analysed;
use crate::document::DocumentId;
use crate::event::Event;
use crate::project::Project;
use crate::time::Moment;

use super::super::style;

/// How many bars a strip has.
const BARS: usize = 48;
/// One in so many events at either end may lie outside the range.
const OUTLIERS: usize = 16;
/// How high a strip is.
const HEIGHT_PX: f32 = 14.0;

/// What the row of a document shows of its events, without those that were rejected.
#[derive(Debug)]
pub(super) struct Strip {
    /// How many there are, dated or not.
    pub(super) events: usize,
    /// How many begin in each part of the range; their largest number is the full height.
    bars: [u32; BARS],
}

/// The strips of all documents.
pub(super) type Strips = HashMap<DocumentId, Strip>;

/// The strips of a project's documents.
pub(super) fn strips<'a>(project: &'a Project) -> Strips {
    let documents = project.documents();
    let kept = |analysed: &'a Analysed| {
        analysed.events().iter().filter(|event| !project.is_rejected(event.id))
    };
    let range = range(documents.iter().flat_map(|analysed| kept(analysed)));
    documents
        .iter()
        .map(|analysed| (analysed.document().id, strip(kept(analysed), range)))
        .collect()
}

/// Draws a strip over the whole width.
pub(super) fn strip_ui(ui: &mut Ui, rect: Rect, strip: &Strip) {
    let theme = style::theme(ui.ctx());
    let most = strip.bars.iter().copied().max().unwrap_or(0).max(1) as f32;
    let step = rect.width() / BARS as f32;
    for (at, &count) in strip.bars.iter().enumerate() {
        if count == 0 {
            continue;
        }
        let height = (count as f32 / most).sqrt() * rect.height();
        let left = rect.left() + step * at as f32;
        let bar = Rect::from_min_max(
            pos2(left, rect.bottom() - height.max(2.0)),
            pos2(left + (step - 1.0).max(1.0), rect.bottom()),
        );
        ui.painter().rect_filled(bar, 0.0, style::color(theme.muted.with_opacity(0.75)));
    }
    let line = Rect::from_min_size(rect.left_bottom(), Vec2::new(rect.width(), 1.0));
    ui.painter().rect_filled(line, 0.0, style::color(theme.hairline));
}

/// How high a strip stands in its row.
pub(super) const fn height_px() -> f32 {
    HEIGHT_PX
}

/// From where to where most events are.
fn range<'a>(events: impl Iterator<Item = &'a Event>) -> Option<(Moment, Moment)> {
    let mut anchors: Vec<_> =
        events.filter_map(|event| Some(event.when.interval()?.anchor())).collect();
    anchors.sort_unstable();
    let outliers = anchors.len() / OUTLIERS;
    let last = anchors.len().checked_sub(1 + outliers)?;
    Some((*anchors.get(outliers)?, *anchors.get(last)?))
}

fn strip<'a>(kept: impl Iterator<Item = &'a Event>, range: Option<(Moment, Moment)>) -> Strip {
    let (mut events, mut bars) = (0, [0; BARS]);
    for event in kept {
        events += 1;
        if let (Some(interval), Some((first, last))) = (event.when.interval(), range) {
            let length = (last - first).max(1) as f64;
            let share = ((interval.anchor() - first) as f64 / length).clamp(0.0, 1.0);
            bars[((share * BARS as f64) as usize).min(BARS - 1)] += 1;
        }
    }
    Strip { events, bars }
}
