//! The one pipeline over documents: tag, resolve, extract; in parallel, with progress, and
//! ready to stop. The window and the commands use it alike.
//!
//! Where a document comes from is not known here: an [`Input`] is anything that can give one.

mod analysed;
mod batch;
mod progress;

use rayon::prelude::*;

pub use analysed::Analysed;
pub use progress::Progress;

use batch::Batch;

use crate::document::{DateCandidate, Diagnostic, Document};
use crate::extract::{self, Across, Source};
use crate::import::Column;

/// What the events of several documents have in common: which of them are one. The rows of a
/// table are as they are.
#[must_use]
pub fn across<'a>(documents: impl IntoIterator<Item = &'a Analysed>) -> Across {
    let read = documents.into_iter().filter(|analysed| analysed.table().is_none());
    let source = |analysed: &'a Analysed| Source {
        document: analysed.document(),
        events: analysed.events(),
    };
    let sources: Vec<Source<'_>> = read.map(source).collect();
    if sources.len() < 2 { Across::default() } else { extract::across(&sources) }
}

/// Something that a document can be had from: a file, pasted text.
pub trait Input: Send + Sync {
    /// Reads the document.
    ///
    /// # Errors
    /// What is wrong with it and what to do about it.
    fn load(&self) -> Result<Document, Diagnostic>;

    /// Reads all that it holds: one document, unless it is a table.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    fn read(&self) -> Result<Reading, Diagnostic> {
        self.load().map(Reading::from)
    }
}

/// What one input held.
#[derive(Debug, Default)]
pub struct Reading {
    /// A document that is still to be analysed.
    pub document: Option<Document>,
    /// The documents of a table, whose rows say what their events are, and what was analysed.
    pub documents: Vec<Analysed>,
    /// What to know about it besides what its documents know.
    pub diagnostics: Vec<Diagnostic>,
    /// A table whose columns do not say what they hold; it was read as text.
    pub unmapped: Option<UnmappedTable>,
}

/// A table whose columns do not say what they hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnmappedTable {
    /// The file.
    pub source: String,
    /// Its columns.
    pub columns: Vec<Column>,
}

impl From<Document> for Reading {
    fn from(document: Document) -> Self {
        Self { document: Some(document), ..Self::default() }
    }
}

/// What came of a run over many inputs.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The documents that could be read, in the order of the inputs.
    pub documents: Vec<Analysed>,
    /// What could not be read, and what to know about what was read.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the run was cancelled before its end; what was read till then is here.
    pub cancelled: bool,
    /// Tables whose columns do not say what they hold.
    pub unmapped: Vec<UnmappedTable>,
}

/// Reads and analyses every input on all cores. One that fails never spoils the others.
///
/// `date` is the date that the user gives all of them; without it each has the one that it
/// states itself, or none.
#[must_use]
pub fn analyse(
    inputs: &[Box<dyn Input>],
    date: Option<&DateCandidate>,
    progress: &Progress,
) -> Outcome {
    progress.expect(inputs.len());
    let held: Vec<Vec<Result<Reading, Diagnostic>>> = inputs
        .par_iter()
        .map(Box::as_ref)
        .fold(|| Batch::new(date, progress), Batch::with)
        .map(Batch::held)
        .collect();

    let mut outcome = Outcome { cancelled: progress.is_cancelled(), ..Outcome::default() };
    for result in held.into_iter().flatten() {
        match result {
            Ok(reading) => {
                outcome.diagnostics.extend(reading.diagnostics);
                let said = reading.documents.iter().flat_map(Analysed::diagnostics);
                outcome.diagnostics.extend(said.cloned());
                outcome.documents.extend(reading.documents);
                outcome.unmapped.extend(reading.unmapped);
            }
            Err(diagnostic) => outcome.diagnostics.push(diagnostic),
        }
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{DocumentId, Severity};

    struct Text(&'static str);

    impl Input for Text {
        fn load(&self) -> Result<Document, Diagnostic> {
            if self.0.is_empty() {
                return Err(Diagnostic {
                    severity: Severity::Error,
                    source: "empty".to_owned(),
                    message: "It is empty.".to_owned(),
                });
            }
            Ok(Document {
                id: DocumentId::of("test", self.0),
                title: self.0.to_owned(),
                source: "test".to_owned(),
                text: self.0.into(),
                blocks: Vec::new(),
                declared_language: None,
                date_candidates: Vec::new(),
                diagnostics: Vec::new(),
            })
        }
    }

    fn inputs(texts: &[&'static str]) -> Vec<Box<dyn Input>> {
        texts.iter().map(|&text| Box::new(Text(text)) as Box<dyn Input>).collect()
    }

    #[test]
    fn a_bad_input_never_spoils_the_others() {
        let outcome = analyse(&inputs(&["one", "", "two"]), None, &Progress::default());
        let titles: Vec<_> =
            outcome.documents.iter().map(|d| d.document().title.as_str()).collect();
        assert_eq!(titles, ["one", "two"]);
        let errors = outcome.diagnostics.iter().filter(|d| d.severity == Severity::Error);
        assert_eq!(errors.count(), 1);
    }

    #[test]
    fn a_cancelled_run_reads_nothing_more_and_says_so() {
        let progress = Progress::default();
        progress.cancel();
        let outcome = analyse(&inputs(&["one", "two"]), None, &progress);
        assert!(outcome.cancelled);
        assert!(outcome.documents.is_empty());
    }
}
