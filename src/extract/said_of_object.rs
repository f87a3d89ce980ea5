//! Participles behind a comma that say more of the object before it.

use super::clause::{ClauseKind, Clauses};
use super::held_noun::held_or_planned_noun;
use super::reading::Word;
use super::subject::noun_phrase_before;
use super::verb_group::Tense;
use crate::event::Category;
use crate::language::{Tag, WordClass};

/// "recalled the declaration, adopted in May": a participle behind the comma that follows the object
/// of a verb says more of that object.
pub(super) fn said_more_of(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
) -> Option<Vec<usize>> {
    let this = &clauses.list[clause];
    let group = this
        .verb
        .filter(|group| this.kind == ClauseKind::Participial && group.tense == Tense::Participle)?;
    // ", first published in May"
    let before = (0..group.first).rev().find(|&at| words[at].tag != Tag::Adverb);
    let comma = before.filter(|&at| words[at].is_sign(","))?;
    // "condemned the Danish Visits Agreement (DVA), signed in May"
    let bracket = words[..comma]
        .iter()
        .rev()
        .take_while(|word| word.depth > 0 || matches!(word.text, "(" | ")"));
    let comma = comma - bracket.count();
    let parent = this.parent?;
    // "met for their first summit, held in Oslo"
    if let Some(noun) = held_or_planned_noun(words, clauses, &group, comma.checked_sub(1)?) {
        return Some(noun_phrase_before(words, clauses, parent, noun + 1));
    }
    if let Some(noun) = adopted_noun(words, clauses, parent, (group.head, comma)) {
        return Some(noun_phrase_before(words, clauses, parent, noun + 1));
    }
    // "The first was the engineer Ida Orr, sent by Riga": whom it names.
    let name = |at: &usize| words[*at].tag == Tag::Name && words[*at].is_upper();
    let role = (0..comma).rev().find(|at| !name(at)).filter(|role| role + 1 < comma);
    let named = role.is_some_and(|role| words[role].is(WordClass::ROLE) && !words[role].is_upper());
    let verb = clauses.list[parent].verb.filter(|verb| {
        verb.is_finite()
            && !verb.passive
            && verb.end < group.first
            && (named || !words[verb.head].is(WordClass::BE))
    })?;
    let object = noun_phrase_before(words, clauses, parent, comma);
    // "tried to undermine the process, due to resume in May": of its own infinitive too.
    let inner = clauses.list[parent].inner.iter().filter(|inner| !inner.passive);
    let mut ends = inner.map(|inner| inner.end).chain([verb.end]);
    let direct = object.first().is_some_and(|&first| ends.any(|end| end == first));
    let thing = object.first().zip(object.last()).is_some_and(|(&first, &last)| {
        words[first].is(WordClass::ARTICLE | WordClass::INDEFINITE) || words[last].tag != Tag::Name
    });
    // "owed much to the appearance of a pamphlet, published in May": what is new is told more of.
    let new = object.first().is_some_and(|&at| {
        words[at].is(WordClass::INDEFINITE)
            && at.checked_sub(1).is_some_and(|at| words[at].tag == Tag::Preposition)
    });
    // "drove on to a hill, followed by her men"
    let moves = words[verb.head].is(WordClass::MOTION);
    ((direct || new && !moves)
        && thing
        && !clauses.syntax.verb_second
        && !clauses.syntax.head_first)
        .then_some(object)
}

/// "led to the passage of the Amendment to the Constitution, ratified in 1919": the last thing before a comma that
/// can be what a participle says, where that stands behind the verb of its clause.
fn adopted_noun(
    words: &[Word<'_>],
    clauses: &Clauses,
    parent: usize,
    (participle, comma): (usize, usize),
) -> Option<usize> {
    let agreed = |category: Option<Category>| {
        matches!(category, Some(Category::Agreement | Category::Policy))
    };
    let verb = clauses.list[parent].verb.filter(|verb| verb.end < comma)?;
    let adopted = agreed(words[participle].entry.verb);
    let paper = |&at: &usize| {
        let word = &words[at];
        word.tag == Tag::Noun && word.is_upper() && agreed(word.entry.noun)
    };
    let noun = (verb.end..comma).rev().find(paper);
    noun.filter(|&at| adopted && clauses.owner[at] == parent)
}
