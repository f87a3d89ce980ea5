//! Infinitives with the word that leads them inside: "aufzubauen".

use super::reading::Word;
use crate::language::{EventWords, Tag, WordClass};
use crate::text::TokenKind;

/// Reads what is written as one word with a first part that can stand apart, the word before an infinitive and a
/// verb as an infinitive of that verb, with what is known of the whole or else of the verb alone.
pub(super) fn read_fused(words: &mut [Word<'_>], language: &EventWords) {
    for word in words {
        let unknown = word.entry.lemma == 0 && word.timex.is_none() && !word.is_upper();
        if !unknown || word.kind != TokenKind::Word {
            continue;
        }
        let lower = word.lower();
        let cuts = lower.char_indices().map(|(at, _)| at).skip(2);
        let found = cuts.clone().find_map(|at| {
            if !language.entry(&lower[..at]).class.has(WordClass::SEPARABLE) {
                return None;
            }
            let to = cuts.clone().find(|&to| {
                to > at && language.entry(&lower[at..to]).class.has(WordClass::INFINITIVE)
            })?;
            let verb = language.entry(&lower[to..]);
            let whole = language.entry(&format!("{}{}", &lower[..at], &lower[to..]));
            (verb.lemma != 0).then_some(if whole.lemma == 0 { verb } else { whole })
        });
        if let Some(mut entry) = found {
            entry.class |= WordClass::INFINITIVE;
            word.entry = entry;
            word.tag = Tag::Base;
        }
    }
}
