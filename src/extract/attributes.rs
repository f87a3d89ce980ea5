//! Words that say more of the noun behind them, and that a model of parts of speech took for something else.

use super::awaited::behind_first_time;
use super::reading::Word;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// "the resulting 1794 agreement": whether a gerund stands behind an article, and before the time of a noun.
pub(super) fn is_before_time(words: &[Word<'_>], at: usize) -> bool {
    let led = words[at - 1].tag == Tag::Determiner && words[at - 1].timex.is_none();
    let Some(timex) = words.get(at + 1).and_then(|next| next.timex).filter(|_| led) else {
        return false;
    };
    let noun = words[at + 1..].iter().find(|word| word.timex != Some(timex));
    noun.is_some_and(|noun| noun.timex.is_none() && matches!(noun.tag, Tag::Noun | Tag::Nouns))
}

/// "In 1861, escaped enslaved people who": whether a past with nobody before it in its sentence stands before another
/// word that says more of a noun, of which a relative clause or a verb tells.
pub(super) fn leads_subject(words: &[Word<'_>], at: usize) -> bool {
    let [other, noun, next, ..] = words.get(at + 1..).unwrap_or_default() else { return false };
    let more = matches!(other.tag, Tag::Participle | Tag::Adjective) && other.timex.is_none();
    let told = next.tag == Tag::Relative || next.tag.is_finite();
    let first = at == behind_first_time(words);
    more && noun.tag == Tag::Nouns && told && next.timex.is_none() && first
}

/// "replaced that religion with another": whether what looks like a conjunction points at the noun behind it, as no verb
/// follows which that could be the subject of.
pub(super) fn points_at_noun(words: &[Word<'_>], at: usize) -> bool {
    let (word, before) = (&words[at], &words[at - 1]);
    let doubtful = word.is(WordClass::DEMONSTRATIVE)
        && word.is(WordClass::COMPLEMENTISER)
        && matches!(before.tag, Tag::Past | Tag::Participle)
        && before.timex.is_none();
    let noun = words.get(at + 1).is_some_and(|next| next.tag == Tag::Noun && next.timex.is_none());
    let clause = || words[at + 1..].iter().take_while(|word| word.kind != TokenKind::Sign);
    doubtful && noun && !clause().any(|word| word.tag.is_verbal() && word.timex.is_none())
}

/// "continued advancing and took it": whether what looks like an adjective is what a verb says to have gone on.
pub(super) fn goes_on_doing(words: &[Word<'_>], at: usize) -> bool {
    let (word, before) = (&words[at], &words[at - 1]);
    let goes_on = before.is(WordClass::ASPECT) && before.tag.is_finite() && before.timex.is_none();
    let joined = words.get(at + 1).is_some_and(|next| {
        next.kind == TokenKind::Sign
            || next.is(WordClass::COORDINATOR)
            || next.tag == Tag::Preposition
    });
    goes_on && joined && word.entry.verb.is_some()
}

/// "Fighting continued over two weeks": whether a sentence opens with a gerund that is what goes on, and not what somebody
/// does, before the verb that says so.
pub(super) fn goes_on_by_itself(words: &[Word<'_>], at: usize) -> bool {
    let (word, before) = (&words[at], &words[at - 1]);
    let goes_on = word.is(WordClass::ASPECT | WordClass::START | WordClass::FINISH)
        && matches!(word.tag, Tag::Past | Tag::Participle)
        && word.timex.is_none();
    let alone = || {
        words.get(at + 1).is_none_or(|next| {
            next.timex.is_some()
                || next.kind == TokenKind::Sign
                || matches!(next.tag, Tag::Preposition | Tag::Adverb)
        })
    };
    at == 1 && before.tag == Tag::Gerund && before.entry.noun.is_some() && goes_on && alone()
}

/// "on the third day of fighting,": whether a form of a verb, with nothing behind it that it could act on, names
/// what goes on.
pub(super) fn names_what_goes_on(words: &[Word<'_>], at: usize) -> bool {
    let of_noun = at
        .checked_sub(2)
        .is_some_and(|noun| words[at - 1].is(WordClass::NAME_LINK) && words[noun].tag.is_nominal());
    let ends = words.get(at + 1).is_none_or(|next| next.kind == TokenKind::Sign);
    of_noun && ends && words[at].entry.noun.is_some()
}
