//! What a place does in its sentence: say where something is, act, say whose people somebody is, or
//! stand in the name of a treaty.

use super::name_parts::is_numbered;
use super::names::{Mention, Name, NameKind};
use super::places::behind_date;
use super::reading::{Sentence, Word};
use crate::event::Category;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// What a place does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlaceRole {
    /// It acts, or says whose or what something is.
    None,
    /// Nothing says that it is where something was, nor that it is not.
    Named,
    /// A preposition or a verb says that something was there.
    Led,
}

/// "in Kyiv", "entered Kyiv", "Kyiv, Ukraine"; a state or a capital that acts is none.
pub(super) fn place_role(sentence: &Sentence<'_>, mention: Mention, name: &Name) -> PlaceRole {
    let words = &sentence.words;
    let mut at = mention.first;
    // "обстріл Харкова": the genitive behind what happened to it.
    let of_event = at
        .checked_sub(1)
        .is_some_and(|before| words[before].entry.noun.is_some_and(|noun| !is_somebodys(noun)));
    if name.oblique && of_event {
        return PlaceRole::Led;
    }
    while let Some(before) = at.checked_sub(1).map(|i| &words[i]) {
        let state = matches!(name.kind, NameKind::State(_));
        let people = before.is(WordClass::NAME_LINK)
            && (says_whose(words, at - 1) || names_people(words, at - 1));
        // "a speech on Norway", "signed for Valencia": neither is where that was.
        let moves = at > 1 && words[at - 2].is(WordClass::MOTION) && words[at - 2].tag.is_verbal();
        let about =
            is_topic(words, at - 1, state, mention) || is_other_preposition(before) && !moves;
        // "in favour of Norway", "under the presidency of Norway"
        let article = |at: usize| usize::from(words[at].is(WordClass::ARTICLE));
        let led = at.checked_sub(3).and_then(|at| at.checked_sub(article(at)));
        let phrasal = before.is(WordClass::NAME_LINK)
            && led.is_some_and(|led| words[led].tag == Tag::Preposition)
            && words[at - 2].is(WordClass::PHRASAL);
        if people || about || phrasal {
            return PlaceRole::None;
        }
        // "in Norway's Oppland region"
        if let Some(owner) = owning_state(words, at) {
            at = owner;
            continue;
        }
        if before.is(WordClass::PLACE_PREPOSITION)
            || behind_date(words, at - 1)
            || before.is(WordClass::MOTION) && before.tag.is_verbal()
            || is_now(words, at)
        {
            return PlaceRole::Led;
        }
        // "In April, Norway": a time is no place that the list goes on from.
        let timed = before.timex.is_some() || at > 1 && words[at - 2].timex.is_some();
        let list = !timed
            && (before.is_sign(",")
                || before.is(WordClass::COORDINATOR)
                || before.tag == Tag::Name);
        let article = before.tag == Tag::Determiner || before.is(WordClass::PLACE_ANAPHOR);
        if !list && !article && before.tag != Tag::Adjective {
            break;
        }
        at -= 1;
    }
    // "shook Norway's south"
    let part = |after: &[Word<'_>]| {
        matches!(after, [genitive, part, ..]
            if genitive.tag == Tag::Genitive && part.is(WordClass::COMPASS))
            && after.get(2).is_none_or(|next| !next.tag.is_nominal())
    };
    if part(&words[mention.end..]) {
        return PlaceRole::Led;
    }
    let state = matches!(name.kind, NameKind::State(_));
    let actor =
        words[mention.first..mention.end].iter().any(|word| word.is(WordClass::CAPITAL_ACTOR));
    if state || actor { PlaceRole::None } else { PlaceRole::Named }
}

/// "talks on Norway", "pressure on Oslo", "a win over Lund": whether a preposition leads what something is
/// about, as far as a place (`state` is whether it is one) can be that, or whom somebody has beaten.
pub(super) fn is_topic(
    words: &[Word<'_>],
    preposition: usize,
    state: bool,
    mention: Mention,
) -> bool {
    let word = &words[preposition];
    let noun = preposition.checked_sub(1).map(|at| &words[at]);
    let won = noun
        .is_some_and(|noun| matches!(noun.entry.noun, Some(Category::Battle | Category::Award)));
    // "an attack on Oslo" is there.
    let acts = || {
        let name = &words[mention.first..mention.end];
        name.iter().any(|word| word.is(WordClass::CAPITAL_ACTOR))
            && noun.is_some_and(|noun| {
                matches!(noun.tag, Tag::Noun | Tag::Nouns) && noun.entry.noun.is_none()
            })
    };
    // "envoys on the Middle East"
    let charged = noun.is_some_and(|noun| noun.is(WordClass::ROLE) && !noun.is(WordClass::GROUP));
    // "raids on Gibraltar" are there, whatever Gibraltar is.
    let struck =
        noun.is_some_and(|noun| noun.tag.is_nominal() && noun.entry.noun == Some(Category::Attack));
    word.is(WordClass::TOPIC) && !struck && (state || charged || acts())
        || word.is(WordClass::BEATEN) && won
}

/// "in what is now Norway": whether the words before a place say what another one is called today.
fn is_now(words: &[Word<'_>], place: usize) -> bool {
    let aside = |word: &&Word<'_>| word.timex.is_some() || word.tag == Tag::Adverb;
    let asides = words[..place].iter().rev().take_while(aside).count();
    let Some([preposition, what, be]) = words[..place - asides].last_chunk() else { return false };
    be.is(WordClass::BE)
        && what.tag == Tag::Relative
        && preposition.is(WordClass::PLACE_PREPOSITION)
        && preposition.tag == Tag::Preposition
}

/// "Norway's Oppland region": where the name starts that owns the region whose name stands at a word.
pub(super) fn owning_state(words: &[Word<'_>], at: usize) -> Option<usize> {
    let owner = at.checked_sub(2).filter(|_| words[at - 1].tag == Tag::Genitive)?;
    let name = words[at..].iter().take_while(|word| word.is_upper()).count();
    let region = WordClass::REGION | WordClass::PLACE_ANAPHOR;
    let is_region = name > 0 && words.get(at + name).is_some_and(|word| word.is(region));
    let named = (0..=owner).rev().take_while(|&at| words[at].is_upper());
    named.last().filter(|_| is_region)
}

/// Whether what a noun names is only said, written or agreed: that is done by somebody, not at a
/// place that it is of.
fn is_somebodys(noun: Category) -> bool {
    matches!(
        noun,
        Category::Statement
            | Category::Agreement
            | Category::Publication
            | Category::Appointment
            | Category::Award
            | Category::Economy
            | Category::Other
    )
}

/// "ore from Norway", "a pupil from Oslo": whether a preposition says where the thing or the person
/// before it is from, and no verb of motion or event does that it left there.
pub(super) fn comes_from(words: &[Word<'_>], preposition: usize) -> bool {
    const REACH: usize = 12;
    if !words[preposition].is(WordClass::SOURCE) {
        return false;
    }
    let mut at = preposition;
    while at > 0 && words[at - 1].tag == Tag::Adverb {
        at -= 1;
    }
    let Some(bearer) = at.checked_sub(1).map(|at| &words[at]) else { return false };
    // "arrived from India"
    if bearer.is(WordClass::ARRIVAL) && bearer.tag.is_verbal() {
        return true;
    }
    if !bearer.tag.is_nominal() || bearer.timex.is_some() {
        return false;
    }
    // "independence from Spain" is not won in Spain; "an expedition from Cadiz" starts there.
    let leaves = |word: &Word<'_>| {
        word.is(WordClass::MOTION) && word.tag.is_verbal()
            || word.tag.is_nominal()
                && matches!(
                    word.entry.noun,
                    Some(
                        Category::Military
                            | Category::Attack
                            | Category::Battle
                            | Category::Launch
                            | Category::Travel
                            | Category::Life
                            | Category::Disaster
                    )
                )
    };
    let before = words[preposition.saturating_sub(REACH)..preposition].iter().rev();
    let mut before = before.take_while(|word| word.kind != TokenKind::Sign);
    let decides = |word: &&Word<'_>| word.timex.is_none() && (leaves(word) || word.tag.is_verbal());
    !before.find(decides).is_some_and(leaves)
}

/// "en route to Nairobi", not "on a route in Kenya": whether a preposition says where somebody is only going.
pub(super) fn goes_to(words: &[Word<'_>], preposition: usize) -> bool {
    words[preposition].is(WordClass::PLACE_PREPOSITION)
        && preposition.checked_sub(1).is_some_and(|at| {
            let inside = |word: &&Word<'_>| word.tag == Tag::Adjective || word.tag == Tag::Noun;
            let opener = words[..at].iter().rev().find(|word| !inside(word));
            words[at].is(WordClass::BOUND)
                && !opener.is_some_and(|word| word.is(WordClass::INDEFINITE))
        })
}

/// "fell to Moscow's forces": whether a place only says whose the people are that stand behind it.
pub(super) fn owns_people(words: &[Word<'_>], end: usize) -> bool {
    if words.get(end).is_none_or(|next| next.tag != Tag::Genitive) {
        return false;
    }
    let inside = |word: &&Word<'_>| word.tag.leads_noun() || word.tag.is_nominal();
    let owned = words[end + 1..].iter().take_while(inside).filter(|word| word.tag.is_nominal());
    let place = WordClass::PLACE_ANAPHOR | WordClass::PLACE_PART;
    owned.last().is_some_and(|noun| noun.is(WordClass::GROUP) && !noun.is(place))
}

/// "raised the flag of Norway", not "held parts of Norway" nor "in the middle of Norway": whether a
/// state only says whose something is that stands at no place.
pub(super) fn is_attribute(words: &[Word<'_>], link: usize) -> bool {
    let Some(owner) = link.checked_sub(1).filter(|_| words[link].is(WordClass::NAME_LINK)) else {
        return false;
    };
    let noun = &words[owner];
    let plain = noun.tag == Tag::Noun
        && !noun.is_upper()
        && noun.timex.is_none()
        && noun.entry.noun.is_none()
        && !noun.is(WordClass::MEASURE)
        && !is_of_places_or_people(noun);
    let inside = |word: &Word<'_>| word.tag.leads_noun() || word.tag == Tag::Noun;
    let opener = (0..owner).rev().find(|&at| !inside(&words[at])).map(|at| &words[at]);
    plain
        && opener
            .is_some_and(|word| word.tag.is_verbal() && !word.is(WordClass::MOTION | WordClass::BE))
}

/// "the north of", "the mayor of": whether what a noun names is at a place, or of its people, and not only a thing that it has.
pub(super) fn is_of_places_or_people(noun: &Word<'_>) -> bool {
    noun.is(WordClass::PLACE_ANAPHOR
        | WordClass::PLACE_PART
        | WordClass::REGION
        | WordClass::SITE
        | WordClass::WATER
        | WordClass::COMPASS
        | WordClass::ROLE
        | WordClass::GROUP)
}

/// "the Treaty of", "the Pact of": the place is where that was signed.
pub(super) fn names_treaty(words: &[Word<'_>], first: usize) -> bool {
    first >= 2
        && words[first - 1].is(WordClass::NAME_LINK)
        && words[first - 2].is_upper()
        && words[first - 2].entry.noun == Some(Category::Agreement)
}

/// "the Battle of the Wilderness": what a battle is named after is where it was, known or not.
pub(super) fn names_battle(words: &[Word<'_>], mention: Mention) -> bool {
    let before = mention.first.checked_sub(1);
    let article = before.filter(|&at| words[at].is(WordClass::ARTICLE));
    let link = article.map_or(before, |at| at.checked_sub(1));
    let named =
        link.filter(|&at| words[at].is(WordClass::NAME_LINK)).and_then(|at| at.checked_sub(1));
    // "the War of Independence": a war is not fought where its name says.
    named.is_some_and(|at| {
        let entry = &words[at].entry;
        words[at].is_upper()
            && entry.noun == Some(Category::Battle)
            && entry.verb == entry.noun
            && words[mention.first].text.len() > 1
    })
}

/// Whether a word links a state to people of it: "the ministers of", not "the University of".
pub(super) fn names_people(words: &[Word<'_>], link: usize) -> bool {
    let Some(owner) = link.checked_sub(1).map(|at| &words[at]) else { return false };
    words[link].is(WordClass::NAME_LINK)
        && ((!owner.is_upper() || owner.is(WordClass::ROLE)) && says_whose(words, link)
            || is_bearers(words, link))
}

/// "Prime Minister Kishida Fumio of Japan", "King Augustus II of Saxony": whether a word links a
/// place to somebody's name.
pub(super) fn is_bearers(words: &[Word<'_>], link: usize) -> bool {
    let Some(owner) = link.checked_sub(1).map(|at| &words[at]) else { return false };
    let kinds = WordClass::ORGANISATION
        | WordClass::GROUP
        | WordClass::REGION
        | WordClass::WATER
        | WordClass::SITE
        | WordClass::COMPASS
        | WordClass::PLACE_ANAPHOR
        | WordClass::PLACE_PART;
    let named = (0..link).rev().take_while(|&at| words[at].is_upper());
    let numbered = is_numbered(owner);
    words[link].is(WordClass::NAME_LINK)
        && (owner.tag == Tag::Name || numbered)
        && named.clone().count() > 1
        && named.into_iter().all(|at| {
            let word = &words[at];
            (!word.is(kinds) || word.is(WordClass::ROLE))
                && word.entry.noun.is_none()
                && word.timex.is_none()
        })
}

/// Whether a word is a preposition that is not one of places.
pub(super) fn is_other_preposition(word: &Word<'_>) -> bool {
    let places = WordClass::PLACE_PREPOSITION | WordClass::ANCHOR | WordClass::MOTION;
    word.tag == Tag::Preposition
        && word.timex.is_none()
        && word.entry.verb.is_none()
        && !word.is(places | WordClass::COMPLEMENTISER | WordClass::SUBORDINATOR)
}

/// "the ministers of trade of Norway", "the duke of York": whose or what they are, not where.
fn says_whose(words: &[Word<'_>], mut link: usize) -> bool {
    let who = WordClass::ROLE | WordClass::GROUP;
    while let Some(owner) = link.checked_sub(1).map(|at| &words[at]) {
        if owner.is(who) && !owner.is(WordClass::PLACE_ANAPHOR | WordClass::PLACE_PART) {
            return true;
        }
        // "the ministers of foreign trade of"
        let mut first = link - 1;
        while first > 0
            && owner.tag.is_nominal()
            && (words[first - 1].tag == Tag::Adjective || words[first - 1].tag == Tag::Name)
        {
            first -= 1;
        }
        let chained =
            owner.tag.is_nominal() && first > 0 && words[first - 1].is(WordClass::NAME_LINK);
        if !chained {
            return false;
        }
        link = first - 1;
    }
    false
}

/// "was born in Lyme Regis", "was killed near Evarts": what a preposition of place leads behind a
/// verb of something that happens somewhere is a place, known or not.
pub(super) fn happens_there(words: &[Word<'_>], mention: Mention) -> bool {
    const REACH: usize = 4;
    let led = mention.first.checked_sub(1).filter(|&at| words[at].is(WordClass::PLACE_ONLY));
    let Some(led) = led else { return false };
    let name = &words[mention.first..mention.end];
    let plain = name.iter().all(|word| {
        word.is_upper()
            && word.text.chars().skip(1).any(char::is_lowercase)
            && word.entry.noun.is_none()
            && word.entry.verb.is_none()
            && !word.is(WordClass::PLACE_STOP | WordClass::ROLE | WordClass::GROUP)
    });
    let somewhere = |word: &Word<'_>| {
        word.tag.is_verbal()
            && matches!(
                word.entry.verb,
                Some(
                    Category::Birth
                        | Category::Death
                        | Category::Attack
                        | Category::Battle
                        | Category::Disaster
                        | Category::Accident
                )
            )
    };
    // "killed in Shia areas"
    let modifies = words.get(mention.end).is_some_and(|next| {
        next.tag.is_nominal()
            && next.timex.is_none()
            && !next.is_upper()
            && !next.is(WordClass::SITE)
    });
    plain
        && !modifies
        && words[led.saturating_sub(REACH)..led]
            .iter()
            .rev()
            .take_while(|word| word.kind != TokenKind::Sign)
            .any(somewhere)
}
