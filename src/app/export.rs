//! Saving pictures and data: in the background, each file whole or not at all.

use std::path::{Path, PathBuf};

use egui::Context;

use crate::export::{EventFormat, write_events};
use crate::files;

use super::App;
use super::dialogs::{Browser, Dialog, EventsDialog, PictureDialog, PictureRequest};
use super::file_dialogs::Answer;
use super::picture_job::PictureJob;
use super::work::{Finished, Purpose};

impl App {
    /// Asks where to save the events.
    pub(super) fn export_events(&mut self, ctx: &Context, format: EventFormat) {
        self.pending.events = format;
        self.ask_for(ctx, Purpose::SaveEvents, events_name(format));
    }

    /// Saves a picture; asks where first.
    pub(super) fn export_picture(&mut self, ctx: &Context, request: PictureRequest) {
        self.pending.picture = Some(request);
        self.ask_for(ctx, Purpose::SavePicture, PICTURE_NAME);
    }

    /// Takes up what the user answered in a dialog of the system.
    pub(super) fn answered(&mut self, ctx: &Context, purpose: Purpose, answer: Answer) {
        match answer {
            Answer::Paths(paths) => self.chosen(ctx, purpose, paths),
            Answer::Cancelled => {}
            Answer::Unavailable => self.browse(purpose),
        }
    }

    /// Does with the chosen paths what they were chosen for.
    pub(super) fn chosen(&mut self, ctx: &Context, purpose: Purpose, paths: Vec<PathBuf>) {
        if !purpose.saves() {
            self.open_paths(ctx, paths);
            return;
        }
        let Some(path) = paths.into_iter().next() else {
            return;
        };
        match purpose {
            Purpose::SaveEvents => self.save_events(ctx, path),
            _ => self.save_picture(ctx, path),
        }
    }

    /// Shows the program's own dialog in place of the system's.
    fn browse(&mut self, purpose: Purpose) {
        let folder = self
            .state
            .preferences
            .recent
            .first()
            .and_then(|path| path.parent().map(Path::to_owned))
            .or_else(|| std::env::current_dir().ok())
            .unwrap_or_else(|| PathBuf::from("/"));
        let name = match purpose {
            Purpose::SavePicture => PICTURE_NAME,
            Purpose::SaveEvents => events_name(self.pending.events),
            Purpose::OpenFiles | Purpose::OpenFolder => "",
        };
        self.dialogs.open(Dialog::Browser(Browser::new(purpose, folder, name)));
    }

    /// Saves the events where the user says.
    fn save_events(&mut self, ctx: &Context, path: PathBuf) {
        let format = self.pending.events;
        let project = self.state.project().clone();
        let path = with_extension(path, extension(format));
        self.work.start(ctx, Some("Saving the events"), move |_| {
            let mut bytes = Vec::new();
            let documents = project.documents().iter().map(AsRef::as_ref);
            let written = write_events(&mut bytes, documents, &project.told(), format, false)
                .map_err(|error| error.to_string())
                .and_then(|()| write(&path, &bytes));
            Finished::Written(Purpose::SaveEvents, written.map(|()| path))
        });
    }

    fn save_picture(&mut self, ctx: &Context, path: PathBuf) {
        let Some(request) = self.pending.picture.clone() else {
            return;
        };
        let path = with_extension(path, "png");
        let job = PictureJob::new(request, &self.state, self.timeline.stretch());
        self.work.start(ctx, Some("Drawing the picture"), move |_| {
            let written = job.draw().and_then(|png| write(&path, &png));
            Finished::Written(Purpose::SavePicture, written.map(|()| path))
        });
    }

    /// Says that a file was written; or why not, in the dialog where that can be mended.
    pub(super) fn written(&mut self, purpose: Purpose, result: Result<PathBuf, String>) {
        let error = match result {
            Ok(path) => {
                self.dialogs.close();
                self.state.say(self.now_s, format!("Saved {}", path.display()));
                return;
            }
            Err(error) => error,
        };
        let picture = self.pending.picture.take().filter(|_| purpose == Purpose::SavePicture);
        self.dialogs.open(if let Some(request) = picture {
            Dialog::Picture(PictureDialog { request, error: Some(error) })
        } else {
            Dialog::Events(EventsDialog::failed(self.pending.events, error))
        });
    }
}

/// What is to be saved, while the user is asked where.
#[derive(Debug)]
pub(super) struct Pending {
    picture: Option<PictureRequest>,
    events: EventFormat,
}

impl Default for Pending {
    fn default() -> Self {
        Self { picture: None, events: EventFormat::Csv }
    }
}

/// What a picture is called, if the user does not say.
const PICTURE_NAME: &str = "timeline.png";

/// What a file of events is called, if the user does not say.
const fn events_name(format: EventFormat) -> &'static str {
    match format {
        EventFormat::Csv => "events.csv",
        EventFormat::Json => "events.json",
        EventFormat::JsonLines => "events.jsonl",
    }
}

const fn extension(format: EventFormat) -> &'static str {
    match format {
        EventFormat::Csv => "csv",
        EventFormat::Json => "json",
        EventFormat::JsonLines => "jsonl",
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    files::write_atomically(path, bytes).map_err(|error| error.to_string())
}

/// The path with an extension, if it has none.
fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension(extension) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extension_is_added_where_there_is_none() {
        let check = |path: &str, expected: &str| {
            assert_eq!(with_extension(path.into(), "png"), PathBuf::from(expected));
        };
        check("a/picture", "a/picture.png");
        check("a/picture.PNG", "a/picture.PNG");
    }
}
