//! Written words that are read as several: "Donnerstagabend" is a weekday and a part of day.
//!
//! ```toml
//! [parts]
//! number = "<small-number> und <tens> | <small-number>"   # as in the pattern files
//!
//! [[compound]]
//! join = "<weekday> s? <part>"        # Donnerstagabend, Montagsabend
//! [[compound]]
//! join = "@number <unit-adjective>"   # zweitägig, vierundzwanzigstündig
//! ```
//!
//! A rule names classes of words; each way through it that picks one word of each class is one
//! written word. The tokenizer emits such a word as its parts, without white space between them,
//! so that one pattern reads "Donnerstag Abend" and "Donnerstagabend"; no expression starts or
//! ends between two parts. Letters of the rule itself belong to the part before them. A word that
//! a class lists as it stands is not taken apart.
//!
//! The forms are spelled out once, when the pack is compiled: reading a text costs the one lookup
//! that it costs without compounds.

use std::collections::BTreeMap;
use std::ops::Range;

use super::PackError;
use super::source::PackFile;
use super::syntax::{self, Node};
use super::words::Classes;

/// How many forms the rules of a pack may have.
const MOST: usize = 100_000;
/// How deep parts may stand in parts.
const MAX_DEPTH: usize = 12;

/// One part of a compound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The word that it is read as.
    pub(crate) word: String,
    /// Its letters in the compound, with those that link it to the next part.
    pub(crate) letters: String,
}

/// The compounds of a pack: each as its parts, two or more.
pub(crate) type Compounds = Vec<Vec<Piece>>;

/// The rules of a pack's compound files.
#[derive(Debug, Default)]
pub(crate) struct CompoundFiles {
    parts: BTreeMap<String, Node>,
    rules: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    join: Node,
    file: String,
    line: usize,
}

impl CompoundFiles {
    /// Adds one file.
    pub(crate) fn read(&mut self, file: &PackFile<'_>) -> Result<(), PackError> {
        for (key, value) in &file.parse()? {
            match key.get_ref().as_ref() {
                "parts" => {
                    for (name, value) in file.table(value)? {
                        let node = parse(file, file.string(value)?, value.span())?;
                        self.parts.insert(name.get_ref().to_string(), node);
                    }
                }
                "compound" => {
                    for (table, at) in file.tables(value)? {
                        for (key, value) in table {
                            if key.get_ref().as_ref() != "join" {
                                let message = format!("a compound has no '{}'", key.get_ref());
                                return Err(file.error(key.span(), message));
                            }
                            let join = parse(file, file.string(value)?, value.span())?;
                            let line = file.line(&at);
                            self.rules.push(Rule { join, file: file.name.to_owned(), line });
                        }
                    }
                }
                other => {
                    let message = format!("'{other}' is neither [parts] nor [[compound]]");
                    return Err(file.error(key.span(), message));
                }
            }
        }
        Ok(())
    }

    /// Spells every rule out over the words of the classes.
    pub(crate) fn spell(&self, classes: &Classes) -> Result<Compounds, PackError> {
        let mut all = Compounds::new();
        let speller = Speller { parts: &self.parts, classes };
        for rule in &self.rules {
            let at = |message| PackError { file: rule.file.clone(), line: rule.line, message };
            let forms = speller.forms(&rule.join, 0).map_err(at)?;
            for form in forms {
                all.extend(pieces(&form).map_err(at)?);
            }
            if all.len() > MOST {
                return Err(at(format!("more than {MOST} compounds")));
            }
        }
        Ok(all)
    }
}

fn parse(file: &PackFile<'_>, text: &str, at: Range<usize>) -> Result<Node, PackError> {
    syntax::parse(text).map_err(|message| file.error(at, message))
}

/// One way through a rule: words, and letters that only link.
type Way = Vec<Link>;

#[derive(Clone, Debug)]
enum Link {
    Word(String),
    Letters(String),
}

struct Speller<'a> {
    parts: &'a BTreeMap<String, Node>,
    classes: &'a Classes,
}

impl Speller<'_> {
    fn forms(&self, node: &Node, depth: usize) -> Result<Vec<Way>, String> {
        if depth > MAX_DEPTH {
            return Err("its parts contain each other without end".to_owned());
        }
        match node {
            Node::Sequence(items) => {
                let mut ways = vec![Way::new()];
                for item in items {
                    let next = self.forms(item, depth)?;
                    if ways.len().saturating_mul(next.len()) > MOST {
                        return Err(format!("more than {MOST} compounds"));
                    }
                    ways = ways
                        .iter()
                        .flat_map(|way| next.iter().map(|more| [&way[..], more].concat()))
                        .collect();
                }
                Ok(ways)
            }
            Node::Choice(branches) => {
                let mut ways = Vec::new();
                for branch in branches {
                    ways.extend(self.forms(branch, depth)?);
                }
                Ok(ways)
            }
            Node::Optional(inner) => {
                let mut ways = self.forms(inner, depth)?;
                ways.push(Way::new());
                Ok(ways)
            }
            Node::Word(letters) => Ok(vec![vec![Link::Letters(letters.clone())]]),
            Node::Part(name) => {
                let part =
                    self.parts.get(name).ok_or_else(|| format!("there is no part '@{name}'"))?;
                self.forms(part, depth + 1)
            }
            Node::Class(name) => {
                let forms =
                    self.classes.get(name).ok_or_else(|| format!("there is no class <{name}>"))?;
                let single = forms.iter().filter_map(|form| match &form.words[..] {
                    [word] if word.chars().all(|c| c.is_alphabetic() || c == '\'') => Some(word),
                    _ => None,
                });
                Ok(single.map(|word| vec![Link::Word(word.clone())]).collect())
            }
            _ => Err("a compound is made of classes, letters and parts alone".to_owned()),
        }
    }
}

/// The parts of one way through a rule; `None` for a single word, which is no compound.
fn pieces(way: &[Link]) -> Result<Option<Vec<Piece>>, String> {
    let mut pieces: Vec<Piece> = Vec::new();
    for link in way {
        match link {
            Link::Word(word) => pieces.push(Piece { word: word.clone(), letters: word.clone() }),
            Link::Letters(letters) => match pieces.last_mut() {
                Some(piece) => piece.letters.push_str(letters),
                None => return Err("a compound starts with a class".to_owned()),
            },
        }
    }
    Ok((pieces.len() > 1).then_some(pieces))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Letters;
    use crate::language::spelling::Endings;
    use crate::language::words;

    const WORDS: &str = "[number]\n2 = ['zwei']\n20 = ['zwanzig']\n[day]\nday = ['tägig{,e}']";

    fn spelled(rules: &str) -> Result<Vec<String>, PackError> {
        let mut classes = Classes::new();
        let file = PackFile { name: "xx/words.toml", text: WORDS };
        words::read(&file, &Endings::default(), &Letters::default(), &mut classes)?;
        let mut files = CompoundFiles::default();
        files.read(&PackFile { name: "xx/compounds.toml", text: rules })?;
        let form = |pieces: &Vec<Piece>| {
            let letters: Vec<&str> = pieces.iter().map(|piece| piece.letters.as_str()).collect();
            letters.join("+")
        };
        Ok(files.spell(&classes)?.iter().map(form).collect())
    }

    #[test]
    fn a_rule_is_spelled_out() {
        let rules =
            "[parts]\nnumber = 'zwei'\n[[compound]]\njoin = '<number> (und <number>)? <day>'";
        let found = spelled(rules).expect("compounds");
        assert_eq!(found.len(), 12);
        assert!(found.contains(&"zweiund+zwanzig+tägige".to_owned()), "{found:?}");
        assert!(found.contains(&"zwanzig+tägig".to_owned()), "{found:?}");
    }

    #[test]
    fn a_defect_names_its_line() {
        let check = |text: &str, line: usize, part: &str| {
            let error = spelled(text).expect_err("a defect");
            assert_eq!(error.line, line, "{error}");
            assert!(error.message.contains(part), "{error}");
        };
        check("[[compound]]\njoin = '<none> <day>'", 1, "no class");
        check("\n[[compound]]\njoin = 'x <day>'", 2, "starts with");
        check("[[compound]]\njoin = '<1..9> <day>'", 1, "classes, letters");
        check("[[compound]]\njoin = '(<day>'", 2, "not closed");
        check("[[compound]]\nfind = '<day>'", 2, "no 'find'");
        check("[other]", 1, "neither");
        check("[parts]\na = '@a'\n[[compound]]\njoin = '@a <day>'", 3, "without end");
    }
}
