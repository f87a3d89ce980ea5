//! Places that cannot be where the gazetteer's first namesake is: what stands behind a town says
//! where it lies, and a small town far from all else that a text names is rather another one. A
//! place in doubt keeps its name and loses its place on the map.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::names::{Mention, Name, NameKind, Names};
use super::nearness::kilometres;
use super::phrase::is_list_comma;
use super::places::{ACCEPTED, CITY, METROPOLIS, is_spelling};
use super::reading::Sentence;
use crate::event::{Coordinates, PlaceKind};
use crate::gazetteer::{Entry, Gazetteer, fold_name};
use crate::language::{EventWords, Tag, WordClass};

/// A namesake so many kilometres from where its text says that it lies is another place.
const ELSEWHERE: f64 = 1500.0;
/// So many kilometres from everything that a text names, a town stands alone in it.
const REMOTE: f64 = 2500.0;
/// The same for a village.
const BEYOND: f64 = 600.0;
/// So many kilometres from the middle of a region a town can lie in it.
const REGION: f64 = 900.0;
/// Four times the binary logarithm of twenty thousand people.
const VILLAGE: u8 = 57;
/// Four times the binary logarithm of two hundred thousand people: a city of more is well known.
const FAMOUS: u8 = 70;
/// So many other places must a text name before a small town, and a larger one, can be alone.
const COMPANY: (usize, usize) = (2, 3);

/// Whether two places lie so far from each other that one cannot be in the other.
pub(super) fn is_elsewhere(place: Coordinates, within: Coordinates) -> bool {
    kilometres(place, within) > ELSEWHERE
}

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
        let short = region_behind(sentence, town.end + 1, language);
        let behind = mentions.get(number + 1).filter(|next| next.first == town.end + 1).copied();
        let behind = behind.filter(|next| next.name != town.name);
        let within = short.or_else(|| {
            let whole = &names.list[behind?.name].entries;
            let fits = |entry: &&Entry| entry.kind != PlaceKind::City && entry.country.is_some();
            // "Macon, Georgia" is in that Georgia which has a Macon.
            let holds = |whole: &&Entry| nearest(&names.list[town.name].entries, whole).is_some();
            whole.iter().filter(fits).find(holds).or_else(|| whole.first().filter(fits)).copied()
        });
        let Some(within) = within else { continue };
        if matches!(names.list[town.name].kind, NameKind::State(_)) {
            continue;
        }
        if let Some(region) = behind.map(|behind| &mut names.list[behind.name]) {
            if short.is_some() && region.entries.first().is_none_or(|entry| *entry != within) {
                // "Vt." is no place of its own.
                region.entries.clear();
                region.place_score = i32::MIN / 2;
            } else if let Some(at) = region.entries.iter().position(|entry| *entry == within) {
                region.entries[..=at].rotate_right(1);
                settle_kind(region);
            }
        }
        let name = &mut names.list[town.name];
        if let Some(at) = nearest(&name.entries, &within) {
            name.entries[..=at].rotate_right(1);
        } else if short.is_some()
            || name.entries.first().is_some_and(|entry| {
                !is_list_comma(&sentence.words, town.end)
                    && (entry.country == within.country && within.region.is_some()
                        || is_elsewhere(entry.coordinates, within.coordinates))
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

/// A name that turned out to be a region's is no state's, and the other way round.
pub(super) fn settle_kind(name: &mut Name) {
    let Some(entry) = name.entries.first() else { return };
    match (name.kind, entry.kind) {
        (NameKind::State(_), PlaceKind::Region) => {
            name.kind = NameKind::Place;
            name.place_score = name.place_score.max(ACCEPTED);
        }
        (NameKind::Place, PlaceKind::Country) => {
            if let Some(code) = entry.country.and_then(|code| code.as_bytes().try_into().ok()) {
                name.kind = NameKind::State(code);
            }
        }
        _ => {}
    }
}

/// Which of a name's bearers lies in a country or a region; in one of the past, the nearest to its
/// middle.
fn nearest(entries: &[Entry], within: &Entry) -> Option<usize> {
    let inside = entries.iter().enumerate().filter(|(_, entry)| entry.country == within.country);
    if within.kind == PlaceKind::Country {
        return inside.map(|(at, _)| at).next();
    }
    if let Some(at) = entries.iter().position(|entry| entry.region == Some(within.number)) {
        return Some(at);
    }
    if within.region.is_some() {
        return None;
    }
    inside
        .map(|(at, entry)| (at, kilometres(entry.coordinates, within.coordinates)))
        .filter(|(_, far)| *far < REGION)
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(at, _)| at)
}

/// The region whose short name an address has here: "Vt.", "N. J.", "NY".
fn region_behind(sentence: &Sentence<'_>, from: usize, language: &EventWords) -> Option<Entry> {
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
    let region = (dotted || capitals(word.text))
        .then(|| language.address_region(&short.to_lowercase()))
        .flatten()?;
    let found = Gazetteer::embedded().lookup(region);
    let town = |entry: &&Entry| entry.kind == PlaceKind::City;
    found.iter().find(|entry| !town(entry)).or_else(|| found.first()).copied()
}

/// "Troy" is no town in a text that speaks of Troy Wicker.
pub(super) fn reject_given(names: &mut Names, sentences: &[Sentence<'_>]) {
    let small = |entry: &Entry| entry.kind == PlaceKind::City && entry.weight < CITY;
    let doubtful = |name: &Name| {
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

/// "Gonzalez" and "Hindenburg" are no towns in a text that tells of Elian Gonzalez or of Paul von
/// Hindenburg, unless it says more often that something is there than not.
pub(super) fn reject_surnames(
    names: &mut Names,
    sentences: &[Sentence<'_>],
    language: &EventWords,
) {
    let cases = language.cases();
    let doubtful = |name: &Name| {
        let town = |entry: &Entry| {
            entry.kind == PlaceKind::City
                && (entry.weight < METROPOLIS || fold_name(entry.name) != name.folded)
        };
        name.place_score >= ACCEPTED
            && !name.qualified
            && !name.folded.contains(' ')
            && name.entries.first().is_some_and(town)
    };
    if !names.list.iter().any(doubtful) {
        return;
    }
    let people = names.list.iter().filter(|name| name.kind == NameKind::Person);
    let surnames: FxHashSet<String> = people
        .filter_map(|name| name.folded.rsplit_once(' '))
        .flat_map(|(_, last)| cases.bases(last).map(Cow::into_owned).collect::<Vec<_>>())
        .collect();
    let borne: Vec<bool> = names
        .list
        .iter()
        .map(|name| {
            // Zabrze was once called Hindenburg, after somebody whom more texts tell of.
            let other = || {
                language.has_rare_aliases()
                    && name.entries[0].weight < METROPOLIS
                    && !is_spelling(&fold_name(name.entries[0].name), &name.folded)
            };
            doubtful(name) && (cases.bases(&name.folded).any(|b| surnames.contains(&*b)) || other())
        })
        .collect();
    let mut uses = vec![(0, 0); names.list.len()];
    for (sentence, mentions) in sentences.iter().zip(&names.mentions) {
        for mention in mentions.iter().filter(|mention| borne[mention.name]) {
            let (at, all) = &mut uses[mention.name];
            *all += 1;
            let before = mention.first.checked_sub(1).map(|before| &sentence.words[before]);
            *at += u32::from(before.is_some_and(|word| {
                word.is(WordClass::PLACE_PREPOSITION) && word.tag == Tag::Preposition
                    || word.is(WordClass::PLACE_ONLY | WordClass::PLACE_ANAPHOR)
                    || word.is(WordClass::MOTION) && word.tag.is_verbal()
            }));
        }
    }
    for (name, (at, all)) in names.list.iter_mut().zip(uses) {
        if all > 0 && at * 2 <= all {
            name.place_score = 0;
        }
    }
}

/// Takes the place on the map from towns that stand alone: no country of theirs is named, and all
/// else lies far away. Of a village, or of a town that the text calls by another name than its main
/// one, something must lie near.
pub(super) fn unplace(names: &mut Names, countries: &FxHashSet<[u8; 2]>, language: &EventWords) {
    let home = language.home();
    let known = |entry: &Entry| {
        let code = entry.country.and_then(|country| country.as_bytes().try_into().ok());
        code.is_some_and(|code: [u8; 2]| countries.contains(&code) || home == Some(code))
    };
    let at_home = |entry: &Entry| {
        entry.country.is_some_and(|code| home.is_some_and(|home| code.as_bytes() == home))
    };
    // "Осі" may be a case of "Оха", a town, but hardly is.
    let is_guess = |name: &Name| name.oblique && name.entries[0].weight < CITY;
    let town = |entry: &Entry| entry.kind == PlaceKind::City && entry.weight < FAMOUS;
    let doubtful: Vec<usize> = (0..names.list.len())
        .filter(|&at| {
            let name = &names.list[at];
            name.place_score >= ACCEPTED
                && !name.qualified
                && name.entries.first().is_some_and(|entry| {
                    town(entry) && (!known(entry) || is_guess(name) && !at_home(entry))
                })
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
            let name = &names.list[at];
            let own = &name.entries[0];
            // Names in other letters than the gazetteer's main ones are all other names.
            let other = name.text.is_ascii() && fold_name(own.name) != name.folded;
            let small = own.weight < VILLAGE && (other || name.entries.len() > 1)
                || own.weight < CITY && other && language.has_rare_aliases()
                || is_guess(name);
            let least = if own.weight < CITY { COMPANY.0 } else { COMPANY.1 };
            let mut others = placed.iter().filter(|(other, _, _)| *other != at);
            let remote = if small { BEYOND } else { REMOTE };
            // It is one of those that are placed itself.
            (small || placed.len() > least)
                && others.all(|(_, there, country)| {
                    (*country != own.country || is_guess(name))
                        && kilometres(*there, own.coordinates) > remote
                })
        })
        .collect();
    for at in stray {
        names.list[at].entries.clear();
    }
}
