//! Where the panels stand.

use egui::{CentralPanel, Context, Frame, Margin, Panel, Ui};

use super::panels::Drawer;
use super::{App, PanelContext, empty_state, status_line, style, top_bar};

/// Below this width the panels at the sides lie over the timeline, as drawers.
const NARROW_PX: f32 = 900.0;
const DOCUMENTS_PX: f32 = 248.0;
const SOURCE_PX: f32 = 352.0;

impl App {
    /// Draws the whole window.
    pub(super) fn layout_ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let cx = PanelContext::new(&self.state, &self.commands);
        let bar = bar_frame(&ctx, 8);
        Panel::top("top bar")
            .exact_size(top_bar::HEIGHT_PX)
            .frame(bar)
            .resizable(false)
            .show(ui, |ui| top_bar::top_bar_ui(ui, cx, &mut self.search));
        Panel::bottom("status line")
            .exact_size(status_line::HEIGHT_PX)
            .frame(bar_frame(&ctx, 12))
            .resizable(false)
            .show(ui, |ui| {
                let view = self.timeline.view_label();
                let seen = self.timeline.counts();
                let arranging = self.timeline.is_arranging();
                status_line::status_line_ui(ui, cx, &self.work, seen, arranging, view);
            });
        self.state.panels.narrow = ui.available_width() < NARROW_PX;
        if self.state.panels.narrow {
            self.drawers_ui(ui);
        } else {
            self.columns_ui(ui);
        }
        let cx = PanelContext::new(&self.state, &self.commands);
        self.dialogs.ui(&ctx, cx);
    }

    /// Panels on both sides of the timeline.
    fn columns_ui(&mut self, ui: &mut Ui) {
        let cx = PanelContext::new(&self.state, &self.commands);
        let mut open = self.state.panels;
        Panel::left("documents")
            .default_size(DOCUMENTS_PX)
            .size_range(180.0..=480.0)
            .frame(side_frame(ui.ctx()))
            .show_collapsible(ui, &mut open.documents, |ui| self.documents.ui(ui, cx));
        if !self.state.project().documents().is_empty() {
            Panel::right("source")
                .default_size(SOURCE_PX)
                .size_range(240.0..=720.0)
                .frame(ground_frame(ui.ctx()))
                .show_collapsible(ui, &mut open.source, |ui| self.source.ui(ui, cx));
        }
        self.timeline_ui(ui);
        self.state.panels = open;
    }

    /// The timeline over the whole width, and a drawer over it if one is open.
    fn drawers_ui(&mut self, ui: &mut Ui) {
        let room = ui.available_rect_before_wrap();
        self.timeline_ui(ui);
        let Some(drawer) = self.state.panels.drawer else {
            return;
        };
        let cx = PanelContext::new(&self.state, &self.commands);
        let width = (room.width() - 64.0).clamp(220.0, 380.0);
        let frame = match drawer {
            Drawer::Documents => side_frame(ui.ctx()),
            Drawer::Source => ground_frame(ui.ctx()),
        };
        let left = match drawer {
            Drawer::Documents => room.left(),
            Drawer::Source => room.right() - width,
        };
        let style = ui.ctx().global_style();
        let frame = frame.shadow(style.visuals.window_shadow);
        egui::Area::new(egui::Id::unique(("drawer", drawer)))
            .order(egui::Order::Middle)
            .fixed_pos(egui::pos2(left, room.top()))
            .movable(false)
            .show(ui.ctx(), |ui| {
                frame.show(ui, |ui| {
                    let inside = egui::vec2(width, room.height()) - frame.total_margin().sum();
                    ui.set_min_size(inside);
                    ui.set_max_size(inside);
                    match drawer {
                        Drawer::Documents => self.documents.ui(ui, cx),
                        Drawer::Source => self.source.ui(ui, cx),
                    }
                });
            });
    }

    fn timeline_ui(&mut self, ui: &mut Ui) {
        let cx = PanelContext::new(&self.state, &self.commands);
        CentralPanel::default().frame(ground_frame(ui.ctx()).inner_margin(Margin::ZERO)).show(
            ui,
            |ui| {
                if self.state.project().documents().is_empty() {
                    empty_state::empty_state_ui(ui, cx, self.work.report().is_some());
                } else {
                    self.map.ui(ui, cx, self.timeline.stretch());
                    self.timeline.ui(ui, cx);
                }
            },
        );
    }
}

fn bar_frame(ctx: &Context, side: i8) -> Frame {
    Frame::new()
        .fill(style::color(style::theme(ctx).panel))
        .inner_margin(Margin::symmetric(side, 0))
}

fn side_frame(ctx: &Context) -> Frame {
    Frame::new().fill(style::color(style::theme(ctx).panel)).inner_margin(Margin {
        left: 16,
        right: 4,
        top: 4,
        bottom: 0,
    })
}

fn ground_frame(ctx: &Context) -> Frame {
    Frame::new().fill(style::color(style::theme(ctx).ground))
}
