//! Mentions of the same event become one event that keeps every source.

use super::assemble::Mentioned;
use super::{Candidate, Reading};
use crate::event::{
    Category, Certainty, Event, Evidence, Joined, ParticipantKind, Reference, Shared, When,
};
use crate::language::WordClass;
use crate::time::{Granularity, Interval, Moment};

/// How many events back a mention is looked for: a document that comes back to an event after
/// more than these tells it anew, and the time grows with the length of the document alone.
const REACH: usize = 300;

/// Merges the mentions of one document, in text order.
pub(super) fn within_document(mentions: Vec<Mentioned>) -> Vec<Event> {
    let mut kept: Vec<Mentioned> = Vec::with_capacity(mentions.len());
    // Between when and when each of those was, once: nearly all are told apart by that.
    let mut times: Vec<Bounds> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let from = kept.len().saturating_sub(REACH);
        let time = once(&mention);
        let known = life_known(&kept, &mention).or_else(|| {
            time.and_then(|time| {
                let own = Bounds::of(Some(time));
                let mut near = kept[from..].iter().zip(&times[from..]);
                let same = near.position(|(other, bounds)| {
                    bounds.is_nested(own)
                        && once(other).is_some_and(|when| is_same((other, when), (&mention, time)))
                });
                same.map(|at| from + at)
            })
        });
        if let Some(at) = known {
            absorb(&mut kept[at].event, mention.event);
            times[at] = Bounds::of(once(&kept[at]));
        } else {
            kept.push(mention);
            times.push(Bounds::of(time));
        }
    }
    kept.into_iter().map(|mention| mention.event).collect()
}

/// The ends of a time, which tell most from each other.
#[derive(Clone, Copy)]
struct Bounds {
    start: Moment,
    end: Moment,
}

impl Bounds {
    /// What lies in no time, and no time in it.
    const NEVER: Self =
        Self { start: Moment::from_seconds(i64::MAX), end: Moment::from_seconds(i64::MAX) };

    fn of(time: Option<Interval>) -> Self {
        time.map_or(Self::NEVER, |time| Self {
            start: time.earliest_start(),
            end: time.latest_end(),
        })
    }

    /// Whether one of the two lies inside the other.
    fn is_nested(self, other: Self) -> bool {
        let holds = |a: Self, b: Self| a.start <= b.start && b.end <= a.end;
        holds(self, other) || holds(other, self)
    }
}

/// The birth or death of the same person, where the one or the other has no time, or only one
/// that it took over from what is told beside it: nobody is born or dies twice.
fn life_known(kept: &[Mentioned], mention: &Mentioned) -> Option<usize> {
    let event = &mention.event;
    if !matches!(event.category, Category::Birth | Category::Death) {
        return None;
    }
    let dated = |event: &Event| {
        event.when.interval().is_some() && event.derivation.certainty != Certainty::Inferred
    };
    let own = leading_name(&event.title);
    let completed = event.derivation.reference != Reference::Calendar;
    kept.iter().position(|other| {
        let other = &other.event;
        other.category == event.category
            && (dated(other) != dated(event) || completed && states_life(other))
            && other.factuality == event.factuality
            && is_same_name(leading_name(&other.title), own)
    })
}

/// "Orr (3 May 1830 - 4 June 1908)": whether an event is the end of a life as stated in brackets, which says
/// more surely when it was than "died on 4 June" does.
fn states_life(event: &Event) -> bool {
    event.title.ends_with(')')
        && matches!(event.category, Category::Birth | Category::Death)
        && event.when.interval().is_some_and(|when| when.granularity() >= Granularity::Day)
}

/// When an event was that has a time and does not come again.
fn once(mention: &Mentioned) -> Option<Interval> {
    let recurs = matches!(mention.event.when, When::Recurring { .. });
    mention.event.when.interval().filter(|_| !recurs)
}

/// So many words of two titles are the same where what they tell is, whatever kinds it was read as.
const RETOLD: usize = 4;

/// Whether two mentions with their times, one of which lies in the other, are of one event.
fn is_same((a, first): (&Mentioned, Interval), (b, second): (&Mentioned, Interval)) -> bool {
    if a.event.factuality != b.event.factuality {
        return false;
    }
    let unique = matches!(a.event.category, Category::Birth | Category::Death);
    if unique && a.event.category == b.event.category {
        // "Orr died in May, and his wife in June": one clause tells of both.
        if a.event.evidence[0].quote == b.event.evidence[0].quote && first != second {
            return false;
        }
        return shares_person(&a.event, &b.event) || first != second;
    }
    // "signed a government decree", told again as a law and as an agreement.
    let retold = || {
        let same = a.lemma != 0 && a.lemma == b.lemma && first == second;
        same && shared_words(&a.event.title, &b.event.title) >= RETOLD
    };
    if a.event.evidence[0].sentence == b.event.evidence[0].sentence
        || !akin(a.event.category, b.event.category) && !retold()
    {
        return false;
    }
    // "A quake struck on Friday. The quake struck at 11:47": the moment of that day.
    let moment = b.event.category == a.event.category
        && length(&first) <= Granularity::Day.mean_seconds()
        && first.contains(&second);
    if b.points_back
        && a.event.category != Category::Other
        && (similar(&first, &second) || moment)
        && akin(a.event.category, b.event.category)
    {
        return true;
    }
    let lemma = a.lemma != 0 && a.lemma == b.lemma;
    let place = b
        .event
        .places
        .iter()
        .any(|place| a.event.places.iter().any(|other| other.name == place.name));
    if !similar(&first, &second) || !(b.points_back || lemma || place) {
        return false;
    }
    let (title, other) = (&*a.event.title, &*b.event.title);
    // Found out only where it decides: in a long text very many pairs come this far.
    let words = || shared_words(title, other);
    let nowhere = || a.event.places.is_empty();
    if bodies_differ(&a.event, &b.event) {
        return false;
    }
    b.points_back && (place || words() >= 1)
        || lemma && (place || nowhere()) && words() >= 2 && !names_differ(title, other)
        || first == second && title.eq_ignore_ascii_case(other) && words() >= 2
        || place && is_told_alike(&a.event, &b.event)
}

/// Whether the titles of two events share so many words that they say the same of what happened.
fn is_told_alike(a: &Event, b: &Event) -> bool {
    let words = shared_words(&a.title, &b.title);
    words >= 3 && words > 1 + shared_names(a, b) && common_words(&a.title, &b.title) >= 2
}

/// "Orr bought Lund Motors", "Orr bought Bern Press": whether behind the verb of either title stands a
/// name, and none that both have.
fn names_differ(a: &str, b: &str) -> bool {
    fn names(title: &str) -> impl Iterator<Item = &str> {
        let small = |word: &&str| !word.starts_with(char::is_lowercase);
        let behind = title.split(' ').skip_while(small);
        behind.filter(|word| word.starts_with(char::is_uppercase))
    }
    let both = names(a).next().is_some() && names(b).next().is_some();
    both && !names(a).any(|name| names(b).any(|other| name == other))
}

/// "The Supreme Court ruled", "The High Court ruled": whether the titles of two events open with the names
/// of two bodies.
fn bodies_differ(a: &Event, b: &Event) -> bool {
    fn body(event: &Event) -> Option<&str> {
        let bare = event.title.split_once(' ').map_or("", |(_, rest)| rest);
        let mut bodies =
            event.participants.iter().filter(|who| who.kind == ParticipantKind::Organisation);
        let opens = |name: &str| event.title.starts_with(name) || bare.starts_with(name);
        bodies.find(|who| opens(&who.name)).map(|who| &*who.name)
    }
    body(a).zip(body(b)).is_some_and(|(a, b)| !a.contains(b) && !b.contains(a))
}

/// How many of the words that two titles share are written small in either: they say what happened,
/// not who or where.
fn common_words(a: &str, b: &str) -> usize {
    let others: Vec<&str> = long_words(b).collect();
    let small = |word: &str| word.starts_with(char::is_lowercase);
    long_words(a)
        .filter(|word| {
            others.iter().any(|other| is_same_word(word, other) && (small(word) || small(other)))
        })
        .count()
}

/// "began on 3 May and ended on 9 May": start and end of one event make one mention of it.
pub(super) fn join_ends(candidates: &mut Vec<Candidate>, text: &Reading<'_>) {
    let ends = |candidate: &Candidate, class| {
        let clause = &text.clauses[candidate.sentence].list[candidate.clause];
        let words = &text.sentences[candidate.sentence].words;
        clause.verb.iter().chain(&clause.inner).any(|verb| words[verb.head].is(class))
    };
    let plans = |candidate: &Candidate| {
        let verb = text.clauses[candidate.sentence].list[candidate.clause].verb;
        let words = &text.sentences[candidate.sentence].words;
        verb.is_some_and(|verb| words[verb.head].is(WordClass::PLAN))
    };
    let mut at = 1;
    while at < candidates.len() {
        let (first, second) = (&candidates[at - 1], &candidates[at]);
        let joined = first.sentence == second.sentence
            && !first.time.recurs
            && !second.time.recurs
            && text.clauses[second.sentence].list[second.clause].parent == Some(first.clause)
            && ends(first, WordClass::START)
            && ends(second, WordClass::FINISH)
            // "and expected to finish by the end of May" is still to come.
            && !plans(second);
        match (joined, first.time.interval, second.time.interval) {
            (true, Some(from), Some(to)) => {
                candidates[at - 1].time.interval = Some(Interval::span(from, to));
                candidates.remove(at);
            }
            _ => at += 1,
        }
    }
}

/// Whether the longer of two times is not so long that much else happens in it.
pub(super) fn similar(a: &Interval, b: &Interval) -> bool {
    let (short, long) = (length(a).min(length(b)), length(a).max(length(b)));
    long <= short.max(1) * 8
}

/// How many seconds a time takes at the most.
fn length(interval: &Interval) -> i64 {
    interval.latest_end() - interval.earliest_start()
}

fn shares_person(a: &Event, b: &Event) -> bool {
    let nobody = |event| people(event).next().is_none();
    nobody(a) || nobody(b) || people(a).any(|name| people(b).any(|other| is_same_name(name, other)))
}

fn people(event: &Event) -> impl Iterator<Item = &str> {
    let people = event.participants.iter().filter(|p| p.kind == ParticipantKind::Person);
    people.map(|person| person.name.as_ref())
}

/// The capitalised words that a title starts with.
fn leading_name(title: &str) -> &str {
    let end = title.split_inclusive(' ').take_while(|word| word.starts_with(char::is_uppercase));
    title[..end.map(str::len).sum()].trim_end()
}

/// "Ann Mary Orr" is Ann Orr, and Orr.
fn is_same_name(a: &str, b: &str) -> bool {
    fn ends(name: &str) -> (&str, &str) {
        (name.split(' ').next().unwrap_or(name), name.rsplit(' ').next().unwrap_or(name))
    }
    let ((first, last), (other_first, other_last)) = (ends(a), ends(b));
    let single = first == last || other_first == other_last;
    !last.is_empty() && last == other_last && (single || first == other_first)
}

/// Kinds of events that one event can be told as.
pub(super) fn akin(a: Category, b: Category) -> bool {
    let group = |category| match category {
        Category::Battle | Category::Attack | Category::Military => 1,
        Category::Meeting | Category::Agreement | Category::Ceremony => 2,
        Category::Disaster | Category::Accident => 3,
        Category::Legal | Category::Crime => 4,
        Category::Life | Category::Appointment | Category::Travel => 5,
        other => 10 + other as u32,
    };
    group(a) == group(b) || a == Category::Other || b == Category::Other
}

/// How many words of some length two titles share.
fn shared_words(a: &str, b: &str) -> usize {
    let others: Vec<&str> = long_words(b).collect();
    long_words(a).filter(|word| others.iter().any(|other| is_same_word(word, other))).count()
}

fn long_words(title: &str) -> impl Iterator<Item = &str> {
    let words = title.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.len() > 3 && word.chars().nth(3).is_some())
}

/// Whether two words differ in nothing but the case of their letters.
fn is_same_word(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
        || !(a.is_ascii() && b.is_ascii()) && a.to_lowercase() == b.to_lowercase()
}

/// How many of the words that two titles share belong to the names of places and participants:
/// "North Korea" and "South Korea" say who, not what.
fn shared_names(a: &Event, b: &Event) -> usize {
    let names = |event: &Event| {
        let places = event.places.iter().map(|place| &place.name);
        places
            .chain(event.participants.iter().map(|participant| &participant.name))
            .fold(String::new(), |all, name| all + " " + name)
    };
    shared_words(&a.title, &names(a)).min(shared_words(&b.title, &names(b)))
}

/// Takes a second mention in: the finer time, what it adds, its evidence.
fn absorb(event: &mut Event, other: Event) {
    let finer = match (event.when.interval(), other.when.interval()) {
        (None, Some(_)) => true,
        // Of two times of one birth or death the one that the text gives.
        (Some(a), Some(b)) if !nested(&a, &b) => {
            other.derivation.certainty != Certainty::Inferred && !states_life(event)
        }
        (Some(a), Some(b)) => a.contains(&b) && a != b && b.granularity() <= Granularity::Day,
        _ => false,
    };
    if finer {
        event.when = other.when.clone();
        event.derivation = other.derivation.clone();
    }
    let shared = Shared::default()
        .with(Shared::PLACE, any_in(&event.places, &other.places, |a, b| a.name == b.name))
        .with(
            Shared::PARTICIPANT,
            any_in(&event.participants, &other.participants, |a, b| a.name == b.name),
        )
        .with(Shared::WORDS, shared_words(&event.title, &other.title) > 0);
    add_missing(event, &other);
    let joined = Joined { shared, copied: false, disputed: None };
    let mention = |evidence| Evidence { joined: Some(Box::new(joined)), ..evidence };
    event.evidence.extend(other.evidence.into_iter().map(mention));
    event.confidence = event.confidence.max(other.confidence);
}

fn any_in<T>(a: &[T], b: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    a.iter().any(|one| b.iter().any(|other| same(one, other)))
}

/// Adds what another mention knows of an event and it does not: places, participants, facts, who
/// says so.
pub(super) fn add_missing(event: &mut Event, other: &Event) {
    for fact in &other.facts {
        if !event.facts.iter().any(|known| known.kind == fact.kind) {
            event.facts.push(fact.clone());
        }
    }
    if event.said_by.is_none() {
        event.said_by.clone_from(&other.said_by);
    }
    for place in &other.places {
        if !event.places.iter().any(|known| known.name == place.name) {
            event.places.push(place.clone());
        }
    }
    for participant in &other.participants {
        if !event.participants.iter().any(|known| known.name == participant.name) {
            event.participants.push(participant.clone());
        }
    }
}

/// Whether two times can be those of one event: equal, or one inside the other.
pub(super) fn nested(a: &Interval, b: &Interval) -> bool {
    a.contains(b) || b.contains(a)
}
