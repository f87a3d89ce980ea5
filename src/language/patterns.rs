//! The pattern files of a pack.
//!
//! ```toml
//! [parts]
//! count = "<digits> | <number>"          # named pieces; other patterns use them as @count
//!
//! [[pattern]]
//! name = "units ago"
//! find = "{amount:@count} {unit} ago {direction=-1}"
//! gives = "shift"                        # see `Gives`
//! type = "DATE"                          # a TIMEX3 type other than the one that follows
//! not-after = "the"                      # guards: what must or must not stand
//! only-before = "of"                     # directly before or behind the match
//! tense = "future"                       # only where the sentence speaks of the past, the
//!                                        # future, or neither (untold)
//! in = "narrative"                       # only in texts that tell a story, only in `news`, or `early`
//! aside = true                           # it names a thing by its time ("the 1848 election")
//! ```

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::source::PackFile;
use super::syntax::{self, Node};
use super::{Gives, PackError, Setting, Texts};
use crate::time::TimexType;

/// A pattern as its file states it.
#[derive(Debug)]
pub(crate) struct PatternSource {
    pub(crate) name: String,
    pub(crate) find: Node,
    pub(crate) gives: Gives,
    pub(crate) kind: Option<TimexType>,
    /// The tense that the sentence must have: -1 past, 0 neither, 1 future.
    pub(crate) tense: Option<i8>,
    /// The kind of text in which alone it counts.
    pub(crate) texts: Option<Texts>,
    /// Whether the time only tells which thing is meant.
    pub(crate) aside: bool,
    /// In the order of [`GUARDS`].
    pub(crate) guards: [Option<Node>; 4],
    /// Where it stands, to report what is found wrong later.
    pub(crate) file: String,
    pub(crate) line: usize,
}

/// The keys of the guards: before the match and behind it, demanded and forbidden.
pub(crate) const GUARDS: [&str; 4] = ["only-after", "not-after", "only-before", "not-before"];

/// The patterns of a pack, and the parts that they are made of.
#[derive(Debug, Default)]
pub(crate) struct PatternFiles {
    pub(crate) parts: BTreeMap<String, Node>,
    pub(crate) patterns: Vec<PatternSource>,
}

impl PatternFiles {
    /// Adds one file.
    pub(crate) fn read(&mut self, file: &PackFile<'_>) -> Result<(), PackError> {
        for (key, value) in &file.parse()? {
            match key.get_ref().as_ref() {
                "parts" => self.read_parts(file, file.table(value)?)?,
                "pattern" => {
                    for (table, at) in file.tables(value)? {
                        self.patterns.push(read_pattern(file, table, at)?);
                    }
                }
                other => {
                    let message = format!("'{other}' is neither [parts] nor [[pattern]]");
                    return Err(file.error(key.span(), message));
                }
            }
        }
        Ok(())
    }

    fn read_parts(&mut self, file: &PackFile<'_>, table: &DeTable<'_>) -> Result<(), PackError> {
        for (name, value) in table {
            self.parts.insert(name.get_ref().to_string(), node(file, value)?);
        }
        Ok(())
    }
}

fn node(file: &PackFile<'_>, value: &Spanned<DeValue<'_>>) -> Result<Node, PackError> {
    let text = file.string(value)?;
    syntax::parse(text).map_err(|message| file.error(value.span(), message))
}

fn read_pattern(
    file: &PackFile<'_>,
    table: &DeTable<'_>,
    at: Range<usize>,
) -> Result<PatternSource, PackError> {
    let (mut name, mut find, mut gives, mut kind) = (None, None, None, None);
    let (mut tense, mut texts, mut aside) = (None, None, false);
    let mut guards = [None, None, None, None];
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "name" => name = Some(file.string(value)?.to_owned()),
            "find" => find = Some(node(file, value)?),
            "gives" => {
                let text = file.string(value)?;
                let message = format!("'{text}' is nothing that a pattern can give");
                let known =
                    Gives::from_name(text).ok_or_else(|| file.error(value.span(), message))?;
                gives = Some(known);
            }
            "type" => kind = Some(timex_type(file, value)?),
            "tense" => {
                tense = match file.string(value)? {
                    "past" => Some(-1),
                    "untold" => Some(0),
                    "future" => Some(1),
                    other => {
                        let message = format!("'{other}' is none of past, future, untold");
                        return Err(file.error(value.span(), message));
                    }
                }
            }
            "in" => {
                texts = match file.string(value)? {
                    "narrative" => Some(Texts::Of(Setting::Narrative)),
                    "news" => Some(Texts::Of(Setting::News)),
                    "chronicle" => Some(Texts::Chronicle),
                    "early" => Some(Texts::Early),
                    "first-century" => Some(Texts::FirstCentury),
                    "log" => Some(Texts::Log),
                    other => {
                        let message = format!(
                            "'{other}' is none of narrative, news, chronicle, early, first-century, log"
                        );
                        return Err(file.error(value.span(), message));
                    }
                }
            }
            "aside" => aside = file.boolean(value)?,
            guard => {
                let Some(index) = GUARDS.iter().position(|known| *known == guard) else {
                    let message = format!("a pattern has no key '{guard}'");
                    return Err(file.error(key.span(), message));
                };
                guards[index] = Some(node(file, value)?);
            }
        }
    }
    let missing = |key: &str| file.error(at.clone(), format!("this pattern has no '{key}'"));
    Ok(PatternSource {
        name: name.ok_or_else(|| missing("name"))?,
        find: find.ok_or_else(|| missing("find"))?,
        gives: gives.ok_or_else(|| missing("gives"))?,
        kind,
        tense,
        texts,
        aside,
        guards,
        file: file.name.to_owned(),
        line: file.line(&at),
    })
}

fn timex_type(file: &PackFile<'_>, value: &Spanned<DeValue<'_>>) -> Result<TimexType, PackError> {
    match file.string(value)? {
        "DATE" => Ok(TimexType::Date),
        "TIME" => Ok(TimexType::Time),
        "DURATION" => Ok(TimexType::Duration),
        "SET" => Ok(TimexType::Set),
        other => Err(file.error(value.span(), format!("'{other}' is no type of TIMEX3"))),
    }
}
