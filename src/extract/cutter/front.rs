//! What stands in front of the main clause.

use super::Cutter;
use crate::extract::clause::{Clause, ClauseKind};
use crate::extract::reading::Word;
use crate::extract::verb_group::{Tense, VerbGroup};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

impl Cutter<'_, '_> {
    /// "Based on his word, a complaint charging fraud was filed": where the main clause opens behind
    /// a participle in front of it, if another one hides the comma.
    pub(super) fn leaves_front(&self, verb: &VerbGroup, group: &VerbGroup) -> Option<usize> {
        if let Some(at) = self.behind_time_of_front(verb, group) {
            return Some(at);
        }
        let front = self.list[self.current].kind == ClauseKind::Participial;
        if !front || verb.is_finite() || !group.is_finite() {
            return None;
        }
        let comma = |&at: &usize| self.words[at].is_sign(",") && self.words[at].depth == 0;
        // "Before retiring in 1990 he taught": the time closes what it belongs to.
        let time = self.anchored_gerund(verb).and_then(|_| self.last_time(verb.end, group.first));
        let at = (verb.end..group.first).find(comma).or(time)? + 1;
        self.has_subject(at, group.first).then_some(at)
    }

    /// "When the strike collapsed in May the company rehired them": where the main clause opens behind the
    /// time of a subordinate one in front of it, without a comma.
    fn behind_time_of_front(&self, verb: &VerbGroup, group: &VerbGroup) -> Option<usize> {
        let own = |&at: &usize| self.owner[at] == self.current;
        let start = if self.current == 0 { 0 } else { (0..self.done).find(own)? };
        let opens = start == 0 || self.words[start - 1].kind == TokenKind::Sign;
        let depends = self.list[self.current].kind == ClauseKind::Subordinate
            || self.says_by_when(start, verb.first);
        if !opens || !depends || !verb.is_finite() || !group.is_finite() || self.syntax.verb_second
        {
            return None;
        }
        let at = self.last_time(verb.end, group.first)? + 1;
        let opener = &self.words[at];
        let leads = opener.tag.is_nominal()
            || opener.tag.leads_noun() && opener.tag != Tag::Genitive
            || matches!(opener.tag, Tag::Determiner | Tag::Pronoun | Tag::Adverb);
        (leads && self.has_subject(at, group.first)).then_some(at)
    }

    /// "By the time [the strike collapsed]": whether a clause opens the sentence that says more of what a
    /// preposition takes.
    fn says_by_when(&self, start: usize, verb: usize) -> bool {
        let contact = |at: usize| {
            let (noun, article) = (&self.words[at - 1], &self.words[at]);
            noun.tag == Tag::Noun && noun.timex.is_none() && article.is(WordClass::ARTICLE)
        };
        self.words[start].tag == Tag::Preposition
            && self.words[start].timex.is_none()
            && (start + 2..verb).any(contact)
    }

    /// Makes a verb with a subject of its own behind a comma that of the main clause, if only phrases
    /// stand in front: "In May, in a raid [that shook the town], Orr fled", "Despite attempts to save it,
    /// in May the firm closed". False where the main clause has a subject or a verb already.
    pub(super) fn takes_main(&mut self, group: VerbGroup) -> bool {
        let waits = self.pending == Some(0);
        let hung = self.current == 0
            && self.list[0].kind == ClauseKind::Main
            && self.list[0].verb.is_some_and(|verb| verb.tense == Tense::Infinitive);
        // "Following a vote held in May, Orr left"
        let first = self.list[0].verb.filter(|verb| verb.tense == Tense::Participle);
        let held = first.filter(|verb| {
            let anchor = |word: &Word<'_>| word.is(WordClass::ANCHOR) && word.timex.is_none();
            self.current == 0
                && self.list[0].kind == ClauseKind::Main
                && self.words[..verb.first].iter().any(anchor)
        });
        let takes = group.is_finite() && (waits || hung || held.is_some()) && self.only_leads();
        if takes {
            self.pending = None;
            self.current = 0;
            self.list[0].verb = Some(group);
        }
        if let Some(verb) = held.filter(|_| takes) {
            self.list.push(Clause::new(ClauseKind::Relative, Some(verb), Some(0)));
            self.owner[verb.first..self.done].fill(self.list.len() - 1);
        }
        takes
    }

    /// "On 27 May, a date marking the fall of the city, [Orr made]": whether all that stands before a comma
    /// is a time and what a gerund says of it.
    pub(super) fn is_aside(&self, at: usize) -> bool {
        let comma = |word: &Word<'_>| word.is_sign(",") && word.timex.is_none();
        let first = self.words[..at].iter().position(comma);
        self.current == 0
            && self.list[0].kind == ClauseKind::Main
            && self.list[0].verb.is_some_and(|verb| verb.tense == Tense::Gerund)
            && at > 0
            && comma(&self.words[at - 1])
            && first.is_some_and(|first| first + 1 < at && self.only_times(0, first))
    }

    /// Whether a clause that opens here with a subject of its own is the main one: only clauses that
    /// depend on another stand before it.
    pub(super) fn is_behind_front(&self, at: usize) -> bool {
        let carries = |clause: &Clause| clause.kind == ClauseKind::Main && clause.verb.is_some();
        if self.list.iter().any(carries) {
            return false;
        }
        let front =
            |kind: ClauseKind| matches!(kind, ClauseKind::Subordinate | ClauseKind::Participial);
        // "To avoid the suspicion that he took part, he left": what a clause in front tells ends with it.
        let comma = at.checked_sub(1).is_some_and(|before| self.words[before].is_sign(","));
        front(self.list[self.current].kind) || comma && front(self.list[0].kind)
    }

    /// "In May, in a raid [that shook the town], Orr fled": whether the words of the first clause so far
    /// are phrases that say when, where and how.
    fn only_leads(&self) -> bool {
        let own: Vec<&Word<'_>> =
            (0..self.done).filter(|&at| self.owner[at] == 0).map(|at| &self.words[at]).collect();
        let mut phrases = own
            .split(|word| word.is_sign(",") && word.timex.is_none())
            .filter(|phrase| !phrase.is_empty());
        phrases.all(|phrase| {
            let aside = |word: &&&Word<'_>| word.timex.is_some() || word.kind == TokenKind::Sign;
            let rest = phrase.iter().skip_while(aside);
            let leads = rest.clone().next().is_none_or(|word| word.tag == Tag::Preposition);
            // "On Monday a man who"
            let mut timed = rest.skip_while(|word| word.timex.is_none());
            let behind = timed.find(|word| word.timex.is_none());
            leads
                && behind.is_none_or(|word| matches!(word.tag, Tag::Preposition | Tag::Conjunction))
        })
    }
}
