//! What lies under a point of a scene.

use crate::document::DocumentId;
use crate::event::EventId;
use crate::time::Moment;

/// What the pointer is on.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// An event's mark or label.
    Event {
        /// The event.
        event: EventId,
        /// The lane of this one of its marks.
        lane: usize,
    },
    /// Events that are folded into one mark with their count.
    Group {
        /// The lane.
        lane: usize,
        /// The start of the stretch in which the events start.
        start: Moment,
        /// The end of that stretch.
        end: Moment,
        /// How many there are.
        count: usize,
        /// The most important of them.
        top: EventId,
    },
    /// A lane's band of density: `timeline::Model::events_between` lists what is there.
    Density {
        /// The lane.
        lane: usize,
    },
    /// A lane's name.
    LaneHeader {
        /// The lane.
        lane: usize,
    },
    /// A unit of the axis: a year, a month, a day.
    AxisUnit {
        /// Its start.
        start: Moment,
        /// Its end.
        end: Moment,
    },
    /// The notice that the axis is not to scale, or that it is counted from a moment.
    ScaleNotice,
    /// The line of a document's own date.
    DocumentDate {
        /// The document.
        document: DocumentId,
    },
    /// The minimap, outside its window.
    Minimap,
    /// The window of the minimap.
    MinimapWindow,
}
