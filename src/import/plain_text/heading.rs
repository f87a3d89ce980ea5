//! Which blocks of a plain text are its title and its headings.

use super::line::{Shape, label};
use super::paragraph::Paragraph;
use super::wrap::{is_closing, is_terminal};
use crate::document::BlockKind;

/// The longest heading, in characters and in words.
const HEADING: (usize, usize) = (100, 14);
/// The longest title: headlines are sentences nowadays.
const TITLE: (usize, usize) = (200, 32);
/// More short lines than this in a row are a list or verses, not headings.
const RUN: usize = 3;

/// Marks the title and the headings, and gives the title's words.
pub(super) fn mark(text: &str, paragraphs: &mut [Paragraph]) -> Option<String> {
    mark_headings(text, paragraphs);
    let title = title(text, paragraphs)?;
    let paragraph = &mut paragraphs[title];
    paragraph.block.kind = BlockKind::Title;
    let words = paragraph.block.span.of(text);
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn mark_headings(text: &str, paragraphs: &mut [Paragraph]) {
    let mut index = 0;
    while index < paragraphs.len() {
        let run = paragraphs[index..].iter().take_while(|p| may_head(text, p, HEADING)).count();
        let end = index + run;
        // The last block of all heads nothing.
        let last = if end < paragraphs.len() { end } else { end.saturating_sub(1) };
        for at in index..last {
            if is_in_list(paragraphs, at) {
                continue;
            }
            let level = if let Some(level) = underlined(text, paragraphs, at) {
                Some(level)
            } else if (run <= RUN && last == end) || is_label_of(text, paragraphs, at) {
                Some(level(paragraphs[at].block.span.of(text)))
            } else {
                None
            };
            if let Some(level) = level {
                paragraphs[at].block.kind = BlockKind::Heading(level);
            }
        }
        index = end + 1;
    }
}

/// The first block, or the first after lines that date it, if it may be a title and more follows.
fn title(text: &str, paragraphs: &[Paragraph]) -> Option<usize> {
    let may_be =
        |index: usize| index + 1 < paragraphs.len() && may_head(text, &paragraphs[index], TITLE);
    let is_dated = |index: usize| {
        let words = paragraphs[index].block.span.of(text);
        has_digit(words) && words.split_whitespace().count() <= 5
    };
    let first = paragraphs.iter().position(|p| p.block.kind != BlockKind::Preformatted)?;
    if !may_be(first) {
        return None;
    }
    let second = first + 1;
    let second_is_better = is_dated(first) && may_be(second) && !is_dated(second);
    Some(if second_is_better { second } else { first })
}

/// Whether a block can stand over others: short, and no sentence.
fn may_head(text: &str, paragraph: &Paragraph, (characters, words): (usize, usize)) -> bool {
    let in_kind = match paragraph.block.kind {
        BlockKind::Paragraph => paragraph.shape != Shape::Field,
        // "1. Background" may be one; `is_in_list` sees to the others.
        BlockKind::ListItem => starts_with_number(paragraph.block.span.of(text)),
        BlockKind::Title | BlockKind::Heading(_) => true,
        BlockKind::TableRow | BlockKind::Quote | BlockKind::Preformatted => false,
    };
    let in_size = paragraph.lines <= 2 && paragraph.width <= characters;
    if !in_kind || !in_size {
        return false;
    }
    let line = paragraph.block.span.of(text);
    line.split_whitespace().count() <= words && begins_as_heading(line) && ends_as_heading(line)
}

fn begins_as_heading(line: &str) -> bool {
    line.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase())
}

/// A heading may ask or exclaim, but does not end with a full stop, a colon or a comma.
fn ends_as_heading(line: &str) -> bool {
    let line = line.trim_end_matches(is_closing);
    !line.ends_with(|c: char| {
        (is_terminal(c) && !matches!(c, '?' | '!' | '？' | '！'))
            || matches!(c, ',' | '-' | '—' | '、')
    })
}

/// The level of a heading that is underlined by a line of signs right under it.
fn underlined(text: &str, paragraphs: &[Paragraph], at: usize) -> Option<u8> {
    let below = paragraphs.get(at + 1)?;
    let signs = below.block.span.of(text);
    let sign = signs.chars().next()?;
    let is_line = below.attached && signs.len() >= 3 && signs.chars().all(|c| c == sign);
    match sign {
        '=' if is_line => Some(1),
        '-' | '~' | '*' if is_line => Some(2),
        _ => None,
    }
}

/// Whether a block is an item next to another one.
fn is_in_list(paragraphs: &[Paragraph], at: usize) -> bool {
    let is_item = |p: &Paragraph| p.shape == Shape::Item;
    let above = at.checked_sub(1).and_then(|above| paragraphs.get(above));
    let below = paragraphs.get(at + 1);
    is_item(&paragraphs[at]) && (above.is_some_and(is_item) || below.is_some_and(is_item))
}

/// Whether a block among many short ones is a label with a number over a longer one: "24
/// February", "Day 3", "1941".
fn is_label_of(text: &str, paragraphs: &[Paragraph], at: usize) -> bool {
    let (paragraph, Some(below)) = (&paragraphs[at], paragraphs.get(at + 1)) else { return false };
    let words = paragraph.block.span.of(text);
    paragraph.block.kind == BlockKind::Paragraph
        && has_digit(words)
        && words.split_whitespace().count() <= 3
        && !words.contains(['–', '—', '-', ':', '|'])
        && below.width * 2 >= paragraph.width * 3
}

/// The level of a heading by its number ("2.1 Methods") or by its capitals.
fn level(line: &str) -> u8 {
    if starts_with_number(line) {
        let depth = line.split_whitespace().next().map_or(1, |number| {
            number.split('.').filter(|part| part.bytes().any(|b| b.is_ascii_digit())).count()
        });
        return (depth as u8).saturating_add(1).min(6);
    }
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    let is_capitals = letters >= 8 && !line.chars().any(char::is_lowercase);
    if is_capitals { 2 } else { 3 }
}

fn starts_with_number(line: &str) -> bool {
    label(line).is_some_and(has_digit)
}

fn has_digit(words: &str) -> bool {
    words.bytes().any(|b| b.is_ascii_digit())
}
