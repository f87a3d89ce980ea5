//! Participles that look like the past: which verbs only say more of a noun.

use super::openers::is_behind_noun;
use crate::extract::lone_verb::has_finite;
use crate::extract::modifying::opens_apposition;
use crate::extract::phrase::{is_of_phrase, is_quotation_mark, leads_time};
use crate::extract::reading::Word;
use crate::extract::verb_group::{Tense, VerbGroup};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// "condemned the raids carried out in May": right behind the object of another verb the past is a
/// participle, where nothing opens a clause.
pub(super) fn mend_participles(words: &[Word<'_>], groups: &mut [VerbGroup]) {
    let opens = |word: &Word<'_>| {
        word.kind == TokenKind::Sign
            || word.is(WordClass::COORDINATOR
                | WordClass::RELATIVE
                | WordClass::COMPLEMENTISER
                | WordClass::SUBORDINATOR)
    };
    let in_front = stands_in_front(words, groups);
    if let [first, second, ..] = groups
        && (opens_reduced(words, first, second) || in_front)
    {
        first.tense = Tense::Participle;
    }
    for at in 1..groups.len() {
        if is_called(words, groups, at - 1) || hangs_on_subject(words, groups, at) {
            groups[at - 1].tense = Tense::Participle;
        }
        let (before, group) = (groups[at - 1], groups[at]);
        let between = &words[before.end.min(group.first)..group.first];
        let object = between.last().is_some_and(|word| word.tag.is_nominal());
        let past = group.tense == Tense::Past
            && group.first == group.head
            && !words[group.head].is(WordClass::PAST_ONLY);
        let leads = before.is_finite() && !words[before.head].is(WordClass::SAYING);
        let contact = || {
            group.first > 0
                && is_behind_noun(words, group.first - 1).is_some_and(|name| name > before.end)
        };
        let plain = || object && !contact() && !between.iter().any(opens);
        let main = || opens_main(words, &before, &group);
        let last = at + 1 == groups.len();
        if past && leads && plain() && !main() && !resumes(words, groups, at)
            || says_more_of_new(words, &before, &group, last)
            || is_ordered(words, &before, &group)
            || is_led_pair(words, &group)
        {
            groups[at].tense = Tense::Participle;
        }
    }
    for at in 1..groups.len() {
        if is_set_off(words, &groups[at - 1], &groups[at]) {
            groups[at - 1].tense = Tense::Participle;
        }
    }
}

/// "Ida Orr, an envoy returned from Riga, landed", "; his second, appointed in May, left": whether a past between
/// commas says more of the noun before them, behind which its verb follows.
fn is_set_off(words: &[Word<'_>], group: &VerbGroup, next: &VerbGroup) -> bool {
    let comma = |at: usize| words[at].is_sign(",") && words[at].timex.is_none();
    let closed = next.is_finite()
        && next.first > group.end
        && comma(next.first - 1)
        && !(group.end..next.first - 1).any(|at| comma(at) || words[at].is(WordClass::COORDINATOR));
    if !closed || !may_be_participle(words, group) || group.first < 2 {
        return false;
    }
    let right_behind = comma(group.first - 1);
    let opens = if right_behind {
        Some(group.first - 1)
    } else {
        opens_apposition(words, group.first)
            .filter(|&opens| words[opens + 1].is(WordClass::INDEFINITE))
    };
    // "He came, visited the town, left" has a verb before.
    let start = opens.map(|opens| {
        let parts = |word: &Word<'_>| word.is_sign(";") || word.is_sign(":");
        (opens, words[..opens].iter().rposition(parts).map_or(0, |at| at + 1))
    });
    start.is_some_and(|(opens, start)| {
        let noun = words[opens - 1].timex.is_none()
            && (words[opens - 1].tag.is_nominal() || words[opens - 1].tag == Tag::Adjective);
        noun && !has_finite(&words[start..opens])
            && !words[start..opens].iter().any(|word| word.is(WordClass::COORDINATOR))
    })
}

/// "with wood and iron salvaged from a village": whether a past before a preposition says more of two bare nouns
/// that a preposition takes.
fn is_led_pair(words: &[Word<'_>], group: &VerbGroup) -> bool {
    let bare = |word: &Word<'_>| word.tag.is_nominal() && !word.is_upper() && word.timex.is_none();
    let led = words.get(group.end).is_some_and(|next| next.tag == Tag::Preposition);
    matches!(words.get(group.first.saturating_sub(4)..group.first), Some([link, one, joint, other])
        if link.tag == Tag::Preposition
            && !link.is(WordClass::SUBORDINATOR)
            && bare(one)
            && joint.is(WordClass::COORDINATOR)
            && bare(other))
        && led
        && may_be_participle(words, group)
}

/// "denied it in an order entered on 2 May": whether a past right before its time says more of the one thing that
/// a preposition takes.
fn is_ordered(words: &[Word<'_>], before: &VerbGroup, group: &VerbGroup) -> bool {
    let timed = words.get(group.end).is_some_and(|next| next.timex.is_some())
        || group.end + 1 < words.len() && leads_time(words, group.end);
    let inside = |&at: &usize| matches!(words[at].tag, Tag::Noun | Tag::Adjective);
    let first = (before.end..group.first).rev().take_while(inside).last();
    let article = first.and_then(|first| first.checked_sub(1));
    let led = article.is_some_and(|at| {
        at > before.end
            && words[at].is(WordClass::INDEFINITE)
            && words[at - 1].tag == Tag::Preposition
            // "after a tanker exploded"
            && !words[at - 1].is(WordClass::SUBORDINATOR)
    });
    may_be_participle(words, group)
        && before.is_finite()
        && timed
        && led
        && words[group.first - 1].tag == Tag::Noun
}

/// "When the strike collapsed in May the firm rehired them": whether a verb's subject stands right behind
/// the time of a clause that opens the sentence and depends on another.
fn opens_main(words: &[Word<'_>], before: &VerbGroup, group: &VerbGroup) -> bool {
    let depends = words[0].is(WordClass::SUBORDINATOR) && words[0].timex.is_none();
    let time = (before.end..group.first).rfind(|&at| words[at].timex.is_some());
    let own = time.map_or(&[][..], |time| &words[time + 1..group.first]);
    let article = own.first().is_some_and(|first| {
        first.is(WordClass::ARTICLE | WordClass::INDEFINITE) || first.tag == Tag::Possessive
    });
    depends && article && own[1..].iter().all(is_of_phrase)
}

/// Whether a verb may be a participle: a past alone that is not told from one.
fn may_be_participle(words: &[Word<'_>], group: &VerbGroup) -> bool {
    group.tense == Tense::Past
        && group.first == group.head
        && !words[group.head].is(WordClass::PAST_ONLY | WordClass::BE | WordClass::HAVE)
}

/// "a refugee named Sang Orr, who claimed the throne, founded": whether a past between a noun and a name is
/// no verb, as right behind the relative clause of that name another verb stands.
fn is_called(words: &[Word<'_>], groups: &[VerbGroup], at: usize) -> bool {
    let group = &groups[at];
    let noun = group.first.checked_sub(1).is_some_and(|at| {
        matches!(words[at].tag, Tag::Noun | Tag::Nouns) && words[at].timex.is_none()
    });
    let names = words[group.end..].iter().take_while(|word| word.tag == Tag::Name).count();
    let comma = group.end + names;
    let relates = names > 0
        && words.get(comma).is_some_and(|word| word.is_sign(","))
        && words.get(comma + 1).is_some_and(|word| word.tag == Tag::Relative);
    let closed =
        |verb: &VerbGroup| verb.is_finite() && verb.first > 0 && words[verb.first - 1].is_sign(",");
    may_be_participle(words, group)
        && noun
        && relates
        && groups.get(at + 2..).is_some_and(|later| later.iter().take(2).any(closed))
}

/// "Troops driven from the hills by the king had moved": whether nothing but what prepositions lead stands
/// between a past and a verb with an auxiliary, which so waits for the subject of both.
fn hangs_on_subject(words: &[Word<'_>], groups: &[VerbGroup], at: usize) -> bool {
    let (before, group) = (groups[at - 1], groups[at]);
    // "The men still held in Oslo were freed"
    let last = words[..before.first].iter().rposition(|word| word.tag != Tag::Adverb);
    let graded = last.is_some_and(|last| last + 1 < before.first);
    let noun = last.is_some_and(|at| words[at].tag.is_nominal() && words[at].timex.is_none());
    let helped =
        group.is_finite() && group.first != group.head && (group.tense != Tense::Past || graded);
    let led = |at: usize| {
        let (last, word) = (&words[at - 1], &words[at]);
        let inside = is_of_phrase(last) || last.tag == Tag::Preposition && last.timex.is_none();
        match word.tag {
            _ if word.timex.is_some() || word.tag == Tag::Preposition => {
                !word.is(WordClass::SUBORDINATOR)
            }
            Tag::Determiner | Tag::Possessive => last.tag == Tag::Preposition,
            Tag::Genitive => true,
            _ => is_of_phrase(word) && inside,
        }
    };
    let next = words.get(before.end);
    may_be_participle(words, &before)
        && !words[before.head].is(WordClass::SAYING)
        && noun
        && helped
        && next.is_some_and(|next| next.tag == Tag::Preposition)
        && (before.end..group.first).all(led)
}

/// "The toll of the quake that shook the coast rose to 246", "said that the men who held the town fled": whether
/// a past behind the object of a relative clause is the verb that the noun before that clause waits for.
fn resumes(words: &[Word<'_>], groups: &[VerbGroup], at: usize) -> bool {
    let (before, group) = (groups[at - 1], groups[at]);
    let clause_opens = before.first.checked_sub(1).filter(|&opener| opener > 0);
    let subject = clause_opens.is_some_and(|opener| {
        words[opener].tag == Tag::Relative
            && words[opener - 1].tag.is_nominal()
            && words[0].tag != Tag::Preposition
            && words[..opener].iter().all(|word| word.kind != TokenKind::Sign)
    });
    let said =
        at.checked_sub(2).map(|at| groups[at]).filter(VerbGroup::is_finite).zip(clause_opens);
    let said = said.is_some_and(|(saying, opener)| {
        let between = words.get(saying.end..opener).unwrap_or_default();
        let told = |word: &Word<'_>| word.is(WordClass::COMPLEMENTISER);
        words[opener].tag == Tag::Relative
            && between.last().is_some_and(|noun| noun.tag.is_nominal() && noun.timex.is_none())
            && between.iter().all(|word| word.kind != TokenKind::Sign)
            && (words[saying.head].is(WordClass::SAYING) || between.iter().any(told))
    });
    let end = words[group.end..].iter().position(|word| {
        word.kind == TokenKind::Sign && word.timex.is_none() || word.is(WordClass::COORDINATOR)
    });
    let end = end.map_or(words.len(), |end| group.end + end);
    let last = groups[at + 1..].iter().all(|later| later.first >= end || !later.is_finite());
    (at == 1 && (subject || holds(words, before.first)) || said) && last
}

/// "News that the town [had fallen] reached the king": whether what a noun holds is told by the verb at a word.
fn holds(words: &[Word<'_>], verb: usize) -> bool {
    let own = words[..verb].iter().rev().take_while(|word| is_of_phrase(word)).count();
    let opener = (verb - own).checked_sub(1).filter(|&at| own > 0 && at > 0);
    opener.is_some_and(|at| {
        words[at].is(WordClass::COMPLEMENTISER)
            && words[at - 1].is(WordClass::CONTENT)
            && words[..at].iter().all(is_of_phrase)
    })
}

/// "At the meeting held in May between the two, the ministers agreed": a past behind the noun that
/// the first preposition takes says more of it, where a comma and another clause follow.
fn opens_reduced(words: &[Word<'_>], first: &VerbGroup, second: &VerbGroup) -> bool {
    let phrase = &words[..first.first];
    let led = phrase.first().is_some_and(|word| {
        word.tag == Tag::Preposition
            && word.timex.is_none()
            && !word.is(WordClass::SUBORDINATOR | WordClass::COMPLEMENTISER)
    });
    let plain = |word: &Word<'_>| {
        word.timex.is_none()
            && (word.tag.is_nominal() || word.tag.leads_noun() || word.tag == Tag::Determiner)
    };
    let noun = phrase.last().is_some_and(|word| word.tag.is_nominal() && word.entry.noun.is_some());
    let past = first.tense == Tense::Past
        && first.first == first.head
        && !words[first.head].is(WordClass::PAST_ONLY | WordClass::BE | WordClass::HAVE);
    let behind = &words[first.end..second.first];
    let comma = behind.iter().rposition(|word| word.is_sign(",") && word.timex.is_none());
    let subject = comma.is_some_and(|comma| {
        let rest = &behind[comma + 1..];
        let opens = rest.first().is_some_and(|word| {
            word.is(WordClass::RELATIVE | WordClass::COORDINATOR | WordClass::SUBORDINATOR)
        });
        !opens && rest.iter().any(|word| word.tag.is_nominal() || word.tag == Tag::Pronoun)
    });
    led && noun && past && second.is_finite() && subject && phrase[1..].iter().all(plain)
}

/// "In May, confronted with evidence that he had known, the council dismissed him": whether the first
/// verb is a past without a subject, and a clause with its own one follows behind a comma.
fn stands_in_front(words: &[Word<'_>], groups: &[VerbGroup]) -> bool {
    let Some((first, rest)) = groups.split_first() else { return false };
    // "In Orr v. Roe, decided in 1961, this court held"
    let case = words[..first.first].iter().any(|word| word.is(WordClass::VERSUS));
    let before = |word: &Word<'_>| {
        word.timex.is_some()
            || word.is_sign(",")
            || matches!(word.tag, Tag::Preposition | Tag::Adverb)
            || case && (word.is_upper() || word.is(WordClass::VERSUS))
    };
    let past = first.tense == Tense::Past
        && first.first == first.head
        && !words[first.head].is(WordClass::PAST_ONLY | WordClass::BE | WordClass::HAVE)
        && words[..first.first].iter().all(before);
    // "Declared bankrupt in May, she": what it made of somebody follows.
    let goes_on = words.get(first.end).is_some_and(|next| {
        next.timex.is_none() && matches!(next.tag, Tag::Preposition | Tag::Adjective)
    });
    past && goes_on
        && rest.iter().any(|verb| {
            let own = &words[first.end..verb.first];
            let comma = own.iter().rposition(|word| word.is_sign(",") && word.timex.is_none());
            let own = comma.map_or(&[][..], |comma| &own[comma + 1..]);
            let opens = own.first().is_some_and(|word| {
                word.is(WordClass::RELATIVE | WordClass::COORDINATOR | WordClass::SUBORDINATOR)
            });
            let acts = |word: &Word<'_>| {
                word.timex.is_none() && (word.tag.is_nominal() || word.tag == Tag::Pronoun)
            };
            verb.is_finite() && !opens && own.iter().any(acts)
        })
}

/// "On 13 May — two days after the court's ruling — he said": what looks like a verb between dashes
/// behind the time that opens a sentence only says from when that is counted.
pub(super) fn says_from_when(words: &[Word<'_>], group: &VerbGroup) -> bool {
    let dash = |word: &Word<'_>| word.is(WordClass::DASH) && word.kind == TokenKind::Sign;
    let Some(opens) = words[..group.first].iter().position(dash) else { return false };
    let timed =
        words[..opens].iter().all(|word| word.timex.is_some() || word.tag == Tag::Preposition);
    let counted = words[opens..group.first].iter().any(|word| word.is(WordClass::ANCHOR));
    !group.is_finite() && timed && counted && words[group.end..].iter().any(dash)
}

/// "260 soldiers, 53 of them badly hurt, were taken out": whether what looks like a verb tells between
/// commas of some of those that are named before.
pub(super) fn says_of_some(words: &[Word<'_>], group: &VerbGroup) -> bool {
    let closed = words.get(group.end).is_some_and(|next| next.is_sign(","));
    let before = (0..group.first).rev().find(|&at| words[at].tag != Tag::Adverb);
    let Some([.., comma, some, of, them]) = before.and_then(|last| words.get(..=last)) else {
        return false;
    };
    closed
        && group.first + 1 == group.end
        && matches!(group.tense, Tense::Past | Tense::Participle)
        && comma.is_sign(",")
        && matches!(some.tag, Tag::Number | Tag::Determiner | Tag::Pronoun | Tag::Adjective)
        && of.is(WordClass::NAME_LINK)
        && them.is(WordClass::PLURAL)
}

/// "a party [called] Vik emerged": whether a participle only leads from a noun to its name, behind which the
/// verb stands that has both as its subject.
pub(super) fn leads_to_name(words: &[Word<'_>], group: &VerbGroup) -> bool {
    if !words[group.head].is(WordClass::NAMING) || group.first + 1 != group.end {
        return false;
    }
    let before = group.first.checked_sub(1).map(|at| &words[at]);
    let of_name =
        |word: &&Word<'_>| word.is_upper() && word.timex.is_none() || is_quotation_mark(word);
    let article = words.get(group.end).is_some_and(|next| next.is(WordClass::ARTICLE));
    let from = group.end + usize::from(article);
    let named = from + words[from..].iter().take_while(of_name).count();
    // "called the Vik (also known as the Aska)"
    let aside = |word: &&Word<'_>| word.depth > 0 || matches!(word.text, "(" | ")");
    let behind = named + words[named..].iter().take_while(aside).count();
    matches!(group.tense, Tense::Past | Tense::Participle)
        && before
            .is_some_and(|word| word.timex.is_none() && matches!(word.tag, Tag::Noun | Tag::Nouns))
        && named > from
        && words.get(behind).is_some_and(|verb| matches!(verb.tag, Tag::Past | Tag::Present))
}

/// "won a treaty, signed that May": whether a past behind the new thing that a verb acts on says more of
/// it, as nothing goes on from that verb.
fn says_more_of_new(words: &[Word<'_>], before: &VerbGroup, group: &VerbGroup, last: bool) -> bool {
    let Some([object @ .., comma]) = words.get(before.end..group.first) else { return false };
    let new = object.first().is_some_and(|first| first.is(WordClass::INDEFINITE));
    let noun = object.last().is_some_and(|last| matches!(last.tag, Tag::Noun | Tag::Nouns));
    let next = words.get(group.end);
    last && may_be_participle(words, group)
        && before.is_finite()
        && !before.passive
        && comma.is_sign(",")
        && new
        && noun
        && object.iter().skip(1).all(is_of_phrase)
        && next.is_some_and(|next| next.timex.is_some() || next.tag == Tag::Preposition)
}

/// "the year ended 31 March": such a participle only says which year.
pub(super) fn names_time(words: &[Word<'_>], group: &VerbGroup) -> bool {
    let timed = |word: Option<&Word<'_>>| word.is_some_and(|word| word.timex.is_some());
    // "a loss for its quarter ended 31 March": what a preposition takes is no subject.
    let led = || {
        let small = |word: &&Word<'_>| {
            word.timex.is_some() || matches!(word.tag, Tag::Possessive | Tag::Determiner)
        };
        let mut before = words[..group.first].iter().rev().skip_while(small);
        before.next().is_some_and(|word| word.tag == Tag::Preposition)
    };
    (group.tense == Tense::Participle || group.tense == Tense::Past && led())
        && group.first + 1 == group.end
        && timed(group.first.checked_sub(1).map(|at| &words[at]))
        && timed(words.get(group.end))
}
