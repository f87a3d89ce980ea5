//! What happens in a clause: its head.

use super::clause::{Clause, ClauseKind, Clauses};
use super::handing::{due, handed_on, said_or_planned};
use super::held_noun::held_noun;
use super::phrase::{around, hangs_on_noun};
use super::reading::Word;
use super::verb_group::{Tense, VerbGroup};
use super::whose_place::is_reason;
use crate::event::Category;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// The word that says what happens, and what kind of event that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The word.
    pub(super) word: usize,
    /// Whether it is a noun.
    pub(super) nominal: bool,
    pub(super) category: Category,
    pub(super) strength: Strength,
}

/// How surely something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A state.
    State,
    /// A verb of which the pack says nothing.
    Unknown,
    /// A known event of no known kind, or something said.
    Plain,
    /// An event of a known kind.
    Strong,
}

/// The head of a clause, seen from one of its times (a word) where it has one.
pub(super) fn head_of(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    time: Option<(usize, usize)>,
) -> Option<Head> {
    let at = &clauses.list[clause];
    let Some(group) = at.verb else {
        return noun_near(words, clauses, clause, time).map(|noun| nominal(words, noun));
    };
    let beside = time.and_then(|time| noun_beside(words, clauses, clause, time));
    let verb = &words[group.head];
    if let Some(noun) = beside {
        // "The minutes of the meeting of 9 January": the time is the noun's.
        let owned = time.is_some_and(|(first, _)| {
            first == noun + 2 && words[noun + 1].is(WordClass::NAME_LINK) && noun < group.first
        });
        // "talked about the planned visit in May"
        let planned = noun.checked_sub(1).is_some_and(|at| {
            words[at].is(WordClass::PLAN)
                && matches!(words[at].tag, Tag::Adjective | Tag::Participle)
        });
        if time.is_some_and(|time| owns_other(words, noun, time)) {
            // A bare "Friday's attack" says too little to be told alone.
            let told = around(words, clauses, noun).len() > 1;
            return told.then(|| nominal(words, noun));
        }
        // "By the time of her death in 1971, they had left" some time before; "at the talks" it was then.
        let opener = clauses.words(clause).next().map(|first| &words[first]);
        let before = group.tense == Tense::Pluperfect
            && noun < group.first
            && opener.is_some_and(|opener| {
                opener.tag == Tag::Preposition && !opener.is(WordClass::PLACE_PREPOSITION)
            });
        let weak = owned
            || before
            || planned
            || verb.is(WordClass::LINK | WordClass::BE)
            || verb.is(WordClass::STATE) && !verb.is(WordClass::LIGHT)
            || !group.tense.is_past() && group.tense != Tense::Future
            || noun > group.end
                && leads_on(at, words)
                && !(says_how(words, noun) && complement(clauses, clause))
            || time.is_some_and(|time| says_of(words, &group, noun, time));
        if weak {
            return Some(nominal(words, noun));
        }
    }
    Some(of_verb(words, clauses, clause, &group))
}

/// Whether the clause's verb only leads on to another one: "look forward to", "affirmed".
fn leads_on(clause: &Clause, words: &[Word<'_>]) -> bool {
    clause.verb.is_some_and(|group| {
        let verb = &words[group.head];
        // "reported a loss" is no saying.
        let says = verb.entry.verb.is_none_or(|own| own == Category::Statement);
        verb.is(WordClass::SAYING) && says && !group.passive
    })
}

/// "said in an interview that", "told the paper that": whether a noun behind a verb of saying is itself
/// only something said or written.
fn says_how(words: &[Word<'_>], noun: usize) -> bool {
    matches!(words[noun].entry.noun, Some(Category::Statement | Category::Publication))
}

/// "Deaths from Friday's fire rose", "arrested a man over Friday's attack": the day is that of what
/// it owns, where that hangs on another noun. What is done "at Friday's meeting" is done then.
fn owns_other(words: &[Word<'_>], noun: usize, (first, end): (usize, usize)) -> bool {
    let owns = words.get(end).is_some_and(|word| word.tag == Tag::Genitive) && noun > end;
    let hangs = owns && hangs_on_noun(words, first);
    // "Following yesterday's announcement, the talks failed" some time later.
    let reason = hangs && is_reason(&words[first - 1]);
    let befell = matches!(
        words[noun].entry.noun,
        Some(
            Category::Attack
                | Category::Battle
                | Category::Military
                | Category::Accident
                | Category::Disaster
                | Category::Crime
                | Category::Death
        )
    );
    // "Ballots from Monday's poll were being counted"
    let from = hangs
        && words[first - 1].is(WordClass::SOURCE)
        && matches!(words[noun].entry.noun, Some(Category::Election | Category::Meeting));
    reason || hangs && befell || from
}

/// "congratulated her on the landing of the probe on 23 August": what somebody says of what others
/// did does not take its date. Right behind the noun alone the time of a day may be either's.
fn says_of(
    words: &[Word<'_>],
    group: &VerbGroup,
    noun: usize,
    (first, end): (usize, usize),
) -> bool {
    let preposition = |word: &Word<'_>| word.tag == Tag::Preposition && word.timex.is_none();
    let dated = words[first..end].iter().any(|word| word.kind == TokenKind::Number);
    words[group.head].is(WordClass::STANCE)
        && dated
        && (group.end..first).contains(&noun)
        && (words[group.end..noun].iter().any(preposition)
            || words[noun + 1..(first - 1).max(noun + 1)].iter().any(preposition))
}

/// The head that a noun is.
pub(super) fn nominal(words: &[Word<'_>], noun: usize) -> Head {
    let category = words[noun].entry.noun.unwrap_or(Category::Other);
    Head { word: noun, nominal: true, category, strength: strength(category) }
}

const fn strength(category: Category) -> Strength {
    match category {
        Category::Other | Category::Statement => Strength::Plain,
        _ => Strength::Strong,
    }
}

fn of_verb(words: &[Word<'_>], clauses: &Clauses, clause: usize, group: &VerbGroup) -> Head {
    if words[group.head].is(WordClass::ASPECT)
        && let Some(inner) = handed_on(words, clauses, clause, group)
    {
        // What goes on is named by the verb behind, and by its object if that one says little.
        let inner = of_plain_verb(words, clauses, clause, &inner);
        return Head { word: group.head, nominal: false, ..inner };
    }
    if let Some(inner) = said_or_planned(words, clauses, clause, group) {
        let inner = of_plain_verb(words, clauses, clause, &inner);
        return Head { word: group.head, nominal: false, ..inner };
    }
    if words[group.head].is(WordClass::BE)
        && let Some(inner) = due(words, clauses, clause, group)
    {
        return of_plain_verb(words, clauses, clause, &inner);
    }
    of_plain_verb(words, clauses, clause, group)
}

/// The head of a verb that hands over to no other one.
fn of_plain_verb(words: &[Word<'_>], clauses: &Clauses, clause: usize, group: &VerbGroup) -> Head {
    let verb = &words[group.head];
    let object = || first_noun_after(words, clauses, clause, group.end);
    let subject = || subject_noun(words, clauses, clause, group.first);
    let noun_category = |noun: Option<usize>| noun.and_then(|at| words[at].entry.noun);
    let head = |category: Category, strength| Head {
        word: group.head,
        nominal: false,
        category,
        strength,
    };

    if verb.is(WordClass::BE) {
        return being(words, clauses, clause, group);
    }
    if verb.is(WordClass::OCCUR)
        && object().is_none()
        && let Some(noun) = subject()
    {
        return nominal(words, noun);
    }
    // "The court held that he had": what follows directly says what a verb that says little holds.
    let directly = || {
        let next = words.get(group.end);
        next.is_some_and(|next| next.is(WordClass::COMPLEMENTISER) && next.tag != Tag::Determiner)
    };
    let says = verb.is(WordClass::SAYING) || verb.is(WordClass::LIGHT) && directly();
    if says && complement(clauses, clause) {
        return head(Category::Statement, Strength::Plain);
    }
    if verb.is(WordClass::LIGHT)
        && let Some(noun) = object().filter(|_| !has_subject(words, clauses, clause, group.first))
    {
        return nominal(words, noun);
    }
    // "the talks held under the presidency of Norway": what is held stands before it.
    let of_subject = || noun_category(subject().filter(|_| is_held(group)));
    if verb.is(WordClass::LIGHT)
        && let Some(category) =
            of_subject().or_else(|| noun_category(object())).or_else(|| noun_category(subject()))
    {
        return head(category, strength(category));
    }
    if let Some(noun) = came_to(words, clauses, clause, group) {
        let category = noun_category(Some(noun)).unwrap_or(Category::Other);
        return head(category, strength(category));
    }
    let own = verb.entry.verb;
    // "The fair was held in May": what is held on a day is an event, whatever it is called.
    let told = group.tense.is_past() || group.tense == Tense::Future;
    let came_about = verb.is(WordClass::LIGHT) && group.passive && told;
    if verb.is(WordClass::STATE) && !came_about {
        return head(own.unwrap_or(Category::Other), Strength::State);
    }
    match own {
        Some(Category::Other) => {
            let category = noun_category(object()).or_else(|| noun_category(subject()));
            head(category.unwrap_or(Category::Other), Strength::Plain)
        }
        Some(category) => head(category, strength(category)),
        None => {
            let category = noun_category(object()).or_else(|| noun_category(subject()));
            head(category.unwrap_or(Category::Other), Strength::Unknown)
        }
    }
}

/// Whether a verb says what is done to its subject.
fn is_held(group: &VerbGroup) -> bool {
    group.passive || group.tense == Tense::Participle
}

/// "Am Montag kam es zu einem Brand": the event that a verb leads to whose subject stands for nothing.
fn came_to(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    group: &VerbGroup,
) -> Option<usize> {
    let impersonal = clauses.syntax.verb_second && words[group.head].is(WordClass::IMPERSONAL);
    let neuter = |at: usize| words[at].tag == Tag::Pronoun && words[at].is(WordClass::NEUTER);
    let nobody = impersonal && clauses.words(clause).any(neuter);
    clauses.words(clause).filter(|_| nobody).find(|&at| is_event_noun(&words[at]))
}

/// Whether a clause says what another one holds.
fn complement(clauses: &Clauses, clause: usize) -> bool {
    clauses
        .list
        .iter()
        .any(|other| other.kind == ClauseKind::Complement && other.parent == Some(clause))
}

/// Whether anything but a time stands before the verb: "Last year brought" has no other subject.
fn has_subject(words: &[Word<'_>], clauses: &Clauses, clause: usize, verb: usize) -> bool {
    clauses.list[clause].kind != ClauseKind::Main
        || clauses.words(clause).take_while(|&at| at < verb).any(|at| {
            words[at].timex.is_none()
                && (words[at].tag.is_nominal()
                    || words[at].tag == Tag::Pronoun
                    || words[at].tag == Tag::Number)
        })
}

/// "The first strikes were on 13 September", "was the third battle", "was president".
fn being(words: &[Word<'_>], clauses: &Clauses, clause: usize, group: &VerbGroup) -> Head {
    let subject = subject_noun(words, clauses, clause, group.first);
    let predicate = first_noun_after(words, clauses, clause, group.end);
    if let Some(noun) = subject.or(predicate).filter(|&at| words[at].entry.noun.is_some()) {
        return nominal(words, noun);
    }
    let role = clauses
        .words(clause)
        .skip_while(|&at| at < group.end)
        .find(|&at| words[at].is(WordClass::ROLE));
    match role {
        Some(word) => Head {
            word,
            nominal: false,
            category: Category::Appointment,
            strength: Strength::State,
        },
        None => Head {
            word: group.head,
            nominal: false,
            category: Category::Other,
            strength: Strength::State,
        },
    }
}

/// The first noun that names an event behind a word of the clause.
fn first_noun_after(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    from: usize,
) -> Option<usize> {
    if clauses.syntax.verb_second || clauses.syntax.head_first {
        return free_noun_after(words, clauses, clause, from);
    }
    clauses
        .words_in(clause, from..words.len())
        .take_while(|&at| {
            let word = &words[at];
            !word.is_sign(",") && (word.tag != Tag::Preposition || word.is(WordClass::NAME_LINK))
        })
        .find(|&at| is_event_noun(&words[at]) && ends_phrase(words, clauses, at))
}

/// The same where word order is free: what hangs on a preposition is passed over.
fn free_noun_after(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    from: usize,
) -> Option<usize> {
    let mut hangs_on = false;
    for at in clauses.words_in(clause, from..words.len()) {
        let word = &words[at];
        if word.is_sign(",") {
            break;
        }
        if word.tag == Tag::Preposition {
            hangs_on = true;
        } else if hangs_on {
            hangs_on = !word.tag.is_nominal();
        } else if is_event_noun(word) && ends_phrase(words, clauses, at) {
            return Some(at);
        }
    }
    None
}

/// Whether a noun is the last of its phrase, not one that only says of what kind the next is.
pub(super) fn ends_phrase(words: &[Word<'_>], clauses: &Clauses, at: usize) -> bool {
    clauses.syntax.head_first
        || words.get(at + 1).is_none_or(|next| !next.tag.is_nominal() || next.timex.is_some())
}

/// The last noun that names an event in front of the verb.
fn subject_noun(words: &[Word<'_>], clauses: &Clauses, clause: usize, to: usize) -> Option<usize> {
    if clauses.list[clause].kind == ClauseKind::Relative {
        let first = clauses.extent(clause).0;
        let before = (0..first).rfind(|&at| !words[at].is_sign(","))?;
        let verb = clauses.list[clause].verb?;
        let near = Some(before).filter(|&at| is_event_noun(&words[at]));
        return near.or_else(|| held_noun(words, clauses, &verb, before));
    }
    let this = &clauses.list[clause];
    // "met for their first summit, held in Oslo in May": what was held stands before the comma.
    if let Some(verb) = this.verb.filter(|_| this.kind == ClauseKind::Participial)
        && let Some(before) = verb.first.checked_sub(2)
        && words[before + 1].is_sign(",")
    {
        return held_noun(words, clauses, &verb, before);
    }
    // "The battle began in May and ended in June": its subject is that of the clause before.
    let bare = || clauses.words_in(clause, 0..to).all(|at| !words[at].tag.is_nominal());
    if let Some(parent) = this.parent.filter(|_| this.kind == ClauseKind::Coordinate && bare()) {
        let verb = clauses.list[parent].verb.filter(|verb| verb.first < to)?;
        return subject_noun(words, clauses, parent, verb.first);
    }
    clauses.words_in(clause, 0..to).rfind(|&at| {
        is_event_noun(&words[at])
            && ends_phrase(words, clauses, at)
            && !behind_preposition(words, clauses, clause, at)
    })
}

/// Whether a noun hangs on a preposition inside its clause, and so is no subject.
fn behind_preposition(words: &[Word<'_>], clauses: &Clauses, clause: usize, noun: usize) -> bool {
    clauses
        .words_in(clause, 0..noun)
        .rev()
        .take_while(|&at| {
            words[at].tag.is_nominal()
                || words[at].tag.leads_noun()
                || words[at].tag == Tag::Preposition
        })
        .find(|&at| {
            !words[at].tag.is_nominal()
                && words[at].tag != Tag::Adjective
                && words[at].tag != Tag::Number
                && words[at].tag != Tag::Determiner
        })
        .is_some_and(|at| words[at].tag == Tag::Preposition)
}

/// A noun, not part of a person's name, that names an event.
pub(super) fn is_event_noun(word: &Word<'_>) -> bool {
    word.entry.noun.is_some()
        && word.timex.is_none()
        && word.depth == 0
        && (matches!(word.tag, Tag::Noun | Tag::Nouns)
            || word.tag == Tag::Name
            || word.tag == Tag::Gerund)
}

/// In a clause without a verb: the noun before the time, or else the first one.
fn noun_near(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    time: Option<(usize, usize)>,
) -> Option<usize> {
    let before = time.and_then(|(first, _)| {
        clauses.words_in(clause, 0..first).rfind(|&at| is_event_noun(&words[at]))
    });
    before.or_else(|| clauses.words(clause).find(|&at| is_event_noun(&words[at])))
}

/// The event noun that a time belongs to directly: "the summit in Rome on 3 May", "the 1829
/// abolition", "Following his move to Berkeley in 1971,".
pub(super) fn noun_beside(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    time: (usize, usize),
) -> Option<usize> {
    let (first, end) = time;
    // "Friday's attack"
    let owns = words.get(end).is_some_and(|word| word.tag == Tag::Genitive);
    let attributive = owns
        || words[first].tag == Tag::Adjective
        || first.checked_sub(1).is_some_and(|at| {
            matches!(
                words[at].tag,
                Tag::Genitive | Tag::Determiner | Tag::Possessive | Tag::Adjective
            )
        });
    if attributive {
        let behind = (end + usize::from(owns)..(end + 4).min(words.len()))
            .take_while(|&at| words[at].tag.is_nominal() || words[at].tag == Tag::Adjective)
            .find(|&at| is_event_noun(&words[at]));
        if behind.is_some() {
            return behind;
        }
    }
    let before = || {
        clauses.words_in(clause, 0..first).rev().take(14).take_while(|&at| {
            !words[at].is_sign(",") && !words[at].tag.is_verbal() && words[at].timex.is_none()
        })
    };
    let named = |&at: &usize| is_event_noun(&words[at]);
    // "The order of the trial court of 3 May" is no trial, "a detention centre" no detention. What
    // stands behind a plural is seldom a noun, whatever it was taken for: "if the talks fail".
    let whole = before().find(|at| named(at) && ends_phrase(words, clauses, *at));
    whole.or_else(|| before().find(|at| named(at) && words[*at].tag == Tag::Nouns))
}
