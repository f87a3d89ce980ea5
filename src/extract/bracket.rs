//! Verbs whose parts stand apart: "wurde 1994 in Bonn gegründet", "besetzt hatten".

use super::reading::Word;
use super::verb_group::{Tense, VerbGroup, VerbGroups};
use crate::language::{Tag, WordClass};

/// Joins auxiliaries with the participle or infinitive that closes their clause, or that stands
/// right before them.
pub(super) fn close_brackets(words: &[Word<'_>], groups: &[VerbGroup]) -> VerbGroups {
    let mut out = VerbGroups::new();
    // Behind the last auxiliary that a bracket took in.
    let mut reach = 0;
    for group in groups {
        let embraced =
            out.len() > 1 && embraces(words, &out[out.len() - 2], &out[out.len() - 1], group);
        let at = out.len().saturating_sub(if embraced { 2 } else { 1 });
        let Some(last) = out.get_mut(at) else {
            out.push(*group);
            continue;
        };
        if embraced {
            let (tense, passive) = tense(words, last, group);
            *last = VerbGroup { head: group.head, tense, passive, ..*last };
            continue;
        }
        let closed = last.head >= last.end && [last.head + 1, reach].contains(&group.first);
        if closed && is_helper(words, group) && words[last.first].tag == Tag::Modal {
            // "soll in Bonn gebaut [werden]"
            let passive = words[group.head].is(WordClass::PASSIVE);
            last.passive |= passive;
            // "soll in Bonn gestohlen haben": it is said to have happened.
            if !passive && words[last.first].is(WordClass::FUTURE) {
                last.tense = Tense::Perfect;
            }
            reach = group.end;
            continue;
        }
        if closed && !is_helper(words, group) && group.tense == Tense::Base {
            // "will sich wählen [lassen]"
            continue;
        }
        if closed && !is_helper(words, group) && group.tense == Tense::Participle {
            // "hat mehrmals wiederholt [erklärt]"
            last.head = group.head;
            continue;
        }
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

/// "wurde Olaf, der krank war, aus dem Heer entlassen": whether a verb closes what an auxiliary
/// opened before the clause of another verb that two commas set apart.
fn embraces(words: &[Word<'_>], helper: &VerbGroup, inner: &VerbGroup, verb: &VerbGroup) -> bool {
    let opener = words[helper.end..inner.first].iter().position(|word| word.is_sign(","));
    let relates = opener.is_some_and(|comma| {
        words.get(helper.end + comma + 1).is_some_and(|word| word.is(WordClass::RELATIVE))
    });
    let closed = words.get(inner.end).is_some_and(|word| word.is_sign(","));
    let closing = matches!(words[verb.head].tag, Tag::Participle | Tag::Base);
    relates
        && closed
        && closing
        && opens(words, helper)
        && !is_helper(words, verb)
        && !cut(words, inner.end + 1, verb.first)
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

/// Whether a comma or the like stands between, outside brackets. Two dashes set off what stands between them.
fn cut(words: &[Word<'_>], from: usize, to: usize) -> bool {
    let mut dashes = 0;
    let parts = words.get(from..to).unwrap_or_default().iter().any(|word| {
        // The full stop of "4. Mai" cuts nothing.
        let sign = word.depth == 0 && word.timex.is_none();
        dashes += usize::from(sign && matches!(word.text, "–" | "—"));
        sign && matches!(word.text, "," | ";" | ":" | ".")
    });
    parts || dashes % 2 == 1
}

fn tense(words: &[Word<'_>], helper: &VerbGroup, verb: &VerbGroup) -> (Tense, bool) {
    let (aux, head) = (&words[helper.head], &words[verb.head]);
    let past = helper.tense.is_past();
    // "wollen am Freitag beraten"
    if aux.tag == Tag::Modal && aux.is(WordClass::FUTURE) && !past {
        return (Tense::Future, false);
    }
    if aux.is(WordClass::HAD_TO) {
        return (Tense::Past, false);
    }
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
