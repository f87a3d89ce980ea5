//! What is left to do when every verb of a sentence has its clause.

use super::Cutter;
use crate::extract::clause::{ClauseKind, Clauses};
use crate::extract::verb_group::{Tense, VerbGroup};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

impl Cutter<'_, '_> {
    pub(super) fn finish(mut self) -> Clauses {
        self.give(self.words.len());
        self.take_back();
        self.take_up();
        self.embrace();
        self.free_front();
        self.free_joint();
        self.measure();
        let (syntax, agreements) = (self.syntax, self.agreements);
        Clauses { list: self.list, owner: self.owner, syntax, agreements }
    }

    /// "The first train since the invasion arrives": what looks like a clause of its own is a phrase
    /// of the one that waits for a verb.
    fn take_back(&mut self) {
        let waits = self.pending.filter(|&main| self.list[main].verb.is_none());
        let Some(main) = waits else { return };
        let inside = (main + 1..self.list.len()).find(|&clause| {
            let opener = self.owner.iter().position(|&owner| owner == clause);
            let this = &self.list[clause];
            this.parent == Some(main)
                && this.kind == ClauseKind::Subordinate
                && opener.is_some_and(|at| self.words[at].is(WordClass::ANCHOR))
        });
        if let Some(clause) = inside {
            self.list[main].verb = self.list[clause].verb.take();
            self.list[main].inner = std::mem::take(&mut self.list[clause].inner);
            self.owner.iter_mut().filter(|owner| **owner == clause).for_each(|owner| *owner = main);
        }
    }

    /// "The force, which left in May, [landed at Lund]": behind a comma the form that a past can be is the verb of
    /// the clause that waits for one. So it is in "Orr, a painter, [set up a firm]", where it has an object.
    fn take_up(&mut self) {
        let waits = self.pending.filter(|&main| self.list[main].verb.is_none());
        let bare = Some(0).filter(|&main| self.list[main].verb.is_none() && self.list.len() == 2);
        let plain = !self.syntax.verb_second && !self.syntax.head_first;
        let Some(main) = waits.or(bare).filter(|_| plain) else { return };
        let last = self.list.len() - 1;
        let this = &self.list[last];
        let alone = this.kind == ClauseKind::Participial && last > main;
        let verb = this.verb.filter(|verb| alone && verb.first == verb.head && verb.first > 0);
        let particle = |at: usize| self.words.get(at).is_some_and(|w| w.tag == Tag::Particle);
        let acts = |verb: &VerbGroup| {
            let object = self.words.get(verb.end + usize::from(particle(verb.end)));
            object.is_some_and(|next| {
                next.timex.is_none()
                    && (next.tag.is_nominal()
                        || matches!(next.tag, Tag::Determiner | Tag::Possessive))
            })
        };
        let Some(verb) = verb.filter(|verb| {
            verb.tense == Tense::Participle
                && self.words[verb.head].is(WordClass::PAST_FORM | WordClass::INVARIANT)
                && self.words[verb.first - 1].is_sign(",")
                && self.words.get(verb.end).is_some_and(|next| next.kind != TokenKind::Sign)
                && (waits.is_some() || acts(verb))
        }) else {
            return;
        };
        self.list[main].verb = Some(VerbGroup { tense: Tense::Past, passive: false, ..verb });
        self.list[main].inner = std::mem::take(&mut self.list[last].inner);
        self.owner.iter_mut().filter(|owner| **owner == last).for_each(|owner| *owner = main);
        self.list.pop();
    }

    /// "wurde Olaf, der krank war, [aus dem Heer entlassen]": what stands with a verb that closes
    /// its clause behind another one goes with it.
    fn embrace(&mut self) {
        if !self.syntax.verb_second {
            return;
        }
        for clause in 0..self.list.len() {
            let Some(verb) = self.list[clause].verb else { continue };
            let inner = self.owner[verb.head];
            if inner == clause || verb.head < verb.end {
                continue;
            }
            let comma = (verb.end..verb.head).rfind(|&at| self.words[at].is_sign(","));
            let behind = (verb.head..self.words.len())
                .find(|&at| self.owner[at] != inner)
                .unwrap_or(self.words.len());
            if let Some(comma) = comma {
                self.owner[comma..behind].fill(clause);
            }
        }
    }

    /// Finds out from where to where each clause reaches.
    fn measure(&mut self) {
        for (at, &owner) in self.owner.iter().enumerate() {
            let (first, end) = &mut self.list[owner].extent;
            if *end == 0 {
                *first = at;
            }
            *end = at + 1;
        }
    }

    /// "He fled, and [in May, after the talks had failed, he returned]": what joins a clause, and its time, belong
    /// to that, though a subordinate one stands between.
    fn free_joint(&mut self) {
        for clause in 1..self.list.len() {
            let this = &self.list[clause];
            let Some(aside) = this.parent.filter(|_| this.kind == ClauseKind::Coordinate) else {
                continue;
            };
            let own = |&owner: &usize| owner == aside;
            let (Some(before), Some(first)) =
                (self.list[aside].parent, self.owner.iter().position(own))
            else {
                continue;
            };
            let small = |&at: &usize| {
                let word = &self.words[at];
                word.timex.is_some() || word.is_sign(",") || word.tag == Tag::Preposition
            };
            let front = (0..first).rev().take_while(small).count();
            let joint = (first - front).checked_sub(1).filter(|&joint| {
                let word = &self.words[joint];
                word.is(WordClass::COORDINATOR)
                    && word.tag == Tag::Conjunction
                    && joint.checked_sub(1).is_none_or(|at| self.words[at].timex.is_none())
                    && self.owner[joint..first].iter().all(|&owner| owner == before)
                    && self.words[joint..first].iter().any(|word| word.timex.is_some())
            });
            let depends = self.list[aside].kind == ClauseKind::Subordinate;
            if let Some(joint) = joint.filter(|_| depends) {
                self.owner[joint..first].fill(clause);
                self.list[clause].parent = Some(before);
            }
        }
    }

    /// "In January, after the talks had failed, he left": a time in front of a subordinate clause
    /// belongs to the main one.
    fn free_front(&mut self) {
        let Some(verb) = self.list[0].verb.filter(|_| self.list[0].kind != ClauseKind::Main) else {
            return;
        };
        let main = self
            .list
            .iter()
            .position(|clause| clause.kind == ClauseKind::Main && clause.verb.is_some());
        let comma = (0..verb.first).find(|&at| {
            self.words[at].is_sign(",") && at > 0 && self.words[at - 1].timex.is_some()
        });
        if let (Some(main), Some(comma)) = (main, comma)
            && !self.has_subject(0, comma)
        {
            self.owner[..comma].fill(main);
        }
    }
}
