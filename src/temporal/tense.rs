//! The tense that a sentence tells around a time expression.

use super::tagger::{TENSE_REACH, Tagger};
use crate::language::{Roles, role};

impl Tagger<'_> {
    /// The tense of the nearest verb of the sentence, up to a semicolon, that tells one: -1 past, 0 present or none
    /// told, 1 future. What stands before the expression counts first.
    pub(super) fn tense(&self, at: usize, end: usize) -> i8 {
        if self.is_done(at, end) {
            return -1;
        }
        let divides = |at: usize| self.ends_sentence(at) || self.window[at].is_sign(b';');
        for back in (at.saturating_sub(TENSE_REACH)..at).rev() {
            if divides(back) || self.window[back + 1].opens_block() {
                break;
            }
            if let Some(tense) = self.tense_of(back) {
                return tense;
            }
        }
        for ahead in end..self.window.len().min(end + TENSE_REACH) {
            if self.window[ahead].opens_block() || divides(ahead) {
                break;
            }
            if let Some(tense) = self.tense_of(ahead) {
                return tense;
            }
        }
        0
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
            -1 => self.tense_of(verb) == Some(-1) && (verb == 0 || !of(verb - 1, PRESENT)),
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
        let settings = self.pack.settings();
        let ends = |at: usize, endings: &[String]| {
            let token = &self.window[at];
            let word = token.span().of(self.text);
            let shown = || endings.iter().any(|end| word.ends_with(end.as_str()));
            token.is_word() && !token.capital() && !self.has_role(at, FUTURE | NEUTRAL) && shown()
        };
        let before = || self.verb_before(at).is_some_and(|verb| ends(verb, &settings.done_before));
        let after = || {
            let noun =
                self.window.get(end + 1).is_some_and(|noun| noun.is_word() && noun.capital());
            noun && !self.window[end].opens_block() && ends(end, &settings.done_after)
        };
        !settings.done_before.is_empty() && before() || !settings.done_after.is_empty() && after()
    }

    fn has_role(&self, at: usize, role: Roles) -> bool {
        let token = &self.window[at];
        token.is_word() && self.roles(token) & role != 0
    }

    fn tense_of(&self, at: usize) -> Option<i8> {
        let token = &self.window[at];
        if !token.is_word() {
            return None;
        }
        let roles = self.roles(token);
        if roles & NEUTRAL != 0 {
            return None;
        }
        if roles & AHEAD != 0 {
            return (!self.looks_back(at)).then_some(1);
        }
        let led = || self.window.get(at + 1).is_some_and(|next| self.roles(next) & LED != 0);
        let after = |role: Roles, words: usize| {
            let before = &self.window[at.saturating_sub(words)..at];
            before.iter().any(|token| token.is_word() && self.roles(token) & role != 0)
        };
        // "To expire on Friday" leaves the tense to the verb before it.
        if roles & FUTURE != 0 && after(LED, 1) {
            return None;
        }
        // What "had been scheduled" had been planned before.
        if roles & FUTURE != 0 && after(PERFECT, 2) {
            return Some(-1);
        }
        if roles & FUTURE != 0 || roles & LEADING != 0 && led() {
            return Some(1);
        }
        // "Will be held", "a planned visit": the form says nothing of the tense.
        if after(BARE, 1) {
            return (roles & PRESENT != 0).then_some(0);
        }
        if roles & PAST != 0 {
            return Some(-1);
        }
        if roles & PRESENT != 0 {
            return Some(0);
        }
        let word = token.span().of(self.text);
        let has = |endings: &[String]| {
            endings.iter().any(|end| word.len() > end.len() + 1 && word.ends_with(end.as_str()))
        };
        let settings = self.pack.settings();
        match token.capital() {
            false if has(&settings.past_endings) => Some(-1),
            false if has(&settings.future_endings) => Some(1),
            _ => None,
        }
    }

    /// Whether a word that looks ahead looks back here: it opens its sentence, whose verb follows,
    /// or the sentence denies ("not until Friday", "could not be reached").
    fn looks_back(&self, at: usize) -> bool {
        let denies = |at: usize| {
            let token = &self.window[at];
            token.is_word() && self.roles(token) & DENIAL != 0
        };
        let start = (at.saturating_sub(TENSE_REACH)..=at).rev().find(|&at| self.opens_sentence(at));
        let start = start.unwrap_or(at.saturating_sub(TENSE_REACH));
        start == at || (start..self.window.len().min(at + DENIED_WITHIN)).any(denies)
    }
}

/// How many words on from one that looks ahead the word stands that denies it: "could not".
const DENIED_WITHIN: usize = 4;

/// How many words on from one of the future its verb stands: "will be held".
const AUXILIARIES: usize = 2;

const PAST: Roles = role(0);
const FUTURE: Roles = role(1);
const PRESENT: Roles = role(2);
const NEUTRAL: Roles = role(3);
const LEADING: Roles = role(4);
const LED: Roles = role(5);
const BARE: Roles = role(13);
const AHEAD: Roles = role(16);
const DENIAL: Roles = role(17);
const PERFECT: Roles = role(18);
const PLACING: Roles = role(19);
