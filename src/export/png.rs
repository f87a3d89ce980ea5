//! A scene as PNG, drawn on the CPU: no display, no graphics card.

use std::sync::Arc;

use resvg::{tiny_skia, usvg};

use super::PictureError;
use super::svg::svg;
use crate::scene::{Font, Scene, Weight};

/// The most pixels that a picture may have: 400 megabytes of memory while it is drawn.
pub const MOST_PIXELS: u64 = 100_000_000;

/// Which fonts text may be set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fonts {
    /// The program's own alone: the same picture on every machine.
    #[default]
    Embedded,
    /// Those of the system too, for scripts that the program's own lack.
    WithSystem,
}

/// Draws a scene as a PNG file, each logical pixel `scale` pixels wide and high.
///
/// # Errors
/// [`PictureError`] if the picture has no area or is too large.
pub fn png(scene: &Scene, scale: f32, fonts: Fonts) -> Result<Vec<u8>, PictureError> {
    let (width, height) = pixels(scene, scale)?;
    let options = usvg::Options { fontdb: fontdb(scene, fonts), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(&svg(scene), &options)
        .map_err(|error| PictureError::Drawing(error.to_string()))?;
    let mut pixmap = tiny_skia::Pixmap::new(width, height)
        .ok_or(PictureError::TooLarge { width: u64::from(width), height: u64::from(height) })?;
    let transform = tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| PictureError::Drawing(error.to_string()))
}

/// The size of the picture in its own pixels.
fn pixels(scene: &Scene, scale: f32) -> Result<(u32, u32), PictureError> {
    let side = |logical: f32| (f64::from(logical) * f64::from(scale)).round();
    let (width, height) = (side(scene.size.width), side(scene.size.height));
    // Also when one is not a number.
    if !(width >= 1.0 && height >= 1.0) {
        return Err(PictureError::Empty);
    }
    if width * height > MOST_PIXELS as f64 {
        return Err(PictureError::TooLarge { width: width as u64, height: height as u64 });
    }
    Ok((width as u32, height as u32))
}

fn fontdb(scene: &Scene, fonts: Fonts) -> Arc<usvg::fontdb::Database> {
    let mut database = usvg::fontdb::Database::new();
    for weight in Weight::ALL {
        database.load_font_data(Font::of(weight).data.to_vec());
    }
    database.set_sans_serif_family(Font::of(Weight::Regular).family);
    // Looking through the system's fonts takes a tenth of a second: only where there is need.
    if fonts == Fonts::WithSystem && !scene.texts().all(|text| text.chars().all(Font::covers)) {
        database.load_system_fonts();
    }
    Arc::new(database)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Align, Color, Point, Rect, Shape, Size, TextRun};

    fn scene(width: f32, height: f32) -> Scene {
        let mut scene = Scene::new(Size::new(width, height), Some(Color::hex(0xFF_FF_FF)));
        let text = TextRun {
            position: Point::new(4.0, 10.0),
            align: Align::Left,
            size_px: 12.0,
            weight: Weight::Regular,
            color: Color::hex(0),
            struck: false,
            text: "Kyiv, Київ".to_owned(),
        };
        scene.push(Rect::new(0.0, 0.0, width, height), vec![Shape::Text(text)]);
        scene
    }

    fn decoded(png: &[u8]) -> tiny_skia::Pixmap {
        tiny_skia::Pixmap::decode_png(png).expect("a PNG")
    }

    #[test]
    fn a_picture_has_its_size_times_its_scale_and_its_text() {
        let picture = decoded(&png(&scene(100.0, 20.0), 2.0, Fonts::Embedded).expect("a picture"));
        assert_eq!((picture.width(), picture.height()), (200, 40));
        let dark = picture.pixels().iter().filter(|pixel| pixel.red() < 100).count();
        assert!((200..2000).contains(&dark), "{dark} dark pixels");
    }

    #[test]
    fn the_same_scene_gives_the_same_bytes() {
        let draw = || png(&scene(100.0, 20.0), 1.0, Fonts::Embedded).expect("a picture");
        assert_eq!(draw(), draw());
    }

    #[test]
    fn sizes_without_reason_are_refused() {
        let error = |width, height, scale| {
            png(&scene(width, height), scale, Fonts::Embedded).expect_err("no picture").to_string()
        };
        assert_eq!(
            error(0.0, 20.0, 1.0),
            "a picture needs a width and a height of at least one pixel"
        );
        assert_eq!(error(100.0, 20.0, f32::NAN), error(100.0, 20.0, -1.0));
        let large = error(100_000.0, 100_000.0, 1.0);
        assert!(large.contains("100000 × 100000"), "{large}");
    }
}
