//! The short lines of a document that name a day.

use super::words::DateWords;
use super::{Day, days, end_of_joined};
use crate::document::{BlockKind, Document};
use crate::temporal::Timex;
use crate::temporal::expression::Expression;
use crate::text::Span;

/// The longest line, in bytes, that may be there for its date alone.
const LONGEST: usize = 160;
/// The most words of its own that such a line has: an author, a place, an agency.
const MOST_WORDS: usize = 8;

/// A short line with a day in it.
#[derive(Debug)]
pub(super) struct DateLine<'a> {
    /// The line's words.
    pub text: &'a str,
    pub span: Span,
    /// The number of its block, and what the block is.
    pub block: usize,
    pub kind: BlockKind,
    /// The days that it names, at least one.
    pub days: Vec<Day>,
}

/// The short lines with a day in them, in order.
pub(super) fn lines<'a>(document: &'a Document, timexes: &[Timex]) -> Vec<DateLine<'a>> {
    let mut lines: Vec<DateLine> = Vec::new();
    for day in days(timexes) {
        if let Some(line) = lines.last_mut().filter(|line| line.span.contains(day.span)) {
            line.days.push(day);
            continue;
        }
        if let Some((block, span)) = around(document, day.span) {
            let (text, kind) = (span.of(&document.text), document.blocks[block].kind);
            lines.push(DateLine { text, span, block, kind, days: vec![day] });
        }
    }
    lines
}

/// The block in which an expression stands, and its line there, if that is short.
pub(super) fn around(document: &Document, time: Span) -> Option<(usize, Span)> {
    let at = block_of(document, time);
    let line = line_in(&document.text, document.blocks.get(at)?.span, time)?;
    (line.len() <= LONGEST).then_some((at, line))
}

/// The number of the block in which an expression stands, if any does.
pub(super) fn block_of(document: &Document, time: Span) -> usize {
    document.blocks.partition_point(|block| block.span.end <= time.start)
}

/// The line of a block in which an expression stands.
fn line_in(text: &str, block: Span, day: Span) -> Option<Span> {
    let before = text.get(block.start as usize..day.start as usize)?;
    let after = text.get(day.end as usize..block.end as usize)?;
    let start = memchr::memrchr2(b'\n', b'\r', before.as_bytes()).map_or(0, |at| at + 1);
    let end = memchr::memchr2(b'\n', b'\r', after.as_bytes()).unwrap_or(after.len());
    Some(Span::new(block.start as usize + start, day.end as usize + end))
}

/// Whether the line in which a time stands, by its number, is short and may be there for its dates:
/// whatever its times come to, so few words stand beside them.
pub(super) fn may_be_there_for_its_dates(
    document: &Document,
    times: &[Expression],
    at: usize,
    words: &DateWords,
) -> bool {
    let Some((_, line)) = around(document, times[at].span) else { return false };
    let first = times.partition_point(|time| time.span.start < line.start);
    let last = times.partition_point(|time| time.span.start < line.end);
    // What a range over several lines comes to is for others to say.
    if end_of_joined(times, last.saturating_sub(1)) > last {
        return true;
    }
    let mut beside = Vec::new();
    let mut from = line.start;
    let mut next = first;
    while next < last {
        beside.push(Span { start: from, end: times[next].span.start.max(from) });
        next = end_of_joined(times, next);
        from = times[next - 1].span.end.min(line.end);
    }
    beside.push(Span { start: from, end: line.end });
    let others = beside.iter().flat_map(|beside| words_of(beside.of(&document.text)));
    say_nothing_but_names(others, words)
}

/// The words of a piece of a line.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || "'’-.".contains(c)))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().any(char::is_alphabetic))
}

/// Whether some words are only a few names, and words that say nothing of their own.
fn say_nothing_but_names<'a>(mut others: impl Iterator<Item = &'a str>, words: &DateWords) -> bool {
    let mut names = 0;
    let is_plain = others.all(|word| {
        if words.says_nothing(&word.to_lowercase()) {
            return true;
        }
        names += 1;
        !word.starts_with(char::is_lowercase)
    });
    is_plain && names <= MOST_WORDS
}

impl DateLine<'_> {
    /// What stands between the day of this number and the one before, or the line's start, in
    /// lower case.
    pub(super) fn before(&self, index: usize) -> String {
        let start = match index.checked_sub(1) {
            Some(before) => self.days[before].span.end,
            None => self.span.start,
        };
        self.between(start, self.days[index].span.start).to_lowercase()
    }

    fn between(&self, start: u32, end: u32) -> &str {
        let offset = |at: u32| (at - self.span.start) as usize;
        self.text.get(offset(start)..offset(end)).unwrap_or_default()
    }

    /// The words beside its days.
    fn other_words(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(self.span.start).chain(self.days.iter().map(|d| d.span.end));
        let ends = self.days.iter().map(|d| d.span.start).chain(std::iter::once(self.span.end));
        starts.zip(ends).flat_map(|(start, end)| words_of(self.between(start, end)))
    }

    /// Whether nothing but a sign stands behind the last day.
    pub(super) fn ends_with_day(&self) -> bool {
        let last = self.days.last().map_or(self.span.start, |day| day.span.end);
        !self.between(last, self.span.end).chars().any(char::is_alphanumeric)
    }

    /// Whether the line is a date and nothing else.
    pub(super) fn is_only_date(&self) -> bool {
        self.other_words().next().is_none()
    }

    /// Whether the line is there for its dates: beside them stand only names, and words that say
    /// nothing of their own.
    pub(super) fn is_there_for_its_dates(&self, words: &DateWords) -> bool {
        say_nothing_but_names(self.other_words(), words)
    }

    /// Whether a word on the line says that a day on it is something else's.
    pub(super) fn dates_another(&self, words: &DateWords) -> bool {
        super::words::holds(&self.text.to_lowercase(), &words.other)
    }
}
