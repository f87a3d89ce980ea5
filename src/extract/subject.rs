//! The subject of a clause: before its verb, behind it, or the one that it shares.

use smallvec::SmallVec;

use super::agreement;
use super::clausal_subject::{
    asked, before_time, doing, of_gerund, of_time, thing_before, told_to_be, with_time,
};
use super::clause::{Clause, ClauseKind, Clauses};
use super::free_subject::{
    add_article, goes_on_from, is_behind, is_oblique, noun_phrase_from, pronoun_acts,
    subject_of_dependent,
};
use super::front_of_verb::{noun_phrase_to, stands_in_noun_phrase, with_owner};
use super::held_noun::{held_or_planned_noun, with_more_of};
use super::phrase::{is_of_phrase, is_owning_time, is_quotation_mark, leads_relative, sets_off};
use super::reading::Word;
use super::relative_subject::{
    agreeing, apposed, before_adverb, joined, of_one_name, of_same_article,
};
use super::said_of_object::said_more_of;
use super::segments::{heads, segments, starts_subject};
use super::set_off::{
    common_noun_before, in_country, is_led_in_front, named_by, of_age, of_amount, of_matter,
    of_measure, of_office, of_suffix, of_whom,
};
use super::verb_group::{Tense, VerbGroup};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// As many words as most clauses have at most before their verb.
const FEW: usize = 16;

/// The words of the subject of a clause; those of the clause that it shares one with, if it has
/// none of its own.
pub(super) fn subject<'c>(words: &[Word<'_>], clauses: &'c Clauses, clause: usize) -> &'c [usize] {
    clauses.list[clause].subject.get_or_init(|| find_subject(words, clauses, clause))
}

fn find_subject(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Vec<usize> {
    let mut at = clause;
    for _ in 0..4 {
        if let Some(main) = goes_on_from(words, clauses, at) {
            at = main;
        }
        // "американці повідомили, що було знищено": the other verb says that its subject is another.
        if clauses.agreements.drops_subject()
            && at != clause
            && agreement::differ(words, clauses, clause, at)
        {
            return Vec::new();
        }
        let own = own_subject(words, clauses, at);
        // "There was a rush of divers, making the town rich"
        let there = own.first().is_some_and(|&first| words[first].tag == Tag::Existential);
        if let Some(verb) = clauses.list[at].verb.filter(|_| there && at != clause) {
            return set_off_behind_there(words, clauses, clause, &verb);
        }
        if !own.is_empty() && !agreement::misfits(words, clauses, at, &own) {
            return own;
        }
        let this = &clauses.list[at];
        let set_off = at != clause && clauses.list[clause].kind == ClauseKind::Participial;
        if set_off && this.verb.is_none() {
            return before_comma(words, clauses.extent(at).0);
        }
        // "In a speech read on Monday, he", "with the troops having fled, he": it stands before it.
        // "In Orr v. Roe, decided in May, we": so does a case.
        let of_case = |verb: usize| {
            words[verb - 1].is_sign(",")
                && words[..verb].iter().any(|word| word.is(WordClass::VERSUS))
        };
        // "In the treaty, signed in May, they agreed": so does what a preposition takes in front.
        let front = this.verb.filter(|verb| {
            this.kind == ClauseKind::Participial
                && matches!(verb.tense, Tense::Participle | Tense::Gerund)
                && verb.first > 0
                && is_led_in_front(words, verb.first)
        });
        if let Some(verb) = front {
            return (1..verb.first - 1).collect();
        }
        if let Some(group) = this.verb.filter(|group| {
            let leads = this.kind == ClauseKind::Main;
            matches!(group.tense, Tense::Participle | Tense::Gerund)
                && group.first > 0
                && (leads && words[group.first - 1].tag.is_nominal()
                    || this.kind == ClauseKind::Participial
                        && (of_case(group.first) || has_own_actor(words, clauses, at, group)))
        }) {
            let case = of_case(group.first) && this.kind == ClauseKind::Participial;
            let at = this.parent.filter(|_| case).unwrap_or(at);
            return noun_phrase_before(words, clauses, at, group.first);
        }
        if let Some(object) = said_more_of(words, clauses, at) {
            return object;
        }
        let controls = |clause: &Clause| clause.kind == ClauseKind::Main && clause.verb.is_some();
        // "dass im Mai gebaut werde": nobody acts, whoever did in the clause before.
        let alone = clauses.syntax.verb_second
            && this.verb.is_some_and(|verb| verb.is_finite())
            && matches!(
                this.kind,
                ClauseKind::Subordinate | ClauseKind::Complement | ClauseKind::Main
            );
        match this.parent.filter(|_| !alone) {
            // "Arrested in May, she was held": its subject stands in the clause behind.
            None if this.kind == ClauseKind::Participial => {
                match clauses.list.iter().position(controls) {
                    Some(main) => at = main,
                    None => break,
                }
            }
            Some(parent) if this.kind != ClauseKind::Relative => at = parent,
            Some(parent) => return of_relative(words, clauses, (parent, at)),
            None => break,
        }
    }
    Vec::new()
}

/// The words of whom or what a relative clause, the second of two, hangs on, which the first one names.
fn of_relative(words: &[Word<'_>], clauses: &Clauses, (parent, at): (usize, usize)) -> Vec<usize> {
    let this = &clauses.list[at];
    // "aus dem im Mai zitiert wurde": nobody acts.
    let second = clauses.syntax.verb_second && this.verb.is_some_and(|v| v.is_finite());
    if second && !pronoun_acts(words, clauses, at) {
        return Vec::new();
    }
    if let Some(asked) = asked(words, clauses, at) {
        return vec![asked];
    }
    let found =
        noun_phrase_before(words, clauses, parent, before_adverb(words, clauses.extent(at).0));
    let agreed = this.verb.and_then(|verb| agreeing(words, &verb, &found));
    let found = agreed.map_or(found, |noun| noun_phrase_before(words, clauses, parent, noun + 1));
    // "in both [Norway], which fell, and Sweden"
    let both =
        found.len() > 1 && words[found[0]].is(WordClass::LOOSE) && words[found[1]].tag == Tag::Name;
    let found = if both { found[1..].to_vec() } else { found };
    // "shares issued in July, which": it hangs on what the participle says more of.
    let bare = |clause: &Clause| clause.verb.is_some_and(|verb| !verb.is_finite());
    if found.is_empty() && bare(&clauses.list[parent]) {
        return subject(words, clauses, parent).to_vec();
    }
    if found.is_empty() {
        return before_time(words, clauses, parent, clauses.extent(at).0);
    }
    if let Some(same) = of_same_article(words, clauses, (parent, at), &found) {
        return same;
    }
    let opener = clauses.extent(at).0;
    let before = words[..opener].iter().rposition(|word| !word.is_sign(","));
    let mut ends = found.last().copied().into_iter().chain(before);
    let held = this
        .verb
        .and_then(|verb| ends.find_map(|last| held_or_planned_noun(words, clauses, &verb, last)));
    if let Some(noun) = held.filter(|&noun| noun < found[0]) {
        return with_more_of(words, clauses, parent, (noun, before));
    }
    if let Some(whole) = of_one_name(words, &found) {
        return whole;
    }
    if let Some(own) = apposed(words, clauses, parent, opener, &found) {
        return own;
    }
    let pair = this.verb.and_then(|verb| joined(words, &verb, opener, &found));
    if let Some(pair) = pair {
        return pair;
    }
    if let Some(thing) = thing_before(words, clauses, (parent, at), &found) {
        return thing;
    }
    let same = told_to_be(words, clauses, (parent, at), &found);
    same.unwrap_or(found)
}

/// "Orr, held in May, now lives in Riga": the noun phrase that opens a clause before a comma; a verb that was not
/// found hides nobody.
fn before_comma(words: &[Word<'_>], first: usize) -> Vec<usize> {
    let own: Vec<usize> = (first..words.len()).take_while(|&at| is_of_phrase(&words[at])).collect();
    let closed = words.get(first + own.len()).is_some_and(|next| next.is_sign(","));
    if closed { own } else { Vec::new() }
}

/// "There was a rush of divers, [making the town rich]": what a gerund behind the comma says more of; nothing
/// where it is no gerund, or says more of another word.
fn set_off_behind_there(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    there: &VerbGroup,
) -> Vec<usize> {
    let first = clauses.extent(clause).0;
    let gerund = clauses.list[clause].verb.filter(|verb| verb.tense == Tense::Gerund);
    let behind = first > 0 && gerund.is_some_and(|verb| verb.first == first);
    let inside = |word: &Word<'_>| is_of_phrase(word) || word.tag == Tag::Preposition;
    let plain =
        behind && words[first - 1].is_sign(",") && words[there.end..first - 1].iter().all(inside);
    if plain {
        noun_phrase_from(words, clauses, clauses.owner[there.head], there.end)
    } else {
        Vec::new()
    }
}

/// ", the king having died": whether a gerund of what had been done has a subject of its own before it.
fn has_own_actor(words: &[Word<'_>], clauses: &Clauses, clause: usize, verb: &VerbGroup) -> bool {
    words[verb.first].is(WordClass::HAVE)
        && verb.tense == Tense::Gerund
        && verb.first > 0
        && clauses.owner[verb.first - 1] == clause
        && words[verb.first - 1].tag.is_nominal()
}

/// The noun phrase that a relative clause hangs on; of a name, all of it: "the Treaty of Rome".
pub(super) fn noun_phrase_before(
    words: &[Word<'_>],
    clauses: &Clauses,
    parent: usize,
    to: usize,
) -> Vec<usize> {
    // Behind a comma the clause hangs on the whole: "the Treaty of Rome", "the end of slavery".
    let comma = clauses.words(parent).rfind(|&at| at < to).is_some_and(|at| words[at].is_sign(","))
        || words.get(to).is_some_and(|word| word.is_sign(","));
    let inside_name = |at: usize| {
        words[at].is(WordClass::NAME_LINK)
            && at > 0
            && words[at - 1].tag.is_nominal()
            && words.get(at + 1).is_some_and(|next| {
                let names = words[at - 1].is_upper();
                // "the Group of 77"
                let number = next.tag == Tag::Number && next.timex.is_none();
                names && number
                    || next.tag.is_nominal() && next.is_upper() == names && (comma || names)
            })
    };
    // "the end of the war in 1848, which": the time of what it hangs on stands between.
    let time_between = |at: usize| {
        words[at].timex.is_some()
            || words[at].tag == Tag::Preposition
                && words.get(at + 1).is_some_and(|next| next.timex.is_some())
    };
    let mut out: Vec<usize> = clauses
        .words(parent)
        .rev()
        .skip_while(|&at| {
            let parted = clauses.syntax.verb_second
                && (matches!(words[at].tag, Tag::Particle | Tag::To) || words[at].tag.is_verbal());
            // "the union (EU), which"
            let aside = words[at].depth > 0 || matches!(words[at].text, "(" | ")");
            let mark = words[at].is_sign(",") || is_quotation_mark(&words[at]) || aside;
            at >= to || mark || comma && (time_between(at) || parted)
        })
        .take_while(|&at| {
            let word = &words[at];
            word.timex.is_none()
                && word.depth == 0
                && (word.tag.is_nominal()
                    || inside_name(at)
                    || word.tag.leads_noun()
                    || stands_in_noun_phrase(words, at))
        })
        .collect();
    let who = words[to..words.len().min(to + 2)].iter().any(|word| word.is(WordClass::WHO));
    let noun = of_age(words, &out)
        .or_else(|| of_measure(words, &out))
        .or_else(|| of_amount(words, &out).filter(|_| to > 0 && words[to - 1].is_sign(",")))
        .or_else(|| of_matter(words, &out, to))
        .or_else(|| of_office(words, &out, to))
        .or_else(|| common_noun_before(words, &out, who));
    if let Some(noun) = noun {
        return noun_phrase_before(words, clauses, parent, noun + 1);
    }
    if let Some(end) = of_whom(words, &out).filter(|_| who) {
        out.truncate(end);
    }
    // "Prior to the push [the town], which": another article opens what no word joins to that before.
    let own = (1..out.len()).find(|&at| {
        let (article, before) = (&words[out[at - 1]], &words[out[at]]);
        article.is(WordClass::ARTICLE)
            && !article.is_upper()
            && matches!(before.tag, Tag::Noun | Tag::Nouns)
            && !before.is_upper()
            && !clauses.syntax.verb_second
    });
    out.truncate(own.unwrap_or(out.len()));
    if clauses.syntax.verb_second {
        out.truncate(last_phrase(words, &out));
    }
    out.reverse();
    out
}

/// "hat Norwegen [seinen Preis], der", "pro Bank [zwei Filme], die": how many words, from right to left, the last
/// of several phrases has that no word joins.
fn last_phrase(words: &[Word<'_>], phrase: &[usize]) -> usize {
    let opens = |&at: &usize| {
        let (word, before) = (&words[phrase[at - 1]], &words[phrase[at]]);
        let other = is_oblique(word) && !word.is(WordClass::GENITIVE_ARTICLE);
        let counts = word.tag == Tag::Number
            && before.tag != Tag::Name
            && !word.text.starts_with(char::is_numeric);
        (other || counts) && before.tag.is_nominal() && phrase[at] + 1 == phrase[at - 1]
    };
    (1..phrase.len()).find(opens).unwrap_or(phrase.len())
}

fn own_subject(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Vec<usize> {
    let this = &clauses.list[clause];
    let carries = this.kind != ClauseKind::Participial;
    let Some(group) = this.verb.filter(|_| carries) else { return Vec::new() };
    if let Some(subject) = subject_of_dependent(words, clauses, clause) {
        return subject;
    }
    if pronoun_acts(words, clauses, clause) {
        return Vec::new();
    }
    let relative = this.kind == ClauseKind::Relative;
    let before: SmallVec<[usize; FEW]> = clauses
        .words(clause)
        .take_while(|&at| at < group.first)
        .filter(|&at| words[at].depth == 0 && !matches!(words[at].text, "(" | ")" | "[" | "]"))
        .filter(|&at| {
            // "in what the police called an ambush"
            let led = at > 0 && words[at - 1].tag == Tag::Preposition;
            let free = led && words[at].tag == Tag::Relative;
            // "with whom the minister spoke"
            let relates = || words[at].is(WordClass::RELATIVE) || free || leads_relative(words, at);
            let aside = || is_owning_time(words, at) || aims_inside(words, clauses, clause, at);
            !(relative && relates() || aside())
        })
        .collect();
    if let Some(doing) = doing(words, clauses, clause, &before) {
        return doing;
    }
    let segments = segments(words, &before);
    let eligible = |segment: &&&[usize]| {
        segment.first().is_some_and(|&at| starts_subject(words, at) && !is_oblique(&words[at]))
            && segment.iter().any(|&at| heads(&words[at]))
    };
    // Behind an apposition the subject is what stands before it, or else what touches the verb.
    let apposition = is_behind_apposition(words, group.first);
    let chosen = if is_behind(words, clauses, clause, &before) {
        None
    } else if apposition {
        let first = segments
            .iter()
            .position(|s| eligible(&s) && !is_anchored(words, clauses, clause, s[0]));
        first.map(|first| named_by(words, &segments[first..]))
    } else {
        let last = segments.iter().rev().find(eligible);
        last.map(|last| in_country(words, &segments, last))
    };
    // "Following talks, Norway and the union": the comma ends the phrase that opens the clause.
    let behind_front = || {
        let last = segments.last().filter(|last| words[last[0]].tag == Tag::Preposition)?;
        let comma = last.iter().position(|&at| words[at].is_sign(","))?;
        Some(&last[comma + 1..]).filter(|rest| eligible(&rest))
    };
    let chosen = chosen.copied().or_else(|| behind_front().filter(|_| !clauses.syntax.verb_second));
    if let Some(name) = chosen.and_then(|chosen| of_suffix(words, chosen)) {
        return noun_phrase_before(words, clauses, clause, name + 1);
    }
    let mut out = chosen.map_or_else(Vec::new, |chosen| with_time(words, clauses, &before, chosen));
    // "after the explosion [the owner]": where no comma parts two phrases, the article does.
    // So does a name behind a noun that a preposition leads: "after her death [Irène]".
    let led = out.first().and_then(|first| first.checked_sub(1));
    let led = led.is_some_and(|at| words[at].tag == Tag::Preposition);
    let parted = (1..out.len()).rfind(|&at| {
        let (before, word) = (&words[out[at - 1]], &words[out[at]]);
        // "After the war [she] arrived": a pronoun that stands for a subject is one alone.
        if word.is_personal() && (before.tag.is_nominal() || before.tag == Tag::Adjective) {
            return true;
        }
        // "Suleiman the Magnificent" is one; "at Sedan the Second Army" are two.
        let upper = |at: usize| out.get(at).is_some_and(|&next| words[next].is_upper());
        let epithet = before.is_upper() && upper(at + 1) && !upper(at + 2);
        // "Die Entwicklung [des Konsums]": there an article can say whose the noun before it is.
        let owned = clauses.syntax.verb_second && word.is(WordClass::GENITIVE_ARTICLE);
        let other = clauses.syntax.head_first && is_oblique(word);
        let opens =
            matches!(word.tag, Tag::Determiner | Tag::Possessive) && !epithet && !owned && !other
                || led && word.tag == Tag::Name && word.is_upper() && !before.is_upper();
        opens && before.tag.is_nominal()
    });
    out.drain(..parted.unwrap_or(0));
    if out.is_empty() && !relative && !clauses.syntax.verb_second {
        out = noun_phrase_to(words, clauses, clause, group.first);
        if hangs_on(words, &out) && is_inverted(words, clauses, clause) {
            out = with_owner(words, noun_phrase_from(words, clauses, clause, group.end));
        }
    }
    if out.is_empty() && clauses.syntax.verb_second {
        out = noun_phrase_from(words, clauses, clause, group.end);
    } else if out.is_empty() {
        out = of_gerund(words, clauses, clause);
    }
    if out.is_empty() && !relative {
        out = of_time(words, clauses, &group, &before);
    }
    // "whose armies"
    let opener = out.first().is_some_and(|&at| {
        words[at].is(WordClass::RELATIVE)
            && !words[at].is(WordClass::COMPLEMENTISER)
            && !clauses.syntax.verb_second
    });
    if opener && out.len() > 1 {
        out.remove(0);
    }
    add_article(words, clauses, clause, &mut out);
    let small = |&at: &usize| {
        let tag = words[at].tag;
        matches!(tag, Tag::Adverb | Tag::Preposition | Tag::Punctuation | Tag::Conjunction)
    };
    while out.last().is_some_and(small) {
        out.pop();
    }
    out
}

/// "Die Versuche, [Frieden zu schaffen], scheiterten": whether a word in front of a verb that stands second
/// belongs to an infinitive that a comma parts from what has it.
fn aims_inside(words: &[Word<'_>], clauses: &Clauses, clause: usize, at: usize) -> bool {
    let this = &clauses.list[clause];
    let parted = |inner: &VerbGroup| {
        let comma = (0..inner.first).rfind(|&before| words[before].is_sign(","));
        inner.tense == Tense::Infinitive && comma.is_some_and(|comma| comma < at && at < inner.end)
    };
    clauses.syntax.verb_second && this.verb.iter().chain(&this.inner).any(parted)
}

/// "Orr, a former pilot, first came": whether what sets something off stands before a verb and its adverbs.
fn is_behind_apposition(words: &[Word<'_>], verb: usize) -> bool {
    let passed = |at: usize| words[at].tag == Tag::Adverb || is_quotation_mark(&words[at]);
    let before = (0..verb).rev().find(|&at| !passed(at));
    before.is_some_and(|at| sets_off(&words[at]))
}

/// "and, after a hearing, dismissed": whether a stretch that starts at a word is what an anchor opens,
/// and no subject; in "after Orr, the king, died, they" the anchor opens the clause.
fn is_anchored(words: &[Word<'_>], clauses: &Clauses, clause: usize, first: usize) -> bool {
    let main = |clause: &Clause| clause.kind == ClauseKind::Main && clause.verb.is_some();
    let depends = clauses.list[clause].kind == ClauseKind::Subordinate;
    let opener = clauses
        .words(clause)
        .find(|&at| words[at].is(WordClass::SUBORDINATOR))
        .filter(|_| depends && clauses.list.iter().any(main));
    first.checked_sub(1).is_some_and(|at| {
        words[at].is(WordClass::ANCHOR) && clauses.owner[at] == clause && opener != Some(at)
    })
}

/// Whether a phrase is none, or what a preposition takes.
fn hangs_on(words: &[Word<'_>], phrase: &[usize]) -> bool {
    phrase.first().is_none_or(|&first| {
        first.checked_sub(1).is_some_and(|at| {
            words[at].tag == Tag::Preposition && !words[at].is(WordClass::SUBORDINATOR)
        })
    })
}

/// "With reform came unrest", "In May came the news": a verb of motion or of being somewhere, with
/// nothing before it but where or when, and its subject behind it.
fn is_inverted(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> bool {
    // Where word order is free it says nothing.
    let free = clauses.syntax.head_first;
    let verb = clauses.list[clause].verb.filter(|g| g.is_finite() && !g.passive && !free);
    let Some(group) = verb else { return false };
    let first = clauses.words(clause).find(|&at| {
        let word = &words[at];
        word.kind != TokenKind::Sign
            && word.tag != Tag::Adverb
            && !word.is(WordClass::COORDINATOR | WordClass::COMPLEMENTISER)
    });
    let led = first.is_some_and(|at| {
        let subordinates = words[at].is(WordClass::SUBORDINATOR) && words[at].timex.is_none();
        // "Around 2,000 cars leave the city"
        let blurs = words[at].is(WordClass::BLUR)
            && words.get(at + 1).is_some_and(|next| next.tag == Tag::Number);
        // "So began the war"
        let adverbs =
            at == group.first && at > 0 && words[..at].iter().all(|word| word.tag == Tag::Adverb);
        words[at].tag == Tag::Preposition && !subordinates && !blurs
            || words[at].timex.is_some()
            || adverbs
    });
    let next = words.get(group.end).is_some_and(|next| {
        next.timex.is_none()
            && (next.tag.is_nominal()
                || matches!(next.tag, Tag::Determiner | Tag::Adjective | Tag::Number))
    });
    // ", and a year later led a strike": there the verb goes on with the subject before it.
    let goes_on = clauses.list[clause].kind == ClauseKind::Coordinate;
    let stays = words[group.head].is(WordClass::MOTION)
        && !(goes_on && words[group.head].is(WordClass::PLACE_VERB))
        || words[group.head].is(WordClass::LIGHT | WordClass::START) && !goes_on;
    led && next && stays && group.first + 1 == group.end
}
