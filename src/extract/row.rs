//! Rows and labelled lines: "12 March | Siege begins | Zaragoza", "12 March 1871 - Sold to ...".

use super::reading::{Sentence, Word};
use crate::document::BlockKind;
use crate::event::Place;
use crate::gazetteer::Gazetteer;
use crate::language::WordClass;
use crate::text::TokenKind;

/// Spaces between the columns of a plain table.
const GAP: u32 = 2;

/// What a date that opens a line labels.
#[derive(Debug)]
pub(super) struct Row {
    /// The words of its cells behind the date, as ranges.
    cells: Vec<(usize, usize)>,
}

impl Row {
    /// The row that a sentence is, if a date at its start is set off from what follows, or labels a
    /// line of a chronicle.
    pub(super) fn of(sentence: &Sentence<'_>, text: &str, chronicle: bool) -> Option<Self> {
        let gap = |at: usize| gap(&sentence.words, at, text);
        let words = &sentence.words;
        let first = words.iter().position(is_content)?;
        words[first].timex?;
        let end = words[first..].iter().position(|word| word.timex.is_none())? + first;
        let set_off = matches!(sentence.kind, BlockKind::TableRow)
            || words[end].kind == TokenKind::Sign
                && !matches!(words[end].text, "(" | "," | "." | "'")
            || gap(end)
            || chronicle && first == 0;
        if !set_off {
            return None;
        }
        let mut cells = Vec::new();
        let mut from = end;
        for at in end..=words.len() {
            let ends = at == words.len() || words[at].is_sign("|");
            if ends || at > from && gap(at) {
                cells.push((from, at));
                from = at + usize::from(at < words.len() && words[at].is_sign("|"));
            }
        }
        cells.retain(|&(from, to)| words[from..to].iter().any(is_content));
        for (from, _) in &mut cells {
            while !is_content(&words[*from]) {
                *from += 1;
            }
        }
        (!cells.is_empty()).then_some(Self { cells })
    }

    /// Whether it has more cells than the date and what happened.
    pub(super) const fn is_table(&self) -> bool {
        self.cells.len() > 1
    }

    /// The cell that tells what happened: that of a word, or the first that has several words.
    pub(super) fn telling(&self, words: &[Word<'_>], word: Option<usize>) -> (usize, usize) {
        let own =
            word.and_then(|at| self.cells.iter().find(|(from, to)| (*from..*to).contains(&at)));
        let long = || {
            let several = |cell: &&(usize, usize)| {
                words[cell.0..cell.1].iter().filter(|word| is_content(word)).count() > 1
            };
            self.cells.iter().find(several)
        };
        own.or_else(long).copied().unwrap_or(self.cells[0])
    }

    /// The places that fill a cell of their own.
    pub(super) fn places(&self, sentence: &Sentence<'_>, telling: (usize, usize)) -> Vec<Place> {
        let others = self.cells.iter().filter(|cell| **cell != telling);
        let place = |&(from, to): &(usize, usize)| {
            let upper = sentence.words[from].is_upper() && to - from <= 4;
            let text = super::names::text_of(sentence, from, to);
            let found = upper.then(|| Gazetteer::embedded().lookup(&text));
            found?.first().map(|entry| entry.to_place())
        };
        others.filter_map(place).collect()
    }
}

/// Whether a word says anything.
fn is_content(word: &Word<'_>) -> bool {
    word.kind != TokenKind::Sign && !word.is(WordClass::DASH)
}

/// Whether a column ends before a word: more than a space stands there.
fn gap(words: &[Word<'_>], at: usize, text: &str) -> bool {
    let before = at.checked_sub(1).map(|before| &words[before]);
    before.zip(words.get(at)).is_some_and(|(before, word)| {
        let between = crate::text::Span { start: before.span().end, end: word.span().start };
        word.span().start >= before.span().end + GAP || between.of(text).contains('\t')
    })
}
