//! Taking off a title a second verb whose rest was cut off.

use super::phrase::trim_end;
use super::reading::Word;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// "condemned the raid and called [for calm]", "was open in declaring [that]": takes off a second
/// verb whose rest was cut off.
pub(super) fn drop_split_verb(words: &[Word<'_>], phrase: &mut Vec<usize>) {
    let &[.., before, joint, last] = &phrase[..] else { return };
    let joined = words[joint].is(WordClass::COORDINATOR) && joint + 1 == last;
    let verb = |at: usize| words[at].tag.is_verbal();
    let next = words.get(last + 1);
    let says = words[joint].tag == Tag::Preposition
        && words[last].tag == Tag::Gerund
        && next.is_some_and(|next| next.is(WordClass::COMPLEMENTISER));
    let goes_on = next.is_some_and(|next| next.kind != TokenKind::Sign && next.timex.is_none());
    // "resigned as director to seek, without luck, [a seat]"
    let aim = words[joint].tag == Tag::To
        && words[last].tag == Tag::Base
        && words[before].tag.is_nominal()
        && next.is_some_and(|next| {
            // "plans to create [more than 10,000 jobs]"
            let counts = next.tag == Tag::Number
                || next.tag == Tag::Adjective
                    && words.get(last + 2).is_some_and(|then| then.is(WordClass::COMPARISON));
            next.is_sign(",") || next.timex.is_none() && (next.tag == Tag::Determiner || counts)
        });
    // "rose 50 cents to close [at five dollars]"
    let amount = phrase.len() > 3 && words[phrase[phrase.len() - 4]].tag == Tag::Number;
    let closes = words[joint].tag == Tag::To
        && words[last].tag == Tag::Base
        && (words[before].is(WordClass::MEASURE | WordClass::MONEY) || amount)
        && next.is_some_and(|next| next.tag == Tag::Preposition);
    if aim || closes || says || joined && verb(last) && !verb(before) && goes_on {
        phrase.truncate(phrase.len() - 2);
        trim_end(words, phrase);
    }
}

/// "won without even trying [to]": takes off a gerund whose aim was cut off, with the preposition that leads
/// it. Gives whether it did.
pub(super) fn drop_split_aim(words: &[Word<'_>], phrase: &mut Vec<usize>) -> bool {
    let aims = phrase.last().is_some_and(|&last| {
        words[last].tag == Tag::Gerund
            && words.get(last + 1).is_some_and(|next| next.tag == Tag::To)
    });
    let plain = |&at: &usize| matches!(words[at].tag, Tag::Gerund | Tag::Adverb);
    let led = phrase.iter().rposition(|at| !plain(at)).filter(|_| aims);
    let led = led.filter(|&led| led > 1 && words[phrase[led]].tag == Tag::Preposition);
    if let Some(led) = led {
        phrase.truncate(led);
        trim_end(words, phrase);
    }
    led.is_some()
}
