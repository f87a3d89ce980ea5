//! Reading the documents that a command names.

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::time::Duration;

use super::arguments::DocumentArguments;
use super::{Failure, output};
use crate::analysis::{self, Analysed, Input, Progress};
use crate::document::Severity;
use crate::files;

/// The documents that a command named, as far as they could be read.
pub(super) struct Inputs {
    pub documents: Vec<Analysed>,
    failed: usize,
}

impl Inputs {
    /// The end of a command that has used them: a failure if some could not be read.
    pub(super) fn finish(&self) -> Result<(), Failure> {
        if self.failed > 0 { Err(Failure::PathsFailed { count: self.failed }) } else { Ok(()) }
    }
}

/// Reads and analyses the documents; what is wrong with any of them goes to standard error.
///
/// # Errors
/// [`Failure::NothingRead`] if none could be read.
pub(super) fn read(arguments: &DocumentArguments) -> Result<Inputs, Failure> {
    let found = files::expand(&arguments.paths, &mut |_| ControlFlow::Continue(()));
    let inputs: Vec<Box<dyn Input>> =
        found.sources.into_iter().map(|source| Box::new(source) as Box<dyn Input>).collect();
    let date = arguments.date_candidate();
    let progress = Progress::default();
    let outcome =
        with_progress_shown(&progress, || analysis::analyse(&inputs, date.as_ref(), &progress));

    let diagnostics = || found.diagnostics.iter().chain(&outcome.diagnostics);
    diagnostics().for_each(output::diagnostic);
    if outcome.documents.is_empty() {
        return Err(Failure::NothingRead);
    }
    let failed = diagnostics().filter(|d| d.severity == Severity::Error).count();
    Ok(Inputs { documents: outcome.documents, failed })
}

/// Runs `work`, and shows how far it is on a terminal if it takes long.
fn with_progress_shown<T>(progress: &Progress, work: impl FnOnce() -> T + Send) -> T
where
    T: Send,
{
    if !io::stderr().is_terminal() {
        return work();
    }
    std::thread::scope(|scope| {
        let (done, ended) = std::sync::mpsc::channel::<()>();
        scope.spawn(move || {
            let mut shown = false;
            while ended.recv_timeout(Duration::from_millis(300)).is_err_and(is_timeout) {
                let (steps, total) = progress.steps();
                let _ = write!(io::stderr().lock(), "\r{steps} of {total} documents read");
                shown = true;
            }
            if shown {
                let _ = write!(io::stderr().lock(), "\r\x1b[K");
            }
        });
        let result = work();
        drop(done);
        result
    })
}

fn is_timeout(error: std::sync::mpsc::RecvTimeoutError) -> bool {
    error == std::sync::mpsc::RecvTimeoutError::Timeout
}
