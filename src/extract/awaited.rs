//! Participles that are the verb which their clause waits for.

use smallvec::SmallVec;

use super::lone_verb::{has_finite, is_alone};
use super::phrase::is_of_phrase;
use super::reading::Word;
use crate::language::{Tag, WordClass};

/// "Although parts of the empire, such as Tver, persisted until 1480, it fell": whether a participle
/// behind an insertion is the verb that a subordinate clause at the start waits for.
pub(super) fn is_awaited(words: &[Word<'_>], at: usize) -> bool {
    let opens = words[0].is(WordClass::SUBORDINATOR) && words[0].timex.is_none();
    // Few sentences do: the words between are looked at in those alone.
    if !opens || !words[at - 1].is_sign(",") {
        return false;
    }
    let own = &words[1..at];
    let commas = own.iter().filter(|word| word.is_sign(",") && word.timex.is_none()).count();
    let noun = |word: &Word<'_>| word.tag.is_nominal() && word.timex.is_none();
    let subject = own.iter().take_while(|word| !word.is_sign(",")).any(noun);
    let led = words.get(1).is_some_and(|word| !word.tag.is_verbal());
    led && subject
        && commas == 2
        && !own.iter().any(|word| word.tag.is_finite() && word.timex.is_none())
        && words[at + 1..].iter().any(|word| word.tag.is_finite() && word.timex.is_none())
}

/// "As they moved west, several settlers established farms": whether a participle with an object stands
/// behind a noun phrase, and before that the comma of a subordinate clause at the start, or behind a time there.
pub(super) fn is_main(words: &[Word<'_>], at: usize) -> bool {
    let start = behind_first_time(words);
    if start >= at || !words[start].is(WordClass::SUBORDINATOR) || words[start].timex.is_some() {
        return false;
    }
    let finite = |word: &Word<'_>| word.tag.is_finite() && word.timex.is_none();
    let count = words[..at].iter().rev().take_while(|word| is_of_phrase(word)).count();
    let Some(comma) = (at - count).checked_sub(1).filter(|_| count > 0) else { return false };
    let object = words.get(at + 1).is_some_and(|next| {
        next.timex.is_none()
            && (next.tag.is_nominal()
                || matches!(next.tag, Tag::Determiner | Tag::Possessive)
                // "contained upwards of 20 men"
                || next.tag == Tag::Adverb
                    && words.get(at + 2).is_some_and(|link| link.is(WordClass::NAME_LINK)))
    });
    // "Although there were some, by 1838, women"
    let own: SmallVec<[&[Word<'_>]; 3]> =
        words[start.min(comma)..comma].split(|word| word.is_sign(",")).collect();
    let small = |word: &Word<'_>| word.timex.is_some() || word.tag == Tag::Preposition;
    words[comma].is_sign(",")
        && words[..comma].iter().any(finite)
        && own.len() <= 2
        && own.get(1).is_none_or(|between| between.iter().all(small))
        && words[at - 1].tag.is_nominal()
        && object
        && is_alone(words, at)
}

/// "After Orr died, turmoil reigned", "In 1570, a school called Vik emerged": whether a participle, the last word of
/// its sentence that can be a verb, stands behind a noun phrase, and before that the comma of a subordinate clause at
/// the start, or of a time there.
pub(super) fn is_only_one(words: &[Word<'_>], at: usize) -> bool {
    let verbal = |word: &Word<'_>| word.tag.is_verbal() && word.timex.is_none();
    let ends = words.last().is_some_and(|last| last.is_sign("."));
    if !ends || !words[at - 1].tag.is_nominal() || words[at + 1..].iter().any(verbal) {
        return false;
    }
    let named = |word: &Word<'_>| word.tag == Tag::Participle && word.is(WordClass::NAMING);
    let inside = |word: &Word<'_>| {
        is_of_phrase(word) || named(word) || word.is(WordClass::COORDINATOR | WordClass::NAME_LINK)
    };
    let count = words[..at].iter().rev().take_while(|word| inside(word)).count();
    let Some(comma) = (at - count).checked_sub(1).filter(|&comma| words[comma].is_sign(",")) else {
        return false;
    };
    let depends = words[0].is(WordClass::SUBORDINATOR)
        && words[0].timex.is_none()
        && has_finite(&words[1..comma]);
    depends || behind_first_time(words) == comma + 1
}

/// "By 1519, [when]": the word behind a time that opens a sentence, and its comma; the first one if none does.
pub(super) fn behind_first_time(words: &[Word<'_>]) -> usize {
    let [led, time, ..] = words else { return 0 };
    if led.tag != Tag::Preposition || led.timex.is_some() || time.timex.is_none() {
        return 0;
    }
    let end = 1 + words[1..].iter().take_while(|word| word.timex == time.timex).count();
    if words.get(end).is_some_and(|word| word.is_sign(",")) { end + 1 } else { 0 }
}

/// "While the army fought in Italy, the king": whether a participle right behind the noun phrase that a conjunction
/// opens the sentence with is the verb of that clause, which a comma closes.
pub(super) fn is_of_first(words: &[Word<'_>], at: usize) -> bool {
    let opener = &words[0];
    let opens = opener.is(WordClass::SUBORDINATOR)
        && !opener.is(WordClass::ANCHOR)
        && opener.timex.is_none();
    // "As part of a deal signed in May,"
    let whole = opens && (words[1].is(WordClass::ARTICLE) || !opener.is(WordClass::LIKENING));
    if !whole || at < 2 || !words[at - 1].tag.is_nominal() || !words[1..at].iter().all(is_of_phrase)
    {
        return false;
    }
    let comma = words[at..].iter().position(|word| word.is_sign(",") && word.timex.is_none());
    comma.is_some_and(|comma| !has_finite(&words[at + 1..at + comma]))
}

/// "spread to Riga and, in the year 1930, assumed control": whether a participle with an object stands behind a conjunction
/// and a time set off by commas, and so goes on from a verb before.
pub(super) fn is_joined_behind_time(words: &[Word<'_>], at: usize) -> bool {
    let next = words.get(at + 1).filter(|next| next.timex.is_none());
    let object = next.is_some_and(|next| {
        next.tag.is_nominal() || matches!(next.tag, Tag::Determiner | Tag::Possessive)
    });
    if !object || at < 4 || !words[at - 1].is_sign(",") || words[at - 2].timex.is_none() {
        return false;
    }
    let time = words[..at - 1].iter().rev().take_while(|word| word.timex.is_some()).count();
    let Some([before @ .., joint, comma, led]) = words.get(..at - 1 - time) else { return false };
    led.tag == Tag::Preposition
        && comma.is_sign(",")
        && joint.is(WordClass::COORDINATOR)
        && joint.tag == Tag::Conjunction
        && has_finite(before)
}

/// "The bank fell, and in May 1922, the king resigned": whether a participle ends the clause that opens behind a
/// conjunction and a time with the noun phrase right before it.
pub(super) fn closes_timed(words: &[Word<'_>], at: usize) -> bool {
    if !words[at].is(WordClass::PAST_FORM) || !words[at - 1].tag.is_nominal() {
        return false;
    }
    let own = |word: &&Word<'_>| {
        word.timex.is_none()
            && (is_of_phrase(word)
                || matches!(word.tag, Tag::Determiner | Tag::Possessive | Tag::Number))
    };
    let count = words[..at].iter().rev().take_while(own).count();
    let Some([before @ .., comma]) = words.get(..at - count) else { return false };
    let timed = before.iter().rev().take_while(|word| word.timex.is_some()).count();
    let [.., joint, led] = &before[..before.len() - timed] else { return false };
    comma.is_sign(",")
        && timed > 0
        && led.tag == Tag::Preposition
        && joint.is(WordClass::COORDINATOR)
        && joint.tag == Tag::Conjunction
        && is_alone(words, at)
}

/// "The war dragged on, and": whether a participle with nothing but a particle behind it ends the first
/// clause of a sentence.
pub(super) fn ends_first(words: &[Word<'_>], at: usize) -> bool {
    let [particle, comma, joint, ..] = &words[at + 1..] else { return false };
    matches!(particle.tag, Tag::Preposition | Tag::Particle | Tag::Adverb)
        && comma.is_sign(",")
        && joint.is(WordClass::COORDINATOR)
        && words[..at].iter().all(is_of_phrase)
        && words[at - 1].tag.is_nominal()
}

/// "The generals, disgusted by the war, killed Orr": a participle with an object behind the comma that
/// closes what another one opened behind the subject, where no other verb follows.
pub(super) fn closes_insertion(words: &[Word<'_>], at: usize) -> bool {
    let noun = |word: &Word<'_>| word.tag.is_nominal() && word.timex.is_none();
    let finite = |word: &Word<'_>| word.tag.is_finite() && word.timex.is_none();
    let object = words.get(at + 1).is_some_and(|next| {
        noun(next) || matches!(next.tag, Tag::Determiner | Tag::Possessive) && next.timex.is_none()
    });
    if !words[at - 1].is_sign(",") || !object || words[at + 1..].iter().any(finite) {
        return false;
    }
    let opens = (1..at - 1).find(|&comma| {
        words[comma].is_sign(",")
            && noun(&words[comma - 1])
            && matches!(words[comma + 1].tag, Tag::Participle | Tag::Gerund)
    });
    opens.is_some_and(|comma| {
        !words[..comma].iter().any(|word| finite(word) || word.tag == Tag::To)
            && !matches!(words[0].tag, Tag::Participle | Tag::Gerund)
    })
}
