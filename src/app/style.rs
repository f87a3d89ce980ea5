//! How egui looks here: fonts, sizes, and colours from the scene's [`Theme`].

use std::sync::Arc;

use egui::epaint::text::{FontData, FontDefinitions};
use egui::style::{ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, TextStyle, Vec2,
    Visuals,
};

use crate::scene::{Color, Font, Mode, Theme, Weight};

/// The size of text in the window.
pub(super) const BODY_PX: f32 = 13.0;
/// The size of counts, ticks and hints.
pub(super) const SMALL_PX: f32 = 11.5;
/// The size of text that is read at length.
pub(super) const READING_PX: f32 = 15.0;
/// The height of a row in a list.
pub(super) const ROW_PX: f32 = 28.0;
/// Corners of controls.
pub(super) const CORNER: CornerRadius = CornerRadius::same(4);

/// How long something takes to move to its place.
const MOTION_S: f32 = 0.18;

/// Gives a context the program's fonts and both of its themes.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    for mode in [Mode::Light, Mode::Dark] {
        let theme = Theme::of(mode);
        let which = match mode {
            Mode::Light => egui::Theme::Light,
            Mode::Dark => egui::Theme::Dark,
        };
        ctx.style_mut_of(which, |style| {
            set_sizes(style);
            style.visuals = visuals(&theme);
        });
    }
    ctx.options_mut(|options| {
        options.fallback_theme = egui::Theme::Light;
        options.zoom_with_keyboard = false;
    });
}

/// The theme that is in use.
#[must_use]
pub(super) fn theme(ctx: &Context) -> Theme {
    Theme::of(match ctx.theme() {
        egui::Theme::Light => Mode::Light,
        egui::Theme::Dark => Mode::Dark,
    })
}

/// A scene's colour as egui has it.
#[must_use]
pub(super) fn color(color: Color) -> Color32 {
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
}

/// The font of a weight at a size.
#[must_use]
pub(super) fn font(size_px: f32, weight: Weight) -> FontId {
    FontId::new(size_px, family(weight))
}

/// Sets whether things move to their place or jump there.
pub(super) fn set_motion(ctx: &Context, less: bool) {
    ctx.all_styles_mut(|style| {
        style.animation_time = if less { 0.0 } else { MOTION_S };
        style.scroll_animation = if less {
            egui::style::ScrollAnimation::none()
        } else {
            egui::style::ScrollAnimation::duration(MOTION_S)
        };
    });
}

fn family(weight: Weight) -> FontFamily {
    match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Medium => FontFamily::Name("Inter Medium".into()),
        Weight::SemiBold => FontFamily::Name("Inter SemiBold".into()),
    }
}

/// Inter in three weights, with egui's own fonts behind it for signs that it lacks.
fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for weight in [Weight::Regular, Weight::Medium, Weight::SemiBold] {
        let name = format!("Inter {weight:?}");
        let data = FontData::from_static(Font::of(weight).data);
        fonts.font_data.insert(name.clone(), Arc::new(data));
        let chain = std::iter::once(name).chain(fallback.iter().cloned()).collect();
        fonts.families.insert(family(weight), chain);
    }
    fonts
}

fn set_sizes(style: &mut egui::Style) {
    style.text_styles = [
        (TextStyle::Body, font(BODY_PX, Weight::Regular)),
        (TextStyle::Button, font(BODY_PX, Weight::Regular)),
        (TextStyle::Small, font(SMALL_PX, Weight::Regular)),
        (TextStyle::Heading, font(READING_PX, Weight::SemiBold)),
        (TextStyle::Monospace, FontId::new(SMALL_PX, FontFamily::Monospace)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 4.0);
    spacing.button_padding = Vec2::new(8.0, 4.0);
    spacing.interact_size = Vec2::new(24.0, 24.0);
    spacing.menu_margin = Margin::same(4);
    spacing.window_margin = Margin::same(16);
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 9.0;
    spacing.icon_spacing = 6.0;
    spacing.combo_width = 120.0;
    spacing.text_edit_width = 200.0;
    spacing.tooltip_width = 320.0;
    spacing.scroll = ScrollStyle { bar_width: 8.0, ..ScrollStyle::floating() };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.animation_time = MOTION_S;
    style.scroll_animation = egui::style::ScrollAnimation::duration(MOTION_S);
}

fn visuals(theme: &Theme) -> Visuals {
    let base = match theme.mode {
        Mode::Light => Visuals::light(),
        Mode::Dark => Visuals::dark(),
    };
    let accent = color(theme.accent);
    Visuals {
        weak_text_color: Some(color(theme.muted)),
        widgets: widgets(theme),
        selection: Selection {
            bg_fill: color(theme.selection.over(theme.raised)),
            stroke: Stroke::new(1.0, color(theme.text)),
        },
        hyperlink_color: color(theme.link),
        faint_bg_color: color(theme.panel),
        extreme_bg_color: color(theme.ground),
        text_edit_bg_color: Some(color(theme.raised)),
        code_bg_color: color(theme.panel),
        warn_fg_color: color(theme.warning),
        error_fg_color: color(theme.error),
        window_corner_radius: CornerRadius::same(8),
        window_shadow: shadow(theme, 32),
        window_fill: color(theme.raised),
        window_stroke: Stroke::new(1.0, color(theme.hairline)),
        menu_corner_radius: CornerRadius::same(6),
        panel_fill: color(theme.panel),
        popup_shadow: shadow(theme, 16),
        text_cursor: TextCursorStyle { stroke: Stroke::new(1.5, accent), ..base.text_cursor },
        striped: false,
        indent_has_left_vline: false,
        ..base
    }
}

fn shadow(theme: &Theme, blur: u8) -> Shadow {
    let strength = match theme.mode {
        Mode::Light => 28,
        Mode::Dark => 96,
    };
    Shadow {
        offset: [0, (blur / 4) as i8],
        blur,
        spread: 0,
        color: Color32::from_black_alpha(strength),
    }
}

/// Controls are quiet until the pointer is on them.
fn widgets(theme: &Theme) -> Widgets {
    let text = Stroke::new(1.0, color(theme.text));
    let hairline = Stroke::new(1.0, color(theme.hairline));
    let outline = Stroke::new(1.0, color(theme.muted.with_opacity(0.4).over(theme.raised)));
    let hovered = color(theme.text.with_opacity(0.07).over(theme.raised));
    let pressed = color(theme.text.with_opacity(0.14).over(theme.raised));
    let state = |fill, bg_stroke, fg_stroke| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke,
        fg_stroke,
        corner_radius: CORNER,
        expansion: 0.0,
    };
    Widgets {
        noninteractive: state(color(theme.panel), hairline, text),
        inactive: state(color(theme.raised), outline, text),
        hovered: state(hovered, Stroke::new(1.0, color(theme.muted.with_opacity(0.5))), text),
        active: state(pressed, Stroke::new(1.0, color(theme.accent)), text),
        open: state(hovered, hairline, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_themes_have_the_programs_sizes_and_colours() {
        let ctx = Context::default();
        install(&ctx);
        for (which, mode) in [(egui::Theme::Light, Mode::Light), (egui::Theme::Dark, Mode::Dark)] {
            let style = ctx.style_of(which);
            assert_eq!(style.visuals.panel_fill, color(Theme::of(mode).panel));
            assert_eq!(TextStyle::Body.resolve(&style), font(BODY_PX, Weight::Regular));
        }
    }
}
