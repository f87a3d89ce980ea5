//! The `dateline` program: a command if one is named, the window otherwise.

use std::io::Write as _;
use std::process::ExitCode;

use dateline::app::{self, Options};
use dateline::cli::{self, Request};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Request::Done(code) => code,
        Request::Window(paths) => match app::run(Options { paths }) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                // Nobody reads a message that cannot be written.
                let _ = writeln!(std::io::stderr(), "dateline: {error}");
                ExitCode::FAILURE
            }
        },
    }
}
