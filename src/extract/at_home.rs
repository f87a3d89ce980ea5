//! What is where the place in its name is: "Leeds Crown Court", "the Norwegian parliament", "Kyiv
//! police", "at the London Olympics".
//!
//! What other bodies of a state do need not be done at home, so that a people before them is no
//! place: "Ukrainian forces", "the German foreign ministry".

use super::names::{Names, text_of};
use super::place_mention::PlaceMention;
use super::places::{ACCEPTED, CITY, is_spelling};
use super::reading::{Sentence, Word};
use super::seek::first_from;
use crate::event::{Category, PlaceKind};
use crate::gazetteer::{Entry, Gazetteer, fold_name};
use crate::language::{Tag, WordClass};

/// Four times the binary logarithm of 65,000 people: the least of a town that an event is named after.
const TOWN: u8 = 64;

/// So many words before the one for a body can say whose it is.
const LONGEST: usize = 4;

/// Adds the places in the names of what is there to those that a sentence names otherwise, from left
/// to right.
pub(super) fn add_homes(sentence: &Sentence<'_>, names: &Names, places: &mut Vec<PlaceMention>) {
    let words = &sentence.words;
    let can_be = |word: &Word<'_>| {
        (word.is(WordClass::AT_HOME | WordClass::ORGANISATION) || is_named_meeting(word))
            && word.tag.is_nominal()
    };
    let mut from = 0;
    while let Some(at) = first_from(words, from, can_be) {
        from = at + 1;
        let word = &words[at];
        if !word.is(WordClass::AT_HOME) && !is_named_meeting(word) && !is_of_town(words, at) {
            continue;
        }
        // "qualified for the London Olympics" tells of nothing there.
        let held = !word.is(WordClass::GROUP | WordClass::ORGANISATION | WordClass::ROLE);
        let Some((first, entry)) = home(sentence, names, at, held) else { continue };
        let led = is_led(words, first);
        let known =
            places.iter().any(|place| (first.min(at)..=first.max(at)).contains(&place.first));
        if !known && (led || !held) {
            let number = places.partition_point(|place| place.first < first);
            places.insert(number, PlaceMention::inside(entry.to_place(), first, led));
        }
    }
}

/// "the Potsdam Conference"
fn is_named_meeting(word: &Word<'_>) -> bool {
    word.is_upper() && word.entry.noun == Some(Category::Meeting)
}

/// "at Leeds Crown Court", "at the 2012 London Olympics": whether a preposition says that something is
/// where a phrase says.
fn is_led(words: &[Word<'_>], first: usize) -> bool {
    let before = (0..first).rev().find(|&at| {
        words[at].timex.is_none()
            && words[at].tag != Tag::Determiner
            && !words[at].is(WordClass::COMPASS)
    });
    before.is_some_and(|at| {
        let word = &words[at];
        // "withdrew from the London Olympics"
        word.is(WordClass::PLACE_PREPOSITION) && !word.is(WordClass::NAME_LINK | WordClass::SOURCE)
    })
}

/// "Leeds City Council": whether the word before one for a body says that it is a town's or a county's.
fn is_of_town(words: &[Word<'_>], body: usize) -> bool {
    let place = WordClass::PLACE_ANAPHOR | WordClass::REGION;
    body.checked_sub(1).is_some_and(|at| words[at].is_upper() && words[at].is(place))
}

/// The place whose a body or an event is that is `held`, by the words before it, and the first of these.
fn home(sentence: &Sentence<'_>, names: &Names, body: usize, held: bool) -> Option<(usize, Entry)> {
    let words = &sentence.words;
    let before = |word: &&Word<'_>| {
        word.timex.is_none()
            && (word.is_upper() && word.tag.is_nominal()
                // "Prince George's County police"
                || matches!(word.tag, Tag::Adjective | Tag::Noun | Tag::Genitive))
    };
    let count = words[..body].iter().rev().take(LONGEST).take_while(before).count();
    let behind = || {
        // "Landgericht München"
        let first = body + 1;
        let town = words.get(first).filter(|word| word.is_upper() && word.tag == Tag::Name);
        known(names, sentence, (town.map(|_| first)?, first + 1), held).map(|entry| (first, entry))
    };
    let before = (body - count..body).find_map(|first| {
        let capital = |word: &&Word<'_>| {
            word.is_upper() && word.tag != Tag::Determiner || word.tag == Tag::Genitive
        };
        let longest = words[first..body].iter().take_while(capital).count();
        // "Prince George's County" is not in George, but "North Wales" in Wales.
        let opens =
            first == 0 || !capital(&&words[first - 1]) || words[first - 1].is(WordClass::COMPASS);
        let mut counts = (1..=longest).rev().filter(|_| opens);
        let place = counts.find_map(|count| known(names, sentence, (first, first + count), held));
        // "the Norwegian parliament"
        let is_state = matches!(words[first].tag, Tag::Adjective | Tag::Name);
        let state = || words[first].entry.country.filter(|_| is_state);
        let entry = place.or_else(|| Gazetteer::embedded().country(state()?))?;
        Some((first, entry))
    });
    before.or_else(behind)
}

/// The town or region that words name: one that the document knows, or one that is well known by
/// that name.
fn known(
    names: &Names,
    sentence: &Sentence<'_>,
    (first, end): (usize, usize),
    held: bool,
) -> Option<Entry> {
    let alone = Some(&sentence.words[first]).filter(|_| end == first + 1);
    if alone.is_some_and(|word| word.is(WordClass::ORGANISATION | WordClass::COMPASS)) {
        return None;
    }
    // "San Francisco-based" is not in San.
    if sentence.words.get(end).is_some_and(|next| next.is_upper() && next.text.contains('-')) {
        return None;
    }
    let folded = fold_name(&text_of(sentence, first, end));
    let found = Gazetteer::embedded().lookup_folded(&folded);
    if found.is_empty() {
        return None;
    }
    let told = names.list.iter().find(|name| name.folded == folded);
    if let Some(told) = told.filter(|name| name.place_score >= ACCEPTED) {
        return told.entries.first().copied();
    }
    // "Georgia Supreme Court": of a state of that name it would be "Georgian".
    let fits = |entry: &&Entry| match entry.kind {
        PlaceKind::Region => {
            entry.region == Some(entry.number)
                && !alone.is_some_and(|word| word.is(WordClass::PLACE_STOP))
        }
        PlaceKind::City => entry.weight >= if held { TOWN } else { CITY },
        // "the Monaco Grand Prix"
        PlaceKind::Country => held,
        _ => false,
    };
    // "Canton" was once Guangzhou.
    let found = found.iter().find(fits);
    found.filter(|entry| is_spelling(&fold_name(entry.name), &folded)).copied()
}
