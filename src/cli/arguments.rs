//! The command line.

use std::path::PathBuf;

use clap::builder::RangedU64ValueParser;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::clock;
use crate::document::{DateCandidate, DateOrigin};
use crate::export::EventFormat;
use crate::language::Packs;
use crate::scene::Theme;
use crate::temporal;
use crate::time::Interval;
use crate::timeline::Grouping;

/// Finds every event in documents that can be dated, and draws them on a timeline.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, args_conflicts_with_subcommands = true)]
#[command(after_help = "With no command, the window opens on the files and folders named.\n\
                        Nothing ever leaves this machine.")]
pub(super) struct Arguments {
    /// Files and folders to open in the window
    pub paths: Vec<PathBuf>,

    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the events of documents as JSON, JSON Lines or CSV
    Extract(ExtractArguments),
    /// Draw the timeline as a picture, with no display and no GPU
    Render(RenderArguments),
    /// Read JSON Lines with texts on standard input, write them with their time expressions
    ///
    /// Each line is an object with "text" and, where known, "dct" (the document's date,
    /// YYYY-MM-DD or YYYY-MM-DDTHH:MM) and "lang". It is written again with "timexes": start and
    /// end (code points), text, type, value and mod of each expression (TIMEX3).
    Tag(TagArguments),
}

#[derive(Args, Debug)]
pub(super) struct TagArguments {
    /// Use the language packs of this folder instead of the built-in ones
    ///
    /// The folder is laid out like assets/languages: one folder for each language.
    #[arg(long, value_name = "FOLDER")]
    pub languages: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct ExtractArguments {
    #[command(flatten)]
    pub documents: DocumentArguments,

    /// The format to write
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,

    /// Give every event the whole text of its document, in which its offsets count
    #[arg(long)]
    pub with_text: bool,

    /// The file to write; standard output if it is not given
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct RenderArguments {
    #[command(flatten)]
    pub documents: DocumentArguments,

    /// Where the picture starts; the first event if it is not given
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub from: Option<Interval>,

    /// Where it ends, inclusive; the last event if it is not given
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub to: Option<Interval>,

    /// Its width before scaling, in pixels
    #[arg(long, value_name = "PIXELS", default_value_t = 1600, value_parser = pixels())]
    pub width: u32,

    /// Its height before scaling, in pixels; as high as its lanes need, but at most 900, if it is
    /// not given
    #[arg(long, value_name = "PIXELS", value_parser = pixels())]
    pub height: Option<u32>,

    /// How many times larger a PNG is drawn: 2 for print and sharp screens
    #[arg(long, value_name = "FACTOR", default_value_t = 1.0)]
    pub scale: f32,

    /// Its colours
    #[arg(long, value_enum, default_value_t = ThemeName::Light)]
    pub theme: ThemeName,

    /// What the lanes stand for
    #[arg(long, value_enum, default_value_t = Lanes::Category)]
    pub lanes: Lanes,

    /// How the time axis runs; what is not to scale says so
    #[arg(long, value_enum, default_value_t = Axis::Linear)]
    pub axis: Axis,

    /// The day that a logarithmic axis spreads out from, or that a relative one counts from
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    #[arg(required_if_eq_any([("axis", "logarithmic"), ("axis", "relative")]))]
    pub origin: Option<Interval>,

    /// The file to write: .png, or .svg
    #[arg(short, long, value_name = "FILE", required = true)]
    pub output: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ThemeName {
    Light,
    Dark,
}

impl From<ThemeName> for Theme {
    fn from(name: ThemeName) -> Self {
        match name {
            ThemeName::Light => Self::light(),
            ThemeName::Dark => Self::dark(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Axis {
    /// The same length for the same time
    Linear,
    /// Long gaps without an event are pressed together
    Compressed,
    /// The farther from --origin, the more time takes the same length
    Logarithmic,
    /// To scale, counted from --origin
    Relative,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Lanes {
    Category,
    Place,
    Document,
    Participant,
    Tag,
}

impl From<Lanes> for Grouping {
    fn from(lanes: Lanes) -> Self {
        match lanes {
            Lanes::Category => Self::Category,
            Lanes::Place => Self::Place,
            Lanes::Document => Self::Document,
            Lanes::Participant => Self::Participant,
            Lanes::Tag => Self::Tag,
        }
    }
}

/// Which documents, and what day they are from.
#[derive(Args, Debug)]
pub(super) struct DocumentArguments {
    /// Files and folders to read; folders with all that is in them
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,

    /// The day that the documents are from: 2023-11-29, or in plain words
    ///
    /// It replaces the date that each document states itself.
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub date: Option<Interval>,
}

impl DocumentArguments {
    /// The user's date as a candidate for each document.
    pub(super) fn date_candidate(&self) -> Option<DateCandidate> {
        self.date.map(|interval| DateCandidate {
            interval,
            origin: DateOrigin::User,
            words: "--date".to_owned(),
            span: None,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Json,
    Jsonl,
    Csv,
}

impl From<Format> for EventFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Json => Self::Json,
            Format::Jsonl => Self::JsonLines,
            Format::Csv => Self::Csv,
        }
    }
}

/// At least one; what is too many to draw depends on the scale, and is said when it is known.
fn pixels() -> RangedU64ValueParser<u32> {
    RangedU64ValueParser::new().range(1..)
}

impl Arguments {
    /// Checks what no single argument shows.
    ///
    /// # Errors
    /// An error of the command line, as for any other wrong argument.
    pub(super) fn checked(self) -> Result<Self, clap::Error> {
        if let Some(Command::Render(RenderArguments { from: Some(from), to: Some(to), .. })) =
            &self.command
            && to.latest_end() <= from.earliest_start()
        {
            let message = "--from is later than --to: the picture would show no time at all";
            return Err(Self::command().error(ErrorKind::ValueValidation, message));
        }
        Ok(self)
    }
}

/// A date in plain words of any of the languages known; "yesterday" is counted from today.
fn parse_date(words: &str) -> Result<Interval, String> {
    let now = clock::now();
    Packs::embedded().iter().find_map(|pack| temporal::understand(words, now, pack)).ok_or_else(
        || "write it as 2023-11-29, or in words such as \"29 November 2023\"".to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn paths_alone_open_the_window() {
        let arguments = Arguments::parse_from(["dateline", "a.txt", "folder"]);
        assert!(arguments.command.is_none());
        assert_eq!(arguments.paths.len(), 2);
    }

    #[test]
    fn a_date_that_is_none_is_refused() {
        for words in ["x", "2022-02-30", "2022-13-01"] {
            let parsed = Arguments::try_parse_from(["dateline", "extract", "a", "--date", words]);
            assert!(parsed.is_err(), "{words}");
        }
    }
}
