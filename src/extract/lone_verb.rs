//! Whether a word is the only verb that its clause can have, before clauses are told apart.

use super::reading::Word;
use crate::language::WordClass;
use crate::text::TokenKind;

/// Whether no other word of the clause of a word is a finite verb.
pub(super) fn is_alone(words: &[Word<'_>], at: usize) -> bool {
    let first = words[..at].iter().rposition(parts_clauses).map_or(0, |before| before + 1);
    let end = clause_end(words, at);
    !has_finite(&words[first..at]) && !has_finite(&words[at + 1..end])
}

/// Whether some word is a finite verb.
pub(super) fn has_finite(words: &[Word<'_>]) -> bool {
    words.iter().any(|word| word.tag.is_finite())
}

fn parts_clauses(word: &Word<'_>) -> bool {
    word.kind == TokenKind::Sign || word.is(WordClass::COORDINATOR | WordClass::RELATIVE)
}

/// Where the clause of a word ends at the latest.
pub(super) fn clause_end(words: &[Word<'_>], at: usize) -> usize {
    words[at..].iter().position(parts_clauses).map_or(words.len(), |behind| at + behind)
}
