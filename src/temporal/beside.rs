//! What stands directly beside a time expression and tells whether it is past or to come.

use super::expression::Aside;
use super::fields::Fields;
use super::tagger::{RANGE_TO, TENSE_REACH, Tagger};
use super::tense::{LED, LIKEWISE, PERFECT, SUBORDINATING, TO_COME, TOWARDS_DAY};
use super::token::Token;
use crate::language::{Pattern, Roles, Slot, role};

/// What an expression names, as far as prepositions tell it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A day of the week.
    Weekday,
    /// A day of a month, whether its day of the week is named or not.
    Day,
    /// A whole month.
    Month,
    /// All else: a year, a part of a month, a feast.
    Other,
}

impl Named {
    /// What the fields of an expression name.
    pub(super) fn by(fields: &Fields) -> Self {
        if fields.has(Slot::Day) {
            Self::Day
        } else if fields.has(Slot::Weekday) {
            Self::Weekday
        } else if fields.has(Slot::Month) && !fields.has(Slot::Mod) {
            Self::Month
        } else {
            Self::Other
        }
    }
}

impl Named {
    const fn is_day(self) -> bool {
        matches!(self, Self::Weekday | Self::Day)
    }

    /// Whether it names a month, or a day of one.
    pub(super) const fn is_of_month(self) -> bool {
        matches!(self, Self::Day | Self::Month)
    }
}

impl Tagger<'_> {
    /// The tense that the words directly beside an expression tell, whatever the verbs say: a
    /// preposition that points ahead or back ("called a strike for Friday", "das Urteil vom
    /// Montag"), or what the day owns ("Friday's attack").
    pub(super) fn tense_beside(&self, at: usize, end: usize, named: Named) -> Option<i8> {
        let towards = match named {
            Named::Weekday | Named::Day => TOWARDS | TOWARDS_DATE | TOWARDS_DAY,
            Named::Month => TOWARDS | TOWARDS_DATE,
            Named::Other => TOWARDS,
        };
        if named == Named::Other {
            return self.points_ahead(at, towards).then_some(1);
        }
        if self.is_chosen(at, end) {
            return Some(0);
        }
        if self.is_shifted_to(at) {
            return Some(1);
        }
        if let Some(owned) = self.owned(end) {
            let to_come = (owned..self.window.len().min(owned + OWNED_WITHIN))
                .take_while(|&at| self.window[at].is_word() && !self.window[at].opens_block())
                .any(|at| self.has_role(at, TO_COME));
            let awaited =
                (at.saturating_sub(AWAITED_WITHIN)..at).any(|at| self.has_role(at, AWAITING));
            return match (awaited, to_come) {
                (true, _) => Some(1),
                (false, true) => None,
                (false, false) => Some(-1),
            };
        }
        if !named.is_day() {
            return self.points_ahead(at, towards).then_some(1);
        }
        let before = at.checked_sub(1)?;
        let opens_range = |next: &Token| self.roles(next) & RANGE_TO != 0 || next.is_sign(b'-');
        let in_range = self.window.get(end).is_some_and(opens_range);
        if self.has_role(before, BACK_TO_DAY) && !in_range {
            return Some(-1);
        }
        self.points_ahead(at, towards).then_some(1)
    }

    /// Whether the word directly before an expression points ahead where no verb tells a tense:
    /// "unless it is done by Friday".
    pub(super) fn may_lie_ahead(&self, at: usize) -> bool {
        self.points_ahead(at, TOWARDS_MAYBE)
    }

    /// Whether the word directly before an expression points ahead, and its sentence neither opens
    /// with it nor tells what had been.
    fn points_ahead(&self, at: usize, roles: Roles) -> bool {
        let Some(before) = at.checked_sub(1).filter(|&before| self.has_role(before, roles)) else {
            return false;
        };
        let had = (before.saturating_sub(TENSE_REACH)..before)
            .rev()
            .take_while(|&at| !self.ends_sentence(at))
            .any(|at| self.has_role(at, PERFECT));
        !had && (!self.opens_sentence(before) || self.has_role(before, TOWARDS_DAY))
    }

    /// Whether an expression is what is chosen: "has set 10 November as the deadline".
    fn is_chosen(&self, at: usize, end: usize) -> bool {
        at > 0 && self.has_role(at - 1, CHOOSING) && self.has_role_at(end, LIKEWISE | TOWARDS_DAY)
    }

    /// Whether something is moved to an expression: "extended its offer to 20 November".
    fn is_shifted_to(&self, at: usize) -> bool {
        let Some(to) = at.checked_sub(1) else { return false };
        let leads =
            self.has_role(to, LED | TOWARDS_MAYBE) || self.roles(&self.window[to]) & RANGE_TO != 0;
        leads
            && (to.saturating_sub(SHIFTED_WITHIN)..to)
                .rev()
                .take_while(|&at| !self.ends_sentence(at) && !self.window[at + 1].opens_block())
                .any(|at| self.has_role(at, SHIFTING))
    }

    /// How an expression stands beside what its sentence tells, if it does.
    pub(super) fn aside(&self, at: usize, end: usize, pattern: &Pattern) -> Option<Aside> {
        if pattern.aside {
            return Some(Aside::Which);
        }
        let mut comma = None;
        for back in (at.saturating_sub(CLAUSE)..at).rev() {
            let token = &self.window[back];
            if token.is_word() {
                // "He said that we had sent it the Friday before"
                if self.roles(token) & PERFECT != 0 {
                    return Some(Aside::Clause);
                }
            } else if token.is_sign(b',') {
                comma = Some(back);
                break;
            } else if token.is_sign(b';') || self.ends_sentence(back) {
                break;
            }
            if token.opens_block() {
                break;
            }
        }
        // "Ney, who fled in July, was found"
        let within = comma.is_some_and(|comma| {
            (comma + 1..at.min(comma + 3)).any(|at| self.has_role(at, SUBORDINATING))
        });
        self.is_aside_behind(end, within).then_some(Aside::Clause)
    }

    /// The byte at which the clause of an expression ends that a comma opened, "Ney, who had fled in July,
    /// was found"; the end of all texts where none did.
    pub(super) fn aside_end(&self, at: usize, end: usize) -> u32 {
        let first = at.saturating_sub(CLAUSE);
        let comma = (first..at).rev().find(|&at| !self.window[at].is_word());
        let opened = comma.is_some_and(|comma| {
            self.window[comma].is_sign(b',')
                && (comma + 1..at.min(comma + 3)).any(|at| self.has_role(at, SUBORDINATING))
        });
        if !opened {
            return u32::MAX;
        }
        let behind = &self.window[end..self.window.len().min(end + CLAUSE)];
        let closes = behind.iter().find(|token| !token.is_word() || token.opens_block());
        closes.filter(|token| token.is_sign(b',')).map_or(u32::MAX, |comma| comma.start)
    }

    /// Whether the clause of an expression looks back behind it, or, where it stands `within` its
    /// sentence, ends at a comma.
    fn is_aside_behind(&self, end: usize, within: bool) -> bool {
        for at in end..self.window.len().min(end + CLAUSE) {
            let token = &self.window[at];
            if token.opens_block() {
                return false;
            }
            if token.is_word() {
                if self.roles(token) & PERFECT != 0 {
                    return true;
                }
            } else if token.is_sign(b',') {
                return within;
            } else if token.is_sign(b';') || self.ends_sentence(at) {
                return false;
            }
        }
        false
    }

    /// Where what an expression owns begins: behind "Friday's".
    pub(super) fn owned(&self, end: usize) -> Option<usize> {
        let sign = self.window.get(end)?;
        let owns = sign.is_sign(b'\'') && !sign.spaced();
        let owning = self.window.get(end + 1).filter(|owning| !owning.spaced())?;
        (owns && self.roles(owning) & OWNING != 0).then_some(end + 2)
    }
}

/// How many words may stand before the noun that a day owns, itself counted: "Friday's final vote".
const OWNED_WITHIN: usize = 3;

/// How many words before a day the one stands that awaits it: "ahead of Friday's vote".
const AWAITED_WITHIN: usize = 2;

/// How many words before the time that a thing is moved to its verb stands: "extended to 20
/// November its offer of $45 a share".
const SHIFTED_WITHIN: usize = 14;

/// How many words of a clause may stand before a time in it, and behind.
const CLAUSE: usize = 16;

const TOWARDS: Roles = role(20);
const TOWARDS_DATE: Roles = role(36);
const TOWARDS_MAYBE: Roles = role(22);
const BACK_TO_DAY: Roles = role(23);
const OWNING: Roles = role(24);
pub(super) const AWAITING: Roles = role(26);
const SHIFTING: Roles = role(38);
const CHOOSING: Roles = role(39);
