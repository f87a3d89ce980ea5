//! Adverbs that stand right behind a verb, in its title.

use super::clause::Clauses;
use super::phrase::trim_end;
use super::reading::Word;
use crate::language::{Tag, WordClass};

/// "went offline": without its adverb, at `end`, the verb says too little.
pub(super) fn put_adverb(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    end: usize,
    out: &mut Vec<usize>,
) {
    // "was shelled almost every day": that of a time goes with the time.
    // "attacked shortly after six": so does that of a preposition's.
    let is_timed = |at: usize| words.get(at).is_some_and(|word| word.timex.is_some());
    let led = words.get(end + 1).is_some_and(|next| next.is(WordClass::ANCHOR));
    let says = words[end.saturating_sub(1)].is(WordClass::SAYING);
    let timed = is_timed(end + 1) && (says || is_of_time(words, end)) || led && is_timed(end + 2);
    let adverb = words
        .get(end)
        .is_some_and(|word| word.tag == Tag::Adverb && word.timex.is_none() && !timed);
    // "went off almost simultaneously": one that only says more of the next goes with it.
    let adverb = adverb && words.get(end + 1).is_none_or(|next| next.tag != Tag::Adverb);
    if adverb && clauses.owner[end] == clause {
        trim_end(words, out);
        let verb = out.iter().position(|&at| at + 1 == end);
        if let Some(verb) = verb.filter(|_| !out.contains(&end)) {
            out.insert(verb + 1, end);
        }
    }
}

/// "almost every day", "just yesterday", "exactly two years ago": whether an adverb right before a time says
/// more of that. "Walked out last week" has one that does not.
fn is_of_time(words: &[Word<'_>], adverb: usize) -> bool {
    let grades = WordClass::QUALIFYING | WordClass::LOOSE | WordClass::GRADING | WordClass::BLUR;
    words[adverb].is(grades)
        || words.get(adverb + 1).is_some_and(|next| {
            next.numeral
                || next.tag == Tag::Number
                || next.tag == Tag::Determiner
                    && (!next.is(WordClass::ARTICLE | WordClass::DEMONSTRATIVE)
                        || next.is(WordClass::INDEFINITE))
        })
}
