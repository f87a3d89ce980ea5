//! Taking off the end of a title what only begins to say something.

use super::clause::Clauses;
use super::phrase::{is_list_comma, trim_end};
use super::reading::Word;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// Takes off what stands at the end behind a verb, which ends before a word, and says nothing without
/// what was cut off: "want a further", "the treaty he", "came just".
pub(super) fn drop_dangling(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) {
    const LEAST: usize = 2;
    while out.len() > LEAST
        && let [.., before, last] = out[..]
        && last >= end
        && (lacks_noun(words, before, last) || opens_clause(words, before, last))
    {
        out.pop();
        trim_end(words, out);
    }
    // "would not yield even [if]"
    let leads = |at: usize| {
        let behind = if at == end { WordClass::CONDITIONAL } else { WordClass::SUBORDINATOR };
        // "resigned rather [than sign it]"
        let opens = behind | WordClass::COMPARISON;
        let next = words.get(at + 1);
        words[at].tag == Tag::Adverb
            && next.is_some_and(|next| next.timex.is_none() && next.is(opens))
    };
    if out.len() > 1 && out.last().is_some_and(|&last| last >= end && leads(last)) {
        out.pop();
        trim_end(words, out);
    }
    // "be leaving very, [very soon]", "ravaged towns just [before seven]"
    // "aided the north as [well as the south]"
    let weighs = |at: usize| {
        words[at].tag == Tag::Adverb && words[at].is(WordClass::GRADING | WordClass::LIKENING)
    };
    if out.len() > LEAST && out.last().is_some_and(|&last| last > end && weighs(last)) {
        out.pop();
        trim_end(words, out);
    }
    drop_split_relation(words, end, out);
    drop_half_range(words, end, out);
    drop_distance(words, end, out);
    drop_split_participle(words, end, out);
    drop_behind_dash(words, end, out);
    drop_small_words(words, end, out);
    // "came just [24 hours] after": it goes with the amount; "did so two days later" does not.
    let grades = |at: usize| {
        words[at].tag == Tag::Adverb
            && !words[at - 1].is(WordClass::DO)
            && words.get(at + 1).is_some_and(|next| next.tag == Tag::Number)
    };
    if out.len() > LEAST && out.last().is_some_and(|&last| last >= end && grades(last)) {
        out.pop();
        trim_end(words, out);
    }
}

/// "told his plan in response [to the request]": takes off a noun that only makes a preposition of two.
fn drop_split_relation(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) {
    let Some(&noun) = out.last().filter(|&&last| last > end) else { return };
    // "over the course [of the century]"
    let article = usize::from(words[noun - 1].is(WordClass::ARTICLE));
    let Some(link) = noun.checked_sub(1 + article) else { return };
    let relates = words[noun].is(WordClass::PHRASAL)
        && words[noun].tag == Tag::Noun
        && words[link].tag == Tag::Preposition
        && out.ends_with(&(link..=noun).collect::<Vec<_>>());
    let goes_on = words
        .get(noun + 1)
        .is_some_and(|next| next.tag == Tag::Preposition && next.timex.is_none());
    if link >= end && relates && goes_on {
        out.truncate(out.len() - 2 - article);
        trim_end(words, out);
    }
}

/// "struck the ship some 65 nautical miles [south of Riga]": takes off how far it was from what is cut off.
fn drop_distance(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) {
    let Some(&last) = out.last().filter(|&&last| last > end) else { return };
    let away =
        words.get(last + 1).is_some_and(|next| next.timex.is_none() && next.is(WordClass::COMPASS));
    let inside = |&&at: &&usize| {
        matches!(words[at].tag, Tag::Number | Tag::Adjective | Tag::Noun | Tag::Nouns) && at > end
    };
    let count = out.iter().rev().take_while(inside).count();
    let from = out.len() - count;
    let number = out[from..].iter().position(|&at| words[at].numeral);
    let led = from > 0
        && matches!(words[out[from - 1]].tag, Tag::Determiner | Tag::Adverb)
        && out[from - 1] >= end;
    if words[last].is(WordClass::MEASURE) && away && number == Some(0) {
        out.truncate(from - usize::from(led));
        trim_end(words, out);
    }
}

/// "sold more of the models compared [with 2001]": takes off a participle behind a noun without what it
/// goes on with.
fn drop_split_participle(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) {
    let &[.., noun, last] = &out[..] else { return };
    let bare = words[last].tag == Tag::Participle
        && words[last].entry.verb.is_none()
        && words[noun].tag.is_nominal()
        && noun + 1 == last;
    let goes_on = words
        .get(last + 1)
        .is_some_and(|next| next.timex.is_none() && next.tag == Tag::Preposition);
    if last > end && bare && goes_on {
        out.pop();
        trim_end(words, out);
    }
}

/// "went missing while attempting [to help]", "moved to towns before finally [settling]": takes off what
/// opens a clause with no more than the first word of that.
fn drop_small_words(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) {
    let &[.., opener, last] = &out[..] else { return };
    let opens = opener > end
        && opener + 1 == last
        && words[opener].is(WordClass::SUBORDINATOR)
        && words[opener].tag == Tag::Preposition;
    let next = words.get(last + 1).filter(|next| next.timex.is_none());
    let cut = match words[last].tag {
        Tag::Gerund => next.is_some_and(|next| next.tag == Tag::To),
        Tag::Adverb => next.is_some_and(|next| next.tag == Tag::Gerund),
        _ => false,
    };
    if opens && cut {
        out.truncate(out.len() - 2);
        trim_end(words, out);
    }
}

/// "were issued - more [than twice as many]": takes off a dash with one word behind it.
fn drop_behind_dash(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) {
    const DASH_AND_WORD: usize = 2;
    let dash = |&at: &usize| {
        words[at].is(WordClass::DASH) && words[at].kind == TokenKind::Sign && at >= end
    };
    let from = out.len().saturating_sub(DASH_AND_WORD);
    if let Some(dash) = out[from..].iter().position(dash) {
        out.truncate(from + dash);
        trim_end(words, out);
    }
}

/// "raised its share from 62% [at the end of May to 68%]": takes off where something rose from where it is
/// cut off what it rose to.
fn drop_half_range(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) {
    let amount = |at: usize| {
        let word = &words[at];
        // "from 81,000 units"
        let counted = word.tag == Tag::Nouns && at > 0 && words[at - 1].tag == Tag::Number;
        word.tag == Tag::Number
            || word.text == "%"
            || word.is(WordClass::MEASURE | WordClass::MONEY)
            || counted
    };
    let Some(&last) = out.last() else { return };
    let count = out.iter().rev().take_while(|&&at| amount(at)).count();
    let Some(from) = out.len().checked_sub(count + 1).filter(|&from| count > 0 && from > 0) else {
        return;
    };
    let timed = |at: usize| words.get(at).is_some_and(|word| word.timex.is_some());
    let skipped = |&at: &usize| {
        timed(at)
            || words[at].is(WordClass::NAME_LINK)
            || words[at].tag == Tag::Preposition && timed(at + 1)
    };
    let next = last + 1 + (last + 1..words.len()).take_while(skipped).count();
    let goes_on = next > last + 1 && words.get(next).is_some_and(|next| next.is(WordClass::TARGET));
    if words[out[from]].is(WordClass::SOURCE) && out[from] >= end && goes_on {
        out.truncate(from);
        trim_end(words, out);
    }
}

/// "rose as soaring prices [and data fed fears]", "signed a treaty under the terms [of which]": takes off
/// the start of a clause whose verb was cut off. `cut` says whether something was.
pub(super) fn drop_split_clause(words: &[Word<'_>], end: usize, cut: bool, out: &mut Vec<usize>) {
    let Some(&last) = out.last().filter(|&&last| last > end) else { return };
    let goes_on = words.get(last + 1).is_some_and(|next| {
        next.is(WordClass::COORDINATOR)
            || next.tag.is_finite()
            || next.tag.is_nominal() && next.timex.is_none()
    });
    let opens = |at: usize| {
        at > end
            && words[at].is(WordClass::SUBORDINATOR)
            && !words[at].is(WordClass::COMPARISON)
            && words[at].tag != Tag::Noun
            // "firms such as Orr Ltd" is whole.
            && !(words[at - 1].tag == Tag::Adjective && words[at - 2].tag.is_nominal())
    };
    let relates = words.get(last + 1).is_some_and(|next| next.is(WordClass::NAME_LINK))
        && words.get(last + 2).is_some_and(|next| next.is(WordClass::RELATIVE));
    let at = if relates {
        out.iter().rposition(|&at| at > end && words[at].tag == Tag::Preposition)
    } else if cut && goes_on {
        out.iter().rposition(|&at| opens(at))
    } else {
        None
    };
    let finite =
        |word: &Word<'_>| matches!(word.tag, Tag::Past | Tag::Present | Tag::Modal | Tag::Base);
    let verbless = |at: usize| !out[at + 1..].iter().any(|&at| finite(&words[at]));
    if let Some(at) = at.filter(|&at| at > 1 && verbless(at)) {
        out.truncate(at);
        trim_end(words, out);
    }
}

/// "a further, albeit smaller, rise": whether a word stands between an article and the noun that
/// was cut off.
fn lacks_noun(words: &[Word<'_>], before: usize, last: usize) -> bool {
    let led = words[before].is(WordClass::INDEFINITE)
        && words[before].tag == Tag::Determiner
        && before + 1 == last;
    let open = words
        .get(last + 1)
        .is_some_and(|next| next.is_sign(",") || next.tag.is_nominal() || next.tag.leads_noun());
    led && open && matches!(words[last].tag, Tag::Adjective | Tag::Adverb | Tag::Participle)
}

/// "accepted the treaty [he] had rejected": whether a pronoun behind a noun is the subject of a clause
/// whose verb was cut off.
fn opens_clause(words: &[Word<'_>], before: usize, last: usize) -> bool {
    let acts = words.get(last + 1).is_some_and(|next| next.timex.is_none() && next.tag.is_finite());
    let pronoun = words[last].tag == Tag::Pronoun
        && words[last].is(WordClass::THIRD_PERSON | WordClass::FIRST_PERSON);
    let opens = words[before].tag.is_nominal() || words[before].tag == Tag::Adjective;
    pronoun && acts && opens && before + 1 == last
}

/// "made peace with them [signing the treaty] of Oslo": of what somebody did on the way nothing is kept
/// where its end was cut off. Gives whether something was taken off.
pub(super) fn drop_split_gerund(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) -> bool {
    let goes_on = |at: usize| {
        words.get(at + 1).is_some_and(|next| next.is(WordClass::NAME_LINK | WordClass::COORDINATOR))
    };
    if !out.last().is_some_and(|&last| last > end && goes_on(last)) {
        return false;
    }
    let apart = |i: usize| {
        let (before, at) = (out[i - 1], out[i]);
        at > end + 1
            && words[at].tag == Tag::Gerund
            && words[at].entry.noun.is_none()
            && before + 1 == at
            && words[before].tag.is_nominal()
            && words.get(at + 1).is_some_and(|next| {
                // "its debt restructuring offer" is one phrase.
                matches!(next.tag, Tag::Determiner | Tag::Possessive | Tag::Name | Tag::Adverb)
            })
    };
    let Some(gerund) = (2..out.len()).rfind(|&i| apart(i)) else { return false };
    out.truncate(gerund);
    trim_end(words, out);
    true
}

/// "setbacks compared" is what is left of "compared to before", "a strike already planned" of
/// "planned for May": a participle at the end of what stands behind a verb, which ends before a
/// word, says nothing without what was left out.
pub(super) fn drop_hanging(
    words: &[Word<'_>],
    clauses: &Clauses,
    end: usize,
    out: &mut Vec<usize>,
) {
    let behind_noun = |at: usize| {
        let before = (0..at).rev().map(|at| &words[at]);
        let mut before = before.filter(|word| word.timex.is_none() && word.tag != Tag::Adverb);
        before.next().is_some_and(|word| {
            (word.tag.is_nominal() || word.tag == Tag::Gerund) && !word.is(WordClass::BE)
        })
    };
    while out.last().is_some_and(|&at| {
        at >= end
            && !clauses.syntax.verb_second
            && matches!(words[at].tag, Tag::Participle | Tag::Gerund)
            && words[at].entry.noun.is_none()
            && !is_compound(words, at)
            && (behind_noun(at) || at > 0 && words[at - 1].timex.is_some())
            && (!ends_clause(words, at) || words[at].is(WordClass::START))
    }) {
        out.pop();
        while out.last().is_some_and(|&at| at >= end && words[at].tag == Tag::Adverb) {
            out.pop();
        }
        trim_end(words, out);
    }
}

/// "the costs of street lighting in": whether a gerund makes one noun of that before it, which would
/// have an article if it did something.
fn is_compound(words: &[Word<'_>], at: usize) -> bool {
    let [.., led, noun] = &words[..at] else { return false };
    words[at].tag == Tag::Gerund
        && noun.tag == Tag::Noun
        && !noun.is_upper()
        && noun.timex.is_none()
        && led.tag == Tag::Preposition
        && led.is(WordClass::NAME_LINK)
        && words.get(at + 1).is_some_and(|next| next.tag == Tag::Preposition)
}

/// "revolted, after years of want [and corrupt rulers]", "which fell in May[, and northern Norway]": takes off what was
/// joined to a word that a title leaves out.
pub(super) fn drop_left_behind(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) {
    let phrase = |&at: &usize| {
        words[at].tag.is_nominal() || words[at].tag.leads_noun() || words[at].tag == Tag::Determiner
    };
    let joint = out.iter().rposition(|at| !phrase(at)).filter(|&joint| {
        joint > 1
            && joint + 1 < out.len()
            && out[joint] > end
            && words[out[joint]].is(WordClass::COORDINATOR)
    });
    let Some(joint) = joint else { return };
    // "goes back to 1350 [and the building]"
    let small = |at: usize| words[at].is_sign(",") || words[at].tag == Tag::Adverb;
    let before = out[..joint].iter().rfind(|&&at| !small(at));
    let verb =
        before.is_some_and(|&at| at < end && words[at].tag.is_verbal() && at + 2 < out[joint]);
    let timed =
        before.is_some_and(|&at| words[at + 1..out[joint]].iter().any(|word| word.timex.is_some()));
    if verb && timed {
        out.truncate(joint);
        trim_end(words, out);
    }
}

/// "was repulsed, and the enemy [defeated]": takes off the subject of another clause whose verb is not
/// there.
pub(super) fn drop_begun(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) {
    let phrase = |at: usize| {
        words[at].tag.is_nominal() || words[at].tag.leads_noun() || words[at].tag == Tag::Determiner
    };
    // "was repulsed and some [of them defeated]": no noun is joined to a verb.
    let direct = out.iter().position(|&at| at == end && words[at].is(WordClass::COORDINATOR));
    if let Some(joint) = direct.filter(|&joint| {
        let behind = &out[joint + 1..];
        joint > 0
            && behind.iter().all(|&at| phrase(at))
            && behind.iter().any(|&at| words[at].tag.is_nominal())
    }) {
        out.truncate(joint);
        return;
    }
    let joint = out.iter().rposition(|&at| {
        at > end && words[at].is(WordClass::COORDINATOR) && words[at - 1].is_sign(",")
    });
    let Some(joint) = joint.filter(|&joint| joint > 0) else { return };
    // "legal, technical, and financial changes"
    if out[..joint - 1].iter().any(|&at| words[at].is_sign(",") && is_list_comma(words, at)) {
        return;
    }
    let next = out.last().and_then(|&last| words.get(last + 1));
    let cut_off = next.is_some_and(|next| {
        matches!(next.tag, Tag::Participle | Tag::Past | Tag::Present | Tag::Modal)
            || next.is(WordClass::RELATIVE)
    });
    // "and what promises [to be]"
    let asks = out.get(joint + 1).is_some_and(|&at| words[at].tag == Tag::Relative)
        && next.is_some_and(|next| next.tag == Tag::To);
    if asks || cut_off && out[joint + 1..].iter().all(|&at| phrase(at)) {
        out.truncate(joint);
        trim_end(words, out);
    }
}

/// "was appointed director only [two years ago]": takes off what says more of a time.
pub(super) fn drop_grade_of_time(words: &[Word<'_>], end: usize, out: &mut Vec<usize>) {
    let timed = |at: usize| words.get(at).is_some_and(|word| word.timex.is_some());
    let small = |at: usize| {
        matches!(words[at].tag, Tag::Adverb | Tag::Adjective) && words[at - 1].tag.is_nominal()
    };
    if out.last().is_some_and(|&at| at > end && timed(at + 1) && small(at)) {
        out.pop();
    }
    // "laws set as [early as the 1790s]"
    let grades = |at: usize| {
        words[at].is(WordClass::LIKENING)
            && words[at].tag == Tag::Adverb
            && words.get(at + 1).is_some_and(|next| next.tag == Tag::Adverb)
    };
    if out.last().is_some_and(|&at| at >= end && grades(at)) {
        out.pop();
    }
    // "favours a poll in order [to win]"
    let aims = |at: usize| {
        words[at].is(WordClass::ADVERBIAL)
            && words[at].tag == Tag::Adverb
            && words.get(at + 1).is_some_and(|next| next.tag == Tag::To)
    };
    if let &[.., before, last] = &out[..]
        && before + 1 == last
        && before >= end
        && aims(last)
    {
        out.truncate(out.len() - 2);
    }
    // "met at least [once a month]"
    let bound = |at: usize| {
        let counted = words.get(at + 1).is_some_and(|next| next.tag == Tag::Adverb);
        matches!(words[at].tag, Tag::Adverb | Tag::Adjective)
            && words[at - 1].tag == Tag::Preposition
            && (timed(at + 1) || counted && timed(at + 2))
    };
    if let &[.., before, last] = &out[..]
        && before > end
        && before + 1 == last
        && bound(last)
    {
        out.truncate(out.len() - 2);
        trim_end(words, out);
    }
}

/// Whether nothing that belongs to a word follows it.
fn ends_clause(words: &[Word<'_>], at: usize) -> bool {
    let timed = |at: usize| words.get(at).is_some_and(|word| word.timex.is_some());
    // "kept things going during May"; in "the best form going into May" the preposition belongs to it.
    let led = |next: &Word<'_>| {
        words[at].tag == Tag::Gerund && next.is(WordClass::ANCHOR) && timed(at + 2)
    };
    words.get(at + 1).is_none_or(|next| next.kind == TokenKind::Sign || timed(at + 1) || led(next))
}
