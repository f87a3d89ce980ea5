//! Which of the times that a sentence names a story goes on from.

use super::clause::ClauseKind;
use super::verb_group::{Tense, VerbGroup};
use super::{Candidate, Reading};
use crate::event::Link;
use crate::language::WordClass;
use crate::time::{Granularity, Interval};

/// The days of a stretch on any of which what is told next may have been.
const SHORT_STRETCH: i64 = 7;

/// A story goes on from the start of a long stretch, not from all of it; what is told of a meeting
/// of some days was on any of them.
pub(super) fn started(interval: Interval) -> Interval {
    let days =
        (interval.latest_end() - interval.earliest_start()) / Granularity::Day.mean_seconds();
    if interval.granularity() > Granularity::DayPart {
        // What is told next was hardly in the same minute.
        Interval::unit(interval.earliest_start(), Granularity::Day)
    } else if interval.is_single() || days <= SHORT_STRETCH {
        interval
    } else {
        Interval::unit(interval.earliest_start(), interval.granularity())
    }
}

/// Whether a candidate's clause looks back on what had happened, and so leaves the narrative
/// where it is.
pub(super) fn is_back_reference(text: &Reading<'_>, candidate: &Candidate) -> bool {
    let clause = &text.clauses[candidate.sentence].list[candidate.clause];
    clause.kind == ClauseKind::Subordinate
        && clause.verb.is_some_and(|verb| verb.tense == Tense::Pluperfect)
}

/// Whether a candidate says where the story stands.
pub(super) fn moves_on(text: &Reading<'_>, candidate: &Candidate) -> bool {
    let clause = &text.clauses[candidate.sentence].list[candidate.clause];
    // "marched north, capturing a fort on 2 November": the story stands at the later time.
    let goes_along = clause.kind == ClauseKind::Participial
        && candidate
            .time
            .interval
            .is_some_and(|interval| interval.granularity() >= Granularity::Day);
    let told = clause.verb.is_some_and(|verb| {
        verb.tense.is_past() && verb.tense != Tense::Pluperfect
            || verb.tense == Tense::Gerund && goes_along
    });
    let long =
        candidate.time.interval.is_some_and(|interval| interval.granularity() < Granularity::Year);
    // "condemned the annexation, which was proclaimed in May": news only look back there.
    let relative =
        (candidate.head.nominal || text.about.news) && clause.kind == ClauseKind::Relative;
    // "helped to arrange for it to be returned in 1999"
    let words = &text.sentences[candidate.sentence].words;
    let placed = candidate
        .time
        .timex
        .and_then(|timex| text.sentences[candidate.sentence].words_of_timex(timex));
    let aimed = placed.is_some_and(|(first, _)| {
        let led = |classes: WordClass| clause.verb.is_some_and(|verb| words[verb.head].is(classes));
        // "was set to expire in 1836"
        let planned = clause.verb.is_some_and(|verb| verb.passive)
            && led(WordClass::PLAN | WordClass::ASPECT);
        let aims = |inner: &VerbGroup| inner.passive && !led(WordClass::ASPECT) || planned;
        let between = |inner: &VerbGroup| inner.tense == Tense::Infinitive && inner.end <= first;
        clause.inner.iter().any(|inner| between(inner) && aims(inner))
    });
    told && !aimed
        && !long
        && !relative
        && !candidate.time.recurs
        && candidate.time.link == Link::SameClause
}

/// "abdicated on 9 November 1918 and went to Doorn, where he died in 1941": whether a relative clause only
/// tells what became of it long after what another candidate of the sentence tells to the day or the month.
pub(super) fn looks_ahead(text: &Reading<'_>, before: &Candidate, candidate: &Candidate) -> bool {
    let clauses = &text.clauses[candidate.sentence];
    let opener = clauses.extent(candidate.clause).0;
    let relative = text.sentences[candidate.sentence].words[opener].is(WordClass::RELATIVE);
    let later = before.time.interval.zip(candidate.time.interval).is_some_and(|(before, later)| {
        before.granularity() > later.granularity() && before.latest_end() <= later.earliest_start()
    });
    relative && later && before.clause != candidate.clause
}

/// Whether the time of a candidate is told from the date of the document.
pub(super) fn is_deictic(text: &Reading<'_>, candidate: &Candidate) -> bool {
    candidate.time.timex.is_some_and(|timex| {
        matches!(text.timexes[timex].derivation.reference, crate::event::Reference::Document { .. })
    })
}
