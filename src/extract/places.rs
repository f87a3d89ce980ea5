//! Which names are places, and which places they are.

use super::names::{Mention, Name, NameKind, Names};
use super::reading::{Sentence, Word};
use crate::event::{Place, PlaceKind};
use crate::gazetteer::{Entry, Gazetteer};
use crate::language::{Tag, WordClass};

/// From this score on a name is taken for a place.
const ACCEPTED: i32 = 3;
/// Four times the binary logarithm of a million and of a hundred thousand people.
const METROPOLIS: u8 = 80;
const CITY: u8 = 66;

/// A place at a point of a sentence.
#[derive(Clone, Debug)]
pub(super) struct PlaceMention {
    pub(super) place: Place,
    pub(super) first: usize,
    /// Whether it says where something is, and not only who acts.
    pub(super) locative: bool,
}

/// Decides for every name whether it is a place, by all its mentions together.
pub(super) fn judge(sentences: &[Sentence<'_>], names: &mut Names) {
    for name in &mut names.list {
        look_up(name);
    }
    let mut countries = Vec::new();
    for (sentence, mentions) in sentences.iter().zip(&names.mentions) {
        for mention in mentions {
            let score = local_score(sentence, *mention, &names.list[mention.name]);
            let name = &mut names.list[mention.name];
            name.place_score = name.place_score.max(score);
            if let NameKind::State(code) = name.kind {
                countries.push(code);
            }
        }
        countries.extend(sentence.words.iter().filter_map(|word| word.entry.country));
    }
    for name in &mut names.list {
        prefer_known_country(name, &countries);
    }
}

fn look_up(name: &mut Name) {
    name.entries = Gazetteer::embedded().lookup_folded(&name.folded);
    if let NameKind::State(code) = name.kind {
        let code = std::str::from_utf8(&code).unwrap_or_default().to_owned();
        if !name.entries.iter().any(|entry| entry.kind == PlaceKind::Country) {
            name.entries.clear();
        }
        name.entries.retain(|entry| entry.country == Some(code.as_str()));
    } else if let Some(country) = name.entries.first().filter(|e| e.kind == PlaceKind::Country)
        && let Some(code) = country.country.and_then(|c| c.as_bytes().try_into().ok())
    {
        name.kind = NameKind::State(code);
    }
}

/// A namesake in a country that the document speaks of is likelier than a larger one elsewhere.
fn prefer_known_country(name: &mut Name, countries: &[[u8; 2]]) {
    let mentioned = |entry: &Entry| {
        entry.country.is_some_and(|c| countries.iter().any(|known| known == c.as_bytes()))
    };
    if name.entries.first().is_some_and(|first| first.kind != PlaceKind::Country)
        && let Some(at) = name.entries.iter().position(mentioned)
    {
        name.entries.swap(0, at);
        name.place_score += 1;
    }
}

/// The word before a name, or before the enumeration that the name stands in.
fn before_list<'w, 'a>(words: &'w [Word<'a>], mut at: usize) -> Option<&'w Word<'a>> {
    loop {
        let before = &words[at.checked_sub(1)?];
        let joins = before.is_sign(",") || before.is(WordClass::COORDINATOR);
        let listed = joins && at >= 2 && (words[at - 2].is_upper() || words[at - 2].is_sign(","));
        let inside = before.is_upper()
            && before.tag == Tag::Name
            && words.get(at).is_some_and(|w| w.is_sign(",") || w.is(WordClass::COORDINATOR));
        if before.tag != Tag::Determiner && !listed && !inside {
            return Some(before);
        }
        at -= 1;
    }
}

fn local_score(sentence: &Sentence<'_>, mention: Mention, name: &Name) -> i32 {
    if matches!(name.kind, NameKind::State(_)) {
        return ACCEPTED;
    }
    let words = &sentence.words;
    let mut score = 0;
    if let Some(before) = before_list(words, mention.first) {
        if before.is(WordClass::PLACE_ONLY) {
            score += 3;
        } else if before
            .is(WordClass::PLACE_PREPOSITION | WordClass::MOTION | WordClass::PLACE_ANAPHOR)
        {
            score += 2;
        } else if before.is(WordClass::ROLE) {
            score -= 3;
        }
    }
    if name.kind == NameKind::Place {
        return score + 1 + 2 * i32::from(!name.entries.is_empty());
    }
    let Some(entry) = name.entries.first() else { return -1 };
    score += match entry.weight {
        METROPOLIS.. => 2,
        CITY.. => 1,
        _ => 0,
    };
    if entry.kind != PlaceKind::City {
        score += 1;
    }
    let next = words.get(mention.end);
    if next.is_some_and(|word| word.is_sign(","))
        && words.get(mention.end + 1).is_some_and(|w| w.is_upper() && w.tag == Tag::Name)
    {
        score += 1;
    }
    if words[mention.first..mention.end].iter().any(|word| word.is(WordClass::PLACE_STOP)) {
        score -= 4;
    }
    match name.kind {
        NameKind::Person => score - 5,
        NameKind::Organisation => score - 3,
        _ => score,
    }
}

/// The places that a sentence names, from left to right.
pub(super) fn in_sentence(
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    names: &Names,
) -> Vec<PlaceMention> {
    let mut out = Vec::new();
    for mention in mentions {
        let name = &names.list[mention.name];
        if name.place_score >= ACCEPTED && name.full.is_none() {
            let place = name
                .entries
                .first()
                .map_or_else(|| unknown(name, sentence, *mention), |e| e.to_place());
            let locative = is_locative(sentence, *mention, name);
            out.push(PlaceMention { place, first: mention.first, locative });
        } else {
            out.extend(inside(sentence, *mention, name));
        }
    }
    out
}

/// A place that the gazetteer does not know: its name says what it is.
fn unknown(name: &Name, sentence: &Sentence<'_>, mention: Mention) -> Place {
    let last = &sentence.words[mention.end - 1];
    let kind = if last.is(WordClass::WATER) {
        PlaceKind::Water
    } else if last.is(WordClass::REGION) {
        PlaceKind::Region
    } else {
        PlaceKind::Site
    };
    Place { name: name.text.clone(), kind, coordinates: None, country: None }
}

/// "in Kyiv", "entered Kyiv", "Kyiv, Ukraine"; a state or a capital that acts is none.
fn is_locative(sentence: &Sentence<'_>, mention: Mention, name: &Name) -> bool {
    let words = &sentence.words;
    let mut at = mention.first;
    while let Some(before) = at.checked_sub(1).map(|i| &words[i]) {
        if before.is(WordClass::PLACE_PREPOSITION)
            || before.is(WordClass::MOTION) && before.tag.is_verbal()
        {
            return true;
        }
        let list =
            before.is_sign(",") || before.is(WordClass::COORDINATOR) || before.tag == Tag::Name;
        let article = before.tag == Tag::Determiner || before.is(WordClass::PLACE_ANAPHOR);
        if !list && !article && before.tag != Tag::Adjective {
            break;
        }
        at -= 1;
    }
    let state = matches!(name.kind, NameKind::State(_));
    let actor =
        words[mention.first..mention.end].iter().any(|word| word.is(WordClass::CAPITAL_ACTOR));
    !state && !actor
}

/// "University of Chicago", "UC Berkeley": a body's name can hold the place where it is.
fn inside(sentence: &Sentence<'_>, mention: Mention, name: &Name) -> Option<PlaceMention> {
    if name.kind != NameKind::Organisation || mention.end - mention.first < 2 {
        return None;
    }
    let last = mention.end - 1;
    let word = &sentence.words[last];
    if word.is(WordClass::PLACE_STOP | WordClass::ORGANISATION) || !word.is_upper() {
        return None;
    }
    let entry = Gazetteer::embedded().lookup(word.text).into_iter().next()?;
    (entry.kind == PlaceKind::City && entry.weight >= CITY).then(|| PlaceMention {
        place: entry.to_place(),
        first: last,
        locative: false,
    })
}
