//! Whom a relative clause tells of, where the noun right before it is not all of that.

use super::clause::Clauses;
use super::phrase::is_of_phrase;
use super::reading::Word;
use super::set_off::of_suffix;
use super::subject::{noun_phrase_before, subject};
use super::verb_group::VerbGroup;
use crate::event::Category;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// "His father, an Irish immigrant who had arrived in May, became": the subject that a phrase with an
/// article stands behind, between commas, as what somebody was.
///
/// "beside Orr's brother Jim, also a singer, who had": so it is with a name that is no subject.
pub(super) fn apposed(
    words: &[Word<'_>],
    clauses: &Clauses,
    parent: usize,
    opener: usize,
    phrase: &[usize],
) -> Option<Vec<usize>> {
    // "by Ida Orr, Sr., who"
    if let Some(name) = of_suffix(words, phrase) {
        return Some(noun_phrase_before(words, clauses, parent, name + 1));
    }
    // "Ida Orr, a [former] painter who"
    let inside = |&at: &usize| words[at].tag.leads_noun() && words[at].timex.is_some();
    let first = (0..*phrase.first()?).rev().take_while(inside).last().unwrap_or(phrase[0]);
    let article = |at: usize| words[at].is(WordClass::ARTICLE | WordClass::INDEFINITE);
    let first = first.checked_sub(1).filter(|&at| article(at)).unwrap_or(first);
    // "Jim, also a singer, who"
    let adverb = first.checked_sub(1).filter(|&at| words[at].tag == Tag::Adverb);
    let comma = adverb.unwrap_or(first).checked_sub(1).filter(|&at| words[at].is_sign(","))?;
    let verb = clauses.list[parent].verb.filter(|verb| article(first) && verb.is_finite())?;
    let closed = verb.first > first && words[verb.first - 1].is_sign(",");
    let own = subject(words, clauses, parent);
    if closed && own.last().is_some_and(|&last| last + 1 == comma) {
        return Some(own.to_vec());
    }
    let named =
        comma > verb.end && words[comma - 1].tag == Tag::Name && words[comma - 1].is_upper();
    let who = words[opener..words.len().min(opener + 2)].iter().any(|word| word.is(WordClass::WHO));
    // "Ida Orr, a senator from Norway who"
    let apart = words[opener].is_sign(",")
        || opener > 0 && words[opener - 1].is_sign(",")
        || words[first].is(WordClass::INDEFINITE);
    (named && who && apart).then(|| noun_phrase_before(words, clauses, parent, comma))
}

/// "stole The Cry and Olga, which were found", "the soldiers and policemen who fled": both of a pair, where the
/// verb can be that of several and both are alike.
pub(super) fn joined(
    words: &[Word<'_>],
    verb: &VerbGroup,
    opener: usize,
    phrase: &[usize],
) -> Option<Vec<usize>> {
    let (&first, &last) = (phrase.first()?, phrase.last()?);
    let joint = first.checked_sub(1).filter(|&at| words[at].is(WordClass::COORDINATOR))?;
    let comma = opener.checked_sub(1).is_some_and(|at| words[at].is_sign(","));
    let proper = |at: usize| words[at].is_upper() && words[at].tag.is_nominal();
    let common = |at: usize| matches!(words[at].tag, Tag::Noun | Tag::Nouns) && !proper(at);
    let named = words[verb.first].is(WordClass::PLURAL_VERB) && comma && proper(last);
    // "the mayor and officials who" need not be of both.
    let alike = joint > 0
        && common(last)
        && words[joint - 1].tag == words[last].tag
        && phrase.iter().all(|&at| common(at))
        && !words[verb.first].is(WordClass::SINGULAR_VERB)
        // "a poet and nurse who" is one.
        && !words[last].is(WordClass::ROLE)
        && (words[last].tag == Tag::Nouns || !words[opener].is(WordClass::WHO))
        && !comma;
    let inside = |&at: &usize| {
        let article = words[at].tag == Tag::Determiner && words[at].is_upper();
        let named = named && (proper(at) || article);
        words[at].timex.is_none() && (named || alike && is_of_phrase(&words[at]))
    };
    let from = (0..joint).rev().take_while(inside).last()?;
    // "The fair showcases [the crafts and trades] that": the article opens the phrase.
    let article = |at: &usize| alike && words[*at].is(WordClass::ARTICLE);
    let from = (from..joint).rfind(article).unwrap_or(from);
    let listed = from > 0 && words[from - 1].is_sign(",");
    (named || alike && !listed).then(|| (from..=last).collect())
}

/// "[the Orr and Roe Canal], which": a name of two that says at its end what it names, with one article before both.
pub(super) fn of_one_name(words: &[Word<'_>], phrase: &[usize]) -> Option<Vec<usize>> {
    let (&first, &last) = (phrase.first()?, phrase.last()?);
    let kinds = WordClass::WATER | WordClass::SITE | WordClass::REGION | WordClass::ORGANISATION;
    let name = |at: usize| words[at].tag == Tag::Name && words[at].is_upper();
    let joint = first.checked_sub(1).filter(|&at| words[at].is(WordClass::COORDINATOR))?;
    let named = last > first && words[last].is(kinds) && phrase.iter().all(|&at| name(at));
    let other = (0..joint).rev().take_while(|&at| name(at)).last()?;
    let article = other.checked_sub(1).filter(|&at| words[at].is(WordClass::ARTICLE))?;
    // "the Rhine River and Erie Canal" are two.
    let whole = !words[joint - 1].is(kinds);
    (named && whole).then(|| (article..=last).collect())
}

/// "[shares] in the firm that were sold": the noun before a phrase and its preposition, where the form of the
/// verb tells that the clause is about that.
pub(super) fn agreeing(words: &[Word<'_>], verb: &VerbGroup, phrase: &[usize]) -> Option<usize> {
    let (&first, &last) = (phrase.first()?, phrase.last()?);
    let joined = phrase.iter().any(|&at| words[at].is(WordClass::COORDINATOR));
    let common = |at: usize| at == 0 || !words[at].is_upper();
    let several = |at: usize| words[at].tag == Tag::Nouns && common(at);
    let one = |at: usize| words[at].tag == Tag::Noun && common(at);
    let led_by = |phrase: usize| {
        let link = phrase.checked_sub(1).map(|at| &words[at])?;
        let leads = link.tag == Tag::Preposition
            && link.timex.is_none()
            && !link.is(WordClass::SUBORDINATOR);
        phrase.checked_sub(2).filter(|&noun| leads && words[noun].timex.is_none())
    };
    let noun = led_by(first)?;
    // "the guarantee in favour of the banks"
    let noun = led_by(noun).filter(|_| one(noun)).unwrap_or(noun);
    let form = &words[verb.first];
    // "an evacuation of the embassy, which was approved"
    let decided = verb.passive
        && matches!(words[verb.head].entry.verb, Some(Category::Policy | Category::Agreement))
        && words[first - 1].is(WordClass::NAME_LINK)
        && words[noun].entry.noun.is_some()
        && words[last].entry.noun.is_none();
    let fits = decided
        || form.is(WordClass::PLURAL_VERB) && one(last) && !joined && several(noun)
        || form.is(WordClass::SINGULAR_VERB) && several(last) && one(noun);
    fits.then_some(noun)
}

/// "It was Orr, [however,] who": the word before which the phrase ends that what opens at a word hangs on.
pub(super) fn before_adverb(words: &[Word<'_>], opener: usize) -> usize {
    match &words[..opener] {
        [.., comma, adverb, closing]
            if comma.is_sign(",") && adverb.tag == Tag::Adverb && closing.is_sign(",") =>
        {
            opener - 3
        }
        _ => opener,
    }
}

/// "die Schule am Hafen, die": the noun before a phrase with a preposition and no article, whose own article is
/// the same word as the pronoun that opens the relative clause.
pub(super) fn of_same_article(
    words: &[Word<'_>],
    clauses: &Clauses,
    (parent, clause): (usize, usize),
    phrase: &[usize],
) -> Option<Vec<usize>> {
    const FAR: usize = 8;
    let (&first, &last) = (phrase.first()?, phrase.last()?);
    let pronoun = clauses.words(clause).find(|&at| words[at].kind != TokenKind::Sign)?;
    let led = first > 0 && words[first - 1].tag == Tag::Preposition;
    let bare = words[first].tag.is_nominal() && words[last].tag != Tag::Nouns;
    if !clauses.syntax.verb_second || !led || !bare {
        return None;
    }
    let inside = |&at: &usize| {
        clauses.owner[at] == parent
            && words[at].kind != TokenKind::Sign
            && !words[at].tag.is_verbal()
    };
    let mut before = (0..first).rev().take(FAR).take_while(inside);
    let article =
        before.find(|&at| words[at].tag == Tag::Determiner && words[at].id == words[pronoun].id)?;
    let noun = (article + 1..first).find(|&at| words[at].tag != Tag::Adjective)?;
    let led = article > 0 && words[article - 1].tag == Tag::Preposition;
    (words[noun].tag.is_nominal() && !led).then(|| (article..=noun).collect())
}
