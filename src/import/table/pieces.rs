//! A table in pieces that end where its rows do: a file of any length is read with the memory of
//! a few of them, while others are made events of.

use std::io::{self, Read};
use std::num::NonZero;

use crate::import::{ImportError, TABLE_SIZE_LIMIT};

/// A piece has about so many bytes.
pub(super) const PIECE: usize = 1 << 20;

/// What ends a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowEnd {
    /// Every line end.
    Line,
    /// A line end that does not stand in quotes, which open where a cell begins: behind a line
    /// end or this delimiter.
    Unquoted(u8),
}

/// Some whole rows of a table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    /// The number of the line that it begins with; the first of the file is 1.
    pub(super) line: NonZero<usize>,
}

/// Why there are no more pieces.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) enum Stop {
    /// All were given, or not all yet.
    #[default]
    End,
    /// What follows is no UTF-8 text, and has to be decoded.
    NotUtf8,
    /// What follows could not be read.
    Failed(ImportError),
}

/// The pieces of a table, in their order.
#[derive(Debug)]
pub(super) struct Pieces<R> {
    table: R,
    length: u64,
    row_end: RowEnd,
    /// The start of a row whose end was not read yet.
    rest: Vec<u8>,
    line: NonZero<usize>,
    bytes: u64,
    is_over: bool,
    stop: Stop,
}

impl<R: Read> Pieces<R> {
    /// The pieces of a table of so many bytes.
    pub(super) fn new(table: R, length: u64, row_end: RowEnd) -> Self {
        Self {
            table,
            length,
            row_end,
            rest: Vec::new(),
            line: NonZero::<usize>::MIN,
            bytes: 0,
            is_over: false,
            stop: Stop::End,
        }
    }

    /// About how many there are in all.
    pub(super) fn number(&self) -> usize {
        (self.length as usize).div_ceil(PIECE)
    }

    /// Why there are no more of them.
    pub(super) fn stop(self) -> Stop {
        self.stop
    }

    /// Bytes up to the end of a row, about a piece of them unless that row is longer; none at the
    /// end of the table.
    fn rows(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = std::mem::take(&mut self.rest);
        let mut more = PIECE;
        loop {
            bytes.reserve(more);
            let read = self.table.by_ref().take(more as u64).read_to_end(&mut bytes)?;
            self.bytes += read as u64;
            if read < more {
                self.is_over = true;
                return Ok(bytes);
            }
            if let Some(end) = self.row_end.last(&bytes) {
                self.rest = bytes.split_off(end);
                return Ok(bytes);
            }
            // A row as long as this is looked through again: twice as much each time, so that it
            // is looked through twice at most.
            more = bytes.len();
        }
    }
}

impl<R: Read> Iterator for Pieces<R> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if self.is_over {
            return None;
        }
        let is_first = self.bytes == 0;
        let text = match self.rows() {
            Ok(bytes) if self.bytes <= TABLE_SIZE_LIMIT => String::from_utf8(bytes).ok(),
            Ok(_) => {
                self.is_over = true;
                self.stop = Stop::Failed(ImportError::TooLarge { bytes: self.bytes });
                return None;
            }
            Err(error) => {
                self.is_over = true;
                self.stop = Stop::Failed(error.into());
                return None;
            }
        };
        let Some(mut text) = text.filter(|text| !text.contains('\0')) else {
            self.is_over = true;
            self.stop = Stop::NotUtf8;
            return None;
        };
        if is_first && text.starts_with('\u{FEFF}') {
            text.drain(..'\u{FEFF}'.len_utf8());
        }
        let line = self.line;
        self.line = line.saturating_add(memchr::memchr_iter(b'\n', text.as_bytes()).count());
        (!text.is_empty()).then_some(Piece { text, line })
    }
}

impl RowEnd {
    /// Where the last whole row of some rows ends.
    fn last(self, bytes: &[u8]) -> Option<usize> {
        match self {
            Self::Line => memchr::memrchr(b'\n', bytes).map(|at| at + 1),
            Self::Unquoted(delimiter) => {
                let (mut last, mut quoted) = (None, false);
                for at in memchr::memchr2_iter(b'"', b'\n', bytes) {
                    if bytes[at] == b'"' {
                        // Within a quoted cell, doubled quotes cancel out.
                        let before = at.checked_sub(1).map_or(b'\n', |before| bytes[before]);
                        quoted = !quoted && [delimiter, b'\n', b'"'].contains(&before);
                    } else if !quoted {
                        last = Some(at + 1);
                    }
                }
                last
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of a text, put together again; each but the last must end where `row` does.
    fn check(row: &str, row_end: RowEnd) {
        let text = row.repeat(5 * PIECE / 2 / row.len());
        let mut pieces = Pieces::new(text.as_bytes(), text.len() as u64, row_end);
        let (mut number, mut whole) = (0, String::new());
        for piece in pieces.by_ref() {
            assert_eq!(piece.text.len() % row.len(), 0);
            assert_eq!(piece.line.get(), 1 + whole.matches('\n').count());
            (number, whole) = (number + 1, whole + &piece.text);
        }
        assert_eq!((whole == text, pieces.stop()), (true, Stop::End));
        assert!(number > 1 || row.len() > PIECE, "{number}");
    }

    #[test]
    fn pieces_end_where_rows_do_even_where_cells_hold_line_ends() {
        check("2022-03-07,\"a bridge\nwith a \"\"name\"\", repaired\"\n", RowEnd::Unquoted(b','));
        check("{\"date\": \"2022-03-07\", \"title\": \"a \\\"bridge\\\"\"}\n", RowEnd::Line);
    }

    #[test]
    fn a_row_may_be_longer_than_a_piece() {
        check(&format!("1990,{}\n", "long ".repeat(PIECE / 4)), RowEnd::Unquoted(b','));
    }

    #[test]
    fn bytes_that_are_no_utf_8_stop_the_pieces() {
        let text = [&b"a row\n".repeat(PIECE / 6)[..], b"Z\xFCrich\n"].concat();
        let mut pieces = Pieces::new(&text[..], text.len() as u64, RowEnd::Line);
        assert_eq!((pieces.by_ref().count(), pieces.stop()), (1, Stop::NotUtf8));
    }
}
