//! Titles of what somebody says: what was said, where the title of the verb of saying tells too
//! little of it.

use super::clause::{ClauseKind, Clauses};
use super::phrase::{behind_time_set_off, is_quotation_mark};
use super::reading::Word;
use super::said_behind::follows_said;
use super::sayings::only_says_where;
use super::subject::subject;
use super::title::ClauseTitle;
use super::verb_group::{Tense, VerbGroup};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// The clause of what is said, where it is not told whole in the title of the verb of saying, and
/// whether that begins to tell it.
pub(super) fn said_alone(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    own: &ClauseTitle,
) -> Option<(usize, bool)> {
    let verb = clauses.list[clause].verb?;
    let says_so = words[verb.head].is(WordClass::SAYING) && !words[verb.head].is(WordClass::DENY);
    let said = says(words, clauses, clause);
    // "found that sales had fallen": so they had.
    let real = !verb.passive
        && matches!(verb.tense, Tense::Past | Tense::Present | Tense::Perfect | Tense::Pluperfect);
    // "Sales fell, the survey found", "Sales would rise, the firm promised": nothing is said behind.
    let ends = || {
        let timed = |at: usize| words.get(at).is_some_and(|word| word.timex.is_some());
        let led = |at: usize| words[at].tag == Tag::Preposition && timed(at + 1);
        let behind = (verb.end..words.len()).find(|&at| !timed(at) && !led(at));
        said.is_none() && real && behind.is_none_or(|at| words[at].kind == TokenKind::Sign)
    };
    let speaks = says_so && (!words[verb.head].is(WordClass::PLAN) || ends());
    let finds = !speaks && real && words[verb.head].is(WordClass::FINDING);
    if verb.negated || !speaks && !finds || finds && said.is_none() && !ends() {
        return None;
    }
    let finite = |clause: usize| clauses.list[clause].verb.filter(VerbGroup::is_finite);
    let Some(said) = said else {
        // "The bank had assets of two million, its owner said."
        // "..., its owner told reporters."
        let whom = |word: &Word<'_>| {
            word.tag.is_nominal() && word.is(WordClass::GROUP | WordClass::ROLE)
                || matches!(word.tag, Tag::Adverb | Tag::Determiner)
        };
        let alone = own.rest.iter().all(|&at| at < verb.end || whom(&words[at]))
            || !verb.passive && only_says_where(words, verb.end);
        // "\"We have won,\" the coach told the agency."
        let alone =
            alone || closes_quote(words, clauses, clause) || follows_said(words, clauses, clause);
        // "told the council: \"We have won\""
        let leads = words[clauses.extent(clause).1 - 1].is_sign(":");
        let alone = (alone || leads) && clauses.list[clause].kind != ClauseKind::Relative;
        let found = quoted(words, clauses, clause, &verb);
        let found = found.or_else(|| said_before(words, clauses, clause));
        return found.filter(|_| alone).map(|said| (said, false));
    };
    let verb = finite(said)?;
    let told = own.rest.iter().rposition(|&at| clauses.owner[at] == said);
    // "said the terms of reference [for the review had not been set]" tells nothing of what was said.
    let begun = told.is_some_and(|last| own.rest[last] >= verb.first);
    let cut = own.split
        || own.parted
        || told.is_none_or(|last| {
            own.rest[last] < verb.first || own.rest[last] < verb.end && !verb.passive
        });
    cut.then_some((said, begun || finds))
}

/// "I am glad that it was signed": what the clause behind tells, where this one is sure of it.
pub(super) fn told_within(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<usize> {
    let doubts = WordClass::PLAN | WordClass::DENY | WordClass::DOUBT | WordClass::CLAIM;
    let sure = |verb: &VerbGroup| !verb.negated && !words[verb.head].is(doubts);
    clauses.list[clause].verb.filter(sure)?;
    let told = says(words, clauses, clause)?;
    let opener = clauses.extent(told).0;
    let content = words[opener].is(WordClass::COMPLEMENTISER)
        && !words[opener].is(WordClass::CONDITIONAL)
        && clauses.list[told].verb.is_some_and(|verb| verb.is_finite());
    content.then_some(told)
}

/// "The governor said: \"The bank will close\"", "said that, in May, it will": the clause that
/// follows a verb with nothing but a sign, a time or what opens it between them.
fn quoted(words: &[Word<'_>], clauses: &Clauses, clause: usize, verb: &VerbGroup) -> Option<usize> {
    let (_, end) = clauses.extent(clause);
    let small = |&at: &usize| {
        words[at].timex.is_some()
            || words[at].kind == TokenKind::Sign
            || words[at].tag == Tag::Preposition
            || words[at].is(WordClass::COMPLEMENTISER)
    };
    let last = end.checked_sub(1).filter(|&last| last >= verb.end)?;
    let leads = words[last].is_sign(":")
        || words[last].is_sign(",")
        || words[last].is(WordClass::COMPLEMENTISER);
    let marked =
        || is_quotation_mark(&words[last]) || words.get(end).is_some_and(is_quotation_mark);
    let told = words[verb.end..=last].iter().any(|word| word.is(WordClass::COMPLEMENTISER));
    // "told the morning programme: \"We have won\"": to whom it was said.
    let hears = |at: usize| {
        words[last].is_sign(":")
            && (words[at].tag.is_nominal()
                || words[at].tag.leads_noun()
                || words[at].tag == Tag::Determiner)
    };
    // "said on Saturday, twenty houses collapsed"
    let timed = words[last].is_sign(",") && last > verb.end && words[last - 1].timex.is_some();
    let timed = timed && !verb.passive;
    let open = !marked() && !told;
    // "hatte im Mai mitgeteilt, der Plan werde geändert": so it is told where the verb stands second.
    let second = clauses.syntax.verb_second && words[last].is_sign(",") && !verb.passive;
    let own = |at: usize| at == verb.head || words[at].tag == Tag::Particle;
    let timed = timed || second;
    if !leads
        || !(verb.end..end).all(|at| small(&at) || hears(at) || second && own(at))
        || open && !timed
    {
        return None;
    }
    (clause + 1..clauses.list.len()).find(|&other| {
        clauses.extent(other).0 >= end
            && clauses.list[other].verb.is_some_and(|verb| verb.is_finite())
            && (!open
                || clauses.list[other].kind == ClauseKind::Coordinate
                    && !words[clauses.extent(other).0].is(WordClass::COORDINATOR))
    })
}

/// "The bank had assets of two million, its owner said": the clause of what was said, which a sign
/// parts from that of the saying.
fn said_before(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<usize> {
    let first = clauses.extent(clause).0;
    let sign = |at: usize| words[at].kind == TokenKind::Sign && !words[at].is(WordClass::DASH);
    let set_off = [first.checked_sub(1), Some(first)].into_iter().flatten().any(sign);
    // "the bank and the union said": that joins two who said it.
    let acts = clauses.list[clause].verb.is_some_and(|verb| !verb.passive);
    let who = if acts { subject(words, clauses, clause) } else { &[] };
    let opened = !follows_said(words, clauses, clause)
        && clauses
            .words(clause)
            .filter(|at| !who.contains(at))
            .any(|at| words[at].is(WordClass::COORDINATOR | WordClass::COMPLEMENTISER));
    let last = (0..first).rev().find(|&at| words[at].kind != TokenKind::Sign)?;
    if !set_off || opened {
        return None;
    }
    let finite = |clause: usize| clauses.list[clause].verb.is_some_and(|verb| verb.is_finite());
    let mut said = clauses.owner[last];
    // "has lost support, prompting an effort to hold on, sources said"
    while let Some(parent) = clauses.list[said].parent
        && (finite(parent) || clauses.list[said].kind == ClauseKind::Relative)
    {
        said = parent;
    }
    (said != clause && finite(said)).then_some(said)
}

/// Whether a quotation ends right before a clause.
fn closes_quote(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> bool {
    let first = clauses.extent(clause).0;
    let near = words[first.saturating_sub(1)..words.len().min(first + 2)].iter();
    near.take_while(|word| word.kind == TokenKind::Sign).any(is_quotation_mark)
}

/// "decided when to meet", "depends on whether": the clause that stands right behind a verb, which
/// alone says too little.
pub(super) fn clause_behind(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<usize> {
    let verb = clauses.list[clause].verb.filter(|_| !clauses.syntax.verb_second)?;
    let timed = |at: usize| words.get(at).is_some_and(|word| word.timex.is_some());
    let led = |at: usize| words[at].tag == Tag::Preposition && timed(at + 1);
    let end = behind_time_set_off(words, verb.end).unwrap_or(verb.end);
    let at = (end..words.len()).find(|&at| !timed(at) && !led(at))?;
    let opens = WordClass::SUBORDINATOR | WordClass::COMPLEMENTISER | WordClass::RELATIVE;
    let other = clauses.owner[at];
    let depends = other != clause
        && clauses.list[other].parent == Some(clause)
        && clauses.list[other].verb.is_some()
        && clauses.list[other].kind != ClauseKind::Coordinate;
    (depends && clauses.extent(other).0 == at && words[at].is(opens)).then_some(other)
}

/// The complement clause of a verb of saying.
pub(super) fn says(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<usize> {
    let group = clauses.list[clause].verb?;
    let says = words[group.head].is(WordClass::SAYING | WordClass::PLAN | WordClass::DENY);
    let said = clauses
        .list
        .iter()
        .position(|other| other.parent == Some(clause) && other.kind == ClauseKind::Complement)?;
    // "decided that"; behind another verb "if" opens a condition.
    let opener = clauses.extent(said).0;
    let opens =
        words[opener].is(WordClass::COMPLEMENTISER) && !words[opener].is(WordClass::CONDITIONAL);
    (says || opens).then_some(said)
}

/// Drops the clause behind another one where it does not fit whole, as then it says less than the verb alone.
pub(super) fn drop_unfit_behind(
    words: &[Word<'_>],
    clauses: &Clauses,
    behind: Option<usize>,
    limit: usize,
    out: &mut Vec<usize>,
) {
    let Some(behind) = behind else { return };
    if out.iter().filter(|&&at| words[at].kind != TokenKind::Sign).count() > limit {
        out.retain(|&at| clauses.owner[at] != behind);
    }
}

/// "died when Orr [was 45 years old]": without its verb the clause behind another one says nothing.
pub(super) fn drop_verbless(clauses: &Clauses, behind: Option<usize>, out: &mut Vec<usize>) {
    let Some(behind) = behind else { return };
    if clauses.list[behind].verb.is_some_and(|verb| !out.contains(&verb.head)) {
        out.retain(|&at| clauses.owner[at] != behind);
    }
}
