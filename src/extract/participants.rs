//! Who takes part in an event.

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
    let mut found: Vec<(usize, Participant)> = Vec::new();
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
            (ParticipantKind::State, Some(entry)) => entry.name.to_owned(),
            _ => name.text.clone(),
        };
        found.push((mention.first, Participant { name: shown, kind, role: name.role.clone() }));
    }
    for &at in within {
        let word = &sentence.words[at];
        let state = word.entry.country.and_then(|code| Gazetteer::embedded().country(code));
        if let Some(state) = state {
            let name = state.name.to_owned();
            found.push((at, Participant { name, kind: ParticipantKind::State, role: None }));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    // Events are kept by the million: their lists have no room to spare.
    let mut out: Vec<Participant> = Vec::with_capacity(found.len().min(LIMIT));
    for (_, participant) in found {
        if out.len() < LIMIT && !out.iter().any(|known| known.name == participant.name) {
            out.push(participant);
        }
    }
    out
}

fn follows_place_preposition(sentence: &Sentence<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        let word = &sentence.words[before];
        word.is(WordClass::PLACE_PREPOSITION)
            && word.tag == Tag::Preposition
            && !word.is(WordClass::NAME_LINK)
    })
}
