//! Number and gender of subjects, where the forms of verbs and nouns tell them.

use super::clause::Clauses;
use super::reading::Word;
use super::verb_group::VerbGroup;
use crate::language::{Agreement, Tag, WordClass};

/// What the finite verb of a clause says of its subject.
pub(super) fn of_verb(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<Agreement> {
    let group = clauses.list[clause].verb.filter(VerbGroup::is_finite)?;
    clauses.agreements.of_verb(&words[group.first].lower())
}

/// What a noun or a name is, as a subject.
pub(super) fn of_noun(word: &Word<'_>, clauses: &Clauses) -> Option<Agreement> {
    // The letters of an acronym say nothing.
    let acronym = word.text.chars().nth(1).is_some_and(char::is_uppercase);
    let nominal = word.tag.is_nominal() && !acronym && word.timex.is_none();
    nominal.then(|| clauses.agreements.of_noun(&word.lower())).flatten()
}

/// What a pronoun stands for.
pub(super) fn of_pronoun(word: &Word<'_>) -> Option<Agreement> {
    let known = [
        (WordClass::PLURAL, Agreement::Plural),
        (WordClass::MASCULINE, Agreement::Masculine),
        (WordClass::FEMININE, Agreement::Feminine),
        (WordClass::NEUTER, Agreement::Neuter),
    ];
    known.into_iter().find(|&(class, _)| word.is(class)).map(|(_, agreement)| agreement)
}

/// What the subject of a clause is: by the clause's verb, or by its own form.
pub(super) fn of_subject(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    phrase: &[usize],
) -> Option<Agreement> {
    if phrase.iter().any(|&at| words[at].is(WordClass::COORDINATOR)) {
        return Some(Agreement::Plural);
    }
    let head = || phrase.iter().find(|&&at| words[at].tag.is_nominal());
    of_verb(words, clauses, clause).or_else(|| of_noun(&words[*head()?], clauses))
}

/// Whether an adjective can open the subject of a clause, by its form.
pub(super) fn leads(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    adjective: usize,
) -> bool {
    let form = clauses.agreements.of_noun(&words[adjective].lower());
    form.is_some() && form == of_verb(words, clauses, clause)
}

/// The words in front of a verb, from right to left, that are its subject by their form, behind
/// what a preposition takes: "за підтримки царя [Сципіон] здобув".
pub(super) fn nearest(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    phrase: &[usize],
) -> usize {
    let Some(wanted) = of_verb(words, clauses, clause) else { return 0 };
    let Some(&first) = phrase.first() else { return 0 };
    let joined = phrase.get(1).is_some_and(|&at| words[at].is(WordClass::COORDINATOR));
    if joined || of_noun(&words[first], clauses) != Some(wanted) {
        return 0;
    }
    // "відділи міської варти зустрілися": an adjective in another case.
    let other = phrase
        .get(1)
        .is_some_and(|&at| words[at].tag == Tag::Adjective && !leads(words, clauses, clause, at));
    if other {
        return 0;
    }
    let names = words[first].is_upper();
    let goes_on = |&&at: &&usize| {
        let word = &words[at];
        word.tag == Tag::Adjective
            || names && word.is_upper() && of_noun(word, clauses) == Some(wanted)
    };
    let kept = 1 + phrase[1..].iter().take_while(goes_on).count();
    // What stands right behind the preposition is what it takes.
    if kept < phrase.len() { kept } else { 0 }
}

/// Whether a phrase in front of a verb has a form that no subject has, or that the verb's does not:
/// "на [далекому березі] стався бій", "[політики партії] відбулося засідання".
pub(super) fn misfits(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    phrase: &[usize],
) -> bool {
    let counted = |&at: &usize| words[at].tag == Tag::Number || words[at].numeral;
    let common = |&at: &usize| words[at].tag.is_nominal() && !words[at].is_upper();
    // "ми з учителем": a pronoun is a subject, whatever stands with it.
    let pronoun = |&at: &usize| words[at].is_personal() && !words[at].is(WordClass::OBLIQUE);
    if !clauses.syntax.head_first || phrase.iter().any(counted) || phrase.iter().any(pronoun) {
        return false;
    }
    let Some(first) = phrase.iter().position(common) else { return false };
    let head = &words[phrase[first]];
    let oblique = |at: usize| clauses.agreements.is_oblique(&words[at].lower());
    // "донецькому напрямку" is no subject; behind "Кравець" stands what says more of it.
    let own = phrase[..first].iter().all(|&at| !words[at].tag.is_nominal() || oblique(at));
    let adjective = |&at: &usize| {
        let form = words[at].lower();
        words[at].tag == Tag::Adjective && clauses.agreements.is_oblique_adjective(&form)
    };
    if !own {
        return false;
    }
    if head.is(WordClass::OBLIQUE)
        || oblique(phrase[first])
        || phrase[..first].iter().any(adjective)
    {
        return true;
    }
    // "Міністр заявила": of who holds an office the form says nothing, nor does that of a body.
    let sure = !head.is(WordClass::ROLE | WordClass::GROUP | WordClass::ORGANISATION);
    let joined =
        phrase.iter().any(|&at| words[at].is(WordClass::COORDINATOR) || words[at].is_sign(","));
    let verb = of_verb(words, clauses, clause);
    let one = of_noun(head, clauses);
    sure && !joined
        && verb.zip(one).is_some_and(|(verb, one)| verb != one && verb != Agreement::Plural)
}

/// Whether the verbs of two clauses cannot have the same subject.
pub(super) fn differ(words: &[Word<'_>], clauses: &Clauses, one: usize, other: usize) -> bool {
    let of = |clause| of_verb(words, clauses, clause);
    // "США розпочали" and "США розпочав": the number of a body's name is unsure.
    let unsure = |one, other| {
        (one == Agreement::Plural) != (other == Agreement::Plural)
            && one != Agreement::Neuter
            && other != Agreement::Neuter
    };
    of(one).zip(of(other)).is_some_and(|(one, other)| one != other && !unsure(one, other))
}
