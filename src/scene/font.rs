//! The fonts that the program brings, and the width of text in them.

use std::sync::LazyLock;

use super::Weight;

/// A font file that is built into the program: Inter, under the SIL Open Font License.
#[derive(Clone, Copy, Debug)]
pub struct Font {
    /// The family's name inside the file.
    pub family: &'static str,
    /// How heavy it is.
    pub weight: Weight,
    /// The OpenType file.
    pub data: &'static [u8],
}

impl Font {
    /// The font of a weight.
    #[must_use]
    pub const fn of(weight: Weight) -> Self {
        let data: &'static [u8] = match weight {
            Weight::Regular => include_bytes!("../../assets/fonts/Inter-Regular.otf"),
            Weight::Medium => include_bytes!("../../assets/fonts/Inter-Medium.otf"),
            Weight::SemiBold => include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
        };
        Self { family: "Inter", weight, data }
    }

    /// Whether the fonts have a glyph for a letter.
    #[must_use]
    pub fn covers(letter: char) -> bool {
        let covered = &ADVANCES[Weight::Regular as usize].covered;
        covered.get(letter as usize).copied().unwrap_or(false)
    }
}

/// The width in pixels of one line of text, from the advances of the fonts that the program
/// brings. Kerning is left out: it narrows a line by a few thousandths. Letters that the fonts
/// lack are taken to be as wide as they usually are.
#[must_use]
pub fn measure(text: &str, size_px: f32, weight: Weight) -> f32 {
    let advances = &ADVANCES[weight as usize];
    let em: f32 = text.chars().map(|letter| advances.of(letter)).sum();
    em * size_px
}

/// Letters below this have their advance in a table: Latin, Greek, Cyrillic, punctuation.
const TABLED: usize = 0x2200;
/// What an ideograph takes, in em.
const FULL_WIDTH_EM: f32 = 1.0;
/// What a letter of an unknown alphabet takes, in em.
const UNKNOWN_EM: f32 = 0.62;
/// Where the scripts with square letters start: Hangul Jamo aside, CJK radicals.
const FIRST_FULL_WIDTH: u32 = 0x2E80;

struct Advances {
    tabled_em: Vec<f32>,
    covered: Vec<bool>,
}

impl Advances {
    fn read(font: Font) -> Self {
        let face = ttf_parser::Face::parse(font.data, 0).ok();
        let advance = |code: usize| {
            let letter = char::from_u32(code as u32)?;
            let face = face.as_ref()?;
            let units = face.glyph_hor_advance(face.glyph_index(letter)?)?;
            Some(f32::from(units) / f32::from(face.units_per_em()))
        };
        let advances: Vec<Option<f32>> = (0..TABLED).map(advance).collect();
        Self {
            tabled_em: advances.iter().map(|em| em.unwrap_or(UNKNOWN_EM)).collect(),
            covered: advances.iter().map(Option::is_some).collect(),
        }
    }

    fn of(&self, letter: char) -> f32 {
        match self.tabled_em.get(letter as usize) {
            Some(&em) => em,
            None if letter as u32 >= FIRST_FULL_WIDTH => FULL_WIDTH_EM,
            None => UNKNOWN_EM,
        }
    }
}

static ADVANCES: LazyLock<[Advances; 3]> =
    LazyLock::new(|| Weight::ALL.map(|weight| Advances::read(Font::of(weight))));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font_files() {
        let check = |text: &str, weight, expected: f32| {
            let width = measure(text, 100.0, weight);
            assert!((width - expected).abs() < 0.5, "{text} {weight:?}: {width}");
        };
        check("", Weight::Regular, 0.0);
        check("…", Weight::Regular, 82.1);
        check("Kyiv", Weight::Regular, 200.3);
        assert!(measure("Kyiv", 13.0, Weight::SemiBold) > measure("Kyiv", 13.0, Weight::Regular));
        assert!(measure("iiii", 13.0, Weight::Regular) < measure("MMMM", 13.0, Weight::Regular));
    }

    #[test]
    fn the_fonts_cover_latin_greek_and_cyrillic() {
        for weight in Weight::ALL {
            let face = ttf_parser::Face::parse(Font::of(weight).data, 0).expect("a font");
            for letter in "Aéßłžğőñ ЖєїґЩЫ Ωάϊ ×–—…•“„’°±→←".chars()
            {
                assert!(face.glyph_index(letter).is_some(), "{weight:?} lacks {letter}");
            }
        }
    }

    #[test]
    fn the_middle_of_the_line_is_the_middle_of_the_capitals() {
        let face = ttf_parser::Face::parse(Font::of(Weight::Regular).data, 0).expect("a font");
        let em = f32::from(face.units_per_em());
        let middle = f32::from(face.ascender() + face.descender()) / 2.0 / em;
        let capitals = f32::from(face.capital_height().expect("a height")) / 2.0 / em;
        assert!((middle - super::super::TextRun::BASELINE_EM).abs() < 0.01, "{middle}");
        assert!((capitals - super::super::TextRun::BASELINE_EM).abs() < 0.01, "{capitals}");
    }
}
