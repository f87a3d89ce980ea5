//! Rows as JSON objects: one a line (<https://jsonlines.org>), or in one list.

use std::borrow::Cow;
use std::fmt;
use std::io::Read;

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::assemble::Gathering;
use super::cells::Cells;
use super::pieces::{Piece, Pieces};
use super::record::Batch;
use super::role::by_names;
use super::{Column, Mapping, Role};

/// The objects of a list are read in pieces of so many, side by side.
const PIECE: usize = 8192;

/// The fields of an object in their order, each value as it stands in the text.
struct Object<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Object<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object<'de>, A::Error> {
                let mut fields = Vec::with_capacity(16);
                while let Some(Key(name)) = map.next_key()? {
                    fields.push((name, map.next_value()?));
                }
                Ok(Object(fields))
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

/// A field's name, borrowed where it has no escapes.
#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

/// The fields of the first object.
pub(super) fn columns(text: &str) -> Vec<Column> {
    let list = list(text);
    let first = list.trim_start_matches(['[', ' ', '\t', '\r', '\n']);
    let mut objects = serde_json::Deserializer::from_str(first).into_iter::<Object<'_>>();
    let Some(Ok(Object(fields))) = objects.next() else { return Vec::new() };
    let names: Vec<String> = fields.iter().map(|(name, _)| name.clone().into_owned()).collect();
    let roles = by_names(&names);
    names
        .into_iter()
        .zip(roles)
        .zip(&fields)
        .map(|((name, role), (_, value))| Column {
            name,
            role,
            example: text_of(value).into_owned(),
        })
        .collect()
}

/// Whether a table that begins so has an object a line, as far as can be told.
pub(super) fn is_lines(head: &str) -> bool {
    let first = head.trim_start().lines().next().unwrap_or_default();
    match serde_json::from_str::<Object<'_>>(first) {
        Ok(Object(fields)) => rows_within(&fields).is_none(),
        // What stands there may be no object and is to be reported as that; but where one begins,
        // it goes on in the next line.
        Err(_) => !first.starts_with(['{', '[']),
    }
}

/// Reads every object of a list; `None` if there is no list of them.
pub(super) fn read_list(text: &str, mapping: &Mapping, gathering: &mut Gathering) -> Option<()> {
    let list = list(text);
    if !list.trim_start().starts_with('[') {
        return None;
    }
    let objects = serde_json::from_str::<Vec<&RawValue>>(list).ok()?;
    let (mut line, mut before) = (1, 0);
    let objects = objects.into_iter().map(RawValue::get).map(|object| {
        let at = object.as_ptr() as usize - text.as_ptr() as usize;
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[before..at]).count();
        before = at;
        (line, object)
    });
    let objects: Vec<(usize, &str)> = objects.collect();
    gathering.read(objects.chunks(PIECE), objects.len().div_ceil(PIECE), |objects| {
        let (mut batch, mut roles) = (Batch::new(mapping), Roles::new(mapping));
        for &(line, object) in objects {
            add(&mut batch, &mut roles, object, line);
        }
        batch
    });
    Some(())
}

/// Reads an object from every line.
pub(super) fn read_lines(
    pieces: &mut Pieces<impl Read + Send>,
    mapping: &Mapping,
    gathering: &mut Gathering,
) {
    let number = pieces.number();
    gathering.read(pieces, number, |piece: Piece| {
        let (mut batch, mut roles) = (Batch::new(mapping), Roles::new(mapping));
        for (line, object) in (piece.line.get()..).zip(piece.text.lines()) {
            if !object.trim().is_empty() {
                add(&mut batch, &mut roles, object, line);
            }
        }
        batch
    });
}

/// What fields hold. Nearly all objects of a table have the same ones in the same order: what was
/// found for a field is tried first for the one that stands in its place in the next object.
struct Roles<'a> {
    mapping: &'a Mapping,
    found: Vec<(String, Option<Role>)>,
}

impl<'a> Roles<'a> {
    const fn new(mapping: &'a Mapping) -> Self {
        Self { mapping, found: Vec::new() }
    }

    fn of(&mut self, place: usize, name: &str) -> Option<Role> {
        if let Some((_, role)) = self.found.get(place).filter(|(known, _)| known == name) {
            return *role;
        }
        let role = self.mapping.role(name);
        self.found.truncate(place);
        self.found.push((name.to_owned(), role));
        role
    }
}

fn add(batch: &mut Batch, roles: &mut Roles<'_>, object: &str, line: usize) {
    let Ok(Object(fields)) = serde_json::from_str(object) else {
        batch.add_malformed(line);
        return;
    };
    let mut cells = Cells::default();
    for (place, (name, value)) in fields.into_iter().enumerate() {
        let Some(role) = roles.of(place, &name) else { continue };
        if role == Role::Place && value.get().starts_with(['[', '{']) {
            put_places(&mut cells, value);
        } else {
            cells.put(role, text_of(value));
        }
    }
    if !cells.are_empty() {
        cells.join_dates();
        batch.add(&cells, line);
    }
}

/// Where the list of objects begins: the text itself, or the first list in the object that
/// holds everything.
fn list(text: &str) -> &str {
    let start = text.trim_start();
    if !start.starts_with('{') {
        return start;
    }
    match serde_json::from_str::<Object<'_>>(start) {
        Ok(Object(fields)) => rows_within(&fields).unwrap_or(start),
        Err(_) => start,
    }
}

/// The first list of objects in an object that holds everything. One with fields that tell of a
/// date is itself a row.
fn rows_within<'a>(fields: &[(Cow<'a, str>, &'a RawValue)]) -> Option<&'a str> {
    let names: Vec<String> = fields.iter().map(|(name, _)| name.clone().into_owned()).collect();
    if by_names(&names).contains(&Some(Role::Start)) {
        return None;
    }
    let is_list =
        |v: &&str| v.strip_prefix('[').is_some_and(|within| within.trim_start().starts_with('{'));
    fields.iter().map(|(_, value)| value.get()).find(is_list)
}

/// A value as a cell: text as it is, a list with its parts set apart, an object by its name.
fn text_of(value: &RawValue) -> Cow<'_, str> {
    let raw = value.get();
    match raw.as_bytes().first() {
        // Text without escapes is what it says, and most text has none.
        Some(b'"') if memchr::memchr(b'\\', raw.as_bytes()).is_none() => {
            Cow::Borrowed(raw.trim_matches('"'))
        }
        Some(b'"') => {
            serde_json::from_str::<Key<'_>>(raw).map_or(Cow::Borrowed(""), |Key(text)| text)
        }
        Some(b'n') => Cow::Borrowed(""),
        Some(b'[' | b'{') => {
            let value: Value = serde_json::from_str(raw).unwrap_or_default();
            Cow::Owned(flat(&value))
        }
        _ => Cow::Borrowed(raw),
    }
}

fn flat(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(flat).collect::<Vec<_>>().join("; "),
        Value::Object(fields) => ["name", "title", "label"]
            .iter()
            .find_map(|key| fields.get(*key))
            .map_or_else(String::new, flat),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// Places that bring their coordinates and countries with them.
fn put_places(cells: &mut Cells<'_>, value: &RawValue) {
    let value: Value = serde_json::from_str(value.get()).unwrap_or_default();
    cells.put(Role::Place, flat(&value));
    let places = match &value {
        Value::Array(list) => list.as_slice(),
        one => std::slice::from_ref(one),
    };
    let of = |key: &str| {
        let parts: Vec<String> =
            places.iter().map(|place| place.get(key).map(flat).unwrap_or_default()).collect();
        parts.join("; ")
    };
    for (role, key) in
        [(Role::Latitude, "latitude"), (Role::Longitude, "longitude"), (Role::Country, "country")]
    {
        let joined = of(key);
        if joined.chars().any(char::is_alphanumeric) {
            cells.put(role, joined);
        }
    }
}
