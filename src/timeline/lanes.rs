//! Which events stand in which lane, and in which order the lanes stand.

use rustc_hash::FxHashMap;

use super::arrangement::Arrangement;
use super::grouping::{Grouping, LaneKey};
use super::model::DocumentRow;
use super::table::Table;
use crate::event::Category;
use crate::scene::Family;

/// More lanes than this nobody reads: the rest share the last one.
pub(super) const MOST_LANES: usize = 60;

/// An event in a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) row: u32,
    /// Whether this is the first lane that the event stands in.
    pub(super) first: bool,
}

/// A lane to be: what it stands for, its name, and its events in no order.
pub(super) type Draft = (LaneKey, String, Vec<Place>);

/// Puts rows into lanes: every row into at least one, and into none twice. Rows whose lanes are
/// all hidden stand in none.
pub(super) fn assign(
    table: &Table,
    documents: &[DocumentRow],
    arrangement: &Arrangement,
    rows: &[u32],
    most_lanes: usize,
) -> Vec<Draft> {
    let grouping = arrangement.grouping;
    let ranks = ranks(table, documents, grouping, rows, most_lanes);
    let lane_of = |value: u32| (ranks.lane_of[value as usize] as usize).min(ranks.others);
    let mut lanes: Vec<Vec<Place>> = vec![Vec::new(); ranks.names.len() + 2];
    let nothing = lanes.len() - 1;
    let mut hidden: Vec<bool> = ranks.names.iter().map(|(key, _)| arrangement.hides(key)).collect();
    hidden.extend([LaneKey::Others, LaneKey::Nothing].map(|key| arrangement.hides(&key)));
    let mut stood_in: Vec<usize> = Vec::new();
    for &row in rows {
        stood_in.clear();
        let mut is_placed = false;
        let mut put = |lane: usize| {
            is_placed = true;
            if !hidden[lane] && !stood_in.contains(&lane) {
                lanes[lane].push(Place { row, first: stood_in.is_empty() });
                stood_in.push(lane);
            }
        };
        match grouping {
            Grouping::Category => {
                put(lane_of(table.traits[row as usize].category as u32));
            }
            Grouping::Place => table.places.of(row).iter().for_each(|&v| put(lane_of(v))),
            Grouping::Document => table.documents.of(row).iter().for_each(|&v| put(lane_of(v))),
            Grouping::Participant => {
                table.participants.of(row).iter().for_each(|&v| put(lane_of(v)));
            }
            Grouping::Tag => table.tags.of(row).iter().for_each(|&v| put(lane_of(v))),
        }
        if !is_placed && !hidden[nothing] {
            lanes[nothing].push(Place { row, first: true });
        }
    }
    let rest = [
        (LaneKey::Others, grouping.others().to_owned()),
        (LaneKey::Nothing, grouping.nothing().to_owned()),
    ];
    let drafts = ranks.names.into_iter().chain(rest).zip(lanes);
    drafts
        .map(|((key, name), places)| (key, name, places))
        .filter(|(_, _, places)| !places.is_empty())
        .collect()
}

/// The lanes that values have of their own, in order.
struct Ranks {
    names: Vec<(LaneKey, String)>,
    /// The lane of each value; those beyond the last lane share `others`.
    lane_of: Vec<u32>,
    others: usize,
}

fn ranks(
    table: &Table,
    documents: &[DocumentRow],
    grouping: Grouping,
    rows: &[u32],
    most_lanes: usize,
) -> Ranks {
    let order = match grouping {
        Grouping::Category => categories(table, rows),
        Grouping::Place => {
            let counts = counts(rows, table.place_names.len(), |row| table.places.of(row));
            places(table, &counts, most_lanes)
        }
        Grouping::Document => by_date(table, documents),
        Grouping::Participant => {
            by_count(&counts(rows, table.participant_names.len(), |row| table.participants.of(row)))
        }
        Grouping::Tag => by_count(&counts(rows, table.tag_names.len(), |row| table.tags.of(row))),
    };
    let values = order.iter().max().map_or(0, |&value| value as usize + 1);
    let mut lane_of = vec![u32::MAX; values];
    for (lane, &value) in order.iter().enumerate() {
        lane_of[value as usize] = lane as u32;
    }
    let titles: FxHashMap<_, _> = documents.iter().map(|d| (d.id, d.title.as_str())).collect();
    let names: Vec<(LaneKey, String)> = order
        .iter()
        .take(most_lanes)
        .map(|&value| name(table, &titles, grouping, value as usize))
        .collect();
    let others = names.len();
    Ranks { names, lane_of, others }
}

fn name(
    table: &Table,
    titles: &FxHashMap<crate::document::DocumentId, &str>,
    grouping: Grouping,
    value: usize,
) -> (LaneKey, String) {
    match grouping {
        Grouping::Category => {
            let category = Category::ALL[value];
            (LaneKey::Category(category), capitalised(category.name()))
        }
        Grouping::Place => {
            let name = &table.place_names[value].name;
            (LaneKey::Place(name.clone()), name.clone())
        }
        Grouping::Document => {
            let id = table.document_ids[value];
            let title = titles.get(&id).copied().unwrap_or("Unknown document");
            (LaneKey::Document(id), title.to_owned())
        }
        Grouping::Participant => {
            let name = &table.participant_names[value];
            (LaneKey::Participant(name.clone()), name.clone())
        }
        Grouping::Tag => {
            let name = &table.tag_names[value];
            (LaneKey::Tag(name.clone()), name.clone())
        }
    }
}

/// The categories that occur, family by family.
fn categories(table: &Table, rows: &[u32]) -> Vec<u32> {
    let mut occurs = [false; Category::ALL.len()];
    for &row in rows {
        occurs[table.traits[row as usize].category as usize] = true;
    }
    let mut order = Category::ALL.to_vec();
    order.retain(|&category| occurs[category as usize]);
    order.sort_by_key(|&category| Family::of(category));
    order.into_iter().map(|category| category as u32).collect()
}

/// How often each value stands in the rows.
fn counts<'t>(rows: &[u32], values: usize, of: impl Fn(u32) -> &'t [u32]) -> Vec<u32> {
    let mut counts = vec![0; values];
    for &row in rows {
        for &value in of(row) {
            counts[value as usize] += 1;
        }
    }
    counts
}

/// The most frequent first; in the order of their first mention where they are equal.
fn by_count(counts: &[u32]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..counts.len() as u32).collect();
    order.sort_by_key(|&value| std::cmp::Reverse(counts[value as usize]));
    order
}

/// Country by country, the one with the most events first, and in each the country itself before
/// its places; those of no known country last.
fn places(table: &Table, counts: &[u32], most_lanes: usize) -> Vec<u32> {
    let mut totals: FxHashMap<&str, u32> = FxHashMap::default();
    for (place, count) in table.place_names.iter().zip(counts) {
        *totals.entry(place.country.as_deref().unwrap_or_default()).or_default() += count;
    }
    // The lanes are cut off by the number of events, before they are put in order.
    let mut order = by_count(counts);
    let tail = order.split_off(order.len().min(most_lanes));
    order.sort_by_key(|&value| {
        let place = &table.place_names[value as usize];
        let country = place.country.as_deref().unwrap_or_default();
        let total = std::cmp::Reverse(totals[country]);
        let count = std::cmp::Reverse(counts[value as usize]);
        (country.is_empty(), total, country, !place.is_country, count)
    });
    order.extend(tail);
    order
}

/// Documents by their date; those without one last.
fn by_date(table: &Table, documents: &[DocumentRow]) -> Vec<u32> {
    let dates: FxHashMap<_, _> = documents
        .iter()
        .enumerate()
        .map(|(place, document)| {
            let date = document.date.map(|date| date.anchor());
            (document.id, (date.is_none(), date, place))
        })
        .collect();
    let mut order: Vec<u32> = (0..table.document_ids.len() as u32).collect();
    order.sort_by_key(|&value| {
        dates.get(&table.document_ids[value as usize]).copied().unwrap_or((true, None, usize::MAX))
    });
    order
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}
