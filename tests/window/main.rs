//! The window without a display: opened, used and looked at through AccessKit.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

mod axis;
mod dialogs;
mod documents;
mod gestures;
mod list;
mod looks;
mod map;
mod opening;
mod raster;
mod source;
mod support;
mod tags;
mod timeline;
