//! Colours as plain numbers.

use std::fmt;

/// A colour in sRGB, not premultiplied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Color {
    /// Red, 0 to 255, gamma-encoded.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// Opacity: 255 covers what is below.
    pub a: u8,
}

impl Color {
    /// Nothing at all.
    pub const TRANSPARENT: Self = Self { r: 0, g: 0, b: 0, a: 0 };

    /// An opaque colour from `0xRRGGBB`.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        Self { r: (rgb >> 16) as u8, g: (rgb >> 8) as u8, b: rgb as u8, a: 255 }
    }

    /// The same colour at another opacity, 0 to 1.
    #[must_use]
    pub fn with_opacity(self, opacity: f32) -> Self {
        Self { a: (opacity.clamp(0.0, 1.0) * 255.0).round() as u8, ..self }
    }

    /// The same colour, its opacity multiplied by `factor`, 0 to 1.
    #[must_use]
    pub fn faded(self, factor: f32) -> Self {
        self.with_opacity(f32::from(self.a) / 255.0 * factor)
    }

    /// The opaque colour that this one gives when it is painted over `ground`, mixed in sRGB as
    /// both back ends do.
    #[must_use]
    pub fn over(self, ground: Self) -> Self {
        let share = f32::from(self.a) / 255.0;
        let mix = |top: u8, below: u8| {
            (f32::from(top) * share + f32::from(below) * (1.0 - share)).round() as u8
        };
        Self {
            r: mix(self.r, ground.r),
            g: mix(self.g, ground.g),
            b: mix(self.b, ground.b),
            a: 255,
        }
    }

    /// The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Self) -> f32 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The relative luminance, 0 to 1 (WCAG 2.2).
    #[must_use]
    pub fn luminance(self) -> f32 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Red, green and blue in linear light, 0 to 1.
    #[must_use]
    pub fn linear(self) -> [f32; 3] {
        [self.r, self.g, self.b].map(|channel| {
            let channel = f32::from(channel) / 255.0;
            if channel <= 0.040_45 {
                channel / 12.92
            } else {
                ((channel + 0.055) / 1.055).powf(2.4)
            }
        })
    }
}

/// `#RRGGBB`, without the opacity.
impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let (black, white) = (Color::hex(0), Color::hex(0xFF_FF_FF));
        assert!((black.contrast(white) - 21.0).abs() < 0.01);
        assert!((Color::hex(0x77_77_77).contrast(white) - 4.48).abs() < 0.01);
    }

    #[test]
    fn painting_over_mixes_by_opacity() {
        let half = Color::hex(0).with_opacity(0.5);
        assert_eq!(half.over(Color::hex(0xFF_FF_FF)), Color::hex(0x7F_7F_7F));
    }
}
