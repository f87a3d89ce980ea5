//! Which clause of a sentence tells what happened at a time that stands in another one.

use super::clause::{Clause, ClauseKind, Clauses};
use super::dated::{main_clause, tells};
use super::head::{Head, Strength, head_of};
use super::phrase::is_of_phrase;
use super::reading::Word;
use super::subject::subject;
use super::verb_group::{Tense, VerbGroup};
use super::whom::is_somebody;
use super::{Reading, Time};
use crate::event::Category;
use crate::language::{Tag, WordClass};

/// The clause whose head an event's clause only leads to: what was claimed, what began on a day,
/// what happened while something else went on.
pub(super) fn hand_over(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    head: Head,
) -> (usize, Head) {
    started(text, number, clause)
        .or_else(|| written(text, number, clause))
        .or_else(|| while_met(text, number, clause))
        .or_else(|| broke_in(text, number, clause))
        .or_else(|| began_when(text, number, clause))
        .or_else(|| at_occasion(text, number, clause))
        .or_else(|| at_once(text, number, clause))
        .or_else(|| meanwhile(text, number, clause))
        .unwrap_or_else(|| claimed(text, number, clause, head))
}

/// "fought a battle, beginning on 12 August": the day is that of the battle.
fn started(text: &Reading<'_>, number: usize, clause: usize) -> Option<(usize, Head)> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let this = &clauses.list[clause];
    let group = this.verb.filter(|_| this.kind == ClauseKind::Participial)?;
    // "Started in 2004, the firm has", "Their plan, begun in 1936, led": that is when it was started.
    let inserted = this.parent.is_some_and(|parent| {
        clauses.list[parent].verb.is_some_and(|verb| verb.first >= group.end)
    });
    let front = group.tense == Tense::Participle && (group.first == 0 || inserted);
    let starts = words[group.head].is(WordClass::START)
        && !front
        && words
            .get(group.end)
            .is_some_and(|next| next.tag == Tag::Preposition || next.timex.is_some());
    // "Beginning in 1955, he took": the clause behind.
    let behind = || {
        let main = |clause: &Clause| clause.kind == ClauseKind::Main && clause.verb.is_some();
        clauses.list.iter().position(main)
    };
    let parent = this.parent.or_else(behind).filter(|_| starts)?;
    Some((parent, head_of(words, clauses, parent, None)?))
}

/// "A report written in May said that": the day is that of what it said.
fn written(text: &Reading<'_>, number: usize, clause: usize) -> Option<(usize, Head)> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let this = &clauses.list[clause];
    let verb = this.verb.filter(|verb| {
        this.kind == ClauseKind::Relative
            && verb.tense == Tense::Participle
            && verb.first == verb.head
            && words[verb.head].entry.verb == Some(Category::Publication)
    })?;
    let noun = verb.first.checked_sub(1)?;
    let says = this.parent.filter(|&parent| {
        clauses.list[parent].verb.is_some_and(|own| {
            own.tense == Tense::Past
                && !own.passive
                && own.first > verb.end
                && words[own.head].is(WordClass::SAYING | WordClass::FINDING)
        }) && subject(words, clauses, parent).contains(&noun)
            && !clauses.words(parent).any(|at| words[at].timex.is_some())
    })?;
    Some((says, head_of(words, clauses, says, None)?))
}

/// "The league, meeting in Oslo in May, demanded": the day is that of what was said there.
fn while_met(text: &Reading<'_>, number: usize, clause: usize) -> Option<(usize, Head)> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let this = &clauses.list[clause];
    let verb = this.verb.filter(|_| this.kind == ClauseKind::Participial)?;
    let speaks =
        matches!(words[verb.head].entry.verb, Some(Category::Meeting | Category::Statement));
    let main = this.parent.filter(|_| speaks && verb.tense == Tense::Gerund)?;
    let before = words[..verb.first].iter().rev().find(|word| word.tag != Tag::Adverb);
    let inside = before.is_some_and(|word| word.is_sign(","))
        && clauses.list[main]
            .verb
            .is_some_and(|main| main.tense.is_past() && main.first > verb.end);
    inside.then(|| Some((main, head_of(words, clauses, main, None)?))).flatten()
}

/// "The statue was unveiled at a ceremony held in Oslo on Friday": the day is that of what was done there.
fn at_occasion(text: &Reading<'_>, number: usize, clause: usize) -> Option<(usize, Head)> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let this = &clauses.list[clause];
    let meeting = this.verb.filter(|verb| {
        this.kind == ClauseKind::Relative
            && verb.tense == Tense::Participle
            && words[verb.head].is(WordClass::LIGHT)
    })?;
    let noun = meeting.first.checked_sub(1)?;
    let gathers = matches!(
        words[noun].entry.noun,
        Some(Category::Ceremony | Category::Meeting | Category::Other)
    );
    let inside = |&at: &usize| is_of_phrase(&words[at]);
    let first = (0..meeting.first).rev().take_while(inside).last()?;
    let led = first.checked_sub(1).is_some_and(|at| {
        words[at].is(WordClass::PLACE_PREPOSITION)
            && words[at].tag == Tag::Preposition
            && !words[at].is(WordClass::NAME_LINK | WordClass::SOURCE)
    });
    let parent = this.parent.filter(|&parent| gathers && led && clauses.owner[noun] == parent)?;
    let verb = clauses.list[parent].verb.filter(|verb| {
        verb.tense == Tense::Past && verb.end < first && !words[verb.head].is(WordClass::BE)
    })?;
    let timed = clauses.words(parent).any(|at| words[at].timex.is_some());
    let head = head_of(words, clauses, parent, None).filter(|head| !timed && !head.nominal)?;
    (head.strength > Strength::State && !verb.negated).then_some((parent, head))
}

/// "17 people were killed when a shell landed on Friday": the day is also that of what came of it.
fn at_once(text: &Reading<'_>, number: usize, clause: usize) -> Option<(usize, Head)> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let this = &clauses.list[clause];
    let opener = &words[clauses.extent(clause).0];
    let parent = this.parent.filter(|&parent| {
        this.kind == ClauseKind::Subordinate
            && opener.opens_time()
            && clauses.list[parent].verb.is_some_and(|verb| verb.tense == Tense::Past)
    })?;
    let verb = this.verb.filter(|verb| verb.tense == Tense::Past)?;
    // "were killed and 40 wounded when"
    let shares = clauses.list[parent].kind == ClauseKind::Coordinate
        && clauses.list[parent].verb.is_some_and(|verb| verb.first == verb.head);
    let parent = clauses.list[parent].parent.filter(|_| shares).unwrap_or(parent);
    let head = head_of(words, clauses, parent, None)?;
    let before = !head.nominal && head.word < verb.first;
    (before && head.strength == Strength::Strong).then_some((parent, head))
}

/// "was killed and two hurt when a mine exploded while they were patrolling on Saturday": the day is that of
/// what befell them meanwhile.
fn meanwhile(text: &Reading<'_>, number: usize, clause: usize) -> Option<(usize, Head)> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let goes_along = |clause: usize| {
        let opener = &words[clauses.extent(clause).0];
        let other =
            WordClass::CONDITIONAL | WordClass::LATER | WordClass::EARLIER | WordClass::UNTIL;
        clauses.list[clause].kind == ClauseKind::Subordinate
            && opener.is(WordClass::SUBORDINATOR)
            && !opener.is(other)
    };
    let verb = clauses.list[clause].verb?;
    if verb.tense != Tense::PastProgressive || !goes_along(clause) {
        return None;
    }
    let mut told = clauses.list[clause].parent?;
    let counts = |clause: usize| {
        let before = clauses.list[clause].parent.and_then(|before| clauses.list[before].verb);
        clauses.list[clause].kind == ClauseKind::Coordinate
            && before.is_some_and(|verb| verb.passive && verb.tense == Tense::Past)
    };
    while goes_along(told) || counts(told) {
        told = clauses.list[told].parent?;
    }
    let past =
        clauses.list[told].verb.filter(|own| own.tense == Tense::Past && own.end < verb.first)?;
    let timed = clauses.words(told).any(|at| words[at].timex.is_some());
    let head = head_of(words, clauses, told, None).filter(|head| !timed && !head.nominal)?;
    (head.strength == Strength::Strong && !past.negated).then_some((told, head))
}

/// What a clause with a time tells of beside what happens in it: what the sentence goes on to, or what happened then.
pub(super) fn came_with(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    head: &Head,
) -> Option<(usize, Head)> {
    came_of(text, number, clause).or_else(|| ended_when(text, number, clause, head))
}

/// "In 1927, this doubt was put to rest when Orr flew to Oslo": what happened that made a clause with a time in front come
/// about, where that says little by itself.
fn ended_when(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    head: &Head,
) -> Option<(usize, Head)> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let this = &clauses.list[clause];
    let verb = this.verb.filter(|verb| verb.tense == Tense::Past && !verb.negated)?;
    let (first, _) = clauses.extent(clause);
    let fronted = timed(words.get(first)) || timed(words.get(first + 1));
    let little = !head.nominal && head.strength < Strength::Strong;
    if this.kind != ClauseKind::Main || !fronted || !little {
        return None;
    }
    let acts = |own: &VerbGroup| !own.negated && !words[own.head].is(WordClass::BE);
    let when = whens(words, clauses, clause).find(|&when| {
        clauses.list[when].verb.as_ref().is_some_and(acts)
            && is_behind(words, clauses, when, verb.end)
    })?;
    let head = head_of(words, clauses, when, None)?;
    (head.strength == Strength::Strong).then_some((when, head))
}

/// "When the congress met in May 1775, Orr was elected", "As the war ended in 1918, a revolt broke out": what the
/// sentence goes on to tell behind a clause that says when, and that has a time.
fn came_of(text: &Reading<'_>, number: usize, clause: usize) -> Option<(usize, Head)> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let this = &clauses.list[clause];
    let (first, _) = clauses.extent(clause);
    let when = |verb: &VerbGroup| {
        // "As Orr wrote in 1776, they fled" says who tells it.
        let told = words[verb.head].is(WordClass::SAYING | WordClass::STANCE);
        words[0].opens_time() || words[0].is(WordClass::MEANWHILE) && !told
    };
    let fronted = first == 0 && this.kind == ClauseKind::Subordinate;
    let verb = this.verb.filter(|verb| fronted && verb.tense == Tense::Past && when(verb))?;
    let main = main_clause(clauses)?;
    let own = clauses.list[main].verb.filter(|own| {
        own.tense == Tense::Past && !own.negated && own.first > verb.end && main != clause
    })?;
    let timed = clauses.words(main).any(|at| words[at].timex.is_some());
    let head = head_of(words, clauses, main, None)?;
    // "a revolt broke out"
    let acts = !timed && (!head.nominal || head.word < own.first);
    let told = acts && head.strength == Strength::Strong && !words[own.head].is(WordClass::BE);
    told.then_some((main, head))
}

/// "They were talking when the bomb went off".
pub(super) fn broke_in(text: &Reading<'_>, number: usize, clause: usize) -> Option<(usize, Head)> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    clauses.list[clause].verb.filter(|verb| verb.tense == Tense::PastProgressive)?;
    let when = whens(words, clauses, clause).next()?;
    let head = head_of(words, clauses, when, None)?;
    (head.strength >= Strength::Plain).then_some((when, head))
}

/// "She began in 1873 when she joined her sister": somebody's beginning is what was done then.
fn began_when(text: &Reading<'_>, number: usize, clause: usize) -> Option<(usize, Head)> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let verb = clauses.list[clause].verb?;
    let bare = words.get(verb.end).is_some_and(|next| {
        next.timex.is_some() || next.tag == Tag::Preposition && timed(words.get(verb.end + 1))
    });
    let starts = words[verb.head].is(WordClass::START) && !verb.passive && bare;
    let who = subject(words, clauses, clause);
    let pronoun =
        matches!(who, &[only] if words[only].is(WordClass::MASCULINE | WordClass::FEMININE));
    if !starts || !(pronoun || is_somebody(text, number, who)) {
        return None;
    }
    let when = whens(words, clauses, clause).find(|&when| when > clause)?;
    let head = head_of(words, clauses, when, None)?;
    (head.strength >= Strength::Plain).then_some((when, head))
}

/// The clauses that say when another one was, by what happened then: "when the bridge fell".
fn whens(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> impl Iterator<Item = usize> {
    (0..clauses.list.len()).filter(move |&when| {
        let this = &clauses.list[when];
        this.parent == Some(clause)
            && this.kind == ClauseKind::Subordinate
            && this.verb.is_some_and(|verb| verb.tense == Tense::Past)
            && words[clauses.extent(when).0].opens_time()
    })
}

/// Whether a clause opens at a word or behind it, and has no time of its own.
fn is_behind(words: &[Word<'_>], clauses: &Clauses, clause: usize, at: usize) -> bool {
    clauses.extent(clause).0 >= at && !clauses.words(clause).any(|own| words[own].timex.is_some())
}

/// Whether a word is part of a time.
fn timed(word: Option<&Word<'_>>) -> bool {
    word.is_some_and(|word| word.timex.is_some())
}

/// "claimed that forces began to defend the town": what was claimed is the event.
fn claimed(text: &Reading<'_>, number: usize, clause: usize, head: Head) -> (usize, Head) {
    let sentence = &text.sentences[number];
    let clauses = &text.clauses[number];
    if head.nominal || !sentence.words[head.word].is(WordClass::CLAIM) {
        return (clause, head);
    }
    let said = clauses.list.iter().position(|other| {
        other.kind == ClauseKind::Complement
            && other.parent == Some(clause)
            && other.verb.is_some_and(|verb| verb.tense.is_past())
    });
    let inner = said.and_then(|said| Some((said, head_of(&sentence.words, clauses, said, None)?)));
    match inner {
        Some((said, inner)) if inner.strength == Strength::Strong => (said, inner),
        _ => (clause, head),
    }
}

/// The clause that a time dates: its own, or another one that tells what happened then.
pub(super) fn told_in(text: &Reading<'_>, number: usize, (first, end): (usize, usize)) -> usize {
    let own = text.clauses[number].owner[first];
    cleft(text, number, (first, end))
        .or_else(|| interrupting(text, number, own))
        .or_else(|| dated_by_phrase(text, number, (own, first)))
        .unwrap_or(own)
}

/// "It was not until Tuesday that he revealed": the clause that tells what happened then.
fn cleft(text: &Reading<'_>, number: usize, (first, end): (usize, usize)) -> Option<usize> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let this = clauses.owner[first];
    let verb = clauses.list[this].verb?;
    let opener = words.get(end)?;
    let opens = opener.is(WordClass::COMPLEMENTISER | WordClass::RELATIVE);
    let behind = clauses.owner[end];
    let expletive = verb.first.checked_sub(1).is_some_and(|at| words[at].is(WordClass::NEUTER));
    // "It was only beginning in the 1950s that"
    let starts = words[verb.first].is(WordClass::BE) && words[verb.head].is(WordClass::START);
    let is = words[verb.head].is(WordClass::BE);
    let is_cleft = opens && behind != this && expletive && (is || starts && !verb.passive);
    if is_cleft && clauses.list[behind].verb.is_some() {
        return Some(behind);
    }
    // "In 1873 it was Orr who claimed it"
    let who = (this + 1..clauses.list.len()).find(|&other| {
        clauses.list[other].kind == ClauseKind::Relative
            && clauses.list[other].parent == Some(this)
            && words[clauses.extent(other).0].is(WordClass::WHO)
    });
    who.filter(|_| expletive && is && first < verb.first)
}

/// "In May he was about to leave when the bridge fell": the clause that tells what happened then, while
/// the verb before it only says what was to be done.
fn interrupting(text: &Reading<'_>, number: usize, clause: usize) -> Option<usize> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let this = &clauses.list[clause];
    let verb = this.verb.filter(|verb| {
        verb.tense == Tense::Past && words[verb.head].is(WordClass::BE) && !verb.negated
    })?;
    let ahead = this.inner.first().is_some_and(|inner| {
        let between = words.get(verb.end..inner.first).unwrap_or_default();
        inner.tense == Tense::Infinitive && between.iter().all(|word| word.tag == Tag::Adjective)
    });
    whens(words, clauses, clause).find(|&when| ahead && when > clause)
}

/// "rejected it in an opinion dated 5 May": the clause that a time dates which stands with the noun of a
/// phrase that says in what something was done.
fn dated_by_phrase(
    text: &Reading<'_>,
    number: usize,
    (clause, first): (usize, usize),
) -> Option<usize> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let this = &clauses.list[clause];
    let verb = this.verb.filter(|verb| {
        verb.tense == Tense::Participle
            && verb.end == first
            && words[verb.head].is(WordClass::LINK)
            && this.kind == ClauseKind::Relative
    })?;
    let start = (0..verb.first).rev().take_while(|&at| is_of_phrase(&words[at])).last()?;
    let led = start
        .checked_sub(1)
        .is_some_and(|at| words[at].tag == Tag::Preposition && !words[at].is(WordClass::NAME_LINK));
    let past = |parent: &usize| {
        clauses.list[*parent].verb.is_some_and(|verb| verb.tense.is_past() && verb.end < start)
    };
    this.parent.filter(|_| led).filter(past)
}

/// "on 5 May 1945, when the bridge fell": what a clause tells that opens behind a time which
/// ends its own. "In 1945, for example, when the bridge fell, he left" tells of both.
pub(super) fn told_behind(
    text: &Reading<'_>,
    number: usize,
    (first, end): (usize, usize),
    time: &Time,
) -> Option<(usize, Head)> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let words = &sentence.words;
    let comma = end + inserted(words, end);
    let set_off = words.get(comma).is_some_and(|word| word.is_sign(","));
    let at = if set_off { comma + 1 } else { end };
    let opener = words.get(at)?;
    let temporal = opener.opens_time();
    let when = clauses.owner[at];
    let verb = clauses.list[when].verb.filter(|verb| verb.tense.is_past())?;
    let behind_verb = clauses.list[clauses.owner[first]].verb.is_some_and(|own| own.end <= first);
    // "As in 1800, when Orr won"
    let led = 1 + usize::from(words[0].is(WordClass::LIKENING));
    let fronted = first <= led && clauses.owner[first] != when;
    if !temporal || !(behind_verb || fronted) || verb.first < end {
        return None;
    }
    let head = head_of(words, clauses, when, None)?;
    // "The strain grew in 1328 when the king died", but "was killed in 1328 when the bridge fell" is one event.
    let own = || head_of(words, clauses, clauses.owner[first], None);
    let apart = || {
        // "was part of the Campaign in 1997 when it won"
        let was = clauses.list[clauses.owner[first]]
            .verb
            .filter(|verb| words[verb.head].is(WordClass::BE));
        let known = own().is_some_and(|own| {
            own.strength == Strength::Strong && !own.nominal
                || own.nominal && was.is_none_or(|was| own.word < was.first)
        });
        head.strength == Strength::Strong && !known
    };
    let depends = clauses.list[when].kind == ClauseKind::Subordinate;
    // "No road was built until 1928 when the mill opened": what came first then is told behind it.
    let until = first.checked_sub(1).is_some_and(|at| words[at].is(WordClass::UNTIL));
    let other = depends && clauses.owner[first] != when;
    // "By 1927, when most had been built, they were left": that was so by then.
    let set_off = set_off && verb.tense != Tense::Pluperfect;
    let counts = set_off || other && (apart() || until && head.strength > Strength::State);
    (counts && tells(sentence, text, number, when, &head, time)).then_some((when, head))
}

/// ", for example,": how many words a phrase between commas takes that says nothing of what happened.
fn inserted(words: &[Word<'_>], comma: usize) -> usize {
    let phrase = |words: &[Word<'_>]| {
        matches!(words, [comma, led, noun, ..] if comma.is_sign(",")
            && led.tag == Tag::Preposition
            && noun.is(WordClass::ADVERBIAL)
            && noun.timex.is_none())
    };
    if words.get(comma..).is_some_and(phrase) { 3 } else { 0 }
}

/// "In 1915 Orr was in Oslo when the mill burnt down": what happened at a time in front of a clause, which says
/// only where somebody was or how things stood.
pub(super) fn told_meanwhile(
    text: &Reading<'_>,
    (number, clause): (usize, usize),
    first: usize,
    time: &Time,
) -> Option<(usize, Head)> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let state = clauses.list[clause].verb.filter(|verb| {
        let was = verb.tense == Tense::Past && sentence.words[verb.head].is(WordClass::BE);
        was && !verb.negated && first < verb.first
    })?;
    let words = &sentence.words;
    let when =
        whens(words, clauses, clause).find(|&when| is_behind(words, clauses, when, state.end))?;
    let head = head_of(words, clauses, when, None)?;
    tells(sentence, text, number, when, &head, time).then_some((when, head))
}
