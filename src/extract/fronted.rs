//! What titles make of words that stand before their verb where that stands second: objects in front, and
//! what relative pronouns stand for.

use super::clause::{ClauseKind, Clauses};
use super::free_subject::{is_oblique, pronoun_acts};
use super::phrase::leads_relative;
use super::reading::Word;
use super::subject::{noun_phrase_before, subject};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// The most words of an object that a title takes from in front of its verb.
const LONGEST: usize = 5;

/// "Den Plan für Mai hat der Rat beschlossen": the object in front of a verb whose subject stands behind it.
pub(super) fn front_object(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
) -> Option<Vec<usize>> {
    let this = &clauses.list[clause];
    let verb = this.verb.filter(|verb| clauses.syntax.verb_second && verb.is_finite())?;
    let own = subject(words, clauses, clause);
    let behind = own.first().is_some_and(|&first| first > verb.first);
    // "Zu einem Brand kam es", "Mit dem Plan wurde begonnen": where nobody acts, a phrase too.
    let nobody = match own {
        [] => true,
        &[one] => words[one].tag == Tag::Pronoun && words[one].is(WordClass::NEUTER),
        _ => false,
    };
    let main = matches!(this.kind, ClauseKind::Main | ClauseKind::Coordinate);
    let first = clauses.words(clause).find(|&at| words[at].kind != TokenKind::Sign)?;
    let led =
        nobody && words[first].tag == Tag::Preposition && !words[first].is(WordClass::ATTRIBUTION);
    let inside = |&at: &usize| {
        led && at == first
            || words[at].timex.is_none()
                && (words[at].tag.is_nominal() || words[at].tag.leads_noun())
    };
    let object: Vec<usize> = (first..verb.first).take_while(inside).collect();
    let ends = object.last().is_some_and(|&last| words[last].tag.is_nominal());
    let fits = main && ends && (led || behind && is_oblique(&words[first]));
    (fits && (2..=LONGEST).contains(&object.len())).then_some(object)
}

/// "aus dem im Mai zitiert wurde" quotes "aus dem Bericht": puts the noun that a relative pronoun behind a
/// preposition stands for behind it, or takes both out.
pub(super) fn fill_relative(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    (rest, room): (&mut Vec<usize>, usize),
) {
    let this = &clauses.list[clause];
    let relative = clauses.syntax.verb_second && this.kind == ClauseKind::Relative;
    let first = clauses.words(clause).find(|&at| words[at].kind != TokenKind::Sign);
    let led = |pair: &[usize]| first == Some(pair[0]) && leads_relative(words, pair[0]);
    let at = rest.windows(2).position(led);
    let Some((at, parent)) = at.zip(this.parent).filter(|_| relative) else { return };
    let noun = noun_phrase_before(words, clauses, parent, clauses.extent(clause).0);
    let noun: Vec<usize> =
        noun.into_iter().rev().take_while(|&at| words[at].tag.is_nominal()).collect();
    let article = words[rest[at + 1]].tag == Tag::Determiner;
    if noun.is_empty() || !article || rest.len() + noun.len() > room {
        rest.drain(at..at + 2);
        return;
    }
    let name = noun.iter().all(|&at| words[at].tag == Tag::Name);
    let from = if name { at + 1 } else { at + 2 };
    rest.splice(from..at + 2, noun.into_iter().rev());
}

/// "der Kommission, die": the article that a subject has for which a relative pronoun stands, and how many
/// of its own words that replaces.
pub(super) fn article_of_relative<'a>(
    words: &[Word<'a>],
    clauses: &Clauses,
    clause: usize,
    subject: &[usize],
) -> Option<(&'a str, usize)> {
    let pronoun = clauses.words(clause).find(|&at| words[at].kind != TokenKind::Sign)?;
    let stands = pronoun_acts(words, clauses, clause)
        && words[pronoun].is(WordClass::ARTICLE)
        && !subject.iter().any(|&at| clauses.owner[at] == clause);
    let first = subject.first().map(|&at| &words[at]).filter(|_| stands)?;
    let replaced = match first.tag {
        Tag::Determiner if first.is(WordClass::ARTICLE | WordClass::GENITIVE_ARTICLE) => 1,
        // "auf dem [nächsten] Parteitag, der": adjectives show the other case too.
        Tag::Determiner if is_oblique(first) && !first.is(WordClass::INDEFINITE) => {
            let describes = |&&at: &&usize| words[at].tag == Tag::Adjective;
            1 + subject[1..].iter().take_while(describes).count()
        }
        Tag::Possessive if is_oblique(first) => 1,
        Tag::Noun | Tag::Nouns => 0,
        _ => return None,
    };
    Some((words[pronoun].text, replaced))
}
