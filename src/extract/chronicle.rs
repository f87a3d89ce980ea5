//! Parts of speech in the lines of a chronicle, which a model of sentences gets wrong.

use super::reading::Word;
use crate::language::{Tag, WordClass};

/// "14 April: The cruiser sinks": behind a date that labels its line the first form of a known
/// verb tells what happened, whatever the model took it for.
pub(super) fn mend_chronicle(words: &mut [Word<'_>]) {
    let label = words.iter().take_while(|word| word.timex.is_some()).count();
    if label == 0 || label == words.len() {
        return;
    }
    // "10 July 1941: Bombed by a German aircraft; one killed".
    let opens = label + words[label..].iter().take_while(|word| !word.is_upper()).count();
    if let [word, next, ..] = &mut words[opens..]
        && !word.tag.is_verbal()
        && word.is(WordClass::PAST_FORM)
        && next.tag == Tag::Preposition
    {
        word.tag = Tag::Participle;
    }
    let finite = |word: &Word<'_>| word.tag.is_finite();
    let known = |at: usize| {
        let (before, word) = (&words[at - 1], &words[at]);
        let behind_subject =
            before.tag.is_nominal() || before.tag == Tag::Pronoun || before.tag == Tag::Number;
        let object = words.get(at + 1).is_some_and(|next| {
            matches!(next.tag, Tag::Determiner | Tag::Number | Tag::Possessive)
                || next.is_upper() && next.timex.is_none()
        });
        behind_subject
            && word.entry.lemma != 0
            && !word.is_upper()
            && word.timex.is_none()
            && matches!(word.tag, Tag::Noun | Tag::Nouns | Tag::Base | Tag::Adjective)
            && (object || word.entry.noun.is_none())
    };
    let first_finite = words.iter().position(finite).unwrap_or(words.len());
    if let Some(at) = (label + 1..first_finite).find(|&at| known(at)) {
        words[at].tag = Tag::Present;
    }
}
