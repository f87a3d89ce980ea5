//! What a pronoun stands for.

use super::agreement;
use super::clause::ClauseKind;
use super::dropped;
use super::names::{Mention, NameKind};
use super::phrase::join;
use super::reading::{Sentence, Word};
use super::short_subject::short_subject;
use super::subject::subject;
use super::verb_group::VerbGroup;
use super::{Reading, dated::main_clause};
use crate::event::Category;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// So many sentences back a name is looked for.
const REACH: usize = 2;
/// The most words of a phrase that a pronoun is replaced by.
const LONGEST: usize = 6;
/// So many pronouns are followed back from one to the next: "He moved. He wrote. He died."
const HOPS: usize = 4;

/// The name that the pronoun at a word of a sentence stands for.
pub(super) fn of_pronoun(text: &Reading<'_>, number: usize, at: usize) -> Option<String> {
    let pronoun = &text.sentences[number].words[at];
    if text.clauses[number].agreements.drops_subject() {
        let clause = text.clauses[number].owner[at];
        let wanted = agreement::of_pronoun(pronoun)?;
        return dropped::of_pronoun(text, number, clause, wanted);
    }
    if pronoun.is(WordClass::MASCULINE | WordClass::FEMININE) {
        let about = text.about.life.is_some_and(|gender| pronoun.is(gender));
        let hero = text.about.person.filter(|_| about);
        return hero.map_or_else(
            || person(text, number, at, HOPS),
            |name| Some(surname_or_full(text, name)),
        );
    }
    if pronoun.is(WordClass::PLURAL | WordClass::NEUTER) && !is_expletive(text, number, at) {
        if let Some(name) = subject_in_sentence(text, number, at) {
            return Some(name);
        }
        return subject_before(text, number, pronoun.is(WordClass::PLURAL));
    }
    None
}

/// The name that a pronoun behind the subject of a clause stands for, or that of the owner that it
/// is: not the subject itself.
pub(super) fn of_object(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    at: usize,
    owns: bool,
) -> Option<String> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let pronoun = &words[at];
    let own = subject(words, clauses, clause);
    let &first = own.first()?;
    if pronoun.is(WordClass::MASCULINE | WordClass::FEMININE) {
        let gendered = WordClass::MASCULINE | WordClass::FEMININE;
        // "His work earned him": he is in the subject.
        let owner = |at: usize| words[at].tag == Tag::Genitive && words[at - 1].is_upper();
        if own.iter().any(|&at| words[at].is(gendered) || owner(at)) {
            return None;
        }
        let hero = text.about.person.filter(|_| text.about.life.is_some_and(|own| pronoun.is(own)));
        let found = match hero {
            Some(name) => text.names.full(name).text.clone(),
            // "The minister ordered his troops": they are most often the subject's own.
            None if owns => return None,
            None => person_as_subject(text, number, (first, pronoun), HOPS)?,
        };
        let acts = join(&text.sentences[number], own);
        let last = found.rsplit(' ').next().unwrap_or(&found);
        let someone = owns && own.iter().any(|&at| words[at].is(WordClass::ROLE));
        return (!someone && !acts.contains(last)).then_some(found);
    }
    let object = pronoun.tag == Tag::Pronoun && at == clauses.list[clause].verb?.end;
    object.then(|| object_before(text, number, clause, pronoun)).flatten()
}

/// "entered the academy in 1871, left [it] in 1873": the object of the clause that a clause goes on
/// from.
fn object_before(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    pronoun: &Word<'_>,
) -> Option<String> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let parent = clauses.list[clause].parent?;
    let acts = |verb: &VerbGroup| {
        verb.is_finite() && !verb.passive && !sentence.words[verb.head].is(WordClass::BE)
    };
    let verb = clauses.list[parent].verb.filter(acts)?;
    let inside = |&at: &usize| {
        let word = &sentence.words[at];
        clauses.owner[at] == parent
            && word.timex.is_none()
            && (word.tag.is_nominal()
                || matches!(word.tag, Tag::Determiner | Tag::Adjective | Tag::Number))
    };
    let object: Vec<usize> = (verb.end..sentence.words.len()).take_while(inside).collect();
    let head = &sentence.words[*object.last()?];
    let plural = head.tag == Tag::Nouns;
    let agrees = plural == pronoun.is(WordClass::PLURAL) && head.tag.is_nominal();
    let whole = sentence.words.get(object[object.len() - 1] + 1).is_none_or(|next| {
        next.timex.is_some()
            || next.kind == TokenKind::Sign
            || matches!(next.tag, Tag::Preposition | Tag::Conjunction | Tag::Adverb)
    });
    (agrees && whole && object.len() <= 4).then(|| join(sentence, &object))
}

/// The person whom the subject of a clause before names; failing that the one named last, or the
/// one whom the document is about.
fn person(text: &Reading<'_>, number: usize, at: usize, hops: usize) -> Option<String> {
    let is_person = |name: usize| text.names.full(name).kind == NameKind::Person;
    let named = |fits: &dyn Fn(usize, &Mention) -> bool| {
        (0..=REACH.min(number)).find_map(|back| {
            let number = number - back;
            let mentions = &text.names.mentions[number];
            let mut near = mentions.iter().filter(|mention| back > 0 || mention.end <= at);
            let fits = |mention: &&Mention| fits(number, mention);
            let found = if back == 0 { near.rfind(fits) } else { near.find(fits) };
            found.map(|mention| surname_or_full(text, mention.name))
        })
    };
    // In the life of a woman "he" is another one.
    let pronoun = &text.sentences[number].words[at];
    let other = text.about.life.is_some_and(|gender| !pronoun.is(gender));
    let about = || text.about.person.filter(|_| !other).map(|name| surname_or_full(text, name));
    // "Born in Lyme Regis, she", "won the Nobel Prize": no person's name stands like this.
    let free = |number: usize, mention: &Mention| {
        let before = mention.first.checked_sub(1).map(|at| text.sentences[number].words[at].tag);
        may_be_person(text, mention.name)
            && !matches!(before, Some(Tag::Preposition | Tag::Determiner))
    };
    person_as_subject(text, number, (at, &text.sentences[number].words[at]), hops)
        .or_else(|| named(&|_, mention| is_person(mention.name)))
        .or_else(about)
        .or_else(|| named(&free))
        .or_else(|| office(text, number, at))
}

/// The one who holds an office whom the sentence names before a word: "told the governor as he".
fn office(text: &Reading<'_>, number: usize, at: usize) -> Option<String> {
    let sentence = &text.sentences[number];
    let words = &sentence.words;
    let last = (1..at).rfind(|&at| {
        words[at].is(WordClass::ROLE)
            && words[at].tag == Tag::Noun
            && words[at - 1].tag == Tag::Determiner
            && words.get(at + 1).is_none_or(|next| !next.tag.is_nominal())
    })?;
    Some(join(sentence, &[last - 1, last]))
}

/// A name of several words that is nothing else can be a person's.
pub(super) fn may_be_person(text: &Reading<'_>, name: usize) -> bool {
    let full = text.names.full(name);
    full.kind == NameKind::Unknown && full.folded.contains(' ') && full.place_score < 1
}

/// A single name that the text goes on to speak of, and that is nothing else, can be a person's
/// where it acts; one that it names only once where it speaks.
fn may_be_surname(text: &Reading<'_>, number: usize, mention: &Mention) -> bool {
    let (name, word) =
        (&text.names.list[mention.name], &text.sentences[number].words[mention.first]);
    let acronym = word.text.chars().all(char::is_uppercase);
    let kinds = WordClass::ROLE
        | WordClass::GROUP
        | WordClass::ORGANISATION
        | WordClass::REGION
        | WordClass::WATER
        | WordClass::SITE
        | WordClass::NOT_A_NAME;
    let common = word.is(kinds) || word.entry.noun.or(word.entry.verb).is_some();
    // "Orr" is the firm where the text has "Orr Holdings" too.
    let firm = || {
        text.names.list.iter().any(|body| {
            body.kind == NameKind::Organisation && body.folded.split(' ').any(|w| w == name.folded)
        })
    };
    let speaks = || {
        let verb = text.sentences[number].words.get(mention.end);
        verb.is_some_and(|verb| {
            verb.tag.is_verbal() && verb.entry.verb == Some(Category::Statement)
        })
    };
    name.kind == NameKind::Unknown
        && (name.mentions > 1 || speaks())
        && name.place_score < 1
        && mention.end == mention.first + 1
        && !acronym
        && !common
        && word.entry.country.is_none()
        && !firm()
}

/// The person, by name or office, who is the subject of a clause before a word: those of its own
/// sentence from right to left, then those of the sentences before. Where that subject is a
/// pronoun of the same gender, it stands for the same person.
fn person_as_subject(
    text: &Reading<'_>,
    number: usize,
    (at, pronoun): (usize, &Word<'_>),
    hops: usize,
) -> Option<String> {
    let gendered = WordClass::MASCULINE | WordClass::FEMININE;
    for back in 0..=REACH.min(number) {
        let before = number - back;
        let (words, clauses) = (&text.sentences[before].words, &text.clauses[before]);
        if back > 0 && !text.sentences[before].is_prose() {
            break;
        }
        let mut order: Vec<usize> = (0..clauses.list.len()).collect();
        if back == 0 {
            order.reverse();
        } else if let Some(main) = main_clause(clauses) {
            order.sort_by_key(|&clause| clause != main);
        }
        for clause in order {
            let phrase = subject(words, clauses, clause);
            if phrase.is_empty() || back == 0 && phrase.iter().any(|&word| word >= at) {
                continue;
            }
            // "He fled. His army": either goes on from the one whom the sentences before named.
            let goes_on = phrase.first().copied().filter(|&first| {
                let alone = phrase.len() == 1 || words[first].tag == Tag::Possessive;
                back > 0 && alone && words[first].is(gendered)
            });
            let Some(only) = goes_on else {
                match person_of(text, before, phrase) {
                    None => continue,
                    found => return found,
                }
            };
            let same = words[only].is(WordClass::FEMININE) == pronoun.is(WordClass::FEMININE);
            if same && hops > 0 {
                return person(text, before, only, hops - 1);
            }
        }
    }
    None
}

/// The person that a subject is: named by it, or by an office that somebody holds.
fn person_of(text: &Reading<'_>, number: usize, phrase: &[usize]) -> Option<String> {
    let sentence = &text.sentences[number];
    let end = phrase.iter().position(|&at| sentence.words[at].tag == Tag::Preposition);
    let own = &phrase[..end.unwrap_or(phrase.len())];
    let &first = own.first()?;
    let &last = own.iter().rfind(|&&at| sentence.words[at].tag.is_nominal())?;
    let named = text.names.mentions[number].iter().find(|mention| {
        let bare = sentence.words[first].tag != Tag::Determiner;
        mention.first >= first && mention.end == last + 1 && {
            let kind = text.names.full(mention.name).kind;
            let may_be =
                || may_be_person(text, mention.name) || may_be_surname(text, number, mention);
            kind == NameKind::Person || bare && may_be()
        }
    });
    if let Some(mention) = named {
        return Some(surname_or_full(text, mention.name));
    }
    let word = &sentence.words[last];
    let office = word.is(WordClass::ROLE) && matches!(word.tag, Tag::Noun | Tag::Name);
    let joined = own.iter().any(|&at| sentence.words[at].is(WordClass::COORDINATOR));
    (office && !joined && own.len() <= 4).then(|| join(sentence, own))
}

/// "It took her years to isolate it", "it was agreed that": the pronoun stands for what follows.
fn is_expletive(text: &Reading<'_>, number: usize, at: usize) -> bool {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let clause = clauses.owner[at];
    let Some(group) = clauses.list[clause].verb else { return false };
    if words[at].is(WordClass::NEUTER) && words[group.head].is(WordClass::IMPERSONAL) {
        return true;
    }
    // "it hopes to" stands for somebody.
    let state = words[group.head].is(WordClass::STATE) && !words[group.head].is(WordClass::PLAN);
    let empty = words[group.head].is(WordClass::LIGHT | WordClass::BE)
        || state
        || group.passive && words[group.head].is(WordClass::SAYING | WordClass::PLAN);
    let follows = !clauses.list[clause].inner.is_empty()
        || clauses
            .list
            .iter()
            .any(|c| c.kind == ClauseKind::Complement && c.parent == Some(clause));
    // "It was one of the first to close" is about something.
    let counted = words.get(group.end).is_some_and(|next| next.numeral && next.timex.is_none());
    words[at].is(WordClass::NEUTER) && words[at].tag == Tag::Pronoun && empty && follows && !counted
}

/// The subject of the clause before the pronoun's, in the same sentence.
fn subject_in_sentence(text: &Reading<'_>, number: usize, at: usize) -> Option<String> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let plural = sentence.words[at].is(WordClass::PLURAL);
    let own = clauses.owner[at];
    (0..own).rev().find_map(|clause| {
        let kind = clauses.list[clause].kind;
        if !matches!(kind, ClauseKind::Main | ClauseKind::Coordinate | ClauseKind::Subordinate) {
            return None;
        }
        let phrase = subject(&sentence.words, clauses, clause);
        // "The army closed it after it had opened": the army is not what it closed.
        let acted_on = |other: usize| {
            sentence.words[other].id == sentence.words[at].id && !phrase.contains(&other)
        };
        if clauses.words(clause).any(acted_on) {
            return None;
        }
        let &last =
            phrase.iter().take_while(|&&w| sentence.words[w].tag != Tag::Preposition).last()?;
        let word = &sentence.words[last];
        let joined = phrase.iter().any(|&w| sentence.words[w].is(WordClass::COORDINATOR));
        // "The Americans withdrew to the heights, where they"
        let people = word.tag == Tag::Name && phrase_starts_with_article(sentence, phrase);
        let several = word.tag == Tag::Nouns || joined || plural && people;
        // "General Motors" is one firm, and may be "they" too; so may "the group" be.
        let group = phrase.iter().any(|&w| {
            let word = &sentence.words[w];
            let several = word.is(WordClass::GROUP | WordClass::ORGANISATION);
            w <= last && several && word.tag == Tag::Noun
        });
        let body = group
            || text.names.mentions[number].iter().any(|mention| {
                let kind = text.names.full(mention.name).kind;
                mention.end == last + 1 && kind == NameKind::Organisation
            });
        let agrees = plural == several || body && !joined;
        let person = text.names.mentions[number].iter().any(|mention| {
            mention.end == last + 1 && text.names.full(mention.name).kind == NameKind::Person
        });
        let short = short_subject(&sentence.words, phrase.to_vec());
        let phrase = if phrase.len() > LONGEST { &short } else { phrase };
        (last < at && word.tag.is_nominal() && agrees && !person && phrase.len() <= LONGEST)
            .then(|| join(sentence, phrase))
    })
}

fn surname_or_full(text: &Reading<'_>, name: usize) -> String {
    text.names.full(name).text.clone()
}

/// The subject of one of the sentences before, if it agrees in number.
fn subject_before(text: &Reading<'_>, number: usize, plural: bool) -> Option<String> {
    for back in 1..=REACH {
        let before = number.checked_sub(back)?;
        let (sentence, clauses) = (&text.sentences[before], &text.clauses[before]);
        if !sentence.is_prose() {
            break;
        }
        // "Ministers noted that Ukraine won": the state in what is said comes after the subject.
        let said = (0..clauses.list.len())
            .filter(|&clause| clauses.list[clause].kind == ClauseKind::Complement);
        let mut bodies = main_clause(clauses).into_iter().chain(said);
        if let Some(name) = bodies.find_map(|c| subject_body(text, before, c, plural)) {
            return Some(name);
        }
        if sentence.block != text.sentences[number].block {
            continue;
        }
        if !plural && let Some(body) = body(sentence) {
            return Some(body);
        }
        let Some(clause) = main_clause(clauses) else { continue };
        let phrase = subject(&sentence.words, clauses, clause);
        let short = short_subject(&sentence.words, phrase.to_vec());
        let phrase = if phrase.len() > LONGEST { &short } else { phrase };
        let head =
            phrase.iter().take_while(|&&at| sentence.words[at].tag != Tag::Preposition).last();
        let Some(&head) = head else { continue };
        let word = &sentence.words[head];
        let joined = phrase.iter().any(|&at| sentence.words[at].is(WordClass::COORDINATOR));
        let family = word.tag == Tag::Name
            && phrase.len() > 1
            && phrase_starts_with_article(sentence, phrase);
        // Where the form of a noun does not tell, the number before it does: "vier Menschen".
        let counted = clauses.syntax.capital_nouns
            && phrase.iter().any(|&at| sentence.words[at].tag == Tag::Number);
        let several = word.tag == Tag::Nouns || joined || counted;
        let agrees = plural == several || plural && family;
        let names = word.tag.is_nominal() || word.tag == Tag::Gerund;
        if names && agrees && phrase.len() <= LONGEST {
            return Some(join(sentence, phrase));
        }
    }
    None
}

/// "The Curies".
fn phrase_starts_with_article(sentence: &Sentence<'_>, phrase: &[usize]) -> bool {
    phrase.first().is_some_and(|&at| sentence.words[at].is(WordClass::ARTICLE))
}

/// The body that a sentence's subject names: "NATO", "the union"; for "they" as for "it".
fn subject_body(text: &Reading<'_>, number: usize, clause: usize, plural: bool) -> Option<String> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let phrase = subject(&sentence.words, clauses, clause);
    let short = short_subject(&sentence.words, phrase.to_vec());
    let phrase = if phrase.len() > LONGEST { &short } else { phrase };
    let (first, last) = (*phrase.first()?, *phrase.last()?);
    let word = &sentence.words[last];
    let joined = phrase.iter().any(|&at| sentence.words[at].is(WordClass::COORDINATOR));
    let name = text.names.mentions[number]
        .iter()
        .find(|mention| mention.first >= first && mention.end == last + 1)
        .map(|mention| text.names.full(mention.name).kind);
    let body = match name {
        Some(NameKind::Organisation | NameKind::State(_)) => !joined || plural,
        Some(_) => false,
        None => word.is(WordClass::GROUP) && (plural || word.tag == Tag::Noun && !joined),
    };
    (body && phrase.len() <= 5).then(|| join(sentence, phrase))
}

/// The last body or group of people that a sentence names by a common noun: "the government".
fn body(sentence: &Sentence<'_>) -> Option<String> {
    let words = &sentence.words;
    let head = (0..words.len()).rfind(|&at| {
        words[at].is(WordClass::GROUP)
            && words[at].tag == Tag::Noun
            && words.get(at + 1).is_none_or(|next| !next.tag.is_nominal())
    })?;
    let mut first = head;
    while first > 0
        && (words[first - 1].tag == Tag::Adjective
            || words[first - 1].tag.is_nominal()
            || words[first - 1].tag == Tag::Determiner)
    {
        first -= 1;
    }
    Some(join(sentence, &(first..=head).collect::<Vec<_>>()))
}
