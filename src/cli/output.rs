//! Where results and messages go.

use std::io::{self, Write};
use std::path::Path;

use super::Failure;
use crate::document::{Diagnostic, Severity};

/// Writes a message to standard error, behind the program's name.
pub(super) fn message(text: &str) {
    // If standard error is closed there is nobody to tell.
    let _ = writeln!(io::stderr().lock(), "dateline: {text}");
}

/// Writes a diagnostic to standard error: what it is about first.
pub(super) fn diagnostic(diagnostic: &Diagnostic) {
    let grade = match diagnostic.severity {
        Severity::Note => "note: ",
        Severity::Warning => "warning: ",
        Severity::Error => "",
    };
    message(&format!("{grade}{}: {}", diagnostic.source, diagnostic.message));
}

/// Hands a writer to `write` whose bytes go to `path`, or to standard output without one.
///
/// A file is written whole or not at all. A reader that closes standard output early (`head`)
/// is no failure.
///
/// # Errors
/// [`Failure::Write`] for the file, [`Failure::Stream`] for standard output.
pub(super) fn write_result(
    path: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let Some(path) = path else {
        let mut out = io::BufWriter::new(io::stdout().lock());
        return match write(&mut out).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            result => Ok(result?),
        };
    };
    let mut bytes = Vec::new();
    write(&mut bytes)?;
    Ok(crate::files::write_atomically(path, &bytes)?)
}
