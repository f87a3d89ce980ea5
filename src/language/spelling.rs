//! Braces in the forms of words: one line for all the endings of a word.
//!
//! ```toml
//! # endings.toml: endings that many words share, by name
//! adjective = ["ий", "ого", "ому", "им"]
//! ```
//!
//! `soldier{,s}` is `soldier` and `soldiers`. `{@adjective}` stands for each of the endings of
//! that name, which may be mixed with others (`{@adjective,о}`) and may have braces of their own;
//! several braces in a form are combined in every way.

use std::collections::BTreeMap;

use super::PackError;
use super::source::PackFile;

/// Endings that the words of a pack share, by name.
#[derive(Debug, Default)]
pub(crate) struct Endings(BTreeMap<String, Vec<String>>);

/// How deep endings may stand in endings.
const MAX_DEPTH: usize = 4;

impl Endings {
    /// Adds the endings of a file.
    ///
    /// # Errors
    /// What is no list of texts, with its line.
    pub(crate) fn read(&mut self, file: &PackFile<'_>) -> Result<(), PackError> {
        for (name, list) in &file.parse()? {
            let endings = file.strings(list)?.iter().map(|(text, _)| (*text).to_owned()).collect();
            self.0.insert(name.get_ref().to_string(), endings);
        }
        Ok(())
    }

    /// Every spelling of a form.
    ///
    /// # Errors
    /// What is wrong with its braces, in words.
    pub(crate) fn spellings(&self, form: &str) -> Result<Vec<String>, String> {
        if form.trim().is_empty() {
            return Err("a form is empty".to_owned());
        }
        self.expand(form, 0)
    }

    fn expand(&self, text: &str, depth: usize) -> Result<Vec<String>, String> {
        if depth > MAX_DEPTH {
            return Err("its endings contain each other without end".to_owned());
        }
        let Some((head, rest)) = text.split_once('{') else { return Ok(vec![text.to_owned()]) };
        let (endings, tail) = rest.split_once('}').ok_or("a '{' is not closed")?;
        let tails = self.expand(tail, depth)?;
        let mut all = Vec::new();
        for ending in endings.split(',') {
            for ending in self.ending(ending, depth)? {
                all.extend(tails.iter().map(|tail| format!("{head}{ending}{tail}")));
            }
        }
        Ok(all)
    }

    /// One item of a brace: an ending as it stands, or those of a name.
    fn ending(&self, item: &str, depth: usize) -> Result<Vec<String>, String> {
        let Some(name) = item.trim().strip_prefix('@') else { return Ok(vec![item.to_owned()]) };
        let shared = self.0.get(name).ok_or_else(|| format!("there are no endings '@{name}'"))?;
        let mut all = Vec::new();
        for ending in shared {
            all.extend(self.expand(ending, depth + 1)?);
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn endings() -> Endings {
        let text = "soft = ['ій', 'ього']\nboth = ['о', '{@soft}']\nround = ['{@round}']";
        let mut endings = Endings::default();
        endings.read(&PackFile { name: "xx/endings.toml", text }).expect("endings");
        endings
    }

    #[test]
    fn braces_stand_for_every_ending() {
        let check = |form: &str, expected: &[&str]| {
            assert_eq!(endings().spellings(form).expect("spellings"), expected, "{form}");
        };
        check("tank", &["tank"]);
        check("soldier{,s}", &["soldier", "soldiers"]);
        check("{a,b}x{c,d}", &["axc", "axd", "bxc", "bxd"]);
        check("трет{@soft}", &["третій", "третього"]);
        check("трет{@soft,я} день", &["третій день", "третього день", "третя день"]);
        check("ранн{@both}", &["ранно", "ранній", "раннього"]);
    }

    #[test]
    fn what_is_wrong_is_said() {
        let check = |form: &str, part: &str| {
            let message = endings().spellings(form).expect_err("no form");
            assert!(message.contains(part), "{form}: {message}");
        };
        check("", "empty");
        check("a{b", "not closed");
        check("a{@hard}", "no endings '@hard'");
        check("a{@round}", "without end");
    }
}
