//! "Germany invaded Poland in 1939 and France in 1940": a verb that is said once and happened
//! twice, each time to something else (gapping).

use super::reading::Word;
use super::verb_group::VerbGroup;
use crate::language::{Tag, WordClass};

/// The words of a clause that one of several times of its verb belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// The word behind the verb: what stands before it belongs to every part.
    verb_end: usize,
    first: usize,
    end: usize,
}

impl Part {
    /// Whether a word of the clause belongs to this part.
    pub(super) fn has(&self, at: usize) -> bool {
        at < self.verb_end || self.is_object(at)
    }

    /// Whether a word is of what the verb did here, and not of all its parts.
    pub(super) fn is_object(&self, at: usize) -> bool {
        (self.first..self.end).contains(&at)
    }
}

/// The parts of two times (word ranges) of a clause with these verbs, if what stands between the
/// times goes on with another object: "and France in".
pub(super) fn parts<'g>(
    words: &[Word<'_>],
    verbs: impl Iterator<Item = &'g VerbGroup>,
    first: (usize, usize),
    second: (usize, usize),
) -> Option<(Part, Part)> {
    let verb_end = verbs.map(|verb| verb.end).filter(|&end| end <= first.0).max()?;
    if first.1 >= second.0 {
        return None;
    }
    let between = &words[first.1..second.0];
    let joint = between.iter().position(|word| !word.is_sign(","))?;
    let mut rest = &between[joint + 1..];
    while rest.first().is_some_and(|word| word.tag == Tag::Adverb) {
        rest = &rest[1..];
    }
    let names = rest.iter().any(|word| word.tag.is_nominal() || word.is_upper());
    let plain = rest.iter().all(|word| {
        !word.tag.is_verbal() && !word.is_sign(",") && word.depth == 0 && word.timex.is_none()
    });
    let object = words[verb_end..first.0].iter().any(|word| word.tag.is_nominal());
    let led = rest.last().is_some_and(|word| word.tag == Tag::Preposition);
    let start = second.0 - rest.len();
    (between[joint].is(WordClass::COORDINATOR) && names && plain && object && led).then_some((
        Part { verb_end, first: verb_end, end: first.1 },
        Part { verb_end, first: start, end: second.1 },
    ))
}
