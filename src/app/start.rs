//! Opening the window, and saying plainly why it cannot be opened.
//!
//! What a desktop needs at run time is loaded when it is needed, and parts of it end the
//! program where it is missing. So what is known to do that is looked for first, and a panic
//! before the first frame becomes an error like any other.

use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::window::Window;

/// What the window is to open with.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Files and folders to open at once.
    pub paths: Vec<PathBuf>,
}

/// Why the window could not be opened; each says what to do, and what works without a window.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// There is no screen to open a window on.
    #[error(
        "there is no display to open a window on ({0}).\n\
         Start it from a graphical session, or forward one (ssh -X).\n{WITHOUT_WINDOW}"
    )]
    NoDisplay(String),
    /// A library of the system is missing.
    #[error(
        "the library {library} is missing, which the window needs.\n\
         On Debian and Ubuntu: sudo apt install {package}\n{WITHOUT_WINDOW}"
    )]
    MissingLibrary {
        /// The library's file name: `libxkbcommon-x11.so.0`.
        library: String,
        /// The Debian package that has it.
        package: &'static str,
    },
    /// OpenGL cannot be used.
    #[error(
        "the window cannot be drawn, because OpenGL 2.1 or later is not available ({0}).\n\
         On Debian and Ubuntu: sudo apt install libgl1 libgl1-mesa-dri libegl1\n\
         {WITHOUT_WINDOW}"
    )]
    NoOpenGl(String),
    /// Anything else.
    #[error("the window could not be opened: {0}.\n{WITHOUT_WINDOW}")]
    Other(String),
}

const ICON: &[u8] = include_bytes!("../../assets/icons/dateline-256.png");

const WITHOUT_WINDOW: &str = "Without a window, `dateline render PATHS -o timeline.png` draws the \
                              timeline and `dateline extract PATHS` lists the events.";

/// The libraries that the window loads, by the beginning of their file names, and the Debian
/// packages that have them.
const LIBRARIES: &[(&str, &str)] = &[
    ("libxkbcommon-x11", "libxkbcommon-x11-0"),
    ("libxkbcommon", "libxkbcommon0"),
    ("libX11-xcb", "libx11-xcb1"),
    ("libX11", "libx11-6"),
    ("libXcursor", "libxcursor1"),
    ("libXi", "libxi6"),
    ("libXrandr", "libxrandr2"),
    ("libwayland-client", "libwayland-client0"),
    ("libwayland-egl", "libwayland-egl1"),
    ("libEGL", "libegl1"),
    ("libGL", "libgl1"),
];

/// Opens the window and stays until it is closed.
///
/// # Errors
/// [`StartError`] if there can be no window here.
pub fn run(options: Options) -> Result<(), StartError> {
    let display = Display::from_environment()?;
    display.probe()?;
    let started = Arc::new(AtomicBool::new(false));
    let quiet = QuietPanics::until(Arc::clone(&started));
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| open(options, &started)));
    let message = quiet.end();
    match outcome {
        Ok(result) => result.map_err(|error| explain(&error)),
        Err(payload) if started.load(Ordering::Relaxed) => panic::resume_unwind(payload),
        Err(_) => Err(explain_text(&message)),
    }
}

fn open(options: Options, started: &Arc<AtomicBool>) -> Result<(), eframe::Error> {
    let started = Arc::clone(started);
    // An icon that cannot be read is no reason not to open.
    let icon = eframe::icon_data::from_png_bytes(ICON).unwrap_or_default();
    let viewport = egui::ViewportBuilder::default()
        .with_icon(icon)
        .with_title("Dateline")
        .with_app_id("dateline")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([480.0, 360.0])
        .with_drag_and_drop(true);
    let native = eframe::NativeOptions { viewport, ..Default::default() };
    eframe::run_native(
        "dateline",
        native,
        Box::new(move |cc| Ok(Box::new(Window::new(cc, options, started)))),
    )
}

/// The kind of screen that the window would open on, as the windowing library chooses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Display {
    Wayland,
    X11,
    Native,
}

impl Display {
    fn from_environment() -> Result<Self, StartError> {
        if !cfg!(all(unix, not(target_os = "macos"))) {
            return Ok(Self::Native);
        }
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if set("WAYLAND_DISPLAY") || set("WAYLAND_SOCKET") {
            Ok(Self::Wayland)
        } else if set("DISPLAY") {
            Ok(Self::X11)
        } else {
            let unset = "neither WAYLAND_DISPLAY nor DISPLAY is set";
            Err(StartError::NoDisplay(unset.to_owned()))
        }
    }

    /// Looks for the libraries whose absence would end the program.
    fn probe(self) -> Result<(), StartError> {
        #[cfg(all(unix, not(target_os = "macos")))]
        {
            if self != Self::Native && xkbcommon_dl::xkbcommon_option().is_none() {
                return Err(missing("libxkbcommon.so.0"));
            }
            if self == Self::X11 && xkbcommon_dl::x11::xkbcommon_x11_option().is_none() {
                return Err(missing("libxkbcommon-x11.so.0"));
            }
        }
        Ok(())
    }
}

fn missing(library: &str) -> StartError {
    let package = package_of(library).unwrap_or("libxkbcommon-x11-0");
    StartError::MissingLibrary { library: library.to_owned(), package }
}

fn package_of(text: &str) -> Option<&'static str> {
    LIBRARIES.iter().find(|(library, _)| text.contains(library)).map(|(_, package)| *package)
}

fn explain(error: &eframe::Error) -> StartError {
    let text = error.to_string();
    if let missing @ StartError::MissingLibrary { .. } = explain_text(&text) {
        return missing;
    }
    if text.contains("xlib's shared libraries") {
        let library = "libX11, libX11-xcb, libXcursor or libXi".to_owned();
        let package = "libx11-6 libx11-xcb1 libxcursor1 libxi6";
        return StartError::MissingLibrary { library, package };
    }
    match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => {
            StartError::NoDisplay(without_place(&text))
        }
        eframe::Error::NoGlutinConfigs(_, cause) => StartError::NoOpenGl(cause.to_string()),
        eframe::Error::Glutin(_) | eframe::Error::OpenGL(_) => StartError::NoOpenGl(text),
        eframe::Error::AppCreation(_) => StartError::Other(text),
    }
}

/// The reason at the end of a message, without the place in the source of a library where it
/// was noticed.
fn without_place(text: &str) -> String {
    text.rsplit(".rs:")
        .next()
        .map_or(text, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':'))
        .trim()
        .to_owned()
}

/// What a message means that names a library which could not be loaded.
fn explain_text(text: &str) -> StartError {
    let loading =
        text.contains("could not be loaded") || text.contains("cannot open shared object");
    let library = text
        .split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ':' | '(' | ')' | ','))
        .find(|word| word.starts_with("lib") && word.contains(".so"));
    match (library, library.and_then(package_of)) {
        (Some(library), Some(package)) if loading => {
            StartError::MissingLibrary { library: library.to_owned(), package }
        }
        _ => StartError::Other(text.trim_end_matches('.').to_owned()),
    }
}

/// Keeps panics quiet until the first frame: what they say is told as an error instead.
struct QuietPanics {
    message: Arc<Mutex<String>>,
}

impl QuietPanics {
    fn until(started: Arc<AtomicBool>) -> Self {
        let message = Arc::new(Mutex::new(String::new()));
        let kept = Arc::clone(&message);
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if started.load(Ordering::Relaxed) {
                usual(info);
            } else {
                let text = info.payload_as_str().unwrap_or("for a reason that it does not say");
                text.clone_into(&mut kept.lock().unwrap_or_else(PoisonError::into_inner));
            }
        }));
        Self { message }
    }

    /// The last panic's words.
    fn end(self) -> String {
        if !std::thread::panicking() {
            let _ = panic::take_hook();
        }
        std::mem::take(&mut self.message.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_library_names_its_package() {
        let check = |text: &str, expected: &str| match explain_text(text) {
            StartError::MissingLibrary { package, .. } => assert_eq!(package, expected, "{text}"),
            other => panic!("{text}: {other:?}"),
        };
        check("Library libxkbcommon-x11.so could not be loaded.", "libxkbcommon-x11-0");
        check(
            "opening library failed (libXcursor.so.1: cannot open shared object file: No such \
             file or directory)",
            "libxcursor1",
        );
        check("libGL.so.1: cannot open shared object file", "libgl1");
        check("libX11-xcb.so.1: cannot open shared object file", "libx11-xcb1");
    }

    #[test]
    fn a_message_does_not_show_where_a_library_stands() {
        let text = "os error at /some/where/linux/mod.rs:788: Failed to open connection";
        assert_eq!(without_place(text), "Failed to open connection");
        assert_eq!(without_place("no place"), "no place");
    }

    #[test]
    fn every_message_says_what_works_without_a_window() {
        for error in [
            StartError::NoDisplay("why".to_owned()),
            missing("libxkbcommon-x11.so.0"),
            StartError::NoOpenGl("why".to_owned()),
            StartError::Other("why".to_owned()),
        ] {
            assert!(error.to_string().contains("dateline render"), "{error}");
        }
    }
}
