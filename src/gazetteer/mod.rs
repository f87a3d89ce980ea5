//! Places: names in several scripts to coordinates.
//!
//! The data lies in the binary as it was built (`assets/gazetteer/build.py`): nothing is read,
//! unpacked or sorted at the start. It answers what a name can stand for; whether the name
//! stands for a place in a text is for `extract` to judge.

mod name;
mod recent;
mod record;

use std::sync::OnceLock;

use fst::Map;
use rustc_hash::FxHashMap;

use crate::event::PlaceKind;

pub use name::fold_name;
pub use record::Entry;

use record::Records;

static NAMES: &[u8] = include_bytes!("../../assets/gazetteer/names.fst");
static RECORDS: &[u8] = include_bytes!("../../assets/gazetteer/records.bin");

/// Values of the automaton from here on name a group of places, not one place.
const GROUP: u64 = 1 << 24;

/// Every place that the program knows, by any of its names.
#[derive(Debug)]
pub struct Gazetteer {
    names: Option<Map<&'static [u8]>>,
    records: Records,
    /// Today's countries by code.
    countries: FxHashMap<[u8; 2], Entry>,
}

impl Gazetteer {
    /// The gazetteer that is built into the program.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
        GAZETTEER.get_or_init(|| {
            let records = Records::new(RECORDS);
            // Today's countries are the first records.
            let countries = (0..)
                .map_while(|number| records.entry(number))
                .take_while(|entry| entry.kind == PlaceKind::Country)
                .filter_map(|entry| Some((entry.country?.as_bytes().try_into().ok()?, entry)))
                .collect();
            Self { names: Map::new(NAMES).ok(), records, countries }
        })
    }

    /// The places that a name can stand for, the likeliest first, one for each country; empty if
    /// the name is not known. Case, diacritics, apostrophes and hyphens make no difference.
    #[must_use]
    pub fn lookup(&self, name: &str) -> Vec<Entry> {
        self.lookup_folded(&fold_name(name))
    }

    /// [`lookup`](Self::lookup) for a name that [`fold_name`] has folded already.
    #[must_use]
    pub fn lookup_folded(&self, folded: &str) -> Vec<Entry> {
        let Some(names) = &self.names else { return Vec::new() };
        let Some(value) = recent::look_up(folded, |name| names.get(name)) else {
            return Vec::new();
        };
        if value >= GROUP {
            return self.records.group((value - GROUP) as usize);
        }
        self.records.entry(value as usize).into_iter().collect()
    }

    /// The country with this code (ISO 3166-1 alpha-2).
    #[must_use]
    pub fn country(&self, code: [u8; 2]) -> Option<Entry> {
        self.countries.get(&code).copied()
    }

    /// How many names lead to a place.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.as_ref().map_or(0, Map::len)
    }

    /// Whether no name is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(name: &str) -> Entry {
        *Gazetteer::embedded().lookup(name).first().unwrap_or_else(|| panic!("{name} is unknown"))
    }

    #[test]
    fn names_in_several_scripts_are_one_place() {
        let check = |names: &[&str], expected: &str, country: &str| {
            for name in names {
                let entry = first(name);
                assert_eq!(entry.name, expected, "{name}");
                assert_eq!(entry.country, Some(country), "{name}");
            }
        };
        check(&["Kyiv", "Kiev", "Київ", "Киев", "KYIV", "Κίεβο"], "Kyiv", "UA");
        check(&["Kharkiv", "Kharkov", "Харків"], "Kharkiv", "UA");
        check(&["Bakhmut", "Artemivsk"], "Bakhmut", "UA");
        check(&["Brussels", "Bruxelles", "Brüssel"], "Brussels", "BE");
        check(&["Kupiansk-Vuzlovyi"], "Kupiansk-Vuzlovyi", "UA");
    }

    #[test]
    fn the_best_known_bearer_of_a_name_comes_first() {
        let check = |name: &str, kind, country| {
            let entry = first(name);
            assert_eq!((entry.kind, entry.country), (kind, country), "{name}");
        };
        check("Ukraine", PlaceKind::Country, Some("UA"));
        check("Poland", PlaceKind::Country, Some("PL"));
        check("Paris", PlaceKind::City, Some("FR"));
        check("Texas", PlaceKind::Region, Some("US"));
        check("Washington", PlaceKind::City, Some("US"));
        check("Black Sea", PlaceKind::Water, None);
        check("Crimea", PlaceKind::Region, None);
        check("Sumy Oblast", PlaceKind::Region, Some("UA"));
    }

    #[test]
    fn coordinates_are_good_to_a_kilometre() {
        let kyiv = first("Kyiv").coordinates;
        assert!((kyiv.latitude - 50.4547).abs() < 0.01 && (kyiv.longitude - 30.5238).abs() < 0.01);
    }

    #[test]
    fn a_shared_name_gives_every_country_that_has_it() {
        let countries: Vec<_> =
            Gazetteer::embedded().lookup("Tripoli").iter().filter_map(|e| e.country).collect();
        assert!(countries.contains(&"LY") && countries.contains(&"LB"), "{countries:?}");
    }

    #[test]
    fn a_code_gives_its_country() {
        let name = |code: &[u8; 2]| Gazetteer::embedded().country(*code).map(|entry| entry.name);
        assert_eq!(name(b"UA"), Some("Ukraine"));
        assert_eq!(name(b"XX"), None);
    }

    #[test]
    fn an_unknown_name_has_no_place() {
        assert!(Gazetteer::embedded().lookup("Nowhereville-upon-Void").is_empty());
        assert!(Gazetteer::embedded().lookup("").is_empty());
    }
}
