//! Heads without a time of their own that take over the one that the text goes on from.

use super::clause::ClauseKind;
use super::compared::is_of_amount;
use super::fresh::{at_document_date, document_time};
use super::going_on::{carrying, goes_on, in_chronicle, is_next, is_of_known_kind};
use super::head::{Head, head_of};
use super::later::comes_later;
use super::moving::{is_back_reference, is_deictic, looks_ahead, moves_on, started};
use super::recurring::is_usual;
use super::reported::{Meeting, meeting, reported_meeting};
use super::verb_group::Tense;
use super::whose_time::is_attribute;
use super::{Candidate, Reading, Time};
use crate::document::BlockKind;
use crate::event::{Category, Certainty, Link};
use crate::language::WordClass;
use crate::time::{Granularity, Moment, TimexType};

/// So many sentences behind the one that names a time still belong to it.
const REACH: usize = 2;

/// On a day so many do, where each tells on from the one before.
const FARTHEST: usize = 6;

/// A section is about so many days at most.
const LONGEST_SECTION: i64 = 62;

/// So many days ago is near for the news.
const RECENT: i64 = 10;

/// The time that the text goes on from.
#[derive(Clone, Debug)]
struct Narrative {
    time: Time,
    /// The sentence that names it.
    named: usize,
    /// The last one that tells on from it.
    sentence: usize,
    block: usize,
}

impl Narrative {
    /// Whether it is so far behind a sentence that what is told there need not have been at the same time.
    fn is_far(&self, number: usize) -> bool {
        number > self.named + REACH
    }

    /// Whether a sentence stands close enough behind to tell on from it, in the past or not.
    fn reaches(&self, number: usize, is_past: bool) -> bool {
        let farthest = if is_past { FARTHEST } else { REACH };
        number <= self.sentence + REACH && number <= self.named + farthest
    }

    /// Whether more is known of it than the year.
    fn is_finer_than_year(&self) -> bool {
        self.time.interval.is_some_and(|interval| interval.granularity() > Granularity::Year)
    }

    /// Whether it stands on a day: what comes later can still be on it.
    fn is_of_day(&self) -> bool {
        self.time.interval.is_some_and(|interval| interval.granularity() >= Granularity::Day)
    }
}

/// What a text has told so far of when it happens.
#[derive(Debug)]
struct Story {
    /// The time that was named last.
    narrative: Option<Narrative>,
    /// The date of the section that the text is in.
    section: Option<Time>,
    /// Whether news have left their own date.
    moved: bool,
    /// The meeting that is reported.
    meeting: Option<Meeting>,
    /// Whether the text speaks from its own date.
    news: bool,
    /// From when on the text's own date is near.
    recent: Option<Moment>,
    /// The block that opens with somebody's birth, where the text is in it.
    life: Option<usize>,
}

/// Adds the events that happen at the section's, the narrative's or the document's time.
pub(super) fn add(text: &Reading<'_>, out: &mut Vec<Candidate>) {
    let mut dated: Vec<Candidate> = out.clone();
    dated.sort_by_key(|candidate| candidate.sentence);
    let mut story = Story {
        narrative: None,
        section: None,
        moved: false,
        meeting: meeting(text, &dated),
        news: text.about.news,
        recent: text
            .document_date
            .map(|date| date.interval.earliest_start().plus(-RECENT, Granularity::Day)),
        life: None,
    };
    for number in 0..text.sentences.len() {
        let sentence = &text.sentences[number];
        if !sentence.is_prose() || sentence.only_times {
            story.section = section_time(text, number);
            continue;
        }
        if sentence.dateline {
            story.open(text, number);
            continue;
        }
        if text.opens_block(number) {
            story.life = Some(sentence.block).filter(|_| super::hero::opens_life(text, number));
        }
        let from = dated.partition_point(|candidate| candidate.sentence < number);
        let own = &dated[from..];
        let count = own.iter().take_while(|candidate| candidate.sentence == number).count();
        let own = &own[..count];
        let taken = story.taken_over(text, number, own);
        if taken.is_some()
            && let Some(told) = story.narrative.as_mut().filter(|told| told.is_of_day())
        {
            told.sentence = number;
        }
        out.extend(taken);
        if story.news && !story.moved && own.is_empty() && sentence.timexes.is_empty() {
            out.extend(reported_meeting(text, number));
        }
        story.go_on(text, number, own);
    }
}

impl Story {
    /// Whether a narrative is close enough to a sentence to go on in it. News come back from what was
    /// long before with the next paragraph.
    fn is_near(&self, text: &Reading<'_>, narrative: &Narrative, number: usize) -> bool {
        let block = text.sentences[number].block;
        narrative.block == block
            || self.news && narrative.block + REACH >= block && !self.is_old(narrative)
            || narrative.is_of_day() && narrative.block + 1 == block && is_next(text, number)
    }

    /// Whether a time is no longer news.
    fn is_old(&self, narrative: &Narrative) -> bool {
        self.recent
            .zip(narrative.time.interval)
            .is_some_and(|(from, told)| told.latest_end() < from)
    }

    /// Whether a block tells a life: its stages follow each other, but not on one day or in one year.
    fn is_life(&self, text: &Reading<'_>, block: usize) -> bool {
        (text.about.life.is_some() || self.life == Some(block))
            && (!self.news || self.narrative.as_ref().is_some_and(|told| self.is_old(told)))
    }

    /// The event that a sentence tells without a time of its own. `own` are those with one.
    fn taken_over(
        &self,
        text: &Reading<'_>,
        number: usize,
        own: &[Candidate],
    ) -> Option<Candidate> {
        let sentence = &text.sentences[number];
        // "Чи вони наступають?": where no order of words marks a question, its sign does.
        let syntax = text.language.syntax();
        if (syntax.verb_second || syntax.head_first) && !sentence.tells() {
            return None;
        }
        let chronicle = self.section.is_some() || in_chronicle(text, number);
        // Most sentences are told at no time that another one names.
        let reached = self.section.is_some()
            || self.meeting.is_some()
            || text.about.record
            || self.news && !self.moved
            || self.narrative.as_ref().is_some_and(|n| self.is_near(text, n, number));
        let told_itself = |candidate: &Candidate| {
            !is_back_reference(text, candidate) && !self.is_before_section(text, candidate)
        };
        // Minutes decide at their meeting, whatever else a sentence dates.
        if !reached || !text.about.record && own.iter().any(told_itself) {
            return None;
        }
        let clause = carrying(text, number, chronicle)?;
        let head = head_of(&sentence.words, &text.clauses[number], clause, None)?;
        let verb = text.clauses[number].list[clause].verb;
        if verb.is_some_and(|verb| is_usual(&sentence.words, &verb)) {
            return None;
        }
        let decides = text.about.record && head.category != Category::Statement;
        let taken = own
            .iter()
            .any(|candidate| candidate.clause == clause || !decides && told_itself(candidate));
        if taken || !goes_on(text, number, clause, &head, chronicle) {
            return None;
        }
        let time = self.time(text, (number, clause), &head, own, chronicle)?;
        Some(Candidate { sentence: number, clause, head, time })
    }

    /// "## 11 November", "The bridge, damaged since July, has collapsed": whether a candidate only
    /// says of a thing what was done to it before the section's date.
    fn is_before_section(&self, text: &Reading<'_>, candidate: &Candidate) -> bool {
        let clause = &text.clauses[candidate.sentence].list[candidate.clause];
        let aside = matches!(clause.kind, ClauseKind::Participial | ClauseKind::Relative);
        let section = self.section.as_ref().and_then(|section| section.interval);
        let before = section
            .zip(candidate.time.interval)
            .is_some_and(|(section, interval)| interval.latest_end() <= section.earliest_start());
        aside && before
    }

    /// The time that a clause takes over.
    fn time(
        &self,
        text: &Reading<'_>,
        (number, clause): (usize, usize),
        head: &Head,
        own: &[Candidate],
        chronicle: bool,
    ) -> Option<Time> {
        let untimed = || !has_time(text, number, 0);
        let met = self.meeting.as_ref().filter(|meeting| {
            self.section.is_none() && untimed() && meeting.acts_in(text, number, clause)
        });
        if let Some(meeting) = met {
            return Some(meeting.time.clone().inferred(Link::Narrative));
        }
        let in_reach = self.told_on(text, (number, clause), head, own, chronicle);
        // What a board decides it decides at the meeting, whatever was reported before.
        let decided = text.about.record
            && matches!(
                head.category,
                Category::Agreement
                    | Category::Policy
                    | Category::Statement
                    | Category::Election
                    | Category::Appointment
            );
        let in_reach = in_reach.filter(|_| !decided);
        match (&self.section, in_reach) {
            (_, Some(narrative)) => Some(narrative.time.clone().inferred(Link::Narrative)),
            (Some(section), None) => Some(section.clone().inferred(Link::Section)),
            (None, None) if text.about.record && !is_timed(text, number, clause) => {
                text.date_of(number).map(|date| at_document_date(date.interval))
            }
            (None, None) if self.news && !self.moved && untimed() => {
                document_time(text, number, clause, head)
            }
            (None, None) => None,
        }
    }

    /// The narrative that a clause tells on from.
    fn told_on(
        &self,
        text: &Reading<'_>,
        (number, clause): (usize, usize),
        head: &Head,
        own: &[Candidate],
        chronicle: bool,
    ) -> Option<&Narrative> {
        let tense = text.clauses[number].list[clause].verb.map(|verb| verb.tense);
        let is_past = tense == Some(Tense::Past);
        let is_told = self.news || is_past || tense == Some(Tense::Present) && chronicle;
        let block = text.sentences[number].block;
        self.narrative
            .as_ref()
            .filter(|_| !(self.is_life(text, block) && names_hero(text, number, clause)))
            .filter(|n| is_told && (is_now(text, n) || tense != Some(Tense::Perfect)))
            .filter(|n| !self.news || n.is_finer_than_year() || !self.is_old(n))
            .filter(|n| n.is_of_day() && !n.is_far(number) || !comes_later(text, number, clause))
            .filter(|n| {
                n.is_finer_than_year() || !is_past || is_of_known_kind(text, number, clause, head)
            })
            .filter(|n| !n.is_of_day() || !lasts_long(text, number, clause))
            .filter(|n| {
                self.is_near(text, n, number)
                    && n.reaches(number, is_past)
                    && !has_time(text, number, own.len())
                    || !own.is_empty() && n.block == block
            })
    }

    /// Goes on from the day of a dateline.
    fn open(&mut self, text: &Reading<'_>, number: usize) {
        let sentence = &text.sentences[number];
        let day = sentence.timexes.clone().find(|&timex| text.timexes[timex].interval.is_some());
        if let Some(timex) = day {
            let time = Time::of(text.timexes, timex);
            self.narrative =
                Some(Narrative { time, named: number, sentence: number, block: sentence.block });
        }
    }

    /// Takes note of the time that a sentence names.
    fn go_on(&mut self, text: &Reading<'_>, number: usize, own: &[Candidate]) {
        // What is told behind a birth happened at another time of that life.
        if own.iter().any(|candidate| candidate.head.category == Category::Birth) {
            self.narrative = None;
            return;
        }
        // "The fair is held in May each year. People march": nor on any one day.
        let comes_again = |told: &Candidate| told.time.recurs && told.time.interval.is_none();
        if !own.is_empty() && own.iter().all(comes_again) {
            self.narrative = None;
            return;
        }
        // "met on 10 March, ahead of the summit of 11 March": the verb says where the story stands.
        // "was accused of shooting her on Saturday, an agency reported on Sunday": what is told next
        // did not happen when it was reported.
        let words = &text.sentences[number].words;
        let says = |candidate: &Candidate| {
            own.len() > 1
                && !candidate.head.nominal
                && words[candidate.head.word].is(WordClass::SAYING)
        };
        let aside = |candidate: &Candidate| {
            says(candidate)
                || !moves_on(text, candidate)
                || own.iter().any(|before| looks_ahead(text, before, candidate))
        };
        let moving =
            |nominal: bool| own.iter().rev().find(|own| own.head.nominal == nominal && !aside(own));
        let Some(candidate) = moving(false).or_else(|| moving(true)) else { return };
        self.moved |= self.news
            && candidate.time.certainty != Certainty::Inferred
            && !is_deictic(text, candidate);
        let mut time = candidate.time.clone();
        time.interval = time.interval.map(started);
        let block = text.sentences[number].block;
        self.narrative = Some(Narrative { time, named: number, sentence: number, block });
    }
}

/// Whether a clause names somebody by a pronoun or, where the document is about one person, that one
/// by name.
fn names_hero(text: &Reading<'_>, number: usize, clause: usize) -> bool {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let gendered = WordClass::MASCULINE | WordClass::FEMININE;
    let hero = text.about.person.map(|person| text.names.bearer(person));
    let named = text.names.mentions[number].iter().any(|mention| {
        Some(text.names.bearer(mention.name)) == hero && clauses.owner[mention.first] == clause
    });
    named || clauses.words(clause).any(|at| words[at].is(gendered))
}

/// Whether a narrative stands where the document was written: what has happened since an earlier
/// time did not happen then.
fn is_now(text: &Reading<'_>, narrative: &Narrative) -> bool {
    let date = text.date_of(narrative.sentence).map(|date| date.interval);
    date.zip(narrative.time.interval).is_none_or(|(date, interval)| interval.overlaps(&date))
}

/// "served there for five years": whether a clause tells of years or months, and so of no single day.
fn lasts_long(text: &Reading<'_>, number: usize, clause: usize) -> bool {
    let sentence = &text.sentences[number];
    sentence.timexes.clone().any(|timex| {
        let found = &text.timexes[timex];
        let long = found.kind == TimexType::Duration
            && !found.value.contains('T')
            && found.value.ends_with(['Y', 'M']);
        let own = |(first, _): (usize, usize)| text.clauses[number].owner[first] == clause;
        long && sentence.words_of_timex(timex).is_some_and(own)
    })
}

/// Whether a time stands in a clause itself: "accepted the resignation of Ms Orr, who leaves on 3
/// May" does not say when it was accepted.
fn is_timed(text: &Reading<'_>, number: usize, clause: usize) -> bool {
    let sentence = &text.sentences[number];
    sentence.timexes.clone().any(|timex| {
        let placed = text.timexes[timex].interval.is_some();
        let own = |(first, _): (usize, usize)| text.clauses[number].owner[first] == clause;
        placed && sentence.words_of_timex(timex).is_some_and(own)
    })
}

/// Whether a sentence has a time of its own that is left out here, or is cut off from the
/// narrative by one.
fn has_time(text: &Reading<'_>, number: usize, used: usize) -> bool {
    let sentence = &text.sentences[number];
    let attribute = |timex: usize| {
        sentence.words_of_timex(timex).is_some_and(|(first, end)| {
            // "From 31 million in 2020": it rose at another time than the story's.
            is_attribute(sentence, first, end) && !is_of_amount(&sentence.words, (first, end))
        })
    };
    let placed = sentence.timexes.clone().filter(|&timex| {
        !attribute(timex)
            && text.timexes[timex].interval.is_some()
            && text.timexes[timex].kind != TimexType::Duration
    });
    placed.count() > used
}

/// The date of a heading, or of a line that holds nothing else, behind the document's top.
fn section_time(text: &Reading<'_>, number: usize) -> Option<Time> {
    let sentence = &text.sentences[number];
    let heading =
        matches!(sentence.kind, BlockKind::Heading(_)) || sentence.only_times && number > 3;
    let timex = sentence.timexes.clone().find(|&timex| {
        text.timexes[timex].interval.is_some_and(|interval| {
            let own = text.date_of(number).is_some_and(|date| date.interval.overlaps(&interval));
            let days = (interval.latest_end() - interval.earliest_start())
                / Granularity::Day.mean_seconds();
            // The years of a life under its name date no section.
            let year = sentence.only_times
                && interval.is_single()
                && interval.granularity() == Granularity::Year;
            let short = interval.granularity() >= Granularity::Month && days <= LONGEST_SECTION;
            (short || year) && !own
        })
    })?;
    // "Argued October 12 — Decided February 7": what dates the whole document dates no section.
    let dates = text.document_date.and_then(|date| date.span);
    let dates = dates.is_some_and(|dated| sentence.span.contains(dated));
    (heading && !dates).then(|| Time::of(text.timexes, timex))
}
