//! The noun phrase that touches its verb from in front, where no comma parts it from a phrase before.

use super::agreement;
use super::clause::{ClauseKind, Clauses};
use super::free_subject::is_oblique;
use super::reading::Word;
use crate::language::{Agreement, Tag, WordClass};

/// "a [marked] escalation", "a [written] language": whether a participle stands between an article and its noun.
pub(super) fn stands_in_noun_phrase(words: &[Word<'_>], at: usize) -> bool {
    matches!(words[at].tag, Tag::Participle | Tag::Gerund)
        && words.get(at + 1).is_some_and(|next| next.tag.is_nominal())
        && at.checked_sub(1).is_some_and(|at| words[at].tag == Tag::Determiner)
}

/// "So began the drives [of the 1860s]": a noun phrase with what a genitive says more of it.
pub(super) fn with_owner(words: &[Word<'_>], mut phrase: Vec<usize>) -> Vec<usize> {
    let Some(link) = phrase.last().map(|&last| last + 1) else { return phrase };
    if words.get(link).is_some_and(|word| word.is(WordClass::NAME_LINK) && word.timex.is_none()) {
        let inside = |&at: &usize| {
            let word = &words[at];
            word.timex.is_some() || word.tag.is_nominal() || word.tag.leads_noun()
        };
        let owner: Vec<usize> = (link + 1..words.len()).take_while(inside).collect();
        if !owner.is_empty() {
            phrase.push(link);
            phrase.extend(owner);
        }
    }
    phrase
}

/// The noun phrase in front of a verb, behind a phrase that no comma parts from it: "By the time
/// [Arnold] reached the city", "During this war [Rome and Syracuse] aided Carthage".
pub(super) fn noun_phrase_to(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    verb: usize,
) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    let mut skipped = 0;
    for at in clauses.words(clause).rev().skip_while(|&at| at >= verb) {
        if skipped > 0 {
            skipped -= 1;
            continue;
        }
        let word = &words[at];
        let next = out.last().map(|&next| &words[next]);
        // "By then the railroad, [chartered in 1827], had": behind what says more of it.
        let aside = word.is_sign(",") && at + 1 < verb;
        let between = word.timex.is_some() && clauses.syntax.head_first;
        let passed = word.tag == Tag::Adverb || word.is(WordClass::NEGATION) || aside || between;
        if next.is_none() && passed {
            continue;
        }
        // "political and public organisations"
        let modifiers = || {
            next.is_some_and(|next| next.tag == Tag::Adjective)
                && at.checked_sub(1).is_some_and(|at| words[at].tag == Tag::Adjective)
        };
        // "прусський король і австрійський імператор зробили": the verb tells of several.
        let pair = || {
            let one = out.first().and_then(|&at| agreement::of_noun(&words[at], clauses));
            clauses.syntax.head_first
                && one.is_some_and(|one| one != Agreement::Plural)
                && agreement::of_verb(words, clauses, clause) == Some(Agreement::Plural)
                && at.checked_sub(1).is_some_and(|at| words[at].tag.is_nominal())
        };
        let joins = word.is(WordClass::COORDINATOR)
            && (next.is_some_and(Word::is_upper) || modifiers() || pair());
        // "this war Rome": a name does not go on with the noun before it.
        // Nor does a people: "that afternoon Danish soldiers".
        let parts = next.is_some_and(|next| {
            let people = next.tag == Tag::Adjective && next.entry.country.is_some();
            !clauses.syntax.head_first
                && (next.tag == Tag::Name || people && !word.is_upper())
                && word.tag != Tag::Name
                && word.tag.is_nominal()
        });
        let says_more = next.is_some() && stands_in_noun_phrase(words, at);
        let fits = word.timex.is_none()
            && word.depth == 0
            && (word.tag.is_nominal()
                || joins
                || says_more
                || word.tag.leads_noun()
                || word.tag == Tag::Pronoun && !(clauses.syntax.head_first && is_oblique(word)));
        if parts || !fits {
            // What hangs on a preposition is no subject where nothing parts them.
            let hangs = word.tag == Tag::Preposition;
            // "and on several occasions called": the clause goes on from one with a subject.
            let goes_on = clauses.list[clause].kind == ClauseKind::Coordinate
                && clauses.list[clause].parent.is_some()
                && at > 0
                && words[at - 1].is(WordClass::COORDINATOR)
                && !out.iter().any(|&at| words[at].is_upper());
            let common = goes_on && !clauses.syntax.verb_second && !clauses.syntax.head_first;
            if hangs && (common || out.iter().any(|&at| words[at].tag == Tag::Determiner)) {
                out.clear();
            }
            // "під обстрілом загинув чоловік" is no subject; behind a place's name one can stand,
            // "в Києві поліція затримала".
            if hangs && clauses.syntax.head_first {
                let names = out.iter().rev().take_while(|&&at| words[at].tag == Tag::Name).count();
                let left = if names > 0 { out.len() - names } else { 0 };
                let own = [agreement::nearest(words, clauses, clause, &out), left];
                let own = own.into_iter().find(|&own| own > 0);
                let leads = |at| agreement::leads(words, clauses, clause, at);
                out.truncate(own.unwrap_or_else(|| behind_front(words, &out, leads)));
            }
            break;
        }
        out.push(at);
        // "With help from his father [he] became": a pronoun is a phrase of its own.
        if word.tag == Tag::Pronoun {
            break;
        }
        if word.tag == Tag::Determiner {
            let before = at.checked_sub(1).map(|at| &words[at]);
            // "At the end of May a marked escalation [of] the conflict"
            let linked = at > 1
                && before.is_some_and(|word| word.is(WordClass::NAME_LINK))
                && words[at - 2].tag.is_nominal()
                && words[at - 2].timex.is_none();
            if linked {
                out.push(at - 1);
                skipped = 1;
                continue;
            }
            if before.is_some_and(|word| word.tag == Tag::Preposition) {
                out.truncate(behind_front(words, &out, |_| true));
            }
            break;
        }
    }
    out.reverse();
    let named = out.iter().any(|&at| words[at].tag.is_nominal() || words[at].tag == Tag::Pronoun);
    if named { out } else { Vec::new() }
}

/// "On the first day [ministers] met", "By all accounts [foreign firms] have": how many words of a
/// phrase, from right to left, follow the noun that a preposition takes.
/// `opens` is whether a word can stand first in it.
fn behind_front(words: &[Word<'_>], phrase: &[usize], opens: impl Fn(usize) -> bool) -> usize {
    let common = |at: usize| words[at].tag.is_nominal() && !words[at].is_upper();
    let parts = |&at: &usize| {
        let (noun, next) = (&words[phrase[at]], &words[phrase[at - 1]]);
        let plural = at == 1 && noun.tag == Tag::Noun && next.tag == Tag::Nouns;
        common(phrase[at]) && (next.tag == Tag::Adjective || plural) && opens(phrase[at - 1])
    };
    (1..phrase.len()).find(parts).filter(|_| common(phrase[0])).unwrap_or(0)
}
