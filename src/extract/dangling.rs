//! Taking off the end of a title what only begins to say something.

use super::phrase::trim_end;
use super::reading::Word;
use crate::language::{Tag, WordClass};

/// Takes off what stands at the end behind a verb, which ends before a word, and says nothing without
/// what was cut off: "want a further", "the treaty he", "came just".
pub(super) fn drop_dangling(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) {
    const LEAST: usize = 2;
    while out.len() > LEAST
        && let [.., before, last] = out[..]
        && last >= end
        && (lacks_noun(words, before, last) || opens_clause(words, before, last))
    {
        out.pop();
        trim_end(words, out);
    }
    // "would not yield even [if]"
    let leads = |at: usize| {
        let opens = WordClass::SUBORDINATOR | WordClass::COMPARISON;
        let next = words.get(at + 1);
        words[at].tag == Tag::Adverb
            && next.is_some_and(|next| next.timex.is_none() && next.is(opens))
    };
    if out.len() > LEAST && out.last().is_some_and(|&last| last > end && leads(last)) {
        out.pop();
        trim_end(words, out);
    }
    // "be leaving very, [very soon]", "ravaged towns just [before seven]"
    let weighs = |at: usize| words[at].tag == Tag::Adverb && words[at].is(WordClass::GRADING);
    if out.len() > LEAST && out.last().is_some_and(|&last| last > end && weighs(last)) {
        out.pop();
        trim_end(words, out);
    }
    // "came just [24 hours] after": it goes with the amount; "did so two days later" does not.
    let grades = |at: usize| {
        words[at].tag == Tag::Adverb
            && !words[at - 1].is(WordClass::DO)
            && words.get(at + 1).is_some_and(|next| next.tag == Tag::Number)
    };
    if out.len() > LEAST && out.last().is_some_and(|&last| last >= end && grades(last)) {
        out.pop();
        trim_end(words, out);
    }
}

/// "rose as soaring prices [and data fed fears]", "signed a treaty under the terms [of which]": takes off
/// the start of a clause whose verb was cut off. `cut` says whether something was.
pub(super) fn drop_split_clause(words: &[Word<'_>], end: usize, cut: bool, out: &mut Vec<usize>) {
    let Some(&last) = out.last().filter(|&&last| last > end) else { return };
    let goes_on = words.get(last + 1).is_some_and(|next| {
        next.is(WordClass::COORDINATOR)
            || next.tag.is_finite()
            || next.tag.is_nominal() && next.timex.is_none()
    });
    let opens = |at: usize| {
        at > end
            && words[at].is(WordClass::SUBORDINATOR)
            && !words[at].is(WordClass::COMPARISON)
            && words[at].tag != Tag::Noun
            // "firms such as Orr Ltd" is whole.
            && !(words[at - 1].tag == Tag::Adjective && words[at - 2].tag.is_nominal())
    };
    let relates = words.get(last + 1).is_some_and(|next| next.is(WordClass::NAME_LINK))
        && words.get(last + 2).is_some_and(|next| next.is(WordClass::RELATIVE));
    let at = if relates {
        out.iter().rposition(|&at| at > end && words[at].tag == Tag::Preposition)
    } else if cut && goes_on {
        out.iter().rposition(|&at| opens(at))
    } else {
        None
    };
    let finite =
        |word: &Word<'_>| matches!(word.tag, Tag::Past | Tag::Present | Tag::Modal | Tag::Base);
    let verbless = |at: usize| !out[at + 1..].iter().any(|&at| finite(&words[at]));
    if let Some(at) = at.filter(|&at| at > 1 && verbless(at)) {
        out.truncate(at);
        trim_end(words, out);
    }
}

/// "a further, albeit smaller, rise": whether a word stands between an article and the noun that
/// was cut off.
fn lacks_noun(words: &[Word<'_>], before: usize, last: usize) -> bool {
    let led = words[before].is(WordClass::INDEFINITE)
        && words[before].tag == Tag::Determiner
        && before + 1 == last;
    let open = words
        .get(last + 1)
        .is_some_and(|next| next.is_sign(",") || next.tag.is_nominal() || next.tag.leads_noun());
    led && open && matches!(words[last].tag, Tag::Adjective | Tag::Adverb | Tag::Participle)
}

/// "accepted the treaty [he] had rejected": whether a pronoun behind a noun is the subject of a clause
/// whose verb was cut off.
fn opens_clause(words: &[Word<'_>], before: usize, last: usize) -> bool {
    let acts = words.get(last + 1).is_some_and(|next| next.timex.is_none() && next.tag.is_finite());
    let pronoun = words[last].tag == Tag::Pronoun
        && words[last].is(WordClass::THIRD_PERSON | WordClass::FIRST_PERSON);
    let opens = words[before].tag.is_nominal() || words[before].tag == Tag::Adjective;
    pronoun && acts && opens && before + 1 == last
}

/// "made peace with them [signing the treaty] of Oslo": of what somebody did on the way nothing is kept
/// where its end was cut off. Gives whether something was taken off.
pub(super) fn drop_split_gerund(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) -> bool {
    let goes_on = |at: usize| {
        words.get(at + 1).is_some_and(|next| next.is(WordClass::NAME_LINK | WordClass::COORDINATOR))
    };
    if !out.last().is_some_and(|&last| last > end && goes_on(last)) {
        return false;
    }
    let apart = |i: usize| {
        let (before, at) = (out[i - 1], out[i]);
        at > end + 1
            && words[at].tag == Tag::Gerund
            && words[at].entry.noun.is_none()
            && before + 1 == at
            && words[before].tag.is_nominal()
            && words.get(at + 1).is_some_and(|next| {
                // "its debt restructuring offer" is one phrase.
                matches!(next.tag, Tag::Determiner | Tag::Possessive | Tag::Name | Tag::Adverb)
            })
    };
    let Some(gerund) = (2..out.len()).rfind(|&i| apart(i)) else { return false };
    out.truncate(gerund);
    trim_end(words, out);
    true
}
