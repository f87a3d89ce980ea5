//! Carrying commands out: those that the menus list, one method for each that is more than a
//! line.

use egui::{Context, ThemePreference, ViewportCommand};

use crate::clock;
use crate::event::{EventId, STAR};
use crate::project::Filter;
use crate::scene::Mode;
use crate::timeline::{Scale, ScaleOrigin};

use super::App;
use super::command::MenuCommand;
use super::dialogs::{Dialog, EventsDialog, Palette, PasteDialog, PictureDialog};
use super::work::Purpose;

/// How much one key press zooms.
const ZOOM_STEP: f64 = 1.4;
/// How much of the width one key press moves.
const PAN_STEP: f64 = 0.15;
/// How much larger or smaller the interface gets at a time, and how far.
const SCALE_STEP: f32 = 0.1;
const SCALE_RANGE: (f32, f32) = (0.6, 2.5);

impl App {
    pub(super) fn perform_menu(&mut self, ctx: &Context, command: MenuCommand) {
        use MenuCommand as C;
        match command {
            C::OpenFiles => self.ask_for(ctx, Purpose::OpenFiles, ""),
            C::OpenFolder => self.ask_for(ctx, Purpose::OpenFolder, ""),
            C::PasteText => self.dialogs.open(Dialog::Paste(PasteDialog::default())),
            C::OpenSamples => self.open_samples(ctx),
            C::CloseDocument => self.close_shown_document(),
            C::CloseAll => self.close_all(),
            C::ExportPicture => self.open_picture_dialog(ctx),
            C::ExportEvents => self.dialogs.open(Dialog::Events(EventsDialog::default())),
            C::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            C::Undo => self.undo(),
            C::Redo => self.redo(),
            C::Search => self.search.focus(),
            C::NextFind => self.go_to_find(1),
            C::PreviousFind => self.go_to_find(-1),
            C::EditDocumentDate => self.edit_document_date(),
            C::ClearFilters => self.clear_filters(),
            C::ToggleStar => self.toggle_star(),
            C::ToggleRejected => self.toggle_rejected(),
            C::ZoomIn => self.zoom(ctx, ZOOM_STEP),
            C::ZoomOut => self.zoom(ctx, 1.0 / ZOOM_STEP),
            C::PanEarlier => self.timeline.pan(-PAN_STEP),
            C::PanLater => self.timeline.pan(PAN_STEP),
            C::FitAll => self.fit_all(ctx),
            C::CentreSelection => self.timeline.centre_selection(),
            C::NextEvent => self.step_event(1),
            C::PreviousEvent => self.step_event(-1),
            C::EventAbove => self.step_lane(-1),
            C::EventBelow => self.step_lane(1),
            C::OpenSource => self.open_source(),
            C::Clear => self.clear(),
            C::NextLanes => self.next_lanes(),
            C::ShowAllLanes => self.timeline.show_all_lanes(),
            C::Back => self.timeline.back(),
            C::Forward => self.timeline.forward(),
            C::Bookmark => self.bookmark(),
            C::NextBookmark => self.next_bookmark(),
            C::LinearAxis => self.state.set_scale(Scale::Linear, None),
            C::CompressedAxis => self.toggle_compressed(),
            C::LogarithmicAxis => self.toggle_logarithmic(),
            C::RelativeAxis => self.toggle_relative(),
            C::ToggleDocuments => self.state.panels.toggle_documents(),
            C::ToggleSource => self.state.panels.toggle_source(),
            C::ToggleTray => self.state.panels.tray ^= true,
            C::ToggleMinimap => self.state.panels.minimap ^= true,
            C::ToggleList => self.state.panels.list ^= true,
            C::ToggleMap => self.state.panels.map ^= true,
            C::ToggleTheme => self.toggle_theme(ctx),
            C::FollowSystemTheme => self.state.preferences.theme = ThemePreference::System,
            C::ScaleUp => self.scale(SCALE_STEP),
            C::ScaleDown => self.scale(-SCALE_STEP),
            C::ScaleReset => self.state.preferences.scale = 1.0,
            C::ToggleMotion => self.state.preferences.less_motion ^= true,
            C::Palette => self.dialogs.open(Dialog::Palette(Palette::default())),
            C::Help => self.dialogs.open(Dialog::Help),
            C::ShowNotices => self.dialogs.open(Dialog::Notices),
            C::About => self.dialogs.open(Dialog::About),
        }
    }

    fn step_lane(&mut self, step: isize) {
        let selected = self.state.selection.event;
        let in_list = self.state.panels.list;
        if let Some(event) = self.timeline.event_beside(selected, step, in_list) {
            self.select_event(event, super::Origin::Elsewhere);
        }
    }

    fn toggle_star(&mut self) {
        let Some(event) = self.state.selected_event() else {
            self.state.say(self.now_s, "Select an event to star first");
            return;
        };
        let (id, was_starred) = (event.id, event.is_starred());
        let others = event.tags.iter().filter(|tag| *tag != STAR);
        let mut tags: Vec<String> = others.cloned().collect();
        tags.extend((!was_starred).then(|| STAR.to_owned()));
        let what = if was_starred { "Take a star away" } else { "Star an event" };
        self.state.change(what, |project| project.set_tags(id, tags));
    }

    fn toggle_rejected(&mut self) {
        let Some(id) = self.state.selected_event().map(|event| event.id) else {
            self.state.say(self.now_s, "Select an event to reject first");
            return;
        };
        let rejected = !self.state.project().is_rejected(id);
        let (what, said) = if rejected {
            ("Reject an event", "Rejected; Delete again or Ctrl+Z brings it back")
        } else {
            ("Bring an event back", "The event is back")
        };
        self.state.change(what, |project| project.set_rejected(id, rejected));
        self.state.say(self.now_s, said);
    }

    fn clear_filters(&mut self) {
        self.state.change_filter("Clear filters", |filter| *filter = Filter::default());
    }

    /// Zooms what the pointer is on: the map, or else the timeline.
    fn zoom(&mut self, ctx: &Context, factor: f64) {
        if self.map.is_pointed_at() {
            self.map.zoom(ctx, factor, self.state.preferences.less_motion);
        } else {
            self.timeline.zoom(factor);
        }
    }

    fn fit_all(&mut self, ctx: &Context) {
        if self.map.is_pointed_at() {
            self.map.fit_all(ctx, self.state.preferences.less_motion);
        } else {
            self.timeline.fit_all();
        }
    }

    fn bookmark(&mut self) {
        if let Some(done) = self.timeline.toggle_bookmark() {
            self.state.say(self.now_s, done);
        }
    }

    fn next_bookmark(&mut self) {
        if !self.timeline.next_bookmark() {
            self.state.say(self.now_s, "No view is bookmarked yet; M bookmarks this one");
        }
    }

    fn close_shown_document(&mut self) {
        if let Some(id) = self.state.shown_document() {
            self.close_document(id);
        }
    }

    fn close_all(&mut self) {
        let ids: Vec<_> =
            self.state.project().documents().iter().map(|a| a.document().id).collect();
        if !ids.is_empty() {
            self.state.change("Close all documents", |project| {
                for &id in &ids {
                    project.remove(id);
                }
            });
            self.state.notices.clear();
        }
    }

    fn open_picture_dialog(&mut self, ctx: &Context) {
        if self.state.project().documents().is_empty() {
            self.state.say(self.now_s, "Open a document first: there is nothing to draw yet");
            return;
        }
        let mode = match ctx.theme() {
            egui::Theme::Light => Mode::Light,
            egui::Theme::Dark => Mode::Dark,
        };
        self.dialogs.open(Dialog::Picture(PictureDialog::new(mode)));
    }

    fn undo(&mut self) {
        let name = self.state.undo_name().map(str::to_lowercase);
        let message = match name {
            Some(name) if self.state.undo() => format!("Undone: {name}"),
            _ => "There is nothing to undo".to_owned(),
        };
        self.state.say(self.now_s, message);
    }

    fn redo(&mut self) {
        let name = self.state.redo_name().map(str::to_lowercase);
        let message = match name {
            Some(name) if self.state.redo() => format!("Done again: {name}"),
            _ => "There is nothing to do again".to_owned(),
        };
        self.state.say(self.now_s, message);
    }

    fn edit_document_date(&mut self) {
        if let Some(id) = self.state.shown_document() {
            self.state.panels.show_documents();
            self.documents.edit_date(id);
        }
    }

    fn open_source(&mut self) {
        self.state.panels.show_source();
        if let Some(id) = self.state.selection.event {
            self.select_event(id, super::Origin::Timeline);
        }
    }

    /// Closes what is open, the innermost first; with nothing open, selects nothing.
    fn clear(&mut self) {
        if self.dialogs.close() {
            return;
        }
        if self.documents.is_editing() {
            self.documents.stop_editing();
            return;
        }
        if self.state.panels.drawer.take().is_some() {
            return;
        }
        if self.state.search.is_active() {
            self.state.search.set_query(String::new());
        } else {
            self.state.selection.event = None;
            self.state.selection.passage = None;
            self.state.selection.serial += 1;
        }
    }

    fn next_lanes(&mut self) {
        use crate::timeline::Grouping;
        let lanes = self.state.preferences.lanes;
        let at = Grouping::ALL.iter().position(|&other| other == lanes).unwrap_or_default();
        let next = Grouping::ALL[(at + 1) % Grouping::ALL.len()];
        self.state.preferences.lanes = next;
        self.state.say(self.now_s, format!("Lanes by {}", next.name()));
    }

    fn toggle_compressed(&mut self) {
        let is_on = self.state.scale() == Scale::Compressed;
        let scale = if is_on { Scale::Linear } else { Scale::Compressed };
        self.state.set_scale(scale, None);
    }

    /// From the selected event, or else from today; no longer, if it is that already.
    fn toggle_logarithmic(&mut self) {
        let selected = self.state.selected_origin();
        let origin = selected.unwrap_or_else(|| ScaleOrigin::from(clock::now()));
        let event = self.state.selection.event.filter(|_| selected.is_some());
        self.toggle_scale(Scale::Logarithmic(origin), event);
    }

    fn toggle_relative(&mut self) {
        match self.state.selected_origin() {
            Some(origin) => self.toggle_scale(Scale::Relative(origin), self.state.selection.event),
            None if matches!(self.state.scale(), Scale::Relative(_)) => {
                self.state.set_scale(Scale::Linear, None);
            }
            None => self.state.say(self.now_s, "Select an event with a date to count from first"),
        }
    }

    /// Sets a scale, or the plain one where it is set already.
    fn toggle_scale(&mut self, scale: Scale, event: Option<EventId>) {
        if self.state.scale() == scale {
            self.state.set_scale(Scale::Linear, None);
        } else {
            self.state.set_scale(scale, event);
        }
    }

    fn toggle_theme(&mut self, ctx: &Context) {
        self.state.preferences.theme = match ctx.theme() {
            egui::Theme::Light => ThemePreference::Dark,
            egui::Theme::Dark => ThemePreference::Light,
        };
    }

    fn scale(&mut self, step: f32) {
        let (least, most) = SCALE_RANGE;
        let scale = &mut self.state.preferences.scale;
        *scale = ((*scale + step) * 10.0).round() / 10.0;
        *scale = scale.clamp(least, most);
    }
}
