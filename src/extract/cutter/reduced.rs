//! Reduced relative clauses: participles that only say more of a noun, before the verb that their clause
//! waits for.

use super::{Cutter, Opening};
use crate::extract::clause::{Clause, ClauseKind};
use crate::extract::modifying::opens_apposition;
use crate::extract::phrase::is_of_phrase;
use crate::extract::reading::Word;
use crate::extract::verb_group::{Tense, VerbGroup};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

impl Cutter<'_, '_> {
    /// "By a charter [dated 12 January] the parties agreed", "the truce [brokered in March]
    /// collapsed": a participle behind a noun only says more of it where a finite verb follows.
    pub(super) fn stands_aside(&self, verb: &VerbGroup, group: &VerbGroup) -> bool {
        // "The men still [held in Riga] were freed"
        let before = self.words[..verb.first].iter().rfind(|word| word.tag != Tag::Adverb);
        let behind_noun = before.is_some_and(|word| word.tag.is_nominal());
        // "Shelling went on", "Loading of the ship began": a gerund can be the subject.
        let names = verb.tense == Tense::Gerund
            && self.list.len() == 1
            && self.anchored_gerund(verb).is_none()
            && !self.words[verb.end..group.first].iter().any(|word| word.is_sign(","));
        // "Suspected bombs exploded": it belongs to the noun behind it.
        let opens = verb.tense == Tense::Participle
            && self.list.len() == 1
            && verb.first == 0
            && self.words[verb.end..group.first]
                .iter()
                .all(|word| word.tag.is_nominal() && word.timex.is_none())
            && verb.end < group.first;
        let aside = behind_noun && verb.tense == Tense::Participle || names || opens;
        aside && group.is_finite()
    }

    /// "to suppress statements [made in May]", "progress made under the rules [launched in May]": the verb of
    /// a clause whose infinitive or participle has a noun behind it, of which a participle can say more.
    pub(super) fn acted_on(
        &self,
        previous: Option<VerbGroup>,
        group: &VerbGroup,
    ) -> Option<VerbGroup> {
        let previous = previous.filter(|verb| match verb.tense {
            Tense::Infinitive => !verb.passive,
            // "progress made under"
            Tense::Participle => {
                self.words.get(verb.end).is_some_and(|next| next.tag == Tag::Preposition)
            }
            _ => false,
        })?;
        // "to have the roads built"
        let causes = previous.tense == Tense::Infinitive
            && self.words[previous.head].is(WordClass::HAVE | WordClass::LIGHT);
        // "to defer payments for towns affected by the flood until May"
        let ends = self.words[group.end..].iter().any(|word| word.is(WordClass::UNTIL));
        self.list[self.current].verb.filter(|verb| verb.is_finite() && !causes && !ends)
    }

    /// "The Orr, the first of three ships carrying tea, arrived": whether a participle says more of a noun
    /// in apposition, behind which the verb of its clause follows.
    pub(super) fn closes_apposition(
        &self,
        verb: &VerbGroup,
        opening: &Opening,
        group: &VerbGroup,
    ) -> bool {
        // "a man recently returned"
        // So is "an age of cooling".
        let small = |word: &&Word<'_>| !matches!(word.tag, Tag::Adverb | Tag::Preposition);
        let before = self.words[..verb.first].iter().rfind(small);
        let behind_noun = before
            .is_some_and(|noun| matches!(noun.tag, Tag::Noun | Tag::Nouns) && noun.timex.is_none());
        let apposed = opens_apposition(self.words, verb.first).is_some();
        self.current == 0
            && matches!(verb.tense, Tense::Gerund | Tense::Participle)
            && group.is_finite()
            && opening.resumes
            && opening.at == group.first
            && self.words[group.first - 1].is_sign(",")
            && behind_noun
            && apposed
    }

    /// "was closed, and a mission led by Orr left": whether a participle behind a noun that opens a clause
    /// of its own stands before the verb of that clause.
    pub(super) fn waits(&self, group: &VerbGroup) -> bool {
        let Some(finite) = self.last_finite.filter(|&finite| finite > group.end) else {
            return false;
        };
        let led = |at: usize| self.words.get(at).is_some_and(|word| word.tag == Tag::Preposition);
        let joint = (self.done..group.first)
            .rfind(|&at| self.words[at].is(WordClass::COORDINATOR) && self.words[at].depth == 0);
        let opens = joint.is_some_and(|at| {
            at > 0 && self.words[at - 1].is_sign(",") && self.has_subject(at + 1, group.first)
        });
        group.tense == Tense::Participle
            && group.first + 1 == group.end
            && self.words[group.first - 1].tag.is_nominal()
            && led(group.end)
            && opens
            && !self.words[group.end..finite].iter().any(|word| word.kind == TokenKind::Sign)
    }

    /// Gives the clause that such a participle took to the verb that it waits for.
    pub(super) fn set_aside(&mut self, verb: VerbGroup, group: VerbGroup) {
        let main = self.current;
        self.list[main].kind = ClauseKind::Main;
        self.list[main].verb = Some(group);
        if verb.tense == Tense::Gerund || verb.first == 0 {
            return;
        }
        // Behind a preposition at the start it only says when the rest was.
        let led = self.words[..verb.first].iter().find(|word| word.timex.is_none());
        if led.is_some_and(|word| word.tag == Tag::Preposition) {
            return;
        }
        // ", and the fort seized in May was lost": the noun opens a clause of its own.
        let inside = |&at: &usize| is_of_phrase(&self.words[at]);
        let phrase = (0..verb.first).rev().take_while(inside).last();
        let joint = phrase.and_then(|first| first.checked_sub(1)).filter(|&at| {
            main > 0
                && at > 0
                && self.words[at].is(WordClass::COORDINATOR)
                && self.words[at - 1].is_sign(",")
        });
        if let Some(joint) = joint {
            self.list[main].kind = ClauseKind::Coordinate;
            self.owner[joint..verb.first].fill(main);
        }
        // "said that sanctions imposed in May must end"
        if let Some(that) = self.opened_before(verb.first).filter(|_| main > 0) {
            self.list[main].kind = ClauseKind::Complement;
            self.owner[that..verb.first].fill(main);
        }
        let parent = Some(main);
        self.list.push(Clause::new(ClauseKind::Relative, Some(verb), parent));
        self.owner[verb.first..group.first].fill(self.list.len() - 1);
        self.done = self.done.max(group.first);
    }
}
