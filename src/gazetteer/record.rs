//! The table of places, read in place.

use crate::event::{Coordinates, Place, PlaceKind};

/// The first bytes of the table.
const MAGIC: &[u8] = b"DLGAZ2\n\0";
/// After the magic: the numbers of records, of group entries, and of bytes of names.
const HEADER: usize = 8 + 12;
/// Name offset and length, latitude, longitude, country, kind, weight, region.
const RECORD: usize = 15;
/// Marks the last entry of a group.
const LAST: u32 = 1 << 31;

/// A place that a name can stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// Its number in the gazetteer: two names of one place have the same one.
    pub number: u32,
    /// The name that it is shown under.
    pub name: &'static str,
    /// What it is.
    pub kind: PlaceKind,
    /// Where it lies; a country or a region where its people live.
    pub coordinates: Coordinates,
    /// The country that it lies in, ISO 3166-1 alpha-2, if it is a single one.
    pub country: Option<&'static str>,
    /// How well known it is: four times the binary logarithm of its population.
    pub weight: u8,
    /// The number of the first division of its country that a town lies in, if that is known; of
    /// such a division its own.
    pub region: Option<u32>,
}

impl Entry {
    /// The place as an event shows it.
    #[must_use]
    pub fn to_place(self) -> Place {
        Place {
            name: self.name.to_owned(),
            kind: self.kind,
            coordinates: Some(self.coordinates),
            country: self.country.map(str::to_owned),
        }
    }
}

/// The table of all places.
#[derive(Debug)]
pub(super) struct Records {
    table: &'static [u8],
    groups: &'static [u8],
    names: &'static [u8],
}

impl Records {
    /// The table in these bytes; an empty one if they are not such a table.
    pub(super) fn new(bytes: &'static [u8]) -> Self {
        Self::parse(bytes).unwrap_or(Self { table: &[], groups: &[], names: &[] })
    }

    fn parse(bytes: &'static [u8]) -> Option<Self> {
        let body = bytes.strip_prefix(MAGIC)?;
        let (count, groups) = (u32_at(body, 0)? as usize, u32_at(body, 4)? as usize);
        let records_end = HEADER + count * RECORD;
        let groups_end = records_end + groups * 4;
        Some(Self {
            table: bytes.get(HEADER..records_end)?,
            groups: bytes.get(records_end..groups_end)?,
            names: bytes.get(groups_end..)?,
        })
    }

    /// The place with this number.
    pub(super) fn entry(&self, number: usize) -> Option<Entry> {
        let at = number * RECORD;
        let record = self.table.get(at..at + RECORD)?;
        let name = u32_at(record, 0)? as usize;
        let name = self.names.get(name..name + usize::from(record[4]))?;
        let coordinate = |at: usize, limit: f32| {
            f32::from(i16::from_le_bytes([record[at], record[at + 1]])) * limit / 32767.0
        };
        let country: &'static str = std::str::from_utf8(&record[9..11]).ok()?;
        Some(Entry {
            number: number as u32,
            name: std::str::from_utf8(name).ok()?,
            kind: kind(record[11]),
            coordinates: Coordinates {
                latitude: coordinate(5, 90.0),
                longitude: coordinate(7, 180.0),
            },
            country: (record[9] != 0).then_some(country),
            weight: record[12],
            region: u32::from(u16::from_le_bytes([record[13], record[14]])).checked_sub(1),
        })
    }

    /// The places of the group that starts at this entry.
    pub(super) fn group(&self, first: usize) -> Vec<Entry> {
        let mut out = Vec::new();
        for at in (first * 4..self.groups.len()).step_by(4) {
            let Some(value) = u32_at(self.groups, at) else { break };
            out.extend(self.entry((value & !LAST) as usize));
            if value & LAST != 0 {
                break;
            }
        }
        out
    }
}

fn kind(byte: u8) -> PlaceKind {
    match byte {
        0 => PlaceKind::Country,
        1 => PlaceKind::Region,
        3 => PlaceKind::Water,
        4 => PlaceKind::Site,
        _ => PlaceKind::City,
    }
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
