//! The `dateline` program: a command if one is named, the window otherwise.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use dateline::cli::{self, Request};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Request::Done(code) => code,
        Request::Window(paths) => match open(paths) {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                // Nobody reads a message that cannot be written.
                let _ = writeln!(std::io::stderr(), "dateline: {message}");
                ExitCode::FAILURE
            }
        },
    }
}

#[cfg(feature = "window")]
fn open(paths: Vec<PathBuf>) -> Result<(), String> {
    use dateline::app::{self, Options};

    app::run(Options { paths }).map_err(|error| error.to_string())
}

#[cfg(not(feature = "window"))]
fn open(_paths: Vec<PathBuf>) -> Result<(), String> {
    Err("this program was built without its window; `dateline --help` lists the commands"
        .to_owned())
}
