//! Whether an event happened, by the words around its head.

use super::Candidate;
use super::clause::{ClauseKind, Clauses};
use super::head::Head;
use super::reading::Word;
use super::subject::subject;
use super::verb_group::{Tense, VerbGroup};
use crate::event::{Category, Factuality};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// The time of an event, as far as it bears on whether that happened.
pub(super) struct FactualTime {
    /// Whether it lies after the document's date.
    pub(super) later: bool,
    /// Whether it lies before it.
    pub(super) over: bool,
    /// The first of its words, where they stand in the event's own clause.
    pub(super) word: Option<usize>,
}

/// What the clause of a head says of its reality.
pub(super) fn factuality(
    words: &[Word<'_>],
    clauses: &Clauses,
    candidate: &Candidate,
    time: &FactualTime,
) -> Factuality {
    let (clause, head, later) = (candidate.clause, &candidate.head, time.later);
    let own = clauses.list[clause].verb;
    let parent = governor(words, clauses, clause);
    let from_parent = parent.and_then(|group| governed(words, &group, own.as_ref(), time));
    let from_own = own.and_then(|group| {
        if head.nominal || head.word != group.head {
            governed_noun(words, &group, head)
        } else {
            None
        }
        .or_else(|| of_tense(words, &group, clauses, clause, time))
    });
    let (first, _) = clauses.extent(clause);
    let conditional = words
        .get(first..(first + 2).min(words.len()))
        .unwrap_or_default()
        .iter()
        .any(|w| w.is(WordClass::CONDITIONAL));
    if conditional {
        return Factuality::Possible;
    }
    if marked_planned(words, head) {
        return Factuality::Planned;
    }
    // "denied that it had been sold": what is denied is told in the past all the same.
    let denied = from_own == Some(Factuality::Happened)
        && parent.is_some_and(|group| words[group.head].is(WordClass::DENY) && !group.negated);
    let found = from_parent.filter(|_| denied).or(from_own).or(from_parent);
    // "After last year's attack they will leave": the attack was.
    let ahead = own.is_some_and(|group| group.tense == Tense::Future);
    match found {
        Some(Factuality::Planned) if head.nominal && time.over && ahead => Factuality::Happened,
        Some(Factuality::Happened | Factuality::Ongoing) | None if later => Factuality::Planned,
        Some(found) => found,
        None => Factuality::Happened,
    }
}

/// The verb of the clause that this one depends on.
fn governor(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<VerbGroup> {
    let this = &clauses.list[clause];
    // "denied reports that its troops had left": a word for what is said holds it.
    let (first, _) = clauses.extent(clause);
    let reported = || {
        words[first].is(WordClass::COMPLEMENTISER)
            && first
                .checked_sub(1)
                .is_some_and(|at| words[at].entry.noun == Some(Category::Statement))
    };
    if this.kind != ClauseKind::Complement && !(this.kind == ClauseKind::Relative && reported()) {
        return None;
    }
    this.parent.and_then(|parent| clauses.list[parent].verb)
}

fn governed(
    words: &[Word<'_>],
    parent: &VerbGroup,
    own: Option<&VerbGroup>,
    time: &FactualTime,
) -> Option<Factuality> {
    let verb = &words[parent.head];
    // "It was not until Tuesday that he said so."
    if time.word.is_some_and(|word| parent.negated && is_until(words, parent, word)) {
        return None;
    }
    if verb.is(WordClass::DENY) || parent.negated {
        return Some(Factuality::Denied);
    }
    if verb.is(WordClass::PLAN) && own.is_none_or(|group| !group.tense.is_past()) {
        return Some(Factuality::Planned);
    }
    verb.is(WordClass::DOUBT).then_some(Factuality::Possible)
}

/// What the verb says of a noun in its clause: "plans a summit", "cancelled the vote".
fn governed_noun(words: &[Word<'_>], group: &VerbGroup, head: &Head) -> Option<Factuality> {
    let verb = &words[group.head];
    if head.word < group.first && !group.passive {
        return None;
    }
    if verb.is(WordClass::DENY) {
        return Some(Factuality::Denied);
    }
    let planned = verb.is(WordClass::PLAN) && !verb.is(WordClass::STATE);
    planned.then_some(Factuality::Planned)
}

fn of_tense(
    words: &[Word<'_>],
    group: &VerbGroup,
    clauses: &Clauses,
    clause: usize,
    time: &FactualTime,
) -> Option<Factuality> {
    let verb = &words[group.head];
    let inner = clauses.list[clause].inner.first();
    let hands_over = inner.is_some_and(|inner| inner.first <= group.end + 6);
    let at_once = inner.is_some_and(|inner| inner.first <= group.end + 1);
    if verb.is(WordClass::DENY) && at_once {
        // "refused to pay" is something said, and it was said.
        let said = verb.entry.verb == Some(Category::Statement) && group.tense.is_past();
        return Some(if said { Factuality::Happened } else { Factuality::Denied });
    }
    if is_negated(words, group, clauses, clause) {
        let until = time.word.is_some_and(|word| is_until(words, group, word));
        return Some(if until { Factuality::Happened } else { Factuality::Denied });
    }
    if verb.is(WordClass::PLAN)
        && hands_over
        && let Some(inner) = inner.filter(|inner| inner.tense == Tense::Infinitive)
    {
        // "On 3 May they agreed to meet": the agreement happened; "agreed to meet on 3 May".
        let own = matches!(verb.entry.verb, Some(Category::Agreement | Category::Statement));
        let early = !time.later && time.word.is_none_or(|word| word < inner.first);
        if own && early && group.tense.is_past() {
            return Some(Factuality::Happened);
        }
        return Some(Factuality::Planned);
    }
    // "is set to rise"
    if verb.is(WordClass::ASPECT) && group.passive && group.tense == Tense::Present && at_once {
        return Some(Factuality::Planned);
    }
    if verb.is(WordClass::DOUBT) && hands_over {
        return Some(Factuality::Possible);
    }
    match group.tense {
        Tense::Future => Some(Factuality::Planned),
        Tense::Possible => Some(Factuality::Possible),
        Tense::Would if clauses.list[clause].kind == ClauseKind::Complement => {
            Some(Factuality::Planned)
        }
        // "the meeting, to be held on Monday, comes before"
        Tense::Infinitive
            if group.passive
                && !time.over
                && !is_told_in_the_past(clauses, clause)
                && matches!(
                    clauses.list[clause].kind,
                    ClauseKind::Relative | ClauseKind::Participial
                ) =>
        {
            Some(Factuality::Planned)
        }
        Tense::Progressive => Some(Factuality::Ongoing),
        Tense::Perfect if verb.is(WordClass::ASPECT) && hands_over => Some(Factuality::Ongoing),
        Tense::Past
        | Tense::Pluperfect
        | Tense::Perfect
        | Tense::PastProgressive
        | Tense::Would => Some(Factuality::Happened),
        _ => None,
    }
}

/// "became the third to be sent home on Monday": whether the clause that one hangs on is told in the past.
fn is_told_in_the_past(clauses: &Clauses, clause: usize) -> bool {
    let parent = clauses.list[clause].parent.and_then(|parent| clauses.list[parent].verb);
    parent.is_some_and(|verb| verb.tense.is_past())
}

/// "did not sign", "nobody signed", "no agreement was signed", "signed no agreement".
fn is_negated(words: &[Word<'_>], group: &VerbGroup, clauses: &Clauses, clause: usize) -> bool {
    let says_no = |at: usize| {
        let fewer = words.get(at + 2).is_some_and(|than| than.is(WordClass::SUBORDINATOR));
        words[at].is(WordClass::NEGATION)
            && matches!(words[at].tag, Tag::Determiner | Tag::Pronoun | Tag::Noun)
            // "no fewer than 20".
            && !fewer
    };
    let subject = subject(words, clauses, clause).first().is_some_and(|&at| says_no(at));
    let object = clauses.owner.get(group.end) == Some(&clause) && says_no(group.end);
    // "nahm nicht am Krieg teil": behind its verb, before what closes the clause.
    let behind = clauses.syntax.verb_second
        && clauses.words(clause).filter(|&at| at >= group.end).any(|at| {
            words[at].is(WordClass::NEGATION)
                && words[at].tag == Tag::Adverb
                && words[at].depth == 0
                && words[at + 1..].iter().find(|next| next.tag != Tag::Adverb).is_none_or(|next| {
                    next.kind == TokenKind::Sign
                        || next.tag.is_verbal()
                        || matches!(next.tag, Tag::Preposition | Tag::Particle)
                })
        });
    group.negated || subject || object || behind
}

/// "did not fall until 27 January": what was negated came about at this time behind its verb.
pub(super) fn is_until(words: &[Word<'_>], group: &VerbGroup, time: usize) -> bool {
    time > group.end && words[time - 1].is(WordClass::UNTIL)
}

/// "a planned summit", "is scheduled for", "due to take place".
fn marked_planned(words: &[Word<'_>], head: &Head) -> bool {
    let near = head.word.saturating_sub(2)..(head.word + 1).min(words.len());
    // "A truce was agreed on", "A change was recommended": to agree on something or to say that it
    // should be is an event of its own.
    let agreed = |at: usize| {
        at == head.word && matches!(head.category, Category::Agreement | Category::Statement)
    };
    words[near.clone()].iter().zip(near).any(|(word, at)| {
        word.is(WordClass::PLAN)
            && !agreed(at)
            && !word.is(WordClass::SAYING | WordClass::STATE | WordClass::ASPECT)
            && matches!(word.tag, Tag::Adjective | Tag::Participle)
    })
}
