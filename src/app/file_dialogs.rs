//! Asking for files: by the system's own dialogs where there are any.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::import;

/// What a dialog came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The user chose these.
    Paths(Vec<PathBuf>),
    /// The user thought better of it.
    Cancelled,
    /// There can be no such dialog here; another one has to take its place.
    Unavailable,
}

/// Dialogs that ask for files. They block: they are called on a thread of their own.
pub trait FileDialogs: Send + Sync {
    /// Asks for files to read.
    fn open_files(&self) -> Answer;
    /// Asks for a folder to read.
    fn open_folder(&self) -> Answer;
    /// Asks where to save a file; `name` is the suggestion, its extension the format.
    fn save(&self, name: &str) -> Answer;
}

/// The dialogs of the system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDialogs;

impl FileDialogs for SystemDialogs {
    fn open_files(&self) -> Answer {
        if !is_available() {
            return Answer::Unavailable;
        }
        let extensions: Vec<String> = import::extensions()
            .flat_map(|extension| [extension.to_owned(), extension.to_uppercase()])
            .collect();
        let dialog = rfd::FileDialog::new()
            .set_title("Open documents")
            .add_filter("Documents", &extensions)
            .add_filter("All files", &["*"]);
        dialog.pick_files().map_or(Answer::Cancelled, Answer::Paths)
    }

    fn open_folder(&self) -> Answer {
        if !is_available() {
            return Answer::Unavailable;
        }
        let dialog = rfd::FileDialog::new().set_title("Open a folder of documents");
        dialog.pick_folder().map_or(Answer::Cancelled, |path| Answer::Paths(vec![path]))
    }

    fn save(&self, name: &str) -> Answer {
        if !is_available() {
            return Answer::Unavailable;
        }
        let dialog = rfd::FileDialog::new().set_title("Save").set_file_name(name);
        dialog.save_file().map_or(Answer::Cancelled, |path| Answer::Paths(vec![path]))
    }
}

/// Whether the system can show a dialog. Where it cannot, asking looks as if the user had
/// cancelled, so it must be known beforehand.
#[cfg(all(unix, not(target_os = "macos")))]
fn is_available() -> bool {
    has_portal() || has_program("zenity")
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
const fn is_available() -> bool {
    true
}

/// Whether the session has a desktop portal with a file chooser, running or to be started.
#[cfg(all(unix, not(target_os = "macos")))]
fn has_portal() -> bool {
    const PORTAL: &str = "org.freedesktop.portal.Desktop";
    let version = || -> zbus::Result<u32> {
        let bus = zbus::blocking::connection::Builder::session()?
            .method_timeout(std::time::Duration::from_secs(2))
            .build()?;
        let chooser = zbus::blocking::Proxy::new(
            &bus,
            PORTAL,
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.FileChooser",
        )?;
        chooser.get_property("version")
    };
    version().is_ok()
}

#[cfg(all(unix, not(target_os = "macos")))]
fn has_program(name: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|paths| {
        std::env::split_paths(&paths).any(|folder| folder.join(name).is_file())
    })
}

/// No dialog of the system: the program's own ones are used.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoDialogs;

impl FileDialogs for NoDialogs {
    fn open_files(&self) -> Answer {
        Answer::Unavailable
    }

    fn open_folder(&self) -> Answer {
        Answer::Unavailable
    }

    fn save(&self, _name: &str) -> Answer {
        Answer::Unavailable
    }
}

/// Dialogs that answer what they were told to, in order; after that, as if cancelled.
#[derive(Debug, Default)]
pub struct ScriptedDialogs {
    answers: Mutex<VecDeque<Answer>>,
}

impl ScriptedDialogs {
    /// Dialogs with these answers.
    #[must_use]
    pub fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self { answers: Mutex::new(answers.into_iter().collect()) }
    }

    fn next(&self) -> Answer {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        answers.pop_front().unwrap_or(Answer::Cancelled)
    }
}

impl FileDialogs for ScriptedDialogs {
    fn open_files(&self) -> Answer {
        self.next()
    }

    fn open_folder(&self) -> Answer {
        self.next()
    }

    fn save(&self, _name: &str) -> Answer {
        self.next()
    }
}
