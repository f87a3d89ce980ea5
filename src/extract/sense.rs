//! What a verb says in the company it keeps: "opened fire" is no opening, and of talks that
//! collapse nothing falls down.

use super::phrase::is_quotation_mark;
use super::reading::Word;
use super::seek::first_from;
use crate::event::Category;
use crate::language::{EventWords, Tag, WordClass};
use crate::text::TokenKind;

/// So far behind a verb its particle or object is looked for.
const AHEAD: usize = 8;
/// So far before its group its subject is looked for.
const BEHIND: usize = 12;

/// Gives the verbs of a sentence the kind of event that the pack lists for them together with
/// their particle, their object or their subject.
pub(super) fn settle(words: &mut [Word<'_>], language: &EventWords) {
    let may_say = |word: &Word<'_>| {
        word.tag.is_verbal() && word.timex.is_none() && language.has_senses(word.entry.lemma)
    };
    let mut next = 0;
    while let Some(at) = first_from(words, next, may_say) {
        next = at + 1;
        let company = ahead(words, at, language).or_else(|| behind(words, at, language));
        if let Some(category) = company {
            let entry = &mut words[at].entry;
            entry.verb = Some(category);
            let says_little = WordClass::LIGHT | WordClass::STATE | WordClass::OCCUR;
            entry.class = entry.class.without(says_little);
        }
    }
}

/// Whether a word ends what can belong to a verb.
fn parts(word: &Word<'_>, language: &EventWords) -> bool {
    // "klagte am 6. Mai über": so full stops are written in times.
    if word.timex.is_some() && word.text == "." && language.syntax().capital_nouns {
        return false;
    }
    // "struck a $1bn deal"
    let joins = || is_quotation_mark(word) || matches!(word.text, "-" | "$" | "£" | "€");
    word.kind == TokenKind::Sign && !joins()
        || matches!(word.tag, Tag::Modal | Tag::Past | Tag::Present | Tag::Relative)
}

/// Whether a noun is the last of its phrase.
fn ends_phrase(words: &[Word<'_>], at: usize) -> bool {
    // "in street fighting"
    let goes_on = |next: &Word<'_>| {
        next.tag.is_nominal() || next.tag == Tag::Gerund && next.entry.noun.is_some()
    };
    words.get(at + 1).is_none_or(|next| !goes_on(next) || next.timex.is_some())
}

fn ahead(words: &[Word<'_>], at: usize, language: &EventWords) -> Option<Category> {
    let lemma = words[at].entry.lemma;
    let near = words.len().min(at + 1 + AHEAD);
    (at + 1..near)
        .take_while(|&next| !parts(&words[next], language))
        .filter(|&next| {
            // "вийшла книга спогадів"
            let heads = language.syntax().head_first;
            words[next].timex.is_none() && (heads || ends_phrase(words, next))
        })
        .find_map(|next| language.sense(lemma, words[next].id))
}

fn behind(words: &[Word<'_>], at: usize, language: &EventWords) -> Option<Category> {
    let auxiliary = |word: &Word<'_>| {
        matches!(word.tag, Tag::Modal | Tag::Adverb | Tag::To)
            || word.is(WordClass::BE | WordClass::HAVE | WordClass::NEGATION)
    };
    let mut end = at;
    while end > 0 && auxiliary(&words[end - 1]) {
        end -= 1;
    }
    // "waren ums Leben gekommen"
    let beside = end.checked_sub(1).filter(|_| language.syntax().capital_nouns);
    if let Some(sense) =
        beside.and_then(|beside| language.sense(words[at].entry.lemma, words[beside].id))
    {
        return Some(sense);
    }
    // "the truce, which collapsed": the relative pronoun stands for what is before it.
    if end > 0 && words[end - 1].tag == Tag::Relative {
        end -= 1;
        end -= usize::from(end > 0 && words[end - 1].is_sign(","));
    }
    // "the truce, which had held for years, collapsed": what stands between commas is passed over.
    if end > 0 && words[end - 1].is_sign(",") {
        let from = end.saturating_sub(BEHIND);
        end = (from..end - 1).rev().find(|&at| words[at].is_sign(","))?;
    }
    let noun = subject(words, (end.saturating_sub(BEHIND), end), language)?;
    language.sense(words[at].entry.lemma, words[noun].id)
}

/// The last noun of a stretch that hangs on no preposition.
fn subject(words: &[Word<'_>], (from, to): (usize, usize), language: &EventWords) -> Option<usize> {
    let inside = |word: &Word<'_>| {
        word.timex.is_none()
            && (word.tag.is_nominal() || word.tag.leads_noun() || word.tag == Tag::Participle)
    };
    let mut end = to;
    loop {
        let noun = (from..end)
            .rev()
            .take_while(|&at| !parts(&words[at], language))
            .find(|&at| words[at].tag.is_nominal() && words[at].timex.is_none())?;
        let first = (from..noun).rev().find(|&at| !inside(&words[at]));
        match first {
            Some(at) if words[at].tag == Tag::Preposition => end = at,
            _ => return Some(noun),
        }
    }
}
