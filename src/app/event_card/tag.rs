//! Small labels: what is uncertain has a broken outline.

use egui::{Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, vec2};

use crate::app::style::{SMALL_PX, color, font, theme};
use crate::scene::Weight;

/// A small label.
pub(super) struct Tag<'t> {
    text: &'t str,
    uncertain: bool,
    struck: bool,
}

impl<'t> Tag<'t> {
    /// Said as a fact.
    pub(super) const fn plain(text: &'t str) -> Self {
        Self { text, uncertain: false, struck: false }
    }

    /// Said with a doubt: its outline is broken.
    pub(super) const fn uncertain(text: &'t str) -> Self {
        Self { text, uncertain: true, struck: false }
    }

    /// Said not to be so: a line goes through it.
    pub(super) const fn struck(text: &'t str) -> Self {
        Self { text, uncertain: false, struck: true }
    }
}

/// Draws a small label.
pub(super) fn tag_ui(ui: &mut Ui, tag: &Tag<'_>) {
    let theme = theme(ui.ctx());
    let ink = color(theme.muted);
    let galley =
        ui.painter().layout_no_wrap(tag.text.to_owned(), font(SMALL_PX, Weight::Medium), ink);
    let size = galley.size() + Vec2::new(12.0, 4.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, tag.text));
    let painter = ui.painter();
    let stroke = Stroke::new(1.0, ink.gamma_multiply(0.7));
    let text_rect = rect.shrink2(vec2(6.0, 2.0));
    if tag.uncertain {
        let outline = [
            rect.left_top(),
            rect.right_top(),
            rect.right_bottom(),
            rect.left_bottom(),
            rect.left_top(),
        ];
        painter.extend(Shape::dashed_line(&outline, stroke, 3.0, 3.0));
    } else {
        painter.rect_stroke(rect, 4.0, stroke, egui::StrokeKind::Inside);
    }
    painter.galley(text_rect.min, galley, ink);
    if tag.struck {
        painter.hline(text_rect.x_range(), text_rect.center().y, Stroke::new(1.0, ink));
    }
}
