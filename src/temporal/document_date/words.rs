//! The words of a language by which a document says when it was written.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::language::{Pack, Packs};

/// The file of a pack that holds them: lists of phrases by what they tell.
const FILE: &str = "document_date.toml";

/// The words of every pack, by its tag.
static LANGUAGES: LazyLock<FxHashMap<&str, DateWords>> = LazyLock::new(|| {
    Packs::tags().map(|tag| (tag, DateWords::read(tag).unwrap_or_default())).collect()
});

/// The phrases of one language, in lower case. Without any, only what needs no words is found.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DateWords {
    /// The date beside them is that of the document: "published".
    pub published: Vec<String>,
    /// The date beside them is that of its last change: "last updated".
    pub updated: Vec<String>,
    /// They open the line that closes an act: "done at".
    pub closing: Vec<String>,
    /// They stand beside the document's year: "copyright".
    pub copyright: Vec<String>,
    /// They say nothing of their own on a date line: "on", "by".
    pub filler: Vec<String>,
    /// The date beside them is something else's: "born".
    pub other: Vec<String>,
    /// What a title names where its date is the document's: "statement".
    pub kinds: Vec<String>,
    /// They begin the line of a mail's head that says who sent it: "From".
    #[serde(default)]
    pub mail_from: Vec<String>,
    /// They begin the one that says when: "Sent".
    #[serde(default)]
    pub mail_date: Vec<String>,
    /// They begin any line of it.
    #[serde(default)]
    pub mail_head: Vec<String>,
    /// They lead to the words of a mail that is answered: "wrote".
    #[serde(default)]
    pub mail_wrote: Vec<String>,
    /// The single words of the phrases that stand beside a date and say nothing but what it is.
    #[serde(skip)]
    said: FxHashSet<String>,
}

impl DateWords {
    /// The words of a pack, read at the first call; none if it has no such file.
    pub(super) fn of(pack: &Pack) -> &'static Self {
        static NONE: LazyLock<DateWords> = LazyLock::new(DateWords::default);
        LANGUAGES.get(pack.tag()).unwrap_or(&NONE)
    }

    /// Those of every pack: a mail's head may be in another language than the mail.
    pub(super) fn all() -> impl Iterator<Item = &'static Self> + Clone {
        LANGUAGES.values()
    }

    fn read(tag: &str) -> Option<Self> {
        let mut words: Self = toml::from_str(Packs::file(tag, FILE)?).ok()?;
        let phrases = [&words.published, &words.updated, &words.closing, &words.filler];
        let single = phrases.into_iter().flatten().flat_map(|phrase| phrase.split(' '));
        words.said = single.map(str::to_owned).collect();
        Some(words)
    }

    /// Whether a word in lower case says only what the date beside it is.
    pub(super) fn says_nothing(&self, word: &str) -> bool {
        self.said.contains(word)
    }
}

/// Whether one of the phrases stands in `text` as whole words; `text` is in lower case.
pub(super) fn holds(text: &str, phrases: &[String]) -> bool {
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let is_at = |at: usize, phrase: &String| {
        let (text, phrase) = (&text.as_bytes()[at..], phrase.as_bytes());
        // Few words begin like a phrase: the others are done with here.
        text.first() == phrase.first() && text.starts_with(phrase)
    };
    let mut before = None;
    text.char_indices().any(|(at, c)| {
        let opens = is_edge(before.replace(c));
        let ends = |phrase: &String| is_edge(text[at + phrase.len()..].chars().next());
        opens && phrases.iter().any(|phrase| is_at(at, phrase) && ends(phrase))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_file_is_sound() {
        let files: Vec<&str> = Packs::tags().filter_map(|tag| Packs::file(tag, FILE)).collect();
        assert!(files.len() >= 3, "{} packs have the file", files.len());
        for file in files {
            let words: DateWords = toml::from_str(file).expect("the file is sound");
            for phrase in words.published.iter().chain(&words.updated).chain(&words.other) {
                assert_eq!(*phrase, phrase.to_lowercase());
            }
        }
    }

    #[test]
    fn a_phrase_is_matched_whole() {
        let phrases = ["done at".to_owned(), "©".to_owned()];
        assert!(holds("done at brussels", &phrases));
        assert!(holds("© 2023", &phrases));
        assert!(!holds("condone at", &phrases));
        assert!(!holds("done attic", &phrases));
    }
}
