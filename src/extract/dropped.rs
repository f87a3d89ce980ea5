//! Whom a clause without a subject, or a pronoun, tells of, where the forms of verbs and nouns say
//! number and gender: "1907 року закінчив університет", "вона вступила в дію".

use super::Reading;
use super::agreement::{of_noun, of_subject, of_verb};
use super::dated::main_clause;
use super::names::NameKind;
use super::phrase::join;
use super::subject::subject;
use crate::language::{Agreement, Tag, WordClass};

/// So many sentences back a name is looked for; those that go on without naming anybody do not
/// count.
const REACH: usize = 2;
/// The most sentences that are looked at.
const FARTHEST: usize = 6;
/// The most words of a phrase that stands for a name.
const LONGEST: usize = 6;

/// The one whom a clause without a subject tells of.
pub(super) fn of_clause(text: &Reading<'_>, number: usize, clause: usize) -> Option<String> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    if !clauses.agreements.drops_subject() || !subject(words, clauses, clause).is_empty() {
        return None;
    }
    // "Збили дрон": several who are not named are just somebody.
    let named = |&one: &Agreement| matches!(one, Agreement::Masculine | Agreement::Feminine);
    let wanted = of_verb(words, clauses, clause).filter(named)?;
    let hero = hero(text, wanted);
    if stands_behind(text, number, clause, (wanted, hero.is_some())) {
        return None;
    }
    hero.or_else(|| before(text, number, clause, wanted))
}

/// The one whom a pronoun in a clause stands for.
pub(super) fn of_pronoun(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    wanted: Agreement,
) -> Option<String> {
    before(text, number, clause, wanted).or_else(|| hero(text, wanted))
}

/// The person whom the document is about, if of this gender.
fn hero(text: &Reading<'_>, wanted: Agreement) -> Option<String> {
    let name = &text.names.full(text.about.person?).text;
    let given = name.split(' ').next().unwrap_or(name).to_lowercase();
    (text.language.agreements().of_noun(&given) == Some(wanted)).then(|| name.clone())
}

/// Whether what may be the subject stands behind the verb: "захопила рада". A thing whose form is
/// that of an object too is one where somebody is known who can have done it.
fn stands_behind(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    (wanted, known): (Agreement, bool),
) -> bool {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let Some(verb) = clauses.list[clause].verb else { return true };
    let mut led = false;
    let behind = clauses.words(clause).filter(|&at| at >= verb.end && words[at].timex.is_none());
    for at in behind {
        let word = &words[at];
        if word.is_sign(",") {
            break;
        }
        led =
            word.tag == Tag::Preposition || led && (word.tag.is_nominal() || word.tag.leads_noun());
        if led || of_noun(word, clauses) != Some(wanted) {
            continue;
        }
        let acts = word.is_upper() || word.is(WordClass::ROLE | WordClass::GROUP);
        if wanted == Agreement::Feminine || acts || !known {
            return true;
        }
        led = true;
    }
    false
}

/// The subject of a clause before this one that agrees.
fn before(text: &Reading<'_>, number: usize, clause: usize, wanted: Agreement) -> Option<String> {
    if let Some(name) = (0..clause).rev().find_map(|clause| named(text, number, clause, wanted)) {
        return Some(name);
    }
    let mut left = REACH;
    let mut sentence = number;
    for _ in 0..FARTHEST {
        sentence = sentence.checked_sub(1).filter(|_| left > 0)?;
        if !text.sentences[sentence].is_prose() {
            return None;
        }
        let (words, clauses) = (&text.sentences[sentence].words, &text.clauses[sentence]);
        let main = main_clause(clauses);
        let others = (0..clauses.list.len()).filter(|&clause| Some(clause) != main);
        let mut order = main.into_iter().chain(others);
        if let Some(name) = order.find_map(|clause| named(text, sentence, clause, wanted)) {
            return Some(name);
        }
        let goes_on = main.is_some_and(|main| {
            let own = subject(words, clauses, main);
            let unnamed = own.iter().all(|&at| words[at].tag == Tag::Pronoun);
            unnamed && of_verb(words, clauses, main) == Some(wanted)
        });
        left -= usize::from(!goes_on);
    }
    None
}

/// The subject of a clause, if it names something and agrees.
fn named(text: &Reading<'_>, number: usize, clause: usize, wanted: Agreement) -> Option<String> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let words = &sentence.words;
    let whole = subject(words, clauses, clause);
    let end = whole.iter().position(|&at| words[at].tag == Tag::Preposition).unwrap_or(whole.len());
    let phrase = &whole[..end];
    let head = phrase.iter().find(|&&at| words[at].tag.is_nominal())?;
    if of_subject(words, clauses, clause, phrase) != Some(wanted) {
        return None;
    }
    let person = text.names.mentions[number].iter().find(|mention| {
        (mention.first..mention.end).contains(head)
            && text.names.full(mention.name).kind == NameKind::Person
    });
    if let Some(mention) = person.filter(|_| wanted != Agreement::Plural) {
        return Some(text.names.full(mention.name).text.clone());
    }
    (phrase.len() <= LONGEST).then(|| join(sentence, phrase))
}
