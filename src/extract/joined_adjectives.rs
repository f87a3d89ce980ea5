//! Adjectives that are joined, of which a title that is too long keeps the first.

use super::reading::Word;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// "one of the most important [and influential English] collections of verse": takes the adjectives behind a
/// conjunction out of an object, which begins at a word, where a title has more words than it may.
pub(super) fn drop_joined(words: &[Word<'_>], end: usize, limit: usize, out: &mut Vec<usize>) {
    let count = |out: &[usize]| out.iter().filter(|&&at| words[at].kind != TokenKind::Sign).count();
    if count(out) <= limit {
        return;
    }
    let graded = |at: usize| {
        words[at].tag == Tag::Adjective && !words[at].numeral && words[at].timex.is_none()
    };
    let joint = out.windows(3).position(|three| {
        let &[adjective, joint, next] = three else { return false };
        adjective >= end
            && graded(adjective)
            && words[joint].is(WordClass::COORDINATOR)
            && (graded(next) || words[next].tag == Tag::Adverb)
    });
    let Some(joint) = joint.map(|at| at + 1) else { return };
    let inside = |&&at: &&usize| graded(at) || words[at].tag == Tag::Adverb;
    let noun = joint + 1 + out[joint + 1..].iter().take_while(inside).count();
    // "most important", "largest": only what has a rank is sure to be so alone.
    let led = joint >= 2 && words[out[joint - 2]].tag == Tag::Adverb
        || words[out[joint - 1]].is(WordClass::RANK);
    if led && out.get(noun).is_some_and(|&at| words[at].tag.is_nominal()) {
        out.drain(joint..noun);
    }
}
