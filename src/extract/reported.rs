//! The meeting that a document reports: what those who met are told to have done at no other
//! time, they did there.

use super::fresh::at_document_date;
use super::head::nominal;
use super::reading::Word;
use super::subject::subject;
use super::verb_group::Tense;
use super::{Candidate, Reading, Time};
use crate::event::Category;
use crate::language::{Tag, WordClass};
use crate::time::Granularity;

/// A meeting that a report leads with.
#[derive(Debug)]
pub(super) struct Meeting {
    /// When it was.
    pub(super) time: Time,
    /// Words for those who met, by their ids: those of its subject and of the title.
    bodies: Vec<u64>,
}

/// The meeting that a report leads with, if its date is that of the meeting.
pub(super) fn meeting(text: &Reading<'_>, dated: &[Candidate]) -> Option<Meeting> {
    let date = text.document_date.filter(|_| text.about.news)?.interval;
    let met = dated.iter().take_while(|candidate| candidate.sentence < text.about.lead);
    let met = met.filter(|candidate| candidate.head.category == Category::Meeting);
    let told = |candidate: &&Candidate| {
        let clause = &text.clauses[candidate.sentence].list[candidate.clause];
        clause.verb.is_some_and(|verb| verb.tense.is_past())
            && candidate.time.interval.is_some_and(|interval| interval.overlaps(&date))
    };
    let first = met.into_iter().find(told)?;
    let clauses = &text.clauses[first.sentence];
    let words = &text.sentences[first.sentence].words;
    let subject = subject(words, clauses, first.clause).iter().map(|&at| &words[at]);
    let title = text.about.title.map(|title| &text.sentences[title].words);
    let bodies = subject.chain(title.into_iter().flatten()).filter(|word| word.tag.is_nominal());
    let bodies = bodies.map(|word| word.id).collect();
    Some(Meeting { time: first.time.clone(), bodies })
}

impl Meeting {
    /// Whether those who met are the subject of a clause.
    pub(super) fn acts_in(&self, text: &Reading<'_>, number: usize, clause: usize) -> bool {
        let words = &text.sentences[number].words;
        let subject = subject(words, &text.clauses[number], clause).iter().map(|&at| &words[at]);
        let named = subject.take_while(|word| word.tag != Tag::Preposition);
        let last = named.filter(|word| word.tag.is_nominal()).last();
        let is_body = |word: &Word<'_>| self.bodies.contains(&word.id);
        last.is_some_and(is_body)
    }
}

/// "The council's meeting was productive": news of a meeting without a time speak of the one
/// that has just been.
pub(super) fn reported_meeting(text: &Reading<'_>, number: usize) -> Option<Candidate> {
    let date =
        text.date_of(number).filter(|date| date.interval.granularity() >= Granularity::Day)?;
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    (0..clauses.list.len()).find_map(|clause| {
        let group = clauses.list[clause].verb.filter(|group| group.tense == Tense::Past)?;
        let subject = subject(&sentence.words, clauses, clause);
        let definite = subject.first().is_some_and(|&at| sentence.words[at].is(WordClass::ARTICLE));
        let noun = subject
            .iter()
            .copied()
            .rfind(|&at| sentence.words[at].entry.noun == Some(Category::Meeting))?;
        let head = nominal(&sentence.words, noun);
        let singular = sentence.words[noun].tag != Tag::Nouns;
        (definite && singular && sentence.words[group.head].is(WordClass::STATE | WordClass::OCCUR))
            .then(|| Candidate {
                sentence: number,
                clause,
                head,
                time: at_document_date(date.interval),
            })
    })
}
