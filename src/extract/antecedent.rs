//! What a pronoun stands for.

use super::names::NameKind;
use super::phrase::{join, subject};
use super::reading::Sentence;
use super::{Reading, dated::main_clause};
use crate::language::{Tag, WordClass};

/// So many sentences back a name is looked for.
const REACH: usize = 2;

/// The name that the pronoun at a word of a sentence stands for.
pub(super) fn of_pronoun(text: &Reading<'_>, number: usize, at: usize) -> Option<String> {
    let pronoun = &text.sentences[number].words[at];
    if pronoun.is(WordClass::MASCULINE | WordClass::FEMININE) {
        return person(text, number, at);
    }
    if pronoun.is(WordClass::PLURAL | WordClass::NEUTER) {
        return subject_before(text, number, pronoun.is(WordClass::PLURAL));
    }
    None
}

/// The person named last; failing that, the one whom the document is about.
fn person(text: &Reading<'_>, number: usize, at: usize) -> Option<String> {
    let is_person = |name: usize| text.names.full(name).kind == NameKind::Person;
    for back in 0..=REACH {
        let Some(sentence) = number.checked_sub(back) else { break };
        let mut mentions =
            text.names.mentions[sentence].iter().filter(|mention| back > 0 || mention.end <= at);
        let found = if back == 0 {
            mentions.rfind(|m| is_person(m.name))
        } else {
            mentions.find(|m| is_person(m.name))
        };
        if let Some(mention) = found {
            return Some(surname_or_full(text, mention.name));
        }
    }
    let main = (0..text.names.list.len())
        .filter(|&name| is_person(name))
        .max_by_key(|&name| text.names.list[name].mentions)?;
    let name = surname_or_full(text, main);
    // A biography is about the person in its title.
    text.document.title.contains(name.as_str()).then_some(name)
}

fn surname_or_full(text: &Reading<'_>, name: usize) -> String {
    text.names.full(name).text.clone()
}

/// The subject of one of the sentences before, if it agrees in number.
fn subject_before(text: &Reading<'_>, number: usize, plural: bool) -> Option<String> {
    for back in 1..=REACH {
        let before = number.checked_sub(back)?;
        let (sentence, clauses) = (&text.sentences[before], &text.clauses[before]);
        if sentence.block != text.sentences[number].block {
            break;
        }
        if !plural && let Some(body) = body(sentence) {
            return Some(body);
        }
        let Some(clause) = main_clause(clauses) else { continue };
        let phrase = subject(&sentence.words, clauses, clause);
        let head =
            phrase.iter().take_while(|&&at| sentence.words[at].tag != Tag::Preposition).last();
        let Some(&head) = head else { continue };
        let word = &sentence.words[head];
        let joined = phrase.iter().any(|&at| sentence.words[at].is(WordClass::COORDINATOR));
        let agrees = plural == (word.tag == Tag::Nouns || joined);
        if word.tag.is_nominal() && agrees && phrase.len() <= 6 {
            return Some(join(sentence, &phrase));
        }
    }
    None
}

/// The last body or group of people that a sentence names by a common noun: "the government".
fn body(sentence: &Sentence<'_>) -> Option<String> {
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
