//! What a time of a sentence says more of: what happens, a noun beside it, or only which thing is
//! meant.

use super::clause::Clauses;
use super::compared::{is_compared, is_of_amount, is_of_change};
use super::elsewhere::says_of_what;
use super::expletive::is_expletive;
use super::head::{Head, is_event_noun, nominal, noun_beside};
use super::phrase::is_of_phrase;
use super::reading::{Sentence, Word};
use super::verb_group::{Tense, VerbGroup};
use super::{Candidate, Reading, Time};
use crate::event::{Category, Certainty, Operation};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;
use crate::time::{Granularity, Interval, TimexType};

/// "has been arrested for the bombing last year", "after last year's attack they will leave",
/// "stressed the weight of the talks next month": what has happened is of now, what will happen is to
/// come, and what was said is over, so another time is that of the noun beside it.
pub(super) fn of_perfect(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    timex: (usize, usize),
    time: &Time,
) -> Option<Head> {
    let sentence = &text.sentences[number];
    let (words, clauses) = (&sentence.words, &text.clauses[number]);
    let verb = clauses.list[clause].verb?;
    let now = text.date_of(number)?.interval;
    let elsewhen = time.interval.is_some_and(|interval| match verb.tense {
        // "has joined the race for the 2030 election"
        Tense::Perfect if interval.earliest_start() >= now.latest_end() => true,
        Tense::Perfect | Tense::Future => interval.latest_end() <= now.earliest_start(),
        Tense::Past => {
            interval.earliest_start() >= now.latest_end()
                && !is_attribute(sentence, timex.0, timex.1)
        }
        _ => false,
    });
    // "condemned the launches this year"
    let beside = timex.0.checked_sub(1).filter(|&at| {
        verb.tense == Tense::Past
            && words[verb.head].is(WordClass::STANCE)
            && verb.end <= at
            && is_event_noun(&words[at])
            && time.interval.is_some_and(|interval| interval.granularity() < Granularity::Day)
    });
    if beside.is_some() {
        return beside.map(|noun| nominal(words, noun));
    }
    let noun = noun_beside(words, clauses, clause, timex)
        .filter(|&noun| elsewhen && noun != verb.head && !clauses.syntax.verb_second)?;
    Some(nominal(words, noun))
}

/// "the first advance since the start of the war in 1850": the noun that an anchor leads up to a
/// time has that time, no other one before or behind it.
pub(super) fn anchored(words: &[Word<'_>], head: &Head, first: usize) -> Option<Head> {
    let between = (0..first).rev().take_while(|&at| {
        !words[at].is_sign(",") && !words[at].tag.is_verbal() && words[at].timex.is_none()
    });
    let anchor = between.filter(|&at| words[at].is(WordClass::ANCHOR)).last()?;
    let noun = (anchor + 1..first).find(|&at| is_event_noun(&words[at]))?;
    // "hit its highest level since its launch in 1999"
    let ranked = || is_ranked_since(words, anchor + 1);
    (head.nominal || ranked()).then(|| nominal(words, noun))
}

/// "through the purchase of Alaska in 1867, the lease of a port in 1870 and": the noun of an
/// enumeration, each part of which has a time of its own, and where that part starts.
pub(super) fn listed_noun(
    text: &Reading<'_>,
    number: usize,
    first: usize,
    before: Option<&Candidate>,
) -> Option<(usize, usize)> {
    let sentence = &text.sentences[number];
    let before = before.filter(|before| before.sentence == number)?;
    let (_, end) = sentence.words_of_timex(before.time.timex?)?;
    let between = sentence.words.get(end..first)?;
    let joint = between.iter().take_while(|word| {
        word.is_sign(",") || word.is(WordClass::COORDINATOR) && word.timex.is_none()
    });
    let joint = joint.count();
    let plain = |word: &Word<'_>| {
        !word.tag.is_verbal() && word.kind != TokenKind::Sign && word.timex.is_none()
    };
    let rest = &between[joint..];
    let noun = rest.iter().position(is_event_noun).map(|at| end + joint + at)?;
    let opens = rest.first().is_some_and(|word| word.tag != Tag::Preposition);
    let led = rest.last().is_some_and(|word| word.tag == Tag::Preposition);
    (joint > 0 && opens && led && rest.iter().all(plain)).then_some((noun, end))
}

/// Whether a time only leads on to what happened then, told behind it.
pub(super) fn only_leads(sentence: &Sentence<'_>, clauses: &Clauses, first: usize) -> bool {
    // "lasted until 1945, when he left": the time is that of what ended it.
    let until = first.checked_sub(1).is_some_and(|at| sentence.words[at].is(WordClass::UNTIL));
    // "Beginning in 1725, when he sent": that is what began.
    let begins = clauses.list[clauses.owner[first]].verb.is_some_and(|verb| {
        verb.tense == Tense::Gerund && sentence.words[verb.head].is(WordClass::START)
    });
    // "was part of the campaign in 1997 when it won": that is what happened then.
    let was = clauses.list[clauses.owner[first]].verb.is_some_and(|verb| {
        verb.tense == Tense::Past
            && sentence.words[verb.head].is(WordClass::BE)
            && verb.end < first
            && !sentence.words[verb.end..first]
                .iter()
                .any(|word| word.is(WordClass::INDEFINITE | WordClass::ROLE))
    });
    until || begins || was
}

/// Whether a later time of a sentence dates a head better than the one that it has.
pub(super) fn dates_better(
    text: &Reading<'_>,
    before: &Candidate,
    clause: usize,
    first: usize,
    time: &Time,
) -> bool {
    let sentence = &text.sentences[before.sentence];
    let clauses = &text.clauses[before.sentence];
    let words = &sentence.words;
    let beside = before.time.timex.and_then(|timex| sentence.words_of_timex(timex));
    let (Some((from, to)), Some(interval)) = (beside, time.interval) else { return false };
    let verb = clauses.list[clause].verb;
    // "four days later, on 2 November": the day that is named says it best.
    let coarser =
        before.time.interval.is_some_and(|other| other.granularity() < interval.granularity());
    let counted = before.time.timex.is_some_and(|timex| {
        matches!(text.timexes[timex].derivation.operation, Operation::Shift { .. })
    });
    let says_best = coarser
        && (counted || before.time.certainty != Certainty::Exact)
        && to < first
        && first <= to + 2;
    // "Famines in the 1960s led to a revolt in 1973": the one time is the subject's.
    let of_subject = verb.filter(VerbGroup::is_finite).is_some_and(|verb| {
        from >= 2
            && to <= verb.first
            && verb.end <= first
            && words[from - 1].tag == Tag::Preposition
            && (matches!(words[from - 2].tag, Tag::Noun | Tag::Nouns)
                || says_of_what(words, 0, from))
            && !words[from - 2].is(WordClass::GROUP | WordClass::ROLE | WordClass::ORGANISATION)
            && clauses.owner[from] == clause
            && first >= 2
            && (words[first - 2].tag.is_nominal()
                || first == verb.end + 1 && says_of_what(words, 0, from))
    });
    // "broke the 1994 agreement in 2002": the one time only says which agreement.
    let led = words[..first].iter().rev().take(2).any(|word| word.tag == Tag::Preposition);
    let of_object = led
        && to < first
        && from > verb.map_or(0, |verb| verb.end)
        && words[from - 1].tag == Tag::Determiner
        && words[to].tag.is_nominal()
        && words[to].timex.is_none();
    // "From 1923 until her retirement in 1937": the time behind the noun is its own.
    let of_noun = before.head.nominal
        && led
        && first.checked_sub(2) == Some(before.head.word)
        && to < before.head.word;
    // "After an attack in Oslo in 2015, a law was proposed in 2016": the time of what came before.
    let opener = words[..from].iter().position(|word| word.timex.is_none());
    let of_front = opener.is_some_and(|at| words[at].is(WordClass::ANCHOR) && at == 0)
        && words.get(to).is_some_and(|word| word.is_sign(","))
        && verb.is_some_and(|verb| to < verb.first && verb.end <= first)
        && words[1..from].iter().any(is_event_noun);
    // "A film about the 1972 riots won in 2003": the one time only says what the subject is about.
    let of_topic = from >= 2
        && words[from - 1].tag == Tag::Determiner
        && words[from - 2].is(WordClass::TOPIC)
        && verb.is_some_and(|verb| to < verb.first && verb.end < first);
    says_best || of_subject || of_object || of_noun || of_front || of_topic
}

/// "In a decision of 5 May, the court affirmed": whether the phrase of a noun whose time ends before a word
/// opens the sentence, and so says when all of it was.
pub(super) fn says_when(words: &[Word<'_>], noun: usize, end: usize) -> bool {
    let (first, inside) = (&words[0], &words[1.min(noun)..noun]);
    let leads = first.tag == Tag::Preposition && !first.is(WordClass::NAME_LINK);
    let closed = words.get(end).is_some_and(|word| word.is_sign(","));
    // "over the course of 1966"
    let article = usize::from(noun > 1 && words[noun - 1].is(WordClass::ARTICLE));
    let led = noun.checked_sub(1 + article).is_some_and(|at| words[at].tag == Tag::Preposition);
    led && words[noun].is(WordClass::PHRASAL)
        || noun > 0 && leads && closed && inside.iter().all(is_of_phrase)
}

/// Whether a time only says which thing is meant: "its winter needs", "his 1914 diary".
pub(super) fn is_attribute(sentence: &Sentence<'_>, first: usize, end: usize) -> bool {
    let owned = first
        .checked_sub(1)
        .is_some_and(|at| matches!(sentence.words[at].tag, Tag::Possessive | Tag::Genitive));
    // "the budget for 2020", "the border of 4 June 1967"
    let linked = first.checked_sub(2).is_some_and(|noun| {
        sentence.words[noun + 1].is(WordClass::NAME_LINK)
            && sentence.words[noun].tag.is_nominal()
            // "the meeting of ministers of 3 May"
            && !is_of_event(&sentence.words, noun)
            // "The one of last Thursday was attended": what it stands for was then.
            && !sentence.words[noun].numeral
            && sentence.words[noun].entry.noun.is_none()
            && !says_when(&sentence.words, noun, end)
    });
    // "more lethal than in the 1870s"; "not later than April" says when something was.
    let compared = |back: usize| {
        first.checked_sub(back).is_some_and(|at| {
            let bounds = |at: usize| sentence.words[at].is(WordClass::NEGATION);
            sentence.words[at].is(WordClass::COMPARISON) && !at.checked_sub(2).is_some_and(bounds)
        })
    };
    let led = first.checked_sub(1).is_some_and(|at| sentence.words[at].tag == Tag::Preposition);
    // "one of the century's foremost authorities"
    let owns = sentence.words.get(end).is_some_and(|word| word.tag == Tag::Genitive)
        && !sentence.words[end + 1..]
            .iter()
            .take_while(|word| word.tag.is_nominal() || word.tag == Tag::Adjective)
            .any(is_event_noun);
    // "in violation of § 1343"
    let numbered =
        first.checked_sub(1).is_some_and(|at| matches!(sentence.words[at].text, "§" | "№"));
    // "before the summer season opens on 27 May": another time says when.
    let whole = sentence.words[first].tag == Tag::Determiner
        || first > 0 && sentence.words[first - 1].tag == Tag::Determiner;
    let kind = whole
        && sentence.words[end - 1].tag == Tag::Noun
        && sentence.words.get(end).is_some_and(|noun| {
            matches!(noun.tag, Tag::Noun | Tag::Nouns)
                && noun.timex.is_none()
                && !is_event_noun(noun)
        })
        && sentence.words[end..]
            .iter()
            .take_while(|word| word.timex.is_some() || word.kind != TokenKind::Sign)
            .any(|word| word.timex.is_some());
    if kind {
        return true;
    }
    // "As in 1800, the party lost"
    let alike = || {
        led && first == 2
            && sentence.words[0].is(WordClass::LIKENING)
            && !sentence.words[1].is(WordClass::NAME_LINK)
            && sentence.words.get(end).is_some_and(|word| word.is_sign(","))
    };
    let compared =
        compared(1) || led && compared(2) || alike() || is_of_amount(&sentence.words, (first, end));
    if linked || owns || numbered || compared {
        return true;
    }
    if is_compared(&sentence.words, (first, end))
        || is_ranked_since(&sentence.words, first)
        || is_of_change(&sentence.words, first)
        || is_meant_for(&sentence.words, first)
        || is_put_to(&sentence.words, first)
    {
        return true;
    }
    owned && sentence.words.get(end).is_some_and(|word| word.tag.is_nominal())
}

/// "received the medal for his work in the 1930s": the years of what somebody is honoured for are
/// not those of the honour.
pub(super) fn is_of_merit(
    words: &[Word<'_>],
    head: &Head,
    first: usize,
    interval: Interval,
) -> bool {
    let long = interval.granularity() < Granularity::Year
        || first.checked_sub(1).is_some_and(|at| words[at].is(WordClass::ANCHOR));
    let behind = (head.word + 1..first).rev().take_while(|&at| words[at].kind != TokenKind::Sign);
    let merit = |at: usize| {
        words[at].is(WordClass::NAME_LINK) && !words[at].is(WordClass::PLACE_PREPOSITION)
    };
    head.category == Category::Award && !head.nominal && long && behind.into_iter().any(merit)
}

/// "its highest level since 2008", "the first attack on it since May": the time from which on
/// something is the first of its like.
pub(super) fn is_ranked_since(words: &[Word<'_>], first: usize) -> bool {
    const REACH: usize = 12;
    let other = WordClass::LATER | WordClass::EARLIER | WordClass::UNTIL;
    // "since [the] 1976 quake"
    let small = |word: &&Word<'_>| {
        word.timex.is_none() && matches!(word.tag, Tag::Determiner | Tag::Adjective)
    };
    let small = words[..first].iter().rev().take_while(small).count();
    let Some(since) = first.checked_sub(1 + small).filter(|&at| {
        words[at].is(WordClass::ANCHOR)
            && words[at].is(WordClass::SUBORDINATOR)
            && !words[at].is(other)
    }) else {
        return false;
    };
    // "the strongest to hit the island since", "the best showing since", "the first law added since"
    let hangs = |at: usize| {
        words[at].tag == Tag::Participle
            || at > 0
                && words[at].tag == Tag::Past
                && !words[at].is(WordClass::PAST_ONLY)
                && words[at - 1].tag.is_nominal()
            || at > 0 && words[at].tag == Tag::Gerund && words[at - 1].is(WordClass::RANK)
            || at > 0 && words[at].tag == Tag::Base && words[at - 1].tag == Tag::To
    };
    (since.saturating_sub(REACH)..since)
        .rev()
        .take_while(|&at| {
            (!words[at].tag.is_verbal() || hangs(at)) && words[at].kind != TokenKind::Sign
        })
        .any(|at| words[at].is(WordClass::RANK))
}

/// "the strongest since the 1976 quake": the event behind the time from which on something is the first
/// of its like.
pub(super) fn event_since(words: &[Word<'_>], end: usize) -> Option<Head> {
    let comma = usize::from(words.get(end).is_some_and(|word| word.is_sign(",")));
    let inside = |at: &usize| words[*at].tag.is_nominal() || words[*at].tag.leads_noun();
    let phrase = (end + comma..words.len()).take_while(inside);
    let noun = phrase.filter(|&at| is_event_noun(&words[at])).last()?;
    // "The 1976 quake" alone would have no title.
    let small = |word: &&Word<'_>| {
        word.timex.is_some() || matches!(word.tag, Tag::Determiner | Tag::Adjective)
    };
    let mut before = words[..end].iter().rev().take_while(small);
    let more = before.any(|word| word.tag == Tag::Adjective && word.timex.is_none());
    (more || noun > end + comma).then(|| nominal(words, noun))
}

/// "It was the 15th test this year": a count of what a year, a decade or a century has seen so far is no
/// event in it.
pub(super) fn is_counted_within(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    (first, interval): (usize, Interval),
) -> bool {
    let verb = clauses.list[clause].verb.filter(|verb| words[verb.head].is(WordClass::BE));
    let numbered = |word: &Word<'_>| {
        word.text.starts_with(|c: char| c.is_ascii_digit())
            && word.text.ends_with(char::is_alphabetic)
    };
    interval.granularity() <= Granularity::Year
        && verb.filter(|verb| verb.end <= first).is_some_and(|verb| {
            let phrase = &words[verb.end..first];
            phrase.iter().all(|word| word.kind != TokenKind::Sign && word.timex.is_none())
                && phrase.iter().any(|word| word.is(WordClass::RANK) || numbered(word))
                && phrase.last().is_some_and(|last| last.tag != Tag::Preposition)
        })
}

/// Whether a noun says of an event before it who takes part: "the meeting of foreign ministers".
fn is_of_event(words: &[Word<'_>], noun: usize) -> bool {
    let modifies = |at: &usize| words[*at].tag.leads_noun() || words[*at].tag.is_nominal();
    let first = (0..noun).rev().take_while(modifies).last().unwrap_or(noun);
    let link = first.checked_sub(1).filter(|&at| words[at].is(WordClass::NAME_LINK));
    words[noun].is(WordClass::GROUP | WordClass::ROLE)
        && link.and_then(|link| link.checked_sub(1)).is_some_and(|at| is_event_noun(&words[at]))
}

/// "welcomed the pledges for next year": what is meant for a time was promised before. What people
/// come together for is then.
fn is_meant_for(words: &[Word<'_>], first: usize) -> bool {
    // "the pledges made for next year"
    let made = |&at: &usize| {
        words[at].tag == Tag::Participle
            && words[at].is(WordClass::LIGHT)
            && words[at - 1].tag.is_nominal()
    };
    let behind = first.checked_sub(2).filter(|&at| at > 0);
    let Some(last) = behind.map(|at| if made(&at) { at - 1 } else { at }) else { return false };
    let noun = &words[last];
    let meant = words[first - 1].is(WordClass::NAME_LINK)
        && !words[first - 1].is(WordClass::PLACE_PREPOSITION | WordClass::GENITIVE_ARTICLE);
    let gathers = noun.entry.noun.is_none_or(|category| {
        matches!(category, Category::Meeting | Category::Election | Category::Ceremony)
    });
    let verb = words[..last].iter().rev().find(|word| word.tag.is_verbal());
    // "Monday's bid for May elections failed"
    let behind = || words[first..].iter().find(|word| word.timex.is_none() && word.tag.is_verbal());
    let fails = verb.is_none() && behind().is_some_and(|verb| verb.tag == Tag::Past);
    let told = fails
        || verb.is_some_and(|verb| {
            matches!(verb.tag, Tag::Past | Tag::Participle)
                && !verb.is(WordClass::PLAN | WordClass::LIGHT | WordClass::ASPECT | WordClass::BE)
        });
    meant && noun.timex.is_none() && noun.tag.is_nominal() && !gathers && told
}

/// "moved the hearing from May to September", "was extended through May": the times that something is
/// put to and taken from are not that of putting it there.
fn is_put_to(words: &[Word<'_>], first: usize) -> bool {
    let Some(before) = first.checked_sub(1).map(|at| &words[at]) else { return false };
    let verb = words[..first].iter().rev().find(|word| word.tag.is_verbal());
    (before.is(WordClass::TARGET) || before.is(WordClass::SOURCE))
        && verb.is_some_and(|verb| {
            verb.is(WordClass::RESCHEDULE) && matches!(verb.tag, Tag::Past | Tag::Participle)
        })
}

/// "a puppy named Rex", "a law named for him": a participle that says what something is called.
pub(super) fn only_names(words: &[Word<'_>], group: &VerbGroup) -> bool {
    let behind_noun = group.first.checked_sub(1).is_some_and(|at| words[at].tag.is_nominal());
    let next = words.get(group.end);
    group.tense == Tense::Participle
        && group.first == group.head
        && behind_noun
        && words[group.head].entry.verb == Some(Category::Appointment)
        && next.is_some_and(|next| {
            next.is_upper() && !next.is(WordClass::ROLE) && next.timex.is_none()
                || next.is(WordClass::NAME_LINK)
        })
}

/// "took half a day", "it had taken a minimum of four days to": whether all that a clause says is how long something
/// takes.
pub(super) fn takes_time(text: &Reading<'_>, number: usize, verb: &VerbGroup) -> bool {
    let words = &text.sentences[number].words;
    let turns = WordClass::START | WordClass::FINISH;
    if !words[verb.head].is(WordClass::LIGHT) || words[verb.head].is(turns) || verb.passive {
        return false;
    }
    let lasts = |timex: usize| {
        let told = &text.timexes[timex];
        told.kind == TimexType::Duration && told.interval.is_none()
    };
    if verb.first.checked_sub(1).is_some_and(|at| is_expletive(text, number, at)) {
        return text.sentences[number].timexes.clone().any(lasts);
    }
    let small = |word: &&Word<'_>| {
        word.timex.is_none() && matches!(word.tag, Tag::Adverb | Tag::Determiner)
    };
    let first = verb.end + words[verb.end..].iter().take_while(small).count();
    let Some(timex) = words.get(first).and_then(|word| word.timex) else { return false };
    let next = words[first..].iter().find(|word| word.timex != Some(timex));
    // "signed a six-year, costly deal"
    let listed = words[first..].iter().skip_while(|word| word.timex == Some(timex)).nth(1);
    let listed = listed.is_some_and(|word| matches!(word.tag, Tag::Adjective | Tag::Number));
    let ends = next.is_none_or(|next| {
        let goes_on = WordClass::NAME_LINK | WordClass::ANCHOR | WordClass::COORDINATOR;
        next.kind == TokenKind::Sign && !(next.is_sign(",") && listed)
            || next.tag == Tag::To
            || next.tag == Tag::Preposition && !next.is(goes_on)
    });
    ends && lasts(timex.get())
}

/// "left without [asking]", "instead of [asking]": whether a gerund names what was not done.
pub(super) fn is_undone(words: &[Word<'_>], verb: &VerbGroup) -> bool {
    let before = words[..verb.first].iter().rposition(|word| !word.is(WordClass::NAME_LINK));
    let led = before.is_some_and(|at| words[at].is(WordClass::UNDONE) && words[at].timex.is_none());
    led && verb.tense == Tense::Gerund
}
