//! Whose a place is in the clause of an event: that event's own, or that of another one which the
//! clause only names, as a reason or as what it is about.

use super::head::Head;
use super::places::before_list;
use super::reading::Word;
use crate::event::Category;
use crate::language::{Tag, WordClass};

/// What a place in the clause of an event belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// The event, as far as the words say.
    Own,
    /// Something else that happened before or after: "after the attack on Riga".
    Reason,
    /// Something else that is spoken of: "condemned the attack on Riga".
    Object,
    /// Where somebody had been or was yet to be: "after his return from Riga".
    Journey,
}

/// Phrases that hang on each other are followed so far.
const DEEPEST: usize = 6;

/// Whose a place is, by the phrases that it hangs on.
pub(super) fn whose_place(
    words: &[Word<'_>],
    first: usize,
    head: Head,
    subject: &[usize],
) -> Whose {
    let mut at = first;
    let mut spoken_of = false;
    for _ in 0..DEEPEST {
        let Some(link) = before_list(words, at) else { break };
        let linked = words[link].tag == Tag::Preposition || words[link].is(WordClass::NAME_LINK);
        // "обстріл Риги": a noun right before a name in its genitive.
        let noun = if linked { link.checked_sub(1) } else { Some(link) };
        let Some(noun) = noun.filter(|&noun| words[noun].tag.is_nominal()) else { break };
        // "until the Treaty of Riga was signed": it is the subject that the conjunction leads to.
        if noun == head.word || subject.contains(&noun) {
            return Whose::Own;
        }
        // "was moved after the accident to a hospital in Nice": the goal is the verb's.
        if words[link].is(WordClass::TARGET) && words[head.word].is(WordClass::MOTION) {
            break;
        }
        // "ruled on Tuesday on deaths in Norway": the time belongs to the verb.
        if words[noun].timex.is_some() {
            break;
        }
        let start = phrase_start(words, noun);
        if (start..=noun).contains(&head.word) {
            return Whose::Own;
        }
        // "a day after his return from Riga"
        let own = words[start].tag == Tag::Possessive;
        let opener = start.checked_sub(1).map(|before| &words[before]);
        if opener.is_some_and(is_reason) && (own || words[noun].entry.noun.is_some()) {
            let travels = matches!(words[noun].entry.noun, None | Some(Category::Travel));
            return if own && travels { Whose::Journey } else { Whose::Reason };
        }
        if words[noun].entry.noun.is_some() {
            spoken_of |= words[noun].entry.noun.is_some_and(happens);
        }
        at = start;
    }
    if spoken_of { Whose::Object } else { Whose::Own }
}

/// Where the words begin that stand before a noun and belong to it: "the recent attack".
fn phrase_start(words: &[Word<'_>], noun: usize) -> usize {
    let belongs = |word: &Word<'_>| {
        word.timex.is_none()
            && (word.tag.is_nominal()
                || word.tag.leads_noun()
                || matches!(word.tag, Tag::Participle | Tag::Genitive | Tag::Determiner))
    };
    (0..noun).rev().take_while(|&at| belongs(&words[at])).last().unwrap_or(noun)
}

/// "after", "since", "before", not "during": what follows is another time than the event's.
pub(super) fn is_reason(word: &Word<'_>) -> bool {
    let other = WordClass::SUBORDINATOR | WordClass::LATER | WordClass::EARLIER | WordClass::UNTIL;
    word.is(WordClass::ANCHOR) && word.is(other)
}

/// Whether what a noun names happens at a place, to people or things.
const fn happens(noun: Category) -> bool {
    is_physical(noun) || matches!(noun, Category::Crime | Category::Death)
}

/// Whether an event is one that people see happen where it is.
pub(super) const fn is_physical(category: Category) -> bool {
    matches!(
        category,
        Category::Battle
            | Category::Attack
            | Category::Military
            | Category::Disaster
            | Category::Accident
            | Category::Protest
    )
}
