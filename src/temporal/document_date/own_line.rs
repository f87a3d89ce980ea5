//! A line of its own that dates the document: over the text, under it, or its title.

use super::Found;
use super::line::{DateLine, block_of, lines, may_be_there_for_its_dates};
use super::places::{Places, Zone};
use super::words::{DateWords, holds};
use crate::document::{Block, BlockKind, DateOrigin, Document};
use crate::language::{Gives, Slot};
use crate::temporal::Timex;
use crate::temporal::expression::{Expression, Joined};
use crate::time::Granularity;

/// So many bare dates, or lines that open with a date, make a chronology, and none of them is its
/// own date.
const CHRONOLOGY: usize = 3;

/// The days that lines of their own state, with how well they do.
pub(super) fn find(
    lines: &[DateLine],
    places: &Places,
    is_chronology: impl Fn() -> bool,
    words: &DateWords,
) -> Vec<Found> {
    let mut found = Vec::new();
    for line in lines {
        if line.kind == BlockKind::Title {
            // A date above everything is that of what follows, as much as one below a title.
            let bare = || bare(line, Zone::Head, words).filter(|_| line.is_only_date());
            let alone = || bare().filter(|_| !is_chronology());
            found.extend(in_title(line, words).or_else(alone));
        } else if let Some(zone) = places.zone(line.block) {
            let own = is_own(line, words);
            if own {
                found.extend(said_to_be(line, words));
            } else if zone == Zone::Head {
                found.extend(of_record(line, words));
            }
            if own && !line.dates_another(words) {
                let bare = bare(line, zone, words);
                found.extend(bare.filter(|_| is_closing(line, words) || !is_chronology()));
            }
        }
    }
    found
}

/// Whether a line is one of its own: no item of a list of sources, no row of a table of events.
fn is_own(line: &DateLine, words: &DateWords) -> bool {
    matches!(line.kind, BlockKind::Paragraph | BlockKind::Heading(_))
        && line.is_there_for_its_dates(words)
}

/// Whether a line is one that may date its document.
fn may_date(line: &DateLine, words: &DateWords) -> bool {
    is_own(line, words) && !line.dates_another(words)
}

/// The days of a line beside which it says that they are the document's: "Published 3 May 2022,
/// updated 5 May 2022", "Argued 3 May 2022 — Decided 5 June 2022".
fn said_to_be(line: &DateLine, words: &DateWords) -> Vec<Found> {
    let of = |index: usize| {
        let before = line.before(index);
        let rank = if holds(&before, &words.other) {
            return None;
        } else if holds(&before, &words.updated) {
            2
        } else if holds(&before, &words.published) {
            0
        } else {
            return None;
        };
        Some(found(line, index, DateOrigin::Byline, rank))
    };
    (0..line.days.len()).filter_map(of).collect()
}

/// The day of a line that says nothing else: a date, with a place or an author perhaps.
fn bare(line: &DateLine, zone: Zone, words: &DateWords) -> Option<Found> {
    let before = line.before(0);
    let is_said = holds(&before, &words.updated) || holds(&before, &words.published);
    if is_said || line.days.len() > 1 {
        return None;
    }
    let rank = if zone == Zone::Head { 1 } else { 3 };
    Some(found(line, 0, DateOrigin::Byline, rank))
}

/// The day in the title of a document that is the record of a day: "Statement of 3 May 2022".
fn in_title(line: &DateLine, words: &DateWords) -> Option<Found> {
    let is_record = holds(&line.text.to_lowercase(), &words.kinds);
    (is_record && line.days.len() == 1).then(|| found(line, 0, DateOrigin::Text, 0))
}

/// The day that closes the line above a record which says of what day it is: "Minutes of the meeting held on
/// 3 May 2022".
fn of_record(line: &DateLine, words: &DateWords) -> Option<Found> {
    let lower = line.text.trim_start().to_lowercase();
    let names =
        |kind: &String| lower.strip_prefix(kind.as_str()).is_some_and(|rest| rest.starts_with(' '));
    let own = matches!(line.kind, BlockKind::Paragraph | BlockKind::Heading(_));
    let is_record = own && line.days.len() == 1 && line.ends_with_day();
    (is_record && words.kinds.iter().any(names)).then(|| found(line, 0, DateOrigin::Byline, 1))
}

fn is_closing(line: &DateLine, words: &DateWords) -> bool {
    holds(&line.text.to_lowercase(), &words.closing)
}

/// Whether a document has as many times as a chronology has where one is looked for, whatever they
/// come to: years that open blocks, or dates in lines that are there for them.
pub(super) fn may_be_chronology(
    document: &Document,
    times: &[Expression],
    words: &DateWords,
) -> bool {
    let opens = |time: &&Expression| {
        let block = document.blocks.get(block_of(document, time.span));
        may_be_year(time) && block.is_some_and(|block| block.span.start == time.span.start)
    };
    let dates = |at: &usize| may_be_there_for_its_dates(document, times, *at, words);
    times.iter().filter(opens).take(CHRONOLOGY).count() == CHRONOLOGY
        || (0..times.len()).filter(dates).take(CHRONOLOGY).count() == CHRONOLOGY
}

/// Whether a time may come to a year: the day of a month does not, if nothing is added to it.
fn may_be_year(time: &Expression) -> bool {
    let of_day = time.gives == Gives::Date
        && time.fields.has(Slot::Day)
        && time.fields.has(Slot::Month)
        && time.offset.is_none();
    !of_day || time.joined == Joined::Range
}

/// Whether a document with these times is a chronology.
pub(super) fn is_chronology(document: &Document, timexes: &[Timex], words: &DateWords) -> bool {
    is_of_days(&lines(document, timexes), words) || opens_with_years(document, timexes)
}

/// Whether several lines are bare dates, or open with one.
fn is_of_days(lines: &[DateLine], words: &DateWords) -> bool {
    let mut days = Vec::new();
    for line in lines.iter().filter(|line| may_date(line, words)) {
        let before = line.before(0);
        let is_said = holds(&before, &words.updated) || holds(&before, &words.published);
        if !is_said && !days.contains(&line.days[0].stated) {
            days.push(line.days[0].stated);
        }
        if days.len() >= CHRONOLOGY {
            return true;
        }
    }
    false
}

/// Whether several paragraphs or items open with a bare year: "1848 Founding of the militia".
fn opens_with_years(document: &Document, timexes: &[Timex]) -> bool {
    let prose = |block: &&Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem);
    let opens = |block: &&Block| {
        let at = timexes.binary_search_by_key(&block.span.start, |timex| timex.span.start);
        let year = |timex: &Timex| {
            timex.span.end < block.span.end
                && timex.interval.is_some_and(|i| i.granularity() == Granularity::Year)
        };
        at.is_ok_and(|at| year(&timexes[at]))
    };
    document.blocks.iter().filter(prose).filter(opens).take(CHRONOLOGY).count() == CHRONOLOGY
}

fn found(line: &DateLine, index: usize, origin: DateOrigin, rank: u8) -> Found {
    Found { origin, rank, span: line.span, stated: line.days[index].stated }
}
