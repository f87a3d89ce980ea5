//! Cutting a sentence into clauses: each verb looks back for what opens its clause.

mod appositions;
mod complements;
mod finish;
mod front;
mod joining;
mod openers;
mod participles;
mod reduced;

use openers::is_led_time;
use participles::{leads_to_name, mend_participles, names_time, says_from_when, says_of_some};

use super::bracket::close_brackets;
use super::clause::{Clause, ClauseKind, Clauses};
use super::phrase::is_quotation_mark;
use super::reading::Word;
use super::verb_group::{Tense, VerbGroup, verb_groups};
use crate::language::{Agreements, EventWords, Syntax, Tag, WordClass};

/// Cuts a sentence into clauses.
pub(super) fn clauses(words: &[Word<'_>], language: &'static EventWords) -> Clauses {
    let syntax = language.syntax();
    let mut groups = verb_groups(words);
    groups.retain(|&mut group| {
        words[group.head].depth == 0
            && !names_time(words, &group)
            && !says_from_when(words, &group)
            && !says_of_some(words, &group)
            && !leads_to_name(words, &group)
    });
    mend_participles(words, &mut groups);
    if syntax.verb_second {
        groups = close_brackets(words, &groups);
    }
    let last_finite = groups.iter().rfind(|group| group.is_finite()).map(|last| last.first);
    let mut cutter = Cutter::new(words, language, last_finite);
    for group in groups {
        cutter.add(group);
    }
    cutter.finish()
}

struct Cutter<'w, 'a> {
    words: &'w [Word<'a>],
    list: Vec<Clause>,
    owner: Vec<usize>,
    /// The clause that the words go to that have not been given to one yet.
    current: usize,
    /// Words up to here have their clause.
    done: usize,
    /// A clause that was left for a relative one before its verb came.
    pending: Option<usize>,
    /// Where the last finite verb of the sentence starts.
    last_finite: Option<usize>,
    syntax: Syntax,
    agreements: &'static Agreements,
}

/// Where a clause opens, and how.
struct Opening {
    at: usize,
    kind: ClauseKind,
    /// Whether no subject of its own stands between here and its verb.
    resumes: bool,
}

impl<'w, 'a> Cutter<'w, 'a> {
    fn new(
        words: &'w [Word<'a>],
        language: &'static EventWords,
        last_finite: Option<usize>,
    ) -> Self {
        let mut list = Vec::with_capacity(4);
        list.push(Clause::new(ClauseKind::Main, None, None));
        Self {
            words,
            list,
            owner: vec![0; words.len()],
            current: 0,
            done: 0,
            pending: None,
            last_finite,
            syntax: language.syntax(),
            agreements: language.agreements(),
        }
    }

    fn add(&mut self, group: VerbGroup) {
        let opening = self.opening(&group);
        let current = &self.list[self.current];
        match (current.verb, opening) {
            (None, None) => {
                // "In 1539, for example, to protect its trade, Norway banned": what stands before the comma is
                // no subject of it.
                let set_off = group.tense == Tense::Infinitive
                    && self.words[0].tag == Tag::Preposition
                    && group.first > 0
                    && self.words[group.first - 1].is_sign(",");
                let from = if set_off { group.first } else { 0 };
                if !group.is_finite()
                    && group.tense != Tense::Base
                    && !self.has_subject(from, group.first)
                {
                    self.list[self.current].kind = ClauseKind::Participial;
                }
                self.list[self.current].verb = Some(group);
            }
            (None, Some(opening)) => self.open_first(&opening, group),
            (Some(verb), Some(opening)) if self.closes_apposition(&verb, &opening, &group) => {
                self.set_aside(verb, group);
            }
            (Some(verb), None) if self.stands_aside(&verb, &group) => self.set_aside(verb, group),
            (Some(verb), None) if self.leaves_front(&verb, &group).is_some() => {
                let at = self.leaves_front(&verb, &group).unwrap_or(group.first);
                self.give(at);
                if verb.is_finite() {
                    self.list[self.current].kind = ClauseKind::Subordinate;
                }
                self.start(ClauseKind::Main, group, Some(self.current));
                self.owner[at..self.done].fill(self.current);
            }
            (Some(_), None) if self.set_behind_relative(group) => {}
            (Some(verb), None) if self.is_contact(&verb, &group) => self.set_contact(verb, group),
            // "and a mission led by Orr left": it waits for the verb of its clause.
            (Some(_), None) if self.waits(&group) => return,
            (Some(_), None) => self.list[self.current].inner.push(group),
            (Some(_), Some(opening)) => {
                // "the talks [held in Riga]": what opens right at its verb has no other opener.
                let bare = opening.at == group.first && opening.kind == ClauseKind::Relative;
                let reduced = bare && group.tense == Tense::Past;
                let tense = if reduced { Tense::Participle } else { group.tense };
                self.open(&opening, VerbGroup { tense, ..group });
            }
        }
        self.give(group.end);
    }

    /// The first verb of a sentence stands in a clause that may not be the main one.
    fn open_first(&mut self, opening: &Opening, group: VerbGroup) {
        let leads = opening.at == 0
            || !self.words[..opening.at]
                .iter()
                .any(|word| word.tag.is_nominal() && word.timex.is_none());
        match opening.kind {
            ClauseKind::Relative if !leads => {
                self.give(opening.at);
                self.pending = Some(self.current);
                self.start(ClauseKind::Relative, group, Some(self.current));
            }
            ClauseKind::Subordinate | ClauseKind::Participial if !leads => {
                self.give(opening.at);
                self.pending = Some(self.current);
                self.start(opening.kind, group, Some(self.current));
            }
            ClauseKind::Subordinate | ClauseKind::Relative | ClauseKind::Participial => {
                self.list[self.current].kind = if opening.kind == ClauseKind::Participial {
                    ClauseKind::Participial
                } else {
                    ClauseKind::Subordinate
                };
                self.list[self.current].verb = Some(group);
            }
            _ => self.list[self.current].verb = Some(group),
        }
    }

    fn open(&mut self, opening: &Opening, group: VerbGroup) {
        self.give(opening.at);
        // "which began in May and ended in June": the second verb goes on with the first one's.
        let goes_on = self.words[opening.at].is(WordClass::COORDINATOR)
            && opening.at > 0
            && !self.words[opening.at - 1].is_sign(",");
        // "nationalists, led by Orr, who was killed, rose"
        let relates = opening.kind == ClauseKind::Relative && opening.at < group.first;
        if opening.resumes
            && !goes_on
            && !relates
            && group.is_finite()
            && let Some(pending) = self.pending.take()
        {
            self.current = pending;
            self.list[pending].verb = Some(group);
            return;
        }
        if opening.resumes
            && group.is_finite()
            && opening.at == group.first
            && let Some((joint, kind)) = self.left_subject()
        {
            let aside = self.set_aside_by();
            let parent = self.list[aside].parent;
            let behind = self.owner[..self.done].iter().position(|&owner| owner == aside);
            self.start(kind, group, parent);
            self.owner[joint..behind.unwrap_or(joint)].fill(self.current);
            self.list[aside].parent = Some(self.current);
            return;
        }
        if !opening.resumes
            && (opening.kind == ClauseKind::Coordinate && self.takes_main(group)
                || group.is_finite() && self.takes_time(opening.at, group))
        {
            return;
        }
        if !opening.resumes && group.is_finite() && self.is_aside(opening.at) {
            self.list[0].kind = ClauseKind::Participial;
        }
        let after_front =
            opening.kind == ClauseKind::Coordinate && self.is_behind_front(opening.at);
        let kind = if after_front { ClauseKind::Main } else { opening.kind };
        let parent = Some(self.joined_to(opening, kind, &group));
        let before = self.current;
        self.start(kind, group, parent);
        // "said that talks to open a corridor had failed": what stood behind the opener is its.
        if opening.at < self.done {
            self.owner[opening.at..self.done].fill(self.current);
            let inner = &mut self.list[before].inner;
            let at = inner.partition_point(|inner| inner.first < opening.at);
            let moved = inner.split_off(at);
            self.list[self.current].inner = moved;
        }
    }

    fn start(&mut self, kind: ClauseKind, group: VerbGroup, parent: Option<usize>) {
        self.list.push(Clause::new(kind, Some(group), parent));
        self.current = self.list.len() - 1;
    }

    /// Gives the words up to here to the current clause.
    fn give(&mut self, to: usize) {
        let to = to.max(self.done);
        self.owner[self.done..to].fill(self.current);
        self.done = to;
    }

    /// Looks back from a verb for what opens its clause.
    fn opening(&self, group: &VerbGroup) -> Option<Opening> {
        let low = self.list[self.current].verb.map_or(0, |_| self.done);
        let previous =
            self.list[self.current].inner.last().copied().or(self.list[self.current].verb);
        let open =
            |at, kind| Some(Opening { at, kind, resumes: !self.has_subject(at, group.first) });
        let finite = group.is_finite();
        if let Some(at) = previous.and_then(|_| self.anchored_gerund(group)) {
            return Some(Opening { at, kind: ClauseKind::Participial, resumes: false });
        }
        if let Some(at) = previous.and_then(|_| self.accompanies(group)) {
            return Some(Opening { at, kind: ClauseKind::Coordinate, resumes: false });
        }
        if let Some(at) = self.left_open(group) {
            return open(at, ClauseKind::Complement);
        }
        if let Some((at, kind)) = self.left_behind(group) {
            return Some(Opening { at, kind, resumes: false });
        }
        let finite_before =
            previous.filter(VerbGroup::is_finite).or_else(|| self.acted_on(previous, group));
        if finite_before.is_some_and(|verb| self.says_more(group) || self.is_reduced(&verb, group))
        {
            return open(group.first, ClauseKind::Relative);
        }
        let list = self.list_before(low, group.first);
        for at in (low..group.first).rev() {
            let word = &self.words[at];
            if word.depth > 0 || word.timex.is_some() || list.contains(&at) {
                continue;
            }
            if word.is_sign(";")
                || word.is_sign(":")
                || word.is(WordClass::DASH) && word.text.chars().count() == 1 && !self.is_tally(at)
            {
                let at = self.labelled(at).unwrap_or(at);
                return previous.and_then(|_| open(at + 1, ClauseKind::Coordinate));
            }
            if word.is_sign(",") {
                if let Some(opening) = self.at_comma(at, group, previous.as_ref()) {
                    return Some(opening);
                }
                continue;
            }
            if !finite {
                if let Some(opening) = self.at_coordinator(at, group) {
                    return Some(opening);
                }
                continue;
            }
            if previous.is_some_and(|verb| self.joins_contact(verb.end, at, group)) {
                let at = group.first - 1;
                return Some(Opening { at, kind: ClauseKind::Relative, resumes: false });
            }
            if let Some(kind) = self.at_word(at, group, previous.as_ref()) {
                let start = self.with_preposition(at);
                return open(start, kind);
            }
        }
        // "a feast observed by Thais falls"
        let says = previous.is_some_and(|verb| {
            let done_by = verb.tense == Tense::Participle
                && self.words.get(verb.end).is_some_and(|next| next.tag == Tag::Preposition);
            self.words[verb.head].is(WordClass::SAYING) && !done_by
        });
        let tells = says || self.thinks_inside(previous, group);
        if finite && tells && self.has_subject(low, group.first) {
            let at = self.behind_time_of_saying(low, group.first);
            return Some(Opening { at, kind: ClauseKind::Complement, resumes: false });
        }
        if finite && let Some((at, kind)) = self.behind_noun(group) {
            return Some(Opening { at, kind, resumes: false });
        }
        if finite && self.pending.is_some() && !self.is_inside_insertion(group.first) {
            return Some(Opening { at: group.first, kind: ClauseKind::Main, resumes: true });
        }
        None
    }

    fn at_comma(
        &self,
        at: usize,
        group: &VerbGroup,
        previous: Option<&VerbGroup>,
    ) -> Option<Opening> {
        let subject = self.has_subject(at + 1, group.first);
        if group.is_finite() && self.is_apposed(group, previous) {
            return None;
        }
        if !group.is_finite() {
            // ", the king having died": it has a subject of its own.
            let own = subject && !self.words[group.first].is(WordClass::HAVE);
            let close = !own && matches!(group.tense, Tense::Gerund | Tense::Participle);
            // "closed, on Tuesday after passing a law,": the day is that of what comes before.
            let led =
                self.words[at + 1].tag == Tag::Preposition && self.words[at + 1].timex.is_none();
            let anchor = (at + 2..group.first).rfind(|&anchor| {
                self.words[anchor].is(WordClass::ANCHOR)
                    && self.words[anchor].timex.is_none()
                    && self.words[anchor - 1].timex.is_some()
            });
            return (close && (previous.is_some() || at > 0)).then_some(Opening {
                at: anchor.filter(|_| led).unwrap_or(at + 1),
                kind: ClauseKind::Participial,
                resumes: false,
            });
        }
        let previous = previous?;
        if subject {
            // "says that in May of 2008, Orr told him": the clause opened before its time.
            let opener = (previous.end..at).find(|&at| {
                self.words[at].is(WordClass::COMPLEMENTISER)
                    && self.words[at].tag != Tag::Determiner
                    && self.words[at].depth == 0
            });
            // ", and in May, it returned": the clause opened before its time; so it does in "fell and in May, it
            // returned", but not behind another time.
            let joint = (previous.end..at).rfind(|&joint| {
                let (before, behind) = (&self.words[joint - 1], &self.words[joint + 1..at]);
                self.words[joint].is(WordClass::COORDINATOR)
                    && self.words[joint].tag == Tag::Conjunction
                    && (before.is_sign(",") || before.timex.is_none() && is_led_time(behind))
            });
            if let Some(at) = self.opened_before_phrase(previous.end, at) {
                return Some(Opening { at, kind: ClauseKind::Subordinate, resumes: false });
            }
            let front = self.behind_front_participle(previous, at);
            if let Some(at) = front.or_else(|| self.behind_state(previous, at)) {
                return Some(Opening { at, kind: ClauseKind::Coordinate, resumes: false });
            }
            if let Some(at) = self.behind_colon(previous.end, at) {
                return Some(Opening { at, kind: ClauseKind::Coordinate, resumes: false });
            }
            let joint = joint
                .filter(|&joint| self.only_times(joint + 1, at) || self.only_when(joint + 1, at));
            if let Some(at) = joint.filter(|_| opener.is_none()) {
                return Some(Opening { at, kind: ClauseKind::Coordinate, resumes: false });
            }
            if self.syntax.verb_second && self.tells_without_opener(previous, at) {
                let kind = ClauseKind::Complement;
                return Some(Opening { at: at + 1, kind, resumes: false });
            }
            return Some(match opener {
                Some(at) => Opening { at, kind: ClauseKind::Complement, resumes: false },
                None => Opening { at: at + 1, kind: ClauseKind::Coordinate, resumes: false },
            });
        }
        if let Some(at) = self.says_apposed(previous, group) {
            return Some(Opening { at, kind: ClauseKind::Complement, resumes: false });
        }
        if self.pending.is_some() {
            return Some(Opening { at: at + 1, kind: ClauseKind::Main, resumes: true });
        }
        // "studierte Chemie, dann Physik, promovierte": a verb right behind the comma goes on.
        if self.syntax.verb_second && at + 1 == group.first {
            return Some(Opening { at: at + 1, kind: ClauseKind::Coordinate, resumes: true });
        }
        let first = self.before_apposition(previous.end, at);
        Some(Opening {
            at: first.map_or(at, |i| i) + 1,
            kind: ClauseKind::Coordinate,
            resumes: first.is_none(),
        })
    }

    fn at_word(
        &self,
        at: usize,
        group: &VerbGroup,
        previous: Option<&VerbGroup>,
    ) -> Option<ClauseKind> {
        let word = &self.words[at];
        let opens = WordClass::COORDINATOR
            | WordClass::RELATIVE
            | WordClass::COMPLEMENTISER
            | WordClass::SUBORDINATOR;
        // Most words open nothing.
        if !word.is(opens) && word.tag != Tag::Relative {
            return None;
        }
        // "filed a \"complaint,\" which", "in Oslo (Norway) that"
        let aside = |word: &Word<'_>| {
            is_quotation_mark(word) || word.depth > 0 || matches!(word.text, "(" | ")")
        };
        let before = self.words[..at].iter().rfind(|word| !aside(word));
        let behind_noun = before.is_some_and(|b| {
            let counted = b.tag == Tag::Number && word.tag == Tag::Relative;
            // "Orr, an American who"
            let people = b.tag == Tag::Adjective && b.is_upper() && word.is(WordClass::WHO);
            counted || people || b.tag.is_nominal() || b.is_sign(",") || b.tag == Tag::Preposition
        });
        if word.is(WordClass::COORDINATOR) && word.tag == Tag::Conjunction {
            let previous = previous?;
            if self.joins_subjects(at, group) || self.joins_objects(at, group) {
                return None;
            }
            let comma = before.is_some_and(|b| b.is_sign(","));
            let subject = self.has_subject(at + 1, group.first);
            // "will put it before the board on Monday and the members will vote": a time closes a phrase.
            let timed = self.words[at - 1].timex.is_some();
            let opened = self.words[previous.end..at].iter().any(|w| {
                w.tag != Tag::Noun
                    && (w.is(WordClass::COMPLEMENTISER) || w.is(WordClass::SUBORDINATOR) && !timed)
            });
            // "denied the motion and the case went to trial": what was said is a thing.
            let thing = self.words.get(previous.end).is_some_and(|next| {
                matches!(next.tag, Tag::Determiner | Tag::Possessive) && next.timex.is_none()
            });
            let says =
                self.words[previous.head].is(WordClass::SAYING) && !thing && !previous.passive;
            let saying = (opened || says) && !comma;
            return (!subject || comma || !saying).then_some(ClauseKind::Coordinate);
        }
        // "shot in what the police called an ambush", not "told about how many it had sold"
        let led = self.preposition_before(at).is_some();
        let graded = at > 0 && self.words[at - 1].tag == Tag::Adverb;
        let counts = matches!(self.words[at + 1].tag, Tag::Adjective | Tag::Adverb);
        if led && word.tag == Tag::Relative && (behind_noun || graded) && !counts {
            return Some(ClauseKind::Relative);
        }
        if self.says_behind(at, previous)
            || self.says_behind_time(at, previous)
            || self.says_where(at, group, previous)
            || self.tells_whom(at, group, previous)
        {
            return Some(ClauseKind::Complement);
        }
        if word.is(WordClass::RELATIVE)
            && behind_noun
            && at > 0
            && self.can_relate(at)
            && !self.points(at)
            && self.can_depend(at, group)
        {
            let temporal = word.is(WordClass::SUBORDINATOR) && !word.is(WordClass::COMPLEMENTISER);
            return Some(if temporal { ClauseKind::Subordinate } else { ClauseKind::Relative });
        }
        if word.is(WordClass::COMPLEMENTISER) && previous.is_some() && word.tag != Tag::Determiner {
            return Some(ClauseKind::Complement);
        }
        if word.is(WordClass::SUBORDINATOR)
            && matches!(word.tag, Tag::Preposition | Tag::Relative | Tag::Adverb)
            && self.has_subject(at + 1, group.first)
            && !self.compares_number(at)
            && self.can_depend(at, group)
            && !self.leads_apposition(at, group)
            && !self.leads_phrase(at, group)
            && !self.leads_example(at)
            && !self.adds_to_subject(at)
            && !self.says_in_what_role(at, group)
            && !self.leads_time_of(at)
        {
            return Some(ClauseKind::Subordinate);
        }
        None
    }
}
