//! Nouns that a model of parts of speech took for verbs, and verbs that it took for something
//! else, told by the verbs and objects beside them.

use super::attributes::{
    goes_on_by_itself, goes_on_doing, is_before_time, leads_subject, names_what_goes_on,
    points_at_noun,
};
use super::awaited::{
    closes_insertion, closes_timed, ends_first, is_awaited, is_joined_behind_time, is_main,
    is_of_first, is_only_one,
};
use super::beside_number::{counts_up_to, is_letter, owns_number};
use super::finding::finds;
use super::lone_verb::is_alone;
use super::phrase::is_quotation_mark;
use super::reading::Word;
use super::reporting::{agrees_that, closes_with_source, is_reported};
use super::seek::first_from;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// Mends such words, before the rest of the sentence is mended.
pub(super) fn mend_misread(words: &mut [Word<'_>]) {
    mend_pairs(words);
    let mut next = 1;
    while let Some(at) = first_from(words, next, may_be_misread) {
        next = at + 1;
        if owns_number(words, at) {
            words[at].tag = Tag::Genitive;
            // "1989's film": the mark is told or left out with the year.
            if let Some(year) = words[at - 2].timex {
                words[at - 1].tag = Tag::Genitive;
                words[at - 1..=at].iter_mut().for_each(|word| word.timex = Some(year));
            }
            continue;
        }
        if goes_on_by_itself(words, at) {
            words[at - 1].tag = Tag::Noun;
            words[at].tag = Tag::Past;
            continue;
        }
        if is_adverbial(words, at) {
            words[at - 1].tag = Tag::Adverb;
            words[at].tag = Tag::Adverb;
            continue;
        }
        if counts_up_to(words, at) {
            words[at - 2..=at].iter_mut().for_each(|word| word.tag = Tag::Adverb);
            continue;
        }
        let tag = match words[at].tag {
            Tag::Adverb if leads_year(words, at) => Tag::Preposition,
            Tag::Gerund if names_what_goes_on(words, at) => Tag::Noun,
            Tag::Gerund
                if modifies_subject(words, at)
                    || is_now_so(words, at)
                    || is_before_time(words, at) =>
            {
                Tag::Adjective
            }
            Tag::Past if leads_subject(words, at) => Tag::Adjective,
            Tag::Adjective if goes_on_doing(words, at) => Tag::Gerund,
            Tag::Preposition if points_at_noun(words, at) => Tag::Determiner,
            // "according to witness accounts"
            Tag::To if words[at - 1].is(WordClass::ATTRIBUTION) => Tag::Preposition,
            Tag::Base if at > 1 && words[at - 2].is(WordClass::ATTRIBUTION) => Tag::Noun,
            Tag::Present | Tag::Base if describes(words, at) => Tag::Noun,
            Tag::Present if is_told_of(words, at) || is_before_helper(words, at) => Tag::Nouns,
            Tag::Preposition if stands_alone(words, at) => Tag::Pronoun,
            Tag::Present if is_there(words, at) => Tag::Nouns,
            Tag::Preposition if words[at].text.starts_with(|c: char| c.is_ascii_digit()) => {
                Tag::Number
            }
            Tag::Participle | Tag::Preposition if is_compound(words, at) => Tag::Adjective,
            Tag::Past if says_more_too(words, at) => Tag::Participle,
            Tag::Adjective if has_object(words, at) => Tag::Present,
            Tag::Adjective if is_past(words, at) => Tag::Past,
            Tag::Present if ends_object(words, at) => Tag::Nouns,
            Tag::Participle
                if is_contact(words, at)
                    || acts(words, at)
                    || relates(words, at)
                    || goes_on(words, at)
                    || is_awaited(words, at)
                    || is_main(words, at)
                    || is_only_one(words, at)
                    || is_of_first(words, at)
                    || is_joined_behind_time(words, at)
                    || closes_timed(words, at)
                    || ends_first(words, at)
                    || is_reported(words, at)
                    || closes_with_source(words, at)
                    || agrees_that(words, at)
                    || is_behind_object(words, at)
                    || closes_insertion(words, at)
                    || finds(words, at) =>
            {
                Tag::Past
            }
            Tag::Past | Tag::Participle if is_of_pair(words, at) => Tag::Adjective,
            Tag::Participle | Tag::Base if is_of_pronoun(words, at) => {
                if words[at].tag == Tag::Base { Tag::Present } else { Tag::Past }
            }
            _ => continue,
        };
        words[at].tag = tag;
    }
}

/// Whether any rule here can concern a word: most words are done with here.
fn may_be_misread(word: &Word<'_>) -> bool {
    let tagged = matches!(
        word.tag,
        Tag::Gerund
            | Tag::To
            | Tag::Base
            | Tag::Present
            | Tag::Past
            | Tag::Participle
            | Tag::Preposition
            | Tag::Adjective
    );
    let leads = word.tag == Tag::Adverb && word.is(WordClass::PLACE_PREPOSITION);
    tagged || leads || word.is(WordClass::ADVERBIAL) || is_letter(word)
}

/// "began in 1979 as an aid": whether what stands before a year is the preposition that it looks like.
fn leads_year(words: &[Word<'_>], at: usize) -> bool {
    words[at].is(WordClass::PLACE_PREPOSITION)
        && words
            .get(at + 1)
            .is_some_and(|next| next.timex.is_some() && next.kind == TokenKind::Number)
}

/// "for so-called \"beer-like\" drinks": whether a word of several parts stands between a preposition or an
/// article and a noun.
fn is_compound(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    if word.text.len() < 2 || word.is_upper() || !word.text.contains('-') {
        return false;
    }
    let plain = |word: &&Word<'_>| !is_quotation_mark(word) && !word.text.contains('-');
    let before = words[..at].iter().rev().find(plain);
    let behind = words[at + 1..].iter().find(plain);
    let led = before.is_some_and(|word| {
        word.timex.is_none()
            && matches!(word.tag, Tag::Preposition | Tag::Determiner | Tag::Possessive)
    });
    led && behind.is_some_and(|word| word.timex.is_none() && word.tag.is_nominal())
}

/// "Both men were executed": what looks like a conjunction, and joins nothing, leads its noun.
fn mend_pairs(words: &mut [Word<'_>]) {
    let joins = |word: &Word<'_>| {
        word.tag == Tag::Conjunction
            && word.is(WordClass::LOOSE)
            && !word.is(WordClass::COORDINATOR)
    };
    let mut next = 0;
    while let Some(at) = first_from(words, next, joins) {
        next = at + 1;
        let noun = words.get(next).is_some_and(|word| word.tag == Tag::Nouns);
        if noun && !words.get(next + 1).is_some_and(|word| word.is(WordClass::COORDINATOR)) {
            words[at].tag = Tag::Determiner;
        }
    }
}

/// "were [in fact] held", "[in order] to hold": a preposition and a noun that say no more than an adverb, beside a verb.
fn is_adverbial(words: &[Word<'_>], at: usize) -> bool {
    let next = words.get(at + 1);
    words[at].is(WordClass::ADVERBIAL)
        && words[at].tag == Tag::Noun
        && words[at - 1].tag == Tag::Preposition
        && words[at - 1].timex.is_none()
        && next.is_some_and(|next| {
            (next.tag.is_verbal() || next.tag == Tag::To) && next.timex.is_none()
        })
}

/// ", rising exports were": a gerund behind a comma that says more of the subject of the verb behind it.
fn modifies_subject(words: &[Word<'_>], at: usize) -> bool {
    let verb = words.get(at + 2).is_some_and(|verb| verb.tag.is_finite() && verb.timex.is_none());
    let noun = words.get(at + 1).is_some_and(|noun| noun.tag == Tag::Nouns && !noun.is_upper());
    words[at - 1].is_sign(",") && noun && verb
}

/// "with the now ruling party": a gerund before a noun, behind an article and a time.
fn is_now_so(words: &[Word<'_>], at: usize) -> bool {
    let times = words[..at]
        .iter()
        .rev()
        .take_while(|word| word.timex.is_some() && word.tag == Tag::Adverb)
        .count();
    let led = words[..at - times].last().is_some_and(|word| {
        word.timex.is_none() && matches!(word.tag, Tag::Determiner | Tag::Possessive)
    });
    let noun = words.get(at + 1).is_some_and(|word| word.timex.is_none() && word.tag.is_nominal());
    times > 0 && led && noun
}

/// "a writer who knew them recorded this": a participle with an object, right behind the pronoun that is
/// the object of a clause before, says nothing more of that.
fn is_behind_object(words: &[Word<'_>], at: usize) -> bool {
    let pronoun = &words[at - 1];
    let object = words.get(at + 1).is_some_and(|next| {
        next.timex.is_none() && matches!(next.tag, Tag::Determiner | Tag::Possessive)
    });
    pronoun.tag == Tag::Pronoun
        && pronoun.is(WordClass::THIRD_PERSON)
        && at > 1
        && words[at - 2].tag == Tag::Past
        && object
}

/// "Wanderers boss Ann Orr added", "shadow home secretary Ann Orr said": whether a verb that the
/// pack does not know, or what somebody is called, stands between nouns, and then another verb does.
fn describes(words: &[Word<'_>], at: usize) -> bool {
    let (before, word) = (&words[at - 1], &words[at]);
    let may_be_noun = word.entry.lemma == 0 && !word.is(WordClass::BE | WordClass::HAVE)
        || word.is(WordClass::ROLE | WordClass::GROUP);
    let nouns = words[at + 1..]
        .iter()
        .take_while(|word| word.tag.is_nominal() && word.timex.is_none())
        .count();
    let verb = words.get(at + 1 + nouns).filter(|verb| verb.timex.is_none() && nouns > 0);
    may_be_noun
        && before.tag.is_nominal()
        && before.timex.is_none()
        && verb.is_some_and(|verb| matches!(verb.tag, Tag::Past | Tag::Present))
}

/// "warned that floods would follow": whether a word stands between what opens a clause and a verb
/// that helps another one.
fn is_told_of(words: &[Word<'_>], at: usize) -> bool {
    let opener = &words[at - 1];
    opener.is(WordClass::COMPLEMENTISER)
        && opener.tag != Tag::Determiner
        && words.get(at + 1).is_some_and(|next| next.tag == Tag::Modal && next.timex.is_none())
}

/// "five more steel boats had become": whether a word stands behind a name or a noun and before a verb that helps
/// another one.
fn is_before_helper(words: &[Word<'_>], at: usize) -> bool {
    let (before, word) = (&words[at - 1], &words[at]);
    let helps = words.get(at + 1).is_some_and(|next| {
        next.timex.is_none()
            && next.is(WordClass::HAVE | WordClass::BE)
            && matches!(next.tag, Tag::Past | Tag::Participle | Tag::Present)
    });
    let other = WordClass::SAYING | WordClass::HAVE | WordClass::BE;
    let verb = words.get(at + 2).is_some_and(|verb| verb.tag == Tag::Participle);
    let named = before.tag.is_nominal() && before.timex.is_none() && !word.is(other);
    // "what the firm makes has been sold"
    let asked = || words[..at].iter().any(|word| word.tag == Tag::Relative);
    named && helps && verb && !asked()
}

/// "We proved that today", "in May": whether a word that opens clauses has nothing but a time behind it.
fn stands_alone(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    let demonstrative = word.is(WordClass::COMPLEMENTISER)
        && word.is(WordClass::DEMONSTRATIVE)
        && word.timex.is_none();
    if !demonstrative || !words[at - 1].tag.is_verbal() {
        return false;
    }
    let timed = |word: &Word<'_>| word.timex.is_some();
    let led = words.get(at + 1).is_some_and(|next| !timed(next) && next.tag == Tag::Preposition);
    let from = (at + 1 + usize::from(led)).min(words.len());
    let count = words[from..].iter().take_while(|word| timed(word)).count();
    let next = words.get(from + count);
    count > 0
        && next.is_none_or(|next| next.kind == TokenKind::Sign || next.is(WordClass::COORDINATOR))
}

/// "a strong and varied list": whether a word that looks like a verb is the second of two that say
/// more of a noun.
fn is_of_pair(words: &[Word<'_>], at: usize) -> bool {
    let next = words.get(at + 1).is_some_and(|next| {
        next.timex.is_none() && !next.is_upper() && matches!(next.tag, Tag::Noun | Tag::Nouns)
    });
    let joined = at > 2
        && words[at - 1].is(WordClass::COORDINATOR)
        && words[at - 2].tag == Tag::Adjective
        && words[at - 2].timex.is_none();
    if !next || !joined {
        return false;
    }
    let before = words[..at - 2].iter().rfind(|word| word.tag != Tag::Adverb);
    before.is_some_and(|before| {
        before.is(WordClass::INDEFINITE) || before.tag == Tag::Possessive && before.timex.is_none()
    })
}

/// "said it expected to sell", "that they expect a strike": whether a verb stands behind a pronoun
/// that is a subject, and nothing helps it.
fn is_of_pronoun(words: &[Word<'_>], at: usize) -> bool {
    let (pronoun, word) = (&words[at - 1], &words[at]);
    let several = pronoun.is(WordClass::PLURAL | WordClass::FIRST_PERSON);
    let fits = match word.tag {
        Tag::Base => several && !word.is(WordClass::PAST_FORM),
        _ => word.is(WordClass::PAST_FORM),
    };
    let goes_on = words.get(at + 1).is_some_and(|next| {
        matches!(next.tag, Tag::To | Tag::Determiner | Tag::Possessive)
            || next.is(WordClass::COMPLEMENTISER)
    });
    let opener = at.checked_sub(2).map(|at| &words[at]);
    let opens = opener.is_some_and(|opener| {
        opener.is(WordClass::COMPLEMENTISER) && opener.tag != Tag::Determiner
            || opener.is(WordClass::SAYING) && opener.tag.is_verbal()
    });
    let subject = pronoun.tag == Tag::Pronoun && pronoun.is(WordClass::NOMINATIVE);
    fits && goes_on && opens && subject && pronoun.timex.is_none()
}

/// Whether words open with an office and the name of the one who holds it.
pub(super) fn is_office(words: &[Word<'_>]) -> bool {
    let noun = |word: &&Word<'_>| word.tag == Tag::Noun && !word.is_upper();
    let count = words.iter().take_while(noun).count();
    let named = |word: &Word<'_>| word.tag == Tag::Name && word.is_upper() && word.timex.is_none();
    count.checked_sub(1).is_some_and(|last| words[last].is(WordClass::ROLE))
        && words.get(count).is_some_and(named)
}

/// "There are also rumours that": behind a verb of being no other one stands in the present.
fn is_there(words: &[Word<'_>], at: usize) -> bool {
    let before = words[..at].iter().rfind(|word| word.tag != Tag::Adverb);
    before.is_some_and(|before| {
        before.is(WordClass::BE) && matches!(before.tag, Tag::Past | Tag::Present)
    })
}

/// "The Irish open their campaign": no adjective stands before an article or an owner.
fn has_object(words: &[Word<'_>], at: usize) -> bool {
    let (before, word) = (&words[at - 1], &words[at]);
    let people = before.tag == Tag::Adjective && before.entry.country.is_some();
    let subject = before.timex.is_none() && (before.tag.is_nominal() || people);
    let object = words
        .get(at + 1)
        .is_some_and(|next| next.tag == Tag::Possessive || next.is(WordClass::ARTICLE));
    word.entry.lemma != 0 && !word.is_upper() && subject && object && is_alone(words, at)
}

/// "it barred trade": whether a past form before a noun stands right behind a pronoun that is a subject, and
/// is the only verb of its clause.
fn is_past(words: &[Word<'_>], at: usize) -> bool {
    let (before, word) = (&words[at - 1], &words[at]);
    let object = words.get(at + 1).is_some_and(|next| {
        next.timex.is_none() && matches!(next.tag, Tag::Noun | Tag::Nouns) && !next.is_upper()
    });
    let subject = before.is_personal() && before.is(WordClass::NOMINATIVE);
    word.is(WordClass::PAST_FORM)
        && !word.is_upper()
        && before.timex.is_none()
        && subject
        && object
        && is_alone(words, at)
}

/// "More than forty rockets destroyed several houses": the only verb of a clause that opens the
/// sentence with a noun phrase has an object, as no passive has.
fn acts(words: &[Word<'_>], at: usize) -> bool {
    let plain = |word: &Word<'_>| {
        (word.tag.is_nominal()
            || word.tag.leads_noun()
            || matches!(word.tag, Tag::Determiner | Tag::Preposition | Tag::Adverb))
            && (!word.is(WordClass::SUBORDINATOR | WordClass::RELATIVE | WordClass::DASH)
                || word.is(WordClass::COMPARISON))
    };
    let thing = |word: &Word<'_>| word.tag.is_nominal() && word.timex.is_none();
    let behind = words[at + 1..].iter().skip_while(|word| word.tag == Tag::Determiner);
    let mut object = behind.skip_while(|word| matches!(word.tag, Tag::Adjective | Tag::Possessive));
    words[at].is(WordClass::PAST_FORM)
        && thing(&words[at - 1])
        && words[0].tag != Tag::Preposition
        && words[..at].iter().all(plain)
        && object.next().is_some_and(thing)
        && is_alone(words, at)
}

/// "a peninsula it seized in May": a participle right behind a pronoun that stands behind a noun.
fn is_contact(words: &[Word<'_>], at: usize) -> bool {
    let pronoun = &words[at - 1];
    let noun = at.checked_sub(2).map(|at| &words[at]);
    pronoun.is_personal() && noun.is_some_and(|noun| noun.tag.is_nominal() && noun.timex.is_none())
}

/// "which the trial court considered and": a participle behind the subject of a relative clause that
/// has no other verb.
fn relates(words: &[Word<'_>], at: usize) -> bool {
    let opens = |opener: &Word<'_>| {
        opener.tag == Tag::Relative && opener.is(WordClass::RELATIVE) && !opener.opens_time()
    };
    // "which finally peaked"
    let adverbs = words[..at].iter().rev().take_while(|word| word.tag == Tag::Adverb).count();
    if adverbs > 0 && words[..at - adverbs].last().is_some_and(opens) {
        return is_alone(words, at);
    }
    if !words[at - 1].tag.is_nominal() {
        return false;
    }
    let inside = |at: &usize| {
        let word = &words[*at];
        word.timex.is_none()
            && (word.tag.is_nominal() || word.tag.leads_noun() || word.tag == Tag::Determiner)
            && !word.is(WordClass::RELATIVE)
    };
    let first = (0..at).rev().take_while(inside).last();
    let opener = first.and_then(|first| first.checked_sub(1)).map(|opener| &words[opener]);
    opener.is_some_and(opens) && is_alone(words, at)
}

/// "He campaigned for Orr in 1922 and canvassed for Roe": a participle that goes on from a verb in the
/// past, with no noun to say more of.
fn goes_on(words: &[Word<'_>], at: usize) -> bool {
    let adverbs = words[..at].iter().rev().take_while(|word| word.tag == Tag::Adverb).count();
    let Some(joint) = (at - adverbs).checked_sub(1).filter(|&joint| joint > 0) else {
        return false;
    };
    let (before, next) = (&words[joint - 1], words.get(at + 1));
    let complete = before.timex.is_some() || before.tag.is_nominal() || before.tag == Tag::Past;
    let free = next.is_some_and(|next| {
        next.timex.is_some() || next.tag == Tag::Preposition && !next.is(WordClass::SOURCE)
    });
    let verb = words[..joint].iter().rfind(|word| word.tag.is_verbal() && word.timex.is_none());
    words[joint].is(WordClass::COORDINATOR)
        && words[joint].depth == words[at].depth
        && complete
        && free
        && verb
            .is_some_and(|verb| verb.tag == Tag::Past && !verb.is(WordClass::BE | WordClass::HAVE))
}

/// "condemned the missile launches this year": behind the article of another verb's object no verb
/// of the present ends a clause.
fn ends_object(words: &[Word<'_>], at: usize) -> bool {
    let inside = |at: &usize| {
        words[*at].timex.is_none()
            && (words[*at].tag.is_nominal()
                || matches!(words[*at].tag, Tag::Adjective | Tag::Genitive))
    };
    let Some(first) = (0..at).rev().take_while(inside).last() else { return false };
    let governed = first > 1
        && matches!(words[first - 1].tag, Tag::Determiner | Tag::Possessive)
        && words[first - 2].tag == Tag::Past
        && !words[first - 2].is(WordClass::SAYING | WordClass::BE | WordClass::HAVE);
    let ends = words.get(at + 1).is_none_or(|next| {
        next.timex.is_some()
            || next.kind == TokenKind::Sign
            || next.tag == Tag::Preposition
            || next.is(WordClass::COORDINATOR)
    });
    words[at].entry.noun.is_some() && governed && ends
}

/// "to a devastated and recently recaptured town": a past joined to an adjective before a noun, behind an
/// article.
fn says_more_too(words: &[Word<'_>], at: usize) -> bool {
    let adverbs = words[..at].iter().rev().take_while(|word| word.tag == Tag::Adverb).count();
    let [before @ .., opener, adjective, joint] = &words[..at - adverbs] else { return false };
    let led = before.last().is_some_and(|word| word.tag == Tag::Preposition);
    let noun = words.get(at + 1).is_some_and(|next| {
        next.timex.is_none() && matches!(next.tag, Tag::Noun | Tag::Nouns) && !next.is_upper()
    });
    joint.is(WordClass::COORDINATOR)
        && matches!(adjective.tag, Tag::Adjective | Tag::Participle)
        && opener.tag == Tag::Determiner
        && (led || before.last().is_some_and(|word| word.tag.is_verbal()))
        && noun
}
