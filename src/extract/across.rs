//! One event told in several documents: found in time that grows with their number alone.
//!
//! Two mentions can be of one event only if they share two of the things that events are known
//! by (a place, someone who took part, a word of what happened, a number), so every pair of these
//! is a key together with the month, and only mentions with a key in common are compared.

use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

use super::merge::{akin, nested, similar};
use super::wording::{Sketch, is_copy};
use crate::document::{Document, DocumentId};
use crate::event::{
    Category, Event, EventId, Factuality, Joined, ParticipantKind, PlaceKind, Shared,
};
use crate::time::{Granularity, Interval};

/// A document with the events that were found in it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its events.
    pub events: &'a [Event],
}

/// What joining the events of several documents changes.
#[derive(Clone, Debug, Default)]
pub struct Across {
    /// Events with the mentions of other documents, by the identity of the one that is kept.
    pub kept: FxHashMap<EventId, Event>,
    /// Events that are mentions of a kept one.
    pub absorbed: FxHashMap<EventId, EventId>,
}

/// So many of the mentions with the same key a mention is compared with: those told last.
const NEIGHBOURS: usize = 8;
/// Days by which sources can be apart on the same event.
const DISPUTED_DAYS: i64 = 7;

/// Joins the mentions of the same event in different documents.
#[must_use]
pub fn across(sources: &[Source<'_>]) -> Across {
    let known: Vec<Known<'_>> = sources
        .iter()
        .enumerate()
        .flat_map(|(source, found)| {
            found.events.iter().filter_map(move |event| Known::of(source, found.document, event))
        })
        .collect();
    let mut groups = Groups::new(known.len());
    let mut keys = keys(&known);
    keys.sort_unstable();
    for run in keys.chunk_by(|a, b| a.0 == b.0) {
        for (at, &(_, later)) in run.iter().enumerate() {
            for &(_, earlier) in run[at.saturating_sub(NEIGHBOURS)..at].iter().rev() {
                let (first, second) = (groups.root(earlier), groups.root(later));
                if first != second && same(&known[first as usize], &known[second as usize]) {
                    groups.join(first, second);
                }
            }
        }
    }
    joined(sources, &known, &mut groups)
}

/// What is known of a dated event, in the form in which it is compared.
struct Known<'a> {
    source: usize,
    event: &'a Event,
    when: Interval,
    places: Vec<u64>,
    /// People and bodies, then states.
    participants: Vec<u64>,
    states: Vec<u64>,
    words: Vec<u64>,
    numbers: Vec<u64>,
}

impl<'a> Known<'a> {
    fn of(source: usize, document: &Document, event: &'a Event) -> Option<Self> {
        let when = event.when.interval().filter(|interval| !interval.is_open())?;
        let states = |state| {
            let of_kind = event
                .participants
                .iter()
                .filter(move |p| (p.kind == ParticipantKind::State) == state);
            of_kind.map(|participant| hashed(&participant.name)).collect()
        };
        let places = event.places.iter().filter(|place| place.kind != PlaceKind::Country);
        let evidence = event.evidence.first()?;
        let sentence = evidence.sentence.of(&document.text);
        let expression = evidence.expression.map(|span| span.of(&document.text));
        Some(Self {
            source,
            event,
            when,
            places: places.map(|place| hashed(&place.name)).take(3).collect(),
            participants: states(false),
            states: states(true),
            words: words(event),
            numbers: numbers(sentence, expression.unwrap_or_default()),
        })
    }

    /// Everything that it is known by, a few of each kind.
    fn tokens(&self) -> impl Iterator<Item = u64> + '_ {
        let few = |list: &'_ [u64], count: usize, kind: u64| {
            let list = list[..list.len().min(count)].to_vec();
            list.into_iter().map(move |token| token ^ kind)
        };
        few(&self.places, 2, 1)
            .chain(few(&self.participants, 2, 2))
            .chain(few(&self.states, 1, 2))
            .chain(few(&self.words, 3, 3))
            .chain(few(&self.numbers, 2, 4))
    }
}

fn hashed(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The words of a title that say what happened: of some length, by their beginnings, without
/// the names of who and where.
fn words(event: &Event) -> Vec<u64> {
    const STEM: usize = 5;
    let named = |word: &str| {
        let names = event.participants.iter().map(|p| p.name.as_str());
        names.chain(event.places.iter().map(|p| p.name.as_str())).any(|name| name.contains(word))
    };
    let mut out: Vec<u64> = event
        .title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3 && !named(word))
        .map(|word| hashed(&word.to_lowercase().chars().take(STEM).collect::<String>()))
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// The numbers of a sentence that are no dates.
fn numbers(sentence: &str, expression: &str) -> Vec<u64> {
    let is_year = |digits: &str| digits.len() == 4 && matches!(digits.as_bytes()[0], b'1' | b'2');
    sentence
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, ',' | '.'))
        .map(|part| part.trim_matches([',', '.']))
        .filter(|part| part.starts_with(|c: char| c.is_ascii_digit()) && part.len() > 1)
        .filter(|part| !is_year(part) && !expression.contains(part))
        .map(hashed)
        .take(4)
        .collect()
}

/// The keys of all events: a pair of what they are known by, and their month or year.
fn keys(known: &[Known<'_>]) -> Vec<(u64, u32)> {
    let mut out = Vec::with_capacity(known.len() * 12);
    for (number, this) in known.iter().enumerate() {
        let fine = this.when.granularity() >= Granularity::Month;
        let unit = if fine { Granularity::Month } else { Granularity::Year };
        let start = this.when.earliest_start();
        let period = start.floor(unit);
        let tokens: Vec<u64> = this.tokens().collect();
        // Sources that are days apart on an event can be on two sides of a month's end.
        let early = start.plus_seconds(-DISPUTED_DAYS * DAY).floor(unit);
        let periods = [Some(period), (fine && early != period).then_some(early)];
        for period in periods.into_iter().flatten() {
            for (at, &one) in tokens.iter().enumerate() {
                for &other in &tokens[at + 1..] {
                    let pair = (one.min(other), one.max(other), period);
                    out.push((hashed(&pair), number as u32));
                }
            }
        }
    }
    out
}

const DAY: i64 = Granularity::Day.mean_seconds();

/// Whether two events of different documents are one.
fn same(a: &Known<'_>, b: &Known<'_>) -> bool {
    let happened = |event: &Event| match event.factuality {
        Factuality::Ongoing => Factuality::Happened,
        other => other,
    };
    if a.source == b.source
        || happened(a.event) != happened(b.event)
        || !akin(a.event.category, b.event.category)
        || elsewhere(a, b)
    {
        return false;
    }
    let score = score(a, b);
    if nested(&a.when, &b.when) && similar(&a.when, &b.when) {
        return score >= 4;
    }
    can_dispute(a, b) && score >= 6
}

/// Whether each has places, and none of them is the other's.
fn elsewhere(a: &Known<'_>, b: &Known<'_>) -> bool {
    !a.places.is_empty() && !b.places.is_empty() && common(&a.places, &b.places) == 0
}

/// Twice the number of things that they are known by in common. A state is named with nearly
/// everything that a country does; two words say more than one.
fn score(a: &Known<'_>, b: &Known<'_>) -> usize {
    let any = |count: usize| count.min(1);
    let words = common(&a.words, &b.words);
    let fewer = a.words.len().min(b.words.len());
    2 * any(common(&a.places, &b.places))
        + 2 * any(common(&a.participants, &b.participants))
        + any(common(&a.states, &b.states))
        + match words {
            0 => 0,
            1 if fewer > 2 => 1,
            1 => 2,
            2 => 3,
            _ => 4,
        }
        + 2 * any(common(&a.numbers, &b.numbers))
}

fn shared(a: &Known<'_>, b: &Known<'_>) -> Shared {
    let states = common(&a.states, &b.states) > 0;
    Shared::default()
        .with(Shared::PLACE, common(&a.places, &b.places) > 0)
        .with(Shared::PARTICIPANT, states || common(&a.participants, &b.participants) > 0)
        .with(Shared::WORDS, common(&a.words, &b.words) > 0)
        .with(Shared::NUMBER, common(&a.numbers, &b.numbers) > 0)
}

fn common(a: &[u64], b: &[u64]) -> usize {
    a.iter().filter(|one| b.contains(one)).count()
}

/// Whether dates that differ can be two sources' words on one event: it happens once only, or a
/// number ties them. The shelling of a town on two days is two events.
fn can_dispute(a: &Known<'_>, b: &Known<'_>) -> bool {
    let once = matches!(a.event.category, Category::Birth | Category::Death | Category::Founding);
    let tied = common(&a.numbers, &b.numbers) > 0 || once && a.event.category == b.event.category;
    let days = |interval: &Interval| interval.earliest_start();
    let apart = days(&a.when) - days(&b.when);
    let fine = |interval: &Interval| interval.granularity() >= Granularity::Day;
    tied && fine(&a.when) && fine(&b.when) && apart.abs() <= DISPUTED_DAYS * DAY
}

/// Groups of mentions, each known by its first one.
struct Groups(Vec<u32>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count as u32).collect())
    }

    fn root(&mut self, mut at: u32) -> u32 {
        while self.0[at as usize] != at {
            let parent = self.0[at as usize];
            self.0[at as usize] = self.0[parent as usize];
            at = parent;
        }
        at
    }

    fn join(&mut self, a: u32, b: u32) {
        self.0[a.max(b) as usize] = a.min(b);
    }
}

/// The events that came of groups of more than one mention.
fn joined(sources: &[Source<'_>], known: &[Known<'_>], groups: &mut Groups) -> Across {
    let mut out = Across::default();
    let texts: FxHashMap<DocumentId, &str> =
        sources.iter().map(|source| (source.document.id, &*source.document.text)).collect();
    let mut sketches: FxHashMap<EventId, Vec<Sketch>> = FxHashMap::default();
    for number in 0..known.len() as u32 {
        let root = groups.root(number);
        if root == number {
            continue;
        }
        let (first, this) = (&known[root as usize], &known[number as usize]);
        let kept = out.kept.entry(first.event.id).or_insert_with(|| first.event.clone());
        let told = sketches
            .entry(first.event.id)
            .or_insert_with(|| first.event.evidence.iter().map(|e| sketch(&texts, e)).collect());
        absorb(kept, first, this, &texts, told);
        out.absorbed.insert(this.event.id, first.event.id);
    }
    out
}

fn sketch(texts: &FxHashMap<DocumentId, &str>, evidence: &crate::event::Evidence) -> Sketch {
    let text = texts.get(&evidence.document).copied().unwrap_or_default();
    Sketch::of(evidence.sentence.of(text))
}

/// Takes a mention of another document in: all of its evidence, and what it adds.
fn absorb(
    kept: &mut Event,
    first: &Known<'_>,
    this: &Known<'_>,
    texts: &FxHashMap<DocumentId, &str>,
    told: &mut Vec<Sketch>,
) {
    let agree = nested(&first.when, &this.when);
    let mut independent = false;
    for evidence in &this.event.evidence {
        let own = sketch(texts, evidence);
        let copied = told.iter().any(|other| is_copy(other, &own));
        independent |= !copied;
        told.push(own);
        let mut evidence = evidence.clone();
        evidence.joined = Some(Box::new(Joined {
            shared: shared(first, this),
            copied,
            disputed: (!agree).then_some(this.when),
        }));
        kept.evidence.push(evidence);
    }
    super::merge::add_missing(kept, this.event);
    if agree && independent {
        // A second source that says the same leaves half of the doubt.
        kept.confidence = (1.0 - (1.0 - kept.confidence) / 2.0).min(0.99);
    }
}
