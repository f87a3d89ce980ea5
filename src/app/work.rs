//! Work off the interface's thread: one thread for each piece of work, a channel back.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;

use egui::Context;

use crate::analysis::{Outcome, Progress, UnmappedTable};
use crate::document::Diagnostic;
use crate::project::Matches;

use super::file_dialogs::Answer;

/// What a piece of work came to.
#[derive(Debug)]
pub(super) enum Finished {
    /// Documents were read; the paths are those that the user named.
    Opened(Vec<PathBuf>, Outcome),
    /// The columns of a table, or why they could not be read.
    Columns(Result<UnmappedTable, Diagnostic>),
    /// The user answered a dialog of the system.
    Chosen(Purpose, Answer),
    /// A search has found this; the number is that of the search.
    Searched(u64, Matches),
    /// A file was written, or why not.
    Written(Purpose, Result<PathBuf, String>),
    /// The thread ended without a word: a defect of ours, told as one.
    Lost,
}

/// What a path is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To read these files.
    OpenFiles,
    /// To read this folder.
    OpenFolder,
    /// To save a picture there.
    SavePicture,
    /// To save the events there.
    SaveEvents,
}

impl Purpose {
    /// Whether a file is to be written.
    pub(super) const fn saves(self) -> bool {
        matches!(self, Self::SavePicture | Self::SaveEvents)
    }
}

/// The work under way.
#[derive(Default)]
pub(super) struct Work {
    jobs: Vec<Job>,
}

struct Job {
    label: Option<&'static str>,
    progress: Arc<Progress>,
    receiver: Receiver<Finished>,
}

/// What the status line says of the work.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Report {
    /// What is being done.
    pub(super) label: String,
    /// The steps done and the steps in all; (0, 0) while that is not known.
    pub(super) steps: (usize, usize),
}

impl Work {
    /// Starts a piece of work. With a label it shows in the status line and can be cancelled.
    pub(super) fn start(
        &mut self,
        ctx: &Context,
        label: Option<&'static str>,
        work: impl FnOnce(&Progress) -> Finished + Send + 'static,
    ) {
        let (sender, receiver) = mpsc::channel();
        let progress = Arc::new(Progress::default());
        let shared = Arc::clone(&progress);
        let ctx = ctx.clone();
        let run = move || {
            // The receiver is gone when the window is: then nobody wants the result.
            let _ = sender.send(work(&shared));
            ctx.request_repaint();
        };
        if thread::Builder::new().name("work".to_owned()).spawn(run).is_ok() {
            self.jobs.push(Job { label, progress, receiver });
        }
    }

    /// Takes out what is finished.
    pub(super) fn finished(&mut self) -> Vec<Finished> {
        let mut finished = Vec::new();
        self.jobs.retain(|job| match job.receiver.try_recv() {
            Ok(result) => {
                finished.push(result);
                false
            }
            Err(TryRecvError::Empty) => true,
            Err(TryRecvError::Disconnected) => {
                finished.push(Finished::Lost);
                false
            }
        });
        finished
    }

    /// Whether anything is under way, dialogs of the system included.
    pub(super) fn is_busy(&self) -> bool {
        !self.jobs.is_empty()
    }

    /// What to say of the work under way, if anything.
    pub(super) fn report(&self) -> Option<Report> {
        let job = self.jobs.iter().find(|job| job.label.is_some())?;
        Some(Report { label: job.label?.to_owned(), steps: job.progress.steps() })
    }

    /// Stops what the status line shows.
    pub(super) fn cancel(&self) {
        for job in self.jobs.iter().filter(|job| job.label.is_some()) {
            job.progress.cancel();
        }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        for job in &self.jobs {
            job.progress.cancel();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(work: &mut Work) -> Vec<Finished> {
        loop {
            let finished = work.finished();
            if !finished.is_empty() {
                return finished;
            }
            thread::yield_now();
        }
    }

    #[test]
    fn a_result_comes_back_once() {
        let mut work = Work::default();
        work.start(&Context::default(), None, |_| {
            Finished::Written(Purpose::SaveEvents, Ok("a".into()))
        });
        assert!(work.is_busy());
        assert!(matches!(&wait(&mut work)[..], [Finished::Written(_, Ok(_))]));
        assert!(!work.is_busy());
    }

    #[test]
    fn cancelling_reaches_the_work() {
        let mut work = Work::default();
        work.start(&Context::default(), Some("Reading"), |progress| {
            while !progress.is_cancelled() {
                thread::yield_now();
            }
            Finished::Written(Purpose::SaveEvents, Err("cancelled".to_owned()))
        });
        assert_eq!(work.report().map(|report| report.label).as_deref(), Some("Reading"));
        work.cancel();
        assert!(matches!(&wait(&mut work)[..], [Finished::Written(_, Err(_))]));
    }
}
