//! Appositions between commas, which hide where a clause opens.

use super::Cutter;
use crate::extract::phrase::is_of_phrase;
use crate::extract::reading::Word;
use crate::extract::verb_group::VerbGroup;
use crate::language::{Tag, WordClass};

impl Cutter<'_, '_> {
    /// "said that the council, an old body, had met": the commas belong to an apposition inside a
    /// clause that opens with a word of its own.
    pub(super) fn is_apposed(&self, group: &VerbGroup, previous: Option<&VerbGroup>) -> bool {
        let Some(previous) = previous else { return false };
        let closes = group.first > 0 && self.words[group.first - 1].is_sign(",");
        if closes && self.is_apposed_inside(group, previous) {
            return true;
        }
        let comma = (previous.end..group.first).find(|&at| self.words[at].is_sign(","));
        closes
            && comma.is_some_and(|comma| {
                (previous.end..comma).any(|at| {
                    let word = &self.words[at];
                    // "identified as Orr, 20, was held", "who won it as a player, is"; not "left after Orr, 20, fell"
                    let behind_verb = self.words[at - 1].tag.is_verbal();
                    let led =
                        behind_verb && !word.is(WordClass::ANCHOR) || comma + 1 == group.first;
                    word.is(WordClass::COMPLEMENTISER)
                        || word.is(WordClass::SUBORDINATOR) && word.tag == Tag::Preposition && !led
                })
            })
    }

    /// "a town where Orr, now a judge, was held": the same in a relative clause behind another one's verb.
    fn is_apposed_inside(&self, group: &VerbGroup, previous: &VerbGroup) -> bool {
        let comma = |&at: &usize| self.words[at].is_sign(",") && self.words[at].timex.is_none();
        let Some(opens) = (previous.end..group.first - 1).rfind(comma) else { return false };
        let relative = (previous.end..opens).rfind(|&at| {
            self.words[at].tag == Tag::Relative && self.words[at].is(WordClass::RELATIVE)
        });
        relative.is_some_and(|at| {
            self.has_subject(at + 1, opens) && !(at..opens).any(|inside| comma(&inside))
        })
    }

    /// "said [Ann Orr], 33, had left": where what is said opens, with a subject that an apposition parts from
    /// its verb.
    pub(super) fn says_apposed(&self, previous: &VerbGroup, group: &VerbGroup) -> Option<usize> {
        let comma = |&at: &usize| self.words[at].is_sign(",") && self.words[at].timex.is_none();
        let closes =
            (0..group.first).rfind(|&at| self.words[at].tag != Tag::Adverb).filter(comma)?;
        let opens = (previous.end..closes).find(comma)?;
        let inside = |&at: &usize| at >= previous.end && is_of_phrase(&self.words[at]);
        let phrase = (0..opens).rev().take_while(inside).last()?;
        let says = self.says_at(previous, phrase) && !previous.passive;
        let told = !self.words[group.head].is(WordClass::SAYING) && !self.syntax.verb_second;
        (says && told).then_some(phrase)
    }

    /// ", the head of the bank, Ann Orr, said": the comma in front of a subject whose apposition the
    /// last comma closes, or else the first one.
    pub(super) fn before_apposition(&self, from: usize, last: usize) -> Option<usize> {
        let comma = |&at: &usize| self.words[at].is_sign(",") && self.words[at].depth == 0;
        let own = (from..last).rfind(comma).and_then(|opens| {
            let parts = |at: &usize| comma(at) || self.words[*at].is_sign(";");
            let before = (from..opens).rfind(parts)?;
            let led = self.words[before + 1].tag == Tag::Preposition;
            (!led && self.has_subject(before + 1, opens)).then_some(before)
        });
        own.or_else(|| (from..last).find(comma)).filter(|&at| !self.names_place(at, last))
    }

    /// "in Bergen[, Norway,] finished": whether the name between two commas says where the place is that a
    /// preposition takes before them.
    fn names_place(&self, opens: usize, closes: usize) -> bool {
        let name = |word: &&Word<'_>| word.tag == Tag::Name && word.timex.is_none();
        let inside = &self.words[opens + 1..closes];
        let place = self.words[..opens].iter().rev().take_while(name).count();
        let led = (opens - place).checked_sub(1).map(|at| &self.words[at]);
        // "Born in Oslo, Ida Orr, then" has no subject yet.
        let told = self.list[self.current].verb.is_some_and(|verb| self.has_subject(0, verb.first));
        place > 0
            && told
            && inside.iter().all(|word| name(&word))
            && led.is_some_and(|word| word.is(WordClass::PLACE_PREPOSITION))
    }

    /// "[after] the failure of the push, Norway had moved", "[After] the coup on 3 May Orr ruled": whether the
    /// word leads a noun phrase that a comma or its own time closes, and the subject follows.
    pub(super) fn leads_phrase(&self, at: usize, group: &VerbGroup) -> bool {
        let free = self.syntax.verb_second || self.syntax.head_first;
        let closes = |&end: &usize| {
            let word = &self.words[end];
            let comma = word.is_sign(",") && word.depth == 0 && word.timex.is_none();
            let inside = |&at: &usize| self.words[at].timex == word.timex;
            let first = (at..end).rev().take_while(inside).last().unwrap_or(end);
            let time = word.timex.is_some()
                && self.words[end + 1].timex.is_none()
                && first.checked_sub(1).is_some_and(|at| self.words[at].tag == Tag::Preposition);
            (comma || time && !self.words[end + 1].is_sign(","))
                && self.has_subject(end + 1, group.first)
        };
        !free
            && self.words[at].is(WordClass::ANCHOR)
            && !self.words[at].is(WordClass::UNTIL)
            && !self.words[group.first - 1].is_sign(",")
            && (at + 2..group.first).rfind(closes).is_some_and(|end| {
                self.has_subject(at + 1, end)
                    && self.words[at + 1].timex.is_none()
                    && !self.words[at + 1..end].iter().any(|word| word.is(WordClass::RELATIVE))
            })
    }

    /// "On 9 June, the tenth day [after receipt of the letter], Brown filed": the word leads a noun
    /// phrase that a comma closes, before the sentence has a verb.
    pub(super) fn leads_apposition(&self, at: usize, group: &VerbGroup) -> bool {
        let comma = |&at: &usize| self.words[at].is_sign(",") && self.words[at].depth == 0;
        let opens = (0..at).find(comma);
        let closes = (at + 1..group.first).rfind(comma);
        let noun = |word: &Word<'_>| word.tag.is_nominal() && word.timex.is_none();
        self.words[at].is(WordClass::ANCHOR)
            && self.list[self.current].verb.is_none()
            && at.checked_sub(1).is_some_and(|before| noun(&self.words[before]))
            && opens.is_some_and(|opens| !self.words[..opens].iter().any(noun))
            && closes.is_some_and(|closes| self.has_subject(closes + 1, group.first))
    }
}
