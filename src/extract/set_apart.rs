//! Sentences that stand in brackets as a whole.

use crate::text::{Token, TokenKind};

/// So many words and signs are no sentence, but a label or a date.
const SHORTEST: usize = 8;

/// "(Orr had left in May.)", "(Orr had left in May. [He came back.)]": whether a bracket opens the tokens of a sentence and
/// closes behind all of them, or in a later one: what stands inside is told as any other sentence is.
pub(super) fn is_set_apart(text: &str, tokens: &[Token]) -> bool {
    let is_sign =
        |token: &Token, sign| token.kind == TokenKind::Sign && token.span.of(text) == sign;
    tokens.len() >= SHORTEST
        && is_sign(&tokens[0], "(")
        && !tokens[..tokens.len() - 2].iter().any(|token| is_sign(token, ")"))
}
