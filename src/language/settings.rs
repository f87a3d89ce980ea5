//! What a pack says of its language as a whole.

use toml::Spanned;
use toml::de::DeValue;

use super::PackError;
use super::source::PackFile;

/// The order of the numbers in a date like 05/03/2022 where nothing else decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumericOrder {
    /// 5 March.
    #[default]
    DayMonth,
    /// 3 May.
    MonthDay,
}

/// A language as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What the language is called, in English.
    pub name: String,
    /// Its code in ISO 639-3, as detection knows it.
    pub iso639_3: String,
    /// The order of numeric dates that most of its writers use.
    pub numeric_order: NumericOrder,
    /// How its verbs tell the tense.
    pub verbs: Verbs,
    /// What counts as a letter of its words.
    pub letters: Letters,
    /// Whether a full stop before three digits groups thousands.
    pub grouping_stop: bool,
    /// Whether a full stop behind a number of one or two digits makes it an ordinal.
    pub ordinal_stop: bool,
    /// How writers without some letters spell them: "ä" as "ae".
    pub respellings: Vec<(String, String)>,
    /// Words in lower case that stand in nearly every sentence of the language and of no other
    /// that has a pack: by them a paragraph is known without a closer look.
    pub common_words: Vec<String>,
    /// Whether its pack reads what no language is detected in.
    pub fallback: bool,
}

/// How the verbs of a language tell the tense, beside the words that are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verbs {
    /// Endings that mark a verb of the past.
    pub past_endings: Vec<String>,
    /// Endings that mark a verb of the future.
    pub future_endings: Vec<String>,
    /// Endings of participles of the past directly before a time: "ухвалений у грудні".
    pub done_before: Vec<String>,
    /// The same directly behind it, before a noun: "im Dezember beschlossene Gesetz".
    pub done_after: Vec<String>,
    /// Whether the verb that tells the tense comes last in a subordinate clause.
    pub finite_last: bool,
    /// Endings of infinitives that no word before them marks: "піти".
    pub infinitive_endings: Vec<String>,
    /// Endings of participles that close a clause before the verb that makes a perfect of them:
    /// "soll ein Haus angezündet haben".
    pub participle_endings: Vec<String>,
}

/// Which signs are letters to a language, and how they are written by mistake.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// Whether an apostrophe between letters is one of them. Each of its signs (`'`, `’`, `ʼ`,
    /// and a grave accent) is then read as `'`.
    pub apostrophe: bool,
    /// Latin letters, in lower case, that pass for letters of the language's own script: within a
    /// word of that script each is read as the letter it stands for.
    pub lookalikes: Vec<(char, char)>,
    /// Letters that scanned texts have for digits: `l` and 1.
    pub for_digits: Vec<(u8, u8)>,
}

impl Letters {
    /// What a letter of a word of the language's own script is read as.
    #[must_use]
    pub fn meant(&self, letter: char) -> char {
        let known = self.lookalikes.iter().find(|(shape, _)| *shape == letter);
        known.map_or(letter, |&(_, meant)| meant)
    }

    /// The digit that a byte is, or passes for.
    #[must_use]
    pub fn digit(&self, byte: u8) -> Option<u8> {
        if byte.is_ascii_digit() {
            return Some(byte);
        }
        self.for_digits.iter().find(|(shape, _)| *shape == byte).map(|&(_, digit)| digit)
    }
}

impl Settings {
    pub(crate) fn read(file: &PackFile<'_>) -> Result<Self, PackError> {
        let mut settings = Self::default();
        for (key, value) in &file.parse()? {
            match key.get_ref().as_ref() {
                "name" => file.string(value)?.clone_into(&mut settings.name),
                "iso639-3" => file.string(value)?.clone_into(&mut settings.iso639_3),
                "numeric-order" => {
                    settings.numeric_order = match file.string(value)? {
                        "day-month" => NumericOrder::DayMonth,
                        "month-day" => NumericOrder::MonthDay,
                        other => {
                            let message = format!("'{other}' is neither day-month nor month-day");
                            return Err(file.error(value.span(), message));
                        }
                    }
                }
                "common-words" => {
                    for (words, _) in file.strings(value)? {
                        settings.common_words.extend(words.split_whitespace().map(str::to_owned));
                    }
                }
                "undetected" => {
                    settings.fallback = match file.string(value)? {
                        "read" => true,
                        "leave" => false,
                        other => {
                            let message = format!("'{other}' is neither read nor leave");
                            return Err(file.error(value.span(), message));
                        }
                    }
                }
                "past-endings" => settings.verbs.past_endings = texts(file, value)?,
                "future-endings" => settings.verbs.future_endings = texts(file, value)?,
                "done-before" => settings.verbs.done_before = texts(file, value)?,
                "finite-last" => settings.verbs.finite_last = file.boolean(value)?,
                "infinitive-endings" => settings.verbs.infinitive_endings = texts(file, value)?,
                "participle-endings" => settings.verbs.participle_endings = texts(file, value)?,
                "done-after" => settings.verbs.done_after = texts(file, value)?,
                "apostrophe-letter" => settings.letters.apostrophe = file.boolean(value)?,
                "lookalikes" => {
                    for (pair, at) in file.strings(value)? {
                        let mut letters = pair.chars();
                        let (Some(shape @ 'a'..='z'), Some(meant), None) =
                            (letters.next(), letters.next(), letters.next())
                        else {
                            let message =
                                format!("'{pair}' is not a letter a-z and the one that it means");
                            return Err(file.error(at, message));
                        };
                        settings.letters.lookalikes.push((shape, meant));
                    }
                }
                "digit-lookalikes" => {
                    for (pair, at) in file.strings(value)? {
                        let [shape @ (b'a'..=b'z' | b'A'..=b'Z'), digit @ b'0'..=b'9'] =
                            pair.as_bytes()
                        else {
                            let message = format!("'{pair}' is not a letter and a digit");
                            return Err(file.error(at, message));
                        };
                        settings.letters.for_digits.push((*shape, *digit));
                    }
                }
                "grouping-stop" => settings.grouping_stop = file.boolean(value)?,
                "ordinal-stop" => settings.ordinal_stop = file.boolean(value)?,
                "respellings" => {
                    for (text, at) in file.strings(value)? {
                        let (letter, spelled) = text.split_once('=').ok_or_else(|| {
                            file.error(at, "a respelling is written 'letter=letters'")
                        })?;
                        settings.respellings.push((letter.to_owned(), spelled.to_owned()));
                    }
                }
                other => {
                    let message = format!("a language has no '{other}'");
                    return Err(file.error(key.span(), message));
                }
            }
        }
        Ok(settings)
    }
}

fn texts(file: &PackFile<'_>, value: &Spanned<DeValue<'_>>) -> Result<Vec<String>, PackError> {
    Ok(file.strings(value)?.iter().map(|(text, _)| (*text).to_owned()).collect())
}
