//! From a head with its time to an event.

use super::antecedent::of_pronoun;
use super::clause::ClauseKind;
use super::factuality::factuality;
use super::head::Strength;
use super::participants::participants;
use super::phrase::subject;
use super::places::PlaceMention;
use super::title::title;
use super::{Candidate, Reading, Time};
use crate::document::BlockKind;
use crate::event::{
    Category, Certainty, Derivation, Event, EventId, Evidence, Factuality, Link, Operation, Place,
    PlaceKind, Reference, When,
};
use crate::language::WordClass;
use crate::text::Span;
use crate::time::Interval;

/// An event with what merging needs to know of its head.
#[derive(Clone, Debug)]
pub(super) struct Mentioned {
    pub(super) event: Event,
    /// The head's verb, by number; 0 for a noun.
    pub(super) lemma: u32,
    /// Whether the head is a noun that points back: "the attack".
    pub(super) points_back: bool,
}

/// The events of all candidates.
pub(super) fn events(text: &Reading<'_>, candidates: &[Candidate]) -> Vec<Mentioned> {
    let focus = focus(text);
    let mut out = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        // Candidates come in the order of their sentences: the same quote is among the last.
        let own = quote(text, candidate);
        let near = out.iter().rev().map(|told: &Mentioned| told.event.evidence[0]);
        let near = near.take_while(|evidence| evidence.sentence.end > own.start);
        let number = near.filter(|evidence| evidence.quote == own).count() as u32;
        out.push(event(text, candidate, number, focus.as_ref()));
    }
    out
}

fn event(
    text: &Reading<'_>,
    candidate: &Candidate,
    number: u32,
    focus: Option<&Place>,
) -> Mentioned {
    let (sentence, clauses) =
        (&text.sentences[candidate.sentence], &text.clauses[candidate.sentence]);
    let words = &sentence.words;
    let mut within: Vec<usize> = clauses.words(candidate.clause).collect();
    let subject = subject(words, clauses, candidate.clause);
    within.extend(&subject);
    within.sort_unstable();
    within.dedup();
    let antecedent = subject.first().and_then(|&at| of_pronoun(text, candidate.sentence, at));
    let quote = quote(text, candidate);
    let factuality =
        factuality(words, clauses, candidate.clause, &candidate.head, is_later(text, candidate));
    let head = &words[candidate.head.word];
    let article = candidate.head.word.checked_sub(1).is_some_and(|at| {
        words[at].is(WordClass::DEMONSTRATIVE) || words[at].tag == crate::language::Tag::Determiner
    });
    let title = match candidate.head.category {
        Category::Birth | Category::Death if candidate.head.nominal => life_title(text, candidate),
        _ => headline(text, candidate).unwrap_or_else(|| {
            let own =
                title(sentence, clauses, candidate.clause, &candidate.head, antecedent.as_deref());
            complete(text, own)
        }),
    };
    Mentioned {
        lemma: if candidate.head.nominal { 0 } else { head.entry.lemma },
        points_back: candidate.head.nominal && article,
        event: Event {
            id: EventId::of(text.document.id, quote, number),
            title,
            when: when(&candidate.time),
            derivation: derivation(text, &candidate.time),
            category: candidate.head.category,
            places: places(text, candidate, &within, focus),
            participants: participants(
                sentence,
                &text.names.mentions[candidate.sentence],
                &text.names,
                &within,
            ),
            factuality,
            evidence: vec![Evidence {
                document: text.document.id,
                quote,
                sentence: sentence.span,
                expression: candidate.time.timex.map(|timex| text.timexes[timex].span),
            }],
            tags: Vec::new(),
            confidence: confidence(candidate, factuality),
        },
    }
}

fn when(time: &Time) -> When {
    match (time.interval, time.missing) {
        (Some(interval), _) => When::Dated(interval),
        (None, Some(missing)) => When::Undated(missing),
        (None, None) => When::Undated(crate::event::Missing::Vague),
    }
}

fn derivation(text: &Reading<'_>, time: &Time) -> Derivation {
    let found = time.timex.map(|timex| text.timexes[timex].derivation.clone());
    let mut out = found.unwrap_or_else(|| Derivation {
        words: String::new(),
        reference: text.document_date.filter(|_| time.link == Link::Document).map_or(
            Reference::Missing,
            |date| Reference::Document { interval: date.interval, origin: date.origin },
        ),
        operation: Operation::Same,
        modifier: None,
        result: None,
        link: time.link,
        alternatives: Vec::new(),
        certainty: time.certainty,
    });
    if time.link == Link::Narrative
        && let (Some(timex), Some(interval)) = (time.timex, time.interval)
    {
        let span = text.timexes[timex].span;
        out.reference =
            Reference::Narrative { words: std::mem::take(&mut out.words), span, interval };
        out.operation = Operation::Same;
    }
    out.result = time.interval;
    out.link = time.link;
    out.certainty = time.certainty;
    out
}

/// The clause, or the sentence where that is all one.
fn quote(text: &Reading<'_>, candidate: &Candidate) -> Span {
    let (sentence, clauses) =
        (&text.sentences[candidate.sentence], &text.clauses[candidate.sentence]);
    let verbs = clauses.list.iter().filter(|clause| clause.verb.is_some()).count();
    if verbs < 2 {
        return sentence.span;
    }
    let (first, end) = clauses.extent(candidate.clause);
    let mut first = first;
    while sentence.words.get(first).is_some_and(|word| word.is_sign(",") || word.is_sign(";")) {
        first += 1;
    }
    let mut end = end;
    while end > first + 1 && matches!(sentence.words[end - 1].text, "," | ";" | ".") {
        end -= 1;
    }
    sentence.span_of(first, end)
}

fn is_later(text: &Reading<'_>, candidate: &Candidate) -> bool {
    let (Some(date), Some(interval)) = (text.document_date, candidate.time.interval) else {
        return false;
    };
    interval.earliest_start() >= date.interval.latest_end()
}

fn life_title(text: &Reading<'_>, candidate: &Candidate) -> String {
    let mention = text.names.mentions[candidate.sentence].first();
    let name =
        mention.map_or_else(String::new, |mention| text.names.list[mention.name].text.clone());
    format!("{name} ({})", candidate.head.category.name())
}

/// A title of one word says nothing alone: the document's title goes before it.
fn complete(text: &Reading<'_>, own: String) -> String {
    let subject: Vec<&str> = text.document.title.split_whitespace().take(8).collect();
    if own.split_whitespace().count() > 1 || subject.is_empty() {
        return own;
    }
    format!("{}: {}", subject.join(" ").trim_end_matches([',', '.', ':']), own.to_lowercase())
}

/// The document's own headline, for the event of its first sentence.
fn headline(text: &Reading<'_>, candidate: &Candidate) -> Option<String> {
    let first = text.sentences.iter().position(super::reading::Sentence::is_prose)?;
    let title = text.sentences.iter().find(|sentence| sentence.kind == BlockKind::Title)?;
    let count = title.words.iter().filter(|word| word.kind != crate::text::TokenKind::Sign).count();
    let has_verb = text.clauses[0].list[0].verb.is_some();
    let shared = title
        .words
        .iter()
        .filter(|word| word.text.len() > 3 && word.entry.noun.or(word.entry.verb).is_some())
        .any(|word| {
            text.sentences[candidate.sentence].words.iter().any(|other| other.lower == word.lower)
        });
    let fits = candidate.sentence == first
        && candidate.time.link != Link::Document
        && has_verb
        && shared
        && (4..=10).contains(&count)
        && title.timexes.is_empty();
    fits.then(|| title.span.of(&text.document.text).to_owned())
}

/// Where an event was: in its own clause, in its sentence, where the text is, what it is about.
fn places(
    text: &Reading<'_>,
    candidate: &Candidate,
    within: &[usize],
    focus: Option<&Place>,
) -> Vec<Place> {
    let found = &text.places[candidate.sentence];
    let inside = |place: &&PlaceMention| within.binary_search(&place.first).is_ok();
    let local: Vec<&PlaceMention> =
        found.iter().filter(|place| place.locative && inside(place)).collect();
    if !local.is_empty() {
        return unique(local);
    }
    let near: Vec<&PlaceMention> = found.iter().filter(|place| place.locative).collect();
    if !near.is_empty()
        && text.clauses[candidate.sentence].list[candidate.clause].kind != ClauseKind::Relative
    {
        return unique(near);
    }
    if let Some(place) = pointed_at(text, candidate) {
        return vec![place];
    }
    let weak: Vec<&PlaceMention> = found.iter().filter(inside).collect();
    let physical = matches!(
        candidate.head.category,
        Category::Battle
            | Category::Attack
            | Category::Military
            | Category::Disaster
            | Category::Accident
            | Category::Protest
    );
    match focus {
        Some(focus)
            if physical && weak.iter().all(|place| place.place.kind == PlaceKind::Country) =>
        {
            vec![focus.clone()]
        }
        _ => unique(weak),
    }
}

fn unique(mentions: Vec<&PlaceMention>) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    for mention in mentions {
        if !out.iter().any(|place| place.name == mention.place.name) {
            out.push(mention.place.clone());
        }
    }
    // A country behind a town only says where the town is.
    if out.iter().any(|place| place.kind != PlaceKind::Country) {
        out.sort_by_key(|place| place.kind == PlaceKind::Country);
    }
    out
}

/// "the town", "the city": the place named last, in the two sentences before.
fn pointed_at(text: &Reading<'_>, candidate: &Candidate) -> Option<Place> {
    let words = &text.sentences[candidate.sentence].words;
    let points = words.windows(2).any(|pair| {
        pair[0].tag == crate::language::Tag::Determiner
            && pair[1].is(WordClass::PLACE_ANAPHOR)
            && !pair[1].is_upper()
    });
    if !points {
        return None;
    }
    let from = candidate.sentence.saturating_sub(2);
    text.places[from..candidate.sentence]
        .iter()
        .flatten()
        .rfind(|place| matches!(place.place.kind, PlaceKind::City | PlaceKind::Site))
        .map(|place| place.place.clone())
}

/// The town or site that a document is about: its title names it, or much of its text.
fn focus(text: &Reading<'_>) -> Option<Place> {
    let mut counts: Vec<(usize, usize, &Place)> = Vec::new();
    for (number, sentence) in text.sentences.iter().enumerate() {
        let weight = if sentence.kind == BlockKind::Title { 4 } else { 1 };
        for mention in &text.places[number] {
            if !matches!(mention.place.kind, PlaceKind::City | PlaceKind::Site) {
                continue;
            }
            match counts.iter_mut().find(|(_, _, place)| place.name == mention.place.name) {
                Some(known) => known.0 += weight,
                None => counts.push((weight, number, &mention.place)),
            }
        }
    }
    let total: usize = counts.iter().map(|(count, _, _)| count).sum();
    counts
        .into_iter()
        .max_by_key(|(count, _, _)| *count)
        .filter(|(count, _, _)| *count >= 4 && count * 2 > total)
        .map(|(_, _, place)| place.clone())
}

/// How sure it is: how the time was found, how strong the head is, whether it happened.
fn confidence(candidate: &Candidate, factuality: Factuality) -> f32 {
    let link: f32 = match candidate.time.link {
        Link::User => 1.0,
        Link::SameClause => 0.9,
        Link::SameSentence | Link::Section => 0.8,
        Link::Narrative => 0.6,
        Link::Document => 0.5,
    };
    let head: f32 = match candidate.head.strength {
        Strength::Strong => 0.05,
        Strength::Plain => 0.0,
        Strength::Unknown => -0.1,
        Strength::State => -0.2,
    };
    let blurred = if candidate.time.certainty == Certainty::Approximate { -0.05 } else { 0.0 };
    let doubt = if matches!(factuality, Factuality::Possible) { -0.1 } else { 0.0 };
    let undated = if candidate.time.interval.is_none() { -0.3 } else { 0.0 };
    (link + head + blurred + doubt + undated).clamp(0.05, 0.99)
}

/// Whether two times can be those of one event: equal, or one inside the other.
pub(super) fn nested(a: &Interval, b: &Interval) -> bool {
    a.contains(b) || b.contains(a)
}
