//! What kind of event it is.

use super::antecedent;
use super::names::NameKind;
use super::reading::Word;
use super::{Candidate, Reading};
use crate::event::Category;
use crate::language::{Tag, WordClass};

/// The category of a head whose own says little beside who acts: a court affirms, a storm hits.
fn by_actor(
    text: &Reading<'_>,
    words: &[Word<'_>],
    subject: &[usize],
    candidate: &Candidate,
) -> Category {
    let own = candidate.head.category;
    let passive = text.clauses[candidate.sentence].list[candidate.clause]
        .verb
        .is_some_and(|verb| verb.passive);
    // "tens of thousands of protesters" are protesters.
    let counts = |at: usize| words[at].tag.is_nominal() && !words[at].is(WordClass::NUMERAL);
    // "der Gründer der Bank": where the genitive follows, the first noun acts.
    let syntax = text.clauses[candidate.sentence].syntax;
    let head_first = syntax.head_first || syntax.capital_nouns;
    let mut actor = None;
    for at in subject {
        if counts(*at) && !(head_first && actor.is_some()) {
            actor = Some(at);
        } else if actor.is_some() && words[*at].tag == Tag::Preposition {
            break;
        }
    }
    if candidate.head.nominal || passive {
        return own;
    }
    let Some(actor) = actor else { return by_pronoun(text, candidate, subject.first()) };
    // "Paris fell"
    let place = |mention: &super::place_mention::PlaceMention| mention.first == *actor;
    if own == Category::Accident && text.places[candidate.sentence].iter().any(place) {
        return Category::Military;
    }
    text.language.actor(&words[*actor].lower()).map_or(own, |theirs| given_way(own, theirs))
}

/// "A quake hit Samara. It struck at noon": the category of an act by what "it" stands for.
fn by_pronoun(text: &Reading<'_>, candidate: &Candidate, subject: Option<&usize>) -> Category {
    let own = candidate.head.category;
    let words = &text.sentences[candidate.sentence].words;
    let harms = matches!(own, Category::Attack | Category::Battle | Category::Death);
    let pronoun = |at: &usize| words[*at].is_personal() && words[*at].is(WordClass::NEUTER);
    let thing = subject
        .copied()
        .filter(|at| harms && pronoun(at))
        .and_then(|at| antecedent::of_pronoun(text, candidate.sentence, at));
    let actor = thing.as_deref().and_then(|thing| thing.rsplit(' ').next());
    let theirs = actor.and_then(|actor| text.language.actor(&actor.to_lowercase()));
    theirs.map_or(own, |theirs| given_way(own, theirs))
}

/// The category of an act whose own may say less than that of who acts.
const fn given_way(own: Category, theirs: Category) -> Category {
    let gives_way = match theirs {
        Category::Legal => matches!(
            own,
            Category::Statement
                | Category::Policy
                | Category::Award
                | Category::Publication
                | Category::Other
        ),
        Category::Accident => {
            matches!(own, Category::Attack | Category::Death | Category::Battle | Category::Crime)
        }
        Category::Disaster => matches!(
            own,
            Category::Attack
                | Category::Other
                | Category::Death
                | Category::Battle
                | Category::Crime
                | Category::Accident
        ),
        Category::Protest => {
            matches!(own, Category::Military | Category::Other | Category::Meeting)
        }
        _ => matches!(own, Category::Other),
    };
    if gives_way { theirs } else { own }
}

/// The category of its head; of sums and shares that are lost, fall or are recorded another.
pub(super) fn category(
    text: &Reading<'_>,
    within: &[usize],
    subject: &[usize],
    candidate: &Candidate,
) -> Category {
    let words = &text.sentences[candidate.sentence].words;
    let own = by_actor(text, words, subject, candidate);
    let unsure = matches!(
        own,
        Category::Election
            | Category::Battle
            | Category::Accident
            | Category::Disaster
            | Category::Publication
            | Category::Other
    );
    let money = |&at: &usize| {
        // "Ezra Pound"
        let person = || {
            let mentions = &text.names.mentions[candidate.sentence];
            let mut own = mentions.iter().filter(|own| (own.first..own.end).contains(&at));
            own.any(|own| text.names.full(own.name).kind == NameKind::Person)
        };
        words[at].is(WordClass::MONEY) && !(words[at].is_upper() && person())
            || matches!(words[at].text, "$" | "€" | "£" | "%")
    };
    let people = |&at: &usize| words[at].is(WordClass::GROUP);
    if unsure && within.iter().any(money) && !within.iter().any(people) {
        return Category::Economy;
    }
    own
}
