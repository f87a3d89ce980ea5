//! The word files of a pack: classes of words, each word beside its meaning.
//!
//! ```toml
//! [month]
//! 1 = ["january", "Jan", "Jan."]   # a capital in the form demands one in the text
//! [holiday]
//! 12-25 = ["christmas day"]        # a form may have several words
//! [counted]
//! words = ["soldier{,s}"]          # no meaning; {a,b} stands for each of its endings
//! ```
//!
//! Braces, and endings that many words share, are described in `spelling.rs`.

use std::collections::BTreeMap;

use super::settings::Letters;
use super::source::PackFile;
use super::spelling::Endings;
use super::vocabulary::term;
use super::{PackError, Sort};

/// One form of a class, with its meaning.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// Its words in lower case; nearly always one.
    pub(crate) words: Vec<String>,
    /// Whether it must be capitalised in the text.
    pub(crate) capital: bool,
    /// The code of its meaning.
    pub(crate) value: i32,
    /// The sort of its meaning.
    pub(crate) sort: Sort,
}

/// The classes of a pack by name.
pub(crate) type Classes = BTreeMap<String, Vec<Form>>;

/// Adds the classes of one file.
pub(crate) fn read(
    file: &PackFile<'_>,
    endings: &Endings,
    letters: &Letters,
    classes: &mut Classes,
) -> Result<(), PackError> {
    for (class, table) in &file.parse()? {
        let forms = classes.entry(class.get_ref().to_string()).or_default();
        for (key, list) in file.table(table)? {
            let Some((sort, value)) = term(key.get_ref()) else {
                let message = format!("'{}' is no meaning that a word can have", key.get_ref());
                return Err(file.error(key.span(), message));
            };
            if forms.first().is_some_and(|first| first.sort != sort) {
                let message = format!("'{}' is another sort of meaning", key.get_ref());
                return Err(file.error(key.span(), message));
            }
            for (text, at) in file.strings(list)? {
                let spelled = endings.spellings(text).map_err(|message| file.error(at, message))?;
                for text in &spelled {
                    forms.push(Form {
                        words: split(&text.to_lowercase(), letters),
                        capital: text.chars().next().is_some_and(char::is_uppercase),
                        value,
                        sort,
                    });
                }
            }
        }
    }
    Ok(())
}

/// Splits a form as the tokenizer splits a text: at white space, and around signs that are no
/// part of a word.
fn split(text: &str, letters: &Letters) -> Vec<String> {
    let is_sign = |c: char| c == '-' || c == '\'' && !letters.apostrophe;
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let mut rest = word;
        while let Some(at) = rest.find(is_sign) {
            if at > 0 {
                words.push(rest[..at].to_owned());
            }
            words.push(rest[at..=at].to_owned());
            rest = &rest[at + 1..];
        }
        if !rest.is_empty() {
            words.push(rest.to_owned());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Result<Classes, PackError> {
        let mut classes = Classes::new();
        let file = PackFile { name: "xx/words.toml", text };
        read(&file, &Endings::default(), &Letters::default(), &mut classes)?;
        Ok(classes)
    }

    #[test]
    fn forms_have_their_meaning_and_their_case() {
        let classes = forms("[month]\n5 = ['May', 'травн{я,ень}']").expect("words");
        let month = &classes["month"];
        assert_eq!(
            month.iter().map(|form| form.words[0].as_str()).collect::<Vec<_>>(),
            ["may", "травня", "травнень"]
        );
        assert_eq!(month.iter().map(|form| form.capital).collect::<Vec<_>>(), [true, false, false]);
    }

    #[test]
    fn a_form_is_split_as_a_text_is() {
        let mut letters = Letters::default();
        assert_eq!(split("new year's eve", &letters), ["new", "year", "'", "s", "eve"]);
        letters.apostrophe = true;
        assert_eq!(split("п'ятниця", &letters), ["п'ятниця"]);
    }

    #[test]
    fn a_defect_names_its_line() {
        let check = |text: &str, line: usize, part: &str| {
            let error = forms(text).expect_err("a defect");
            assert_eq!(error.line, line, "{error}");
            assert!(error.message.contains(part), "{error}");
        };
        check("[month]\n\nmarch = ['x']", 3, "no meaning");
        check("[month]\n1 = ['x']\nyear = ['y']", 3, "another sort");
        check("[month]\n1 = 'x'", 2, "a list");
        check("[month]\n1 = ['a',\n 'b{c']", 3, "not closed");
        check("[month\n", 1, "");
    }
}
