//! Titles of events whose noun alone says too little: what it did, or its clause, is told.

use super::reading::Word;
use super::short_subject::short_subject;
use super::subject::subject;
use super::title::{LIMIT, lower_first, of_clause, opens_with};
use super::title_subject::written_subject;
use super::title_words::finish;
use super::verb_group::{Tense, VerbGroup};
use super::{Candidate, Reading};
use crate::event::Category;
use crate::language::{Tag, WordClass};

/// "the decree that broke up the firm": whether a noun whose title says little is the subject of the
/// clause that tells what it did.
pub(super) fn acts(text: &Reading<'_>, candidate: &Candidate, title: &str) -> bool {
    let (words, clauses) =
        (&text.sentences[candidate.sentence].words, &text.clauses[candidate.sentence]);
    let empty = WordClass::OCCUR | WordClass::LIGHT | WordClass::BE | WordClass::STATE;
    let elsewhere = clauses.owner[candidate.head.word] != candidate.clause;
    let tells = clauses.list[candidate.clause]
        .verb
        .is_some_and(|verb| verb.is_finite() && (elsewhere || !words[verb.head].is(empty)));
    // "The minutes of the meeting were approved" do not tell of the meeting.
    let plain = !clauses.syntax.verb_second && !clauses.syntax.head_first;
    let mut heads = subject(words, clauses, candidate.clause)
        .iter()
        .take_while(|&&at| elsewhere || !plain || words[at].tag != Tag::Preposition);
    tells && title.split(' ').count() < 3 && heads.any(|&at| at == candidate.head.word)
}

/// "Global sales", "loss of $3 million": a title of a noun that says little is told with its clause,
/// if the verb of that only says what it was ("were up 1%"); else with whose it is, if it tells of
/// business: "Orr: 5% rise".
pub(super) fn told_of(text: &Reading<'_>, candidate: &Candidate, title: &str) -> Option<String> {
    const SHORT: usize = 3;
    let (number, clause) = (candidate.sentence, candidate.clause);
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let noun = candidate.head.word;
    let plain = !clauses.syntax.verb_second && !clauses.syntax.head_first;
    let verb = clauses.list[clause].verb.filter(|_| plain)?;
    let short = title.split(' ').count() < SHORT || title.contains(|c: char| c.is_ascii_digit());
    if clauses.owner[noun] != clause {
        return None;
    }
    let whole = subject(words, clauses, clause);
    // "The council meeting was productive" says no more than its noun.
    let weak = matches!(candidate.head.category, Category::Economy | Category::Other);
    let told =
        if short || weak { told_whole(text, candidate, whole, (title, short)) } else { None };
    if told.is_some() || !short {
        return told;
    }
    let told = told_object(text, candidate, title);
    if told.is_some() {
        return told;
    }
    let named = whole.iter().any(|&at| words[at].tag.is_nominal());
    let same = whole.iter().any(|&at| words[at].id == words[noun].id);
    if words[noun].entry.noun != Some(Category::Economy) || !named || same || noun < verb.end {
        return None;
    }
    let who = written_subject(text, number, clause, &short_subject(words, whole.to_vec()));
    let mut small = title.to_owned();
    lower_first(&mut small, 0);
    let as_written = |word: &Word<'_>| small.starts_with(word.text) && !word.is_upper();
    let common = words[..=noun].iter().any(as_written);
    let told = format!("{}: {}", finish(who), if common { &small } else { title });
    Some(told).filter(|told| told.split(' ').count() <= LIMIT)
}

/// The title of the clause of a noun, if its verb says what that was and all of it fits; where the
/// noun's `title` says enough (`short` is whether it does not), only if that is what the clause is
/// about.
fn told_whole(
    text: &Reading<'_>,
    candidate: &Candidate,
    whole: &[usize],
    (title, short): (&str, bool),
) -> Option<String> {
    let (number, clause) = (candidate.sentence, candidate.clause);
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let verb = clauses.list[clause].verb.filter(VerbGroup::is_finite)?;
    if !words[verb.head].is(WordClass::BE | WordClass::LINK | WordClass::STATE) {
        return None;
    }
    let own = of_clause(text, number, clause, candidate.time.part, LIMIT);
    // "UKIP's performance in the elections" is no elections.
    let before = whole.iter().take_while(|&&at| words[at].tag != Tag::Preposition);
    let heads =
        before.filter(|&&at| words[at].tag.is_nominal()).last() == Some(&candidate.head.word);
    let holds = heads || short && own.rest.contains(&candidate.head.word) && !whole.is_empty();
    let &last = own.rest.last()?;
    // "was one [of the concerns]"
    let goes_on = words.get(last + 1).is_some_and(|next| next.is(WordClass::NAME_LINK));
    // "are expected to be 8% [to 9% lower]"
    let number = |at: usize| words.get(at).is_some_and(|word| word.tag == Tag::Number);
    let goes_on = goes_on || number(last + 2) && words[last + 2].timex.is_none();
    let ends = last >= verb.end && words[last].tag != Tag::Adverb && !goes_on;
    // "The search for Orr was extended": nothing that the noun says is lost.
    let whole = || own.text.to_lowercase().contains(&title.to_lowercase());
    (holds && ends && !own.split && (short || whole())).then_some(own.text)
}

/// "faces a federal trial", "despite backing a law change": a noun of a word or two that is the object of
/// a verb is told with that, as far as it goes.
fn told_object(text: &Reading<'_>, candidate: &Candidate, title: &str) -> Option<String> {
    const LEAST: usize = 4;
    let (number, clause) = (candidate.sentence, candidate.clause);
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let noun = candidate.head.word;
    let verb = clauses.list[clause].verb.filter(|verb| {
        let tells = verb.is_finite() || verb.tense == Tense::Gerund;
        tells && !verb.passive && verb.end <= noun
    })?;
    let short = title.split(' ').count() < 3 && !title.chars().skip(1).any(char::is_uppercase);
    let inside = |at: usize| {
        words[at].timex.is_some()
            || words[at].tag.is_nominal()
            || words[at].tag.leads_noun()
            || words[at].tag == Tag::Determiner
    };
    let whole = subject(words, clauses, clause);
    let named = whole.iter().any(|&at| words[at].tag.is_nominal() || words[at].is_personal());
    if !short || !named || !(verb.end..noun).all(inside) {
        return None;
    }
    let part = candidate.time.part;
    (LEAST..=LIMIT).rev().map(|room| of_clause(text, number, clause, part, room)).find_map(|own| {
        let last = *own.rest.last()?;
        let goes_on = words.get(last + 1).is_some_and(|next| {
            next.timex.is_none() && next.is(WordClass::NAME_LINK | WordClass::COORDINATOR)
        });
        let whole = own.rest.contains(&noun) && !own.split && !own.parted && !goes_on;
        let someone = WordClass::THIRD_PERSON | WordClass::FIRST_PERSON;
        (whole && !opens_with(text, &own.text, someone)).then_some(own.text)
    })
}
