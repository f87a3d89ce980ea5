//! Titles of events that a noun names, in the case of subjects, where nouns and adjectives have cases.

use super::phrase::join;
use super::reading::Sentence;
use crate::language::{Agreement, EventWords, Tag};

/// "(на) черговому засіданні ради": the title of a phrase whose noun stands at a word, where that is in another
/// case than subjects are; none where its adjectives cannot be told in it.
pub(super) fn in_nominative(
    sentence: &Sentence<'_>,
    language: &EventWords,
    phrase: &[usize],
    noun: usize,
) -> Option<String> {
    let words = &sentence.words;
    let own = language.nominative(&words[noun].lower())?;
    let at = phrase.iter().position(|&word| word == noun)?;
    let agreement = language.agreements().of_noun(own)?;
    // "сутички на кордоні" are several, "(після) сутички" is one.
    let led = phrase[0].checked_sub(1).is_some_and(|at| words[at].tag == Tag::Preposition);
    let several = language.agreements().of_noun(&words[noun].lower()) == Some(Agreement::Plural);
    if several && at == 0 && !led {
        return None;
    }
    let mut out = String::new();
    for &before in &phrase[..at] {
        match words[before].tag {
            Tag::Adjective | Tag::Participle => {
                let lower = words[before].lower();
                out.push_str(&language.agreements().nominative(&lower, agreement)?);
                out.push(' ');
            }
            Tag::Determiner | Tag::Possessive | Tag::Number => {}
            _ => return None,
        }
    }
    out.push_str(own);
    let rest = join(sentence, &phrase[at + 1..]);
    if !rest.starts_with([',', '-']) && !rest.is_empty() {
        out.push(' ');
    }
    out.push_str(&rest);
    Some(out)
}
