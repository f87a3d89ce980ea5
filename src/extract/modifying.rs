//! Forms of verbs that only say more of a noun, and those that do not.

use super::lone_verb::{clause_end, has_finite, is_alone};
use super::phrase::is_of_phrase;
use super::reading::Word;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// Mends the form of a verb that the model took for another one.
pub(super) fn mend_form(words: &mut [Word<'_>], at: usize) {
    if words[at].is(WordClass::PAST_ONLY) && words[at].tag == Tag::Participle {
        words[at].tag = Tag::Past;
    }
    // "міської варти": what has only the ending of a verb, behind an adjective.
    if words[at].tag == Tag::Base
        && words[at].entry.lemma == 0
        && matches!(words[at - 1].tag, Tag::Adjective | Tag::Possessive)
    {
        words[at].tag = Tag::Noun;
    }
    if words[at].tag == Tag::Past && (names_year(words, at) || is_reduced(words, at)) {
        words[at].tag = Tag::Participle;
    }
    if matches!(words[at].tag, Tag::Past | Tag::Participle) && opens_subject(words, at) {
        words[at].tag = Tag::Adjective;
    }
    if words[at].tag == Tag::Past && is_graded_behind_link(words, at) {
        words[at].tag = Tag::Adjective;
    }
    // "since fighting broke out"
    if words[at].tag == Tag::Gerund
        && words[at].entry.noun.is_some()
        && words[at - 1].is(WordClass::SUBORDINATOR)
        && words.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::Past | Tag::Present))
    {
        words[at].tag = Tag::Noun;
    }
    if words[at].tag == Tag::Participle && (is_waited_for(words, at) || is_behind_gerund(words, at))
    {
        words[at].tag = Tag::Past;
    }
    if words[at].tag == Tag::Base && is_past_alone(words, at) {
        words[at].tag = Tag::Past;
    }
}

/// "a group of recently arrived settlers": whether a past stands between a preposition with an adverb and a noun.
pub(super) fn is_graded_behind_link(words: &[Word<'_>], at: usize) -> bool {
    let plain = |word: &Word<'_>| word.timex.is_none();
    let led = matches!(&words[..at], [.., link, adverb]
        if link.tag == Tag::Preposition
            && plain(link)
            && !link.is(WordClass::SUBORDINATOR)
            && adverb.tag == Tag::Adverb);
    led && !words[at].is(WordClass::PAST_ONLY | WordClass::BE | WordClass::HAVE)
        && words.get(at + 1).is_some_and(|next| plain(next) && next.tag.is_nominal())
}

/// "The survey carried out last autumn had found": whether a past, its time and then another finite
/// verb stand behind a noun: the first one only says more of that.
fn is_reduced(words: &[Word<'_>], at: usize) -> bool {
    let behind_noun = words[at - 1].tag.is_nominal() && words[at - 1].timex.is_none();
    if !behind_noun || words[at].is(WordClass::PAST_ONLY | WordClass::BE | WordClass::HAVE) {
        return false;
    }
    let small = |word: &Word<'_>| {
        word.timex.is_none() && matches!(word.tag, Tag::Particle | Tag::Adverb | Tag::Preposition)
    };
    let first = at + 1 + words[at + 1..].iter().take_while(|word| small(word)).count();
    let times = words[first..].iter().take_while(|word| word.timex.is_some()).count();
    let next = words.get(first + times).filter(|_| times > 0);
    next.is_some_and(|next| next.tag.is_finite())
}

/// "Ida Orr, who had joined the army, changed sides": whether the clause that a relative one stands in has no verb
/// but the form behind the comma.
fn is_waited_for(words: &[Word<'_>], at: usize) -> bool {
    let closed = words[at - 1].is_sign(",") && words[at].is(WordClass::PAST_FORM);
    let object = words.get(at + 1).is_some_and(|next| {
        next.timex.is_none() && (next.tag.is_nominal() || next.tag.leads_noun())
    });
    let relative = || words[..at].iter().position(|word| word.tag == Tag::Relative);
    // "The start of the Ice Age, an age of cooling in the north, brought droughts."
    let apposed = || {
        opens_apposition(words, at - 1)
            .is_some_and(|opens| words[opens + 1].is(WordClass::INDEFINITE))
            && !has_finite(&words[..at])
            && !has_finite(&words[at + 1..])
    };
    let related = || {
        (words[0].tag.is_nominal() || words[0].tag.leads_noun())
            && relative().is_some_and(|opens| {
                !has_finite(&words[..opens])
                    && has_finite(&words[opens..at])
                    && !has_finite(&words[at + 1..clause_end(words, at)])
            })
    };
    closed && object && (apposed() || related())
}

/// "A ferry carrying more than 200 people capsized off the coast.": whether a sentence opens with a noun that a
/// gerund says more of, and has no verb but the form behind the object of that.
fn is_behind_gerund(words: &[Word<'_>], at: usize) -> bool {
    let ends = words.last().is_some_and(|last| last.is_sign("."));
    let form = words[at].is(WordClass::PAST_FORM) && words[at - 1].tag.is_nominal();
    let led = words.get(at + 1).is_some_and(|next| {
        next.timex.is_some() || next.tag == Tag::Preposition || next.kind == TokenKind::Sign
    });
    let gerund = || {
        let phrase = words.iter().take_while(|word| is_of_phrase(word)).count();
        phrase > 1 && phrase + 1 < at && words[phrase].tag == Tag::Gerund
    };
    ends && form && led && gerund() && is_alone(words, at)
}

/// "when wounded soldiers arrived": whether the form of a verb that no subject can stand before, right behind the
/// word that opens its clause, says more of the noun behind it, which has a verb of its own.
pub(super) fn opens_subject(words: &[Word<'_>], at: usize) -> bool {
    let opens = words[at - 1].is(WordClass::SUBORDINATOR)
        && words[at - 1].timex.is_none()
        && !words[at - 1].is(WordClass::COMPLEMENTISER);
    let noun = |word: &Word<'_>| word.tag.is_nominal() && word.timex.is_none();
    let count = words[at + 1..].iter().take_while(|word| noun(word)).count();
    let verb = words.get(at + 1 + count).filter(|_| opens && count > 0);
    verb.is_some_and(|verb| verb.tag.is_finite())
        && !words[at].is(WordClass::PAST_ONLY | WordClass::BE | WordClass::HAVE)
}

/// "and shot him": what only the past looks like is no base form, unless an auxiliary leads.
fn is_past_alone(words: &[Word<'_>], at: usize) -> bool {
    let before = (0..at).rev().find(|&before| words[before].tag != Tag::Adverb);
    let led = before.is_some_and(|before| {
        matches!(words[before].tag, Tag::To | Tag::Modal) || words[before].is(WordClass::DO)
    });
    words[at].is(WordClass::PAST_FORM) && !led
}

/// "the year ended 31 January": a participle between two times says more of the first one.
fn names_year(words: &[Word<'_>], at: usize) -> bool {
    words[at].timex.is_none()
        && words[at - 1].timex.is_some()
        && words.get(at + 1).is_some_and(|next| next.timex.is_some())
        && words[at + 1..].iter().any(|word| word.timex.is_none() && word.tag.is_verbal())
}

/// ", the [first of three ships]": the comma behind a noun before a phrase with an article that reaches to a word.
pub(super) fn opens_apposition(words: &[Word<'_>], end: usize) -> Option<usize> {
    let comma = words[..end].iter().rposition(|word| word.is_sign(",") && word.timex.is_none())?;
    let before = comma.checked_sub(1).map(|at| &words[at])?;
    let noun = before.tag.is_nominal() && before.timex.is_none();
    (noun && words[comma + 1].tag == Tag::Determiner).then_some(comma)
}
