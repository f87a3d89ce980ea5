//! A picture of the timeline.

use std::path::PathBuf;

use egui::{DragValue, Grid, Ui};

use crate::scene::Mode;

use super::super::PanelContext;
use super::super::command::Command;
use super::super::controls::quiet;
use super::{Stay, buttons_ui};

/// How wide or high a picture may be, in logical pixels.
const SIDE_PX: std::ops::RangeInclusive<u32> = 320..=20_000;
/// How many pixels there may be to a logical one.
const SCALE: std::ops::RangeInclusive<f32> = 0.5..=4.0;
/// More pixels than this would not fit into the memory of a usual computer.
const MOST_PIXELS: f64 = 400e6;

/// What a picture is to show, and how large.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureRequest {
    /// Whether it shows the whole range, or what is in view.
    pub whole: bool,
    /// Its width in logical pixels.
    pub width: u32,
    /// Its height in logical pixels.
    pub height: u32,
    /// Pixels to a logical pixel.
    pub scale: f32,
    /// Light or dark.
    pub mode: Mode,
    /// Where it is to be saved, once that is known.
    pub path: Option<PathBuf>,
}

impl PictureRequest {
    /// A picture of a usual size in a theme.
    #[must_use]
    pub const fn new(mode: Mode) -> Self {
        Self { whole: false, width: 1600, height: 900, scale: 2.0, mode, path: None }
    }

    /// Its width and height in pixels.
    #[must_use]
    pub fn pixels(&self) -> (u32, u32) {
        let scaled = |side: u32| (side as f32 * self.scale).round() as u32;
        (scaled(self.width), scaled(self.height))
    }

    /// Whether it can be drawn in the memory of a usual computer.
    #[must_use]
    pub fn is_reasonable(&self) -> bool {
        let (width, height) = self.pixels();
        f64::from(width) * f64::from(height) <= MOST_PIXELS
    }
}

/// Sizes that people ask for, by name.
const SIZES: &[(&str, u32, u32)] =
    &[("Slide", 1600, 900), ("Page", 1754, 1240), ("Wide", 2400, 900), ("Poster", 4800, 2700)];

/// The dialog with the picture that it describes.
#[derive(Debug)]
pub(in crate::app) struct PictureDialog {
    /// What is to be drawn.
    pub(in crate::app) request: PictureRequest,
    /// Why the last attempt failed.
    pub(in crate::app) error: Option<String>,
}

impl PictureDialog {
    pub(in crate::app) const fn new(mode: Mode) -> Self {
        Self { request: PictureRequest::new(mode), error: None }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) -> Stay {
        Grid::new("picture").num_columns(2).spacing([16.0, 10.0]).show(ui, |ui| {
            self.range_ui(ui);
            self.size_ui(ui);
            self.theme_ui(ui);
        });
        ui.add_space(8.0);
        let (width, height) = self.request.pixels();
        let reasonable = self.request.is_reasonable();
        ui.label(quiet(format!("PNG, {width} × {height} pixels")));
        if !reasonable {
            ui.colored_label(
                ui.visuals().warn_fg_color,
                "That is too large to draw. Choose a smaller size or scale.",
            );
        }
        if let Some(error) = &self.error {
            ui.colored_label(ui.visuals().error_fg_color, error);
        }
        match buttons_ui(ui, "Save…", reasonable) {
            Some(Stay::Open) => {
                self.error = None;
                cx.send(Command::ExportPicture(self.request.clone()));
                Stay::Open
            }
            Some(Stay::Close) => Stay::Close,
            None => Stay::Open,
        }
    }

    fn range_ui(&mut self, ui: &mut Ui) {
        ui.label(quiet("Range"));
        ui.horizontal(|ui| {
            ui.radio_value(&mut self.request.whole, false, "What is in view");
            ui.radio_value(&mut self.request.whole, true, "Everything");
        });
        ui.end_row();
    }

    fn size_ui(&mut self, ui: &mut Ui) {
        let request = &mut self.request;
        ui.label(quiet("Size"));
        ui.horizontal(|ui| {
            side_ui(ui, &mut request.width, "Width");
            ui.label("×");
            side_ui(ui, &mut request.height, "Height");
        });
        ui.end_row();
        ui.label("");
        ui.horizontal(|ui| {
            for &(name, width, height) in SIZES {
                let chosen = (request.width, request.height) == (width, height);
                if ui.selectable_label(chosen, name).clicked() {
                    (request.width, request.height) = (width, height);
                }
            }
        });
        ui.end_row();
        ui.label(quiet("Scale"));
        let scale = DragValue::new(&mut request.scale).range(SCALE).speed(0.05).suffix("×");
        let response = ui.add(scale);
        name_number(&response, f64::from(request.scale), "Scale");
        ui.end_row();
    }

    fn theme_ui(&mut self, ui: &mut Ui) {
        ui.label(quiet("Theme"));
        ui.horizontal(|ui| {
            ui.radio_value(&mut self.request.mode, Mode::Light, "Light");
            ui.radio_value(&mut self.request.mode, Mode::Dark, "Dark");
        });
        ui.end_row();
    }
}

fn side_ui(ui: &mut Ui, side: &mut u32, name: &str) {
    let response = ui.add(DragValue::new(side).range(SIDE_PX).speed(4.0));
    name_number(&response, f64::from(*side), name);
}

fn name_number(response: &egui::Response, value: f64, name: &str) {
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::drag_value(true, value);
        info.label = Some(name.to_owned());
        info
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_larger_than_memory_is_refused() {
        let usual = PictureRequest::new(Mode::Light);
        assert_eq!(usual.pixels(), (3200, 1800));
        assert!(usual.is_reasonable());
        let huge = PictureRequest { width: 20_000, height: 20_000, scale: 4.0, ..usual };
        assert!(!huge.is_reasonable());
    }
}
