//! The year of a day that is stated without one.

use super::words::{DateWords, holds};
use super::{Found, Stated, Timex};
use crate::document::Document;
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
        timexes: &[Timex],
        words: &DateWords,
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
        let year = lacks.then(|| copyright(document, timexes, words)).flatten();
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

/// The one year that stands right behind a word for copyright.
fn copyright(document: &Document, timexes: &[Timex], words: &DateWords) -> Option<i32> {
    let mut years = timexes.iter().filter_map(|timex| {
        let interval = timex.interval.filter(|i| i.granularity() == Granularity::Year)?;
        let end = timex.span.start as usize;
        let start =
            (end.saturating_sub(BESIDE)..=end).find(|&at| document.text.is_char_boundary(at))?;
        let before = document.text.get(start..end)?.to_lowercase();
        holds(&before, &words.copyright).then(|| interval.earliest_start().civil().year)
    });
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}
