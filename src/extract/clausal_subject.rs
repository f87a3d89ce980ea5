//! Subjects that are no plain noun phrase: what somebody does, what a time belongs to, and what a
//! relative clause says more of where a time stands between.

use super::clause::Clauses;
use super::phrase::{is_of_phrase, is_quotation_mark, trim_end};
use super::reading::Word;
use super::subject::{noun_phrase_before, subject};
use super::verb_group::{Tense, VerbGroup};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// "Allowing the debt to grow could harm the bank", "Shooting on the sequel is due to begin": the
/// words from a gerund that opens a clause to its verb, where nothing parts them.
pub(super) fn of_gerund(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Vec<usize> {
    let Some(verb) = clauses.list[clause].verb.filter(VerbGroup::is_finite) else {
        return Vec::new();
    };
    let opens = |word: &Word<'_>| {
        word.is(WordClass::COMPLEMENTISER | WordClass::COORDINATOR | WordClass::SUBORDINATOR)
            || word.kind == TokenKind::Sign
            || word.tag == Tag::Adverb
    };
    let own = || clauses.words(clause).take_while(|&at| at < verb.first);
    let Some(first) = own().find(|&at| !opens(&words[at])) else { return Vec::new() };
    let parts = |at: usize| {
        let word = &words[at];
        word.kind == TokenKind::Sign && matches!(word.text, "," | ";" | ":")
            || word.is(WordClass::DASH)
    };
    let named = words[first].tag == Tag::Gerund && words[first].timex.is_none();
    if !named || own().any(|at| at > first && parts(at)) {
        return Vec::new();
    }
    let mut out: Vec<usize> = own().filter(|&at| at >= first && words[at].depth == 0).collect();
    trim_end(words, &mut out);
    out
}

/// "Smoking the leaves of the plant became a habit": what has an object of its own is no modifier. `before` is
/// all that stands before the verb.
pub(super) fn doing(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    before: &[usize],
) -> Option<Vec<usize>> {
    let object = |word: &Word<'_>| {
        word.timex.is_none() && matches!(word.tag, Tag::Determiner | Tag::Possessive)
    };
    let acts = before
        .first()
        .is_some_and(|&at| words[at].tag == Tag::Gerund && words.get(at + 1).is_some_and(object));
    acts.then(|| of_gerund(words, clauses, clause)).filter(|gerund| !gerund.is_empty())
}

/// "The 20th century made letters into numbers", "Sunday was chosen", "that 2004 had been a good year": a time
/// that is all that stands before the verb, `before`.
pub(super) fn of_time(
    words: &[Word<'_>],
    clauses: &Clauses,
    verb: &VerbGroup,
    before: &[usize],
) -> Vec<usize> {
    let opens = |&&at: &&usize| {
        verb.is_finite()
            && words[at].timex.is_none()
            && (words[at].is(WordClass::COMPLEMENTISER) || is_quotation_mark(&words[at]))
    };
    let own = &before[before.iter().take_while(opens).count()..];
    let is = words[verb.head].is(WordClass::BE) || words[verb.first].is(WordClass::HAVE);
    let plain = !clauses.syntax.verb_second && !clauses.syntax.head_first;
    let named = plain && (verb.passive || is && verb.is_finite());
    let opens = own.first().is_some_and(|&at| words[at].tag == Tag::Determiner || named);
    let whole = opens && own.iter().all(|&at| words[at].timex.is_some());
    if whole { own.to_vec() } else { Vec::new() }
}

/// "sales in the fiscal year that were above": what a relative clause hangs on, where the time of
/// that stands between.
pub(super) fn before_time(
    words: &[Word<'_>],
    clauses: &Clauses,
    parent: usize,
    opener: usize,
) -> Vec<usize> {
    let Some(last) = opener.checked_sub(1).filter(|&at| words[at].timex.is_some()) else {
        return Vec::new();
    };
    let timex = words[last].timex;
    let first = (0..=last).rev().take_while(|&at| words[at].timex == timex).last();
    let preposition = first.and_then(|first| first.checked_sub(1));
    let led = preposition.filter(|&at| words[at].tag == Tag::Preposition);
    led.map_or_else(Vec::new, |to| noun_phrase_before(words, clauses, parent, to))
}

/// "The most recent was published", "The Christmas special will star": a subject of which a time,
/// or a word that looks like no noun, is the rest. `before` is all that stands before the verb.
pub(super) fn with_time(
    words: &[Word<'_>],
    clauses: &Clauses,
    before: &[usize],
    chosen: &[usize],
) -> Vec<usize> {
    let plain = !clauses.syntax.verb_second && !clauses.syntax.head_first;
    let small = |at: usize| {
        matches!(words[at].tag, Tag::Determiner | Tag::Possessive | Tag::Adverb | Tag::Adjective)
    };
    let open = plain
        && matches!(words[chosen[0]].tag, Tag::Determiner | Tag::Possessive)
        && chosen.iter().all(|&at| small(at));
    let goes_on = |&&at: &&usize| {
        words[at].kind != TokenKind::Sign
            && (words[at].tag.is_nominal()
                || words[at].tag.leads_noun()
                || small(at)
                || words[at].tag.is_verbal()
                    && words.get(at + 1).is_some_and(|w| w.tag.is_nominal()))
    };
    let rest = before.iter().skip_while(|&&at| at < chosen[0]).take_while(goes_on);
    if open { rest.copied().collect() } else { chosen.to_vec() }
}

/// "the proclamation of the heights by Ann Orr, which": the object of the clause that a relative one
/// hangs on, where the phrase right before that names a person and the relative is no "who".
pub(super) fn thing_before(
    words: &[Word<'_>],
    clauses: &Clauses,
    (parent, relative): (usize, usize),
    before: &[usize],
) -> Option<Vec<usize>> {
    let opener = clauses.extent(relative).0;
    let thing = words[opener..].iter().take(2).find(|word| word.tag == Tag::Relative)?;
    let person = before.iter().any(|&at| words[at].is(WordClass::GIVEN_NAME))
        && before.last().is_some_and(|&last| words[last].tag == Tag::Name);
    let verb = clauses.list[parent].verb.filter(VerbGroup::is_finite)?;
    let inside = |&at: &usize| is_of_phrase(&words[at]);
    let object: Vec<usize> = (verb.end..opener).take_while(inside).collect();
    let common = object.last().is_some_and(|&last| {
        matches!(words[last].tag, Tag::Noun | Tag::Nouns) && !words[last].is(WordClass::ROLE)
    });
    let comma = words[..=opener].iter().rev().take(2).any(|word| word.is_sign(","));
    (person && comma && common && !thing.is(WordClass::WHO) && !thing.is(WordClass::WHERE))
        .then_some(object)
}

/// "Orr was a boxer who fought in the war", "Orr was a boxer born in Riga": what somebody was is not
/// somebody else. The clauses are the one that says what the subject was, and the one that says more of it.
pub(super) fn told_to_be(
    words: &[Word<'_>],
    clauses: &Clauses,
    (parent, relative): (usize, usize),
    predicate: &[usize],
) -> Option<Vec<usize>> {
    let verb = clauses.list[parent].verb.filter(|verb| verb.is_finite() && !verb.passive)?;
    let (&first, &last) = (predicate.first()?, predicate.last()?);
    let bare = |told: VerbGroup| told.tense == Tense::Participle && told.first == last + 1;
    let new =
        words[first].is(WordClass::INDEFINITE) && clauses.list[relative].verb.is_some_and(bare);
    // "Krosa was a typhoon that hit Riga"
    let one = words.get(verb.end).is_some_and(|word| word.is(WordClass::INDEFINITE));
    let tells = new
        || words.get(last + 1).is_some_and(|next| {
            next.is(WordClass::WHO)
                || one && next.tag == Tag::Relative && !next.is(WordClass::WHERE)
        });
    // "was a writer, poet and nurse who"
    let inside = |word: &Word<'_>| {
        let joins = word.is(WordClass::COORDINATOR) || word.is_sign(",");
        word.timex.is_none() && (is_of_phrase(word) || joins || word.tag == Tag::Determiner)
    };
    let whole = words.get(verb.end..=last).is_some_and(|all| all.iter().all(inside));
    let is = words[verb.head].is(WordClass::BE)
        && first >= verb.end
        && whole
        && (words[last].tag == Tag::Nouns
            || words[verb.end].is(WordClass::ARTICLE | WordClass::INDEFINITE))
        && clauses.owner.get(last + 1) == Some(&relative);
    let who = subject(words, clauses, parent);
    // "Orr's father was a baker who"
    let owned = who.iter().any(|&at| matches!(words[at].tag, Tag::Genitive | Tag::Possessive));
    let named = owned
        || who.last().is_some_and(|&at| {
            words[at].is_upper() && words[at].tag == Tag::Name
                || words[at].is(WordClass::MASCULINE | WordClass::FEMININE)
        });
    (tells && is && named).then(|| who.to_vec())
}

/// "to investigate who shot down the plane": the word that asks, right behind another verb, stands
/// for nobody who was named.
pub(super) fn asked(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<usize> {
    let opener = clauses.extent(clause).0;
    let verb = clauses.list[clause].verb?;
    let before = words.get(opener.checked_sub(1)?)?;
    let asks = words[opener].is(WordClass::WHO)
        && opener + 1 == verb.first
        && before.tag.is_verbal()
        && before.timex.is_none();
    asks.then_some(opener)
}
