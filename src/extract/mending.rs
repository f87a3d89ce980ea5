//! Parts of speech that a model of single words gets wrong, mended by what stands around them.

use super::first_word::mend_first;
use super::lone_verb::{clause_end, has_finite, is_alone};
use super::modifying::{is_graded_behind_link, mend_form, opens_subject};
use super::reading::Word;
use super::seek::first_from;
use crate::language::{Tag, WordClass, WordEntry};
use crate::text::TokenKind;

/// "Moscow sent troops": a capital that acts is a name, whatever the model took it for.
pub(super) fn mend_capitals(words: &mut [Word<'_>]) {
    for word in words {
        if word.is(WordClass::CAPITAL_ACTOR) && word.is_upper() && !word.tag.is_nominal() {
            word.tag = Tag::Name;
        }
    }
}

/// Whether an article or an owner stands behind a word, as it does behind no noun.
fn leads_object(words: &[Word<'_>], at: usize) -> bool {
    let opens = |word: &Word<'_>| {
        word.tag == Tag::Possessive || word.is(WordClass::ARTICLE | WordClass::INDEFINITE)
    };
    words.get(at + 1).is_some_and(|next| next.timex.is_none() && opens(next))
}

/// "The task force on energy met": the past of a verb that the model took for a noun; and the
/// name of an event that it took for an adjective.
pub(super) fn mend_verbs(words: &mut [Word<'_>]) {
    let mut next = 1;
    while let Some(at) = first_from(words, next, may_be_concerned) {
        if blurs(words, at) {
            words[at].tag = Tag::Adverb;
        } else if is_left_by_verb(words, at) {
            words[at].tag = Tag::Particle;
        } else if let Some(tag) = no_verb(words, at) {
            words[at].tag = tag;
        } else if may_be_mended(&words[at]) {
            mend_verb(words, at);
        }
        next = at + 1;
    }
    mend_first(words);
}

/// "fell through when the ships left": whether a preposition between a verb and the start of a clause takes nothing.
fn is_left_by_verb(words: &[Word<'_>], at: usize) -> bool {
    let verb = &words[at - 1];
    words[at].tag == Tag::Preposition
        && words[at].timex.is_none()
        && matches!(verb.tag, Tag::Past | Tag::Participle)
        && !verb.is(WordClass::STATE | WordClass::SAYING | WordClass::BE)
        && words.get(at + 1).is_some_and(|next| next.tag == Tag::Relative && next.opens_time())
}

/// The same for one word, which is not the first.
fn mend_verb(words: &mut [Word<'_>], at: usize) {
    let word = &words[at];
    let modifies = || {
        words.get(at + 1).is_some_and(|next| {
            next.timex.is_none() && (next.tag.is_nominal() || next.tag == Tag::Adjective)
        })
    };
    // "appellant entered a plea"
    let role = word.tag == Tag::Adjective
        && word.is(WordClass::ROLE)
        && words.get(at + 1).is_some_and(|next| next.tag.is_verbal() && next.timex.is_none());
    let noun = word.entry.noun.is_some() || word.is(WordClass::GROUP) || role;
    let other = || match word.tag {
        Tag::Noun | Tag::Nouns | Tag::Name | Tag::Gerund => false,
        Tag::Adjective => !modifies(),
        // "The film recounts the life of Orr": an object follows.
        Tag::Present if words[at - 1].tag.is_nominal() && leads_object(words, at) => false,
        _ => word.entry.lemma == 0,
    };
    if noun && other() {
        words[at].tag = Tag::Noun;
    }
    mend_form(words, at);
    // "due to meet"
    if words[at].tag == Tag::Base && words[at - 1].is(WordClass::INFINITIVE) {
        words[at - 1].tag = Tag::To;
    }
    mend_between(words, at);
    if is_present(words, at) {
        words[at].tag = Tag::Present;
    }
    let (before, word) = (&words[at - 1], &words[at]);
    // ", and the British fled on": a participle with a subject of its own is the past.
    let opens = || {
        before.tag.is_nominal()
            && word.tag == Tag::Participle
            && starts_clause(words, at)
            && is_only_verb(words, at)
    };
    // "refused to pay and repeated its refusal": with an object of its own it is no passive.
    let shares = || {
        before.is(WordClass::COORDINATOR)
            && word.tag == Tag::Participle
            && words
                .get(at + 1)
                .is_some_and(|next| matches!(next.tag, Tag::Determiner | Tag::Possessive))
    };
    // "The latter resigned his seat".
    let bare = || {
        before.tag == Tag::Adjective
            && at > 1
            && words[at - 2].tag == Tag::Determiner
            && words.get(at + 1).is_some_and(|next| {
                matches!(next.tag, Tag::Pronoun | Tag::Determiner | Tag::Possessive)
            })
    };
    let taken = || {
        word.tag.is_nominal()
            || is_embedded(words, at)
            || matches!(word.tag, Tag::Other | Tag::Adverb | Tag::Adjective)
            || shares()
            || bare()
            || opens()
    };
    // "The two men last met".
    let postponed = || before.tag == Tag::Adjective && at > 1 && words[at - 2].tag.is_nominal();
    let behind_subject = || {
        before.tag.is_nominal()
            || matches!(before.tag, Tag::Pronoun | Tag::Adverb | Tag::Punctuation)
            || before.tag == Tag::Gerund && at == 1
            || before.is(WordClass::RELATIVE | WordClass::COORDINATOR)
            || postponed()
            || bare()
    };
    let past = word.is(WordClass::PAST_FORM) && word.entry.noun.is_none();
    let invariant = || word.is(WordClass::INVARIANT) && is_only_verb(words, at);
    let opens_subject = word.tag == Tag::Adjective
        && (opens_subject(words, at) || is_graded_behind_link(words, at));
    if !word.is_upper() && (past || invariant()) && behind_subject() && taken() && !opens_subject {
        words[at].tag = Tag::Past;
    }
    mend_titled(words, at);
    mend_rising(words, at);
    // "the British fled": a people by its adjective.
    let people = words[at].tag == Tag::Adjective
        && words[at].entry.country.is_some()
        && words[at - 1].tag == Tag::Determiner
        && words.get(at + 1).is_some_and(|next| {
            // "the British, growing suspicious,"
            let set_off = next.is_sign(",")
                && words.get(at + 2).is_some_and(|word| {
                    matches!(word.tag, Tag::Gerund | Tag::Participle) || word.is(WordClass::WHO)
                });
            next.tag.is_verbal() && !says_more(words, at + 1)
                || next.tag == Tag::Preposition
                || set_off
        });
    if people {
        words[at].tag = Tag::Nouns;
    }
    if words[at].tag == Tag::Adjective && is_predicate(words, at) || is_done(words, at) {
        words[at].tag = Tag::Participle;
    }
}

/// "had been shot": behind "been" a noun of that form would have an article.
fn is_done(words: &[Word<'_>], at: usize) -> bool {
    let (before, word) = (&words[at - 1], &words[at]);
    word.tag == Tag::Noun
        && word.is(WordClass::PAST_FORM)
        && !word.is_upper()
        && before.is(WordClass::BE)
        && before.tag == Tag::Participle
        && words.get(at + 1).is_none_or(|next| !next.tag.is_nominal() || next.timex.is_some())
}

/// Whether any rule here can concern a word: most words are done with here.
fn may_be_concerned(word: &Word<'_>) -> bool {
    may_be_mended(word)
        || word.tag == Tag::Preposition
        || word.tag.is_verbal()
        || word.is(WordClass::BLUR)
}

/// Whether a rule for verbs can concern a word.
fn may_be_mended(word: &Word<'_>) -> bool {
    let WordEntry { lemma, verb, noun, .. } = word.entry;
    matches!(word.tag, Tag::Base | Tag::Past | Tag::Adjective | Tag::Gerund | Tag::Participle)
        || lemma != 0
        || verb.is_some()
        || noun.is_some()
        || word.is(WordClass::GROUP
            | WordClass::PAST_FORM
            | WordClass::PAST_ONLY
            | WordClass::INVARIANT)
}

/// What the words around a verb tell of it.
fn mend_between(words: &mut [Word<'_>], at: usize) {
    mend_led(words, at);
    mend_saying(words, at);
    mend_left(words, at);
    mend_behind_relative(words, at);
}

/// "does not receive", "has won": a verb that the model took for something else behind the one
/// that helps it.
fn mend_led(words: &mut [Word<'_>], at: usize) {
    let word = &words[at];
    let denied = at > 1 && words[at - 1].is(WordClass::NEGATION) && words[at - 2].is(WordClass::DO);
    if denied && word.entry.lemma != 0 && matches!(word.tag, Tag::Adjective | Tag::Noun) {
        words[at].tag = Tag::Base;
    } else if word.tag == Tag::Gerund && word.is(WordClass::PAST_FORM) {
        let helped = words[at - 1].is(WordClass::BE | WordClass::HAVE);
        words[at].tag = if helped { Tag::Participle } else { Tag::Past };
    }
}

/// "The council, led by Orr, raised taxes": behind what sets something off a participle with an object is the
/// verb that the subject waits for.
fn mend_left(words: &mut [Word<'_>], at: usize) {
    let word = &words[at];
    let comma = |at: usize| words[at].is_sign(",") && words[at].timex.is_none();
    let past = word.tag == Tag::Participle && word.is(WordClass::PAST_FORM) && at > 3;
    if !past || !comma(at - 1) {
        return;
    }
    let object = words.get(at + 1).is_some_and(|next| {
        next.timex.is_none() && matches!(next.tag, Tag::Noun | Tag::Nouns) && !next.is_upper()
    });
    let Some(before) = (1..at - 1).rfind(|&at| comma(at)) else { return };
    let [first, set_off @ ..] = &words[before + 1..at - 1] else { return };
    let opens = words[before - 1].tag.is_nominal() && !has_finite(&words[..before]);
    let reduced = first.tag == Tag::Participle
        && set_off.first().is_some_and(|next| next.tag == Tag::Preposition)
        && !has_finite(set_off);
    // "The fair, where they had met, closed on Friday"
    let relates = first.tag == Tag::Relative && has_finite(set_off);
    if opens && (reduced && object || relates) {
        words[at].tag = Tag::Past;
    }
}

/// "The war that followed ended in May": right behind the verb of a relative clause stands the one that the
/// noun before the clause waits for.
fn mend_behind_relative(words: &mut [Word<'_>], at: usize) {
    let word = &words[at];
    let verb = &words[at - 1];
    let relates = at > 2 && words[at - 2].tag == Tag::Relative && words[at - 3].tag.is_nominal();
    let past = word.tag == Tag::Participle;
    if past && relates && verb.tag == Tag::Past && !verb.is(WordClass::BE | WordClass::HAVE) {
        words[at].tag = Tag::Past;
    }
}

/// "The Director-General opened", "the Foreign Ministers' Meeting ended": with a capital inside a
/// sentence neither is what it looks like.
fn mend_titled(words: &mut [Word<'_>], at: usize) {
    let (before, word) = (&words[at - 1], &words[at]);
    if !word.is_upper() || word.entry.country.is_some() {
        return;
    }
    let next = words.get(at + 1);
    let titled = word.tag == Tag::Adjective
        && before.tag == Tag::Determiner
        && next.is_some_and(|next| {
            matches!(next.tag, Tag::Past | Tag::Present) || next.is(WordClass::PAST_FORM)
        });
    let body = matches!(word.tag, Tag::Gerund | Tag::Past | Tag::Participle)
        && (before.is_upper() && before.tag.is_nominal() || before.text == "’")
        && next.is_some_and(|next| {
            !next.is_upper() && (next.tag.is_nominal() || next.tag.is_verbal())
        });
    if titled || body {
        words[at].tag = Tag::Name;
    }
}

/// "was told that a unit also bought shares", "after the government ignored an order": whether a
/// participle is the only verb of the clause that is told, and has an object.
fn is_embedded(words: &[Word<'_>], at: usize) -> bool {
    let object = words.get(at + 1).is_some_and(|next| {
        next.tag.is_nominal() && next.timex.is_none()
            || matches!(next.tag, Tag::Determiner | Tag::Number | Tag::Possessive)
    });
    let opens = |word: &Word<'_>| {
        word.is(WordClass::COMPLEMENTISER)
            || word.is(WordClass::SUBORDINATOR) && word.tag == Tag::Preposition
    };
    let opener = words[..at].iter().rposition(|word| {
        word.kind == TokenKind::Sign || word.is(WordClass::COORDINATOR) || opens(word)
    });
    let tells = |opener: usize| {
        let own = &words[opener + 1..at];
        opens(&words[opener])
            && own.iter().any(|word| word.tag.is_nominal())
            && (is_alone(words, at)
                || !has_finite(own) && !has_finite(&words[at + 1..clause_end(words, at)]))
    };
    words[at].tag == Tag::Participle && object && opener.is_some_and(tells)
}

/// "but shares rose 6 pence": two words behind what opens a clause, of which the second is a past
/// and nothing else; the first one is no verb.
fn mend_rising(words: &mut [Word<'_>], at: usize) {
    let (before, word) = (&words[at - 1], &words[at]);
    let past = word.is(WordClass::PAST_FORM)
        && word.entry.noun.is_none()
        && matches!(word.tag, Tag::Noun | Tag::Nouns)
        && !word.is_upper();
    if !past || !matches!(before.tag, Tag::Present | Tag::Base) {
        return;
    }
    let opens = at.checked_sub(2).map(|at| &words[at]).is_none_or(|opener| {
        opener.kind == TokenKind::Sign
            || opener.is(WordClass::COORDINATOR | WordClass::COMPLEMENTISER)
    });
    let goes_on = words.get(at + 1).is_some_and(|next| {
        next.timex.is_some()
            || matches!(next.tag, Tag::Preposition | Tag::Determiner | Tag::Number | Tag::Adverb)
    });
    if opens && goes_on {
        words[at - 1].tag = Tag::Nouns;
        words[at].tag = Tag::Past;
    }
}

/// "On Friday about 30 people met": whether a word behind a time or a sign says that a number is rough.
fn blurs(words: &[Word<'_>], at: usize) -> bool {
    if !words[at].is(WordClass::BLUR) || words[at].timex.is_some() {
        return false;
    }
    let opens = words[at - 1].timex.is_some() || words[at - 1].kind == TokenKind::Sign;
    let counts = |next: &Word<'_>| next.tag == Tag::Number && next.timex.is_none();
    opens && words.get(at + 1).is_some_and(counts)
}

/// What a word is that looks like a verb and is none: a part of a name, "President van Rompuy", or
/// what became of so many.
fn no_verb(words: &[Word<'_>], at: usize) -> Option<Tag> {
    if !words[at].tag.is_verbal() {
        return None;
    }
    let particle = words[at].is(WordClass::NAME_PARTICLE)
        && !words[at].is_upper()
        && words[at - 1].is_upper()
        && words.get(at + 1).is_some_and(Word::is_upper);
    if particle {
        return Some(Tag::Name);
    }
    says_what_became(words, at).then_some(Tag::Adjective)
}

/// "lost 106 killed and wounded", "left 12 injured": whether a participle behind a verb and a number,
/// or joined to such a one, says what became of so many.
fn says_what_became(words: &[Word<'_>], at: usize) -> bool {
    let participle = matches!(words[at].tag, Tag::Past | Tag::Participle)
        && !words[at]
            .is(WordClass::PAST_ONLY | WordClass::BE | WordClass::HAVE | WordClass::SAYING);
    let counted = at > 1
        && words[at - 1].tag == Tag::Number
        && words[at - 1].timex.is_none()
        && matches!(words[at - 2].tag, Tag::Past | Tag::Participle)
        && !words[at - 2].is(WordClass::SAYING | WordClass::BE);
    let joined = at > 2
        && words[at - 1].is(WordClass::COORDINATOR)
        && words[at - 2].tag == Tag::Adjective
        && words[at - 3].tag == Tag::Number
        && words[at - 3].timex.is_none();
    participle && (counted || joined) && !says_more(words, at)
}

/// "the defendant contends that": a verb that the model took for several things.
fn mend_saying(words: &mut [Word<'_>], at: usize) {
    let says = words[at].tag == Tag::Nouns
        && words[at].entry.lemma != 0
        && words[at].entry.noun.is_none()
        && words.get(at + 1).is_some_and(|next| next.is(WordClass::COMPLEMENTISER));
    if says {
        words[at].tag = Tag::Present;
        if words[at - 1].is(WordClass::ROLE | WordClass::GROUP) {
            words[at - 1].tag = Tag::Noun;
        }
    }
}

/// "A bomb kills two people", "The army enters Oslo": whether a clause would have no verb if this
/// word, which the model took for a noun and which is only known as a verb, were none.
fn is_present(words: &[Word<'_>], at: usize) -> bool {
    let (before, word) = (&words[at - 1], &words[at]);
    let behind_subject = || before.timex.is_none() && !before.is_upper();
    let object = || {
        words.get(at + 1).is_some_and(|next| {
            next.timex.is_none()
                && (matches!(next.tag, Tag::Determiner | Tag::Number | Tag::Possessive)
                    || next.is_upper() && next.tag.is_nominal())
        })
    };
    // "The troops enter Oslo": the plural of what can be an actor goes with the bare form.
    let agrees = word.tag == Tag::Nouns && before.tag == Tag::Noun
        || word.tag == Tag::Noun && before.tag == Tag::Nouns;
    agrees
        && behind_subject()
        && object()
        && word.entry.verb.is_some()
        && word.entry.noun.is_none()
        && !word.is_upper()
        && is_alone(words, at)
}

/// "The dam burst at two": whether a clause would have no verb if this word were none, and it
/// has an object or a phrase behind it.
fn is_only_verb(words: &[Word<'_>], at: usize) -> bool {
    let goes_on = words.get(at + 1).is_some_and(|next| {
        next.timex.is_some()
            || matches!(
                next.tag,
                Tag::Preposition | Tag::Determiner | Tag::Number | Tag::Possessive | Tag::To
            )
            || next.is_upper() && next.tag == Tag::Name
    });
    goes_on && is_alone(words, at)
}

/// Whether a comma and a coordinator, or a word that opens a clause, stand before the noun phrase
/// that ends before a word.
fn starts_clause(words: &[Word<'_>], at: usize) -> bool {
    let first = (0..at)
        .rev()
        .take_while(|&at| {
            words[at].tag.is_nominal()
                || matches!(words[at].tag, Tag::Adjective | Tag::Determiner | Tag::Possessive)
        })
        .last();
    first.is_some_and(|first| {
        // "Suspected bombs exploded": a participle opens the sentence and its noun phrase.
        if first == 1 && words[0].tag == Tag::Participle {
            return true;
        }
        let joins = |at: usize| words[at].is(WordClass::COORDINATOR) && words[at - 1].is_sign(",");
        let opens = |at: usize| words[at].is(WordClass::RELATIVE | WordClass::COMPLEMENTISER);
        // "Political, military, and economic setbacks": one word between two commas is of a list.
        let listed = first > 3
            && words[first].tag == Tag::Adjective
            && words[first - 4].is_sign(",")
            && (words[first - 3].tag == Tag::Adjective || words[first - 3].tag.is_nominal());
        // "It is open," the owner confirmed
        let ends = |at: usize| matches!(words[at].text, "\"" | "”" | ",");
        let quoted = first > 2 && ends(first - 1) && ends(first - 2);
        quoted || first > 1 && joins(first - 1) && !listed || first > 0 && opens(first - 1)
    })
}

/// Whether a participle says more of the noun behind it: "the captured ships".
fn says_more(words: &[Word<'_>], at: usize) -> bool {
    words[at].tag == Tag::Participle
        && words.get(at + 1).is_some_and(|next| {
            next.timex.is_none()
                && !next.is_upper()
                && (next.tag.is_nominal() || next.tag == Tag::Adjective)
        })
}

/// "was finally laid on", ", built in 1937": an adjective that is a verb's participle, where it
/// can be the predicate.
fn is_predicate(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    if !word.is(WordClass::PAST_FORM | WordClass::INVARIANT) || word.is(WordClass::STATE) {
        return false;
    }
    let before = (0..at).rev().find(|&before| words[before].tag != Tag::Adverb);
    let Some(before) = before.map(|before| &words[before]) else { return false };
    let being = before.is(WordClass::BE);
    let after_comma =
        before.is_sign(",") && words.get(at + 1).is_some_and(|next| next.tag == Tag::Preposition);
    word.entry.verb.is_some() && (being || after_comma)
}
