//! Short documents are analysed several at a time: all stages together are more code than the
//! processor keeps near its core, and an article alone is through with a stage as soon as it is
//! there.

use super::{Analysed, Input, Progress, Reading};
use crate::document::{DateCandidate, Diagnostic, Document};

/// Bytes of text that are enough for a stage: more of them would not stay near the core
/// themselves.
const ENOUGH: usize = 128 << 10;

/// What inputs held that were read one after the other.
pub(super) struct Batch<'a> {
    date: Option<&'a DateCandidate>,
    progress: &'a Progress,
    held: Vec<Result<Reading, Diagnostic>>,
    /// Documents that wait for others, each with the number of what it was held by.
    waiting: Vec<(usize, Document)>,
    /// How many bytes of text they have.
    bytes: usize,
}

impl<'a> Batch<'a> {
    pub(super) const fn new(date: Option<&'a DateCandidate>, progress: &'a Progress) -> Self {
        Self { date, progress, held: Vec::new(), waiting: Vec::new(), bytes: 0 }
    }

    /// Takes in another input, unless the run was cancelled.
    pub(super) fn with(mut self, input: &dyn Input) -> Self {
        if self.progress.is_cancelled() {
            return self;
        }
        let mut held = input.read();
        match held.as_mut().ok().and_then(|reading| reading.document.take()) {
            Some(document) => {
                self.bytes += document.text.len();
                self.waiting.push((self.held.len(), document));
            }
            None => self.progress.advance(),
        }
        self.held.push(held);
        if self.bytes >= ENOUGH { self.analysed() } else { self }
    }

    /// Analyses what waits.
    pub(super) fn analysed(mut self) -> Self {
        let (numbers, documents): (Vec<usize>, Vec<Document>) = self.waiting.drain(..).unzip();
        for (number, analysed) in numbers.into_iter().zip(Analysed::each(documents, self.date)) {
            if let Ok(reading) = &mut self.held[number] {
                reading.documents.push(analysed);
            }
            self.progress.advance();
        }
        self.bytes = 0;
        self
    }

    /// What the inputs held, in their order, all of it analysed.
    pub(super) fn held(self) -> Vec<Result<Reading, Diagnostic>> {
        self.analysed().held
    }
}
