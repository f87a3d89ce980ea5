//! What a pack says of its language as a whole.

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
    /// Endings that mark a verb of the past.
    pub past_endings: Vec<String>,
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
                "past-endings" => {
                    let endings = file.strings(value)?;
                    settings.past_endings =
                        endings.iter().map(|(text, _)| (*text).to_owned()).collect();
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
