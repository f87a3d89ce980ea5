//! The files of a pack as TOML whose every value knows its line.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::PackError;

/// One file of a pack: its name and its text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PackFile<'a> {
    /// Its name inside `assets/languages`.
    pub(crate) name: &'a str,
    /// Its whole text.
    pub(crate) text: &'a str,
}

impl<'a> PackFile<'a> {
    /// The file's table.
    pub(crate) fn parse(&self) -> Result<DeTable<'a>, PackError> {
        DeTable::parse(self.text).map(Spanned::into_inner).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            self.error(at..at, error.message())
        })
    }

    /// A defect at a byte range of this file.
    pub(crate) fn error(&self, at: Range<usize>, message: impl Into<String>) -> PackError {
        PackError { file: self.name.to_owned(), line: self.line(&at), message: message.into() }
    }

    /// The number of the line that a byte range of this file starts in.
    pub(crate) fn line(&self, at: &Range<usize>) -> usize {
        let before = self.text.get(..at.start).unwrap_or(self.text);
        memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1
    }

    /// The truth value that stands here.
    pub(crate) fn boolean(&self, value: &Spanned<DeValue<'_>>) -> Result<bool, PackError> {
        match value.get_ref() {
            DeValue::Boolean(truth) => Ok(*truth),
            _ => Err(self.error(value.span(), "true or false is needed here")),
        }
    }

    /// The string that stands here.
    pub(crate) fn string<'t>(&self, value: &'t Spanned<DeValue<'_>>) -> Result<&'t str, PackError> {
        match value.get_ref() {
            DeValue::String(text) => Ok(text),
            _ => Err(self.error(value.span(), "a text in quotes is needed here")),
        }
    }

    /// The strings of the list that stands here, each with its place.
    pub(crate) fn strings<'t>(
        &self,
        value: &'t Spanned<DeValue<'_>>,
    ) -> Result<Vec<(&'t str, Range<usize>)>, PackError> {
        let DeValue::Array(items) = value.get_ref() else {
            return Err(self.error(value.span(), "a list of texts is needed here"));
        };
        items.iter().map(|item| Ok((self.string(item)?, item.span()))).collect()
    }

    /// The table that stands here.
    pub(crate) fn table<'t, 'i>(
        &self,
        value: &'t Spanned<DeValue<'i>>,
    ) -> Result<&'t DeTable<'i>, PackError> {
        match value.get_ref() {
            DeValue::Table(table) => Ok(table),
            _ => Err(self.error(value.span(), "a table is needed here")),
        }
    }

    /// The tables of the array `[[...]]` that stands here, each with its place.
    pub(crate) fn tables<'t, 'i>(
        &self,
        value: &'t Spanned<DeValue<'i>>,
    ) -> Result<Vec<(&'t DeTable<'i>, Range<usize>)>, PackError> {
        let DeValue::Array(items) = value.get_ref() else {
            return Err(self.error(value.span(), "this is written [[...]], once for each entry"));
        };
        items.iter().map(|item| Ok((self.table(item)?, item.span()))).collect()
    }
}
