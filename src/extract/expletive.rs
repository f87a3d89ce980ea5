//! Pronouns that stand for nobody and nothing: "it was agreed that".

use super::Reading;
use super::clause::ClauseKind;
use super::verb_group::Tense;
use crate::event::Category;
use crate::language::{Tag, WordClass};

/// "It took her years to isolate it", "it was agreed that": the pronoun stands for what follows.
pub(super) fn is_expletive(text: &Reading<'_>, number: usize, at: usize) -> bool {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let clause = clauses.owner[at];
    let Some(group) = clauses.list[clause].verb else { return false };
    if words[at].is(WordClass::NEUTER) && words[group.head].is(WordClass::IMPERSONAL) {
        return true;
    }
    // "it hopes to" stands for somebody.
    let state = words[group.head].is(WordClass::STATE) && !words[group.head].is(WordClass::PLAN);
    // "it is expected to begin" stands for what begins; "it was agreed to begin" for nothing.
    let own = words[group.head].entry.verb;
    let done = matches!(own, Some(Category::Agreement | Category::Legal | Category::Statement));
    let raises = !done && clauses.list[clause].inner.first().is_some_and(|v| v.first == group.end);
    let told = words[group.head].is(WordClass::SAYING | WordClass::PLAN) && !raises;
    // "it became easier to"
    let graded = matches!(words.get(group.end..), Some([grade, to, ..])
        if grade.tag == Tag::Adjective && !grade.is(WordClass::ABLE) && to.tag == Tag::To);
    // "kostete es viel, ihn zu bauen"
    let behind = clauses.syntax.verb_second && at >= group.end;
    let empty = words[group.head].is(WordClass::LIGHT | WordClass::BE)
        || behind
        || state
        || graded
        || group.passive && told;
    // "it was making an example of her by banning her", "it features the owner talking" are about
    // something.
    let gerund = words[group.head].is(WordClass::BE);
    let follows =
        clauses.list[clause].inner.iter().any(|inner| gerund || inner.tense == Tense::Infinitive)
            || clauses
                .list
                .iter()
                .any(|c| c.kind == ClauseKind::Complement && c.parent == Some(clause));
    // "It was one of the first to close" is about something.
    let counted = words.get(group.end).is_some_and(|next| next.numeral && next.timex.is_none());
    // So is "it was able to open".
    let able = words.get(group.end).is_some_and(|next| next.is(WordClass::ABLE));
    let stands = counted || able;
    words[at].is(WordClass::NEUTER) && words[at].tag == Tag::Pronoun && empty && follows && !stands
}
