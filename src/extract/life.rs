//! "Marie Curie (7 November 1867 – 4 July 1934) was ...": birth and death behind a name or below it.

use rustc_hash::FxHashSet;

use super::head::{Head, Strength};
use super::names::{NameKind, behind_honours, text_of};
use super::reading::Word;
use super::{Candidate, Reading, Time};
use crate::event::{Category, Certainty, Link};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;
use crate::time::{Granularity, Interval};

/// So many words from where a bracket opens on its times count.
const LONGEST: usize = 24;
/// A life is at least and at most so many years long.
const YEARS: std::ops::RangeInclusive<i64> = 8..=122;

/// Few hold an office for so many years.
const LONG_LIFE: i64 = 30;

/// Adds the births and deaths that stand in brackets behind the name of a person, or on a line below it.
pub(super) fn add(text: &Reading<'_>, out: &mut Vec<Candidate>) {
    // What the text tells of a birth or a death says more than a line of two days.
    let key = |category, interval: Interval| (category, interval.earliest_start());
    let unique = |told: &Candidate| {
        let category = told.head.category;
        let life = matches!(category, Category::Birth | Category::Death);
        told.time.interval.filter(|_| life).map(|interval| key(category, interval))
    };
    let told: FxHashSet<_> = out.iter().filter_map(unique).collect();
    for number in 0..text.sentences.len() {
        for bearer in bearers(text, number) {
            let turns = turns(text, number, &bearer);
            out.extend(turns.into_iter().map(|turn| candidate(text, number, &bearer, turn)));
        }
        if let Some((name, bearer)) = below_name(text, number) {
            let turns = turns(text, name, &bearer).into_iter();
            let new = turns.filter(|turn| !told.contains(&key(turn.0, turn.1)));
            out.extend(new.map(|turn| candidate(text, name, &bearer, turn)));
        }
    }
}

/// The birth or the death of a bearer, as a candidate.
fn candidate(
    text: &Reading<'_>,
    sentence: usize,
    bearer: &Bearer,
    (category, interval, timex): (Category, Interval, usize),
) -> Candidate {
    let head = Head { word: bearer.last, nominal: true, category, strength: Strength::Strong };
    let time = Time {
        timex: Some(timex),
        interval: Some(interval),
        link: Link::SameClause,
        certainty: Certainty::Exact,
        recurs: false,
        missing: None,
        part: None,
        counted: None,
    };
    Candidate { sentence, clause: text.clauses[sentence].owner[bearer.last], head, time }
}

/// "Ida Orr", and below it nothing but "18 August 1937 - 30 December 2013": the sentence of the name
/// above a line of two days, and its bearer.
fn below_name(text: &Reading<'_>, number: usize) -> Option<(usize, Bearer)> {
    const LONGEST: usize = 5;
    let line = &text.sentences[number];
    let before = number.checked_sub(1).filter(|_| line.only_times && !line.timexes.is_empty())?;
    let words = &text.sentences[before].words;
    let telling = WordClass::ORGANISATION | WordClass::GROUP | WordClass::SITE | WordClass::REGION;
    let named = |word: &Word<'_>| {
        let part = word.is_upper() || word.is(WordClass::NAME_PARTICLE) || word.is_sign(".");
        let other = word.is(telling) || word.entry.noun.is_some() || word.entry.country.is_some();
        part && !other && word.timex.is_none()
    };
    let days = line.timexes.clone().all(|timex| {
        let day = |interval: Interval| interval.granularity() >= Granularity::Day;
        text.timexes[timex].interval.is_some_and(day)
    });
    let is_name = (2..=LONGEST).contains(&words.len()) && words.iter().all(named);
    let timexes: Vec<usize> = line.timexes.clone().collect();
    let last = words.len().checked_sub(1).filter(|_| is_name && days && timexes.len() <= 2)?;
    Some((before, Bearer { last, timexes, office: false, opens: true, tenure: false }))
}

/// The name whose birth or death a candidate is: "Berg, Anna (1880 - 1950)" is Anna Berg.
pub(super) fn name(text: &Reading<'_>, candidate: &Candidate) -> String {
    let (number, last) = (candidate.sentence, candidate.head.word);
    let mut mentions = text.names.mentions[number].iter();
    let sentence = &text.sentences[number];
    let whole = || text_of(sentence, 0, sentence.words.len());
    let Some(mention) = mentions.find(|mention| mention.end == last + 1) else {
        return whole();
    };
    // A line that is a name, as far as its first word does not look like one.
    if last + 1 == sentence.words.len() && mention.first > 0 {
        return whole();
    }
    match behind_name(&sentence.words, mention.end) {
        Some(Behind { given: Some((first, end)), .. }) => {
            let family = text_of(sentence, mention.first, mention.end);
            format!("{} {family}", text_of(sentence, first, end))
        }
        _ => text.names.list[mention.name].text.clone(),
    }
}

/// A name and the times in the bracket behind it.
struct Bearer {
    /// The last word of the name.
    last: usize,
    timexes: Vec<usize>,
    /// Whether an office that the person held stands before the bracket.
    office: bool,
    /// Whether the text tells of this person from the start of the sentence on.
    opens: bool,
    /// Whether the bracket says that these are the years of what the person did: "(reigned 1154-1189)".
    tenure: bool,
}

/// What stands behind a name up to its bracket.
pub(super) struct Behind {
    open: usize,
    /// The given names, where they stand behind the family's.
    pub(super) given: Option<(usize, usize)>,
}

/// Where the bracket behind a name opens: right there, behind the letters of honours, behind what
/// the person was, or behind given names.
pub(super) fn behind_name(words: &[Word<'_>], end: usize) -> Option<Behind> {
    const FARTHEST: usize = 10;
    let end = behind_honours(words, end);
    let next = words.get(end)?;
    if next.is_sign("(") {
        return Some(Behind { open: last_bracket(words, end), given: None });
    }
    if !next.is_sign(",") {
        return None;
    }
    let open = (end + 1..words.len().min(end + FARTHEST)).find(|&at| words[at].is_sign("("))?;
    let between = &words[end + 1..open];
    let plain = |word: &Word<'_>| !word.tag.is_verbal() && word.timex.is_none();
    // "LUND, Sweden (16 September 2022)" opens a report.
    let given_name = |word: &Word<'_>| {
        word.is_upper() && word.entry.country.is_none() && !word.is(WordClass::NAME_SUFFIX)
    };
    let given = (1..=3).contains(&between.len()) && between.iter().all(given_name);
    between.iter().all(plain).then_some(Behind { open, given: given.then_some((end + 1, open)) })
}

/// "Orr, Ida (1880 - 1950)": the given names behind that of a family which opens a sentence, before a bracket that
/// opens with a time.
pub(super) fn turned(words: &[Word<'_>], first: usize, end: usize) -> Option<(usize, usize)> {
    if first > 0 {
        return None;
    }
    let (from, open) = behind_name(words, end)?.given?;
    words.get(open + 1).is_some_and(|word| word.timex.is_some()).then_some((from, open))
}

/// "Olaf Orr (Олаф Орр) (1820–1890)": where the second of two brackets opens that stand side by side, if the
/// first one, which opens at a word, holds no time.
fn last_bracket(words: &[Word<'_>], open: usize) -> usize {
    let close = words[open..].iter().position(|word| word.is_sign(")")).map(|at| open + at);
    let next = close.map(|close| close + 1).filter(|&next| {
        words.get(next).is_some_and(|word| word.is_sign("("))
            && words[open..next].iter().all(|word| word.timex.is_none())
    });
    next.unwrap_or(open)
}

/// One of the times in a bracket behind a name, and the words around it that are its: up to a dash, a semicolon or
/// another time. Those between two times are the first one's.
pub(super) fn words_of(text: &Reading<'_>, number: usize, timex: usize) -> Vec<usize> {
    let sentence = &text.sentences[number];
    let Some((first, end)) = sentence.words_of_timex(timex) else { return Vec::new() };
    if sentence.words[first].depth == 0 {
        return Vec::new();
    }
    let parts = |word: &Word<'_>| {
        let mark = word.is(WordClass::DASH) && word.kind == TokenKind::Sign;
        mark || matches!(word.text, ";" | "(" | ")")
    };
    let own = |at: &usize| {
        let word = &sentence.words[*at];
        word.depth > 0 && word.timex.is_none() && !parts(word)
    };
    let from = (0..first).rev().take_while(own).last().unwrap_or(first);
    let opens = from.checked_sub(1).is_none_or(|at| sentence.words[at].timex.is_none());
    let to = end + (end..sentence.words.len()).take_while(own).count();
    (if opens { from } else { first }..to).collect()
}

/// The birth and the death that the times in a bracket behind a name are.
fn turns(text: &Reading<'_>, number: usize, bearer: &Bearer) -> Vec<(Category, Interval, usize)> {
    let timexes = &bearer.timexes;
    if bearer.opens
        && let Some((birth, death)) = bearer.ends(text, number)
    {
        let last = timexes[timexes.len() - 1];
        return vec![(Category::Birth, birth, timexes[0]), (Category::Death, death, last)];
    }
    let sentence = &text.sentences[number];
    timexes
        .iter()
        .filter_map(|&timex| {
            let (first, _) = sentence.words_of_timex(timex)?;
            let inside = (0..first).rev().take_while(|&at| sentence.words[at].depth > 0);
            let category = inside.take(3).find_map(|at| said_to_be(&sentence.words[at]))?;
            Some((category, text.timexes[timex].interval?, timex))
        })
        .collect()
}

/// So many words into a bracket it says whether somebody was born.
const BORN: usize = 3;

/// What a word in a bracket says of the time behind it: "born", "†".
fn said_to_be(word: &Word<'_>) -> Option<Category> {
    match word.text {
        "*" => Some(Category::Birth),
        "†" => Some(Category::Death),
        _ => word.entry.verb.filter(|verb| matches!(verb, Category::Birth | Category::Death)),
    }
}

/// Whether a time is the birth or the death behind a name.
pub(super) fn is_life(text: &Reading<'_>, number: usize, timex: usize) -> bool {
    bearers(text, number).any(|bearer| {
        bearer.timexes.contains(&timex)
            && (!turns(text, number, &bearer).is_empty() || bearer.ends(text, number).is_some())
    })
}

/// The names of a sentence with the times in the brackets that follow them.
fn bearers<'r>(text: &'r Reading<'_>, number: usize) -> impl Iterator<Item = Bearer> + 'r {
    let sentence = &text.sentences[number];
    let bracketed = sentence.timexes.clone().any(|timex| {
        sentence.words_of_timex(timex).is_some_and(|(first, _)| sentence.words[first].depth > 0)
    });
    let mentions = &text.names.mentions[number][..];
    let mentions = if bracketed { mentions } else { &[] };
    mentions.iter().enumerate().filter_map(move |(at, mention)| {
        let kind = text.names.list[mention.name].kind;
        let opens = at == 0 && mention.first <= 1;
        let open = behind_name(&sentence.words, mention.end)?.open;
        // "First Punic War (264 to 241 BC)" was nobody.
        let event = sentence.words[mention.end - 1].entry.noun.is_some();
        // "Lund (1951-1999) was sold": a single name that nothing calls a person's.
        let may_be = kind == NameKind::Unknown
            && (mention.end > mention.first + 1
                || tells_of_somebody(text, number)
                || is_role(&sentence.words[open..]));
        // "Ole \"Ol\" Orr (born 13 March 1963)"
        let inside_bracket =
            sentence.words[open..].iter().skip(1).take_while(|word| word.depth > 0);
        let born = kind == NameKind::Unknown
            && inside_bracket.take(BORN).any(|word| said_to_be(word) == Some(Category::Birth));
        let person = !event && (kind == NameKind::Person || born || opens && may_be);
        let inside = |timex: &usize| {
            sentence.words_of_timex(*timex).is_some_and(|(first, end)| {
                first > open
                    && sentence.words[open + 1..end].iter().all(|word| word.depth > 0)
                    && first < open + LONGEST
            })
        };
        let timexes: Vec<usize> = sentence.timexes.clone().filter(inside).collect();
        // "Orr, prime minister of Norway (1948-1958)"
        let between = sentence.words.get(mention.end..open).unwrap_or_default();
        let role = between.iter().position(|word| word.is(WordClass::ROLE));
        let office = role
            .is_some_and(|role| between[role..].iter().any(|word| word.is(WordClass::NAME_LINK)));
        let last = mention.end - 1;
        let led = sentence.words[open + 1..].iter().take_while(|word| word.timex.is_none());
        let tenure = led.into_iter().any(|word| word.is(WordClass::TENURE));
        (person && !timexes.is_empty()).then_some(Bearer { last, timexes, office, opens, tenure })
    })
}

/// "(1830 - 1898) was a Norwegian painter": whether the words behind a bracket, which opens at the first one, say what
/// somebody was.
fn is_role(words: &[Word<'_>]) -> bool {
    const REACH: usize = 6;
    let mut behind =
        words.iter().skip_while(|word| word.depth > 0 || word.is_sign("(") || word.is_sign(")"));
    behind.next().is_some_and(|word| word.is(WordClass::BE))
        && behind
            .take(REACH)
            .take_while(|word| word.kind != TokenKind::Sign && word.tag != Tag::Preposition)
            .any(|word| word.is(WordClass::ROLE) && !word.is(WordClass::GROUP))
}

/// Whether somebody is spoken of in a sentence or the next one: "he", "her".
fn tells_of_somebody(text: &Reading<'_>, number: usize) -> bool {
    let near = text.sentences[number..].iter().take(2);
    near.flat_map(|sentence| &sentence.words)
        .any(|word| word.is(WordClass::MASCULINE | WordClass::FEMININE))
}

impl Bearer {
    /// Birth and death, from one range or from two dates: not the years of an office, nor where the
    /// sentence says when the person was born.
    fn ends(&self, text: &Reading<'_>, number: usize) -> Option<(Interval, Interval)> {
        if self.tenure {
            return None;
        }
        let whole = match self.timexes[..] {
            [only] => text.timexes[only].interval.filter(|interval| !interval.is_single())?,
            [first, .., last] => {
                Interval::span(text.timexes[first].interval?, text.timexes[last].interval?)
            }
            [] => return None,
        };
        let unit = |from, to| Interval::within(from, to, whole.granularity());
        let years =
            (whole.latest_end() - whole.earliest_start()) / Granularity::Year.mean_seconds();
        let words = &text.sentences[number].words;
        let born = || words.iter().any(|w| w.depth == 0 && w.entry.verb == Some(Category::Birth));
        let long = YEARS.contains(&years) && !(self.office && (years < LONG_LIFE || born()));
        long.then(|| {
            (
                unit(whole.earliest_start(), whole.latest_start()),
                unit(whole.earliest_end(), whole.latest_end()),
            )
        })
    }
}
