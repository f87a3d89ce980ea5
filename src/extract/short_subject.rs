//! Subjects as titles have them: without what makes them long.

use super::phrase::is_quotation_mark;
use super::reading::Word;
use super::title_time::is_lone_adjective;
use super::trimming::{behind_quote, drop_first_of_list, drop_loose_prepositions, fit};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// The most words that the subject of a title has.
const SUBJECT_LIMIT: usize = 5;
/// The most words of one that is an enumeration, and of one that is a pair.
const LIST_LIMIT: usize = 7;
const PAIR_LIMIT: usize = 8;

/// The subject without what makes it long.
pub(super) fn short_subject(words: &[Word<'_>], mut subject: Vec<usize>) -> Vec<usize> {
    // "This led to a strike": a word that alone stands for something cannot be shortened.
    if subject.len() == 1 {
        return subject;
    }
    // "the third-quarter loss"
    // "Shelling on 6 March", not "running sub-eight seconds"
    let shelling = |at: usize| {
        words[at].tag == Tag::Gerund
            && words.get(at + 1).is_some_and(|next| next.tag == Tag::Preposition)
    };
    let names = |at: usize| words[at].tag.is_nominal() || shelling(at);
    if subject.iter().any(|&at| words[at].timex.is_none() && names(at)) {
        // "Its most recent purchase"
        let grades = |at: usize| {
            words[at].tag == Tag::Adverb
                && words.get(at + 1).is_some_and(|next| next.timex.is_some())
        };
        let kept = |at: usize| words[at].timex.is_none() || is_lone_adjective(words, at);
        subject.retain(|&at| kept(at) && (!grades(at) || kept(at + 1)));
    }
    // "a May election": which form the article has depends on the word behind it.
    if let &[first, next, ..] = &subject[..]
        && words[first].is(WordClass::INDEFINITE)
        && next != first + 1
        && words[first + 1].tag != Tag::Preposition
        && !words[first + 2].is(WordClass::MEASURE)
    {
        subject.remove(0);
    }
    if let Some(pair) = short_pair(words, &subject) {
        return pair;
    }
    let list = is_short_list(words, &subject);
    if subject.len() > SUBJECT_LIMIT
        && !list
        && let Some(names) = list_of_names(words, &subject)
    {
        return names;
    }
    if subject.len() > SUBJECT_LIMIT && !list {
        // "the firm's planned purchase": such a participle belongs to the noun behind it.
        let modifies = |at: usize| {
            words[at].tag.is_verbal()
                && behind_quote(words, at).is_some_and(|next| {
                    next.tag.is_nominal() || matches!(next.tag, Tag::Number | Tag::Adjective)
                })
                && at.checked_sub(1).is_some_and(|at| {
                    words[at].timex.is_some()
                        || matches!(
                            words[at].tag,
                            Tag::Genitive
                                | Tag::Possessive
                                | Tag::Determiner
                                | Tag::Adjective
                                | Tag::Adverb
                        )
                        // "a small but growing group"
                        || at > 0
                            && words[at].is(WordClass::COORDINATOR)
                            && words[at - 1].tag == Tag::Adjective
                })
        };
        let cut = subject.iter().enumerate().skip(1).position(|(_, &at)| {
            !modifies(at)
                && matches!(
                    words[at].tag,
                    Tag::Preposition | Tag::Relative | Tag::Gerund | Tag::Participle
                )
                && !words[at].is(WordClass::NAME_LINK | WordClass::COMPARISON)
                || words[at].is_sign(",")
        });
        let cut = cut.map(|cut| cut - usize::from(cut > 0 && points(&words[subject[cut]])));
        // "Shares in the house of Orr and Roe": a bare noun alone says nothing.
        let bare = |cut: &usize| {
            *cut == 0
                && subject.len() <= SUBJECT_LIMIT + 2
                && (words[subject[1]].tag == Tag::Preposition || points(&words[subject[1]]))
        };
        if let Some(person) = cut.and_then(|_| named_last(words, &subject)) {
            subject.drain(..person);
        } else if let Some((first, end)) = cut.and_then(|_| first_holder(words, &subject)) {
            subject.truncate(end);
            subject.drain(..first);
        } else if let Some(cut) = cut.filter(|cut| !bare(cut)) {
            let parted = words[subject[cut + 1]].is_sign(",");
            subject.truncate(cut + 1);
            if parted {
                drop_first_of_list(words, &mut subject);
            }
        }
    }
    drop_label(words, &mut subject);
    // "Today's meeting" without its time.
    let loose = subject.iter().take_while(|&&at| words[at].tag == Tag::Genitive).count();
    subject.drain(..loose);
    // "The survey carried out last autumn": without its time the participle says nothing.
    let bare = (1..subject.len()).rfind(|&at| words[subject[at]].tag == Tag::Participle);
    let timed = subject
        .last()
        .is_some_and(|&last| words.get(last + 1).is_some_and(|next| next.timex.is_some()));
    let bare = bare.filter(|&at| {
        let small =
            |&at: &usize| matches!(words[at].tag, Tag::Particle | Tag::Adverb | Tag::Preposition);
        timed && words[subject[at - 1]].tag.is_nominal() && subject[at + 1..].iter().all(small)
    });
    subject.truncate(bare.unwrap_or(subject.len()));
    drop_loose_prepositions(words, &mut subject);
    fit(words, &mut subject, if list { PAIR_LIMIT } else { SUBJECT_LIMIT + 2 });
    subject
}

/// "Figure 23.4 A poster" is a poster.
fn drop_label(words: &[Word<'_>], subject: &mut Vec<usize>) {
    if !subject.first().is_some_and(|&at| words[at].is(WordClass::NOT_A_NAME)) {
        return;
    }
    let numbered = subject[1..].iter().take_while(|&&at| {
        words[at].kind == TokenKind::Number || words[at].kind == TokenKind::Sign
    });
    let count = numbered.count();
    subject.drain(..if count > 0 && count + 1 < subject.len() { count + 1 } else { 0 });
}

/// "steps such [as]": whether a word only leads on to examples.
fn points(word: &Word<'_>) -> bool {
    word.tag == Tag::Adjective && word.is(WordClass::DEMONSTRATIVE)
}

/// Whether a subject is one phrase that a title can have as it stands.
pub(super) fn can_be_whole(words: &[Word<'_>], subject: &[usize]) -> bool {
    let inside = |&at: &usize| {
        let word = &words[at];
        word.timex.is_none()
            && (word.tag.is_nominal()
                || word.tag.leads_noun()
                || word.tag == Tag::Determiner
                || word.tag == Tag::Preposition
                || word.is(WordClass::COORDINATOR))
    };
    let whose = subject.first().is_some_and(|&at| words[at].tag == Tag::Genitive);
    !whose
        && subject.iter().all(inside)
        && subject.is_sorted_by(|at, next| at + 1 == *next)
        && subject.last().is_some_and(|&last| words[last].tag.is_nominal())
}

/// "Secretary of State Ann Orr, Minister for Trade Ida Roe and others": where the name of the first one
/// of several who hold offices stands, who is better than an office alone.
fn first_holder(words: &[Word<'_>], subject: &[usize]) -> Option<(usize, usize)> {
    const NAMED: usize = 2;
    let office = subject.first().is_some_and(|&at| words[at].is(WordClass::ROLE));
    let joins = |&at: &usize| words[at].is_sign(",") || words[at].is(WordClass::COORDINATOR);
    let end = subject.iter().position(joins)?;
    let name = |&&at: &&usize| words[at].tag == Tag::Name && words[at].is_upper();
    let count = subject[..end].iter().rev().take_while(name).count();
    let run = end - count;
    let given = (run..end).rfind(|&at| words[subject[at]].is(WordClass::GIVEN_NAME));
    let first = given.filter(|given| given + 1 < end).or(end.checked_sub(NAMED))?;
    (office && count >= NAMED && first >= run.max(1)).then_some((first, end))
}

/// "The commission for equality's chief Ann Orr": where the name starts of the one whose office the
/// words before it say.
fn named_last(words: &[Word<'_>], subject: &[usize]) -> Option<usize> {
    const LONGEST: usize = 3;
    let name = |&&at: &&usize| words[at].tag == Tag::Name && words[at].is_upper();
    let count = subject.iter().rev().take_while(name).count();
    let first = subject.len() - count;
    let office = first.checked_sub(1).map(|at| &words[subject[at]])?;
    let held = office.is(WordClass::ROLE) && !office.is_upper() && office.tag.is_nominal();
    // "Veteran member and former minister Ann Orr" is one, "the firm and its chief Ann Orr" are two.
    let joined = subject.iter().position(|&at| words[at].is(WordClass::COORDINATOR));
    let joined = joined.is_some_and(|at| !words[subject[at.saturating_sub(1)]].is(WordClass::ROLE));
    (held && !joined && (2..=LONGEST).contains(&count)).then_some(first)
}

/// A subject without what says more of it: "a court of appeal", "the ministers of trade", "shares
/// in the firm". A body or an office can do without; of "dozens of people" nothing would be left.
pub(super) fn shortest_subject(words: &[Word<'_>], subject: &[usize]) -> Option<Vec<usize>> {
    let cut = subject.iter().position(|&at| words[at].tag == Tag::Preposition)?;
    // "Lord of the Isles director Ann Orr" is no lord.
    if let Some(person) = named_last(words, subject).filter(|&person| person > cut) {
        return Some(subject[person..].to_vec());
    }
    let head = cut.checked_sub(1).map(|at| &words[subject[at]])?;
    let several =
        cut == 1 && head.tag == Tag::Nouns && !words[subject[cut]].is(WordClass::NAME_LINK);
    let whole = several || head.is(WordClass::GROUP | WordClass::ROLE | WordClass::ORGANISATION);
    let named = head.is_upper() && words.get(subject[cut] + 1).is_some_and(Word::is_upper);
    (whole && !named && !head.numeral).then(|| subject[..cut].to_vec())
}

/// "A former state agent and an old stock picker": of a pair that is too long the nouns, each with the
/// one before it; neither is left out.
fn short_pair(words: &[Word<'_>], subject: &[usize]) -> Option<Vec<usize>> {
    const KEPT: usize = 2;
    let joins = |at: usize| words[at].is(WordClass::COORDINATOR);
    let plain = |at: usize| {
        joins(at)
            || words[at].tag.is_nominal()
            || words[at].tag.leads_noun()
            || words[at].tag == Tag::Determiner
    };
    let middle = subject.iter().position(|&at| joins(at))?;
    let (first, second) = (&subject[..middle], &subject[middle + 1..]);
    let pair = subject.len() > PAIR_LIMIT
        && subject.iter().all(|&at| plain(at))
        && !second.iter().any(|&at| joins(at));
    let article =
        |part: &[usize]| part.first().is_some_and(|&at| words[at].is(WordClass::INDEFINITE));
    if !pair || !article(first) || !article(second) {
        return None;
    }
    let nouns = |part: &[usize]| {
        let noun = |&&at: &&usize| words[at].tag.is_nominal();
        let count = part.iter().rev().take_while(noun).count().min(KEPT);
        part[part.len() - count..].to_vec()
    };
    let (mut out, rest) = (nouns(first), nouns(second));
    let both = !out.is_empty() && !rest.is_empty();
    out.push(subject[middle]);
    out.extend(rest);
    both.then_some(out)
}

/// "Net firm Orr, bank Berg and phone maker Roe", "Ms Orr and her Danish counterpart Ida Roe": a subject with the names
/// alone, where one of them at least stands behind what says who has it.
pub(super) fn only_names(words: &[Word<'_>], subject: &[usize]) -> Option<Vec<usize>> {
    // "Orr & Roe" is one name.
    let joins = |at: &usize| {
        words[*at].is_sign(",") || words[*at].is(WordClass::COORDINATOR) && is_word(&words[*at])
    };
    let plain = |at: usize| {
        words[at].tag.is_nominal()
            || words[at].tag.leads_noun()
            || words[at].is(WordClass::COORDINATOR)
            || matches!(words[at].tag, Tag::Determiner | Tag::Possessive)
            // "Rock 'n' roll legend Orr"
            || is_quotation_mark(&words[at])
            || words[at].is_sign("'")
            || words[at].is_sign(",")
    };
    if !subject.iter().all(|&at| plain(at) && words[at].timex.is_none()) {
        return None;
    }
    let mut out = Vec::with_capacity(subject.len());
    for (number, part) in subject.split(joins).enumerate() {
        let name = |&&at: &&usize| {
            words[at].tag.is_nominal() && words[at].is_upper() || !is_word(&words[at])
        };
        let first = part.len() - part.iter().rev().take_while(name).count();
        let described = first.checked_sub(1).is_none_or(|before| {
            matches!(words[part[before]].tag, Tag::Noun | Tag::Nouns)
                && !words[part[before]].is_upper()
        });
        if first == part.len() || !described || !is_word(&words[part[first]]) {
            return None;
        }
        if number > 0 {
            out.extend(subject.iter().rev().find(|&&at| at < part[0]));
        }
        out.extend(&part[first..]);
    }
    (out.len() < subject.len()).then_some(out)
}

/// "Legal adviser Ann Orr, director Ida Roe and chairman Jan Berg": of several who are described the names, where
/// these are not too long.
fn list_of_names(words: &[Word<'_>], subject: &[usize]) -> Option<Vec<usize>> {
    let signs = subject.iter().filter(|&&at| words[at].is_sign(",")).count();
    let names = only_names(words, subject).filter(|_| signs > 0)?;
    let joined = names.iter().rev().any(|&at| words[at].is(WordClass::COORDINATOR));
    let count = names.iter().filter(|&&at| is_word(&words[at])).count();
    (joined && count <= LIST_LIMIT).then_some(names)
}

/// Whether a word is written with letters.
fn is_word(word: &Word<'_>) -> bool {
    word.text.starts_with(char::is_alphanumeric)
}

/// "Poland, Hungary and the Czech Republic", "Israeli, Syrian and American delegations": of an
/// enumeration that is not long none is left out.
fn is_short_list(words: &[Word<'_>], subject: &[usize]) -> bool {
    let joined = subject.iter().any(|&at| words[at].is(WordClass::COORDINATOR));
    let plain = subject.iter().all(|&at| {
        let word = &words[at];
        word.tag.is_nominal()
            || word.is_sign(",")
            || word.is(WordClass::COORDINATOR | WordClass::NAME_LINK)
            || word.tag.leads_noun()
    });
    let count = subject.iter().filter(|&&at| words[at].kind != TokenKind::Sign).count();
    let pair = !subject.iter().any(|&at| words[at].is_sign(","));
    joined && plain && count <= if pair { PAIR_LIMIT } else { LIST_LIMIT }
}
