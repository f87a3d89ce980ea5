//! The colours of everything: the only place where they are chosen.

use super::{Color, Family};
use crate::event::Category;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Dark letters on a light ground.
    #[default]
    Light,
    /// Light letters on a dark ground.
    Dark,
}

/// The colours of the window and of its pictures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Light or dark.
    pub mode: Mode,
    /// Behind the timeline and the text.
    pub ground: Color,
    /// Behind panels, the axis and the lane headers.
    pub panel: Color,
    /// Behind what floats (menus, cards) and what the pointer is on.
    pub raised: Color,
    /// Text to be read.
    pub text: Color,
    /// Text to be glanced at: counts, ticks, hints.
    pub muted: Color,
    /// Lines that divide.
    pub hairline: Color,
    /// What is chosen, focused, or can be followed.
    pub accent: Color,
    /// Text that can be followed: the accent, dark enough to be read on every ground.
    pub link: Color,
    /// Text on the accent.
    pub on_accent: Color,
    /// Behind what is selected; translucent.
    pub selection: Color,
    /// Behind what a search found; translucent.
    pub found: Color,
    /// Text of warnings.
    pub warning: Color,
    /// Text of errors.
    pub error: Color,
    /// Text on the solid hue of a category.
    pub on_hue: Color,
    /// Land on the map; water is the ground.
    pub land: Color,
    /// Coasts on the map.
    pub coast: Color,
    /// Borders between countries on the map.
    pub border: Color,
    hues: [Color; 9],
}

impl Theme {
    /// The theme of a mode.
    #[must_use]
    pub const fn of(mode: Mode) -> Self {
        match mode {
            Mode::Light => Self::light(),
            Mode::Dark => Self::dark(),
        }
    }

    /// Dark on light. The hues are darkened relatives of Okabe and Ito's, so that white letters
    /// can be read on them.
    #[must_use]
    pub const fn light() -> Self {
        Self {
            mode: Mode::Light,
            ground: Color::hex(0xFB_FB_FA),
            panel: Color::hex(0xF4_F4_F2),
            raised: Color::hex(0xFF_FF_FF),
            text: Color::hex(0x1C_1C_1A),
            muted: Color::hex(0x66_66_5F),
            hairline: Color::hex(0xE3_E3_DF),
            accent: Color::hex(0x2F_6F_DE),
            link: Color::hex(0x24_5F_C8),
            on_accent: Color::hex(0xFF_FF_FF),
            selection: Color { r: 0x2F, g: 0x6F, b: 0xDE, a: 0x1C },
            found: Color { r: 0xF2, g: 0xC2, b: 0x1B, a: 0x66 },
            warning: Color::hex(0x8A_5A_00),
            error: Color::hex(0xB4_2B_2B),
            on_hue: Color::hex(0xFF_FF_FF),
            land: Color::hex(0xEB_EB_E6),
            coast: Color::hex(0xBE_BE_B6),
            border: Color::hex(0xD2_D2_CB),
            hues: [
                Color::hex(0xC2_40_0F),
                Color::hex(0x1B_52_C4),
                Color::hex(0x1F_66_43),
                Color::hex(0x75_38_A0),
                Color::hex(0x88_48_1B),
                Color::hex(0x3F_3A_14),
                Color::hex(0x17_77_8E),
                Color::hex(0xC4_2A_87),
                Color::hex(0x66_6A_65),
            ],
        }
    }

    /// Light on dark.
    #[must_use]
    pub const fn dark() -> Self {
        Self {
            mode: Mode::Dark,
            ground: Color::hex(0x16_17_1A),
            panel: Color::hex(0x1D_1F_23),
            raised: Color::hex(0x26_28_2D),
            text: Color::hex(0xEC_EC_EA),
            muted: Color::hex(0xA0_A1_A5),
            hairline: Color::hex(0x2C_2E_33),
            accent: Color::hex(0x6E_A1_FF),
            link: Color::hex(0x6E_A1_FF),
            on_accent: Color::hex(0x0E_12_1C),
            selection: Color { r: 0x6E, g: 0xA1, b: 0xFF, a: 0x22 },
            found: Color { r: 0xF2, g: 0xC2, b: 0x1B, a: 0x59 },
            warning: Color::hex(0xE3_B1_4E),
            error: Color::hex(0xF0_80_7A),
            on_hue: Color::hex(0x12_13_17),
            land: Color::hex(0x25_27_2C),
            coast: Color::hex(0x4A_4D_55),
            border: Color::hex(0x39_3C_43),
            hues: [
                Color::hex(0xEA_74_40),
                Color::hex(0x5F_8D_FA),
                Color::hex(0x47_B8_7C),
                Color::hex(0xBA_80_D8),
                Color::hex(0xED_BB_38),
                Color::hex(0xD6_DA_84),
                Color::hex(0x74_DD_F2),
                Color::hex(0xE3_88_C0),
                Color::hex(0xA4_A7_A4),
            ],
        }
    }

    /// The hue of a family, opaque.
    #[must_use]
    pub const fn hue(&self, family: Family) -> Color {
        self.hues[family as usize]
    }

    /// The hue of a category: that of its family.
    #[must_use]
    pub const fn category(&self, category: Category) -> Color {
        self.hue(Family::of(category))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: [Theme; 2] = [Theme::light(), Theme::dark()];

    #[test]
    fn text_can_be_read_on_every_ground() {
        for theme in BOTH {
            for ground in [theme.ground, theme.panel, theme.raised] {
                for text in [theme.text, theme.muted, theme.warning, theme.error] {
                    let contrast = text.contrast(ground);
                    assert!(contrast >= 4.5, "{:?} {text} on {ground}: {contrast}", theme.mode);
                }
                let selected = theme.selection.over(ground);
                for text in [theme.text, theme.muted, theme.link] {
                    let contrast = text.contrast(selected);
                    let mode = theme.mode;
                    assert!(contrast >= 4.5, "{mode:?} {text} selected on {ground}: {contrast}");
                }
                for text in
                    Family::ALL.map(|family| theme.hue(family)).into_iter().chain([theme.link])
                {
                    let contrast = text.contrast(ground);
                    assert!(contrast >= 4.5, "{:?} {text} on {ground}: {contrast}", theme.mode);
                }
                assert!(theme.text.contrast(theme.found.over(ground)) >= 4.5);
            }
            assert!(theme.on_accent.contrast(theme.accent) >= 4.5);
            let circle = theme.accent.with_opacity(0.22).over(theme.land);
            for (text, ground) in
                [(theme.text, theme.land), (theme.muted, theme.land), (theme.text, circle)]
            {
                assert!(text.contrast(ground) >= 4.5, "{:?} {text} on {ground}", theme.mode);
            }
        }
    }

    #[test]
    fn labels_can_be_read_on_every_hue_and_hues_stand_out() {
        for theme in BOTH {
            for family in Family::ALL {
                let hue = theme.hue(family);
                let contrast = theme.on_hue.contrast(hue);
                assert!(contrast >= 4.5, "{:?} {family:?}: {contrast}", theme.mode);
                assert!(hue.contrast(theme.ground) >= 3.0, "{:?} {family:?}", theme.mode);
            }
        }
    }

    /// What a colour looks like to someone who lacks one kind of cone, in linear light (Viénot,
    /// Brettel and Mollon 1999; the tritan matrix after Machado et al. 2009, severity 1).
    fn seen_by(kind: usize, color: Color) -> [f32; 3] {
        const MATRICES: [[[f32; 3]; 3]; 4] = [
            [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
            [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
            [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
        ];
        let [r, g, b] = color.linear();
        MATRICES[kind].map(|row| (row[0] * r + row[1] * g + row[2] * b).clamp(0.0, 1.0))
    }

    /// CIE 1976 L*a*b*, D65.
    fn lab(linear: [f32; 3]) -> [f32; 3] {
        const XYZ: [[f32; 3]; 3] =
            [[0.4339, 0.3762, 0.1899], [0.2126, 0.7152, 0.0722], [0.0177, 0.1095, 0.8728]];
        let root = |t: f32| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let [x, y, z] =
            XYZ.map(|row| root(row.iter().zip(linear).map(|(share, part)| share * part).sum()));
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    #[test]
    fn hues_can_be_told_apart_with_any_kind_of_sight() {
        for theme in BOTH {
            for (kind, name) in ["full", "protan", "deutan", "tritan"].iter().enumerate() {
                for (i, one) in Family::ALL.into_iter().enumerate() {
                    for two in Family::ALL.into_iter().skip(i + 1) {
                        let [a, b] = [one, two].map(|f| lab(seen_by(kind, theme.hue(f))));
                        let squares: f32 = a.iter().zip(b).map(|(p, q)| (p - q).powi(2)).sum();
                        let distance = squares.sqrt();
                        assert!(
                            distance >= 11.0,
                            "{:?} {name}: {one:?} and {two:?} differ by {distance:.1}",
                            theme.mode,
                        );
                    }
                }
            }
        }
    }
}
