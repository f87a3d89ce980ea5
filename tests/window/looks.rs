//! What can be seen: pictures of the window, drawn on the CPU.

use dateline::app::MenuCommand;
use dateline::scene::{Mode, Theme};
use egui::Color32;

use crate::support::{Bench, USUAL};

fn color(color: dateline::scene::Color) -> Color32 {
    Color32::from_rgb(color.r, color.g, color.b)
}

fn share_of(picture: &egui::ColorImage, wanted: Color32) -> f32 {
    let same = picture.pixels.iter().filter(|&&pixel| pixel == wanted).count();
    same as f32 / picture.pixels.len() as f32
}

/// Keeps a picture for people to look at, in the folder that the environment names, if it does.
fn keep(picture: &egui::ColorImage, name: &str) {
    let Some(folder) = std::env::var_os("DATELINE_KEEP_PICTURES") else {
        return;
    };
    let [width, height] = picture.size;
    let mut ppm = format!("P6\n{width} {height}\n255\n").into_bytes();
    ppm.extend(picture.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]));
    std::fs::write(std::path::Path::new(&folder).join(format!("{name}.ppm")), ppm)
        .expect("the folder can be written to");
}

#[test]
fn the_window_is_drawn_in_the_colours_of_its_theme() {
    for (theme, mode) in [(egui::Theme::Light, Mode::Light), (egui::Theme::Dark, Mode::Dark)] {
        let mut bench = Bench::with(USUAL, theme, []);
        bench.settle();
        let picture = bench.picture();
        keep(&picture, &format!("empty_{mode:?}"));
        let colors = Theme::of(mode);
        assert!(share_of(&picture, color(colors.ground)) > 0.5, "{mode:?}");
        assert!(share_of(&picture, color(colors.panel)) > 0.1, "{mode:?}");
        let bare = picture.pixels.contains(&Color32::BLACK);
        assert!(!bare, "{mode:?}: something is not covered");
    }
}

#[test]
fn the_same_window_gives_the_same_picture() {
    let picture = || {
        let mut bench = Bench::new();
        bench.send(MenuCommand::About);
        let picture = bench.picture();
        keep(&picture, "about");
        picture
    };
    assert!(picture().pixels == picture().pixels, "two pictures differ");
}

#[test]
fn nothing_is_wider_than_a_narrow_window() {
    let mut bench = Bench::with([560, 700], egui::Theme::Light, []);
    bench.send(MenuCommand::OpenSamples);
    bench.send(MenuCommand::ToggleDocuments);
    assert!(bench.app().state().panels().drawer.is_some());
    let used = bench.harness.ctx.globally_used_rect();
    assert!(used.width() <= 560.5, "{used:?}");
}
