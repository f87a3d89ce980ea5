//! From a row's cells to an event, all but its identity; and many of them in one batch.

use rustc_hash::FxHashMap;

use super::cells::Cells;
use super::date::{self, Dated, DayMonth};
use super::report::Bad;
use super::{Mapping, Role};
use crate::document::{Block, BlockKind, DocumentId};
use crate::event::{
    Category, Certainty, Coordinates, Derivation, Event, EventId, Evidence, Factuality, Link, List,
    Operation, Participant, ParticipantKind, Place, PlaceKind, Reading,
};
use crate::text::{Excerpt, Span};
use crate::time::Interval;

/// A title taken from a longer text has no more letters.
const LONGEST_TITLE: usize = 90;
/// What says where a row was.
const PLACED: [Role; 4] = [Role::Place, Role::Country, Role::Latitude, Role::Longitude];

/// The part of a batch that is from one document.
#[derive(Debug)]
pub(super) struct Part {
    /// What the rows call the document; empty where they do not.
    pub(super) document: String,
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    /// With spans in `text`, and without an identity.
    pub(super) events: Vec<Event>,
    /// Where the events' titles stand in `text`.
    pub(super) titles: Vec<Span>,
    /// The events whose date could be read in two ways, and the other reading.
    pub(super) either: Vec<(usize, Interval)>,
}

/// The rows of a piece of the file.
#[derive(Debug)]
pub(super) struct Batch {
    pub(super) parts: Vec<Part>,
    pub(super) bad: Bad,
    /// How many dates can only be day before month, and only month before day.
    pub(super) orders: DayMonth,
    /// Whether a missing end says that the end is not known: so it is in our own output.
    ends_stated: bool,
    part_of: FxHashMap<String, usize>,
    lists: Lists,
}

/// What cells with lists came to: rows with the same cells share it.
#[derive(Debug, Default)]
struct Lists {
    places: FxHashMap<String, List<Place>>,
    participants: FxHashMap<String, List<Participant>>,
    tags: FxHashMap<String, List<String>>,
}

impl Batch {
    pub(super) fn new(mapping: &Mapping) -> Self {
        Self {
            parts: Vec::new(),
            bad: Bad::default(),
            orders: DayMonth::default(),
            ends_stated: mapping.holds(Role::Granularity) && mapping.holds(Role::End),
            part_of: FxHashMap::default(),
            lists: Lists::default(),
        }
    }

    /// Notes a row that is no row.
    pub(super) fn add_malformed(&mut self, line: usize) {
        self.bad.malformed.note(line, "");
    }

    /// Takes up a row that begins with this line of the file.
    pub(super) fn add(&mut self, cells: &Cells<'_>, line: usize) {
        let Some(title) = title(cells) else {
            self.bad.nameless.note(line, "");
            return;
        };
        let dated = self.dated(cells, line);
        let part = self.part(cells.get(Role::Document));
        let part = &mut self.parts[part];
        let (row_title, evidence) = write_row(part, cells, title);
        part.titles.push(row_title);
        if let Some(other) = dated.other {
            part.either.push((part.events.len(), other));
        }
        part.events.push(event(cells, &dated, evidence, &mut self.lists));
    }

    fn part(&mut self, document: &str) -> usize {
        if let Some(&part) = self.part_of.get(document) {
            return part;
        }
        self.part_of.insert(document.to_owned(), self.parts.len());
        self.parts.push(Part {
            document: document.to_owned(),
            text: String::new(),
            blocks: Vec::new(),
            events: Vec::new(),
            titles: Vec::new(),
            either: Vec::new(),
        });
        self.parts.len() - 1
    }

    /// When a row was, and what is wrong with its dates.
    fn dated(&mut self, cells: &Cells<'_>, line: usize) -> Dated {
        let (start, end) = (cells.get(Role::Start), cells.get(Role::End));
        let mut read = |cell: &str| {
            if cell.is_empty() {
                return None;
            }
            let read = date::read(cell, &mut self.orders);
            if read.is_none() {
                self.bad.undated.note(line, cell);
            }
            read
        };
        let (first, last) = (read(start), read(end));
        if start.is_empty() && end.is_empty() {
            self.bad.dateless.note(line, "");
        }
        let ongoing = cells.get(Role::Factuality) == Factuality::Ongoing.name();
        let open = end.is_empty() && (self.ends_stated || ongoing);
        if let (Some(first), Some(last)) = (&first, &last)
            && last.interval.latest_end() <= first.interval.earliest_start()
        {
            self.bad.backwards.note(line, &format!("{start} – {end}"));
        }
        date::joined(first, last, open)
    }
}

/// What happened: the title, or else the first words of what says most.
fn title<'c>(cells: &'c Cells<'_>) -> Option<&'c str> {
    [Role::Title, Role::Quote, Role::Note, Role::Category, Role::Place]
        .into_iter()
        .map(|role| cells.get(role))
        .find(|cell| !cell.is_empty())
        .map(|cell| shortened(cell.lines().next().unwrap_or(cell)))
}

fn shortened(text: &str) -> &str {
    if text.len() <= LONGEST_TITLE {
        return text;
    }
    let Some((cut, _)) = text.char_indices().nth(LONGEST_TITLE) else { return text };
    let end = text[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    text[..end].trim_end()
}

/// Writes a row of the document's text: date, title, place, note. Where the title and the row
/// stand.
fn write_row(part: &mut Part, cells: &Cells<'_>, title: &str) -> (Span, Evidence) {
    if !part.text.is_empty() {
        part.text.push('\n');
    }
    let start = part.text.len();
    let expression = write_dates(&mut part.text, cells);
    let title_span = write_cell(&mut part.text, start, title);
    let mut quote = title_span;
    for role in [Role::Place, Role::Note, Role::Quote] {
        let cell = cells.get(role);
        if !cell.is_empty() && cell != title {
            let written = write_cell(&mut part.text, start, cell);
            if role == Role::Quote {
                quote = written;
            }
        }
    }
    let row = Span::new(start, part.text.len());
    part.blocks.push(Block { span: row, kind: BlockKind::TableRow });
    // Identities are given when all of the document's text is known.
    let document = DocumentId::of("", "");
    (title_span, Evidence { document, quote, sentence: row, expression, joined: None })
}

fn write_dates(text: &mut String, cells: &Cells<'_>) -> Option<Span> {
    let start = text.len();
    let (first, last) = (cells.get(Role::Start), cells.get(Role::End));
    text.push_str(first);
    if !last.is_empty() && last != first {
        text.push_str(if first.is_empty() { "– " } else { " – " });
        text.push_str(last);
    }
    (text.len() > start).then(|| Span::new(start, text.len()))
}

/// Writes one cell on one line. Where it stands.
fn write_cell(text: &mut String, row_start: usize, cell: &str) -> Span {
    if text.len() > row_start {
        text.push('\t');
    }
    let start = text.len();
    if cell.contains(['\n', '\r', '\t']) {
        for (number, word) in cell.split_whitespace().enumerate() {
            text.push_str(if number > 0 { " " } else { "" });
            text.push_str(word);
        }
    } else {
        text.push_str(cell);
    }
    Span::new(start, text.len())
}

/// An event but for its title, which is known when all of the document's text is.
fn event(cells: &Cells<'_>, dated: &Dated, evidence: Evidence, lists: &mut Lists) -> Event {
    let (category, own_tag) = category(cells.get(Role::Category));
    let tags = || cells.list(Role::Tags).chain(own_tag).map(str::to_owned).collect();
    let id = EventId::of(evidence.document, evidence.quote, 0);
    Event {
        category,
        places: shared(&mut lists.places, cells, &PLACED, || places(cells)),
        participants: shared(&mut lists.participants, cells, &[Role::Participants], || {
            cells.list(Role::Participants).map(participant).collect()
        }),
        tags: shared(&mut lists.tags, cells, &[Role::Tags, Role::Category], tags),
        factuality: factuality(cells.get(Role::Factuality)),
        confidence: cells.get(Role::Confidence).parse().map_or(1.0, |c: f32| c.clamp(0.0, 1.0)),
        ..Event::new(id, Excerpt::default(), derivation(cells, dated), evidence)
    }
}

/// What some cells come to, made once for all rows in which they are the same.
fn shared<T>(
    known: &mut FxHashMap<String, List<T>>,
    cells: &Cells<'_>,
    roles: &[Role],
    make: impl FnOnce() -> List<T>,
) -> List<T>
where
    T: Clone,
{
    let mut all = String::new();
    for &role in roles {
        all.push_str(cells.get(role));
        all.push('\u{1f}');
    }
    known.entry(all).or_insert_with(make).clone()
}

fn derivation(cells: &Cells<'_>, dated: &Dated) -> Derivation {
    let (first, last) = (cells.get(Role::Start), cells.get(Role::End));
    let words = match (first.is_empty(), last.is_empty() || first == last) {
        (_, true) => first.to_owned(),
        (true, false) => last.to_owned(),
        (false, false) => format!("{first} – {last}"),
    };
    let reading = |interval| Reading { interval, operation: Operation::AsWritten };
    Derivation {
        link: Link::Section,
        alternatives: dated.other.map(reading).into_iter().collect(),
        certainty: match cells.get(Role::Certainty) {
            "approximate" => Certainty::Approximate,
            "inferred" => Certainty::Inferred,
            _ if dated.approximate => Certainty::Approximate,
            _ => Certainty::Exact,
        },
        ..Derivation::as_written(words, dated.interval)
    }
}

/// The category, and a name that is none of ours, to be kept as a tag.
fn category(cell: &str) -> (Category, Option<&str>) {
    if cell.is_empty() {
        return (Category::Other, None);
    }
    let known = Category::from_name(cell)
        .or_else(|| Category::from_name(&cell.to_lowercase().replace([' ', '_'], "-")));
    known.map_or((Category::Other, Some(cell)), |category| (category, None))
}

fn factuality(cell: &str) -> Factuality {
    let is_named = |value: &Factuality| value.name().eq_ignore_ascii_case(cell);
    Factuality::ALL.into_iter().find(is_named).unwrap_or(Factuality::Happened)
}

fn places(cells: &Cells<'_>) -> List<Place> {
    let part = |role, place: usize| cells.get(role).split(';').nth(place).unwrap_or("").trim();
    let number = |role, place| {
        let cell: &str = part(role, place);
        cell.parse().or_else(|_| cell.replace(',', ".").parse::<f32>()).ok()
    };
    let place = |(place, name): (usize, &str)| Place {
        name: name.to_owned(),
        kind: PlaceKind::City,
        coordinates: number(Role::Latitude, place)
            .zip(number(Role::Longitude, place))
            .filter(|&(north, east): &(f32, f32)| north.abs() <= 90.0 && east.abs() <= 180.0)
            .map(|(latitude, longitude)| Coordinates { latitude, longitude }),
        country: Some(part(Role::Country, place).to_owned()).filter(|name| !name.is_empty()),
    };
    cells.list(Role::Place).enumerate().map(place).collect()
}

fn participant(name: &str) -> Participant {
    Participant { name: name.to_owned(), kind: ParticipantKind::Group, role: None }
}
