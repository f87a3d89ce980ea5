//! Heads that have a time in their own sentence.

use smallvec::SmallVec;

use super::citation::{cited, is_citation, is_signature};
use super::clause::{ClauseKind, Clauses};
use super::elsewhere::{belongs_elsewhere, is_of_contents};
use super::head::{Head, Strength, head_of, is_event_noun};
use super::named_year::{NamedYear, is_of_thing, named_with_year};
use super::reading::{Sentence, Word};
use super::reference::is_reference;
use super::row::Row;
use super::subject::subject;
use super::telling::{hand_over, told_behind, told_in, told_meanwhile};
use super::time_of::time_of;
use super::verb_group::{Tense, VerbGroup};
use super::whose_time::{
    anchored, dates_better, event_since, is_attribute, is_counted_within, is_of_merit,
    is_ranked_since, is_undone, listed_noun, of_perfect, only_leads, only_names, takes_time,
};
use super::{Candidate, Reading, Time, gapping};
use crate::document::{BlockKind, DateCandidate, DateOrigin};
use crate::event::{Category, Link, Operation, Reference};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;
use crate::time::{Granularity, Interval, TimexType};

/// The candidates of all sentences that hold a time.
pub(super) fn candidates(text: &Reading<'_>) -> Vec<Candidate> {
    let mut out = Vec::with_capacity(text.timexes.len());
    for number in 0..text.sentences.len() {
        let sentence = &text.sentences[number];
        let silent = sentence.only_times
            || sentence.dateline
            || is_signature(text, number)
            || dates_document(text, number);
        if !sentence.is_prose() || !sentence.tells() || silent {
            continue;
        }
        if is_citation(text, number) {
            out.extend(cited(text, number));
            continue;
        }
        let from = out.len();
        of_sentence(text, number, &mut out);
        super::sayings::drop(text, number, &mut out, from);
        drop_named_years(text, number, &mut out, from);
    }
    out
}

/// "The Great Strike of 1877 began on 14 July": the year is part of the name, where the verb of what it
/// names has a time within it. The sentence's candidates start at `from`.
fn drop_named_years(text: &Reading<'_>, number: usize, out: &mut Vec<Candidate>, from: usize) {
    if out.len() < from + 2 {
        return;
    }
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let better = |year: &Candidate| {
        let within = |told: &&Candidate| {
            told.clause == year.clause
                && !told.head.nominal
                && told.time.interval.zip(year.time.interval).is_some_and(|(told, year)| {
                    year.granularity() == Granularity::Year && year.contains(&told) && year != told
                })
        };
        year.head.nominal
            && out[from..].iter().any(|told| within(&told))
            && subject(words, clauses, year.clause).contains(&year.head.word)
    };
    let named: SmallVec<[usize; 2]> = (from..out.len()).filter(|&at| better(&out[at])).collect();
    for at in named.into_iter().rev() {
        out.remove(at);
    }
}

/// Whether a sentence is a line that dates the document, "Posted: 3 March 2023", "Updated: 4 March
/// 2023", or the head of a mail.
fn dates_document(text: &Reading<'_>, number: usize) -> bool {
    let sentence = &text.sentences[number];
    let says = |date: &DateCandidate| {
        date.span.is_some_and(|dated| match date.origin {
            DateOrigin::Byline => dated.contains(sentence.span),
            DateOrigin::Mail => sentence.span.contains(dated),
            _ => false,
        })
    };
    // "Decided 3 March 2023" and "Opinion filed 3 March 2023", beside the date of the report, tell
    // what a court did.
    let tells = || {
        let mut told = sentence.words.iter().filter_map(|word| word.entry.verb);
        let mut named = sentence.words.iter().filter_map(|word| word.entry.noun);
        let verb = text.clauses[number].list[0].verb;
        told.any(|category| !matches!(category, Category::Other | Category::Publication))
            || verb.is_some_and(|verb| verb.tense.is_past())
                && named.any(|category| category == Category::Legal)
    };
    text.document_date.is_some_and(says) || text.dates.iter().any(says) && !tells()
}

fn of_sentence(text: &Reading<'_>, number: usize, out: &mut Vec<Candidate>) {
    let sentence = &text.sentences[number];
    let clauses = &text.clauses[number];
    let mut taken: SmallVec<[(usize, usize, Interval); 4]> = SmallVec::new();
    let recurs = |timex: &usize| text.timexes[*timex].kind == TimexType::Set;
    for timex in sentence.timexes.clone().filter(|timex| !recurs(timex)) {
        let Some((first, end)) = sentence.words_of_timex(timex) else { continue };
        let ruling = super::citation::ruling_before(text, number, first);
        if ruling.is_none() && is_reference(sentence, (first, end)) {
            continue;
        }
        let Some(time) = time_of(text, number, timex) else { continue };
        let Some(interval) = time.interval else { continue };
        let aside = sentence.words[first].depth > 0;
        if aside && let Some(noun) = super::aside::named_aside(text, number, timex) {
            let head = super::head::nominal(&sentence.words, noun);
            taken.push((clauses.owner[noun], noun, interval));
            out.push(Candidate { sentence: number, clause: clauses.owner[noun], head, time });
            continue;
        }
        if aside && ruling.is_none() && super::aside::dates_nothing(text, number, timex) {
            continue;
        }
        if let Some((clause, head)) = told_behind(text, number, (first, end), &time) {
            taken.push((clause, head.word, interval));
            out.push(Candidate { sentence: number, clause, head, time: time.clone() });
            if only_leads(sentence, clauses, first) {
                continue;
            }
        }
        let clause = ruling.unwrap_or_else(|| told_in(text, number, (first, end)));
        if let Some(named) = named_with_year(sentence, clauses, clause, (first, end)) {
            if let NamedYear::Dates(head) = named
                && !taken.iter().any(|&(c, h, _)| c == clause && h == head.word)
            {
                taken.push((clause, head.word, interval));
                out.push(Candidate { sentence: number, clause, head, time });
            }
            continue;
        }
        if is_of_thing(&sentence.words, clauses, clause, (first, end)) {
            continue;
        }
        let place = (clause, first, end);
        let told = told_at(text, number, place, timex, &time)
            .map(|head| hand_over(text, number, clause, head))
            .or_else(|| told_meanwhile(text, (number, clause), first, &time));
        let Some((clause, head)) = told else { continue };
        let known = taken.iter().position(|&(c, h, _)| c == clause && h == head.word);
        let Some(at) = known else {
            taken.push((clause, head.word, interval));
            let came = super::telling::came_with(text, number, clause, &head);
            let later = came.map(|(clause, head)| {
                let time = time.clone().inferred(Link::SameSentence);
                Candidate { sentence: number, clause, head, time }
            });
            out.push(Candidate { sentence: number, clause, head, time });
            out.extend(later);
            continue;
        };
        if super::adjoining::reaches(text, out, (number, &head), timex, &time) {
            continue;
        }
        let same = |c: &&mut Candidate| c.sentence == number && c.head.word == head.word;
        if let Some((noun, from)) = listed_noun(text, number, first, out.last()) {
            let head = super::head::nominal(&sentence.words, noun);
            let before = out.last_mut().map(|before| &mut before.time.part);
            if let Some(part) = before.filter(|part| part.is_none()) {
                *part = Some(gapping::Part::up_to(from));
            }
            let part = Some(gapping::Part::of_noun(from, end));
            let time = Time { part, ..time };
            taken.push((clause, noun, interval));
            out.push(Candidate { sentence: number, clause, head, time });
            continue;
        }
        if let Some(before) = out.iter_mut().rev().find(same)
            && let Some(parts) = gapped(text, before, (clause, &head), (first, end), interval)
        {
            let mut time = time;
            (before.time.part, time.part) = (Some(parts.0), Some(parts.1));
            taken.push((clause, head.word, interval));
            out.push(Candidate { sentence: number, clause, head, time });
            continue;
        }
        // Of two times of one head the finer one that lies inside the other counts.
        let inside = taken[at].2.contains(&interval) && taken[at].2 != interval;
        let named = out.iter().rev().find(|c| c.sentence == number && c.head.word == head.word);
        let better = |before: &Candidate| dates_better(text, before, clause, first, &time);
        if inside || named.is_some_and(better) {
            taken[at].2 = interval;
            if let Some(candidate) = out.iter_mut().rev().find(same) {
                candidate.time = time;
            }
        }
    }
    for timex in sentence.timexes.clone().filter(recurs) {
        if let Some(candidate) = super::recurring::candidate(text, number, timex, out) {
            out.push(candidate);
        }
    }
}

/// What a time dates in a clause that it stands in (the clause and the word range): none where it only
/// says which thing is meant, or nothing happens.
fn told_at(
    text: &Reading<'_>,
    number: usize,
    (clause, first, end): (usize, usize, usize),
    timex: usize,
    time: &Time,
) -> Option<Head> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let interval = time.interval?;
    let words = &sentence.words;
    let head = head_beside(text, number, clause, (first, end), time);
    let of_merit = |head: Head| is_of_merit(words, &head, first, interval);
    let ranked = is_ranked_since(words, first);
    let head = if ranked { event_since(words, end) } else { head };
    let counted = is_counted_within(words, clauses, clause, (first, interval));
    if ranked && head.is_none() || counted || head.is_some_and(of_merit) {
        return None;
    }
    let row = Some(timex == sentence.timexes.start)
        .filter(|first| *first)
        .and_then(|_| Row::of(sentence, &text.document.text, text.is_line(number)));
    let labels = row.is_some();
    let head = head.or_else(|| row.map(|row| of_row(sentence, &row)))?;
    if is_of_contents(words, clauses, clause, first) {
        return None;
    }
    if !head.nominal && is_so_since(words, clauses, clause, first) {
        return None;
    }
    if !head.nominal
        && (goes_on_now(text, (number, clause), timex)
            || is_so_each_year(text, (number, clause), timex))
    {
        return None;
    }
    if !head.nominal && belongs_elsewhere(text, (number, clause), (first, end)) {
        return None;
    }
    if is_attribute(sentence, first, end) && (!head.nominal || head.strength < Strength::Strong) {
        return None;
    }
    (labels || tells(sentence, text, number, clause, &head, time)).then_some(head)
}

/// "Little rain falls in June": whether a clause tells what is so each year, in a text that tells what was.
fn is_so_each_year(text: &Reading<'_>, (number, clause): (usize, usize), timex: usize) -> bool {
    let words = &text.sentences[number].words;
    let derivation = &text.timexes[timex].derivation;
    // "beat" may be the past as well.
    let present = |verb: VerbGroup| {
        verb.tense == Tense::Present && !words[verb.first].is(WordClass::INVARIANT)
    };
    text.clauses[number].list[clause].verb.is_some_and(present)
        && matches!(derivation.reference, Reference::Narrative { .. })
        // "ten years later"
        && !matches!(derivation.operation, Operation::Shift { .. })
        && !text.about.news
        && !text.about.chronicle
        && text.tells_what_was()
}

/// "The history shows its place since the 18th century": whether a clause tells what is so, not what happened.
fn is_so_since(words: &[Word<'_>], clauses: &Clauses, clause: usize, first: usize) -> bool {
    let since = first.checked_sub(1).is_some_and(|at| {
        words[at].is(WordClass::ANCHOR)
            && words[at].is(WordClass::SUBORDINATOR)
            && !words[at].is(WordClass::LATER | WordClass::EARLIER | WordClass::UNTIL)
    });
    // "As of 2011, the house has ten rooms"
    let as_of = matches!(&words[..first], [.., likened, link]
        if likened.is(WordClass::LIKENING) && link.is(WordClass::NAME_LINK));
    // "Die Firma gibt es seit 1989": elsewhere the present also tells what has been done since.
    let plain = !clauses.syntax.verb_second && !clauses.syntax.head_first;
    let verb = clauses.list[clause].verb.filter(|_| (since || as_of) && plain);
    verb.is_some_and(|verb| {
        let behind = since && verb.end < first && !verb.passive;
        verb.tense == Tense::Present && (behind || as_of) && !verb.negated
    })
}

/// "Originally a pick of Lund in 1991, Orr is coming off a good season": whether a clause tells what goes on
/// now, and so not at a time that is over.
///
/// A time that leaves its year open may as well be to come: "is starting in May".
fn goes_on_now(text: &Reading<'_>, (number, clause): (usize, usize), timex: usize) -> bool {
    let told = &text.timexes[timex];
    let now = text.date_of(number).map(|date| date.interval.earliest_start());
    text.clauses[number].list[clause].verb.is_some_and(|verb| verb.tense == Tense::Progressive)
        && told.derivation.reference == Reference::Calendar
        && now.zip(told.interval).is_some_and(|(now, interval)| interval.latest_end() <= now)
}

/// The head of a clause that a time (a word range) stands by.
fn head_beside(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    (first, end): (usize, usize),
    time: &Time,
) -> Option<Head> {
    let words = &text.sentences[number].words;
    let head = match time.link {
        Link::Document => (end..words.len())
            .find(|&at| is_event_noun(&words[at]))
            .map(|noun| super::head::nominal(words, noun)),
        _ => head_of(words, &text.clauses[number], clause, Some((first, end))),
    }?;
    let head = of_perfect(text, number, clause, (first, end), time).unwrap_or(head);
    Some(anchored(words, &head, first).unwrap_or(head))
}

/// What a row or a labelled line tells that has no head: its cell's first noun names it.
fn of_row(sentence: &Sentence<'_>, row: &Row) -> Head {
    let words = &sentence.words;
    let (from, to) = row.telling(words, None);
    let noun = (from..to).find(|&at| words[at].tag.is_nominal()).unwrap_or(from);
    let category = (from..to).find_map(|at| words[at].entry.verb.or(words[at].entry.noun));
    let category = category.unwrap_or(Category::Other);
    Head { word: noun, nominal: true, category, strength: Strength::Plain }
}

/// The parts of a verb's clause that its time before and this one (a word range) belong to.
fn gapped(
    text: &Reading<'_>,
    before: &Candidate,
    (clause, head): (usize, &super::Head),
    time: (usize, usize),
    interval: Interval,
) -> Option<(gapping::Part, gapping::Part)> {
    let sentence = &text.sentences[before.sentence];
    let this = &text.clauses[before.sentence].list[clause];
    let verbs = this.verb.iter().filter(|_| !head.nominal).chain(&this.inner);
    let first = sentence.words_of_timex(before.time.timex?)?;
    let parts = gapping::parts(&sentence.words, verbs, before.time.part, first, time);
    let parts = parts.or_else(|| gapping::again(&sentence.words, first, time));
    // "The exams were held on 20 May and 3 June", whatever is held.
    let came_about = this.verb.is_some_and(|verb| {
        verb.passive
            && verb.tense != Tense::Present
            && sentence.words[verb.head].is(WordClass::LIGHT)
    }) && head.strength > Strength::State;
    let acts = this.verb.is_some_and(|verb| verb.tense == Tense::Past);
    let happened = !head.nominal
        && (head.strength == Strength::Strong
            || came_about
            || acts && head.strength > Strength::State);
    let (own, part) = parts.or_else(|| {
        let like = before.time.interval?.is_single()
            && before.time.interval?.granularity() == interval.granularity();
        let listed = happened && like && interval.is_single();
        listed.then(|| gapping::listed(&sentence.words, head.word, first, time)).flatten()
    })?;
    Some((before.time.part.unwrap_or(own), part))
}

/// Whether a document speaks from its own date: it opens with a reference to it or with what has just happened, or
/// most of its references are to it. A dateline is one too.
pub(super) fn is_news(text: &Reading<'_>) -> bool {
    let mut deictic = usize::from(text.sentences.iter().any(|sentence| sentence.dateline));
    let mut other = 0;
    let mut opens = false;
    let date = text.document_date.map(|date| date.interval);
    for timex in text.timexes.iter().filter(|timex| timex.kind != TimexType::Set) {
        match timex.derivation.reference {
            crate::event::Reference::Document { .. } => {
                opens |= other == 0 && timex.interval.is_some();
                deictic += 1;
            }
            _ if timex.interval.is_some() && timex.interval != date => other += 1,
            _ => {}
        }
    }
    opens || deictic > 0 && deictic >= other || super::fresh::opens_with_news(text)
}

/// Whether a head with a time is something that a timeline shows.
pub(super) fn tells(
    sentence: &Sentence<'_>,
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    head: &super::Head,
    time: &Time,
) -> bool {
    let words = &sentence.words;
    let Some(group) = text.clauses[number].list[clause].verb else {
        return head.strength >= Strength::Plain
            || matches!(sentence.kind, BlockKind::ListItem | BlockKind::TableRow);
    };
    if takes_time(text, number, &group) || is_undone(words, &group) {
        return false;
    }
    if head.nominal {
        return true;
    }
    // "had done so"
    let behind = (group.end..words.len()).find(|&at| words[at].tag != Tag::Adverb);
    if words[group.head].is(WordClass::DO)
        && !group.passive
        && behind != Some(group.end)
        && behind.is_none_or(|at| words[at].kind == TokenKind::Sign)
    {
        return false;
    }
    let alone = words.get(group.end).is_none_or(|next| {
        next.timex.is_some() || next.tag == Tag::Preposition || next.kind == TokenKind::Sign
    });
    let stands_in =
        words[group.head].is(WordClass::DO) || words[group.head].is(WordClass::HAVE) && alone;
    if group.first == group.head && stands_in {
        // "as it did last winter", "as they had in 1914" says nothing that is not said before.
        return false;
    }
    if elapses(text, number, clause, group.first) {
        return false;
    }
    if head.strength == Strength::State {
        let explicit =
            time.interval.is_some_and(|interval| interval.granularity() >= Granularity::Year);
        let was = group.tense.is_past();
        return explicit && was && head.category != Category::Other
            || was && is_on_day(text, (number, clause), group.end, time);
    }
    let stands_for_state = group.tense == Tense::Base && words[group.head].is(WordClass::STATE);
    !stands_for_state && !only_names(words, &group)
}

/// "The first shot was on 2 October": whether all that a clause says of a thing is on which day it was.
fn is_on_day(
    text: &Reading<'_>,
    (number, clause): (usize, usize),
    behind: usize,
    time: &Time,
) -> bool {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let words = &sentence.words;
    let day = time.interval.is_some_and(|interval| interval.granularity() >= Granularity::Day);
    let stands = time.timex.and_then(|timex| sentence.words_of_timex(timex));
    let led = words.get(behind).is_some_and(|word| word.tag == Tag::Preposition);
    let whole = subject(words, clauses, clause);
    let thing = whole.iter().any(|&at| matches!(words[at].tag, Tag::Noun))
        && !super::whom::is_somebody(text, number, whole);
    let verb = behind.checked_sub(1).map(|at| &words[at]);
    day && led
        && thing
        && stands.is_some_and(|(first, _)| first == behind + 1)
        && verb.is_some_and(|verb| verb.is(WordClass::BE) && verb.tag == Tag::Past)
}

/// "1000 days have passed", "as the century ended": whether a length of time is all that stands before a
/// clause's verb, or any time in one that only says when the rest was.
fn elapses(text: &Reading<'_>, number: usize, clause: usize, verb: usize) -> bool {
    let sentence = &text.sentences[number];
    let lasts = |timex: &usize| {
        text.timexes[*timex].kind == TimexType::Duration
            && sentence
                .words_of_timex(*timex)
                .is_some_and(|(_, end)| end == verb && sentence.words[end - 1].tag == Tag::Nouns)
    };
    let named = |at: usize| {
        let word = &sentence.words[at];
        word.timex.is_none() && (word.tag.is_nominal() || word.tag == Tag::Pronoun)
    };
    // "as the nineteenth century came to a close"
    let stands = |timex: &usize| {
        sentence.words_of_timex(*timex).is_some_and(|(first, end)| {
            let opens = |at: usize| sentence.words[at].is(WordClass::SUBORDINATOR);
            end == verb && first.checked_sub(1).is_some_and(opens)
        })
    };
    sentence.timexes.clone().any(|timex| lasts(&timex) || stands(&timex))
        && !text.clauses[number].words(clause).take_while(|&at| at < verb).any(named)
}

/// The clause that carries a sentence: the first main one with a verb.
pub(super) fn main_clause(clauses: &Clauses) -> Option<usize> {
    let of = |kinds: &[ClauseKind]| {
        clauses.list.iter().position(|clause| {
            kinds.contains(&clause.kind) && clause.verb.is_some_and(|verb| verb.is_finite())
        })
    };
    of(&[ClauseKind::Main]).or_else(|| of(&[ClauseKind::Coordinate]))
}

/// Whether any word of a sentence stands in a list of words: used where a whole sentence counts.
pub(super) fn any(words: &[Word<'_>], class: WordClass) -> bool {
    words.iter().any(|word| word.is(class))
}
