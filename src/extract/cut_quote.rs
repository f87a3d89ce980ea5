//! What a cut leaves of a quotation.

use super::phrase::trim_end;
use super::reading::Word;

/// "won on the slogan [He kept us]": a quotation that is cut says nothing; what is left of it goes,
/// if more than the verb, which ends before a word, stays.
pub(super) fn drop_split_quote(words: &[Word<'_>], phrase: &mut Vec<usize>, verb: usize) -> bool {
    let is_mark = |at: usize| matches!(words[at].text, "\"" | "“" | "”" | "„" | "«" | "»");
    let Some(&last) = phrase.last().filter(|&&last| last >= verb) else { return false };
    let marks = |from: usize, to: usize| (from..to).filter(|&at| is_mark(at));
    let next = (last + 1..words.len()).find(|&at| !matches!(words[at].text, "." | "," | "!" | "?"));
    if marks(verb, last).count() % 2 == 0 || next.is_none_or(is_mark) {
        return false;
    }
    let Some(open) = marks(verb, last).next_back() else { return false };
    let kept = phrase.iter().take_while(|&&at| at < open).count();
    if kept == 0 || phrase[kept - 1] < verb {
        return false;
    }
    phrase.truncate(kept);
    trim_end(words, phrase);
    true
}
