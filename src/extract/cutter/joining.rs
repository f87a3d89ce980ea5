//! What a conjunction joins, and what is only added to a clause.

use super::{Cutter, Opening};
use crate::extract::clause::{Clause, ClauseKind};
use crate::extract::phrase::is_of_phrase;
use crate::extract::reading::Word;
use crate::extract::verb_group::{Tense, VerbGroup};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

impl Cutter<'_, '_> {
    /// The clause that one without a subject goes on from: ", and died" goes on from the main one,
    /// not from the "as his appeal was rejected" between them.
    pub(super) fn joined_to(
        &self,
        opening: &Opening,
        kind: ClauseKind,
        group: &VerbGroup,
    ) -> usize {
        let finite = group.is_finite();
        // "held that it should have left, and reversed", "asked that both leave, and fled": a past does not
        // go on from what is no past itself.
        let other = |verb: VerbGroup| {
            matches!(verb.tense, Tense::Would | Tense::Future | Tense::Base | Tense::Present)
        };
        let said = self.list[self.current].kind == ClauseKind::Complement
            && group.tense == Tense::Past
            && self.list[self.current].verb.is_some_and(other);
        let closed = opening.resumes
            && kind == ClauseKind::Coordinate
            && (self.list[self.current].kind == ClauseKind::Subordinate || said)
            && opening.at > 0
            && self.words[opening.at - 1].is_sign(",");
        // "condemned the attacks committed in May and urged restraint"
        let current = &self.list[self.current];
        let aside = opening.resumes
            && kind == ClauseKind::Coordinate
            && (current.kind == ClauseKind::Relative
                || finite && current.kind == ClauseKind::Participial)
            && current.verb.is_some_and(|verb| !verb.is_finite());
        // "worked in Malta, teaching music and [sailing to Peru]": both hang on the same clause.
        let both = kind == ClauseKind::Participial
            && current.kind == ClauseKind::Participial
            && opening.at > 0
            && self.words[opening.at - 1].is(WordClass::COORDINATOR);
        // "said that it failed and [that it closed]"
        let said_too = kind == ClauseKind::Complement
            && current.kind == ClauseKind::Complement
            && opening.at > 0
            && self.words[opening.at - 1].is(WordClass::COORDINATOR);
        if let Some(parent) = current.parent.filter(|_| both || said_too) {
            return parent;
        }
        // "founded a firm, which made cups, and sold it": the comma closes what a relative clause says.
        let set_off = opening.resumes
            && kind == ClauseKind::Coordinate
            && current.kind == ClauseKind::Relative
            && finite
            && self.words[opening.at].is(WordClass::COORDINATOR)
            && opening.at > 0
            && self.words[opening.at - 1].is_sign(",")
            && self
                .opens_at(self.current)
                .is_some_and(|first| first > 0 && self.words[first - 1].is_sign(","));
        let carries =
            |clause: &Clause| matches!(clause.kind, ClauseKind::Main | ClauseKind::Coordinate);
        let main = self.list.iter().rposition(|clause| carries(clause) && clause.verb.is_some());
        main.filter(|_| closed || aside || set_off).unwrap_or(self.current)
    }

    /// "was built in 1990 and destroyed in 1995", "delivered in 1971 and published in 1975".
    pub(super) fn at_coordinator(&self, at: usize, group: &VerbGroup) -> Option<Opening> {
        let current = self.list[self.current].verb?;
        let word = &self.words[at];
        // "working in Italy and [travelling to Spain in the 1930s]"
        let timed = |from: usize| {
            let own = self.words[from..].iter().take_while(|word| {
                word.kind != TokenKind::Sign && (!word.tag.is_verbal() || word.timex.is_some())
            });
            own.into_iter().any(|word| word.timex.is_some())
        };
        let also = word.is(WordClass::COORDINATOR)
            && at + 1 == group.first
            && current.tense == Tense::Gerund
            && group.tense == Tense::Gerund
            && self.words[group.head].entry.verb.is_some()
            && timed(group.end);
        if also {
            return Some(Opening { at: at + 1, kind: ClauseKind::Participial, resumes: false });
        }
        let shares = word.is(WordClass::COORDINATOR)
            && group.tense == Tense::Participle
            && !self.has_subject(at + 1, group.first)
            && (current.passive || current.tense == Tense::Participle)
            && self.words[current.end..at].iter().any(|word| word.timex.is_some());
        shares.then_some(Opening { at, kind: ClauseKind::Coordinate, resumes: false })
    }

    /// "sagte am Montag vor Gästen, [der Rat habe getagt]": whether a verb of saying has no other object than
    /// what stands behind a comma.
    pub(super) fn tells_without_opener(&self, verb: &VerbGroup, comma: usize) -> bool {
        let inverted = !self.has_subject(0, verb.first);
        let mut led = false;
        let says = self.words[verb.head].is(WordClass::SAYING) && !verb.passive;
        says && (verb.end..comma).all(|at| {
            let word = &self.words[at];
            let noun = word.tag.is_nominal() || word.tag.leads_noun();
            led = word.tag == Tag::Preposition || led && noun;
            let own = at == verb.head || matches!(word.tag, Tag::Particle | Tag::Adverb);
            let acts = inverted && noun && !word.is(WordClass::OBLIQUE);
            led || own || acts || word.timex.is_some()
        })
    }

    /// "but they and [their children had settled]", ", but Orr and [two others were held]": a conjunction
    /// behind a noun phrase that opens a clause joins its subject.
    pub(super) fn joins_subjects(&self, at: usize, group: &VerbGroup) -> bool {
        let connects = |word: &Word<'_>| {
            word.is(WordClass::COORDINATOR | WordClass::SUBORDINATOR | WordClass::COMPLEMENTISER)
        };
        let behind = self.has_subject(at + 1, group.first)
            && self.words[at + 1..group.first].iter().all(|word| word.kind != TokenKind::Sign);
        // "and about 200 soldiers and police were sent"
        let own = |word: &Word<'_>| is_of_phrase(word) || word.tag == Tag::Adverb;
        let first = (0..at).rev().take_while(|&at| own(&self.words[at])).last();
        let opener = first.and_then(|first| first.checked_sub(1));
        let phrase = opener.is_some_and(|opener| {
            let comma = opener.checked_sub(1).is_some_and(|at| self.words[at].is_sign(","));
            connects(&self.words[opener]) && comma
        });
        // "and in May 1922, the mill and [the mine were sold]"
        let timed = opener.is_some_and(|opener| {
            let of_time = |word: &&Word<'_>| word.timex.is_some() || word.tag == Tag::Preposition;
            let time = self.words[..opener].iter().rev().take_while(of_time).count();
            let joint = opener.checked_sub(time + 1).map(|joint| &self.words[joint]);
            self.words[opener].is_sign(",")
                && self.words[opener.saturating_sub(1)].timex.is_some()
                && joint.is_some_and(|joint| {
                    joint.is(WordClass::COORDINATOR) && joint.tag == Tag::Conjunction
                })
        });
        // "Used at first for trade, notes and [coins were struck]"
        let front = self.list.len() == 1
            && matches!(self.list[0].kind, ClauseKind::Participial | ClauseKind::Subordinate)
            && opener.is_some_and(|opener| {
                let end = self.list[0].verb.map_or(0, |verb| verb.end);
                let first = (end..opener).all(|at| !self.words[at].is_sign(","));
                self.words[opener].is_sign(",") && self.words[opener].timex.is_none() && first
            });
        // "Sales fell, the bank and [the union said]": nothing else is said behind.
        let says = self.words[group.head].is(WordClass::SAYING)
            && group.is_finite()
            && opener.is_some_and(|opener| self.words[opener].is_sign(","))
            && self.words[group.end..]
                .iter()
                .find(|word| word.timex.is_none() && word.tag != Tag::Preposition)
                .is_none_or(|word| word.kind == TokenKind::Sign);
        let pronoun = at > 1 && self.words[at - 1].is_personal() && {
            let opener = &self.words[at - 2];
            opener.kind == TokenKind::Sign || opener.timex.is_some() || connects(opener)
        };
        // "all men twenty-one [and] older were allowed"
        let adjective = |word: &Word<'_>| word.tag == Tag::Adjective;
        let aged = self.words[at - 1].tag == Tag::Number
            && at + 1 < group.first
            && self.words[at + 1..group.first].iter().all(adjective);
        aged || behind && (pronoun || phrase || timed || front || says)
    }

    /// "the minister, as well as her deputy, left": whether the word, which stands twice around an adverb,
    /// adds to the subject that the clause waits for a verb with.
    pub(super) fn adds_to_subject(&self, at: usize) -> bool {
        let twice = |first: usize, last: usize| {
            self.words.get(last).is_some_and(|word| word.id == self.words[first].id)
        };
        let first = if twice(at, at + 2) { Some(at) } else { at.checked_sub(2) };
        let Some(first) = first.filter(|&first| first > 0 && twice(first, first + 2)) else {
            return false;
        };
        let before = &self.words[first - 1];
        let noun = |word: &Word<'_>| word.tag.is_nominal() && word.timex.is_none();
        let behind =
            noun(before) || first > 1 && before.is_sign(",") && noun(&self.words[first - 2]);
        self.words[first + 1].tag == Tag::Adverb && behind && self.list[self.current].verb.is_none()
    }

    /// "was held and [the union], led by Orr, won", "said [the lease], which we signed, ends", "left after [the town],
    /// held by rebels, fell": where the clause opens whose subject was left for what commas set off, and how:
    /// behind a conjunction, as what is said, or as when something was.
    pub(super) fn left_subject(&self) -> Option<(usize, ClauseKind)> {
        let at = self.set_aside_by();
        let aside = &self.list[at];
        let sets_off = matches!(aside.kind, ClauseKind::Relative | ClauseKind::Participial);
        let comma = self.opens_at(at).and_then(|first| first.checked_sub(1));
        let comma = comma.filter(|&at| sets_off && self.words[at].is_sign(","))?;
        let subject = self.phrase_before(comma)?;
        let joint = subject.checked_sub(1)?;
        let opener = &self.words[joint];
        let parent = aside.parent.and_then(|parent| self.list[parent].verb);
        let behind = parent.filter(|verb| verb.is_finite() && verb.end <= joint);
        let participial = aside.kind == ClauseKind::Participial;
        let parted = joint > 0 && self.words[joint - 1].is_sign(",");
        let adds = opener.is(WordClass::COORDINATOR)
            && opener.tag == Tag::Conjunction
            && (parted || participial);
        if (adds || opener.is_sign(";")) && behind.is_some_and(|verb| verb.end < joint) {
            return Some((joint, ClauseKind::Coordinate));
        }
        let depends = opener.is(WordClass::SUBORDINATOR)
            && !opener.is(WordClass::COMPLEMENTISER)
            && matches!(opener.tag, Tag::Preposition | Tag::Relative);
        if participial && depends && behind.is_some() && !self.syntax.verb_second {
            return Some((joint, ClauseKind::Subordinate));
        }
        // "When they landed, [the king], fearing war, fled"
        let front = aside
            .parent
            .is_some_and(|parent| parent == 0 && self.list[0].kind == ClauseKind::Subordinate);
        if participial && front && opener.is_sign(",") && behind.is_some() {
            return Some((subject, ClauseKind::Main));
        }
        self.says_of_subject(subject).map(|at| (at, ClauseKind::Complement))
    }

    /// The clause between commas that ends right here: the current one, or the one which that says more in: "fearing
    /// [that war would come]".
    pub(super) fn set_aside_by(&self) -> usize {
        let this = &self.list[self.current];
        let inside = this.parent.filter(|&parent| {
            this.kind == ClauseKind::Complement && self.list[parent].kind == ClauseKind::Participial
        });
        inside.unwrap_or(self.current)
    }

    /// Where the noun phrase starts that ends before a comma, with the one before it that a name says more of, or
    /// that it hangs on: "[his successor], Orr,", "[a dam at Lund],".
    fn phrase_before(&self, comma: usize) -> Option<usize> {
        let inside = |&at: &usize| is_of_phrase(&self.words[at]);
        let phrase = |end: usize| (0..end).rev().take_while(inside).last();
        let mut first = phrase(comma)?;
        let named = first.checked_sub(1).filter(|&at| self.words[at].is_sign(","));
        if let Some(own) = named.and_then(phrase)
            && self.words[comma - 1].tag == Tag::Name
        {
            first = own;
        }
        let link = first.checked_sub(1).filter(|&at| {
            let word = &self.words[at];
            word.tag == Tag::Preposition
                && word.timex.is_none()
                && !word.is(WordClass::SUBORDINATOR | WordClass::COMPLEMENTISER)
        });
        Some(link.and_then(phrase).unwrap_or(first))
    }

    /// The first word of a clause, of those that have been given to one.
    fn opens_at(&self, clause: usize) -> Option<usize> {
        self.owner[..self.done].iter().position(|&owner| owner == clause)
    }

    /// Gives a clause with a subject of its own the time before what is set off: "and three days later, led
    /// by Orr, [they came]". False where none stands there.
    pub(super) fn takes_time(&mut self, at: usize, group: VerbGroup) -> bool {
        let aside = self.current;
        let comma = |at: usize| self.words[at].is_sign(",") && self.words[at].timex.is_none();
        let first = self.opens_at(aside);
        let Some(first) = first.filter(|&first| first > 1 && comma(first - 1)) else {
            return false;
        };
        let timed =
            |&at: &usize| self.words[at].timex.is_some() || self.words[at].tag == Tag::Preposition;
        let from = (0..first - 1).rev().take_while(timed).last();
        let joint = from.and_then(|from| from.checked_sub(1)).filter(|&at| {
            self.words[at].is(WordClass::COORDINATOR) && self.words[at].tag == Tag::Conjunction
        });
        let set_off = self.list[aside].kind == ClauseKind::Participial && at > 0 && comma(at - 1);
        let Some(joint) = joint.filter(|_| set_off) else { return false };
        let parent = self.list[aside].parent;
        self.start(ClauseKind::Coordinate, group, parent);
        self.owner[joint..first].fill(self.current);
        self.list[aside].parent = Some(self.current);
        true
    }

    /// "; the war that followed [lasted]", "said that the men who attacked them [died]": whether a verb stands
    /// behind that of a relative clause which says more of the subject of a clause of its own, where that
    /// opens, and how: behind a semicolon or a conjunction, or as what is said.
    fn relates_in_front(&self, group: &VerbGroup) -> Option<(usize, ClauseKind)> {
        let this = &self.list[self.current];
        let verb = this.verb.filter(|_| this.kind == ClauseKind::Relative && group.is_finite())?;
        let first = self.opens_at(self.current)?;
        let own = (0..first).rev().take_while(|&at| is_of_phrase(&self.words[at])).last()?;
        let opener = own.checked_sub(1)?;
        if self.words[first].tag != Tag::Relative {
            return None;
        }
        // "the man whom police said had died" is told by the same ones.
        if !self.words[verb.head].is(WordClass::SAYING)
            && let Some(at) = self.says_of_subject(own)
        {
            return Some((at, ClauseKind::Complement));
        }
        let joins = self.words[opener].is(WordClass::COORDINATOR)
            && opener > 0
            && self.words[opener - 1].is_sign(",");
        let behind = (verb.end..group.first).all(|at| self.words[at].timex.is_some());
        let at = if joins { opener } else { opener + 1 };
        let opens = behind && (joins || self.words[opener].is_sign(";"));
        opens.then_some((at, ClauseKind::Coordinate))
    }

    /// "said [that] the men who", "said on Monday [the lease], which": where what is said opens with the noun
    /// phrase at a word, of which the clause behind it says more.
    fn says_of_subject(&self, phrase: usize) -> Option<usize> {
        let parent = self.list[self.current].parent?;
        let verb = self.list[parent].verb.filter(|verb| !verb.passive && verb.end <= phrase)?;
        let opener = &self.words[phrase - 1];
        if self.syntax.verb_second {
            return None;
        }
        if opener.is(WordClass::COMPLEMENTISER) && opener.tag != Tag::Determiner {
            return Some(phrase - 1);
        }
        self.says_at(&verb, phrase).then_some(phrase)
    }

    /// "said [the lease]", "said on Monday [the lease]": whether nothing but a time stands between a verb of
    /// saying and a word.
    pub(super) fn says_at(&self, verb: &VerbGroup, at: usize) -> bool {
        let between = &self.words[verb.end..at];
        let timed = |word: &Word<'_>| word.timex.is_some() || word.tag == Tag::Preposition;
        let ends = between.last().is_none_or(|last| last.timex.is_some());
        self.words[verb.head].is(WordClass::SAYING) && ends && between.iter().all(timed)
    }

    /// Gives such a verb a clause of its own, with the noun before the relative one.
    pub(super) fn set_behind_relative(&mut self, group: VerbGroup) -> bool {
        let Some((at, kind)) = self.relates_in_front(&group) else { return false };
        let aside = self.current;
        let relative = self.opens_at(aside);
        self.give(group.first);
        self.start(kind, group, self.list[aside].parent);
        self.owner[at..relative.unwrap_or(at)].fill(self.current);
        self.list[aside].parent = Some(self.current);
        true
    }

    /// "said [that] sanctions on Norway": the word that opens what is said with the noun phrase that ends
    /// before a word.
    pub(super) fn opened_before(&self, end: usize) -> Option<usize> {
        let inside = |&at: &usize| {
            let word = &self.words[at];
            let leads = word.tag == Tag::Preposition && word.timex.is_none();
            is_of_phrase(word)
                || matches!(word.tag, Tag::Determiner | Tag::Possessive | Tag::Genitive)
                || leads && !word.is(WordClass::COMPLEMENTISER | WordClass::SUBORDINATOR)
        };
        let first = (0..end).rev().take_while(inside).last()?;
        let at = first.checked_sub(1)?;
        let says = self.words[..at]
            .iter()
            .rev()
            .find(|word| word.tag.is_verbal() && word.timex.is_none())
            .is_some_and(|word| word.is(WordClass::SAYING));
        let opens = self.words[at].is(WordClass::COMPLEMENTISER)
            && self.words[at].tag != Tag::Determiner
            && self.words[first].tag != Tag::Preposition;
        (says && opens).then_some(at)
    }

    /// "attacks that struck cities [and bases throughout Norway called it into question]": whether a
    /// conjunction between two noun phrases hides that the last verb of the sentence is the one that the
    /// main clause waits for.
    pub(super) fn joins_objects(&self, at: usize, group: &VerbGroup) -> bool {
        let noun = |at: usize| self.words[at].tag.is_nominal() && self.words[at].timex.is_none();
        let next = &self.words[at + 1];
        // "those killed in the gales and floods was given": that is not said of the floods.
        let disagrees = next.tag == Tag::Nouns
            && !next.is_upper()
            && group.first == at + 2
            && self.words[group.first].is(WordClass::SINGULAR_VERB);
        if disagrees && at > 0 && noun(at - 1) {
            return true;
        }
        self.pending == Some(0)
            && self.last_finite == Some(group.first)
            && self.list[self.current].kind == ClauseKind::Relative
            && at > 0
            && noun(at - 1)
            && !next.is_personal()
            && (next.tag.is_nominal() || next.tag == Tag::Adjective)
            && !self.syntax.verb_second
            && !self.syntax.head_first
            && self.has_subject(0, self.left_at())
    }

    /// Where the first clause was left for another one.
    fn left_at(&self) -> usize {
        self.owner[..self.done].iter().position(|&owner| owner != 0).unwrap_or(self.done)
    }

    /// Whether a verb stands in what a participle opened behind a comma, and another verb behind the comma
    /// that closes that: "disgusted by the war and seeing it [was] lost, killed".
    pub(super) fn is_inside_insertion(&self, verb: usize) -> bool {
        let comma = |at: usize| self.words[at].is_sign(",") && self.words[at].depth == 0;
        if self.list[self.current].kind != ClauseKind::Participial {
            return false;
        }
        let first = self.left_at();
        let goes_on = |at: usize| self.words[at].tag.is_verbal() && self.words[at].timex.is_none();
        let mut behind = verb..self.words.len().saturating_sub(1);
        first > 0
            && comma(first - 1)
            && !(first + 1..verb).any(comma)
            && behind.any(|at| comma(at) && goes_on(at + 1))
    }

    /// ", with [thousands protesting in Oslo in May] and [Roe leaving in June]": where a clause opens
    /// behind the word that only adds what else there was, if it has a subject and a time of its own.
    pub(super) fn accompanies(&self, group: &VerbGroup) -> Option<usize> {
        if group.tense != Tense::Gerund {
            return None;
        }
        let inside = |&at: &usize| is_of_phrase(&self.words[at]);
        let first = (0..group.first).rev().take_while(inside).last()?;
        let before = &self.words[first.checked_sub(1)?];
        let added = before.is(WordClass::ADDING) && first > 1 && self.words[first - 2].is_sign(",");
        let again = before.is(WordClass::COORDINATOR)
            && self.list[self.current].verb.is_some_and(|verb| verb.tense == Tense::Gerund)
            && self.list[self.current].kind == ClauseKind::Coordinate;
        let own = self.words[group.end..].iter().take_while(|word| {
            word.kind != TokenKind::Sign
                && !word.is(WordClass::COORDINATOR)
                && (!word.tag.is_verbal() || word.timex.is_some())
        });
        let timed = own.into_iter().any(|word| word.timex.is_some());
        ((added || again) && timed).then_some(first)
    }
}
