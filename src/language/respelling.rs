//! How the words of a pack are written: compounds, and letters that some writers lack.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Settings;
use super::compounds::{Compounds, Piece};
use super::lexicon::Part;

/// What a pack says of how its words are written, beside the words themselves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spelling<'a> {
    pub(crate) compounds: &'a Compounds,
    pub(crate) settings: &'a Settings,
}

impl Spelling<'_> {
    /// The words of a pack in their other spellings, each with the number of the word in `listed`,
    /// and its compounds in all spellings; a word that is listed itself is neither.
    #[expect(clippy::type_complexity, reason = "two lists of pairs")]
    pub(crate) fn spell(self, listed: &[&str]) -> (Vec<(String, u32)>, Vec<(String, Box<[Part]>)>) {
        let numbers: FxHashMap<&str, u32> =
            listed.iter().enumerate().map(|(number, &text)| (text, number as u32)).collect();
        let mut known: FxHashSet<String> = listed.iter().map(|&text| text.to_owned()).collect();
        let mut respelled = Vec::new();
        for (number, text) in listed.iter().enumerate() {
            for spelled in self.respelled(text) {
                if known.insert(spelled.clone()) {
                    respelled.push((spelled, number as u32));
                }
            }
        }
        let mut compounds = Vec::new();
        for pieces in self.compounds {
            let entries: Option<Vec<u32>> =
                pieces.iter().map(|piece| numbers.get(piece.word.as_str()).copied()).collect();
            let Some(entries) = entries else { continue };
            for letters in self.of_parts(pieces) {
                let text = letters.concat();
                if known.insert(text.clone()) {
                    let part = |(&entry, letters): (&u32, &String)| Part {
                        entry,
                        chars: letters.chars().count() as u32,
                    };
                    compounds.push((text, entries.iter().zip(&letters).map(part).collect()));
                }
            }
        }
        (respelled, compounds)
    }

    /// The spellings of `text` by writers who lack some or all of the letters that it has.
    fn respelled(self, text: &str) -> Vec<String> {
        let rules = &self.settings.respellings;
        if !rules.iter().any(|(letter, _)| text.contains(letter.as_str())) {
            return Vec::new();
        }
        let one = rules.iter().map(|(letter, spelled)| text.replace(letter.as_str(), spelled));
        let all = one.chain([self.everywhere(text)]);
        let mut spellings: Vec<String> = all.filter(|spelled| spelled != text).collect();
        spellings.sort_unstable();
        spellings.dedup();
        spellings
    }

    /// The letters of each part of a compound, as they are and with every letter respelled.
    fn of_parts(self, pieces: &[Piece]) -> Vec<Vec<String>> {
        let plain: Vec<String> = pieces.iter().map(|piece| piece.letters.clone()).collect();
        let respelled: Vec<String> = plain.iter().map(|letters| self.everywhere(letters)).collect();
        if respelled == plain { vec![plain] } else { vec![plain, respelled] }
    }

    fn everywhere(self, text: &str) -> String {
        let replace = |text: String, (letter, spelled): &(String, String)| {
            text.replace(letter.as_str(), spelled)
        };
        self.settings.respellings.iter().fold(text.to_owned(), replace)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_a_writer_lacks_are_spelled_otherwise() {
        let settings = Settings {
            respellings: vec![("ä".into(), "ae".into()), ("ß".into(), "ss".into())],
            ..Settings::default()
        };
        let compounds = Compounds::new();
        let spelling = Spelling { compounds: &compounds, settings: &settings };
        assert_eq!(spelling.respelled("märz"), ["maerz"]);
        assert_eq!(
            spelling.respelled("dreißigjährig"),
            ["dreissigjaehrig", "dreissigjährig", "dreißigjaehrig"]
        );
        assert!(spelling.respelled("mai").is_empty());
    }
}
