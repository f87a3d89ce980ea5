//! Dateline finds every event in a document that can be dated and draws it on a timeline.
//!
//! # Bird's eye
//!
//! Data goes one way, from a file's bytes up to the screen; the only way back is a command.
//!
//! ```text
//! bytes -> import -> Document -> temporal -> extract -> Project -> timeline (layout) -> scene -> screen (egui)
//!                                                                                          \-> SVG, PNG
//! ```
//!
//! # Floors
//!
//! A module imports only what stands above it in this table; `tests/house/` walks `src/` and fails
//! on an import that climbs, and on a crate used outside the rooms that may use it.
//!
//! | floor | room | what it holds |
//! |---|---|---|
//! | 0 | [`time`] | moments, granularity, intervals with uncertain ends, calendar arithmetic, TIMEX3 vocabulary |
//! | 0 | [`text`] | byte spans, lines, folding |
//! | 1 | [`document`] | a document: text, blocks, metadata, candidates for its date; diagnostics |
//! | 1 | [`event`] | an event: when, why then, what, whether, where it says so, how sure |
//! | 2 | [`import`] | bytes to a document, one file per format behind one registry |
//! | 2 | [`gazetteer`] | places: names in several scripts to coordinates |
//! | 2 | [`language`] | language packs: load, check, compile; detection |
//! | 3 | [`temporal`] | time expressions: match, normalise, resolve against a reference time, explain |
//! | 4 | [`extract`] | sentences and resolved times to events |
//! | 5 | [`analysis`] | the one pipeline over documents: parallel, progress, cancel |
//! | 5 | [`project`] | documents, events and the user's edits; filter, search, undo |
//! | 6 | [`clock`] | what time it is; the only room that asks |
//! | 6 | [`files`] | the disk: finding documents in folders, reading within limits, writing atomically |
//! | 6 | [`scene`] | the display list: shapes, text, theme, hit testing |
//! | 6 | [`timeline`] | time scale, lanes, level of detail, label placement: from events to a scene |
//! | 6 | [`map`] | places and their events on a map of the world: projection, counts, circles, labels |
//! | 7 | [`export`] | what leaves the program: events as data |
//! | 8 | [`cli`] | the commands without a window |
//! | 8 | [`app`] | the window: state, commands, panels, dialogs, background work |
//!
//! # Invariants
//!
//! 1. Nothing below `files`, `app` and `cli` reads a file, a clock or the environment: importers
//!    take bytes; the reference time is an argument.
//! 2. Analysis does not fail: it gives a result and diagnostics. Importing one bad file never
//!    spoils the others.
//! 3. Spans are byte ranges of one immutable text. Character offsets exist only at the edges
//!    that need them (the commands' JSON).
//! 4. Years run at least from -10,000 to +10,000 in the proleptic Gregorian calendar with a year
//!    0 (ISO 8601); people are shown BCE. Time is 64-bit; time to pixels subtracts in integers
//!    first, then scales in `f64`.
//! 5. Changing a document's date re-resolves; it never re-reads or re-tags. It is instant.
//! 6. Layout and scene are pure: same project, viewport and theme in, same scene out. Text width
//!    comes in as a function.
//! 7. The screen and every picture export draw the same scene.
//! 8. The cost of a frame follows the pixels, not the events: no per-event work between two
//!    frames that show the same data.
//! 9. A panel never changes the project: it sends a command.
//! 10. The user's edits are kept apart from what was extracted, so re-analysis never loses them.
//! 11. No word of any human language in `src/` but the interface's own labels and messages:
//!     language knowledge is data under `assets/languages/`.
//! 12. No network, ever.

pub mod text;
pub mod time;

pub mod document;
pub mod event;

pub mod gazetteer;
pub mod import;
pub mod language;

pub mod temporal;

pub mod extract;

pub mod analysis;
pub mod project;

pub mod clock;
pub mod files;
pub mod scene;
pub mod timeline;

pub mod map;

pub mod export;

#[cfg(feature = "window")]
pub mod app;
pub mod cli;

/// Reading documents on all cores makes many small texts and lists; this allocator hands them out
/// and takes them back in half the time of the C library's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
