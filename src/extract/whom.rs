//! Whom "he" or "she" stands for.

use super::clause::{Clause, ClauseKind};
use super::name_parts::links;
use super::names::{Mention, NameKind};
use super::phrase::join;
use super::quoted_speaker::voice;
use super::reading::Word;
use super::subject::subject;
use super::verb_group::Tense;
use super::{Reading, dated::main_clause};
use crate::event::Category;
use crate::language::{Tag, WordClass};

/// So many sentences back a name is looked for.
pub(super) const REACH: usize = 2;

/// The person whom the subject of a clause before names; failing that the one named last, or the
/// one whom the document is about.
pub(super) fn person(text: &Reading<'_>, number: usize, at: usize, hops: usize) -> Option<String> {
    let is_person = |name: usize| text.names.full(name).kind == NameKind::Person;
    let fits = |name: &String| is_other(text, number, at, name);
    let named = |fits: &dyn Fn(usize, &Mention) -> bool| {
        (0..=REACH.min(number)).find_map(|back| {
            let number = number - back;
            // "Ann Orr, for the appellant.": nothing is told there.
            let told = text.clauses[number].list.iter().any(|clause| clause.verb.is_some());
            let mentions = if told || back == 0 { &text.names.mentions[number][..] } else { &[] };
            let mut near = mentions.iter().filter(|mention| back > 0 || mention.end <= at);
            let fits =
                |mention: &&Mention| fits(number, mention) && !is_of_body(text, number, mention);
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
            && text.sentences[number].is_prose()
            && !matches!(before, Some(Tag::Preposition | Tag::Determiner))
    };
    let other = |mention: &Mention| fits(&surname_or_full(text, mention.name));
    named_behind(text, number, at)
        .or_else(|| owner_before(text, number, at).filter(fits))
        .or_else(|| as_subject(text, number, (at, pronoun), hops))
        .or_else(|| named(&|_, mention| is_person(mention.name) && other(mention)))
        .or_else(|| about().filter(fits))
        .or_else(|| named(&|number, mention| free(number, mention) && other(mention)))
        .or_else(|| {
            // "A jury found Orr guilty. His sentence": nobody else is named.
            named(&|number, mention| may_be_surname(text, number, mention) && other(mention))
        })
        .or_else(|| told_ahead(text, number, at))
        .or_else(|| office(text, number, at))
}

/// "In May, when he resigned, Orr said": the subject of the clause that a pronoun's own one stands before.
fn told_ahead(text: &Reading<'_>, number: usize, at: usize) -> Option<String> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let own = &clauses.list[clauses.owner[at]];
    let main = main_clause(clauses).filter(|_| own.kind == ClauseKind::Subordinate)?;
    let phrase = subject(words, clauses, main);
    let ahead = phrase.first().is_some_and(|&first| first > at);
    person_of(text, number, phrase).filter(|_| ahead)
}

/// "His wife died when Orr was 45": the person whose name stands only behind, as the subject of what was so then.
fn named_behind(text: &Reading<'_>, number: usize, at: usize) -> Option<String> {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let opens = at == 0 && words[at].tag == Tag::Possessive;
    let state = (0..clauses.list.len()).find(|&clause| {
        let this = &clauses.list[clause];
        this.kind == ClauseKind::Subordinate
            && this.verb.is_some_and(|verb| words[verb.head].is(WordClass::BE))
    });
    let phrase = subject(words, clauses, state.filter(|_| opens)?);
    let named = phrase.first().is_some_and(|&first| first > at && words[first].tag == Tag::Name);
    person_of(text, number, phrase).filter(|_| named)
}

/// "After Orr's death in 1933, his home": the one to whom something happened in the phrase before an owner.
fn owner_before(text: &Reading<'_>, number: usize, at: usize) -> Option<String> {
    let words = &text.sentences[number].words;
    if words[at].tag != Tag::Possessive {
        return None;
    }
    let owns = |mention: &&Mention| {
        mention.end < at
            && words[mention.end].tag == Tag::Genitive
            && words[mention.end + 1].entry.noun.is_some()
            && (text.names.full(mention.name).kind == NameKind::Person
                || may_be_person(text, mention.name))
            && text.clauses[number].owner[mention.first] == text.clauses[number].owner[at]
            && !is_of_body(text, number, mention)
    };
    let owner = text.names.mentions[number].iter().rfind(owns)?;
    Some(surname_or_full(text, owner.name))
}

/// "St. Orr's College": whether what a name owns is the name of a body or a site.
fn is_of_body(text: &Reading<'_>, number: usize, mention: &Mention) -> bool {
    let words = &text.sentences[number].words[mention.end..];
    let owned = words.iter().skip(1).take_while(|word| word.is_upper() && word.timex.is_none());
    words.first().is_some_and(|next| next.tag == Tag::Genitive)
        && owned.into_iter().any(|word| word.is(WordClass::ORGANISATION | WordClass::SITE))
}

/// "he met Orr", "\"He won,\" Orr said": whether somebody is not named in the clause of the pronoun,
/// nor the one who speaks of him.
fn is_other(text: &Reading<'_>, number: usize, at: usize, name: &str) -> bool {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    // In the life of a woman "he" is another one.
    let gendered = WordClass::MASCULINE | WordClass::FEMININE;
    let hero = text.about.person.filter(|_| {
        let other = text.about.life.is_some_and(|gender| !words[at].is(gender));
        words[at].is(gendered) && other
    });
    if hero.is_some_and(|hero| surname_or_full(text, hero) == name) {
        return false;
    }
    let last = name.rsplit(' ').next().unwrap_or(name);
    let own = clauses.owner[at];
    // "she founded Orr Holdings" does not name her; "Orr sold his house".
    let named = text.names.mentions[number]
        .iter()
        .any(|mention| words[mention.end - 1].text == last && clauses.owner[mention.first] == own);
    if named && words[at].tag != Tag::Possessive {
        return false;
    }
    voice(text, number, at).is_none_or(|(number, phrase)| {
        let words = &text.sentences[number].words;
        !phrase.iter().any(|&at| words[at].text == last)
    })
}

/// The one who holds an office whom the sentence names before a word: "told the governor as he".
fn office(text: &Reading<'_>, number: usize, at: usize) -> Option<String> {
    let sentence = &text.sentences[number];
    let words = &sentence.words;
    // "As the head of the army, he": nobody acts on himself.
    let own = |other: usize| {
        let owner = &text.clauses[number].owner;
        words[at].tag == Tag::Pronoun
            && (owner[other] == owner[at] || other < 3 && words[0].tag == Tag::Preposition)
    };
    let last = (1..at).rfind(|&at| {
        !own(at)
            && words[at].is(WordClass::ROLE)
            && words[at].tag == Tag::Noun
            && words[at - 1].tag == Tag::Determiner
            && words.get(at + 1).is_none_or(|next| !next.tag.is_nominal())
    })?;
    Some(join(sentence, &[last - 1, last]))
}

/// A name of several words that is nothing else can be a person's.
pub(super) fn may_be_person(text: &Reading<'_>, name: usize) -> bool {
    let full = text.names.full(name);
    // "Tudor England", "BBC Sport"
    let country = || full.folded.split(' ').any(|word| text.language.country(word).is_some());
    let acronym = |word: &str| word.len() > 2 && word.chars().all(char::is_uppercase);
    let body = || full.text.contains(char::is_lowercase) && full.text.split(' ').any(acronym);
    // "District Attorney"
    let last = full.folded.rsplit(' ').next().unwrap_or_default();
    // "Lund Convention"
    let office = || {
        let entry = text.language.entry(last);
        entry.class.has(WordClass::ROLE) || entry.noun.is_some()
    };
    // "Eastern District of Lund"
    let linked = || full.text.split(' ').any(|part| links(part, text.language));
    full.kind == NameKind::Unknown
        && full.folded.contains(' ')
        && full.place_score < 1
        && !country()
        && !body()
        && !office()
        && !linked()
}

/// Whether a name is one word that another name ends with.
fn is_surname(text: &Reading<'_>, name: usize) -> bool {
    text.names.parts.is_surname(&text.names.list[name].folded)
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
    let firm = || text.names.parts.is_of_body(&name.folded);
    let speaks = || {
        let verb = text.sentences[number].words.get(mention.end);
        verb.is_some_and(|verb| {
            verb.tag.is_verbal() && verb.entry.verb == Some(Category::Statement)
        })
    };
    name.kind == NameKind::Unknown
        && mention.end == mention.first + 1
        && !acronym
        && !common
        && word.entry.country.is_none()
        && (is_surname(text, mention.name)
            || (name.mentions > 1 || text.names.parts.is_first(&name.folded) || speaks())
                && name.place_score < 1
                && !firm())
}

/// The person, by name or office, who is the subject of a clause before a word: those of its own
/// sentence from right to left, then those of the sentences before. Where that subject is a
/// pronoun of the same gender, it stands for the same person.
pub(super) fn as_subject(
    text: &Reading<'_>,
    number: usize,
    (at, pronoun): (usize, &Word<'_>),
    hops: usize,
) -> Option<String> {
    let gendered = WordClass::MASCULINE | WordClass::FEMININE;
    let fits = |name: &String| is_other(text, number, at, name);
    let mut actor = None;
    for back in 0..=REACH.min(number) {
        let before = number - back;
        let (words, clauses) = (&text.sentences[before].words, &text.clauses[before]);
        if back > 0 && !text.sentences[before].is_prose() {
            break;
        }
        // "were not agreed that a full-time rabbi was required": that is nobody yet.
        let any_one = |clause: usize| {
            let phrase = subject(words, clauses, clause);
            clauses.list[clause].kind == ClauseKind::Complement
                && phrase.first().is_some_and(|&first| words[first].is(WordClass::INDEFINITE))
        };
        for clause in order(text, before, (number, at)) {
            let phrase = subject(words, clauses, clause);
            // "As the head of the army fighting them, he": nor is he that one.
            let led = back == 0
                && phrase.first() == Some(&1)
                && words[0].tag == Tag::Preposition
                && clauses.list[clause].verb.is_none_or(|verb| !verb.is_finite());
            if led || phrase.is_empty() || back == 0 && phrase.iter().any(|&word| word >= at) {
                continue;
            }
            // "Orr defended him, and the jury acquitted him": whoever it is, not the one who did.
            let same =
                |&word: &usize| words[word].id == pronoun.id && words[word].tag == Tag::Pronoun;
            let object = back == 0
                && pronoun.tag == Tag::Pronoun
                && !pronoun.is(WordClass::NOMINATIVE)
                && clauses.owner[at] != clause;
            if object && clauses.words(clause).any(|word| same(&word)) {
                actor = person_of(text, before, phrase);
                continue;
            }
            // "He fled. His army": either goes on from the one whom the sentences before named.
            let goes_on = phrase.first().copied().filter(|&first| {
                let alone = phrase.len() == 1 || words[first].tag == Tag::Possessive;
                back > 0 && alone && words[first].is(gendered)
            });
            let Some(only) = goes_on else {
                let of_gender = |_: &String| agrees(words, phrase, pronoun);
                // "Orr's father died, and he moved to Oslo": the dead go nowhere.
                let dies = clauses.list[clause]
                    .verb
                    .is_some_and(|verb| words[verb.head].entry.verb == Some(Category::Death));
                let heir = owning_person(text, before, phrase).filter(|_| dies);
                let owned = phrase.iter().any(|&at| words[at].tag == Tag::Genitive);
                // "After Orr had died, he moved": nor then.
                let after = back == 0 && is_behind(text, number, (clause, at));
                if heir.is_none() && dies && (owned || after) {
                    continue;
                }
                let named = || named_as(text, before, (clause, pronoun));
                let office = || person_of(text, before, phrase).filter(|_| !any_one(clause));
                let found = heir.or_else(named).or_else(|| office().filter(of_gender));
                match found.filter(fits) {
                    None => continue,
                    found => return found,
                }
            };
            let same = words[only].is(WordClass::FEMININE) == pronoun.is(WordClass::FEMININE);
            if same && hops > 0 {
                return person(text, before, only, hops - 1).filter(fits);
            }
        }
        if let Some(actor) = actor.take() {
            return other_person(text, before, &actor).filter(fits);
        }
        let main = || main_clause(clauses).map(|main| subject(words, clauses, main));
        let owner = || main().and_then(|phrase| owner(text, before, phrase));
        // "The film showed the row between Orr and his party": nobody acts, and one is named.
        // "Among the dead was Orr": nor does anybody there.
        let timed = |phrase: &[usize]| phrase.iter().any(|&at| words[at].timex.is_some());
        let nobody = || {
            main().is_some_and(|phrase| phrase.is_empty() || timed(phrase))
                || is_thing(words, main())
        };
        let only = || only_person(text, before).filter(|_| back > 0 && nobody());
        if let Some(found) = owner().or_else(only).filter(fits) {
            return Some(found);
        }
    }
    None
}

/// "Its first rabbi was Orr": the name by which a clause says who somebody is.
fn named_as(
    text: &Reading<'_>,
    number: usize,
    (clause, pronoun): (usize, &Word<'_>),
) -> Option<String> {
    let words = &text.sentences[number].words;
    let verb = text.clauses[number].list[clause]
        .verb
        .filter(|verb| words[verb.head].is(WordClass::BE) && !verb.negated)?;
    let mention = text.names.mentions[number].iter().find(|mention| mention.first == verb.end)?;
    // "One of his pupils was Orr. He left": that goes on from the one who had pupils.
    let own = subject(words, &text.clauses[number], clause);
    let gender = |class| pronoun.is(class) && own.iter().any(|&at| words[at].is(class));
    if gender(WordClass::MASCULINE) || gender(WordClass::FEMININE) {
        return None;
    }
    let owns = words.get(mention.end).is_some_and(|next| next.tag == Tag::Genitive);
    let person =
        text.names.full(mention.name).kind == NameKind::Person || may_be_person(text, mention.name);
    (person && !owns).then(|| surname_or_full(text, mention.name))
}

/// "After Orr had died, [he] moved": whether a clause tells what had happened before what somebody did.
fn is_behind(text: &Reading<'_>, number: usize, (clause, at): (usize, usize)) -> bool {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let opener = &words[clauses.extent(clause).0];
    let own = clauses.owner[at];
    let acts =
        clauses.list[own].verb.is_some_and(|verb| !verb.passive && verb.tense == Tense::Past);
    acts && own != clause
        && clauses.list[clause].kind == ClauseKind::Subordinate
        && opener.is(WordClass::ANCHOR)
        && opener.is(WordClass::LATER)
}

/// Whether a phrase is no woman where "he" is meant, and no man where "she" is.
fn agrees(words: &[Word<'_>], phrase: &[usize], pronoun: &Word<'_>) -> bool {
    let other = if pronoun.is(WordClass::FEMININE) { WordClass::MALE } else { WordClass::FEMALE };
    let own = phrase.iter().take_while(|&&at| words[at].tag != Tag::Preposition);
    !own.filter(|&&at| words[at].tag.is_nominal()).last().is_some_and(|&at| words[at].is(other))
}

/// The clauses of a sentence in the order in which their subjects come into question for a pronoun.
fn order(text: &Reading<'_>, before: usize, (number, at): (usize, usize)) -> Vec<usize> {
    let (words, clauses) = (&text.sentences[before].words, &text.clauses[before]);
    let mut order: Vec<usize> = (0..clauses.list.len()).collect();
    if before == number {
        order.reverse();
        return order;
    }
    let Some(main) = main_clause(clauses) else { return order };
    let speaks = |words: &[Word<'_>], clause: &Clause| {
        clause.verb.is_some_and(|verb| words[verb.head].is(WordClass::SAYING))
    };
    let own = &text.clauses[number];
    let own = &own.list[own.owner[at]];
    // "Orr said Roe had resigned. He joined the board in May": what goes on is what was told.
    let told = speaks(words, &clauses.list[main])
        && !speaks(&text.sentences[number].words, own)
        && !clauses.syntax.verb_second;
    let said = |clause: usize| told && clauses.list[clause].kind == ClauseKind::Complement;
    let named = |clause: usize| {
        subject(words, clauses, clause).last().is_some_and(|&last| words[last].tag == Tag::Name)
    };
    order.sort_by_key(|&clause| (!(said(clause) && named(clause)), clause != main));
    order
}

/// Whether a subject is a thing: "The 71-year-old" and "The minister" are none.
fn is_thing(words: &[Word<'_>], phrase: Option<&[usize]>) -> bool {
    let end = |phrase: &[usize]| phrase.iter().position(|&at| words[at].tag == Tag::Preposition);
    phrase.is_some_and(|phrase| {
        let own = &phrase[..end(phrase).unwrap_or(phrase.len())];
        own.last().is_some_and(|&last| {
            matches!(words[last].tag, Tag::Noun | Tag::Nouns)
                && words[last].timex.is_none()
                && !words[last].is(WordClass::ROLE)
                && !words[last].text.starts_with(|c: char| c.is_ascii_digit())
        })
    })
}

/// The first person whom a sentence names besides another one.
fn other_person(text: &Reading<'_>, number: usize, than: &str) -> Option<String> {
    text.names.mentions[number]
        .iter()
        .filter(|mention| text.names.full(mention.name).kind == NameKind::Person)
        .map(|mention| surname_or_full(text, mention.name))
        .find(|name| name != than)
}

/// The only person whom a sentence names.
fn only_person(text: &Reading<'_>, number: usize) -> Option<String> {
    let person = |mention: &&Mention| text.names.full(mention.name).kind == NameKind::Person;
    let mut persons = text.names.mentions[number].iter().filter(person);
    let bearer = text.names.bearer(persons.next()?.name);
    persons
        .all(|other| text.names.bearer(other.name) == bearer)
        .then(|| surname_or_full(text, bearer))
}

/// "Orr's time at the club has been short and he": the person who owns what a subject is, unless that is
/// somebody else.
fn owner(text: &Reading<'_>, number: usize, phrase: &[usize]) -> Option<String> {
    let words = &text.sentences[number].words;
    let genitive = phrase.iter().position(|&at| words[at].tag == Tag::Genitive)?;
    let somebody_else = phrase[genitive..].iter().any(|&at| words[at].is(WordClass::ROLE));
    owning_person(text, number, phrase).filter(|_| !somebody_else)
}

/// "Orr's father": the person who owns what a phrase names.
fn owning_person(text: &Reading<'_>, number: usize, phrase: &[usize]) -> Option<String> {
    let words = &text.sentences[number].words;
    let genitive = phrase.iter().position(|&at| words[at].tag == Tag::Genitive)?;
    let end = phrase[genitive];
    let mention = text.names.mentions[number].iter().find(|mention| mention.end == end)?;
    let person = text.names.full(mention.name).kind == NameKind::Person
        || may_be_surname(text, number, mention) && is_surname(text, mention.name);
    let opens = phrase.first() == Some(&mention.first)
        || genitive > 0 && words[phrase[0]].is(WordClass::ROLE);
    (person && opens).then(|| surname_or_full(text, mention.name))
}

/// The person that a subject is: named by it, or by an office that somebody holds.
fn person_of(text: &Reading<'_>, number: usize, phrase: &[usize]) -> Option<String> {
    let sentence = &text.sentences[number];
    let end = phrase.iter().position(|&at| sentence.words[at].tag == Tag::Preposition);
    let own = &phrase[..end.unwrap_or(phrase.len())];
    let &first = own.first()?;
    let &last = own.iter().rfind(|&&at| sentence.words[at].tag.is_nominal())?;
    // "Mr Orr and others had gone": one of them is named.
    if own.iter().any(|&at| sentence.words[at].is(WordClass::COORDINATOR)) {
        let inside = |mention: &&Mention| mention.first >= first && mention.end <= last + 1;
        let person = |mention: &&Mention| text.names.full(mention.name).kind == NameKind::Person;
        let mut persons = text.names.mentions[number].iter().filter(inside).filter(person);
        let only = persons.next().filter(|_| persons.next().is_none())?;
        return Some(surname_or_full(text, only.name));
    }
    let named = text.names.mentions[number].iter().find(|mention| {
        let bare = sentence.words[first].tag != Tag::Determiner;
        mention.first >= first && mention.end == last + 1 && {
            let kind = text.names.full(mention.name).kind;
            let may_be =
                || may_be_person(text, mention.name) || may_be_surname(text, number, mention);
            // "the Spaniard Cortés"
            let told = mention.first > first + 1;
            kind == NameKind::Person || (bare || told) && may_be()
        }
    });
    if let Some(mention) = named {
        return Some(surname_or_full(text, mention.name));
    }
    let word = &sentence.words[last];
    let office = word.is(WordClass::ROLE) && matches!(word.tag, Tag::Noun | Tag::Name);
    (office && own.len() <= 4).then(|| join(sentence, own))
}

pub(super) fn surname_or_full(text: &Reading<'_>, name: usize) -> String {
    text.names.full(name).text.clone()
}

/// Whether a phrase is a person: by name, by an office, or by an age.
pub(super) fn is_somebody(text: &Reading<'_>, number: usize, phrase: &[usize]) -> bool {
    let words = &text.sentences[number].words;
    let end = phrase.iter().position(|&at| words[at].tag == Tag::Preposition);
    let own = &phrase[..end.unwrap_or(phrase.len())];
    let Some(&last) = own.iter().rfind(|&&at| words[at].tag.is_nominal()) else { return false };
    let bodies = WordClass::GROUP | WordClass::ORGANISATION;
    let aged = words[last].text.starts_with(|c: char| c.is_ascii_digit())
        && words[last].text.contains('-');
    aged || words[last].is(WordClass::ROLE) && !words[last].is(bodies)
        || text.names.mentions[number].iter().any(|mention| {
            let name = text.names.full(mention.name);
            // "the Empire" is nobody's surname.
            let led = words[own[0]].is(WordClass::ARTICLE);
            let bare = mention.end == mention.first + 1 && name.kind == NameKind::Unknown && !led;
            mention.end == last + 1
                && (name.kind == NameKind::Person || bare && is_surname(text, mention.name))
        })
}
