//! Complement clauses: where what is said opens, behind a verb of saying.

use super::Cutter;
use crate::extract::clause::ClauseKind;
use crate::extract::phrase::{behind_time_set_off, is_of_phrase};
use crate::extract::reading::Word;
use crate::extract::verb_group::{Tense, VerbGroup};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

impl Cutter<'_, '_> {
    /// "showed on Friday [that] sales had fallen": whether a word opens what a verb says behind its time.
    pub(super) fn says_behind_time(&self, at: usize, previous: Option<&VerbGroup>) -> bool {
        let Some(verb) = previous.filter(|verb| verb.is_finite() && !verb.passive) else {
            return false;
        };
        let timed = |word: &Word<'_>| {
            word.timex.is_some() || word.tag == Tag::Preposition && !word.is_upper()
        };
        // "came in the same week that"
        let moves = WordClass::MOTION | WordClass::BE;
        self.words[at].is(WordClass::COMPLEMENTISER)
            && !self.words[verb.head].is(moves)
            && verb.end < at
            && self.words[at - 1].timex.is_some()
            && self.words[verb.end..at].iter().all(timed)
    }

    /// "said here on Friday that": between a verb of saying and what was said there is only when
    /// and where.
    pub(super) fn says_behind(&self, at: usize, previous: Option<&VerbGroup>) -> bool {
        let Some(verb) = previous else { return false };
        let opens = self.words[at].is(WordClass::COMPLEMENTISER)
            && self.words[at].tag != Tag::Determiner
            && self.words[verb.head].is(WordClass::SAYING | WordClass::FINDING)
            && verb.end < at;
        let mut led = false;
        // "said, on Monday, that"
        let from = behind_time_set_off(self.words, verb.end).filter(|&to| to <= at);
        opens
            && self.words[from.unwrap_or(verb.end)..at].iter().all(|word| {
                led |= word.is(WordClass::PLACE_ONLY) && word.timex.is_none();
                word.timex.is_some()
                    || matches!(word.tag, Tag::Adverb | Tag::Preposition)
                    || word.is_sign(",") && word.timex.is_some()
                    || led && (word.is_upper() || word.tag == Tag::Determiner)
            })
    }

    /// "said in interviews with papers on Friday that it would": between a verb of saying and what was said
    /// there is only where and to whom, not "said in a report that it wrote that it would".
    pub(super) fn says_where(
        &self,
        at: usize,
        group: &VerbGroup,
        previous: Option<&VerbGroup>,
    ) -> bool {
        let opens = |word: &Word<'_>| {
            word.is(WordClass::COMPLEMENTISER)
                && matches!(word.tag, Tag::Preposition | Tag::Relative)
        };
        let says = |verb: &&VerbGroup| {
            verb.end + 1 < at && self.words[verb.head].is(WordClass::SAYING) && !verb.passive
        };
        let Some(verb) = previous.filter(|_| opens(&self.words[at])).filter(says) else {
            return false;
        };
        let between = &self.words[verb.end..at];
        let inside = |word: &Word<'_>| {
            let led = word.tag == Tag::Preposition && !word.is(WordClass::SUBORDINATOR);
            word.timex.is_some()
                || word.kind != TokenKind::Sign && (led || is_of_phrase(word))
                || matches!(word.tag, Tag::Determiner | Tag::Possessive | Tag::Genitive)
        };
        between.first().is_some_and(|word| word.tag == Tag::Preposition)
            && between.iter().all(inside)
            && self.has_subject(at + 1, group.first)
            && !self.words[group.end..].iter().any(opens)
    }

    /// "said Tuesday his party had won", "told reporters on Tuesday they had": where the clause opens
    /// that a verb of saying leaves unmarked. The time directly behind that verb is its own.
    pub(super) fn behind_time_of_saying(&self, low: usize, verb: usize) -> usize {
        let words = &self.words[..verb];
        let timed = (low..verb).find(|&at| words[at].timex.is_some());
        let behind = timed.and_then(|first| (first..verb).find(|&at| words[at].timex.is_none()));
        behind.filter(|&at| self.has_subject(at, verb)).unwrap_or(low)
    }

    /// "told the board that it had won": between a verb of saying and what was said stands whom it
    /// was said to.
    pub(super) fn tells_whom(
        &self,
        at: usize,
        group: &VerbGroup,
        previous: Option<&VerbGroup>,
    ) -> bool {
        let Some(verb) = previous.filter(|verb| verb.end < at) else { return false };
        let word = &self.words[at];
        let people = WordClass::GROUP | WordClass::ROLE;
        let tells = self.words[verb.head].is(WordClass::TELLING);
        // "told an audience in Oslo", "told the agency on Monday"
        let led = |at: usize| {
            let next = &self.words[at + 1];
            let place = tells && self.words[at].is(WordClass::PLACE_ONLY);
            next.timex.is_some() || place && (next.is_upper() || next.tag == Tag::Determiner)
        };
        let whom = |at: usize| {
            let word = &self.words[at];
            word.timex.is_some()
                || word.tag == Tag::Name && word.is_upper()
                || word.tag.is_nominal() && (tells || word.is(people))
                || word.tag == Tag::Preposition && led(at)
                || word.tag == Tag::Adjective && tells
                || matches!(word.tag, Tag::Pronoun | Tag::Determiner | Tag::Possessive)
        };
        word.is(WordClass::COMPLEMENTISER)
            && word.tag != Tag::Determiner
            && self.words[verb.head].is(WordClass::SAYING)
            && !verb.passive
            && (verb.end..at).all(whom)
            && self.has_subject(at + 1, group.first)
    }

    /// ", who feared the rebels had fled, burned": whether what is feared stands in a relative clause between commas,
    /// behind which the verb comes that its noun waits for.
    pub(super) fn thinks_inside(&self, previous: Option<VerbGroup>, group: &VerbGroup) -> bool {
        let this = &self.list[self.current];
        let Some(verb) = previous.filter(|_| this.kind == ClauseKind::Relative) else {
            return false;
        };
        let opened =
            self.words[..verb.first].iter().rev().take_while(|word| word.kind != TokenKind::Sign);
        let comma = verb.first.checked_sub(opened.count() + 1);
        let comma_in = |words: &[Word<'_>]| words.iter().any(|word| word.is_sign(","));
        self.pending.is_some()
            && self.words[verb.head].is(WordClass::DOUBT | WordClass::STATE | WordClass::PLAN)
            && comma.is_some_and(|at| self.words[at].is_sign(","))
            && !comma_in(&self.words[verb.end..group.first])
            && self
                .last_finite
                .is_some_and(|last| last > group.end && comma_in(&self.words[group.end..last]))
    }

    /// "his third year [as] head coach, Orr won": whether bare nouns stand between the word and a comma.
    fn leads_bare_role(&self, at: usize, group: &VerbGroup) -> bool {
        let behind = &self.words[at + 1..group.first];
        let comma = behind.iter().position(|word| word.is_sign(","));
        let [role @ .., last] = &behind[..comma.unwrap_or_default()] else { return false };
        let plain = |word: &Word<'_>| {
            matches!(word.tag, Tag::Noun | Tag::Adjective)
                && word.timex.is_none()
                && !word.is_upper()
        };
        self.words[at].is(WordClass::LIKENING)
            && self.words[at].tag == Tag::Preposition
            && last.tag == Tag::Noun
            && plain(last)
            && role.iter().all(plain)
    }

    /// "denied that [as] minister he ordered it": whether the word only says as what somebody does what the
    /// word before it opens, or what stands before it was.
    pub(super) fn says_in_what_role(&self, at: usize, group: &VerbGroup) -> bool {
        if self.leads_bare_role(at, group) {
            return true;
        }
        let opened = at.checked_sub(1).is_some_and(|before| {
            self.words[before].is(WordClass::COMPLEMENTISER)
                && self.words[before].tag != Tag::Determiner
        });
        let subject = group.first - 1;
        opened
            && self.words[at].tag == Tag::Preposition
            && self.words[subject].is_personal()
            && subject > at + 1
            && self.has_subject(at + 1, subject)
    }

    /// "said [the plan] to open a mine would fail": the same where no word opens what is said, whose verb has an
    /// auxiliary.
    fn left_unmarked(&self, verb: &VerbGroup, group: &VerbGroup) -> Option<usize> {
        let this = &self.list[self.current];
        let helped = group.first != group.head || self.words[group.head].is(WordClass::BE);
        let at = (verb.end..group.first)
            .find(|&at| self.words[at].timex.is_none() && self.words[at].tag != Tag::Preposition)?;
        let parts = |word: &Word<'_>| {
            word.kind == TokenKind::Sign
                || word.is_personal()
                || word.is(WordClass::COORDINATOR | WordClass::RELATIVE | WordClass::SUBORDINATOR)
        };
        let inner = this.inner[0];
        let opens = !verb.passive
            && helped
            && !self.syntax.verb_second
            && inner.first > at
            && matches!(inner.tense, Tense::Infinitive | Tense::Gerund)
            && this.inner.iter().all(|inner| !inner.is_finite())
            && self.says_at(verb, at)
            && self.has_subject(at, inner.first)
            && self.words[group.first - 1].tag != Tag::Name
            && !self.words[at..group.first].iter().any(parts);
        opens.then_some(at)
    }

    /// The word that opens what is said, where an infinitive behind it hid its verb: "said [that]
    /// talks to open a corridor had failed".
    pub(super) fn left_open(&self, group: &VerbGroup) -> Option<usize> {
        let this = &self.list[self.current];
        let verb = this.verb.filter(|_| group.is_finite() && !this.inner.is_empty())?;
        // "said [on Monday] that"
        let timed = |at: usize| self.words.get(at).is_some_and(|word| word.timex.is_some());
        let between =
            |at: usize| timed(at) || self.words[at].tag == Tag::Preposition && timed(at + 1);
        let right_behind = |at: usize| {
            (verb.end..at).all(between)
                && self.words[at].is(WordClass::COMPLEMENTISER)
                && self.words[verb.head].is(WordClass::SAYING)
                && self.words[at].tag != Tag::Determiner
        };
        let opened =
            (verb.end..self.done).find(|&at| right_behind(at) || self.says_behind(at, Some(&verb)));
        let Some(at) = opened else { return self.left_unmarked(&verb, group) };
        // "reported that dredging of the basin began": a gerund is the subject itself.
        let gerund = this.inner[0].tense == Tense::Gerund && this.inner[0].first == at + 1;
        // "that the pattern of prices rising through the year had": it says more of a noun.
        let inside = |inner: &VerbGroup| {
            inner.tense == Tense::Infinitive
                || matches!(inner.tense, Tense::Gerund | Tense::Participle)
                    && self.words[inner.first - 1].tag.is_nominal()
        };
        let only =
            this.inner[usize::from(gerund)..].iter().all(|inner| inside(inner) && inner.first > at);
        (only && (gerund || self.has_subject(at + 1, this.inner[0].first))).then_some(at)
    }
}
