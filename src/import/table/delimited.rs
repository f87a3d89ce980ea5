//! Rows whose cells are set apart by commas, semicolons, tabs or bars (RFC 4180 and its kin).

use std::io::Read;
use std::num::NonZero;

use csv::{ReaderBuilder, StringRecord};

use super::assemble::Gathering;
use super::cells::Cells;
use super::pieces::{Piece, Pieces, RowEnd};
use super::record::Batch;
use super::role::by_names;
use super::{Column, Mapping, Role};

/// What sets cells apart, the usual first.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// The columns by their head line.
pub(super) fn columns(text: &str) -> Vec<Column> {
    let mut reader = reader(text, delimiter(text));
    let mut records = reader.records();
    let (Some(Ok(head)), first) = (records.next(), records.next()) else { return Vec::new() };
    let first = first.and_then(Result::ok).unwrap_or_default();
    let names: Vec<String> = head.iter().map(|name| name.trim().to_owned()).collect();
    let roles = by_names(&names);
    names
        .into_iter()
        .zip(roles)
        .enumerate()
        .map(|(at, (name, role))| Column {
            name,
            role,
            example: first.get(at).unwrap_or_default().to_owned(),
        })
        .collect()
}

/// What ends the rows of a table that begins so.
pub(super) fn row_end(head: &str) -> RowEnd {
    RowEnd::Unquoted(delimiter(head))
}

/// Reads every row below the head line.
pub(super) fn read(
    pieces: &mut Pieces<impl Read + Send>,
    mapping: &Mapping,
    head: &str,
    gathering: &mut Gathering,
) {
    let delimiter = delimiter(head);
    let roles: Vec<Option<Role>> =
        columns(head).iter().map(|column| mapping.role(&column.name)).collect();
    let number = pieces.number();
    gathering.read(pieces, number, |piece: Piece| {
        let mut batch = Batch::new(mapping);
        let mut reader = reader(&piece.text, delimiter);
        let mut record = StringRecord::new();
        let mut is_head = piece.line == NonZero::<usize>::MIN;
        while reader.read_record(&mut record).unwrap_or(false) {
            if std::mem::take(&mut is_head) {
                continue;
            }
            let line = record.position().map_or(0, |at| at.line() as usize - 1);
            let mut cells = Cells::default();
            for (cell, role) in record.iter().zip(&roles) {
                if let Some(role) = role {
                    cells.put(*role, cell);
                }
            }
            if !cells.are_empty() {
                cells.join_dates();
                batch.add(&cells, piece.line.get() + line);
            }
        }
        batch
    });
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// What the head line is parted by most often.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let number = |delimiter: u8| head.bytes().filter(|&byte| byte == delimiter).count();
    let most = DELIMITERS.into_iter().map(number).max().unwrap_or(0);
    DELIMITERS.into_iter().find(|&delimiter| number(delimiter) == most).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_line_tells_what_sets_cells_apart() {
        assert_eq!(delimiter("a;b;c\n1,5;2;3"), b';');
        assert_eq!(delimiter("a\tb\n"), b'\t');
        assert_eq!(delimiter("title"), b',');
    }
}
