//! Brackets: how many are open around a word, and sentences that stand in them as a whole.

use super::reading::Word;
use super::seek::first_from;
use crate::text::TokenKind;

/// So many words and signs are no sentence, but a label or a date.
const SHORTEST: usize = 8;

/// Counts for each word of a sentence the brackets that are open around it.
pub(super) fn count_brackets(words: &mut [Word<'_>]) {
    let is_bracket = |word: &Word<'_>| {
        word.kind == TokenKind::Sign && matches!(word.text, "(" | ")" | "[" | "]")
    };
    // Few sentences have any.
    let Some(first) = first_from(words, 0, is_bracket) else { return };
    let set_apart = is_set_apart(words);
    let mut depth = 0_u8;
    for (at, word) in words.iter_mut().enumerate().skip(first) {
        let sign = if word.kind == TokenKind::Sign { word.text } else { "" };
        if matches!(sign, ")" | "]") {
            depth = depth.saturating_sub(1);
        }
        word.depth = depth;
        if matches!(sign, "(" | "[") && !(set_apart && at == 0) {
            depth = depth.saturating_add(1);
        }
    }
}

/// "(Orr had left in May.)", "(Orr had left in May. [He came back.)]": whether a bracket opens a sentence and
/// closes behind all of it, or in a later one: what stands inside is told as any other sentence is.
fn is_set_apart(words: &[Word<'_>]) -> bool {
    words.len() >= SHORTEST
        && words[0].is_sign("(")
        && !words[..words.len() - 2].iter().any(|word| word.is_sign(")"))
}
