//! Why a command failed.

use std::path::PathBuf;

use crate::export::PictureError;
use crate::files::{LanguagesError, WriteError};

/// Why a command ended with exit code 1; each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// None of the inputs could be read; each has had its own message.
    #[error("nothing could be read: see the messages above")]
    NothingRead,
    /// Some of the paths named could not be read; the rest was written.
    #[error("{count} of the files could not be read: the result lacks them")]
    PathsFailed {
        /// How many.
        count: usize,
    },
    /// The result could not be written to a file.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The language packs named could not be used.
    #[error(transparent)]
    Languages(#[from] LanguagesError),
    /// There is nothing to draw, or not at that size.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The picture's name does not say what kind of picture it is.
    #[error("{}: name a file that ends in .png or .svg", path.display())]
    PictureName {
        /// The name given.
        path: PathBuf,
    },
    /// Standard input or output broke.
    #[error("{0}")]
    Stream(#[from] std::io::Error),
    /// Some input lines could not be used; each has had its own message.
    #[error("{count} of the lines could not be used: see the messages above")]
    LinesFailed {
        /// How many.
        count: usize,
    },
}
