//! The cases of names: what a name in an oblique case is in the nominative.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::gazetteer::fold_name;

/// So many readings of a name of several words are looked at.
const MOST: usize = 200;

/// A language's declensions, turned around: from a case's ending to those of the nominative.
///
/// A pack writes each as the ending of the nominative and behind `>` those of the other cases,
/// set apart by commas: `ів>ова,ову,овом,ові`.
#[derive(Debug, Default)]
pub struct NameCases {
    nominatives: FxHashMap<Box<str>, Vec<Box<str>>>,
    /// How many characters the longest ending has.
    longest: usize,
}

impl NameCases {
    /// From declensions as packs write them, set apart by white space.
    pub(super) fn new(declensions: &str) -> Self {
        let mut out = Self::default();
        for (nominative, cases) in
            declensions.split_whitespace().filter_map(|rule| rule.split_once('>'))
        {
            let nominative: Box<str> = fold_name(nominative).into();
            for case in cases.split(',').map(fold_name) {
                out.longest = out.longest.max(case.chars().count());
                let known = out.nominatives.entry(case.into()).or_default();
                if !known.contains(&nominative) {
                    known.push(nominative.clone());
                }
            }
        }
        out
    }

    /// What a folded name can be in the nominative: the name itself first, then every reading of
    /// its words as cases.
    pub fn bases<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = Cow<'a, str>> + 'a {
        let others = move || self.readings(folded).into_iter().skip(1).map(Cow::Owned);
        let others = (!self.nominatives.is_empty()).then(others).into_iter().flatten();
        std::iter::once(Cow::Borrowed(folded)).chain(others)
    }

    fn readings(&self, folded: &str) -> Vec<String> {
        let mut out = vec![String::new()];
        for word in folded.split(' ') {
            let readings = self.of_word(word);
            let room = MOST / out.len().max(1);
            out = readings
                .iter()
                .take(room.max(1))
                .flat_map(|reading| out.iter().map(move |start| join(start, reading)))
                .collect();
        }
        out
    }

    fn of_word(&self, word: &str) -> Vec<String> {
        let mut out = vec![word.to_owned()];
        let ends = std::iter::once(word.len()).chain(word.char_indices().rev().map(|(at, _)| at));
        for (count, end) in ends.take(self.longest + 1).enumerate() {
            let (stem, ending) = word.split_at(end);
            if count > 0 && stem.is_empty() {
                break;
            }
            let nominatives = self.nominatives.get(ending).into_iter().flatten();
            out.extend(nominatives.map(|nominative| format!("{stem}{nominative}")));
        }
        out
    }
}

fn join(start: &str, word: &str) -> String {
    if start.is_empty() { word.to_owned() } else { format!("{start} {word}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_leads_to_its_nominatives() {
        let cases = NameCases::new("ів>ова,ові >а,у,ом,і ець>ця,цю ий>ого,ому іг>огу,озі");
        let check = |name: &str, expected: &str| {
            let bases: Vec<_> = cases.bases(name).collect();
            assert_eq!(bases[0], name);
            assert!(bases.iter().any(|base| base == expected), "{name}: {bases:?}");
        };
        check("львова", "львів");
        check("херсона", "херсон");
        check("тростянця", "тростянець");
        check("кривому розі", "кривии ріг");
        check("харків", "харків");
    }

    #[test]
    fn without_declensions_a_name_is_itself() {
        let cases = NameCases::default();
        assert!(cases.bases("new york").eq(["new york"]));
    }

    #[test]
    fn a_long_name_has_few_readings() {
        let cases = NameCases::new(">а,у,ом,і а>и,і,у,ою и>,ам,ами,ах");
        assert!(cases.bases(&["херсону"; 20].join(" ")).count() <= MOST);
    }
}
