//! Times in brackets: "the siege (1676)", "taught at Lund (1924–25)"; a source that is cited dates
//! nothing.

use super::Reading;
use super::life::is_life;
use super::names::NameKind;
use super::reading::Word;
use crate::language::{Tag, WordClass};
use crate::time::Granularity;

/// Whether a time in brackets dates nothing around it, or a life.
pub(super) fn dates_nothing(text: &Reading<'_>, number: usize, timex: usize) -> bool {
    !counts(text, number, timex) || is_life(text, number, timex)
}

/// Whether a time in brackets dates what stands around it: no other time of the sentence does.
fn counts(text: &Reading<'_>, number: usize, timex: usize) -> bool {
    let sentence = &text.sentences[number];
    if stands_beside_others(text, number, timex) {
        return false;
    }
    let Some((first, end)) = sentence.words_of_timex(timex) else { return false };
    // "(which was shown on Wednesday)" says when that was.
    let inside = |word: &&Word<'_>| word.depth > 0;
    let finite = |word: &Word<'_>| word.tag.is_finite();
    let (before, behind) = sentence.words.split_at(first);
    if before.iter().rev().take_while(inside).chain(behind.iter().take_while(inside)).any(finite) {
        return false;
    }
    // A full date is never a citation; a bare year counts after a finished clause.
    let fine = text.timexes[timex]
        .interval
        .is_some_and(|interval| interval.granularity() > Granularity::Year);
    let closes =
        sentence.words[end..].iter().all(|word| !word.text.contains(char::is_alphanumeric));
    fine || closes && first > 0 && !sentence.words[first - 1].is_upper()
        || dates_event(text, number, timex)
        || dates_stage(text, number, timex)
        || dates_case(text, number, timex)
}

/// "In Orr v. Roe (1932) the court ruled": whether a year stands alone behind two parties, in which the
/// sentence opens.
fn dates_case(text: &Reading<'_>, number: usize, timex: usize) -> bool {
    let words = &text.sentences[number].words;
    let Some(open) = alone(text, number, timex) else { return false };
    let party =
        |word: &Word<'_>| word.is_upper() || word.is(WordClass::VERSUS | WordClass::NAME_LINK);
    let parties = &words[1..open];
    words[0].tag == Tag::Preposition
        && parties.iter().all(party)
        && parties.iter().any(|word| word.is(WordClass::VERSUS))
}

/// Whether another time stands outside of brackets in the sentence of a time.
fn stands_beside_others(text: &Reading<'_>, number: usize, timex: usize) -> bool {
    let sentence = &text.sentences[number];
    sentence.timexes.clone().any(|other| {
        other != timex
            && text.timexes[other].interval.is_some()
            && sentence
                .words_of_timex(other)
                .is_some_and(|(first, _)| sentence.words[first].depth == 0)
    })
}

/// "After the Battle of Lund (1676) he fled on 3 May": the event that only names its own time in
/// brackets, where another one dates the clause.
pub(super) fn named_aside(text: &Reading<'_>, number: usize, timex: usize) -> Option<usize> {
    let once = text.timexes[timex]
        .interval
        .is_some_and(|interval| interval.is_single() || interval.granularity() >= Granularity::Day);
    let noun = event_before(text, number, timex)?;
    let named = text.sentences[number].words[noun].is_upper();
    (once && named && stands_beside_others(text, number, timex)).then_some(noun)
}

/// "the Battle of Lund (1676)": whether a time stands alone in the bracket behind a name that names
/// an event.
pub(super) fn dates_event(text: &Reading<'_>, number: usize, timex: usize) -> bool {
    event_before(text, number, timex).is_some()
}

/// The word that names the event behind whose name a time stands alone in a bracket.
fn event_before(text: &Reading<'_>, number: usize, timex: usize) -> Option<usize> {
    let words = &text.sentences[number].words;
    let open = alone(text, number, timex)?;
    if words[open - 1].tag == Tag::Noun && words[open - 1].entry.noun.is_some() {
        return Some(open - 1);
    }
    let mut mentions = text.names.mentions[number].iter();
    let name = mentions.find(|mention| mention.end == open)?;
    // "the Battle of Lund" may be two names.
    let first = name.first.saturating_sub(2);
    (first..name.end).rfind(|&at| words[at].is_upper() && words[at].entry.noun.is_some())
}

/// "later (1947) received the medal", "taught at Lund (1924–25) before": a year behind an adverb,
/// or years behind what somebody was or where.
fn dates_stage(text: &Reading<'_>, number: usize, timex: usize) -> bool {
    let words = &text.sentences[number].words;
    let Some(open) = alone(text, number, timex) else { return false };
    let before = &words[open - 1];
    if before.tag == Tag::Adverb {
        return true;
    }
    if text.timexes[timex].interval.is_none_or(|interval| interval.is_single()) {
        return false;
    }
    let name = text.names.mentions[number].iter().find(|mention| mention.end == open);
    match name {
        Some(name) => {
            let body = text.names.list[name.name].kind == NameKind::Organisation;
            let article =
                words[..name.first].last().is_some_and(|word| word.tag == Tag::Determiner);
            let led = name.first.checked_sub(1 + usize::from(article)).map(|at| &words[at]);
            body || led.is_some_and(|led| led.is(WordClass::PLACE_ONLY))
        }
        None => before.tag.is_nominal() && !before.is_upper(),
    }
}

/// Where the bracket opens that holds nothing but a time, behind a word.
fn alone(text: &Reading<'_>, number: usize, timex: usize) -> Option<usize> {
    let sentence = &text.sentences[number];
    let words = &sentence.words;
    let (first, end) = sentence.words_of_timex(timex)?;
    let open = first.checked_sub(1).filter(|&at| at > 0 && words[at].is_sign("("))?;
    let own = |word: &&Word<'_>| word.timex.is_some() || word.is(WordClass::DASH);
    let close = end + words[end..].iter().take_while(own).count();
    words.get(close).filter(|word| word.is_sign(")")).map(|_| open)
}
