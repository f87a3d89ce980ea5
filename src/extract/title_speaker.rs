//! Titles of what somebody says of what the words alone do not name: "Ms Orr: It is too early".

use super::Reading;
use super::title::{LIMIT, of_clause, opens_with};
use super::title_words::finish;
use crate::language::WordClass;

/// The fewest words behind the name of one who speaks that say something.
const LEAST_SAID: usize = 3;

/// So many words fit behind the name of one who speaks.
pub(super) fn room_behind(who: Option<&str>) -> Option<usize> {
    LIMIT.checked_sub(who?.split_whitespace().count()).filter(|&room| room > LEAST_SAID)
}

/// "She called me": whether a title has a word that only the one who speaks can say.
pub(super) fn tells_of_speaker(text: &Reading<'_>, title: &str) -> bool {
    let said = |words: &str| {
        text.language.may_open_first_person(words)
            && opens_with(text, words, WordClass::FIRST_PERSON)
    };
    // Only the first word of what stands behind each space is looked at.
    let mut spaces = title.bytes().zip(1..).filter(|&(byte, _)| byte == b' ');
    said(title)
        || spaces.any(|(_, behind)| {
            let words = &title[behind..];
            words.starts_with(char::is_lowercase) && said(words)
        })
}

/// Whether a title has the last part of a name.
pub(super) fn names(title: &str, name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name);
    title.split(' ').any(|word| word.trim_end_matches(':') == last)
}

/// "Ms Orr: It is too early": what somebody says of what the words alone do not name; none if too
/// little of it would fit.
pub(super) fn voiced(
    text: &Reading<'_>,
    number: usize,
    said: usize,
    who: Option<&str>,
) -> Option<String> {
    let who = finish(who?.to_owned());
    let by = |who: &str| {
        let room = room_behind(Some(who))?;
        let said = of_clause(text, number, said, None, room);
        let count = said.text.split_whitespace().count();
        let fits = !who.is_empty() && (LEAST_SAID..=room).contains(&count);
        fits.then(|| (format!("{who}: {}", said.text), said.split || said.parted))
    };
    let whole = by(&who);
    if let Some((whole, false)) = whole {
        return Some(whole);
    }
    let whole = whole.map(|(title, _)| title);
    // "Club boss Ann Orr" leaves less room than "Ann Orr".
    bare_name(&who).and_then(by).map(|(title, _)| title).or(whole)
}

/// The name behind what somebody is called: "club boss Ann Orr".
fn bare_name(who: &str) -> Option<&str> {
    const LEAST: usize = 2;
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let words: Vec<&str> = who.split(' ').collect();
    let count = words.iter().rev().take_while(|word| capital(word)).count();
    let described = count >= LEAST && count < words.len();
    let from = described.then(|| who.len() - (words[words.len() - count..].join(" ")).len())?;
    who.get(from..)
}
