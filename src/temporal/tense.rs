//! The tense that a sentence tells around a time expression.

use super::beside::{AWAITING, Named};
use super::tagger::{RANGE_AND, TENSE_REACH, Tagger};
use super::token::Token;
use crate::language::{Roles, role};

impl Tagger<'_> {
    /// The tense around an expression: -1 past, [`SAID`] past as far as a verb of saying tells, 0
    /// present or none told, 1 future. What stands directly beside it counts first ("for Friday",
    /// "Friday's attack"), then the nearest verb of its clause, then of its sentence, up to a
    /// semicolon, that tells one: before it first.
    pub(super) fn tense(&self, at: usize, end: usize, named: Named) -> i8 {
        if self.is_done(at, end) {
            return -1;
        }
        let beside = self.tense_beside(at, end, named);
        beside.unwrap_or_else(|| {
            let own = || self.opens_part(at, end).then(|| self.tense_of_part(at, end)).flatten();
            let told = own().unwrap_or_else(|| self.tense_of_verbs(at, end));
            match told {
                0 if self.may_lie_ahead(at) => 1,
                // "Gave no reason for the 14 January deadline": it may be past or not.
                ..=-1 if named.is_of_month() && self.has_role_at(end, TO_COME) => 0,
                _ => told,
            }
        })
    }

    /// Whether an infinitive in the passive that belongs to a noun stands directly before an
    /// expression: "a dividend, to be paid on 20 May", not "had to be paid".
    fn is_to_be_done(&self, at: usize) -> bool {
        let led = |back: usize| {
            let [to, be] = [at.checked_sub(back + 2)?, at - back - 1];
            if !self.has_role(be, BARE) || !self.has_role(to, LED) || !self.is_past_form(be + 1) {
                return None;
            }
            let before = to.checked_sub(1)?;
            let verbal = self.window[before].is_word()
                && (self.tense_of(before, at).is_some()
                    || self.has_role(before, LEADING | ASKING | BARE | PERFECT));
            (!verbal && !self.ends_sentence(before)).then_some(())
        };
        // "the first exercise, to be held in Norway in June"
        let apart = |back: usize| {
            let to = at.checked_sub(back + 2);
            let comma = to.and_then(|to| to.checked_sub(1)).map(|at| &self.window[at]);
            comma.is_some_and(|comma| comma.is_sign(b','))
                && (at - back..at).all(|at| self.window[at].is_word() && !self.ends_sentence(at))
        };
        // "Be" is seldom there, so it is asked for before anything else.
        let bare = |back: usize| at > back + 1 && self.has_role(at - back - 1, BARE);
        (1..=BEHIND_VERB).any(bare)
            && (1..=BEHIND_VERB).any(|back| led(back).is_some() && (back <= 2 || apart(back)))
    }

    /// Whether the form of a word is one of the past: "held", "paid"; "to a record" has none.
    fn is_past_form(&self, at: usize) -> bool {
        let token = &self.window[at];
        let endings = &self.pack.settings().verbs.past_endings;
        token.is_word()
            && !token.capital()
            && !self.has_role(at, NEUTRAL)
            && (self.has_role(at, PAST) || ends_with_any(self.letters(token), endings))
    }

    /// The tense of the nearest verb that tells one.
    fn tense_of_verbs(&self, at: usize, end: usize) -> i8 {
        if self.is_to_be_done(at) {
            return 1;
        }
        for back in (at.saturating_sub(TENSE_REACH)..at).rev() {
            if self.divides(back) || self.window[back + 1].opens_block() {
                break;
            }
            let roles = self.roles_at(back);
            // "Told him to leave by Friday" looks ahead, "told him on Friday" does not, and what
            // "had been set to expire on Friday" may have expired.
            if roles & ASKING != 0 && (back + 1..at).any(|at| self.is_infinitive(at)) {
                return if self.is_behind(back, PERFECT) { SAID } else { 1 };
            }
            if let Some(tense) = self.tense_of(back, at) {
                return if tense > 0 && self.ends_done(end) { -1 } else { tense };
            }
            // "Ahead of the meeting of 24 March": that is still to come.
            let awaited = roles & AWAITING != 0
                && (back..at).any(|at| self.has_role(at, TO_COME))
                && !(back..at).any(|at| self.window[at].is_sign(b','));
            if awaited {
                return 1;
            }
            // "After the attack on Friday": it is over, unlike what is "after the vote on Friday", and
            // "nach Bozen" is no aftermath.
            if roles & AFTERMATH != 0 && back + 2 < at && !self.window[back + 1].capital() {
                let to_come = (back..at).any(|at| self.has_role(at, TO_COME));
                return if to_come { self.tense_behind(at, end, false).unwrap_or(0) } else { -1 };
            }
            // "Said that on Friday it will": the verbs of its own clause come first.
            if roles & SUBORDINATING != 0
                && self.opens_clause(back, at)
                && let Some(tense) = self.tense_behind(at, end, true)
            {
                return tense;
            }
        }
        self.tense_behind(at, end, false).unwrap_or(0)
    }

    /// The tense of the nearest verb behind an expression, in its clause only or in its sentence.
    fn tense_behind(&self, at: usize, end: usize, in_clause: bool) -> Option<i8> {
        let stops = |ahead: usize| {
            let token = &self.window[ahead];
            token.opens_block() || self.divides(ahead) || in_clause && token.is_sign(b',')
        };
        let stop = self.window.len().min(end + TENSE_REACH);
        let mut told =
            (end..stop).take_while(|&at| !stops(at)).filter_map(|ahead| self.tense_of(ahead, at));
        if in_clause && self.pack.settings().verbs.finite_last { told.last() } else { told.next() }
    }

    /// Whether a word of a role stands shortly before the verb at `at`, as an auxiliary does.
    fn is_behind(&self, at: usize, role: Roles) -> bool {
        (at.saturating_sub(AUXILIARIES)..at).any(|before| self.has_role(before, role))
    }

    /// Whether a sentence, or a part of it that tells a tense of its own, ends at `at`.
    fn divides(&self, at: usize) -> bool {
        self.ends_sentence(at) || self.window[at].is_sign(b';')
    }

    /// Whether a clause of its own opens with the subordinating word at `at` that the expression belongs
    /// to: "that on Friday".
    fn opens_clause(&self, at: usize, expression: usize) -> bool {
        let behind_comma = at > 0 && self.window[at - 1].is_sign(b',');
        let directly =
            || at + 1 == expression || at + 2 == expression && self.has_role(at + 1, PLACING);
        behind_comma || directly()
    }

    /// The tense of the part of a sentence that opens with an expression: of the verb directly behind
    /// it, "am Freitag sollen", or else of another one there.
    fn tense_of_part(&self, at: usize, end: usize) -> Option<i8> {
        let next = self.window.get(end).filter(|next| !next.opens_block())?;
        let directly = next.is_word().then(|| self.tense_of(end, at)).flatten();
        directly.or_else(|| self.tense_behind(at, end, true))
    }

    /// Whether a part of the sentence opens with the expression at `at`, behind another that tells
    /// a tense of its own: "they met on Monday, and on Friday the group will report", "is here and on
    /// Monday met them".
    fn opens_part(&self, at: usize, end: usize) -> bool {
        let Some(before) = self.verb_before(at) else { return false };
        let joins = self.roles(&self.window[before]) & RANGE_AND != 0;
        if joins {
            let behind_comma =
                before.checked_sub(1).is_some_and(|comma| self.window[comma].is_sign(b','));
            let next = self.window.get(end).filter(|next| !next.opens_block() && !next.capital());
            return behind_comma || next.is_some() && self.tense_of(end, at).is_some();
        }
        // Behind another time and a comma a list may go on.
        self.window[before].is_sign(b',') && self.last_end != Some(before)
    }

    /// Whether an infinitive stands at `at`, by its ending or by the word that leads it: "to
    /// leave", not "to Paris" and not "to the city".
    fn is_infinitive(&self, at: usize) -> bool {
        let token = &self.window[at];
        let endings = &self.pack.settings().verbs.infinitive_endings;
        if !token.is_word() || token.capital() {
            return false;
        }
        // What leads an infinitive is seldom there, so it is asked for before anything else.
        if endings.is_empty() {
            return at > 0 && self.has_role(at - 1, LED) && !self.has_role(at, BARE | NEUTRAL);
        }
        let word = token.span().of(self.text);
        endings.iter().any(|end| word.ends_with(end.as_str())) && !self.has_role(at, NEUTRAL)
    }

    /// Whether the clause behind `end` closes with a participle and the verb that makes a perfect
    /// of it: "soll am Freitag ein Haus angezündet haben".
    fn ends_done(&self, end: usize) -> bool {
        let verbs = &self.pack.settings().verbs;
        let closes = |at: usize| {
            self.divides(at) || self.window[at].is_sign(b',') || self.window[at].opens_block()
        };
        let last = (end..self.window.len().min(end + TENSE_REACH)).find(|&at| closes(at));
        let Some([.., done, having]) = last.and_then(|last| self.window.get(end..last)) else {
            return false;
        };
        let word = done.span().of(self.text);
        let ends = || verbs.participle_endings.iter().any(|end| word.ends_with(end.as_str()));
        self.roles(having) & HAVING != 0 && done.is_word() && !done.capital() && ends()
    }

    /// Whether the verb that tells the tense stands directly before the expression at `at`, but for
    /// a word that places it in time: "held in December", "will be held on 3 May".
    pub(super) fn is_told(&self, at: usize, end: usize, tense: i8) -> bool {
        if self.is_done(at, end) {
            return true;
        }
        let of = |at: usize, role: Roles| self.has_role(at, role);
        let Some(verb) = self.verb_before(at) else { return false };
        let placed = verb + 1 < at;
        if (verb..at).any(|at| self.ends_sentence(at) || self.window[at + 1].opens_block()) {
            return false;
        }
        match tense {
            // "Is held in May" is so every year.
            ..=-1 => {
                let past = self.tense_of(verb, at).is_some_and(|tense| tense < 0);
                past && (verb == 0 || !of(verb - 1, PRESENT))
            }
            1 if placed => {
                let first = verb.saturating_sub(AUXILIARIES);
                let leads = (first..=verb).any(|at| of(at, FUTURE));
                // "Was due on" had been so.
                let had = (first.saturating_sub(1)..verb).any(|at| of(at, PAST));
                leads && !had && !(first..verb).any(|at| self.ends_sentence(at))
            }
            _ => false,
        }
    }

    /// Where a verb stands directly before the expression at `at`, but for a word that places it.
    fn verb_before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        Some(before - usize::from(before > 0 && self.has_role(before, PLACING)))
    }

    /// Whether a participle of the past stands beside the expression and belongs to it: "im
    /// Dezember beschlossene Gesetze".
    fn is_done(&self, at: usize, end: usize) -> bool {
        let verbs = &self.pack.settings().verbs;
        let ends = |at: usize, endings: &[String]| {
            let token = &self.window[at];
            let word = token.span().of(self.text);
            let shown = || endings.iter().any(|end| word.ends_with(end.as_str()));
            token.is_word()
                && (!token.capital() || self.opens_sentence(at))
                && !self.has_role(at, FUTURE | NEUTRAL)
                && shown()
        };
        let before = || self.verb_before(at).is_some_and(|verb| ends(verb, &verbs.done_before));
        let after = || {
            let noun =
                self.window.get(end + 1).is_some_and(|noun| noun.is_word() && noun.capital());
            noun && !self.window[end].opens_block() && ends(end, &verbs.done_after)
        };
        !verbs.done_before.is_empty() && before() || !verbs.done_after.is_empty() && after()
    }

    /// The letters of a token.
    fn letters(&self, token: &Token) -> &[u8] {
        self.text.as_bytes().get(token.span().range()).unwrap_or_default()
    }

    /// Whether the word at `at`, if there is one, has a role.
    pub(super) fn has_role_at(&self, at: usize, role: Roles) -> bool {
        at < self.window.len() && self.has_role(at, role)
    }

    pub(super) fn has_role(&self, at: usize, role: Roles) -> bool {
        self.roles_at(at) & role != 0
    }

    /// The roles of the word at `at`; none if no word stands there.
    fn roles_at(&self, at: usize) -> Roles {
        self.roles(&self.window[at])
    }

    /// The tense that the word at `at` tells of the expression at `expression`.
    fn tense_of(&self, at: usize, expression: usize) -> Option<i8> {
        let token = &self.window[at];
        if !token.is_word() {
            return None;
        }
        let roles = self.roles(token);
        if roles & NEUTRAL != 0 || roles == 0 && token.capital() {
            return None;
        }
        let verbs = &self.pack.settings().verbs;
        let word = self.letters(token);
        let has = |endings: &[String]| ends_with_any(word, endings);
        // Most words tell nothing: neither what the pack lists nor how they end.
        if roles & TELLING == 0 && !has(&verbs.past_endings) && !has(&verbs.future_endings) {
            return None;
        }
        let past = if roles & SAYING != 0 { SAID } else { -1 };
        if roles & AHEAD != 0 {
            return (!self.looks_back(at)).then_some(1);
        }
        let follows = |role: Roles| {
            self.window
                .get(at + 1)
                .is_some_and(|next| next.is_word() && self.roles(next) & role != 0)
        };
        let after = |role: Roles| at > 0 && self.has_role(at - 1, role);
        // "To expire on Friday" leaves the tense to the verb before it, "as planned" tells none.
        if self.is_infinitive(at) || roles & FUTURE != 0 && self.is_behind(at, LIKEWISE) {
            return None;
        }
        // What "had been scheduled" had been planned before, and may still lie ahead.
        if roles & FUTURE != 0 && self.is_behind(at, PERFECT) {
            return Some(SAID);
        }
        if roles & FUTURE != 0
            || roles & LEADING != 0 && follows(LED)
            || roles & PREPARING != 0 && follows(TOWARDS_DAY) && at < expression
            || roles & PROMISING != 0 && self.has_object(at, expression)
        {
            return Some(1);
        }
        // "Will be held", "a planned visit": the form says nothing of the tense.
        if after(BARE) {
            return (roles & PRESENT != 0).then_some(0);
        }
        // "The ministers meet on Friday", but "they did not meet"; "are meeting on Friday".
        if roles & SCHEDULED != 0 && !self.is_behind(at, DENIAL | PAST)
            || roles & GOING_ON != 0 && self.is_behind(at, PRESENT)
        {
            return Some(1);
        }
        if roles & PAST != 0 {
            // "When the case is heard in May"; where the verb closes its clause, "ist" makes a perfect.
            let passive = after(PRESENT) && !verbs.finite_last;
            return Some(if passive { 0 } else { past });
        }
        if roles & PRESENT != 0 {
            return Some(0);
        }
        match token.capital() {
            // "Unless it is reached by Friday".
            false if has(&verbs.past_endings) => Some(if after(PRESENT) { 0 } else { past }),
            false if has(&verbs.future_endings) => Some(1),
            _ => None,
        }
    }

    /// Whether no more than its object stands between the verb at `at` and the expression behind it,
    /// and some: "promised elections on 5 October", not "promised on 5 October".
    fn has_object(&self, at: usize, expression: usize) -> bool {
        let Some(last) = self.verb_before(expression).filter(|&last| last > at) else {
            return false;
        };
        last - at <= OBJECT && (at + 1..=last).all(|at| !self.has_role(at, PLACING))
    }

    /// Whether a word that looks ahead looks back here: it opens its sentence, whose verb follows,
    /// or the sentence denies ("not until Friday", "could not be reached").
    fn looks_back(&self, at: usize) -> bool {
        let start = (at.saturating_sub(TENSE_REACH)..=at).rev().find(|&at| self.opens_sentence(at));
        let start = start.unwrap_or(at.saturating_sub(TENSE_REACH));
        let ahead = self.window.len().min(at + DENIED_WITHIN);
        start == at || (start..ahead).any(|at| self.has_role(at, DENIAL))
    }
}

/// Whether a word ends with one of these, and more than a letter stands before it.
fn ends_with_any(word: &[u8], endings: &[String]) -> bool {
    endings.iter().map(String::as_bytes).any(|end| {
        // The last letter tells nearly all words apart.
        word.len() > end.len() + 1 && word.last() == end.last() && word.ends_with(end)
    })
}

/// The tense of what a verb of saying in the past speaks of: past, as far as it tells.
pub(super) const SAID: i8 = -2;

/// How many words on from one that looks ahead the word stands that denies it: "could not".
const DENIED_WITHIN: usize = 4;

/// How many words back from a time the verb stands that says what is to be done then.
const BEHIND_VERB: usize = 8;

/// How many words on from one of the future its verb stands: "will be held".
const AUXILIARIES: usize = 2;

/// Of how many words the object of a verb may be that lies ahead.
const OBJECT: usize = 4;

const PAST: Roles = role(0);
const FUTURE: Roles = role(1);
const PRESENT: Roles = role(2);
const NEUTRAL: Roles = role(3);
const LEADING: Roles = role(4);
pub(super) const LED: Roles = role(5);
const BARE: Roles = role(13);
const AHEAD: Roles = role(16);
const DENIAL: Roles = role(17);
pub(super) const PERFECT: Roles = role(18);
const PLACING: Roles = role(19);
pub(super) const TO_COME: Roles = role(25);
pub(super) const TOWARDS_DAY: Roles = role(21);
pub(super) const SUBORDINATING: Roles = role(27);
const ASKING: Roles = role(28);
const PREPARING: Roles = role(29);
const SCHEDULED: Roles = role(30);
const GOING_ON: Roles = role(31);
pub(super) const LIKEWISE: Roles = role(32);
const PROMISING: Roles = role(33);
const HAVING: Roles = role(34);
const AFTERMATH: Roles = role(35);
const SAYING: Roles = role(37);

/// What a word must be to tell a tense, if its ending tells none.
const TELLING: Roles =
    PAST | FUTURE | PRESENT | LEADING | AHEAD | PREPARING | SCHEDULED | GOING_ON | PROMISING;
