//! Which names are places, and which places they are.

use rustc_hash::FxHashSet;

use super::names::{Mention, Name, NameKind, Names};
use super::place_role::{happens_there, names_battle, owning_state};
use super::reading::{Sentence, Word};
use super::stray::is_elsewhere;
use crate::event::PlaceKind;
use crate::gazetteer::{Entry, Gazetteer, fold_name};
use crate::language::{EventWords, Tag, WordClass};

/// From this score on a name is taken for a place.
pub(super) const ACCEPTED: i32 = 3;
/// Four times the binary logarithm of a million and of a hundred thousand people.
pub(super) const METROPOLIS: u8 = 80;
pub(super) const CITY: u8 = 66;
/// The same for eight times as many people.
pub(super) const MUCH_LARGER: u8 = 12;

/// A name that is a place's as it stands counts for so much more than one that is a case of
/// another place's name.
const AS_WRITTEN: u8 = 8;

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
    super::stray::reject_surnames(names, sentences, words);
    super::stray::unplace(names, &countries, words);
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
    if !matches!(name.kind, NameKind::State(_))
        && let Some(country) = name.entries.first().filter(|e| e.kind == PlaceKind::Country)
        && let Some(code) = country.country.and_then(|c| c.as_bytes().try_into().ok())
    {
        name.kind = NameKind::State(code);
    }
    if let NameKind::State(own) = name.kind {
        let code = std::str::from_utf8(&own).unwrap_or_default().to_owned();
        if !name.entries.iter().any(|entry| entry.kind == PlaceKind::Country) {
            name.entries.clear();
        }
        // Georgia is a state of the United States too.
        let country = Gazetteer::embedded().country(own);
        let far = |entry: &Entry| {
            country.is_some_and(|country| is_elsewhere(entry.coordinates, country.coordinates))
        };
        name.entries.retain(|entry| {
            let region = || entry.kind == PlaceKind::Region && fold_name(entry.name) == name.folded;
            entry.country == Some(code.as_str()) || region() && far(entry)
        });
        if name.entries.is_empty() {
            // A name that only the language knows: "the Netherlands", "the DPRK".
            name.entries.extend(Gazetteer::embedded().country(own));
        }
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
    led || comma || befell(words, mention.end) > 2
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
    // "Fort Washington" was once Cincinnati.
    let several = name.folded.contains(' ') && entry.weight < METROPOLIS;
    let little_known = entry.weight < METROPOLIS && !known;
    if entry.kind != PlaceKind::City || !little_known && !several {
        return false;
    }
    let main = fold_name(entry.name);
    !shares_word(&main, &name.folded) && (little_known || !is_spelling(&main, &name.folded))
}

/// "Hague" is "The Hague", and "Quebec City" Québec.
fn shares_word(main: &str, name: &str) -> bool {
    main.split(' ').any(|part| name.split(' ').any(|own| own == part))
}

/// Whether a name is another spelling of the main one: "Pusan" of "Busan", "Hague" of "The Hague".
pub(super) fn is_spelling(main: &str, name: &str) -> bool {
    const SHARED: usize = 3;
    let alike = main.chars().zip(name.chars()).filter(|(a, b)| a == b).count();
    let half = main.chars().count().max(name.chars().count()) / 2;
    shares_word(main, name)
        || alike > half
        || main.chars().zip(name.chars()).take_while(|(a, b)| a == b).count() >= SHARED
}

/// The word that says what a name is: "in Oslo and [Bergen]"; that of "in Oslo, [Berg]'s town" is
/// not the preposition.
fn word_before(words: &[Word<'_>], mention: Mention) -> Option<usize> {
    let owns = words.get(mention.end).is_some_and(|next| next.tag == Tag::Genitive);
    if owns { mention.first.checked_sub(1) } else { before_list(words, mention.first) }
}

/// The word before a name, or before the enumeration that the name stands in.
pub(super) fn before_list(words: &[Word<'_>], mut at: usize) -> Option<usize> {
    let mut joined = false;
    loop {
        if let Some(owner) = owning_state(words, at) {
            at = owner;
        }
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
        } else if before.is(WordClass::PLACE_VERB) && before.tag.is_verbal() {
            score += moved_on(before);
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
        // "генерала армії Жукова"
        let of_role = at > 0 && before.tag == Tag::Noun && words[at - 1].is(WordClass::ROLE);
        let fits = before.is(WordClass::PLACE_ANAPHOR | WordClass::REGION | WordClass::PLACE_PART);
        let town = name
            .entries
            .first()
            .is_some_and(|entry| entry.kind == PlaceKind::City && entry.weight < METROPOLIS);
        if of_role && !fits && !before.is_upper() && town && at + 1 == mention.first {
            score -= 4;
        }
    }
    score += befell(words, mention.end);
    score += if is_called_town(words, mention.first) { 3 } else { 0 };
    if names_another(words, mention, name) {
        score -= 6;
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
        let there = town || happens_there(words, mention) || names_battle(words, mention);
        return if there { ACCEPTED } else { -1 };
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
    // "a fire in Houston", "the city of Jackson"
    let led = entry.weight >= CITY
        && next.is_none_or(|next| next.tag != Tag::Genitive)
        && word_before(words, mention).is_some_and(|at| {
            let called = at.checked_sub(1).is_some_and(|at| words[at].is(WordClass::PLACE_ANAPHOR));
            words[at].is(WordClass::PLACE_ONLY) || words[at].is(WordClass::NAME_LINK) && called
        });
    if stops && !known_whole {
        score -= if led { 1 } else { 4 };
    }
    match name.kind {
        NameKind::Person => score - 5,
        NameKind::Organisation => score - 3,
        _ => score,
    }
}

/// "at another small town, Lund,": whether the word before the comma in front of a name says that it is a town's.
fn is_called_town(words: &[Word<'_>], first: usize) -> bool {
    let [.., town, comma] = &words[..first] else { return false };
    comma.is_sign(",")
        && town.is(WordClass::PLACE_ANAPHOR)
        && !town.is(WordClass::GROUP)
        && !town.is_upper()
}

/// "wrote in The Atlantic", "the Irish Free State": whether the word before a name says that it is a
/// paper's, or another country's than that whose place is called so too.
fn names_another(words: &[Word<'_>], mention: Mention, name: &Name) -> bool {
    let Some(entry) = name.entries.first() else { return false };
    let Some(at) = mention.first.checked_sub(1) else { return false };
    let before = &words[at];
    let titled = at > 0 && before.is(WordClass::ARTICLE) && before.is_upper();
    let other = |country: [u8; 2]| entry.country.is_some_and(|own| own.as_bytes() != country);
    titled && entry.kind == PlaceKind::Water
        || before.entry.country.is_some_and(other) && fold_name(entry.name) != name.folded
}

/// "Lund was besieged": how much what befell a name speaks for its being a place.
fn befell(words: &[Word<'_>], end: usize) -> i32 {
    if !words.get(end).is_some_and(|word| word.is(WordClass::BE)) {
        return 0;
    }
    let inside = |word: &&Word<'_>| word.is(WordClass::BE) || word.tag == Tag::Adverb;
    let verb = words[end..].iter().find(|word| !inside(word));
    verb.filter(|verb| verb.tag == Tag::Participle).map_or(0, moved_on)
}

/// How much a verb speaks for its object's being a place: "besieged" more than "hit".
fn moved_on(verb: &Word<'_>) -> i32 {
    if verb.is(WordClass::PLACE_VERB) {
        3
    } else if verb.is(WordClass::MOTION) {
        2
    } else {
        0
    }
}

/// How much "of" speaks for a place: "the town of", "the fall of", "the mayor of" more than "a
/// pupil of".
fn linked(words: &[Word<'_>], link: usize) -> i32 {
    let owner = link.checked_sub(1).map(|at| &words[at]);
    let town = |owner: &Word<'_>| owner.is(WordClass::PLACE_ANAPHOR) && !owner.is(WordClass::GROUP);
    1 + i32::from(owner.is_some_and(owns_places)) + i32::from(owner.is_some_and(town))
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
