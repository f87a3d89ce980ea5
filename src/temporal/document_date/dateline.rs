//! The dateline that opens a report: place, date, agency, dash.

use super::words::DateWords;
use super::{Day, Found, Stated, days};
use crate::document::{BlockKind, DateOrigin, Document};
use crate::temporal::Timex;
use crate::text::Span;

/// How many paragraphs are looked at: a summary or a picture's caption may stand before.
const PARAGRAPHS: usize = 4;
/// The longest place, in bytes and in words: "SHARM EL SHEIKH, Egypt".
const PLACE: (usize, usize) = (80, 7);
/// The longest name of an agency in brackets, in bytes.
const AGENCY: usize = 60;

/// The paragraphs that a dateline may open.
pub(super) fn openings(document: &Document) -> impl Iterator<Item = Span> + '_ {
    let paragraphs = document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    paragraphs.take(PARAGRAPHS).map(|block| block.span)
}

/// The first dateline, if the document has one.
pub(super) fn find(document: &Document, timexes: &[Timex], words: &DateWords) -> Option<Found> {
    openings(document).find_map(|paragraph| {
        let first = timexes.partition_point(|timex| timex.span.start < paragraph.start);
        let last = timexes.partition_point(|timex| timex.span.start < paragraph.end);
        let day = *days(&timexes[first..last]).first()?;
        let before = document.text.get(paragraph.start as usize..day.span.start as usize)?;
        let after = document.text.get(day.span.end as usize..paragraph.end as usize)?;
        let is_dateline = is_place(before, words)
            && (opens_report(after, &day) || ends_with_stop(before, after, &day, words));
        is_dateline.then_some(Found {
            origin: DateOrigin::Dateline,
            rank: 0,
            span: Span { start: paragraph.start, end: day.span.end },
            stated: day.stated,
        })
    })
}

/// Whether the words before the day are a place, set off from it: "BRUSSELS, ", "(Kyiv, ".
pub(super) fn is_place(before: &str, words: &DateWords) -> bool {
    let is_set_off =
        before.len() <= PLACE.0 && before.trim_end().ends_with([',', '(', ')', '–', '—', '-', '/']);
    if !is_set_off {
        return false;
    }
    let names: Vec<&str> = before
        .split(|c: char| !(c.is_alphanumeric() || "'’.-".contains(c)))
        .filter(|n| n.chars().any(char::is_alphabetic))
        .collect();
    let Some(first) = names.first() else { return false };
    names.len() <= PLACE.1
        && !words.filler.contains(&first.to_lowercase())
        && first.starts_with(char::is_uppercase)
        && names
            .iter()
            .all(|name| name.chars().count() <= 3 || name.starts_with(|c: char| !c.is_lowercase()))
}

/// Whether the dateline is a sentence of its own that a report follows, its place in capitals:
/// "ZAPORIZHZHIA, 18 August 2023. Russian forces".
fn ends_with_stop(before: &str, after: &str, day: &Day, words: &DateWords) -> bool {
    let capitals = before.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let Some((rest, report)) = after.split_once('.') else { return false };
    let filled = rest.split_whitespace().all(|word| words.says_nothing(word));
    let full = matches!(day.stated, Stated::Full(_));
    full && capitals && filled && report.split_whitespace().nth(1).is_some()
}

/// Whether a report begins after the day: an agency in brackets, a dash, a text. After a year a
/// colon does for a dash.
fn opens_report(after: &str, day: &Day) -> bool {
    let mut rest = after.trim_start_matches([' ', '\t', '\u{A0}', ',', '.', ')']);
    for (open, close) in [('(', ')'), ('/', '/'), ('[', ']')] {
        let inner = rest.strip_prefix(open).and_then(|inner| inner.split_once(close));
        if let Some((_, tail)) = inner.filter(|(agency, _)| agency.len() <= AGENCY) {
            rest = tail.trim_start();
        }
    }
    let is_full = matches!(day.stated, Stated::Full(_));
    let Some(text) = rest
        .strip_prefix(['-', '–', '—', '―'])
        .or_else(|| rest.strip_prefix(':').filter(|_| is_full))
    else {
        return false;
    };
    // Some agencies put the dateline on a line of its own, dash and all.
    text.trim_matches(|c: char| "-–— ".contains(c)).is_empty()
        || text.split_whitespace().nth(1).is_some()
}
