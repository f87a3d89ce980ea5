//! Rows as JSON objects: one a line (<https://jsonlines.org>), or in one list.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::assemble::Gathering;
use super::cells::Cells;
use super::record::Batch;
use super::role::by_names;
use super::{Column, Mapping, Role};

/// Lines are read in pieces of so many, side by side.
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

/// Reads every object.
pub(super) fn read(text: &str, mapping: &Mapping, gathering: &mut Gathering) {
    let list = list(text);
    let offset = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    if list.trim_start().starts_with('[') {
        let Ok(objects) = serde_json::from_str::<Vec<&RawValue>>(list) else {
            return read_lines(text, mapping, gathering);
        };
        let read = |objects: &&[&RawValue]| {
            let mut batch = Batch::new(mapping);
            for raw in *objects {
                add(&mut batch, mapping, raw.get(), offset(raw.get()));
            }
            batch
        };
        return gathering.read(&objects.chunks(PIECE).collect::<Vec<_>>(), read);
    }
    read_lines(text, mapping, gathering);
}

fn read_lines(text: &str, mapping: &Mapping, gathering: &mut Gathering) {
    let offset = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let read = |lines: &&[&str]| {
        let mut batch = Batch::new(mapping);
        for line in *lines {
            add(&mut batch, mapping, line, offset(line));
        }
        batch
    };
    gathering.read(&lines.chunks(PIECE).collect::<Vec<_>>(), read);
}

fn add(batch: &mut Batch, mapping: &Mapping, object: &str, at: usize) {
    let Ok(Object(fields)) = serde_json::from_str(object) else {
        batch.add_malformed(at);
        return;
    };
    let mut cells = Cells::default();
    for (name, value) in fields {
        let Some(role) = mapping.role(&name) else { continue };
        if role == Role::Place && value.get().starts_with(['[', '{']) {
            put_places(&mut cells, value);
        } else {
            cells.put(role, text_of(value));
        }
    }
    if !cells.are_empty() {
        cells.join_dates();
        batch.add(&cells, at);
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
        // Fields besides that tell of a date: the object is itself a row.
        Ok(Object(fields)) if !is_row(&fields) => fields
            .iter()
            .map(|(_, value)| value.get())
            .find(|value| value.strip_prefix('[').is_some_and(|v| v.trim_start().starts_with('{')))
            .unwrap_or(start),
        Ok(_) | Err(_) => start,
    }
}

fn is_row(fields: &[(Cow<'_, str>, &RawValue)]) -> bool {
    let names: Vec<String> = fields.iter().map(|(name, _)| name.clone().into_owned()).collect();
    by_names(&names).contains(&Some(Role::Start))
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
