//! The `dateline` program: a command if one is named, the window otherwise.

use std::process::ExitCode;

use dateline::cli::{self, Request};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Request::Done(code) => code,
        Request::Window(_paths) => ExitCode::FAILURE,
    }
}
