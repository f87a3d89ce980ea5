//! Bodies, states and groups of people that "it" and "they" stand for.

use super::Reading;
use super::acted_on::LONGEST;
use super::names::NameKind;
use super::phrase::join;
use super::reading::Sentence;
use super::short_subject::short_subject;
use super::subject::subject;
use super::whom::is_somebody;
use crate::event::Category;
use crate::language::{Tag, WordClass};

/// "It ordered": whether the clause of a pronoun tells what only people and bodies do.
pub(super) fn is_act_of_body(text: &Reading<'_>, number: usize, at: usize) -> bool {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    clauses.list[clauses.owner[at]].verb.filter(|verb| !verb.passive).is_some_and(|verb| {
        let head = &words[verb.head];
        head.is(WordClass::SAYING | WordClass::PLAN | WordClass::STANCE | WordClass::PERFORMATIVE)
            || head.entry.verb.is_some_and(|category| {
                matches!(
                    category,
                    Category::Statement
                        | Category::Policy
                        | Category::Legal
                        | Category::Agreement
                        | Category::Military
                        | Category::Attack
                        | Category::Battle
                        | Category::Appointment
                )
            })
    })
}

/// Whether a phrase names a body, a state or a person.
pub(super) fn acts(text: &Reading<'_>, number: usize, phrase: &[usize]) -> bool {
    let words = &text.sentences[number].words;
    let Some(&last) = phrase.last() else { return false };
    words[last].is(WordClass::GROUP | WordClass::ORGANISATION)
        || is_somebody(text, number, phrase)
        || text.names.mentions[number].iter().any(|mention| {
            let kind = text.names.full(mention.name).kind;
            mention.end == last + 1 && matches!(kind, NameKind::Organisation | NameKind::State(_))
        })
}

/// The body that a sentence's subject names: "NATO", "the union"; for "they" as for "it".
pub(super) fn subject_body(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    plural: bool,
) -> Option<String> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let phrase = subject(&sentence.words, clauses, clause);
    let short = short_subject(&sentence.words, phrase.to_vec());
    let phrase = if phrase.len() > LONGEST { &short } else { phrase };
    let (first, last) = (*phrase.first()?, *phrase.last()?);
    let word = &sentence.words[last];
    let joined = phrase.iter().any(|&at| sentence.words[at].is(WordClass::COORDINATOR));
    let name = text.names.mentions[number]
        .iter()
        .find(|mention| mention.first >= first && mention.end == last + 1)
        .map(|mention| text.names.full(mention.name).kind);
    let body = match name {
        Some(NameKind::Organisation | NameKind::State(_)) => !joined || plural,
        // "Polling company Orr"
        Some(NameKind::Unknown) => {
            let kind = |&at: &usize| {
                let word = &sentence.words[at];
                word.is(WordClass::GROUP | WordClass::ORGANISATION) && word.tag == Tag::Noun
            };
            phrase[..phrase.len() - 1].iter().any(kind) && !joined
        }
        Some(_) => false,
        None => word.is(WordClass::GROUP) && (plural || word.tag == Tag::Noun && !joined),
    };
    (body && phrase.len() <= 5).then(|| join(sentence, phrase))
}

/// The last body or group of people that a sentence names by a common noun: "the government".
pub(super) fn body(sentence: &Sentence<'_>) -> Option<String> {
    let words = &sentence.words;
    let head = (0..words.len()).rfind(|&at| {
        words[at].is(WordClass::GROUP)
            && words[at].tag == Tag::Noun
            && words.get(at + 1).is_none_or(|next| !next.tag.is_nominal())
    })?;
    let mut first = head;
    while first > 0
        && (words[first - 1].tag == Tag::Adjective
            || words[first - 1].tag.is_nominal()
            || words[first - 1].tag == Tag::Determiner)
    {
        first -= 1;
    }
    Some(join(sentence, &(first..=head).collect::<Vec<_>>()))
}
