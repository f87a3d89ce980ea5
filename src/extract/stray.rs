//! Places that cannot be where the gazetteer's first namesake is: what stands behind a town says
//! where it lies, and a small town far from all else that a text names is rather another one. A
//! place in doubt keeps its name and loses its place on the map.

use rustc_hash::FxHashSet;

use super::names::{Mention, NameKind, Names};
use super::nearness::kilometres;
use super::phrase::is_list_comma;
use super::places::{ACCEPTED, CITY};
use super::reading::Sentence;
use crate::event::{Coordinates, PlaceKind};
use crate::gazetteer::{Entry, Gazetteer};
use crate::language::EventWords;

/// A namesake so many kilometres from where its text says that it lies is another place.
const ELSEWHERE: f64 = 1500.0;
/// So many kilometres from everything that a text names, a town stands alone in it.
const REMOTE: f64 = 2500.0;
/// Four times the binary logarithm of two hundred thousand people: a city of more is well known.
const FAMOUS: u8 = 70;
/// So many other places must a text name before a small town, and a larger one, can be alone.
const COMPANY: (usize, usize) = (2, 3);

/// "Paris, Texas", "Ira, Vt.": what follows a name behind a comma says which of its namesakes is
/// meant, or that none is known.
pub(super) fn qualify(
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    names: &mut Names,
    language: &EventWords,
) {
    for (number, town) in mentions.iter().enumerate() {
        if !sentence.words.get(town.end).is_some_and(|word| word.is_sign(",")) {
            continue;
        }
        let abbreviated = country_behind(sentence, town.end + 1, language);
        let within =
            abbreviated.and_then(|code| Gazetteer::embedded().country(code)).or_else(|| {
                let behind = mentions.get(number + 1).filter(|next| next.first == town.end + 1)?;
                let entry = names.list[behind.name].entries.first().copied();
                entry.filter(|entry| entry.kind != PlaceKind::City && entry.country.is_some())
            });
        let Some(within) = within else { continue };
        let name = &mut names.list[town.name];
        if matches!(name.kind, NameKind::State(_)) {
            continue;
        }
        if let Some(at) = name.entries.iter().position(|e| e.country == within.country) {
            name.entries[..=at].rotate_right(1);
        } else if abbreviated.is_some()
            || name.entries.first().is_some_and(|entry| {
                !is_list_comma(&sentence.words, town.end)
                    && kilometres(entry.coordinates, within.coordinates) > ELSEWHERE
            })
        {
            name.entries.clear();
        } else {
            continue;
        }
        name.qualified = true;
        name.place_score = name.place_score.max(ACCEPTED);
    }
}

/// The country that a region's short name says where an address has one: "Vt.", "N. J.", "NY".
fn country_behind(sentence: &Sentence<'_>, from: usize, language: &EventWords) -> Option<[u8; 2]> {
    let word = sentence.words.get(from).filter(|word| word.is_upper() && word.timex.is_none())?;
    let letters = |text: &str| text.chars().filter(|c| *c != '.').collect::<String>();
    let capitals = |text: &str| text.chars().all(|c| c.is_uppercase() || c == '.');
    let mut short = letters(word.text);
    if short.len() == 1
        && let Some(next) = sentence.words.get(from + 1).filter(|next| next.is_upper())
    {
        short.push_str(&letters(next.text));
    }
    // "in", "or" and "me" are words too.
    let dotted = word.text.ends_with('.');
    (dotted || capitals(word.text))
        .then(|| language.address_country(&short.to_lowercase()))
        .flatten()
}

/// "Troy" is no town in a text that speaks of Troy Wicker.
pub(super) fn reject_given(names: &mut Names, sentences: &[Sentence<'_>]) {
    let small = |entry: &Entry| entry.kind == PlaceKind::City && entry.weight < CITY;
    let doubtful = |name: &super::names::Name| {
        name.place_score >= ACCEPTED
            && !name.qualified
            && name.entries.first().is_some_and(small)
            && !name.folded.contains(' ')
    };
    if !names.list.iter().any(doubtful) {
        return;
    }
    let mut given: FxHashSet<&str> = FxHashSet::default();
    for (sentence, mentions) in sentences.iter().zip(&names.mentions) {
        for mention in mentions.iter().filter(|mention| mention.end == mention.first + 2) {
            let name = &names.list[mention.name];
            let last = &sentence.words[mention.end - 1];
            let person = matches!(name.kind, NameKind::Person | NameKind::Unknown);
            let unknown = last.entry == crate::language::WordEntry::default();
            if person && name.place_score < ACCEPTED && (unknown || name.kind == NameKind::Person) {
                given.extend(name.folded.split(' ').next());
            }
        }
    }
    let rejected: Vec<usize> = (0..names.list.len())
        .filter(|&at| doubtful(&names.list[at]) && given.contains(&*names.list[at].folded))
        .collect();
    for at in rejected {
        names.list[at].place_score = 0;
    }
}

/// Takes the place on the map from towns that stand alone: no country of theirs is named, and all
/// else lies far away.
pub(super) fn unplace(names: &mut Names, countries: &FxHashSet<[u8; 2]>) {
    let known = |entry: &Entry| {
        let code = entry.country.and_then(|country| country.as_bytes().try_into().ok());
        code.is_some_and(|code: [u8; 2]| countries.contains(&code))
    };
    let town =
        |entry: &Entry| entry.kind == PlaceKind::City && entry.weight < FAMOUS && !known(entry);
    let doubtful: Vec<usize> = (0..names.list.len())
        .filter(|&at| {
            let name = &names.list[at];
            name.place_score >= ACCEPTED
                && !name.qualified
                && name.entries.first().is_some_and(town)
        })
        .collect();
    if doubtful.is_empty() {
        return;
    }
    let placed: Vec<(usize, Coordinates, Option<&str>)> = (0..names.list.len())
        .filter(|&at| names.list[at].place_score >= ACCEPTED)
        .filter_map(|at| {
            let entry = names.list[at].entries.first()?;
            Some((at, entry.coordinates, entry.country))
        })
        .collect();
    let stray: Vec<usize> = doubtful
        .into_iter()
        .filter(|&at| {
            let own = &names.list[at].entries[0];
            let least = if own.weight < CITY { COMPANY.0 } else { COMPANY.1 };
            let mut others = placed.iter().filter(|(other, _, _)| *other != at);
            // It is one of those that are placed itself.
            placed.len() > least
                && others.all(|(_, there, country)| {
                    *country != own.country && kilometres(*there, own.coordinates) > REMOTE
                })
        })
        .collect();
    for at in stray {
        names.list[at].entries.clear();
    }
}
