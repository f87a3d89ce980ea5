//! How an event's mark is inked: what happened is solid, and whatever is not is drawn apart in
//! form, not in colour alone.

use super::table::Traits;
use crate::event::{Certainty, Factuality};
use crate::scene::{Color, Stroke, Theme};

/// How much of the hue fills what is only inferred, and what is soft.
const INFERRED: f32 = 0.38;
pub(super) const SOFT: f32 = 0.16;
/// How much is left of what a search did not find.
const STEPPED_BACK: f32 = 0.28;

/// The colours of one mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ink {
    pub(super) hue: Color,
    /// What fills a symbol or a bar.
    pub(super) fill: Color,
    pub(super) stroke: Option<Stroke>,
    /// What fills a soft band, and its outline.
    pub(super) soft: Color,
    pub(super) soft_stroke: Option<Stroke>,
    /// The label's colour beside the mark, and inside a bar.
    pub(super) label: Color,
    pub(super) label_inside: Color,
    /// Whether mark and label are struck through: it is denied.
    pub(super) struck: bool,
    /// Whether a hollow symbol has a dot in it: it is possible.
    pub(super) dotted: bool,
}

impl Ink {
    pub(super) fn of(traits: Traits, theme: &Theme, stepped_back: bool) -> Self {
        let hue = theme.category(traits.category);
        let hue =
            if stepped_back { hue.with_opacity(STEPPED_BACK).over(theme.ground) } else { hue };
        let label = if stepped_back {
            theme.muted.with_opacity(0.6).over(theme.ground)
        } else {
            theme.text
        };
        let tint = |share: f32| hue.with_opacity(share).over(theme.ground);
        let thin = Stroke::solid(1.0, hue);
        let solid = Self {
            hue,
            fill: hue,
            stroke: None,
            soft: hue.with_opacity(SOFT),
            soft_stroke: None,
            label,
            label_inside: theme.on_hue,
            struck: false,
            dotted: false,
        };
        let apart = Self { label_inside: label, ..solid };
        match traits.factuality {
            Factuality::Planned => Self {
                fill: theme.ground,
                stroke: Some(Stroke::solid(1.5, hue)),
                soft: Color::TRANSPARENT,
                soft_stroke: Some(thin),
                ..apart
            },
            Factuality::Possible => Self {
                fill: theme.ground,
                stroke: Some(Stroke::dashed(1.0, hue)),
                soft: hue.with_opacity(SOFT / 2.0),
                soft_stroke: Some(Stroke::dashed(1.0, hue)),
                dotted: true,
                ..apart
            },
            Factuality::Denied => {
                Self { fill: tint(INFERRED), stroke: Some(thin), struck: true, ..apart }
            }
            Factuality::Happened | Factuality::Ongoing
                if traits.certainty == Certainty::Inferred =>
            {
                Self { fill: tint(INFERRED), stroke: Some(thin), ..apart }
            }
            Factuality::Happened | Factuality::Ongoing => solid,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Category;

    fn ink(factuality: Factuality, certainty: Certainty, theme: &Theme) -> Ink {
        Ink::of(
            Traits { category: Category::Battle, factuality, certainty, starred: false },
            theme,
            false,
        )
    }

    #[test]
    fn what_did_not_surely_happen_is_told_apart_without_colour() {
        let theme = Theme::light();
        let of = |factuality| {
            let Ink { fill, stroke, struck, dotted, .. } =
                ink(factuality, Certainty::Exact, &theme);
            (fill == theme.ground, stroke.map(|s| s.dashed), struck, dotted)
        };
        let looks = [
            of(Factuality::Happened),
            of(Factuality::Planned),
            of(Factuality::Possible),
            of(Factuality::Denied),
        ];
        for (i, look) in looks.iter().enumerate() {
            assert!(!looks[..i].contains(look), "{look:?}");
        }
        let inferred = ink(Factuality::Happened, Certainty::Inferred, &theme);
        assert!(inferred.stroke.is_some() && inferred.fill != inferred.hue);
    }

    #[test]
    fn labels_inside_bars_can_be_read() {
        for theme in [Theme::light(), Theme::dark()] {
            for category in Category::ALL {
                for factuality in Factuality::ALL {
                    for certainty in [Certainty::Exact, Certainty::Inferred] {
                        let starred = false;
                        let traits = Traits { category, factuality, certainty, starred };
                        let ink = Ink::of(traits, &theme, false);
                        let ground = ink.fill.over(theme.ground);
                        assert!(ink.label_inside.contrast(ground) >= 4.5, "{traits:?}");
                        let soft = ink.soft.over(theme.ground);
                        assert!(ink.label.contrast(soft) >= 4.5, "{traits:?}");
                    }
                }
            }
        }
    }
}
