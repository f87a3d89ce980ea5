//! Where an event was.

use super::assemble::{Setting, is_life, row};
use super::clause::ClauseKind;
use super::gapping::Part;
use super::place_mention::PlaceMention;
use super::places::before_list;
use super::pointed::pointed_at;
use super::reading::Word;
use super::row::Row;
use super::scope::Scope;
use super::the_country::country_meant;
use super::verb_group::{Tense, VerbGroup};
use super::whose_place::{Whose, is_physical, is_reason, whose_place};
use super::{Candidate, Reading};
use crate::event::{Category, Place, PlaceKind};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;
use crate::time::Granularity;

/// Where an event was: in its own clause, in its sentence, where the text is, what it is about.
pub(super) fn places(text: &Reading<'_>, scope: &Scope<'_>, setting: &Setting<'_>) -> Vec<Place> {
    if is_death_beside_birth(text, scope.candidate) {
        return Vec::new();
    }
    told_places(text, scope, setting)
}

/// The places that the words around an event tell of it.
fn told_places(text: &Reading<'_>, scope: &Scope<'_>, setting: &Setting<'_>) -> Vec<Place> {
    let (candidate, within) = (scope.candidate, &scope.within);
    let found = &text.places[candidate.sentence];
    if let Some(row) = row(text, candidate).filter(Row::is_table) {
        let sentence = &text.sentences[candidate.sentence];
        let telling = row.telling(&sentence.words, Some(candidate.head.word));
        let own = row.places(sentence, telling);
        if !own.is_empty() {
            return own;
        }
    }
    let words = &text.sentences[candidate.sentence].words;
    let physical = is_physical(candidate.head.category);
    let inside = |place: &&PlaceMention| within.binary_search(&place.first).is_ok();
    let others = |place: &&PlaceMention| {
        let of = whose_place(words, place.first, candidate.head, scope.subject);
        let state = place.place.kind == PlaceKind::Country;
        of == Whose::Journey
            || of == Whose::Reason && !physical
            || of == Whose::Object && (is_reaction(candidate) || state && is_wording(candidate))
            || is_aimed(text, candidate, place.first)
    };
    let local: Vec<&PlaceMention> =
        found.iter().filter(|place| place.locative && inside(place) && !others(place)).collect();
    if !local.is_empty() {
        return unique(told_by(local));
    }
    if is_life(text, candidate) && within.last() > Some(&candidate.head.word) {
        return Vec::new();
    }
    if let Some(place) = where_it_was(text, candidate) {
        return place;
    }
    let objects = own_objects(text, candidate);
    if !objects.is_empty() {
        return unique(objects);
    }
    // A place in a clause with an event of its own is that one's.
    // What is only named in another clause acts or is spoken of there, unless it is what was said.
    let clauses = &text.clauses[candidate.sentence];
    let said = |at: usize| {
        let owner = &clauses.list[clauses.owner[at]];
        owner.kind == ClauseKind::Complement && owner.parent == Some(candidate.clause)
    };
    let free = |place: &&PlaceMention| {
        // "While they redrew the map of Europe, he escaped": a continent is no place of its own.
        let continent = place.place.kind == PlaceKind::Region && place.place.country.is_none();
        place.locative
            && !continent
            && !was_sent(text, candidate, place.first)
            && !was_before(text, candidate, place.first)
            && !is_of_main(text, candidate, place.first)
            && !others(place)
            && (place.led || said(place.first))
            && !setting.is_others(text, candidate, place.first)
    };
    // "Poland joined, moving the border of the alliance to Belarus": the one that acts goes first.
    let acts = found.iter().any(|place| {
        place.place.kind == PlaceKind::Country && scope.subject.contains(&place.first)
    });
    let free =
        |place: &&PlaceMention| free(place) && !(acts && place.place.kind == PlaceKind::Country);
    let near: Vec<&PlaceMention> = found.iter().filter(free).collect();
    if !near.is_empty()
        && text.clauses[candidate.sentence].list[candidate.clause].kind != ClauseKind::Relative
    {
        return unique(near);
    }
    if let Some(place) = pointed_at(text, scope, setting) {
        return vec![place];
    }
    if let Some(country) = country_meant(text, scope) {
        return vec![country];
    }
    let weak: Vec<&PlaceMention> = found
        .iter()
        .filter(|place| inside(place) && !others(place) && !only_acts(words, scope, place))
        .collect();
    match setting.town.filter(|town| town.is_focus) {
        Some(town)
            if physical
                && !is_long_ago(text, candidate)
                && weak.iter().all(|place| place.place.kind == PlaceKind::Country) =>
        {
            vec![town.place.clone()]
        }
        _ => unique(weak),
    }
}

/// Whether a place that a clause names, and no preposition leads, only acts, owns or is spoken of there.
fn only_acts(words: &[Word<'_>], scope: &Scope<'_>, place: &PlaceMention) -> bool {
    let candidate = scope.candidate;
    let physical = is_physical(candidate.head.category);
    let subject = scope.subject.contains(&place.first);
    // "Russia's strikes" are not in Russia, nor is a state that attacks where the attack is.
    let attack = candidate.head.category == Category::Attack;
    // Whom somebody praises or asks is no place, nor is a state where it is told of others.
    let behind = place.first > candidate.head.word && !subject;
    let state = place.place.kind == PlaceKind::Country;
    let is_object = behind && !candidate.head.nominal && !physical && state;
    // "A day after Moscow launched an invasion": the capital stands for its state.
    let is_state = subject && words[place.first].is(WordClass::CAPITAL_ACTOR);
    // "was elected President of Kenya"
    let takes_office =
        matches!(candidate.head.category, Category::Appointment | Category::Election);
    let is_office = takes_office
        && place.whose
        && behind
        && before_list(words, place.first)
            .and_then(|link| link.checked_sub(1))
            .is_some_and(|role| words[role].is(WordClass::ROLE));
    !is_office
        && (place.whose
            || is_state
            || place.origin
            || place.hangs && !candidate.head.nominal
            || place.in_name && candidate.head.category != Category::Agreement
            || place.with && !physical
            || is_object
            || state && (attack || physical && place.owns))
}

/// "Orr (1820 - 1890) was born in Riga": whether a candidate is the death in a bracket, beside a verb that tells of the
/// birth, and so of where that was.
fn is_death_beside_birth(text: &Reading<'_>, candidate: &Candidate) -> bool {
    let words = &text.sentences[candidate.sentence].words;
    let verb = text.clauses[candidate.sentence].list[candidate.clause].verb;
    let born = verb.is_some_and(|verb| words[verb.head].entry.verb == Some(Category::Birth));
    born && is_life(text, candidate) && candidate.head.category == Category::Death
}

/// "He left in May, and the pace, after six months in Paris, wore him out": whether a place in another
/// clause is only where something was before.
fn was_before(text: &Reading<'_>, candidate: &Candidate, at: usize) -> bool {
    let words = &text.sentences[candidate.sentence].words;
    let sign = words[..at].iter().rposition(|word| word.kind == TokenKind::Sign);
    let opener = sign.and_then(|sign| words.get(sign + 1));
    text.clauses[candidate.sentence].owner[at] != candidate.clause
        && !is_physical(candidate.head.category)
        && opener.is_some_and(is_reason)
}

/// "annexed Riga in 1621 and Tartu in 1625": the second object stands as the first one does.
fn own_objects<'t>(text: &'t Reading<'_>, candidate: &Candidate) -> Vec<&'t PlaceMention> {
    let words = &text.sentences[candidate.sentence].words;
    let verb = text.clauses[candidate.sentence].list[candidate.clause].verb;
    let goes = verb.is_some_and(|verb| words[verb.head].is(WordClass::MOTION));
    let part = candidate.time.part.filter(|_| goes);
    let own = |part: Part| {
        text.places[candidate.sentence].iter().filter(move |place| part.is_own(place.first))
    };
    part.into_iter().flat_map(own).collect()
}

/// "As the war ended in 1918, a revolt broke out in Riga": whether a place stands in the main clause, which tells what
/// happened there itself, behind an event's clause that says when.
fn is_of_main(text: &Reading<'_>, candidate: &Candidate, place: usize) -> bool {
    let clauses = &text.clauses[candidate.sentence];
    let words = &text.sentences[candidate.sentence].words;
    let main = &clauses.list[clauses.owner[place]];
    let happens = main.verb.is_some_and(|verb| {
        verb.tense == Tense::Past && !words[verb.head].is(WordClass::BE) && !verb.negated
    });
    clauses.extent(candidate.clause).0 == 0
        && clauses.list[candidate.clause].kind == ClauseKind::Subordinate
        && main.kind == ClauseKind::Main
        && happens
}

/// "moved from Oslo to Riga, where he died": the place that such a clause hangs on; none where it is one that is not
/// known. Nothing is told of a clause that names one of its own.
fn where_it_was(text: &Reading<'_>, candidate: &Candidate) -> Option<Vec<Place>> {
    let (words, clauses) =
        (&text.sentences[candidate.sentence].words, &text.clauses[candidate.sentence]);
    let opener = clauses.extent(candidate.clause).0;
    let comma = opener.checked_sub(1).filter(|&at| words[at].is_sign(","))?;
    let named = comma.checked_sub(1).filter(|&at| words[at].tag == Tag::Name)?;
    if !words[opener].is(WordClass::WHERE) {
        return None;
    }
    let name = |&at: &usize| words[at].tag == Tag::Name && words[at].is_upper();
    let first = (0..=named).rev().take_while(name).last()?;
    let mut found = text.places[candidate.sentence].iter();
    Some(
        found
            .find(|place| (first..=named).contains(&place.first))
            .map(|m| m.place.clone())
            .into_iter()
            .collect(),
    )
}

/// "was signed on the 29th, and he sent a letter to Riga": whether a place is only where something went
/// in a clause behind an event's.
fn was_sent(text: &Reading<'_>, candidate: &Candidate, place: usize) -> bool {
    let (words, clauses) =
        (&text.sentences[candidate.sentence].words, &text.clauses[candidate.sentence]);
    let owner = &clauses.list[clauses.owner[place]];
    clauses.owner[place] > candidate.clause
        && place.checked_sub(1).is_some_and(|at| words[at].is(WordClass::TARGET))
        && owner.kind == ClauseKind::Coordinate
        && owner.verb.is_some_and(|verb| !words[verb.head].is(WordClass::MOTION))
}

/// Whether news look back at an event of years ago: it need not have been where they are from.
fn is_long_ago(text: &Reading<'_>, candidate: &Candidate) -> bool {
    let date = text.date_of(candidate.sentence).filter(|_| text.about.news);
    date.zip(candidate.time.interval).is_some_and(|(date, interval)| {
        interval.latest_end().plus(YEARS_AGO, Granularity::Year) <= date.interval.earliest_start()
    })
}

/// From how many years back on.
const YEARS_AGO: i64 = 2;

/// "voted to authorise sending troops into Iraq": whether a place is only where something is to be done that is
/// decided on, two verbs on.
fn is_aimed(text: &Reading<'_>, candidate: &Candidate, place: usize) -> bool {
    let clause = &text.clauses[candidate.sentence].list[candidate.clause];
    let decides = is_wording(candidate)
        || matches!(candidate.head.category, Category::Election | Category::Statement);
    let behind = |inner: &&VerbGroup| inner.first > candidate.head.word && inner.end <= place;
    let mut inner = clause.inner.iter().filter(behind);
    decides
        && inner.next().is_some_and(|first| first.tense == Tense::Infinitive)
        && inner.next().is_some_and(|second| second.tense == Tense::Gerund)
}

/// Whether an event is only what somebody says of others.
fn is_reaction(candidate: &Candidate) -> bool {
    matches!(candidate.head.category, Category::Statement)
}

/// Whether an event is a word that is spoken or written: a ruling on deaths in another country need
/// not have been given there.
fn is_wording(candidate: &Candidate) -> bool {
    matches!(
        candidate.head.category,
        Category::Legal
            | Category::Publication
            | Category::Policy
            | Category::Agreement
            | Category::Meeting
    )
}

/// "Leaders of Norway and Sweden met in Riga": where a town or a site is named, states that things
/// are of say whose they are, unless the town is theirs.
fn told_by(mut mentions: Vec<&PlaceMention>) -> Vec<&PlaceMention> {
    let at: Vec<Option<String>> = mentions
        .iter()
        .filter(|mention| matches!(mention.place.kind, PlaceKind::City | PlaceKind::Site))
        .map(|mention| mention.place.country.as_ref().map(ToString::to_string))
        .collect();
    if !at.is_empty() {
        mentions.retain(|mention| {
            let own = mention.place.country.as_ref().map(ToString::to_string);
            !mention.linked || at.contains(&own)
        });
    }
    mentions
}

fn unique(mentions: Vec<&PlaceMention>) -> Vec<Place> {
    // Events are kept by the million: their lists have no room to spare.
    let mut out: Vec<Place> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        if !out.iter().any(|place| place.name == mention.place.name) {
            out.push(mention.place.clone());
        }
    }
    // A country behind a town only says where the town is.
    if out.iter().any(|place| place.kind != PlaceKind::Country) {
        out.sort_by_key(|place| place.kind == PlaceKind::Country);
    }
    out
}
