//! Reading what the user opens: files and folders, pasted text, the samples.

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::analysis::{self, Analysed, Input, Outcome, Progress};
use crate::document::{DateCandidate, Diagnostic, Document, Severity};
use crate::files;
use crate::import::{self, Mapping};

use super::App;
use super::command::PastedText;
use super::controls::counted;
use super::dialogs::{ColumnsDialog, Dialog};
use super::selection::Origin;
use super::work::{Finished, Purpose};

impl App {
    /// Asks for files or a folder, on a thread: the dialogs of the system block.
    pub(super) fn ask_for(&mut self, ctx: &Context, purpose: Purpose, name: &'static str) {
        let dialogs = self.services.dialogs.clone();
        self.work.start(ctx, None, move |_| {
            let answer = match purpose {
                Purpose::OpenFiles => dialogs.open_files(),
                Purpose::OpenFolder => dialogs.open_folder(),
                Purpose::SavePicture | Purpose::SaveEvents => dialogs.save(name),
            };
            Finished::Chosen(purpose, answer)
        });
    }

    /// Reads files and folders in the background.
    pub(super) fn open_paths(&mut self, ctx: &Context, paths: Vec<PathBuf>) {
        self.work.start(ctx, Some("Reading documents"), move |progress| {
            let outcome = read(&paths, progress);
            Finished::Opened(paths, outcome)
        });
    }

    /// Reads the columns of a table, to ask what they hold.
    pub(super) fn read_columns(&mut self, ctx: &Context, path: PathBuf) {
        self.work.start(ctx, None, move |_| Finished::Columns(files::Source::new(path).columns()));
    }

    /// Reads a table of which the user has said what its columns hold. It takes the place of
    /// what was made of the file before.
    pub(super) fn open_table(&mut self, ctx: &Context, path: PathBuf, mapping: Mapping) {
        let name = path.display().to_string();
        let is_of_file = |analysed: &&Arc<Analysed>| {
            analysed.table().unwrap_or(&analysed.document().source) == name
        };
        let documents = self.state.project().documents().iter().filter(is_of_file);
        let documents: Vec<_> = documents.map(|analysed| analysed.document().id).collect();
        if !documents.is_empty() {
            self.state.change("Read a table again", |project| {
                for id in documents {
                    project.remove(id);
                }
            });
        }
        self.work.start(ctx, Some("Reading the table"), move |progress| {
            let table = files::MappedTable { source: files::Source::new(&path), mapping };
            let inputs: Vec<Box<dyn Input>> = vec![Box::new(table)];
            Finished::Opened(vec![path], analysis::analyse(&inputs, None, progress))
        });
    }

    /// Makes a document of text; this is quick enough to be done at once for a page, and done
    /// in the background for a book.
    pub(super) fn open_text(&mut self, ctx: &Context, pasted: PastedText) {
        self.work.start(ctx, Some("Reading the text"), move |progress| {
            let date = pasted.date.clone();
            let inputs: Vec<Box<dyn Input>> = vec![Box::new(pasted)];
            Finished::Opened(Vec::new(), analysis::analyse(&inputs, date.as_ref(), progress))
        });
    }

    /// Opens the documents that come with the program.
    pub(super) fn open_samples(&mut self, ctx: &Context) {
        self.work.start(ctx, Some("Reading the sample documents"), |progress| {
            let inputs = super::samples::inputs();
            Finished::Opened(Vec::new(), analysis::analyse(&inputs, None, progress))
        });
    }

    /// Takes up what was read.
    pub(super) fn opened(&mut self, paths: &[PathBuf], outcome: Outcome) {
        let Outcome { documents, diagnostics, cancelled, unmapped } = outcome;
        if let Some(table) = unmapped.into_iter().next() {
            self.dialogs.open(Dialog::Columns(ColumnsDialog::new(table)));
        }
        let read = documents.len();
        let events: usize = documents
            .iter()
            .filter(|analysed| analysed.table().is_some())
            .map(|analysed| analysed.events().len())
            .sum();
        let failed = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
        let first = documents.first().map(|analysed| analysed.document().id);
        self.state.notices.add(diagnostics);
        self.state.preferences.remember(&readable(paths, &documents));
        if read > 0 {
            let was_empty = self.state.project().documents().is_empty();
            self.state.change("Open documents", |project| project.add(documents));
            if let Some(id) = first {
                self.select_document(id, Origin::Program);
            }
            if was_empty || self.state.project().documents().len() == read {
                self.timeline.fit_all();
            }
        }
        self.state.say(self.now_s, summary(read, events, failed, cancelled));
    }
}

/// The paths to remember as recent: absolute ones that gave a document.
fn readable(paths: &[PathBuf], documents: &[Analysed]) -> Vec<PathBuf> {
    let gave = |path: &Path| {
        documents.iter().any(|analysed| {
            let source = analysed.table().unwrap_or(&analysed.document().source);
            Path::new(source).starts_with(path)
        })
    };
    paths
        .iter()
        .filter(|path| gave(path))
        .filter_map(|path| std::path::absolute(path).ok())
        .collect()
}

/// `in_tables` is the number of events that came as rows of tables.
fn summary(read: usize, in_tables: usize, failed: usize, cancelled: bool) -> String {
    let mut summary = match (read, in_tables) {
        (0, _) => "No document could be read".to_owned(),
        (read, 0) => format!("{} opened", counted(read, "document", "documents")),
        (_, events) => format!("{} opened", counted(events, "event", "events")),
    };
    if failed > 0 && read > 0 {
        let _ = write!(summary, ", {failed} not read");
    }
    if cancelled {
        summary.push_str(", then stopped");
    }
    summary
}

fn read(paths: &[PathBuf], progress: &Progress) -> Outcome {
    let expansion = files::expand(paths, &mut |_| {
        if progress.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let inputs: Vec<Box<dyn Input>> =
        expansion.sources.into_iter().map(|source| Box::new(source) as Box<dyn Input>).collect();
    let mut outcome = analysis::analyse(&inputs, None, progress);
    outcome.diagnostics.splice(0..0, expansion.diagnostics);
    outcome
}

impl Input for PastedText {
    fn load(&self) -> Result<Document, Diagnostic> {
        const SOURCE: &str = "pasted text";
        let mut document = import::import(SOURCE, self.text.as_bytes())
            .map_err(|error| error.diagnostic(SOURCE))?;
        let title = self.title.trim();
        let first_line = document.text.lines().map(str::trim).find(|line| !line.is_empty());
        if !title.is_empty() {
            title.clone_into(&mut document.title);
        } else if let Some(line) = first_line {
            document.title = shortened(line, 60);
        }
        Ok(document)
    }
}

/// The beginning of a line, ended at a word.
fn shortened(line: &str, letters: usize) -> String {
    let Some((cut, _)) = line.char_indices().nth(letters) else {
        return line.to_owned();
    };
    let end = line[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    format!("{}…", line[..end].trim_end())
}

/// A date that the user gave in plain words.
pub(super) fn user_date(words: &str, interval: crate::time::Interval) -> DateCandidate {
    DateCandidate {
        interval,
        origin: crate::document::DateOrigin::User,
        words: words.to_owned(),
        span: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_says_what_was_left_out() {
        assert_eq!(summary(12, 0, 0, false), "12 documents opened");
        assert_eq!(summary(1, 0, 2, true), "1 document opened, 2 not read, then stopped");
        assert_eq!(summary(0, 0, 3, false), "No document could be read");
        assert_eq!(summary(1, 20, 0, false), "20 events opened");
    }

    #[test]
    fn pasted_text_is_called_as_the_user_says_or_as_it_begins() {
        let pasted =
            PastedText { text: "\n  A headline\n\nMore.".to_owned(), ..Default::default() };
        assert_eq!(pasted.load().expect("text").title, "A headline");
        let named = PastedText { title: "Mine".to_owned(), ..pasted };
        assert_eq!(named.load().expect("text").title, "Mine");
    }

    #[test]
    fn a_long_line_is_cut_at_a_word() {
        assert_eq!(shortened("one two three", 9), "one two…");
        assert_eq!(shortened("one two", 9), "one two");
    }
}
