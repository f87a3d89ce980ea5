//! What the word that opens a sentence is: its capital says nothing.

use super::lone_verb::{clause_end, has_finite};
use super::misread::is_office;
use super::reading::Word;
use crate::language::{Tag, WordClass, WordEntry};
use crate::text::TokenKind;

/// Mends the tag of the word that opens a sentence.
pub(super) fn mend_first(words: &mut [Word<'_>]) {
    // "A suspected bomb": an article that opens a sentence looks like a name.
    if let Some(first) = words.first_mut()
        && first.is(WordClass::INDEFINITE)
    {
        first.tag = Tag::Determiner;
    }
    // "Shares in the club fell": no clause opens with a verb of the present.
    if let [first, second, ..] = words
        && first.tag == Tag::Present
        && (second.tag == Tag::Preposition
            || matches!(second.tag, Tag::Participle | Tag::Past) && second.is(WordClass::PAST_FORM))
        && first.kind == TokenKind::Word
        && !first.is(WordClass::BE | WordClass::HAVE | WordClass::DO)
    {
        first.tag = Tag::Nouns;
    }
    // "Argued March 4, 1987.": the past of a verb that opens a terse line.
    if let [first, second, ..] = words
        && first.tag == Tag::Name
        && first.is(WordClass::PAST_FORM)
        && second.timex.is_some()
    {
        first.tag = Tag::Past;
    }
    // "Fighting reached the town", "Fighting grew in May"
    if let [first, second, third, ..] = words
        && first.tag == Tag::Gerund
        && second.tag == Tag::Participle
        && second.is(WordClass::PAST_FORM)
        && matches!(third.tag, Tag::Determiner | Tag::Preposition)
        && !has_finite(&words[..clause_end(words, 1)])
    {
        words[0].tag = Tag::Noun;
        words[1].tag = Tag::Past;
    }
    // "Search crews recovered": what the first word would command is what the second one does.
    if let [first, second, third, ..] = words
        && first.tag == Tag::Base
        && second.tag == Tag::Nouns
        && third.tag == Tag::Past
    {
        first.tag = Tag::Noun;
    }
    // "Shadow home secretary Ann Orr met": what the words before a name say somebody is.
    if let [first, rest @ ..] = words
        && first.tag == Tag::Base
        && is_office(rest)
    {
        first.tag = Tag::Noun;
    }
    // "Orr slowly closed"
    let third_past = words.get(2).is_some_and(|third| third.is(WordClass::PAST_FORM));
    // "Apple unveiled the phone": a word of no class that opens a sentence is its subject.
    if let [first, second, ..] = words
        && matches!(
            first.tag,
            Tag::Adverb | Tag::Adjective | Tag::Other | Tag::Determiner | Tag::Base
        )
        && first.is_upper()
        && first.entry == WordEntry::default()
        && (first.tag == Tag::Base && second.tag == Tag::Adverb && third_past
            || second.is_sign(",") && first.tag == Tag::Other
            || matches!(second.tag, Tag::Past | Tag::Present)
            || second.tag == Tag::Participle && second.is(WordClass::PAST_FORM))
    {
        first.tag = Tag::Name;
    }
}
