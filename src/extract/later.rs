//! "Eventually he enrolled", "years later she moved": what came at some time after what was told last.

use super::Reading;
use crate::language::WordClass;
use crate::time::TimexType;

/// So many words from the start of a sentence on, and in front of a verb, say when it goes on.
const OPENS: usize = 3;

/// Whether a clause only says that it came later: it did not happen in the year or the month that was
/// named before, or not surely.
pub(super) fn comes_later(text: &Reading<'_>, number: usize, clause: usize) -> bool {
    let sentence = &text.sentences[number];
    let words = &sentence.words;
    let vague = sentence.timexes.clone().any(|timex| text.timexes[timex].value == "FUTURE_REF");
    // "was granted parole after serving almost fourteen years of her sentence"
    let behind_years = || {
        sentence.timexes.clone().any(|timex| {
            let years = text.timexes[timex].kind == TimexType::Duration
                && text.timexes[timex].value.ends_with('Y');
            let first = sentence.words_of_timex(timex).filter(|_| years);
            first.is_some_and(|(first, _)| {
                words[first.saturating_sub(OPENS)..first].iter().any(|w| w.is(WordClass::LATER))
            })
        })
    };
    let verb = text.clauses[number].list[clause].verb.map_or(0, |verb| verb.head);
    let mut near = (0..words.len().min(OPENS)).chain(verb.saturating_sub(OPENS)..verb);
    vague || near.any(|at| words[at].is(WordClass::SUBSEQUENT)) || behind_years()
}
