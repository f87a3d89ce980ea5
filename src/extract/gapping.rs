//! "Germany invaded Poland in 1939 and France in 1940": a verb that is said once and happened
//! twice, each time to something else (gapping).

use super::phrase::is_of_phrase;
use super::reading::Word;
use super::verb_group::VerbGroup;
use crate::language::{Tag, WordClass};

/// The words of a clause that one of several times of its verb belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// What stands before this word belongs to every part: the verb, or what it takes too.
    shared_end: usize,
    first: usize,
    end: usize,
    /// The subject (a word range) that this part has alone: "Lund fell in May, and [Narvik] the next day".
    subject: Option<(usize, usize)>,
}

impl Part {
    /// The words before the first of several times that have a noun each.
    pub(super) const fn up_to(end: usize) -> Self {
        Self { shared_end: end, first: end, end, subject: None }
    }

    /// A noun, what hangs on it and its time.
    pub(super) const fn of_noun(first: usize, end: usize) -> Self {
        Self { shared_end: 0, first, end, subject: None }
    }

    /// The words of the subject that this part has alone.
    pub(super) fn own_subject(&self) -> Option<Vec<usize>> {
        self.subject.map(|(first, end)| (first..end).collect())
    }

    /// Whether a word of the clause belongs to this part.
    pub(super) fn has(&self, at: usize) -> bool {
        at < self.shared_end || self.is_object(at)
    }

    /// Whether a word is of what the verb did here, and not of all its parts.
    fn is_object(&self, at: usize) -> bool {
        (self.first..self.end).contains(&at)
    }

    /// Whether a word is of this part and of no other one.
    pub(super) fn is_own(&self, at: usize) -> bool {
        self.is_object(at) || self.subject.is_some_and(|(first, end)| (first..end).contains(&at))
    }
}

/// The parts of two times (word ranges) of a clause with these verbs, if what stands between the
/// times goes on with another object, "and France in", or with another place, ", in Poland in".
/// `before` is the part of the first time where that goes on from one itself.
pub(super) fn parts<'g>(
    words: &[Word<'_>],
    verbs: impl Iterator<Item = &'g VerbGroup>,
    before: Option<Part>,
    first: (usize, usize),
    second: (usize, usize),
) -> Option<(Part, Part)> {
    let verb = verbs.filter(|verb| verb.end <= first.0).max_by_key(|verb| verb.end)?;
    let verb_end = verb.end;
    let between = words.get(first.1..second.0)?;
    let is_joint = |word: &Word<'_>| {
        word.is_sign(",") || word.is(WordClass::COORDINATOR) && word.tag == Tag::Conjunction
    };
    let joints = between.iter().take_while(|word| is_joint(word));
    let coordinated = joints.clone().any(|word| !word.is_sign(","));
    let mut rest = &between[joints.count()..];
    let joined = rest.len() < between.len();
    while rest.first().is_some_and(|word| word.tag == Tag::Adverb) {
        rest = &rest[1..];
    }
    // "and, to the surprise of all, Russia": what is set off says nothing of the object.
    let aside = rest.first().filter(|word| word.tag == Tag::Preposition && word.timex.is_none());
    if aside.is_some()
        && let Some(comma) = rest.iter().rposition(|word| word.is_sign(","))
    {
        rest = &rest[comma + 1..];
    }
    let names = rest.iter().any(|word| word.tag.is_nominal() || word.is_upper());
    let plain = rest.iter().all(|word| {
        !word.tag.is_verbal() && !word.is_sign(",") && word.depth == 0 && word.timex.is_none()
    });
    let beside =
        |word: &Word<'_>| matches!(word.tag, Tag::Preposition | Tag::Particle | Tag::Adverb);
    let name = |word: &Word<'_>| word.tag == Tag::Name && word.is_upper();
    // "Lund came under fire in May, Riga in June": a name goes on from a name, where nobody is acted on.
    let alike = words[..verb.first].last().is_some_and(name)
        && rest.first().is_some_and(name)
        && words[verb_end].tag == Tag::Preposition;
    let nothing = before.is_some_and(|before| before.subject.is_some())
        || alike
        || words[verb_end..first.0].iter().all(beside);
    let phrase = match rest {
        [phrase @ .., last] if last.tag == Tag::Preposition => phrase,
        whole => whole,
    };
    let listed = coordinated || phrase.first().is_some_and(Word::is_upper);
    // "Lund fell in May, Riga in June and Narvik the next day": nothing else can be gone on with than who did so.
    if joined && names && plain && nothing && listed && is_noun_phrase(phrase) {
        let start = second.0 - rest.len();
        let whole = Part::up_to(first.1);
        let own = Some((start, start + phrase.len()));
        let before = before.filter(|before| before.subject.is_some());
        let led = words[..first.0].last().is_some_and(|word| word.tag == Tag::Preposition);
        let shared = before.map_or(first.0 - usize::from(led), |before| before.shared_end);
        let other = Part { subject: own, ..Part::up_to(shared.max(verb_end)) };
        return Some((whole, other));
    }
    let object = words[verb_end..first.0].iter().any(|word| word.tag.is_nominal());
    // "and Chile the next day": a time that is counted needs no preposition.
    let counted = |time: &[Word<'_>]| time.iter().all(|word| word.tag != Tag::Name);
    let led = rest.last().is_some_and(|word| word.tag == Tag::Preposition)
        || coordinated && rest.iter().all(is_of_phrase) && counted(&words[second.0..second.1]);
    if !(joined && names && plain && object && led) {
        return None;
    }
    let opener = rest.first().filter(|word| word.tag == Tag::Preposition);
    let shared_end = match (opener, before) {
        // "served as speaker from 1835 to 1839 and governor from": what leads the one leads the other.
        (None, _) if coordinated => {
            let led = words[verb_end].tag == Tag::Preposition && words[verb_end].timex.is_none();
            verb_end + usize::from(led)
        }
        (None, _) => return None,
        (Some(_), Some(before)) => before.shared_end,
        (Some(opener), None) => (verb_end..first.0)
            .rfind(|&at| words[at].id == opener.id && words[at + 1].timex.is_none())?,
    };
    let start = second.0 - rest.len();
    Some((
        Part { shared_end, first: shared_end, end: first.1, subject: None },
        Part { shared_end, first: start, end: second.1, subject: None },
    ))
}

/// Whether words are a noun with what stands before it, and no more.
fn is_noun_phrase(phrase: &[Word<'_>]) -> bool {
    let last = phrase.last();
    last.is_some_and(|last| last.tag.is_nominal()) && phrase.iter().all(is_of_phrase)
}

/// The parts of two times of a clause that are listed, "visited Norway in 1947, 1951 and 1967": it
/// happened as often, and every word belongs to each.
pub(super) fn listed(
    words: &[Word<'_>],
    verb: usize,
    first: (usize, usize),
    second: (usize, usize),
) -> Option<(Part, Part)> {
    let between = words.get(first.1..second.0)?;
    let joins = |word: &Word<'_>| {
        word.is_sign(",")
            || word.tag == Tag::Preposition
            || word.is(WordClass::COORDINATOR) && word.tag == Tag::Conjunction
    };
    let opens = between.first().is_some_and(|word| word.tag != Tag::Preposition);
    // "In 1947 and in 1951 he went": before the verb only what has one preposition.
    let listed = opens && (verb < first.0 || between.iter().all(|w| w.tag != Tag::Preposition));
    let whole = Part::up_to(words.len());
    (listed && between.iter().all(joins)).then_some((whole, whole))
}

/// The parts of two times of a clause where the second says that it happened once more, "was
/// arrested in London in 1910 during a riot, and again in 1912": what stands before the first time
/// belongs to both.
pub(super) fn again(
    words: &[Word<'_>],
    first: (usize, usize),
    second: (usize, usize),
) -> Option<(Part, Part)> {
    let joint = (first.1..second.0)
        .rfind(|&at| words[at].is(WordClass::COORDINATOR) && words[at].tag == Tag::Conjunction)?;
    let says_again = joint + 1 < second.0
        && words[joint + 1..second.0]
            .iter()
            .all(|word| matches!(word.tag, Tag::Adverb | Tag::Preposition) || word.timex.is_some());
    let plain = words[first.1..joint].iter().all(|word| !word.tag.is_verbal());
    // "In 1592 and again in 1597, Norway invaded": behind both stands what happened twice.
    if says_again && plain && words[..first.0].iter().all(|word| word.tag == Tag::Preposition) {
        let comma = words.get(second.1).is_some_and(|word| word.is_sign(","));
        let from = second.1 + usize::from(comma);
        let whole = Part { shared_end: 0, first: from, end: words.len(), subject: None };
        return Some((whole, whole));
    }
    let shared_end = words[..first.0]
        .iter()
        .rposition(|word| word.tag != Tag::Preposition)
        .map_or(first.0, |at| at + 1);
    (says_again && plain).then_some((
        Part { shared_end, first: shared_end, end: joint, subject: None },
        Part { shared_end, first: joint + 1, end: second.1, subject: None },
    ))
}
