//! What is painted rather than made of widgets, told to screen readers (AccessKit) and tests.

use egui::accesskit::Action;
use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo};

/// Something painted that a screen reader can speak of.
pub(super) struct PaintedNode {
    /// Unlike any other.
    pub(super) id: Id,
    /// Where it is painted.
    pub(super) rect: Rect,
    /// What it is.
    pub(super) role: Role,
    /// Whether it can be clicked.
    pub(super) clickable: bool,
    /// Whether it is selected.
    pub(super) selected: bool,
}

impl PaintedNode {
    /// Something to be read.
    pub(super) const fn new(id: Id, rect: Rect, role: Role) -> Self {
        Self { id, rect, role, clickable: false, selected: false }
    }

    /// Something to be clicked.
    pub(super) const fn clickable(id: Id, rect: Rect, role: Role) -> Self {
        Self { clickable: true, ..Self::new(id, rect, role) }
    }

    /// Adds it under `ui`, with a sentence for a name. Pointers do not notice it. Whether a
    /// screen reader has clicked it.
    pub(super) fn add(&self, ui: &Ui, name: &str) -> bool {
        let response = ui.interact(self.rect, self.id, Sense::hover());
        response.widget_info(|| WidgetInfo::selected(self.role, true, self.selected, name));
        if !self.clickable {
            return false;
        }
        ui.ctx().accesskit_node_builder(self.id, |node| {
            node.add_action(Action::Click);
            node.add_action(Action::Focus);
        });
        ui.input(|input| {
            input.has_accesskit_action_request(self.id, Action::Click)
                || input.has_accesskit_action_request(self.id, Action::Focus)
        })
    }
}

/// Whether anyone listens: names are made only then.
pub(super) fn is_listening(ui: &Ui) -> bool {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |_| ()).is_some()
}
