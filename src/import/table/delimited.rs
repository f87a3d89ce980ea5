//! Rows whose cells are set apart by commas, semicolons, tabs or bars (RFC 4180 and its kin).

use super::assemble::Gathering;
use super::cells::Cells;
use super::record::Batch;
use super::role::by_names;
use super::{Column, Mapping, Role};
use csv::{ReaderBuilder, StringRecord};

/// What sets cells apart, the usual first.
const DELIMITERS: [u8; 4] = *b",;\t|";
/// A file is read in pieces of about so many bytes, side by side.
const PIECE: usize = 1 << 20;

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

/// Reads every row below the head line.
pub(super) fn read(text: &str, mapping: &Mapping, columns: &[Column], gathering: &mut Gathering) {
    let delimiter = delimiter(text);
    let roles: Vec<Option<Role>> =
        columns.iter().map(|column| mapping.role(&column.name)).collect();
    gathering.read(&pieces(text, delimiter), |&(start, end)| {
        let mut batch = Batch::new(mapping);
        let mut reader = reader(&text[start..end], delimiter);
        let mut record = StringRecord::new();
        let mut is_head = start == 0;
        while reader.read_record(&mut record).unwrap_or(false) {
            if std::mem::take(&mut is_head) {
                continue;
            }
            let at = record.position().map_or(0, |at| at.byte() as usize);
            let mut cells = Cells::default();
            for (cell, role) in record.iter().zip(&roles) {
                if let Some(role) = role {
                    cells.put(*role, cell);
                }
            }
            if !cells.are_empty() {
                cells.join_dates();
                batch.add(&cells, start + at);
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

/// Cuts a text into pieces that end where a row does.
fn pieces(text: &str, delimiter: u8) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let (mut pieces, mut start, mut quoted) = (Vec::new(), 0, false);
    for at in memchr::memchr2_iter(b'"', b'\n', bytes) {
        if bytes[at] == b'"' {
            // A quote opens only where a cell begins; within one, doubled ones cancel out.
            let begins = at == 0 || bytes[at - 1] == delimiter || bytes[at - 1] == b'\n';
            quoted = if quoted { false } else { begins || bytes[at - 1] == b'"' };
        } else if !quoted && at + 1 - start >= PIECE {
            pieces.push((start, at + 1));
            start = at + 1;
        }
    }
    pieces.push((start, bytes.len()));
    pieces
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

    #[test]
    fn pieces_end_where_rows_do_even_where_cells_hold_line_ends() {
        let row = "2022-03-07,\"a bridge\nwith a \"\"name\"\", repaired\"\n";
        let text = row.repeat(2 * PIECE / row.len());
        let pieces = pieces(&text, b',');
        assert!(pieces.len() >= 2, "{pieces:?}");
        for (start, end) in pieces {
            assert_eq!((end - start) % row.len(), 0);
        }
    }
}
