//! Times that a title keeps: they say what is told, not when it was.

use super::clause::Clause;
use super::factuality;
use super::reading::Word;
use crate::event::Category;
use crate::language::{Tag, WordClass};

/// "did not fall until 27 January 1944": there the time belongs to what is said.
pub(super) fn is_until(words: &[Word<'_>], clause: &Clause, at: usize) -> bool {
    let Some(group) = clause.verb.filter(|group| group.negated) else { return false };
    let Some(timex) = words[at].timex else { return false };
    let first = (0..=at).rev().take_while(|&at| words[at].timex == Some(timex)).last();
    first.is_some_and(|first| factuality::is_until(words, &group, first))
}

/// "sentenced to ten years in prison": there a length of time is what somebody is given.
pub(super) fn is_measure(words: &[Word<'_>], clause: &Clause, at: usize) -> bool {
    let Some(group) = clause.verb.filter(|group| group.end < at) else { return false };
    let Some(timex) = words[at].timex else { return false };
    let legal = words[group.head].entry.verb == Some(Category::Legal);
    let last = (at..words.len()).take_while(|&at| words[at].timex == Some(timex)).last();
    let first = (0..=at).rev().take_while(|&at| words[at].timex == Some(timex)).last();
    let led = first.and_then(|first| first.checked_sub(1)).map(|before| &words[before]);
    let given = led.is_some_and(|word| {
        matches!(word.tag, Tag::Preposition | Tag::To) && !word.is(WordClass::ANCHOR)
    });
    legal && given && last.is_some_and(|last| words[last].tag == Tag::Nouns)
}
