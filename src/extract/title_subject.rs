//! Subjects as titles write them: by the name, with their owner.

use super::Reading;
use super::antecedent::of_pronoun;
use super::dropped;
use super::phrase::{is_of_phrase, join};
use super::reading::Word;
use super::subject::{noun_phrase_before, subject};
use crate::language::{Tag, WordClass};

/// The most words of an owner that a title writes for a pronoun.
const LONGEST_OWNER: usize = 4;

/// A subject as a title writes it: a pronoun, or the owner that one stands for, by its name.
pub(super) fn written_subject(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    short: &[usize],
) -> String {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let words = &sentence.words;
    if short.is_empty() {
        return unnamed(text, number, clause);
    }
    let first = subject(words, clauses, clause).first();
    let antecedent = || first.and_then(|&at| of_pronoun(text, number, at));
    let pronoun =
        short.len() == 1 && words[short[0]].is(WordClass::THIRD_PERSON | WordClass::DEMONSTRATIVE);
    // "He and Ida Orr"
    let joined = short.len() > 2
        && words[short[0]].tag == Tag::Pronoun
        && words[short[0]].is(WordClass::THIRD_PERSON)
        && words[short[1]].is(WordClass::COORDINATOR);
    let possessive = short.first().is_some_and(|&at| {
        words[at].tag == Tag::Possessive && words[at].is(WordClass::THIRD_PERSON)
    });
    if let Some(owned) = owned_by_relative(text, number, clause, short) {
        return owned;
    }
    if let Some(name) = called(words, short).or_else(|| who_we_are(words, short)) {
        return join(sentence, &name);
    }
    match (pronoun || joined || possessive).then(antecedent).flatten() {
        Some(name) if pronoun => name,
        Some(name) if joined => format!("{name} {}", join(sentence, &short[1..])),
        // "Their friend" is better than an owner who leaves no room.
        Some(name) if name.split(' ').count() > LONGEST_OWNER => join(sentence, short),
        Some(name) => match text.language.owner(&name) {
            Some(owner) => format!("{owner} {}", join(sentence, &short[1..])),
            None => join(sentence, short),
        },
        None => join(sentence, short),
    }
}

/// "We, the leaders of the Group of Seven (G7), met": what stands between commas for those who speak.
fn who_we_are(words: &[Word<'_>], short: &[usize]) -> Option<Vec<usize>> {
    const LONGEST: usize = 8;
    let &[we] = short else { return None };
    let apart = words[we].is(WordClass::FIRST_PERSON)
        && words[we].tag == Tag::Pronoun
        && words.get(we + 1)?.is_sign(",")
        && words.get(we + 2)?.is(WordClass::ARTICLE);
    let inside = |&at: &usize| {
        let word = &words[at];
        is_of_phrase(word) || word.tag == Tag::Determiner || word.is(WordClass::NAME_LINK)
    };
    let phrase: Vec<usize> = (we + 2..words.len()).filter(|_| apart).take_while(inside).collect();
    let next = phrase.last().and_then(|&last| words.get(last + 1));
    // "the ministers of Norway, Malta and": a list is left out whole.
    let listed = next.is_some_and(|next| next.is_sign(","))
        && phrase.last().and_then(|&last| words.get(last + 2)).is_some_and(Word::is_upper);
    let link = phrase.iter().position(|&at| words[at].is(WordClass::NAME_LINK));
    let phrase = match link.filter(|_| listed) {
        Some(link) => phrase[..link].to_vec(),
        None => phrase,
    };
    let closed = next.is_some_and(|next| next.is_sign(",") || next.is_sign("("));
    (closed && phrase.len() <= LONGEST).then_some(phrase)
}

/// "This cylinder, now called the Great Drum, was": the name that stands between commas behind a subject that points at
/// something.
fn called(words: &[Word<'_>], short: &[usize]) -> Option<Vec<usize>> {
    let (&first, &last) = (short.first()?, short.last()?);
    let points = words[first].is(WordClass::DEMONSTRATIVE) && words[first].tag == Tag::Determiner;
    let comma = words.get(last + 1).filter(|next| points && next.is_sign(","));
    let verb =
        comma.and_then(|_| (last + 2..words.len()).find(|&at| words[at].tag != Tag::Adverb))?;
    let as_what = words.get(verb + 1)?.is(WordClass::LIKENING);
    let known = words[verb].entry.verb.is_none() && as_what;
    let naming = words[verb].tag == Tag::Participle && (words[verb].is(WordClass::NAMING) || known);
    let from = verb + 1 + usize::from(as_what);
    let article = usize::from(words.get(from)?.is(WordClass::ARTICLE));
    let name = |&at: &usize| words[at].is_upper() && words[at].timex.is_none();
    let end = from + article + (from + article..words.len()).take_while(name).count();
    let closed = words.get(end).is_some_and(|next| next.is_sign(","));
    (naming && closed && end > from + article).then(|| (from..end).collect())
}

/// "Orr, whose firm closed": the subject of a relative clause with its owner, whom the words before name.
fn owned_by_relative(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    short: &[usize],
) -> Option<String> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let words = &sentence.words;
    let opener = short.first()?.checked_sub(1).filter(|&at| words[at].is(WordClass::WHOSE))?;
    let parent = clauses.list[clause].parent.filter(|_| clauses.owner[opener] == clause)?;
    let owner = noun_phrase_before(words, clauses, parent, clauses.extent(clause).0);
    // "the mayor of Riga, whose": a town behind a preposition is not the one; "war on Norway, whose" it is.
    let led = owner.first().and_then(|first| first.checked_sub(1)).filter(|&at| {
        at > 0
            && words[at].tag == Tag::Preposition
            && words[at - 1].tag.is_nominal()
            && words[at - 1].is(WordClass::ROLE | WordClass::GROUP | WordClass::ORGANISATION)
    });
    let owner = led.map_or(owner, |at| noun_phrase_before(words, clauses, parent, at));
    // "Norway international Orr" leaves less room than "Orr".
    let name = owner.iter().rev().take_while(|&&at| words[at].tag == Tag::Name).count();
    let owner = &owner[if name > 0 { owner.len() - name } else { 0 }..];
    let fits = (1..=LONGEST_OWNER).contains(&owner.len());
    let owner = text.language.owner(&join(sentence, owner)).filter(|_| fits)?;
    Some(format!("{owner} {}", join(sentence, short)))
}

/// What a title opens with where a clause has no subject: the one who was named before, or a word
/// that stands for nobody, where the verb cannot stand first.
fn unnamed(text: &Reading<'_>, number: usize, clause: usize) -> String {
    if let Some(name) = dropped::of_clause(text, number, clause) {
        return name;
    }
    let verb = text.clauses[number].list[clause].verb;
    let words = &text.sentences[number].words;
    let finite = |at: usize| words[at].tag.is_finite();
    let finite =
        verb.is_some_and(|verb| verb.is_finite() && (finite(verb.first) || finite(verb.end - 1)));
    text.language.expletive().filter(|_| finite).unwrap_or_default().to_owned()
}
