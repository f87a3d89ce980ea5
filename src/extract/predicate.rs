//! The predicate of a title: a clause's verb and what follows it.

use super::bare_phrase::{tells_no_more, with_bare_phrase};
use super::clause::{ClauseKind, Clauses};
use super::cut_quote::drop_split_quote;
use super::dangling::{
    drop_begun, drop_dangling, drop_grade_of_time, drop_hanging, drop_left_behind,
    drop_split_clause, drop_split_gerund,
};
use super::gapping::Part;
use super::joined_adjectives::drop_joined;
use super::loose_owner::drop_loose_owners;
use super::middle_field::fit_bracket;
use super::phrase::{
    behind_time_set_off, is_list_comma, leads_time, parts_adjectives, place_aside, trim_end,
};
use super::reading::Word;
use super::subject::subject as subject_of;
use super::title::LIMIT;
use super::title_said::{clause_behind, drop_unfit_behind, drop_verbless, says};
use super::title_time::says_what;
use super::title_verb::{close_bracket, helper_behind, put_manner, verb_last};
use super::title_words::keeps;
use super::trimming::{
    drop_loose_genitives, drop_loose_prepositions, drop_unfit_articles, fit, with_bare_object,
};
use super::verb_adverb::put_adverb;
use super::verb_group::{Tense, VerbGroup};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// How much of a clause its title leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    /// "to meet" for "is expected to meet", as headlines do.
    Planned,
    /// No noun has an article.
    Terse,
}

/// The verb and what follows it, at most `limit` words, and whether it was cut inside a phrase.
pub(super) fn predicate(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    subject: &[usize],
    part: Option<Part>,
    (limit, style): (usize, Style),
) -> (Vec<usize>, bool) {
    let this = &clauses.list[clause];
    let last = verb_last(words, clauses, clause);
    let from = match last {
        // What belongs to a verb at the end of its clause stands before it.
        Some(_) => behind_subject(words, clauses, clause, subject),
        None => this.verb.map_or(0, |group| before_verb(words, clauses, clause, group.first)),
    };
    let mut out = Vec::with_capacity(2 * LIMIT);
    let said = says(words, clauses, clause);
    let behind = clause_behind(words, clauses, clause).filter(|_| said.is_none());
    let complement = said.or(behind).or_else(|| joined_verb(words, clauses, clause));
    let (end, reach) = (this.verb.map_or(0, |group| group.end), |clause| clauses.extent(clause).1);
    // "announced, on Monday, a plan": the commas go with their time.
    let resumed = behind_time_set_off(words, end).filter(|_| last.is_none()).unwrap_or(end);
    let mut skip_to = 0;
    for at in from..complement.map_or(0, reach).max(reach(clause)) {
        let word = &words[at];
        let own = clauses.owner[at] == clause || complement == Some(clauses.owner[at]);
        let comma = word.is_sign(",");
        let sets_off = comma && (end..resumed).contains(&at);
        let named = is_named(clauses, subject, at);
        if !own || sets_off || named || part.is_some_and(|part| !part.has(at)) {
            continue;
        }
        let stops = at >= end
            && (comma
                && !(is_list_comma(words, at) || parts_adjectives(words, at))
                && !leads_on(words, clauses, clause, at)
                || word.is_sign(";")
                || word.is_sign(":")
                || word.is(WordClass::RELATIVE)
                    && word.tag == Tag::Relative
                    && complement.is_none());
        // "with less than a minute's fuel left": what the time owns goes with it.
        let owned = word.tag == Tag::Genitive && at > 0 && words[at - 1].timex.is_some();
        let told_without = owned && is_told_without(words, at, end);
        let ends = at >= end && word.is_sign(";") && !out.is_empty();
        // "wurde renoviert und der Saal geräumt": behind the verb that closes it another one starts.
        let closed = this.verb.is_some_and(|group| group.head >= group.end && at > group.head)
            && word.is(WordClass::COORDINATOR);
        // "decided at last year's summit to invite": behind it the verb goes on.
        let behind = || (at + 1..words.len()).find(|&at| !words[at].tag.is_nominal());
        // "used Thursday's debate to launch"
        let direct = || at > end && (end..at).all(|at| words[at].timex.is_some());
        if owned
            && !direct()
            && let Some(to) = behind().filter(|&to| words[to].tag == Tag::To)
        {
            skip_to = to;
        }
        // "at the Dover, Del., airport": the noun of the article is still to come.
        if comma && let Some(to) = place_aside(words, at) {
            skip_to = to;
        }
        if at < skip_to {
            continue;
        }
        // "verschied der Gründer der Bank, ein Arzt": what says more of the subject behind the verb.
        let apposed = comma
            && at > end
            && subject.last() == Some(&(at - 1))
            && !leads_on(words, clauses, clause, at);
        // "sales rose, the firm said on Monday, a find that": nothing is said behind.
        let spoken = comma
            && at > end
            && words[at - 1].timex.is_some()
            && this.verb.is_some_and(|group| words[group.head].is(WordClass::SAYING))
            && complement.is_none();
        let left = stops || owned && !told_without || opens_other(words, clauses, (at, end), &out);
        if ends || closed || apposed || spoken || left && out.len() > 1 {
            break;
        }
        // "was no longer [an owner]"
        let needed = || at.checked_sub(1).is_some_and(|at| words[at].tag == Tag::Adverb);
        let left_out = owned
            || at >= end && starts_time(words, at)
            || style == Style::Terse && is_article(word) && !needed();
        let kept = word.timex.is_none() && keeps(words, at, from, end);
        if !left_out && (kept || is_told(words, clauses, clause, at)) {
            out.push(at);
        }
    }
    drop_what_held_times(words, end, &mut out);
    // "als die Stadt fiel": alone it reads as a main clause.
    if let Some(verb) = last.or_else(|| helper_behind(words, clauses, clause)) {
        out.retain(|&at| at != verb);
        out.insert(0, verb);
    }
    drop_loose_genitives(words, &mut out);
    put_adverb(words, clauses, clause, end, &mut out);
    put_manner(words, clauses, clause, limit, &mut out);
    fit_bracket(words, clauses, clause, &mut out, limit);
    drop_unfit_behind(words, clauses, behind, limit, &mut out);
    keep_aim(words, style, end, &mut out);
    drop_joined(words, end, limit, &mut out);
    let cut_short = out.len() > limit;
    let mut split = fit_all(words, clauses, clause, (limit, style), &mut out);
    split |= drop_split_quote(words, &mut out, end);
    close_bracket(words, clauses, clause, &mut out, limit);
    drop_auxiliary(words, clauses, &mut out);
    drop_verbless(clauses, behind, &mut out);
    let to = complement.map_or(0, reach).max(reach(clause));
    if !clauses.syntax.verb_second {
        drop_unfit_articles(words, &mut out);
        drop_open_complement(words, end, to, &mut out);
    }
    split &= !(cut_short && drop_split_gerund(words, end, &mut out));
    drop_ends(words, clauses, (end, cut_short), &mut out);
    // Where only the verb is left of more, too much was cut.
    split |= cut_short && tells_no_more(words, clauses, end, &out);
    (out, split)
}

/// "has kept it, starting in 2005": whether a gerund only leads a time.
fn starts_time(words: &[Word<'_>], at: usize) -> bool {
    words[at].tag == Tag::Gerund
        && words[at].is(WordClass::START)
        && words.get(at + 1).is_some_and(|next| next.timex.is_some() || leads_time(words, at + 1))
}

/// "is expected [to open in Oslo]": takes off what stands before the aim behind a word where headlines do.
fn keep_aim(words: &[Word<'_>], style: Style, end: usize, out: &mut Vec<usize>) {
    if style != Style::Planned {
        return;
    }
    let aim = out.iter().position(|&at| at >= end && words[at].tag == Tag::To);
    out.drain(..aim.unwrap_or(0));
}

/// Whether a word of a clause is of a time that says what is told, or says what somebody or something was.
fn is_told(words: &[Word<'_>], clauses: &Clauses, clause: usize, at: usize) -> bool {
    let this = &clauses.list[clause];
    // "said 2004 had been a good year"
    let own = clauses.owner[at];
    let said_of = || own != clause && subject_of(words, clauses, own).contains(&at);
    words[at].timex.is_some() && said_of()
        || says_what(words, this, at)
        || clauses.syntax.verb_second && is_state(words, this.verb, at)
}

/// "had encircled and [isolated the city]": the clause of a second verb right behind the first one, which has
/// the object of both.
fn joined_verb(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<usize> {
    let verb = clauses.list[clause].verb.filter(|verb| {
        verb.is_finite()
            && !clauses.syntax.verb_second
            && !clauses.syntax.head_first
            && words.get(verb.end).is_some_and(|next| next.is(WordClass::COORDINATOR))
    })?;
    (clause + 1..clauses.list.len()).find(|&behind| {
        let this = &clauses.list[behind];
        let object = |verb: VerbGroup| {
            verb.first == verb.head
                && words.get(verb.end).is_some_and(|next| {
                    next.timex.is_none()
                        && (next.tag.is_nominal()
                            || matches!(next.tag, Tag::Determiner | Tag::Possessive))
                })
        };
        this.parent == Some(clause)
            && this.kind == ClauseKind::Coordinate
            && this.verb.is_some_and(|second| second.first == verb.end + 1 && object(second))
    })
}

/// "trat die [vom Rat] beschlossene Verordnung in Kraft": whether a word is one of a subject, or stands
/// inside it, where the verb stands second, and says more of it.
fn is_named(clauses: &Clauses, subject: &[usize], at: usize) -> bool {
    let ends = subject.first().zip(subject.last());
    let within = ends.is_some_and(|(&first, &last)| first < at && at < last);
    subject.contains(&at) || clauses.syntax.verb_second && within
}

/// "sei [hart] gewesen": whether an adverb says what somebody or something was.
fn is_state(words: &[Word<'_>], verb: Option<VerbGroup>, at: usize) -> bool {
    let closes = |verb: VerbGroup| verb.head == at + 1 && verb.head >= verb.end;
    words[at].tag == Tag::Adverb
        && words[at].timex.is_none()
        && verb.is_some_and(|verb| closes(verb) && words[verb.head].is(WordClass::BE))
}

/// Cuts a verb and what follows it to a number of words, so that what is kept of an object has its noun
/// where it can. Gives whether it had to cut inside a phrase.
fn fit_all(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    (limit, style): (usize, Style),
    out: &mut Vec<usize>,
) -> bool {
    let end = clauses.list[clause].verb.map_or(0, |group| group.end);
    let whole = (out.len() > limit || style == Style::Terse).then(|| out.clone());
    let split = fit(words, out, limit);
    let Some(whole) = whole else { return split };
    let inner = || clauses.list[clause].inner.iter();
    // "has agreed to buy [the maker of pumps]"
    let begun = |last: usize| {
        let next = words.get(last + 1);
        inner().any(|inner| inner.end == last + 1)
            && next.is_some_and(|next| !matches!(next.tag, Tag::Preposition | Tag::To))
    };
    let alone = out.last().is_none_or(|&last| last < end);
    if whole.len() > limit && (alone || out.last().is_some_and(|&last| begun(last))) {
        let aimed = with_bare_aim(words, clauses, clause, (&whole, out), limit);
        let bare = || with_bare_object(words, &whole, end, limit).filter(|_| alone);
        if let Some(bare) = aimed.or_else(bare) {
            *out = bare;
        }
    }
    let split = split || whole.len() > out.len() && tells_no_more(words, clauses, end, out);
    if style != Style::Terse || !split {
        return split;
    }
    // In a terse one the noun of what does not fit stands alone.
    let last = out.last().copied().unwrap_or_default();
    let aims = inner().filter(|inner| inner.tense == Tense::Infinitive && inner.first <= last + 1);
    let from = aims.map(|inner| inner.end).max().unwrap_or(end);
    let bare = with_bare_object(words, &whole, from, limit)
        .or_else(|| with_bare_phrase(words, clauses, (&whole, out), (end, limit)));
    let split = bare.is_none();
    *out = bare.unwrap_or_else(|| std::mem::take(out));
    split
}

/// "was given the prize on the day [the court ruled]": whether a word behind a time opens another clause,
/// which no word leads. The verb ends before the other word.
fn opens_other(
    words: &[Word<'_>],
    clauses: &Clauses,
    (at, end): (usize, usize),
    out: &[usize],
) -> bool {
    !clauses.syntax.verb_second
        && !clauses.syntax.head_first
        && words[at].tag == Tag::Determiner
        && words[at].timex.is_none()
        && at > end
        && words[at - 1].timex.is_some()
        && out.last().is_some_and(|&last| last >= end && words[last].tag.is_nominal())
}

/// "will start Tuesday's match", "in next week's final": whether what a day owns is told without it.
/// Of "less than a minute's fuel" nothing would be left. The verb ends before a word.
fn is_told_without(words: &[Word<'_>], genitive: usize, verb_end: usize) -> bool {
    let timex = words[genitive - 1].timex;
    let own = |&at: &usize| words[at].timex == timex;
    let Some(first) = (0..genitive).rev().take_while(own).last() else { return false };
    let before = first.checked_sub(1).map(|at| &words[at]);
    let led = before.is_some_and(|word| word.tag == Tag::Preposition && !word.is(WordClass::LED));
    !words[first].is(WordClass::INDEFINITE) && (first == verb_end || led)
}

/// "suggested that the leaders": without its verb a clause says nothing. The verb ends before a word,
/// and what belongs to it before another.
fn drop_open_complement(words: &[Word<'_>], end: usize, to: usize, out: &mut Vec<usize>) {
    let opens = |at: usize| {
        words[at].is(WordClass::COMPLEMENTISER) && words[at].tag != Tag::Determiner && at >= end
    };
    // "adopted that recommendation" opens none.
    let verbal = |word: &Word<'_>| word.tag.is_verbal() || word.tag == Tag::Modal;
    if let Some(that) = out.iter().rposition(|&at| opens(at))
        && words[out[that]..to.max(out[that])].iter().any(verbal)
        && !out[that..].iter().any(|&at| verbal(&words[at]) && words[at].tag != Tag::Gerund)
    {
        out.truncate(that);
    }
}

/// "are expected to release [machines]": the infinitive that a verb leads on to with the noun of its
/// object alone, where the whole does not fit; the cut may part it from its object.
fn with_bare_aim(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    (whole, cut): (&[usize], &[usize]),
    limit: usize,
) -> Option<Vec<usize>> {
    let &last = cut.last()?;
    let parted = |inner: &&VerbGroup| inner.first == last + 1 || inner.end == last + 1;
    let inner = clauses.list[clause].inner.iter().find(parted)?;
    let leads = inner.tense == Tense::Infinitive && !clauses.syntax.verb_second;
    let end = Some(inner.end).filter(|&end| leads && whole.contains(&end))?;
    with_bare_object(words, whole, end, limit)
}

/// Takes off the end what says nothing without what was cut off or left out.
fn drop_ends(
    words: &[Word<'_>],
    clauses: &Clauses,
    (end, cut): (usize, bool),
    out: &mut Vec<usize>,
) {
    drop_hanging(words, clauses, end, out);
    drop_begun(words, end, out);
    drop_left_behind(words, end, out);
    drop_grade_of_time(words, end, out);
    if !clauses.syntax.verb_second && !clauses.syntax.head_first {
        drop_split_clause(words, end, cut, out);
        drop_dangling(words, end, out);
    }
}

/// Drops what belongs to the times that were left out: their commas, owners and prepositions. The verb ends before
/// a word.
fn drop_what_held_times(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) {
    drop_comma_of_time(words, end, out);
    drop_loose_owners(words, out);
    drop_loose_prepositions(words, out);
}

/// "Fought on 19 May, between": takes off the comma that closed a time which was left out.
fn drop_comma_of_time(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) {
    let closes = |at: usize| {
        words[at].is_sign(",")
            && at > end
            && words[at - 1].timex.is_some()
            && words.get(at + 1).is_some_and(|next| next.tag == Tag::Preposition)
    };
    let comma = out.iter().skip(1).position(|&at| closes(at) && !out.contains(&(at - 1)));
    if let Some(before) = comma {
        out.remove(before + 1);
    }
}

/// Whether a word is an article.
pub(super) fn is_article(word: &Word<'_>) -> bool {
    word.tag == Tag::Determiner
        && word.timex.is_none()
        && word.is(WordClass::ARTICLE | WordClass::INDEFINITE)
        && !word.is(WordClass::DEMONSTRATIVE)
}

/// "Під контроль військ перейшли землі": where word order is free and nobody acts, what stands in
/// front of the verb belongs to what happened.
pub(super) fn front(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Vec<usize> {
    let verb = clauses.list[clause].verb.filter(|_| clauses.syntax.head_first);
    let Some(verb) = verb else { return Vec::new() };
    let first = before_verb(words, clauses, clause, verb.first);
    let from = behind_subject(words, clauses, clause, &[]);
    let comma =
        (from..first).rfind(|&at| words[at].kind == TokenKind::Sign && words[at].timex.is_none());
    let inside = |&at: &usize| {
        clauses.owner[at] == clause
            && words[at].timex.is_none()
            && keeps(words, at, from, verb.end)
            && !words[at].is(WordClass::COORDINATOR | WordClass::THIRD_PERSON)
    };
    let mut out: Vec<usize> = (comma.map_or(from, |at| at + 1)..first).filter(inside).collect();
    drop_loose_prepositions(words, &mut out);
    // "у вересні різко": the preposition of a time goes with it.
    let timed = |at: usize| words.get(at + 1).is_some_and(|next| next.timex.is_some());
    out.retain(|&at| words[at].tag != Tag::Preposition || !timed(at));
    let named = out.iter().any(|&at| words[at].tag.is_nominal());
    let ends = out.last().is_some_and(|&at| words[at].tag.is_nominal());
    if named && ends { out } else { Vec::new() }
}

/// "The 1991 agreement was": an auxiliary says nothing at the end.
fn drop_auxiliary(words: &[Word<'_>], clauses: &Clauses, phrase: &mut Vec<usize>) {
    let count = phrase.len();
    let auxiliary = |at: usize| {
        words[at].is(WordClass::BE | WordClass::HAVE | WordClass::DO) && words[at].tag.is_verbal()
            || words[at].is(WordClass::NEGATION) && count > 1
    };
    while !clauses.syntax.verb_second && phrase.last().is_some_and(|&at| auxiliary(at)) {
        phrase.pop();
        trim_end(words, phrase);
    }
}

/// "soll versucht haben, die Frau zu retten": whether what depends on the verb stands behind a
/// comma.
fn leads_on(words: &[Word<'_>], clauses: &Clauses, clause: usize, comma: usize) -> bool {
    let this = &clauses.list[clause];
    let next = this.inner.iter().find(|inner| inner.first > comma);
    // "hat den Plan, ihn zu bauen, gebilligt": it says more of a noun.
    let closes = this.verb.is_none_or(|verb| verb.head < comma);
    // "auf dem Tag, der geplant ist, [abzustimmen]": it depends on a verb before.
    let main = matches!(this.kind, ClauseKind::Main | ClauseKind::Coordinate);
    clauses.syntax.verb_second
        && closes
        && next.is_some_and(|inner| main || inner.first > comma + 1)
        && next.is_some_and(|inner| inner.tense == Tense::Infinitive)
        && next.is_some_and(|inner| {
            let between = &words[comma + 1..inner.first];
            between.iter().all(|word| word.kind != TokenKind::Sign || word.timex.is_some())
        })
}

/// The first word of a verb with what stands right before it and belongs to it, where word order is
/// free: "не скликали", "його заарештувала".
fn before_verb(words: &[Word<'_>], clauses: &Clauses, clause: usize, verb: usize) -> usize {
    let belongs = |&at: &usize| {
        let word = &words[at];
        let object = word.is(WordClass::THIRD_PERSON)
            && (word.tag == Tag::Possessive
                || word.tag == Tag::Pronoun && word.is(WordClass::OBLIQUE));
        clauses.owner[at] == clause && (word.is(WordClass::NEGATION) || object)
    };
    let free = clauses.syntax.head_first;
    // "never signed"
    let denies = |&at: &usize| {
        words[at].is(WordClass::NEGATION | WordClass::QUALIFYING)
            && words[at].tag == Tag::Adverb
            && clauses.owner[at] == clause
            && !clauses.syntax.verb_second
    };
    let fits = |at: &usize| if free { belongs(at) } else { denies(at) };
    (0..verb).rev().take_while(fits).last().unwrap_or(verb)
}

/// The first word of a clause behind its subject, or behind the word that opens it.
fn behind_subject(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    subject: &[usize],
) -> usize {
    let own = subject.iter().filter(|&&at| clauses.owner[at] == clause).max();
    let first = || {
        let opens = |word: &Word<'_>| {
            word.kind == TokenKind::Sign
                || word.is(WordClass::RELATIVE
                    | WordClass::SUBORDINATOR
                    | WordClass::COMPLEMENTISER
                    | WordClass::COORDINATOR)
        };
        clauses.words(clause).find(|&at| !opens(&words[at])).unwrap_or(0)
    };
    own.map_or_else(first, |&at| at + 1)
}
