//! What stands between commas behind a name and is no name itself: "Ida Orr, 35,", "John Orr, Jr.".

use super::head::is_event_noun;
use super::phrase::{is_of_phrase, leads_time};
use super::reading::{Word, is_place};
use crate::event::Category;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// "Ida Orr, 35, who", "a woman in her 40s who": the noun before a phrase that only tells an age.
/// `phrase` stands from right to left.
pub(super) fn of_age(words: &[Word<'_>], phrase: &[usize]) -> Option<usize> {
    let (&last, &first) = (phrase.first()?, phrase.last()?);
    let counts = words[last].text.starts_with(|c: char| c.is_ascii_digit());
    if !counts || words[last].timex.is_some() {
        return None;
    }
    let before = first.checked_sub(1)?;
    let noun = before.checked_sub(1)?;
    let named = words[before].is_sign(",") && words[noun].tag == Tag::Name && first == last;
    let led = words[before].tag == Tag::Preposition
        && words[first].tag == Tag::Possessive
        && matches!(words[noun].tag, Tag::Noun | Tag::Nouns);
    (named || led).then_some(noun)
}

/// "a quake of magnitude 7 that", "with reported magnitude 7 that": the noun before a phrase that only tells
/// how large it is. `phrase` stands from right to left.
pub(super) fn of_measure(words: &[Word<'_>], phrase: &[usize]) -> Option<usize> {
    let [last, measure, ..] = phrase else { return None };
    let counts = words[*last].tag == Tag::Number && words[*measure].tag == Tag::Noun;
    let modifies = |word: &Word<'_>| matches!(word.tag, Tag::Adjective | Tag::Participle);
    let before = (0..*phrase.last()?).rev().find(|&at| !modifies(&words[at]))?;
    let led = words[before].tag == Tag::Preposition && words[before].timex.is_none();
    let noun = before.checked_sub(1).filter(|_| counts && led)?;
    matches!(words[noun].tag, Tag::Noun | Tag::Nouns).then_some(noun)
}

/// "a survey on health conducted in May", "talks with ministers held in Oslo": the noun that a participle
/// behind a phrase (from right to left) says more of, where what it tells is done to what is told or takes
/// place, and the phrase only says about what or with whom.
pub(super) fn of_matter(words: &[Word<'_>], phrase: &[usize], to: usize) -> Option<usize> {
    let verb = words.get(to).filter(|verb| verb.tag == Tag::Participle)?;
    let told = matches!(verb.entry.verb, Some(Category::Publication | Category::Statement));
    let &last = phrase.first()?;
    let before = phrase.last()?.checked_sub(1)?;
    let noun = before.checked_sub(1)?;
    let (link, owner) = (&words[before], &words[noun]);
    let led = link.tag == Tag::Preposition
        && link.timex.is_none()
        && !link.is(WordClass::NAME_LINK | WordClass::SUBORDINATOR);
    let common = matches!(owner.tag, Tag::Noun | Tag::Nouns) && owner.timex.is_none();
    ((told || verb.is(WordClass::LIGHT))
        && led
        && common
        && (link.is(WordClass::TOPIC) || is_event_noun(owner))
        && !is_event_noun(&words[last]))
    .then_some(noun)
}

/// "a tariff of 176 euros per ton, which", "Ann Orr, one of the three judges, who": the noun before a phrase
/// that says how much of it there is, or of whom it is one. `phrase` stands from right to left.
pub(super) fn of_amount(words: &[Word<'_>], phrase: &[usize]) -> Option<usize> {
    let measures = |word: &Word<'_>| word.is(WordClass::MEASURE | WordClass::MONEY);
    let (&last, &first) = (phrase.first()?, phrase.last()?);
    if measures(&words[last]) && words[last].timex.is_none() {
        let inside = |&at: &usize| {
            let word = &words[at];
            word.timex.is_none()
                && (measures(word)
                    || word.numeral
                    || matches!(word.tag, Tag::Number | Tag::Preposition))
        };
        let from = (0..last).rev().take_while(inside).last()?;
        let counted = words[from..last].iter().any(|word| word.tag == Tag::Number);
        let noun =
            from.checked_sub(1).filter(|_| counted && words[from].tag == Tag::Preposition)?;
        return matches!(words[noun].tag, Tag::Noun | Tag::Nouns).then_some(noun);
    }
    // "a force of 8,000, which"
    let counts = words[last].tag == Tag::Number && words[last].timex.is_none() && first == last;
    if let Some(link) =
        first.checked_sub(1).filter(|&at| counts && words[at].is(WordClass::NAME_LINK))
    {
        let noun = link.checked_sub(1).filter(|&at| words[at].tag == Tag::Noun);
        return noun.filter(|&at| !words[at].is_upper());
    }
    let [.., name, comma, one, link] = words.get(..first)? else { return None };
    let one_of = link.is(WordClass::NAME_LINK) && one.numeral && comma.is_sign(",");
    (one_of && words[last].tag == Tag::Nouns && name.tag == Tag::Name).then(|| first - 4)
}

/// "John Orr, Jr. was born": the last word of the name that a phrase belongs to behind a comma.
pub(super) fn of_suffix(words: &[Word<'_>], phrase: &[usize]) -> Option<usize> {
    let &first = phrase.first()?;
    let suffix =
        |&at: &usize| words[at].is(WordClass::NAME_SUFFIX) || words[at].kind == TokenKind::Sign;
    let name = first.checked_sub(2)?;
    let apart = words[first].is(WordClass::NAME_SUFFIX)
        && words[first - 1].is_sign(",")
        && words[name].tag == Tag::Name;
    (apart && phrase.iter().all(suffix)).then_some(name)
}

/// "The congress for the prize of the town of Lund, Sweden took place": the stretch that opens the clause
/// with an article, where the last one before the verb only names the country of a place before it.
pub(super) fn in_country<'s, 'a>(
    words: &[Word<'_>],
    segments: &'s [&'a [usize]],
    last: &'s &'a [usize],
) -> &'s &'a [usize] {
    let Some(first) = segments.first() else { return last };
    // "Orr Brothers of Lund, Sweden hired"
    let named = matches!(first[..], [.., firm, link, town]
        if words[firm].is_upper() && words[link].is(WordClass::NAME_LINK) && words[town].is_upper());
    let opens = first[0] == 0
        && (words[0].tag == Tag::Determiner || named && words[0].tag == Tag::Name)
        && words[0].timex.is_none();
    if is_of_place(words, last) && opens { first } else { last }
}

/// "the leader of the union, Ann Orr, died": of the stretches from a subject to its verb the name, where
/// that is all that stands behind a common noun; the first one otherwise.
pub(super) fn named_by<'s, 'a>(words: &[Word<'_>], segments: &'s [&'a [usize]]) -> &'s &'a [usize] {
    let whole = &segments[0];
    let [own, name] = segments else { return whole };
    let head = own
        .iter()
        .take_while(|&&at| words[at].tag != Tag::Preposition)
        .filter(|&&at| words[at].tag.is_nominal())
        .last();
    let common = head.is_some_and(|&at| {
        words[at].tag == Tag::Noun
            && !words[at].is_upper()
            && !words[at].is(WordClass::PLACE_ANAPHOR)
    });
    // "The husband of the candidate for mayor, Ann Orr, pardoned": that names the one of two who stands nearer.
    let other = own.iter().skip_while(|&&at| words[at].tag != Tag::Preposition).any(|&at| {
        words[at].tag == Tag::Noun
            && words[at].is(WordClass::ROLE)
            && !words[at].is(WordClass::GROUP)
    });
    let proper = |&at: &usize| {
        words[at].is_upper() && words[at].tag.is_nominal() && !words[at].is(WordClass::COORDINATOR)
    };
    let apposed = name[0].checked_sub(1).is_some_and(|at| words[at].is_sign(","));
    // "A section of the bridge in Genoa, Italy, collapsed"
    let lies = apposed && is_of_place(words, name);
    // "The first, the Port Act, closed": what is only counted has its name behind it.
    let counted = matches!(own[..], [article, nth]
        if words[article].is(WordClass::ARTICLE) && !words[nth].tag.is_nominal());
    let body = name.split_first().is_some_and(|(article, rest)| {
        words[*article].is(WordClass::ARTICLE) && !rest.is_empty() && rest.iter().all(proper)
    });
    let named = common && !other && name.iter().all(proper) || counted && body;
    if apposed && named && !lies { name } else { whole }
}

/// Whether a stretch behind a comma only says in which country or region the place before it lies.
fn is_of_place(words: &[Word<'_>], name: &[usize]) -> bool {
    let &[at] = name else { return false };
    let country = words[at].tag == Tag::Name && is_place(&words[at].lower());
    country && at > 1 && words[at - 1].is_sign(",") && words[at - 2].tag == Tag::Name
}

/// "the Movement of Ann Orr, who": where the name starts of whom it is said, behind a body's name that it ends.
/// `phrase` stands from right to left.
pub(super) fn of_whom(words: &[Word<'_>], phrase: &[usize]) -> Option<usize> {
    let link = phrase.iter().position(|&at| words[at].is(WordClass::NAME_LINK))?;
    let (name, body) = phrase.split_at(link);
    let proper = |&at: &usize| words[at].tag == Tag::Name && words[at].is_upper();
    let office = body.iter().any(|&at| words[at].is(WordClass::ROLE));
    let place = || is_place(&words[name[0]].lower());
    (name.len() > 1 && name.iter().all(proper) && !office && !place()).then_some(link)
}

/// "a directive of the minister which": what a clause tells of that tells of no person. `phrase` stands from
/// right to left.
pub(super) fn of_office(words: &[Word<'_>], phrase: &[usize], to: usize) -> Option<usize> {
    let relative = words.get(to).filter(|word| word.is(WordClass::RELATIVE))?;
    let people = relative.is(WordClass::WHO | WordClass::COMPLEMENTISER | WordClass::SUBORDINATOR);
    let (&last, &first) = (phrase.first()?, phrase.last()?);
    let office = words[last].is(WordClass::ROLE)
        && !words[last].is(WordClass::GROUP | WordClass::ORGANISATION)
        && matches!(words[last].tag, Tag::Noun | Tag::Name);
    let link = first.checked_sub(1).filter(|&at| words[at].is(WordClass::NAME_LINK))?;
    let noun = link.checked_sub(1)?;
    let thing = matches!(words[noun].tag, Tag::Noun | Tag::Nouns) && !words[noun].is_upper();
    (!people && office && thing).then_some(noun)
}

/// "howitzers from Osaka, which", "the talks in Riga, which": a relative clause behind a place says
/// more of what came from there or happened there. `phrase` stands from right to left.
/// `who` is whether it is said of a person: then only an article tells a place from one.
pub(super) fn common_noun_before(words: &[Word<'_>], phrase: &[usize], who: bool) -> Option<usize> {
    let first = *phrase.last()?;
    // "the push in northern Norway that"
    let names = phrase.iter().enumerate().all(|(back, &at)| {
        words[at].tag == Tag::Name && words[at].is_upper()
            || back > 0
                && (words[at].tag == Tag::Adjective || who && words[at].tag == Tag::Determiner)
    });
    let at = first.checked_sub(2).filter(|_| names)?;
    let preposition = &words[first - 1];
    let noun = &words[at];
    // "the blockade of Norway, which": it is not the country that began or ended.
    let linked = preposition.is(WordClass::NAME_LINK);
    let befalls = matches!(
        noun.entry.noun,
        Some(
            Category::Battle
                | Category::Attack
                | Category::Military
                | Category::Protest
                | Category::Disaster
        )
    );
    let happens = !who && (befalls || noun.entry.noun.is_some() && is_place(&words[first].lower()));
    // "his backers in Oslo, who"
    let people = noun.tag == Tag::Nouns && is_place(&words[first].lower());
    // "a senator from Norway who"
    let origin = who
        && preposition.is(WordClass::SOURCE)
        && noun.is(WordClass::ROLE | WordClass::GROUP)
        && is_place(&words[first].lower());
    let place = preposition.timex.is_none()
        && (origin
            || preposition.is(WordClass::PLACE_PREPOSITION) && !linked || linked && happens)
        && (!who
            || origin
            || preposition.is(WordClass::PLACE_ONLY)
                && (people || words[first].tag == Tag::Determiner))
        // "a town close to Hurricane Ida, which" is no place.
        && !phrase.iter().any(|&at| is_event_noun(&words[at]));
    let common = noun.tag.is_nominal() && !noun.is_upper() && noun.timex.is_none();
    (place && common).then_some(at)
}

/// "In the Declaration, [adopted in May], they demanded": whether a participle that is done to things stands between commas
/// right behind the noun phrase that the sentence opens with a preposition before.
pub(super) fn is_led_in_front(words: &[Word<'_>], verb: usize) -> bool {
    use Category::{Agreement, Policy, Publication};
    let done = matches!(words[verb].entry.verb, Some(Agreement | Policy | Publication));
    let Some([led, phrase @ .., comma]) = words.get(..verb) else { return false };
    let timed = words.get(verb + 1).is_some_and(|next| next.timex.is_some())
        || verb + 1 < words.len() && leads_time(words, verb + 1);
    let inside = |word: &Word<'_>| {
        is_of_phrase(word) || word.is(WordClass::COORDINATOR | WordClass::NAME_LINK)
    };
    done && timed
        && led.tag == Tag::Preposition
        && comma.is_sign(",")
        && phrase.last().is_some_and(|last| last.tag.is_nominal())
        && phrase.iter().all(|word| word.timex.is_none() && inside(word))
}
