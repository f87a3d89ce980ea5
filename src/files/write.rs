//! Writing a file so that it is either the old one or the whole new one.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file could not be written, and what to do about it.
#[derive(Debug, thiserror::Error)]
#[error("{} was not written: {reason}", .path.display())]
pub struct WriteError {
    path: PathBuf,
    reason: String,
    #[source]
    cause: io::Error,
}

/// Writes a file in one step: the bytes go to a file beside it, which then takes its place. If
/// anything fails, the file that was there is untouched. A device or a pipe (`/dev/null`,
/// `/dev/stdout`) is written to as it is, and stays what it is.
///
/// # Errors
/// [`WriteError`] if the folder is not there, is not writable or is full; its message says so.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let failed = |cause: io::Error| WriteError {
        path: path.to_owned(),
        reason: reason(path, &cause),
        cause,
    };
    // A link is followed, so that the file which it names is replaced, not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match fs::metadata(path).map(|metadata| metadata.file_type()) {
        Ok(kind) if kind.is_dir() => return Err(failed(io::ErrorKind::IsADirectory.into())),
        // What is no file holds nothing to be kept whole, and a file in its place would break it.
        Ok(kind) if !kind.is_file() => return write_into(path, bytes).map_err(failed),
        _ => {}
    }
    let beside = beside(&target);
    let written = write_all(&beside, &target, bytes).and_then(|()| fs::rename(&beside, &target));
    written.map_err(|cause| {
        // The half-written file is of no use to anybody; that it cannot be removed changes nothing.
        let _ = fs::remove_file(&beside);
        failed(cause)
    })
}

fn write_into(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut opened = OpenOptions::new().write(true).open(path)?;
    opened.write_all(bytes)
}

fn write_all(beside: &Path, target: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(beside)?;
    if let Ok(metadata) = fs::metadata(target) {
        file.set_permissions(metadata.permissions())?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}

/// A name of our own in the same folder, so that the rename stays on one file system.
fn beside(target: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    target.with_file_name(name)
}

fn reason(path: &Path, cause: &io::Error) -> String {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match (cause.kind(), folder) {
        (io::ErrorKind::NotFound, Some(folder)) => {
            format!("the folder {} does not exist; create it first", folder.display())
        }
        (io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem, _) => {
            "you have no permission to write there; choose another folder".to_owned()
        }
        (io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded, _) => {
            "the disk is full; make room or choose another disk".to_owned()
        }
        (io::ErrorKind::IsADirectory, _) => {
            "this is a folder; add the name of a file to it".to_owned()
        }
        (io::ErrorKind::NotADirectory, Some(folder)) => {
            format!("{} is a file, not a folder; choose another place", folder.display())
        }
        _ => cause.to_string(),
    }
}
