//! `dateline tag`: the time expressions of texts in JSON Lines.

use std::fmt;
use std::io::{self, BufRead, Write};

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::arguments::TagArguments;
use super::{Failure, output};
use crate::document::{DateCandidate, DateOrigin};
use crate::files::load_languages;
use crate::language::Packs;
use crate::temporal::{self, Timex};
use crate::text::CodePoints;
use crate::time::{Granularity, Interval, Moment, ParseMomentError};

/// What is read of a line; its other fields pass through untouched.
#[derive(Deserialize)]
struct Request {
    text: String,
    #[serde(default)]
    dct: Option<String>,
    #[serde(default)]
    lang: Option<String>,
}

/// A TIMEX3 as a line gives it; offsets in code points.
#[derive(Serialize)]
struct Record<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(rename = "type")]
    kind: crate::time::TimexType,
    value: &'a str,
    #[serde(rename = "mod")]
    modifier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quant: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    freq: Option<&'a str>,
    #[serde(flatten)]
    place: Option<Place>,
    /// Other readings that the words allow, the likeliest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    or: Vec<Place>,
}

/// A place in time: from when, and until when (exclusive), to the second; an open end is null.
#[derive(Serialize)]
struct Place {
    from: Option<String>,
    to: Option<String>,
    grain: &'static str,
}

impl Place {
    fn of(interval: Interval) -> Self {
        let at = |moment: Moment| (!moment.is_open()).then(|| moment.iso(Granularity::Second));
        Self {
            from: at(interval.earliest_start()),
            to: at(interval.latest_end()),
            grain: interval.granularity().name(),
        }
    }
}

#[derive(Debug, thiserror::Error)]
enum LineError {
    #[error("is no JSON object with a \"text\": {0}")]
    Json(#[from] serde_json::Error),
    #[error("\"dct\": {0}")]
    Date(#[from] ParseMomentError),
}

pub(super) fn run(arguments: &TagArguments) -> Result<(), Failure> {
    let of_folder = arguments.languages.as_deref().map(load_languages).transpose()?;
    let packs = of_folder.as_ref().unwrap_or_else(|| Packs::embedded());
    let mut out = io::BufWriter::new(io::stdout().lock());
    match tag_lines(io::stdin().lock(), &mut out, packs) {
        Err(Failure::Stream(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Tags line by line; a line that cannot be used is reported, left out, and the rest goes on.
fn tag_lines(mut input: impl BufRead, out: &mut impl Write, packs: &Packs) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    let mut failed = 0;
    for number in 1.. {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        let line = String::from_utf8_lossy(&bytes);
        if line.trim().is_empty() {
            continue;
        }
        match tag_line(line.trim(), packs) {
            Ok(tagged) => writeln!(out, "{tagged}")?,
            Err(error) => {
                output::message(&format!("line {number} {error}"));
                failed += 1;
            }
        }
    }
    out.flush()?;
    if failed > 0 { Err(Failure::LinesFailed { count: failed }) } else { Ok(()) }
}

fn tag_line(line: &str, packs: &Packs) -> Result<String, LineError> {
    let request: Request = serde_json::from_str(&without_lone_surrogates(line))?;
    let mut fields: Fields = serde_json::from_str(line)?;
    let date = request.dct.as_deref().filter(|dct| !dct.is_empty()).map(document_date);
    let timexes = timexes_of(&request, date.transpose()?.as_ref(), packs);
    let records = serde_json::value::to_raw_value(&records(&request.text, &timexes))?;
    fields.set("timexes", records);
    Ok(serde_json::to_string(&fields)?)
}

fn document_date(dct: &str) -> Result<DateCandidate, ParseMomentError> {
    Ok(DateCandidate {
        interval: Interval::from_iso(dct)?,
        origin: DateOrigin::User,
        words: dct.to_owned(),
        span: None,
    })
}

fn timexes_of(request: &Request, date: Option<&DateCandidate>, packs: &Packs) -> Vec<Timex> {
    let blocks = crate::import::text_blocks(&request.text);
    let stretches = packs.stretches(&request.text, &blocks, request.lang.as_deref());
    temporal::tag_stretches(&request.text, &blocks, &stretches).timexes(date)
}

fn records<'a>(text: &'a str, timexes: &'a [Timex]) -> Vec<Record<'a>> {
    let code_points = CodePoints::new(text);
    let record = |timex: &'a Timex| {
        let (start, end) = code_points.of(timex.span);
        Record {
            start,
            end,
            text: timex.span.of(text),
            kind: timex.kind,
            value: &timex.value,
            modifier: timex.modifier.map(crate::time::Modifier::name),
            quant: timex.quant.as_deref(),
            freq: timex.freq.as_deref(),
            place: timex.interval.map(Place::of),
            or: timex
                .derivation
                .alternatives
                .iter()
                .map(|other| Place::of(other.interval))
                .collect(),
        }
    };
    timexes.iter().map(record).collect()
}

/// A line's JSON with every escaped surrogate that has no partner replaced by U+FFFD.
///
/// Such an escape is a code unit that is no character; other tools write them when they cut a
/// text in the middle of one. The replacement is one code point too, so offsets stay right.
fn without_lone_surrogates(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let length = match (surrogate(escape), escape.get(6..).and_then(surrogate)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(_), _) => {
                out.push_str("\\ufffd");
                rest = &escape[6..];
                continue;
            }
            // The backslash and the character that it escapes, which may be a backslash.
            (None, _) => 1 + escape[1..].chars().next().map_or(0, char::len_utf8),
        };
        out.push_str(&escape[..length]);
        rest = &escape[length..];
    }
    out.push_str(rest);
    out
}

/// The code unit of a `\uD800` to `\uDFFF` escape that opens `text`.
fn surrogate(text: &str) -> Option<u16> {
    let unit = u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()?;
    (0xD800..=0xDFFF).contains(&unit).then_some(unit)
}

/// A JSON object's fields, in their order and to the letter.
struct Fields(Vec<(String, Box<RawValue>)>);

impl Fields {
    fn set(&mut self, name: &str, value: Box<RawValue>) {
        match self.0.iter_mut().find(|(field, _)| field == name) {
            Some(field) => field.1 = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_fields_pass_through_to_the_letter() {
        let line = r#"{"id":"a","n":1.50,"text":"No time here, \ud83d\ude00.","z":{"b":1,"a":2}}"#;
        let expected = r#"{"id":"a","n":1.50,"text":"No time here, \ud83d\ude00.","z":{"b":1,"a":2},"timexes":[]}"#;
        assert_eq!(tag_line(line, Packs::embedded()).expect("a line"), expected);
    }

    #[test]
    fn old_timexes_are_replaced_where_they_stand() {
        let line = r#"{"timexes":[{"start":0}],"text":"Nothing."}"#;
        assert_eq!(
            tag_line(line, Packs::embedded()).expect("a line"),
            r#"{"timexes":[],"text":"Nothing."}"#
        );
    }

    #[test]
    fn a_lone_surrogate_counts_as_one_character() {
        assert_eq!(without_lone_surrogates(r"a\ud83db\ude00"), r"a\ufffdb\ufffd");
        assert_eq!(without_lone_surrogates(r"\ud83d\ude00"), r"\ud83d\ude00");
        assert_eq!(without_lone_surrogates(r"\\ud83d \u00e9"), r"\\ud83d \u00e9");
    }

    #[test]
    fn a_bad_line_is_left_out_and_counted() {
        let mut out = Vec::new();
        let input = "{\"text\":\"a\"}\nnot json\n\n{\"text\":\"b\",\"dct\":\"soon\"}\n";
        let result = tag_lines(input.as_bytes(), &mut out, Packs::embedded());
        assert!(matches!(result, Err(Failure::LinesFailed { count: 2 })));
        assert_eq!(String::from_utf8_lossy(&out).lines().count(), 1);
    }
}
