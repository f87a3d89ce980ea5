//! The commands without a window.
//!
//! Results go to standard output or the file named; messages go to standard error. The exit
//! code is 0 if all went well, 1 if something named could not be read or written, 2 if the
//! command line itself is wrong.

mod arguments;
mod extract;
mod failure;
mod inputs;
mod output;
mod render;
mod tag;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
pub use failure::Failure;

/// What the command line asks for.
#[derive(Debug)]
pub enum Request {
    /// Open the window on these files and folders.
    Window(Vec<PathBuf>),
    /// The command has run, or the command line was wrong; its messages are out.
    Done(ExitCode),
}

/// Reads the command line and runs the command that it names, if it names one.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Request {
    let arguments = match Arguments::try_parse_from(arguments).and_then(Arguments::checked) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are "errors" that go to standard output and exit with 0.
            let code = u8::try_from(error.exit_code()).unwrap_or(2);
            let _ = error.print();
            return Request::Done(ExitCode::from(code));
        }
    };
    let result = match arguments.command {
        None => return Request::Window(arguments.paths),
        Some(Command::Extract(arguments)) => extract::run(&arguments),
        Some(Command::Render(arguments)) => render::run(&arguments),
        Some(Command::Tag(arguments)) => tag::run(&arguments),
    };
    Request::Done(match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output::message(&failure.to_string());
            ExitCode::FAILURE
        }
    })
}
