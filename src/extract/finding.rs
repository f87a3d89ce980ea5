//! Verbs of finding and saying that look like participles: "a survey found that".

use super::reading::Word;
use crate::language::{Tag, WordClass};

/// "a survey found in May that": whether what stands behind a verb tells what was found or said.
pub(super) fn finds(words: &[Word<'_>], at: usize) -> bool {
    let (before, word) = (&words[at - 1], &words[at]);
    let timed = |at: usize| words.get(at).is_some_and(|word| word.timex.is_some());
    let skipped = |&at: &usize| timed(at) || words[at].tag == Tag::Preposition && timed(at + 1);
    let subject = before.tag.is_nominal() && before.timex.is_none();
    if !subject || !word.is(WordClass::SAYING | WordClass::FINDING) {
        return false;
    }
    let next = at + 1 + (at + 1..words.len()).take_while(skipped).count();
    let opened = words.get(next).is_some_and(|next| {
        next.is(WordClass::COMPLEMENTISER)
            && !next.is(WordClass::CONDITIONAL)
            && next.tag != Tag::Determiner
    });
    opened || word.is(WordClass::FINDING) && finds_clause(words, at)
}

/// "a survey found exports had grown": so is what has a subject and a verb of its own right behind it.
fn finds_clause(words: &[Word<'_>], at: usize) -> bool {
    let phrase = |&at: &usize| {
        let word = &words[at];
        word.timex.is_none()
            && (word.tag.is_nominal()
                || matches!(word.tag, Tag::Determiner | Tag::Possessive | Tag::Adjective))
    };
    let end = at + 1 + (at + 1..words.len()).take_while(phrase).count();
    let named = end > at + 1 && words[end - 1].tag.is_nominal();
    named && words.get(end).is_some_and(|verb| verb.tag.is_finite() && verb.timex.is_none())
}
