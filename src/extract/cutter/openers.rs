//! What stands where a clause may open.

use super::Cutter;
use crate::extract::verb_group::VerbGroup;
use crate::language::{Tag, WordClass};

impl Cutter<'_, '_> {
    /// "said here on Friday that": between a verb of saying and what was said there is only when
    /// and where.
    pub(super) fn says_behind(&self, at: usize, previous: Option<&VerbGroup>) -> bool {
        let Some(verb) = previous else { return false };
        let opens = self.words[at].is(WordClass::COMPLEMENTISER)
            && self.words[at].tag != Tag::Determiner
            && self.words[verb.head].is(WordClass::SAYING)
            && verb.end < at;
        let mut led = false;
        opens
            && self.words[verb.end..at].iter().all(|word| {
                led |= word.is(WordClass::PLACE_ONLY) && word.timex.is_none();
                word.timex.is_some()
                    || matches!(word.tag, Tag::Adverb | Tag::Preposition)
                    || word.is_sign(",") && word.timex.is_some()
                    || led && (word.is_upper() || word.tag == Tag::Determiner)
            })
    }

    /// Where articles are relative pronouns too, only a comma before one tells.
    pub(super) fn can_relate(&self, at: usize) -> bool {
        let comma = |at: Option<usize>| at.is_some_and(|at| self.words[at].is_sign(","));
        !self.syntax.verb_second
            || comma(at.checked_sub(1))
            || self.words[at - 1].tag == Tag::Preposition && comma(at.checked_sub(2))
    }

    /// "in which" opens with its preposition, and an opener takes the comma before it along.
    pub(super) fn with_preposition(&self, at: usize) -> usize {
        match at.checked_sub(1) {
            Some(before)
                if self.words[before].tag == Tag::Preposition
                    && self.words[at].is(WordClass::RELATIVE) =>
            {
                before
            }
            _ => at,
        }
    }

    /// Whether a noun or a pronoun stands between: something that can be a subject.
    pub(super) fn has_subject(&self, from: usize, to: usize) -> bool {
        self.words.get(from..to).unwrap_or_default().iter().any(|word| {
            word.timex.is_none()
                && word.depth == 0
                && (word.tag.is_nominal()
                    || matches!(word.tag, Tag::Pronoun | Tag::Existential | Tag::Number)
                    || word.is(WordClass::DEMONSTRATIVE) && word.tag == Tag::Determiner)
        })
    }
}
