//! Which rows are bad, and why: a sentence for each kind, with the first of them by their lines.

use crate::document::{Diagnostic, Severity};

/// So many rows of a kind are named.
const NAMED: usize = 5;

/// Rows that are bad in one way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    number: usize,
    /// The first of them: the number of the line that a row begins with, and what stands there.
    first: Vec<(usize, String)>,
}

impl Rows {
    pub(super) fn note(&mut self, line: usize, cell: &str) {
        self.number += 1;
        if self.first.len() < NAMED {
            self.first.push((line, cell.chars().take(40).collect()));
        }
    }

    fn add(&mut self, other: Self) {
        self.number += other.number;
        self.first.extend(other.first);
        self.first.truncate(NAMED);
    }

    /// "12 rows WHAT: line 17 “soonish”, line 40, and 10 more".
    fn sentence(&self, (one, many): (&str, &str)) -> Option<String> {
        if self.number == 0 {
            return None;
        }
        let mut named: Vec<String> = self
            .first
            .iter()
            .map(|(line, cell)| match cell.as_str() {
                "" => format!("line {line}"),
                cell => format!("line {line} “{cell}”"),
            })
            .collect();
        if self.number > named.len() {
            named.push(format!("and {} more", self.number - named.len()));
        }
        let rows = if self.number == 1 {
            "1 row ".to_owned() + one
        } else {
            format!("{} rows {many}", self.number)
        };
        Some(format!("{rows}: {}", named.join(", ")))
    }
}

/// The bad rows of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bad {
    pub(super) malformed: Rows,
    pub(super) nameless: Rows,
    pub(super) dateless: Rows,
    pub(super) undated: Rows,
    pub(super) backwards: Rows,
}

impl Bad {
    pub(super) fn add(&mut self, other: Self) {
        self.malformed.add(other.malformed);
        self.nameless.add(other.nameless);
        self.dateless.add(other.dateless);
        self.undated.add(other.undated);
        self.backwards.add(other.backwards);
    }

    /// What to tell of them.
    pub(super) fn diagnostics(&self, source: &str) -> Vec<Diagnostic> {
        let sentences = [
            self.malformed.sentence((
                "is no JSON object and was left out",
                "are no JSON objects and were left out",
            )),
            self.nameless.sentence((
                "says nothing of what happened and was left out",
                "say nothing of what happened and were left out",
            )),
            self.dateless.sentence((
                "has no date and stands among the undated",
                "have no date and stand among the undated",
            )),
            self.undated.sentence((
                "has a date that could not be read",
                "have dates that could not be read",
            )),
            self.backwards.sentence((
                "ends before it begins and was taken to last no longer than its start",
                "end before they begin and were taken to last no longer than their start",
            )),
        ];
        let diagnostic = |message| Diagnostic {
            severity: Severity::Warning,
            source: source.to_owned(),
            message,
        };
        sentences.into_iter().flatten().map(diagnostic).collect()
    }
}
