//! The year of a day that is stated without one.

use super::words::{DateWords, holds};
use super::{Expression, Found, Stated, Timex};
use crate::document::Document;
use crate::text::Span;
use crate::time::{Granularity, Interval, Moment};

/// How far from a line's words a year may stand to be that of its copyright, in bytes.
const BESIDE: usize = 24;

/// What tells in which year a document was written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    /// A day near to the one that lacks its year.
    near: Option<Moment>,
    /// The year itself.
    year: Option<i32>,
}

impl Evidence {
    /// Looks for a full date of the document's own, and else for the year of its copyright.
    pub(super) fn gather(
        document: &Document,
        found: &[Found],
        copyright: impl FnOnce() -> Option<i32>,
    ) -> Self {
        let stated = document.date_candidates.iter().find(|date| {
            date.origin.is_evidence() && date.interval.granularity() >= Granularity::Day
        });
        let in_text = found.iter().find_map(|found| match found.stated {
            Stated::Full(interval) => Some(interval),
            Stated::OfSomeYear { .. } => None,
        });
        let near = stated.map(|date| date.interval).or(in_text).map(|day| day.earliest_start());
        let yearless = |found: &Found| matches!(found.stated, Stated::OfSomeYear { .. });
        let lacks = near.is_none() && found.iter().any(yearless);
        let year = lacks.then(copyright).flatten();
        Self { near, year }
    }

    /// The day with its year; `None` if nothing tells it, or if that year has no such day.
    pub(super) fn complete(&self, stated: Stated) -> Option<Interval> {
        let (month, day) = match stated {
            Stated::Full(interval) => return Some(interval),
            Stated::OfSomeYear { month, day } => (month, day),
        };
        let in_year = |year: i32| Moment::from_ymd(year, month, day);
        let moment = match (self.near, self.year) {
            (Some(near), _) => {
                let year = near.civil().year;
                let around = (year - 1..=year + 1).filter_map(in_year);
                around.min_by_key(|&moment| (moment - near).abs())?
            }
            (None, Some(year)) => in_year(year)?,
            (None, None) => return None,
        };
        Some(Interval::unit(moment, Granularity::Day))
    }
}

/// The one year that stands right behind a word for copyright. What the times come to is asked for
/// only if one of them stands there.
pub(super) fn copyright<'a>(
    document: &Document,
    times: &[Expression],
    timexes: impl FnOnce() -> &'a [Timex],
    words: &DateWords,
) -> Option<i32> {
    let stands_behind = |time: Span| is_behind_copyright(document, time, words);
    if !times.iter().any(|time| stands_behind(time.span)) {
        return None;
    }
    let mut years = timexes().iter().filter_map(|timex| {
        let interval = timex.interval.filter(|i| i.granularity() == Granularity::Year)?;
        stands_behind(timex.span).then(|| interval.earliest_start().civil().year)
    });
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}

/// Whether a word for copyright stands right before a time.
fn is_behind_copyright(document: &Document, time: Span, words: &DateWords) -> bool {
    let end = time.start as usize;
    let start = (end.saturating_sub(BESIDE)..=end).find(|&at| document.text.is_char_boundary(at));
    let before = start.and_then(|start| document.text.get(start..end));
    before.is_some_and(|before| holds(&before.to_lowercase(), &words.copyright))
}
