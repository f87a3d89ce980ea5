//! A model on an axis that runs in some way.

use std::sync::Arc;

use rayon::prelude::*;

use super::model::Model;
use super::scale::Scale;
use super::times::Times;
use super::warp::Warp;

/// How the axis runs, and where on it every event is.
#[derive(Clone, Debug, Default)]
pub(super) struct OnAxis {
    pub(super) scale: Scale,
    pub(super) warp: Warp,
    /// The dates themselves where the warp is plain.
    pub(super) times: Arc<Times>,
}

impl OnAxis {
    /// On the plain axis.
    pub(super) fn plain(times: Arc<Times>) -> Self {
        Self { times, ..Self::default() }
    }
}

impl Model {
    /// All events that the model was first built of, on an axis that runs so; the filter is
    /// lifted. Costs a sort of all events, unless both axes are true to scale.
    #[must_use]
    pub fn scaled(&self, scale: Scale) -> Self {
        if self.axis.warp.is_plain() && scale.is_true() && self.filtered_out() == 0 {
            let mut model = self.clone();
            model.axis = Arc::new(OnAxis { scale, ..OnAxis::plain(Arc::clone(&self.table.times)) });
            return model;
        }
        let warp = Warp::of(scale, self.spans(scale).into_iter());
        let times = match &warp {
            warp if warp.is_plain() => Arc::clone(&self.table.times),
            warp => Arc::new(self.table.times.warped(warp)),
        };
        self.placed(OnAxis { scale, warp, times })
    }

    /// How the axis runs.
    #[must_use]
    pub fn scale(&self) -> Scale {
        self.axis.scale
    }

    /// What a reader has to be told of the axis. Nothing of the plain one.
    #[must_use]
    pub fn notice(&self) -> Option<String> {
        match self.scale() {
            Scale::Compressed if self.warp().is_plain() => {
                Some("To scale: no gap is long enough to compress".to_owned())
            }
            scale => scale.notice(),
        }
    }

    /// Where on the axis each moment is. Views, extents and what lies under the pointer are told
    /// in places of this axis.
    #[must_use]
    pub fn warp(&self) -> &Warp {
        &self.axis.warp
    }

    /// From when to when each event lasts, by their starts: what gaps are found in.
    fn spans(&self, scale: Scale) -> Vec<(i64, i64)> {
        if scale != Scale::Compressed {
            return Vec::new();
        }
        let table = &self.table;
        let span = |row| table.times.span(row, table.traits[row as usize].factuality);
        let mut spans: Vec<_> = (0..table.len() as u32).map(span).collect();
        spans.par_sort_unstable();
        spans
    }
}
