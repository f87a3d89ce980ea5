//! Verbs with their auxiliaries.

use smallvec::SmallVec;

use super::reading::Word;
use super::seek::first_from;
use crate::language::{Tag, WordClass};

/// A verb with its auxiliaries: "had been destroyed", "will meet", "to write", "killing".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct VerbGroup {
    /// Its first word.
    pub(super) first: usize,
    /// Its main verb.
    pub(super) head: usize,
    /// The word behind its last.
    pub(super) end: usize,
    pub(super) tense: Tense,
    pub(super) passive: bool,
    pub(super) negated: bool,
}

/// The tense and mood of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    PastProgressive,
    Pluperfect,
    Perfect,
    Present,
    Progressive,
    Future,
    Would,
    Possible,
    Infinitive,
    Gerund,
    Participle,
    Base,
}

impl Tense {
    pub(super) const fn is_finite(self) -> bool {
        !matches!(self, Self::Infinitive | Self::Gerund | Self::Participle | Self::Base)
    }

    /// Whether it tells what has happened.
    pub(super) const fn is_past(self) -> bool {
        matches!(self, Self::Past | Self::PastProgressive | Self::Pluperfect | Self::Perfect)
    }
}

impl VerbGroup {
    pub(super) const fn is_finite(&self) -> bool {
        self.tense.is_finite()
    }
}

/// Verb groups of a sentence; most have no more than so many.
pub(super) type VerbGroups = SmallVec<[VerbGroup; 6]>;

/// The verb groups of a sentence, from left to right.
pub(super) fn verb_groups(words: &[Word<'_>]) -> VerbGroups {
    let mut out = VerbGroups::new();
    let mut next = 0;
    while let Some(at) = first_from(words, next, may_open) {
        let group = group_at(words, at);
        next = group.map_or(at + 1, |group| group.end);
        out.extend(group);
    }
    mend(words, &mut out);
    out
}

/// Whether a verb group can start with a word.
fn may_open(word: &Word<'_>) -> bool {
    (word.tag.is_verbal() || word.tag == Tag::To) && word.timex.is_none()
}

fn group_at(words: &[Word<'_>], at: usize) -> Option<VerbGroup> {
    let word = &words[at];
    if word.tag == Tag::To {
        return infinitive(words, at);
    }
    // "aufzubauen"
    if word.tag == Tag::Base && word.is(WordClass::INFINITIVE) {
        let alone = Chain::new(words, at).finish();
        return Some(VerbGroup { tense: Tense::Infinitive, ..alone });
    }
    if !starts(words, at) || ends_period(words, at) {
        return None;
    }
    let mut chain = Chain::new(words, at);
    while chain.step() {}
    Some(chain.finish())
}

/// "in the year ending 31 May": whether a word only says when a time ends.
fn ends_period(words: &[Word<'_>], at: usize) -> bool {
    let timed = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).is_some_and(|word| word.timex.is_some())
    };
    words[at].tag == Tag::Gerund
        && words[at].is(WordClass::FINISH)
        && timed(at.checked_sub(1))
        && timed(Some(at + 1))
}

/// "to write", "to be held".
fn infinitive(words: &[Word<'_>], at: usize) -> Option<VerbGroup> {
    let verb = (at + 1..(at + 3).min(words.len()))
        .find(|&i| words[i].tag != Tag::Adverb)
        .filter(|&i| words[i].tag == Tag::Base && words[i].timex.is_none())?;
    let mut chain = Chain::new(words, verb);
    while chain.step() {}
    let group = chain.finish();
    Some(VerbGroup { first: at, tense: Tense::Infinitive, ..group })
}

/// Whether a verb group starts here: a verb that is no adjective and no noun in disguise.
fn starts(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    let before = at.checked_sub(1).map(|i| &words[i]);
    let after = words.get(at + 1);
    match word.tag {
        Tag::Modal | Tag::Present | Tag::Base => true,
        Tag::Past | Tag::Participle => {
            // "the men last met": an adjective behind its noun belongs to the verb.
            // "which first took up arms"
            let postponed = at > 1
                && (words[at - 2].tag.is_nominal()
                    || matches!(words[at - 2].tag, Tag::Relative | Tag::Pronoun));
            // "This was": before an auxiliary the determiner stands alone.
            let helps = word.is(WordClass::BE | WordClass::HAVE | WordClass::DO);
            // "This included asking": so it does where no noun follows.
            let alone = at == 1
                && before.is_some_and(|b| b.is(WordClass::DEMONSTRATIVE))
                && after.is_some_and(|a| a.tag == Tag::Gerund);
            let attributive = !helps
                && !alone
                && before.is_some_and(|b| {
                    matches!(b.tag, Tag::Determiner | Tag::Possessive | Tag::Genitive)
                        || b.tag == Tag::Adjective
                            && !(postponed && word.tag == Tag::Past)
                            && !word.is(WordClass::PAST_ONLY)
                });
            // "the newly built old wing"
            let described = word.tag == Tag::Participle
                && before.is_some_and(|b| b.tag == Tag::Adverb)
                && at.checked_sub(2).is_some_and(|at| {
                    words[at].is(WordClass::ARTICLE | WordClass::INDEFINITE)
                        && words[at].tag == Tag::Determiner
                });
            // "of legally downloaded songs"
            let before = match before {
                Some(adverb) if adverb.tag == Tag::Adverb => {
                    let led = |b: &&Word<'_>| {
                        matches!(b.tag, Tag::Preposition | Tag::Determiner | Tag::Possessive)
                    };
                    at.checked_sub(2).map(|i| &words[i]).filter(led).or(before)
                }
                _ => before,
            };
            let premodifier = after.is_some_and(|a| a.tag.is_nominal() && a.timex.is_none())
                && before.is_none_or(|b| {
                    matches!(
                        b.tag,
                        Tag::Preposition
                            | Tag::Conjunction
                            | Tag::Punctuation
                            | Tag::Number
                            | Tag::Determiner
                            | Tag::Possessive
                    )
                })
                && word.tag == Tag::Participle
                && at > 0;
            !attributive && !described && !premodifier
        }
        Tag::Gerund => !before.is_some_and(|b| {
            matches!(b.tag, Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective)
                || b.tag.is_nominal() && after.is_some_and(|a| a.tag.is_nominal() && a.is_upper())
        }),
        _ => false,
    }
}

/// A verb group that grows from its first verb.
struct Chain<'w, 'a> {
    words: &'w [Word<'a>],
    first: usize,
    head: usize,
    end: usize,
    /// The verb before the last one.
    helper: Option<usize>,
    /// Whether "to" stands between two of its verbs: "is to meet".
    has_to: bool,
    negated: bool,
}

impl<'w, 'a> Chain<'w, 'a> {
    fn new(words: &'w [Word<'a>], at: usize) -> Self {
        let (helper, has_to, negated) = (None, false, false);
        Self { words, first: at, head: at, end: at + 1, helper, has_to, negated }
    }

    /// Takes the next verb, if the last one is an auxiliary that it can follow.
    fn step(&mut self) -> bool {
        let last = &self.words[self.head];
        let aux = WordClass::BE | WordClass::HAVE | WordClass::DO;
        if last.tag != Tag::Modal && !last.is(aux) {
            return false;
        }
        let mut at = self.end;
        let mut negated = false;
        while let Some(word) = self.words.get(at) {
            negated |= word.is(WordClass::NEGATION);
            let skips = word.tag == Tag::Adverb || word.is(WordClass::NEGATION);
            // "is currently building": what says when stands inside, if it is one word.
            let timed = word.timex.is_some()
                && (!last.is(WordClass::BE)
                    || self.words.get(at + 1).is_none_or(|next| next.tag != Tag::Gerund));
            if !skips || at > self.end + 2 || timed {
                break;
            }
            at += 1;
        }
        let Some(next) = self.words.get(at).filter(|next| next.timex.is_none()) else {
            self.negated |= negated;
            return false;
        };
        let fits = if last.tag == Tag::Modal {
            matches!(next.tag, Tag::Base | Tag::Present) || next.is(aux)
        } else if last.is(WordClass::HAVE) {
            matches!(next.tag, Tag::Participle | Tag::Past)
        } else if last.is(WordClass::DO) {
            next.tag == Tag::Base
        } else {
            matches!(next.tag, Tag::Participle | Tag::Gerund | Tag::Past)
        };
        let to_verb = next.tag == Tag::To
            && self.words.get(at + 1).is_some_and(|verb| verb.tag == Tag::Base)
            && last.is(WordClass::BE | WordClass::HAVE);
        self.negated |= negated;
        if !fits && !to_verb {
            return false;
        }
        let verb = if to_verb { at + 1 } else { at };
        self.helper = Some(if to_verb { verb } else { self.head });
        self.head = verb;
        self.end = verb + 1;
        self.has_to |= to_verb;
        true
    }

    fn finish(mut self) -> VerbGroup {
        let before = self.first.checked_sub(1).map(|i| &self.words[i]);
        self.negated |= before.is_some_and(|word| word.is(WordClass::NEGATION));
        let head = &self.words[self.head];
        let helper = self.helper.map(|helper| &self.words[helper]);
        let passive = helper.is_some_and(|h| h.is(WordClass::BE))
            && matches!(head.tag, Tag::Participle | Tag::Past);
        VerbGroup {
            first: self.first,
            head: self.head,
            end: self.end,
            tense: self.tense(passive),
            passive,
            negated: self.negated,
        }
    }

    fn tense(&self, passive: bool) -> Tense {
        let first = &self.words[self.first];
        let head = &self.words[self.head];
        let single = self.helper.is_none();
        if first.is(WordClass::FUTURE) {
            return Tense::Future;
        }
        if first.is(WordClass::WOULD) && first.tag == Tag::Modal {
            return Tense::Would;
        }
        if first.tag == Tag::Modal || first.is(WordClass::POSSIBLE) {
            return Tense::Possible;
        }
        if self.has_to {
            return Tense::Future;
        }
        match first.tag {
            Tag::Past if first.is(WordClass::HAVE) && !single => Tense::Pluperfect,
            Tag::Past if head.tag == Tag::Gerund && !passive => Tense::PastProgressive,
            Tag::Past => Tense::Past,
            Tag::Present if first.is(WordClass::HAVE) && !single => Tense::Perfect,
            Tag::Present if head.tag == Tag::Gerund && !passive => Tense::Progressive,
            Tag::Present => Tense::Present,
            Tag::Gerund => Tense::Gerund,
            Tag::Participle => Tense::Participle,
            _ => Tense::Base,
        }
    }
}

/// A sentence without a finite verb whose participle follows its subject has that as its verb.
fn mend(words: &[Word<'_>], groups: &mut [VerbGroup]) {
    if groups.iter().any(VerbGroup::is_finite) {
        return;
    }
    for group in groups {
        let before = group.first.checked_sub(1).map(|i| &words[i]);
        // "Its director, Ms Roe, resigned".
        let apposed = before.is_some_and(|word| word.is_sign(","))
            && words[group.head].is(WordClass::PAST_FORM)
            && words[..group.first].iter().any(|word| word.tag.is_nominal());
        let subject = apposed
            || before.is_some_and(|word| {
                word.tag.is_nominal() || matches!(word.tag, Tag::Pronoun | Tag::Adverb)
            });
        // "the year ended 31 March"
        let timed = |word: Option<&Word<'_>>| word.is_some_and(|word| word.timex.is_some());
        let subject = subject && !(timed(before) && timed(words.get(group.end)));
        if matches!(group.tense, Tense::Participle | Tense::Base) && subject {
            group.tense = Tense::Past;
            return;
        }
    }
}
