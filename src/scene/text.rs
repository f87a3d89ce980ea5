//! Text in a scene: runs on one line, and the measuring of their width.

use super::{Color, Point};

/// How heavy the letters are; each is a font file of its own ([`Font`](super::Font)).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Inter Regular.
    #[default]
    Regular,
    /// Inter Medium.
    Medium,
    /// Inter `SemiBold`.
    SemiBold,
}

impl Weight {
    /// Every weight, the lightest first.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Medium, Self::SemiBold];

    /// The number that CSS and OpenType give it.
    #[must_use]
    pub const fn css(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Medium => 500,
            Self::SemiBold => 600,
        }
    }
}

/// Which part of a text stands at its position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// Its left end.
    #[default]
    Left,
    /// Its middle.
    Center,
    /// Its right end.
    Right,
}

/// One line of text in one style.
#[derive(Clone, Debug, PartialEq)]
pub struct TextRun {
    /// `x` as [`Align`] says; `y` is half the height of the capitals above the baseline, which
    /// in Inter is also the middle of the line (egui's `Align2::*_CENTER`). The baseline is
    /// [`BASELINE_EM`](Self::BASELINE_EM) below it.
    pub position: Point,
    /// What `position.x` is.
    pub align: Align,
    /// The size of the em in pixels.
    pub size_px: f32,
    /// How heavy.
    pub weight: Weight,
    /// The colour.
    pub color: Color,
    /// Whether a line goes through it (what it says is denied).
    pub struck: bool,
    /// The text: already as short as it has to be.
    pub text: String,
}

impl TextRun {
    /// How far the baseline lies below the position, in em.
    pub const BASELINE_EM: f32 = 0.3636;
}

/// The width in pixels of a text at a size and a weight. [`measure`](super::measure()) is the one
/// for the fonts that the program brings; the screen and the pictures both use it, so that
/// both have the same scene.
pub type Measure<'a> = &'a (dyn Fn(&str, f32, Weight) -> f32 + Sync);
