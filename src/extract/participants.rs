//! Who takes part in an event.

use smallvec::SmallVec;

use super::names::{Mention, NameKind, Names};
use super::reading::Sentence;
use crate::event::{Participant, ParticipantKind};
use crate::gazetteer::Gazetteer;
use crate::language::{Tag, WordClass};

/// The most participants that an event keeps.
const LIMIT: usize = 8;

/// The participants that a set of words of a sentence names, in their order.
pub(super) fn participants(
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    names: &Names,
    within: &[usize],
) -> Vec<Participant> {
    let mut found: SmallVec<[Found<'_>; LIMIT]> = SmallVec::new();
    for mention in mentions {
        if within.binary_search(&mention.first).is_err() {
            continue;
        }
        let name = names.full(mention.name);
        let kind = match name.kind {
            NameKind::Person => ParticipantKind::Person,
            NameKind::Organisation => ParticipantKind::Organisation,
            NameKind::State(_) if !follows_place_preposition(sentence, mention.first) => {
                ParticipantKind::State
            }
            _ => continue,
        };
        let shown = match (kind, name.entries.first()) {
            (ParticipantKind::State, Some(entry)) => entry.name,
            _ => &name.text,
        };
        found.push(Found { at: mention.first, name: shown, kind, role: name.role.as_deref() });
    }
    let within = if sentence.names_country { within } else { &[] };
    for &at in within {
        let word = &sentence.words[at];
        let state = word.entry.country.and_then(|code| Gazetteer::embedded().country(code));
        if let Some(state) = state {
            found.push(Found { at, name: state.name, kind: ParticipantKind::State, role: None });
        }
    }
    found.sort_by_key(|found| found.at);
    // Events are kept by the million: their lists have no room to spare.
    let mut out: Vec<Participant> = Vec::with_capacity(found.len().min(LIMIT));
    for Found { name, kind, role, .. } in found {
        if out.len() < LIMIT && !out.iter().any(|known| known.name == name) {
            out.push(Participant { name: name.to_owned(), kind, role: role.map(str::to_owned) });
        }
    }
    out
}

/// One who may take part: the word where the name stands, and what is told of the bearer.
struct Found<'a> {
    at: usize,
    name: &'a str,
    kind: ParticipantKind,
    role: Option<&'a str>,
}

fn follows_place_preposition(sentence: &Sentence<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        let word = &sentence.words[before];
        word.is(WordClass::PLACE_PREPOSITION)
            && word.tag == Tag::Preposition
            && !word.is(WordClass::NAME_LINK)
    })
}
