//! Titles of events that a noun tells of: the noun with what hangs on it.

use super::clause::Clauses;
use super::free_subject::is_oblique;
use super::head::Head;
use super::nominative::in_nominative;
use super::phrase::{around, join};
use super::reading::{Sentence, Word};
use super::title::LIMIT;
use super::title_words::finish;
use super::trimming::{drop_loose_prepositions, fit};
use super::verb_group::Tense;
use crate::language::{EventWords, Tag, WordClass};
use crate::text::TokenKind;

/// The title of a noun; none if too little stands around it. `owner` is the one whose it is.
pub(super) fn of_noun(
    (sentence, language): (&Sentence<'_>, &EventWords),
    clauses: &Clauses,
    head: &Head,
    owner: Option<&str>,
) -> Option<String> {
    let mut phrase = around(&sentence.words, clauses, head.word);
    fit(&sentence.words, &mut phrase, LIMIT);
    let words = phrase.iter().filter(|&&at| sentence.words[at].kind != TokenKind::Sign).count();
    if words < 2 {
        let told = with_content(sentence, head.word);
        return told.or_else(|| of_owner(sentence, clauses, head.word));
    }
    if let Some(title) = in_nominative(sentence, language, &phrase, head.word) {
        return Some(finish(title));
    }
    if let Some(bare) = without_case(&sentence.words, clauses, &phrase) {
        return Some(finish(join(sentence, bare)));
    }
    // "her doctorate"
    let Some(owner) = owner.filter(|_| sentence.words[phrase[0]].tag == Tag::Possessive) else {
        return Some(finish(join(sentence, &phrase)));
    };
    Some(finish(format!("{owner} {}", join(sentence, &phrase[1..]))))
}

/// "(auf) dem nächsten [Parteitag]": a phrase without the article and the adjectives that show a case in which no
/// subject stands, where they do.
fn without_case<'p>(
    words: &[Word<'_>],
    clauses: &Clauses,
    phrase: &'p [usize],
) -> Option<&'p [usize]> {
    let &first = phrase.first().filter(|_| clauses.syntax.verb_second)?;
    let led = first.checked_sub(1).is_some_and(|at| words[at].tag == Tag::Preposition);
    let article = matches!(words[first].tag, Tag::Determiner | Tag::Possessive);
    let noun = phrase.iter().skip(1).position(|&at| words[at].tag != Tag::Adjective)? + 1;
    let named = words[phrase[noun]].tag.is_nominal();
    // "dem Angriff kurz [vor dem Fest]"
    let adverbs = phrase.iter().rev().take_while(|&&at| words[at].tag == Tag::Adverb).count();
    let bare = phrase.get(noun..phrase.len() - adverbs)?;
    (article && named && (led || is_oblique(&words[first]))).then_some(bare)
}

/// "the announcement that talks would be held": a noun with the clause that says what it holds.
fn with_content(sentence: &Sentence<'_>, noun: usize) -> Option<String> {
    let words = &sentence.words;
    let opens = words[noun].is(WordClass::CONTENT)
        && words.get(noun + 1).is_some_and(|next| next.is(WordClass::COMPLEMENTISER));
    let inside = |&at: &usize| {
        words[at].depth == 0 && (words[at].kind != TokenKind::Sign || words[at].timex.is_some())
    };
    let mut phrase: Vec<usize> = (noun..words.len())
        .filter(|_| opens)
        .take_while(inside)
        .filter(|&at| words[at].timex.is_none())
        .collect();
    drop_loose_prepositions(words, &mut phrase);
    fit(words, &mut phrase, LIMIT);
    let told = phrase.iter().skip(1).any(|&at| words[at].tag.is_verbal());
    (phrase.len() > 3 && told).then(|| finish(join(sentence, &phrase)))
}

/// "The minutes [of the meeting] of 9 May were read", "has failed since [the coup] of 3 May": that was not the
/// day of the verb, so the noun stands alone.
fn of_owner(sentence: &Sentence<'_>, clauses: &Clauses, noun: usize) -> Option<String> {
    let words = &sentence.words;
    let verb = clauses.list[clauses.owner[noun]].verb?;
    let article = noun.checked_sub(1).filter(|&at| words[at].is(WordClass::ARTICLE))?;
    let linked = article.checked_sub(1).is_some_and(|at| words[at].is(WordClass::NAME_LINK));
    let dated = words.get(noun + 2).is_some_and(|word| word.timex.is_some());
    let anchored = article.checked_sub(1).is_some_and(|at| {
        words[at].tag == Tag::Preposition
            && words[at].is(WordClass::SUBORDINATOR)
            && verb.tense == Tense::Perfect
    });
    let before = linked && noun < verb.first;
    let fits = (before || anchored) && dated && words[noun + 1].is(WordClass::NAME_LINK);
    fits.then(|| finish(join(sentence, &[article, noun])))
}
