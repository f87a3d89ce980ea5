//! The places of a sentence: which of a name's mentions are places, which of its bearers each one is,
//! and what it does there.

use super::at_home::add_homes;
use super::names::{Mention, Name, NameKind, Names, text_of};
use super::place_role::{
    PlaceRole, comes_from, goes_to, is_attribute, is_bearers, is_other_preposition, is_topic,
    names_people, names_treaty, owns_people, place_role,
};
use super::places::{ACCEPTED, CITY, before_list};
use super::reading::{Sentence, Word};
use crate::event::{Place, PlaceKind};
use crate::gazetteer::{Entry, Gazetteer};
use crate::language::{Tag, WordClass};

/// A place at a point of a sentence.
#[expect(clippy::struct_excessive_bools, reason = "they are independent of each other")]
#[derive(Clone, Debug)]
pub(super) struct PlaceMention {
    pub(super) place: Place,
    pub(super) first: usize,
    /// Whether it says where something is, and not only who acts.
    pub(super) locative: bool,
    /// Whether a preposition or a verb says so.
    pub(super) led: bool,
    /// Whether something is its: "Russia's strikes".
    pub(super) owns: bool,
    /// Whether it only names a treaty or the like: "the Treaty of Rome".
    pub(super) in_name: bool,
    /// Whether it is a state that something is of: "the states of Norway and Sweden".
    pub(super) linked: bool,
    /// Whether it is a state that says who somebody is: "the ministers of Norway".
    pub(super) whose: bool,
    /// Whether it says who else acts: "talks with Norway".
    pub(super) with: bool,
    /// Whether it only says where somebody or something is from or whose it is: "gas from Norway",
    /// "the flag of Norway".
    pub(super) origin: bool,
    /// Whether it owns what hangs on something else: "for want of Norway's help".
    pub(super) hangs: bool,
    /// Whether it only says which event: "during the Oslo talks".
    pub(super) names_event: bool,
}

/// The places that a sentence names, from left to right.
pub(super) fn in_sentence(
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    names: &Names,
) -> Vec<PlaceMention> {
    let mut out = Vec::new();
    for (number, mention) in mentions.iter().enumerate() {
        let name = &names.list[mention.name];
        let accepted = name.place_score >= ACCEPTED && name.full.is_none();
        let other = || {
            modifies(sentence, *mention)
                || is_quoted(sentence, *mention, name)
                || is_called_so(sentence, *mention, name)
        };
        if accepted && !other() {
            let town = number.checked_sub(1).map(|before| &mentions[before]);
            let town = town.filter(|town| town.end + 1 == mention.first);
            let town = town.and_then(|town| names.list[town.name].entries.first());
            out.push(of_mention(sentence, *mention, name, town));
        } else {
            out.extend(inside(sentence, *mention, name));
        }
    }
    add_homes(sentence, names, &mut out);
    out
}

/// "Senator Orr, of Norway, was born in Riga": whether a place only says between commas where somebody is from.
fn is_of_somebody(words: &[Word<'_>], link: usize, end: usize) -> bool {
    let name = |word: &Word<'_>| word.tag == Tag::Name && word.is_upper() && word.timex.is_none();
    words[link].is(WordClass::NAME_LINK)
        && words.get(end).is_some_and(|next| next.is_sign(","))
        && matches!(&words[..link], [.., last, comma] if name(last) && comma.is_sign(","))
}

fn of_mention(
    sentence: &Sentence<'_>,
    mention: Mention,
    name: &Name,
    town: Option<&Entry>,
) -> PlaceMention {
    let words = &sentence.words;
    // "Everett, Washington": what follows a town is the region that it lies in.
    let around = town.and_then(|town| {
        name.entries.iter().copied().find(|entry| town.region == Some(entry.number))
    });
    let place = around
        .or_else(|| meant(sentence, mention, name))
        .map_or_else(|| unknown(name, sentence, mention), Entry::to_place);
    let before = before_list(words, mention.first);
    let state = place.kind == PlaceKind::Country;
    let origin = before.is_some_and(|at| {
        // "fell to Moscow's forces", but "Ukraine's parliament approved" it there.
        let to_people = words[at].is(WordClass::TARGET | WordClass::SOURCE);
        comes_from(words, at)
            || goes_to(words, at)
            || to_people && owns_people(words, mention.end)
            || state && is_attribute(words, at)
            || is_of_somebody(words, at, mention.end)
    });
    let role = if origin { PlaceRole::None } else { place_role(sentence, mention, name) };
    let locative = !sentence.dateline && role != PlaceRole::None;
    let behind = words.get(mention.end);
    let owns = behind.is_some_and(|next| next.tag == Tag::Genitive);
    let (mut whose, mut with, mut linked) = (false, false, false);
    if locative && state {
        linked = before.is_none_or(|at| {
            let before = &words[at];
            before.is(WordClass::NAME_LINK) || !before.is(WordClass::PLACE_PREPOSITION)
        });
    }
    if let Some(at) = before.filter(|_| !locative) {
        whose = is_bearers(words, at) || state && names_people(words, at);
        let before = &words[at];
        with = is_other_preposition(before) || is_topic(words, at, state, mention);
    }
    whose |= state && says_which(words, mention.first);
    let hangs = owns
        && before.is_some_and(|at| {
            words[at].tag == Tag::Preposition || words[at].is(WordClass::NAME_LINK)
        });
    let in_name = names_treaty(words, mention.first);
    let names_event = behind.is_some_and(|next| {
        next.entry.noun.is_some() && next.tag.is_nominal() && next.timex.is_none()
    });
    PlaceMention {
        place,
        first: mention.first,
        locative: locative && !in_name,
        led: role == PlaceRole::Led,
        owns,
        in_name,
        linked,
        whose,
        with,
        origin,
        hangs,
        names_event,
    }
}

/// "the Baltic countries (Estonia, Latvia and Lithuania)": whether a bracket behind the plural of a
/// noun only lists which are meant.
fn says_which(words: &[Word<'_>], first: usize) -> bool {
    if words[first].depth == 0 {
        return false;
    }
    let opens = (0..first).rfind(|&at| words[at].is_sign("(") || words[at].is_sign("["));
    opens.and_then(|at| at.checked_sub(1)).is_some_and(|at| words[at].tag == Tag::Nouns)
}

/// Which of the bearers of a name is meant here. "the Morava river" is none that is no water, and
/// "Jiangxi province" rather a region than the town.
fn meant(sentence: &Sentence<'_>, mention: Mention, name: &Name) -> Option<Entry> {
    let words = &sentence.words;
    let kind = |class: WordClass| {
        let own = words[mention.first..mention.end].iter().any(|word| word.is(class));
        let small = |word: &Word<'_>| word.is(class) && !word.is_upper() && word.tag.is_nominal();
        let before = mention.first.checked_sub(1).is_some_and(|at| small(&words[at]));
        !own && (before || words.get(mention.end).is_some_and(small))
    };
    let first = name.entries.first().copied();
    // "острови Гілберта": the gazetteer may know both together.
    let before = mention.first.checked_sub(1).filter(|&at| {
        let kinds = WordClass::REGION | WordClass::WATER | WordClass::SITE;
        words[at].is(kinds) && !words[at].is_upper()
    });
    let whole = before.map(|at| Gazetteer::embedded().lookup(&text_of(sentence, at, mention.end)));
    if let Some(entry) = whole.and_then(|found| found.first().copied()) {
        return Some(entry);
    }
    let of_kind = |kind| name.entries.iter().copied().find(|entry| entry.kind == kind);
    if kind(WordClass::WATER) {
        return of_kind(PlaceKind::Water);
    }
    if kind(WordClass::REGION) {
        return of_kind(PlaceKind::Region).or(first);
    }
    first
}

/// "the cruiser \"Breslau\"": a town's name in quotation marks is that of a ship, a paper, a club.
fn is_quoted(sentence: &Sentence<'_>, mention: Mention, name: &Name) -> bool {
    const OPENING: [&str; 7] = ["\"", "“", "„", "«", "``", "‘", "»"];
    const CLOSING: [&str; 7] = ["\"", "”", "“", "»", "''", "’", "«"];
    let town = name.entries.first().is_some_and(|entry| {
        matches!(entry.kind, PlaceKind::City | PlaceKind::Region | PlaceKind::Country)
    });
    let sign = |at: Option<usize>, signs: &[&str]| {
        at.and_then(|at| sentence.words.get(at)).is_some_and(|word| signs.contains(&word.text))
    };
    town && sign(mention.first.checked_sub(1), &OPENING) && sign(Some(mention.end), &CLOSING)
}

/// "the battleship Missouri": what a noun before a name says that it is, and that is no place.
fn is_called_so(sentence: &Sentence<'_>, mention: Mention, name: &Name) -> bool {
    let words = &sentence.words;
    let place_words = WordClass::PLACE_ANAPHOR
        | WordClass::PLACE_PART
        | WordClass::PLACE_PREPOSITION
        | WordClass::REGION
        | WordClass::SITE
        | WordClass::WATER
        | WordClass::COMPASS
        | WordClass::ROLE
        | WordClass::ORGANISATION
        | WordClass::GROUP;
    let fits = name
        .entries
        .first()
        .is_some_and(|entry| matches!(entry.kind, PlaceKind::City | PlaceKind::Region));
    let Some(noun) = mention.first.checked_sub(1).filter(|_| fits && !name.oblique) else {
        return false;
    };
    let word = &words[noun];
    let plain = word.tag == Tag::Noun
        && !word.is_upper()
        && word.timex.is_none()
        && word.entry.noun.is_none()
        && !word.is(place_words);
    // "in downtown Oslo"
    let described = noun.checked_sub(1).is_some_and(|at| {
        matches!(words[at].tag, Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::Noun)
    });
    plain && described
}

/// "Moscow time", "a Paris fashion": the name says of what kind the noun behind it is.
fn modifies(sentence: &Sentence<'_>, mention: Mention) -> bool {
    let words = &sentence.words;
    let place_words = WordClass::PLACE_ANAPHOR
        | WordClass::REGION
        | WordClass::SITE
        | WordClass::WATER
        | WordClass::ORGANISATION;
    let behind = words.get(mention.end).is_some_and(|next| {
        // "Kyiv talks" are held there, "Kyiv units" are from there.
        let several = next.tag == Tag::Nouns && next.entry.noun.is_none();
        (next.tag == Tag::Noun || several)
            && !next.is_upper()
            && !next.is(place_words)
            && next.timex.is_none()
    });
    let led = mention.first.checked_sub(1).is_some_and(|at| {
        let gulf = words[mention.first..mention.end].iter().any(|word| word.is(WordClass::WATER));
        words[at].is(WordClass::PLACE_PREPOSITION) || words[at].tag == Tag::Determiner && !gulf
    });
    // "the Imperial Japanese Navy"
    let named = words.get(mention.end).is_some_and(|next| {
        next.is_upper() && next.tag == Tag::Adjective && next.entry.country.is_some()
    });
    behind && !led || named || !led && is_base(words, mention.end)
}

/// "Paris based Orr Ltd": whether the name says where what follows has its seat.
fn is_base(words: &[Word<'_>], end: usize) -> bool {
    let participle = words.get(end).is_some_and(|word| {
        word.tag == Tag::Participle && word.entry.noun.is_none() && !word.is_upper()
    });
    participle && words.get(end + 1).is_some_and(|next| next.is_upper() && next.timex.is_none())
}

/// A place that the gazetteer does not know: its name says what it is.
fn unknown(name: &Name, sentence: &Sentence<'_>, mention: Mention) -> Place {
    let last = &sentence.words[mention.end - 1];
    let beside = |at: Option<usize>| {
        let word = at.and_then(|at| sentence.words.get(at));
        word.is_some_and(|word| word.is(WordClass::WATER) && !word.is_upper())
    };
    let river = beside(mention.first.checked_sub(1)) || beside(Some(mention.end));
    let kind = if river || last.is(WordClass::WATER) {
        PlaceKind::Water
    } else if last.is(WordClass::REGION) {
        PlaceKind::Region
    } else {
        PlaceKind::Site
    };
    Place { name: name.text.clone(), kind, coordinates: None, country: None }
}

/// "University of Chicago", "UC Berkeley": a body's name can hold the place where it is.
fn inside(sentence: &Sentence<'_>, mention: Mention, name: &Name) -> Option<PlaceMention> {
    let body = name.kind == NameKind::Organisation;
    let short = sentence.words[mention.first].text.chars().all(char::is_uppercase);
    if !body && !short || mention.end - mention.first < 2 {
        return None;
    }
    let link = sentence.words[mention.first..mention.end]
        .iter()
        .rposition(|word| word.is(WordClass::NAME_LINK));
    let first = link.map_or(mention.end - 1, |link| mention.first + link + 1);
    let unfit = |word: &Word<'_>| {
        word.is(WordClass::PLACE_STOP | WordClass::ORGANISATION) || !word.is_upper()
    };
    if sentence.words[first..mention.end].iter().any(unfit) {
        return None;
    }
    let place = text_of(sentence, first, mention.end);
    let entry = Gazetteer::embedded().lookup(&place).into_iter().next()?;
    // "the Supreme Court of Alabama"
    let state = entry.kind == PlaceKind::Country
        && sentence.words[mention.first..mention.end].iter().any(|w| w.is(WordClass::AT_HOME));
    let region = link.is_some() && (state || entry.kind == PlaceKind::Region);
    let town = entry.kind == PlaceKind::City && entry.weight >= CITY;
    // "at the University of Pisa" is in Pisa.
    let words = &sentence.words;
    let led = before_list(words, mention.first).is_some_and(|at| {
        words[at].is(WordClass::PLACE_PREPOSITION)
            && !words[at].is(WordClass::NAME_LINK)
            && !comes_from(words, at)
    });
    let led = led && town;
    (body && (region || town) || led).then(|| PlaceMention::inside(entry.to_place(), first, led))
}

impl PlaceMention {
    /// A place that the name of a body holds, and whether a preposition says that something is there.
    pub(super) const fn inside(place: Place, first: usize, led: bool) -> Self {
        Self {
            place,
            first,
            locative: led,
            led,
            owns: false,
            in_name: false,
            linked: false,
            whose: false,
            with: false,
            origin: false,
            hangs: false,
            names_event: false,
        }
    }
}
