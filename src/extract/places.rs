//! Which names are places, and which places they are.

use rustc_hash::FxHashSet;

use super::names::{Mention, Name, NameKind, Names};
use super::place_role::{
    PlaceRole, happens_there, is_bearers, is_other_preposition, names_people, names_treaty,
    place_role,
};
use super::reading::{Sentence, Word};
use crate::event::{Place, PlaceKind};
use crate::gazetteer::{Entry, Gazetteer, fold_name};
use crate::language::{EventWords, Tag, WordClass};
use crate::text::TokenKind;

/// From this score on a name is taken for a place.
pub(super) const ACCEPTED: i32 = 3;
/// Four times the binary logarithm of a million and of a hundred thousand people.
const METROPOLIS: u8 = 80;
pub(super) const CITY: u8 = 66;
/// The same for eight times as many people.
pub(super) const MUCH_LARGER: u8 = 12;

/// A name that is a place's as it stands counts for so much more than one that is a case of
/// another place's name.
const AS_WRITTEN: u8 = 8;

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
    /// Whether it only says which event: "during the Oslo talks".
    pub(super) names_event: bool,
}

/// Decides for every name whether it is a place, by all its mentions together.
pub(super) fn judge(sentences: &[Sentence<'_>], names: &mut Names, words: &EventWords) {
    for name in &mut names.list {
        look_up(name, words);
    }
    let mut countries: FxHashSet<[u8; 2]> = FxHashSet::default();
    let mentions = std::mem::take(&mut names.mentions);
    for (sentence, mentions) in sentences.iter().zip(&mentions) {
        for mention in mentions {
            let score = local_score(sentence, *mention, &names.list[mention.name]);
            let name = &mut names.list[mention.name];
            name.place_score = name.place_score.max(score);
            if let NameKind::State(code) = name.kind {
                countries.insert(code);
            }
        }
        super::stray::qualify(sentence, mentions, names, words);
        if sentence.names_country {
            countries.extend(sentence.words.iter().filter_map(|word| word.entry.country));
        }
    }
    names.mentions = mentions;
    reject_actors(sentences, names);
    for name in &mut names.list {
        prefer_known_country(name, &countries);
        if words.has_rare_aliases() && is_doubtful_alias(name, &countries) {
            name.place_score = 0;
        }
    }
    super::nearness::prefer_near(names);
    super::stray::reject_given(names, sentences);
    super::stray::unplace(names, &countries);
}

fn look_up(name: &mut Name, words: &EventWords) {
    let bases = words.cases().bases(&name.folded);
    let found = bases.enumerate().filter_map(|(number, base)| {
        let mut entries = Gazetteer::embedded().lookup_folded(&base);
        let at_home = prefer_home(&mut entries, words.home());
        let weight = entries.first()?.weight
            + if number == 0 { AS_WRITTEN } else { 0 }
            + if at_home { MUCH_LARGER } else { 0 };
        Some((weight, std::cmp::Reverse(number), entries))
    });
    if let Some((_, number, entries)) = found.max_by_key(|(weight, number, _)| (*weight, *number)) {
        name.oblique = number.0 > 0;
        name.entries = entries;
        prefer_spelling(name);
    }
    if let NameKind::State(own) = name.kind {
        let code = std::str::from_utf8(&own).unwrap_or_default().to_owned();
        if !name.entries.iter().any(|entry| entry.kind == PlaceKind::Country) {
            name.entries.clear();
        }
        name.entries.retain(|entry| entry.country == Some(code.as_str()));
        if name.entries.is_empty() {
            // A name that only the language knows: "the Netherlands", "the DPRK".
            name.entries.extend(Gazetteer::embedded().country(own));
        }
    } else if let Some(country) = name.entries.first().filter(|e| e.kind == PlaceKind::Country)
        && let Some(code) = country.country.and_then(|c| c.as_bytes().try_into().ok())
    {
        name.kind = NameKind::State(code);
    }
}

/// "Anahuac" is rather the town of that spelling than Anáhuac, unless that is much larger.
fn prefer_spelling(name: &mut Name) {
    let Some(first) = name.entries.first() else { return };
    if first.name == name.text || fold_name(first.name) != name.folded {
        return;
    }
    let least = first.weight.saturating_sub(MUCH_LARGER);
    let spelt = |entry: &Entry| entry.weight >= least && entry.name == name.text;
    if let Some(at) = name.entries.iter().position(spelt) {
        name.entries[..=at].rotate_right(1);
    }
}

/// Moves the bearer of a name in the language's own country to the front, unless another one is
/// much larger; gives whether the first one lies there.
fn prefer_home(entries: &mut [Entry], home: Option<[u8; 2]>) -> bool {
    let is_home = |entry: &Entry| {
        home.is_some_and(|home| entry.country.is_some_and(|code| code.as_bytes() == home))
    };
    let Some(largest) = entries.first().map(|entry| entry.weight) else { return false };
    let at =
        entries.iter().position(|entry| is_home(entry) && entry.weight + MUCH_LARGER >= largest);
    if let Some(at) = at {
        entries[..=at].rotate_right(1);
    }
    entries.first().is_some_and(is_home)
}

/// A name that mostly stands where no place does is a ship's, a company's or a person's.
fn reject_actors(sentences: &[Sentence<'_>], names: &mut Names) {
    let mut uses: Vec<(u32, u32)> = vec![(0, 0); names.list.len()];
    for (sentence, mentions) in sentences.iter().zip(&names.mentions) {
        for mention in mentions.iter().filter(|_| sentence.is_prose()) {
            let (at, elsewhere) = &mut uses[mention.name];
            let oblique = names.list[mention.name].oblique && behind_noun(sentence, *mention);
            if oblique || stands_as_place(sentence, *mention) { *at += 1 } else { *elsewhere += 1 }
        }
    }
    for (name, (at, elsewhere)) in names.list.iter_mut().zip(uses) {
        let town = |e: &Entry| e.kind == PlaceKind::City && e.weight < METROPOLIS;
        let known = name.qualified || !name.entries.first().is_some_and(town);
        if !known && at * 2 < elsewhere {
            name.place_score = 0;
        }
    }
}

/// Whether a common noun stands right before a name.
fn behind_noun(sentence: &Sentence<'_>, mention: Mention) -> bool {
    let before = mention.first.checked_sub(1).map(|at| &sentence.words[at]);
    before.is_some_and(|word| word.tag == Tag::Noun && !word.is_upper())
}

/// Behind a preposition or a verb of motion, between commas, or in front of what it is part of.
fn stands_as_place(sentence: &Sentence<'_>, mention: Mention) -> bool {
    let words = &sentence.words;
    let led = word_before(words, mention).is_some_and(|at| {
        let before = &words[at];
        before.is(WordClass::PLACE_PREPOSITION | WordClass::MOTION | WordClass::PLACE_ANAPHOR)
            && !before.is(WordClass::NAME_LINK)
            || before.is(WordClass::NAME_LINK) && linked(words, at) > 1
    });
    let comma = words.get(mention.end).is_some_and(|word| word.is_sign(","));
    led || comma
}

/// A namesake in a country that the document speaks of is likelier than one elsewhere that is not
/// much larger.
fn prefer_known_country(name: &mut Name, countries: &FxHashSet<[u8; 2]>) {
    let mentioned = |entry: &Entry| {
        let code = entry.country.and_then(|country| country.as_bytes().try_into().ok());
        code.is_some_and(|code: [u8; 2]| countries.contains(&code))
    };
    let Some(first) = name.entries.first().filter(|first| first.kind == PlaceKind::City) else {
        return;
    };
    let least = first.weight.saturating_sub(MUCH_LARGER);
    let known = name.entries.iter().position(|e| e.weight >= least && mentioned(e));
    if let Some(at) = known.filter(|_| !name.qualified) {
        name.entries.swap(0, at);
        name.place_score += 1;
    }
}

/// "Stalin" was once Donetsk: a town's other name counts where the text speaks of its country.
fn is_doubtful_alias(name: &Name, countries: &FxHashSet<[u8; 2]>) -> bool {
    let Some(entry) = name.entries.first().filter(|_| !name.qualified) else { return false };
    let code = entry.country.and_then(|country| country.as_bytes().try_into().ok());
    let known = code.is_some_and(|code: [u8; 2]| countries.contains(&code));
    // "Hague" is "The Hague", and "Quebec City" Québec.
    let main = fold_name(entry.name);
    let same = main.split(' ').any(|part| name.folded.split(' ').any(|own| own == part));
    entry.kind == PlaceKind::City && entry.weight < METROPOLIS && !known && !same
}

/// The word that says what a name is: "in Oslo and [Bergen]"; that of "in Oslo, [Berg]'s town" is
/// not the preposition.
fn word_before(words: &[Word<'_>], mention: Mention) -> Option<usize> {
    let owns = words.get(mention.end).is_some_and(|next| next.tag == Tag::Genitive);
    if owns { mention.first.checked_sub(1) } else { before_list(words, mention.first) }
}

/// The word before a name, or before the enumeration that the name stands in.
fn before_list(words: &[Word<'_>], mut at: usize) -> Option<usize> {
    let mut joined = false;
    loop {
        let before = &words[at.checked_sub(1)?];
        let joins = before.is_sign(",") || before.is(WordClass::COORDINATOR);
        let listed = joins
            && at >= 2
            && words[at - 2].timex.is_none()
            && (words[at - 2].is_upper() || words[at - 2].is_sign(","));
        let inside = before.is_upper()
            && before.tag == Tag::Name
            && words.get(at).is_some_and(|w| {
                // "the Czech Republic and"
                w.is_sign(",") || w.is(WordClass::COORDINATOR) || joined && w.is_upper()
            });
        joined |= listed;
        // "in the northwestern Tekirdag province"
        if before.tag != Tag::Determiner && !listed && !inside && !before.is(WordClass::COMPASS) {
            return Some(at - 1);
        }
        at -= 1;
    }
}

/// Whether a comma in brackets stands here, right behind a date.
pub(super) fn behind_date(words: &[Word<'_>], comma: usize) -> bool {
    let word = &words[comma];
    word.is_sign(",") && word.depth > 0 && comma > 0 && words[comma - 1].timex.is_some()
}

fn local_score(sentence: &Sentence<'_>, mention: Mention, name: &Name) -> i32 {
    if matches!(name.kind, NameKind::State(_)) {
        return ACCEPTED;
    }
    let words = &sentence.words;
    let mut score = 0;
    if let Some(at) = word_before(words, mention) {
        let before = &words[at];
        // "(born 3 May 1950, Riga)"
        if behind_date(words, at) {
            score += 2;
        }
        if before.is(WordClass::PLACE_ONLY) {
            score += 3;
        } else if before.is(WordClass::NAME_LINK) {
            score += linked(words, at);
        } else if name.oblique && before.tag == Tag::Noun && !before.is(WordClass::ROLE) {
            // A genitive behind its owner: "жителі Херсона".
            score += if owns_places(before) { 2 } else { 1 };
        } else if before.tag == Tag::Noun
            && !before.is_upper()
            && !before.is(WordClass::PLACE_ANAPHOR
                | WordClass::ROLE
                | WordClass::REGION
                | WordClass::WATER)
        {
            // "the cruiser Moskva"
            score -= 3;
        } else if before
            .is(WordClass::PLACE_PREPOSITION | WordClass::MOTION | WordClass::PLACE_ANAPHOR)
        {
            score += 2 + i32::from(name.oblique);
        } else if before.is(WordClass::ROLE) {
            score -= 3;
        }
    }
    if name.kind == NameKind::Place {
        return score + 1 + 2 * i32::from(!name.entries.is_empty());
    }
    let Some(entry) = name.entries.first() else {
        // "the town of Vila Franca" is one, known or not.
        let town = mention.first >= 2
            && words[mention.first - 1].is(WordClass::NAME_LINK)
            && words[mention.first - 2].is(WordClass::PLACE_ANAPHOR)
            && !words[mention.first - 2].is(WordClass::GROUP);
        return if town || happens_there(words, mention) { ACCEPTED } else { -1 };
    };
    score += match entry.weight {
        METROPOLIS.. => 2,
        CITY.. => 1,
        _ => 0,
    };
    if entry.kind != PlaceKind::City {
        score += 1;
    }
    let next = words.get(mention.end);
    // "the Horn of Africa": a town has no article, unless that belongs to a noun behind it.
    let article = mention.first.checked_sub(1).is_some_and(|at| words[at].is(WordClass::ARTICLE));
    let noun = next.is_some_and(|next| next.tag.is_nominal() || next.tag == Tag::Adjective);
    let own = entry.name.split(' ').count() > mention.end - mention.first;
    if article && !noun && !own && entry.kind == PlaceKind::City {
        score -= 3;
    }
    if next.is_some_and(|word| word.is_sign(","))
        && words.get(mention.end + 1).is_some_and(|w| w.is_upper() && w.tag == Tag::Name)
    {
        score += 1;
    }
    // "Union" alone is hardly a town; "Mexico City" is well known as a whole.
    let known_whole = mention.end > mention.first + 1 && entry.weight >= CITY;
    let stops = words[mention.first..mention.end].iter().any(|word| word.is(WordClass::PLACE_STOP));
    if stops && !known_whole {
        score -= 4;
    }
    match name.kind {
        NameKind::Person => score - 5,
        NameKind::Organisation => score - 3,
        _ => score,
    }
}

/// How much "of" speaks for a place: "the town of", "the fall of", "the mayor of" more than "a
/// pupil of".
fn linked(words: &[Word<'_>], link: usize) -> i32 {
    let owner = link.checked_sub(1).map(|at| &words[at]);
    1 + i32::from(owner.is_some_and(owns_places))
}

/// Whether a noun is one that places have: a mayor, a suburb, a fall.
fn owns_places(noun: &Word<'_>) -> bool {
    let places = WordClass::PLACE_ANAPHOR
        | WordClass::REGION
        | WordClass::SITE
        | WordClass::ROLE
        | WordClass::GROUP
        | WordClass::PLACE_PART;
    noun.is(places) || noun.entry.noun.is_some()
}

/// The places that a sentence names, from left to right.
pub(super) fn in_sentence(
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    names: &Names,
) -> Vec<PlaceMention> {
    let mut out = Vec::new();
    let dateline = dateline(&sentence.words);
    for mention in mentions {
        let name = &names.list[mention.name];
        if name.place_score >= ACCEPTED && name.full.is_none() && !modifies(sentence, *mention) {
            let place = name
                .entries
                .first()
                .map_or_else(|| unknown(name, sentence, *mention), |e| e.to_place());
            let role = place_role(sentence, *mention, name);
            let locative = mention.first >= dateline && role != PlaceRole::None;
            let behind = sentence.words.get(mention.end);
            let owns = behind.is_some_and(|next| next.tag == Tag::Genitive);
            let (mut whose, mut with, mut linked) = (false, false, false);
            let before = before_list(&sentence.words, mention.first);
            let state = place.kind == PlaceKind::Country;
            if locative && state {
                linked = before.is_none_or(|at| {
                    let before = &sentence.words[at];
                    before.is(WordClass::NAME_LINK) || !before.is(WordClass::PLACE_PREPOSITION)
                });
            }
            if let Some(at) = before.filter(|_| !locative) {
                whose =
                    is_bearers(&sentence.words, at) || state && names_people(&sentence.words, at);
                let before = &sentence.words[at];
                with = is_other_preposition(before) || state && before.is(WordClass::TOPIC);
            }
            let first = mention.first;
            let in_name = names_treaty(&sentence.words, first);
            let locative = locative && !in_name;
            let names_event = behind.is_some_and(|next| {
                next.entry.noun.is_some() && next.tag.is_nominal() && next.timex.is_none()
            });
            out.push(PlaceMention {
                place,
                first,
                locative,
                led: role == PlaceRole::Led,
                owns,
                in_name,
                linked,
                whose,
                with,
                names_event,
            });
        } else {
            out.extend(inside(sentence, *mention, name));
        }
    }
    out
}

/// How many words the dateline has that opens a report: "AUSTIN, Texas (Reuters) -" says where it
/// was written.
fn dateline(words: &[Word<'_>]) -> usize {
    const LONGEST: usize = 14;
    let dash = words.iter().take(LONGEST).position(|word| word.is(WordClass::DASH));
    let names = |word: &Word<'_>| {
        word.is_upper() || word.depth > 0 || word.timex.is_some() || word.kind == TokenKind::Sign
    };
    dash.filter(|&dash| dash > 0 && words[..dash].iter().all(names)).unwrap_or(0)
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
        words[at].is(WordClass::PLACE_PREPOSITION) || words[at].tag == Tag::Determiner
    });
    behind && !led
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

/// "University of Chicago", "UC Berkeley": a body's name can hold the place where it is.
fn inside(sentence: &Sentence<'_>, mention: Mention, name: &Name) -> Option<PlaceMention> {
    if name.kind != NameKind::Organisation || mention.end - mention.first < 2 {
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
    let place = super::names::text_of(sentence, first, mention.end);
    let entry = Gazetteer::embedded().lookup(&place).into_iter().next()?;
    // "the Supreme Court of Alabama"
    let region = link.is_some() && entry.kind == PlaceKind::Region;
    let town = entry.kind == PlaceKind::City && entry.weight >= CITY;
    (region || town).then(|| PlaceMention {
        place: entry.to_place(),
        first,
        locative: false,
        led: false,
        owns: false,
        in_name: false,
        linked: false,
        whose: false,
        with: false,
        names_event: false,
    })
}
