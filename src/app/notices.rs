//! What could not be read, and what to know about what was.

use crate::document::{Diagnostic, Severity};

/// What the reading of documents had to say, the latest run last.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    all: Vec<Diagnostic>,
}

impl Notices {
    /// Everything, in the order in which it came.
    #[must_use]
    pub fn all(&self) -> &[Diagnostic] {
        &self.all
    }

    /// How many files were not read, and how many other notes there are.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.all.iter().filter(|d| d.severity == Severity::Error).count();
        (errors, self.all.len() - errors)
    }

    /// Adds what a run had to say; what is there already is not said twice.
    pub(super) fn add(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        for diagnostic in diagnostics {
            if !self.all.contains(&diagnostic) {
                self.all.push(diagnostic);
            }
        }
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.all.clear();
    }
}
