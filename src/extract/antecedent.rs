//! What a pronoun stands for.

use super::acted_on::{LONGEST, object};
use super::agreement;
use super::bodies::{acts, body, is_act_of_body, subject_body};
use super::clause::{ClauseKind, Clauses};
use super::dropped;
use super::expletive::is_expletive;
use super::names::NameKind;
use super::phrase::join;
use super::quoted_speaker::voice;
use super::reading::{Sentence, Word};
use super::short_subject::short_subject;
use super::subject::subject;
use super::whom::{REACH, as_subject, is_somebody, person, surname_or_full};
use super::{Reading, dated::main_clause};
use crate::event::Category;
use crate::language::{Tag, WordClass};

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
        // News tell of others too.
        let hero = text.about.person.filter(|&hero| {
            about && !text.about.news && !super::hero::tells_of_another(text, number, hero)
        });
        return hero.map_or_else(
            || person(text, number, at, HOPS).filter(|name| !is_beside(text, number, at, name)),
            |name| Some(surname_or_full(text, name)),
        );
    }
    if pronoun.is(WordClass::PLURAL | WordClass::NEUTER) && !is_expletive(text, number, at) {
        return thing(text, number, at, HOPS);
    }
    None
}

/// "Mr Orr says he met Mr Berg": whether somebody of that name is told of beside a pronoun, which stands for
/// somebody else then, if it does not say whose something is.
fn is_beside(text: &Reading<'_>, number: usize, at: usize, name: &str) -> bool {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let last = name.rsplit(' ').next().unwrap_or(name);
    // "he married Ida Orr"
    let other = |at: usize| {
        at.checked_sub(1).is_some_and(|before| {
            words[before].tag == Tag::Name && !words[before].is(WordClass::ROLE)
        })
    };
    let same = |at: usize| words[at].text == last && words[at].is_upper() && !other(at);
    words[at].tag != Tag::Possessive && clauses.words(clauses.owner[at]).any(same)
}

/// What "it" or "they" stands for: the subject of a clause or sentence before, or the only body that
/// the sentence has named.
fn thing(text: &Reading<'_>, number: usize, at: usize, hops: usize) -> Option<String> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    // "it met Orr Ltd" is not Orr Ltd; "Orr Ltd sold its shares".
    let other = |name: &String| {
        let last = name.rsplit(' ').next().unwrap_or(name);
        let same = |at: usize| words[at].text == last && words[at].is_upper();
        words[at].tag == Tag::Possessive || !clauses.words(clauses.owner[at]).any(same)
    };
    owner_in_clause(text, number, at)
        .or_else(|| subject_in_sentence(text, number, at).filter(other))
        .or_else(|| body_in_sentence(text, number, at).filter(other))
        .or_else(|| subject_before(text, number, at, hops).filter(other))
}

/// "Norway confirmed its withdrawal": the subject of an owner's own clause, where it stands behind the verb.
fn owner_in_clause(text: &Reading<'_>, number: usize, at: usize) -> Option<String> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let clause = clauses.owner[at];
    let verb = clauses.list[clause].verb.filter(|verb| verb.is_finite() && verb.end <= at)?;
    let owns = words[at].tag == Tag::Possessive && !clauses.syntax.verb_second;
    let phrase = subject(words, clauses, clause);
    // "Phones in the area had their" would own too long.
    let own = phrase.first().is_some_and(|&first| first < verb.first)
        && !phrase.iter().any(|&at| words[at].tag == Tag::Preposition);
    if !(owns && own) {
        return None;
    }
    agreeing(text, number, phrase, words[at].is(WordClass::PLURAL))
}

/// "It was released in May": whether the clause of a pronoun tells what is done to things, not to bodies
/// or states.
fn is_done_to_things(text: &Reading<'_>, number: usize, at: usize) -> bool {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let verb = clauses.list[clauses.owner[at]].verb.filter(|verb| verb.passive);
    let things = [Category::Publication, Category::Launch, Category::Agreement, Category::Meeting];
    verb.and_then(|verb| words[verb.head].entry.verb).is_some_and(|of| things.contains(&of))
}

/// "became part of the bank when it bought": what a clause before a pronoun acts on, or the body that its
/// sentence names last, where no subject there agrees with it.
fn body_in_sentence(text: &Reading<'_>, number: usize, at: usize) -> Option<String> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    if words[at].is(WordClass::PLURAL) {
        return None;
    }
    // "He suffered a cut against Orr Ltd, and it became infected": what he suffered.
    let named = (0..clauses.owner[at]).rev().find_map(|clause| {
        let object = object(text, number, clause, false)?;
        let next = object.last().and_then(|&last| words.get(last + 1));
        let whole = next.is_none_or(|next| !next.is(WordClass::NAME_LINK));
        (whole && !is_somebody(text, number, &object)).then_some(object)
    });
    if let Some(object) = named {
        return Some(join(&text.sentences[number], &object));
    }
    // "was host at Aska Radio when it was launched"
    let opener = at.checked_sub(1).filter(|&opener| words[opener].opens_time());
    let beside = text.names.mentions[number].iter().find(|mention| Some(mention.end) == opener);
    let direct = beside.filter(|beside| {
        let kind = text.names.full(beside.name).kind;
        kind != NameKind::Person && words[at].tag == Tag::Pronoun
    });
    if is_done_to_things(text, number, at) && direct.is_none() {
        return None;
    }
    let mut bodies = text.names.mentions[number].iter().filter(|mention| {
        let kind = text.names.full(mention.name).kind;
        // "calls on Norway to leave the port, which its forces hold"
        let state = matches!(kind, NameKind::State(_)) && words[at].tag == Tag::Possessive;
        let body = kind == NameKind::Organisation || state;
        let owns = words.get(mention.end).is_some_and(|next| next.tag == Tag::Genitive);
        let apart = clauses.owner[mention.first] < clauses.owner[at];
        body && !owns && apart && mention.end <= at
    });
    let last = direct.or_else(|| bodies.next_back())?;
    let article =
        |at: &usize| words[*at].is(WordClass::ARTICLE) && !words[*at].is(WordClass::COMPLEMENTISER);
    let led = last.first.checked_sub(1).filter(article);
    let phrase: Vec<usize> = (led.unwrap_or(last.first)..last.end).collect();
    Some(join(&text.sentences[number], &phrase))
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
        let life = text.about.life.is_some_and(|own| pronoun.is(own)) && !text.about.news;
        let hero = text.about.person.filter(|_| life);
        // "Orr died in his sleep": behind a preposition it is the one who is named in the subject.
        let own_name = own.iter().any(|&at| words[at].tag == Tag::Name && words[at].is_upper());
        if owns && own_name && at > 0 && words[at - 1].tag == Tag::Preposition {
            return None;
        }
        let found = match hero {
            Some(name) => text.names.full(name).text.clone(),
            // "The minister ordered his troops": they are most often the subject's own.
            None if owns => return None,
            None => as_subject(text, number, (first, pronoun), HOPS)?,
        };
        // "\"I know him,\" she said": she is not the one.
        if speaks(text, number, at, &found) {
            return None;
        }
        let acts = join(&text.sentences[number], own);
        let last = found.rsplit(' ').next().unwrap_or(&found);
        let someone = owns && own.iter().any(|&at| words[at].is(WordClass::ROLE));
        return (!someone && !acts.contains(last)).then_some(found);
    }
    let object = pronoun.tag == Tag::Pronoun && at == clauses.list[clause].verb?.end;
    object.then(|| object_before(text, number, clause, pronoun)).flatten()
}

/// Whether a pronoun beside a quotation that a word stands in names its speaker so.
fn speaks(text: &Reading<'_>, number: usize, at: usize, name: &str) -> bool {
    voice(text, number, at).is_some_and(|(number, phrase)| match phrase[..] {
        [one] if text.sentences[number].words[one].is(WordClass::THIRD_PERSON) => {
            of_pronoun(text, number, one).is_some_and(|speaker| speaker == name)
        }
        _ => false,
    })
}

/// "entered the academy in 1871, left [it] in 1873": the object of the clause that a clause goes on
/// from.
fn object_before(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    pronoun: &Word<'_>,
) -> Option<String> {
    let parent = text.clauses[number].list[clause].parent?;
    let object = object(text, number, parent, pronoun.is(WordClass::PLURAL))?;
    (object.len() <= 4).then(|| join(&text.sentences[number], &object))
}

/// The subject of the clause before the pronoun's, in the same sentence.
fn subject_in_sentence(text: &Reading<'_>, number: usize, at: usize) -> Option<String> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let plural = sentence.words[at].is(WordClass::PLURAL);
    let things = is_done_to_things(text, number, at);
    let own = clauses.owner[at];
    (0..own).rev().find_map(|clause| {
        let kind = clauses.list[clause].kind;
        let plain =
            matches!(kind, ClauseKind::Main | ClauseKind::Coordinate | ClauseKind::Subordinate);
        // "the firm, which said that it would"
        let said = clauses.list[own].kind == ClauseKind::Complement;
        let holds = match kind {
            ClauseKind::Relative => said && clauses.list[own].parent == Some(clause),
            ClauseKind::Complement => depends_on(clauses, own, clause),
            _ => false,
        };
        if !plain && !holds {
            return None;
        }
        let phrase = subject(&sentence.words, clauses, clause);
        // "Shelling forced the brigade out; it went home"
        let moves = clauses.list[own]
            .verb
            .is_some_and(|verb| !verb.passive && sentence.words[verb.head].is(WordClass::MOTION));
        let shooting = phrase.last().and_then(|&last| sentence.words[last].entry.noun);
        if moves && shooting == Some(Category::Attack) {
            return None;
        }
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
        let people = word.tag == Tag::Name
            && word.entry.noun.is_none()
            && phrase_starts_with_article(sentence, phrase);
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
                mention.end == last + 1
                    && matches!(kind, NameKind::Organisation | NameKind::State(_))
            });
        if body && things {
            return object(text, number, clause, plural).map(|object| join(sentence, &object));
        }
        let agrees = plural == several || body && !joined;
        let owner = owning_body(text, number, phrase, plural).filter(|_| last < at);
        if owner.is_some() {
            return owner;
        }
        // "Its estimates" names nothing itself.
        let unnamed =
            phrase.first().is_some_and(|&first| sentence.words[first].is(WordClass::THIRD_PERSON));
        let person = is_somebody(text, number, phrase) && !several || unnamed;
        let short = short_subject(&sentence.words, phrase.to_vec());
        let phrase = if phrase.len() > LONGEST { &short } else { phrase };
        (last < at && word.tag.is_nominal() && agrees && !person && phrase.len() <= LONGEST)
            .then(|| join(sentence, phrase))
    })
}

/// Whether a clause depends on another one, at whatever depth.
fn depends_on(clauses: &Clauses, mut clause: usize, other: usize) -> bool {
    for _ in 0..HOPS {
        match clauses.list[clause].parent {
            Some(parent) if parent == other => return true,
            Some(parent) => clause = parent,
            None => break,
        }
    }
    false
}

/// "Orr Ltd's profits fell, and it": the body that owns what a subject is, where only that agrees with
/// the pronoun, or money is told of.
fn owning_body(
    text: &Reading<'_>,
    number: usize,
    phrase: &[usize],
    plural: bool,
) -> Option<String> {
    let sentence = &text.sentences[number];
    let words = &sentence.words;
    let genitive = phrase.iter().position(|&at| words[at].tag == Tag::Genitive)?;
    let head = phrase.iter().take_while(|&&at| words[at].tag != Tag::Preposition).last()?;
    let owner = &phrase[..genitive];
    let named = owner.last().is_some_and(|&at| words[at].tag == Tag::Name && words[at].is_upper())
        && !is_somebody(text, number, owner);
    let several = words[*head].tag == Tag::Nouns;
    // "The band's career spans ten years and they"
    let apart = if plural { !several } else { several || words[*head].is(WordClass::MONEY) };
    (named && apart).then(|| join(sentence, owner))
}

/// The subject of one of the sentences before, if it agrees in number.
fn subject_before(text: &Reading<'_>, number: usize, at: usize, hops: usize) -> Option<String> {
    let plural = text.sentences[number].words[at].is(WordClass::PLURAL);
    let things = is_done_to_things(text, number, at);
    for back in 1..=REACH {
        let before = number.checked_sub(back)?;
        let (sentence, clauses) = (&text.sentences[before], &text.clauses[before]);
        if !sentence.is_prose() {
            break;
        }
        let main = main_clause(clauses);
        let whole = main.map_or(&[][..], |main| subject(&sentence.words, clauses, main));
        let whole = main
            .and_then(|main| owner_of_several(text, before, main).filter(|_| !plural))
            .unwrap_or(whole);
        // "They won. They were champions": either goes on from what the sentences before named.
        if let &[only, ..] = whole
            && sentence.words[only].is(WordClass::PLURAL | WordClass::NEUTER)
            && (whole.len() == 1 || sentence.words[only].tag == Tag::Possessive)
        {
            let same = sentence.words[only].is(WordClass::PLURAL) == plural;
            let goes_on = same && hops > 0 && !is_expletive(text, before, only);
            if goes_on && let Some(name) = thing(text, before, only, hops - 1) {
                return Some(name);
            }
            if whole.len() == 1 {
                continue;
            }
        }
        // "Ministers noted that Ukraine won": the state in what is said comes after the subject.
        let said = (0..clauses.list.len())
            .filter(|&clause| clauses.list[clause].kind == ClauseKind::Complement);
        // "An inquiry found that the ship had sunk": the ship is what is told of.
        let found = main.and_then(|main| clauses.list[main].verb).is_some_and(|verb| {
            let word = &sentence.words[verb.head];
            word.is(WordClass::FINDING) && !word.is(WordClass::SAYING)
        });
        let found = found && main.is_none_or(|c| subject_body(text, before, c, plural).is_none());
        if let Some(clause) = said.clone().next().filter(|_| found && !things) {
            let whole = subject(&sentence.words, clauses, clause);
            if let Some(name) = agreeing(text, before, whole, plural) {
                return Some(name);
            }
        }
        let mut bodies = main.into_iter().chain(said).filter(|_| !things);
        if let Some(name) = bodies.find_map(|c| subject_body(text, before, c, plural)) {
            return Some(name);
        }
        if let Some(owner) = owning_body(text, before, whole, plural).filter(|_| !things) {
            return Some(owner);
        }
        let named = whole.len() < 3
            && whole.iter().all(|&at| {
                sentence.words[at].tag == Tag::Name && !sentence.words[at].is(WordClass::NOT_A_NAME)
            });
        if named && let Some(name) = agreeing(text, before, whole, plural).filter(|_| !things) {
            return Some(name);
        }
        // A report whose paragraphs are single sentences goes on from one to the next.
        let goes_on = back == 1 && text.about.news && text.opens_block(before);
        if sentence.block != text.sentences[number].block && !goes_on {
            continue;
        }
        // "The ship was built for a council. Its engines"
        let owned = text.sentences[number].words[at].tag == Tag::Possessive
            && !whole.iter().any(|&at| sentence.words[at].tag == Tag::Genitive)
            && agreeing(text, before, whole, plural).is_some();
        // "Built by the state, the canal was dear. It opened": only bodies act so.
        let goes_on = phrase_starts_with_article(sentence, whole)
            && text.sentences[number].words[at].tag == Tag::Pronoun
            && !is_act_of_body(text, number, at)
            && agreeing(text, before, whole, plural).is_some();
        if !plural
            && !things
            && !owned
            && !goes_on
            && let Some(body) = body(sentence)
        {
            return Some(body);
        }
        let Some(clause) = main else { continue };
        let acted_on = || object(text, before, clause, plural);
        let phrase = if things && acts(text, before, whole) {
            acted_on().unwrap_or_default()
        } else {
            whole.to_vec()
        };
        if let Some(name) = agreeing(text, before, &phrase, plural) {
            return Some(name);
        }
        // "Missiles hit the ship. It sank": what several acted on, or what a clause inside tells of.
        let several = !plural && !things && agreeing(text, before, whole, true).is_some();
        let relative = (0..clauses.list.len())
            .rev()
            .filter(|&clause| clauses.list[clause].kind == ClauseKind::Relative)
            .map(|clause| subject(&sentence.words, clauses, clause).to_vec());
        let mut others = acted_on().into_iter().chain(relative).filter(|_| several);
        if let Some(name) = others.find_map(|phrase| agreeing(text, before, &phrase, plural)) {
            return Some(name);
        }
    }
    None
}

/// "The unit's personnel were moved. Its tanks": the owner of what only the verb tells to be several.
fn owner_of_several<'s>(
    text: &'s Reading<'_>,
    number: usize,
    clause: usize,
) -> Option<&'s [usize]> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let verb = clauses.list[clause].verb?;
    let phrase = subject(words, clauses, clause);
    let genitive = phrase.iter().position(|&at| words[at].tag == Tag::Genitive)?;
    let joined = phrase.iter().any(|&at| words[at].is(WordClass::COORDINATOR));
    let several =
        words[verb.first].is(WordClass::PLURAL_VERB) && !words[verb.first].is(WordClass::HAVE);
    (several && !joined && genitive > 0).then(|| &phrase[..genitive])
}

/// A phrase as it stands, if it names a thing or things and agrees in number.
fn agreeing(text: &Reading<'_>, number: usize, phrase: &[usize], plural: bool) -> Option<String> {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    // "A people called the Vik": the name stands for it.
    let called = phrase.iter().rposition(|&at| sentence.words[at].is(WordClass::NAMING));
    let name = called.map(|at| &phrase[at + 1..]).filter(|name| !name.is_empty());
    let phrase = name.unwrap_or(phrase);
    let short = short_subject(&sentence.words, phrase.to_vec());
    let phrase = if phrase.len() > LONGEST { &short } else { phrase };
    let head = phrase.iter().take_while(|&&at| sentence.words[at].tag != Tag::Preposition).last();
    let word = &sentence.words[*head?];
    let unnamed = WordClass::THIRD_PERSON | WordClass::FIRST_PERSON;
    if word.is(WordClass::NOT_A_NAME | WordClass::FIRST_PERSON)
        || sentence.words[phrase[0]].is(unnamed)
    {
        return None;
    }
    let joined = phrase.iter().any(|&at| sentence.words[at].is(WordClass::COORDINATOR));
    let family = word.tag == Tag::Name
        && phrase.len() > 1
        && phrase_starts_with_article(sentence, phrase)
        && !is_somebody(text, number, phrase);
    // Where the form of a noun does not tell, the number before it does: "vier Menschen".
    let counted = clauses.syntax.capital_nouns
        && phrase.iter().any(|&at| sentence.words[at].tag == Tag::Number);
    let several = word.tag == Tag::Nouns || joined || counted;
    let agrees = plural == several || plural && family;
    let names = word.tag.is_nominal() || word.tag == Tag::Gerund;
    let thing = plural || !is_somebody(text, number, phrase);
    (names && agrees && thing && phrase.len() <= LONGEST).then(|| join(sentence, phrase))
}

/// "The Curies".
fn phrase_starts_with_article(sentence: &Sentence<'_>, phrase: &[usize]) -> bool {
    phrase.first().is_some_and(|&at| sentence.words[at].is(WordClass::ARTICLE))
}
