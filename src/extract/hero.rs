//! The person whom a document is about, and whether it tells a life.

use super::Reading;
use super::dated::main_clause;
use super::names::{NameKind, behind_honours};
use super::reading::{Sentence, Word};
use super::subject::subject;
use super::whom::may_be_person;
use crate::document::BlockKind;
use crate::event::Category;
use crate::gazetteer::fold_name;
use crate::language::{Tag, WordClass};

/// The person whom the document is about: the one whom its title names, or of several there the one
/// named most; or the one whom its title is, or its text opens with.
pub(super) fn main_person(text: &Reading<'_>) -> Option<usize> {
    let is_person = |&name: &usize| text.names.full(name).kind == NameKind::Person;
    let titled = |name: &usize| text.document.title.contains(&text.names.full(*name).text);
    let mut persons = (0..text.names.list.len()).filter(is_person).filter(titled);
    let bearer = |name: usize| &text.names.full(name).text;
    let first = persons.next();
    let only = first.filter(|&first| persons.all(|other| bearer(other) == bearer(first)));
    let main = || {
        let mentions = |&name: &usize| text.names.list[name].mentions;
        (0..text.names.list.len()).filter(is_person).max_by_key(mentions).filter(titled)
    };
    only.or_else(main).or_else(|| titular(text)).or_else(|| opening(text))
}

/// A title that is a name of several words, and no place's, is a person's.
fn titular(text: &Reading<'_>) -> Option<usize> {
    let sentence = text.sentences.iter().find(|sentence| sentence.kind == BlockKind::Title);
    let telling = |word: &Word<'_>| {
        word.is(WordClass::NAME_LINK | WordClass::ORGANISATION | WordClass::GROUP)
            || word.entry.noun.is_some()
    };
    if sentence.is_some_and(|sentence| sentence.words.iter().any(telling)) {
        return None;
    }
    let title = fold_name(&text.document.title);
    let name = text.names.list.iter().position(|name| name.folded == title)?;
    let found = &text.names.list[name];
    // "THE LOST GENERATION": a heading names nobody whom the text does not speak of.
    let last = found.folded.rsplit(' ').next().unwrap_or_default();
    let spoken_of = |sentence: &Sentence<'_>| {
        let named = |word: &Word<'_>| word.tag == Tag::Name && fold_name(word.text) == last;
        sentence.is_prose() && sentence.words.iter().any(named)
    };
    if !text.sentences.iter().any(spoken_of) {
        return None;
    }
    let may_be = matches!(found.kind, NameKind::Unknown | NameKind::Person);
    (may_be && found.folded.contains(' ') && found.place_score < 1).then_some(name)
}

/// The person whom a text opens by saying who that is: "Ida Orr was", "Ida Orr (1880 - 1950)". A
/// list of lives is about none of them.
fn opening(text: &Reading<'_>) -> Option<usize> {
    let first = text.sentences.iter().position(Sentence::is_prose)?;
    let whole = presented(text, first)?;
    let lives = (first + 1..text.sentences.len())
        .filter(|&number| text.sentences[number].is_prose() && text.opens_block(number))
        .any(|number| opens_life(text, number) && presented(text, number) != Some(whole));
    let mut counts = vec![0; text.names.list.len()];
    for (at, name) in text.names.list.iter().enumerate() {
        counts[text.names.bearer(at)] += name.mentions;
    }
    let is_other = |&name: &usize| name != whole && text.names.list[name].kind == NameKind::Person;
    let others = (0..counts.len()).filter(is_other).map(|name| counts[name]);
    let most = others.max().unwrap_or_default();
    let leads = counts[whole] > most || most == 1;
    (leads && !lives).then_some(whole)
}

/// The person with whose name a sentence opens to say who that is.
fn presented(text: &Reading<'_>, number: usize) -> Option<usize> {
    let words = &text.sentences[number].words;
    let mention = text.names.mentions[number].first()?;
    // "Sir William Orr KCMG ("
    let titles =
        words[..mention.first].iter().all(|word| word.is(WordClass::ROLE) && word.is_upper());
    let end = behind_honours(words, mention.end);
    let next = words.get(end).filter(|_| titles)?;
    let born = next.entry.verb == Some(Category::Birth);
    // "Ida Orr, who has died aged 88, was", "Ida Orr, a painter, was"
    let apposed = next.is_sign(",")
        && words.get(end + 1).is_some_and(|behind| {
            behind.is(WordClass::WHO | WordClass::INDEFINITE) || behind.tag == Tag::Determiner
        });
    let says_who =
        next.is_sign("(") || apposed || next.tag.is_verbal() && (next.is(WordClass::BE) || born);
    let person = text.names.full(mention.name).kind == NameKind::Person;
    let several = mention.end > mention.first + 1;
    let is_one = several && says_who && (person || may_be_person(text, mention.name));
    is_one.then(|| text.names.bearer(mention.name))
}

/// Whether a sentence opens with the birth of a person: "Ole Berg was born in", "Ole Berg (1880 -
/// 1950)".
pub(super) fn opens_life(text: &Reading<'_>, number: usize) -> bool {
    let words = &text.sentences[number].words;
    let born = words.iter().take(LIFE_OPENS).any(|word| {
        word.entry.verb == Some(Category::Birth) || word.depth > 0 && word.timex.is_some()
    });
    born && presented(text, number).is_some()
}

/// Of how many words the start of a life is: "Ole Karl Berg (born 3 May".
const LIFE_OPENS: usize = 8;

/// Whether a text about a person is a life: the gender in which it speaks of people, if that is
/// nearly always the same.
pub(super) fn life(text: &Reading<'_>, person: Option<usize>) -> Option<WordClass> {
    person?;
    let (mut men, mut women) = (0, 0);
    for word in text.sentences.iter().flat_map(|sentence| &sentence.words) {
        men += usize::from(word.is(WordClass::MASCULINE));
        women += usize::from(word.is(WordClass::FEMININE));
    }
    let gendered = WordClass::MASCULINE | WordClass::FEMININE;
    let prose = text.sentences.iter().filter(|sentence| sentence.is_prose());
    let first = prose.flat_map(|sentence| &sentence.words).find(|word| word.is(gendered));
    // The first pronoun of a life is most often that of the one who lived it.
    let many = |own: usize, other: usize, gender: WordClass| {
        let least = if first.is_some_and(|word| word.is(gender)) { 2 } else { 5 };
        own >= 4 && own >= least * other
    };
    if many(women, men, WordClass::FEMININE) {
        Some(WordClass::FEMININE)
    } else {
        many(men, women, WordClass::MASCULINE).then_some(WordClass::MASCULINE)
    }
}

/// So many sentences before a pronoun its paragraph is looked at.
const NEAR: usize = 8;

/// Whether the paragraph of a sentence, as far as it goes before that, names somebody else than the hero
/// as who acts, and not the hero.
pub(super) fn tells_of_another(text: &Reading<'_>, number: usize, hero: usize) -> bool {
    let (block, hero) = (text.sentences[number].block, text.names.bearer(hero));
    let surname = text.names.list[hero].text.rsplit(' ').next().unwrap_or_default();
    let is_hero = |name: usize| {
        let bearer = text.names.bearer(name);
        bearer == hero || text.names.list[bearer].text.split(' ').any(|part| part == surname)
    };
    let before = (number.saturating_sub(NEAR)..number).rev();
    let mut another = false;
    for sentence in before.take_while(|&at| text.sentences[at].block == block) {
        let mentions = &text.names.mentions[sentence];
        if mentions.iter().any(|mention| is_hero(mention.name)) {
            return false;
        }
        let (words, clauses) = (&text.sentences[sentence].words, &text.clauses[sentence]);
        let acts = main_clause(clauses).map(|main| subject(words, clauses, main));
        let is_another = acts.is_some_and(|phrase| {
            mentions.iter().any(|mention| {
                let last = mention.end - 1;
                let person = text.names.full(mention.name).kind == NameKind::Person
                    || may_be_person(text, mention.name);
                person && phrase.last() == Some(&last)
            })
        });
        // "The king named him governor": he whom somebody else did that to is told of on.
        let object = |word: &Word<'_>| {
            word.tag == Tag::Pronoun
                && !word.is(WordClass::NOMINATIVE)
                && text.about.life.is_some_and(|gender| word.is(gender))
        };
        if is_another && !another && words.iter().any(object) {
            return false;
        }
        another |= is_another;
    }
    another
}
