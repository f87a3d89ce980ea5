//! Whether a sentence without a time goes on with the story: what happened next.

use super::Reading;
use super::clause::ClauseKind;
use super::dated::{any, main_clause};
use super::head::{Head, Strength, head_of};
use super::reading::Word;
use super::subject::subject;
use super::time_clause::{has_time_clause, opens_with_time_clause};
use super::verb_group::Tense;
use super::whom::is_somebody;
use crate::event::Category;
use crate::language::{Tag, WordClass};
use crate::time::TimexType;

/// "Adopted.": minutes can do without a finite verb in a sentence of so many words.
const TERSE: usize = 5;

/// The first clause that can carry a sentence and tells something.
pub(super) fn carrying(text: &Reading<'_>, number: usize, chronicle: bool) -> Option<usize> {
    let clauses = &text.clauses[number];
    let tells = |clause: usize| {
        head_of(&text.sentences[number].words, clauses, clause, None)
            .is_some_and(|head| goes_on(text, number, clause, &head, chronicle))
    };
    let broke_in = main_clause(clauses)
        .and_then(|clause| super::telling::broke_in(text, number, clause))
        .map(|(clause, _)| clause)
        .filter(|&clause| tells(clause));
    if broke_in.is_some() {
        return broke_in;
    }
    let open = (0..clauses.list.len()).find(|&clause| {
        matches!(clauses.list[clause].kind, ClauseKind::Main | ClauseKind::Coordinate)
            && tells(clause)
    });
    let terse = || Some(0).filter(|&clause| text.about.record && tells(clause));
    open.or_else(|| main_clause(clauses)).or_else(terse)
}

/// Whether a main clause tells what happened next: a known kind of event in the past, or what somebody did.
pub(super) fn goes_on(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    head: &Head,
    chronicle: bool,
) -> bool {
    let words = &text.sentences[number].words;
    let Some(group) = text.clauses[number].list[clause].verb else { return false };
    let told = matches!(group.tense, Tense::Past | Tense::Perfect)
        || group.tense == Tense::Present && chronicle
        || text.about.record && group.tense == Tense::Participle && words.len() <= TERSE;
    // "They had three children": at no one time.
    // Nor can "These made it worse" be read alone.
    let who = subject(words, &text.clauses[number], clause);
    let points = matches!(who, &[only] if words[only].is(WordClass::DEMONSTRATIVE));
    let unknown = head.nominal || points || words[group.head].is(WordClass::HAVE);
    // "Neither side won."
    let none = who.first().is_some_and(|&first| words[first].is(WordClass::NEGATION));
    if !told || group.negated || none || unknown {
        return false;
    }
    let generic = || {
        any(words, WordClass::HEARSAY)
            || opens_with_time_clause(text, number) && !is_next(text, number)
            || has_time_clause(text, number, clause)
            || names_its_time(text, number, clause)
            || is_counted(text, number, clause)
            || waits(text, number)
    };
    let verb = &words[group.head];
    let lead =
        group.tense == Tense::Perfect && verb.entry.verb.is_some() && !verb.is(WordClass::STATE);
    let minuted = text.about.record && verb.entry.verb.is_some() && !verb.is(WordClass::STATE);
    let other = WordClass::STATE | WordClass::BE | WordClass::SAYING;
    // "He was sent to the north."
    let acts = || {
        group.tense == Tense::Past
            && head.strength >= Strength::Plain
            && head.category != Category::Statement
            && !verb.is(other | WordClass::FINDING)
            && !text.clauses[number].words(clause).any(|at| words[at].is(WordClass::NEGATION))
            && acted(text, number, clause)
    };
    // "The cup was then renamed."
    let next = || group.tense == Tense::Past && !verb.is(other) && is_next(text, number);
    let known = is_of_known_kind(text, number, clause, head);
    (known || lead || minuted || acts() || next()) && !generic()
}

/// Whether a clause tells of an event of a known kind, or does something by saying it.
pub(super) fn is_of_known_kind(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    head: &Head,
) -> bool {
    let words = &text.sentences[number].words;
    let this = &text.clauses[number].list[clause];
    let Some(verb) = this.verb.map(|group| &words[group.head]) else { return false };
    let inner = this
        .inner
        .iter()
        .any(|inner| verb.is(WordClass::ASPECT) && words[inner.head].entry.verb.is_some());
    let own = verb
        .entry
        .verb
        .is_some_and(|category| !matches!(category, Category::Other | Category::Statement))
        || verb.is(WordClass::LIGHT)
        || inner;
    own && head.strength == Strength::Strong || verb.is(WordClass::PERFORMATIVE)
}

/// Whether a sentence stands in a line that a date labels, or in a section that a heading
/// dates: there the present tells what happened.
pub(super) fn in_chronicle(text: &Reading<'_>, number: usize) -> bool {
    let block = text.sentences[number].block;
    let near = number.saturating_sub(4)..=number;
    let first = near.clone().find(|&at| text.sentences[at].block == block).unwrap_or(number);
    let sentence = &text.sentences[first];
    let starts = first == 0 || text.sentences[first - 1].block != block;
    starts && sentence.words.first().is_some_and(|word| word.timex.is_some())
}

/// "a week after the publication": a clause whose time is counted from what has none here.
fn is_counted(text: &Reading<'_>, number: usize, clause: usize) -> bool {
    let sentence = &text.sentences[number];
    sentence.timexes.clone().any(|timex| {
        let amount = text.timexes[timex].kind == TimexType::Duration;
        let counts = |(first, end): (usize, usize)| {
            let next = sentence.words.get(end);
            text.clauses[number].owner[first] == clause
                && next.is_some_and(|next| super::anchored::sign(next).is_some())
        };
        amount && sentence.words_of_timex(timex).is_some_and(counts)
    })
}

/// "Last year he left", where the year of the text is not known: a sentence with a time of its own that cannot be placed.
fn waits(text: &Reading<'_>, number: usize) -> bool {
    text.sentences[number].timexes.clone().any(|timex| {
        let found = &text.timexes[timex];
        found.interval.is_none()
            && matches!(found.kind, TimexType::Date | TimexType::Time)
            && !found.value.ends_with("_REF")
    })
}

/// "was proven in World War II": a clause that names a great event says when it was told of.
fn names_its_time(text: &Reading<'_>, number: usize, clause: usize) -> bool {
    let words = &text.sentences[number].words;
    let named = |at: usize| {
        let name = words[at..].iter().take(4).take_while(|word| word.is_upper());
        let mut name = name.peekable();
        name.peek().is_some() && name.any(|word| word.entry.noun == Some(Category::Battle))
    };
    text.clauses[number].words(clause).any(|at| {
        let led = words[at].is(WordClass::PLACE_ONLY | WordClass::ANCHOR);
        let behind =
            at + 1 + usize::from(words.get(at + 1).is_some_and(|w| w.is(WordClass::ARTICLE)));
        led && words[at].timex.is_none() && behind < words.len() && named(behind)
    })
}

/// Whether somebody acts in a clause, or is acted on.
fn acted(text: &Reading<'_>, number: usize, clause: usize) -> bool {
    let words = &text.sentences[number].words;
    let who = subject(words, &text.clauses[number], clause);
    let other = WordClass::FIRST_PERSON | WordClass::NEUTER;
    let him = |at: usize| words[at].is_personal() && !words[at].is(other);
    matches!(who, &[only] if him(only))
        || is_somebody(text, number, who)
        || who.iter().any(|&at| words[at].is(WordClass::GROUP | WordClass::ROLE))
}

/// "Orr then drove home", "After leaving the house, Orr": whether a sentence says that it goes on from what was just
/// told.
pub(super) fn is_next(text: &Reading<'_>, number: usize) -> bool {
    let words = &text.sentences[number].words;
    let Some(first) = words.first() else { return false };
    let over = first.is(WordClass::LATER | WordClass::NEXT)
        && words.get(1).is_some_and(|word| word.tag == Tag::Gerund);
    over || says_next(words)
}

/// Whether a word before a verb says that it came next.
fn says_next(words: &[Word<'_>]) -> bool {
    let verb = |word: Option<&Word<'_>>| {
        word.is_some_and(|word| matches!(word.tag, Tag::Past | Tag::Participle))
    };
    words.iter().enumerate().any(|(at, word)| {
        word.is(WordClass::NEXT)
            && word.tag != Tag::Preposition
            && (at == 0 || verb(words.get(at + 1)))
    })
}
