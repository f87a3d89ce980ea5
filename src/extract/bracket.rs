//! Verbs whose parts stand apart: "wurde 1994 in Bonn gegründet", "besetzt hatten".

use super::reading::Word;
use super::verb_group::{Tense, VerbGroup};
use crate::language::{Tag, WordClass};

/// Joins auxiliaries with the participle or infinitive that closes their clause, or that stands
/// right before them.
pub(super) fn close_brackets(words: &[Word<'_>], groups: &[VerbGroup]) -> Vec<VerbGroup> {
    let mut out: Vec<VerbGroup> = Vec::with_capacity(groups.len());
    for group in groups {
        let Some(last) = out.last_mut() else {
            out.push(*group);
            continue;
        };
        if opens(words, last) && !is_helper(words, group) && !cut(words, last.end, group.first) {
            let (tense, passive) = tense(words, last, group);
            *last = VerbGroup { head: group.head, tense, passive, ..*last };
        } else if closes(words, last) && is_helper(words, group) && last.end == group.first {
            let (tense, passive) = tense(words, group, last);
            *last = VerbGroup { end: group.end, tense, passive, ..*last };
        } else {
            out.push(*group);
        }
    }
    out
}

/// Whether a group is an auxiliary that waits for its verb.
fn opens(words: &[Word<'_>], group: &VerbGroup) -> bool {
    is_helper(words, group) && group.is_finite()
}

fn is_helper(words: &[Word<'_>], group: &VerbGroup) -> bool {
    let head = &words[group.head];
    head.is(WordClass::BE | WordClass::HAVE) || head.tag == Tag::Modal
}

fn closes(words: &[Word<'_>], group: &VerbGroup) -> bool {
    matches!(words[group.head].tag, Tag::Participle | Tag::Base | Tag::Past)
}

/// Whether a comma or the like stands between, outside brackets.
fn cut(words: &[Word<'_>], from: usize, to: usize) -> bool {
    words.get(from..to).unwrap_or_default().iter().any(|word| {
        // The full stop of "4. Mai" cuts nothing.
        word.depth == 0
            && word.timex.is_none()
            && matches!(word.text, "," | ";" | ":" | "." | "–" | "—")
    })
}

fn tense(words: &[Word<'_>], helper: &VerbGroup, verb: &VerbGroup) -> (Tense, bool) {
    let (aux, head) = (&words[helper.head], &words[verb.head]);
    let past = helper.tense.is_past();
    if aux.tag == Tag::Modal {
        return (if past { Tense::Past } else { Tense::Possible }, false);
    }
    if head.tag == Tag::Base && aux.is(WordClass::FUTURE) {
        return (Tense::Future, false);
    }
    // The auxiliary of the passive is that of the future too.
    let passive = aux.is(WordClass::PASSIVE);
    match (passive, past) {
        (true, true) => (Tense::Past, true),
        (true, false) => (Tense::Present, true),
        (false, true) => (Tense::Pluperfect, false),
        (false, false) => (Tense::Perfect, false),
    }
}
