//! Dialogs: one at a time, over the panels.

mod about;
mod browser;
mod columns;
mod events;
mod help;
mod notices;
mod palette;
mod paste;
mod picture;

use egui::{Align, Context, Id, Layout, Modal, Ui};

use super::controls::icon_button_sized;
use super::icons::Icon;
use super::{PanelContext, style};

pub(super) use browser::Browser;
pub(super) use columns::ColumnsDialog;
pub(super) use events::EventsDialog;
pub(super) use palette::Palette;
pub(super) use paste::PasteDialog;
pub(super) use picture::PictureDialog;
pub use picture::PictureRequest;

/// A dialog with what is being said in it.
#[derive(Debug)]
pub(super) enum Dialog {
    /// Every command by its name.
    Palette(Palette),
    /// The keys and gestures.
    Help,
    /// Text that becomes a document.
    Paste(PasteDialog),
    /// What the columns of a table hold.
    Columns(ColumnsDialog),
    /// A picture of the timeline.
    Picture(PictureDialog),
    /// The events as data.
    Events(EventsDialog),
    /// What could not be read.
    Notices,
    /// What this program is.
    About,
    /// Files and folders, where the system has no dialog for them.
    Browser(Browser),
}

/// The dialog that is open, if one is.
#[derive(Debug, Default)]
pub(super) struct Dialogs {
    open: Option<Dialog>,
}

impl Dialogs {
    /// Opens a dialog in place of the one that may be open.
    pub(super) fn open(&mut self, dialog: Dialog) {
        self.open = Some(dialog);
    }

    /// Closes what is open. Whether anything was.
    pub(super) fn close(&mut self) -> bool {
        self.open.take().is_some()
    }

    /// Whether a dialog is open.
    pub(super) const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Draws the dialog that is open.
    pub(super) fn ui(&mut self, ctx: &Context, cx: PanelContext<'_>) {
        let Some(dialog) = &mut self.open else {
            return;
        };
        if dialog.ui(ctx, cx) == Stay::Close {
            self.open = None;
        }
    }
}

/// Whether a dialog stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stay {
    /// It does.
    Open,
    /// It is done.
    Close,
}

impl Dialog {
    fn ui(&mut self, ctx: &Context, cx: PanelContext<'_>) -> Stay {
        let (title, width_px) = self.head();
        let mut stay = Stay::Open;
        let modal = Modal::new(Id::unique(title)).frame(frame(ctx)).show(ctx, |ui| {
            ui.set_width(width_px.min(ctx.content_rect().width() - 64.0));
            if title_ui(ui, title) {
                stay = Stay::Close;
            }
            let contents = match self {
                Self::Palette(dialog) => dialog.ui(ui, cx),
                Self::Help => help::ui(ui),
                Self::Paste(dialog) => dialog.ui(ui, cx),
                Self::Columns(dialog) => dialog.ui(ui, cx),
                Self::Picture(dialog) => dialog.ui(ui, cx),
                Self::Events(dialog) => dialog.ui(ui, cx),
                Self::Notices => notices::ui(ui, cx),
                Self::About => about::ui(ui),
                Self::Browser(dialog) => dialog.ui(ui, cx),
            };
            if contents == Stay::Close {
                stay = Stay::Close;
            }
        });
        if modal.should_close() { Stay::Close } else { stay }
    }

    const fn head(&self) -> (&'static str, f32) {
        match self {
            Self::Palette(_) => ("Find a command", 480.0),
            Self::Help => ("Keys and gestures", 760.0),
            Self::Paste(_) => ("Paste text", 560.0),
            Self::Columns(_) => ("What do the columns hold?", 560.0),
            Self::Picture(_) => ("Export picture", 420.0),
            Self::Events(_) => ("Export events", 420.0),
            Self::Notices => ("Reading notes", 640.0),
            Self::About => ("About Dateline", 420.0),
            Self::Browser(dialog) => (dialog.title(), 560.0),
        }
    }
}

fn frame(ctx: &Context) -> egui::Frame {
    let style = ctx.global_style();
    egui::Frame::window(&style).inner_margin(egui::Margin::same(20))
}

/// The title with a cross. Whether the cross was clicked.
fn title_ui(ui: &mut Ui, title: &str) -> bool {
    let mut closed = false;
    ui.horizontal(|ui| {
        ui.heading(title);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            closed = icon_button_sized(ui, Icon::Close, "Close dialog", 24.0).clicked();
        });
    });
    ui.add_space(8.0);
    closed
}

/// The row of buttons at the end of a dialog: what it is for, and Cancel. What was chosen.
fn buttons_ui(ui: &mut Ui, done: &str, enabled: bool) -> Option<Stay> {
    let mut chosen = None;
    ui.add_space(16.0);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if super::controls::primary_button(ui, done, enabled).clicked() {
            chosen = Some(Stay::Open);
        }
        let cancel = egui::Button::new("Cancel").min_size(egui::vec2(0.0, style::ROW_PX));
        if ui.add(cancel).clicked() {
            chosen = Some(Stay::Close);
        }
    });
    chosen
}

/// The name of a field, above it.
fn field_name(ui: &mut Ui, name: &str) {
    ui.add_space(8.0);
    ui.label(super::controls::quiet(name));
}
